//! For a terminal: by subject, the gravest first, and at the end what it comes to.

use super::pen::{BAD, FAINT, GOOD, PLAIN, Pen, STRONG, style};
use super::{Look, words};
use crate::diff::{Change, Contract, EffectKind, Level, Subject};
use crate::policy::{Finding, Judged};

/// How many changes the short form lists.
const SHORT: usize = 30;

pub(super) fn text(judged: &Judged, look: Look) -> String {
    let mut pen = Pen::new(look.colour);
    contract(&mut pen, "old", &judged.old);
    contract(&mut pen, "new", &judged.new);
    let is_shown =
        |finding: &&Finding| look.verbose || finding.fails || finding.change.level != Level::DocumentOnly;
    for group in words::groups(judged.findings.iter().filter(is_shown)) {
        pen.end();
        heading(&mut pen, group.subject);
        for shown in group.findings {
            finding(&mut pen, judged, shown);
        }
    }
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

fn heading(pen: &mut Pen, subject: &Subject) {
    match subject {
        Subject::Schema { name } => pen.put(FAINT, "schema ").line(STRONG.underline(), name),
        _ => {
            pen.put(STRONG.underline(), &words::title(subject));
            if let Some(id) = words::id(subject) {
                pen.put(FAINT, &format!("  {id}"));
            }
            pen.end();
        }
    }
}

fn finding(pen: &mut Pen, judged: &Judged, finding: &Finding) {
    let change = &finding.change;
    pen.put(PLAIN, "  ");
    if finding.accepted.is_some() {
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
    if let Some(spots) = words::spots(judged, change) {
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
    effects(pen, change);
    if let Some(operations) = words::operations(change) {
        pen.entry("reached", PLAIN, &format!("by {operations}"));
    }
    if let Some(accepted) = &finding.accepted {
        pen.entry("accepted", PLAIN, &format!("until {}: {}", accepted.expires, accepted.reason));
    }
    pen.entry("id", FAINT, &change.fingerprint);
}

fn effects(pen: &mut Pen, change: &Change) {
    let lines: Vec<String> = change
        .effects
        .iter()
        .map(|effect| {
            let kind = match effect.kind {
                EffectKind::Method => "method",
                EffectKind::Type => "type",
                EffectKind::Field => "field",
                EffectKind::Variant => "variant",
            };
            format!("{kind} {} {}", effect.item, effect.what)
        })
        .collect();
    // To count one is not shorter than to name it.
    let named = if lines.len() <= 6 { lines.len() } else { 5 };
    for (index, line) in lines[..named].iter().enumerate() {
        pen.entry(if index == 0 { "in Rust" } else { "" }, PLAIN, line);
    }
    if named < lines.len() {
        pen.entry("", FAINT, &format!("and {} more", lines.len() - named));
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
    let mut pen = Pen::new(false);
    let mut told: Vec<&Finding> =
        judged.findings.iter().filter(|finding| finding.change.level != Level::DocumentOnly).collect();
    told.sort_by_key(|finding| finding.change.level);
    for finding in told.iter().take(SHORT) {
        let change = &finding.change;
        let subject = words::id(&change.subject).map_or_else(|| words::title(&change.subject), str::to_owned);
        pen.line(PLAIN, &format!("{:<21} {subject}: {}", change.level.name(), change.message));
    }
    if told.len() > SHORT {
        let more = words::counted(told.len() - SHORT, "more change", "more changes");
        pen.line(PLAIN, &format!("… and {more}"));
    }
    pen.line(
        PLAIN,
        &if judged.findings.is_empty() { "nothing changed".to_owned() } else { words::counts(judged) },
    );
    pen.done()
}
