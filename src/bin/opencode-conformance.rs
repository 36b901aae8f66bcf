//! The program `opencode-conformance`: the command `opencode-rs conformance` and nothing else, for whoever has another
//! server to check.

use std::process::ExitCode;

use clap::Parser;
use opencode_rs::conformance::{self, Arguments};

#[derive(Parser)]
#[command(name = "opencode-conformance", version)]
struct Program {
    #[command(flatten)]
    arguments: Arguments,
}

fn main() -> ExitCode {
    opencode_rs::begin();
    opencode_rs::end(conformance::run(Program::parse().arguments))
}
