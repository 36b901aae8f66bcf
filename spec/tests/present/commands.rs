//! `diff`, `rules` and `lint` as a process: exit codes, files, streams.

use std::path::Path;

use serde_json::Value;

use crate::program::Folder;

const OLD: &str = "old.json";
const NEW: &str = "new.json";

/// Text, and an operation without an id.
const DOCUMENT: &str = r#"{
  "openapi": "3.1.1",
  "info": {"title": "one", "version": "1"},
  "paths": {
    "/a": {"get": {"operationId": "a.get", "responses": {"204": {"description": "done"}}}},
    "/b": {"get": {"responses": {"204": {"description": "done"}}}}
  }
}
"#;

/// A folder with both documents.
fn documents() -> Folder {
    let folder = Folder::new();
    folder.write(OLD, DOCUMENT);
    folder.write(NEW, DOCUMENT.replace("\"a.get\"", "\"a.read\"").replace("\"one\"", "\"two\""));
    folder
}

#[test]
fn the_exit_code_tells_what_was_found() {
    let folder = documents();
    let same = folder.run(&["diff", OLD, OLD]);
    assert_eq!((same.code, same.errors.as_str()), (0, ""), "{}", same.output);
    assert!(same.output.ends_with("nothing changed: no change fails (--fail-on breaking)\n"));
    let other = folder.run(&["diff", OLD, NEW]);
    assert_eq!((other.code, other.errors.as_str()), (1, ""));
    assert!(!other.output.contains('\u{1b}'), "no colours without a terminal");
    assert!(folder.run(&["diff", OLD, NEW, "--color", "always"]).output.contains('\u{1b}'));
    assert_eq!(folder.run(&["diff", OLD, NEW, "--fail-on", "never"]).code, 0);

    folder.write("texts.json", DOCUMENT.replace("\"one\"", "\"other\""));
    assert_eq!(folder.run(&["diff", OLD, "texts.json"]).code, 0);
    let any = folder.run(&["diff", OLD, "texts.json", "--fail-on", "any"]);
    assert_eq!(any.code, 1);
    assert!(any.output.contains("document-only"), "what fails is shown: {}", any.output);
}

#[test]
fn what_cannot_be_read_or_written_is_told() {
    let folder = documents();
    folder.write("severity.toml", "no-such-rule = \"breaking\"\n");
    folder.write("accept.toml", "[[accept]]\n");
    let refused = |arguments: &[&str], expected: &str| {
        let run = folder.run(&[&["diff", OLD, NEW], arguments].concat());
        assert_eq!((run.code, run.output.as_str()), (2, ""), "{arguments:?}: {}", run.errors);
        assert!(run.errors.starts_with(expected), "{}", run.errors);
    };
    refused(&["--severity", "severity.toml"], "severity.toml:1:1: there is no rule `no-such-rule`\n");
    refused(&["--severity", "nowhere.toml"], "nowhere.toml: cannot be read: ");
    refused(&["--accept", "accept.toml"], "accept.toml:1:1: missing field `fingerprint`");
    refused(&["--out", "no/such/folder/report"], "no/such/folder/report: cannot be written: ");
    refused(&["--out", "."], ".: cannot be written: ");
    refused(&["--format", "poem"], "error: invalid value 'poem'");
    assert_eq!(folder.names(), ["accept.toml", NEW, OLD, "severity.toml"]);
    assert_eq!(folder.run(&["diff", OLD, "nowhere.json"]).code, 2);
}

#[test]
fn a_report_goes_to_a_file() {
    let folder = documents();
    for format in ["text", "json", "markdown", "html", "junit", "github", "sarif"] {
        let printed = folder.run(&["diff", OLD, NEW, "--format", format]);
        assert_eq!(printed.code, 1);
        let is_text = format == "text";
        assert_eq!(printed.errors.is_empty(), is_text, "{format}: {}", printed.errors);
        let saved = folder.run(&["diff", OLD, NEW, "--format", format, "--out", "report"]);
        assert_eq!((saved.code, saved.errors.as_str()), (1, ""));
        assert!(saved.output.ends_with("; written to report\n"), "{}", saved.output);
        assert_eq!(folder.text("report"), printed.output, "{format}");
        assert!(!printed.output.contains(&*folder.path("").to_string_lossy()), "{format}");
    }
    // A path that is written in full is shown as seen from here.
    let full = |name: &str| folder.path(name).to_string_lossy().into_owned();
    let run = folder.run(&["diff", &full(OLD), &full(NEW), "--format", "json"]);
    let report: Value = serde_json::from_str(&run.output).expect("it is JSON");
    assert_eq!((&report["old"]["source"], &report["new"]["source"]), (&OLD.into(), &NEW.into()));
}

#[test]
fn a_project_has_its_say() {
    let folder = documents();
    let run = folder.run(&["diff", OLD, NEW, "--format", "json"]);
    let report: Value = serde_json::from_str(&run.output).expect("it is JSON");
    let failing =
        report["changes"].as_array().expect("a list").iter().filter(|change| change["fails"] == true);
    let mut accept = String::new();
    for change in failing {
        let fingerprint = change["fingerprint"].as_str().expect("a text");
        accept += &format!(
            "[[accept]]\nfingerprint = \"{fingerprint}\"\nreason = \"known\"\nexpires = \"9999-12-31\"\n"
        );
    }
    folder.write("accept.toml", &accept);
    let run = folder.run(&["diff", OLD, NEW, "--accept", "accept.toml"]);
    assert_eq!(run.code, 0, "{}", run.output);
    folder.write("accept.toml", accept.replacen("9999-12-31", "2020-12-31", 1));
    let run = folder.run(&["diff", OLD, NEW, "--accept", "accept.toml"]);
    assert_eq!(run.code, 1);
    assert!(run.output.contains("was accepted until 2020-12-31"), "{}", run.output);
    folder.write("severity.toml", "api-info-changed = \"breaking\"\n");
    folder.write("accept.toml", &accept);
    let run = folder.run(&["diff", OLD, NEW, "--accept", "accept.toml", "--severity", "severity.toml"]);
    assert_eq!(run.code, 1);
    assert!(run.output.contains("1 change fails"), "{}", run.output);
}

#[test]
fn lint_tells_what_is_wrong_in_one_contract() {
    let folder = documents();
    let found = folder.run(&["lint", OLD]);
    assert_eq!((found.code, found.errors.as_str()), (1, ""));
    assert!(found.output.contains("GET /b has no operation id\n  at #/paths/~1b/get"), "{}", found.output);
    assert!(found.output.ends_with(&format!("{OLD}: 1 finding\n")), "{}", found.output);
    let text = folder.run(&["lint", OLD, "--format", "json"]).output;
    let report: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(report["findings"][0]["message"], "GET /b has no operation id");
    let text = folder.run(&["lint", OLD, "--format", "github"]).output;
    assert!(text.starts_with(&format!("::error file={OLD},line=")), "{text}");

    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/opencode-1.2.6.json");
    let whole = whole.to_string_lossy();
    let fine = folder.run(&["lint", &whole]);
    assert_eq!((fine.code, fine.errors.as_str()), (0, ""));
    assert!(fine.output.ends_with(": in order\n"), "{}", fine.output);
    assert_eq!(folder.run(&["lint", "nowhere.json"]).code, 2);
}

#[test]
fn rules_are_listed() {
    let run = documents().run(&["rules"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert!(run.output.lines().any(|line| line.starts_with("endpoint-added ")), "{}", run.output);
}
