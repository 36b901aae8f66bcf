//! The database file: making it, and opening connections to it.
//!
//! The file is readable by its owner only (SQLite gives its `-wal` and `-shm` companions the same mode). WAL lets
//! readers go on while the writer writes, in this process and in others.

use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};

use super::StoreError;

/// How long a connection waits for a lock that another process holds.
const BUSY: Duration = Duration::from_secs(5);
/// Reads at the same time; more of them wait for a connection.
const READERS: u32 = 4;
/// A reader's connection is closed after this time without work.
const READER_IDLE: Duration = Duration::from_secs(30);

/// Makes the file and the directories above it, where they are missing.
pub(super) fn prepare(path: &Path) -> Result<(), StoreError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source: io::Error| StoreError::File { path, source: Arc::new(source) }
    };
    if let Some(directory) = path.parent() {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(directory).map_err(failed(directory))?;
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(failed(path))
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(BUSY)
        // Negative is KiB. The pages are in the kernel's cache as well.
        .pragma("cache_size", "-512")
        .disable_statement_logging()
}

/// The one connection that writes. Changes nothing yet: the file may turn out to be somebody else's.
pub(super) async fn writer(path: &Path) -> Result<SqliteConnection, StoreError> {
    options(path)
        // A commit survives the death of the process. After a power cut the last ones may be missing, but the
        // database is whole.
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        // A long transaction leaves a long write-ahead log behind, unless it is told not to.
        .pragma("journal_size_limit", "8388608")
        .connect()
        .await
        .map_err(|error| StoreError::of_file(path, error))
}

/// Connections that read, opened when needed.
pub(super) fn readers(path: &Path) -> SqlitePool {
    SqlitePoolOptions::new()
        .max_connections(READERS)
        .min_connections(0)
        .idle_timeout(READER_IDLE)
        .acquire_timeout(BUSY)
        .test_before_acquire(false)
        .connect_lazy_with(options(path).read_only(true))
}
