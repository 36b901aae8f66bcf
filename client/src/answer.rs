//! From an answer of the server to a value, or to the [`Error`] that says what is wrong with it.
//!
//! The generated code calls these functions where progenitor would call its own.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use progenitor_client::ResponseValue;
use reqwest::header::HeaderMap;
use reqwest::{Method, Response, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;

#[cfg(feature = "events")]
use crate::error::ApiError;
use crate::error::{Error, StatusError};
use crate::place;

/// The longest body of a refusal that is kept.
const REFUSAL_LIMIT: usize = 1 << 20;

/// What an answer must remember of its request; it travels in the extensions of the response.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) method: Method,
    /// The time limit of the whole exchange, if it has one.
    pub(crate) limit: Option<Duration>,
}

/// The body as `T`.
pub(crate) async fn decode<T: DeserializeOwned>(response: Response) -> Result<ResponseValue<T>, Error> {
    let Whole { status, headers, body } = whole(response).await?;
    // As text, like events: for bytes, everything would be compiled a second time.
    match serde_json::from_str(std::str::from_utf8(&body).unwrap_or_default()) {
        Ok(value) => Ok(ResponseValue::new(value, status, headers)),
        Err(error) => Err(undecodable::<T>(body, &error)),
    }
}

/// An answer of which all has come.
struct Whole {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

/// What is the same for every type of body, and so is compiled once.
async fn whole(response: Response) -> Result<Whole, Error> {
    let limit = response.extensions().get::<Sent>().and_then(|sent| sent.limit);
    let (status, headers) = (response.status(), response.headers().clone());
    let body = response.bytes().await.map_err(|error| late(error, limit))?;
    Ok(Whole { status, headers, body })
}

/// The error of an answer that is not the declared success.
pub(crate) async fn refusal(response: Response) -> Error {
    let status = response.status();
    let method =
        response.extensions().get::<Sent>().map_or_else(String::new, |sent| format!("{} ", sent.method));
    let request = format!("{method}{}", response.url().path());
    let body = beginning(response).await;
    if status.is_success() || status.is_redirection() {
        let reason = format!("{request} has no answer with status {status} in the contract");
        return Error::Undecodable { path: ".".to_owned(), reason, body };
    }
    Error::Status(Box::new(StatusError::new(request, status, body)))
}

/// What a refusal says to people.
#[cfg(feature = "events")]
pub(crate) async fn message(response: Response) -> String {
    ApiError::read(&beginning(response).await).map(|error| error.message()).unwrap_or_default()
}

/// The body, but for what is too much of it. One that breaks off says something, too: the status is the message.
async fn beginning(mut response: Response) -> Bytes {
    let mut body = BytesMut::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        body.extend_from_slice(&chunk[..chunk.len().min(REFUSAL_LIMIT - body.len())]);
        if body.len() == REFUSAL_LIMIT {
            break;
        }
    }
    body.freeze()
}

/// An error of the transport, which is a time limit where `limit` is ours.
pub(crate) fn late(error: reqwest::Error, limit: Option<Duration>) -> Error {
    match limit {
        Some(after) if error.is_timeout() => Error::Timeout { what: "answer", after },
        _ => error.into(),
    }
}

/// Says where and why a body is not a `T`.
fn undecodable<T: DeserializeOwned>(body: Bytes, error: &serde_json::Error) -> Error {
    let whole = |reason: String| (".".to_owned(), reason);
    let (path, reason) = if body.is_empty() {
        whole("the body is empty: the server could not finish what it began, and tells why in an event if at all".to_owned())
    } else if let Ok(text) = std::str::from_utf8(&body) {
        match serde_json::from_str::<Value>(text) {
            Ok(value) => misfit::<T>(value).unwrap_or_else(|| whole(error.to_string())),
            Err(_) => (place::path(text, error), error.to_string()),
        }
    } else {
        whole("it is no UTF-8".to_owned())
    };
    Error::Undecodable { path, reason, body }
}

/// The path of the member of `value` at which it is no `T`, and why.
///
/// A union reads what stands before its tag once it has found the tag, and what is wrong there is found at the tag. So
/// this is found out with the tags in front.
fn misfit<T: DeserializeOwned>(mut value: Value) -> Option<(String, String)> {
    tags_first(&mut value);
    let text = value.to_string();
    let error = serde_json::from_str::<T>(&text).err()?;
    // Line and column are those of another text than the body.
    let reason = error.to_string();
    let end = reason.rfind(" at line ").unwrap_or(reason.len());
    Some((place::path(&text, &error), reason[..end].to_owned()))
}

/// Moves what a union may have for its tag to the front of every object.
fn tags_first(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(tags_first),
        Value::Object(members) => {
            for tag in ["name", "status", "role", "type"] {
                if let Some(value) = members.shift_remove(tag) {
                    members.shift_insert(0, tag.to_owned(), value);
                }
            }
            members.values_mut().for_each(tags_first);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use opencode_types::SessionMessagesResponseItem;
    use serde_json::json;

    use super::*;

    fn response(status: u16, body: impl Into<reqwest::Body>) -> Response {
        http::Response::builder().status(status).body(body).expect("a response").into()
    }

    async fn place(body: impl Into<reqwest::Body>) -> (String, String) {
        match decode::<Vec<SessionMessagesResponseItem>>(response(200, body)).await {
            Err(Error::Undecodable { path, reason, .. }) => (path, reason),
            other => panic!("{other:?}"),
        }
    }

    /// Two messages, the second of which called a tool; members stand in the order of the real server.
    fn messages() -> Value {
        let user = json!({"info": {
            "role": "user", "time": {"created": 1}, "agent": "build", "id": "msg_1", "sessionID": "ses_1",
            "model": {"providerID": "p", "modelID": "m"},
        }, "parts": []});
        let tool = json!({
            "id": "prt_1", "sessionID": "ses_1", "messageID": "msg_1", "type": "tool", "callID": "c", "tool": "bash",
            "state": {"input": {}, "raw": "", "status": "pending"},
        });
        let mut second = user.clone();
        second["parts"] = json!([tool]);
        json!([user, second])
    }

    #[tokio::test]
    async fn a_wrong_member_deep_in_a_union_is_named_by_its_path() {
        let whole = decode::<Vec<SessionMessagesResponseItem>>(response(200, messages().to_string())).await;
        assert_eq!(whole.expect("it fits the contract").len(), 2);
        // Before the tag and behind it, in a union and in a union of a union.
        for (pointer, path) in [
            ("/1/parts/0/id", "[1].parts[0].id"),
            ("/1/parts/0/callID", "[1].parts[0].callID"),
            ("/1/parts/0/state/raw", "[1].parts[0].state.raw"),
            ("/1/parts/0/state/input", "[1].parts[0].state.input"),
            ("/0/info/time/created", "[0].info.time.created"),
        ] {
            let mut body = messages();
            *body.pointer_mut(pointer).expect("a member") = json!([true]);
            let (found, reason) = place(body.to_string()).await;
            assert_eq!(found, path, "{reason}");
            assert!(reason.contains("invalid type"), "{reason}");
        }
    }

    #[tokio::test]
    async fn what_is_no_json_is_said_with_its_place() {
        let text = messages().to_string();
        let (path, reason) = place(text[..text.len() - 60].to_owned()).await;
        assert!(path.starts_with("[1].parts[0]") && reason.contains("EOF"), "{path}: {reason}");
        let (path, reason) = place("<html>").await;
        assert_eq!(path, ".");
        assert!(reason.contains("line 1 column 1"), "{reason}");
        let (_, reason) = place("").await;
        assert!(reason.starts_with("the body is empty"), "{reason}");
    }

    #[tokio::test]
    async fn an_unexpected_status_is_a_refusal_with_what_was_said() {
        let error = refusal(response(502, "Bad Gateway")).await;
        assert_eq!(error.to_string(), "/ was answered 502 Bad Gateway: Bad Gateway");
        let error = refusal(response(500, "x".repeat(REFUSAL_LIMIT + 1))).await;
        assert!(matches!(&error, Error::Status(refusal) if refusal.body.len() == REFUSAL_LIMIT));
        let error = refusal(response(204, "")).await;
        assert!(matches!(error, Error::Undecodable { .. }), "{error:?}");
    }
}
