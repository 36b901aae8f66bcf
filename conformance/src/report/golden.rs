//! A list of known findings as a page for people: what a server does otherwise than its contract says, and why.
//!
//! The page is generated from a [`Baseline`]: the reasons stand in one place.

use std::fmt::Write as _;

use indexmap::IndexMap;

use super::baseline::{Baseline, Entry, name};
use super::{Kind, SERVER};
use crate::contract::Contract;

/// The page, in Markdown. `head` is what comes before the list.
pub fn markdown(head: &str, baseline: &Baseline, contract: &Contract) -> String {
    let mut page = format!("{}\n", head.trim_end());
    let mut modules: IndexMap<&str, IndexMap<&str, Vec<&Entry>>> = IndexMap::new();
    // What concerns the whole server comes first, then the order of the contract.
    for id in std::iter::once(SERVER).chain(contract.operations.keys().map(String::as_str)) {
        for entry in baseline.entries.iter().filter(|entry| entry.operation == id) {
            let module = crate::contract::module(id);
            modules.entry(module).or_default().entry(id).or_default().push(entry);
        }
    }
    for (module, operations) in &modules {
        let title = if *module == SERVER { "The server as a whole" } else { module };
        // Writing to a String cannot fail.
        let _ = writeln!(page, "\n## {title}");
        for (id, entries) in operations {
            if let Some(operation) = contract.operations.get(*id) {
                let _ = writeln!(page, "\n### {id}\n\n`{} {}`", operation.method, operation.path);
            }
            page.push('\n');
            for entry in entries {
                let _ = writeln!(page, "- {}: {}", heading(entry), entry.reason.trim().replace('\n', " "));
            }
        }
    }
    page
}

fn heading(entry: &Entry) -> String {
    let place = match entry.pointer.as_str() {
        "" => String::new(),
        pointer => format!(" at `{pointer}`"),
    };
    let case = entry.case.as_ref().map(|case| format!(", `{case}`")).unwrap_or_default();
    let sometimes = if entry.sometimes { ", not in every replay" } else { "" };
    format!("**{}**{place} ({}{case}{sometimes})", name(&entry.rule), words(entry.kind))
}

fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::Story => "valid call in a story",
        Kind::Valid => "generated valid input",
        Kind::Invalid => "generated invalid input",
        Kind::Gateway => "transport",
        Kind::Stream => "event stream",
        Kind::Terminal => "terminal",
        Kind::Against => "side by side",
    }
}
