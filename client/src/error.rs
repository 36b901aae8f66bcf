//! Why a call did not give what it should: one [`Error`] for the whole crate.
//!
//! How an answer becomes one of these is in `answer.rs`.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use opencode_types::{BadRequestError, NotFoundError};
use reqwest::StatusCode;
use serde_json::Value;

/// What can go wrong between a call and its answer.
///
/// The text of an error does not repeat that of its [`source`](std::error::Error::source): print the [`chain`].
///
/// ```no_run
/// # async fn example(client: opencode_client::Client) -> Result<(), opencode_client::Error> {
/// use opencode_client::{ApiError, Error};
///
/// match client.session().get("ses_of_yesterday").send().await {
///     Ok(session) => println!("{}", session.title),
///     Err(Error::Status(refusal)) if matches!(refusal.error, Some(ApiError::NotFound(_))) => println!("gone"),
///     Err(other) => return Err(other),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No whole answer came: the server cannot be reached, TLS failed, the connection broke.
    #[error("no answer from the server")]
    Transport(#[source] reqwest::Error),

    /// A time limit of this client passed.
    #[error("no {what} after {} s", after.as_secs_f64())]
    Timeout {
        /// What did not come in time: `connection`, `answer`, `end of the run`, `end of the aborted run`.
        what: &'static str,
        /// The limit.
        after: Duration,
    },

    /// The server refused: a status that is no success.
    #[error(transparent)]
    Status(Box<StatusError>),

    /// A successful answer that does not fit the contract. Its body is empty where a run of the server failed.
    #[error("the answer does not fit the contract at `{path}`: {reason}")]
    Undecodable {
        /// The wrong member, for example `[3].parts[0].state.input`; `.` is the whole body.
        path: String,
        /// What is wrong with it.
        reason: String,
        /// The body as it came.
        body: Bytes,
    },

    /// The request cannot be made: an address that is none, a parameter that is missing or cannot be sent.
    #[error("the request cannot be made: {0}")]
    Request(String),

    /// The server's contract is not the compiled-in one, see [`Client::check_contract`](crate::Client::check_contract).
    #[error(transparent)]
    Drift(Box<crate::contract::Drift>),

    /// An event stream gave no event.
    #[cfg(feature = "events")]
    #[error(transparent)]
    Events(#[from] crate::events::EventError),

    /// A terminal cannot be reached, its connection broke, or its input may be lost.
    #[cfg(feature = "pty")]
    #[error(transparent)]
    Pty(#[from] crate::pty::PtyError),

    /// A run gave no answer.
    #[cfg(feature = "events")]
    #[error(transparent)]
    Conversation(#[from] crate::conversation::ConversationError),

    /// No server could be started.
    #[cfg(all(unix, feature = "process"))]
    #[error(transparent)]
    Process(#[from] crate::process::ProcessError),
}

impl Error {
    /// The status of a refusal.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Status(refusal) => Some(refusal.status),
            _ => None,
        }
    }

    /// What the server said with a refusal, if it said anything.
    pub fn api_error(&self) -> Option<&ApiError> {
        match self {
            Self::Status(refusal) => refusal.error.as_ref(),
            _ => None,
        }
    }

    /// Whether no connection came about, so that the server cannot have seen the request.
    pub fn is_connect(&self) -> bool {
        match self {
            Self::Transport(error) => error.is_connect(),
            Self::Timeout { what, .. } => *what == CONNECTION,
            _ => false,
        }
    }
}

/// [`Error::Timeout`] of a connection that did not come about.
pub(crate) const CONNECTION: &str = "connection";

impl From<reqwest::Error> for Error {
    /// A transport that was handed over has limits of its own, whose lengths are not known here.
    fn from(error: reqwest::Error) -> Self {
        if error.is_builder() { Self::Request(chain(&error)) } else { Self::Transport(error) }
    }
}

/// An error and its sources for a person to read, on one line: `no answer from the server: … Connection refused`. A
/// source whose text has been said already is left out, and so is what follows a line break.
///
/// ```
/// use opencode_client::{Client, chain};
///
/// let error = Client::builder("localhost:4096").build().expect_err("it lacks `http://`");
/// assert!(chain(&error).starts_with("the request cannot be made: "));
/// ```
pub fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(next) = source {
        let more = next.to_string();
        if !text.contains(&more) {
            text.push_str(": ");
            text.push_str(&more);
        }
        source = next.source();
    }
    text.truncate(text.find('\n').unwrap_or(text.len()));
    text
}

/// A refusal of the server, see [`Error::Status`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct StatusError {
    /// Method and path of the request, for example `GET /session/ses_1`.
    pub request: String,
    /// The status of the answer.
    pub status: StatusCode,
    /// The body, understood; `None` if it is empty.
    pub error: Option<ApiError>,
    /// The body as it came, at most its first MiB.
    pub body: Bytes,
}

impl StatusError {
    pub(crate) fn new(request: String, status: StatusCode, body: Bytes) -> Self {
        Self { request, status, error: ApiError::read(&body), body }
    }
}

impl fmt::Display for StatusError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} was answered {}", self.request, self.status)?;
        match &self.error {
            Some(error) => write!(formatter, ": {error}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for StatusError {}

/// What the server says with a refusal.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ApiError {
    /// The request does not fit the contract (status 400).
    BadRequest(BadRequestError),
    /// What the path names does not exist (status 404).
    NotFound(NotFoundError),
    /// Any other JSON, mostly `{"name": …, "data": {"message": …}}` (status 500).
    Other(Value),
    /// No JSON: what a proxy says, or a server that is just starting.
    Text(String),
}

impl ApiError {
    /// Reads the body of a refusal, such as one that [`Client::execute`](crate::Client::execute) brought; nothing if it is
    /// empty.
    pub fn read(body: &[u8]) -> Option<Self> {
        // The shapes share no tag, so they are tried in turn.
        if body.is_empty() {
            return None;
        }
        let text = String::from_utf8_lossy(body);
        let Ok(json) = serde_json::from_str::<Value>(&text) else {
            return Some(Self::Text(text.trim().to_owned()));
        };
        Some(if let Ok(error) = serde_json::from_str(&text) {
            Self::NotFound(error)
        } else if let Ok(error) = serde_json::from_str(&text) {
            Self::BadRequest(error)
        } else {
            Self::Other(json)
        })
    }

    /// What a person should read, without the stack that the server may send along.
    pub fn message(&self) -> String {
        let text = match self {
            Self::BadRequest(error) => {
                // As JSON: the contract names its members differently from release to release.
                let json = serde_json::to_value(error).unwrap_or_default();
                let lists = ["error", "errors"].into_iter().filter_map(|name| json.get(name)?.as_array());
                let issues: Vec<String> = lists.flatten().filter_map(issue).collect();
                if issues.is_empty() {
                    "the request does not fit the contract".to_owned()
                } else {
                    issues.join("; ")
                }
            }
            Self::NotFound(error) => error.data.message.clone(),
            Self::Other(json) => ["/data/message", "/message", "/error/message", "/error"]
                .iter()
                .find_map(|pointer| json.pointer(pointer)?.as_str())
                .map_or_else(|| json.to_string(), str::to_owned),
            Self::Text(text) => text.clone(),
        };
        let end = text.find("\n    at ").unwrap_or(text.len());
        text[..end].trim_end().to_owned()
    }
}

/// `path.to.member: what is wrong` of one issue of a request.
fn issue(issue: &Value) -> Option<String> {
    let message = issue.get("message")?.as_str()?;
    let path: Vec<String> = issue
        .get("path")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|step| step.as_str().map_or_else(|| step.to_string(), str::to_owned))
        .collect();
    Some(if path.is_empty() { message.to_owned() } else { format!("{}: {message}", path.join(".")) })
}

impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn message(body: &str) -> String {
        let refusal =
            StatusError::new("GET /session/x".into(), StatusCode::BAD_REQUEST, Bytes::from(body.to_owned()));
        refusal.to_string()
    }

    #[test]
    fn every_shape_of_a_refusal_has_a_message_to_read() {
        let bad = json!({"data": {}, "success": false, "error": [
            {"code": "invalid_type", "path": ["parts", 0, "text"], "message": "expected string"}, {"message": "and more"},
        ]});
        for (body, said) in [
            (bad.to_string(), "parts.0.text: expected string; and more"),
            (
                r#"{"name":"NotFoundError","data":{"message":"Session not found: x"}}"#.into(),
                "Session not found: x",
            ),
            (
                "{\"name\":\"UnknownError\",\"data\":{\"message\":\"Error: no\\n    at run (a.ts:1:2)\"}}"
                    .into(),
                "Error: no",
            ),
            (r#"{"unheard":["of"]}"#.into(), r#"{"unheard":["of"]}"#),
            ("Bad Gateway\n".into(), "Bad Gateway"),
        ] {
            assert_eq!(message(&body), format!("GET /session/x was answered 400 Bad Request: {said}"));
        }
        assert_eq!(message(""), "GET /session/x was answered 400 Bad Request");
    }

    #[test]
    fn a_chain_says_everything_once_and_on_one_line() {
        #[derive(Debug, thiserror::Error)]
        #[error("{0}")]
        struct Said(&'static str, #[source] Option<Box<Said>>);
        let last = Said("refused\n<html>", None);
        let error = Said("no answer", Some(Box::new(Said("answer", Some(Box::new(last))))));
        assert_eq!(chain(&error), "no answer: refused");
    }

    #[test]
    fn errors_of_the_contract_are_typed() {
        let not_found = br#"{"name":"NotFoundError","data":{"message":"m"}}"#;
        assert!(matches!(ApiError::read(not_found), Some(ApiError::NotFound(_))));
        let bad = br#"{"success":false,"data":null,"errors":[]}"#;
        assert!(matches!(ApiError::read(bad), Some(ApiError::BadRequest(_))));
        assert_eq!(ApiError::read(b""), None);
    }
}
