//! Writes a [`ModelRequest`] as the body of `POST …/messages`. Pure; start from [`body`].

use serde_json::{Map, Value, json};

use crate::provider::{ChatMessage, Content, FileContent, ModelRequest, Role, ToolChoice, ToolResult};

/// The format requires a limit; every model can write this much.
const FALLBACK_OUTPUT: u64 = 4096;
/// Two for the system blocks and two for the last messages: the format allows four cache marks.
const MARKED_BLOCKS: usize = 2;

/// `output_limit` is the most the model can write, if known.
pub(super) fn body(request: &ModelRequest, model: &str, output_limit: Option<u64>) -> Value {
    let mut body = Map::new();
    let thinking = request.options.get("thinking").and_then(thinking);
    body.insert("model".into(), model.into());
    body.insert("max_tokens".into(), max_tokens(request, thinking.as_ref(), output_limit).into());
    body.insert("stream".into(), true.into());
    let system = system(&request.system);
    if !system.is_empty() {
        body.insert("system".into(), system.into());
    }
    body.insert("messages".into(), messages(&request.messages).into());
    if !request.tools.is_empty() {
        let tools = request.tools.iter().map(|tool| {
            json!({"name": tool.name, "description": tool.description, "input_schema": tool.parameters})
        });
        body.insert("tools".into(), tools.collect());
        body.insert("tool_choice".into(), tool_choice(request, thinking.is_some()));
    }
    // A model that thinks takes neither.
    if thinking.is_none() {
        if let Some(temperature) = request.temperature {
            body.insert("temperature".into(), temperature.into());
        }
        if let Some(top_p) = request.top_p {
            body.insert("top_p".into(), top_p.into());
        }
    }
    if let Some(thinking) = thinking {
        body.insert("thinking".into(), thinking);
    }
    // Unknown members are refused, so no other option is sent.
    if let Some(effort) = request.options.get("effort") {
        body.insert("output_config".into(), json!({"effort": effort}));
    }
    body.into()
}

/// OpenCode writes `{type: "enabled", budgetTokens: 16000}`.
fn thinking(option: &Value) -> Option<Value> {
    let mut wire = option.as_object()?.clone();
    if wire.get("type").is_some_and(|kind| kind == "disabled") {
        return None;
    }
    if let Some(budget) = wire.remove("budgetTokens") {
        wire.insert("budget_tokens".into(), budget);
    }
    Some(wire.into())
}

/// The limit covers thinking too, so its budget comes on top of what the answer may have.
fn max_tokens(request: &ModelRequest, thinking: Option<&Value>, output_limit: Option<u64>) -> u64 {
    let answer = request.max_output_tokens.unwrap_or(FALLBACK_OUTPUT);
    let budget = thinking.and_then(|thinking| thinking["budget_tokens"].as_u64()).unwrap_or(0);
    let wanted = answer.saturating_add(budget);
    output_limit.map_or(wanted, |limit| wanted.min(limit.max(answer)))
}

fn tool_choice(request: &ModelRequest, thinks: bool) -> Value {
    let kind = match request.tool_choice {
        // A model that thinks may not be forced.
        ToolChoice::Required if !thinks => "any",
        _ => "auto",
    };
    let mut choice = json!({"type": kind});
    if request.options.get("disableParallelToolUse") == Some(&Value::Bool(true)) {
        choice["disable_parallel_tool_use"] = true.into();
    }
    choice
}

fn system(blocks: &[String]) -> Vec<Value> {
    let text =
        blocks.iter().filter(|text| !text.is_empty()).map(|text| json!({"type": "text", "text": text}));
    let mut blocks: Vec<_> = text.collect();
    blocks.iter_mut().take(MARKED_BLOCKS).for_each(mark);
    blocks
}

/// Roles must alternate, so neighbours of one role become one message; tool results are the user's.
fn messages(messages: &[ChatMessage]) -> Vec<Value> {
    let mut grouped: Vec<(&str, Vec<Value>)> = Vec::new();
    for message in messages {
        let role = if message.role == Role::Assistant { "assistant" } else { "user" };
        let blocks: Vec<_> = message.content.iter().filter_map(block).collect();
        if blocks.is_empty() {
            continue;
        }
        match grouped.last_mut() {
            Some((last, content)) if *last == role => content.extend(blocks),
            _ => grouped.push((role, blocks)),
        }
    }
    if let Some(("assistant", blocks)) = grouped.last_mut() {
        trim_prefill(blocks);
    }
    for (_, blocks) in grouped.iter_mut().rev().take(MARKED_BLOCKS) {
        // Thinking cannot carry a mark.
        let markable = |block: &&mut Value| !block["type"].as_str().unwrap_or_default().ends_with("thinking");
        if let Some(block) = blocks.iter_mut().rev().find(markable) {
            mark(block);
        }
    }
    grouped.into_iter().map(|(role, content)| json!({"role": role, "content": content})).collect()
}

fn mark(block: &mut Value) {
    block["cache_control"] = json!({"type": "ephemeral"});
}

/// An answer that the model shall continue may not end in white space.
fn trim_prefill(blocks: &mut [Value]) {
    if let Some(Value::String(text)) = blocks.last_mut().and_then(|block| block.get_mut("text")) {
        text.truncate(text.trim_end().len());
    }
}

fn block(content: &Content) -> Option<Value> {
    match content {
        // Blank text blocks are refused.
        Content::Text(text) if text.trim().is_empty() => None,
        Content::Text(text) => Some(json!({"type": "text", "text": text})),
        Content::Reasoning { text, metadata } => thought(text, metadata.as_ref()?),
        Content::File(file) => Some(file_block(file)),
        Content::ToolCall { id, name, input } => {
            let input = if input.is_object() { input.clone() } else { json!({}) };
            Some(json!({"type": "tool_use", "id": tool_id(id), "name": name, "input": input}))
        }
        Content::ToolResult(result) => Some(tool_result(result)),
    }
}

/// Only thinking that Anthropic signed may go back to it.
fn thought(text: &str, metadata: &Value) -> Option<Value> {
    let ours = metadata.get("anthropic")?;
    if let Some(data) = ours.get("redactedData") {
        return Some(json!({"type": "redacted_thinking", "data": data}));
    }
    let signature = ours.get("signature")?;
    Some(json!({"type": "thinking", "thinking": text, "signature": signature}))
}

fn tool_result(result: &ToolResult) -> Value {
    let text = (!result.output.is_empty()).then(|| json!({"type": "text", "text": result.output}));
    let content: Vec<_> = text.into_iter().chain(result.files.iter().map(file_block)).collect();
    let mut block = json!({"type": "tool_result", "tool_use_id": tool_id(&result.id), "content": content});
    if result.is_error {
        block["is_error"] = true.into();
    }
    block
}

/// Ids may come from a session's earlier model; this format takes only these characters.
fn tool_id(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '_' | '-') { c } else { '_' }).collect()
}

fn file_block(file: &FileContent) -> Value {
    let name = file.filename.as_deref().unwrap_or("file");
    let is_text = file.mime.starts_with("text/") || file.mime.ends_with("json");
    let data = file.base64();
    match (file.mime.as_str(), data) {
        (mime, Some(data)) if mime.starts_with("image/") => {
            json!({"type": "image", "source": {"type": "base64", "media_type": mime, "data": data}})
        }
        (mime, None) if mime.starts_with("image/") => {
            json!({"type": "image", "source": {"type": "url", "url": file.url}})
        }
        (mime @ "application/pdf", Some(data)) => {
            json!({"type": "document", "title": name, "source": {"type": "base64", "media_type": mime, "data": data}})
        }
        ("application/pdf", None) => {
            json!({"type": "document", "title": name, "source": {"type": "url", "url": file.url}})
        }
        (mime, Some(_)) => match file.text().filter(|text| is_text && !text.trim().is_empty()) {
            Some(text) => json!({"type": "text", "text": text}),
            None => {
                json!({"type": "text", "text": format!("[{name} ({mime}) was attached, but this model cannot be given it]")})
            }
        },
        (mime, None) => json!({"type": "text", "text": format!("[{name} ({mime}): {}]", file.url)}),
    }
}

#[cfg(test)]
#[path = "request_tests.rs"]
mod tests;
