//! The order of events, against what was recorded of the original.
//!
//! What runs beside the turn in both is left out of the comparison: the title, and the summary triple (`session.updated`,
//! `session.diff`, the user message once more). Of several `idle`s in a row, of which the original sends some before the
//! message is complete, only the last pair counts: ours is sent once, at the end.

use serde_json::Value;

use super::bench::{Bench, Setup, answer};
use opencode_scripted_model::Options;
use serde_json::json;
use std::time::Duration;

fn recorded(name: &str) -> Vec<Value> {
    let path = format!("{}/tests/data/events-{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a recording");
    text.lines().map(|line| serde_json::from_str(line).expect("an event")).collect()
}

/// One word per event, and what of its content must be the same.
fn words(events: &[Value]) -> Vec<String> {
    let mut words = Vec::new();
    let mut prompted = Vec::new();
    for event in events {
        let properties = &event["properties"];
        words.push(match event["type"].as_str().expect("a type") {
            "server.connected" | "session.created" | "session.updated" | "session.diff" => continue,
            // A prompt on another session's behalf, made while the scenario was recorded.
            "message.part.removed" if properties["messageID"] == "msg_x" => continue,
            "message.updated" if properties["info"]["role"] == "user" => {
                if prompted.contains(&properties["info"]["id"]) {
                    continue;
                }
                prompted.push(properties["info"]["id"].clone());
                "msg:user".to_owned()
            }
            "message.updated" => assistant(&properties["info"]),
            "message.part.updated" => part(&properties["part"]),
            "message.part.delta" => format!("delta {}", properties["delta"]),
            "session.status" => status(&properties["status"]),
            "session.error" => format!("session.error {}", error(&properties["error"])),
            other => other.to_owned(),
        });
    }
    only_last_idle(words)
}

fn assistant(info: &Value) -> String {
    let has = |key: &str| if info[key].is_null() { String::new() } else { format!(" {key}={}", info[key]) };
    let completed = if info["time"]["completed"].is_null() { "" } else { " completed" };
    let failed = if info["error"].is_null() { String::new() } else { format!(" {}", error(&info["error"])) };
    let structured = if info["structured"].is_null() { "" } else { " structured" };
    format!("msg:assistant{}{structured}{completed}{failed} {}", has("finish"), tokens(&info["tokens"]))
}

fn tokens(tokens: &Value) -> String {
    let counts = ["total", "input", "output", "reasoning"].map(|kind| tokens[kind].to_string());
    format!("{} {} {}", counts.join(" "), tokens["cache"]["read"], tokens["cache"]["write"])
}

/// Ours adds names that are close to an unknown one.
fn error(error: &Value) -> String {
    let message = error["data"]["message"].as_str().unwrap_or_default();
    format!("{} {}", error["name"], message.split(" Did you mean").next().unwrap_or_default())
}

fn status(status: &Value) -> String {
    let kind = status["type"].as_str().expect("a status");
    if kind == "retry" {
        format!("status retry {} {}", status["attempt"], status["message"])
    } else {
        format!("status {kind}")
    }
}

fn part(part: &Value) -> String {
    let ended = if part["time"]["end"].is_null() { "" } else { " ended" };
    let kind = part["type"].as_str().expect("a type");
    match kind {
        "tool" => format!("part:tool {} {}", part["tool"], part["state"]["status"]),
        "step-finish" => {
            format!("part:step-finish {} {} {}", part["reason"], part["cost"], tokens(&part["tokens"]))
        }
        _ => format!("part:{kind} {}{ended}", part["text"]),
    }
}

fn only_last_idle(words: Vec<String>) -> Vec<String> {
    let idle = |word: &str| word == "status idle" || word == "session.idle";
    let last = words.iter().rposition(|word| word == "status idle");
    let keep = words.iter().enumerate().map(|(at, word)| !idle(word) || last.is_some_and(|last| at >= last));
    let keep: Vec<bool> = keep.collect();
    words.into_iter().zip(keep).filter_map(|(word, keep)| keep.then_some(word)).collect()
}

async fn plays_as_recorded(name: &str, body: Value) {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    bench.send(&session, body).await.ok();
    watch.until_idle().await;
    assert_eq!(words(&watch.seen), words(&recorded(name)), "{name}");
}

fn text(text: &str) -> Value {
    json!({"parts": [{"type": "text", "text": text}]})
}

#[tokio::test]
async fn a_text_answer() {
    plays_as_recorded("prompt-text", text("Hello there")).await;
}

#[tokio::test]
async fn an_error_of_the_provider() {
    plays_as_recorded("prompt-error-400", text("[error 400]")).await;
}

#[tokio::test]
async fn a_conversation_that_is_too_long() {
    plays_as_recorded("prompt-overflow", text("[overflow]")).await;
}

#[tokio::test]
async fn a_retry() {
    plays_as_recorded("prompt-error-429-retry", text("[error 429 once] two")).await;
}

#[tokio::test]
async fn an_unknown_model() {
    let mut body = text("x");
    body["model"] = json!({"providerID": "fake", "modelID": "fake-2"});
    plays_as_recorded("prompt-unknown-model", body).await;
}

/// Nothing in this format says where reasoning ends, so it ends with the whole answer.
#[tokio::test]
async fn reasoning() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    bench.start(&session, "[reasoning]").await;
    watch.until_idle().await;
    let expected = words(&recorded("prompt-reasoning"));
    // The model of the recording thinks in other words.
    let ours = |word: String| word.replace("I think", "Let me think");
    assert_eq!(words(&watch.seen), expected.into_iter().map(ours).collect::<Vec<String>>());
}

/// The original tells of `structured` in an update of its own, after the completion; so do we. It ends without a last
/// `busy`.
#[tokio::test]
async fn an_answer_of_a_given_shape() {
    let schema = json!({"type": "object", "properties": {"name": {"type": "string"}, "n": {"type": "number"}},
                        "required": ["name", "n"]});
    let mut body = text("give data");
    body["format"] = json!({"type": "json_schema", "schema": schema});
    let bench = Bench::new().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    bench.send(&session, body).await.ok();
    watch.until_idle().await;
    let mut seen = words(&watch.seen);
    let busy = seen.iter().rposition(|word| word == "status busy").expect("busy");
    seen.remove(busy);
    assert_eq!(seen, words(&recorded("prompt-structured")));
}

#[tokio::test]
async fn a_prompt_that_wants_no_answer() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    let body = json!({"noReply": true, "system": "Custom system", "variant": "high", "agent": "plan",
                      "parts": [{"type": "text", "text": "Remember this"}]});
    bench.send(&session, body).await.ok();
    // What a later prompt publishes marks the end of what this one did.
    bench.start(&session, "later").await;
    watch.until("the second prompt", |event| event["properties"]["part"]["text"] == "later").await;
    let mut seen = words(&watch.seen);
    seen.truncate(seen.len() - 2);
    assert_eq!(seen, words(&recorded("prompt-noreply")));
}

/// The first answer of the recording is longer than ours, so what was streamed isn't compared. The second prompt comes in
/// somewhere within the first answer.
#[tokio::test]
async fn a_prompt_behind_another() {
    let options = Options { pace: Duration::from_millis(300), ..Options::default() };
    let bench = Bench::with(Setup { options, ..Setup::default() }).await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    let first = bench.start(&session, "[say slow]").await;
    watch.until("step-start", |event| event["properties"]["part"]["type"] == "step-start").await;
    let second = bench.start(&session, "second").await;
    watch.until_idle().await;
    assert_eq!(answer(first).await, answer(second).await, "both requests get the last answer");

    let around = |words: Vec<String>| -> Vec<String> {
        let second = words.iter().rposition(|word| word == "msg:user").expect("a second prompt");
        let streamed = |word: &str| word.starts_with("delta") || word.contains("slow");
        let rest = words
            .into_iter()
            .enumerate()
            .filter(|(at, word)| !(streamed(word) || *at == second || word == "part:text \"second\""));
        rest.map(|(_, word)| word).collect()
    };
    assert_eq!(around(words(&watch.seen)), around(words(&recorded("prompt-queued"))));
}

/// How far the answer got is chance; up to there and after it the order is the recorded one. Where the original loses
/// what was written, we keep it.
#[tokio::test]
async fn an_abort() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    bench.start(&session, "[slow]").await;
    watch.until_delta().await;
    bench.runs.abort(&session).await;
    watch.until_idle().await;
    let without = |words: Vec<String>| -> Vec<String> {
        words.into_iter().filter(|word| !word.starts_with("delta") && !word.contains("queued")).collect()
    };
    let mut seen = without(words(&watch.seen));
    let partial = |word: &String| word.starts_with("part:text \"slow 1") && word.ends_with("ended");
    let kept = seen.iter().position(partial).expect("the text is kept");
    seen.remove(kept);
    let mut expected = without(words(&recorded("abort-mid-stream")));
    let second = expected.iter().rposition(|word| word == "msg:user").expect("a second prompt was recorded");
    expected.remove(second);
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn an_abort_while_waiting_to_retry() {
    let retry = |error: &_, attempt, _| {
        // Short for the first attempt, then longer than the test.
        let rule = crate::provider::retry::delay(error, attempt, std::time::SystemTime::now())?;
        Some(if attempt == 1 { Duration::from_millis(1) } else { rule })
    };
    let bench = Bench::with(Setup { retry, ..Setup::default() }).await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    bench.start(&session, "[error 500]").await;
    let second = |event: &Value| event["properties"]["status"]["attempt"] == 2;
    watch.until("second retry", second).await;
    bench.runs.abort(&session).await;
    watch.until_idle().await;
    assert_eq!(words(&watch.seen), words(&recorded("abort-during-retry")));
}
