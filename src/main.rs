//! The program `opencode-rs`: its commands, each of which is a room of the library.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue};
use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use opencode_rs::output::{self, Broken};
use opencode_rs::{call, conformance, run, serve};

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
    opencode_rs::begin();
    let outcome = match parse().command {
        Command::Serve(arguments) => serve::run(arguments).map(|()| ExitCode::SUCCESS),
        Command::Run(arguments) => run::run(arguments),
        Command::Call(arguments) => call::run(&arguments),
        Command::Conformance(arguments) => conformance::run(arguments),
        Command::Contract(contract) => Ok(contract.run()),
        Command::Completions { shell } => completions(shell),
    };
    opencode_rs::end(outcome)
}

/// The arguments; what is wrong with them ends the program.
fn parse() -> Program {
    /// Many operations begin with the same word, and so are similar; more than these do not help.
    const SIMILAR: usize = 3;
    Program::try_parse().unwrap_or_else(|mut error| {
        if let Some(ContextValue::Strings(similar)) = error.get(ContextKind::SuggestedSubcommand) {
            // The most similar ones are at the end.
            let best = similar.iter().rev().take(SIMILAR).cloned().collect();
            error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(best));
        }
        error.exit()
    })
}

fn completions(shell: Shell) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Program::command(), "opencode-rs", &mut script);
    match output::write(&script) {
        Ok(()) | Err(Broken::Unread) => Ok(ExitCode::SUCCESS),
        Err(broken) => anyhow::bail!("{broken}"),
    }
}
