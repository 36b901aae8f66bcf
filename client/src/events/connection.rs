//! One connection to an event stream: the request, and what its answer means.

use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use reqwest::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER};
use reqwest::{Response, StatusCode};

use super::stream::Body;
use super::{EventError, Lost};
use crate::Client;

/// Why there is no connection.
pub(super) enum Failure {
    /// It would be no different next time.
    Final(EventError),
    /// It may be; the server may have said when to come again.
    Passing(Lost, Option<Duration>),
}

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
/// The total time limit of a transport would cut the stream; this is as good as none.
const NO_LIMIT: Duration = Duration::from_secs(10 * 365 * 24 * 60 * 60);
/// As much of a refusal is read.
const MESSAGE_LIMIT: usize = 1024;

/// Asks for the stream at `path`, and waits for its head for at most `silence`.
pub(super) async fn open(
    client: Client,
    path: &'static str,
    id: Option<String>,
    silence: Duration,
) -> Result<Body, Failure> {
    let address = format!("{}{path}", client.baseurl);
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
        let asked =
            answer.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.trim().parse().ok());
        return Err(Failure::Passing(Lost::Status(status), asked.map(Duration::from_secs)));
    }
    let message = tokio::time::timeout(silence, beginning(answer)).await.unwrap_or_default();
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

/// The first bytes of a body, as text.
async fn beginning(answer: Response) -> String {
    let mut bytes = Vec::new();
    let mut body = answer.bytes_stream();
    while bytes.len() < MESSAGE_LIMIT
        && let Some(Ok(chunk)) = body.next().await
    {
        let chunk: Bytes = chunk;
        bytes.extend_from_slice(&chunk[..chunk.len().min(MESSAGE_LIMIT - bytes.len())]);
    }
    String::from_utf8_lossy(&bytes).trim().to_owned()
}
