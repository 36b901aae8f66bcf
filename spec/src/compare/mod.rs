//! The contract held against what the server's signatures say.
//!
//! The signatures speak through the OpenAPI 3.0 documents that dropshot prints for the API traits, and through two
//! tables of the API crate, since dropshot's documents cannot say which statuses an error type answers with, nor
//! what an event stream carries. [`compare`] reads both sides with the same few functions and brings them to one
//! canonical form; it shares no code with the normaliser that the generator uses, so that a wrong rule there shows
//! as a difference here instead of being copied to both sides.
//!
//! What the two dialects say differently without meaning it is not a difference:
//! - names, order, texts, and whether a schema stands inline or behind a `$ref`;
//! - an optional member or parameter that the signature also lets be null (Rust has one `Option`), and a required
//!   nullable member that it lets be absent;
//! - `const`, an `enum` of one, `anyOf`, `oneOf` and `allOf` that admit the same values;
//! - whether a request body may be left out: dropshot always prints that it may not;
//! - `5XX` answers, which dropshot adds everywhere.
//!
//! Bounds, patterns, formats and defaults are not compared; [`uncompared`] counts them.

mod describe;
mod operation;
mod pairing;
mod schema;
mod uncompared;
mod walk;

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use serde_json::Value;

pub use uncompared::uncompared;

use crate::document::{Operation, Pointer, operations};

/// One thing on which the contract and the signatures disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The contract's operation id; that of the signature if the contract has no such operation.
    pub operation: String,
    /// Method and path template, `GET /session/{sessionID}`.
    pub address: String,
    /// Where in the operation: `answer 200 .parts[].text`.
    pub place: String,
    /// The place in the contract. The same schema reached from several operations has the same one.
    pub pointer: Pointer,
    /// What the contract says there, in a few words.
    pub contract: String,
    /// What the signature says there, in a few words.
    pub signature: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, place, contract, signature, .. } = self;
        write!(f, "{operation}, {place}: contract {contract}; signature {signature}")
    }
}

/// What the server's signatures say.
#[derive(Clone, Copy, Debug)]
pub struct Served<'a> {
    /// dropshot's OpenAPI documents; an operation stands in one of them.
    pub documents: &'a [Value],
    /// For each error type the statuses of its variants, in the order of the variants. An operation whose error type
    /// is [`UNDECLARED`] declares no errors.
    pub error_statuses: &'a [(&'a str, &'a [u16])],
    /// For each operation that answers with an event stream the JSON schema of one event.
    pub streams: &'a [(&'a str, Value)],
}

/// The error type of operations for which the contract declares no error answer.
pub const UNDECLARED: &str = "Undeclared";

/// Every difference, in the order of the contract; operations the contract does not have come last.
pub fn compare(contract: &Value, served: &Served<'_>) -> Vec<Difference> {
    let mut offered: BTreeMap<(&str, &str), Vec<(usize, Operation<'_>)>> = BTreeMap::new();
    for (document, value) in served.documents.iter().enumerate() {
        for operation in operations(value) {
            offered.entry((operation.path, operation.method)).or_default().push((document, operation));
        }
    }
    let mut equal = vec![HashSet::new(); served.documents.len()];
    let mut differences = Vec::new();
    let all = operations(contract);
    for wanted in &all {
        let words = match offered.remove(&(wanted.path, wanted.method)).as_deref() {
            Some([(document, found)]) => {
                let (value, equal) = (&served.documents[*document], &mut equal[*document]);
                differences.extend(operation::compare(contract, wanted, value, found, served, equal));
                continue;
            }
            Some(several) => ("one operation".to_owned(), format!("stands in {} traits", several.len())),
            None => {
                let moved =
                    offered.iter().find(|(_, found)| found[0].1.id() == wanted.id()).map(|(key, _)| *key);
                let found = moved.and_then(|key| offered.remove(&key));
                let signature = found.map_or("no such operation".to_owned(), |found| found[0].1.address());
                (wanted.address(), signature)
            }
        };
        differences.push(whole_operation(wanted, wanted.pointer.clone(), &words.0, &words.1));
    }
    for (_, found) in offered.into_values().flatten() {
        let place = Pointer::root().child("paths");
        differences.push(whole_operation(&found, place, "no such operation", &found.address()));
    }
    differences
}

fn whole_operation(
    operation: &Operation<'_>,
    pointer: Pointer,
    contract: &str,
    signature: &str,
) -> Difference {
    Difference {
        operation: operation.id().unwrap_or("(no operation id)").to_owned(),
        address: operation.address(),
        place: "operation".to_owned(),
        pointer,
        contract: contract.to_owned(),
        signature: signature.to_owned(),
    }
}

#[cfg(test)]
mod tests;
