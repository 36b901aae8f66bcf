//! What ends an upgrade from outside: signals it can hear, and the one it cannot.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use opencode_spec::gate::CONTRACT;
use opencode_spec::workspace::JOURNAL;

use crate::program::Run;
use crate::tree::{CLEAN, LATER, REPORT, Tree};

/// What a test must not wait longer for.
const LIMIT: Duration = Duration::from_secs(120);

/// Never ends by itself.
const BLOCKING: &str = "echo started >target/started\nexec sleep 1000";

/// Starts an upgrade whose check blocks, and waits until it does.
fn blocked(tree: &Tree, script: &str) -> Child {
    let mut command = tree.command(script, &["later.json"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
    until("the check to start", || tree.folder.path("target/started").exists());
    assert!(tree.folder.text(CONTRACT) == LATER, "the check must see the new contract");
    child
}

fn until(what: &str, is_so: impl Fn() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < LIMIT, "waited {LIMIT:?} for {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn send(child: &Child, signal: &str) {
    let sent =
        Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().expect("kill runs");
    assert!(sent.success());
}

#[test]
fn an_interrupt_puts_every_file_back() {
    let tree = Tree::new();
    let before = tree.files();
    for (signal, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
        // It leaves a child behind that must end with it.
        let script = "sleep 1000 & echo $! >target/child\necho started >target/started\nwait";
        let child = blocked(&tree, script);
        send(&child, signal);
        let ended = Run::of(child.wait_with_output().expect("it ends"));
        assert_eq!((ended.code, ended.output.as_str()), (code, ""), "{}", ended.errors);
        assert_eq!(ended.errors, "interrupted: every file is as it was\n");
        assert!(tree.files() == before, "a file was changed");
        assert!(!tree.folder.path(JOURNAL).exists() && !tree.folder.path(REPORT).exists());
        let process = format!("/proc/{}", tree.folder.text("target/child").trim());
        until("the check's own child to end", || !Path::new(&process).exists() || is_dead(&process));
        fs::remove_file(tree.folder.path("target/started")).expect("it was there");
    }
}

/// It has ended and nobody has asked for how.
fn is_dead(process: &str) -> bool {
    let status = fs::read_to_string(format!("{process}/status")).unwrap_or_default();
    !status.contains("State:") || status.contains("State:\tZ")
}

#[test]
fn a_check_that_ignores_an_interrupt_is_killed() {
    let tree = Tree::new();
    let before = tree.files();
    let child =
        blocked(&tree, "trap '' INT TERM HUP\necho started >target/started\nwhile :; do sleep 1; done");
    send(&child, "INT");
    let ended = Run::of(child.wait_with_output().expect("it ends"));
    assert_eq!(ended.code, 130, "{}", ended.errors);
    assert!(tree.files() == before, "a file was changed");
}

#[test]
fn after_a_kill_the_next_command_puts_every_file_back() {
    let tree = Tree::new();
    let before = tree.files();
    let check = format!("{BLOCKING}\n");
    let mut child = blocked(&tree, &check);
    let seen = tree.files();
    assert!(seen != before);
    // While it is at work, nobody else writes, and nobody takes it for dead.
    let busy = tree.upgrade(CLEAN, &["later.json", "--dry-run"]);
    assert_eq!(busy.code, 0, "{}", busy.errors);
    let mut other: serde_json::Value = serde_json::from_str(LATER).expect("JSON");
    other["info"]["title"] = "another".into();
    tree.folder.write("target/other.json", other.to_string());
    let busy = tree.upgrade(CLEAN, &["target/other.json"]);
    assert_eq!(busy.code, 2, "{}", busy.output);
    assert!(busy.errors.contains("another `contract` command is writing"), "{}", busy.errors);
    assert!(tree.files() == seen, "a running upgrade was disturbed");

    child.kill().expect("it runs");
    child.wait().expect("it ends");
    assert!(tree.files() == seen, "nobody has put anything back yet");
    let next = tree.folder.run(&["regenerate", "--check"]);
    assert_eq!(next.code, 0, "{}", next.errors);
    let told = next.errors.strip_prefix("a command was killed while it changed files: ").unwrap_or_default();
    assert!(told.ends_with(" are as they were before\n"), "{}", next.errors);
    assert!(tree.files() == before, "a file was changed");
    assert!(!tree.folder.path(JOURNAL).exists());
    assert_eq!(tree.folder.run(&["regenerate", "--check"]).errors, "");
}
