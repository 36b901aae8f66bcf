//! Why something of the contract is not exercised: the reasons of `uncovered.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

/// The file, read once.
static REASONS: LazyLock<Vec<Reason>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../uncovered.toml")).expect("a test reads the file");
    file.uncovered
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    uncovered: Vec<Reason>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reason {
    operation: String,
    what: String,
    reason: String,
}

/// The reason that stands in the file for `what` of this operation.
pub(crate) fn reason(operation: &str, what: &str) -> Option<&'static str> {
    let fits = |reason: &&Reason| is_like(&reason.operation, operation) && is_like(&reason.what, what);
    REASONS.iter().find(fits).map(|reason| reason.reason.as_str())
}

/// Whether `pattern`, in which `*` stands for any text, is this text.
fn is_like(pattern: &str, text: &str) -> bool {
    let Some((beginning, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(text) = text.strip_prefix(beginning) else { return false };
    // The shortest text for the star is tried first.
    (0..=text.len()).filter(|at| text.is_char_boundary(*at)).any(|at| is_like(rest, &text[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_names_an_operation_and_a_reason() {
        let contract = crate::embedded_contract();
        for reason in REASONS.iter() {
            assert!(!reason.reason.is_empty() && !reason.what.is_empty(), "{reason:?}");
            assert!(contract.operations.keys().any(|id| is_like(&reason.operation, id)), "{reason:?}");
        }
    }

    #[test]
    fn stars_stand_for_any_text() {
        assert!(is_like("tui.*", "tui.openHelp") && is_like("*", "") && is_like("a*c*e", "abcde"));
        assert!(!is_like("tui.*", "pty.list") && !is_like("a*c", "abcd") && !is_like("400", "404"));
    }
}
