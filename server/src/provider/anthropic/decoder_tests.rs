//! Canned streams of the Messages API.

use super::*;
use crate::provider::StreamEvent::{self, *};
use crate::provider::decode::testing::{answer, events};

const START: &str = r#"{"type":"message_start","message":{"id":"m","usage":{"input_tokens":100,
    "cache_read_input_tokens":40,"cache_creation_input_tokens":5,"output_tokens":1}}}"#;
const STOP: &str = r#"{"type":"message_stop"}"#;

/// Frames JSON values as Anthropic does: each under its own event name.
fn sse(values: &[Value]) -> String {
    let frame = |value: &Value| {
        let kind = value["type"].as_str().unwrap_or("message");
        format!("event: {kind}\ndata: {value}\n\n")
    };
    values.iter().map(frame).collect()
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn block(start: Value, deltas: &[Value]) -> Vec<Value> {
    let mut events = vec![json!({"type": "content_block_start", "index": 0, "content_block": start})];
    events.extend(
        deltas.iter().map(|delta| json!({"type": "content_block_delta", "index": 0, "delta": delta})),
    );
    events.push(json!({"type": "content_block_stop", "index": 0}));
    events
}

fn message(blocks: Vec<Vec<Value>>, reason: &str) -> String {
    let mut values = vec![value(START), json!({"type": "ping"})];
    values.extend(blocks.into_iter().flatten());
    values.push(
        json!({"type": "message_delta", "delta": {"stop_reason": reason}, "usage": {"output_tokens": 30}}),
    );
    values.push(value(STOP));
    sse(&values)
}

fn finish(reason: FinishReason) -> StreamEvent {
    let usage = Usage { input: 100, output: 30, reasoning: 0, cache_read: 40, cache_write: 5, total: 175 };
    Finish { reason, usage }
}

fn said(text: &str) -> Vec<Value> {
    block(json!({"type": "text", "text": ""}), &[json!({"type": "text_delta", "text": text})])
}

#[tokio::test]
async fn thinking_text_and_a_tool() {
    let thinking = block(
        json!({"type": "thinking", "thinking": "", "signature": ""}),
        &[
            json!({"type": "thinking_delta", "thinking": "hm "}),
            json!({"type": "thinking_delta", "thinking": "é"}),
            json!({"type": "signature_delta", "signature": "c2"}),
            json!({"type": "signature_delta", "signature": "ln"}),
        ],
    );
    let tool = block(
        json!({"type": "tool_use", "id": "t1", "name": "read", "input": {}}),
        &[
            json!({"type": "input_json_delta", "partial_json": ""}),
            json!({"type": "input_json_delta", "partial_json": "{\"a\""}),
            json!({"type": "input_json_delta", "partial_json": ":1}"}),
        ],
    );
    let call = |piece: &str| ToolCallDelta { id: "t1".into(), arguments: piece.into() };
    let expected = [
        ReasoningStart,
        ReasoningDelta("hm ".into()),
        ReasoningDelta("é".into()),
        ReasoningEnd { metadata: Some(json!({"anthropic": {"signature": "c2ln"}})) },
        TextStart,
        TextDelta("so".into()),
        TextEnd,
        ToolCallStart { id: "t1".into(), name: "read".into() },
        call("{\"a\""),
        call(":1}"),
        ToolCallEnd { id: "t1".into() },
        finish(FinishReason::ToolCalls),
    ];
    assert_eq!(
        events::<MessageDecoder>(&message(vec![thinking, said("so"), tool], "tool_use")).await,
        expected
    );
}

#[tokio::test]
async fn two_text_blocks_stay_two() {
    let expected = [
        TextStart,
        TextDelta("one".into()),
        TextEnd,
        TextStart,
        TextDelta("two".into()),
        TextEnd,
        finish(FinishReason::Stop),
    ];
    assert_eq!(
        events::<MessageDecoder>(&message(vec![said("one"), said("two")], "end_turn")).await,
        expected
    );
}

#[tokio::test]
async fn redacted_thinking_is_kept_for_handing_back() {
    let redacted = block(json!({"type": "redacted_thinking", "data": "xx"}), &[]);
    let events = events::<MessageDecoder>(&message(vec![redacted], "end_turn")).await;
    let metadata = Some(json!({"anthropic": {"redactedData": "xx"}}));
    assert_eq!(events, [ReasoningStart, ReasoningEnd { metadata }, finish(FinishReason::Stop)]);
}

#[tokio::test]
async fn blocks_that_nobody_asked_for_are_passed_over() {
    let search = block(
        json!({"type": "server_tool_use", "id": "s", "name": "web_search", "input": {}}),
        &[json!({"type": "input_json_delta", "partial_json": "{}"})],
    );
    let cited = block(
        json!({"type": "text", "text": ""}),
        &[json!({"type": "citations_delta", "citation": {}}), json!({"type": "text_delta", "text": "so"})],
    );
    let events = events::<MessageDecoder>(&message(vec![search, cited], "end_turn")).await;
    assert_eq!(events, [TextStart, TextDelta("so".into()), TextEnd, finish(FinishReason::Stop)]);
}

#[tokio::test]
async fn a_tool_call_gets_arguments_from_wherever_they_are() {
    for (input, expected) in [(json!({}), "{}"), (json!({"a": 1}), "{\"a\":1}")] {
        let tool = block(json!({"type": "tool_use", "id": "t", "name": "list", "input": input}), &[]);
        let events = events::<MessageDecoder>(&message(vec![tool], "tool_use")).await;
        assert_eq!(events[1], ToolCallDelta { id: "t".into(), arguments: expected.into() });
    }
}

#[tokio::test]
async fn every_reason_has_its_word() {
    for (wire, word) in [
        ("end_turn", "stop"),
        ("stop_sequence", "stop"),
        ("max_tokens", "length"),
        ("refusal", "content-filter"),
        ("pause_turn", "other"),
    ] {
        let events = events::<MessageDecoder>(&message(vec![said("x")], wire)).await;
        assert!(matches!(events.last(), Some(Finish { reason, .. }) if reason.to_string() == word), "{wire}");
    }
}

#[tokio::test]
async fn errors_end_the_answer() {
    let error = |kind: &str| json!({"type": "error", "error": {"type": kind, "message": "No"}});
    let begun = |last: Value| sse(&[value(START), last]);
    let busy = answer::<MessageDecoder>(&begun(error("overloaded_error"))).await;
    assert_eq!(busy, [Err(ModelError::Overloaded { message: "No".into() })]);
    let broken = answer::<MessageDecoder>(&begun(error("api_error"))).await;
    assert_eq!(broken, [Err(ModelError::Stream { message: "No".into() })]);
    let nonsense = answer::<MessageDecoder>("data: nonsense\n\n").await;
    assert!(matches!(&nonsense[..], [Err(ModelError::Protocol { .. })]), "{nonsense:?}");
    let cut = answer::<MessageDecoder>(&sse(&[value(START)])).await;
    assert_eq!(cut, [Err(ModelError::Closed)]);
}
