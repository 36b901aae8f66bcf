//! The contract check must be able to fail: each file of `mutations/` alters the contract in one respect (a JSON
//! patch, RFC 6902, where an element of a list may also be called by its name, which another release does not move) and
//! must be caught. The text file of the same name is the report a person gets to read.
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
    fn apply(self, document: &mut Value) -> Result<(), String> {
        match self {
            Self::Add { path, value } => add(document, &path, value),
            Self::Replace { path, value } => {
                let (holder, last) = holder(document, &path)?;
                *member(holder, &last).ok_or(format!("nothing at {path}"))? = value;
                Ok(())
            }
            Self::Remove { path } => remove(document, &path).map(drop),
            Self::Move { from, path } => {
                let value = remove(document, &from)?;
                add(document, &path, value)
            }
        }
    }
}

/// Where in a list something stands: by its number, by its name as of a parameter, or as the word that it is.
fn index(elements: &[Value], step: &str) -> Option<usize> {
    let is_meant = |element: &Value| element == step || element.get("name").is_some_and(|name| name == step);
    step.parse().ok().or_else(|| elements.iter().position(is_meant))
}

fn member<'a>(value: &'a mut Value, step: &str) -> Option<&'a mut Value> {
    match value {
        Value::Object(members) => members.get_mut(step),
        Value::Array(elements) => index(elements, step).and_then(|index| elements.get_mut(index)),
        _ => None,
    }
}

/// The value that holds the last step of `path`, and that step.
fn holder<'a>(document: &'a mut Value, path: &str) -> Result<(&'a mut Value, String), String> {
    let pointer = Pointer::from_reference(&format!("#{path}")).ok_or(format!("{path} is no pointer"))?;
    let mut steps: Vec<String> = pointer.steps().map(|step| step.into_owned()).collect();
    let last = steps.pop().ok_or(format!("{path} has no parent"))?;
    let holder = steps.iter().try_fold(document, |value, step| member(value, step));
    Ok((holder.ok_or(format!("nothing around {path}"))?, last))
}

fn add(document: &mut Value, path: &str, value: Value) -> Result<(), String> {
    match holder(document, path)? {
        (Value::Object(members), name) => drop(members.insert(name, value)),
        (Value::Array(elements), name) if name == "-" => elements.push(value),
        (other, _) => return Err(format!("{path}: {other} takes no member")),
    }
    Ok(())
}

fn remove(document: &mut Value, path: &str) -> Result<Value, String> {
    let removed = match holder(document, path)? {
        (Value::Object(members), name) => members.shift_remove(&name),
        (Value::Array(elements), name) => index(elements, &name).map(|index| elements.remove(index)),
        _ => None,
    };
    removed.ok_or(format!("nothing at {path}"))
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

/// The altered contract. A patch that does not fit the contract is a failure of the test as well.
fn mutate(contract: &Document, patch: &Path) -> Result<Document, String> {
    let text = fs::read_to_string(patch).expect("the patch is readable");
    let steps: Vec<Step> = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let mut value = contract.value().clone();
    steps.into_iter().try_for_each(|step| step.apply(&mut value))?;
    let text = serde_json::to_string_pretty(&value).expect("a value is serialisable");
    Document::parse(CONTRACT, text).map_err(|error| error.to_string())
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
    let altered = match mutate(contract, patch) {
        Ok(altered) => altered,
        Err(error) => return Some(format!("{name}: {}: {error}", patch.display())),
    };
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
