//! Why something about a session can't be done. Knows no HTTP.

use crate::ids::{InvalidId, MessageId, SessionId};
use crate::store::StoreError;

/// The texts of the first two are what clients of OpenCode show.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SessionError {
    /// There is no such session, or no longer.
    #[error("Session not found: {0}")]
    NotFound(SessionId),
    /// The session has no such message, or no longer.
    #[error("Message not found: {0}")]
    MessageNotFound(MessageId),
    /// An id in the request is not one of its kind.
    #[error(transparent)]
    InvalidId(#[from] InvalidId),
    /// Anything else that the store reports.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for SessionError {
    fn from(error: StoreError) -> SessionError {
        match error {
            StoreError::NoSession(id) => SessionError::NotFound(id),
            StoreError::NoMessage(id) => SessionError::MessageNotFound(id),
            other => SessionError::Store(other),
        }
    }
}
