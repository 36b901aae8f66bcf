//! Keys that users entered: `<data>/auth.json`, the file that OpenCode has too. One entry per provider; entries
//! of a kind that this version does not know are kept as they are. Instances read the file when they start, so a
//! change shows up in the next one. Start from [`AuthFile`].

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use opencode_types::Auth;
use serde_json::{Map, Value};

/// The file. Any number of these, in any number of processes, may work on one path: each change holds a lock
/// beside the file, and readers see the old content or the new one.
#[derive(Clone, Debug)]
pub struct AuthFile {
    path: PathBuf,
}

#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    #[error("cannot {action} {}", path.display())]
    Io {
        action: &'static str,
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    /// Nothing is written over such a file: it holds someone's keys.
    #[error("{} is broken: {reason}. Repair it, or delete it and enter the keys again", path.display())]
    Broken { path: PathBuf, reason: String },
}

impl AuthFile {
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The entries by provider, without those of an unknown kind. A missing file has none.
    ///
    /// # Errors
    /// [`AuthError::Io`] if the file cannot be read, [`AuthError::Broken`] if it is not a JSON object.
    pub async fn entries(&self) -> Result<IndexMap<String, Auth>, AuthError> {
        let path = self.path.clone();
        self.blocking(move || {
            let entries = read(&path)?.into_iter();
            Ok(entries.filter_map(|(id, entry)| Some((id, serde_json::from_value(entry).ok()?))).collect())
        })
        .await
    }

    /// Adds or replaces the entry of a provider.
    ///
    /// # Errors
    /// As [`AuthFile::entries`], and [`AuthError::Io`] if the file cannot be written; it is then unchanged.
    pub async fn set(&self, provider: &str, auth: &Auth) -> Result<(), AuthError> {
        let provider = provider.to_owned();
        let entry = serde_json::to_value(auth).map_err(|error| self.broken(&error))?;
        self.change(move |entries| {
            entries.insert(provider, entry);
        })
        .await
    }

    /// Removes the entry of a provider, if there is one.
    ///
    /// # Errors
    /// As [`AuthFile::set`].
    pub async fn remove(&self, provider: &str) -> Result<(), AuthError> {
        let provider = provider.to_owned();
        self.change(move |entries| {
            entries.shift_remove(&provider);
        })
        .await
    }

    async fn change(
        &self,
        edit: impl FnOnce(&mut Map<String, Value>) + Send + 'static,
    ) -> Result<(), AuthError> {
        let path = self.path.clone();
        self.blocking(move || {
            // A link stays a link: its target is what changes.
            let path = fs::canonicalize(&path).unwrap_or(path);
            let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
            fs::create_dir_all(&folder).map_err(io_error("make the folder", &folder))?;
            let _lock = lock(&path)?;
            let before = read(&path)?;
            let mut after = before.clone();
            edit(&mut after);
            if after == before { Ok(()) } else { write(&path, &after) }
        })
        .await
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, AuthError> + Send + 'static,
    ) -> Result<T, AuthError> {
        // Fails only while the runtime shuts down.
        let done = tokio::task::spawn_blocking(work).await;
        done.unwrap_or_else(|error| Err(io_error("finish with", &self.path)(io::Error::other(error))))
    }

    fn broken(&self, error: &serde_json::Error) -> AuthError {
        AuthError::Broken { path: self.path.clone(), reason: error.to_string() }
    }
}

fn read(path: &Path) -> Result<Map<String, Value>, AuthError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Map::new()),
        Err(error) => return Err(io_error("read", path)(error)),
    };
    serde_json::from_str(&text)
        .map_err(|error| AuthError::Broken { path: path.to_owned(), reason: error.to_string() })
}

/// Readable and writable by the owner alone, from its first byte on.
fn write(path: &Path, entries: &Map<String, Value>) -> Result<(), AuthError> {
    let temporary = path.with_extension("json.new");
    let failed = io_error("write", &temporary);
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // Left over from a process that died while it held the lock.
    let _ = fs::remove_file(&temporary);
    let mut file = options.open(&temporary).map_err(&failed)?;
    let text = format!("{:#}\n", Value::from(entries.clone()));
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(&failed)?;
    fs::rename(&temporary, path).map_err(io_error("replace", path))
}

/// Held until dropped. The lock has a file of its own, because the other one is replaced by each change.
fn lock(path: &Path) -> Result<fs::File, AuthError> {
    let path = path.with_extension("json.lock");
    let failed = io_error("lock", &path);
    let file =
        fs::OpenOptions::new().write(true).create(true).truncate(false).open(&path).map_err(&failed)?;
    file.lock().map_err(&failed)?;
    Ok(file)
}

fn io_error(action: &'static str, path: &Path) -> impl Fn(io::Error) -> AuthError + use<> {
    let path = path.to_owned();
    move |source| AuthError::Io { action, path: path.clone(), source }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn key(key: &str) -> Auth {
        serde_json::from_value(json!({"type": "api", "key": key})).unwrap()
    }

    fn file(folder: &tempfile::TempDir) -> AuthFile {
        AuthFile::new(folder.path().join("deep/auth.json"))
    }

    #[tokio::test]
    async fn entries_come_back_and_go_away() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(&folder);
        assert!(file.entries().await.unwrap().is_empty());
        file.set("acme", &key("sk-1")).await.unwrap();
        let oauth =
            serde_json::from_value(json!({"type": "oauth", "refresh": "r", "access": "a", "expires": 1}))
                .unwrap();
        file.set("beta", &oauth).await.unwrap();
        file.set("acme", &key("sk-2")).await.unwrap();
        let entries = file.entries().await.unwrap();
        assert_eq!(entries, IndexMap::from([("acme".to_owned(), key("sk-2")), ("beta".to_owned(), oauth)]));
        file.remove("acme").await.unwrap();
        file.remove("never").await.unwrap();
        assert_eq!(file.entries().await.unwrap().keys().collect::<Vec<_>>(), ["beta"]);
        let text = fs::read_to_string(&file.path).unwrap();
        assert!(text.starts_with("{\n  \"beta\": {\n"), "pretty-printed: {text}");
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = file(&folder);
        fs::create_dir_all(file.path.parent().unwrap()).unwrap();
        fs::write(&file.path, "{}").unwrap();
        fs::set_permissions(&file.path, fs::Permissions::from_mode(0o644)).unwrap();
        file.set("acme", &key("sk-1")).await.unwrap();
        assert_eq!(fs::metadata(&file.path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("real.json"), folder.path().join("auth.json"));
        fs::write(&target, "{}").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        AuthFile::new(&link).set("acme", &key("sk-1")).await.unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(fs::read_to_string(&target).unwrap().contains("sk-1"));
    }

    #[tokio::test]
    async fn unknown_entries_are_kept_and_not_shown() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(&folder);
        fs::create_dir_all(file.path.parent().unwrap()).unwrap();
        let newer = json!({"later": {"type": "passkey", "id": 7}, "odd": 5});
        fs::write(&file.path, newer.to_string()).unwrap();
        assert!(file.entries().await.unwrap().is_empty());
        file.set("acme", &key("sk-1")).await.unwrap();
        let stored = Value::from(read(&file.path).unwrap());
        assert_eq!((&stored["later"], &stored["odd"]), (&newer["later"], &newer["odd"]));
    }

    #[tokio::test]
    async fn a_broken_file_is_named_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(&folder);
        fs::create_dir_all(file.path.parent().unwrap()).unwrap();
        for content in ["{\"acme\":", "[]", ""] {
            fs::write(&file.path, content).unwrap();
            let error = file.set("acme", &key("sk-1")).await.unwrap_err();
            assert!(matches!(&error, AuthError::Broken { path, .. } if *path == file.path), "{error}");
            assert!(matches!(file.entries().await, Err(AuthError::Broken { .. })));
            assert_eq!(fs::read_to_string(&file.path).unwrap(), content);
        }
    }

    #[tokio::test]
    async fn changes_at_the_same_time_are_all_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(&folder);
        let changes = (0..16).map(|number| {
            let file = file.clone();
            tokio::spawn(async move { file.set(&format!("p{number}"), &key("sk")).await })
        });
        for change in changes.collect::<Vec<_>>() {
            change.await.unwrap().unwrap();
        }
        assert_eq!(file.entries().await.unwrap().len(), 16);
        let left: Vec<_> = fs::read_dir(file.path.parent().unwrap())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(left.len(), 2, "the file and its lock: {left:?}");
    }
}
