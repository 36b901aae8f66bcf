//! `opencode-rs conformance URL`: replays the contract against a running server and tells what came of it.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;
use clap::{Args, ValueEnum};
use opencode_conformance::{Exchange, Mode, Options, RunError, run_with};
use opencode_spec::errata::Errata;

/// Replay the contract against a running server and judge every answer
///
/// Exits with 0 if all is as the contract says, with 1 if not, with 2 if the replay could not be made.
#[derive(Args, Debug)]
pub struct Arguments {
    /// Where the server listens, for example `http://127.0.0.1:4096`
    url: String,
    /// Operation to report on: an id, or the beginning of ids followed by `*`; may be repeated [default: all]
    #[arg(long, value_name = "ID")]
    only: Vec<String>,
    /// How much the replay may change on the server
    #[arg(long, value_enum, default_value = "project")]
    mode: Changes,
    /// Count operations that answer 501, and known differences, as failures
    #[arg(long)]
    strict: bool,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    /// Longest wait for one answer, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    limit: u64,
    /// User name of the server
    #[arg(long, env = "OPENCODE_SERVER_USERNAME", default_value = "opencode")]
    username: String,
    /// Password of the server; better given as the variable, since others can read arguments
    #[arg(long, env = "OPENCODE_SERVER_PASSWORD", hide_env_values = true)]
    password: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Changes {
    /// Nothing: GET calls only
    ReadOnly,
    /// What concerns the replay's own temporary project
    Project,
    /// Also credentials, global configuration, and disposing of every instance
    Full,
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

/// Runs the replay and prints its report on standard output; on a terminal, standard error shows how far it is.
///
/// # Errors
/// Only if the runtime does not start; what keeps the replay from being made is printed, and exits with 2.
pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let json = arguments.json;
    let options = Options {
        only: arguments.only,
        mode: arguments.mode.into(),
        strict: arguments.strict,
        limit: Duration::from_secs(arguments.limit),
        username: Some(arguments.username),
        password: arguments.password.filter(|password| !password.is_empty()),
        corrected: Some(corrected()?),
        ..Options::new(arguments.url)
    };
    let runtime = tokio::runtime::Runtime::new().context("cannot start the runtime")?;
    let mut progress = Progress { shown: std::io::stderr().is_terminal() };
    let report = runtime.block_on(run_with(options, |exchange| progress.show(exchange)));
    progress.clear();
    let report = match report {
        Ok(report) => report,
        Err(problem) => {
            eprintln!("Error: {:#}", anyhow::Error::from(problem));
            return Ok(ExitCode::from(RunError::EXIT_CODE));
        }
    };
    let text = if json { report.to_json() } else { report.to_string() };
    // A reader that has seen enough is no failure.
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
    Ok(ExitCode::from(report.exit_code()))
}

/// The contract with its errata applied: what differs from the one and fits the other is known.
fn corrected() -> anyhow::Result<serde_json::Value> {
    let contract = serde_json::from_str(include_str!("../spec/opencode-api.json"))
        .context("the contract is not JSON")?;
    let errata = Errata::parse(include_str!("../spec/errata.toml"))?;
    Ok(errata.apply(&contract)?)
}

/// One line that is written over and over.
struct Progress {
    shown: bool,
}

impl Progress {
    fn show(&mut self, exchange: &Exchange) {
        if self.shown {
            eprint!("\r\x1b[K{}  {}", exchange.operation, exchange.request);
        }
    }

    fn clear(&mut self) {
        if self.shown {
            eprint!("\r\x1b[K");
        }
    }
}
