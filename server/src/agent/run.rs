//! One session at work: its status, the prompts it owes answers to, and who waits for the last one.
//!
//! When runs begin and end is decided in `runs`, what they do in `drive`. Start from [`Run`].

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use opencode_types::{Message, SessionMessagesResponseItem, SessionStatus};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::failure::Error;
use super::wire;
use super::work::Work;

/// The sessions at work, of all instances of a server: a session has one run at a time, whichever directory a request
/// names. Cheap to clone.
///
/// A run is removed in the same moment in which its session is told to be idle.
#[derive(Clone, Default)]
pub struct AtWork(Arc<Mutex<HashMap<String, Arc<Run>>>>);

impl AtWork {
    pub(super) fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<Run>>> {
        // Every change under the lock is one insertion or removal: a panic leaves the map whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The last answer of a run with its parts, or why there is none.
pub type Outcome = Result<Arc<SessionMessagesResponseItem>, Error>;

/// One session at work.
pub struct Run {
    pub session: String,
    /// The directory of the instance that does the work.
    pub directory: Arc<str>,
    pub cancel: CancellationToken,
    state: Mutex<State>,
    /// Set once, at the end.
    pub(super) outcome: watch::Sender<Option<Outcome>>,
}

struct State {
    status: SessionStatus,
    /// The prompts that no model call has seen yet, oldest first.
    owed: Vec<Owed>,
}

/// A prompt that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The id of its user message,
    pub message: String,
    /// and how many parts it had when it was stored: a client may send more for the same message.
    pub parts: usize,
}

/// A place in the queue for the last answer of a run. Giving it up doesn't end the run.
pub struct Waiting(watch::Receiver<Option<Outcome>>);

impl Waiting {
    /// The last answer of the run. All prompts that one run served get the same.
    ///
    /// # Errors
    /// Failures of the store, and [`Error::Lost`] if the run broke off.
    pub async fn answer(mut self) -> Outcome {
        match self.0.wait_for(Option::is_some).await {
            Ok(outcome) => outcome.clone().unwrap_or(Err(Error::Lost)),
            Err(_) => Err(Error::Lost),
        }
    }
}

impl Run {
    pub(super) fn new(session: String, directory: Arc<str>, cancel: CancellationToken, owed: Owed) -> Run {
        let state = Mutex::new(State { status: wire::busy(), owed: vec![owed] });
        Run { session, directory, cancel, state, outcome: watch::Sender::new(None) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn status(&self) -> SessionStatus {
        self.state().status.clone()
    }

    /// Adds a prompt to those that are to be answered.
    pub(super) fn owe(&self, owed: Owed) {
        self.state().owed.push(owed);
    }

    /// Whether every prompt has been answered.
    pub(super) fn is_settled(&self) -> bool {
        self.state().owed.is_empty()
    }

    /// A place in the queue for the last answer.
    pub(super) fn wait(&self) -> Waiting {
        Waiting(self.outcome.subscribe())
    }

    /// Notes what the run is doing and tells it.
    pub fn set_status(&self, work: &Work, status: SessionStatus) {
        self.state().status = status.clone();
        work.publish(&wire::status_event(&self.session, status));
    }

    /// How many prompts wait for an answer.
    pub(super) fn waiting(&self) -> usize {
        self.state().owed.len()
    }

    /// Takes out the prompts that the next model call answers, and returns the last of them.
    ///
    /// The first `waiting` prompts came in before `history` was read, so they are in it, or have been removed since. One
    /// that came in later may be in it by chance.
    pub(super) fn cover(&self, waiting: usize, history: &[SessionMessagesResponseItem]) -> Option<String> {
        let seen = |owed: &Owed| {
            history.iter().rev().any(|message| match &message.info {
                Message::User(user) => user.id == owed.message && message.parts.len() >= owed.parts,
                _ => false,
            })
        };
        let mut state = self.state();
        let (mut newest, mut owed) = (None, Vec::new());
        for (index, prompt) in std::mem::take(&mut state.owed).into_iter().enumerate() {
            if seen(&prompt) {
                newest = Some(prompt.message);
            } else if index >= waiting {
                owed.push(prompt);
            }
        }
        state.owed = owed;
        newest
    }

    /// Returns when the run has ended.
    pub(super) async fn ended(&self) {
        // An error means that the sender is gone, which is an end too.
        let _ = self.outcome.subscribe().wait_for(Option::is_some).await;
    }
}
