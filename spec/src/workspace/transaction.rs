//! Changes of many files that happen together or not at all, whatever ends the program.
//!
//! A [`Transaction`] first keeps what the files hold and writes down, in a journal, which files it is about to change,
//! from what to what. Then it changes them. [`Transaction::keep`] removes the journal, which is the moment at which
//! the changes become final; [`Transaction::undo`] puts everything back. A program that was killed leaves its journal
//! behind, and the next one undoes what it says ([`Workspace::recover`]). A lock tells a journal that was left behind
//! from one whose owner is at work; the system drops it with the owner.
//!
//! This holds for a machine that stops, too: the copies and the journal are on the disk before the first change, and
//! the changes before the journal goes.
//!
//! A file that is not what the transaction made of it was changed by somebody else since, and is not touched.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Change, Workspace, disk};

/// Where the journal stands while files are changed; the folder is there only then.
pub const JOURNAL: &str = "target/contract-upgrade";

/// Why files were not changed, or could not be put back.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {action}: {source}")]
pub struct WriteError {
    path: String,
    action: &'static str,
    source: io::Error,
}

/// What was put back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Paths from the root.
    pub restored: Vec<String>,
    /// Files that somebody has changed in the meantime, and that were left alone.
    pub foreign: Vec<String>,
}

/// Files that have been changed, and can still be as they were. Dropping it undoes the changes.
#[derive(Debug)]
#[must_use = "dropping it undoes the changes"]
pub struct Transaction {
    workspace: Workspace,
    journal: Journal,
    /// Held until the end; the system drops it with the process.
    lock: Option<File>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Journal {
    entries: Vec<Entry>,
    /// Directories that are made for new files, the outermost first.
    directories: Vec<String>,
}

/// One file. `None` stands for a file that is not there.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    path: String,
    /// Digests of the contents.
    before: Option<String>,
    after: Option<String>,
}

impl Workspace {
    /// Makes all changes or none.
    ///
    /// # Errors
    /// Which file could not be written; every other one is as it was.
    pub fn apply(&self, changes: &[Change]) -> Result<(), WriteError> {
        self.begin(changes)?.keep()
    }

    /// Makes all changes or none; they can be undone until they are kept.
    ///
    /// # Errors
    /// Which file could not be written, or that somebody else is writing; every file is as it was.
    pub fn begin(&self, changes: &[Change]) -> Result<Transaction, WriteError> {
        self.recover()?;
        let lock = self.lock()?.ok_or_else(|| {
            let words = "another `contract` command is writing; try again when it has ended";
            failed(JOURNAL, "cannot be locked", io::Error::other(words))
        })?;
        let mut transaction =
            Transaction { workspace: self.clone(), journal: Journal::default(), lock: Some(lock) };
        // An error drops the transaction, and that undoes what has been done until then.
        transaction.note(changes)?;
        transaction.make(changes)?;
        Ok(transaction)
    }

    /// Undoes what a killed program has left half done. `None`: there is nothing of the kind, or its owner is not dead
    /// but at work.
    ///
    /// # Errors
    /// A file cannot be put back.
    pub fn recover(&self) -> Result<Option<Undone>, WriteError> {
        let file = self.path(JOURNAL).join("journal.json");
        if !file.exists() {
            return Ok(None);
        }
        let Some(lock) = self.lock()? else { return Ok(None) };
        let failed = |source| failed(&format!("{JOURNAL}/journal.json"), "cannot be read", source);
        let text = match fs::read_to_string(&file) {
            // Its owner has just finished.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            other => other.map_err(failed)?,
        };
        let journal = serde_json::from_str(&text).map_err(|error| failed(error.into()))?;
        Transaction { workspace: self.clone(), journal, lock: Some(lock) }.undo().map(Some)
    }

    /// `None`: another process has it.
    fn lock(&self) -> Result<Option<File>, WriteError> {
        let folder = self.path(JOURNAL);
        let path = folder.join("lock");
        let locked = || loop {
            disk::create_directories(&folder)?;
            let file = File::options().create(true).truncate(false).write(true).open(&path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) => return Ok(None),
            }
            // The owner before may have removed the file between our opening and locking it.
            let ours = file.metadata()?.ino();
            if fs::metadata(&path).is_ok_and(|there| there.ino() == ours) {
                return Ok(Some(file));
            }
        };
        // Under another root than that of the repository the name alone says nothing.
        locked().map_err(|error| failed(&folder.to_string_lossy(), "cannot be made and locked", error))
    }
}

impl Transaction {
    /// Makes the changes final.
    ///
    /// # Errors
    /// The journal cannot be removed; then the changes have been undone.
    pub fn keep(mut self) -> Result<(), WriteError> {
        self.forget().map_err(|error| failed(JOURNAL, "cannot be removed", error))?;
        self.close();
        Ok(())
    }

    /// Puts everything back.
    ///
    /// # Errors
    /// A file cannot be put back. The journal stays, so that it can be tried again.
    pub fn undo(mut self) -> Result<Undone, WriteError> {
        let undone = self.put_back();
        // Whether it worked or not: it must not be tried a second time by being dropped.
        match undone.is_ok().then(|| self.forget()) {
            Some(Ok(())) => self.close(),
            _ => self.lock = None,
        }
        undone
    }

    /// Keeps what the files hold, and writes the journal.
    fn note(&mut self, changes: &[Change]) -> Result<(), WriteError> {
        for (index, change) in changes.iter().enumerate() {
            let target = self.workspace.path(&change.path);
            let before = match fs::read(&target) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                other => Some(other.map_err(|error| failed(&change.path, "cannot be replaced", error))?),
            };
            if before.is_some() {
                // With its mode.
                disk::copy(&target, &self.backup(index))
                    .map_err(|error| failed(&change.path, "cannot be kept", error))?;
            }
            for directory in Path::new(&change.path).ancestors().skip(1) {
                let name = directory.to_string_lossy().into_owned();
                if !self.workspace.path(&name).exists() && !self.journal.directories.contains(&name) {
                    self.journal.directories.push(name);
                }
            }
            let digest = |bytes: &Vec<u8>| hex(bytes);
            self.journal.entries.push(Entry {
                path: change.path.clone(),
                before: before.as_ref().map(digest),
                after: change.bytes.as_ref().map(digest),
            });
        }
        self.journal.directories.sort_unstable();
        let write = || {
            let text = serde_json::to_string_pretty(&self.journal)?;
            let folder = self.workspace.path(JOURNAL);
            let next = folder.join("journal.next~");
            disk::write(&next, text.as_bytes())?;
            // The copies first, and the folder itself: a journal without them could not be followed.
            for directory in folder.ancestors().take(3) {
                disk::sync(directory)?;
            }
            // In one step: a journal is whole or not there.
            disk::rename(&next, &self.journal_file())?;
            disk::sync(&folder)
        };
        write().map_err(|error| failed(JOURNAL, "cannot be written", error))
    }

    fn make(&self, changes: &[Change]) -> Result<(), WriteError> {
        for change in changes {
            let target = self.workspace.path(&change.path);
            if let Some(bytes) = &change.bytes {
                let write = || {
                    if let Some(directory) = target.parent().filter(|directory| !directory.is_dir()) {
                        disk::create_directories(directory)?;
                    }
                    disk::write(&beside(&target), bytes)
                };
                write().map_err(|error| failed(&change.path, "cannot be written", error))?;
            }
        }
        // From here on there is room for everything on the disk, and only names change.
        for change in changes {
            let target = self.workspace.path(&change.path);
            let moved = match change.bytes {
                Some(_) => disk::rename(&beside(&target), &target),
                None => disk::remove(&target),
            };
            moved.map_err(|error| failed(&change.path, "cannot be replaced", error))?;
        }
        self.settle()
    }

    /// Brings the names of all files to the disk.
    fn settle(&self) -> Result<(), WriteError> {
        let made = self.journal.directories.iter().map(String::as_str);
        let changed = self.journal.entries.iter().map(|entry| entry.path.as_str()).chain(made);
        let directories: BTreeSet<&Path> = changed.filter_map(|path| Path::new(path).parent()).collect();
        directories.into_iter().try_for_each(|directory| {
            let name = directory.to_string_lossy();
            disk::sync(&self.workspace.path(&name)).map_err(|error| failed(&name, "cannot be saved", error))
        })
    }

    /// Removes the journal, so that nobody follows it any more.
    fn forget(&self) -> io::Result<()> {
        disk::remove(&self.journal_file())?;
        disk::sync(&self.workspace.path(JOURNAL))
    }

    fn put_back(&self) -> Result<Undone, WriteError> {
        let mut undone = Undone::default();
        for (index, entry) in self.journal.entries.iter().enumerate().rev() {
            let target = self.workspace.path(&entry.path);
            let restore = || {
                // One that cannot be removed is in nobody's way.
                let _ = disk::remove(&beside(&target));
                let present = digest(&target)?;
                if present == entry.before {
                    return Ok(());
                }
                if present != entry.after {
                    undone.foreign.push(entry.path.clone());
                    return Ok(());
                }
                match entry.before {
                    Some(_) => restore(&self.backup(index), &target)?,
                    None => disk::remove(&target)?,
                }
                undone.restored.push(entry.path.clone());
                Ok(())
            };
            let mut restore = restore;
            restore().map_err(|error| failed(&entry.path, "cannot be put back", error))?;
        }
        for directory in self.journal.directories.iter().rev() {
            // Unless somebody has put something into it.
            let _ = disk::remove_directory(&self.workspace.path(directory));
        }
        self.settle()?;
        undone.restored.reverse();
        undone.foreign.reverse();
        Ok(undone)
    }

    /// Removes what belongs to a journal that is gone, and then lets go of the lock.
    fn close(&mut self) {
        if let Some(lock) = self.lock.take() {
            let folder = self.workspace.path(JOURNAL);
            let _ = disk::remove_directory_with_all(&folder);
            // `target`, where only this has made it.
            let _ = folder.parent().map(disk::remove_directory);
            drop(lock);
        }
    }

    fn journal_file(&self) -> PathBuf {
        self.workspace.path(JOURNAL).join("journal.json")
    }

    fn backup(&self, index: usize) -> PathBuf {
        self.workspace.path(JOURNAL).join(index.to_string())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        // The error that leads here is the one to tell; a journal that stays is followed by the next command.
        if self.lock.is_some() && self.put_back().is_ok() && self.forget().is_ok() {
            self.close();
        }
    }
}

/// Where the next content of a file waits.
fn beside(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".next~");
    target.with_file_name(name)
}

fn restore(backup: &Path, target: &Path) -> io::Result<()> {
    let next = beside(target);
    // The copy stays until everything is put back. Whoever compares times, as cargo does, must see that the content
    // has changed once more: the new file is of now.
    disk::copy(backup, &next)?;
    disk::rename(&next, target)
}

/// The digest of a file; of none where no file is.
fn digest(file: &Path) -> io::Result<Option<String>> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(hex(&bytes))),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::IsADirectory) => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn failed(path: &str, action: &'static str, source: io::Error) -> WriteError {
    WriteError { path: path.to_owned(), action, source }
}

#[cfg(test)]
mod tests;
