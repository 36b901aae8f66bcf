//! A contract and a compiler that try to leave their place in what an upgrade tells.

use opencode_spec::gate::CONTRACT;

use crate::program::markdown::without_code;
use crate::program::server::{Answer, Server};
use crate::tree::{OPERATIONS, Tree};

/// In one word, as an operation id and a path are.
const WORD: &str = "</details><script>alert(1)</script>&<!--`code|x``@everyone\"'_[a](b)#";

/// In several lines, as a compiler and a server may say it; a shell and JSON take it as it is.
const TEXT: &str = "\\u001b[31m</details><script>alert(1)</script>\\n```\\n# A heading @everyone\\r\\u0007";

fn contract(id: &str, path: &str) -> String {
    let text = include_str!("../data/opencode-1.2.15.json");
    let mut next: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let paths = next["paths"].as_object_mut().expect("paths");
    let mut item = paths["/path"].clone();
    item["get"]["operationId"] = id.into();
    item["get"]["summary"] = WORD.into();
    item["get"]["description"] = WORD.into();
    paths.insert(path.to_owned(), item);
    next.to_string()
}

#[test]
fn what_an_upgrade_tells_keeps_everything_in_its_place() {
    let tree = Tree::new();
    let (id, long) = (format!("path.{WORD}"), "x".repeat(100_000));
    let next = contract(&id, &format!("/path/{WORD}"));
    let release = format!(r#"{{"healthy":true,"version":"{TEXT}"}}"#);
    let server = Server::start(move |request| match request.path.as_str() {
        "/doc" => Answer::json(&next),
        "/global/health" => Answer::json(&release),
        _ => Answer::status("404 Not Found"),
    });
    let message = |line: usize, text: &str| {
        format!(
            r#"{{"reason":"compiler-message","message":{{"message":"{text}","level":"error","spans":[{{"file_name":"server/src/other.rs","line_start":{line},"column_start":5,"is_primary":true}}]}}}}"#
        )
    };
    let mut messages = vec![message(1, &format!("`{TEXT}")), message(2, &long)];
    messages.extend((3..1500).map(|line| message(line, "mismatched `types` <T>")));
    messages.push(r#"{"reason":"build-finished","success":false}"#.to_owned());
    tree.folder.write("target/messages", messages.join("\n"));
    let found = tree.upgrade("cat target/messages; exit 101", &[&server.url("")]);
    assert_eq!(found.code, 1, "{:.2000}", found.errors);

    // A terminal gets no commands.
    for text in [&found.output, &found.errors] {
        let control = text.chars().find(|character| character.is_control() && *character != '\n');
        assert_eq!(control, None, "{text:.5000}");
    }
    assert!(found.output.contains(&format!("\n  {id}  GET /path/{WORD}\n")), "{:.5000}", found.output);

    // A pull request gets no markup, and takes the whole text.
    let report = tree.report();
    let outside = without_code(&report);
    for markup in ["<script", "@everyone", "</details><", "[a](b)", "\u{1b}"] {
        assert!(!outside.contains(markup), "{markup} is outside of code:\n{report:.5000}");
    }
    assert!(!report.lines().any(|line| line.starts_with("# A heading")), "{report:.5000}");
    assert_eq!(report.matches("\n### What does not compile outside of these handlers (1499)\n").count(), 1);
    assert!(report.contains(" lines more than fit here\n"), "{report:.5000}");
    assert!(report.contains("\n## What changed\n"), "{report:.5000}");
    assert!(report.chars().count() < 65_536, "{}", report.chars().count());

    // The table of operations has a line for it, and no other one that it wrote.
    let row = tree.folder.text(OPERATIONS).lines().filter(|line| line.contains("script")).count();
    assert_eq!(row, 1);
}

#[test]
fn what_a_check_says_stays_in_its_block() {
    let tree = Tree::new();
    let said = format!("printf '{TEXT}\\n'; head -c 100000 /dev/zero | tr '\\0' x; exit 1");
    let said = said.replace("\\u001b", "\\033").replace("\\u0007", "\\007");
    let found = tree.upgrade("exit 101", &["later.json", "--check-command", &said]);
    assert_eq!(found.code, 1, "{:.2000}", found.errors);
    assert!(!found.output.contains(['\u{1b}', '\u{7}', '\r']), "{:.5000}", found.output);
    let report = tree.report();
    assert!(!without_code(&report).contains("<script"), "{report:.5000}");
    assert!(!report.contains(['\u{1b}', '\u{7}', '\r']), "{report:.5000}");
    assert!(report.chars().count() < 65_536, "{}", report.chars().count());
}

#[test]
fn an_operation_that_is_no_word_is_refused() {
    let tree = Tree::new();
    for (id, path, words) in [
        ("path.a\ndone", "/path/a", "the operation id `path.a\ndone` holds a blank"),
        ("path.a", "/path/a b", "the path `/path/a b` holds a blank"),
        ("path.\u{1b}[31m", "/path/a", "the operation id `path.\\u{1b}[31m` holds a blank"),
    ] {
        tree.folder.write("evil.json", contract(id, path));
        let before = tree.folder.text(CONTRACT);
        let refused = tree.upgrade("exit 101", &["evil.json"]);
        assert_eq!((refused.code, refused.output.as_str()), (1, ""), "{}", refused.errors);
        assert!(refused.errors.contains(words), "{}", refused.errors);
        assert!(tree.folder.text(CONTRACT) == before);
    }
}
