//! `contract upgrade`: a new release's contract, from its server to the list of what is left to do.
//!
//! The contract is read, compared and generated from before anything is written. Then files change in one
//! [`Transaction`], and the compiler is asked. Its errors are the work that the release brings, so the tree stays
//! changed; whatever else ends the command, an interrupt or a check that cannot be made, puts every file back.
//!
//! [`Transaction`]: crate::workspace::Transaction

mod check;
mod handlers;
mod report;
mod work;

use std::io::Write;
use std::time::Instant;

use clap::Args;
use indexmap::IndexMap;

use self::check::{Found, Outcome};
use self::work::{State, Work};
use super::generation::{Compared, Next};
use super::interrupt::Interrupts;
use super::{Failure, headline, line, record, spinner, unwritten};
use crate::gate::OPERATIONS;
use crate::source::{self, Access};
use crate::workspace::{Change, Transaction, Workspace};

/// Where the report for the pull request is written.
const REPORT: &str = "target/contract-upgrade.md";

/// GitHub takes a text of 65 536 characters for a pull request.
const MOST_CHARACTERS: usize = 65_000;
/// However long the list of work is: enough to say how many changes there are.
const LEAST_CHARACTERS: usize = 4_000;

#[derive(Debug, Args)]
pub(super) struct Upgrade {
    /// The new contract: a running server (`http://127.0.0.1:4096`), a URL, a file, `git:REV:PATH`, or `-`
    #[arg(value_name = "URL|FILE")]
    from: String,
    /// How the changed tree is checked [default: cargo check --workspace --all-targets]
    #[arg(long, value_name = "COMMAND")]
    check_command: Option<String>,
    /// Put every file back after the check
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    access: Access,
}

impl Upgrade {
    pub(super) fn run(
        &self,
        workspace: &Workspace,
        text: &mut String,
        errors: &mut dyn Write,
    ) -> Result<(), Failure> {
        let document = record::fetch(&self.from, &self.access)?;
        let release = source::release(&self.from, &self.access);
        let progress = spinner("generating".to_owned());
        let next = Next::from(workspace, document)?;
        let compared = next.compared();
        let before = State::on_disk(workspace);
        let after = State::of(&next.generated.files);
        let mut summary = record::summary(&next.document, release.as_deref());
        if let Ok(present) = &next.present {
            line(&mut summary, format_args!("before: {}", headline(present)));
        }
        let interrupts = Interrupts::start()
            .map_err(|error| Failure::Unreadable(format!("signals cannot be caught: {error}")))?;
        let files = next.changes(workspace);
        if files.is_empty() && next.stale.is_empty() {
            progress.finish_and_clear();
            text.push_str(&summary);
            line(text, "\nThis is the contract that is here already, and every generated file is current.");
            return Ok(());
        }
        let transaction = workspace.begin(&files).map_err(unwritten)?;
        progress.set_message("compiling");
        let started = Instant::now();
        let command = self.check_command.as_deref();
        let outcome = check::run(&workspace.path(""), command, &interrupts, &progress);
        progress.finish_and_clear();
        let found = match outcome {
            Outcome::Clean => Found::default(),
            Outcome::Found(found) => found,
            Outcome::Interrupted(signal) => return interrupted(transaction, signal, errors),
            Outcome::NotMade(why) => {
                undo(transaction, errors)?;
                return Err(Failure::Unreadable(format!("{why}\nevery file is as it was")));
            }
        };
        let mut work = Work::gather(workspace, &before, &after, found);
        work.stale.clone_from(&next.stale);
        let report = self.report(&next, release.as_deref(), &work, &compared);
        let written = std::fs::create_dir_all(workspace.path("target"))
            .and_then(|()| record::write(&workspace.path(REPORT), report.as_bytes()));
        if let Err(error) = written {
            undo(transaction, errors)?;
            let message = format!("{REPORT}: cannot be written: {error}\nevery file is as it was");
            return Err(Failure::Unreadable(message));
        }
        if let Some(signal) = interrupts.signal() {
            return interrupted(transaction, signal, errors);
        }

        if self.dry_run {
            undo(transaction, errors)?;
            text.push_str(&summary);
            line(text, format_args!("\n{} files would change; with --dry-run none has", files.len()));
        } else {
            transaction.keep().map_err(unwritten)?;
            text.push_str(&summary);
            line(text, "");
            tell_briefly(&files, text);
        }
        line(text, format_args!("\n{}", compared.text().trim_end()));
        text.push_str(&report::text(&work));
        line(
            text,
            format_args!("\nchecked in {} s; for the pull request: {REPORT}", started.elapsed().as_secs()),
        );
        if work.is_in_order() {
            return Ok(());
        }
        let mut counts = Vec::new();
        let mut count = |count: usize, words: &str| {
            if count > 0 {
                counts.push(format!("{count} {words}"));
            }
        };
        count(work.errors, "errors of the compiler");
        count(work.stale.len(), "entries that fit nothing any more");
        count(usize::from(work.said.is_some()), "check that failed");
        Err(Failure::Findings(format!("left to do: {}", counts.join(", "))))
    }

    fn report(&self, next: &Next, release: Option<&str>, work: &Work, compared: &Compared) -> String {
        let mut text = "# Upgrade of the contract\n\n".to_owned();
        let name =
            release.map_or_else(|| "A new contract".to_owned(), |release| format!("OpenCode {release}"));
        line(&mut text, format_args!("{name}, read from {}:\n", report::code(next.document.source())));
        line(&mut text, format_args!("| | operations | schemas | sha256 |\n|---|---|---|---|"));
        let documents = next.present.iter().map(|present| ("before", present));
        for (when, document) in documents.chain([("now", &next.document)]) {
            let (operations, schemas) = (document.operations().len(), document.schemas());
            line(&mut text, format_args!("| {when} | {operations} | {schemas} | `{}` |", document.digest()));
        }
        line(&mut text, "\n## What is left to do");
        text.push_str(&report::for_pull_request(work));
        line(&mut text, "\n## What changed\n");
        // Of the changes, what fits beside the work.
        let rest = MOST_CHARACTERS.saturating_sub(text.chars().count()).max(LEAST_CHARACTERS);
        line(&mut text, compared.markdown(rest).trim_end());
        text
    }
}

/// Which files have been written and removed.
pub(super) fn tell(changes: &[Change], text: &mut String) {
    for change in changes {
        let verb = if change.bytes.is_some() { "written" } else { "removed" };
        line(text, format_args!("{verb}  {}", change.path));
    }
}

/// The same, with folders instead of their files: a release changes most pages and most traits.
fn tell_briefly(changes: &[Change], text: &mut String) {
    let mut folders: IndexMap<(&str, bool), Vec<&str>> = IndexMap::new();
    for change in changes {
        let folder = change.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders.entry((folder, change.bytes.is_some())).or_default().push(&change.path);
    }
    for ((folder, is_written), files) in folders {
        let verb = if is_written { "written" } else { "removed" };
        match files.as_slice() {
            [only] => line(text, format_args!("{verb}  {only}")),
            several => line(text, format_args!("{verb}  {} files in {folder}", several.len())),
        }
    }
}

/// Puts every file back.
fn undo(transaction: Transaction, errors: &mut dyn Write) -> Result<(), Failure> {
    let undone = transaction.undo().map_err(|error| {
        Failure::Unreadable(format!("{error}\nrun `cargo contract check` to try it again"))
    })?;
    for file in undone.foreign {
        // Nobody is left to be told when the stream is closed.
        let _ = writeln!(errors, "{file}: changed by somebody else meanwhile, and left alone");
    }
    Ok(())
}

fn interrupted(transaction: Transaction, signal: u8, errors: &mut dyn Write) -> Result<(), Failure> {
    undo(transaction, errors)?;
    Err(Failure::Interrupted(signal, "interrupted: every file is as it was".to_owned()))
}
