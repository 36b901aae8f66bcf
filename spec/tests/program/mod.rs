//! The `contract` program in a folder of its own, for tests that run it as a process.

#![allow(dead_code, reason = "every test program uses its part of this")]

pub mod markdown;
pub mod server;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use opencode_spec::gate;

/// The contract of 1.2.6, laid out as contracts are kept: the one of this repository is of another release some day.
pub const CONTRACT: &str = include_str!("../data/opencode-1.2.6.json");

/// A folder that vanishes with the test.
pub struct Folder {
    directory: tempfile::TempDir,
}

/// What a run of the program left.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub output: String,
    pub errors: String,
}

impl Folder {
    pub fn new() -> Self {
        Self { directory: tempfile::tempdir().expect("a temporary folder") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("a folder");
        fs::write(path, content).expect("written");
    }

    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect(name)
    }

    /// The files that `regenerate` reads, with the contract of 1.2.6 and nothing that is known of it besides, and those
    /// that it writes.
    pub fn with_contract() -> Self {
        let folder = Self::new();
        folder.write(gate::CONTRACT, CONTRACT);
        folder.write(gate::ALLOWANCES, "");
        folder.write("spec/errata.toml", "");
        // Of what the server has built, what this release has stays.
        folder.write("server/api/operations.txt", include_str!("../../../server/api/operations.txt"));
        let made = folder.run(&["regenerate"]);
        assert_eq!((made.code, made.errors.as_str()), (0, ""));
        folder
    }

    /// The names in the folder itself.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.directory).expect("a folder").flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Every file with its content, but none below `target`, which is no part of a tree.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        fn collect(directory: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
            for entry in fs::read_dir(directory).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    if path.file_name().is_none_or(|name| name != "target") {
                        collect(&path, files);
                    }
                } else {
                    files.insert(path.clone(), fs::read(&path).expect("a file"));
                }
            }
        }
        let mut files = BTreeMap::new();
        collect(self.directory.path(), &mut files);
        files
    }

    /// The program inside this folder, without the variables that it listens to.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_contract"));
        command.args(arguments).current_dir(&self.directory).stdin(Stdio::null());
        for variable in ["OPENCODE_SERVER_USERNAME", "OPENCODE_SERVER_PASSWORD", "CARGO"] {
            command.env_remove(variable);
        }
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        run(&mut self.command(arguments))
    }

    pub fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let mut stdin = child.stdin.take().expect("it is piped");
        std::thread::scope(|scope| {
            // It may stop reading whenever it likes.
            scope.spawn(move || stdin.write_all(input).is_ok());
            Run::of(child.wait_with_output().expect("the program ends"))
        })
    }

    /// With standard output on `file`.
    pub fn run_into(&self, file: &str, arguments: &[&str]) -> Run {
        let file = File::options().write(true).open(file).expect("it is there");
        let mut command = self.command(arguments);
        run(command.stdout(file))
    }

    /// A git command in this folder, which must work.
    pub fn git(&self, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]);
        let output = command.args(arguments).current_dir(&self.directory).output().expect("git runs");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

pub fn run(command: &mut Command) -> Run {
    Run::of(command.output().expect("the program runs"))
}

impl Run {
    pub fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        Self {
            code: output.status.code().unwrap_or(-1),
            output: text(output.stdout),
            errors: text(output.stderr),
        }
    }
}
