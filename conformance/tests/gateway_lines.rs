//! What is told of a check of the transport: a line for a shell that sends the same, or none, and why a check was left out.

mod wrong_server {
    pub mod serve;
}

use std::process::Command;

use opencode_conformance::{Exchange, Kind, Mode, Options, Report, Verdict, run};
use serde_json::json;
use wrong_server::serve::{Answer, serve};

/// Lets everybody in, whatever they send.
fn careless(request: &str) -> Answer {
    match request.split(' ').nth(1) {
        Some("/global/health") => Answer::json(200, json!({"healthy": true, "version": "test"})),
        Some("/event") => Answer::events(&[]),
        _ => Answer::json(200, json!(true)),
    }
}

async fn checked(only: &str, mode: Mode) -> Report {
    let options = Options {
        only: vec![only.to_owned()],
        kinds: vec![Kind::Gateway],
        password: Some("it's secret".to_owned()),
        mode,
        ..Options::new(serve(careless).await)
    };
    run(options).await.expect("the replay can be made")
}

fn exchange<'a>(report: &'a Report, case: &str) -> &'a Exchange {
    let mut exchanges = report.exchanges();
    exchanges.find(|exchange| exchange.case == case).unwrap_or_else(|| panic!("{case} is not told: {report}"))
}

#[tokio::test]
async fn a_line_for_a_shell_sends_what_was_sent() {
    let report = checked("session.create", Mode::Project).await;
    let line = |case| exchange(&report, case).curl.clone().unwrap_or_else(|| panic!("{case} has no line"));

    let who = |case| {
        let line = line(case);
        let from = line.find("' -").expect("something after the address");
        line[from + 2..].to_owned()
    };
    assert!(who("auth: wrong password").starts_with(r#"-u 'opencode':"$OPENCODE_SERVER_PASSWORD-not""#));
    assert!(who("auth: no password").starts_with("-u 'opencode':'' "));
    assert!(who("auth: wrong user").starts_with(r#"-u 'opencode-not':"$OPENCODE_SERVER_PASSWORD""#));
    assert!(who("auth: bearer").starts_with(r#"-H "Authorization: Bearer $OPENCODE_SERVER_PASSWORD""#));
    let Verdict::Fails { findings } = &exchange(&report, "auth: bearer").verdict else { panic!("{report}") };
    assert!(findings[0].message.ends_with("the right password is also taken as a token"), "{findings:?}");
    assert!(report.exchanges().all(|told| !told.curl.as_deref().unwrap_or_default().contains("secret")));

    assert_eq!(exchange(&report, "host: two").curl, None, "curl sends one Host");
    assert!(line("host: none").ends_with("-H 'Host:'"));

    let written = |case| {
        let line = line(case);
        let (command, rest) = line.split_once(" | curl ").unwrap_or_else(|| panic!("{case}: {line}"));
        assert!(rest.ends_with(" --data-binary @-"), "{line}");
        Command::new("sh").args(["-c", command]).output().expect("a shell").stdout
    };
    assert_eq!(written("body: invalid UTF-8"), b"{\"title\": \"\xff\xfe\"}");
    let nested = written("body: deep nesting");
    assert_eq!(nested, [b"[".repeat(20_000), b"]".repeat(20_000)].concat());
    let (begin, length) = (b"{\"filler\": \"xxx", (64 << 20) + 12);
    let large = written("too large: without a length");
    assert!(large.starts_with(begin) && large.len() == length, "{} bytes", large.len());
}

#[tokio::test]
async fn whoever_was_not_tried_is_told_with_the_reason() {
    for (operation, mode, words) in [
        ("global.dispose", Mode::Project, "keep to its project"),
        ("session.create", Mode::ReadOnly, "read only"),
    ] {
        let report = checked(operation, mode).await;
        let Verdict::NotExercised { reason } = &exchange(&report, "auth").verdict else { panic!("{report}") };
        assert!(reason.contains(words), "{reason}");
    }
}
