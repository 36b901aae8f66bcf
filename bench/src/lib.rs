//! What the measuring programs share: the program that is measured, and the numbers as people and programs read them.

pub mod report;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, bail};
use opencode_conformance::peers::build_folder;

/// Builds the program with the cargo that runs us, so that the measured one is the one of this source tree.
///
/// # Errors
/// There is no cargo around us, or the build fails.
pub fn build_ours() -> anyhow::Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").context("without cargo, say --ours PATH")?;
    eprintln!("building opencode-rs (release)");
    let status = Command::new(cargo).args(["build", "--release", "--package", "opencode-rs"]).status()?;
    if !status.success() {
        bail!("the release build failed");
    }
    Ok(build_folder().join("release").join("opencode-rs"))
}
