//! `contract upgrade` as a process, on a copy of the files that it reads and writes, with a program in cargo's place:
//! what it tells, and that whatever ends it leaves the tree as it was.

mod hostile;
mod interrupts;
#[path = "../program/mod.rs"]
mod program;
mod tree;

use std::fs;

use opencode_spec::gate::CONTRACT;
use opencode_spec::workspace::JOURNAL;
use program::run;
use program::server::{Answer, Server};
use tree::{CLEAN, ERRATA, HANDLERS, LATER, OPERATIONS, REPORT, Tree, failing};

#[test]
fn a_later_release_is_taken_and_its_new_operations_listed() {
    let tree = Tree::new();
    let server = Server::start(|request| match request.path.as_str() {
        "/doc" => Answer::json(&serde_json::from_str::<serde_json::Value>(LATER).expect("JSON").to_string()),
        "/global/health" => Answer::json(r#"{"healthy":true,"version":"1.2.15"}"#),
        _ => Answer::status("404 Not Found"),
    });
    let old = tree.folder.text(OPERATIONS);
    let done = tree.upgrade(CLEAN, &[&server.url("")]);
    assert_eq!((done.code, done.errors.as_str()), (0, ""), "{}", done.output);
    assert!(tree.folder.text(CONTRACT) == LATER, "laid out as contracts are kept");
    for words in [
        "\n  release     1.2.15\n",
        "\nbefore: spec/opencode-api.json: OpenAPI 3.1.1, 98 operations",
        "\nwritten  spec/opencode-api.json\n",
        "\nNew operations: each answers 501 until it has a handler (2)\n",
    ] {
        assert!(done.output.contains(words), "{words:?} is missing:\n{}", done.output);
    }
    let table = tree.folder.text(OPERATIONS);
    for row in table.lines().filter(|row| !old.contains(row)) {
        let words: Vec<&str> = row.split_whitespace().collect();
        let [state, module, id, method, path] = words[..] else { panic!("{row}") };
        assert_eq!(state, "501");
        let function = opencode_spec::names::snake(id);
        let title = format!("\n  {id}  {method} {path}\n");
        let handler = format!("fn {function} in {HANDLERS}/{module}.rs");
        assert!(done.output.contains(&title) && done.output.contains(&handler), "{id}:\n{}", done.output);
        assert!(tree.report().contains(&format!("- [ ] `{id}  {method} {path}`\n")), "{}", tree.report());
    }
    assert!(tree.report().starts_with("# Upgrade of the contract\n\nOpenCode 1.2.15, read from `"));
    assert_eq!(tree.folder.run(&["regenerate", "--check"]).code, 0);
    assert!(!tree.folder.path(JOURNAL).exists());

    let again = tree.upgrade("exit 1", &["later.json"]);
    assert_eq!(again.code, 0, "{}", again.errors);
    assert!(again.output.contains("This is the contract that is here already"), "{}", again.output);
}

#[test]
fn errors_of_the_compiler_are_the_work_list_and_the_tree_stays_changed() {
    let tree = Tree::new();
    let handler = format!("{HANDLERS}/session.rs");
    let line = tree.line(&handler, "session_list");
    let script = failing(&[
        (&handler, line + 1, "method has an incompatible type for trait"),
        (&handler, line + 1, "method has an incompatible type for trait"),
        ("server/src/other.rs", 7, "mismatched types"),
    ]);
    let found = tree.upgrade(&script, &["later.json"]);
    assert_eq!(
        (found.code, found.errors.as_str()),
        (1, "left to do: 2 errors of the compiler\n"),
        "{}",
        found.output
    );
    let place = format!("{handler}:{}:5  E0053 method has an incompatible type for trait", line + 1);
    for words in [
        "\nOperations with a handler to look at",
        "\n  session.list  GET /session\n",
        &format!("      {place}\n"),
        "\nWhat does not compile outside of these handlers (1)\n  server/src/other.rs:7:5  E0053 mismatched types\n",
    ] {
        assert!(found.output.contains(words), "{words:?} is missing:\n{}", found.output);
    }
    assert_eq!(found.output.matches(&place).count(), 1, "{}", found.output);
    assert!(tree.report().contains("- [ ] `session.list  GET /session`\n"), "{}", tree.report());
    assert!(tree.report().contains(&format!("  - `{place}`\n")), "{}", tree.report());
    assert!(tree.folder.text(CONTRACT) == LATER);
}

#[test]
fn what_is_gone_renamed_or_stale_is_listed() {
    let tree = Tree::new();
    // `session.status` is built and goes; `path.get` is built and gets another name; an erratum loses its place.
    let mut next: serde_json::Value = serde_json::from_str(&tree.folder.text(CONTRACT)).expect("JSON");
    let paths = next["paths"].as_object_mut().expect("paths");
    paths.shift_remove("/session/status").expect("it was there");
    paths["/path"]["get"]["operationId"] = "path.read".into();
    paths.insert("/teapot".to_owned(), {
        let mut item = paths["/path"].clone();
        item["get"]["operationId"] = "teapot.brew".into();
        item
    });
    tree.folder.write("next.json", next.to_string());
    let mut errata = tree.folder.text(ERRATA);
    errata.push_str(
        "\n[[erratum]]\npointer = \"/components/schemas/NoSuchThing\"\nseen = [\"1.2.6\"]\nreason = \"a test\"\n\
         optional = [\"x\"]\n",
    );
    tree.folder.write(ERRATA, &errata);
    let found = tree.upgrade(CLEAN, &["next.json"]);
    assert_eq!(found.code, 1, "{}{}", found.output, found.errors);
    let status = tree.line(&format!("{HANDLERS}/session.rs"), "session_status");
    let path = tree.line(&format!("{HANDLERS}/path.rs"), "path_get");
    for words in [
        &format!(
            "\n  session.status  GET /session/status\n      to remove: its handler, {HANDLERS}/session.rs:{status}\n"
        ),
        &format!(
            "\n  path.get  GET /path\n      this address is `path.read` now\n      \
             to remove: its handler, {HANDLERS}/path.rs:{path}\n"
        ),
        "before, this address was `path.get`: its handler can be renamed",
        "at once: `teapot::TeapotApi,` in server/src/handlers/unbuilt.rs, or the server does not compile",
        "\nEntries that fit nothing any more (",
        "spec/errata.toml: erratum /components/schemas/NoSuchThing no longer applies: nothing stands there",
    ] {
        assert!(found.output.contains(words), "{words:?} is missing:\n{}", found.output);
    }
    assert!(found.errors.contains("fit nothing any more"), "{}", found.errors);
    assert!(tree.report().contains("### Operations that are gone (2)"), "{}", tree.report());
}

#[test]
fn a_dry_run_tells_the_same_and_changes_nothing() {
    let tree = Tree::new();
    let before = tree.files();
    let dry = tree.upgrade(CLEAN, &["later.json", "--dry-run"]);
    assert_eq!((dry.code, dry.errors.as_str()), (0, ""));
    assert!(dry.output.contains("with --dry-run none has"), "{}", dry.output);
    assert!(dry.output.contains("New operations: each answers 501"), "{}", dry.output);
    assert!(!dry.output.contains("written  "), "{}", dry.output);
    assert!(tree.files() == before, "a dry run changed a file");
    assert!(tree.report().contains("New operations"), "{}", tree.report());
}

#[test]
fn another_check_can_be_given() {
    let tree = Tree::new();
    let own = tree.upgrade("exit 101", &["later.json", "--check-command", "echo it does not hold; exit 3"]);
    assert_eq!((own.code, own.errors.as_str()), (1, "left to do: 1 check that failed\n"));
    assert!(own.output.contains("\nThe check says\n  it does not hold\n"), "{}", own.output);
    assert!(tree.folder.text(CONTRACT) == LATER);
}

#[test]
fn input_that_is_no_contract_changes_nothing() {
    let tree = Tree::new();
    tree.folder.write("cut.json", "{\"openapi\": \"3.1.1\"");
    let twice = LATER.replace("\"operationId\": \"session.create\"", "\"operationId\": \"session.list\"");
    tree.folder.write("twice.json", twice);
    let before = tree.files();
    for (from, code, words) in [
        ("cut.json", 2, "cut.json:1:20: not JSON: "),
        ("nowhere.json", 2, "nowhere.json: cannot be read: "),
        ("git:nowhere:a.json", 2, "git:nowhere:a.json: "),
        ("twice.json", 1, "twice.json:"),
    ] {
        let refused = tree.upgrade("echo started >target/started", &[from]);
        assert_eq!((refused.code, refused.output.as_str()), (code, ""), "{}", refused.errors);
        assert!(refused.errors.starts_with(words), "{}", refused.errors);
        assert!(tree.files() == before, "{from} changed a file");
    }
    assert!(!tree.folder.path("target/started").exists(), "there was nothing to check");
}

#[test]
fn files_that_cannot_be_written_leave_the_others_as_they_were() {
    let tree = Tree::new();
    // A directory stands where a generated file belongs.
    let blocked = tree.folder.path("spec/types/src/generated.rs");
    fs::remove_file(&blocked).expect("it was generated");
    fs::create_dir_all(blocked.join("full")).expect("a directory");
    let before = tree.files();
    let refused = tree.upgrade(CLEAN, &["later.json"]);
    assert_eq!((refused.code, refused.output.as_str()), (2, ""));
    let told = "nothing was written: spec/types/src/generated.rs: cannot be replaced: ";
    assert!(refused.errors.starts_with(told), "{}", refused.errors);
    assert!(tree.files() == before, "a file was changed");
    assert!(!tree.folder.path(JOURNAL).exists());
}

#[test]
fn a_report_that_cannot_be_written_undoes_everything() {
    let tree = Tree::new();
    let before = tree.files();
    fs::create_dir_all(tree.folder.path(REPORT)).expect("a directory");
    let refused = tree.upgrade(CLEAN, &["later.json"]);
    assert_eq!((refused.code, refused.output.as_str()), (2, ""));
    assert!(
        refused.errors.starts_with("target/contract-upgrade.md: cannot be written: "),
        "{}",
        refused.errors
    );
    assert!(tree.files() == before, "a file was changed");
}

#[test]
fn a_check_that_cannot_be_made_undoes_everything() {
    let tree = Tree::new();
    let before = tree.files();
    for (script, words) in [
        (
            "echo 'error: no such toolchain' >&2; exit 1",
            "the check ended with exit status: 1\nerror: no such toolchain\n",
        ),
        (
            "echo 'error: cannot fetch' >&2; exit 101",
            "the check ended with exit status: 101\nerror: cannot fetch\n",
        ),
        ("kill -s KILL $$", "the check ended with signal: 9 (SIGKILL)\n"),
    ] {
        let refused = tree.upgrade(script, &["later.json"]);
        assert_eq!((refused.code, refused.output.as_str()), (2, ""), "{}", refused.errors);
        assert!(refused.errors.starts_with(words), "{}", refused.errors);
        assert!(refused.errors.ends_with("every file is as it was\n"), "{}", refused.errors);
        assert!(tree.files() == before, "a file was changed");
    }
    let mut command = tree.command(CLEAN, &["later.json"]);
    let missing = run(command.env("CARGO", "/nowhere/cargo"));
    assert_eq!(missing.code, 2);
    assert!(missing.errors.starts_with("`/nowhere/cargo` cannot be run: No such file"), "{}", missing.errors);
    let unknown = tree.upgrade(CLEAN, &["later.json", "--check-command", "no-such-program-at-all"]);
    assert_eq!(unknown.code, 2, "{}", unknown.errors);
    assert!(tree.files() == before, "a file was changed");
}
