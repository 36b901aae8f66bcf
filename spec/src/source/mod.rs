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
    /// [env: OPENCODE_SERVER_USERNAME] [default: opencode]
    #[arg(long, value_name = "NAME")]
    pub username: Option<String>,
    /// Password of the server, if it asks for one; better given as the variable, since others can read arguments
    /// [env: OPENCODE_SERVER_PASSWORD]
    #[arg(long)]
    pub password: Option<String>,
    /// Longest wait for the whole answer of a server, in seconds
    #[arg(long = "timeout", value_name = "SECONDS", default_value_t = PATIENCE, value_parser = clap::value_parser!(u64).range(1..))]
    pub patience: u64,
}

/// How long an answer may take if nobody says so.
const PATIENCE: u64 = 30;

impl Default for Access {
    /// Without flags the environment tells.
    fn default() -> Self {
        Self { username: None, password: None, patience: PATIENCE }
    }
}

/// A variable; one that is empty is as good as none.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

impl Access {
    fn username(&self) -> String {
        let said = self.username.clone().or_else(|| variable("OPENCODE_SERVER_USERNAME"));
        said.unwrap_or_else(|| "opencode".to_owned())
    }

    fn password(&self) -> Option<String> {
        let said = self.password.clone().or_else(|| variable("OPENCODE_SERVER_PASSWORD"));
        said.filter(|password| !password.is_empty())
    }

    /// How a source is named to people.
    pub(crate) fn without_password(from: &str) -> String {
        fetch::Address::parse(from).map_or_else(|_| from.to_owned(), |address| address.shown().to_owned())
    }

    fn patience(&self) -> Duration {
        Duration::from_secs(self.patience)
    }
}

/// What reports call the standard input.
pub(crate) const STANDARD_INPUT: &str = "standard input";

impl fmt::Debug for Access {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Access").field("username", &self.username()).finish_non_exhaustive()
    }
}

/// [`read_with`] what the environment says of user and password.
///
/// # Errors
/// See there.
pub fn read(from: &str) -> Result<Document, Unreadable> {
    read_with(from, &Access::default())
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
    if is_fetched(from) {
        let address = fetch::Address::parse(from)?;
        Document::from_bytes(address.shown(), fetch::fetch(&address, access)?)
    } else if let Some(object) = from.strip_prefix("git:") {
        Document::from_bytes(from, git::read(from, object)?)
    } else if from == "-" {
        let bytes = read_limited(io::stdin().lock())
            .map_err(|error| Diagnostic::about(STANDARD_INPUT, format!("cannot be read: {error}")))?;
        Document::from_bytes(STANDARD_INPUT, bytes)
    } else if from.contains("://") {
        Err(Diagnostic::about(from, "only http:// and https:// can be fetched").into())
    } else {
        Document::read(Path::new(from), from)
    }
}

/// Whether a server is asked for it.
pub fn is_fetched(from: &str) -> bool {
    let scheme = from.split_once("://").map_or("", |(scheme, _)| scheme);
    ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

/// Which file of the working tree a reader of reports can open for the document with this
/// [`source`](Document::source): for `git:REV:PATH` the path, and none for what was fetched or came on standard input.
pub(crate) fn file(source: &str) -> Option<&str> {
    match source.strip_prefix("git:") {
        Some(object) => git::split(object).map(|(_, path)| path),
        None => (source != STANDARD_INPUT && !source.contains("://")).then_some(source),
    }
}

/// Which release a server says that it is: `1.2.6`. Contracts do not say it. `None` for every other source, and for
/// a server that does not answer `GET /global/health` as OpenCode does.
pub fn release(from: &str, access: &Access) -> Option<String> {
    if is_fetched(from) { fetch::release(&fetch::Address::parse(from).ok()?, access) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_known_by_its_name() {
        for (from, fetched, opened) in [
            ("http://127.0.0.1:4096/doc", true, None),
            ("HTTPS://example.org", true, None),
            ("httpd.json", false, Some("httpd.json")),
            ("ftp://x/doc", false, None),
            ("git:main:s/x.json", false, Some("s/x.json")),
            ("git:HEAD@{2030-01-01 10:30:00}:s/x.json", false, Some("s/x.json")),
            ("git:main", false, None),
            ("standard input", false, None),
        ] {
            assert_eq!((is_fetched(from), file(from)), (fetched, opened), "{from}");
        }
    }
}
