//! The `contract` program as a process, on a scratch copy of the files it reads and writes.

mod program;

use std::fs;
use std::net::TcpListener;
use std::ops::Deref;
use std::path::Path;

use opencode_spec::gate::CONTRACT;
use serde_json::{Value, json};

use self::program::server::{Answer, Server};
use self::program::{CONTRACT as CONTRACT_TEXT, Folder};

const OPERATIONS: &str = "server/api/operations.txt";

/// The contract of a later release: two operations more.
const LATER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/opencode-1.2.15.json");

/// A folder with a contract and all generated files.
struct Scratch(Folder);

impl Deref for Scratch {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

impl Scratch {
    fn new() -> Self {
        Self(Folder::with_contract())
    }

    /// Runs `adopt`, which must refuse and leave every file as it was.
    #[track_caller]
    fn refuses(&self, from: &str, code: i32) -> String {
        let before = self.files();
        let run = self.run(&["adopt", from]);
        assert_eq!((run.code, run.output.as_str()), (code, ""), "{}", run.errors);
        assert!(self.files() == before, "a refused contract changed a file");
        run.errors
    }
}

#[test]
fn what_was_generated_is_current_until_someone_edits_it() {
    let scratch = Scratch::new();
    let fine = scratch.run(&["check"]);
    assert_eq!((fine.code, fine.errors.as_str()), (0, ""));
    assert!(fine.output.contains("98 operations, 149 schemas, sha256 "), "{}", fine.output);
    assert!(fine.output.contains("pattern 29"), "{}", fine.output);

    let modules = "server/api/src/modules";
    let (session, find) = (format!("{modules}/session.rs"), format!("{modules}/find.rs"));
    let text = scratch.text(&session);
    fs::write(scratch.path(&session), text.replace("session.list", "session.lost"))
        .expect("it can be edited");
    fs::remove_file(scratch.path(&find)).expect("it was generated");
    fs::copy(scratch.path(&session), scratch.path(&format!("{modules}/old.rs"))).expect("it can be copied");
    for command in [&["check"][..], &["regenerate", "--check"]] {
        let stale = scratch.run(command);
        assert_eq!(stale.code, 1, "{command:?}");
        let expected = [
            format!("{find}: this generated file is missing"),
            format!("{modules}/old.rs: nothing generates this file any more"),
            "to repair: cargo contract regenerate".to_owned(),
        ];
        for line in expected {
            assert!(stale.errors.lines().any(|told| told == line), "{}", stale.errors);
        }
        let changed = stale.errors.lines().find(|line| line.starts_with(&session)).unwrap_or_default();
        assert!(changed.ends_with(": not what spec/opencode-api.json gives"), "{}", stale.errors);
    }
    let repaired = scratch.run(&["regenerate"]);
    assert_eq!(repaired.code, 0, "{}", repaired.errors);
    assert_eq!(repaired.output.lines().count(), 3, "{}", repaired.output);
    assert_eq!(scratch.run(&["regenerate", "--check"]).code, 0);
}

#[test]
fn a_source_that_is_no_contract_is_refused() {
    let scratch = Scratch::new();
    let refuses = |name: &str, text: &str, expected: &str| {
        let file = scratch.path(name);
        fs::write(&file, text).expect("written");
        let errors = scratch.refuses(name, 2);
        assert!(errors.starts_with(expected), "{errors}");
    };
    refuses(
        "cut.json",
        "{\n  \"openapi\": \"3.1.1\",\n  \"paths\": {\n",
        "cut.json:4:1: not JSON: expected a member name in double quotes, the document ends\n  at #/paths\n",
    );
    refuses(
        "old.json",
        "{\"openapi\": \"3.0.3\"}",
        "old.json:1:13: not an OpenAPI 3.1 document: its `openapi` is \"3.0.3\"\n  at #/openapi\n",
    );
    let contract = scratch.text(CONTRACT);
    let (reference, broken) = ("#/components/schemas/Path\"", "#/components/schemas/Paths\"");
    let line = contract.lines().position(|line| line.contains(reference)).expect("Path is used") + 1;
    let broken = contract.replace(reference, broken);
    refuses("broken.json", &broken, &format!("broken.json:{line}:"));
    let errors = scratch.refuses("broken.json", 2);
    let place = "at #/paths/~1path/get/responses/200/content/application~1json/schema/$ref\n";
    assert!(errors.contains(place) && errors.contains("there is `#/components/schemas/Path`"), "{errors}");
    assert!(scratch.refuses("nowhere.json", 2).starts_with("nowhere.json: cannot be read: No such file"));
}

#[test]
fn a_contract_with_mistakes_is_refused() {
    let scratch = Scratch::new();
    let contract = scratch.text(CONTRACT);
    let twice = contract.replace("\"operationId\": \"session.create\"", "\"operationId\": \"session.list\"");
    fs::write(scratch.path("twice.json"), twice).expect("written");
    let errors = scratch.refuses("twice.json", 1);
    assert!(errors.contains("the operation id `session.list` is already taken by GET /session"), "{errors}");
    assert!(errors.contains("\n  at #/paths/~1session/post/operationId\n"), "{errors}");
}

#[test]
fn a_url_that_gives_no_contract_is_refused() {
    let scratch = Scratch::new();
    let closed = TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("an address");
    let url = format!("http://{closed}/doc");
    let errors = scratch.refuses(&url, 2);
    assert!(errors.starts_with(&format!("{url}: cannot be fetched: ")), "{errors}");
    assert!(errors.contains("refused"), "{errors}");

    let server = Server::start(|_| Answer::status("404 Not Found"));
    let url = server.url("/doc");
    assert_eq!(
        scratch.refuses(&url, 2),
        format!("{url}: cannot be fetched: the server answers 404 Not Found\n")
    );
    let server = Server::start(|_| Answer::json("<!doctype html>"));
    let url = server.url("/doc");
    let errors = scratch.refuses(&url, 2);
    assert!(
        errors.starts_with(&format!("{url}:1:1: not JSON: expected a value, found `<`\n  at #\n")),
        "{errors}"
    );
    assert_eq!(scratch.refuses("ftp://x/doc", 2), "ftp://x/doc: only http:// and https:// can be fetched\n");
}

#[test]
fn a_later_contract_is_adopted_byte_for_byte() {
    let scratch = Scratch::new();
    let later = fs::read(LATER).expect("the later contract");
    let body = later.clone();
    let server = Server::start(move |_| Answer::new("200 OK", &[], &body));
    let url = server.url("/doc");
    let adopted = scratch.run(&["adopt", &url]);
    assert_eq!((adopted.code, adopted.errors.as_str()), (0, ""));
    assert_eq!(fs::read(scratch.path(CONTRACT)).expect("readable"), later);
    let gone = "breaking              schema Config: the optional property `theme` is gone";
    for line in ["written  spec/opencode-api.json", gone, "New operations (2)"] {
        assert!(adopted.output.lines().any(|told| told == line), "{}", adopted.output);
    }
    assert_eq!(scratch.run(&["regenerate", "--check"]).code, 0);
    let operations = scratch.text(OPERATIONS);
    assert_eq!(operations.lines().filter(|line| !line.starts_with('#')).count(), 100);

    let again = scratch.run(&["adopt", LATER]);
    assert_eq!(again.code, 0, "{}", again.errors);
    assert!(again.output.lines().any(|line| line == "nothing changed"), "{}", again.output);
}

#[test]
fn nothing_is_written_when_something_cannot_be() {
    let scratch = Scratch::new();
    // A directory stands where a generated file belongs.
    let blocked = scratch.path("spec/types/src/generated.rs");
    fs::remove_file(&blocked).expect("it was generated");
    fs::create_dir_all(blocked.join("full")).expect("a directory");
    fs::create_dir_all(scratch.path("spec/types/src/generated.rs.last~/full")).expect("a directory");
    let errors = scratch.refuses(LATER, 2);
    assert!(errors.starts_with("nothing was written: spec/types/src/generated.rs: "), "{errors}");
}

#[test]
fn what_the_generators_refuse_is_told_and_nothing_is_written() {
    let scratch = Scratch::new();
    for kind in [json!(null), json!(["number", []])] {
        let mut contract: Value = serde_json::from_str(CONTRACT_TEXT).expect("JSON");
        let member = json!({"type": kind, "format": "double"});
        contract["components"]["schemas"]["Odd"] = json!({"type": "object", "properties": {"n": member}});
        scratch.write("odd.json", contract.to_string());
        let errors = scratch.refuses("odd.json", 1);
        assert!(errors.starts_with("odd.json: the types cannot be generated: "), "{errors}");
        assert!(!errors.contains("panicked"), "{errors}");
    }
}

#[test]
fn a_contract_sends_no_commands_to_a_terminal() {
    const EVIL: &str = "\u{1b}]0;title\u{7}\u{1b}[31m \u{9b}1m";
    let scratch = Scratch::new();
    let mut contract: Value = serde_json::from_str(CONTRACT_TEXT).expect("JSON");
    contract["info"]["version"] = json!(EVIL);
    let operation = &mut contract["paths"]["/path"]["get"];
    for member in ["summary", "description"] {
        operation[member] = json!(EVIL);
    }
    operation["parameters"] =
        json!([{"in": "query", "name": EVIL, "description": EVIL, "schema": {"enum": [EVIL]}}]);
    operation["responses"]["200"]["description"] = json!(EVIL);
    contract["paths"]["/evil"] =
        json!({"get": {"operationId": format!("evil{EVIL}"), "responses": {"200": {"description": EVIL}}}});
    scratch.write("evil.json", contract.to_string());
    contract["paths"][EVIL] = json!({"get": {"operationId": "path.get", "responses": {}}});
    scratch.write("bad.json", contract.to_string());
    let old = CONTRACT;
    for arguments in [
        &["show", "path.get", "evil.json"][..],
        &["show", "path.gett", "bad.json"],
        &["record", "evil.json", "--out", "out.json"],
        &["record", "bad.json", "--out", "out.json"],
        &["lint", "bad.json"],
        &["lint", "bad.json", "--format", "github"],
        &["docs", "evil.json", "--out", "pages"],
        &["diff", old, "evil.json", "--verbose"],
        &["diff", old, "evil.json", "--format", "github", "--fail-on", "any"],
        &["adopt", "evil.json"],
    ] {
        let run = scratch.run(arguments);
        for told in [&run.output, &run.errors] {
            let control = told.chars().find(|c| c.is_control() && *c != '\n');
            assert_eq!(control, None, "{arguments:?}: {told:?}");
        }
        // What is written to pages is not told.
        let told = format!("{}{}", run.output, run.errors);
        assert!(arguments[0] == "docs" || told.contains("\\u{1b}"), "{arguments:?}: {told}");
    }
}

#[test]
fn the_comparison_in_the_readme_is_what_is_printed() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let readme = fs::read_to_string(repository.join("README.md")).expect("it is there");
    let start = "$ cargo contract diff opencode-1.2.6.json opencode-1.3.2.json\n";
    let shown =
        readme.split_once(start).and_then(|(_, rest)| rest.split_once("\n```")).expect("it is shown").0;
    let mut command = Folder::new().command(&["diff", "opencode-1.2.6.json", "opencode-1.3.2.json"]);
    let run = program::run(command.current_dir(repository.join("spec/tests/data")));
    assert_eq!(run.code, 1, "{}", run.errors);
    // In parts, each whole and in its order.
    let mut rest = run.output.as_str();
    let parts: Vec<&str> = shown.split("\n…\n").map(str::trim).collect();
    assert!(parts.len() > 2, "{shown}");
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("not printed, or not there: {part}"));
        rest = &rest[at + part.len()..];
    }
    assert_eq!(rest.trim(), "");
}

#[test]
fn help_says_what_can_be_given_and_how_it_ends() {
    let folder = Folder::new();
    for (command, words) in [
        ("diff", &["git:REV:PATH", "URLs of running servers", "`-`", "Exit codes: 0 nothing fails"][..]),
        ("upgrade", &["git:REV:PATH", "Exit codes: 0 the tree compiles"]),
        ("lint", &["git:REV:PATH", "Exit codes: 0 in order", "OPENCODE_SERVER_PASSWORD"]),
    ] {
        let help = folder.run(&[command, "--help"]);
        assert_eq!(help.code, 0);
        for words in words {
            assert!(help.output.contains(words), "{command}: {words}: {}", help.output);
        }
    }
}

#[test]
fn a_wrong_command_line_is_told() {
    let scratch = Scratch::new();
    assert_eq!(scratch.run(&["adopt"]).code, 2);
    assert_eq!(scratch.run(&["--help"]).code, 0);
    let elsewhere = Folder::new().run(&["check"]);
    assert_eq!(elsewhere.code, 2);
    assert!(elsewhere.errors.starts_with("no spec/opencode-api.json in this directory"));
}
