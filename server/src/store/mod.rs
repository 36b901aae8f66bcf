//! What outlives the process: sessions, messages, parts and projects in one SQLite file. Start from [`Store`].
//!
//! Writing: [`Store::commit`] hands a list of [`Change`]s to the one writer (`writer`), which files them (`session`,
//! `message`, `part`, `project`) and, after the transaction, publishes the events that tell of them (`change`). There is
//! no other way to write, and no other source of state events.
//! Reading: a small pool of read-only connections; `…_json` functions answer the stored text as it is.
//! Opening: `file`, `schema`, `presence` (who else is there), `recovery` (what a killed process left).
//!
//! Deliberately not here: what a session may do (`crate::sessions`), deltas of streamed text (they go to the bus
//! and are never stored), caches. The SQL stays below this folder, so that another database can take its place.

mod change;
mod error;
mod file;
mod json;
mod message;
mod part;
mod presence;
mod project;
mod recovery;
mod schema;
mod session;
mod writer;

use std::path::Path;
use std::sync::Arc;

use opencode_types::{Event, Session};
use slog::{Logger, info, o};
use sqlx::SqlitePool;

pub use self::change::{Change, SessionEdit};
pub use self::error::StoreError;
pub use self::message::MessageWithParts;
use self::presence::Presence;
use self::recovery::Recovered;
pub use self::session::SessionFilter;
use crate::events::Bus;
use crate::ids::SessionId;

/// The database, open. Cheap to clone; all clones share one writer and its readers.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    writer: writer::Handle,
    readers: SqlitePool,
}

impl Store {
    /// Opens the database at `path`, and makes it if there is none. If no other process has it open, what a killed one
    /// left unfinished is marked as aborted first.
    ///
    /// # Errors
    /// [`StoreError::File`], [`StoreError::Open`], [`StoreError::Corrupt`], [`StoreError::Foreign`],
    /// [`StoreError::Newer`], [`StoreError::Locked`]: each names the file, and leaves it as it was.
    pub async fn open(path: &Path, bus: Bus, log: Logger) -> Result<Store, StoreError> {
        let log = log.new(o!("component" => "store"));
        file::prepare(path)?;
        let mut presence = Presence::enter(path).await?;
        let mut connection = file::writer(path).await?;
        schema::migrate(&mut connection, path).await?;
        if presence.alone() {
            let recovered = recovery::recover(&mut connection, &log).await;
            let Recovered { messages, parts } = recovered.map_err(|error| error.while_opening(path))?;
            if messages + parts > 0 {
                info!(log, "ended what a stopped server left unfinished"; "messages" => messages, "tools" => parts);
            }
        }
        presence.settle().await?;
        let writer = writer::start(connection, presence, path.to_owned(), bus, log);
        Ok(Store(Arc::new(Inner { writer, readers: file::readers(path) })))
    }

    /// Writes all changes or none. When this returns they are in the database, and their events are published, in
    /// order, to the readers of `directory`.
    ///
    /// # Errors
    /// [`StoreError::NoSession`], [`StoreError::NoMessage`], [`StoreError::Taken`], [`StoreError::UnknownVariant`] for
    /// changes that don't fit; [`StoreError::Locked`], [`StoreError::Database`], [`StoreError::Closed`] otherwise.
    ///
    /// # Cancellation
    /// Once queued, the changes are written and published whether or not the caller still waits.
    pub async fn commit(&self, directory: &Arc<str>, changes: Vec<Change>) -> Result<(), StoreError> {
        self.0.writer.write(directory, changes).await.map(drop)
    }

    /// Edits one session and returns it as it is now: [`Change::edit_session`] for those who need the outcome.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub async fn edit_session(
        &self,
        directory: &Arc<str>,
        id: &SessionId,
        edit: impl FnOnce(&mut Session) + Send + 'static,
    ) -> Result<Session, StoreError> {
        let change = Change::edit_session(id.clone(), edit);
        match self.0.writer.write(directory, vec![change]).await?.pop() {
            Some(Event::SessionUpdated(event)) => Ok(event.properties.info),
            // Nothing has changed.
            _ => self.session(id).await?.ok_or_else(|| StoreError::NoSession(id.clone())),
        }
    }

    /// Writes what is queued and closes the database. Later calls on any clone fail.
    pub async fn close(&self) {
        // The writer goes last: only then can SQLite move the log into the database and remove it.
        self.0.readers.close().await;
        self.0.writer.close().await;
    }

    fn readers(&self) -> &SqlitePool {
        &self.0.readers
    }
}
