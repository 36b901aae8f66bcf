//! What a run shows on its way, and what it ends in: [`Step`], [`Answer`].

use opencode_types::{AssistantMessage, Part, PermissionRequest, QuestionRequest, ToolPart};

use super::RunError;

/// One step of a run.
///
/// Texts are whole in the end whatever the connection did: what was missed comes later in one piece.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Step {
    /// More of the answer's text.
    Text {
        /// The part it belongs to. An answer may have several.
        part_id: String,
        /// What follows what was there.
        delta: String,
    },
    /// More of what the model thinks.
    Reasoning {
        /// The part it belongs to.
        part_id: String,
        /// What follows what was there.
        delta: String,
    },
    /// A text is not what its deltas said: the server changed it.
    Rewritten {
        /// The part, of text or of reasoning.
        part_id: String,
        /// The whole text that holds now.
        text: String,
    },
    /// A tool was called, or its call went on: see its `state`.
    Tool(ToolPart),
    /// A tool waits for a permission, perhaps one of a subagent. If there is a callback, it is being asked. It comes once
    /// more if the callback's reply did not arrive.
    Permission(PermissionRequest),
    /// The run waits for an answer, perhaps one of a subagent. If there is a callback, it is being asked. It comes once
    /// more if the callback's answer did not arrive.
    Question(QuestionRequest),
    /// The model could not be reached and is tried again.
    Retry {
        /// Counts from 1.
        attempt: u64,
        /// What went wrong.
        message: String,
        /// When it is tried again: milliseconds since 1970-01-01, by the server's clock.
        next: u64,
    },
    /// Something went wrong. The end of the run follows as a step of its own.
    Error(RunError),
    /// The run ended: the last step. Its message has an `error` if it failed half-way.
    Finished(Box<Answer>),
}

/// The message with which a run ended.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Answer {
    /// The message: model, tokens, cost, error.
    pub info: AssistantMessage,
    /// Its parts. Those of earlier steps of the run, such as calls of tools, are in messages of their own.
    pub parts: Vec<Part>,
}

impl Answer {
    /// The text of the answer: its text parts, one after the other.
    #[must_use]
    pub fn text(&self) -> String {
        let texts = self.parts.iter().filter_map(|part| match part {
            Part::Text(part) => Some(part.text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    /// Why it is not whole, if it is not.
    #[must_use]
    pub fn error(&self) -> Option<RunError> {
        self.info.error.as_ref().map(RunError::new)
    }
}
