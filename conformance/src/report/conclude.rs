//! From the exchanges of a replay to its report: verdicts, counts, coverage, warnings.
//!
//! Start at [`Report::make`].

use std::collections::BTreeSet;
use std::time::Duration;

use indexmap::IndexMap;

use super::coverage::{Coverage, Recorder, Share, Unseen};
use super::{
    Counts, Exchange, Kind, OperationReport, Report, Requests, SERVER, Setup, Verdict, uncovered, warnings,
};
use crate::contract::Contract;
use crate::judge::Finding;

/// Version of the JSON form.
const VERSION: u32 = 1;

/// What a replay leaves behind, to be made a report of.
pub(crate) struct Played<'a> {
    pub base_url: String,
    pub server_version: Option<String>,
    pub setup: Setup,
    pub elapsed: Duration,
    pub contract: &'a Contract,
    pub recorder: &'a Recorder,
    /// In pieces of one operation each.
    pub exchanges: Vec<Vec<Exchange>>,
    pub requests: Option<Requests>,
    /// Which operations to report on.
    pub reported: &'a BTreeSet<String>,
}

impl Report {
    /// Concludes from the exchanges of one replay.
    pub(crate) fn make(played: Played<'_>) -> Report {
        let Played { base_url, server_version, setup, elapsed, contract, recorder, exchanges, .. } = played;
        let (requests, reported) = (played.requests, played.reported);
        let planned = contract.operations.values().filter(|operation| reported.contains(&operation.id));
        let planned = planned.map(|operation| OperationReport {
            id: operation.id.clone(),
            method: operation.method.clone(),
            path: operation.path.clone(),
            verdict: Verdict::NotExercised { reason: "no call was planned".to_owned() },
            exchanges: Vec::new(),
        });
        let server = OperationReport {
            id: SERVER.to_owned(),
            method: String::new(),
            path: String::new(),
            verdict: Verdict::Conforms,
            exchanges: Vec::new(),
        };
        let operations = std::iter::once(server).chain(planned);
        let mut operations: IndexMap<_, _> =
            operations.map(|operation| (operation.id.clone(), operation)).collect();
        for told in exchanges {
            let id = told.first().map(|exchange| exchange.operation.as_str());
            match id.and_then(|id| operations.get_mut(id)) {
                Some(operation) if operation.exchanges.is_empty() => operation.exchanges = told,
                Some(operation) => operation.exchanges.extend(told),
                None => {}
            }
        }
        let is_told = |operation: &OperationReport| operation.id != SERVER || !operation.exchanges.is_empty();
        let operations = operations.into_values().filter(is_told).collect();
        let mut report = Report {
            version: VERSION,
            base_url,
            server_version,
            setup,
            elapsed_ms: super::millis(elapsed),
            counts: Counts::default(),
            warnings: Vec::new(),
            stale: Vec::new(),
            coverage: Coverage::default(),
            requests,
            operations,
        };
        report.conclude();
        report.coverage = report.covered(recorder);
        report.warnings = warnings::warnings(&report, contract, recorder.heard());
        report
    }

    /// What was touched of the operations that are reported on, with reasons for the rest.
    fn covered(&self, recorder: &Recorder) -> Coverage {
        let idle = |operation: &OperationReport| match &operation.verdict {
            Verdict::NotBuilt => Some("answered 501".to_owned()),
            Verdict::NotExercised { reason } => Some(reason.clone()),
            _ => None,
        };
        let operations: IndexMap<_, _> = self
            .operations
            .iter()
            .filter(|operation| operation.id != SERVER)
            .map(|operation| (operation.id.as_str(), idle(operation)))
            .collect();
        let mut coverage = recorder.coverage(operations.keys().copied(), |id, what| {
            let known = uncovered::reason(id, what).map(str::to_owned);
            let idle = operations.get(id).cloned().flatten();
            idle.or(known).unwrap_or_else(|| "no call led to it".to_owned())
        });
        let unseen = operations.iter().filter_map(|(id, idle)| {
            Some(Unseen { operation: (*id).to_owned(), what: String::new(), reason: idle.clone()? })
        });
        let unseen: Vec<_> = unseen.collect();
        coverage.operations = Share { seen: operations.len() - unseen.len(), of: operations.len(), unseen };
        coverage
    }

    /// Verdicts and counts anew, after exchanges changed.
    pub(super) fn conclude(&mut self) {
        self.operations.iter_mut().for_each(OperationReport::conclude);
        self.counts = Counts::of(&self.operations);
    }
}

impl OperationReport {
    /// The verdict of the operation is that of its worst exchange; findings of all such are joined.
    fn conclude(&mut self) {
        // That the gateway keeps everybody else out does not show that the operation works, nor do refusals.
        let shows = |exchange: &&Exchange| {
            self.id == SERVER
                || !matches!(exchange.kind, Kind::Gateway | Kind::Invalid)
                || exchange.verdict != Verdict::Conforms
        };
        let verdicts = self.exchanges.iter().filter(shows).map(|exchange| &exchange.verdict);
        let Some(worst) = verdicts.clone().min_by_key(|verdict| verdict.weight()) else {
            if !self.exchanges.is_empty() {
                let reason = "only calls were made that it is to refuse, and it did".to_owned();
                self.verdict = Verdict::NotExercised { reason };
            }
            return;
        };
        let mut joined: Vec<Finding> = Vec::new();
        for finding in
            verdicts.filter(|verdict| verdict.weight() == worst.weight()).flat_map(Verdict::findings)
        {
            if !joined.contains(finding) {
                joined.push(finding.clone());
            }
        }
        self.verdict = worst.clone();
        if let Verdict::Known { findings } | Verdict::Fails { findings } = &mut self.verdict {
            *findings = joined;
        }
    }
}

impl Counts {
    pub(super) fn of<'a>(operations: impl IntoIterator<Item = &'a OperationReport>) -> Counts {
        let mut counts = Counts::default();
        for operation in operations {
            // What concerns the whole server is no operation; its findings count all the same.
            let is_operation = operation.id != SERVER;
            counts.operations += usize::from(is_operation);
            counts.exchanges +=
                operation.exchanges.iter().filter(|exchange| exchange.status.is_some()).count();
            match &operation.verdict {
                Verdict::Conforms => counts.conforms += usize::from(is_operation),
                Verdict::Known { .. } => counts.known += usize::from(is_operation),
                Verdict::NotBuilt => counts.not_built += 1,
                Verdict::NotExercised { .. } => counts.not_exercised += 1,
                Verdict::Fails { findings } => {
                    counts.fails += usize::from(is_operation);
                    counts.findings += findings.len();
                }
            }
        }
        counts
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::Options;
    use crate::judge::Rule;

    pub fn exchange(operation: &str, verdict: Verdict) -> Exchange {
        Exchange {
            operation: operation.to_owned(),
            kind: Kind::Story,
            case: "s/1".to_owned(),
            request: "GET /".to_owned(),
            curl: None,
            status: Some(200),
            elapsed_ms: 1,
            verdict,
        }
    }

    fn fails(message: &str) -> Verdict {
        Verdict::Fails { findings: vec![Finding::new(Rule::Body, "/x", message)] }
    }

    pub fn report(strict: bool, exchanges: Vec<Exchange>) -> Report {
        let contract = crate::embedded_contract();
        // `path.get` is always there; of the others, those that something is told of.
        let mut reported: BTreeSet<_> = exchanges.iter().map(|exchange| exchange.operation.clone()).collect();
        reported.insert("path.get".to_owned());
        Report::make(Played {
            base_url: "http://x".to_owned(),
            server_version: None,
            setup: Setup { strict, ..Setup::of(&Options::new("http://x")) },
            elapsed: Duration::from_millis(5),
            contract: &contract,
            recorder: &Recorder::new(&contract, &reported),
            exchanges: exchanges.into_iter().map(|exchange| vec![exchange]).collect(),
            requests: None,
            reported: &reported,
        })
    }

    #[test]
    fn the_worst_exchange_decides_and_findings_are_told_once() {
        let not_exercised = Verdict::NotExercised { reason: "r".into() };
        let of = |verdicts: Vec<Verdict>| {
            report(false, verdicts.into_iter().map(|verdict| exchange("path.get", verdict)).collect())
        };
        assert_eq!(
            of(vec![not_exercised.clone(), Verdict::Conforms]).operations[0].verdict,
            Verdict::Conforms
        );
        assert_eq!(of(vec![Verdict::Conforms, Verdict::NotBuilt]).operations[0].verdict, Verdict::NotBuilt);
        let failing = of(vec![Verdict::Conforms, fails("a"), fails("a"), fails("b")]);
        assert_eq!((failing.counts.fails, failing.counts.findings, failing.exit_code()), (1, 2, 1));
        assert!(failing.to_string().contains("body at /x"), "{failing}");
    }

    #[test]
    fn an_operation_without_a_call_is_not_exercised() {
        let report = report(false, vec![]);
        assert_eq!((report.counts.operations, report.counts.not_exercised, report.exit_code()), (1, 1, 0));
    }

    #[test]
    fn what_is_not_built_fails_only_when_strict() {
        let exchanges = || vec![exchange("path.get", Verdict::NotBuilt)];
        assert_eq!((report(false, exchanges()).exit_code(), report(true, exchanges()).exit_code()), (0, 1));
    }

    #[test]
    fn what_is_known_is_told_and_fails_only_when_strict() {
        let finding = Finding { known: true, ..Finding::new(Rule::Body, "/x", "a") };
        let exchanges = || vec![exchange("path.get", Verdict::of(vec![finding.clone()]))];
        let lenient = report(false, exchanges());
        assert_eq!((lenient.counts.known, lenient.counts.fails, lenient.exit_code()), (1, 0, 0));
        assert!(lenient.to_string().contains("1 known differences"), "{lenient}");
        assert_eq!(report(true, exchanges()).exit_code(), 1);
    }
}
