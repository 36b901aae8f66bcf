//! `conformance`: generated cases per second of `opencode-conformance`, and of the same command of `opencode-rs`, beside
//! Schemathesis, as whole processes.
//!
//! Both read the same contract, ask the same server for the same operations that only read, and are given work in the
//! same amount: ours first, then Schemathesis with as many examples as come nearest to the number of cases that ours
//! sent. What is counted is what each tool says that it sent; the time is from the start of the process to its end.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, bail, ensure};
use clap::Parser;
use opencode_bench::report::{self, Results, Unit, median};
use opencode_conformance::peers::{Home, Program, Server, build_folder};
use serde_json::Value;
use wait4::Wait4;

/// Measures generated cases beside Schemathesis.
#[derive(Parser)]
struct Arguments {
    /// Our program; without it, a release build is made and taken.
    #[arg(long)]
    ours: Option<PathBuf>,
    /// Measure ours only.
    #[arg(long)]
    alone: bool,
    /// Most generated cases of each operation.
    #[arg(long, default_value_t = 4000)]
    cases: usize,
    /// Runs of ours; the other tool, which takes long, makes one.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
}

/// The operations that are done, only read, and end.
const OPERATIONS: &str = include_str!("../../../server/api/operations.txt");

/// One run of a tool.
struct Run {
    cases: usize,
    seconds: f64,
    /// Largest resident memory, in bytes.
    memory: f64,
}

fn main() -> anyhow::Result<()> {
    run(&Arguments::parse())
}

fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let program = opencode_bench::ours(arguments.ours.as_deref())?;
    let home = Home::new()?;
    let server = Server::start(&Program::Ours(program.clone()), &home, &["--scripted-model"])?;
    let operations: Vec<&str> = read_only().collect();
    let reports = build_folder().join("bench").join("conformance");
    std::fs::create_dir_all(&reports)?;

    // Both come out of one build, side by side.
    let single = program.with_file_name("opencode-conformance");
    let (mut runs, mut of_all) = (Vec::new(), Vec::new());
    for _ in 0..arguments.rounds.max(1) {
        runs.push(ours(Command::new(&single), server.url(), &operations, arguments.cases, &reports)?);
        let mut command = Command::new(&program);
        command.arg("conformance");
        of_all.push(ours(command, server.url(), &operations, arguments.cases, &reports)?);
    }
    let cases = runs[0].cases;
    let same = runs.iter().chain(&of_all).all(|run| run.cases == cases);
    ensure!(same, "one seed gave different numbers of cases");
    let mut all = vec![results("opencode-conformance", &runs), results("opencode-rs conformance", &of_all)];
    if !arguments.alone {
        let tool = installed(server.url())?;
        // Its number of cases grows with the examples, but not by a rule that it tells: a short run says how fast.
        let probe = theirs(&tool, server.url(), &operations, 10, &reports)?;
        let examples = (10 * cases).div_ceil(probe.cases.max(1)).max(1);
        all.push(results("schemathesis", &[theirs(&tool, server.url(), &operations, examples, &reports)?]));
    }
    println!("{} operations of one server, read only\n{}", operations.len(), report::table(&all));
    let file = report::write("conformance", &all).context("the results cannot be written")?;
    println!("numbers: {}", file.display());
    Ok(())
}

fn results(name: &'static str, runs: &[Run]) -> Results {
    let mut results = Results::new(name);
    let mut seconds: Vec<f64> = runs.iter().map(|run| run.seconds).collect();
    let seconds = median(&mut seconds);
    let cases = runs.first().map_or(0, |run| run.cases) as f64;
    results.add("cases/s, valid and invalid", cases / seconds, Unit::PerSecond);
    results.add("whole run", seconds, Unit::Seconds);
    results.add("most memory", runs.iter().map(|run| run.memory).fold(0.0, f64::max), Unit::Bytes);
    println!("{name}: {cases} cases");
    results
}

fn read_only() -> impl Iterator<Item = &'static str> {
    let lines = OPERATIONS.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    lines.filter_map(|line| match line[..] {
        ["done", _, id, "GET", _] if !id.contains("event") => Some(id),
        _ => None,
    })
}

fn ours(
    mut command: Command,
    url: &str,
    operations: &[&str],
    cases: usize,
    reports: &Path,
) -> anyhow::Result<Run> {
    let file = reports.join("ours.json");
    command.args([url, "--mode", "read-only", "--kind", "valid", "--kind", "invalid"]);
    command.args(["--cases", &cases.to_string(), "--report"]).arg(&file);
    for id in operations {
        command.args(["--include", id]);
    }
    let (seconds, memory) = measured(command)?;
    let report: Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    let operations = report["operations"].as_array().context("no operations in the report")?;
    let exchanges = operations.iter().filter_map(|operation| operation["exchanges"].as_array()).flatten();
    let cases = exchanges.filter(|exchange| exchange["status"].is_number()).count();
    Ok(Run { cases, seconds, memory })
}

fn theirs(
    tool: &Path,
    url: &str,
    operations: &[&str],
    examples: usize,
    reports: &Path,
) -> anyhow::Result<Run> {
    let file = reports.join("schemathesis.json");
    // What it found before would be asked first.
    let _ = std::fs::remove_dir_all(reports.join(".schemathesis"));
    let contract = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/opencode-api.json").canonicalize()?;
    let mut command = Command::new(tool.join("bin/python3"));
    command.args(["-m", "schemathesis.cli", "--no-color", "run"]).arg(contract).args(["--url", url]);
    command.args(["--phases", "examples,coverage,fuzzing", "--generation-deterministic"]);
    command.args(["--continue-on-failure", "--max-examples", &examples.to_string(), "--report", "json"]);
    command.arg("--report-json-path").arg(&file).current_dir(reports);
    for id in operations {
        command.args(["--include-operation-id", id]);
    }
    let (seconds, memory) = measured(command)?;
    let report: Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    let cases = report["test_cases"]["generated"].as_u64().context("no number of cases in the report")?;
    Ok(Run { cases: usize::try_from(cases)?, seconds, memory })
}

/// From before the start of a process until it is gone. 1 is what both tools say when they found something.
fn measured(mut command: Command) -> anyhow::Result<(f64, f64)> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let started = Instant::now();
    let child = command.spawn().with_context(|| format!("{command:?} cannot be started"))?;
    let ended = child.wait4()?;
    let seconds = started.elapsed().as_secs_f64();
    if !matches!(ended.status.code(), Some(0 | 1)) {
        bail!("{command:?} ended with {}", ended.status);
    }
    Ok((seconds, ended.rusage.maxrss as f64))
}

/// The folder into which `conformance/peers/schemathesis` installs it; that script is run where it has not been.
fn installed(url: &str) -> anyhow::Result<PathBuf> {
    let find = || {
        let folders = std::fs::read_dir(build_folder().join("peers")).ok()?;
        let paths = folders.filter_map(|folder| Some(folder.ok()?.path()));
        paths.filter(|path| path.join("complete").exists() && path.join("bin/python3").exists()).find(
            |path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("schemathesis-")),
        )
    };
    if let Some(folder) = find() {
        return Ok(folder);
    }
    eprintln!("installing Schemathesis from PyPI");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../conformance/peers/schemathesis");
    let mut command = Command::new(script);
    command.arg(url).arg(build_folder().join("bench").join("conformance")).env("SCHEMATHESIS_EXAMPLES", "1");
    command.env("CARGO_TARGET_DIR", build_folder()).stdout(Stdio::null());
    // Its verdict is of no concern here.
    let _ = command.status().context("the script cannot be started")?;
    find().context("Schemathesis could not be installed; --alone measures ours only")
}
