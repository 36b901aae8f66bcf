use serde_json::{Value, json};

use super::*;
use crate::plan::Step;

fn read(entries: &[Value], base: &str) -> Recorded {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("x.har");
    std::fs::write(&path, json!({ "log": { "entries": entries } }).to_string()).expect("a file");
    let options = Options { requests: vec![path], cases: 3, ..Options::new(base) };
    Recorded::read(&options, &crate::embedded_contract()).expect("a recording")
}

/// An exchange that was answered with 200.
fn exchange(method: &str, target: &str, body: Option<Value>) -> Value {
    let mut request = json!({ "method": method, "url": format!("http://there:1{target}") });
    if let Some(body) = body {
        request["postData"] =
            json!({ "mimeType": "application/json; charset=utf-8", "text": body.to_string() });
    }
    json!({ "request": request, "response": { "status": 200 } })
}

fn only(operation: &str, recorded: &Recorded) -> Step {
    let [case] = recorded.of(operation) else { panic!("{operation}: {recorded:?}") };
    case.step.clone()
}

/// Why a request is not sent.
fn reason(entry: Value) -> String {
    let told = read(&[entry], "http://here").told.expect("there was a file");
    let [left_out] = told.left_out.as_slice() else { panic!("{told:?}") };
    assert_eq!((told.read, left_out.count), (1, 1));
    left_out.reason.clone()
}

#[test]
fn what_rests_on_the_server_of_then_is_replaced() {
    let mut forked = exchange(
        "POST",
        "/session/ses_then/message?directory=%2Fold%2Fproject&unknown=1",
        Some(json!({
            "messageID": "msg_then",
            "model": { "providerID": "anthropic", "modelID": "costs-money" },
            "system": "keep {this} as it is",
            "parts": [
                { "type": "text", "text": "/old/project/a.txt" },
                { "type": "text", "text": "/old/projects" },
                { "type": "file", "mime": "image/png", "url": "file:///old/project/x.png", "filename": "x.png" },
                { "type": "text", "text": "ses_then" },
            ],
        })),
    );
    forked["response"]["status"] = 204.into();
    let step = only("session.prompt", &read(&[forked], "http://here"));
    assert_eq!(step.path["sessionID"], "{sessionID}");
    assert!(step.query.is_empty(), "the directory is the replay's own, and nobody knows the other: {step:?}");
    assert_eq!(
        step.body,
        Some(json!({
            "messageID": "{ascending:msg}",
            "model": { "providerID": "fake", "modelID": "fake-1" },
            "system": "keep {literal:brace}this} as it is",
            "parts": [
                { "type": "text", "text": "{directory}/a.txt" },
                { "type": "text", "text": "/old/projects" },
                { "type": "file", "mime": "text/plain", "url": "data:text/plain;base64,aGVsbG8=", "filename": "x.png" },
                { "type": "text", "text": "{sessionID}" },
            ],
        }))
    );
}

#[test]
fn a_command_of_then_is_not_run_again() {
    let shell =
        exchange("POST", "/session/ses_1/shell", Some(json!({ "agent": "plan", "command": "rm -rf ~" })));
    let terminal =
        exchange("POST", "/pty", Some(json!({ "command": "sudo", "args": ["reboot"], "title": "t" })));
    let recorded = read(&[shell, terminal], "http://here");
    assert_eq!(
        only("session.shell", &recorded).body,
        Some(json!({ "agent": "build", "command": "echo hello" }))
    );
    assert_eq!(
        only("pty.create", &recorded).body,
        Some(json!({ "command": "/bin/sh", "args": ["-c", "read line"], "title": "t" }))
    );
}

#[test]
fn the_directory_is_known_by_its_header_too_and_the_server_may_be_below_a_path() {
    let mut read_file = exchange("GET", "/below/file?path=%2Fold%2Fp%2Fa%20b.txt", None);
    read_file["request"]["headers"] = json!([{ "name": "X-Opencode-Directory", "value": "%2Fold%2Fp" }]);
    let step = only("file.list", &read(&[read_file], "http://here/below/"));
    assert_eq!(step.query["path"], "{directory}/a b.txt");
}

#[test]
fn what_says_nothing_new_is_left_out_and_counted() {
    let list = |session: &str| exchange("GET", &format!("/session/{session}/todo"), None);
    let limited = |limit: u32| exchange("GET", &format!("/session?limit={limit}"), None);
    let entries = [list("ses_1"), list("ses_2"), limited(1), limited(2), limited(3), limited(4)];
    let recorded = read(&entries, "http://here");
    assert_eq!((recorded.of("session.todo").len(), recorded.of("session.list").len()), (1, 3));
    let told = recorded.told.expect("there was a file");
    let left_out: Vec<_> =
        told.left_out.iter().map(|left| (left.reason.as_str(), left.requests[0].as_str())).collect();
    assert_eq!(
        left_out,
        [
            ("it says the same as one before it", "x.har 2: GET http://there:1/session/ses_2/todo"),
            ("there were 3 others of session.list before it", "x.har 6: GET http://there:1/session"),
        ]
    );
}

#[test]
fn what_is_not_sent_has_a_reason() {
    let status = |status: u16| {
        let mut entry = exchange("GET", "/path", None);
        entry["response"]["status"] = status.into();
        entry
    };
    let text = |text: &str| Some(json!({ "parts": [{ "type": "text", "text": text }] }));
    let mut form = exchange("POST", "/log", Some(json!({})));
    form["request"]["postData"]["mimeType"] = "text/plain".into();
    let mut lost = exchange("POST", "/log", None);
    lost["request"]["bodySize"] = 20.into();
    for (entry, words) in [
        (exchange("GET", "/favicon.ico", None), "no operation"),
        (exchange("GET", "/session/a/b/c/d", None), "no operation"),
        (status(404), "not accepted when it was recorded (status 404)"),
        (status(0), "not answered"),
        (exchange("POST", "/global/dispose", None), "ends every running prompt"),
        (exchange("PATCH", "/config", Some(json!({}))), "a story makes one"),
        (exchange("GET", "/find?pattern=a&pattern=b", None), "gives pattern twice"),
        (exchange("POST", "/session/ses_1/message", text("[hang]")), "steer the scripted model"),
        (form, "its body is text/plain"),
        (lost, "its body was not recorded"),
    ] {
        let reason = reason(entry);
        assert!(reason.contains(words), "{words:?}: {reason}");
    }
}

#[test]
fn a_file_that_is_no_recording_is_named() {
    let options = Options { requests: vec!["no/such.har".into()], ..Options::new("http://here") };
    let error = Recorded::read(&options, &crate::embedded_contract()).expect_err("there is none");
    assert!(error.to_string().contains("no/such.har"), "{error}");
}
