//! The model of the report: exchanges, the verdict of each operation, and the counts.

use std::collections::BTreeSet;
use std::time::Duration;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::coverage::{Coverage, Recorder, Share, Unseen};
use super::{uncovered, warnings};
use crate::contract::Contract;
use crate::judge::Finding;
use crate::{Mode, Options};

/// Version of the JSON form.
const VERSION: u32 = 1;

/// What a replay of the contract against a server came to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Report {
    /// Version of this format, 1. Members may be added without a new version.
    pub version: u32,
    /// Without credentials.
    pub base_url: String,
    /// What the server says of itself at `/global/health`.
    pub server_version: Option<String>,
    pub setup: Setup,
    /// From the first call to the last.
    pub elapsed_ms: u64,
    pub counts: Counts,
    /// Why passing may mean nothing.
    pub warnings: Vec<String>,
    /// Entries of the baseline that match nothing any more. Each is a failure.
    pub stale: Vec<String>,
    pub coverage: Coverage,
    /// In the contract's order; what concerns the whole server comes first, as `(server)`.
    pub operations: Vec<OperationReport>,
}

/// What was asked of the replay, as far as it decides what is played and what fails.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Setup {
    pub mode: Mode,
    pub seed: u64,
    /// The most generated cases of each operation, of the valid ones and of the invalid ones each.
    pub cases: usize,
    /// Whether operations that are not built, and what only the contract's errata know, are failures.
    pub strict: bool,
    /// Operations or modules to report on; empty: all.
    pub include: Vec<String>,
    pub exclude: Vec<String>,
}

/// How many operations got which verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    pub operations: usize,
    pub conforms: usize,
    /// Differ only where that is known: the contract's errata say so, or the baseline.
    pub known: usize,
    pub fails: usize,
    pub not_built: usize,
    pub not_exercised: usize,
    /// Calls sent, polling not counted.
    pub exchanges: usize,
    /// Distinct findings of the failing operations.
    pub findings: usize,
}

/// One operation, or the server as a whole.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OperationReport {
    /// As in the contract, or `(server)`.
    pub id: String,
    /// Upper case; empty for the server as a whole, as is the path.
    pub method: String,
    pub path: String,
    /// The worst of its exchanges.
    #[serde(flatten)]
    pub verdict: Verdict,
    pub exchanges: Vec<Exchange>,
}

/// What exchanges are told of that concern the whole server, and no operation of the contract.
pub const SERVER: &str = "(server)";

/// One call, or one check of several calls, and what came of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Exchange {
    /// The operation's id, or `(server)`.
    pub operation: String,
    pub kind: Kind,
    /// Tells it from all others of this operation and kind; the same in each replay with the same seed.
    pub case: String,
    /// Method, path and query as they were sent.
    pub request: String,
    /// A line for a shell that repeats the call; credentials stand in it as variables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub curl: Option<String>,
    pub status: Option<u16>,
    pub elapsed_ms: u64,
    #[serde(flatten)]
    pub verdict: Verdict,
}

/// Where an exchange comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A step of a story: valid input, in the state it needs.
    Story,
    /// Generated input that fits the contract.
    Valid,
    /// Generated input that does not.
    Invalid,
    /// Who may ask, from where, and how: whatever is decided before an operation sees the call.
    Gateway,
    /// An event stream.
    Stream,
    /// The WebSocket of a terminal.
    Terminal,
    /// The same call to another server.
    Against,
}

impl Kind {
    /// For people.
    pub fn words(self) -> &'static str {
        match self {
            Kind::Story => "story",
            Kind::Valid => "valid input",
            Kind::Invalid => "invalid input",
            Kind::Gateway => "transport",
            Kind::Stream => "event stream",
            Kind::Terminal => "terminal",
            Kind::Against => "side by side",
        }
    }
}

/// What is to be said of an exchange, or of all exchanges of an operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    Conforms,
    /// Differs only where that is known: the contract's errata say so, or the baseline.
    Known {
        findings: Vec<Finding>,
    },
    Fails {
        findings: Vec<Finding>,
    },
    /// Answered 501.
    NotBuilt,
    /// No judgement was possible, and why.
    NotExercised {
        reason: String,
    },
}

impl Verdict {
    pub(crate) fn of(findings: Vec<Finding>) -> Verdict {
        if findings.is_empty() {
            Verdict::Conforms
        } else if findings.iter().all(|finding| finding.known) {
            Verdict::Known { findings }
        } else {
            Verdict::Fails { findings }
        }
    }

    /// Failures first; one judged call outweighs any number of calls that could not be made.
    fn weight(&self) -> u8 {
        match self {
            Verdict::Fails { .. } => 0,
            Verdict::NotBuilt => 1,
            Verdict::Known { .. } => 2,
            Verdict::Conforms => 3,
            Verdict::NotExercised { .. } => 4,
        }
    }

    /// What differs; empty for verdicts that have none.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Verdict::Known { findings } | Verdict::Fails { findings } => findings,
            Verdict::Conforms | Verdict::NotBuilt | Verdict::NotExercised { .. } => &[],
        }
    }
}

impl Report {
    /// Concludes from the exchanges of one replay.
    pub(crate) fn make(played: Played<'_>) -> Report {
        let Played { base_url, server_version, setup, elapsed, contract, recorder, exchanges, reported } =
            played;
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
        for exchange in exchanges {
            if let Some(operation) = operations.get_mut(exchange.operation.as_str()) {
                operation.exchanges.push(exchange);
            }
        }
        let is_told = |operation: &OperationReport| operation.id != SERVER || !operation.exchanges.is_empty();
        let operations = operations.into_values().filter(is_told).collect();
        let mut report = Report {
            version: VERSION,
            base_url,
            server_version,
            setup,
            elapsed_ms: u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX),
            counts: Counts::default(),
            warnings: Vec::new(),
            stale: Vec::new(),
            coverage: Coverage::default(),
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

    /// All exchanges, by operation.
    pub fn exchanges(&self) -> impl Iterator<Item = &Exchange> {
        self.operations.iter().flat_map(|operation| &operation.exchanges)
    }

    /// 0: nothing to complain about; 1: an operation fails, an entry of the baseline matches nothing, or, if strict,
    /// an operation is not built or differs where only the contract's errata know of it.
    pub fn exit_code(&self) -> u8 {
        let fails = |operation: &OperationReport| match &operation.verdict {
            Verdict::Fails { .. } => true,
            Verdict::NotBuilt => self.setup.strict,
            Verdict::Known { findings } => {
                self.setup.strict && findings.iter().any(|finding| finding.reason.is_none())
            }
            Verdict::Conforms | Verdict::NotExercised { .. } => false,
        };
        u8::from(!self.stale.is_empty() || self.operations.iter().any(fails))
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&super::text::text(self, super::Look::default()))
    }
}

/// What a replay leaves behind, to be made a report of.
pub(crate) struct Played<'a> {
    pub base_url: String,
    pub server_version: Option<String>,
    pub setup: Setup,
    pub elapsed: Duration,
    pub contract: &'a Contract,
    pub recorder: &'a Recorder,
    pub exchanges: Vec<Exchange>,
    /// Which operations to report on.
    pub reported: &'a BTreeSet<String>,
}

impl Setup {
    pub(crate) fn of(options: &Options) -> Setup {
        Setup {
            mode: options.mode,
            seed: options.seed,
            cases: options.cases,
            strict: options.strict,
            include: options.only.clone(),
            exclude: options.exclude.clone(),
        }
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
            exchanges,
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
