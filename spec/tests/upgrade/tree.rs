//! A copy of the files that `contract upgrade` reads and writes, with a shell script in cargo's place.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::{Folder, Run, run};

/// The contract of a later release: two operations more.
pub const LATER: &str = include_str!("../data/opencode-1.2.15.json");
pub const ERRATA: &str = "spec/errata.toml";
pub const OPERATIONS: &str = "server/api/operations.txt";
pub const HANDLERS: &str = "server/src/handlers";
/// For the pull request.
pub const REPORT: &str = "target/contract-upgrade.md";

/// A copy of the contract and everything around it.
pub struct Tree {
    pub folder: Folder,
}

impl Tree {
    pub fn new() -> Self {
        let folder = Folder::with_contract();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for entry in fs::read_dir(root.join(HANDLERS)).expect("the handlers").flatten() {
            if entry.path().is_file() {
                let name = entry.file_name().into_string().expect("a name");
                folder.write(&format!("{HANDLERS}/{name}"), fs::read(entry.path()).expect("a file"));
            }
        }
        folder.write("later.json", LATER);
        Self { folder }
    }

    /// Puts a shell script in cargo's place. It runs in the root.
    fn cargo(&self, script: &str) -> PathBuf {
        self.folder.write("target/script", script);
        let path = self.folder.path("target/cargo");
        // Another process writes it: in this one, a child that is started at the same time could still have it open,
        // and what is open for writing cannot be run.
        let write = format!("printf '#!/bin/sh\\n. target/script\\n' >{0} && chmod +x {0}", path.display());
        assert!(Command::new("sh").args(["-c", &write]).status().expect("a shell").success());
        path
    }

    pub fn command(&self, script: &str, arguments: &[&str]) -> Command {
        let cargo = self.cargo(script);
        let mut command = self.folder.command(&[&["upgrade"], arguments].concat());
        command.env("CARGO", cargo);
        command
    }

    pub fn upgrade(&self, script: &str, arguments: &[&str]) -> Run {
        run(&mut self.command(script, arguments))
    }

    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        self.folder.files()
    }

    pub fn report(&self) -> String {
        self.folder.text(REPORT)
    }

    /// `line:` of the function in a handler, as the program should find it.
    pub fn line(&self, file: &str, function: &str) -> usize {
        let text = self.folder.text(file);
        text.lines().position(|line| line.contains(&format!("fn {function}("))).expect("it is there") + 1
    }
}

/// Finds nothing.
pub const CLEAN: &str = r#"echo '{"reason":"build-finished","success":true}'"#;

/// Says that something does not compile, as cargo does.
pub fn failing(errors: &[(&str, usize, &str)]) -> String {
    let mut script = String::new();
    for (file, line, message) in errors {
        script.push_str(&format!(
            "echo '{{\"reason\":\"compiler-message\",\"message\":{{\"message\":\"{message}\",\"level\":\"error\",\
             \"code\":{{\"code\":\"E0053\"}},\"spans\":[{{\"file_name\":\"{file}\",\"line_start\":{line},\
             \"column_start\":5,\"is_primary\":true,\"expansion\":null}}]}}}}'\n"
        ));
    }
    format!("{script}echo '{{\"reason\":\"build-finished\",\"success\":false}}'\nexit 101")
}
