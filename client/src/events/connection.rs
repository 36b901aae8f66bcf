//! One connection to an event stream: the request, and what its answer means.

use std::time::{Duration, SystemTime};

use futures_util::StreamExt as _;
use reqwest::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Response, StatusCode};

use super::stream::Body;
use super::{EventError, Lost};
use crate::Client;
use crate::answer::message;
use crate::connect::NO_LIMIT;
use crate::retry::retry_after;

/// Why there is no connection.
pub(super) enum Failure {
    /// It would be no different next time.
    Final(EventError),
    /// It may be; the server may have said when to come again.
    Passing(Lost, Option<Duration>),
}

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// Asks for the stream at `path`, and waits for its head for at most `silence`.
pub(super) async fn open(
    client: Client,
    path: &'static str,
    id: Option<String>,
    silence: Duration,
) -> Result<Body, Failure> {
    let address = format!("{}{path}", client.baseurl);
    // The total time limit of a transport would cut the stream.
    let mut request = client.client.get(address).headers(client.inner.headers.clone()).timeout(NO_LIMIT);
    request = request
        .header(ACCEPT, HeaderValue::from_static("text/event-stream"))
        .header(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // An id that cannot stand in a header is left out; the missing greeting then tells the gap.
    if let Some(id) = id.and_then(|id| HeaderValue::from_bytes(id.as_bytes()).ok()) {
        request = request.header(LAST_EVENT_ID, id);
    }
    let answer = match tokio::time::timeout(silence, request.send()).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => return Err(Failure::Passing(Lost::Transport(error), None)),
        Err(_) => return Err(Failure::Passing(Lost::Silent(silence), None)),
    };
    let status = answer.status();
    if status == StatusCode::OK {
        return events_of(answer);
    }
    let passes = match status {
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY | StatusCode::TOO_MANY_REQUESTS => true,
        StatusCode::NOT_IMPLEMENTED => false,
        _ => status.is_server_error(),
    };
    if passes {
        let asked = retry_after(&answer, SystemTime::now());
        return Err(Failure::Passing(Lost::Status(status), asked));
    }
    let message = tokio::time::timeout(silence, message(answer)).await.unwrap_or_default();
    Err(Failure::Final(EventError::Refused { status, message }))
}

fn events_of(answer: Response) -> Result<Body, Failure> {
    let content_type = answer.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    let essence = content_type.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
    if essence.eq_ignore_ascii_case(b"text/event-stream") {
        return Ok(answer.bytes_stream().boxed());
    }
    let content_type = String::from_utf8_lossy(content_type).into_owned();
    Err(Failure::Final(EventError::NotEvents { content_type }))
}
