//! The commands of `cargo contract`, and of `opencode-rs contract`.
//!
//! Exit codes: 0 all is well, 1 something was found that has to be repaired, 2 an input cannot be read (or the
//! command line is wrong). Nothing is written unless everything succeeded.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::allowances::Allowances;
use crate::changes::Changes;
use crate::compare::uncompared;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Pointer, Unreadable};
use crate::errata::Errata;
use crate::gate::{ALLOWANCES, CONTRACT};
use crate::generate::{self, Generated};
use crate::lint::lint;
use crate::source;
use crate::workspace::{Change, Stale, Workspace};

/// Where the errata and the table of operations stand.
const ERRATA: &str = "spec/errata.toml";
const OPERATIONS: &str = "server/api/operations.txt";

/// Checks OpenCode's contract and generates code from it.
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
}

/// Why a command stopped.
enum Failure {
    /// Exit 2.
    Unreadable(String),
    /// Exit 1.
    Findings(String),
}

impl From<Unreadable> for Failure {
    fn from(error: Unreadable) -> Self {
        Self::Unreadable(error.to_string())
    }
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
        ExitCode::from(self.run_on(&mut io::stdout().lock(), &mut io::stderr().lock()))
    }

    /// Runs the command; answers its exit code.
    pub fn run_on(&self, output: &mut dyn Write, errors: &mut dyn Write) -> u8 {
        let mut text = String::new();
        let result = self.workspace().and_then(|workspace| match &self.command {
            Command::Check => check(&workspace, &mut text),
            Command::Regenerate { check } => regenerate(&workspace, *check, &mut text),
            Command::Adopt { from } => adopt(&workspace, from, &mut text),
        });
        let (code, message) = match result {
            Ok(()) => (0, String::new()),
            Err(Failure::Findings(message)) => (1, message),
            Err(Failure::Unreadable(message)) => (2, message),
        };
        // Nobody is left to be told when a stream is closed.
        let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
        if !message.is_empty() {
            let _ = writeln!(errors, "{}", message.trim_end());
        }
        code
    }

    fn workspace(&self) -> Result<Workspace, Failure> {
        let found = match &self.root {
            Some(root) => Some(Workspace::at(root)),
            None => std::env::current_dir().ok().and_then(|directory| Workspace::around(&directory)),
        };
        found.ok_or_else(|| {
            Failure::Unreadable(format!(
                "no {CONTRACT} in this directory or above it: run this inside the repository, or name it with --root"
            ))
        })
    }
}

fn check(workspace: &Workspace, text: &mut String) -> Result<(), Failure> {
    let contract = Document::read(&workspace.path(CONTRACT), CONTRACT)?;
    line(text, format_args!("{}", headline(&contract)));
    refuse(&lint(&contract))?;
    line(text, "in order: operation ids, parameters, path variables, references");
    let allowances = Allowances::read(&workspace.path(ALLOWANCES), ALLOWANCES)
        .map_err(|finding| Failure::Unreadable(finding.to_string()))?;
    refuse(&lost_places(&allowances, &contract))?;
    let generated = generated(workspace, &contract)?;
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for loosening in &generated.loosenings {
        *rules.entry(loosening.rule).or_default() += 1;
    }
    line(text, format_args!("not expressed in the generated types: {}", counts(&rules)));
    line(text, format_args!("not compared with the signatures: {}", counts(&uncompared(contract.value()))));
    compare_files(workspace, &generated, text)
}

fn regenerate(workspace: &Workspace, check: bool, text: &mut String) -> Result<(), Failure> {
    let contract = Document::read(&workspace.path(CONTRACT), CONTRACT)?;
    refuse(&lint(&contract))?;
    let generated = generated(workspace, &contract)?;
    if check {
        compare_files(workspace, &generated, text)
    } else {
        write(workspace, &generated, Vec::new(), text)
    }
}

fn adopt(workspace: &Workspace, from: &str, text: &mut String) -> Result<(), Failure> {
    let next = source::read(from)?;
    refuse(&lint(&next))?;
    let generated = generated(workspace, &next)?;
    let present = Document::read(&workspace.path(CONTRACT), CONTRACT);
    let bytes = next.text().as_bytes().to_vec();
    let is_same = present.as_ref().is_ok_and(|present| present.text() == next.text());
    let contract = Change { path: CONTRACT.to_owned(), bytes: Some(bytes) };
    let first = if is_same { Vec::new() } else { vec![contract] };
    write(workspace, &generated, first, text)?;
    line(text, "");
    line(text, headline(&next));
    if let Ok(allowances) = Allowances::read(&workspace.path(ALLOWANCES), ALLOWANCES) {
        lost_places(&allowances, &next).iter().for_each(|finding| line(text, finding));
    }
    match present {
        Ok(present) => {
            line(text, format_args!("before: {}", headline(&present)));
            line(text, "");
            let changes = Changes::between(&present, &next);
            text.push_str(&changes.to_string());
            if !changes.operations.new.is_empty() {
                line(
                    text,
                    format_args!("\nNew operations answer 501 until a handler is written; see {OPERATIONS}."),
                );
            }
        }
        // What cannot be read cannot be compared; replacing it may be just why this is run.
        Err(unreadable) => {
            line(text, format_args!("What stood there before could not be read: {unreadable}"))
        }
    }
    Ok(())
}

/// Allowances that name a place which the contract does not have. A member that only the signature has stands nowhere,
/// but what should hold it does.
fn lost_places(allowances: &Allowances, contract: &Document) -> Vec<Diagnostic> {
    let stands = |pointer: &Pointer| pointer.get(contract.value()).is_some();
    let mut findings = Vec::new();
    for (line, place) in allowances.places() {
        let pointer = Pointer::from_reference(place);
        if !pointer.is_some_and(|pointer| stands(&pointer) || stands(&pointer.parent())) {
            let message = format!("`{place}` is not in the contract");
            findings.push(
                Diagnostic::about(format!("{ALLOWANCES}:{line}"), message).with_help("remove the entry"),
            );
        }
    }
    findings
}

/// The call of the generator.
fn generated(workspace: &Workspace, contract: &Document) -> Result<Generated, Failure> {
    let read = |name: &str| {
        workspace.text(name).map_err(|error| Failure::Unreadable(format!("{name}: cannot be read: {error}")))
    };
    let errata =
        Errata::parse(&read(ERRATA)?).map_err(|error| Failure::Unreadable(format!("{ERRATA}: {error}")))?;
    generate::all(contract.value(), &errata, &read(OPERATIONS)?).map_err(|error| match error {
        generate::GenerateError::Errata(error) => Failure::Findings(format!("{ERRATA}: {error}")),
        error => Failure::Findings(format!("{}: {error}", contract.source())),
    })
}

fn compare_files(workspace: &Workspace, generated: &Generated, text: &mut String) -> Result<(), Failure> {
    let stale = workspace.stale(&generated.files);
    if stale.is_empty() {
        line(text, format_args!("{} generated files, all current", generated.files.len()));
        return Ok(());
    }
    let mut message = String::new();
    for stale in &stale {
        match stale {
            Stale::Missing(path) => {
                line(&mut message, format_args!("{path}: this generated file is missing"))
            }
            Stale::Differs(path, at) => {
                line(&mut message, format_args!("{path}:{at}: not what {CONTRACT} gives"));
            }
            Stale::LeftOver(path) => {
                line(&mut message, format_args!("{path}: nothing generates this file any more"))
            }
        }
    }
    message.push_str("to repair: cargo contract regenerate");
    Err(Failure::Findings(message))
}

fn write(
    workspace: &Workspace,
    generated: &Generated,
    mut changes: Vec<Change>,
    text: &mut String,
) -> Result<(), Failure> {
    changes.extend(workspace.repairs(&generated.files));
    workspace.apply(&changes).map_err(|error| Failure::Findings(format!("nothing was written: {error}")))?;
    for change in &changes {
        let verb = if change.bytes.is_some() { "written" } else { "removed" };
        line(text, format_args!("{verb}  {}", change.path));
    }
    if changes.is_empty() {
        line(text, format_args!("{} generated files, all current", generated.files.len()));
    }
    Ok(())
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
    let schemas =
        member("/components/schemas").and_then(|schemas| schemas.as_object()).map_or(0, |all| all.len());
    let operations = document.operations().len();
    let source = document.source();
    format!(
        "{source}: OpenAPI {openapi}, {operations} operations, {schemas} schemas, sha256 {}",
        document.digest()
    )
}

fn counts(counts: &BTreeMap<&str, usize>) -> String {
    let words: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}

fn line(text: &mut String, words: impl Display) {
    text.push_str(&words.to_string());
    text.push('\n');
}
