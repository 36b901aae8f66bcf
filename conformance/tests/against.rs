//! Side by side: two servers that answer alike have no difference; one that answers otherwise has each.

mod wrong_server {
    pub mod serve;
}

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use opencode_conformance::peers::{Home, Packages, Program, Server, say_aloud};
use opencode_conformance::report::{Format, Look, present};
use opencode_conformance::{Again, Kind, Options, Report, Rule, RunError, Verdict, run, run_against};
use serde_json::{Value, json};
use tokio::sync::broadcast;
use wrong_server::serve::{Answer, serve};

fn alike(request: &str) -> Answer {
    match request {
        "GET /global/health" => Answer::json(200, json!({"healthy": true, "version": "1"})),
        "GET /agent" => Answer::json(200, json!([])),
        "GET /formatter" => {
            Answer::json(200, json!([{"name": "fmt", "extensions": [".rs"], "enabled": true}]))
        }
        "GET /vcs" => Answer::json(200, json!({"branch": "main"})),
        "GET /lsp" => Answer::json(200, json!([])),
        "GET /event" => Answer::events(&[r#"{"type":"server.connected","properties":{}}"#]),
        "GET /path" => {
            let path = |name: &str| format!("/home/{name}");
            Answer::json(
                200,
                json!({
                    "home": path("a"), "state": path("b"), "config": path("c"), "worktree": path("d"), "directory": path("e"),
                }),
            )
        }
        _ => Answer::json(501, json!({"name": "UnknownError", "data": {"message": "no"}})),
    }
}

/// As the other, under another version, with other paths and other operations built; and wrong in four ways.
fn otherwise(request: &str) -> Answer {
    match request {
        "GET /global/health" => Answer::json(200, json!({"healthy": true, "version": "2"})),
        "GET /agent" => Answer::json(500, json!({"name": "UnknownError", "data": {"message": "no"}})),
        "GET /formatter" => Answer::json(200, json!([{"name": "fmt", "extensions": [".rs"]}])),
        "GET /vcs" => Answer::json(200, json!({"branch": "other"})),
        "GET /lsp" => Answer { content_type: "text/plain", ..alike(request) },
        "GET /path" => {
            let mut answer = alike(request);
            answer.body = answer.body.replace("/home", "/root");
            answer
        }
        "GET /skill" => Answer::json(200, json!([])),
        _ => alike(request),
    }
}

async fn beside(here: fn(&str) -> Answer, there: fn(&str) -> Answer) -> Report {
    let (here, there) = (serve(here).await, serve(there).await);
    let options = Options {
        limit: Duration::from_secs(5),
        cases: 1,
        kinds: vec![Kind::Story, Kind::Valid],
        ..Options::new(here)
    };
    run_against(options, &there, |_, _| {}).await.expect("both replays can be made")
}

/// Operation, pointer and message of each difference.
fn differences(report: &Report) -> Vec<(&str, &str, &str)> {
    let exchanges = report.exchanges().filter(|exchange| exchange.kind == Kind::Against);
    let mut found = Vec::new();
    for exchange in exchanges {
        if let Verdict::Fails { findings } = &exchange.verdict {
            assert!(findings.iter().all(|finding| finding.rule == Rule::Differs));
            let told = findings.iter().map(|finding| {
                (exchange.operation.as_str(), finding.pointer.as_str(), finding.message.as_str())
            });
            found.extend(told);
        }
    }
    found
}

/// A server whose runs last until they are stopped, and what it says and tells then.
struct Stopping {
    says: Value,
    tells: &'static str,
    runs: AtomicBool,
    events: broadcast::Sender<String>,
}

impl Stopping {
    async fn serve(says: Value, tells: &'static str) -> String {
        let (events, _) = broadcast::channel(100);
        let stopping: &'static Stopping =
            Box::leak(Box::new(Stopping { says, tells, runs: AtomicBool::new(false), events }));
        serve(move |request| stopping.answer(request)).await
    }

    fn answer(&self, request: &str) -> Answer {
        let runs = self.runs.load(Ordering::SeqCst);
        let session = json!({
            "id": "ses_1", "slug": "s", "projectID": "p", "directory": "/", "title": "t", "version": "1",
            "time": {"created": 1, "updated": 1},
        });
        match request {
            "GET /event" => {
                let connected = r#"{"type":"server.connected","properties":{}}"#;
                Answer { follow: Some(self.events.subscribe()), ..Answer::events(&[connected]) }
            }
            "POST /session" => {
                self.tell("session.created", json!({"info": session}));
                Answer::json(200, session)
            }
            "POST /session/ses_1/prompt_async" => {
                self.runs.store(true, Ordering::SeqCst);
                Answer { body: String::new(), ..Answer::json(204, Value::Null) }
            }
            "POST /session/ses_1/abort" => {
                self.runs.store(false, Ordering::SeqCst);
                self.tell(self.tells, json!({"sessionID": "ses_1"}));
                Answer::json(200, self.says.clone())
            }
            "GET /session/status" if runs => Answer::json(
                200,
                json!({"ses_1": {"type": "retry", "attempt": 1, "message": "m", "next": 1}}),
            ),
            "GET /session/status" => Answer::json(200, json!({})),
            "GET /permission" if runs => Answer::json(200, json!([{"id": "per_1"}])),
            "GET /permission" => Answer::json(200, json!([])),
            "GET /session/ses_1/message" => {
                let stopped = json!({"info": {"id": "msg_1", "error": {"name": "MessageAbortedError"}}});
                Answer::json(200, json!([{}, stopped, {}, stopped]))
            }
            _ => alike(request),
        }
    }

    fn tell(&self, kind: &str, properties: Value) {
        // Who listens is not its business.
        let _ = self.events.send(format!("data: {}\n\n", json!({"type": kind, "properties": properties})));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_by_chance_is_compared_by_its_types_and_its_events_are_not() {
    let beside = async |says: Value| {
        let here = Stopping::serve(json!(true), "session.idle").await;
        let options = Options {
            limit: Duration::from_secs(1),
            kinds: vec![Kind::Story, Kind::Stream],
            // They are of the stories `abort` and `stall` alone.
            only: vec!["session.abort".to_owned(), "event.subscribe".to_owned()],
            ..Options::new(here)
        };
        let there = Stopping::serve(says, "session.error").await;
        run_against(options, &there, |_, _| {}).await.expect("both replays can be made")
    };
    let report = beside(json!(false)).await;
    assert_eq!(differences(&report), []);
    let compared = report.exchanges().filter(|exchange| exchange.kind == Kind::Against);
    let compared: Vec<_> = compared.map(|exchange| exchange.operation.as_str()).collect();
    assert_eq!(compared, ["session.abort"], "its answers were, and no events");
    let report = beside(json!("stopped")).await;
    assert_eq!(differences(&report), [("session.abort", "", "boolean here, string there")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_of_a_kind_do_not_differ() {
    let report = beside(alike, alike).await;
    assert_eq!(differences(&report), []);
    let compared = report.exchanges().filter(|exchange| exchange.kind == Kind::Against).count();
    assert_eq!(compared, 6, "each operation that is built on both was compared");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_difference_is_found_and_what_is_told_by_chance_is_none() {
    let report = beside(alike, otherwise).await;
    let mut found = differences(&report);
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ("app.agents", "", "status 200 here, 500 there"),
            ("formatter.status", "/*/enabled", "boolean here, nothing there"),
            ("lsp.status", "", "content type \"application/json\" here, \"text/plain\" there"),
            ("vcs.get", "/branch", "\"main\" here, \"other\" there"),
        ]
    );
    assert_eq!(report.exit_code(), 1);
}

/// Of what is only wrong beside the other server, a report repeats exactly that.
#[tokio::test(flavor = "multi_thread")]
async fn differences_are_repeated_beside_the_other_server_and_not_without_it() {
    let first = beside(alike, otherwise).await;
    let mut written = Vec::new();
    present(&first, Format::Json, Look::default(), &mut written).expect("memory takes it");
    let again = Again::read(&String::from_utf8(written).expect("JSON is text")).expect("a report");
    let repeated = |here: String| Options {
        limit: Duration::from_secs(5),
        kinds: vec![Kind::Story, Kind::Valid],
        again: Some(again.clone()),
        ..Options::new(here)
    };
    let (here, there) = (serve(alike).await, serve(otherwise).await);
    let second = run_against(repeated(here.clone()), &there, |_, _| {}).await.expect("it can be made");
    assert_eq!(differences(&second), differences(&first));
    let told = |report: &Report| {
        let against = report.exchanges().filter(|exchange| exchange.kind == Kind::Against);
        let failing = against.filter(|exchange| matches!(exchange.verdict, Verdict::Fails { .. }));
        failing.map(|exchange| (exchange.case.clone(), exchange.request.clone())).collect::<Vec<_>>()
    };
    assert_eq!(told(&second), told(&first), "with the calls that were compared");
    let operations: Vec<_> = second.operations.iter().map(|operation| operation.id.as_str()).collect();
    assert_eq!(operations, ["vcs.get", "app.agents", "lsp.status", "formatter.status"]);

    let repaired = run_against(repeated(here.clone()), &serve(alike).await, |_, _| {}).await;
    let repaired = repaired.expect("it can be made");
    assert_eq!((differences(&repaired), repaired.exit_code()), (Vec::new(), 0));

    let alone = run(repeated(here)).await.expect_err("there is nothing to compare with");
    assert!(matches!(alone, RunError::NoOther), "{alone}");
}

/// Two real servers, each in a home of its own: what they tell by chance must not pass for a difference.
#[tokio::test(flavor = "multi_thread")]
async fn two_real_servers_do_not_differ() {
    let packages = match tokio::task::block_in_place(Packages::install) {
        Ok(packages) => packages,
        Err(missing) => return say_aloud("two_real_servers_do_not_differ", &missing),
    };
    let program = Program::Real(packages.opencode());
    let homes = [Home::new().expect("a temporary folder"), Home::new().expect("a temporary folder")];
    let servers = homes
        .each_ref()
        .map(|home| tokio::task::block_in_place(|| Server::start(&program, home, &[])).expect("it starts"));
    let kinds = vec![Kind::Story, Kind::Stream];
    let options = Options { kinds, ..Options::new(servers[0].url()) };
    let report = run_against(options, servers[1].url(), |_, _| {}).await.expect("both replays can be made");
    assert_eq!(differences(&report), []);
    let compared = report.exchanges().filter(|exchange| exchange.kind == Kind::Against).count();
    assert!(compared > 60, "{compared} operations were compared");
}
