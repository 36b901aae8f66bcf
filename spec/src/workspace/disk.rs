//! The ways in which a transaction changes the disk. Each is one step: done, or not begun.
//!
//! A written file has reached the disk when its step is done. A name (of a file that was moved, removed or made) has
//! reached it after [`sync`] of the directory that has it; whoever needs names to be there in an order calls that
//! between them.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::time::SystemTime;

pub(super) fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    step("write", file)?;
    let mut open = File::create(file)?;
    open.write_all(bytes)?;
    open.sync_all()
}

/// With the mode, and with the time of the copying.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    step("copy", to)?;
    fs::copy(from, to)?;
    let copied = File::options().write(true).open(to)?;
    copied.set_modified(SystemTime::now())?;
    copied.sync_all()
}

pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    step("rename", to)?;
    fs::rename(from, to)
}

/// Removes a file, if it is there.
pub(super) fn remove(file: &Path) -> io::Result<()> {
    step("remove", file)?;
    match fs::remove_file(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

pub(super) fn create_directories(directory: &Path) -> io::Result<()> {
    step("create", directory)?;
    fs::create_dir_all(directory)
}

/// Removes a directory, if nothing is in it.
pub(super) fn remove_directory(directory: &Path) -> io::Result<()> {
    step("remove", directory)?;
    fs::remove_dir(directory)
}

pub(super) fn remove_directory_with_all(directory: &Path) -> io::Result<()> {
    step("remove all", directory)?;
    fs::remove_dir_all(directory)
}

/// Brings the names in a directory to the disk; one that is gone has none.
pub(super) fn sync(directory: &Path) -> io::Result<()> {
    step("sync", directory)?;
    match File::open(directory).and_then(|open| open.sync_all()) {
        // Some file systems keep names in order by themselves and know no such thing.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidInput) => Ok(()),
        other => other,
    }
}

#[cfg(not(test))]
fn step(_: &'static str, _: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub(super) use mortal::{lives_for, steps};

#[cfg(test)]
use mortal::step;

/// A program that dies after a number of steps: nothing that it does afterwards reaches the disk.
#[cfg(test)]
mod mortal {
    use std::cell::{Cell, RefCell};
    use std::io;
    use std::path::Path;

    thread_local! {
        static LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
        static DONE: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    }

    /// What `program` returns if it dies after so many steps.
    pub(in super::super) fn lives_for<T>(steps: usize, program: impl FnOnce() -> T) -> T {
        LEFT.set(steps);
        DONE.take();
        let value = program();
        LEFT.set(usize::MAX);
        value
    }

    /// The steps since the last program began, `write journal.json`.
    pub(in super::super) fn steps() -> Vec<String> {
        DONE.take()
    }

    pub(super) fn step(what: &'static str, at: &Path) -> io::Result<()> {
        let Some(left) = LEFT.get().checked_sub(1) else { return Err(io::Error::other("it is dead")) };
        LEFT.set(left);
        let name = at.file_name().unwrap_or_default().to_string_lossy().into_owned();
        DONE.with_borrow_mut(|done| done.push(format!("{what} {name}")));
        Ok(())
    }
}
