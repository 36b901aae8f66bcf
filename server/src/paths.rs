//! Where things live on this machine, and the variables the server was started with.
//!
//! [`Environment`] is made once from the process and handed down; nothing else in the server reads `std::env`, so that
//! tests can give every server its own home. What is *in* those directories belongs to the rooms that own the files.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// The name of our folder inside each XDG base directory. It is OpenCode's own: its users keep their files.
const APPLICATION: &str = "opencode";

/// Directories, working directory and variables, as they were when the server started.
#[derive(Clone)]
pub struct Environment {
    /// The home directory: `$HOME`, else what the system says.
    pub home: PathBuf,
    /// `$XDG_DATA_HOME/opencode`: the database, `auth.json`, cut tool outputs, worktrees.
    pub data: PathBuf,
    /// `$XDG_CONFIG_HOME/opencode`: the global configuration.
    pub config: PathBuf,
    /// `$XDG_STATE_HOME/opencode`.
    pub state: PathBuf,
    /// `$XDG_CACHE_HOME/opencode`: what can be deleted at any time.
    pub cache: PathBuf,
    /// Configuration an administrator puts above every other: `/etc/opencode`.
    pub managed: PathBuf,
    /// Absolute working directory of the server: the directory of requests that name none.
    pub working_directory: PathBuf,
    /// A snapshot of the variables. Those that are not UTF-8 are left out: nothing here could name them.
    pub vars: BTreeMap<String, String>,
}

/// Why the process environment could not be read.
#[derive(Debug, thiserror::Error)]
pub enum EnvironmentError {
    #[error("cannot find a home directory: set HOME")]
    NoHome,
    #[error("cannot find the working directory")]
    NoWorkingDirectory(#[source] std::io::Error),
}

impl Environment {
    /// Reads the process once.
    ///
    /// # Errors
    /// [`EnvironmentError`] if there is no home or no working directory; both are needed for anything that follows.
    pub fn from_process() -> Result<Self, EnvironmentError> {
        let home = etcetera::home_dir().map_err(|_| EnvironmentError::NoHome)?;
        let working_directory = std::env::current_dir().map_err(EnvironmentError::NoWorkingDirectory)?;
        let vars = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        Ok(Self::new(home, working_directory, vars))
    }

    /// Builds an environment without looking at the process. The XDG variables among `vars` are honoured if they are
    /// absolute, as the XDG base directory specification demands.
    pub fn new(
        home: impl Into<PathBuf>,
        working_directory: impl Into<PathBuf>,
        vars: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        let home = home.into();
        let vars: BTreeMap<String, String> = vars.into_iter().collect();
        let base = |variable: &str, fallback: &str| {
            let given = vars.get(variable).map(PathBuf::from).filter(|path| path.is_absolute());
            given.unwrap_or_else(|| home.join(fallback)).join(APPLICATION)
        };
        Self {
            data: base("XDG_DATA_HOME", ".local/share"),
            config: base("XDG_CONFIG_HOME", ".config"),
            state: base("XDG_STATE_HOME", ".local/state"),
            cache: base("XDG_CACHE_HOME", ".cache"),
            managed: Path::new("/etc").join(APPLICATION),
            working_directory: working_directory.into(),
            home,
            vars,
        }
    }

    /// A variable; an empty one counts as not set.
    pub fn var(&self, name: &str) -> Option<&str> {
        self.vars.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// Whether a switch such as `OPENCODE_DISABLE_PROJECT_CONFIG` is on: `1` or `true`.
    pub fn switch(&self, name: &str) -> bool {
        self.var(name).is_some_and(|value| value == "1" || value.eq_ignore_ascii_case("true"))
    }

    /// The login name, `unknown` if nothing tells it.
    pub fn username(&self) -> &str {
        self.var("USER").or_else(|| self.var("LOGNAME")).unwrap_or("unknown")
    }

    /// `directory` as an absolute path: a relative one lies below the working directory of the server. Neither symbolic
    /// links nor `..` are resolved.
    pub fn absolute(&self, directory: &str) -> PathBuf {
        self.working_directory.join(directory)
    }

    /// `path` with a leading `~/` or `$HOME/` (or either alone) replaced by the home directory.
    pub fn expand_home(&self, path: &str) -> String {
        let rest = path.strip_prefix('~').or_else(|| path.strip_prefix("$HOME"));
        match rest {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => {
                format!("{}{rest}", self.home.display())
            }
            _ => path.to_owned(),
        }
    }
}

/// Variables hold keys, so only their number is shown.
impl fmt::Debug for Environment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Environment")
            .field("home", &self.home)
            .field("data", &self.data)
            .field("config", &self.config)
            .field("state", &self.state)
            .field("cache", &self.cache)
            .field("managed", &self.managed)
            .field("working_directory", &self.working_directory)
            .field("vars", &self.vars.len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(vars: &[(&str, &str)]) -> Environment {
        let vars = vars.iter().map(|(name, value)| (name.to_string(), value.to_string()));
        Environment::new("/home/ada", "/work", vars)
    }

    #[test]
    fn xdg_directories_fall_back_to_the_home() {
        let plain = environment(&[]);
        assert_eq!(plain.data, Path::new("/home/ada/.local/share/opencode"));
        assert_eq!(plain.config, Path::new("/home/ada/.config/opencode"));
        assert_eq!(plain.state, Path::new("/home/ada/.local/state/opencode"));
        assert_eq!(plain.cache, Path::new("/home/ada/.cache/opencode"));
    }

    #[test]
    fn xdg_variables_win_if_absolute() {
        let given =
            environment(&[("XDG_DATA_HOME", "/d"), ("XDG_STATE_HOME", "relative"), ("XDG_CACHE_HOME", "")]);
        assert_eq!(given.data, Path::new("/d/opencode"));
        assert_eq!(given.state, Path::new("/home/ada/.local/state/opencode"));
        assert_eq!(given.cache, Path::new("/home/ada/.cache/opencode"));
    }

    #[test]
    fn home_is_expanded_only_as_a_whole_component() {
        let environment = environment(&[]);
        for (given, expected) in [
            ("~/x/*", "/home/ada/x/*"),
            ("$HOME/x", "/home/ada/x"),
            ("~", "/home/ada"),
            ("~other/x", "~other/x"),
            ("$HOMER/x", "$HOMER/x"),
            ("a/~/b", "a/~/b"),
        ] {
            assert_eq!(environment.expand_home(given), expected, "{given}");
        }
    }

    #[test]
    fn names_and_switches() {
        assert_eq!(environment(&[]).username(), "unknown");
        assert_eq!(environment(&[("USER", ""), ("LOGNAME", "ada")]).username(), "ada");
        assert!(environment(&[("A", "TRUE")]).switch("A"));
        assert!(!environment(&[("A", "0")]).switch("A"));
    }

    #[test]
    fn debug_shows_no_values() {
        let shown = format!("{:?}", environment(&[("API_KEY", "s3cret")]));
        assert!(!shown.contains("s3cret"), "{shown}");
    }
}
