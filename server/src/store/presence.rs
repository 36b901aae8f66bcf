//! Who else uses the database: an advisory lock on a file beside it.
//!
//! Each process holds the lock shared while its store is open. One that gets it exclusively knows that it is alone, and
//! so that whatever looks unfinished was left by a process that is gone. The operating system frees the lock of a killed
//! process.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::StoreError;

/// How long to wait for another process that is just starting.
const PATIENCE: Duration = Duration::from_secs(10);

/// Holds the lock; dropping it tells the others that this process is done.
pub(super) struct Presence {
    file: File,
    path: PathBuf,
    alone: bool,
}

impl Presence {
    /// Takes the lock: exclusively if nobody else is there, shared otherwise.
    ///
    /// # Errors
    /// [`StoreError::Locked`] if another process holds it exclusively for longer than a start can take.
    pub(super) async fn enter(database: &Path) -> Result<Presence, StoreError> {
        let mut path = database.as_os_str().to_owned();
        path.push(".lock");
        let path = PathBuf::from(path);
        let failed = |source| StoreError::File { path: path.clone(), source: Arc::new(source) };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path).map_err(failed)?;
        let alone = match file.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => false,
            // Some network file systems can't lock. Then nobody can know to be alone.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => false,
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        };
        let presence = Presence { file, path, alone };
        if !alone {
            presence.share().await?;
        }
        Ok(presence)
    }

    /// No other process had the database open when this one entered, and none can open it before [`Self::settle`].
    pub(super) fn alone(&self) -> bool {
        self.alone
    }

    /// Lets the others in.
    pub(super) async fn settle(&mut self) -> Result<(), StoreError> {
        if std::mem::take(&mut self.alone) {
            let failed = |source| StoreError::File { path: self.path.clone(), source: Arc::new(source) };
            self.file.unlock().map_err(failed)?;
            self.share().await?;
        }
        Ok(())
    }

    /// Waits by trying, since a thread that blocks in the lock could not be called back.
    async fn share(&self) -> Result<(), StoreError> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.file.try_lock_shared() {
                Ok(()) => return Ok(()),
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                    sleep(Duration::from_millis(10)).await;
                }
                Err(TryLockError::WouldBlock) => return Err(StoreError::Locked { path: self.path.clone() }),
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(());
                }
                Err(TryLockError::Error(error)) => {
                    return Err(StoreError::File { path: self.path.clone(), source: Arc::new(error) });
                }
            }
        }
    }
}
