//! A second opinion: whatever `drift` finds between the 3.0 forms of two contracts, we find between the contracts.
//!
//! `drift` compares OpenAPI 3.0, so it reads what the generators read. Its findings are laid beside ours by named schema
//! or operation, by the part of the operation, and by the properties on the way. A finding that it calls incompatible
//! in any direction must be one of ours, and a break must not be called compatible by us.

use std::collections::{BTreeSet, HashSet};

use drift::ChangeClass;
use opencode_spec::diff::{Change, Level, Subject};
use opencode_spec::document::{Document, Pointer};
use opencode_spec::normalise::normalise;
use serde_json::Value;

use crate::mutations::{contract, every_mutation};
use crate::support::{changes, document, line};

/// Findings of `drift` that we do not call so: a part of the message, the rule that we tell instead (none: no change),
/// where (anywhere, if empty), and why.
const EXPLAINED: [(&str, Option<&str>, &[&str], &str); 2] = [
    (
        "operation added a new response code",
        Some("response-non-success-status-added"),
        &[],
        "a caller takes a status that it does not know as the first of its class (RFC 9110, section 15)",
    ),
    (
        "object additionalProperties changed",
        None,
        &["agentconfig", "jsonschema"],
        "`additionalProperties: {}` and none allow the same",
    ),
];

/// Where a finding is: the named schema or the operation, its part, and the properties on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    /// `Session`, or `get /session`.
    owner: String,
    part: Option<String>,
    properties: Vec<String>,
}

/// Names as they are compared: the 3.0 form spells some of them otherwise.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// The 3.0 form has a variable for the rest of a path.
fn operation(method: &str, path: &str) -> String {
    let path = path.strip_suffix("/*").map_or_else(|| path.to_owned(), |start| format!("{start}/{{path}}"));
    format!("{method} {path}")
}

impl Place {
    /// Reads a pointer into a contract or its 3.0 form; `None` for the document as a whole.
    fn read(pointer: &str) -> Option<Self> {
        let steps: Vec<String> =
            pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        let mut properties = Vec::new();
        let below = match steps.as_slice() {
            ["components", "schemas", _, rest @ ..] | ["paths", _, _, rest @ ..] => rest,
            _ => return None,
        };
        let mut rest = below.iter();
        while let Some(step) = rest.next() {
            if *step == "properties" {
                properties.extend(rest.next().map(|name| (*name).to_owned()));
            }
        }
        match steps.as_slice() {
            ["components", "schemas", name, ..] => Some(Self { owner: plain(name), part: None, properties }),
            ["paths", path, method, rest @ ..] => {
                let part = match rest {
                    ["parameters", ..] => Some("parameters".to_owned()),
                    ["requestBody" | "request_body", ..] => Some("body".to_owned()),
                    ["responses", status, ..] => Some(format!("answer {status}")),
                    _ => None,
                };
                Some(Self { owner: operation(method, path), part, properties })
            }
            _ => None,
        }
    }

    /// Whether one is at the other, or around it.
    fn meets(&self, other: &Self) -> bool {
        let part = self.part.is_none() || other.part.is_none() || self.part == other.part;
        self.owner == other.owner
            && part
            && self.properties.iter().zip(&other.properties).all(|(one, other)| one == other)
    }
}

/// The places of one of our changes.
fn ours(change: &Change) -> Vec<Place> {
    let pointers = [&change.old, &change.new].into_iter().flatten().map(|place| place.pointer.to_string());
    let mut places: Vec<Place> = pointers.filter_map(|pointer| Place::read(&pointer[1..])).collect();
    // A schema that is told under its new name, and an operation into whose named schema the change leads.
    match &change.subject {
        Subject::Schema { name } => {
            let properties = places.first().map(|place| place.properties.clone()).unwrap_or_default();
            places.push(Place { owner: plain(name), part: None, properties });
        }
        Subject::Operation { method, path, .. } => {
            let part = change.at.split(',').next().map(str::to_owned);
            let part =
                part.map(|part| if part.contains("parameter") { "parameters".to_owned() } else { part });
            let owner = operation(&method.to_lowercase(), path);
            places.push(Place { owner, part: part.filter(|part| !part.is_empty()), properties: Vec::new() });
        }
        // The contracts here share nothing but schemas.
        Subject::Document | Subject::Shared { .. } => {}
    }
    places
}

/// What `drift` sees that we do not, in words, and how much it sees.
fn missed(old: &Value, new: &Value) -> (usize, Vec<String>) {
    let (left, right): (Document, Document) = (document(old), document(new));
    missed_by(changes(&left, &right), old, new)
}

/// The same of these changes.
fn missed_by(changes: Vec<Change>, old: &Value, new: &Value) -> (usize, Vec<String>) {
    let found: Vec<(Change, Vec<Place>)> =
        changes.into_iter().map(|change| (change.clone(), ours(&change))).collect();
    let theirs = drift::compare(&normalise(old).document, &normalise(new).document).expect("3.0 documents");
    let schemas =
        |document: &Value| document["components"]["schemas"].as_object().cloned().unwrap_or_default();
    let names: HashSet<String> =
        schemas(old).keys().chain(schemas(new).keys()).map(|name| plain(name)).collect();
    // Schemas that only the 3.0 form has are of the operation around them.
    let known = |pointer: &str| {
        let component = pointer.strip_prefix("#/components/schemas/").and_then(|rest| rest.split('/').next());
        component.is_none_or(|name| names.contains(&plain(name)))
    };
    let mut seen = 0;
    let mut missed = Vec::new();
    for change in theirs {
        for info in &change.changes {
            let breaks = match info.class {
                ChangeClass::BackwardIncompatible | ChangeClass::Incompatible => true,
                ChangeClass::ForwardIncompatible | ChangeClass::Unhandled => false,
                ChangeClass::Trivial => continue,
            };
            seen += 1;
            let places: Vec<Place> = change
                .paths
                .iter()
                .flat_map(|path| {
                    [(path.old.to_string(), &info.old_subpath), (path.new.to_string(), &info.new_subpath)]
                })
                .filter_map(|(chain, below)| {
                    // From the inside out: the first that the contract has too.
                    let (index, base) = chain.split(" -> ").enumerate().find(|(_, base)| known(base))?;
                    let inside = index == 0 && !below.is_empty();
                    Place::read(&if inside { format!("{base}/{below}") } else { base.to_owned() })
                })
                .collect();
            let told = |accepted: &dyn Fn(&Change) -> bool| {
                let here =
                    |ours: &Vec<Place>| ours.iter().any(|ours| places.iter().any(|place| ours.meets(place)));
                found.iter().any(|(change, ours)| accepted(change) && here(ours))
            };
            // What no operation carries any more is told at the place that led there.
            let grave = |change: &Change| {
                change.level != Level::DocumentOnly
                    && !(breaks
                        && change.level == Level::Compatible
                        && change.rule != "unused-schema-changed")
            };
            let explained = EXPLAINED.iter().any(|(part, rule, owners, _)| {
                info.message.contains(part)
                    && (owners.is_empty()
                        || places.iter().all(|place| owners.contains(&place.owner.as_str())))
                    && rule.is_none_or(|rule| told(&|change| change.rule == rule))
            });
            if !told(&grave) && !explained {
                let place = change.paths.first().map(|path| format!("{} / {}", path.old, path.new));
                missed.push(format!(
                    "{:?} {} at {} ({}, {})",
                    info.class,
                    info.message,
                    place.unwrap_or_default(),
                    info.old_subpath,
                    info.new_subpath
                ));
            }
        }
    }
    (seen, missed)
}

pub fn release(name: &str) -> Value {
    let path = format!("{}/tests/data/opencode-{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(&path).expect(&path)).expect("JSON")
}

/// Every release of the drill, and one older than ours; with the fewest findings of `drift` beside 1.2.6.
const RELEASES: [(&str, usize); 6] =
    [("1.1.53", 10), ("1.2.15", 3), ("1.2.27", 100), ("1.3.2", 100), ("1.17.18", 350), ("1.18.33", 350)];

#[test]
fn what_drift_sees_between_releases_we_see() {
    let first = contract();
    let mut all = Vec::new();
    let mut compare = |name: &str, one: &Value, other: &Value, fewest: usize| {
        for (old, new) in [(one, other), (other, one)] {
            let (seen, missed) = missed(old, new);
            assert!(seen >= fewest, "{name}: drift found {seen} only");
            all.extend(missed.into_iter().map(|missed| format!("{name}: {missed}")));
        }
    };
    for (name, fewest) in RELEASES {
        compare(name, &first, &release(name), fewest);
    }
    compare("1.2.15 and 1.3.2", &release("1.2.15"), &release("1.3.2"), 50);
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn what_drift_sees_of_a_mutation_we_see() {
    let original = contract();
    let mut kinds = BTreeSet::new();
    for (name, mutated) in every_mutation() {
        let (found, missed) = missed(&original, &mutated);
        assert!(missed.is_empty(), "{name}: {missed:#?}");
        if found > 0 {
            kinds.insert(name);
        }
    }
    // The rest is about keywords that 3.0 does not have, or that `drift` does not look at.
    assert!(kinds.len() > 14, "{kinds:?}");
}

#[test]
fn a_finding_that_we_lack_would_be_noticed() {
    // An optional property that is gone: `drift` says so, and without our change nothing meets it.
    let original = contract();
    let mut fewer = original.clone();
    let session = fewer.pointer_mut("/components/schemas/Session/properties").and_then(Value::as_object_mut);
    session.expect("the schema is there").shift_remove("title");
    let theirs =
        drift::compare(&normalise(&original).document, &normalise(&fewer).document).expect("3.0 documents");
    assert!(!theirs.is_empty());
    let place = Place::read("#/components/schemas/Session").expect("a place");
    let (left, right) = (document(&original), document(&fewer));
    let found = changes(&left, &right);
    assert_eq!(missed_by(found.clone(), &original, &fewer).1, [""; 0]);
    // Neither nothing nor what stands elsewhere is an answer.
    let elsewhere: Vec<Change> = changes(&right, &left)
        .into_iter()
        .map(|change| Change {
            subject: Subject::Schema { name: "Part".to_owned() },
            old: None,
            new: None,
            ..change
        })
        .collect();
    for other in [Vec::new(), elsewhere] {
        let (seen, missed) = missed_by(other, &original, &fewer);
        assert!(seen > 0 && !missed.is_empty(), "{seen}: {missed:?}");
    }
    assert!(
        found.iter().any(|change| ours(change).iter().any(|ours| ours.meets(&place))),
        "{:?}",
        found.iter().map(line).collect::<Vec<_>>()
    );
    for other in ["#/components/schemas/Part", "#/paths/~1config/get"] {
        let other = Place::read(other).expect("a place");
        assert!(!found.iter().any(|change| ours(change).iter().any(|ours| ours.meets(&other))));
    }
    assert_eq!(Place::read(&Pointer::root().to_string()), None);
}
