//! The contract check: the build fails when the signatures of `opencode-api` do not say what `spec/opencode-api.json`
//! says. All thinking is in `opencode_spec::gate`; `cargo contract`, which repairs a difference, does not stand behind
//! this check.

use std::error::Error;
use std::path::Path;

use opencode_api::signatures;
use opencode_spec::compare::Served;
use opencode_spec::gate;

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    // A change of the signatures reaches this script as a change of its dependency.
    for file in [gate::CONTRACT, gate::ALLOWANCES, "build.rs"] {
        println!("cargo::rerun-if-changed={file}");
    }
    let documents = signatures::documents()?;
    let streams = signatures::streams()?;
    let served =
        Served { documents: &documents, error_statuses: opencode_api::ERROR_STATUSES, streams: &streams };
    if let Err(report) = gate::check(Path::new("."), &served) {
        println!("cargo::error={}", report.lines().next().unwrap_or_default());
        eprintln!("{report}");
        std::process::exit(1);
    }
    Ok(())
}
