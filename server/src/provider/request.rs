//! What is asked of a model, in no provider's words: [`ModelRequest`]. The wire formats translate it; how a
//! session's messages become one is the business of `agent`.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

/// One question to a model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModelRequest {
    /// System blocks, in order. OpenAI-compatible endpoints get them joined as one message.
    pub system: Vec<String>,
    pub messages: Vec<ChatMessage>,
    pub tools: Vec<ToolDefinition>,
    /// Ignored without tools.
    pub tool_choice: ToolChoice,
    /// Upper bound of the answer, in tokens. Anthropic requires one: its file has a fallback.
    pub max_output_tokens: Option<u64>,
    pub temperature: Option<f64>,
    pub top_p: Option<f64>,
    /// What configuration, agent and variant ask for beyond that, in OpenCode's spelling (`reasoningEffort`,
    /// `thinking`, …).
    pub options: Map<String, Value>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ChatMessage {
    pub role: Role,
    pub content: Vec<Content>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    User,
    Assistant,
    /// Results of tool calls, answering the assistant message before it.
    Tool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Text(String),
    /// Earlier reasoning of the assistant. `metadata` is what [`super::StreamEvent::ReasoningEnd`] carried; a wire
    /// format that finds no metadata of its own in it leaves the reasoning out.
    Reasoning {
        text: String,
        metadata: Option<Value>,
    },
    File(FileContent),
    ToolCall {
        id: String,
        name: String,
        input: Value,
    },
    ToolResult(ToolResult),
}

#[derive(Clone, Debug, PartialEq)]
pub struct ToolResult {
    /// The id of the call that this answers.
    pub id: String,
    pub name: String,
    pub output: String,
    pub is_error: bool,
    /// Images and documents that the tool returned beside its text.
    pub files: Vec<FileContent>,
}

/// A file as a message part has it.
#[derive(Clone, Debug, PartialEq)]
pub struct FileContent {
    /// For example `image/png`.
    pub mime: String,
    /// A `data:` or `http(s):` URL.
    pub url: String,
    pub filename: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ToolDefinition {
    pub name: String,
    pub description: String,
    /// JSON schema of the arguments.
    pub parameters: Value,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ToolChoice {
    #[default]
    Auto,
    /// The model must call a tool.
    Required,
}

impl ChatMessage {
    pub fn user(text: impl Into<String>) -> Self {
        Self { role: Role::User, content: vec![Content::Text(text.into())] }
    }

    pub fn assistant(text: impl Into<String>) -> Self {
        Self { role: Role::Assistant, content: vec![Content::Text(text.into())] }
    }
}

impl FileContent {
    /// The payload as base64 if the URL is a `data:` URL; a payload that is only percent-encoded is converted.
    pub fn base64(&self) -> Option<Cow<'_, str>> {
        let (header, payload) = self.url.strip_prefix("data:")?.split_once(',')?;
        if header.rsplit(';').next().is_some_and(|word| word.trim().eq_ignore_ascii_case("base64")) {
            return Some(Cow::Borrowed(payload));
        }
        Some(Cow::Owned(STANDARD.encode(percent_decoded(payload))))
    }

    /// The payload of a `data:` URL as text; `None` if it is no `data:` URL or not UTF-8.
    pub fn text(&self) -> Option<String> {
        let bytes = STANDARD.decode(self.base64()?.as_bytes()).ok()?;
        String::from_utf8(bytes).ok()
    }
}

/// A `%` that no two hex digits follow stands for itself, as browsers read it.
fn percent_decoded(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let byte = match bytes.get(at + 1..at + 3).filter(|_| bytes[at] == b'%').and_then(hex_pair) {
            Some(byte) => {
                at += 2;
                byte
            }
            None => bytes[at],
        };
        decoded.push(byte);
        at += 1;
    }
    decoded
}

fn hex_pair(digits: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(digits[0])? * 16 + digit(digits[1])?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(url: &str) -> FileContent {
        FileContent { mime: "text/plain".into(), url: url.into(), filename: None }
    }

    #[test]
    fn payloads_of_data_urls() {
        assert_eq!(file("data:text/plain;base64,aGk=").base64().as_deref(), Some("aGk="));
        assert_eq!(file("data:text/plain;base64,aGk=").text().as_deref(), Some("hi"));
        assert_eq!(file("data:text/plain;charset=utf-8;base64,aGk=").text().as_deref(), Some("hi"));
        assert_eq!(file("data:,a%20b%zz%C3%A9").text().as_deref(), Some("a b%zzé"));
        assert_eq!(file("data:,100%").text().as_deref(), Some("100%"));
        assert_eq!(file("https://example.com/a.png").base64(), None);
        assert_eq!(file("data:;base64,/w==").text(), None, "not UTF-8");
        assert_eq!(file("data:nothing").base64(), None);
    }
}
