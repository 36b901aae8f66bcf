//! Reads the events of a streamed message. Pure; start from [`MessageDecoder`].

use serde::Deserialize;
use serde_json::{Value, json};

use crate::provider::decode::{Answer, Decoder};
use crate::provider::{FinishReason, ModelError, Usage};

#[derive(Default)]
pub(super) struct MessageDecoder {
    usage: WireUsage,
    /// Blocks come one after the other, so one place is enough.
    block: Block,
}

/// What the open block needs at its end.
#[derive(Default)]
enum Block {
    /// Of a kind that is not asked for, such as calls of tools that the provider runs itself.
    #[default]
    Unknown,
    Text,
    Thinking {
        signature: String,
    },
    Redacted {
        data: Value,
    },
    Tool {
        id: String,
    },
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Event {
    MessageStart {
        message: Start,
    },
    ContentBlockStart {
        content_block: BlockStart,
    },
    ContentBlockDelta {
        delta: Delta,
    },
    ContentBlockStop,
    MessageDelta {
        delta: MessageDelta,
        usage: Option<WireUsage>,
    },
    MessageStop,
    Error {
        error: Value,
    },
    /// `ping`, and whatever comes to be.
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct Start {
    usage: Option<WireUsage>,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum BlockStart {
    Text {
        #[serde(default)]
        text: String,
    },
    Thinking {
        #[serde(default)]
        thinking: String,
    },
    RedactedThinking {
        data: Value,
    },
    ToolUse {
        id: String,
        name: String,
        input: Option<Value>,
    },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(clippy::enum_variant_names, reason = "the format's own names")]
enum Delta {
    TextDelta {
        text: String,
    },
    ThinkingDelta {
        thinking: String,
    },
    SignatureDelta {
        signature: String,
    },
    InputJsonDelta {
        partial_json: String,
    },
    #[serde(other)]
    OtherDelta,
}

#[derive(Deserialize)]
struct MessageDelta {
    stop_reason: Option<String>,
}

/// Each event repeats the counts that changed; what is missing keeps its last value.
#[derive(Deserialize, Default)]
struct WireUsage {
    input_tokens: Option<u64>,
    output_tokens: Option<u64>,
    cache_read_input_tokens: Option<u64>,
    cache_creation_input_tokens: Option<u64>,
}

impl Decoder for MessageDecoder {
    fn event(&mut self, data: &str, answer: &mut Answer) -> Result<(), ModelError> {
        let event: Event = serde_json::from_str(data).map_err(|error| ModelError::Protocol {
            message: format!("The model sent an event that is none of the Messages API: {error}"),
        })?;
        match event {
            Event::MessageStart { message } => self.count(message.usage, answer),
            Event::ContentBlockStart { content_block } => self.block = start(content_block, answer),
            Event::ContentBlockDelta { delta } => self.delta(delta, answer),
            Event::ContentBlockStop => self.stop(answer),
            Event::MessageDelta { delta, usage } => {
                self.count(usage, answer);
                if let Some(reason) = delta.stop_reason {
                    answer.stopped(finish_reason(reason));
                }
            }
            Event::MessageStop => answer.complete = true,
            Event::Error { error } => return Err(ModelError::from_stream(&json!({"error": error}))),
            Event::Other => {}
        }
        Ok(())
    }
}

impl MessageDecoder {
    fn delta(&mut self, delta: Delta, answer: &mut Answer) {
        match (&mut self.block, delta) {
            (Block::Text, Delta::TextDelta { text }) => answer.text(&text),
            (Block::Thinking { .. }, Delta::ThinkingDelta { thinking }) => answer.reasoning(&thinking),
            (Block::Thinking { signature }, Delta::SignatureDelta { signature: piece }) => {
                signature.push_str(&piece)
            }
            (Block::Tool { id }, Delta::InputJsonDelta { partial_json }) => {
                answer.call_arguments(id, &partial_json)
            }
            _ => {}
        }
    }

    fn stop(&mut self, answer: &mut Answer) {
        match std::mem::take(&mut self.block) {
            Block::Text => answer.text_end(),
            Block::Thinking { signature } => {
                answer.reasoning_end(Some(json!({"anthropic": {"signature": signature}})));
            }
            Block::Redacted { data } => {
                answer.reasoning_end(Some(json!({"anthropic": {"redactedData": data}})));
            }
            Block::Tool { id } => answer.call_end(&id),
            Block::Unknown => {}
        }
    }

    fn count(&mut self, usage: Option<WireUsage>, answer: &mut Answer) {
        let Some(news) = usage else { return };
        let known = &mut self.usage;
        for (known, news) in [
            (&mut known.input_tokens, news.input_tokens),
            (&mut known.output_tokens, news.output_tokens),
            (&mut known.cache_read_input_tokens, news.cache_read_input_tokens),
            (&mut known.cache_creation_input_tokens, news.cache_creation_input_tokens),
        ] {
            *known = news.or(*known);
        }
        let (input, output) = (known.input_tokens.unwrap_or(0), known.output_tokens.unwrap_or(0));
        let cache_read = known.cache_read_input_tokens.unwrap_or(0);
        let cache_write = known.cache_creation_input_tokens.unwrap_or(0);
        // Input excludes both cache counts already. Thinking is part of the output and not told apart.
        let total = [input, output, cache_read, cache_write].into_iter().fold(0, u64::saturating_add);
        answer.usage = Usage { input, output, reasoning: 0, cache_read, cache_write, total };
    }
}

fn start(block: BlockStart, answer: &mut Answer) -> Block {
    match block {
        BlockStart::Text { text } => {
            answer.text(&text);
            Block::Text
        }
        BlockStart::Thinking { thinking } => {
            answer.reasoning_start();
            answer.reasoning(&thinking);
            Block::Thinking { signature: String::new() }
        }
        BlockStart::RedactedThinking { data } => {
            answer.reasoning_start();
            Block::Redacted { data }
        }
        BlockStart::ToolUse { id, name, input } => {
            answer.call_start(&id, &name);
            // Compatible servers give the whole input here instead of in pieces.
            if let Some(Value::Object(input)) = input
                && !input.is_empty()
            {
                answer.call_arguments(&id, &Value::from(input).to_string());
            }
            Block::Tool { id }
        }
        BlockStart::Other => Block::Unknown,
    }
}

fn finish_reason(word: String) -> FinishReason {
    match word.as_str() {
        "end_turn" | "stop_sequence" => FinishReason::Stop,
        "max_tokens" | "model_context_window_exceeded" => FinishReason::Length,
        "tool_use" => FinishReason::ToolCalls,
        "refusal" => FinishReason::ContentFilter,
        _ => FinishReason::Other(word),
    }
}

#[cfg(test)]
#[path = "decoder_tests.rs"]
mod tests;
