//! The runs of an instance: started, queued behind, reported and ended.
//!
//! A run begins with a prompt and lasts until every prompt that came in meanwhile is answered. It is a task of its own:
//! closing the connection that asked for it changes nothing. What one answer is made of is in `turn`. Start from
//! [`Runs`].

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use indexmap::IndexMap;
use opencode_types::{Message, SessionMessagesResponseItem, SessionPromptBody, SessionStatus};
use slog::{error, o};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::failure::Error;
use super::prompt::{self, Accepted};
use super::run::{AtWork, Owed, Run, Waiting};
use super::wire;
use super::work::Work;
use crate::ids::SessionId;
use crate::sessions;

/// Starts, queues, reports and ends the runs of one instance. Cheap to clone.
#[derive(Clone)]
pub struct Runs(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) work: Work,
    at_work: AtWork,
    pub(super) tasks: TaskTracker,
    /// Ends every run when the instance is disposed.
    pub(super) stop: CancellationToken,
}

/// What became of a prompt.
pub enum Prompted {
    /// It asked for no answer; this is what was stored.
    Stored(Box<SessionMessagesResponseItem>),
    /// It is at work, or waits behind the prompt that is.
    Running(Waiting),
}

/// Whether a prompt found a run that will answer it.
enum Joined {
    Waiting(Waiting),
    /// The run before it is being ended; there can be another one after that.
    Behind(Arc<Run>),
}

impl Runs {
    /// `stop` ends every run and refuses new ones; the runs are tasks of `tasks`, which has to be waited for before the
    /// store is closed.
    pub fn new(work: Work, at_work: AtWork, tasks: TaskTracker, stop: CancellationToken) -> Runs {
        Runs(Arc::new(Inner { work, at_work, tasks, stop }))
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
        let owed = Owed { message: message.id, parts: parts.len() };
        loop {
            match self.0.join_or_start(session, owed.clone())? {
                Joined::Waiting(waiting) => return Ok(Prompted::Running(waiting)),
                Joined::Behind(run) => run.ended().await,
            }
        }
    }

    /// Ends the run of a session, if it has one, and returns when it has ended: upstream closed, message marked, idle.
    pub async fn abort(&self, session: &str) {
        let run = self.0.at_work.lock().get(session).cloned();
        if let Some(run) = run {
            run.cancel.cancel();
            run.ended().await;
        }
    }

    /// What each session of this directory that is at work is doing; sessions that aren't listed are idle.
    pub fn statuses(&self) -> IndexMap<String, SessionStatus> {
        let at_work = self.0.at_work.lock();
        let here = at_work.iter().filter(|(_, run)| run.directory == self.0.work.directory);
        here.map(|(session, run)| (session.clone(), run.status())).collect()
    }

    /// Whether a session is at work.
    pub fn is_busy(&self, session: &str) -> bool {
        self.0.at_work.lock().contains_key(session)
    }
}

#[async_trait]
impl sessions::Runs for Runs {
    async fn stop(&self, session: &SessionId) {
        self.abort(session).await;
    }
}

impl Inner {
    fn join_or_start(self: &Arc<Self>, session: &SessionId, owed: Owed) -> Result<Joined, Error> {
        let mut at_work = self.at_work.lock();
        if let Some(run) = at_work.get(&**session) {
            if run.cancel.is_cancelled() {
                return Ok(Joined::Behind(run.clone()));
            }
            run.owe(owed);
            return Ok(Joined::Waiting(run.wait()));
        }
        if self.stop.is_cancelled() {
            return Err(Error::Disposed);
        }
        let directory = self.work.directory.clone();
        let run = Arc::new(Run::new(session.to_string(), directory, self.stop.child_token(), owed));
        let waiting = run.wait();
        at_work.insert(session.to_string(), run.clone());
        let guard = Guard { inner: self.clone(), run };
        self.tasks.spawn(guard.run());
        Ok(Joined::Waiting(waiting))
    }

    /// Ends `run` if it owes no answer. Nothing can join it after that.
    pub(super) fn settle(&self, run: &Run) -> bool {
        let mut at_work = self.at_work.lock();
        let settled = run.is_settled();
        if settled {
            self.forget(&mut at_work, run);
        }
        settled
    }

    /// Ends `run` whatever it owes; nothing happens if it has ended.
    fn end(&self, run: &Run) {
        self.forget(&mut self.at_work.lock(), run);
    }

    /// Under the lock, so that a run that follows at once can't be told to be busy before this one is told to be idle.
    fn forget(&self, at_work: &mut HashMap<String, Arc<Run>>, run: &Run) {
        if at_work.get(&run.session).is_some_and(|known| std::ptr::eq(&**known, run)) {
            at_work.remove(&run.session);
            self.work.publish(&wire::status_event(&run.session, wire::idle()));
            self.work.publish(&wire::idle_event(&run.session));
        }
    }

    /// Tells of a prompt that can't be answered. A run that is going on isn't told to be idle.
    fn refuse(&self, session: &SessionId, refused: &Error) {
        let at_work = self.at_work.lock();
        let idle = !at_work.contains_key(&**session);
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

/// Ends the run when its task is gone, even by a panic: a session must not stay busy for ever.
struct Guard {
    inner: Arc<Inner>,
    run: Arc<Run>,
}

impl Guard {
    async fn run(self) {
        let Guard { inner, run } = &self;
        let log = inner.work.log.new(o!("session" => run.session.clone()));
        let outcome = inner.drive(run, &log).await;
        if let Err(problem) = &outcome {
            error!(log, "a run failed"; "error" => #problem);
            inner.work.publish(&wire::error_event(&run.session, wire::unknown_error(problem.to_string())));
        }
        inner.end(run);
        run.outcome.send_replace(Some(outcome));
    }
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
