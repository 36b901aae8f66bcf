//! `cargo contract`: check, regenerate and adopt the contract. All of it is [`opencode_spec::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    opencode_spec::cli::run(std::env::args_os())
}
