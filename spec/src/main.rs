//! `cargo contract`: the commands about the contract, from `check` to `show`. All of it is [`opencode_spec::cli`].

use std::process::ExitCode;

/// Comparing contracts makes a million small values in a fifth of a second. The server keeps the system's allocator:
/// with this one it weighs twice as much while idle.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    opencode_spec::cli::run(std::env::args_os())
}
