//! The commands of `cargo contract`, and of `opencode-rs contract`.
//!
//! Exit codes: 0 all is well, 1 something was found that has to be repaired, 2 an input cannot be read or an output
//! written (or the command line is wrong), 128 and more when a signal ended it. Nothing is written unless everything
//! succeeded, and what a killed command has left half done is undone by the next one in the same repository.

mod color;
mod diff;
mod docs;
mod generation;
mod interrupt;
mod lint;
mod record;
mod rules;
mod show;
mod upgrade;

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};
use indicatif::ProgressBar;

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Unreadable};
use crate::gate::CONTRACT;
use crate::present::visible;
use crate::workspace::{Workspace, WriteError};

/// Checks OpenCode's contract, compares it with others, and generates code and documents from it.
#[derive(Debug, Parser)]
#[command(name = "contract", version)]
struct Program {
    #[command(flatten)]
    contract: Contract,
}

/// What to do with the contract, for a program that embeds these commands.
#[derive(Debug, Args)]
pub struct Contract {
    /// Root of the repository [default: the one around the current directory]
    #[arg(long, global = true, value_name = "DIRECTORY")]
    root: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// See that the contract is in order and the generated files are what it gives
    Check,
    /// Write the generated files anew
    Regenerate {
        /// Write nothing; exit with 1 if a file is not what the contract gives
        #[arg(long)]
        check: bool,
    },
    /// Put a new contract in place of the present one, and write the generated files from it
    Adopt {
        /// An OpenAPI 3.1 document, for example `http://127.0.0.1:4096/doc`
        #[arg(value_name = "FILE|URL")]
        from: String,
    },
    /// Fetch the contract of a running server and write it down
    Record(record::Record),
    /// Say what changed between two contracts, and whom it breaks
    ///
    /// OLD and NEW are files, URLs of running servers, `git:REV:PATH`, or `-` for the standard input.
    ///
    /// Exit codes: 0 nothing fails, 1 a change does (see --fail-on) or the accept file is out of date, 2 an input
    /// cannot be read or the output written.
    Diff(diff::Diff),
    /// Take a new release's contract: record, compare, regenerate, compile, and list the work that it brings
    ///
    /// Exit codes: 0 the tree compiles and nothing has to be repaired, 1 there is work to do, 2 an input cannot be
    /// read, a file cannot be written or the check cannot be made, and no file has changed; 130 it was interrupted,
    /// and no file has changed.
    Upgrade(upgrade::Upgrade),
    /// Write the contract as Markdown pages
    Docs(docs::Docs),
    /// Say what is wrong in a contract
    ///
    /// Exit codes: 0 in order, 1 something is wrong in it, 2 it cannot be read.
    Lint(lint::Lint),
    /// List the rules by which changes are classified
    Rules(rules::Rules),
    /// Say what the contract says of one operation
    Show(show::Show),
}

/// Why a command stopped.
enum Failure {
    /// Nor can what cannot be written; exit 2.
    Unreadable(String),
    /// Exit 1.
    Findings(String),
    /// By a signal of this number; exit 128 more than it, as shells count.
    Interrupted(u8, String),
}

impl From<Unreadable> for Failure {
    fn from(error: Unreadable) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// A change of files that was not made.
fn unwritten(error: WriteError) -> Failure {
    Failure::Unreadable(format!("nothing was written: {error}"))
}

/// Runs the program with these arguments; the first one is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Program::try_parse_from(arguments) {
        Ok(program) => program.contract.run(),
        Err(error) => {
            // Help and version are errors to clap, with exit code 0. A closed pipe is no reason to panic.
            let _ = error.print();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
    }
}

impl Contract {
    /// Runs the command on the standard streams.
    pub fn run(&self) -> ExitCode {
        // Not locked: a sign of life on a terminal comes from another thread.
        ExitCode::from(self.run_on(&mut io::stdout(), &mut io::stderr()))
    }

    /// Runs the command; answers its exit code.
    pub fn run_on(&self, output: &mut dyn Write, errors: &mut dyn Write) -> u8 {
        let mut text = String::new();
        let result = self.command(&mut text, errors);
        let (code, message) = match result {
            Ok(()) => (0, String::new()),
            Err(Failure::Findings(message)) => (1, message),
            Err(Failure::Unreadable(message)) => (2, message),
            Err(Failure::Interrupted(signal, message)) => (128 + signal, message),
        };
        let written = output.write_all(text.as_bytes()).and_then(|()| output.flush());
        // A reader that has seen enough is no failure.
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            let _ = writeln!(errors, "standard output: cannot be written: {error}");
            return 2;
        }
        if !message.is_empty() {
            let _ = writeln!(errors, "{}", harmless(message.trim_end()));
        }
        code
    }

    fn command(&self, text: &mut String, errors: &mut dyn Write) -> Result<(), Failure> {
        self.recover(errors)?;
        match &self.command {
            Command::Check => generation::check(&self.workspace()?, text),
            Command::Regenerate { check } => generation::regenerate(&self.workspace()?, *check, text),
            Command::Adopt { from } => generation::adopt(&self.workspace()?, from, text),
            Command::Record(record) => record.run(text, errors),
            Command::Diff(diff) => diff.run(text),
            Command::Upgrade(upgrade) => upgrade.run(&self.workspace()?, text, errors),
            Command::Docs(docs) => docs.run(|| self.workspace(), text),
            Command::Lint(lint) => lint.run(text),
            Command::Rules(rules) => rules.run(text),
            Command::Show(show) => show.run(|| self.workspace(), text),
        }
    }

    /// Puts back what a command that was killed has changed.
    fn recover(&self, errors: &mut dyn Write) -> Result<(), Failure> {
        let Some(workspace) = self.found() else { return Ok(()) };
        let undone = workspace.recover().map_err(|error| {
            Failure::Unreadable(format!("a command was killed, and its changes cannot be undone: {error}"))
        })?;
        if let Some(undone) = undone {
            let count = undone.restored.len();
            // Nobody is left to be told when the stream is closed.
            let _ = writeln!(
                errors,
                "a command was killed while it changed files: {count} are as they were before"
            );
            for file in undone.foreign {
                let _ = writeln!(errors, "{file}: changed by somebody else since, and left alone");
            }
        }
        Ok(())
    }

    fn found(&self) -> Option<Workspace> {
        match &self.root {
            Some(root) => Some(Workspace::at(root)),
            None => std::env::current_dir().ok().and_then(|directory| Workspace::around(&directory)),
        }
    }

    fn workspace(&self) -> Result<Workspace, Failure> {
        self.found().ok_or_else(|| {
            Failure::Unreadable(format!(
                "no {CONTRACT} in this directory or above it: run this inside the repository, or name it with --root"
            ))
        })
    }
}

/// A document that means one thing. Where a member stands twice, one reader keeps the first and another the last, so
/// that nobody knows what is meant.
fn unambiguous(document: Document) -> Result<Document, Failure> {
    let twice: Vec<Diagnostic> = document.duplicate_members().collect();
    if twice.is_empty() { Ok(document) } else { Err(Unreadable(twice).into()) }
}

fn refuse(findings: &[Diagnostic]) -> Result<(), Failure> {
    if findings.is_empty() {
        return Ok(());
    }
    let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
    Err(Failure::Findings(findings.join("\n\n")))
}

/// `spec/opencode-api.json: OpenAPI 3.1.1, 98 operations, 149 schemas, sha256 5d0e…`
fn headline(document: &Document) -> String {
    let member = |pointer: &str| document.value().pointer(pointer);
    let openapi = member("/openapi").and_then(|version| version.as_str()).unwrap_or_default();
    let (operations, schemas) = (document.operations().len(), document.schemas());
    let source = document.source();
    format!(
        "{source}: OpenAPI {openapi}, {operations} operations, {schemas} schemas, sha256 {}",
        document.digest()
    )
}

/// A sign of life on a terminal's standard error, nowhere else. It is cleared when it is finished.
fn spinner(words: String) -> ProgressBar {
    let spinner = ProgressBar::new_spinner().with_message(words);
    spinner.enable_steady_tick(Duration::from_millis(100));
    spinner
}

/// Adds a line, or several, for people.
fn line(text: &mut String, words: impl Display) {
    text.push_str(&harmless(&words.to_string()));
    text.push('\n');
}

/// Lines for a terminal that may hold what a contract says: control characters are shown, not sent.
fn harmless(lines: &str) -> String {
    lines.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}
