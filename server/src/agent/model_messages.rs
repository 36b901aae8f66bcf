//! The stored conversation as a model is told it.
//!
//! The store keeps what happened, in the contract's parts; a model gets turns of user, assistant and tool. How a wire
//! format spells those is `provider`'s business. Start from [`from_history`].

use opencode_types::{
    AssistantMessage, AssistantMessageError, FilePart, Message, Part, SessionMessagesResponseItem, ToolPart,
    ToolState,
};
use serde_json::Value;

use crate::provider::{ChatMessage, Content, FileContent, Role, ToolResult};

/// Told in place of the result of a call that never got one.
const INTERRUPTED: &str = "The tool was interrupted before it returned a result.";
/// Told in place of a result that compaction removed.
const COMPACTED: &str = "The result of this call was removed to save space.";

/// The model that is going to read the conversation.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    pub provider: &'a str,
    pub model: &'a str,
}

/// The turns of `history`, oldest first.
///
/// Left out: empty turns, text marked as ignored, and answers that failed. An answer that was aborted is told as far
/// as it got, since the person has seen it.
pub fn from_history(history: &[SessionMessagesResponseItem], reader: &Reader<'_>) -> Vec<ChatMessage> {
    let mut turns = Vec::with_capacity(history.len());
    for message in history {
        match &message.info {
            Message::User(_) => push(&mut turns, Role::User, user(&message.parts)),
            Message::Assistant(info) if is_told(info, &message.parts) => {
                let (said, results) = assistant(info, &message.parts, reader);
                push(&mut turns, Role::Assistant, said);
                push(&mut turns, Role::Tool, results);
            }
            _ => {}
        }
    }
    turns
}

fn push(turns: &mut Vec<ChatMessage>, role: Role, content: Vec<Content>) {
    if !content.is_empty() {
        turns.push(ChatMessage { role, content });
    }
}

fn is_told(info: &AssistantMessage, parts: &[Part]) -> bool {
    match &info.error {
        None => true,
        Some(AssistantMessageError::MessageAbortedError(_)) => {
            parts.iter().any(|part| matches!(part, Part::Text(_) | Part::Tool(_)))
        }
        Some(_) => false,
    }
}

fn user(parts: &[Part]) -> Vec<Content> {
    let told = parts.iter().filter_map(|part| match part {
        Part::Text(text) if text.ignored != Some(true) => spoken(&text.text),
        Part::File(part) => file(part),
        Part::Subtask(task) => Some(Content::Text(format!(
            "The person asked for a task to be done by the agent {}: {}\n\n{}",
            task.agent, task.description, task.prompt
        ))),
        // What an agent part asks for stands in the synthetic text beside it.
        _ => None,
    });
    told.collect()
}

fn spoken(text: &str) -> Option<Content> {
    (!text.is_empty()).then(|| Content::Text(text.to_owned()))
}

/// A file the model is shown as such; whether it can read it is known where it is asked. The content of a text file or a directory stands in the synthetic text before it.
fn file(part: &FilePart) -> Option<Content> {
    if part.mime == "text/plain" || part.mime == "application/x-directory" {
        return None;
    }
    Some(Content::File(content_of(part)))
}

fn content_of(part: &FilePart) -> FileContent {
    FileContent { mime: part.mime.clone(), url: part.url.clone(), filename: part.filename.clone() }
}

/// What the assistant said and called, and what the tools answered.
fn assistant(info: &AssistantMessage, parts: &[Part], reader: &Reader<'_>) -> (Vec<Content>, Vec<Content>) {
    // The metadata of another model's reasoning (a signature) means nothing to this one.
    let own = info.provider_id == reader.provider && info.model_id == reader.model;
    let (mut said, mut results) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            Part::Text(text) => said.extend(spoken(&text.text)),
            Part::Reasoning(reasoning) => said.push(Content::Reasoning {
                text: reasoning.text.clone(),
                metadata: reasoning.metadata.clone().filter(|_| own).map(Value::Object),
            }),
            Part::Tool(tool) => {
                said.push(call(tool));
                results.push(Content::ToolResult(result(tool)));
            }
            _ => {}
        }
    }
    let only_thoughts = said.iter().all(|content| matches!(content, Content::Reasoning { .. }));
    if only_thoughts { (Vec::new(), results) } else { (said, results) }
}

fn call(tool: &ToolPart) -> Content {
    let input = match &tool.state {
        ToolState::Pending(state) => &state.input,
        ToolState::Running(state) => &state.input,
        ToolState::Completed(state) => &state.input,
        ToolState::Error(state) => &state.input,
        ToolState::Unknown(_) => &Default::default(),
    };
    Content::ToolCall {
        id: tool.call_id.clone(),
        name: tool.tool.clone(),
        input: Value::Object(input.clone()),
    }
}

fn result(tool: &ToolPart) -> ToolResult {
    let (output, is_error, files) = match &tool.state {
        ToolState::Completed(state) if state.time.compacted.is_some() => (COMPACTED, false, None),
        ToolState::Completed(state) => (state.output.as_str(), false, state.attachments.as_deref()),
        ToolState::Error(state) => (state.error.as_str(), true, None),
        _ => (INTERRUPTED, true, None),
    };
    ToolResult {
        id: tool.call_id.clone(),
        name: tool.tool.clone(),
        output: output.to_owned(),
        is_error,
        files: files.unwrap_or_default().iter().map(content_of).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn told(history: Value) -> Vec<ChatMessage> {
        let history: Vec<SessionMessagesResponseItem> =
            serde_json::from_value(history).expect("messages of the contract's form");
        from_history(&history, &Reader { provider: "p", model: "m" })
    }

    fn message(mut info: Value, parts: Value) -> Value {
        info["id"] = json!("msg_1");
        info["sessionID"] = json!("ses_1");
        let mut parts = parts;
        for part in parts.as_array_mut().into_iter().flatten() {
            part["id"] = json!("prt_1");
            part["sessionID"] = json!("ses_1");
            part["messageID"] = json!("msg_1");
        }
        json!({"info": info, "parts": parts})
    }

    fn by_user(parts: Value) -> Value {
        message(
            json!({"role": "user", "time": {"created": 1}, "agent": "build", "model": {"providerID": "p", "modelID": "m"}}),
            parts,
        )
    }

    fn by_model(model: &str, error: Option<&str>, parts: Value) -> Value {
        let mut info = json!({
            "role": "assistant", "time": {"created": 1, "completed": 2}, "parentID": "msg_0", "mode": "build",
            "agent": "build", "providerID": "p", "modelID": model, "path": {"cwd": "/", "root": "/"}, "cost": 0,
            "tokens": {"input": 0, "output": 0, "reasoning": 0, "cache": {"read": 0, "write": 0}},
        });
        if let Some(name) = error {
            info["error"] = json!({"name": name, "data": {"message": "x"}});
        }
        message(info, parts)
    }

    #[test]
    fn a_conversation_is_told_in_turns() {
        let history = json!([
            by_user(json!([
                {"type": "text", "text": "Look"}, {"type": "text", "text": "hidden", "ignored": true},
                {"type": "text", "text": ""},
                {"type": "file", "mime": "text/plain", "url": "file:///a"},
                {"type": "file", "mime": "image/png", "url": "data:image/png;base64,AA==", "filename": "a.png"},
            ])),
            by_model(
                "m",
                None,
                json!([
                    {"type": "step-start"},
                    {"type": "reasoning", "text": "Hm", "time": {"start": 1, "end": 2}, "metadata": {"signature": "c2ln"}},
                    {"type": "text", "text": "I see"},
                    {"type": "step-finish", "reason": "stop", "cost": 0,
                     "tokens": {"input": 0, "output": 0, "reasoning": 0, "cache": {"read": 0, "write": 0}}},
                ])
            ),
            by_user(json!([{"type": "text", "text": "Go on"}])),
        ]);
        let image = FileContent {
            mime: "image/png".to_owned(),
            url: "data:image/png;base64,AA==".to_owned(),
            filename: Some("a.png".to_owned()),
        };
        assert_eq!(
            told(history),
            [
                ChatMessage {
                    role: Role::User,
                    content: vec![Content::Text("Look".to_owned()), Content::File(image)]
                },
                ChatMessage {
                    role: Role::Assistant,
                    content: vec![
                        Content::Reasoning {
                            text: "Hm".to_owned(),
                            metadata: Some(json!({"signature": "c2ln"}))
                        },
                        Content::Text("I see".to_owned()),
                    ]
                },
                ChatMessage::user("Go on"),
            ]
        );
    }

    #[test]
    fn another_models_signature_is_dropped() {
        let parts = json!([
            {"type": "reasoning", "text": "Hm", "time": {"start": 1}, "metadata": {"signature": "c2ln"}},
            {"type": "text", "text": "Yes"},
        ]);
        let turns = told(json!([by_model("other", None, parts)]));
        assert_eq!(turns[0].content[0], Content::Reasoning { text: "Hm".to_owned(), metadata: None });
    }

    #[test]
    fn failed_answers_are_left_out_and_aborted_ones_told_as_far_as_they_got() {
        let text = json!([{"type": "step-start"}, {"type": "text", "text": "Half"}]);
        let thought = json!([{"type": "reasoning", "text": "Hm", "time": {"start": 1}}]);
        let history = json!([
            by_model("m", Some("UnknownError"), text.clone()),
            by_model("m", Some("MessageAbortedError"), text),
            by_model("m", Some("MessageAbortedError"), thought.clone()),
            by_model("m", None, thought),
            by_model("m", None, json!([])),
        ]);
        assert_eq!(told(history), [ChatMessage::assistant("Half")]);
    }

    #[test]
    fn every_tool_call_is_told_with_a_result() {
        let time = json!({"start": 1, "end": 2});
        let tool = |call: &str, state: Value| json!({"type": "tool", "tool": "bash", "callID": call, "state": state});
        let parts = json!([
            tool(
                "1",
                json!({"status": "completed", "input": {"a": 1}, "output": "out", "title": "", "metadata": {},
                             "time": time})
            ),
            tool("2", json!({"status": "error", "input": {}, "error": "no", "time": time})),
            tool("3", json!({"status": "running", "input": {}, "time": {"start": 1}})),
        ]);
        let turns = told(json!([by_model("m", None, parts)]));
        assert_eq!(turns.len(), 2);
        assert_eq!(
            turns[0].content[0],
            Content::ToolCall { id: "1".to_owned(), name: "bash".to_owned(), input: json!({"a": 1}) }
        );
        let results: Vec<(String, bool)> = turns[1]
            .content
            .iter()
            .filter_map(|content| match content {
                Content::ToolResult(result) => Some((result.output.clone(), result.is_error)),
                _ => None,
            })
            .collect();
        let expected = [("out", false), ("no", true), (INTERRUPTED, true)];
        assert_eq!(results, expected.map(|(text, is_error)| (text.to_owned(), is_error)));
    }
}
