//! The model of the report: exchanges, the verdict of each operation, and the counts.
//!
//! Start at [`Report`]. How it comes of the exchanges of a replay is in `conclude`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::coverage::Coverage;
use super::requests::Requests;
use crate::judge::Finding;
use crate::{Mode, Options};

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
    /// Of recorded requests, where there were some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requests: Option<Requests>,
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
    /// Files of recorded requests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<String>,
    /// Whether operations that are not built, and what only the contract's errata know, are failures.
    pub strict: bool,
    /// Operations or modules to report on; empty: all.
    pub include: Vec<String>,
    pub exclude: Vec<String>,
    /// Kinds of calls to play; empty: all.
    #[serde(default)]
    pub kinds: Vec<Kind>,
    /// Whether only what failed in an earlier report was played.
    #[serde(default)]
    pub replay: bool,
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

    /// Whether cases of this kind differ in their input alone. Each of the others is a check of its own.
    pub(super) fn is_by_input(self) -> bool {
        matches!(self, Kind::Story | Kind::Valid | Kind::Invalid)
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
    pub(super) fn weight(&self) -> u8 {
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

impl Setup {
    pub(crate) fn of(options: &Options) -> Setup {
        Setup {
            mode: options.mode,
            seed: options.seed,
            cases: options.cases,
            requests: options.requests.iter().map(|path| path.display().to_string()).collect(),
            strict: options.strict,
            include: options.only.clone(),
            exclude: options.exclude.clone(),
            kinds: options.kinds.clone(),
            replay: options.again.is_some(),
        }
    }

    /// Whether all cases of these kinds were played, as far as the mode allows changes at all.
    pub(super) fn has_all(&self, kinds: &[Kind]) -> bool {
        let played = self.kinds.is_empty() || kinds.iter().all(|kind| self.kinds.contains(kind));
        let all = self.include.is_empty() && self.exclude.is_empty() && !self.replay;
        played && all && self.mode > Mode::ReadOnly
    }
}
