//! Where a contract comes from: a file, standard input, a running server, or a revision of a git repository.
//!
//! [`read`] takes what the user wrote and answers the document. Each source has its file here: [`fetch`] asks servers,
//! [`git`] asks git. All of them stop at [`MAX_BYTES`](crate::document::MAX_BYTES), unread.

mod fetch;
mod git;

use std::fmt;
use std::io;
use std::path::Path;
use std::time::Duration;

use clap::Args;

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Unreadable, read_limited};

/// What a server may want from whoever reads its contract, and how long it may take. The other sources ignore it.
#[derive(Clone, Args)]
pub struct Access {
    /// User name of the server, if it asks for one
    #[arg(long, env = "OPENCODE_SERVER_USERNAME", default_value = "opencode", value_name = "NAME")]
    pub username: String,
    /// Password of the server, if it asks for one; better given as the variable, since others can read arguments
    #[arg(long, env = "OPENCODE_SERVER_PASSWORD", hide_env_values = true)]
    pub password: Option<String>,
    /// Longest wait for the whole answer of a server, in seconds
    #[arg(long = "timeout", value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..))]
    pub patience: u64,
}

impl Access {
    /// What the environment gives to a command without flags for it.
    pub fn from_environment() -> Self {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            username: variable("OPENCODE_SERVER_USERNAME").unwrap_or_else(|| "opencode".to_owned()),
            password: variable("OPENCODE_SERVER_PASSWORD"),
            patience: 30,
        }
    }

    /// How a source is named to people.
    pub(crate) fn without_password(from: &str) -> String {
        fetch::Address::parse(from).map_or_else(|_| from.to_owned(), |address| address.shown().to_owned())
    }

    fn patience(&self) -> Duration {
        Duration::from_secs(self.patience)
    }
}

impl fmt::Debug for Access {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Access").field("username", &self.username).finish_non_exhaustive()
    }
}

/// [`read_with`] what the environment says of user and password.
///
/// # Errors
/// See there.
pub fn read(from: &str) -> Result<Document, Unreadable> {
    read_with(from, &Access::from_environment())
}

/// Reads the contract that `from` names:
///
/// - `http://…`, `https://…`: fetched; without a path it is a server of OpenCode, and `/doc` is fetched,
/// - `git:REV:PATH`: the file as it was in that revision, PATH from the root of the repository around the current
///   directory; without REV, as it is staged,
/// - `-`: standard input,
/// - everything else is the path of a file.
///
/// The document's [`source`](Document::source) is `from` as it was written, but never with a password.
///
/// # Errors
/// It cannot be reached or read, is too large, or is no contract.
pub fn read_with(from: &str, access: &Access) -> Result<Document, Unreadable> {
    if from.starts_with("http://") || from.starts_with("https://") {
        let address = fetch::Address::parse(from)?;
        Document::from_bytes(address.shown(), fetch::fetch(&address, access)?)
    } else if let Some(object) = from.strip_prefix("git:") {
        Document::from_bytes(from, git::read(from, object)?)
    } else if from == "-" {
        const NAME: &str = "standard input";
        let bytes = read_limited(io::stdin().lock())
            .map_err(|error| Diagnostic::about(NAME, format!("cannot be read: {error}")))?;
        Document::from_bytes(NAME, bytes)
    } else if from.contains("://") {
        Err(Diagnostic::about(from, "only http:// and https:// can be fetched").into())
    } else {
        Document::read(Path::new(from), from)
    }
}

/// Which release a server says that it is: `1.2.6`. Contracts do not say it. `None` for every other source, and for
/// a server that does not answer `GET /global/health` as OpenCode does.
pub fn release(from: &str, access: &Access) -> Option<String> {
    if from.starts_with("http://") || from.starts_with("https://") {
        fetch::release(&fetch::Address::parse(from).ok()?, access)
    } else {
        None
    }
}
