//! What comes back from a model: [`StreamEvent`]s in the order of the answer, closed by one
//! [`StreamEvent::Finish`], with the tokens as OpenCode counts them.

use std::fmt;
use std::pin::Pin;

use futures::Stream;
use serde_json::Value;

use super::ModelError;

/// The answer of one model call. Dropping it closes the connection to the provider.
///
/// It ends after [`StreamEvent::Finish`] or after one error; it never ends without either.
pub type ModelStream = Pin<Box<dyn Stream<Item = Result<StreamEvent, ModelError>> + Send>>;

/// One step of an answer. At most one text and one reasoning are open at a time; they may overlap. Tool calls may be
/// interleaved with both and with each other, told apart by `id`.
#[derive(Clone, Debug, PartialEq)]
pub enum StreamEvent {
    ReasoningStart,
    ReasoningDelta(String),
    /// `metadata` must be stored with the reasoning and handed back with it in later requests: Anthropic refuses
    /// reasoning without its signature.
    ReasoningEnd {
        metadata: Option<Value>,
    },
    TextStart,
    TextDelta(String),
    TextEnd,
    ToolCallStart {
        id: String,
        name: String,
    },
    /// A piece of the JSON text of the arguments.
    ToolCallDelta {
        id: String,
        arguments: String,
    },
    /// All pieces are there; together they are at least `{}`, but whether they parse is the reader's to see.
    ToolCallEnd {
        id: String,
    },
    /// Always last, and nothing is open any more.
    Finish {
        reason: FinishReason,
        usage: Usage,
    },
}

/// Tokens of one model call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Without what was read from or written to a cache.
    pub input: u64,
    /// Includes `reasoning`.
    pub output: u64,
    pub reasoning: u64,
    pub cache_read: u64,
    pub cache_write: u64,
    /// As the provider says, else the sum of input, output and both cache counts.
    pub total: u64,
}

/// Why the model stopped. `Display` is the word of OpenCode's `finish` member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FinishReason {
    Stop,
    /// The output limit was reached.
    Length,
    ToolCalls,
    ContentFilter,
    /// What a provider says and we have no word for.
    Other(String),
}

impl fmt::Display for FinishReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Stop => "stop",
            Self::Length => "length",
            Self::ToolCalls => "tool-calls",
            Self::ContentFilter => "content-filter",
            Self::Other(_) => "other",
        })
    }
}
