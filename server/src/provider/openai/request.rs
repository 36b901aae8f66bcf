//! Writes a [`ModelRequest`] as the body of `POST …/chat/completions`. Pure; start from [`body`].

use serde_json::{Map, Value, json};

use super::{Dialect, ReasoningMember};
use crate::provider::{
    ChatMessage, Content, FileContent, ModelRequest, Role, ToolChoice, ToolDefinition, ToolResult,
};

/// OpenCode's spelling of options and the members they become.
const OPTIONS: [(&str, &str); 9] = [
    ("reasoningEffort", "reasoning_effort"),
    ("textVerbosity", "verbosity"),
    ("promptCacheKey", "prompt_cache_key"),
    ("serviceTier", "service_tier"),
    ("parallelToolCalls", "parallel_tool_calls"),
    ("logitBias", "logit_bias"),
    ("safetyIdentifier", "safety_identifier"),
    ("store", "store"),
    ("user", "user"),
];
/// Options of OpenAI's other API, the Responses API, without meaning here.
const RESPONSES_ONLY: [&str; 3] = ["reasoningSummary", "include", "previousResponseId"];

pub(in crate::provider) fn body(request: &ModelRequest, model: &str, dialect: &Dialect) -> Value {
    let mut body = Map::new();
    body.insert("model".into(), model.into());
    for (name, value) in &request.options {
        if let Some((_, member)) = OPTIONS.iter().find(|(option, _)| option == name) {
            body.insert((*member).into(), value.clone());
        } else if !dialect.strict && !RESPONSES_ONLY.contains(&name.as_str()) {
            // Written by someone who knows this endpoint.
            body.insert(name.clone(), value.clone());
        }
    }
    body.insert("messages".into(), messages(request, dialect).into());
    if let Some(limit) = request.max_output_tokens {
        let member = if dialect.completion_tokens { "max_completion_tokens" } else { "max_tokens" };
        body.insert(member.into(), limit.into());
    }
    if let Some(temperature) = request.temperature {
        body.insert("temperature".into(), temperature.into());
    }
    if let Some(top_p) = request.top_p {
        body.insert("top_p".into(), top_p.into());
    }
    if !request.tools.is_empty() {
        body.insert("tools".into(), request.tools.iter().map(tool).collect());
        let choice = match request.tool_choice {
            ToolChoice::Auto => "auto",
            ToolChoice::Required => "required",
        };
        body.insert("tool_choice".into(), choice.into());
    }
    body.insert("stream".into(), true.into());
    body.insert("stream_options".into(), json!({"include_usage": true}));
    body.into()
}

fn tool(tool: &ToolDefinition) -> Value {
    let function = json!({"name": tool.name, "description": tool.description, "parameters": tool.parameters});
    json!({"type": "function", "function": function})
}

fn messages(request: &ModelRequest, dialect: &Dialect) -> Vec<Value> {
    let mut messages = Vec::new();
    // One system message: several are refused by some compatible servers.
    if !request.system.is_empty() {
        messages.push(json!({"role": "system", "content": request.system.join("\n\n")}));
    }
    for message in &request.messages {
        match message.role {
            Role::User => messages.extend(user(message)),
            Role::Assistant => messages.extend(assistant(message, dialect)),
            Role::Tool => tool_results(message, &mut messages),
        }
    }
    messages
}

fn user(message: &ChatMessage) -> Option<Value> {
    let content = match &message.content[..] {
        [] => return None,
        [Content::Text(text)] => Value::from(text.as_str()),
        parts => parts.iter().filter_map(part).collect(),
    };
    Some(json!({"role": "user", "content": content}))
}

fn part(content: &Content) -> Option<Value> {
    match content {
        Content::Text(text) => Some(json!({"type": "text", "text": text})),
        Content::File(file) => Some(file_part(file)),
        Content::Reasoning { .. } | Content::ToolCall { .. } | Content::ToolResult(_) => None,
    }
}

fn file_part(file: &FileContent) -> Value {
    let name = file.filename.as_deref().unwrap_or("file");
    let (kind, format) = file.mime.split_once('/').unwrap_or((&file.mime, ""));
    match (kind, format, file.base64()) {
        ("image", _, _) => json!({"type": "image_url", "image_url": {"url": file.url}}),
        ("application", "pdf", Some(_)) => {
            json!({"type": "file", "file": {"filename": name, "file_data": file.url}})
        }
        ("audio", "wav" | "x-wav", Some(data)) => audio(&data, "wav"),
        ("audio", "mpeg" | "mp3", Some(data)) => audio(&data, "mp3"),
        _ => json!({"type": "text", "text": file_text(file, name)}),
    }
}

fn audio(data: &str, format: &str) -> Value {
    json!({"type": "input_audio", "input_audio": {"data": data, "format": format}})
}

/// A file that has no place in this format: its text if it is one, else a word that it was there.
fn file_text(file: &FileContent, name: &str) -> String {
    let is_data = file.url.starts_with("data:");
    match file.text().filter(|_| file.mime.starts_with("text/") || file.mime.ends_with("json")) {
        Some(text) => text,
        None if is_data => {
            format!("[{name} ({}) was attached, but this model cannot be given it]", file.mime)
        }
        None => format!("[{name} ({}): {}]", file.mime, file.url),
    }
}

fn assistant(message: &ChatMessage, dialect: &Dialect) -> Option<Value> {
    let (mut text, mut reasoning, mut details, mut calls) =
        (String::new(), String::new(), Vec::new(), Vec::new());
    for content in &message.content {
        match content {
            Content::Text(piece) => text.push_str(piece),
            Content::Reasoning { text, metadata } => {
                reasoning.push_str(text);
                let list =
                    metadata.as_ref().and_then(|metadata| metadata.pointer("/openai/reasoning_details"));
                details.extend(list.and_then(Value::as_array).into_iter().flatten().cloned());
            }
            Content::ToolCall { id, name, input } => {
                let function = json!({"name": name, "arguments": input.to_string()});
                calls.push(json!({"id": id, "type": "function", "function": function}));
            }
            Content::File(_) | Content::ToolResult(_) => {}
        }
    }
    if text.is_empty() && calls.is_empty() {
        return None;
    }
    let mut wire = Map::new();
    wire.insert("role".into(), "assistant".into());
    wire.insert("content".into(), if text.is_empty() { Value::Null } else { text.into() });
    match dialect.reasoning {
        Some(ReasoningMember::Content) if !reasoning.is_empty() => {
            wire.insert("reasoning_content".into(), reasoning.into());
        }
        Some(ReasoningMember::Details) if !details.is_empty() => {
            wire.insert("reasoning_details".into(), details.into());
        }
        _ => {}
    }
    if !calls.is_empty() {
        wire.insert("tool_calls".into(), calls.into());
    }
    Some(wire.into())
}

/// One message per result. A result holds text only, so files follow in one user message after the last: the
/// results must stand together.
fn tool_results(message: &ChatMessage, messages: &mut Vec<Value>) {
    let results = || {
        message.content.iter().filter_map(|content| match content {
            Content::ToolResult(result) => Some(result),
            _ => None,
        })
    };
    for ToolResult { id, output, .. } in results() {
        messages.push(json!({"role": "tool", "tool_call_id": id, "content": output}));
    }
    let files: Vec<_> = results().flat_map(|result| &result.files).map(file_part).collect();
    if !files.is_empty() {
        let note = json!({"type": "text", "text": "Files returned by the tools:"});
        let content: Vec<_> = std::iter::once(note).chain(files).collect();
        messages.push(json!({"role": "user", "content": content}));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(messages: Vec<ChatMessage>) -> ModelRequest {
        ModelRequest { messages, ..ModelRequest::default() }
    }

    fn wire_messages(messages: Vec<ChatMessage>, dialect: &Dialect) -> Value {
        body(&request(messages), "m", dialect)["messages"].clone()
    }

    fn file(mime: &str, url: &str) -> FileContent {
        FileContent { mime: mime.into(), url: url.into(), filename: Some("a.bin".into()) }
    }

    #[test]
    fn a_plain_prompt() {
        let request = ModelRequest {
            system: vec!["one".into(), "two".into()],
            messages: vec![ChatMessage::user("hi")],
            max_output_tokens: Some(8000),
            temperature: Some(0.5),
            ..ModelRequest::default()
        };
        let expected = json!({
            "model": "fake-1",
            "messages": [{"role": "system", "content": "one\n\ntwo"}, {"role": "user", "content": "hi"}],
            "max_tokens": 8000,
            "temperature": 0.5,
            "stream": true,
            "stream_options": {"include_usage": true},
        });
        assert_eq!(body(&request, "fake-1", &Dialect::default()), expected);
        let reasoning = Dialect { completion_tokens: true, ..Dialect::default() };
        let body = body(&request, "gpt-5", &reasoning);
        assert_eq!((&body["max_completion_tokens"], body.get("max_tokens")), (&json!(8000), None));
    }

    #[test]
    fn files_take_the_form_of_their_kind() {
        let image = file("image/png", "data:image/png;base64,AAAA");
        let content = vec![
            Content::Text("look".into()),
            Content::File(image),
            Content::File(file("application/pdf", "data:application/pdf;base64,BBBB")),
            Content::File(file("audio/wav", "data:audio/wav;base64,CCCC")),
            Content::File(file("text/plain", "data:text/plain;base64,aGk=")),
            Content::File(file("video/mp4", "data:video/mp4;base64,DDDD")),
            Content::File(file("application/pdf", "https://example.com/a.pdf")),
        ];
        let wire = wire_messages(vec![ChatMessage { role: Role::User, content }], &Dialect::default());
        let expected = json!([{"role": "user", "content": [
            {"type": "text", "text": "look"},
            {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}},
            {"type": "file", "file": {"filename": "a.bin", "file_data": "data:application/pdf;base64,BBBB"}},
            {"type": "input_audio", "input_audio": {"data": "CCCC", "format": "wav"}},
            {"type": "text", "text": "hi"},
            {"type": "text", "text": "[a.bin (video/mp4) was attached, but this model cannot be given it]"},
            {"type": "text", "text": "[a.bin (application/pdf): https://example.com/a.pdf]"},
        ]}]);
        assert_eq!(wire, expected);
    }

    #[test]
    fn tools_calls_and_results() {
        let result = |id: &str, files| {
            Content::ToolResult(ToolResult {
                id: id.into(),
                name: "read".into(),
                output: format!("output of {id}"),
                is_error: false,
                files,
            })
        };
        let call = |id: &str| Content::ToolCall {
            id: id.into(),
            name: "read".into(),
            input: json!({"filePath": id}),
        };
        let image = file("image/png", "data:image/png;base64,AAAA");
        let request = ModelRequest {
            messages: vec![
                ChatMessage::user("hi"),
                ChatMessage { role: Role::Assistant, content: vec![call("c1"), call("c2")] },
                ChatMessage {
                    role: Role::Tool,
                    content: vec![result("c1", vec![image]), result("c2", vec![])],
                },
            ],
            tools: vec![ToolDefinition {
                name: "read".into(),
                description: "Reads".into(),
                parameters: json!({"type": "object"}),
            }],
            ..ModelRequest::default()
        };
        let body = body(&request, "m", &Dialect::default());
        let function = json!({"name": "read", "description": "Reads", "parameters": {"type": "object"}});
        assert_eq!(body["tools"], json!([{"type": "function", "function": function}]));
        assert_eq!(body["tool_choice"], json!("auto"));
        let wire_call = |id: &str| {
            let arguments = format!("{{\"filePath\":\"{id}\"}}");
            json!({"id": id, "type": "function", "function": {"name": "read", "arguments": arguments}})
        };
        let expected = json!([
            {"role": "user", "content": "hi"},
            {"role": "assistant", "content": null, "tool_calls": [wire_call("c1"), wire_call("c2")]},
            {"role": "tool", "tool_call_id": "c1", "content": "output of c1"},
            {"role": "tool", "tool_call_id": "c2", "content": "output of c2"},
            {"role": "user", "content": [
                {"type": "text", "text": "Files returned by the tools:"},
                {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}},
            ]},
        ]);
        assert_eq!(body["messages"], expected);
    }

    #[test]
    fn reasoning_goes_back_only_where_it_is_wanted() {
        let details = json!([{"type": "reasoning.text", "text": "hm"}]);
        let thought = Content::Reasoning {
            text: "hm".into(),
            metadata: Some(json!({"openai": {"reasoning_details": details}})),
        };
        let message =
            ChatMessage { role: Role::Assistant, content: vec![thought.clone(), Content::Text("so".into())] };
        let sent = |reasoning| {
            let dialect = Dialect { reasoning, ..Dialect::default() };
            wire_messages(vec![message.clone()], &dialect)[0].clone()
        };
        assert_eq!(sent(None), json!({"role": "assistant", "content": "so"}));
        assert_eq!(
            sent(Some(ReasoningMember::Content)),
            json!({"role": "assistant", "content": "so", "reasoning_content": "hm"})
        );
        assert_eq!(
            sent(Some(ReasoningMember::Details)),
            json!({"role": "assistant", "content": "so", "reasoning_details": details})
        );
        let silent = ChatMessage { role: Role::Assistant, content: vec![thought] };
        assert_eq!(wire_messages(vec![silent], &Dialect::default()), json!([]), "nothing said, nothing sent");
    }

    #[test]
    fn options_are_translated_and_strict_endpoints_get_no_others() {
        let options =
            json!({"reasoningEffort": "high", "include": ["x"], "enable_thinking": true, "stream": false});
        let Value::Object(options) = options else { unreachable!() };
        let request = ModelRequest { options, ..ModelRequest::default() };
        let free = body(&request, "m", &Dialect::default());
        assert_eq!(free["reasoning_effort"], json!("high"));
        assert_eq!(free["enable_thinking"], json!(true));
        assert_eq!(free["stream"], json!(true), "no option may turn the stream off");
        assert_eq!(free.get("include"), None);
        let strict = body(&request, "m", &Dialect { strict: true, ..Dialect::default() });
        assert_eq!(strict["reasoning_effort"], json!("high"));
        assert_eq!(strict.get("enable_thinking"), None);
    }
}
