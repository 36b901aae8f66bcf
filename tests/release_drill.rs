//! Contracts of later releases of OpenCode go through the whole pipeline, and what comes out compiles: types, traits,
//! client, and the examples of the pages.
//!
//! Each release gets a workspace of three crates in the build folder, where everything generated is replaced. The
//! crates depend on nothing that the repository has not compiled already. Slow, therefore ignored: `.ci/run` runs it.

#[path = "../spec/tests/releases/drill.rs"]
mod drill;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use opencode_conformance::peers::{Home, Packages, Program, Server, say_aloud};
use opencode_spec::document::Document;
use opencode_spec::generate::Generated;
use opencode_spec::source;
use toml::{Table, Value};

/// What is generated, in the order of their dependencies.
const CRATES: [(&str, &str); 3] =
    [("opencode-types", "spec/types"), ("opencode-api", "server/api"), ("opencode-client", "client")];

/// Folders of generated files; others hold nothing that is compiled here.
const COMPILED: [&str; 4] = ["spec/types/src", "server/api/src", "client/src", "client/tests/documented"];

#[test]
#[ignore = "compiles three crates"]
fn release_1_2_15_compiles() {
    compiles("1.2.15", &checked_in("1.2.15"));
}

#[test]
#[ignore = "compiles three crates"]
fn release_1_3_2_compiles() {
    compiles("1.3.2", &checked_in("1.3.2"));
}

#[test]
#[ignore = "compiles three crates, and needs npm"]
fn release_1_2_27_compiles() {
    served_compiles("1.2.27");
}

#[test]
#[ignore = "compiles three crates, and needs npm"]
fn release_1_17_18_compiles() {
    served_compiles("1.17.18");
}

#[test]
#[ignore = "compiles three crates, and needs npm"]
fn release_1_18_33_compiles() {
    served_compiles("1.18.33");
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn checked_in(release: &str) -> Document {
    let name = format!("spec/tests/data/opencode-{release}.json");
    Document::read(&repository().join(&name), &name).expect("the contract of a release is readable")
}

/// The contract as the release itself serves it.
fn served_compiles(release: &str) {
    let packages = match Packages::releases() {
        Ok(packages) => packages,
        Err(missing) => return say_aloud(&format!("the drill with {release}"), &missing),
    };
    let contract = {
        let home = Home::new().expect("a home for the server");
        let command = Program::Real(packages.release(release)).serve(&home, 0, &["--hostname", "127.0.0.1"]);
        let server = Server::spawn(&format!("opencode {release}"), command).expect("the release starts");
        source::read(&format!("{}/doc", server.url())).expect("it serves its contract")
    };
    compiles(release, &contract);
}

fn compiles(release: &str, contract: &Document) {
    let generated = drill::run(release, contract).unwrap_or_else(|wrong| panic!("{release}: {wrong}"));
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("release-drill").join(release);
    if scratch.exists() {
        fs::remove_dir_all(&scratch).expect("the last run's workspace can be removed");
    }
    lay_out(&scratch, release);
    replace(&scratch, &generated);
    check(&scratch, release);
    fs::remove_dir_all(&scratch).expect("the workspace can be removed");
}

/// A workspace of the three crates as they are here, without what is generated.
fn lay_out(scratch: &Path, release: &str) {
    let root = table(&repository().join("Cargo.toml"));
    let mut workspace = root["workspace"].as_table().expect("a table").clone();
    workspace.remove("default-members");
    workspace.insert("members".into(), CRATES.iter().map(|(_, folder)| *folder).collect::<Vec<_>>().into());
    // Cargo tells workspaces apart by names, versions and relative paths: without a version of its own this one would
    // be taken for the repository, and what is compiled there for what is to be compiled here.
    let package = workspace["package"].as_table_mut().expect("a table");
    package.insert("version".into(), format!("0.0.0-drill.{release}").into());
    for (_, dependency) in workspace["dependencies"].as_table_mut().expect("a table").iter_mut() {
        if let Some(own) = dependency.as_table_mut().filter(|own| own.contains_key("path")) {
            own.remove("version");
        }
    }
    let manifest = Table::from_iter([("workspace".to_owned(), Value::from(workspace))]);
    write(&scratch.join("Cargo.toml"), &manifest.to_string());
    write(&scratch.join("Cargo.lock"), &text(&repository().join("Cargo.lock")));
    for (_, folder) in CRATES {
        let mut manifest = table(&repository().join(folder).join("Cargo.toml"));
        // The tests' own dependencies lead to the rest of the house; the examples of the pages need one of them.
        let needed = manifest.remove("dev-dependencies").and_then(|own| own.get("futures").cloned());
        if let Some(futures) = needed {
            let own = Table::from_iter([("futures".to_owned(), futures)]);
            manifest.insert("dev-dependencies".to_owned(), own.into());
        }
        write(&scratch.join(folder).join("Cargo.toml"), &manifest.to_string());
    }
    for folder in COMPILED {
        copy(&repository().join(folder), &scratch.join(folder));
    }
}

/// Everything that is generated from our contract goes, what is generated from the release's comes.
fn replace(scratch: &Path, generated: &Generated) {
    fs::remove_dir_all(scratch.join("server/api/src/modules")).expect("the generated traits are a folder");
    for file in ["spec/types/src", "client/src", "client/tests/documented"] {
        fs::remove_file(scratch.join(file).join("generated.rs")).expect("a generated file stands there");
    }
    let is_compiled = |path: &str| COMPILED.iter().any(|folder| Path::new(path).starts_with(folder));
    for file in generated.files.iter().filter(|file| is_compiled(&file.path)) {
        write(&scratch.join(&file.path), &file.text);
    }
}

fn check(scratch: &Path, release: &str) {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it lies in the target directory");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // Events, conversations and terminals are written by hand: whoever adopts a release adapts them.
    cargo.args(["check", "--offline", "--no-default-features", "--lib", "--test", "documented"]);
    cargo.args(["--message-format", "json-render-diagnostics"]);
    for (name, _) in CRATES {
        cargo.args(["--package", name]);
    }
    cargo.current_dir(scratch).env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0");
    let output = cargo.output().expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "what {release} gives does not compile:\n{said}");
    let compiled = String::from_utf8_lossy(&output.stdout);
    for target in CRATES.map(|(name, _)| name.replace('-', "_")).iter().chain([&"documented".to_owned()]) {
        let was_compiled = compiled.lines().any(|line| {
            let message: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
            message["reason"] == "compiler-artifact"
                && message["target"]["name"] == **target
                && message["manifest_path"].as_str().is_some_and(|path| Path::new(path).starts_with(scratch))
                && message["fresh"] == false
        });
        assert!(was_compiled, "cargo took {target} of {release} for compiled:\n{said}");
    }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn table(path: &Path) -> Table {
    text(path).parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) {
    let folder: PathBuf = path.parent().expect("a file has a folder").to_owned();
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

fn copy(from: &Path, to: &Path) {
    let entries = fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    for entry in entries.flatten() {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target);
        } else {
            write(&target, &text(&source));
        }
    }
}
