//! The contract check: the build fails when the signatures of `opencode-api` do not say what `spec/opencode-api.json`
//! says. All thinking is in `opencode_spec::gate`; `cargo contract`, which repairs a difference, does not stand behind
//! this check. Beside it stands what the programs want of the linker.

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::Command;

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
    if reads_short_relocations() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    Ok(())
}

/// Whether the C library that the programs are linked with reads the addresses in their tables in the short form
/// (`DT_RELR`), which glibc has learned in 2.36; with an older one such a program does not start. In the long form, each
/// start brings 24 bytes for every address into memory.
fn reads_short_relocations() -> bool {
    let variable = |name| env::var(name).unwrap_or_default();
    let of_this_machine = variable("HOST") == variable("TARGET");
    if !of_this_machine
        || variable("CARGO_CFG_TARGET_OS") != "linux"
        || variable("CARGO_CFG_TARGET_ENV") != "gnu"
    {
        return false;
    }
    let Ok(told) = Command::new("getconf").arg("GNU_LIBC_VERSION").output() else { return false };
    let told = String::from_utf8_lossy(&told.stdout);
    let minor = told.trim().strip_prefix("glibc 2.").and_then(|minor| minor.parse::<u32>().ok());
    minor.is_some_and(|minor| minor >= 36)
}
