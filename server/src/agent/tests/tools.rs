//! Calls of tools: the seam is there, with tools made for the test.

use std::sync::Arc;

use async_trait::async_trait;
use opencode_types::Agent;
use serde_json::{Value, json};

use super::bench::{Bench, LIMIT, Setup, answer, texts};
use crate::agent::tools::{Call, Output, Toolbox};
use crate::provider::ToolDefinition;

/// `echo` gives its arguments back, `fail` fails, `wait` never ends.
struct Trial;

#[async_trait]
impl Toolbox for Trial {
    fn definitions(&self, _: &Agent) -> Vec<ToolDefinition> {
        let tool = |name: &str| ToolDefinition {
            name: name.to_owned(),
            description: name.to_owned(),
            parameters: json!({"type": "object"}),
        };
        ["echo", "fail", "wait"].map(tool).to_vec()
    }

    async fn run(&self, call: Call) -> Result<Output, String> {
        match call.tool.as_str() {
            "echo" => Ok(Output {
                title: "Echo".to_owned(),
                output: Value::Object(call.input).to_string(),
                ..Output::default()
            }),
            "fail" => Err("Error: no".to_owned()),
            _ => std::future::pending().await,
        }
    }
}

async fn bench() -> Bench {
    Bench::with(Setup { tools: Arc::new(Trial), ..Setup::default() }).await
}

/// Tool parts of an answer of the run, without ids and times.
async fn calls(bench: &Bench, session: &crate::ids::SessionId) -> Vec<Value> {
    let messages = bench.store.messages(session, None).await.expect("a read").expect("a session");
    let parts = messages.iter().flat_map(|message| &message.parts);
    let parts =
        parts.map(|part| serde_json::to_value(part).expect("JSON")).filter(|part| part["type"] == "tool");
    let bare = parts.map(|part| {
        let state = &part["state"];
        let text = if state["output"].is_null() { &state["error"] } else { &state["output"] };
        json!([part["tool"], state["status"], state["input"], text])
    });
    bare.collect()
}

#[tokio::test]
async fn a_call_is_run_and_its_result_told_in_the_next_step() {
    let bench = bench().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    let answer = bench.ask(&session, r#"[tool:echo {"x":1}]"#).await;
    watch.until_idle().await;
    assert_eq!(texts(&answer, "text"), ["The tool run is finished."]);
    assert_eq!(calls(&bench, &session).await, [json!(["echo", "completed", {"x": 1}, "{\"x\":1}"])]);

    let states: Vec<&Value> =
        watch.seen.iter().map(|event| &event["properties"]["part"]["state"]["status"]).collect();
    let states: Vec<&Value> = states.into_iter().filter(|status| !status.is_null()).collect();
    assert_eq!(states, ["pending", "running", "completed"]);
    let messages = bench.store.messages(&session, None).await.expect("a read").expect("a session");
    let infos: Vec<Value> =
        messages.iter().map(|message| serde_json::to_value(&message.info).expect("JSON")).collect();
    assert_eq!(infos.len(), 3, "prompt, call, answer");
    assert_eq!(infos[1]["finish"], "tool-calls");
    assert_eq!(infos[1]["parentID"], infos[2]["parentID"]);

    let second = bench.asked().pop().expect("a request");
    let told = second["messages"].as_array().and_then(|messages| messages.last()).expect("a message");
    assert_eq!((&told["role"], &told["content"]), (&json!("tool"), &json!("{\"x\":1}")));
    assert_eq!(second["tools"].as_array().map(Vec::len), Some(3));
}

#[tokio::test]
async fn a_failure_is_told_to_the_model_and_the_run_goes_on() {
    let bench = bench().await;
    let session = bench.session().await;
    let answer = bench.ask(&session, "[parallel] [tool:fail {}] [tool:echo {}]").await;
    assert_eq!(texts(&answer, "text"), ["The tool run is finished."]);
    let expected = [json!(["fail", "error", {}, "Error: no"]), json!(["echo", "completed", {}, "{}"])];
    assert_eq!(calls(&bench, &session).await, expected);
}

#[tokio::test]
async fn an_abort_ends_a_call() {
    let bench = bench().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    let waiting = bench.start(&session, "[parallel] [tool:wait {}] [tool:echo {}]").await;
    let done = |event: &Value| event["properties"]["part"]["state"]["status"] == "completed";
    watch.until("the other call to end", done).await;
    bench.runs.abort(&session).await;
    assert_eq!(answer(waiting).await["info"]["error"]["name"], "MessageAbortedError");
    let expected =
        [json!(["wait", "error", {}, "Tool execution aborted"]), json!(["echo", "completed", {}, "{}"])];
    assert_eq!(calls(&bench, &session).await, expected);
    bench.model.wait_for(LIMIT, |state| state.open_streams == 0).await.expect("upstream closed");
}

#[tokio::test]
async fn calls_that_cannot_be_made_are_explained() {
    let bench = bench().await;
    let session = bench.session().await;
    let answer = bench.ask(&session, "[parallel] [tool:nosuch {}] [toolraw:echo {broken]").await;
    assert_eq!(texts(&answer, "text"), ["The tool run is finished."]);
    let calls = calls(&bench, &session).await;
    let tools: Vec<&Value> = calls.iter().map(|call| &call[0]).collect();
    assert_eq!(tools, ["invalid", "invalid"]);
    assert_eq!(calls[0][1], "completed");
    assert_eq!(calls[0][2]["tool"], "nosuch");
    let told = calls[0][3].as_str().expect("an explanation");
    assert!(told.contains("There is no tool called nosuch. Available tools: echo, fail, wait."), "{told}");
    assert!(calls[1][3].as_str().is_some_and(|told| told.contains("are no JSON")));
}

#[tokio::test]
async fn a_model_that_only_calls_what_is_not_there_is_stopped() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    let answer = bench.ask(&session, &"[tool:nosuch {}] ".repeat(9)).await;
    watch.until_idle().await;
    assert_eq!(answer["info"]["finish"], "tool-calls");
    assert_eq!(calls(&bench, &session).await.len(), 3);
    let error = watch.seen.iter().find(|event| event["type"] == "session.error").expect("an error is told");
    let message = error["properties"]["error"]["data"]["message"].as_str().expect("a message");
    assert!(message.contains("tools that don't exist"), "{message}");
}
