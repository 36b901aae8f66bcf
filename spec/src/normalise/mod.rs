//! OpenAPI 3.1 → 3.0.3, in the dialect that the code generators understand.
//!
//! One function per rule, named after the keyword (or construct) that it removes. A rule never drops anything in
//! silence: each site is reported as a [`Loosening`], so that an upgrade of the contract shows what was given up.
//! Start at [`normalise`]. The comparison of contract and signatures shares no code with this module on purpose.

mod bounds;
mod document;
mod keyword;
mod operation;
mod reference;
mod response;
mod rules;
mod schema;
mod union;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

pub use rules::{RULES, Rule, rule_named};

/// A JSON object.
pub(crate) type Object = Map<String, Value>;

/// One site at which a rule changed the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loosening {
    /// Name of the rule, for example `const`.
    pub rule: &'static str,
    /// JSON pointer into the contract, for example `#/components/schemas/Session/properties/time`.
    pub pointer: String,
}

/// A document that the generators accept, and what it cost.
#[derive(Clone, Debug)]
pub struct Normalised {
    /// OpenAPI 3.0.3.
    pub document: Value,
    /// Every site that was changed, in document order.
    pub loosenings: Vec<Loosening>,
    /// Components that have another name than in the contract.
    pub renamed: BTreeMap<String, String>,
}

/// HTTP methods that a path item may hold.
pub(crate) const METHODS: [&str; 7] = ["get", "put", "post", "delete", "patch", "head", "options"];

/// Collects the sites while the document is walked.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pointer: Vec<String>,
    loosenings: Vec<Loosening>,
    /// Nobody reads the sites: to tell them takes longer than to change them.
    quiet: bool,
}

impl Report {
    /// Runs `inner` with `segment` appended to the pointer.
    pub(crate) fn within<T>(&mut self, segment: &str, inner: impl FnOnce(&mut Self) -> T) -> T {
        if self.quiet {
            return inner(self);
        }
        self.pointer.push(segment.replace('~', "~0").replace('/', "~1"));
        let result = inner(self);
        self.pointer.pop();
        result
    }

    /// A copy of something in the contract, as this run wants it.
    pub(crate) fn copy(&self, value: &Value) -> Value {
        if self.quiet { without_texts(value) } else { value.clone() }
    }

    /// Notes that `rule` changed what the pointer shows.
    pub(crate) fn note(&mut self, rule: &'static str) {
        if self.quiet {
            return;
        }
        debug_assert!(rule_named(rule).is_some(), "the rule {rule} is not in the table");
        let pointer = self.pointer.iter().fold(String::from("#"), |mut text, segment| {
            text.push('/');
            text.push_str(segment);
            text
        });
        self.loosenings.push(Loosening { rule, pointer });
    }
}

/// One schema as [`normalise`] leaves it, for whoever wants to recognise it there.
pub(crate) fn schema_alone(schema: &Value) -> Value {
    let mut schema = schema.clone();
    schema::normalise(&mut schema, &mut Report { quiet: true, ..Report::default() });
    schema
}

/// Brings a contract (OpenAPI 3.1, already linted) into the generators' dialect.
///
/// Total: a construct that no rule knows is taken away by `keyword`, `operation-keyword` or `document-keyword`.
pub fn normalise(contract: &Value) -> Normalised {
    reported(contract.clone(), contract, Report::default())
}

/// The document only, without its texts, for whoever compares what becomes of two contracts.
pub(crate) fn document(contract: &Value) -> Value {
    reported(without_texts(contract), contract, Report { quiet: true, ..Report::default() }).document
}

/// A copy without what is written for people, which is half of a contract.
fn without_texts(value: &Value) -> Value {
    // A property may be called `title`: then its value is a schema.
    let is_text = |name: &str, value: &Value| {
        value.is_string() && matches!(name, "title" | "summary" | "description")
            || matches!(name, "x-codeSamples")
    };
    match value {
        Value::Object(members) => {
            let mut kept = Object::with_capacity(members.len());
            for (name, value) in members.iter().filter(|(name, value)| !is_text(name, value)) {
                kept.insert(name.clone(), without_texts(value));
            }
            Value::Object(kept)
        }
        Value::Array(elements) => elements.iter().map(without_texts).collect(),
        scalar => scalar.clone(),
    }
}

/// Normalises a copy of `contract`.
fn reported(mut document: Value, contract: &Value, mut report: Report) -> Normalised {
    document::version(&mut document, &mut report);
    document::security(&mut document, &mut report);
    document::keywords(&mut document, &mut report);
    reference::references(&mut document, contract, &mut report);
    let renamed = document::name_collision(&mut document, &mut report);
    if let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) {
        report.within("components", |report| {
            report.within("schemas", |report| {
                for (name, schema) in schemas {
                    report.within(name, |report| schema::normalise(schema, report));
                }
            });
        });
    }
    document::wildcard_path(&mut document, &mut report);
    let mut errors = response::ErrorUnions::beside(&document);
    if let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) {
        report.within("paths", |report| {
            for (path, item) in paths {
                report.within(path, |report| {
                    for method in METHODS {
                        if let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) {
                            report.within(method, |report| {
                                operation::normalise(path, method, operation, &mut errors, report);
                            });
                        }
                    }
                });
            }
        });
    }
    errors.add_to(&mut document);
    Normalised { document, loosenings: report.loosenings, renamed }
}
