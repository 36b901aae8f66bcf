//! The answer a script comes to, before any wire format: pieces of reasoning and text, tool calls, how it ends.

use std::time::Duration;

/// One answer of the model. Empty lists mean that this kind of content is absent.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Streamed first, piece by piece.
    pub reasoning: Vec<String>,
    /// Streamed after the reasoning, piece by piece. Empty when the step calls tools.
    pub text: Vec<String>,
    pub calls: Vec<ToolCall>,
    /// The reason to stop in OpenAI's words (`stop`, `length`, `tool_calls`, …); `None` means the natural one.
    pub finish: Option<String>,
    pub usage: Usage,
    /// Pause after each event of a stream.
    pub delay: Duration,
    /// What goes wrong, if anything.
    pub failure: Option<Failure>,
}

impl Plan {
    /// A plan that streams these pieces of text and nothing else.
    pub fn saying(text: Vec<String>) -> Plan {
        Plan {
            reasoning: Vec::new(),
            text,
            calls: Vec::new(),
            finish: None,
            usage: Usage::default(),
            delay: Duration::ZERO,
            failure: None,
        }
    }

    /// The reason to stop in OpenAI's words.
    pub fn finish_reason(&self) -> &str {
        self.finish.as_deref().unwrap_or(if self.calls.is_empty() { "stop" } else { "tool_calls" })
    }
}

/// A tool call; `arguments` is the text sent to the client, normally JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToolCall {
    pub name: String,
    pub arguments: String,
}

impl ToolCall {
    /// The arguments in two pieces, as a model streams them; empty pieces are left out.
    pub fn halves(&self) -> impl Iterator<Item = &str> {
        let middle = self.arguments.floor_char_boundary(self.arguments.len() / 2);
        let (first, second) = self.arguments.split_at(middle);
        [first, second].into_iter().filter(|piece| !piece.is_empty())
    }
}

/// Token counts that the answer reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    pub input: u64,
    pub output: u64,
}

impl Default for Usage {
    fn default() -> Usage {
        Usage { input: 120, output: 30 }
    }
}

/// The ways a script can make its model fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// An HTTP error instead of an answer; `once`: only for the first request with this text.
    Status { code: u16, once: bool },
    /// HTTP 400: the context is too long.
    Overflow,
    /// An error event after three events of the stream.
    ErrorEvent,
    /// The socket closes after three events of the stream.
    HangUp,
    /// The head of the answer, then nothing for a minute.
    Hang,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_join_to_the_whole_and_are_never_empty() {
        for arguments in ["", "x", "ü", "{\"a\":1}", "äöü"] {
            let call = ToolCall { name: "t".into(), arguments: arguments.into() };
            assert_eq!(call.halves().collect::<String>(), arguments);
            assert!(call.halves().all(|piece| !piece.is_empty()));
        }
    }
}
