//! The commands of the program `opencode-rs`, a room each; no logic of the server.
//!
//! Two programs are made of them: `opencode-rs` with all, and `opencode-conformance` with [`conformance`] alone, which is a
//! third as large and takes a fifth less memory.

pub mod call;
pub mod conformance;
mod connection;
pub mod output;
pub mod run;
pub mod serve;
mod signals;

use std::process::ExitCode;

/// What every program does before its command. It is called once, before anybody opens a connection.
pub fn begin() {
    // One provider of encryption for the whole process. This fails only if there is one already.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
}

/// What a program exits with; a problem is told with its causes, on one line.
pub fn end(outcome: anyhow::Result<ExitCode>) -> ExitCode {
    outcome.unwrap_or_else(|problem| {
        output::tell(format_args!("Error: {problem:#}"));
        ExitCode::FAILURE
    })
}
