//! How a client is made: address, credentials, directory, time limits; and what it adds to every request.

use std::time::Duration;

use base64::Engine as _;
use progenitor_client::{ClientHooks, ClientInfo as _, OperationInfo};
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue};
use url::Url;

use crate::generated::{Client, Error};

/// What every request of a client carries.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub(crate) headers: HeaderMap,
}

/// Why no client could be made.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The address is not one of HTTP.
    #[error("{url:?} is not the address of an HTTP server: {reason}")]
    Address {
        /// What was given.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A value cannot stand in a header.
    #[error("the {what} cannot be sent in a header")]
    Header {
        /// Which value.
        what: &'static str,
    },
    /// The transport could not be set up.
    #[error("the transport cannot be set up")]
    Transport(#[from] reqwest::Error),
}

/// Collects what a [`Client`] needs.
#[derive(Clone, Debug)]
pub struct ClientBuilder {
    url: String,
    directory: Option<String>,
    credentials: Option<(String, String)>,
    connect_timeout: Duration,
    transport: Option<reqwest::Client>,
}

impl Client {
    /// A client of the server at `url`, for example `http://127.0.0.1:4096`.
    pub fn builder(url: impl Into<String>) -> ClientBuilder {
        ClientBuilder {
            url: url.into(),
            directory: None,
            credentials: None,
            connect_timeout: Duration::from_secs(10),
            transport: None,
        }
    }

    /// The same connection, scoped to another directory (absolute path on the server).
    ///
    /// # Errors
    /// [`BuildError::Header`] never happens for a path: it is percent-encoded.
    pub fn in_directory(&self, directory: &str) -> Result<Self, BuildError> {
        let mut state = self.inner().clone();
        state.headers.insert(DIRECTORY, directory_header(directory)?);
        Ok(Self::new_with_client(self.baseurl(), self.client().clone(), state))
    }
}

const DIRECTORY: &str = "x-opencode-directory";

/// The header is decoded once by the server, so that any path can stand in it.
fn directory_header(directory: &str) -> Result<HeaderValue, BuildError> {
    let encoded: String = url::form_urlencoded::byte_serialize(directory.as_bytes()).collect();
    // Form encoding writes a blank as `+`, which the server would keep.
    HeaderValue::from_str(&encoded.replace('+', "%20")).map_err(|_| BuildError::Header { what: "directory" })
}

impl ClientBuilder {
    /// The directory whose instance every request means, unless it names another: an absolute path on the server.
    #[must_use]
    pub fn directory(mut self, directory: impl Into<String>) -> Self {
        self.directory = Some(directory.into());
        self
    }

    /// Basic authentication. The server's default user is `opencode`.
    #[must_use]
    pub fn basic_auth(mut self, username: impl Into<String>, password: impl Into<String>) -> Self {
        self.credentials = Some((username.into(), password.into()));
        self
    }

    /// Credentials from `OPENCODE_SERVER_PASSWORD` and `OPENCODE_SERVER_USERNAME`, if the password is set.
    #[must_use]
    pub fn credentials_from_environment(self) -> Self {
        match std::env::var("OPENCODE_SERVER_PASSWORD") {
            Ok(password) if !password.is_empty() => {
                let username =
                    std::env::var("OPENCODE_SERVER_USERNAME").unwrap_or_else(|_| "opencode".into());
                self.basic_auth(username, password)
            }
            _ => self,
        }
    }

    /// How long to wait for a connection; 10 seconds if not set. Requests have no limit of their own: a prompt lasts as
    /// long as the model answers.
    #[must_use]
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
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
    /// [`BuildError`]
    pub fn build(self) -> Result<Client, BuildError> {
        let address = |reason: String| BuildError::Address { url: self.url.clone(), reason };
        let url = Url::parse(&self.url).map_err(|error| address(error.to_string()))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(address(format!("its scheme is `{}`", url.scheme())));
        }
        let mut state = State::default();
        if let Some((username, password)) = &self.credentials {
            let pair = base64::engine::general_purpose::STANDARD.encode(format!("{username}:{password}"));
            let mut value = HeaderValue::from_str(&format!("Basic {pair}"))
                .map_err(|_| BuildError::Header { what: "password" })?;
            value.set_sensitive(true);
            state.headers.insert(AUTHORIZATION, value);
        }
        if let Some(directory) = &self.directory {
            state.headers.insert(DIRECTORY, directory_header(directory)?);
        }
        let transport = match self.transport {
            Some(transport) => transport,
            None => reqwest::Client::builder().connect_timeout(self.connect_timeout).build()?,
        };
        Ok(Client::new_with_client(self.url.trim_end_matches('/'), transport, state))
    }
}

impl ClientHooks<State> for Client {
    async fn pre<E>(
        &self,
        request: &mut reqwest::Request,
        operation: &OperationInfo,
    ) -> Result<(), Error<E>> {
        let headers = request.headers_mut();
        // The generated code sends it; OpenCode has no such header.
        headers.remove("api-version");
        for (name, value) in &self.inner().headers {
            headers.insert(name, value.clone());
        }
        if matches!(operation.operation_id, "event_subscribe" | "global_event") {
            headers.insert(ACCEPT, HeaderValue::from_static("text/event-stream"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_is_none_is_refused() {
        for url in ["", "localhost:4096", "ftp://host"] {
            assert!(matches!(Client::builder(url).build(), Err(BuildError::Address { .. })), "{url}");
        }
    }

    #[test]
    fn a_directory_of_any_letters_can_be_sent() {
        let value = directory_header("/home/größe und + mehr").expect("it is encoded");
        assert_eq!(value, "%2Fhome%2Fgr%C3%B6%C3%9Fe%20und%20%2B%20mehr");
    }
}
