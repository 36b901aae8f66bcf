//! When passing means nothing: a replay that had nobody to talk to, or nothing to look at.

use super::{Exchange, Kind, Report, Verdict};
use crate::Mode;
use crate::contract::Contract;

/// What to doubt in this report, in whole sentences.
pub(super) fn warnings(report: &Report, contract: &Contract, events: bool) -> Vec<String> {
    let mut warnings = Vec::new();
    let answered: Vec<&Exchange> = report.exchanges().filter(|exchange| exchange.status.is_some()).collect();
    if answered.is_empty() {
        return vec!["No call was answered: this says nothing about the server.".to_owned()];
    }
    let all = |status: u16| answered.iter().all(|exchange| exchange.status == Some(status));
    if all(401) || all(403) {
        warnings.push(
            "Every call was refused for want of credentials: this says nothing else about the server."
                .to_owned(),
        );
        return warnings;
    }
    if all(501) {
        warnings.push("Every call was answered 501: nothing is built that could be judged.".to_owned());
        return warnings;
    }
    let succeeded =
        |exchange: &&&Exchange| exchange.status.is_some_and(|status| (200..300).contains(&status));
    if !answered.iter().any(|exchange| succeeded(&exchange)) {
        warnings.push("No call succeeded: only refusals were judged.".to_owned());
    }
    let creates = |id: &str| contract.operations.get(id).is_some_and(|operation| operation.method == "POST");
    let is_built = |id: &str| {
        let operation = report.operations.iter().find(|operation| operation.id == id);
        operation.is_some_and(|operation| {
            !matches!(operation.verdict, Verdict::NotBuilt | Verdict::NotExercised { .. })
        })
    };
    if report.setup.mode > Mode::ReadOnly {
        let mut creating = report.operations.iter().filter(|operation| creates(&operation.id));
        let planned = creating.clone().next().is_some();
        let worked = |operation: &super::OperationReport| {
            operation.exchanges.iter().any(|exchange| exchange.kind == Kind::Story && succeeded(&&exchange))
        };
        if planned && !creating.any(worked) {
            warnings.push("Nothing was created: no POST of a story succeeded.".to_owned());
        }
        let prompts = answered.iter().filter(|exchange| exchange.operation == "session.prompt");
        let mut prompts = prompts.filter(|exchange| exchange.kind == Kind::Story);
        let sound =
            |exchange: &&&Exchange| succeeded(exchange) && !matches!(exchange.verdict, Verdict::Fails { .. });
        if is_built("session.prompt") && !prompts.any(|exchange| sound(&exchange)) {
            warnings.push("No prompt was answered: what a run does was not judged.".to_owned());
        }
    }
    let mut streams = contract.operations.values().filter(|operation| operation.event_schema().is_some());
    if !events && streams.any(|operation| is_built(&operation.id)) {
        warnings.push("No event was seen: the event streams were not judged.".to_owned());
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::super::conclude::tests::{exchange, report};
    use super::*;

    fn warned(mode: Mode, events: bool, statuses: &[(&str, u16)]) -> Vec<String> {
        let exchanges = statuses.iter().map(|(id, status)| Exchange {
            status: Some(*status),
            ..exchange(id, if *status == 501 { Verdict::NotBuilt } else { Verdict::Conforms })
        });
        let mut report = report(false, exchanges.collect());
        report.setup.mode = mode;
        warnings(&report, &crate::embedded_contract(), events)
    }

    #[test]
    fn a_replay_that_showed_nothing_says_so() {
        let only = |warnings: Vec<String>| {
            assert_eq!(warnings.len(), 1, "{warnings:?}");
            warnings.into_iter().next().unwrap_or_default()
        };
        assert!(only(warned(Mode::Full, true, &[])).starts_with("No call was answered"));
        assert!(only(warned(Mode::Full, true, &[("path.get", 401)])).contains("credentials"));
        assert!(only(warned(Mode::Full, true, &[("path.get", 501)])).contains("501"));
        assert!(only(warned(Mode::ReadOnly, true, &[("path.get", 404)])).contains("No call succeeded"));
        assert!(
            only(warned(Mode::Full, true, &[("path.get", 200), ("session.create", 400)]))
                .contains("Nothing was created")
        );
        assert!(
            only(warned(Mode::Full, true, &[("session.create", 200), ("session.prompt", 400)]))
                .contains("No prompt")
        );
        assert!(only(warned(Mode::ReadOnly, false, &[("event.subscribe", 200)])).contains("No event"));
    }

    #[test]
    fn a_replay_that_saw_something_has_no_warning() {
        let calls = [("session.create", 200), ("session.prompt", 200), ("event.subscribe", 200)];
        assert_eq!(warned(Mode::Full, true, &calls), Vec::<String>::new());
        assert_eq!(
            warned(Mode::ReadOnly, true, &[("session.create", 400), ("path.get", 200)]),
            Vec::<String>::new()
        );
    }
}
