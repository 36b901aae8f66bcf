//! The model of the report: exchanges, the verdict of each operation, and the counts.

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ContentArrangement, LineStyle, Table};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::contract::Contract;
use crate::judge::Finding;

/// Width of the table where it is not shown on a terminal.
const WIDTH_WITHOUT_TERMINAL: u16 = 140;

/// The whole result. `Display` gives the table and the summary.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Without credentials.
    pub base_url: String,
    /// What the server says of itself at `/global/health`.
    pub server_version: Option<String>,
    pub strict: bool,
    pub counts: Counts,
    /// In the contract's order; what concerns the whole server comes first, as [`SERVER`].
    pub operations: Vec<OperationReport>,
    /// Entries of the baseline that match nothing any more. Each is a failure.
    pub stale: Vec<String>,
}

/// How many operations got which verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
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

#[derive(Clone, Debug, Serialize)]
pub struct OperationReport {
    pub id: String,
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
#[derive(Clone, Debug, Serialize)]
pub struct Exchange {
    /// The operation's id, or [`SERVER`].
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
}

/// What is to be said of an exchange, or of all exchanges of an operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

    fn name(&self) -> &'static str {
        match self {
            Verdict::Conforms => "conforms",
            Verdict::Known { .. } => "known",
            Verdict::Fails { .. } => "FAILS",
            Verdict::NotBuilt => "not built",
            Verdict::NotExercised { .. } => "not exercised",
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
    pub(crate) fn make(
        base_url: String,
        server_version: Option<String>,
        strict: bool,
        contract: &Contract,
        exchanges: Vec<Exchange>,
        reported: impl Fn(&str) -> bool,
    ) -> Report {
        let planned = contract.operations.values().filter(|operation| reported(&operation.id));
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
            base_url,
            server_version,
            strict,
            counts: Counts::default(),
            operations,
            stale: Vec::new(),
        };
        report.conclude();
        report
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
            Verdict::NotBuilt => self.strict,
            Verdict::Known { findings } => {
                self.strict && findings.iter().any(|finding| finding.reason.is_none())
            }
            Verdict::Conforms | Verdict::NotExercised { .. } => false,
        };
        u8::from(!self.stale.is_empty() || self.operations.iter().any(fails))
    }

    /// The whole report as JSON, pretty-printed.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a report holds only texts, numbers and lists")
    }

    /// One row per operation, failures with pointer and reason.
    pub fn table(&self) -> String {
        let mut table = Table::new();
        // A rule between each two rows would double the length.
        let style = UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none());
        table.load_style(style).set_content_arrangement(ContentArrangement::Dynamic);
        if !table.is_tty() {
            table.set_width(WIDTH_WITHOUT_TERMINAL);
        }
        table.set_header(["operation", "verdict", "calls", "what"]);
        for operation in &self.operations {
            let what = operation.what();
            let calls = operation.exchanges.len().to_string();
            table.add_row([operation.id.as_str(), operation.verdict.name(), &calls, &what]);
        }
        table.to_string()
    }

    /// The counts on one line.
    pub fn summary(&self) -> String {
        let Counts { operations, conforms, known, fails, not_built, not_exercised, exchanges, findings } =
            self.counts;
        let version = self.server_version.as_deref().unwrap_or("of unknown version");
        format!(
            "{} (server {version}): {operations} operations, {exchanges} calls: {conforms} conform, {known} differ \
             where the contract is known to be wrong, {fails} fail ({findings} findings), {not_built} not built, {not_exercised} not exercised",
            self.base_url
        )
    }
}

impl std::fmt::Display for Report {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(formatter, "{}\n{}", self.table(), self.summary())
    }
}

impl OperationReport {
    /// The verdict of the operation is that of its worst exchange; findings of all such are joined.
    fn conclude(&mut self) {
        let verdicts = self.exchanges.iter().map(|exchange| &exchange.verdict);
        let Some(worst) = verdicts.clone().min_by_key(|verdict| verdict.weight()) else { return };
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

    fn what(&self) -> String {
        if let Verdict::NotExercised { reason } = &self.verdict {
            return reason.clone();
        }
        let lines = self.verdict.findings().iter().map(|finding| match finding.pointer.as_str() {
            "" => finding.message.clone(),
            pointer => format!("{pointer}: {}", finding.message),
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Counts {
    fn of(operations: &[OperationReport]) -> Counts {
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
        Report::make("http://x".into(), None, strict, &contract, exchanges, |id| id.starts_with("path."))
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
        assert!(failing.table().contains("/x: a"), "{}", failing.table());
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
        assert!(lenient.table().contains("/x: a"), "{}", lenient.table());
        assert_eq!(report(true, exchanges()).exit_code(), 1);
    }

    #[test]
    fn the_json_form_names_verdict_rule_and_pointer() {
        let json: serde_json::Value =
            serde_json::from_str(&report(false, vec![exchange("path.get", fails("a"))]).to_json())
                .expect("JSON");
        let exchange = &json["operations"][0]["exchanges"][0];
        assert_eq!(
            (&exchange["verdict"], &exchange["findings"][0]["rule"]),
            (&"fails".into(), &"body".into())
        );
        assert_eq!(json["operations"][0]["verdict"], "fails");
    }
}
