//! `check`, `regenerate` and `adopt`: the contract of this repository and the files that follow from it.

use std::collections::{BTreeMap, BTreeSet};
use std::time::SystemTime;

use super::{Failure, headline, line, refuse};
use crate::allowances::Allowances;
use crate::compare::uncompared;
use crate::diagnostic::Diagnostic;
use crate::diff;
use crate::document::{Document, Pointer};
use crate::errata::Errata;
use crate::gate::{ALLOWANCES, CONTRACT};
use crate::generate::{self, Generated};
use crate::lint::lint;
use crate::policy::{Acceptances, Date, FailOn, Severities, judge};
use crate::present::short;
use crate::source;
use crate::workspace::{Change, Stale, Workspace};

/// Where the errata and the table of operations stand.
const ERRATA: &str = "spec/errata.toml";
const OPERATIONS: &str = "server/api/operations.txt";

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
    if check {
        compare_files(workspace, &generated, text)
    } else {
        write(workspace, &generated, Vec::new(), text)
    }
}

pub(super) fn adopt(workspace: &Workspace, from: &str, text: &mut String) -> Result<(), Failure> {
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
            let today = Date::of(SystemTime::now());
            let (ours, accepted) = (Severities::default(), Acceptances::default());
            let diff = diff::diff(&present, &next);
            text.push_str(&short(&judge(diff, &ours, &accepted, FailOn::Never, today)));
            let new = new_operations(&present, &next);
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

/// Ids and addresses of the operations that only the next contract has.
fn new_operations(present: &Document, next: &Document) -> Vec<String> {
    let known: BTreeSet<Option<String>> =
        present.operations().iter().map(|operation| operation.id().map(str::to_owned)).collect();
    let next = next.operations();
    let new = next.iter().filter(|operation| !known.contains(&operation.id().map(str::to_owned)));
    new.map(|operation| format!("{:<30} {}", operation.id().unwrap_or_default(), operation.address()))
        .collect()
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

fn counts(counts: &BTreeMap<&str, usize>) -> String {
    let words: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}
