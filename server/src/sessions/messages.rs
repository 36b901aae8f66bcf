//! Reading the messages of a session, for clients: as JSON text, since nobody here needs to look into it.

use std::num::NonZeroU32;

use super::SessionError;
use crate::ids::{MessageId, SessionId};
use crate::store::Store;

/// The messages of a session with their parts, oldest first, as a JSON array of `{info, parts}`.
///
/// `limit` keeps the newest ones; none and 0 keep all, and of a negative number of messages there are none.
///
/// # Errors
/// [`SessionError::NotFound`], [`SessionError::Store`].
pub async fn messages_json(
    store: &Store,
    session: &SessionId,
    limit: Option<f64>,
) -> Result<String, SessionError> {
    if limit.is_some_and(|limit| limit < 0.0) {
        super::get(store, session).await?;
        return Ok("[]".to_owned());
    }
    // A fraction asks for the message in which it is reached.
    let limit = limit.and_then(|limit| NonZeroU32::new(limit.ceil() as u32));
    store.messages_json(session, limit).await?.ok_or_else(|| SessionError::NotFound(session.clone()))
}

/// One message of a session with its parts, as the JSON object `{info, parts}`.
///
/// # Errors
/// [`SessionError::NotFound`], [`SessionError::MessageNotFound`], also for a message of another session,
/// [`SessionError::Store`].
pub async fn message_json(
    store: &Store,
    session: &SessionId,
    message: &MessageId,
) -> Result<String, SessionError> {
    if let Some(json) = store.message_json(session, message).await? {
        return Ok(json);
    }
    super::get(store, session).await?;
    Err(SessionError::MessageNotFound(message.clone()))
}
