//! Replays OpenCode's contract against a running server and judges every answer.
//!
//! For each operation of the contract at least one valid call is sent to a base URL: plain ones are built from the
//! contract, ones that need state (a session, a message, a pending permission) stand in the stories of `cases/`. Status,
//! content type, the whole body and every event are held against the contract's own 3.1 schemas. A model that follows a
//! script is started beside it, so that prompts cost nothing and always answer the same.
//!
//! Start at [`run`]; what comes back is a [`Report`]. The stages, in order:
//! [`contract`] what may be asked and answered, [`plan`] what is asked, `replay` asking, [`judge`] holding answers
//! against the contract, [`report`] telling it.
//!
//! [`peers`] starts servers as processes, for tests and measurements; the replay itself only ever talks HTTP.
//!
//! What is not here: knowledge of any server's insides, and expectations beyond the contract, apart from the few values
//! that a story names because later calls rest on them.

pub mod contract;
pub mod judge;
pub mod peers;
pub mod plan;
pub mod report;

mod against;
mod cases;
mod client;
mod explain;
mod gateway;
mod generate;
mod pace;
mod project;
mod recorded;
mod replay;
mod routes;
mod silence;
mod streams;
mod terminal;
mod trial;
mod variables;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use judge::{Finding, Rule};
pub use report::{
    Again, AgainError, Baseline, BaselineError, Counts, Exchange, Kind, OperationReport, Report, SERVER,
    Verdict,
};

use contract::{Contract, ContractError};
use recorded::Recorded;

/// The contract this crate was built with.
const EMBEDDED: &str = include_str!("../../spec/opencode-api.json");

/// What to replay, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where the server listens, for example `http://127.0.0.1:4096`.
    pub base_url: String,
    /// The contract to hold it against; `None` takes the one this crate was built with.
    pub contract: Option<Arc<Value>>,
    /// The errata of the contract: pointers into its document, and what is to stand there. What differs from the contract
    /// but not from the contract with these is told as known.
    pub corrections: Vec<(String, Value)>,
    /// For basic authentication; without a password none is sent.
    pub username: Option<String>,
    pub password: Option<String>,
    /// Operations to report on: ids, modules (`session`), or beginnings of ids (`session.p*`). Empty: all. Calls that prepare
    /// the state of these are made all the same.
    pub only: Vec<String>,
    /// Operations to leave out of the report, named in the same way; outweighs `only`.
    pub exclude: Vec<String>,
    pub mode: Mode,
    /// What generated cases are made from: the same seed, the same cases.
    pub seed: u64,
    /// The most generated cases of each operation, of the valid ones and of the invalid ones each.
    pub cases: usize,
    /// Files of recorded exchanges (HAR 1.2): their requests are played beside the generated ones, as valid input.
    pub requests: Vec<PathBuf>,
    /// How many generated calls are under way at once.
    pub jobs: usize,
    /// The most calls per second; `None`: as fast as the server answers.
    pub rate: Option<f64>,
    /// Counts as failures, too, what is known to differ and operations that answer 501.
    pub strict: bool,
    /// The longest wait for one answer; more than a day is a day.
    pub limit: Duration,
    /// How often an event stream is to show that it lives.
    pub heartbeat: Duration,
    /// Waits for the first heartbeat of each stream; otherwise it is judged only where the replay takes long enough.
    pub await_heartbeat: bool,
    /// What to play; empty: everything.
    pub kinds: Vec<Kind>,
    /// Repeat only what failed in an earlier report; its seed and its number of cases then count, and it is strict if the
    /// earlier one was.
    pub again: Option<Again>,
}

impl Options {
    /// Everything against this server, with 30 seconds for each answer.
    pub fn new(base_url: impl Into<String>) -> Options {
        Options {
            base_url: base_url.into(),
            contract: None,
            corrections: Vec::new(),
            username: None,
            password: None,
            only: Vec::new(),
            exclude: Vec::new(),
            mode: Mode::Full,
            seed: 0,
            cases: 50,
            requests: Vec::new(),
            jobs: 4,
            rate: None,
            strict: false,
            limit: Duration::from_secs(30),
            heartbeat: Duration::from_secs(30),
            await_heartbeat: false,
            kinds: Vec::new(),
            again: None,
        }
    }

    /// How many operations the replay reports on.
    ///
    /// # Errors
    /// It cannot be made, as a look at the contract and the names of operations shows.
    pub fn operations(&self) -> Result<usize, RunError> {
        Ok(planned(self.clone())?.2.reported.len())
    }
}

/// How much the replay may change on the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Only GET calls. They name the temporary project, which the server may then list.
    ReadOnly,
    /// Whatever concerns the replay's own temporary project. Sessions stay in the server's store.
    Project,
    /// Also what the whole server shares: credentials, global configuration, disposing of every instance.
    Full,
}

/// The replay could not be made, which says nothing about conformance.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("{url:?} is not the base URL of an HTTP server")]
    BaseUrl { url: String },
    #[error("no server answers at {url}")]
    Unreachable {
        url: String,
        #[source]
        source: reqwest::Error,
    },
    #[error("{url} wants other credentials (status 401)")]
    Unauthorized { url: String },
    #[error("{url} is no OpenCode server: /global/health answers {status} without `\"healthy\": true`")]
    Stranger { url: String, status: u16 },
    #[error("{url} has stopped answering")]
    Silent { url: String },
    #[error("the contract cannot be used")]
    Contract(#[from] ContractError),
    #[error("the contract's schemas cannot be compiled: {0}")]
    Schemas(String),
    #[error("no operation of the contract is called {name:?}")]
    UnknownOperation { name: String },
    #[error("the recorded requests in {} cannot be read (HAR 1.2 is wanted)", path.display())]
    Requests {
        path: PathBuf,
        #[source]
        source: serde_json::Error,
    },
    #[error("the earlier report tells where two servers differ, so both are needed (--against)")]
    NoOther,
    #[error("the replay cannot prepare its temporary project")]
    Project(#[source] std::io::Error),
}

impl RunError {
    /// What a command exits with when the replay could not be made; a made one exits with [`Report::exit_code`].
    pub const EXIT_CODE: u8 = 2;
}

/// Replays the contract and judges the answers.
///
/// Makes a temporary project and a scripted model, and removes both. What a server may be left with afterwards: the
/// temporary project in its list, and sessions of a replay that was cut short.
///
/// # Errors
/// The replay could not be made: see [`RunError`]. A server that answers wrongly is no error but a [`Report`].
pub async fn run(options: Options) -> Result<Report, RunError> {
    run_with(options, |_| {}).await
}

/// As [`run`], telling each exchange as soon as it is judged.
///
/// # Errors
/// As [`run`].
pub async fn run_with(
    options: Options,
    mut progress: impl FnMut(&Exchange) + Send,
) -> Result<Report, RunError> {
    if options.again.as_ref().is_some_and(Again::compares) {
        return Err(RunError::NoOther);
    }
    replay::replay(prepared(options)?, None, &mut progress).await
}

/// Of two servers that get the same calls, the one that an exchange was made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one under trial.
    Here,
    /// The one beside it, which gets them first.
    There,
}

/// As [`run_with`], and tells where the answers and events of the server at `other_url` differ, which gets the same calls
/// first. The report is that of the server of `options`.
///
/// # Errors
/// As [`run`], for either of the two.
pub async fn run_against(
    mut options: Options,
    other_url: &str,
    mut progress: impl FnMut(Side, &Exchange) + Send,
) -> Result<Report, RunError> {
    // Calls that are under way side by side see each other's state, which is then a matter of chance.
    options.jobs = 1;
    let other = Options { base_url: other_url.to_owned(), await_heartbeat: false, ..options.clone() };
    let recorded = replay::record(prepared(other)?, &mut |told| progress(Side::There, told)).await?;
    replay::replay(prepared(options)?, Some(&recorded), &mut |told| progress(Side::Here, told)).await
}

/// What is to be replayed: the contract, and the plan made of it.
fn prepared(options: Options) -> Result<(Options, Contract, plan::Plan), RunError> {
    let (options, contract, mut plan) = planned(options)?;
    plan.recorded = Recorded::read(&options, &contract)?;
    Ok((options, contract, plan))
}

/// The same without the requests of files.
fn planned(mut options: Options) -> Result<(Options, Contract, plan::Plan), RunError> {
    let contract = match &options.contract {
        Some(document) => Contract::read(Arc::clone(document))?,
        None => embedded_contract(),
    };
    if let Some(again) = &options.again {
        (options.seed, options.cases) = (again.setup.seed, again.setup.cases);
        options.strict |= again.setup.strict;
        if options.requests.is_empty() {
            options.requests = again.setup.requests.iter().map(PathBuf::from).collect();
        }
        let operations = again.operations().into_iter().filter(|id| *id != SERVER);
        options.only = operations.map(str::to_owned).collect();
        // Of no operation at all, where only the server as a whole failed.
        options.exclude = if options.only.is_empty() { vec!["*".to_owned()] } else { Vec::new() };
    }
    let mut plan = plan::Plan::make(&contract, &options.only, &options.exclude)?;
    if options.again.as_ref().is_some_and(Again::of_events) {
        plan.stories = plan::Plan::make(&contract, &[], &[])?.stories;
    }
    Ok((options, contract, plan))
}

/// The contract that this crate was built with.
pub fn embedded_contract() -> Contract {
    let document: Value = serde_json::from_str(EMBEDDED).expect("the checked-in contract is JSON");
    Contract::read(compact(document)).expect("the checked-in contract names its operations")
}

/// The same without what describes it, which nobody reads here, and without the room that objects have left from growing:
/// half of the document, which stays as long as the program.
fn compact(value: Value) -> Value {
    let describes =
        |name: &str, member: &Value| matches!(name, "description" | "summary") && member.is_string();
    match value {
        Value::Object(mut members) => {
            members.retain(|name, member| !describes(name, member));
            members.into_iter().map(|(name, member)| (name, compact(member))).collect()
        }
        Value::Array(items) => items.into_iter().map(compact).collect(),
        other => other,
    }
}
