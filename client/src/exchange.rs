//! One request and its answer: what every request of a client carries, and how long it may take.

use std::time::Duration;

use reqwest::header::{ACCEPT, HeaderMap, HeaderValue};
use reqwest::{Method, Request, RequestBuilder, Response};

use crate::answer::{Sent, late};
use crate::error::{CONNECTION, Error};
use crate::generated::Client;
use crate::retry::Safe;

/// Operations that last as long as the work that they ask for, or as somebody takes to answer them.
const ENDLESS: [&str; 11] = [
    "session_prompt",
    "session_command",
    "session_shell",
    "session_summarize",
    "session_init",
    "event_subscribe",
    "global_event",
    // A person signs in with a browser.
    "mcp_auth_authenticate",
    "provider_oauth_callback",
    // A long poll.
    "tui_control_next",
    // A worktree is made by git and by the start script of the project.
    "worktree_create",
];

impl Client {
    /// Credentials and directory, as every request of this client carries them.
    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.inner.headers
    }

    /// The time limit of an operation (its name in the generated code).
    pub(crate) fn limit(&self, operation: &str) -> Option<Duration> {
        if ENDLESS.contains(&operation) { None } else { self.inner.settings.time_limit }
    }

    /// A request for what has no method here: an operation of a newer server, or one that is known only when the program
    /// runs. [`execute`](Self::execute) sends it.
    ///
    /// ```no_run
    /// # async fn example(client: opencode_client::Client) -> Result<(), opencode_client::Error> {
    /// use opencode_client::reqwest::Method;
    ///
    /// let answer = client.execute(client.request(Method::GET, "/vcs").build()?).await?;
    /// println!("{}: {}", answer.status(), answer.text().await?);
    /// # Ok(())
    /// # }
    /// ```
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url()))
    }

    /// Sends a request with the directory and the credentials of this client. It has no time limit but those of the
    /// transport, and is tried again as [`Retry`](crate::Retry) says. An answer of any status is a success here.
    ///
    /// # Errors
    /// [`Error::Transport`] and [`Error::Timeout`].
    pub async fn execute(&self, request: Request) -> Result<Response, Error> {
        let safe = Safe::of(request.method(), None);
        self.send(request, None, safe).await
    }

    /// Sends the request of an operation; the generated code calls it.
    pub(crate) async fn exchange(
        &self,
        mut request: Request,
        operation: &'static str,
    ) -> Result<Response, Error> {
        if matches!(operation, "event_subscribe" | "global_event") {
            request.headers_mut().insert(ACCEPT, HeaderValue::from_static("text/event-stream"));
        }
        let safe = Safe::of(request.method(), Some(operation));
        self.send(request, self.limit(operation), safe).await
    }

    async fn send(
        &self,
        mut request: Request,
        limit: Option<Duration>,
        safe: Safe,
    ) -> Result<Response, Error> {
        let headers = request.headers_mut();
        for (name, value) in self.headers() {
            headers.insert(name, value.clone());
        }
        if limit.is_some() {
            *request.timeout_mut() = limit;
        }
        let sent = Sent { method: request.method().clone(), limit };
        let settings = &self.inner.settings;
        // A body that is a stream can be sent but once.
        let again = if safe == Safe::Never { None } else { request.try_clone() };
        let result = match again {
            None => self.client.execute(request).await,
            Some(_) => {
                let attempt = || {
                    self.client
                        .execute(request.try_clone().expect("what was cloned once can be cloned again"))
                };
                settings.retry.run(safe, attempt).await
            }
        };
        let mut response = result.map_err(|error| match settings.connect_timeout {
            Some(after) if error.is_connect() && error.is_timeout() => {
                Error::Timeout { what: CONNECTION, after }
            }
            _ => late(error, limit),
        })?;
        response.extensions_mut().insert(sent);
        Ok(response)
    }
}
