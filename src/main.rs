//! The program `opencode-rs`: one file per command, no logic of the server.

mod call;
mod conformance;
mod connection;
mod run;
mod serve;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

/// OpenCode's HTTP server, checked against its contract
#[derive(Parser, Debug)]
#[command(name = "opencode-rs", version)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    Serve(serve::Arguments),
    Run(run::Arguments),
    /// Call an operation of a running server; `call --help` lists them
    Call(call::Arguments),
    Conformance(conformance::Arguments),
    /// Check the contract, adopt a new one, and generate code from it: the same as `cargo contract`
    Contract(opencode_spec::cli::Contract),
    /// Print a completion script
    Completions {
        shell: Shell,
    },
}

fn main() -> ExitCode {
    // One provider for the whole process, before anybody opens a connection. It fails only if there is one already.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let outcome = match Program::parse().command {
        Command::Serve(arguments) => serve::run(arguments).map(|()| ExitCode::SUCCESS),
        Command::Run(arguments) => run::run(arguments),
        Command::Call(arguments) => call::run(&arguments),
        Command::Conformance(arguments) => conformance::run(arguments),
        Command::Contract(contract) => Ok(contract.run()),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Program::command(), "opencode-rs", &mut std::io::stdout());
            Ok(ExitCode::SUCCESS)
        }
    };
    outcome.unwrap_or_else(|problem| {
        // With its causes, on one line.
        eprintln!("Error: {problem:#}");
        ExitCode::FAILURE
    })
}
