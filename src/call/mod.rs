//! `opencode-rs call OPERATION`: every operation of the contract from a shell.
//!
//! The commands are made from the contract itself when they are asked for, so that there is nothing to generate and
//! nothing to keep up to date: the list needs ids and summaries, one call needs the arguments of its own operation.
//!
//! Start from [`Arguments`]; `inputs.rs` says which arguments an operation has, `request.rs` makes a request of them,
//! `check.rs` holds it against the contract, `send.rs` and `watch.rs` carry it out.

mod check;
mod inputs;
mod request;
mod send;
mod watch;

use std::process::ExitCode;
use std::sync::LazyLock;

use clap::{ArgMatches, Args, Command, FromArgMatches};
use opencode_spec::document::{Operation, operations};
use serde_json::Value;

use crate::connection::Connection;
use crate::output::{self, Broken};

static CONTRACT: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../../spec/opencode-api.json");
    serde_json::from_str(text).expect("the build checks the contract, which is JSON")
});

/// The operation that was asked for, with its arguments.
#[derive(Clone, Debug)]
pub struct Arguments {
    operation: String,
    matches: ArgMatches,
}

/// Why a call did not come to its end, by who is to blame.
#[derive(Debug)]
pub enum Failure {
    /// The server refused, or its answer is none.
    Refused(String),
    /// The arguments are wrong, or there is no server.
    NotMade(String),
    /// Nobody reads the answer any more, and so nobody is.
    Unread,
}

impl From<Broken> for Failure {
    fn from(broken: Broken) -> Failure {
        match broken {
            Broken::Unread => Failure::Unread,
            failed => Failure::NotMade(failed.to_string()),
        }
    }
}

/// Calls the operation and prints the answer on standard output.
///
/// # Errors
/// Only if the runtime does not start. A failed call is printed in one line; it exits with 1 if the server refused it,
/// with 2 if it could not be made.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let outcome = runtime.block_on(perform(arguments));
    // Standard input may be read by a thread that nothing can wake.
    runtime.shutdown_background();
    Ok(match outcome {
        Ok(()) | Err(Failure::Unread) => ExitCode::SUCCESS,
        Err(Failure::Refused(message)) => {
            output::tell(format_args!("Error: {message}"));
            ExitCode::FAILURE
        }
        Err(Failure::NotMade(message)) => {
            output::tell(format_args!("Error: {message}"));
            ExitCode::from(2)
        }
    })
}

async fn perform(arguments: &Arguments) -> Result<(), Failure> {
    let Arguments { operation, matches } = arguments;
    let operation = find(operation).ok_or_else(|| Failure::NotMade(format!("no operation `{operation}`")))?;
    let connection =
        Connection::from_arg_matches(matches).map_err(|problem| Failure::NotMade(problem.to_string()))?;
    if inputs::is_terminal(&operation) {
        return watch::terminal(&connection, matches).await;
    }
    if inputs::is_stream(&operation) {
        return watch::events(&connection, &operation, matches.get_flag("watch")).await;
    }
    let request = request::read(&operation, matches, connection.directory())?;
    if !matches!(matches.try_get_one("no-check"), Ok(Some(true))) {
        check::check(&operation, request.body.as_ref())?;
    }
    send::send(&connection, request, matches.get_flag("raw")).await
}

fn find(id: &str) -> Option<Operation<'static>> {
    operations(&CONTRACT).into_iter().find(|operation| operation.id() == Some(id))
}

impl Args for Arguments {
    fn augment_args(command: Command) -> Command {
        // Other commands do not pay for the contract.
        command.defer(with_operations)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Arguments {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (operation, matches) = matches.subcommand().ok_or_else(|| {
            clap::Error::raw(clap::error::ErrorKind::MissingSubcommand, "no operation was named\n")
        })?;
        Ok(Self { operation: operation.to_owned(), matches: matches.clone() })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn with_operations(command: Command) -> Command {
    let listed = operations(&CONTRACT).into_iter().filter_map(|operation| {
        let command = Command::new(operation.id()?).about(inputs::summary(&operation)).defer(with_inputs);
        Some(command)
    });
    let about = command.get_about().cloned();
    let command = command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_value_name("OPERATION")
        .subcommand_help_heading("Operations")
        .subcommands(listed);
    // The flags bring what is said of them, which is not what this command is about.
    Connection::augment_args(command).about(about.unwrap_or_default())
}

fn with_inputs(command: Command) -> Command {
    match find(command.get_name()) {
        Some(operation) => inputs::augment(command, &operation),
        None => command,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program() -> Command {
        Arguments::augment_args(Command::new("call"))
    }

    #[test]
    fn every_operation_is_a_command_that_can_be_built() {
        let mut command = program();
        command.build();
        let names: Vec<_> = command.get_subcommands().map(Command::get_name).collect();
        assert_eq!(names.len(), 98);
        command.clone().debug_assert();
        for id in names {
            let mut command = program();
            let shown = command.try_get_matches_from_mut(["call", id, "--help"]).expect_err("help");
            assert_eq!(shown.kind(), clap::error::ErrorKind::DisplayHelp, "{id}: {shown}");
        }
    }

    #[test]
    fn unknown_operations_and_flags_are_errors() {
        let kind =
            |arguments: &[&str]| program().try_get_matches_from(arguments).expect_err("an error").kind();
        assert_eq!(kind(&["call", "session.promt", "x"]), clap::error::ErrorKind::InvalidSubcommand);
        assert_eq!(kind(&["call", "session.list", "--colour"]), clap::error::ErrorKind::UnknownArgument);
        assert_eq!(kind(&["call", "session.get"]), clap::error::ErrorKind::MissingRequiredArgument);
        assert_eq!(
            kind(&["call", "session.list", "--limit", "many"]),
            clap::error::ErrorKind::ValueValidation
        );
        assert_eq!(kind(&["call", "session.list", "--watch"]), clap::error::ErrorKind::UnknownArgument);
    }
}
