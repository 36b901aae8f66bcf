//! What the measuring programs share: the program that is measured, and the numbers as people and programs read them.

pub mod report;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use opencode_conformance::peers::build_folder;

/// The program that is measured: the one that was named, or else a release build of this source tree, made by the cargo
/// that runs us.
///
/// # Errors
/// There is no such program; there is no cargo around us, or the build fails.
pub fn ours(named: Option<&Path>) -> anyhow::Result<PathBuf> {
    if let Some(path) = named {
        return path.canonicalize().with_context(|| format!("{} cannot be run", path.display()));
    }
    let cargo = std::env::var_os("CARGO").context("without cargo, say --ours PATH")?;
    eprintln!("building opencode-rs (release)");
    let folder = build_folder();
    let mut build = Command::new(cargo);
    build.args(["build", "--release", "--package", "opencode-rs", "--target-dir"]).arg(&folder);
    // Wherever we were started.
    build.current_dir(env!("CARGO_MANIFEST_DIR"));
    if !build.status()?.success() {
        bail!("the release build failed");
    }
    Ok(folder.join("release").join("opencode-rs"))
}
