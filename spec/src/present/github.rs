//! Annotations of a GitHub workflow: `::error file=…,line=…,col=…,title=…::…`.
//!
//! GitHub shows only some of each kind, so the gravest come first; changes of texts are left to the other formats
//! unless they fail the run. Each annotation must tell its subject, since it stands alone.

use std::fmt::Write as _;

use super::{visible, words};
use crate::diagnostic::Diagnostic;
use crate::diff::Level;
use crate::policy::{Finding, Judged};
use crate::source::file;

pub(super) fn github(judged: &Judged) -> String {
    let mut text = String::new();
    for problem in &judged.problems {
        let command = if judged.fails() { "error" } else { "warning" };
        problem_line(&mut text, command, problem, "accept file");
    }
    let mut shown: Vec<&Finding> = judged
        .findings
        .iter()
        .filter(|finding| finding.fails || finding.change.level != Level::DocumentOnly)
        .collect();
    shown.sort_by_key(|finding| (!finding.fails, finding.accepted.is_some(), finding.change.level));
    for finding in shown {
        annotation(&mut text, judged, finding);
    }
    let _ = writeln!(text, "{}: {}", words::counts(judged), words::verdict(judged));
    text
}

fn annotation(text: &mut String, judged: &Judged, finding: &Finding) {
    let change = &finding.change;
    let command = match change.level {
        _ if finding.fails => "error",
        _ if finding.accepted.is_some() => "notice",
        Level::Breaking | Level::Unknown => "warning",
        _ => "notice",
    };
    let (source, place) = words::mark(judged, change);
    let mut properties = Vec::new();
    if let Some(file) = file(source) {
        properties.push(format!("file={}", property(file)));
        if let Some(place) = place {
            properties.push(format!("line={},col={}", place.position.line, place.position.column));
        }
    }
    let title = match &finding.accepted {
        Some(accepted) => {
            format!("{}, accepted until {}: {}", change.level.name(), accepted.expires, change.rule)
        }
        None => format!("{}: {}", change.level.name(), change.rule),
    };
    properties.push(format!("title={}", property(&title)));

    let mut message = format!("{}: {}", words::title(&change.subject), change.message);
    let mut add = |label: &str, words: &str| {
        let _ = write!(message, "\n{label}: {words}");
    };
    let way = words::way(change);
    if !way.is_empty() {
        add("where", &way);
    }
    if let Some(values) = words::values(change, words::value) {
        add("value", &values);
    }
    if let Some(spots) = words::spots(judged, change) {
        add("at", &spots);
    }
    if let Some(reason) = &change.reason {
        add("because", reason);
    }
    if let Some(witness) = &change.witness {
        add("witness", &format!("{} {}", words::value(&witness.value), words::testimony(witness)));
    }
    let effects: Vec<String> =
        change.effects.iter().map(|effect| format!("{} {}", effect.item, effect.what)).collect();
    if !effects.is_empty() {
        add("in Rust", &words::list(&effects));
    }
    if let Some(operations) = words::operations(change) {
        add("reached by", &operations);
    }
    add("fingerprint", &change.fingerprint);
    let _ = writeln!(text, "::{command} {}::{}", properties.join(","), data(&message));
}

/// A finding about a file as one annotation.
pub(super) fn problem_line(text: &mut String, command: &str, problem: &Diagnostic, title: &str) {
    let mut properties = Vec::new();
    if let Some(file) = file(&problem.source) {
        properties.push(format!("file={}", property(file)));
        if let Some(position) = problem.position {
            properties.push(format!("line={},col={}", position.line, position.column));
        }
    }
    properties.push(format!("title={}", property(title)));
    let mut message = problem.message.clone();
    if let Some(pointer) = &problem.pointer {
        let _ = write!(message, "\nat {pointer}");
    }
    if let Some(help) = &problem.help {
        let _ = write!(message, "\nhelp: {help}");
    }
    let _ = writeln!(text, "::{command} {}::{}", properties.join(","), data(&message));
}

/// The message of a workflow command ends with its line. A log is read on terminals, too.
fn data(text: &str) -> String {
    let line = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    visible(&line).into_owned()
}

/// A property ends with a comma or colon as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_a_command() {
        let problem = Diagnostic::about("a,b:c%.json", "one\r\n::error::two, 100 %");
        let mut text = String::new();
        problem_line(&mut text, "error", &problem, "a: b, c");
        assert_eq!(
            text,
            "::error file=a%2Cb%3Ac%25.json,title=a%3A b%2C c::one%0D%0A::error::two, 100 %25\n"
        );
    }
}
