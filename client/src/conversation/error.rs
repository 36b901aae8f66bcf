//! What can go wrong in a run, beside what can go wrong in a call: [`ConversationError`].

use std::fmt;

use serde_json::Value;

use super::Answer;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConversationError {
    /// The run failed or was aborted.
    #[error("the run failed{}", error.as_ref().map(|error| format!(": {error}")).unwrap_or_default())]
    Failed {
        /// What the server said, if it did: it is silent for an agent that does not exist, for example.
        error: Option<Box<RunError>>,
        /// What there is of an answer.
        answer: Option<Box<Answer>>,
    },
}

/// An error of a run, as messages and `session.error` carry it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RunError {
    /// What kind: `MessageAbortedError`, `APIError`, `ProviderAuthError`, …
    pub name: String,
    /// For people; may be empty.
    pub message: String,
    /// The whole error as the server sent it.
    pub json: Value,
}

impl RunError {
    /// Reads one of the contract's two unions of errors, which have the same members.
    pub(super) fn new(error: &impl serde::Serialize) -> Self {
        let json = serde_json::to_value(error).unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Self { name: text(&json["name"]), message: text(&json["data"]["message"]), json }
    }

    /// Whether the run was aborted rather than failed.
    #[must_use]
    pub fn is_abort(&self) -> bool {
        self.name == "MessageAbortedError"
    }
}

impl fmt::Display for RunError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.message.as_str() {
            "" => formatter.write_str(&self.name),
            message => write!(formatter, "{message} ({})", self.name),
        }
    }
}
