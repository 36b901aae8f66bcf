//! Prompting over HTTP: what is answered at once, what later, and what stays when the server goes.

mod fixture;

use std::time::Duration;

use fixture::Fixture;
use opencode_scripted_model::{Options, ScriptedServer, config_for};
use opencode_server::start;
use serde_json::{Value, json};

const LIMIT: Duration = Duration::from_secs(20);

/// A server whose project is configured for the scripted model, and one session.
struct Prompted {
    fixture: Fixture,
    model: ScriptedServer,
    session: String,
}

async fn prompted() -> Prompted {
    let model = ScriptedServer::start(Options::default()).await.expect("loopback is there");
    let fixture = Fixture::start().await;
    let config = config_for(&model.url()).to_string();
    std::fs::write(fixture.home.project().join("opencode.json"), config).expect("a configuration");
    let session = "ses_e04feb2c4ffeRD2e1oqXhJNTud".to_owned();
    let created = json!({
        "id": session, "slug": "quiet-test", "projectID": "global", "version": "1.2.6",
        "directory": fixture.home.project().display().to_string(),
        "title": "A test", "time": {"created": 1, "updated": 1},
    });
    let change = opencode_server::store::Change::SessionCreated(
        serde_json::from_value(created).expect("a session of the contract's form"),
    );
    let directory = fixture.home.project().display().to_string().into();
    fixture.server.app().store.commit(&directory, vec![change]).await.expect("a commit");
    Prompted { fixture, model, session }
}

impl Prompted {
    async fn post(&self, operation: &str, body: Value) -> reqwest::Response {
        let url = self.fixture.url(&format!("/session/{}/{operation}", self.session));
        self.fixture.http.post(url).json(&body).send().await.expect("an answer")
    }

    async fn refused(&self, operation: &str, body: Value) -> (u16, Value) {
        let answer = self.post(operation, body).await;
        (answer.status().as_u16(), answer.json().await.expect("JSON"))
    }

    fn store(&self) -> opencode_server::store::Store {
        self.fixture.server.app().store.clone()
    }

    async fn messages(&self) -> Vec<Value> {
        let id = opencode_server::ids::SessionId::known(&self.session);
        let messages = self.store().messages(&id, None).await.expect("a read").expect("a session");
        messages.iter().map(|message| serde_json::to_value(message).expect("JSON")).collect()
    }
}

fn text(text: &str) -> Value {
    json!({"parts": [{"type": "text", "text": text}]})
}

#[tokio::test]
async fn the_answer_is_the_message_with_its_parts() {
    let server = prompted().await;
    let answer = server.post("message", text("Hello there")).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "application/json");
    let answer: Value = answer.json().await.expect("JSON");
    assert_eq!(answer["info"]["finish"], "stop");
    assert_eq!(answer["parts"][1]["text"], "This is a canned answer.");
    assert_eq!(server.messages().await.last(), Some(&answer));
}

#[tokio::test]
async fn the_status_comes_before_the_answer_and_leaving_ends_nothing() {
    let server = prompted().await;
    let first = server.post("message", text("[hang]")).await;
    assert_eq!(first.status(), 200, "the model has not said a word yet");
    server.model.wait_for(LIMIT, |state| state.open_streams == 1).await.expect("asked");
    drop(first);
    let second = server.post("message", text("[say never]")).await;
    assert_eq!(server.model.open_streams(), 1, "the first goes on without its client");
    let aborted = server.post("abort", Value::Null).await;
    assert_eq!(aborted.json::<Value>().await.expect("JSON"), true);
    server.model.wait_for(LIMIT, |state| state.open_streams == 0).await.expect("upstream closed");
    let answer: Value = second.json().await.expect("JSON");
    assert_eq!(answer["info"]["error"]["name"], "MessageAbortedError");
}

#[tokio::test]
async fn what_cannot_be_answered_is_refused_at_once() {
    let server = prompted().await;
    let known = server.session.clone();
    let unknown = Prompted { session: "ses_unknown".to_owned(), ..server };
    for operation in ["message", "prompt_async"] {
        let (status, body) = unknown.refused(operation, text("x")).await;
        assert_eq!((status, &body["name"]), (404, &json!("NotFoundError")), "{operation}");
        assert_eq!(body["data"]["message"], "Session not found: ses_unknown");
    }
    let server = Prompted { session: known, ..unknown };
    let with = |member: &str, value: Value| {
        let mut body = text("x");
        body[member] = value;
        body
    };
    let missing = json!({"providerID": "fake", "modelID": "fake-2"});
    for (body, member) in [
        (with("agent", json!("nope")), "agent"),
        (with("model", missing.clone()), "model"),
        (with("messageID", json!("x")), "messageID"),
        (with("agent", Value::Null), "agent"),
        (json!({}), "parts"),
        (json!({"parts": [{"type": "zzz"}]}), "zzz"),
    ] {
        let (status, answer) = server.refused("message", body).await;
        assert_eq!((status, &answer["success"]), (400, &json!(false)), "{answer}");
        assert!(answer["errors"].to_string().contains(member), "{answer}");
    }
    let started = server.post("prompt_async", with("model", missing)).await;
    assert_eq!(started.status(), 204, "told by an event");
}

#[tokio::test]
async fn a_message_id_of_another_session_is_refused_with_a_status_of_the_contract() {
    let server = prompted().await;
    let mut body = text("x");
    body["messageID"] = json!("msg_mine");
    body["noReply"] = json!(true);
    assert_eq!(server.post("message", body.clone()).await.status(), 200);
    let other = server.fixture.http.post(server.fixture.url("/session")).send().await.expect("an answer");
    let other: Value = other.json().await.expect("JSON");
    let other = Prompted { session: other["id"].as_str().expect("an id").to_owned(), ..server };
    for operation in ["message", "prompt_async"] {
        let (status, answer) = other.refused(operation, body.clone()).await;
        assert_eq!((status, &answer["success"]), (400, &json!(false)), "{operation}: {answer}");
        assert!(answer["errors"].to_string().contains("msg_mine"), "{answer}");
    }
}

#[tokio::test]
async fn what_the_types_let_pass_is_refused_by_the_letter_of_the_contract() {
    let server = prompted().await;
    let file = |source: Value| {
        let file = json!({"type": "file", "mime": "text/plain", "url": "data:,x", "source": source});
        json!({ "noReply": true, "parts": [file] })
    };
    let format = |format: Value| json!({ "noReply": true, "parts": [], "format": format });
    let place =
        |end: i64| json!({"type": "file", "path": "a", "text": {"value": "a", "start": 0, "end": end}});
    for operation in ["message", "prompt_async"] {
        for body in [
            format(json!({"type": "teleport"})),
            format(json!({"type": "json_schema", "schema": {}, "retryCount": -1})),
            file(json!({"type": "teleport"})),
            file(place(9_007_199_254_740_992)),
        ] {
            let (status, answer) = server.refused(operation, body.clone()).await;
            assert_eq!((status, &answer["success"]), (400, &json!(false)), "{body}: {answer}");
        }
    }
    let accepted = server.post("message", file(place(9_007_199_254_740_991))).await;
    assert_eq!(accepted.status(), 200);
}

#[tokio::test]
async fn a_prompt_without_answer_gives_the_stored_message() {
    let server = prompted().await;
    let mut body = text("Remember this");
    body["noReply"] = json!(true);
    let answer: Value = server.post("message", body).await.json().await.expect("JSON");
    assert_eq!(answer["info"]["role"], "user");
    assert_eq!(server.messages().await, [answer]);
}

#[tokio::test]
async fn an_asynchronous_prompt_is_stored_before_it_is_accepted() {
    let server = prompted().await;
    let answer = server.post("prompt_async", text("[hang]")).await;
    assert_eq!(answer.status(), 204);
    assert_eq!(server.messages().await[0]["parts"][0]["text"], "[hang]");
    server.model.wait_for(LIMIT, |state| state.open_streams == 1).await.expect("asked");
}

#[tokio::test]
async fn a_shutdown_marks_what_is_running_and_a_restart_goes_on() {
    let Prompted { fixture: Fixture { server, home, http }, model, session } = prompted().await;
    let path = |base: &str, operation: &str| format!("{base}/session/{session}/{operation}");
    let hanging =
        http.post(path(server.url(), "message")).json(&text("[slow]")).send().await.expect("an answer");
    model.wait_for(LIMIT, |state| state.open_streams == 1).await.expect("asked");
    tokio::time::timeout(Duration::from_secs(5), server.shutdown()).await.expect("in time");
    model.wait_for(LIMIT, |state| state.open_streams == 0).await.expect("upstream closed");
    drop(hanging);

    let server = start(home.config()).await.expect("a second start");
    let again =
        http.post(path(server.url(), "message")).json(&text("[say back]")).send().await.expect("an answer");
    let again: Value = again.json().await.expect("JSON");
    assert_eq!(again["parts"][1]["text"], "back");
    let id = opencode_server::ids::SessionId::known(&session);
    let messages = server.app().store.messages(&id, None).await.expect("a read").expect("a session");
    let cut = serde_json::to_value(&messages[1].info).expect("JSON");
    assert_eq!(cut["error"]["name"], "MessageAbortedError");
    assert!(cut["time"]["completed"].is_number());
    assert_eq!(messages.len(), 4);
}

#[tokio::test]
async fn disposing_of_the_instance_ends_its_runs() {
    let server = prompted().await;
    let hanging = server.post("message", text("[hang]")).await;
    server.model.wait_for(LIMIT, |state| state.open_streams == 1).await.expect("asked");
    server.fixture.http.post(server.fixture.url("/instance/dispose")).send().await.expect("an answer");
    let answer: Value = hanging.json().await.expect("JSON");
    assert_eq!(answer["info"]["error"]["name"], "MessageAbortedError");
    let next: Value = server.post("message", text("[say fresh]")).await.json().await.expect("JSON");
    assert_eq!(next["parts"][1]["text"], "fresh");
}

#[tokio::test]
async fn aborting_needs_a_session_but_no_run() {
    let server = prompted().await;
    let abort = async |session: &str| {
        let url = server.fixture.url(&format!("/session/{session}/abort"));
        let answer = server.fixture.http.post(url).send().await.expect("an answer");
        (answer.status().as_u16(), answer.json::<Value>().await.expect("JSON"))
    };
    assert_eq!(abort(&server.session).await, (200, json!(true)));
    let (status, answer) = abort("ses_unknown").await;
    assert_eq!((status, &answer["name"]), (404, &json!("NotFoundError")));
}

#[tokio::test]
async fn a_configuration_without_models_is_told_as_such() {
    let server = prompted().await;
    let config = json!({"enabled_providers": []}).to_string();
    std::fs::write(server.fixture.home.project().join("opencode.json"), config).expect("a configuration");
    let (status, answer) = server.refused("message", text("x")).await;
    assert_eq!(status, 400);
    assert!(
        answer["errors"][0]["message"].as_str().is_some_and(|text| text.starts_with("No providers found"))
    );
}
