//! Which project a directory belongs to.
//!
//! A project is a git repository, known by the hash of its first commit, so that clones and worktrees of it share their
//! sessions. What can be read from the files of git is read from them, since to start `git` takes longer than the whole
//! rest of an instance's start; the program is asked only for the first commit, once per repository: the answer is kept
//! in `<git directory>/opencode`, where OpenCode keeps it too. Rows of projects are the store's business.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use opencode_types::{Number, Project, ProjectTime};
use tokio::process::Command;

/// The project of every directory that is in no repository, or in one without commits.
pub const GLOBAL: &str = "global";

/// To walk the history of a very large repository takes seconds, not minutes.
const GIT_TIMEOUT: Duration = Duration::from_secs(30);

/// Below the git directory: the project id.
const ID_FILE: &str = "opencode";

/// A git repository with files, as seen from a directory in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Repository {
    /// The folder that holds `.git`, spelled as the directory it was found from.
    pub top: PathBuf,
    /// The same folder without symbolic links: what clients know as the worktree.
    pub worktree: PathBuf,
    /// The folder of the main checkout; another one than `worktree` in a linked worktree.
    pub main: PathBuf,
    /// Where `HEAD` of this worktree lies.
    pub git_dir: PathBuf,
    /// Where objects and branches lie, shared by all worktrees.
    common_dir: PathBuf,
}

/// Where a directory belongs.
#[derive(Clone, Debug)]
pub struct Found {
    /// The first commit's hash, or [`GLOBAL`].
    pub id: String,
    pub repository: Option<Repository>,
    /// Why a repository has no id of its own, if that is not for want of commits.
    pub diagnosis: Option<Diagnosis>,
}

/// Why the first commit of a repository could not be found. The instance works all the same, as part of the project
/// [`GLOBAL`].
#[derive(Clone, Debug, thiserror::Error)]
pub enum Diagnosis {
    #[error("the program `git` is not installed: projects cannot be told apart")]
    NoGit,
    #[error("`git` could not be run: {0}")]
    NotStarted(String),
    #[error("`git rev-list` failed: {0}")]
    Failed(String),
    #[error("`git rev-list` did not end within {} s", GIT_TIMEOUT.as_secs())]
    Slow,
}

impl Found {
    /// Finds the project of an absolute directory, which need not exist.
    ///
    /// # Cancellation
    /// Ends the git process, if there is one.
    pub async fn of(directory: PathBuf) -> Self {
        let read = move || {
            let repository = Repository::find(&directory)?;
            let id = repository.kept_id();
            Some((repository, id))
        };
        // The closure panics as little as the file system does; a lost thread is answered as if nothing was found.
        let (repository, kept) = match tokio::task::spawn_blocking(read).await.ok().flatten() {
            None => return Self { id: GLOBAL.to_owned(), repository: None, diagnosis: None },
            Some(found) => found,
        };
        let (id, diagnosis) = match kept {
            Some(id) => (id, None),
            None => match repository.first_commit("git").await {
                Ok(Some(id)) => {
                    repository.keep_id(id.clone()).await;
                    (id, None)
                }
                Ok(None) => (GLOBAL.to_owned(), None),
                Err(diagnosis) => (GLOBAL.to_owned(), Some(diagnosis)),
            },
        };
        Self { id, repository: Some(repository), diagnosis }
    }

    /// The top level of the repository, `/` outside of one.
    pub fn worktree(&self) -> &Path {
        self.repository.as_ref().map_or(Path::new("/"), |repository| &repository.worktree)
    }

    /// The project at this start of an instance: `known` is its row so far. A linked worktree is one of its sandboxes;
    /// those whose folders are gone are dropped. Blocks on a look at each of them.
    pub fn project(&self, known: Option<Project>, now_ms: i64) -> Project {
        let now = Number::from(now_ms);
        let main = self.repository.as_ref().map_or(Path::new("/"), |repository| &repository.main);
        let main = main.display().to_string();
        let here = self.worktree().display().to_string();
        let mut project = known.unwrap_or_else(|| Project {
            id: self.id.clone(),
            worktree: main.clone(),
            vcs: None,
            name: None,
            icon: None,
            commands: None,
            time: ProjectTime { created: now, updated: now, initialized: None },
            sandboxes: Vec::new(),
        });
        project.time.updated = now;
        project.sandboxes.retain(|folder| Path::new(folder).is_dir());
        if here != main && !project.sandboxes.contains(&here) {
            project.sandboxes.push(here);
        }
        project.vcs = self.repository.as_ref().map(|_| opencode_types::literal::Git);
        project.worktree = main;
        project
    }
}

impl Repository {
    /// Looks for `.git` in `directory` and the folders above it. Blocks on files.
    pub fn find(directory: &Path) -> Option<Self> {
        directory.ancestors().find_map(Self::at)
    }

    fn at(top: &Path) -> Option<Self> {
        let git = top.join(".git");
        let pointer = match std::fs::metadata(&git) {
            Ok(metadata) if metadata.is_dir() => None,
            Ok(_) => Some(pointer(&git, "gitdir:")?),
            Err(_) => return None,
        };
        let git_dir = pointer.unwrap_or(git).canonicalize().ok()?;
        // An empty `.git` makes no repository; git itself goes on upwards, too.
        if !git_dir.join("HEAD").exists() {
            return None;
        }
        let worktree = top.canonicalize().ok()?;
        // Only a linked worktree names a common directory; a submodule is a repository of its own.
        let linked =
            pointer_text(&git_dir.join("commondir")).and_then(|to| git_dir.join(to).canonicalize().ok());
        let main = linked.as_deref().and_then(Path::parent).unwrap_or(&worktree).to_owned();
        let common_dir = linked.unwrap_or_else(|| git_dir.clone());
        Some(Self { top: top.to_owned(), worktree, main, git_dir, common_dir })
    }

    /// The current branch; `HEAD` if none is checked out or it has no commit yet. Blocks on files.
    pub fn branch(&self) -> String {
        let head = std::fs::read_to_string(self.git_dir.join("HEAD")).unwrap_or_default();
        let reference = head.trim().strip_prefix("ref:").map(str::trim);
        let branch = reference.filter(|reference| self.has_reference(reference));
        branch.and_then(|reference| reference.strip_prefix("refs/heads/")).unwrap_or("HEAD").to_owned()
    }

    fn has_reference(&self, reference: &str) -> bool {
        let packed = || {
            let packed = std::fs::read_to_string(self.common_dir.join("packed-refs")).unwrap_or_default();
            packed.lines().any(|line| line.split_once(' ').is_some_and(|(_, name)| name == reference))
        };
        self.common_dir.join(reference).is_file() || packed()
    }

    /// The id found at an earlier start, by us or by OpenCode.
    fn kept_id(&self) -> Option<String> {
        let text = std::fs::read_to_string(self.common_dir.join(ID_FILE)).ok()?;
        let id = text.trim();
        // It becomes part of paths, and the file can be written by anyone who can write the repository.
        let sound = (1..=128).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        sound.then(|| id.to_owned())
    }

    /// A repository that cannot be written has its id looked up at each start; that is no error.
    async fn keep_id(&self, id: String) {
        let folder = self.common_dir.clone();
        let write = move || -> io::Result<()> {
            let temporary = folder.join(format!("{ID_FILE}.{}.tmp", std::process::id()));
            std::fs::write(&temporary, id)?;
            std::fs::rename(temporary, folder.join(ID_FILE))
        };
        drop(tokio::task::spawn_blocking(write).await);
    }

    /// The hash of the first commit, of the smallest hash if there are several; `None` without commits.
    async fn first_commit(&self, program: &str) -> Result<Option<String>, Diagnosis> {
        let mut command = Command::new(program);
        command.args(["rev-list", "--max-parents=0", "--all"]).current_dir(&self.top);
        command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0").env("GIT_NO_LAZY_FETCH", "1");
        // A server started from a hook of git inherits what would point every repository at that one.
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE"] {
            command.env_remove(variable);
        }
        command.stdin(Stdio::null()).kill_on_drop(true);
        let output = match tokio::time::timeout(GIT_TIMEOUT, command.output()).await {
            Err(_) => return Err(Diagnosis::Slow),
            Ok(Err(error)) if error.kind() == io::ErrorKind::NotFound => return Err(Diagnosis::NoGit),
            Ok(Err(error)) => return Err(Diagnosis::NotStarted(error.to_string())),
            Ok(Ok(output)) => output,
        };
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let first_line = said.lines().next().unwrap_or("it said nothing").to_owned();
            return Err(Diagnosis::Failed(first_line));
        }
        let hashes = String::from_utf8_lossy(&output.stdout);
        Ok(hashes.lines().map(str::trim).filter(|hash| !hash.is_empty()).min().map(str::to_owned))
    }
}

/// The path that a file such as `.git` of a linked worktree points at.
fn pointer(file: &Path, label: &str) -> Option<PathBuf> {
    let text = pointer_text(file)?;
    Some(file.parent()?.join(text.strip_prefix(label)?.trim()))
}

fn pointer_text(file: &Path) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    Some(text.trim().to_owned())
}

#[cfg(test)]
#[path = "project_tests.rs"]
mod tests;
