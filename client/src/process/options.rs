//! What a server is started with: program, place, environment, limits. Start from [`Options::new`].

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

/// How a server is started, see [`serve`](super::serve).
///
/// Arguments can be read by every user of the machine, so the password goes into the environment.
#[derive(Clone)]
pub struct Options {
    pub(super) program: OsString,
    pub(super) arguments: Vec<OsString>,
    pub(super) directory: Option<PathBuf>,
    pub(super) environment: Vec<(OsString, OsString)>,
    pub(super) inherits: bool,
    pub(super) port: Option<u16>,
    pub(super) credentials: Option<(String, String)>,
    pub(super) start_limit: Duration,
    pub(super) grace: Duration,
}

impl Options {
    /// `program serve` on a free port of loopback. The program is a path or a name that is searched in `PATH`, such as
    /// `opencode` or `opencode-rs`.
    #[must_use]
    pub fn new(program: impl Into<OsString>) -> Options {
        Options {
            program: program.into(),
            arguments: Vec::new(),
            directory: None,
            environment: Vec::new(),
            inherits: true,
            port: None,
            credentials: None,
            // The real server migrates its database on its first start, which takes seconds on a busy machine.
            start_limit: Duration::from_secs(60),
            grace: Duration::from_secs(5),
        }
    }

    /// One more argument behind `serve`, such as `--print-logs`.
    #[must_use]
    pub fn argument(mut self, argument: impl Into<OsString>) -> Options {
        self.arguments.push(argument.into());
        self
    }

    /// The working directory: that of requests which name no other. Without it, the one of this process.
    #[must_use]
    pub fn directory(mut self, directory: impl Into<PathBuf>) -> Options {
        self.directory = Some(directory.into());
        self
    }

    /// A variable of the server's environment, in addition to the inherited ones or in place of one of them.
    #[must_use]
    pub fn environment(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Options {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Inherits no variable: the environment is what [`Options::environment`] and [`Options::credentials`] say. A
    /// program that is given by its name needs a `PATH` there.
    #[must_use]
    pub fn clear_environment(mut self) -> Options {
        self.inherits = false;
        self
    }

    /// Exactly this port. Without it, a free one that the system chooses; 4096, where people look for their own
    /// server, is left alone.
    #[must_use]
    pub fn port(mut self, port: u16) -> Options {
        self.port = Some(port);
        self
    }

    /// User name and password that the server asks for. Without them, those of its environment
    /// (`OPENCODE_SERVER_USERNAME`, `OPENCODE_SERVER_PASSWORD`), or none.
    #[must_use]
    pub fn credentials(mut self, username: impl Into<String>, password: impl Into<String>) -> Options {
        self.credentials = Some((username.into(), password.into()));
        self
    }

    /// How long it may take until the server says where it listens; 60 seconds if not set.
    #[must_use]
    pub fn start_limit(mut self, limit: Duration) -> Options {
        self.start_limit = limit;
        self
    }

    /// How long [`shutdown`](super::Server::shutdown) waits between asking (`TERM`) and killing; 5 seconds if not set.
    #[must_use]
    pub fn grace(mut self, grace: Duration) -> Options {
        self.grace = grace;
        self
    }

    /// User name and password that a client of this server needs.
    pub(super) fn expected_credentials(&self) -> Option<(String, String)> {
        if self.credentials.is_some() {
            return self.credentials.clone();
        }
        let variable = |name: &str| {
            let set =
                self.environment.iter().rev().find(|(set, _)| set == name).map(|(_, value)| value.clone());
            let value = set.or_else(|| self.inherits.then(|| std::env::var_os(name)).flatten())?;
            value.into_string().ok().filter(|value| !value.is_empty())
        };
        let password = variable(PASSWORD)?;
        Some((variable(USERNAME).unwrap_or_else(|| "opencode".to_owned()), password))
    }
}

pub(super) const USERNAME: &str = "OPENCODE_SERVER_USERNAME";
pub(super) const PASSWORD: &str = "OPENCODE_SERVER_PASSWORD";

impl std::fmt::Debug for Options {
    /// Without values of the environment and without the password: both are secrets.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<_> = self.environment.iter().map(|(name, _)| name).collect();
        formatter
            .debug_struct("Options")
            .field("program", &self.program)
            .field("arguments", &self.arguments)
            .field("directory", &self.directory)
            .field("environment", &names)
            .field("port", &self.port)
            .field("username", &self.credentials.as_ref().map(|(username, _)| username))
            .field("start_limit", &self.start_limit)
            .field("grace", &self.grace)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(username: &str, password: &str) -> Option<(String, String)> {
        Some((username.to_owned(), password.to_owned()))
    }

    #[test]
    fn a_client_needs_what_the_server_is_given() {
        let options = Options::new("opencode").clear_environment();
        assert_eq!(options.expected_credentials(), None);
        let options = options.environment(PASSWORD, "eins").environment(PASSWORD, "zwei");
        assert_eq!(options.expected_credentials(), pair("opencode", "zwei"));
        let options = options.environment(USERNAME, "me");
        assert_eq!(options.expected_credentials(), pair("me", "zwei"));
        assert_eq!(options.credentials("you", "drei").expected_credentials(), pair("you", "drei"));
    }

    #[test]
    fn secrets_are_not_shown() {
        let options = Options::new("opencode").environment("KEY", "geheim").credentials("me", "geheim");
        let shown = format!("{options:?}");
        assert!(shown.contains("KEY") && shown.contains("me") && !shown.contains("geheim"), "{shown}");
    }
}
