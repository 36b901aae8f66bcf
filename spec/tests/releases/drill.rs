//! What a release's contract must stand, and the record of what it costs. Start at [`run`].

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use opencode_spec::diff::{Level, diff};
use opencode_spec::document::{Document, Operation};
use opencode_spec::errata::Errata;
use opencode_spec::generate::{self, Generated};
use opencode_spec::lint::lint;
use opencode_spec::names::pascal;
use opencode_spec::normalise::rule_named;
use serde::{Deserialize, Serialize};

/// With this variable the records are written anew instead of compared.
const WRITE: &str = "OPENCODE_RS_WRITE_RELEASES";

/// What is known of a release: `releases/<release>.toml`.
#[derive(Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Record {
    /// SHA-256 of the contract as the release serves it.
    digest: String,
    operations: usize,
    schemas: usize,
    /// Errata of ours that do not apply, with the reason.
    stale_errata: Vec<String>,
    /// Operations for which the client has no method, with the rule that took it away.
    not_in_client: BTreeMap<String, String>,
    /// What the generators cannot express: rule → number of sites.
    loosenings: BTreeMap<String, usize>,
}

/// Takes `contract` through the pipeline and compares what comes out with the record of `release`.
///
/// # Errors
/// Everything that is wrong, in words.
pub fn run(release: &str, contract: &Document) -> Result<Generated, String> {
    let findings: Vec<String> = lint(contract).iter().map(ToString::to_string).collect();
    if !findings.is_empty() {
        return Err(findings.join("\n\n"));
    }
    let (errata, stale) = errata().split(contract.value());
    let stale_errata: Vec<String> = stale.iter().map(ToString::to_string).collect();
    for stale in &stale_errata {
        println!("{release}: {stale}");
    }
    let generate =
        || generate::all(contract.value(), &errata, &operations()).map_err(|error| error.to_string());
    let generated = generate()?;
    if generate()?.files != generated.files {
        return Err("generated twice, the files differ".to_owned());
    }

    let mut loosenings: BTreeMap<String, usize> = BTreeMap::new();
    for loosening in &generated.loosenings {
        let rule = rule_named(loosening.rule).ok_or(format!("{} is no rule", loosening.rule))?;
        *loosenings.entry(rule.name.to_owned()).or_default() += 1;
    }
    let schemas = contract.value().pointer("/components/schemas").and_then(|schemas| schemas.as_object());
    let record = Record {
        digest: contract.digest(),
        operations: contract.operations().len(),
        schemas: schemas.map_or(0, serde_json::Map::len),
        stale_errata,
        not_in_client: left_out(contract, &generated)?,
        loosenings,
    };
    routers(&generated)?;
    compared(contract)?;
    compare(release, &record)?;
    Ok(generated)
}

fn root() -> PathBuf {
    // This file is compiled into tests of two packages.
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = manifest.ancestors().find(|folder| folder.join("spec/errata.toml").is_file());
    found.expect("the test lies in the repository").to_owned()
}

fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn errata() -> Errata {
    Errata::parse(&text("spec/errata.toml")).expect("our errata can be read")
}

fn operations() -> String {
    text("server/api/operations.txt")
}

fn compare(release: &str, record: &Record) -> Result<(), String> {
    let name = format!("spec/tests/releases/{release}.toml");
    let path = root().join(&name);
    if std::env::var_os(WRITE).is_some() {
        let text = toml::to_string_pretty(record).map_err(|error| error.to_string())?;
        return fs::write(path, text).map_err(|error| format!("{name}: {error}"));
    }
    let recorded = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
    let recorded: Record = toml::from_str(&recorded).map_err(|error| format!("{name}: {error}"))?;
    if recorded == *record {
        return Ok(());
    }
    let found = toml::to_string_pretty(record).map_err(|error| error.to_string())?;
    Err(format!("{name} says otherwise; with {WRITE}=1 it is written anew. Found:\n{found}"))
}

/// Every operation is in the table and in exactly one trait; for each the client has a method, or a rule says why not.
fn left_out(contract: &Document, generated: &Generated) -> Result<BTreeMap<String, String>, String> {
    let file = |path: &str| {
        let found = generated.files.iter().find(|file| file.path == path);
        found.map(|file| file.text.as_str()).ok_or(format!("{path} was not generated"))
    };
    let builders = file("client/src/generated.rs")?;
    let groups = file("client/src/operations.rs")?;
    let table = file("server/api/operations.txt")?;
    let listed: BTreeSet<&str> = table.lines().filter_map(|line| line.split_whitespace().nth(2)).collect();
    let traits: String = generated
        .files
        .iter()
        .filter(|file| file.path.starts_with("server/api/src/modules/"))
        .map(|file| file.text.as_str())
        .collect();
    let mut left_out = BTreeMap::new();
    let mut lost = String::new();
    for operation in contract.operations() {
        let id = operation.id().unwrap_or_default();
        let in_traits = traits.matches(&format!("operation_id = {id:?}")).count();
        if in_traits != 1 || !listed.contains(id) {
            let _ = writeln!(lost, "{id}: {in_traits} times in the traits, table: {}", listed.contains(id));
        }
        let name = pascal(id);
        let is_built = builders.contains(&format!("pub struct {name}<'a>"));
        if is_built && groups.contains(&format!("builder::{name}::new(self.client)")) {
            continue;
        }
        match rule_for(&operation, generated) {
            Some(rule) => drop(left_out.insert(id.to_owned(), rule.to_owned())),
            None => drop(writeln!(lost, "{id}: not in the client, and no rule says so")),
        }
    }
    if lost.is_empty() { Ok(left_out) } else { Err(lost) }
}

/// The rule that took the whole operation away.
fn rule_for(operation: &Operation<'_>, generated: &Generated) -> Option<&'static str> {
    let place = operation.pointer.to_string();
    let mut rules = generated.loosenings.iter().filter(|loosening| loosening.pointer == place);
    rules.find(|loosening| ["websocket", "trace-method"].contains(&loosening.rule)).map(|found| found.rule)
}

/// dropshot refuses, when the server starts, a literal beside a variable and two names of one variable.
fn routers(generated: &Generated) -> Result<(), String> {
    let table = generated.files.iter().find(|file| file.path == "server/api/operations.txt");
    let rows: Vec<Vec<&str>> = table
        .into_iter()
        .flat_map(|table| table.text.lines())
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_whitespace().collect())
        .collect();
    let mut nodes: BTreeMap<(&str, String), BTreeSet<&str>> = BTreeMap::new();
    for row in &rows {
        let (module, path) = (row[1], row[4]);
        let mut above = String::new();
        for step in path.split('/').skip(1) {
            nodes.entry((module, above.clone())).or_default().insert(step);
            above = format!("{above}/{step}");
        }
    }
    for ((module, above), steps) in nodes {
        if steps.len() > 1 && steps.iter().any(|step| step.starts_with('{')) {
            return Err(format!("the router of {module} refuses {steps:?} below {above}/"));
        }
    }
    Ok(())
}

/// The comparison with 1.2.6, there and back, and with itself. A panic in it is one here.
fn compared(contract: &Document) -> Result<(), String> {
    let name = "spec/tests/data/opencode-1.2.6.json";
    let first = Document::read(&root().join(name), name).map_err(|error| error.to_string())?;
    for (old, new) in [(&first, contract), (contract, &first)] {
        let changes = diff(old, new).changes;
        println!("{} to {}: {} changes", old.source(), new.source(), changes.len());
        if changes.is_empty() != (old.value() == new.value()) {
            return Err(format!("{} changes tell a wrong thing", changes.len()));
        }
        let names: BTreeSet<&str> = changes.iter().map(|change| change.fingerprint.as_str()).collect();
        if names.len() != changes.len() {
            return Err("several changes have one name".to_owned());
        }
        for change in &changes {
            let rule = opencode_spec::diff::rule(change.rule).ok_or(format!("{} is no rule", change.rule))?;
            let is_placed = change.old.is_some() || change.new.is_some();
            // What breaks callers does so in some operation.
            let is_reached = rule.level != Level::Breaking || !change.operations.is_empty();
            if rule.level != change.level || !is_placed || !is_reached {
                return Err(format!("not told as it must be: {change:?}"));
            }
        }
    }
    let itself = diff(contract, contract);
    if itself.changes.is_empty() {
        Ok(())
    } else {
        Err(format!("it differs from itself: {:?}", itself.changes))
    }
}
