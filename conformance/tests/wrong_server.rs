//! A server that answers wrongly in every way the replay is to notice, and rightly in some: each fault must be found,
//! and nothing else.

mod wrong_server {
    pub mod serve;
}

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use opencode_conformance::{Kind, Mode, Options, Report, Rule, RunError, Verdict, run};
use serde_json::json;
use wrong_server::serve::{Answer, serve};

/// Answers to `METHOD /path`; everything else gets 501.
fn answers(request: &str) -> Answer {
    match request {
        "GET /global/health" => Answer::json(200, json!({"healthy": true, "version": "test"})),
        // Right.
        "GET /formatter" => Answer::json(200, json!([])),
        "POST /session" => Answer::json(200, session("ses_1", "Conformance")),
        "GET /session/ses_1" => Answer::json(200, session("ses_2", "Conformance")),
        "GET /vcs" => Answer::json(200, json!({})),
        // Wrong status: undocumented; documented, but not for a valid call.
        "GET /agent" => Answer::json(500, json!({"name": "UnknownError", "data": {"message": "no"}})),
        "GET /session/ses_1/children" => {
            Answer::json(404, json!({"name": "NotFoundError", "data": {"message": "no"}}))
        }
        // Wrong content type, no body, half a body, no JSON, wrong JSON.
        "GET /lsp" => Answer { content_type: "text/html", ..Answer::json(200, json!([])) },
        "GET /skill" => Answer { body: String::new(), ..Answer::json(200, json!([])) },
        "GET /path" => Answer { cut: true, ..Answer::json(200, json!({"home": "x"})) },
        "GET /command" => Answer { body: "[{".to_owned(), ..Answer::json(200, json!([])) },
        "GET /experimental/tool/ids" => Answer::json(200, json!(["bash", 5])),
        // Never answered.
        "GET /provider/auth" => Answer { silent: true, ..Answer::json(200, json!({})) },
        // Event streams: one begins wrongly, goes on wrongly and ends, the other is none at all.
        "GET /event" => Answer::events(&[
            r#"{"type":"session.idle","properties":{"sessionID":"ses_1"}}"#,
            r#"{"type":"session.idle","properties":{"sessionID":7}}"#,
            r#"{"type":"odd","properties":{}}"#,
            "no json",
        ]),
        "GET /global/event" => Answer::json(200, json!([])),
        _ => Answer::json(501, json!({"name": "NotImplemented", "data": {}})),
    }
}

fn session(id: &str, title: &str) -> serde_json::Value {
    json!({
        "id": id, "slug": "s", "projectID": "p", "directory": "/", "title": title, "version": "1",
        "time": {"created": 1, "updated": 1},
    })
}

async fn replayed(change: impl FnOnce(&mut Options)) -> Report {
    let url = serve(answers).await;
    // Who is let in from where, the little server does not care.
    let kinds = vec![Kind::Story, Kind::Valid, Kind::Invalid, Kind::Stream, Kind::Terminal];
    let mut options = Options { kinds, limit: Duration::from_secs(2), ..Options::new(url) };
    change(&mut options);
    run(options).await.expect("the replay can be made")
}

fn verdict<'a>(report: &'a Report, id: &str) -> &'a Verdict {
    let operation = report.operations.iter().find(|operation| operation.id == id);
    &operation.unwrap_or_else(|| panic!("{id} is not in the report")).verdict
}

/// Rule and pointer of each finding. The server does not look at what it is sent; whether that is noticed is tested
/// elsewhere.
fn findings<'a>(report: &'a Report, id: &str) -> Vec<(Rule, &'a str)> {
    match verdict(report, id) {
        Verdict::Fails { findings } => {
            let findings = findings.iter().filter(|finding| finding.rule != Rule::AcceptedInvalid);
            findings.map(|finding| (finding.rule, finding.pointer.as_str())).collect()
        }
        other => panic!("{id}: {other:?}"),
    }
}

#[tokio::test]
async fn each_fault_is_found_and_nothing_else() {
    let report = replayed(|_| {}).await;
    assert_eq!(report.exit_code(), 1);
    assert_eq!(report.server_version.as_deref(), Some("test"));
    let faults = [
        ("app.agents", vec![(Rule::ServerError, "")]),
        ("session.children", vec![(Rule::RefusedValid, "")]),
        ("lsp.status", vec![(Rule::ContentType, "")]),
        ("app.skills", vec![(Rule::Body, "")]),
        ("path.get", vec![(Rule::Transport, "")]),
        ("command.list", vec![(Rule::Body, "")]),
        ("tool.ids", vec![(Rule::Body, "/1")]),
        // A session of another id than asked for; one in another directory; one without the parent it was given.
        ("session.get", vec![(Rule::Value, "/id")]),
        ("session.create", vec![(Rule::Value, "/directory"), (Rule::Value, "/parentID")]),
        ("vcs.get", vec![(Rule::Body, "")]),
        ("provider.auth", vec![(Rule::Transport, "")]),
        (
            "event.subscribe",
            vec![
                (Rule::Event, ""),
                (Rule::Event, "/properties/sessionID"),
                (Rule::Event, ""),
                (Rule::Event, ""),
                (Rule::Event, ""),
            ],
        ),
        ("global.event", vec![(Rule::ContentType, "")]),
    ];
    for (id, expected) in &faults {
        assert_eq!(findings(&report, id), *expected, "{id}");
    }
    assert_eq!(report.counts.fails, faults.len(), "{report}");
    for id in ["global.health", "formatter.status"] {
        assert_eq!(verdict(&report, id), &Verdict::Conforms, "{id}");
    }
    // Built by no story's state: told as not built all the same.
    for id in ["pty.create", "pty.get", "session.message", "question.reply"] {
        assert_eq!(verdict(&report, id), &Verdict::NotBuilt, "{id}");
    }
    let counts = report.counts;
    assert_eq!(counts.operations, 98);
    let verdicts = counts.conforms + counts.known + counts.fails + counts.not_built + counts.not_exercised;
    assert_eq!(verdicts, counts.operations);
}

#[test]
fn what_is_reported_on_is_known_before() {
    let options = |only: &[&str]| Options {
        only: only.iter().map(|&name| name.to_owned()).collect(),
        ..Options::new("http://127.0.0.1:1")
    };
    assert_eq!(options(&[]).operations().ok(), Some(98));
    assert_eq!(options(&["path", "vcs"]).operations().ok(), Some(2));
    assert!(matches!(options(&["nope"]).operations(), Err(RunError::UnknownOperation { .. })));
}

#[tokio::test]
async fn known_differences_do_not_fail_unless_strict() {
    let vcs = |strict| {
        let corrections = vec![("/components/schemas/VcsInfo/required".to_owned(), json!([]))];
        replayed(move |options| {
            *options = Options { corrections, strict, only: vec!["vcs.get".to_owned()], ..options.clone() };
        })
    };
    let lenient = vcs(false).await;
    assert!(matches!(verdict(&lenient, "vcs.get"), Verdict::Known { .. }));
    assert_eq!((lenient.exit_code(), vcs(true).await.exit_code()), (0, 1));
}

/// All that a replay that only reads sends, told or not.
static READING: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn overheard(request: &str) -> Answer {
    READING.lock().expect("nobody panics with it").push(request.to_owned());
    answers(request)
}

#[tokio::test]
async fn a_replay_that_only_reads_sends_nothing_but_get() {
    let options = Options {
        mode: Mode::ReadOnly,
        limit: Duration::from_secs(2),
        ..Options::new(serve(overheard).await)
    };
    let report = run(options).await.expect("the replay can be made");
    let sent = READING.lock().expect("nobody panics with it");
    assert!(sent.len() > 10, "{} calls", sent.len());
    let other: Vec<_> = sent.iter().filter(|request| !request.starts_with("GET ")).collect();
    assert!(other.is_empty(), "{other:?}");
    assert!(matches!(verdict(&report, "session.create"), Verdict::NotExercised { .. }));
}

#[tokio::test]
async fn what_cannot_be_replayed_is_an_error_and_no_verdict() {
    let url = serve(|_| Answer::json(401, json!({}))).await;
    assert!(matches!(run(Options::new(url)).await, Err(RunError::Unauthorized { .. })));
    for answer in [
        |_: &str| Answer {
            content_type: "text/html",
            body: "<html>".to_owned(),
            ..Answer::json(200, json!(null))
        },
        |_: &str| Answer::json(200, json!({})),
        |_: &str| Answer::json(500, json!({"healthy": true})),
        |_: &str| Answer::json(404, json!({"name": "NotFoundError", "data": {}})),
    ] {
        let error = run(Options::new(serve(answer).await)).await;
        assert!(matches!(error, Err(RunError::Stranger { .. })), "{error:?}");
    }
    let nobody =
        std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its address");
    let unreachable = run(Options::new(format!("http://{nobody}"))).await;
    assert!(matches!(unreachable, Err(RunError::Unreachable { .. })));
    let no_contract = Options { contract: Some(json!({}).into()), ..Options::new("http://127.0.0.1:1") };
    assert!(matches!(run(no_contract).await, Err(RunError::Contract(_))));
}

#[tokio::test]
async fn credentials_are_sent() {
    let url = serve(|request| match request.ends_with("Basic dXNlcjpzZWNyZXQ=") {
        true => Answer::json(200, json!({"healthy": true, "version": "test"})),
        false => Answer::json(401, json!({})),
    })
    .await;
    let options = Options {
        username: Some("user".to_owned()),
        password: Some("secret".to_owned()),
        only: vec!["global.health".to_owned()],
        kinds: vec![Kind::Story],
        ..Options::new(url)
    };
    assert_eq!(run(options).await.expect("let in").exit_code(), 0);
}

/// What a server was asked that answers the first call and no other.
static UNANSWERED: AtomicUsize = AtomicUsize::new(0);

#[tokio::test]
async fn a_server_that_stops_answering_is_given_up() {
    let url = serve(|request| {
        let first = UNANSWERED.fetch_add(1, Ordering::SeqCst) == 0;
        Answer { silent: !first, ..answers(request) }
    })
    .await;
    let options = Options { limit: Duration::from_millis(300), ..Options::new(url) };
    let report = run(options).await.expect("the replay can be made");
    let asked = UNANSWERED.load(Ordering::SeqCst);
    assert!(asked < 20, "asked {asked} times");
    let told = report.exchanges().find(|exchange| exchange.case == "gives up").expect("it says so");
    let Verdict::Fails { findings } = &told.verdict else { panic!("{told:?}") };
    assert_eq!((findings[0].rule, report.exit_code()), (Rule::Transport, 1));
    assert!(findings[0].message.contains("nothing more was asked"), "{}", findings[0].message);
    let Verdict::NotExercised { reason } = verdict(&report, "vcs.get") else { panic!("{report}") };
    assert_eq!(reason, "the server had stopped answering");
}

/// What a server was asked that leaves changes of sessions unanswered.
static STUCK: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn stuck(request: &str) -> Answer {
    STUCK.lock().expect("nobody panics with it").push(request.to_owned());
    let message = json!({"info": {"id": "msg_1"}, "parts": [{"id": "prt_1"}]});
    match request {
        "GET /session/ses_1/message" => Answer::json(200, json!([message])),
        "POST /session/ses_1/message" => Answer::json(200, message),
        "DELETE /session/ses_1" => Answer::json(200, json!(true)),
        "PATCH /session/ses_1" => Answer { silent: true, ..Answer::json(200, json!({})) },
        _ => answers(request),
    }
}

/// What hangs may hold up what comes after it, which is not to be blamed.
#[tokio::test]
async fn a_state_in_which_a_call_hangs_is_left_for_another() {
    let options = Options {
        only: vec!["session.update".to_owned()],
        kinds: vec![Kind::Valid],
        limit: Duration::from_secs(1),
        ..Options::new(serve(stuck).await)
    };
    let report = run(options).await.expect("the replay can be made");
    assert_eq!(findings(&report, "session.update"), [(Rule::Transport, "")]);
    let asked = STUCK.lock().expect("nobody panics with it");
    let (made, called, left) = ("POST /session", "PATCH /session/ses_1", "DELETE /session/ses_1");
    let of_chain: Vec<_> =
        asked.iter().map(String::as_str).filter(|request| [made, called, left].contains(request)).collect();
    assert_eq!(of_chain, [made, called, left, made, left], "{asked:?}");
}

#[tokio::test]
async fn a_limit_beyond_all_time_is_one() {
    let report = replayed(|options| {
        options.limit = Duration::MAX;
        options.only = vec!["event.subscribe".to_owned()];
    });
    assert_eq!(verdict(&report.await, "event.subscribe").findings()[0].rule, Rule::Event);
}

/// How often the checkout is asked for before it is there.
static TOO_EARLY: AtomicUsize = AtomicUsize::new(3);

fn slow_checkout(request: &str) -> Answer {
    let refused = || json!({"data": null, "errors": [], "success": false});
    match request {
        "GET /global/health" => answers(request),
        "POST /experimental/worktree" => {
            Answer::json(200, json!({"name": "x", "branch": "opencode/x", "directory": "/x"}))
        }
        "GET /experimental/worktree" => Answer::json(200, json!(["/x"])),
        "POST /experimental/worktree/reset" => {
            match TOO_EARLY.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)) {
                Ok(_) => Answer::json(400, refused()),
                Err(_) => Answer::json(200, json!(true)),
            }
        }
        "DELETE /experimental/worktree" => Answer::json(400, refused()),
        _ => Answer::json(501, json!({"name": "NotImplemented", "data": {}})),
    }
}

/// The answer that creates a second checkout comes before the checkout is there.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_the_making_is_waited_for() {
    let only = ["worktree.reset", "worktree.remove"].map(str::to_owned).to_vec();
    let options = Options { kinds: vec![Kind::Story], only, ..Options::new(serve(slow_checkout).await) };
    let report = run(options).await.expect("the replay can be made");
    assert_eq!(verdict(&report, "worktree.reset"), &Verdict::Conforms);
    assert_eq!(
        findings(&report, "worktree.remove"),
        [(Rule::RefusedValid, "")],
        "others are not asked twice"
    );
}
