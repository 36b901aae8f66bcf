//! The check that the workspace's build script runs: contract against signatures, minus what was accepted.

use std::path::Path;

use crate::allowances::Allowances;
use crate::compare::{Served, compare};
use crate::document::Document;
use crate::report::report;

/// Where the contract and the allowances stand, seen from the workspace's root.
pub const CONTRACT: &str = "spec/opencode-api.json";
pub const ALLOWANCES: &str = "spec/allowances.toml";

/// Where what is known of the real server stands, and which operations are built.
pub const ERRATA: &str = "spec/errata.toml";
pub const OPERATIONS: &str = "server/api/operations.txt";

/// Compares the contract of the workspace at `root` with its signatures.
///
/// # Errors
/// The text to show: what differs and what to run, or why a file cannot be read.
pub fn check(root: &Path, served: &Served<'_>) -> Result<(), String> {
    let contract = Document::read(&root.join(CONTRACT), CONTRACT).map_err(|error| error.to_string())?;
    let allowances =
        Allowances::read(&root.join(ALLOWANCES), ALLOWANCES).map_err(|error| error.to_string())?;
    let verdict = allowances.judge(compare(contract.value(), served));
    report(&contract, &verdict).map_or(Ok(()), Err)
}
