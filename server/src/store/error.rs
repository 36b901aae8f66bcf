//! What can go wrong in the store. Knows no HTTP, and never repeats its source: print the chain.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::ids::{MessageId, SessionId};

/// A failure of the store. Cheap to clone, since one failed transaction is told to everyone whose commit was in it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// A directory or file that the database needs can't be made or read.
    #[error("cannot use {} for the database", path.display())]
    File {
        path: PathBuf,
        #[source]
        source: Arc<std::io::Error>,
    },
    /// SQLite can't open the file: permissions, a directory in its place, a full disk.
    #[error("cannot open the database {}", path.display())]
    Open {
        path: PathBuf,
        #[source]
        source: Arc<sqlx::Error>,
    },
    /// The file is damaged, or holds something else than a database.
    #[error("{} is damaged or not a database; move it away to start with an empty one", path.display())]
    Corrupt {
        path: PathBuf,
        #[source]
        source: Arc<sqlx::Error>,
    },
    /// A database, but of some other program.
    #[error("{} is the database of another program", path.display())]
    Foreign { path: PathBuf },
    /// A newer release has changed the tables.
    #[error("{} was written by a newer release (schema {found}, this one knows {known})", path.display())]
    Newer { path: PathBuf, found: i64, known: i64 },
    /// Another process kept the database locked for longer than the time limit.
    #[error("the database {} is locked by another process", path.display())]
    Locked { path: PathBuf },
    /// Any other failure of SQLite while the server runs.
    #[error("the database failed to {doing}")]
    Database {
        doing: &'static str,
        #[source]
        source: Arc<sqlx::Error>,
    },
    /// A row's JSON is not what this release writes.
    #[error("the stored {table} {id} can't be decoded")]
    Row {
        table: &'static str,
        id: String,
        #[source]
        source: Arc<serde_json::Error>,
    },
    /// The change belongs to a session that does not exist, or no longer.
    #[error("Session not found: {0}")]
    NoSession(SessionId),
    /// The change belongs to a message that does not exist, or no longer.
    #[error("Message not found: {0}")]
    NoMessage(MessageId),
    /// A session can't be created twice, and a message can't move into another session.
    #[error("the id {0} is in use")]
    Taken(String),
    /// A variant of a newer contract, which this release can't file.
    #[error("a {kind} of an unknown type {tag:?} can't be stored")]
    UnknownVariant { kind: &'static str, tag: Option<String> },
    /// The store was closed; the server is going down.
    #[error("the store is closed")]
    Closed,
}

impl StoreError {
    pub(super) fn database(doing: &'static str) -> impl FnOnce(sqlx::Error) -> StoreError {
        move |source| StoreError::Database { doing, source: Arc::new(source) }
    }

    /// What the failure says of the file at `path`, as far as SQLite's code tells.
    pub(super) fn of_file(path: &Path, source: impl Into<Arc<sqlx::Error>>) -> StoreError {
        const CORRUPT: i32 = 11;
        const NOT_A_DATABASE: i32 = 26;
        let (path, source) = (path.to_owned(), source.into());
        match result_code(&source) {
            Some(BUSY) => StoreError::Locked { path },
            Some(CORRUPT | NOT_A_DATABASE) => StoreError::Corrupt { path, source },
            _ => StoreError::Open { path, source },
        }
    }

    /// While the database is being opened, every failure has to name it.
    pub(super) fn while_opening(self, path: &Path) -> StoreError {
        match self {
            StoreError::Database { source, .. } => StoreError::of_file(path, source),
            other => other,
        }
    }

    pub(super) fn row(table: &'static str, id: &str) -> impl FnOnce(serde_json::Error) -> StoreError {
        move |source| StoreError::Row { table, id: id.to_owned(), source: Arc::new(source) }
    }
}

/// `SQLITE_BUSY`: another process holds the lock.
pub(super) const BUSY: i32 = 5;

/// SQLite's primary result code (<https://www.sqlite.org/rescode.html>); `None` for failures outside SQLite.
pub(super) fn result_code(error: &sqlx::Error) -> Option<i32> {
    let extended: i32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(extended & 0xff)
}
