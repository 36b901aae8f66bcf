//! What one server answered and told, kept small enough for a whole replay. Start from [`Tape::keep`].

use std::sync::{Mutex, MutexGuard, PoisonError};

use indexmap::IndexMap;
use serde_json::Value;

use super::normal::Normal;
use super::shape::Shape;
use super::traces::Traces;
use crate::judge::{Received, essence};
use crate::report::Kind;
use crate::streams::Seen;

/// The recording of one replay.
#[derive(Debug)]
pub(crate) struct Tape {
    normal: Normal,
    answers: Mutex<IndexMap<Key, Answer>>,
    traces: Mutex<Traces>,
}

/// Operation, kind and case: the same on every server.
pub(super) type Key = (String, Kind, String);

/// An answer as far as it can be compared.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub status: u16,
    /// Without parameters.
    pub content_type: String,
    pub shape: Shape,
    /// Something before it in its story is not built or came by chance, so its state is another one.
    pub loose: bool,
}

impl Tape {
    pub fn new(normal: Normal) -> Tape {
        Tape { normal, answers: Mutex::default(), traces: Mutex::default() }
    }

    /// Keeps the answer to a case. Of a step that is repeated until a state is reached, the last one counts; of generated
    /// input the first one, which is followed by smaller calls where it fails.
    pub fn keep(&self, operation: &str, kind: Kind, case: &str, received: &Received) {
        let answer = Answer {
            status: received.status,
            content_type: essence(received.content_type.as_deref().unwrap_or_default()),
            shape: Shape::of(&received.body, &self.normal),
            loose: kind == Kind::Story && self.traces().is_loose(),
        };
        let key = (operation.to_owned(), kind, case.to_owned());
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if kind == Kind::Story || !answers.contains_key(&key) {
            answers.insert(key, answer);
        }
    }

    /// A story begins.
    pub fn begin(&self, story: &str) {
        self.traces().begin(story);
    }

    /// Something in the story is not built on this server.
    pub fn cut(&self) {
        self.traces().cut();
    }

    /// Takes in an event of the project's stream.
    pub fn hear(&self, event: &Value) {
        if let Some(seen) = Seen::read(event) {
            self.traces().hear(&seen);
        }
    }

    pub(super) fn answers(&self) -> IndexMap<Key, Answer> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn traces(&self) -> MutexGuard<'_, Traces> {
        self.traces.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
