//! The one road to providers: a shared HTTP client, and the bounds that hold for every answer. A provider that
//! falls silent, an event or an error body without end, and a connection cut in the middle each become a
//! [`ModelError`]; no wire format has a time limit of its own. Start from [`Transport::events`].

use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use eventsource_stream::{Event, EventStreamError, Eventsource};
use futures::{Stream, StreamExt};
use indexmap::IndexMap;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, SET_COOKIE};
use reqwest::{Client, Response, Url};
use serde_json::Value;
use tokio::time::timeout;

use super::ModelError;

/// Bounds of an answer.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Until the TCP and TLS handshakes are done.
    pub connect: Duration,
    /// Bytes of one server-sent event. Beyond it the answer fails: nothing sane is that long.
    pub event_bytes: usize,
    /// Bytes of an error body; the rest is left unread.
    pub error_bytes: usize,
}

/// How long a provider may send nothing, headers included, if configuration has no word on it (OpenCode's own
/// default for `options.timeout`).
pub const SILENCE: Duration = Duration::from_millis(300_000);

/// The shared client. Cheap to clone; the client inside is made on first use, so that a server which asks no
/// model pays nothing for it.
#[derive(Clone)]
pub struct Transport {
    inner: Arc<Inner>,
}

struct Inner {
    limits: Limits,
    client: OnceLock<Client>,
}

/// The events of one answer.
pub type Events = Pin<Box<dyn Stream<Item = Result<Event, ModelError>> + Send>>;

/// One request whose answer is a stream of events.
#[derive(Clone, Debug)]
pub struct Call {
    pub url: Url,
    /// Credentials among them are marked sensitive, so `Debug` does not print them.
    pub headers: HeaderMap,
    pub body: Value,
    /// How long not one byte may come; `None`: for ever.
    pub silence: Option<Duration>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(30), event_bytes: 8 << 20, error_bytes: 64 << 10 }
    }
}

impl Default for Transport {
    fn default() -> Self {
        Self::new(Limits::default())
    }
}

impl Transport {
    pub fn new(limits: Limits) -> Self {
        Self { inner: Arc::new(Inner { limits, client: OnceLock::new() }) }
    }

    /// Sends the call and returns the events of its answer once the headers are there.
    ///
    /// # Errors
    /// [`ModelError::Connect`], [`ModelError::Silent`], [`ModelError::Closed`]; [`ModelError::Api`] or
    /// [`ModelError::ContextOverflow`] for a status that is not 2xx; [`ModelError::Protocol`] for a body that is
    /// no event stream. Inside the stream the last item may be any but the first of them. The stream ends
    /// without an error when the connection was closed in order: whether the answer was whole is the wire
    /// format's to say.
    ///
    /// # Cancellation
    /// Dropping the future or the stream closes the connection.
    pub async fn events(&self, call: Call) -> Result<Events, ModelError> {
        let url = presentable(&call.url);
        let request = self.client()?.post(call.url).headers(call.headers).json(&call.body);
        let response = within(call.silence, request.send()).await?.map_err(|error| failure(&error, &url))?;
        if !response.status().is_success() {
            return Err(self.refused(response, call.silence, url).await);
        }
        let kind = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        // A missing type is let pass: small local servers forget it.
        if let Some(kind) = kind.filter(|kind| !kind.trim_start().starts_with("text/event-stream")) {
            let kind = kind.to_owned();
            return Err(self.misunderstood(response, &kind, call.silence, &url).await);
        }
        Ok(self.framed(response.bytes_stream(), call.silence, url))
    }

    fn client(&self) -> Result<&Client, ModelError> {
        if let Some(client) = self.inner.client.get() {
            return Ok(client);
        }
        let client = Client::builder()
            .connect_timeout(self.inner.limits.connect)
            .user_agent(concat!("opencode-rs/", env!("CARGO_PKG_VERSION")))
            // A redirect would carry the key in `x-api-key` to wherever it points.
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| ModelError::Protocol {
                message: format!("No HTTP client: {}", chain(&error)),
            })?;
        Ok(self.inner.client.get_or_init(|| client))
    }

    fn framed(
        &self,
        bytes: impl Stream<Item = reqwest::Result<Bytes>> + Send + Unpin + 'static,
        silence: Option<Duration>,
        url: String,
    ) -> Events {
        let bytes = Box::pin(bounded(bytes, silence, self.inner.limits.event_bytes, url));
        let events = bytes.eventsource().map(|item| {
            item.map_err(|error| match error {
                EventStreamError::Transport(error) => error,
                EventStreamError::Utf8(_) => protocol("The model's answer is not UTF-8"),
                EventStreamError::Parser(_) => protocol("The model's answer is not framed as events"),
            })
        });
        Box::pin(events)
    }

    async fn refused(&self, response: Response, silence: Option<Duration>, url: String) -> ModelError {
        let status = response.status();
        let headers = readable(response.headers());
        let body = self.cut_body(response, silence).await;
        ModelError::from_response(status.as_u16(), status.canonical_reason(), headers, body, url)
    }

    /// A 2xx answer that is no event stream: an error object of a gateway, or a page of something that is no
    /// model endpoint at all.
    async fn misunderstood(
        &self,
        response: Response,
        kind: &str,
        silence: Option<Duration>,
        url: &str,
    ) -> ModelError {
        let body = self.cut_body(response, silence).await;
        match serde_json::from_str::<Value>(&body) {
            Ok(said) if said.get("error").is_some_and(|error| !error.is_null()) => {
                ModelError::from_stream(&said)
            }
            _ => protocol(&format!("{url} answered with {kind} instead of an event stream")),
        }
    }

    /// What comes before the cap or the end, within the limit of silence for the whole: an error body is worth
    /// neither a longer wait nor an error of its own.
    async fn cut_body(&self, response: Response, silence: Option<Duration>) -> String {
        let cap = self.inner.limits.error_bytes;
        let mut body = Vec::new();
        let mut chunks = response.bytes_stream();
        let reading = async {
            while body.len() < cap
                && let Some(Ok(chunk)) = chunks.next().await
            {
                body.extend_from_slice(&chunk[..chunk.len().min(cap - body.len())]);
            }
        };
        let _ = within(silence, reading).await;
        String::from_utf8_lossy(&body).into_owned()
    }
}

/// The chunks as they come, until a limit is broken.
fn bounded(
    mut bytes: impl Stream<Item = reqwest::Result<Bytes>> + Send + Unpin + 'static,
    silence: Option<Duration>,
    event_bytes: usize,
    url: String,
) -> impl Stream<Item = Result<Bytes, ModelError>> + Send {
    async_stream::stream! {
        let mut size = EventSize::default();
        loop {
            match within(silence, bytes.next()).await {
                Ok(Some(Ok(chunk))) if size.after(&chunk) > event_bytes => {
                    yield Err(protocol(&format!("The model sent an event of more than {event_bytes} bytes")));
                    break;
                }
                Ok(Some(Ok(chunk))) => yield Ok(chunk),
                Ok(Some(Err(error))) => {
                    yield Err(failure(&error, &url));
                    break;
                }
                Ok(None) => break,
                Err(error) => {
                    yield Err(error);
                    break;
                }
            }
        }
    }
}

/// Counts the bytes since the last blank line, which is where an event ends.
#[derive(Default)]
struct EventSize {
    bytes: usize,
    line_is_blank: bool,
}

impl EventSize {
    /// The size of the event that is still open after `chunk`.
    fn after(&mut self, chunk: &[u8]) -> usize {
        for &byte in chunk {
            self.bytes += 1;
            match byte {
                b'\n' if self.line_is_blank => self.bytes = 0,
                b'\n' => self.line_is_blank = true,
                b'\r' => {}
                _ => self.line_is_blank = false,
            }
        }
        self.bytes
    }
}

async fn within<T>(limit: Option<Duration>, work: impl Future<Output = T>) -> Result<T, ModelError> {
    match limit {
        Some(limit) => timeout(limit, work).await.map_err(|_| ModelError::Silent { limit }),
        None => Ok(work.await),
    }
}

/// Marks the value so that no log prints it.
///
/// # Errors
/// [`ModelError::Protocol`] if a name or value holds characters that no header may have.
pub fn insert_header(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), ModelError> {
    let broken = || protocol(&format!("The configured header `{name}` cannot be sent"));
    let name = HeaderName::try_from(name).map_err(|_| broken())?;
    let mut value = HeaderValue::try_from(value).map_err(|_| broken())?;
    value.set_sensitive(true);
    headers.insert(name, value);
    Ok(())
}

fn failure(error: &reqwest::Error, url: &str) -> ModelError {
    if error.is_connect() {
        ModelError::Connect { url: url.to_owned(), reason: chain(error) }
    } else if error.is_builder() {
        protocol(&format!("The request to {url} cannot be sent: {}", chain(error)))
    } else {
        ModelError::Closed
    }
}

/// The causes, innermost last; reqwest's own first sentence repeats the URL and says nothing more.
fn chain(error: &reqwest::Error) -> String {
    let causes: Vec<_> = std::iter::successors(std::error::Error::source(error), |cause| cause.source())
        .map(ToString::to_string)
        .collect();
    if causes.is_empty() { error.to_string() } else { causes.join(": ") }
}

fn protocol(message: &str) -> ModelError {
    ModelError::Protocol { message: message.to_owned() }
}

/// Without what may be secret in it.
fn presentable(url: &Url) -> String {
    let mut url = url.clone();
    url.set_query(None);
    url.set_fragment(None);
    // Fails only for URLs without a host, which carry no credentials either.
    let _ = url.set_username("").and_then(|()| url.set_password(None));
    url.to_string()
}

fn readable(headers: &HeaderMap) -> IndexMap<String, String> {
    headers
        .iter()
        .filter(|(name, _)| *name != SET_COOKIE)
        .map(|(name, value)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests;
