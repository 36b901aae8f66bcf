//! One request and its answer: what every request of a client carries, and how long it may take.

use reqwest::header::{ACCEPT, HeaderMap, HeaderValue};
use reqwest::{Method, Request, RequestBuilder, Response};

use crate::answer::{Sent, late};
use crate::error::{CONNECTION, Error};
use crate::generated::Client;
use crate::rules::{Rule, Safe};

impl Client {
    /// Credentials and directory, as every request of this client carries them.
    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.inner.headers
    }

    /// How long one answer may take, where it has a limit; short enough to be added to an instant.
    #[cfg(feature = "events")]
    pub(crate) fn time_limit(&self) -> Option<std::time::Duration> {
        self.inner.settings.time_limit.map(|limit| limit.min(crate::connect::NO_LIMIT))
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

    /// Sends a request as the operations send theirs: with the directory and the credentials of this client, within its
    /// [time limit](crate::ClientBuilder::time_limit), and again as [`Retry`](crate::Retry) says. An operation is known by
    /// method and path; a time limit of the request's own takes the place of the client's. An answer of any status is a
    /// success here.
    ///
    /// # Errors
    /// [`Error::Transport`] and [`Error::Timeout`].
    pub async fn execute(&self, mut request: Request) -> Result<Response, Error> {
        let Rule { limited, safe } = Rule::of(request.method(), request.url().path());
        let settings = &self.inner.settings;
        let limit = request.timeout().copied().or(settings.time_limit.filter(|_| limited));
        *request.timeout_mut() = limit;
        let headers = request.headers_mut();
        for (name, value) in self.headers() {
            headers.insert(name, value.clone());
        }
        let sent = Sent { method: request.method().clone(), limit };
        // A body that is a stream can be sent but once.
        let is_whole = request.body().is_none_or(|body| body.as_bytes().is_some());
        let result = if safe == Safe::Never || !is_whole {
            self.client.execute(request).await
        } else {
            let attempt = || {
                let request = request.try_clone().expect("a body that is no stream can be cloned");
                self.client.execute(request)
            };
            settings.retry.run(safe, attempt).await
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

    /// Sends the request of an operation; the generated code calls it.
    pub(crate) async fn exchange(
        &self,
        mut request: Request,
        operation: &'static str,
    ) -> Result<Response, Error> {
        // The generator asks for JSON everywhere.
        if matches!(operation, "event_subscribe" | "global_event") {
            request.headers_mut().insert(ACCEPT, HeaderValue::from_static("text/event-stream"));
        }
        self.execute(request).await
    }
}
