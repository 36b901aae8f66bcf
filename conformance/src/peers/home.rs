//! A home of one server: temporary folders for everything a server reads and writes besides the network.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

/// Temporary `HOME`, XDG folders and a project folder. They vanish when this is dropped.
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// # Errors
    /// The temporary folder cannot be made.
    pub fn new() -> std::io::Result<Home> {
        let home = Home { folder: tempfile::Builder::new().prefix("opencode-home-").tempdir()? };
        for folder in [
            home.user(),
            home.config().join("opencode"),
            home.data(),
            home.state(),
            home.cache(),
            home.temporary(),
            home.project(),
        ] {
            std::fs::create_dir_all(folder)?;
        }
        Ok(home)
    }

    /// `HOME`.
    #[must_use]
    pub fn user(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// `XDG_CONFIG_HOME`; the server reads `opencode/` below it.
    #[must_use]
    pub fn config(&self) -> PathBuf {
        self.folder.path().join("config")
    }

    /// `XDG_DATA_HOME`; the server keeps its database in `opencode/` below it.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    /// `TMPDIR`: the real server unpacks libraries there.
    fn temporary(&self) -> PathBuf {
        self.folder.path().join("temporary")
    }

    /// The server's working directory.
    #[must_use]
    pub fn project(&self) -> PathBuf {
        self.folder.path().join("project")
    }

    /// Writes the global configuration file.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn configure(&self, config: &Value) -> std::io::Result<()> {
        std::fs::write(self.config_file(), format!("{config:#}"))
    }

    /// The global configuration file.
    #[must_use]
    pub fn config_file(&self) -> PathBuf {
        self.config().join("opencode").join("opencode.json")
    }

    /// The whole environment of a server in this home: nothing is inherited but `PATH`.
    pub(super) fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("PATH", std::env::var_os("PATH").unwrap_or_default().into()),
            ("HOME", self.user()),
            ("XDG_CONFIG_HOME", self.config()),
            ("XDG_DATA_HOME", self.data()),
            ("XDG_STATE_HOME", self.state()),
            ("XDG_CACHE_HOME", self.cache()),
            ("TMPDIR", self.temporary()),
        ]
    }

    /// The folder that holds all others.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}
