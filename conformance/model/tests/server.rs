//! The scripted server as its clients see it: over a socket.

use std::time::Duration;

use futures::StreamExt;
use opencode_scripted_model::{Options, ScriptedServer};
use serde_json::{Value, json};

const LIMIT: Duration = Duration::from_secs(10);

async fn start() -> ScriptedServer {
    ScriptedServer::start(Options::default()).await.expect("loopback is there")
}

fn client() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().expect("a plain client")
}

async fn ask(server: &ScriptedServer, path: &str, text: &str, stream: bool) -> reqwest::Response {
    let body = json!({ "model": "m", "stream": stream, "messages": [{ "role": "user", "content": text }] });
    let request = client().post(format!("{}{path}", server.url())).header("x-mark", "here").json(&body);
    request.send().await.expect("an answer")
}

/// The `data:` lines of a whole stream, parsed where they are JSON.
async fn data(response: reqwest::Response) -> Vec<Value> {
    let text = response.text().await.expect("a body");
    let lines = text.lines().filter_map(|line| line.strip_prefix("data: "));
    lines.map(|line| serde_json::from_str(line).unwrap_or_else(|_| line.into())).collect()
}

#[tokio::test]
async fn chat_completions_stream_and_are_remembered() {
    let server = start().await;
    let response = ask(&server, "/v1/chat/completions", "[say hello]", true).await;
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let data = data(response).await;
    assert_eq!(data[1]["choices"][0]["delta"]["content"], "hello");
    assert_eq!(data.last(), Some(&json!("[DONE]")));

    let requests = server.requests();
    assert_eq!(requests.len(), 1);
    assert_eq!((requests[0].number, requests[0].path.as_str()), (1, "/v1/chat/completions"));
    assert_eq!(requests[0].headers["x-mark"], "here");
    assert_eq!(requests[0].body["messages"][0]["content"], "[say hello]");
    let state = server.wait_for(LIMIT, |state| state.finished_streams == 1).await.expect("finished");
    assert_eq!((state.open_streams, state.abandoned_streams), (0, 0));
}

#[tokio::test]
async fn messages_stream_named_events_and_whole_answers_are_json() {
    let server = start().await;
    let text = ask(&server, "/v1/messages", "[say hello]", true).await.text().await.expect("a body");
    assert!(text.starts_with("event: message_start\ndata: {"), "{text}");
    assert!(text.ends_with("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"), "{text}");

    let whole: Value = ask(&server, "/v1/messages", "[say hello]", false).await.json().await.expect("JSON");
    assert_eq!(whole["content"][0]["text"], "hello");
    let whole: Value =
        ask(&server, "/v1/chat/completions", "[say hi]", false).await.json().await.expect("JSON");
    assert_eq!(whole["choices"][0]["message"]["content"], "hi");
}

#[tokio::test]
async fn models_are_listed_and_other_paths_are_not_found() {
    let server = start().await;
    let get =
        async |path: &str| client().get(format!("{}{path}", server.url())).send().await.expect("an answer");
    let models: Value = get("/v1/models").await.json().await.expect("JSON");
    assert_eq!(models["data"][0]["id"], "fake-1");
    assert_eq!(get("/elsewhere").await.status(), 404);
    assert_eq!(ask(&server, "/v1/embeddings", "x", false).await.status(), 404);
    assert_eq!(server.state().received, 1, "a POST is remembered wherever it goes");
}

#[tokio::test]
async fn scripted_errors_have_their_status_and_once_means_once() {
    let server = start().await;
    let limited = ask(&server, "/v1/chat/completions", "[error 429]", true).await;
    assert_eq!((limited.status().as_u16(), &limited.headers()["retry-after"]), (429, &"1".parse().unwrap()));
    assert_eq!(ask(&server, "/v1/messages", "[error 503 once]", true).await.status(), 503);
    assert_eq!(ask(&server, "/v1/messages", "[error 503 once]", true).await.status(), 200);
    assert_eq!(ask(&server, "/v1/messages", "[error 503 once] other", true).await.status(), 503);
    let overflow = ask(&server, "/v1/chat/completions", "[overflow]", true).await;
    assert_eq!(overflow.status(), 400);
    assert_eq!(overflow.json::<Value>().await.expect("JSON")["error"]["code"], "context_length_exceeded");
}

#[tokio::test]
async fn an_error_event_breaks_the_stream_off() {
    let server = start().await;
    let data = data(ask(&server, "/v1/chat/completions", "[errstream] [long 9]", true).await).await;
    assert_eq!(data.len(), 4);
    assert_eq!(data[3]["error"]["message"], "Scripted stream error");
}

#[tokio::test]
async fn hanging_up_cuts_the_body() {
    let server = start().await;
    let response = ask(&server, "/v1/chat/completions", "[hangup] [long 9]", true).await;
    let chunks: Vec<_> = response.bytes_stream().collect().await;
    assert!(chunks.last().is_some_and(Result::is_err), "the body must not end as if it were whole");
    let text: Vec<u8> = chunks.into_iter().flatten().flatten().collect();
    assert_eq!(String::from_utf8_lossy(&text).matches("data: ").count(), 3);
}

#[tokio::test]
async fn a_client_that_leaves_closes_its_stream() {
    let server = start().await;
    for text in ["[hang]", "[slow]"] {
        let response = ask(&server, "/v1/chat/completions", text, true).await;
        server.wait_for(LIMIT, |state| state.open_streams == 1).await.expect("open");
        drop(response);
        server.wait_for(LIMIT, |state| state.open_streams == 0).await.expect("closed when the client left");
    }
    assert_eq!(server.state().abandoned_streams, 2);
}

#[tokio::test]
async fn waiting_has_a_bound_and_says_what_it_saw() {
    let server = start().await;
    let error = server.wait_for(Duration::from_millis(1), |state| state.received == 1).await.unwrap_err();
    assert!(error.to_string().contains("saw 0 requests"), "{error}");
}

#[tokio::test]
async fn dropping_the_server_closes_everything() {
    let server = start().await;
    let url = server.url();
    let response = ask(&server, "/v1/chat/completions", "[hang]", true).await;
    drop(server);
    let rest: Vec<_> =
        tokio::time::timeout(LIMIT, response.bytes_stream().collect()).await.expect("the stream ends");
    assert!(rest.iter().all(Result::is_err), "{rest:?}");
    let refused = async { while client().get(&url).send().await.is_ok() {} };
    tokio::time::timeout(LIMIT, refused).await.expect("the port is closed");
}

#[tokio::test]
async fn pace_pauses_once_after_the_first_event() {
    let pace = Duration::from_millis(300);
    let server =
        ScriptedServer::start(Options { pace, ..Options::default() }).await.expect("loopback is there");
    let mut stream = ask(&server, "/v1/chat/completions", "[long 50]", true).await.bytes_stream();
    let first = stream.next().await.expect("an event").expect("bytes");
    assert_eq!(String::from_utf8_lossy(&first).matches("data: ").count(), 1);
    let began = std::time::Instant::now();
    while stream.next().await.is_some() {}
    assert!(began.elapsed() >= pace / 2, "the rest came after {:?}", began.elapsed());
}
