//! The runs of an instance: which sessions are at work, who waits for them, and how they are ended.
//!
//! A run begins with a prompt and lasts until every prompt that came in meanwhile is answered. It is a task of its own:
//! closing the connection that asked for it changes nothing. What one answer is made of is in `turn`. Start from
//! [`Runs`].

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use indexmap::IndexMap;
use opencode_types::{Message, SessionMessagesResponseItem, SessionPromptBody, SessionStatus};
use slog::{error, o};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::failure::Error;
use super::prompt::{self, Accepted};
use super::wire;
use super::work::Work;
use crate::ids::SessionId;
use crate::sessions;

/// Starts, queues, reports and ends the runs of one instance. Cheap to clone.
#[derive(Clone)]
pub struct Runs(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) work: Work,
    /// The sessions at work. A run is removed in the same moment in which its session is told to be idle.
    active: Mutex<HashMap<String, Arc<Run>>>,
    pub(super) tasks: TaskTracker,
    /// Ends every run when the instance is disposed.
    pub(super) stop: CancellationToken,
}

/// The last answer of a run with its parts, or why there is none.
pub type Outcome = Result<Arc<SessionMessagesResponseItem>, Error>;

/// One session at work.
pub struct Run {
    pub session: String,
    pub cancel: CancellationToken,
    state: Mutex<State>,
    /// Set once, at the end.
    outcome: watch::Sender<Option<Outcome>>,
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

/// What became of a prompt.
pub enum Prompted {
    /// It asked for no answer; this is what was stored.
    Stored(Box<SessionMessagesResponseItem>),
    /// It is at work, or waits behind the prompt that is.
    Running(Waiting),
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

impl Runs {
    /// `stop` ends every run and refuses new ones; the runs are tasks of `tasks`, which has to be waited for before the
    /// store is closed.
    pub fn new(work: Work, tasks: TaskTracker, stop: CancellationToken) -> Runs {
        Runs(Arc::new(Inner { work, active: Mutex::new(HashMap::new()), tasks, stop }))
    }

    /// Stores a prompt and sees that it is answered: by a new run, or by the one its session already has.
    ///
    /// # Errors
    /// An unknown session, agent or model, and failures of the store. For an unknown model the message is stored and
    /// `session.error` published all the same, since that is what clients of `prompt_async` wait for.
    pub async fn prompt(&self, session: &SessionId, body: SessionPromptBody) -> Result<Prompted, Error> {
        let silent = body.no_reply == Some(true);
        let Accepted { message, parts, refused } = prompt::accept(&self.0.work, session, body).await?;
        if silent {
            let info = Message::User(message);
            return Ok(Prompted::Stored(Box::new(SessionMessagesResponseItem { info, parts })));
        }
        if let Some(refused) = refused {
            self.0.refuse(session, &refused);
            return Err(refused);
        }
        self.0.join_or_start(session, Owed { message: message.id, parts: parts.len() }).map(Prompted::Running)
    }

    /// Ends the run of a session, if it has one, and returns when it has ended: upstream closed, message marked, idle.
    pub async fn abort(&self, session: &str) {
        let run = self.0.active().get(session).cloned();
        if let Some(run) = run {
            run.cancel.cancel();
            run.ended().await;
        }
    }

    /// What each session at work is doing; sessions that aren't listed are idle.
    pub fn statuses(&self) -> IndexMap<String, SessionStatus> {
        let active = self.0.active();
        active.iter().map(|(session, run)| (session.clone(), run.state().status.clone())).collect()
    }

    /// Whether a session is at work.
    pub fn is_busy(&self, session: &str) -> bool {
        self.0.active().contains_key(session)
    }
}

#[async_trait]
impl sessions::Runs for Runs {
    async fn stop(&self, session: &SessionId) {
        self.abort(session).await;
    }
}

impl Inner {
    fn active(&self) -> MutexGuard<'_, HashMap<String, Arc<Run>>> {
        // Every change under the lock is one insertion or removal: a panic leaves the map whole.
        self.active.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn join_or_start(self: &Arc<Self>, session: &SessionId, owed: Owed) -> Result<Waiting, Error> {
        let mut active = self.active();
        if let Some(run) = active.get(&**session) {
            run.state().owed.push(owed);
            return Ok(Waiting(run.outcome.subscribe()));
        }
        if self.stop.is_cancelled() {
            return Err(Error::Disposed);
        }
        let (outcome, waiting) = watch::channel(None);
        let run = Arc::new(Run {
            session: session.to_string(),
            cancel: self.stop.child_token(),
            state: Mutex::new(State { status: wire::busy(), owed: vec![owed] }),
            outcome,
        });
        active.insert(session.to_string(), run.clone());
        let guard = Guard { inner: self.clone(), run: run.clone() };
        let log = self.work.log.new(o!("session" => session.to_string()));
        self.tasks.spawn(async move {
            let outcome = guard.inner.drive(&run, &log).await;
            if let Err(problem) = &outcome {
                error!(log, "a run failed"; "error" => #problem);
                guard
                    .inner
                    .work
                    .publish(&wire::error_event(&run.session, wire::unknown_error(problem.to_string())));
            }
            guard.inner.end(&run);
            run.outcome.send_replace(Some(outcome));
        });
        Ok(Waiting(waiting))
    }

    /// Ends `run` if it owes no answer. Nothing can join it after that.
    pub(super) fn settle(&self, run: &Run) -> bool {
        let mut active = self.active();
        let settled = run.state().owed.is_empty();
        if settled {
            self.forget(&mut active, run);
        }
        settled
    }

    /// Ends `run` whatever it owes; nothing happens if it has ended.
    fn end(&self, run: &Run) {
        self.forget(&mut self.active(), run);
    }

    /// Under the lock, so that a run that follows at once can't be told to be busy before this one is told to be idle.
    fn forget(&self, active: &mut HashMap<String, Arc<Run>>, run: &Run) {
        if active.get(&run.session).is_some_and(|known| std::ptr::eq(&**known, run)) {
            active.remove(&run.session);
            self.work.publish(&wire::status_event(&run.session, wire::idle()));
            self.work.publish(&wire::idle_event(&run.session));
        }
    }

    /// Tells of a prompt that can't be answered. A run that is going on isn't told to be idle.
    fn refuse(&self, session: &SessionId, refused: &Error) {
        let active = self.active();
        let idle = !active.contains_key(&**session);
        if idle {
            self.work.publish(&wire::status_event(session, wire::busy()));
        }
        self.work.publish(&wire::error_event(session, wire::unknown_error(refused.to_string())));
        if idle {
            self.work.publish(&wire::status_event(session, wire::idle()));
            self.work.publish(&wire::idle_event(session));
        }
    }
}

impl Run {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
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

    async fn ended(&self) {
        // An error means that the sender is gone, which is an end too.
        let _ = self.outcome.subscribe().wait_for(Option::is_some).await;
    }
}

/// Ends the run when its task is gone, even by a panic: a session must not stay busy for ever.
struct Guard {
    inner: Arc<Inner>,
    run: Arc<Run>,
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.inner.end(&self.run);
        self.run.outcome.send_if_modified(|outcome| {
            let lost = outcome.is_none();
            if lost {
                *outcome = Some(Err(Error::Lost));
            }
            lost
        });
    }
}
