//! A new release of OpenCode arrives: its contract is adopted on a copy of this repository, and the copy compiles,
//! with the operations it has not had yet answering 501.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The contract of OpenCode 1.2.15, which has two operations more than ours.
const LATER: &str = "spec/tests/data/opencode-1.2.15.json";

/// What is no source: build output, history, what editors leave.
const SKIPPED: [&str; 4] = ["target", ".git", "node_modules", ".idea"];

/// Always the same place, so that a second run finds what the first one compiled.
fn scratch() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("adopt-drill")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory can be made");
    for entry in fs::read_dir(from).expect("the repository is readable").flatten() {
        let name = entry.file_name();
        if SKIPPED.iter().any(|skipped| name == *skipped) {
            continue;
        }
        let (source, target) = (entry.path(), to.join(name));
        if source.is_dir() {
            copy(&source, &target);
        } else {
            fs::copy(&source, &target).expect("a file can be copied");
        }
    }
}

/// Cargo tells workspaces apart by names, versions and relative paths: with the version of the repository, what is compiled
/// here would be taken for what is compiled there.
fn rename_version(manifest: &Path) {
    let own = format!("{:?}", env!("CARGO_PKG_VERSION"));
    let text = fs::read_to_string(manifest).expect("the manifest is there");
    assert!(text.contains(&own), "{own} stands in the manifest");
    let drill = format!("{:?}", concat!(env!("CARGO_PKG_VERSION"), "-drill"));
    fs::write(manifest, text.replace(&own, &drill)).expect("it can be written");
}

fn contract(root: &Path, arguments: &[&str]) -> ExitCode {
    let program = ["contract", "--root"].map(OsString::from);
    let rest = arguments.iter().map(OsString::from);
    opencode_spec::cli::run(program.into_iter().chain([root.into()]).chain(rest))
}

/// Operation ids that the table lists with `state`.
fn listed(root: &Path, state: &str) -> Vec<String> {
    let table = fs::read_to_string(root.join("server/api/operations.txt")).expect("the table is there");
    let words = table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    words.filter(|words| words.first() == Some(&state)).map(|words| words[2].to_owned()).collect()
}

#[test]
fn a_later_release_is_adopted_and_compiles() {
    let (repository, scratch) = (Path::new(env!("CARGO_MANIFEST_DIR")), scratch());
    if scratch.exists() {
        fs::remove_dir_all(&scratch).expect("the last run's copy can be removed");
    }
    copy(repository, &scratch);
    rename_version(&scratch.join("Cargo.toml"));
    let (done, open) = (listed(&scratch, "done"), listed(&scratch, "501"));

    let later = repository.join(LATER);
    let adopted = contract(&scratch, &["adopt", &later.to_string_lossy()]);
    assert_eq!(format!("{adopted:?}"), format!("{:?}", ExitCode::SUCCESS));
    assert_eq!(
        fs::read(scratch.join("spec/opencode-api.json")).expect("readable"),
        fs::read(later).expect("readable"),
        "byte for byte"
    );
    assert_eq!(listed(&scratch, "done"), done, "what was built stays built");
    let mut new = listed(&scratch, "501");
    new.retain(|id| !open.contains(id));
    assert_eq!(new.len(), 2, "new operations: {new:?}");

    // The build script of the copy holds the new contract against the new signatures on the way.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it lies in the target directory");
    let checked = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--package", "opencode-rs", "--offline", "--quiet"])
        .current_dir(&scratch)
        .env("CARGO_TARGET_DIR", target)
        .output()
        .expect("cargo runs");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    fs::remove_dir_all(&scratch).expect("the copy can be removed");
}
