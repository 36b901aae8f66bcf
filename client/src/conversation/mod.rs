//! Asking and being answered: [`Conversation`].
//!
//! A conversation knows the traps of a run, so that its caller need not: an answer of 200 with an empty body where the
//! run failed, events that were missed, a connection that broke while the model was thinking, `session.idle` that comes
//! before the last message or not at all, subagents that wait for a permission.
//!
//! ```no_run
//! # async fn example(client: opencode_client::Client) -> Result<(), opencode_client::Error> {
//! use futures::StreamExt as _;
//! use opencode_client::conversation::{PermissionReply, Step};
//!
//! let conversation = client
//!     .start_conversation()
//!     .await?
//!     .on_permission(|request| async move {
//!         if request.permission == "read" { PermissionReply::Once } else { PermissionReply::Reject }
//!     });
//!
//! let mut steps = conversation.ask("What does this project do?");
//! while let Some(step) = steps.next().await {
//!     match step? {
//!         Step::Text { delta, .. } => print!("{delta}"),
//!         Step::Tool(part) => eprintln!("[{}]", part.tool),
//!         Step::Finished(answer) => println!("\n{} tokens", answer.info.tokens.output.0),
//!         _ => {}
//!     }
//! }
//!
//! // Those who want nothing but the answer:
//! let answer = conversation.ask("In one word?").finish().await?;
//! println!("{}", answer.text());
//! # Ok(())
//! # }
//! ```
//!
//! The events beneath are in [`events`](crate::events).

mod ask;
mod error;
mod idle;
mod marked;
mod replies;
mod run;
mod steps;
mod transcript;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use opencode_types::{PermissionRequest, QuestionRequest, SessionCreateBody};

pub use ask::Ask;
pub use error::{ConversationError, RunError};
pub use replies::{PermissionReply, QuestionReply};
pub use steps::{Answer, Step};

use crate::{Client, Error};
use replies::Callbacks;

/// A session to talk to, see [`Client::start_conversation`] and [`Client::conversation`]. Cheap to clone.
#[derive(Clone)]
pub struct Conversation {
    client: Client,
    session_id: String,
    callbacks: Callbacks,
}

impl Client {
    /// A conversation in a session that exists. Nothing is sent.
    #[must_use]
    pub fn conversation(&self, session_id: impl Into<String>) -> Conversation {
        Conversation { client: self.clone(), session_id: session_id.into(), callbacks: Callbacks::default() }
    }

    /// A conversation in a new session of the client's directory (operation `session.create`).
    ///
    /// # Errors
    /// As of the operation.
    pub async fn start_conversation(&self) -> Result<Conversation, Error> {
        let session = self.session().create().body(SessionCreateBody::default()).send().await?;
        Ok(self.conversation(session.id.clone()))
    }
}

impl Conversation {
    /// The session's id.
    #[must_use]
    pub fn session_id(&self) -> &str {
        &self.session_id
    }

    /// Asks, and streams what happens until the answer is there (operations `session.prompt` and `event.subscribe`).
    /// Nothing is sent until the stream is polled; see [`Ask`].
    pub fn ask(&self, text: impl Into<String>) -> Ask {
        Ask::new(self.clone(), text.into())
    }

    /// Replies to each request for a permission of this session and its subagents, while an [`Ask`] of this handle is
    /// being polled. Where a reply did not arrive, it is asked for again.
    #[must_use]
    pub fn on_permission<F, R>(mut self, reply: F) -> Self
    where
        F: Fn(PermissionRequest) -> R + Send + Sync + 'static,
        R: Future<Output = PermissionReply> + Send + 'static,
    {
        self.callbacks.permission = Some(Arc::new(move |request| reply(request).boxed()));
        self
    }

    /// Answers each question of this session and its subagents, while an [`Ask`] of this handle is being polled. Where an
    /// answer did not arrive, it is asked for again.
    #[must_use]
    pub fn on_question<F, R>(mut self, answer: F) -> Self
    where
        F: Fn(QuestionRequest) -> R + Send + Sync + 'static,
        R: Future<Output = QuestionReply> + Send + 'static,
    {
        self.callbacks.question = Some(Arc::new(move |request| answer(request).boxed()));
        self
    }

    /// Replies to a [`Step::Permission`] (operation `permission.reply`). That somebody else replied first is no error.
    ///
    /// # Errors
    /// As of the operation.
    pub async fn reply_permission(
        &self,
        request: &PermissionRequest,
        reply: PermissionReply,
    ) -> Result<(), Error> {
        replies::permission(&self.client, &request.id, reply).await
    }

    /// Answers a [`Step::Question`] (operations `question.reply` and `question.reject`). That somebody else answered first
    /// is no error.
    ///
    /// # Errors
    /// As of the operations.
    pub async fn reply_question(&self, request: &QuestionRequest, reply: QuestionReply) -> Result<(), Error> {
        replies::question(&self.client, &request.id, reply).await
    }

    /// Waits until nothing runs in this session, for `limit` at most, or without one if `None`.
    ///
    /// The moment cannot be missed: events are subscribed to before the state is asked for (`session.status`), and it is
    /// asked for again whenever events may have been missed, and now and then in any case. While the server cannot be
    /// reached, from the beginning or later, this waits as long as an event stream reconnects: two minutes. A session
    /// that the server does not know is idle. After `session.prompt_async` it may still be idle for a moment;
    /// [`ask`](Self::ask) knows better.
    ///
    /// # Errors
    /// [`Error::Timeout`] after `limit`; [`Error::Events`] if the server cannot be reached any more; a refusal.
    ///
    /// # Cancellation
    /// Dropping it has no effect on the session.
    pub async fn wait_until_idle(&self, limit: impl Into<Option<Duration>>) -> Result<(), Error> {
        let waiting = idle::wait(&self.client, &self.session_id);
        within("end of the run", limit.into(), waiting).await
    }

    /// Ends what runs in this session, and waits for its end (operation `session.abort`): until nothing runs and the last
    /// message is complete, a minute at most. A message that is still not complete after five seconds in which nothing ran
    /// will never be, and is not waited for.
    ///
    /// Permissions and questions that wait are rejected, those of subagents too: the original server does not end a run
    /// that waits for them.
    ///
    /// # Errors
    /// [`Error::Timeout`] after a minute; otherwise as [`wait_until_idle`](Self::wait_until_idle) and the operations.
    ///
    /// # Cancellation
    /// Dropping it before the first answer may leave the run alone; after it the run ends all the same, but for one
    /// that waits for a reply.
    pub async fn abort(&self) -> Result<(), Error> {
        within("end of the aborted run", Some(idle::ABORT_LIMIT), idle::abort(&self.client, &self.session_id))
            .await
    }
}

async fn within<T>(
    what: &'static str,
    limit: Option<Duration>,
    work: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    match limit {
        None => work.await,
        Some(after) => tokio::time::timeout(after, work).await.unwrap_or(Err(Error::Timeout { what, after })),
    }
}
