//! What goes wrong, and how it is told.

use serde_json::{Value, json};

use super::bench::{Bench, LIMIT, Setup, answer, texts};
use crate::agent::Error;
use crate::ids::SessionId;

#[tokio::test]
async fn an_error_of_the_provider_is_told_whole() {
    for (text, dialect, status) in
        [("[error 400]", "fake/fake-1", 400), ("[error 401]", "fakeanth/claude-fake", 401)]
    {
        let bench = Bench::new().await;
        let session = bench.session().await;
        let (provider, model) = dialect.split_once('/').expect("provider and model");
        let body = json!({"parts": [{"type": "text", "text": text}],
                          "model": {"providerID": provider, "modelID": model}});
        let waiting = super::bench::running(bench.send(&session, body).await);
        let answer = answer(waiting).await;
        let error = &answer["info"]["error"];
        assert_eq!(error["name"], "APIError");
        assert_eq!(error["data"]["message"], format!("Scripted error {status}"));
        assert_eq!(error["data"]["statusCode"], status);
        assert_eq!(error["data"]["isRetryable"], false);
        assert_eq!(error["data"]["responseHeaders"]["content-type"], "application/json");
        assert!(error["data"]["responseBody"].as_str().is_some_and(|body| body.contains("Scripted error")));
        assert!(
            error["data"]["metadata"]["url"].as_str().is_some_and(|url| url.starts_with(&bench.model.url()))
        );
        assert_eq!(answer["parts"], json!([]));
    }
}

#[tokio::test]
async fn an_error_inside_the_stream_keeps_what_came_before() {
    for model in [
        json!({"providerID": "fake", "modelID": "fake-1"}),
        json!({"providerID": "fakeanth", "modelID": "claude-fake"}),
    ] {
        let bench = Bench::new().await;
        let session = bench.session().await;
        let body = json!({"parts": [{"type": "text", "text": "[errstream] [long 9]"}], "model": model});
        let answer = answer(super::bench::running(bench.send(&session, body).await)).await;
        let expected = json!({"name": "UnknownError", "data": {"message": "\"Scripted stream error\""}});
        assert_eq!(answer["info"]["error"], expected);
        let kinds: Vec<&Value> =
            answer["parts"].as_array().expect("parts").iter().map(|part| &part["type"]).collect();
        assert_eq!(kinds, ["step-start", "text"]);
        assert!(texts(&answer, "text")[0].starts_with("chunk 1"));
    }
}

#[tokio::test]
async fn a_model_that_falls_silent_ends_the_turn() {
    let options = json!({"provider": {"fake": {"options": {"timeout": 200}}}});
    let bench = Bench::with(Setup { config: options, ..Setup::default() }).await;
    let session = bench.session().await;
    let answer = bench.ask(&session, "[hang]").await;
    assert_eq!(answer["info"]["error"]["name"], "UnknownError");
    assert_eq!(answer["info"]["error"]["data"]["message"], "The model sent nothing for 0.2 seconds");
    bench.model.wait_for(LIMIT, |state| state.open_streams == 0).await.expect("upstream closed");
}

#[tokio::test]
async fn a_provider_that_cannot_be_reached_is_named() {
    let options = json!({"provider": {"fake": {"options": {"baseURL": "http://127.0.0.1:9/v1"}}}});
    let bench = Bench::with(Setup { config: options, ..Setup::default() }).await;
    let session = bench.session().await;
    let answer = bench.ask(&session, "hello").await;
    let message = answer["info"]["error"]["data"]["message"].as_str().expect("a message");
    assert!(message.starts_with("Unable to connect to http://127.0.0.1:9"), "{message}");
}

#[tokio::test]
async fn a_wait_is_as_long_as_the_provider_asks() {
    let bench = Bench::with(Setup { retry: crate::provider::retry::delay, ..Setup::default() }).await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    let before = crate::clock::now_ms();
    bench.start(&session, "[error 429]").await;
    let status = watch.until_status("retry").await;
    let after = crate::clock::now_ms();
    bench.runs.abort(&session).await;
    assert_eq!(status["attempt"], 1);
    assert_eq!(status["message"], "Scripted error 429");
    let next = status["next"].as_i64().expect("a time");
    assert!((before + 1_000..=after + 1_000).contains(&next), "{before} {next} {after}");
}

#[tokio::test]
async fn what_cannot_be_answered_is_refused() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let parts = json!([{"type": "text", "text": "x"}]);
    let unknown = bench.send(&SessionId::known("ses_unknown"), json!({"parts": parts})).await.err();
    assert_eq!(unknown.map(|error| error.to_string()).as_deref(), Some("Session not found: ses_unknown"));

    let agent = bench.send(&session, json!({"parts": parts, "agent": "nope"})).await.err().expect("refused");
    assert!(agent.to_string().starts_with("Agent not found: nope. Available agents: build, plan"), "{agent}");
    assert_eq!(bench.store.messages(&session, None).await.expect("a read").expect("a session").len(), 0);

    let model = json!({"providerID": "fake", "modelID": "fake-2"});
    let model = bench.send(&session, json!({"parts": parts, "model": model})).await.err().expect("refused");
    assert!(model.to_string().starts_with("Model not found: fake/fake-2."), "{model}");
    let stored = bench.store.messages(&session, None).await.expect("a read").expect("a session");
    assert_eq!(stored.len(), 1, "the message is stored");
    assert!(!bench.runs.is_busy(&session));
}

#[tokio::test]
async fn a_message_of_another_session_is_not_taken_over() {
    let bench = Bench::new().await;
    let (one, two) = (bench.session().await, bench.session().await);
    let body = json!({"noReply": true, "messageID": "msg_1", "parts": []});
    bench.send(&one, body.clone()).await.ok();
    let error = bench.send(&two, body).await.err().expect("refused");
    assert!(matches!(error, Error::Store(_)), "{error}");
}

#[tokio::test]
async fn a_subtask_is_kept_and_answered_with_a_clear_error() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let task = json!({"type": "subtask", "prompt": "p", "description": "Sub thing", "agent": "general"});
    let answer = answer(super::bench::running(bench.send(&session, json!({"parts": [task]})).await)).await;
    let message = "The task \"Sub thing\" can't be run: this server has no task tool";
    assert_eq!(answer["info"]["error"], json!({"name": "UnknownError", "data": {"message": message}}));
    let parent = answer["info"]["parentID"].as_str().expect("a parent");
    let stored = serde_json::to_value(bench.stored(&session, parent).await).expect("JSON");
    assert_eq!(stored["parts"][0]["description"], "Sub thing");
}

#[tokio::test]
async fn a_shape_that_the_model_does_not_keep_is_an_error() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let body = json!({"parts": [{"type": "text", "text": "[say plain]"}],
                      "format": {"type": "json_schema", "schema": {"type": "object"}}});
    let answer = answer(super::bench::running(bench.send(&session, body).await)).await;
    let data = json!({"message": "Model did not produce structured output", "retries": 0});
    assert_eq!(answer["info"]["error"], json!({"name": "StructuredOutputError", "data": data}));
    assert_eq!(answer["info"]["finish"], "stop");
    assert_eq!(texts(&answer, "text"), ["plain"]);
}
