//! Deleting sessions, with everything below them.

use std::collections::HashSet;
use std::sync::Arc;

use async_trait::async_trait;
use opencode_types::Session;

use super::SessionError;
use crate::clock;
use crate::ids::SessionId;
use crate::store::{Change, Store, StoreError};

/// The turns that may be going on in sessions; the agent's side of deleting.
#[async_trait]
pub trait Runs: Send + Sync {
    /// Ends the turn of this session, if there is one. When this returns, the turn writes nothing more.
    async fn stop(&self, session: &SessionId);
}

/// Deletes a session and its children, all of them or none. Running turns are stopped first.
///
/// Events, for each session, children before their parent: `session.updated`, `session.deleted`.
///
/// # Errors
/// [`SessionError::NotFound`], [`SessionError::Store`].
pub async fn delete(
    store: &Store,
    runs: &dyn Runs,
    directory: &Arc<str>,
    id: &SessionId,
) -> Result<(), SessionError> {
    loop {
        let sessions = with_descendants(store, id).await?;
        for session in &sessions {
            runs.stop(&SessionId::known(&session.id)).await;
        }
        let changes =
            sessions.into_iter().flat_map(|session| [unshared(&session), Change::SessionDeleted(session)]);
        match store.commit(directory, changes.collect()).await {
            // Somebody else has deleted a child in the meantime; the rest is still to be done.
            Err(StoreError::NoSession(gone)) if gone != *id => {}
            result => return Ok(result?),
        }
    }
}

/// The original takes back a session's share before it deletes it, and clients see that as an update.
fn unshared(session: &Session) -> Change {
    let mut session = session.clone();
    session.share = None;
    session.time.updated = clock::now_ms().into();
    Change::SessionUpdated(session)
}

/// The session and all below it, each after its children.
async fn with_descendants(store: &Store, id: &SessionId) -> Result<Vec<Session>, SessionError> {
    let mut found = vec![super::get(store, id).await?];
    // The contract lets a session name any parent, so a circle can't be ruled out.
    let mut seen = HashSet::from([found[0].id.clone()]);
    let mut next = 0;
    while let Some(session) = found.get(next) {
        let children = store.children(&SessionId::known(&session.id)).await?;
        found.extend(children.into_iter().filter(|child| seen.insert(child.id.clone())));
        next += 1;
    }
    // Parents were found before their children.
    found.reverse();
    Ok(found)
}
