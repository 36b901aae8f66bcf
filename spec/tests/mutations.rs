//! The contract check must be able to fail: each file of `mutations/` alters the contract in one respect (a JSON
//! patch, RFC 6902) and must be caught. The text file of the same name is the report a person gets to read.
//!
//! `MUTATIONS=write cargo test -p opencode-spec --test mutations` writes the reports anew; read them before you
//! commit them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use opencode_api::signatures;
use opencode_spec::allowances::{Allowances, Verdict};
use opencode_spec::compare::{Served, compare};
use opencode_spec::document::{Document, Pointer};
use opencode_spec::gate::{ALLOWANCES, CONTRACT};
use opencode_spec::report::report;
use serde::Deserialize;
use serde_json::Value;

/// How many kinds of drift there must be at least.
const ENOUGH: usize = 30;

/// One step of a JSON patch.
#[derive(Debug, Deserialize)]
#[serde(tag = "op", rename_all = "lowercase", deny_unknown_fields)]
enum Step {
    Add { path: String, value: Value },
    Replace { path: String, value: Value },
    Remove { path: String },
    Move { from: String, path: String },
}

impl Step {
    fn apply(self, document: &mut Value) {
        match self {
            Self::Add { path, value } => add(document, &path, value),
            Self::Replace { path, value } => {
                *document.pointer_mut(&path).unwrap_or_else(|| panic!("nothing at {path}")) = value;
            }
            Self::Remove { path } => drop(remove(document, &path)),
            Self::Move { from, path } => {
                let value = remove(document, &from);
                add(document, &path, value);
            }
        }
    }
}

/// The value that holds the last step of `path`, and that step.
fn holder<'a>(document: &'a mut Value, path: &str) -> (&'a mut Value, String) {
    let pointer =
        Pointer::from_reference(&format!("#{path}")).unwrap_or_else(|| panic!("{path} is no pointer"));
    let (parent, _) = path.rsplit_once('/').unwrap_or_else(|| panic!("{path} has no parent"));
    let holder = document.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {parent}"));
    (holder, pointer.last().into_owned())
}

fn add(document: &mut Value, path: &str, value: Value) {
    match holder(document, path) {
        (Value::Object(members), name) => drop(members.insert(name, value)),
        (Value::Array(elements), name) if name == "-" => elements.push(value),
        (other, _) => panic!("{path}: {other} takes no member"),
    }
}

fn remove(document: &mut Value, path: &str) -> Value {
    let removed = match holder(document, path) {
        (Value::Object(members), name) => members.shift_remove(&name),
        (Value::Array(elements), name) => name.parse().ok().map(|index: usize| elements.remove(index)),
        _ => None,
    };
    removed.unwrap_or_else(|| panic!("nothing at {path}"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The check of the build script, for any contract.
struct Gate {
    documents: Vec<Value>,
    streams: Vec<(&'static str, Value)>,
    allowances: Allowances,
}

impl Gate {
    fn new() -> Self {
        Self {
            documents: signatures::documents().expect("the signatures have an OpenAPI form"),
            streams: signatures::streams().expect("schemas are plain data"),
            allowances: Allowances::read(&root().join(ALLOWANCES), ALLOWANCES)
                .expect("the allowances are readable"),
        }
    }

    fn judge(&self, contract: &Document) -> Verdict {
        let served = Served {
            documents: &self.documents,
            error_statuses: opencode_api::ERROR_STATUSES,
            streams: &self.streams,
        };
        self.allowances.judge(compare(contract.value(), &served))
    }
}

fn contract() -> Document {
    Document::read(&root().join(CONTRACT), CONTRACT).expect("the contract is readable")
}

/// The altered contracts by name.
fn mutations() -> BTreeMap<String, PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mutations");
    let files = fs::read_dir(directory).expect("the directory is there").flatten().map(|entry| entry.path());
    let patches = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    patches.map(|path| (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), path)).collect()
}

fn mutate(contract: &Document, patch: &Path) -> Document {
    let text = fs::read_to_string(patch).expect("the patch is readable");
    let steps: Vec<Step> =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", patch.display()));
    let mut value = contract.value().clone();
    steps.into_iter().for_each(|step| step.apply(&mut value));
    let text = serde_json::to_string_pretty(&value).expect("a value is serialisable");
    Document::parse(CONTRACT, text).unwrap_or_else(|error| panic!("{}: {error}", patch.display()))
}

/// The report without line numbers, which any other change of the contract shifts.
fn without_lines(report: &str) -> String {
    let marker = format!("{CONTRACT}:");
    let mut parts = report.split(&marker);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        format!("{text}{marker}…{}", part.trim_start_matches(|c: char| c.is_ascii_digit()))
    })
}

#[test]
fn the_contract_as_it_is_passes() {
    let contract = contract();
    let verdict = Gate::new().judge(&contract);
    assert!(verdict.is_clean(), "{}", report(&contract, &verdict).unwrap_or_default());
    assert!(verdict.allowed > 0, "the allowances were judged");
}

/// Why this mutation is no proof; `None` when it is caught with the report that it must give.
fn failure(gate: &Gate, contract: &Document, name: &str, patch: &Path) -> Option<String> {
    let altered = mutate(contract, patch);
    let verdict = gate.judge(&altered);
    if verdict.open.is_empty() {
        return Some(format!("{name}: not caught"));
    }
    let told = without_lines(&report(&altered, &verdict).unwrap_or_default());
    let golden = patch.with_extension("txt");
    if std::env::var_os("MUTATIONS").is_some_and(|wish| wish == "write") {
        fs::write(&golden, &told).expect("the report can be written");
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    (expected != told).then(|| format!("{name}: {} says something else than:\n{told}", golden.display()))
}

#[test]
fn every_altered_contract_is_reported() {
    let (gate, contract, mutations) = (Gate::new(), contract(), mutations());
    assert!(mutations.len() >= ENOUGH, "only {} mutations", mutations.len());
    let mutations: Vec<(String, PathBuf)> = mutations.into_iter().collect();
    let (gate, contract) = (&gate, &contract);
    let failures: Vec<String> = std::thread::scope(|scope| {
        let parts = mutations.chunks(mutations.len().div_ceil(4));
        let threads: Vec<_> = parts
            .map(|part| {
                let failures = part.iter().filter_map(|(name, patch)| failure(gate, contract, name, patch));
                scope.spawn(|| failures.collect::<Vec<_>>())
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("no mutation panics")).collect()
    });
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}
