//! Waiting for the end of what runs, and ending it.

use std::time::Duration;

use futures_util::StreamExt as _;
use opencode_types::{Event, Message, SessionStatus};
use reqwest::StatusCode;
use tokio::time::Instant;

use super::replies::{self, PermissionReply, QuestionReply};
use crate::events::{EventStream, Item, Pending};
use crate::{Client, Error};

/// The state is asked for again after this long without a hint: a lost event costs this, and no more.
pub(super) const RECHECK: Duration = Duration::from_secs(15);
/// How long the end of an aborted run is waited for.
pub(super) const ABORT_LIMIT: Duration = Duration::from_secs(60);
/// A message that is not complete so long after the session came to rest will never be: its run died.
const SETTLE_LIMIT: Duration = Duration::from_secs(5);
/// Between two looks.
pub(super) const SETTLE_PAUSE: Duration = Duration::from_millis(200);

/// Returns when nothing runs. What makes it certain is the order: subscribe, ask, wait, ask again.
pub(super) async fn wait(client: &Client, session_id: &str) -> Result<(), Error> {
    let mut events = client.events().session(session_id).from_the_first().await?;
    loop {
        let asked = Instant::now();
        // An event that says so may be of an earlier run; the status is not.
        if is_idle(client, session_id).await?.unwrap_or(false) {
            return Ok(());
        }
        hint(&mut events, session_id, RECHECK).await?;
        // There may be many hints at once, such as events of which none can be decoded.
        tokio::time::sleep_until(asked + SETTLE_PAUSE).await;
    }
}

/// Nothing if the server cannot say now, but may later.
async fn is_idle(client: &Client, session_id: &str) -> Result<Option<bool>, Error> {
    let status = passing(client.status_of(session_id).await)?;
    Ok(status.map(|status| matches!(status, SessionStatus::Idle(_))))
}

/// A trouble that passes is no answer yet. How long it may last is the event stream's to say: its policy of
/// reconnecting bounds the wait.
pub(super) fn passing<T>(answer: Result<T, Error>) -> Result<Option<T>, Error> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(error) if may_pass(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether the same request may be answered later: nothing was heard, or a proxy has nobody behind it.
pub(super) fn may_pass(error: &Error) -> bool {
    match error {
        Error::Transport(_) | Error::Timeout { .. } => true,
        other => matches!(
            other.status(),
            Some(
                StatusCode::BAD_GATEWAY
                    | StatusCode::SERVICE_UNAVAILABLE
                    | StatusCode::GATEWAY_TIMEOUT
                    | StatusCode::TOO_MANY_REQUESTS
            )
        ),
    }
}

/// Returns when the state should be asked for: the session may have come to rest, events may be missing, or `longest`
/// is over.
async fn hint(events: &mut EventStream, session_id: &str, longest: Duration) -> Result<(), Error> {
    let until = Instant::now() + longest;
    loop {
        let item = match tokio::time::timeout_at(until, events.next()).await {
            Err(_) | Ok(None) => return Ok(()),
            Ok(Some(item)) => item?,
        };
        let hints = match item {
            Item::Event(Event::SessionIdle(event)) => event.properties.session_id == session_id,
            Item::Event(Event::SessionStatus(event)) => {
                event.properties.session_id == session_id
                    && matches!(event.properties.status, SessionStatus::Idle(_))
            }
            // The connection is a new one, though nothing was missed; or what ran ended with its instance.
            Item::Event(
                Event::ServerConnected(_) | Event::ServerInstanceDisposed(_) | Event::SessionDeleted(_),
            ) => true,
            Item::Event(_) => false,
            Item::Gap { .. } | Item::Undecodable(_) => true,
        };
        if hints {
            return Ok(());
        }
    }
}

/// Ends what runs, and returns when it has ended. The request comes first: it needs no events.
pub(super) async fn abort(client: &Client, session_id: &str) -> Result<(), Error> {
    client.session().abort(session_id).send().await?;
    let mut events = client.events().session(session_id).from_the_first().await?;
    let mut at_rest_since = None;
    loop {
        let asked = Instant::now();
        // With each look: a tool that was just starting may ask only now.
        passing(reject_pending(client, session_id).await)?;
        if is_idle(client, session_id).await? == Some(true) {
            let since = *at_rest_since.get_or_insert_with(Instant::now);
            // The original server reports rest before it completes the last message.
            if is_complete(client, session_id).await? || since.elapsed() >= SETTLE_LIMIT {
                return Ok(());
            }
        } else {
            at_rest_since = None;
        }
        hint(&mut events, session_id, SETTLE_PAUSE).await?;
        tokio::time::sleep_until(asked + SETTLE_PAUSE).await;
    }
}

/// Whether the last message is the user's, or an answer that was ended.
async fn is_complete(client: &Client, session_id: &str) -> Result<bool, Error> {
    let messages = passing(client.session().messages(session_id).limit(1.0).send().await)?;
    Ok(messages.is_some_and(|messages| match messages.last().map(|message| &message.info) {
        Some(Message::Assistant(info)) => info.time.completed.is_some(),
        _ => true,
    }))
}

/// Rejects what this session and its subagents wait for.
async fn reject_pending(client: &Client, session_id: &str) -> Result<(), Error> {
    let pending = pending_below(client, session_id).await?;
    for request in pending.permissions {
        replies::permission(client, &request.id, PermissionReply::Reject).await?;
    }
    for request in pending.questions {
        replies::question(client, &request.id, QuestionReply::Reject).await?;
    }
    Ok(())
}

/// What this session and its subagents wait for.
pub(super) async fn pending_below(client: &Client, session_id: &str) -> Result<Pending, Error> {
    let mut pending = client.pending().await?;
    let mut strangers = Vec::new();
    for other in pending.sessions() {
        if !is_below(client, session_id, &other).await? {
            strangers.push(other);
        }
    }
    pending.retain(|session| !strangers.iter().any(|stranger| stranger == session));
    Ok(pending)
}

/// No subagent is deeper than this below its session.
const DEPTH: usize = 32;

/// Whether `other` is this session, or below it at any depth: from there upwards, since a session has one parent and
/// any number of children.
pub(super) async fn is_below(client: &Client, session_id: &str, other: &str) -> Result<bool, Error> {
    let mut above = other.to_owned();
    for _ in 0..DEPTH {
        if above == session_id {
            return Ok(true);
        }
        above = match client.session().get(&above).send().await {
            Ok(session) => match session.into_inner().parent_id {
                Some(parent) => parent,
                None => return Ok(false),
            },
            // It was deleted, or a parent was named that never was.
            Err(error) if error.status() == Some(StatusCode::NOT_FOUND) => return Ok(false),
            Err(error) => return Err(error),
        };
    }
    Ok(false)
}
