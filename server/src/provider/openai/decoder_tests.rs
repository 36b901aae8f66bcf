//! Canned streams of OpenAI and of servers that are nearly like it.

use super::*;
use crate::provider::StreamEvent::{self, *};
use crate::provider::decode::testing::{answer, events};

const STOP: &str = r#"{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#;

fn sse(chunks: &[&str]) -> String {
    chunks.iter().map(|chunk| format!("data: {chunk}\n\n")).collect()
}

fn delta(json: &str) -> String {
    format!(r#"{{"choices":[{{"index":0,"delta":{json},"finish_reason":null}}]}}"#)
}

async fn read(deltas: &[&str], finish: &str) -> Vec<StreamEvent> {
    let mut chunks: Vec<_> = deltas.iter().map(|json| delta(json)).collect();
    chunks.push(finish.to_owned());
    chunks.push("[DONE]".to_owned());
    let chunks: Vec<_> = chunks.iter().map(String::as_str).collect();
    events::<ChunkDecoder>(&sse(&chunks)).await
}

fn text(text: &str) -> StreamEvent {
    TextDelta(text.into())
}

fn finish(reason: FinishReason, usage: Usage) -> StreamEvent {
    Finish { reason, usage }
}

fn stop() -> StreamEvent {
    finish(FinishReason::Stop, Usage::default())
}

fn start(id: &str, name: &str) -> StreamEvent {
    ToolCallStart { id: id.into(), name: name.into() }
}

fn piece(id: &str, arguments: &str) -> StreamEvent {
    ToolCallDelta { id: id.into(), arguments: arguments.into() }
}

fn end(id: &str) -> StreamEvent {
    ToolCallEnd { id: id.into() }
}

#[tokio::test]
async fn text_and_usage() {
    let body = sse(&[
        &delta(r#"{"role":"assistant","content":""}"#),
        &delta(r#"{"content":"Hé"}"#),
        &delta(r#"{"content":"llo"}"#),
        STOP,
        r#"{"choices":[],"usage":{"prompt_tokens":120,"completion_tokens":30,"total_tokens":150,
            "prompt_tokens_details":{"cached_tokens":20},"completion_tokens_details":{"reasoning_tokens":10}}}"#
            .replace('\n', "")
            .as_str(),
        "[DONE]",
    ]);
    let usage = Usage { input: 100, output: 30, reasoning: 10, cache_read: 20, cache_write: 0, total: 150 };
    let expected = [TextStart, text("Hé"), text("llo"), TextEnd, finish(FinishReason::Stop, usage)];
    assert_eq!(events::<ChunkDecoder>(&body).await, expected);
}

#[tokio::test]
async fn reasoning_ends_with_the_answer() {
    let begun = [ReasoningStart, ReasoningDelta("hm".into()), TextStart, text("so")];
    let ended = [ReasoningEnd { metadata: None }, TextEnd, stop()];
    let expected: Vec<_> = begun.into_iter().chain(ended).collect();
    for member in ["reasoning_content", "reasoning"] {
        let first = format!(r#"{{"{member}":"hm","content":null}}"#);
        assert_eq!(read(&[&first, r#"{"content":"so"}"#], STOP).await, expected, "{member}");
    }
    let both = r#"{"reasoning_content":"hm","reasoning":"hm","content":""}"#;
    assert_eq!(read(&[both, r#"{"content":"so"}"#], STOP).await, expected);
    let list = r#"{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]}]}"#;
    assert_eq!(read(&[list, r#"{"content":[{"type":"text","text":"so"}]}"#], STOP).await, expected, "a list");
}

#[tokio::test]
async fn pieces_that_alternate_are_one_reasoning_and_one_text() {
    let deltas = [r#"{"reasoning":"h"}"#, r#"{"content":"s"}"#, r#"{"reasoning":"m"}"#, r#"{"content":"o"}"#];
    let thought = |piece: &str| ReasoningDelta(piece.into());
    let expected = [
        ReasoningStart,
        thought("h"),
        TextStart,
        text("s"),
        thought("m"),
        text("o"),
        ReasoningEnd { metadata: None },
        TextEnd,
        stop(),
    ];
    assert_eq!(read(&deltas, STOP).await, expected);
}

#[tokio::test]
async fn reasoning_details_are_kept_for_handing_back() {
    let deltas = [
        r#"{"reasoning":"hm","reasoning_details":[{"type":"reasoning.text","text":"hm"}]}"#,
        r#"{"reasoning":"","reasoning_details":[{"type":"reasoning.text","signature":"s"}]}"#,
        r#"{"content":"so"}"#,
    ];
    let details =
        json!([{"type": "reasoning.text", "text": "hm"}, {"type": "reasoning.text", "signature": "s"}]);
    let metadata = Some(json!({"openai": {"reasoning_details": details}}));
    assert_eq!(read(&deltas, STOP).await[4], ReasoningEnd { metadata });
}

#[tokio::test]
async fn parallel_tool_calls_by_index() {
    let deltas = [
        r#"{"content":"I look."}"#,
        r#"{"tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"read","arguments":""}}]}"#,
        r#"{"tool_calls":[{"index":0,"function":{"arguments":"{\"a\""}}]}"#,
        r#"{"tool_calls":[{"index":1,"id":"c2","type":"function","function":{"name":"list"}}]}"#,
        r#"{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]}"#,
    ];
    let reason = r#"{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}"#;
    let expected = [
        TextStart,
        text("I look."),
        start("c1", "read"),
        piece("c1", "{\"a\""),
        start("c2", "list"),
        piece("c1", ":1}"),
        TextEnd,
        end("c1"),
        piece("c2", "{}"),
        end("c2"),
        finish(FinishReason::ToolCalls, Usage::default()),
    ];
    assert_eq!(read(&deltas, reason).await, expected);
}

#[tokio::test]
async fn tool_calls_of_servers_that_number_badly() {
    let call = |index: &str, id: &str, name: &str| {
        format!(
            r#"{{"tool_calls":[{{{index}"id":"{id}","function":{{"name":"{name}","arguments":"{{}}"}}}}]}}"#
        )
    };
    let expected = [
        start("a", "read"),
        piece("a", "{}"),
        start("b", "read"),
        piece("b", "{}"),
        end("a"),
        end("b"),
        finish(FinishReason::ToolCalls, Usage::default()),
    ];
    for index in ["", "\"index\":0,"] {
        let (first, second) = (call(index, "a", "read"), call(index, "b", "read"));
        assert_eq!(read(&[&first, &second], STOP).await, expected, "{index}");
    }
    // The id repeated with each piece, and pieces with neither index nor id.
    let deltas = [
        r#"{"tool_calls":[{"index":0,"id":"a","function":{"name":"read","arguments":"{"}}]}"#,
        r#"{"tool_calls":[{"index":0,"id":"a","function":{"name":"read","arguments":"\"x\""}}]}"#,
        r#"{"tool_calls":[{"function":{"arguments":":1}"}}]}"#,
    ];
    let pieces = [start("a", "read"), piece("a", "{"), piece("a", "\"x\""), piece("a", ":1}"), end("a")];
    assert_eq!(read(&deltas, STOP).await[..5], pieces);
}

#[tokio::test]
async fn a_call_without_id_gets_one_of_its_own() {
    let delta = r#"{"tool_calls":[{"index":0,"function":{"name":"read","arguments":{"a":1}}}]}"#;
    let chunk = sse(&[&self::delta(delta), STOP, "[DONE]"]);
    let pieces = vec![Ok::<_, ModelError>(chunk)];
    let events = eventsource_stream::Eventsource::eventsource(futures::stream::iter(pieces));
    let events = futures::StreamExt::map(events, |event| Ok(event.unwrap()));
    let read: Vec<_> = futures::StreamExt::collect(crate::provider::decode::decode(
        Box::pin(events),
        ChunkDecoder::default(),
    ))
    .await;
    let [Ok(ToolCallStart { id, name }), Ok(ToolCallDelta { id: same, arguments }), ..] = &read[..] else {
        panic!("{read:?}")
    };
    assert!(id.starts_with("call_") && id.len() > 20, "{id}");
    assert_eq!((id, name.as_str(), arguments.as_str()), (same, "read", "{\"a\":1}"));
}

#[tokio::test]
async fn every_reason_has_its_word() {
    for (wire, word) in [
        ("stop", "stop"),
        ("length", "length"),
        ("content_filter", "content-filter"),
        ("tool_calls", "tool-calls"),
        ("insufficient_system_resource", "other"),
    ] {
        let chunk = format!(r#"{{"choices":[{{"delta":null,"finish_reason":"{wire}"}}]}}"#);
        let events = read(&[r#"{"content":"x"}"#], &chunk).await;
        assert!(matches!(events.last(), Some(Finish { reason, .. }) if reason.to_string() == word), "{wire}");
    }
}

#[tokio::test]
async fn an_error_object_ends_the_answer() {
    let error = r#"{"error":{"message":"Scripted stream error","type":"server_error"}}"#;
    let items = answer::<ChunkDecoder>(&sse(&[&delta(r#"{"content":"x"}"#), error])).await;
    let expected = ModelError::Stream { message: "Scripted stream error".into() };
    assert_eq!(items, [Ok(TextStart), Ok(text("x")), Err(expected)]);
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_an_error_and_one_that_lacks_done_is_not() {
    let cut = answer::<ChunkDecoder>(&sse(&[&delta(r#"{"content":"x"}"#)])).await;
    assert_eq!(cut, [Ok(TextStart), Ok(text("x")), Err(ModelError::Closed)]);
    assert_eq!(answer::<ChunkDecoder>("").await, [Err(ModelError::Closed)]);
    let done = answer::<ChunkDecoder>(&sse(&["[DONE]"])).await;
    assert_eq!(done, [Err(ModelError::Closed)], "done without a reason is no answer");
    let whole = answer::<ChunkDecoder>(&sse(&[&delta(r#"{"content":"x"}"#), STOP])).await;
    assert_eq!(whole.last(), Some(&Ok(stop())));
}

#[tokio::test]
async fn what_is_no_chunk_is_named() {
    let items = answer::<ChunkDecoder>("data: <html>\n\n").await;
    assert!(matches!(&items[..], [Err(ModelError::Protocol { .. })]), "{items:?}");
    let nameless = answer::<ChunkDecoder>(&sse(&[&delta(r#"{"tool_calls":[{"index":0,"id":"a"}]}"#)])).await;
    assert!(matches!(&nameless[..], [Err(ModelError::Protocol { .. })]), "{nameless:?}");
}

#[test]
fn odd_usage_is_read_as_far_as_it_goes() {
    let deepseek = json!({"prompt_tokens": 50, "completion_tokens": 5.0, "prompt_cache_hit_tokens": 40});
    assert_eq!(
        counted(&deepseek),
        Usage { input: 10, output: 5, cache_read: 40, total: 55, ..Usage::default() }
    );
    let written = json!({"prompt_tokens": 10, "prompt_tokens_details": {"cache_write_tokens": 30, "cached_tokens": null}});
    assert_eq!(counted(&written), Usage { input: 0, cache_write: 30, total: 10, ..Usage::default() });
    assert_eq!(counted(&json!({"prompt_tokens": "many"})), Usage::default());
}
