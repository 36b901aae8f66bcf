//! What a session may do: be made, listed, read, renamed, archived, deleted; and what may be read of its messages.
//!
//! The functions here are the domain behind the operations `session.*`: they take checked input, know neither HTTP nor
//! SQL, and leave rows and events to the store. Turns are the agent's business; deleting a session ends its turn
//! through [`Runs`]. Start from [`create`].

mod create;
mod delete;
mod error;
mod list;
mod messages;
mod update;

use std::sync::Arc;

use opencode_types::Session;

pub use self::create::{NewSession, create};
pub use self::delete::{Runs, delete};
pub use self::error::SessionError;
pub use self::list::{Listing, list, list_json};
pub use self::messages::{message_json, messages_json};
pub use self::update::{SessionUpdate, update};
use crate::ids::SessionId;
use crate::store::Store;

/// Where a request plays: the directory of its instance, and the project that the directory belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The instance's directory. Events of what happens are published to its readers.
    pub directory: &'a Arc<str>,
    /// Id of the project.
    pub project: &'a str,
}

/// The session of this id, of whatever project.
///
/// # Errors
/// [`SessionError::NotFound`], [`SessionError::Store`].
pub async fn get(store: &Store, id: &SessionId) -> Result<Session, SessionError> {
    store.session(id).await?.ok_or_else(|| SessionError::NotFound(id.clone()))
}

/// The same as the JSON text of the contract's `Session`.
///
/// # Errors
/// As [`get`].
pub async fn get_json(store: &Store, id: &SessionId) -> Result<String, SessionError> {
    store.session_json(id).await?.ok_or_else(|| SessionError::NotFound(id.clone()))
}

/// The direct children of a session, in the order they were made.
///
/// # Errors
/// [`SessionError::NotFound`], [`SessionError::Store`].
pub async fn children(store: &Store, parent: &SessionId) -> Result<Vec<Session>, SessionError> {
    let children = store.children(parent).await?;
    if children.is_empty() {
        get(store, parent).await?;
    }
    Ok(children)
}
