//! `compare`: `opencode-rs contract diff` beside another tool that compares OpenAPI 3.1 documents, as whole processes.
//!
//! The other one is Optic from npm, which is installed into the build folder. Each tool compares the same two documents a
//! few times; the median time and the largest memory count. Optic refuses a document that lists a tag twice, as that of
//! 1.18.33 does: both tools read copies that list each tag once. `contract check` is measured beside it, alone.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, bail};
use clap::Parser;
use opencode_bench::report::{self, Results, Unit, median};
use opencode_conformance::peers::build_folder;
use serde_json::Value;
use wait4::Wait4;

/// Measures `opencode-rs contract diff` beside Optic.
#[derive(Parser)]
struct Arguments {
    /// Our program; without it, a release build is made and taken.
    #[arg(long)]
    ours: Option<PathBuf>,
    /// Measure ours only.
    #[arg(long)]
    alone: bool,
    /// Runs of ours; the other tool, which takes seconds, makes three.
    #[arg(long, default_value_t = 21)]
    rounds: usize,
    /// The document before [default: the contract of this repository].
    old: Option<PathBuf>,
    /// The document after [default: the contract of OpenCode 1.18.33].
    new: Option<PathBuf>,
}

/// Runs of the other tool.
const PEER_ROUNDS: usize = 3;

fn main() -> anyhow::Result<()> {
    run(&Arguments::parse())
}

fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let document = |given: &Option<PathBuf>, own: &str| {
        let path = given.clone().unwrap_or_else(|| repository.join(own));
        path.canonicalize().with_context(|| format!("{} cannot be read", path.display()))
    };
    let folder = build_folder().join("bench");
    std::fs::create_dir_all(&folder)?;
    let old = document(&arguments.old, "spec/opencode-api.json")?;
    let old = each_tag_once(&old, &folder.join("old.json"))?;
    let new = document(&arguments.new, "spec/tests/data/opencode-1.18.33.json")?;
    let new = each_tag_once(&new, &folder.join("new.json"))?;
    let program = opencode_bench::ours(arguments.ours.as_deref())?;

    let mut ours = Results::new("opencode-rs");
    let compare = || {
        let mut command = Command::new(&program);
        command.args(["contract", "diff", "--fail-on", "never"]).args([&old, &new]);
        command
    };
    measure("compare", arguments.rounds, compare, &mut ours)?;
    let mut all = vec![ours];
    if !arguments.alone {
        let optic = install()?;
        let mut theirs = Results::new("optic 1.0.9");
        let compare = || {
            let mut command = Command::new(&optic);
            command.arg("diff").args([&old, &new]).env("OPTIC_TELEMETRY_LEVEL", "off");
            command
        };
        // It ends with 1 where it takes a change for breaking.
        measure("compare", PEER_ROUNDS, compare, &mut theirs)?;
        all.push(theirs);
    }
    println!("{}", report::table(&all));

    let mut check = Results::new("opencode-rs");
    let checking = || {
        let mut command = Command::new(&program);
        command.args(["contract", "check"]).current_dir(&repository);
        command
    };
    measure("contract check", arguments.rounds, checking, &mut check)?;
    println!("{}", report::table(std::slice::from_ref(&check)));
    all.push(check);
    println!(
        "numbers: {}",
        report::write("compare", &all).context("the results cannot be written")?.display()
    );
    Ok(())
}

/// Runs a whole process `rounds` times, from before its start until it is gone.
fn measure(
    what: &str,
    rounds: usize,
    command: impl Fn() -> Command,
    results: &mut Results,
) -> anyhow::Result<()> {
    let mut times = Vec::new();
    let mut memory = 0;
    for _ in 0..rounds {
        let mut command = command();
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let started = Instant::now();
        let child = command.spawn().with_context(|| format!("{command:?} cannot be started"))?;
        let ended = child.wait4()?;
        times.push(started.elapsed().as_secs_f64());
        if !matches!(ended.status.code(), Some(0 | 1)) {
            bail!("{command:?} ended with {}", ended.status);
        }
        memory = memory.max(ended.rusage.maxrss);
    }
    results.add(&format!("{what}, whole process"), median(&mut times), Unit::Seconds);
    results.add(&format!("{what}, most memory"), memory as f64, Unit::Bytes);
    Ok(())
}

/// A copy of a document whose tags are listed once each.
fn each_tag_once(document: &Path, copy: &Path) -> anyhow::Result<PathBuf> {
    let mut value: Value = serde_json::from_slice(&std::fs::read(document)?)?;
    if let Some(tags) = value.get_mut("tags").and_then(Value::as_array_mut) {
        let mut names = HashSet::new();
        tags.retain(|tag| names.insert(tag["name"].to_string()));
    }
    std::fs::write(copy, serde_json::to_vec(&value)?)?;
    Ok(copy.to_owned())
}

/// Optic in the version that `bench/peers` pins, without running any script of it.
fn install() -> anyhow::Result<PathBuf> {
    let folder = build_folder().join("bench").join("peers");
    let program = folder.join("node_modules/.bin/optic");
    let pinned = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers");
    let installed = folder.join("installed-package-lock.json");
    let wanted = std::fs::read(pinned.join("package-lock.json"))?;
    if std::fs::read(&installed).ok().as_deref() != Some(&wanted) {
        eprintln!("installing optic from npm");
        std::fs::create_dir_all(&folder)?;
        for file in ["package.json", "package-lock.json"] {
            std::fs::copy(pinned.join(file), folder.join(file))?;
        }
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
        if !npm.stdout(Stdio::null()).status().context("npm cannot be started")?.success() {
            bail!("npm could not install optic; --alone measures ours only");
        }
        std::fs::copy(pinned.join("package-lock.json"), installed)?;
    }
    Ok(program)
}
