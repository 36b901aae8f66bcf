//! How a client is made: address, credentials, directory, time limits, transport. Start at [`ClientBuilder`].
//!
//! What becomes of these settings when a request is sent is in `exchange.rs`.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use url::Url;

use crate::error::{Error, chain};
use crate::generated::Client;
use crate::retry::Retry;

/// How long the builder waits for a connection unless told otherwise.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long an answer may take unless told otherwise: the first request of a directory starts its instance, which may
/// install plugins.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// As good as no limit, and an instant so far away can still be told, unlike one of [`Duration::MAX`].
#[cfg(feature = "events")]
pub(crate) const NO_LIMIT: Duration = Duration::from_secs(10 * 365 * 24 * 60 * 60);

/// What every request of a client carries and keeps to.
#[derive(Clone, Debug)]
pub(crate) struct State {
    pub(crate) headers: HeaderMap,
    pub(crate) settings: Arc<Settings>,
}

/// What the clients of all directories of a server share.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) time_limit: Option<Duration>,
    pub(crate) retry: Retry,
    /// `None` for a transport of the caller's own, whose limits are not known.
    pub(crate) connect_timeout: Option<Duration>,
}

/// Collects what a [`Client`] needs; see [`Client::builder`].
///
/// ```
/// use std::time::Duration;
///
/// let client = opencode_client::Client::builder("http://127.0.0.1:4096")
///     .credentials_from_environment()
///     .directory("/home/me/project")
///     .time_limit(Duration::from_secs(20))
///     .user_agent("nightly-review/1.0")
///     .build()?;
/// # Ok::<(), opencode_client::Error>(())
/// ```
#[derive(Clone)]
pub struct ClientBuilder {
    url: String,
    directory: Option<String>,
    credentials: Option<(String, String)>,
    connect_timeout: Duration,
    time_limit: Option<Duration>,
    retry: Retry,
    user_agent: String,
    transport: Option<reqwest::Client>,
}

impl Client {
    /// A client of the server at `url`, for example `http://127.0.0.1:4096`; a path in it stands before every path of the contract.
    pub fn builder(url: impl Into<String>) -> ClientBuilder {
        ClientBuilder {
            url: url.into(),
            directory: None,
            credentials: None,
            connect_timeout: CONNECT_TIMEOUT,
            time_limit: Some(TIME_LIMIT),
            retry: Retry::default(),
            user_agent: concat!("opencode-client/", env!("CARGO_PKG_VERSION")).to_owned(),
            transport: None,
        }
    }

    /// The same connection, scoped to another directory: an absolute path on the server.
    ///
    /// This is cheap: connections and settings are shared.
    ///
    /// ```
    /// # fn main() -> Result<(), opencode_client::Error> {
    /// let client = opencode_client::Client::builder("http://127.0.0.1:4096").build()?;
    /// let (here, there) = (client.in_directory("/srv/one"), client.in_directory("/srv/two"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn in_directory(&self, directory: impl AsRef<Path>) -> Self {
        let mut state = self.inner.clone();
        state.headers.insert(DIRECTORY, directory_header(&directory.as_ref().to_string_lossy()));
        Self::new_with_client(&self.baseurl, self.client.clone(), state)
    }

    /// The address of the server, without a slash at its end.
    pub fn url(&self) -> &str {
        &self.baseurl
    }
}

/// The header that names the directory of a request.
const DIRECTORY: &str = "x-opencode-directory";

/// The server decodes the header once, so that any path can stand in it.
fn directory_header(directory: &str) -> HeaderValue {
    let encoded: String = url::form_urlencoded::byte_serialize(directory.as_bytes()).collect();
    // Form encoding writes a blank as `+`, which the server would keep.
    HeaderValue::from_str(&encoded.replace('+', "%20"))
        .expect("an encoded text has only letters, digits and marks")
}

impl ClientBuilder {
    /// The directory whose instance every request means, unless it names another: an absolute path on the server.
    /// Without one it is the directory in which the server was started.
    #[must_use]
    pub fn directory(mut self, directory: impl AsRef<Path>) -> Self {
        self.directory = Some(directory.as_ref().to_string_lossy().into_owned());
        self
    }

    /// Basic authentication. The server's default user is `opencode`.
    #[must_use]
    pub fn basic_auth(mut self, username: impl Into<String>, password: impl Into<String>) -> Self {
        self.credentials = Some((username.into(), password.into()));
        self
    }

    /// Basic authentication from `OPENCODE_SERVER_PASSWORD` and `OPENCODE_SERVER_USERNAME`, if the password is set.
    /// These are the variables from which the server takes its own; the user is `opencode` if none is named.
    #[must_use]
    pub fn credentials_from_environment(self) -> Self {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        match variable("OPENCODE_SERVER_PASSWORD") {
            Some(password) => {
                let username = variable("OPENCODE_SERVER_USERNAME").unwrap_or_else(|| "opencode".to_owned());
                self.basic_auth(username, password)
            }
            None => self,
        }
    }

    /// How long to wait for a connection; 10 seconds if not set. A [`transport`](Self::transport) has its own limit.
    #[must_use]
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
        self
    }

    /// How long one try of a request may take until its whole answer is there; 60 seconds if not set, and `None` for no
    /// limit. It holds for operations, for [`Client::execute`] and for [`Client::check_contract`].
    ///
    /// It does not hold for what lasts as long as the work behind it: prompts (`session.prompt`, `session.command`,
    /// `session.shell`, `session.summarize`, `session.init`), event streams, `worktree.create`, and what waits for a
    /// person (`mcp.auth.authenticate`, `provider.oauth.callback`, `tui.control.next`).
    #[must_use]
    pub fn time_limit(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.time_limit = limit.into();
        self
    }

    /// When and how often a request is tried again; three times within 20 seconds if not set.
    #[must_use]
    pub fn retry(mut self, policy: Retry) -> Self {
        self.retry = policy;
        self
    }

    /// The `user-agent` of every request; `opencode-client/<version>` if not set. A [`transport`](Self::transport) has
    /// its own.
    #[must_use]
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = name.into();
        self
    }

    /// A transport of the caller's own. A total time limit on it would cut prompts and event streams.
    #[must_use]
    pub fn transport(mut self, transport: reqwest::Client) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Makes the client. Nothing is sent.
    ///
    /// # Errors
    /// [`Error::Request`] if the address is not one of HTTP, a value cannot stand in a header, or TLS cannot be set up.
    pub fn build(self) -> Result<Client, Error> {
        let refuse =
            |reason: &str| Error::Request(format!("{:?} is no address of a server: {reason}", self.url));
        let url = Url::parse(&self.url).map_err(|error| refuse(&error.to_string()))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(refuse(&format!("its scheme is `{}`", url.scheme())));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(refuse("nothing may follow its path"));
        }
        if url.scheme() == "https" && !cfg!(feature = "tls") && self.transport.is_none() {
            return Err(refuse(
                "https needs the feature `tls` of opencode-client, or a transport that speaks it",
            ));
        }
        let mut headers = HeaderMap::new();
        if let Some((username, password)) = &self.credentials {
            let pair = base64::engine::general_purpose::STANDARD.encode(format!("{username}:{password}"));
            let mut value = HeaderValue::from_str(&format!("Basic {pair}"))
                .expect("base64 has only letters, digits and marks");
            value.set_sensitive(true);
            headers.insert(AUTHORIZATION, value);
        }
        if let Some(directory) = &self.directory {
            headers.insert(DIRECTORY, directory_header(directory));
        }
        let (transport, connect_timeout) = match self.transport {
            Some(transport) => (transport, None),
            None => {
                let transport = reqwest::Client::builder()
                    .connect_timeout(self.connect_timeout)
                    .user_agent(self.user_agent)
                    .build()
                    .map_err(|error| Error::Request(chain(&error)))?;
                (transport, Some(self.connect_timeout))
            }
        };
        let settings = Settings { time_limit: self.time_limit, retry: self.retry, connect_timeout };
        let state = State { headers, settings: Arc::new(settings) };
        Ok(Client::new_with_client(self.url.trim_end_matches('/'), transport, state))
    }
}

/// Without the password.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ClientBuilder")
            .field("url", &self.url)
            .field("directory", &self.directory)
            .field("username", &self.credentials.as_ref().map(|(username, _)| username))
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_is_none_is_refused() {
        for url in ["", "localhost:4096", "ftp://host", "http://host/?a=b"] {
            let error = Client::builder(url).build().expect_err(url);
            assert!(matches!(&error, Error::Request(text) if text.contains("no address")), "{error}");
        }
        let client = Client::builder("http://host/below/").build().expect("an address");
        assert_eq!(client.url(), "http://host/below");
        assert_eq!(Client::builder("https://host").build().is_ok(), cfg!(feature = "tls"));
    }

    #[test]
    fn a_directory_of_any_letters_can_be_sent() {
        let value = directory_header("/home/größe und + mehr\n");
        assert_eq!(value, "%2Fhome%2Fgr%C3%B6%C3%9Fe%20und%20%2B%20mehr%0A");
    }

    #[test]
    fn a_password_is_not_printed() {
        let builder = Client::builder("http://host").basic_auth("opencode", "geheim");
        assert!(!format!("{builder:?}").contains("geheim"));
        let client = builder.user_agent("bad\nname").build().expect_err("no header");
        assert!(matches!(client, Error::Request(_)));
        let client =
            Client::builder("http://host").basic_auth("opencode", "geheim").build().expect("a client");
        let printed = format!("{client:?}");
        assert!(!printed.contains("geheim") && !printed.contains("Z2VoZWlt"), "{printed}");
    }
}
