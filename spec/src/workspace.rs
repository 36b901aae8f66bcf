//! The files of the repository that the `contract` program reads and writes.
//!
//! [`Workspace`] knows where they stand. Writing is all or nothing, see [`Transaction`].

mod disk;
mod transaction;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use transaction::{JOURNAL, Transaction, Undone, WriteError};

use crate::gate::CONTRACT;
use crate::generate::GeneratedFile;

/// How the first line of every generated file of Rust begins.
pub const GENERATED_MARK: &str = "// Generated from spec/opencode-api.json";

/// How that of every generated page begins.
pub const PAGE_MARK: &str = "<!-- Generated from spec/opencode-api.json";

/// The repository's root.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

/// A generated file that is not what the contract gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stale {
    /// It does not exist.
    Missing(String),
    /// It differs, first in this line, counted from 1.
    Differs(String, usize),
    /// Nothing generates it any more.
    LeftOver(String),
}

/// A file to put in its place, or (without bytes) to take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Path from the root.
    pub path: String,
    pub bytes: Option<Vec<u8>>,
}

impl Workspace {
    /// The workspace at `root`.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The workspace that `start` lies in: the closest directory upwards that has the contract.
    pub fn around(start: &Path) -> Option<Self> {
        start.ancestors().find(|directory| directory.join(CONTRACT).is_file()).map(Self::at)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// What a file holds; empty if there is none.
    ///
    /// # Errors
    /// It exists and cannot be read.
    pub fn text(&self, name: &str) -> io::Result<String> {
        match fs::read_to_string(self.path(name)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
            other => other,
        }
    }

    /// Which files on disk are not what was generated. Beside every generated file its directory is searched for
    /// files that a former contract left behind.
    pub fn stale(&self, files: &[GeneratedFile]) -> Vec<Stale> {
        let mut stale: Vec<Stale> = files.iter().filter_map(|file| self.compared(file)).collect();
        let mut directories: Vec<&str> =
            files.iter().filter_map(|file| Some(file.path.rsplit_once('/')?.0)).collect();
        directories.sort_unstable();
        directories.dedup();
        for directory in directories {
            for name in self.generated_in(directory) {
                if !files.iter().any(|file| file.path == name) {
                    stale.push(Stale::LeftOver(name));
                }
            }
        }
        stale
    }

    fn compared(&self, file: &GeneratedFile) -> Option<Stale> {
        let Ok(present) = fs::read_to_string(self.path(&file.path)) else {
            return Some(Stale::Missing(file.path.clone()));
        };
        if present == file.text {
            return None;
        }
        let same = present.lines().zip(file.text.lines()).take_while(|(one, other)| one == other).count();
        Some(Stale::Differs(file.path.clone(), same + 1))
    }

    fn generated_in(&self, directory: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(directory)).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let mut found: Vec<String> = names
            .map(|name| format!("{directory}/{name}"))
            .filter(|path| {
                let marked =
                    |text: String| [GENERATED_MARK, PAGE_MARK].iter().any(|mark| text.starts_with(mark));
                fs::read_to_string(self.path(path)).is_ok_and(marked)
            })
            .collect();
        found.sort();
        found
    }

    /// What has to be done so that nothing of [`Workspace::stale`] is left.
    pub fn repairs(&self, files: &[GeneratedFile]) -> Vec<Change> {
        let written =
            |path: &str| files.iter().find(|file| file.path == path).map(|file| file.text.clone().into());
        self.stale(files)
            .into_iter()
            .map(|stale| match stale {
                Stale::Missing(path) | Stale::Differs(path, _) => Change { bytes: written(&path), path },
                Stale::LeftOver(path) => Change { bytes: None, path },
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> GeneratedFile {
        GeneratedFile { path: path.to_owned(), text: text.to_owned() }
    }

    fn workspace() -> (tempfile::TempDir, Workspace) {
        let directory = tempfile::tempdir().expect("a temporary directory");
        fs::create_dir_all(directory.path().join("a")).expect("a directory");
        let workspace = Workspace::at(directory.path());
        (directory, workspace)
    }

    fn listing(directory: &Path) -> Vec<String> {
        let entries = fs::read_dir(directory).expect("a directory").flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into()).collect();
        names.sort();
        names
    }

    #[test]
    fn stale_files_are_told_and_repaired() {
        let (directory, workspace) = workspace();
        let at = |name: &str| directory.path().join(name);
        fs::write(at("a/same.rs"), "same").expect("written");
        fs::write(at("a/other.rs"), "one\ntwo\n").expect("written");
        fs::write(at("a/by_hand.rs"), "//! By hand.").expect("written");
        fs::write(at("a/gone.rs"), format!("{GENERATED_MARK} long ago")).expect("written");
        let files = [file("a/same.rs", "same"), file("a/other.rs", "one\n2\n"), file("b/new.rs", "new")];
        assert_eq!(
            workspace.stale(&files),
            [
                Stale::Differs("a/other.rs".to_owned(), 2),
                Stale::Missing("b/new.rs".to_owned()),
                Stale::LeftOver("a/gone.rs".to_owned()),
            ]
        );
        workspace.apply(&workspace.repairs(&files)).expect("all can be written");
        assert_eq!(workspace.stale(&files), []);
        assert_eq!(listing(&at("a")), ["by_hand.rs", "other.rs", "same.rs"]);
        assert_eq!(listing(&at("b")), ["new.rs"]);
    }

    #[test]
    fn the_workspace_is_found_upwards() {
        let (directory, _) = workspace();
        let inner = directory.path().join("spec/src");
        fs::create_dir_all(&inner).expect("a directory");
        assert!(Workspace::around(&inner).is_none());
        fs::write(directory.path().join(CONTRACT), "{}").expect("written");
        let found = Workspace::around(&inner).expect("the contract stands above");
        assert_eq!(found.path("x"), directory.path().join("x"));
    }
}
