//! Changes of many files that happen together or not at all, whatever ends the program.
//!
//! A [`Transaction`] first keeps what the files hold and writes down, in a journal, which files it is about to change,
//! from what to what. Then it changes them. [`Transaction::keep`] removes the journal, which is the moment at which
//! the changes become final; [`Transaction::undo`] puts everything back. A program that was killed leaves its journal
//! behind, and the next one undoes what it says ([`Workspace::recover`]). A lock tells a journal that was left behind
//! from one whose owner is at work; the system drops it with the owner.
//!
//! A file that is not what the transaction made of it was changed by somebody else since, and is not touched.

use std::fs::{self, File, TryLockError};
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Change, Workspace};

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
            fs::create_dir_all(&folder)?;
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
        locked().map_err(|error| failed(JOURNAL, "cannot be locked", error))
    }
}

impl Transaction {
    /// Makes the changes final.
    ///
    /// # Errors
    /// The journal cannot be removed; then the changes have been undone.
    pub fn keep(mut self) -> Result<(), WriteError> {
        match fs::remove_file(self.journal_file()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(failed(JOURNAL, "cannot be removed", error))
            }
            _ => {
                self.close();
                Ok(())
            }
        }
    }

    /// Puts everything back.
    ///
    /// # Errors
    /// A file cannot be put back. The journal stays, so that it can be tried again.
    pub fn undo(mut self) -> Result<Undone, WriteError> {
        let undone = self.put_back();
        // Whether it worked or not: it must not be tried a second time by being dropped.
        if undone.is_ok() {
            self.close();
        } else {
            self.lock = None;
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
                fs::copy(&target, self.backup(index))
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
            let next = self.workspace.path(JOURNAL).join("journal.next~");
            fs::write(&next, text)?;
            // In one step: a journal is whole or not there.
            fs::rename(next, self.journal_file())
        };
        write().map_err(|error| failed(JOURNAL, "cannot be written", error))
    }

    fn make(&self, changes: &[Change]) -> Result<(), WriteError> {
        for change in changes {
            let target = self.workspace.path(&change.path);
            if let Some(bytes) = &change.bytes {
                let write = || {
                    target.parent().map_or(Ok(()), fs::create_dir_all)?;
                    fs::write(beside(&target), bytes)
                };
                write().map_err(|error| failed(&change.path, "cannot be written", error))?;
            }
        }
        // From here on there is room for everything on the disk, and only names change.
        for change in changes {
            let target = self.workspace.path(&change.path);
            let moved = match change.bytes {
                Some(_) => fs::rename(beside(&target), &target),
                None => remove(&target),
            };
            moved.map_err(|error| failed(&change.path, "cannot be replaced", error))?;
        }
        Ok(())
    }

    fn put_back(&self) -> Result<Undone, WriteError> {
        let mut undone = Undone::default();
        for (index, entry) in self.journal.entries.iter().enumerate().rev() {
            let target = self.workspace.path(&entry.path);
            let restore = || {
                // One that cannot be removed is in nobody's way.
                let _ = fs::remove_file(beside(&target));
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
                    None => remove(&target)?,
                }
                undone.restored.push(entry.path.clone());
                Ok(())
            };
            let mut restore = restore;
            restore().map_err(|error| failed(&entry.path, "cannot be put back", error))?;
        }
        for directory in self.journal.directories.iter().rev() {
            // Unless somebody has put something into it.
            let _ = fs::remove_dir(self.workspace.path(directory));
        }
        undone.restored.reverse();
        undone.foreign.reverse();
        Ok(undone)
    }

    /// Removes the journal and what belongs to it, and then lets go of the lock.
    fn close(&mut self) {
        if let Some(lock) = self.lock.take() {
            let folder = self.workspace.path(JOURNAL);
            // The journal first: without the copies it could not be followed.
            let _ = fs::remove_file(self.journal_file());
            let _ = fs::remove_dir_all(&folder);
            // `target`, where only this has made it.
            let _ = folder.parent().map(fs::remove_dir);
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
        if self.lock.is_some() && self.put_back().is_ok() {
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
    // Whoever compares times, as cargo does, must see that the content has changed once more.
    let touch = |file: &Path| File::options().write(true).open(file)?.set_modified(SystemTime::now());
    let next = beside(target);
    // The copy stays until everything is put back.
    fs::copy(backup, &next)?;
    touch(&next)?;
    fs::rename(&next, target)
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
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
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn workspace() -> (tempfile::TempDir, Workspace) {
        let directory = tempfile::tempdir().expect("a temporary directory");
        fs::create_dir_all(directory.path().join("a")).expect("a directory");
        for file in ["a/first.rs", "a/gone.rs"] {
            fs::write(directory.path().join(file), "old").expect("written");
        }
        let workspace = Workspace::at(directory.path());
        (directory, workspace)
    }

    fn change(path: &str, content: Option<&str>) -> Change {
        Change { path: path.to_owned(), bytes: content.map(|content| content.as_bytes().to_vec()) }
    }

    /// One file of every kind: replaced, new in new directories, taken away.
    fn changes() -> [Change; 3] {
        [change("a/first.rs", Some("new")), change("b/c/added.rs", Some("new")), change("a/gone.rs", None)]
    }

    /// Every file and directory.
    fn tree(root: &Path) -> Vec<String> {
        let mut found = Vec::new();
        let mut open = vec![root.to_owned()];
        while let Some(directory) = open.pop() {
            for entry in fs::read_dir(&directory).expect("a directory").flatten() {
                let path = entry.path();
                let content = if path.is_dir() {
                    open.push(path.clone());
                    String::new()
                } else {
                    fs::read_to_string(&path).expect("a file")
                };
                found.push(format!("{} {content}", path.strip_prefix(root).expect("below").display()));
            }
        }
        found.sort();
        found
    }

    #[test]
    fn changes_are_kept_or_undone() {
        let (directory, workspace) = workspace();
        let before = tree(directory.path());
        let after = ["a ", "a/first.rs new", "b ", "b/c ", "b/c/added.rs new"];
        let undone = workspace.begin(&changes()).and_then(Transaction::undo).expect("all can be undone");
        assert_eq!(undone.restored, ["a/first.rs", "b/c/added.rs", "a/gone.rs"]);
        assert_eq!(tree(directory.path()), before);
        drop(workspace.begin(&changes()).expect("all can be written"));
        assert_eq!(tree(directory.path()), before);
        workspace.apply(&changes()).expect("all can be written");
        assert_eq!(tree(directory.path()), after);
        assert_eq!(workspace.recover().expect("nothing to do"), None);
    }

    #[test]
    fn a_failure_leaves_everything_as_it_was() {
        let (directory, workspace) = workspace();
        // A directory stands where the file belongs, or where it is prepared; or it comes in between.
        for (blocked, file) in [("a/z.rs/full", "a/z.rs"), ("a/z.rs.next~/full", "a/z.rs"), ("a", "d")] {
            fs::create_dir_all(directory.path().join(blocked)).expect("a directory");
            let before = tree(directory.path());
            let mut all = changes().to_vec();
            all.extend([change(file, Some("new")), change("d/e", Some("new"))]);
            let error = workspace.apply(&all).expect_err("it cannot be replaced").to_string();
            assert!(error.starts_with(&format!("{file}: cannot be ")), "{error}");
            assert_eq!(tree(directory.path()), before);
            if blocked != "a" {
                fs::remove_dir(directory.path().join(blocked)).expect("it is empty");
                fs::remove_dir(directory.path().join(blocked).parent().expect("it has one"))
                    .expect("it is empty");
            }
        }
    }

    /// What `kill -9` leaves: the lock is gone with the process, the journal is not.
    fn killed(workspace: &Workspace) {
        let mut transaction = workspace.begin(&changes()).expect("all can be written");
        transaction.lock = None;
    }

    #[test]
    fn what_a_killed_program_left_is_undone_by_the_next() {
        let (directory, workspace) = workspace();
        let first = directory.path().join("a/first.rs");
        fs::set_permissions(&first, fs::Permissions::from_mode(0o600)).expect("it is ours");
        let before = tree(directory.path());
        killed(&workspace);
        assert_ne!(tree(directory.path()), before);
        let changed = fs::metadata(&first).and_then(|first| first.modified()).expect("a time");
        let undone = workspace.recover().expect("it can be undone").expect("there is something");
        assert_eq!((undone.restored.len(), undone.foreign.len()), (3, 0));
        assert_eq!(tree(directory.path()), before);
        let restored = fs::metadata(&first).expect("it is there");
        assert_eq!(restored.permissions().mode() & 0o777, 0o600);
        assert!(
            restored.modified().expect("a time") >= changed,
            "cargo would take the old build for current"
        );

        // Beginning anew does the same first.
        killed(&workspace);
        drop(workspace.begin(&changes()).expect("all can be written"));
        assert_eq!(tree(directory.path()), before);
    }

    #[test]
    fn what_somebody_has_changed_since_is_left_alone() {
        let (directory, workspace) = workspace();
        killed(&workspace);
        fs::write(directory.path().join("a/first.rs"), "by hand").expect("written");
        fs::write(directory.path().join("b/c/more.rs"), "by hand").expect("written");
        let undone = workspace.recover().expect("it can be undone").expect("there is something");
        assert_eq!(undone.foreign, ["a/first.rs"]);
        assert_eq!(undone.restored, ["b/c/added.rs", "a/gone.rs"]);
        let after = ["a ", "a/first.rs by hand", "a/gone.rs old", "b ", "b/c ", "b/c/more.rs by hand"];
        assert_eq!(tree(directory.path()), after);
    }

    #[test]
    fn two_programs_do_not_write_at_once() {
        let (_directory, workspace) = workspace();
        let first = workspace.begin(&changes()).expect("all can be written");
        let error = workspace.begin(&changes()).expect_err("the first is at work").to_string();
        assert!(error.contains("another `contract` command is writing"), "{error}");
        assert_eq!(workspace.recover().expect("it is not dead"), None);
        first.keep().expect("it can be kept");
    }
}
