//! Renaming and archiving sessions.

use std::sync::Arc;

use opencode_types::{Number, Session, SessionUpdateBody};

use super::SessionError;
use crate::clock;
use crate::ids::SessionId;
use crate::store::Store;

/// What to change; `None` leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct SessionUpdate {
    pub title: Option<String>,
    /// Milliseconds since 1970-01-01, taken as given.
    pub archived: Option<Number>,
}

impl From<SessionUpdateBody> for SessionUpdate {
    fn from(body: SessionUpdateBody) -> SessionUpdate {
        SessionUpdate { title: body.title, archived: body.time.and_then(|time| time.archived) }
    }
}

/// Changes a session and returns it as it then is. Event: `session.updated`, unless the update is empty.
///
/// # Errors
/// [`SessionError::NotFound`], [`SessionError::Store`].
pub async fn update(
    store: &Store,
    directory: &Arc<str>,
    id: &SessionId,
    update: SessionUpdate,
) -> Result<Session, SessionError> {
    let SessionUpdate { title, archived } = update;
    if title.is_none() && archived.is_none() {
        return super::get(store, id).await;
    }
    let edit = move |session: &mut Session| {
        if let Some(title) = title {
            session.title = title;
        }
        session.time.archived = archived.or(session.time.archived);
        session.time.updated = clock::now_ms().into();
    };
    Ok(store.edit_session(directory, id, edit).await?)
}
