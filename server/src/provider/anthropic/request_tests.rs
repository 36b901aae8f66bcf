//! What goes over the wire to Anthropic.

use super::*;
use crate::provider::ToolDefinition;

fn ephemeral(mut block: Value) -> Value {
    mark(&mut block);
    block
}

fn text(text: &str) -> Value {
    json!({"type": "text", "text": text})
}

fn message(role: Role, content: Vec<Content>) -> ChatMessage {
    ChatMessage { role, content }
}

fn file(mime: &str, url: &str) -> FileContent {
    FileContent { mime: mime.into(), url: url.into(), filename: Some("a.bin".into()) }
}

fn options(options: Value) -> Map<String, Value> {
    match options {
        Value::Object(options) => options,
        _ => unreachable!("tests write objects"),
    }
}

#[test]
fn a_plain_prompt_with_its_cache_marks() {
    let request = ModelRequest {
        system: vec!["base".into(), "environment".into(), String::new(), "more".into()],
        messages: vec![ChatMessage::user("one"), ChatMessage::assistant("two"), ChatMessage::user("three")],
        max_output_tokens: Some(8000),
        temperature: Some(0.5),
        ..ModelRequest::default()
    };
    let expected = json!({
        "model": "claude",
        "max_tokens": 8000,
        "stream": true,
        "system": [ephemeral(text("base")), ephemeral(text("environment")), text("more")],
        "messages": [
            {"role": "user", "content": [text("one")]},
            {"role": "assistant", "content": [ephemeral(text("two"))]},
            {"role": "user", "content": [ephemeral(text("three"))]},
        ],
        "temperature": 0.5,
    });
    assert_eq!(body(&request, "claude", None), expected);
}

#[test]
fn tool_calls_and_results() {
    let result = ToolResult {
        id: "call|1".into(),
        name: "read".into(),
        output: "a picture".into(),
        is_error: true,
        files: vec![file("image/png", "data:image/png;base64,AAAA")],
    };
    let call = Content::ToolCall { id: "call|1".into(), name: "read".into(), input: json!({"a": 1}) };
    let odd = Content::ToolCall { id: "c2".into(), name: "read".into(), input: json!("not an object") };
    let request = ModelRequest {
        messages: vec![
            ChatMessage::user("hi"),
            message(Role::Assistant, vec![Content::Text("  ".into()), call, odd]),
            message(Role::Tool, vec![Content::ToolResult(result)]),
            ChatMessage::user("and?"),
        ],
        tools: vec![ToolDefinition {
            name: "read".into(),
            description: "Reads".into(),
            parameters: json!({"type": "object"}),
        }],
        tool_choice: ToolChoice::Required,
        options: options(json!({"disableParallelToolUse": true})),
        ..ModelRequest::default()
    };
    let body = body(&request, "claude", None);
    assert_eq!(
        body["tools"],
        json!([{"name": "read", "description": "Reads", "input_schema": {"type": "object"}}])
    );
    assert_eq!(body["tool_choice"], json!({"type": "any", "disable_parallel_tool_use": true}));
    assert_eq!(body["max_tokens"], json!(4096));
    let image =
        json!({"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "AAAA"}});
    let expected = json!([
        {"role": "user", "content": [text("hi")]},
        {"role": "assistant", "content": [
            {"type": "tool_use", "id": "call_1", "name": "read", "input": {"a": 1}},
            ephemeral(json!({"type": "tool_use", "id": "c2", "name": "read", "input": {}})),
        ]},
        {"role": "user", "content": [
            {"type": "tool_result", "tool_use_id": "call_1", "is_error": true, "content": [text("a picture"), image]},
            ephemeral(text("and?")),
        ]},
    ]);
    assert_eq!(body["messages"], expected);
}

#[test]
fn files_take_the_form_of_their_kind() {
    let files = [
        ("image/png", "https://example.com/a.png"),
        ("application/pdf", "data:application/pdf;base64,BBBB"),
        ("text/plain", "data:text/plain;base64,aGk="),
        ("video/mp4", "data:video/mp4;base64,DDDD"),
        ("video/mp4", "https://example.com/a.mp4"),
    ];
    let content = files.map(|(mime, url)| Content::File(file(mime, url))).to_vec();
    let wire = messages(&[message(Role::User, content)]);
    let source = json!({"type": "base64", "media_type": "application/pdf", "data": "BBBB"});
    let expected = json!([
        {"type": "image", "source": {"type": "url", "url": "https://example.com/a.png"}},
        {"type": "document", "title": "a.bin", "source": source},
        text("hi"),
        text("[a.bin (video/mp4) was attached, but this model cannot be given it]"),
        ephemeral(text("[a.bin (video/mp4): https://example.com/a.mp4]")),
    ]);
    assert_eq!(wire[0]["content"], expected);
}

#[test]
fn thinking_goes_back_only_signed_and_unmarked() {
    let thought = |metadata| Content::Reasoning { text: "hm".into(), metadata };
    let content = vec![
        thought(None),
        thought(Some(json!({"openai": {}}))),
        Content::Text("so".into()),
        thought(Some(json!({"anthropic": {"redactedData": "xx"}}))),
        thought(Some(json!({"anthropic": {"signature": "c2ln"}}))),
    ];
    let wire = messages(&[message(Role::Assistant, content)]);
    let expected = json!([
        ephemeral(text("so")),
        {"type": "redacted_thinking", "data": "xx"},
        {"type": "thinking", "thinking": "hm", "signature": "c2ln"},
    ]);
    assert_eq!(wire[0]["content"], expected);
}

#[test]
fn room_for_thinking_comes_on_top() {
    let mut request = ModelRequest {
        max_output_tokens: Some(32_000),
        temperature: Some(1.0),
        top_p: Some(0.9),
        tool_choice: ToolChoice::Required,
        tools: vec![ToolDefinition { name: "t".into(), description: String::new(), parameters: json!({}) }],
        options: options(
            json!({"thinking": {"type": "enabled", "budgetTokens": 16_000}, "effort": "low", "author": "x"}),
        ),
        ..ModelRequest::default()
    };
    let wire = body(&request, "claude", Some(64_000));
    assert_eq!(wire["thinking"], json!({"type": "enabled", "budget_tokens": 16_000}));
    assert_eq!(wire["max_tokens"], json!(48_000));
    assert_eq!(wire["tool_choice"], json!({"type": "auto"}), "a model that thinks may not be forced");
    assert_eq!(wire["output_config"], json!({"effort": "low"}));
    for absent in ["temperature", "top_p", "author"] {
        assert_eq!(wire.get(absent), None, "{absent}");
    }
    assert_eq!(body(&request, "claude", Some(40_000))["max_tokens"], json!(40_000));
    assert_eq!(
        body(&request, "claude", Some(1000))["max_tokens"],
        json!(32_000),
        "a wrong limit cuts nothing"
    );

    request.options = options(json!({"thinking": {"type": "disabled"}}));
    let wire = body(&request, "claude", None);
    assert_eq!((wire.get("thinking"), &wire["max_tokens"]), (None, &json!(32_000)));
    assert_eq!(wire["tool_choice"], json!({"type": "any"}));
}

#[test]
fn an_answer_to_be_continued_ends_without_white_space() {
    let wire = messages(&[ChatMessage::user("go on "), ChatMessage::assistant("so far \n")]);
    assert_eq!(wire[0]["content"][0]["text"], json!("go on "));
    assert_eq!(wire[1]["content"][0]["text"], json!("so far"));
}
