//! Scripts that behave as servers, and a look at what is left of a process group.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use opencode_client::process::Options;

/// Above anything that is waited for here.
pub const LIMIT: Duration = Duration::from_secs(30);

/// Tells an address, as a server does; the port is the third argument.
pub const LISTEN: &str = r#"echo "opencode server listening on http://127.0.0.1:$3""#;

/// A program in a folder of its own, which is also its working directory.
pub struct Script {
    folder: tempfile::TempDir,
}

impl Script {
    pub fn new(text: &str) -> Script {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let script = Script { folder };
        let source = script.file("source");
        fs::write(&source, format!("#!/bin/sh\n{text}\n")).expect("a script");
        // Written by another process: a file that this one has open for writing, and a test beside this one inherits in
        // a fork, cannot be executed.
        let installed =
            Command::new("install").args(["-m", "755"]).arg(source).arg(script.program()).status();
        assert!(installed.is_ok_and(|status| status.success()), "an executable script");
        script
    }

    pub fn program(&self) -> PathBuf {
        self.file("server")
    }

    pub fn options(&self) -> Options {
        Options::new(self.program()).directory(self.folder.path()).start_limit(LIMIT)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The content of a file that the script writes in one go, as soon as it is there.
    pub async fn written(&self, name: &str) -> String {
        let mut text = String::new();
        until(name, || {
            text = fs::read_to_string(self.file(name)).unwrap_or_default();
            !text.is_empty()
        })
        .await;
        text.trim().to_owned()
    }
}

/// Looks every 10 ms until `holds` does.
pub async fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let started = Instant::now();
    while !holds() {
        assert!(started.elapsed() < LIMIT, "waited {LIMIT:?} for {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// The living processes of a group, by their ids. One that ended and was not waited for is dead, too.
pub fn members(group: u32) -> Vec<u32> {
    let table = fs::read_dir("/proc").expect("a process table");
    let processes = table.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    processes.filter(|id| state(*id).is_some_and(|(alive, of)| alive && of == group)).collect()
}

/// Whether it lives, and its group.
fn state(id: u32) -> Option<(bool, u32)> {
    let line = fs::read_to_string(Path::new("/proc").join(id.to_string()).join("stat")).ok()?;
    // The name in parentheses may hold anything; the rest is: state, parent, group.
    let mut rest = line[line.rfind(')')? + 1..].split_whitespace();
    let alive = !matches!(rest.next()?, "Z" | "X");
    Some((alive, rest.nth(1)?.parse().ok()?))
}

pub async fn gone(group: u32) {
    until(&format!("the end of {:?} of group {group}", members(group)), || members(group).is_empty()).await;
}
