//! `check`, `regenerate` and `adopt`: the contract of this repository and the files that follow from it.

use std::collections::{BTreeMap, BTreeSet};
use std::time::SystemTime;

use super::upgrade::tell;
use super::{Failure, headline, line, record, refuse, unwritten};
use crate::allowances::Allowances;
use crate::compare::uncompared;
use crate::diagnostic::Diagnostic;
use crate::diff;
use crate::document::{Document, Pointer, Unreadable};
use crate::errata::Errata;
use crate::gate::{ALLOWANCES, CONTRACT, ERRATA, OPERATIONS};
use crate::generate::{self, Generated};
use crate::lint::lint;
use crate::policy::{Acceptances, Date, FailOn, Judged, Severities, judge};
use crate::present::{markdown_within, short};
use crate::source::Access;
use crate::workspace::{Change, Stale, Workspace};

pub(super) fn check(workspace: &Workspace, text: &mut String) -> Result<(), Failure> {
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

pub(super) fn regenerate(workspace: &Workspace, check: bool, text: &mut String) -> Result<(), Failure> {
    let contract = Document::read(&workspace.path(CONTRACT), CONTRACT)?;
    refuse(&lint(&contract))?;
    let generated = generated(workspace, &contract)?;
    if check { compare_files(workspace, &generated, text) } else { write(workspace, &generated, text) }
}

pub(super) fn adopt(workspace: &Workspace, from: &str, text: &mut String) -> Result<(), Failure> {
    let document = record::fetch(from, &Access::default())?;
    let next = Next::from(workspace, document)?;
    if let Some(stale) = next.stale_errata.first() {
        return Err(Failure::Findings(stale.clone()));
    }
    let changes = next.changes(workspace);
    workspace.apply(&changes).map_err(unwritten)?;
    tell(&changes, text);
    if changes.is_empty() {
        line(text, format_args!("{} generated files, all current", next.generated.files.len()));
    }
    line(text, "");
    line(text, headline(&next.document));
    next.stale.iter().for_each(|finding| line(text, finding));
    match &next.present {
        Ok(present) => {
            line(text, format_args!("before: {}", headline(present)));
            line(text, "");
            text.push_str(&short(&judged(present, &next.document)));
            let new = new_operations(present, &next.document);
            if !new.is_empty() {
                line(text, format_args!("\nNew operations ({})", new.len()));
                new.iter().for_each(|address| line(text, format_args!("  {address}")));
                line(text, format_args!("They answer 501 until a handler is written; see {OPERATIONS}."));
            }
        }
        // What cannot be read cannot be compared; replacing it may be just why this is run.
        Err(unreadable) => {
            line(text, format_args!("What stood there before could not be read: {unreadable}"))
        }
    }
    Ok(())
}

/// The comparison, as it is without a project's own levels and acceptances.
fn judged(old: &Document, new: &Document) -> Judged {
    let (severities, accepted) = (Severities::default(), Acceptances::default());
    judge(diff::diff(old, new), &severities, &accepted, FailOn::Never, Date::of(SystemTime::now()))
}

/// Ids and addresses of the operations that only the next contract has.
fn new_operations(present: &Document, next: &Document) -> Vec<String> {
    let known: BTreeSet<Option<String>> =
        present.operations().iter().map(|operation| operation.id().map(str::to_owned)).collect();
    let next = next.operations();
    let new = next.iter().filter(|operation| !known.contains(&operation.id().map(str::to_owned)));
    new.map(|operation| format!("{:<30} {}", operation.id().unwrap_or_default(), operation.address()))
        .collect()
}

/// A contract that is to take the place of the present one, and what follows from it. Nothing is written yet.
pub(super) struct Next {
    /// Linted, and laid out as contracts are kept.
    pub(super) document: Document,
    pub(super) present: Result<Document, Unreadable>,
    pub(super) generated: Generated,
    /// Errata that do not fit it; the files are generated without them.
    pub(super) stale_errata: Vec<String>,
    /// Those, and allowances for places that it does not have.
    pub(super) stale: Vec<String>,
}

impl Next {
    pub(super) fn from(workspace: &Workspace, document: Document) -> Result<Self, Failure> {
        refuse(&lint(&document))?;
        let document = document.laid_out();
        let present = Document::read(&workspace.path(CONTRACT), CONTRACT);
        let (errata, lost) = errata(workspace)?.split(document.value());
        let stale_errata: Vec<String> = lost.iter().map(|error| format!("{ERRATA}: {error}")).collect();
        let generated = generated_with(workspace, &document, &errata)?;
        let mut stale = stale_errata.clone();
        if let Ok(allowances) = Allowances::read(&workspace.path(ALLOWANCES), ALLOWANCES) {
            stale.extend(lost_places(&allowances, &document).iter().map(ToString::to_string));
        }
        Ok(Self { document, present, generated, stale_errata, stale })
    }

    /// What has to be written.
    pub(super) fn changes(&self, workspace: &Workspace) -> Vec<Change> {
        let is_same = self.present.as_ref().is_ok_and(|present| present.text() == self.document.text());
        let bytes = self.document.text().as_bytes().to_vec();
        let contract = Change { path: CONTRACT.to_owned(), bytes: Some(bytes) };
        let mut changes = if is_same { Vec::new() } else { vec![contract] };
        changes.extend(workspace.repairs(&self.generated.files));
        changes
    }

    /// What changes.
    pub(super) fn compared(&self) -> Compared {
        match &self.present {
            Ok(old) => Compared::Changes(judged(old, &self.document)),
            Err(unreadable) => Compared::Unreadable(unreadable.to_string()),
        }
    }
}

/// What a new contract changes, as far as the present one can be read.
pub(super) enum Compared {
    Changes(Judged),
    Unreadable(String),
}

impl Compared {
    /// For the terminal.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Changes(judged) => short(judged),
            Self::Unreadable(why) => format!("What stood there before could not be read: {why}\n"),
        }
    }

    /// Of at most so many characters.
    pub(super) fn markdown(&self, limit: usize) -> String {
        match self {
            Self::Changes(judged) => markdown_within(judged, limit),
            Self::Unreadable(why) => {
                format!("What stood there before could not be read:\n\n```text\n{why}\n```\n")
            }
        }
    }
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
    generated_with(workspace, contract, &errata(workspace)?)
}

fn generated_with(workspace: &Workspace, contract: &Document, errata: &Errata) -> Result<Generated, Failure> {
    generate::all(contract.value(), errata, &read(workspace, OPERATIONS)?).map_err(|error| match error {
        generate::GenerateError::Errata(error) => Failure::Findings(format!("{ERRATA}: {error}")),
        error => Failure::Findings(format!("{}: {error}", contract.source())),
    })
}

fn errata(workspace: &Workspace) -> Result<Errata, Failure> {
    Errata::parse(&read(workspace, ERRATA)?)
        .map_err(|error| Failure::Unreadable(format!("{ERRATA}: {error}")))
}

fn read(workspace: &Workspace, name: &str) -> Result<String, Failure> {
    workspace.text(name).map_err(|error| Failure::Unreadable(format!("{name}: cannot be read: {error}")))
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

fn write(workspace: &Workspace, generated: &Generated, text: &mut String) -> Result<(), Failure> {
    let changes = workspace.repairs(&generated.files);
    workspace.apply(&changes).map_err(unwritten)?;
    tell(&changes, text);
    if changes.is_empty() {
        line(text, format_args!("{} generated files, all current", generated.files.len()));
    }
    Ok(())
}

fn counts(counts: &BTreeMap<&str, usize>) -> String {
    let words: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}
