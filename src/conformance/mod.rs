//! `opencode-rs conformance URL`: replays the contract against a running server and tells what came of it.
//!
//! Here are the flags and what they come to; `outputs` writes the reports, `progress` shows how far it is. What is asked
//! and judged is the business of the library `opencode-conformance`.

mod outputs;
mod progress;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use opencode_conformance::report::Look;
use opencode_conformance::{
    Again, Baseline, Kind, Mode, Options, RunError, Side, embedded_contract, run_against, run_with,
};
use opencode_spec::errata::Errata;
use opencode_spec::source;

use outputs::{Format, Output};
use progress::Progress;

use crate::output;
use crate::signals::Signals;

/// What a command exits with that Ctrl-C ended.
const INTERRUPTED: u8 = 130;

/// Replay the contract against a running server and judge every answer
///
/// Exits with 0 if all is as the contract says, with 1 if not, with 2 if the replay could not be made, with 130 if it was
/// interrupted.
#[derive(Args, Debug)]
pub struct Arguments {
    /// Where the server listens, for example `http://127.0.0.1:4096`
    url: String,
    /// How much the replay may change on the server [default: project]
    #[arg(long, value_enum)]
    mode: Option<Changes>,
    /// Operation or module to report on: an id, a module like `session`, or the beginning of ids followed by `*`; may be
    /// repeated [default: all]
    #[arg(long, value_name = "NAME")]
    include: Vec<String>,
    /// Operation or module to leave out, named in the same way; outweighs --include
    #[arg(long, value_name = "NAME")]
    exclude: Vec<String>,
    /// Play only calls of this kind; may be repeated [default: all]
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Vec<Played>,
    /// What generated cases are made from: the same number, the same cases
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    seed: u64,
    /// Most generated cases of each operation: so many valid ones, and so many invalid ones
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    cases: usize,
    /// Recorded exchanges (HAR 1.2, as browsers and proxies save them) whose accepted requests are played as valid input,
    /// with ids, directory and models of the replay; may be repeated
    #[arg(long, value_name = "FILE")]
    requests: Vec<PathBuf>,
    /// Generated calls under way at once
    #[arg(long, value_name = "NUMBER", default_value_t = 4, value_parser = positive)]
    jobs: usize,
    /// Most calls per second [default: as fast as the server answers]
    #[arg(long, value_name = "NUMBER", value_parser = rate)]
    rate: Option<f64>,
    /// Longest wait for one answer, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..))]
    timeout: u64,
    /// Wait until every event stream has shown that it lives, which takes half a minute; `--mode full` does
    #[arg(long)]
    await_heartbeat: bool,
    /// Base URL of another server that gets the same calls; where its answers and events differ is a failure
    #[arg(long, value_name = "URL")]
    against: Option<String>,
    /// Count operations that answer 501, and what only the contract's errata know of, as failures
    #[arg(long)]
    strict: bool,
    /// Contract to hold the server against: a file, a URL, or `git:REV:PATH` [default: OpenCode 1.2.6]
    #[arg(long, value_name = "FILE|URL")]
    contract: Option<String>,
    /// Findings that are known and fail nothing: a TOML file with a reason for each
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write what fails as such a file, with the reasons to be filled in; entries of --baseline stay, but for those that the
    /// replay shows to be gone
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
    /// Repeat only what failed in an earlier report in JSON, with its seed
    #[arg(long, value_name = "FILE", conflicts_with_all = ["include", "exclude", "seed", "cases"])]
    replay: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Also write the report to a file, in the format of its ending: txt, json, xml (JUnit), html; may be repeated
    #[arg(long, value_name = "FILE")]
    report: Vec<Output>,
    /// Name known differences, and members that were not exercised, in the text as well
    #[arg(long, short)]
    verbose: bool,
    /// User name of the server
    #[arg(long, env = "OPENCODE_SERVER_USERNAME", default_value = "opencode")]
    username: String,
    /// Password of the server; better given as the variable, since others can read arguments
    #[arg(long, env = "OPENCODE_SERVER_PASSWORD", hide_env_values = true)]
    password: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Changes {
    /// Nothing but the server's list of projects, which gets the temporary one: GET calls only
    ReadOnly,
    /// What concerns the replay's own temporary project
    Project,
    /// Also credentials, global configuration, and disposing of every instance
    Full,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Played {
    /// Calls in the state that they need
    Story,
    /// Generated input that fits the contract
    Valid,
    /// Generated input that does not
    Invalid,
    /// What is decided before an operation sees the call
    Gateway,
    /// Event streams
    Stream,
    /// WebSockets of terminals
    Terminal,
}

impl From<Played> for Kind {
    fn from(played: Played) -> Kind {
        match played {
            Played::Story => Kind::Story,
            Played::Valid => Kind::Valid,
            Played::Invalid => Kind::Invalid,
            Played::Gateway => Kind::Gateway,
            Played::Stream => Kind::Stream,
            Played::Terminal => Kind::Terminal,
        }
    }
}

impl From<Changes> for Mode {
    fn from(changes: Changes) -> Mode {
        match changes {
            Changes::ReadOnly => Mode::ReadOnly,
            Changes::Project => Mode::Project,
            Changes::Full => Mode::Full,
        }
    }
}

/// Runs the replay, prints its report on standard output and writes the others; standard error shows how far it is.
///
/// # Errors
/// None: what keeps the replay from being made is printed, and exits with 2.
pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    Ok(replayed(arguments).unwrap_or_else(|problem| {
        output::tell(format_args!("Error: {problem:#}"));
        ExitCode::from(RunError::EXIT_CODE)
    }))
}

fn replayed(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let baseline = arguments.baseline.as_deref().map(baseline).transpose()?;
    let outputs = (arguments.format, arguments.report.clone());
    let (write_baseline, verbose) = (arguments.write_baseline.clone(), arguments.verbose);
    let against = arguments.against.clone();
    let options = options(arguments)?;
    // A replay takes minutes: that a file cannot be written is told before it.
    for path in outputs.1.iter().map(Output::path).chain(write_baseline.as_deref()) {
        outputs::check_writable(path)?;
    }
    // One thread has less to remember than several, and a replay waits for its server most of the time.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.context("cannot start the runtime")?;
    let mut progress = Progress::begin(options.operations()?);
    let report = runtime.block_on(async {
        let mut signals = Signals::listen()?;
        let replayed = async {
            match against {
                Some(other) => {
                    run_against(options, &other, |side, exchange| progress.told(side, exchange)).await
                }
                None => run_with(options, |exchange| progress.told(Side::Here, exchange)).await,
            }
        };
        // Whichever is dropped unfinished: the temporary project goes with the replay.
        tokio::select! {
            report = replayed => report.map(Some).map_err(anyhow::Error::from),
            () = signals.next() => Ok(None),
        }
    });
    progress.end();
    let Some(mut report) = report? else {
        output::tell("interrupted");
        return Ok(ExitCode::from(INTERRUPTED));
    };
    let renewed = write_baseline.map(|path| (path, baseline.clone().unwrap_or_default().renewed(&report)));
    if let Some(baseline) = &baseline {
        report.hold_against(baseline);
    }
    outputs::write(&report, outputs.0, &outputs.1, Look { colour: outputs::colour(), verbose })?;
    if let Some((path, renewed)) = renewed {
        let written = std::fs::write(&path, renewed.to_toml());
        written.with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(ExitCode::from(report.exit_code()))
}

fn options(arguments: Arguments) -> anyhow::Result<Options> {
    let again = arguments.replay.as_deref().map(again).transpose()?;
    let mode = arguments.mode.map(Mode::from);
    let mode = mode.or_else(|| again.as_ref().map(|again| again.setup.mode)).unwrap_or(Mode::Project);
    let password = arguments.password.filter(|password| !password.is_empty());
    let (contract, corrections) = match &arguments.contract {
        Some(from) => {
            let read = contract(from, &arguments.username, password.as_deref(), arguments.timeout)?;
            (Arc::new(read), Vec::new())
        }
        // The errata are those of the release that is built in.
        None => {
            let contract = embedded_contract().document;
            let errata = Errata::parse(include_str!("../../spec/errata.toml"))?;
            let corrections = errata.corrections(&contract)?;
            (contract, corrections)
        }
    };
    Ok(Options {
        contract: Some(contract),
        corrections,
        username: Some(arguments.username),
        password,
        only: arguments.include,
        exclude: arguments.exclude,
        mode,
        seed: arguments.seed,
        cases: arguments.cases,
        requests: arguments.requests,
        jobs: arguments.jobs,
        rate: arguments.rate,
        kinds: arguments.kind.into_iter().map(Kind::from).collect(),
        strict: arguments.strict,
        limit: Duration::from_secs(arguments.timeout),
        again,
        await_heartbeat: arguments.await_heartbeat || mode == Mode::Full,
        ..Options::new(arguments.url)
    })
}

fn contract(
    from: &str,
    username: &str,
    password: Option<&str>,
    timeout: u64,
) -> anyhow::Result<serde_json::Value> {
    let access = source::Access {
        username: Some(username.to_owned()),
        password: password.map(str::to_owned),
        patience: timeout,
    };
    match source::read_with(from, &access) {
        Ok(document) => Ok(document.value().clone()),
        Err(unreadable) => bail!("{unreadable}"),
    }
}

fn baseline(path: &std::path::Path) -> anyhow::Result<Baseline> {
    let named = || format!("the baseline {} cannot be used", path.display());
    Baseline::read(&std::fs::read_to_string(path).with_context(named)?).with_context(named)
}

fn again(path: &std::path::Path) -> anyhow::Result<Again> {
    let named = || format!("{} cannot be replayed", path.display());
    Again::read(&std::fs::read_to_string(path).with_context(named)?).with_context(named)
}

fn positive(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|number| *number > 0).ok_or_else(|| "not a number above zero".to_owned())
}

fn rate(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0);
    number.ok_or_else(|| "not a number above zero".to_owned())
}
