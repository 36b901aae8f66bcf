//! Differences put into words for whoever stands before a build that failed.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::allowances::Verdict;
use crate::compare::Difference;
use crate::document::Document;

/// How many operations a report names before it counts the rest.
const NAMED_OPERATIONS: usize = 4;

/// What is wrong, operation by operation, and what to run. A difference in a schema which many operations share is
/// told once. `None` when there is nothing to tell.
pub fn report(contract: &Document, verdict: &Verdict) -> Option<String> {
    if verdict.is_clean() {
        return None;
    }
    let mut text = String::new();
    let groups = groups(&verdict.open);
    if !groups.is_empty() {
        let count = counted(groups.len(), "difference");
        let _ =
            writeln!(text, "The server's signatures do not say what {} says: {count}.", contract.source());
    }
    for group in &groups {
        let Difference { operation, address, place, pointer, contract: wanted, signature } = group[0];
        let line = contract.position(pointer).line;
        let _ = writeln!(text, "\n{operation}  ({address})");
        let _ = writeln!(text, "  {place}");
        let _ = writeln!(text, "    contract   {wanted}");
        let _ = writeln!(text, "    signature  {signature}");
        let _ = writeln!(text, "    stands at  {}:{line}, {pointer}", contract.source());
        if group.len() > 1 {
            let _ = writeln!(text, "    as well in {}", others(&group[1..]));
        }
    }
    for stale in &verdict.stale {
        let _ = writeln!(text, "\n{stale}");
    }
    if !groups.is_empty() {
        text.push_str(
            "\nIf the contract is right, which it is unless someone edited it, rebuild the signatures from it:\n    \
             cargo contract regenerate\nA difference that cannot be avoided goes into spec/allowances.toml, with \
             its reason.\n",
        );
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

fn others(differences: &[&Difference]) -> String {
    let mut names: Vec<&str> = differences.iter().map(|difference| difference.operation.as_str()).collect();
    names.dedup();
    if names.len() > NAMED_OPERATIONS + 1 {
        format!("{} and {} more", names[..NAMED_OPERATIONS].join(", "), names.len() - NAMED_OPERATIONS)
    } else {
        names.join(", ")
    }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
