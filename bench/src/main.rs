//! `opencode-bench`: our server beside the real OpenCode 1.2.6, one after the other, on this machine.
//!
//! Both start in fresh homes on loopback, get the same sessions, the same prompts and the same scripted model, and are
//! asked the same questions by the same client. A table with ratios goes to standard output, the numbers to
//! `target/bench/side-by-side.json`. This is no test: nothing here has a threshold. Start from [`measure`].

mod load;
mod prompts;
mod startup;
mod subject;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};
use clap::Parser;
use opencode_bench::report::{self, Results};
use opencode_conformance::peers::{Packages, Program};
use opencode_scripted_model::{Options, ScriptedServer};

use crate::subject::Subject;

/// Measures our server and the real OpenCode 1.2.6 side by side.
#[derive(Parser)]
struct Arguments {
    /// Our program; without it, a release build is made and taken.
    #[arg(long, value_name = "PATH")]
    ours: Option<PathBuf>,
    /// The real `opencode`; without it, the npm package is installed into the build folder.
    #[arg(long, value_name = "PATH")]
    real: Option<PathBuf>,
    /// Measure one of them only.
    #[arg(long)]
    only: Option<Side>,
    /// Connections that ask at the same time.
    #[arg(long, default_value_t = 16)]
    connections: usize,
    /// Seconds of measuring per endpoint, after a quarter of that for warming up.
    #[arg(long, default_value_t = 4.0)]
    seconds: f64,
    /// Starts and prompts that are measured; the median counts.
    #[arg(long, default_value_t = 7)]
    rounds: usize,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Side {
    Ours,
    Real,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    run(&Arguments::parse()).await
}

async fn run(arguments: &Arguments) -> anyhow::Result<()> {
    if arguments.connections == 0
        || arguments.rounds == 0
        || arguments.seconds.is_nan()
        || arguments.seconds <= 0.0
    {
        bail!("connections, rounds and seconds are all above 0");
    }
    let mut results = Vec::new();
    if arguments.only != Some(Side::Real) {
        let path = opencode_bench::ours(arguments.ours.as_deref())?;
        results.push(measure(Program::Ours(path), arguments).await?);
    }
    if arguments.only != Some(Side::Ours) {
        let path = match &arguments.real {
            Some(path) => program(path)?,
            None => Packages::install()?.opencode(),
        };
        results.push(measure(Program::Real(path), arguments).await?);
    }
    println!("{}", report::table(&results));
    let file = report::write("side-by-side", &results).context("the results cannot be written")?;
    println!("numbers: {}", file.display());
    Ok(())
}

/// The whole path of a program: it is started from another folder than ours.
fn program(path: &Path) -> anyhow::Result<PathBuf> {
    path.canonicalize().with_context(|| format!("{} cannot be run", path.display()))
}

/// Everything about one server, in the order of the table.
async fn measure(program: Program, arguments: &Arguments) -> anyhow::Result<Results> {
    let name = program.name();
    let mut results = Results::new(name);
    eprintln!("{name}: starts and idle memory");
    tokio::task::block_in_place(|| startup::measure(&program, arguments.rounds, &mut results))?;

    let model = ScriptedServer::start(Options::default()).await?;
    let subject = Subject::start(&program, &model)?;
    eprintln!("{name}: making 100 sessions and 200 messages");
    for endpoint in subject.seed().await? {
        eprintln!("{name}: {} requests", endpoint.label);
        let plan = load::Plan {
            connections: arguments.connections,
            warm_up: Duration::from_secs_f64(arguments.seconds / 4.0),
            measured: Duration::from_secs_f64(arguments.seconds),
        };
        let load = load::run(subject.address()?, &endpoint, &plan).await?;
        results.add(&format!("requests/s {}", endpoint.label), load.per_second(), report::Unit::PerSecond);
        results.add(&format!("p99 {}", endpoint.label), load.quantile(0.99), report::Unit::Seconds);
    }
    eprintln!("{name}: prompts");
    prompts::measure(&subject, arguments.rounds, &mut results).await?;
    startup::add_memory(&subject.server, "after all this", &mut results);
    Ok(results)
}
