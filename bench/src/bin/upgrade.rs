//! `upgrade`: how long `opencode-rs contract upgrade` takes from a file to a clean check, or to the compiler's errors.
//!
//! It works on a copy of this source tree below the build folder, whose own `target/` is kept from run to run. Before
//! the clock starts the copy is checked as it is, so that the upgrade finds everything compiled but what it changes.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use anyhow::{Context, bail};
use clap::Parser;
use opencode_bench::report::{self, Results, Unit};
use opencode_conformance::peers::build_folder;

/// Measures `opencode-rs contract upgrade` with a warm build folder.
#[derive(Parser)]
struct Arguments {
    /// Our program; without it, a release build is made and taken.
    #[arg(long)]
    ours: Option<PathBuf>,
    /// The contract to take [default: that of OpenCode 1.3.2].
    contract: Option<PathBuf>,
}

/// What is no source: build output, and what it came from.
const LEFT_OUT: [&str; 3] = ["target", ".git", "node_modules"];

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let own = repository.join("spec/tests/data/opencode-1.3.2.json");
    let contract = arguments.contract.unwrap_or(own);
    let contract =
        contract.canonicalize().with_context(|| format!("{} cannot be read", contract.display()))?;
    let program = opencode_bench::ours(arguments.ours.as_deref())?;
    let tree = build_folder().join("bench").join("upgrade");
    empty(&tree)?;
    copy(&repository, &tree)?;

    eprintln!("compiling the copy as it is");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let (_, status) = timed(&tree, &cargo, &["check", "--workspace", "--all-targets", "--quiet"], &[])?;
    if !status.success() {
        bail!("this source tree does not compile: {status}");
    }
    eprintln!("upgrading it");
    let (seconds, status) =
        timed(&tree, program.as_os_str(), &["contract", "upgrade"], &[contract.as_os_str()])?;
    let came = match status.code() {
        Some(0) => "a clean check",
        Some(1) => "the compiler's errors",
        _ => bail!("the upgrade ended with {status}"),
    };
    let mut results = Results::new("opencode-rs");
    results.add(&format!("upgrade to {came}"), seconds, Unit::Seconds);
    let results = [results];
    println!("{}", report::table(&results));
    let written = report::write("upgrade", &results).context("the results cannot be written")?;
    println!("numbers: {}", written.display());
    // The next run begins with a copy of its own; what was compiled stays.
    empty(&tree)
}

/// Runs a program in the copy, with its `target/` whatever is set around us; answers the time in seconds.
fn timed(
    tree: &Path,
    program: &OsStr,
    words: &[&str],
    paths: &[&OsStr],
) -> anyhow::Result<(f64, ExitStatus)> {
    let mut command = Command::new(program);
    command.args(words).args(paths).current_dir(tree).env_remove("CARGO_TARGET_DIR");
    let started = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status();
    let status = status.with_context(|| format!("{command:?} cannot be started"))?;
    Ok((started.elapsed().as_secs_f64(), status))
}

/// Removes everything but what was compiled.
fn empty(tree: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(tree)?;
    for entry in std::fs::read_dir(tree)? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("target") {
            std::fs::remove_dir_all(path)?;
        } else if path.is_file() {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(to)?;
    let entries = std::fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        if LEFT_OUT.iter().any(|left_out| name == *left_out) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            std::fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}
