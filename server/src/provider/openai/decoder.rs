//! Reads the chunks of a streamed chat completion, with the liberties that compatible servers take. Pure; start
//! from [`ChunkDecoder`].

use serde::Deserialize;
use serde_json::{Value, json};

use crate::provider::decode::{Answer, Decoder};
use crate::provider::{FinishReason, ModelError, Usage};

#[derive(Default)]
pub(super) struct ChunkDecoder {
    calls: Vec<Call>,
    /// `reasoning_details` as they came, for handing back.
    details: Vec<Value>,
}

/// A tool call that has begun.
struct Call {
    index: Option<u64>,
    id: String,
}

#[derive(Deserialize)]
struct Chunk {
    choices: Option<Vec<Choice>>,
    usage: Option<Value>,
    error: Option<Value>,
}

#[derive(Deserialize)]
struct Choice {
    delta: Option<Delta>,
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Delta {
    content: Option<Text>,
    refusal: Option<String>,
    reasoning_content: Option<Text>,
    reasoning: Option<Text>,
    reasoning_details: Option<Vec<Value>>,
    tool_calls: Option<Vec<CallDelta>>,
}

/// Text is a string; Mistral sends a list of typed pieces instead when it reasons.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Plain(String),
    Other(Value),
}

#[derive(Deserialize)]
struct CallDelta {
    index: Option<u64>,
    id: Option<String>,
    function: Option<FunctionDelta>,
}

#[derive(Deserialize)]
struct FunctionDelta {
    name: Option<String>,
    arguments: Option<Text>,
}

impl Decoder for ChunkDecoder {
    fn event(&mut self, data: &str, answer: &mut Answer) -> Result<(), ModelError> {
        let data = data.trim();
        if data == "[DONE]" {
            self.end_reasoning(answer);
            answer.complete = true;
            return Ok(());
        }
        let chunk: Chunk = serde_json::from_str(data).map_err(|error| ModelError::Protocol {
            message: format!("The model sent a chunk that is no chat completion: {error}"),
        })?;
        if let Some(error) = chunk.error.filter(|error| !error.is_null()) {
            return Err(ModelError::from_stream(&json!({"error": error})));
        }
        if let Some(usage) = chunk.usage.filter(Value::is_object) {
            answer.usage = counted(&usage);
        }
        // Only one choice is ever asked for.
        let Some(choice) = chunk.choices.and_then(|choices| choices.into_iter().next()) else {
            return Ok(());
        };
        if let Some(delta) = choice.delta {
            self.delta(delta, answer)?;
        }
        if let Some(reason) = choice.finish_reason.filter(|reason| !reason.is_empty()) {
            self.end_reasoning(answer);
            answer.stopped(self.reason(reason));
        }
        Ok(())
    }
}

impl ChunkDecoder {
    fn delta(&mut self, delta: Delta, answer: &mut Answer) -> Result<(), ModelError> {
        // Servers that send both members send the same text in both.
        let (thought, text) = match delta.content {
            Some(Text::Other(list)) => (pieces(&list, "thinking"), pieces(&list, "text")),
            Some(Text::Plain(text)) => (String::new(), text),
            None => (String::new(), String::new()),
        };
        for piece in [delta.reasoning_content.or(delta.reasoning), Some(Text::Plain(thought))] {
            if let Some(Text::Plain(piece)) = piece {
                answer.reasoning(&piece);
            }
        }
        self.details.extend(delta.reasoning_details.into_iter().flatten());
        answer.text(&text);
        answer.text(&delta.refusal.unwrap_or_default());
        delta.tool_calls.unwrap_or_default().into_iter().try_for_each(|call| self.call(call, answer))
    }

    fn call(&mut self, delta: CallDelta, answer: &mut Answer) -> Result<(), ModelError> {
        let given = delta.id.filter(|id| !id.is_empty());
        let (name, arguments) = match delta.function {
            Some(function) => (function.name.filter(|name| !name.is_empty()), function.arguments),
            None => (None, None),
        };
        let id = match self.known(delta.index, given.as_deref(), name.is_some()) {
            Some(id) => id,
            None => {
                let name = name.ok_or_else(|| ModelError::Protocol {
                    message: "The model began a tool call without saying which tool".to_owned(),
                })?;
                // Ids tie results to calls for the rest of the session, so an invented one must be unique there.
                let id = given.unwrap_or_else(|| format!("call_{:032x}", rand::random::<u128>()));
                self.calls.push(Call { index: delta.index, id: id.clone() });
                answer.call_start(&id, &name);
                id
            }
        };
        match arguments {
            Some(Text::Plain(piece)) => answer.call_arguments(&id, &piece),
            Some(Text::Other(whole)) if !whole.is_null() => answer.call_arguments(&id, &whole.to_string()),
            _ => {}
        }
        Ok(())
    }

    /// The call that a delta continues. The index decides, but some servers give every call the index 0 and
    /// some give none: then another id together with a name is another call.
    fn known(&self, index: Option<u64>, id: Option<&str>, has_name: bool) -> Option<String> {
        let same_id = |call: &&Call| id.is_some_and(|id| call.id == id);
        if let Some(call) = self.calls.iter().find(same_id) {
            return Some(call.id.clone());
        }
        if has_name && (id.is_some() || index.is_none()) {
            return None;
        }
        let of_index = |call: &&Call| index.is_none() || call.index == index;
        self.calls.iter().rev().find(of_index).map(|call| call.id.clone())
    }

    /// The format does not say where a text or a thought ends, and pieces of both may alternate. Like OpenCode's own
    /// decoder, this one takes all of a kind for one, which ends with the answer.
    fn end_reasoning(&mut self, answer: &mut Answer) {
        let details = std::mem::take(&mut self.details);
        let metadata = (!details.is_empty()).then(|| json!({"openai": {"reasoning_details": details}}));
        answer.reasoning_end(metadata);
    }

    /// Some servers say `stop` although they called tools.
    fn reason(&self, word: String) -> FinishReason {
        match word.as_str() {
            "stop" if self.calls.is_empty() => FinishReason::Stop,
            "stop" | "tool_calls" | "function_call" => FinishReason::ToolCalls,
            "length" => FinishReason::Length,
            "content_filter" => FinishReason::ContentFilter,
            _ => FinishReason::Other(word),
        }
    }
}

/// The text in the pieces of one type, at whatever depth: `[{"type":"thinking","thinking":[{"text":"…"}]}]`.
fn pieces(list: &Value, kind: &str) -> String {
    let of_kind = |piece: &&Value| piece["type"] == kind;
    list.as_array().into_iter().flatten().filter(of_kind).map(|piece| flat_text(&piece[kind])).collect()
}

fn flat_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(|piece| flat_text(&piece["text"])).collect(),
        _ => String::new(),
    }
}

/// `prompt_tokens` includes what came from or went to a cache; OpenCode counts these apart. A server that has no
/// idea of its tokens costs nobody the answer, so this never fails.
fn counted(usage: &Value) -> Usage {
    let count = |pointers: &[&str]| {
        let found = pointers.iter().find_map(|pointer| usage.pointer(pointer)?.as_f64());
        // A float to integer cast saturates, which is right for nonsense.
        found.unwrap_or(0.0) as u64
    };
    let (prompt, output) = (count(&["/prompt_tokens"]), count(&["/completion_tokens"]));
    // The second name is DeepSeek's.
    let cache_read = count(&["/prompt_tokens_details/cached_tokens", "/prompt_cache_hit_tokens"]);
    // OpenRouter's.
    let cache_write = count(&["/prompt_tokens_details/cache_write_tokens"]);
    let total = count(&["/total_tokens"]);
    Usage {
        input: prompt.saturating_sub(cache_read).saturating_sub(cache_write),
        output,
        reasoning: count(&["/completion_tokens_details/reasoning_tokens"]),
        cache_read,
        cache_write,
        total: if total > 0 { total } else { prompt.saturating_add(output) },
    }
}

#[cfg(test)]
#[path = "decoder_tests.rs"]
mod tests;
