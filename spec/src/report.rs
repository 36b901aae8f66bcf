//! Differences put into words for whoever stands before a build that failed.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::allowances::Verdict;
use crate::compare::Difference;
use crate::document::Document;

/// How many operations a report names before it counts the rest.
const NAMED_OPERATIONS: usize = 4;

/// How many differences are told in full: a contract of another release can differ in hundreds.
const TOLD: usize = 30;

const HELP: &str = "
To write the signatures anew from the contract:
    cargo contract regenerate
A difference that has to stay is entered in spec/allowances.toml, with its reason.
";

/// What is wrong, operation by operation, and what to run. A difference in a schema which many operations share is
/// told once. The first line is a summary. `None` when there is nothing to tell.
pub fn report(contract: &Document, verdict: &Verdict) -> Option<String> {
    if verdict.is_clean() {
        return None;
    }
    let mut text = String::new();
    let groups = groups(&verdict.open);
    let mut counts = Vec::new();
    if !groups.is_empty() {
        let count = counted(groups.len(), "difference");
        counts.push(format!("the server's signatures do not say what {} says: {count}", contract.source()));
    }
    if !verdict.stale.is_empty() {
        counts.push(format!("{} no longer there", counted(verdict.stale.len(), "accepted difference")));
    }
    let _ = writeln!(text, "{}", counts.join(", "));
    for group in groups.iter().take(TOLD) {
        // The shortest way to the place is the easiest to follow.
        let shown = group.iter().min_by_key(|difference| difference.place.len()).unwrap_or(&group[0]);
        let Difference { operation, address, place, pointer, contract: wanted, signature } = shown;
        let line = contract.position(pointer).line;
        let _ = writeln!(text, "\n{operation}  ({address})");
        let _ = writeln!(text, "  {place}");
        let _ = writeln!(text, "    contract   {wanted}");
        let _ = writeln!(text, "    signature  {signature}");
        let _ = writeln!(text, "    stands at  {}:{line}, {pointer}", contract.source());
        if let Some(others) = others(group, operation) {
            let _ = writeln!(text, "    also in    {others}");
        }
    }
    if groups.len() > TOLD {
        let _ = writeln!(text, "\n… and {}", counted(groups.len() - TOLD, "more difference"));
    }
    for stale in &verdict.stale {
        let _ = writeln!(text, "\n{stale}");
    }
    if !groups.is_empty() {
        text.push_str(HELP);
    }
    Some(text)
}

/// Differences that say the same about the same place, in the order of the first of each.
fn groups(differences: &[Difference]) -> Vec<Vec<&Difference>> {
    let mut groups: Vec<Vec<&Difference>> = Vec::new();
    let mut index = HashMap::new();
    for difference in differences {
        let key = (&difference.pointer, &difference.contract, &difference.signature);
        let at = *index.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[at].push(difference);
    }
    groups
}

/// The operations of a group beside the one it is told for.
fn others(group: &[&Difference], told: &str) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for difference in group {
        let name = difference.operation.as_str();
        if name != told && !names.contains(&name) {
            names.push(name);
        }
    }
    match names.len() {
        0 => None,
        count if count > NAMED_OPERATIONS + 1 => {
            let named = names[..NAMED_OPERATIONS].join(", ");
            Some(format!("{named} and {} more", count - NAMED_OPERATIONS))
        }
        _ => Some(names.join(", ")),
    }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
