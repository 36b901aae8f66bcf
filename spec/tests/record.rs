//! `contract record` as a process: what it writes, where, and what it says of it.

mod program;

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use program::server::{Answer, Server};
use program::{CONTRACT, Folder};

/// The contract as servers send it: one line.
fn compact() -> String {
    serde_json::from_str::<serde_json::Value>(CONTRACT).expect("the contract is JSON").to_string()
}

const SAID: [&str; 5] = [
    "  version     0.0.3 (OpenAPI 3.1.1)\n",
    "  operations  98\n",
    "  schemas     149\n",
    "  bytes       304546\n",
    "  sha256      ",
];

#[test]
fn a_server_is_recorded_into_a_file_as_contracts_are_kept() {
    let folder = Folder::new();
    let server = Server::start(|request| match request.path.as_str() {
        "/doc" => Answer::json(&compact()),
        "/global/health" => Answer::json(r#"{"healthy":true,"version":"1.2.6"}"#),
        _ => Answer::status("404 Not Found"),
    });
    let first = folder.run(&["record", &server.url(""), "--out", "contract.json"]);
    assert_eq!((first.code, first.errors.as_str()), (0, ""));
    assert!(
        first.output.starts_with(&format!("{}\n  release     1.2.6\n", server.url("/doc"))),
        "{}",
        first.output
    );
    for words in SAID {
        assert!(first.output.contains(words), "{}", first.output);
    }
    assert!(first.output.ends_with("written  contract.json\n"), "{}", first.output);
    assert!(folder.text("contract.json") == CONTRACT, "it is not what this repository keeps");

    let again = folder.run(&["record", &server.url("/doc"), "--out", "contract.json"]);
    assert_eq!((again.code, again.errors.as_str()), (0, ""));
    assert!(again.output.ends_with("unchanged  contract.json\n"), "{}", again.output);
    assert_eq!(folder.names(), ["contract.json"]);
}

#[test]
fn without_a_file_the_contract_is_the_output() {
    let folder = Folder::new();
    folder.write("served.json", compact());
    let file = folder.run(&["record", "served.json"]);
    assert_eq!(file.code, 0, "{}", file.errors);
    assert!(file.output == CONTRACT, "the output is not the contract");
    assert!(file.errors.starts_with("served.json\n  version"), "{}", file.errors);
    let input = folder.run_with_input(&["record", "-", "--out", "-"], compact().as_bytes());
    assert_eq!(input.code, 0, "{}", input.errors);
    assert!(input.output == CONTRACT, "the output is not the contract");
    assert!(input.errors.starts_with("standard input\n"), "{}", input.errors);
}

#[test]
fn mistakes_in_a_contract_are_told_and_nothing_is_written() {
    let folder = Folder::new();
    let twice = CONTRACT.replace("\"operationId\": \"session.create\"", "\"operationId\": \"session.list\"");
    folder.write("twice.json", &twice);
    let before = folder.files();
    let refused = folder.run(&["record", "twice.json", "--out", "new.json"]);
    assert_eq!((refused.code, refused.output.as_str()), (1, ""));
    let told = "the operation id `session.list` is already taken by GET /session";
    let lines =
        twice.lines().enumerate().filter(|(_, line)| line.contains("\"operationId\": \"session.list\""));
    let line = lines.last().expect("it stands twice").0 + 1;
    assert!(refused.errors.starts_with(&format!("twice.json:{line}:24: {told}\n")), "{}", refused.errors);
    assert!(folder.files() == before, "something was written");
}

#[test]
fn a_file_is_replaced_in_one_step_and_keeps_its_mode() {
    let folder = Folder::new();
    folder.write("served.json", compact());
    folder.write("real.json", "what was there");
    fs::set_permissions(folder.path("real.json"), fs::Permissions::from_mode(0o640)).expect("it is ours");
    symlink("real.json", folder.path("link.json")).expect("a link");
    let run = folder.run(&["record", "served.json", "--out", "link.json"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(folder.path("link.json").is_symlink());
    assert!(folder.text("real.json") == CONTRACT);
    let mode = fs::metadata(folder.path("real.json")).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(folder.names(), ["link.json", "real.json", "served.json"]);
    let pipe = folder.run(&["record", "served.json", "--out", "/dev/stdout"]);
    assert_eq!(pipe.code, 0, "{}", pipe.errors);
    assert!(pipe.output.starts_with(CONTRACT));
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_nothing() {
    let folder = Folder::new();
    folder.write("served.json", compact());
    folder.write("kept.json", "what was there");
    fs::set_permissions(folder.path("kept.json"), fs::Permissions::from_mode(0o444)).expect("it is ours");
    fs::create_dir(folder.path("folder")).expect("a folder");
    let before = folder.files();
    for (out, words) in [
        ("nowhere/new.json", "nowhere/new.json: cannot be written: No such file or directory (os error 2)\n"),
        ("folder", "folder: cannot be written: Is a directory"),
        ("kept.json", "kept.json: cannot be written: it is read-only\n"),
        ("/dev/full", "/dev/full: cannot be written: No space left on device (os error 28)\n"),
        ("/proc/new.json", "/proc/new.json: cannot be written: No such file or directory (os error 2)\n"),
    ] {
        let run = folder.run(&["record", "served.json", "--out", out]);
        assert_eq!((run.code, run.output.as_str()), (2, ""), "{out}: {}", run.errors);
        assert!(run.errors.starts_with(words), "{out}: {}", run.errors);
    }
    assert!(folder.files() == before, "something was written");
    let full = folder.run_into("/dev/full", &["record", "served.json"]);
    assert_eq!(full.code, 2);
    assert!(
        full.errors.ends_with("standard output: cannot be written: No space left on device (os error 28)\n")
    );
}
