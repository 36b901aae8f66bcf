//! Contracts of other releases go through everything but the compiler: read, linted, repaired, normalised, generated,
//! and compared with ours. Each must give exactly what `releases/<release>.toml` says.
//!
//! The program's own drill (`tests/release_drill.rs`) does the same with more releases, and compiles what comes out.

#[path = "releases/drill.rs"]
mod drill;

use std::path::Path;

use opencode_spec::document::Document;

fn contract(release: &str) -> Document {
    let name = format!("spec/tests/data/opencode-{release}.json");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(&name);
    Document::read(&path, &name).expect("the contract of a release is readable")
}

#[test]
fn release_1_1_53_goes_through() {
    drill::run("1.1.53", &contract("1.1.53")).expect("as recorded");
}

#[test]
fn release_1_2_15_goes_through() {
    drill::run("1.2.15", &contract("1.2.15")).expect("as recorded");
}

#[test]
fn release_1_3_2_goes_through() {
    drill::run("1.3.2", &contract("1.3.2")).expect("as recorded");
}

#[test]
fn release_1_18_33_goes_through() {
    drill::run("1.18.33", &contract("1.18.33")).expect("as recorded");
}
