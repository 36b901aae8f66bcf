//! Repeating failures: from an earlier report in JSON, which cases of which operations are to be played again.
//!
//! The seed and the number of generated cases are taken from it as well, so that its cases come to be again. Steps that
//! prepare the state of a case are played with it, but not reported. Of a difference between two servers, the case that
//! was compared is repeated, on both.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{Kind, Setup};
use crate::against::{Compared, compared};

/// What to repeat, and how it was made.
#[derive(Clone, Debug)]
pub struct Again {
    pub setup: Setup,
    cases: BTreeSet<(String, Kind, String)>,
    /// The events of the stories differed.
    events: bool,
}

/// The file is no report, or there is nothing in it to repeat.
#[derive(Debug, thiserror::Error)]
pub enum AgainError {
    #[error("it is no report of a replay: {0}")]
    Json(#[from] serde_json::Error),
    #[error("nothing failed in it, so there is nothing to repeat")]
    NothingFailed,
}

/// As much of a report as is needed here.
#[derive(Deserialize)]
struct Earlier {
    setup: Setup,
    operations: Vec<EarlierOperation>,
}

#[derive(Deserialize)]
struct EarlierOperation {
    id: String,
    exchanges: Vec<EarlierExchange>,
}

#[derive(Deserialize)]
struct EarlierExchange {
    kind: Kind,
    case: String,
    verdict: String,
    #[serde(default)]
    findings: Vec<EarlierFinding>,
}

#[derive(Deserialize)]
struct EarlierFinding {
    reason: Option<String>,
}

impl EarlierExchange {
    /// As [`Report::exit_code`](super::Report::exit_code) has it.
    fn failed(&self, strict: bool) -> bool {
        match self.verdict.as_str() {
            "fails" => true,
            "not_built" => strict,
            "known" => strict && self.findings.iter().any(|finding| finding.reason.is_none()),
            _ => false,
        }
    }
}

impl Again {
    /// Reads a report as `--format json` writes it.
    ///
    /// # Errors
    /// See [`AgainError`].
    pub fn read(text: &str) -> Result<Again, AgainError> {
        let Earlier { setup, operations } = serde_json::from_str(text)?;
        let (mut cases, mut events) = (BTreeSet::new(), false);
        for EarlierOperation { id, exchanges } in operations {
            for failed in exchanges.into_iter().filter(|exchange| exchange.failed(setup.strict)) {
                match compared(&failed.case).filter(|_| failed.kind == Kind::Against) {
                    Some(Compared::Case(kind, case)) => {
                        cases.insert((id.clone(), kind, case.to_owned()));
                    }
                    Some(Compared::Events) => events = true,
                    None => {}
                }
                cases.insert((id.clone(), failed.kind, failed.case));
            }
        }
        if cases.is_empty() {
            return Err(AgainError::NothingFailed);
        }
        Ok(Again { setup, cases, events })
    }

    /// How many cases there are to repeat.
    pub fn len(&self) -> usize {
        self.cases.len()
    }

    /// Never: a report without failures is refused.
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty()
    }

    /// The operations that have such a case.
    pub fn operations(&self) -> BTreeSet<&str> {
        self.cases.iter().map(|(operation, ..)| operation.as_str()).collect()
    }

    /// Whether a case of this kind is to be repeated, or has to be for the sake of another.
    pub fn has(&self, kind: Kind) -> bool {
        let for_events = self.events && matches!(kind, Kind::Story | Kind::Stream);
        for_events || self.cases.iter().any(|(_, of, _)| *of == kind)
    }

    /// Whether the earlier report tells of differences from another server, so that there must be one again.
    pub fn compares(&self) -> bool {
        self.has(Kind::Against)
    }

    /// Whether a generated case of this operation is to be repeated.
    pub(crate) fn generates(&self, operation: &str) -> bool {
        let generated = |kind: Kind| matches!(kind, Kind::Valid | Kind::Invalid);
        self.cases.iter().any(|(of, kind, _)| of == operation && generated(*kind))
    }

    /// Whether every story has to be played to its end, because their events are compared.
    pub(crate) fn of_events(&self) -> bool {
        self.events
    }

    /// Whether this case is to be repeated.
    pub fn wants(&self, operation: &str, kind: Kind, case: &str) -> bool {
        self.cases.contains(&(operation.to_owned(), kind, case.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Finding, Rule};
    use crate::report::conclude::tests::{exchange, report};
    use crate::report::{Exchange, Format, Look, Report, Verdict, present};

    fn written(report: &Report) -> String {
        let mut text = Vec::new();
        present(report, Format::Json, Look::default(), &mut text).expect("memory takes it");
        String::from_utf8(text).expect("JSON is text")
    }

    #[test]
    fn failures_of_a_written_report_are_repeated_and_nothing_else() {
        let failing = exchange("path.get", Verdict::of(vec![Finding::new(Rule::Body, "", "wrong")]));
        let text = written(&report(false, vec![failing, exchange("app.log", Verdict::Conforms)]));
        let again = Again::read(&text).expect("a report");
        assert_eq!((again.len(), again.operations().into_iter().collect::<Vec<_>>()), (1, vec!["path.get"]));
        assert!(again.wants("path.get", Kind::Story, "s/1"));
        assert!(again.has(Kind::Story) && !again.has(Kind::Valid));
        assert!(!again.wants("path.get", Kind::Valid, "s/1") && !again.wants("app.log", Kind::Story, "s/1"));
    }

    #[test]
    fn what_differed_is_played_again_together_with_what_was_compared() {
        let differs = || Verdict::of(vec![Finding::new(Rule::Differs, "", "otherwise")]);
        let against = |operation, case: &str| Exchange {
            kind: Kind::Against,
            case: case.to_owned(),
            ..exchange(operation, differs())
        };
        let told =
            vec![against("path.get", "valid input: plain"), against("event.subscribe", "events of run")];
        let text = written(&report(false, told));
        let again = Again::read(&text).expect("a report");
        assert!(again.compares() && again.of_events());
        assert!(again.wants("path.get", Kind::Valid, "plain"));
        assert!(again.wants("path.get", Kind::Against, "valid input: plain"));
        assert!(!again.wants("path.get", Kind::Story, "plain"));
        assert!(again.has(Kind::Story) && again.has(Kind::Stream) && !again.has(Kind::Gateway));
    }

    #[test]
    fn what_fails_only_when_strict_is_repeated_if_it_was() {
        let known = Finding { known: true, ..Finding::new(Rule::Body, "", "as the errata say") };
        let accepted = Finding { reason: Some("because".to_owned()), ..known.clone() };
        let exchanges = || {
            vec![
                exchange("pty.list", Verdict::NotBuilt),
                exchange("path.get", Verdict::of(vec![known.clone()])),
                exchange("vcs.get", Verdict::of(vec![accepted.clone()])),
            ]
        };
        let again = Again::read(&written(&report(true, exchanges()))).expect("a report");
        assert_eq!(again.operations().into_iter().collect::<Vec<_>>(), ["path.get", "pty.list"]);
        let lenient = Again::read(&written(&report(false, exchanges())));
        assert!(matches!(lenient, Err(AgainError::NothingFailed)));
    }

    #[test]
    fn a_report_without_failures_and_other_files_are_refused() {
        let clean = written(&report(false, vec![]));
        assert!(matches!(Again::read(&clean), Err(AgainError::NothingFailed)));
        assert!(matches!(Again::read("{}"), Err(AgainError::Json(_))));
    }
}
