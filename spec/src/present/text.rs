//! For a terminal: by subject, the gravest first, and at the end what it comes to.

use super::pen::{BAD, FAINT, GOOD, PLAIN, Pen, STRONG, style};
use super::words::{Group, Told};
use super::{Look, words};
use crate::diff::{Contract, Effect, Level, joined};
use crate::policy::{Finding, Judged};

/// How many changes the short form lists.
const SHORT: usize = 30;

pub(super) fn text(judged: &Judged, look: Look) -> String {
    let mut pen = Pen::new(look.colour);
    contract(&mut pen, "old", &judged.old);
    contract(&mut pen, "new", &judged.new);
    let is_shown =
        |finding: &&Finding| look.verbose || finding.fails || finding.change.level != Level::DocumentOnly;
    let groups = words::groups(judged.findings.iter().filter(is_shown));
    let told = |groups: &[Group<'_>]| {
        let mut pen = Pen::new(look.colour);
        for group in groups {
            pen.end();
            heading(&mut pen, group);
            group.told.iter().for_each(|told| finding(&mut pen, judged, told));
        }
        pen.done()
    };
    // Nothing else is left to do that could use the second core.
    let (first, second) = groups.split_at(groups.len() / 2);
    let parts = std::thread::scope(|scope| {
        let second = scope.spawn(|| told(second));
        [told(first), joined(second)]
    });
    parts.iter().for_each(|part| pen.append(part));
    let hidden = judged.findings.iter().filter(|finding| !is_shown(finding)).count();
    if hidden > 0 {
        pen.end();
        let changes = words::counted(hidden, "change", "changes");
        pen.line(FAINT, &format!("{changes} of texts only, not shown (--verbose shows them)"));
    }
    for problem in &judged.problems {
        pen.end();
        pen.put(BAD, "error  ");
        for (index, line) in problem.to_string().lines().enumerate() {
            pen.line(if index == 0 { PLAIN } else { FAINT }, line);
        }
    }
    pen.end();
    summary(&mut pen, judged);
    pen.done()
}

fn contract(pen: &mut Pen, side: &str, contract: &Contract) {
    let Contract { source, digest, operations, schemas } = contract;
    let digest = digest.get(..12).unwrap_or(digest);
    pen.put(FAINT, side).put(PLAIN, "  ").put(STRONG, source);
    pen.line(FAINT, &format!("  {operations} operations, {schemas} schemas, sha256 {digest}"));
}

fn heading(pen: &mut Pen, group: &Group<'_>) {
    if let [subject] = group.subjects[..]
        && let Some((kind, name)) = subject.named()
    {
        pen.put(FAINT, &format!("{kind} ")).line(STRONG.underline(), name);
        return;
    }
    pen.put(STRONG.underline(), &group.title());
    if let Some(id) = group.id() {
        pen.put(FAINT, &format!("  {id}"));
    }
    pen.end();
}

fn finding(pen: &mut Pen, judged: &Judged, told: &Told<'_>) {
    let change = told.change();
    let accepted = told.finding().accepted.as_ref();
    pen.put(PLAIN, "  ");
    if accepted.is_some() {
        pen.put(FAINT, &format!("accepted ({})", change.level.name()));
    } else {
        pen.put(style(change.level), change.level.name());
    }
    pen.put(PLAIN, "  ").put(STRONG, &change.message).line(FAINT, &format!("  [{}]", change.rule));
    let way = words::way(change);
    if !way.is_empty() {
        pen.entry("where", PLAIN, &way);
    }
    if let Some(values) = words::values(change, words::value) {
        pen.entry("value", PLAIN, &values);
    }
    if let Some(spots) = told.spots(judged) {
        pen.entry("at", PLAIN, &spots);
    }
    if let Some(reason) = &change.reason {
        pen.entry("because", PLAIN, reason);
    }
    if let Some(witness) = &change.witness {
        pen.entry(
            "witness",
            PLAIN,
            &format!("{} {}", words::value(&witness.value), words::testimony(witness)),
        );
    }
    effects(pen, &told.effects());
    let operations = told.operations();
    if !operations.is_empty() {
        pen.entry("reached", PLAIN, &format!("by {}", words::list(&operations)));
    }
    if let Some(accepted) = accepted {
        pen.entry("accepted", PLAIN, &format!("until {}: {}", accepted.expires, accepted.reason));
    }
    pen.entry("id", FAINT, &told.fingerprints().join(" "));
}

fn effects(pen: &mut Pen, effects: &[&Effect]) {
    // To count one is not shorter than to name it.
    let named = if effects.len() <= 6 { effects.len() } else { 5 };
    for (index, effect) in effects[..named].iter().enumerate() {
        let words = format!("{} {} {}", words::kind(effect), effect.item, effect.what);
        pen.entry(if index == 0 { "in Rust" } else { "" }, PLAIN, &words);
    }
    if named < effects.len() {
        pen.entry("", FAINT, &format!("and {} more", effects.len() - named));
    }
}

fn summary(pen: &mut Pen, judged: &Judged) {
    if judged.findings.is_empty() {
        pen.put(GOOD, "nothing changed");
    }
    let mut is_first = true;
    let mut part = |pen: &mut Pen, style, words: String| {
        if !is_first {
            pen.put(PLAIN, ", ");
        }
        is_first = false;
        pen.put(style, &words);
    };
    if !judged.findings.is_empty() {
        for level in Level::ALL {
            let count = judged.open(level);
            let style = if count == 0 { FAINT } else { style(level) };
            part(pen, style, format!("{count} {}", words::spoken(level)));
        }
        if judged.accepted() > 0 {
            part(pen, FAINT, format!("{} accepted", judged.accepted()));
        }
    }
    pen.put(PLAIN, ": ");
    pen.line(if judged.fails() { BAD } else { GOOD }, &words::verdict(judged));
}

/// A few lines for a command whose business is something else: one for each change that is more than a text, and what
/// it comes to.
pub fn short(judged: &Judged) -> String {
    if judged.findings.is_empty() {
        return "nothing changed\n".to_owned();
    }
    let mut pen = Pen::new(false);
    let findings = judged.findings.iter().filter(|finding| finding.change.level != Level::DocumentOnly);
    let groups = words::groups(findings);
    let mut lines: Vec<(Level, String)> = Vec::new();
    for group in &groups {
        let id = group.id().filter(|_| group.subjects.len() == 1);
        let subject = id.unwrap_or_else(|| group.title());
        let told = group.told.iter().map(Told::change);
        lines.extend(told.map(|change| {
            // A message that names its place needs no other.
            let last = change.at.rsplit([' ', '.']).next().unwrap_or_default();
            let at = match change.message.contains(&format!("`{last}`")) {
                false if !last.is_empty() => format!(", {}", change.at),
                _ => String::new(),
            };
            (change.level, format!("{subject}{at}: {}", change.message))
        }));
    }
    lines.sort_by_key(|(level, _)| *level);
    // The same of a request and of a response.
    lines.dedup();
    for (level, words) in lines.iter().take(SHORT) {
        pen.line(PLAIN, &format!("{:<21} {words}", level.name()));
    }
    if lines.len() > SHORT {
        pen.line(PLAIN, &format!("… and {} more", lines.len() - SHORT));
    }
    pen.line(PLAIN, &words::counts(judged));
    pen.done()
}
