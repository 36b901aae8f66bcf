//! What a session is doing now, asked rather than heard: [`SessionState`].

use std::collections::BTreeSet;

use opencode_types::{
    PermissionRequest, QuestionRequest, SessionMessagesResponseItem, SessionStatus, SessionStatusIdle,
};
use reqwest::StatusCode;

use crate::{Client, Error, ResponseValue};

/// As many of a session's messages are asked for.
pub(crate) const MESSAGES: usize = 100;

/// What a session is doing: what events tell piece by piece, in whole. See [`Client::session_state`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SessionState {
    /// What it is doing. A session that the server does not know is idle.
    pub status: SessionStatus,
    /// Its newest messages, 100 at most, the oldest first. A part whose text is still being written has none yet.
    pub messages: Vec<SessionMessagesResponseItem>,
    /// Permissions that wait for a reply; of its own, not of subagents.
    pub permissions: Vec<PermissionRequest>,
    /// Questions that wait for an answer; of its own, not of subagents.
    pub questions: Vec<QuestionRequest>,
}

impl SessionState {
    /// Whether nothing runs.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        matches!(self.status, SessionStatus::Idle(_))
    }
}

impl Client {
    /// The present state of a session (operations `session.status`, `session.messages`, `permission.list`,
    /// `question.list`).
    ///
    /// For use after an [`Item::Gap`](super::Item::Gap), and as the start of a view that events then keep up to date:
    /// subscribe first, ask then, and no change is missed.
    ///
    /// ```no_run
    /// # async fn example(client: opencode_client::Client) -> Result<(), opencode_client::Error> {
    /// # use futures::StreamExt as _;
    /// # use opencode_client::events::Item;
    /// let session = "ses_0123456789abABCDEFGHIJKLMN";
    /// let mut events = client.events().session(session).await?;
    /// let mut state = client.session_state(session).await?;
    /// while let Some(item) = events.next().await {
    ///     if let Item::Gap { .. } = item? {
    ///         state = client.session_state(session).await?;
    ///     }
    /// }
    /// # drop(state);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As of each of the operations. A server that has no permissions or questions (501) has none that wait.
    pub async fn session_state(&self, session_id: &str) -> Result<SessionState, Error> {
        // In this order: what a run leaves behind is there when its status is idle.
        let status = self.status_of(session_id).await?;
        let messages = self.session().messages(session_id).limit(MESSAGES as f64).send().await?.into_inner();
        let mut pending = self.pending().await?;
        pending.retain(|session| session == session_id);
        let Pending { permissions, questions } = pending;
        Ok(SessionState { status, messages, permissions, questions })
    }

    /// Sessions that are idle are not listed.
    pub(crate) async fn status_of(&self, session_id: &str) -> Result<SessionStatus, Error> {
        let mut all = self.session().status().send().await?.into_inner();
        let status = all.swap_remove(session_id);
        Ok(status.unwrap_or_else(|| SessionStatus::Idle(SessionStatusIdle { type_: Default::default() })))
    }

    /// What waits in any session of the directory.
    pub(crate) async fn pending(&self) -> Result<Pending, Error> {
        let permissions = if_any(self.permission().list().send().await)?;
        let questions = if_any(self.question().list().send().await)?;
        Ok(Pending { permissions, questions })
    }
}

/// Requests that wait for somebody.
pub(crate) struct Pending {
    pub(crate) permissions: Vec<PermissionRequest>,
    pub(crate) questions: Vec<QuestionRequest>,
}

impl Pending {
    /// Keeps those of some sessions.
    pub(crate) fn retain(&mut self, keeps: impl Fn(&str) -> bool) {
        self.permissions.retain(|request| keeps(&request.session_id));
        self.questions.retain(|request| keeps(&request.session_id));
    }

    /// Whose they are, each session once.
    pub(crate) fn sessions(&self) -> BTreeSet<String> {
        let permissions = self.permissions.iter().map(|request| &request.session_id);
        let questions = self.questions.iter().map(|request| &request.session_id);
        permissions.chain(questions).cloned().collect()
    }
}

/// A server without the operation has none.
fn if_any<T>(answer: Result<ResponseValue<Vec<T>>, Error>) -> Result<Vec<T>, Error> {
    match answer {
        Err(error) if error.status() == Some(StatusCode::NOT_IMPLEMENTED) => Ok(Vec::new()),
        answer => answer.map(ResponseValue::into_inner),
    }
}
