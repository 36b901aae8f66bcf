//! For the text of a pull request: what breaks is told in full, the rest folded into tables.
//!
//! Hosts refuse long texts, so it ends before [`LIMIT`] and counts what it leaves out, the gravest being told first.

use serde_json::Value;

use super::words::{self, Told};
use crate::diff::Level;
use crate::markdown::code;
use crate::policy::{Finding, Judged};

/// Most characters of the whole text; GitHub takes 65 536.
const LIMIT: usize = 60_000;

/// What is kept free for closing an open part and for saying what was left out.
const RESERVE: usize = 500;

/// Effects of one change that are listed.
const EFFECTS: usize = 10;

pub(super) fn markdown(judged: &Judged) -> String {
    within(judged, LIMIT)
}

/// For a text that says something else as well: it ends before `limit` characters.
pub(super) fn within(judged: &Judged, limit: usize) -> String {
    let mut paper = Paper { limit, ..Paper::default() };
    paper.always(&head(judged));
    if !judged.problems.is_empty() {
        paper.always("### The accept file is out of date\n\n");
        for problem in &judged.problems {
            let spot = problem.position.map_or_else(String::new, |position| format!(":{position}"));
            let place = code(&format!("{}{spot}", problem.source));
            paper.offer(1, &format!("- {place}: {}\n", prose(&problem.message)));
        }
        paper.always("\n");
    }
    let open =
        |level: Level| move |finding: &&Finding| finding.accepted.is_none() && finding.change.level == level;
    for level in [Level::Breaking, Level::Unknown] {
        told(&mut paper, judged, level, judged.findings.iter().filter(open(level)));
    }
    for level in [Level::BreakingForServers, Level::Compatible] {
        let heading = format!("{} {}", mark(level), sentence(words::meaning(level)));
        folded(&mut paper, &heading, judged.findings.iter().filter(open(level)).collect());
    }
    let accepted = judged.findings.iter().filter(|finding| finding.accepted.is_some());
    folded(&mut paper, "☑️ Accepted", accepted.collect());
    let heading = format!("{} {}", mark(Level::DocumentOnly), sentence(words::meaning(Level::DocumentOnly)));
    folded(&mut paper, &heading, judged.findings.iter().filter(open(Level::DocumentOnly)).collect());
    paper.done(judged)
}

/// Collects what fits.
#[derive(Default)]
struct Paper {
    text: String,
    characters: usize,
    limit: usize,
    /// How many entries did not fit. After the first one nothing is tried any more, so that the order stays.
    left_out: usize,
}

impl Paper {
    /// Headings and ends, which are short.
    fn always(&mut self, text: &str) {
        self.text.push_str(text);
        self.characters += text.chars().count();
    }

    /// An entry that tells `count` of them.
    fn offer(&mut self, count: usize, entry: &str) {
        let fits = self.characters + entry.chars().count() + RESERVE <= self.limit;
        if fits && self.left_out == 0 {
            self.always(entry);
        } else {
            self.left_out += count;
        }
    }

    fn done(mut self, judged: &Judged) -> String {
        if self.left_out > 0 {
            let count = words::counted(self.left_out, "entry", "entries");
            let command = code(&words::cut(&format!(
                "cargo contract diff {} {}",
                judged.old.source, judged.new.source
            )));
            self.always(&format!("… and {count} more than fit here: {command} shows them all.\n"));
        }
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        self.text.push('\n');
        self.text
    }
}

fn head(judged: &Judged) -> String {
    let (sign, outcome) = match (judged.findings.is_empty(), judged.fails()) {
        (_, true) => (
            "❌",
            format!("{} breaking, {} unknown", judged.open(Level::Breaking), judged.open(Level::Unknown)),
        ),
        (true, false) => ("✅", "nothing changed".to_owned()),
        (false, false) => ("✅", words::counted(judged.findings.len(), "change", "changes")),
    };
    let mut text = format!("## {sign} Contract: {outcome}\n\n");
    let side = |contract: &crate::diff::Contract| {
        format!(
            "{} ({} operations, {} schemas)",
            code(&words::cut(&contract.source)),
            contract.operations,
            contract.schemas
        )
    };
    text.push_str(&format!("{} → {}: {}.\n\n", side(&judged.old), side(&judged.new), words::verdict(judged)));
    if judged.findings.is_empty() {
        return text;
    }
    text.push_str("| | Changes |\n|---|--:|\n");
    for level in Level::ALL {
        text.push_str(&format!("| {} {} | {} |\n", mark(level), words::meaning(level), judged.open(level)));
    }
    if judged.accepted() > 0 {
        text.push_str(&format!("| ☑️ accepted | {} |\n", judged.accepted()));
    }
    text.push('\n');
    text
}

/// A section whose changes are told in full, by subject.
fn told<'a>(paper: &mut Paper, judged: &Judged, level: Level, findings: impl Iterator<Item = &'a Finding>) {
    let groups = words::groups(findings);
    if groups.is_empty() {
        return;
    }
    if paper.left_out == 0 {
        paper.always(&format!("### {} {}\n\n", mark(level), sentence(words::meaning(level))));
    }
    for group in groups {
        let mut heading = format!("**{}**", code(&words::cut(&group.title())));
        if let Some(id) = group.id() {
            heading.push_str(&format!(" {}", prose(&words::cut(&id))));
        }
        heading.push_str("\n\n");
        for told in &group.told {
            // A heading alone would say nothing: it comes with the first entry that fits.
            paper.offer(told.len(), &format!("{}{}", std::mem::take(&mut heading), entry(judged, told)));
        }
        if paper.left_out == 0 {
            paper.always("\n");
        }
    }
}

fn entry(judged: &Judged, told: &Told<'_>) -> String {
    let change = told.change();
    let mut text = format!("- **{}**", prose(&words::cut(&change.message)));
    let way = words::way(change);
    if !way.is_empty() {
        text.push_str(&format!(" {}", prose(&words::cut(&way))));
    }
    let mut line = Vec::new();
    line.extend(words::values(change, |value: &Value| code(&words::value(value))));
    line.extend(told.spots(judged).map(|spots| format!("at {}", prose(&spots))));
    line.push(code(change.rule));
    text.push_str(&format!("<br>{}\n", line.join(" · ")));
    let details = details(told);
    if !details.is_empty() {
        text.push_str("  <details><summary>why, and what it means</summary>\n\n");
        for line in details {
            text.push_str(&format!("  - {line}\n"));
        }
        text.push_str("\n  </details>\n");
    }
    text
}

fn details(told: &Told<'_>) -> Vec<String> {
    let (change, effects) = (told.change(), told.effects());
    let mut lines = Vec::new();
    lines.extend(change.reason.as_ref().map(|reason| prose(reason)));
    lines.extend(change.witness.as_ref().map(|witness| {
        format!("{} {}", code(&words::value(&witness.value)), prose(&words::testimony(witness)))
    }));
    for effect in effects.iter().take(EFFECTS) {
        let what = prose(&words::cut(&effect.what));
        lines.push(format!("Rust {} {} {what}", words::kind(effect), code(&effect.item)));
    }
    if effects.len() > EFFECTS {
        lines.push(format!("and {} more in Rust", effects.len() - EFFECTS));
    }
    let operations = told.operations();
    if !operations.is_empty() {
        lines.push(format!("reached by {}", prose(&words::list(&operations))));
    }
    let fingerprints: Vec<String> = told.fingerprints().into_iter().map(code).collect();
    lines.push(format!("to accept it: {}", fingerprints.join(" ")));
    lines
}

/// A section of one line per change, closed until somebody opens it.
fn folded(paper: &mut Paper, heading: &str, findings: Vec<&Finding>) {
    if findings.is_empty() {
        return;
    }
    if paper.left_out > 0 {
        paper.left_out += findings.len();
        return;
    }
    paper.always(&format!("<details><summary>{heading} ({})</summary>\n\n", findings.len()));
    paper.always("| Where | Change | Rule |\n|---|---|---|\n");
    for group in words::groups(findings) {
        for told in &group.told {
            let (finding, change) = (told.finding(), told.change());
            let mut place = code(&words::cut(&group.title()));
            let way = words::way(change);
            if !way.is_empty() {
                place.push_str(&format!(" {}", prose(&words::cut(&way))));
            }
            let mut message = prose(&words::cut(&change.message));
            if let (true, Some(id)) = (told.len() > 1, group.id()) {
                message.push_str(&format!(": {}", prose(&words::cut(&id))));
            }
            if let Some(accepted) = &finding.accepted {
                let reason = prose(&words::cut(&accepted.reason));
                message.push_str(&format!(" (accepted until {}: {reason})", accepted.expires));
            }
            let cells = [place, message, code(change.rule)].map(|cell| cell.replace('|', "\\|"));
            paper.offer(told.len(), &format!("| {} |\n", cells.join(" | ")));
        }
    }
    paper.always("\n</details>\n\n");
}

fn mark(level: Level) -> &'static str {
    match level {
        Level::Breaking => "🔴",
        Level::Unknown => "🟠",
        Level::BreakingForServers => "🔵",
        Level::Compatible => "🟢",
        Level::DocumentOnly => "⚪",
    }
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Text in which only backticks keep their meaning.
fn prose(text: &str) -> String {
    let mut escaped = String::new();
    for (is_code, span) in words::spans(text) {
        if is_code {
            escaped.push_str(&code(&span));
            continue;
        }
        for character in span.chars() {
            match character {
                '<' => escaped.push_str("&lt;"),
                '&' => escaped.push_str("&amp;"),
                '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '#' => escaped.extend(['\\', character]),
                // Would call somebody.
                '@' => escaped.push_str("&#64;"),
                character if character.is_control() => escaped.push(' '),
                character => escaped.push(character),
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_leave_its_place() {
        assert_eq!(prose("`a|b` <b>*@x*\nnext `"), "`a|b` &lt;b>\\*&#64;x\\* next \\`");
    }
}
