//! One HTTP exchange: which dialect, which script, which answer. The socket is [`crate::server`]'s.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use futures::TryStreamExt;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, Limited, StreamBody};
use hyper::body::{Frame, Incoming};
use hyper::{Method, Request, Response, StatusCode, header};
use serde_json::{Value, json};

use crate::openai;
use crate::plan::Failure;
use crate::script::{Kind, Script};
use crate::server::Options;
use crate::stream::{self, Asked, Cut, Dialect};
use crate::watch::Journal;

pub(crate) type Body = UnsyncBoxBody<Bytes, Cut>;

/// A prompt with pictures is large; beyond this it is a mistake.
const MOST_BODY_BYTES: usize = 64 * 1024 * 1024;

/// What all connections of one server share.
pub(crate) struct Shared {
    pub journal: Arc<Journal>,
    pub options: Options,
    /// Texts whose `[error CODE once]` has struck.
    pub failed_once: Mutex<HashSet<String>>,
}

pub(crate) async fn answer(shared: Arc<Shared>, request: Request<Incoming>) -> Response<Body> {
    let path = request.uri().path().trim_end_matches('/').to_owned();
    if request.method() == Method::GET {
        return match path.ends_with("/models") {
            true => json_answer(StatusCode::OK, &openai::models()),
            false => not_found(),
        };
    }
    let (head, body) = request.into_parts();
    let Ok(body) = Limited::new(body, MOST_BODY_BYTES).collect().await else {
        return json_answer(StatusCode::BAD_REQUEST, &json!({ "error": { "message": "unreadable body" } }));
    };
    let body = body.to_bytes();
    let body: Value = serde_json::from_slice(&body)
        .unwrap_or_else(|_| json!({ "unparsed": String::from_utf8_lossy(&body).into_owned() }));
    let number = shared.journal.record(head.uri.to_string(), head.headers, body.clone());
    let dialect = match () {
        () if path.ends_with("/chat/completions") => Dialect::OpenAi,
        () if path.ends_with("/messages") => Dialect::Anthropic,
        () => return not_found(),
    };
    play(&shared, dialect, number, &body)
}

fn play(shared: &Arc<Shared>, dialect: Dialect, number: u64, body: &Value) -> Response<Body> {
    let script = Script::from_request(body);
    let mut plan = script.plan();
    if script.kind != Kind::Answer {
        plan.failure = None;
    }
    match plan.failure {
        Some(Failure::Status { code, once }) if !once || first_time(shared, &script.text) => {
            return failure(dialect, code);
        }
        Some(Failure::Overflow) => return overflow(dialect),
        _ => {}
    }
    let asked = Asked { number, model: body["model"].clone() };
    if body["stream"] != true {
        return json_answer(StatusCode::OK, &dialect.whole(&plan, &asked));
    }
    let guard = shared.journal.open_stream();
    let frames = stream::body(dialect, &plan, &asked, shared.options.pace, guard).map_ok(Frame::data);
    Response::builder()
        .header(header::CONTENT_TYPE, "text/event-stream")
        .header(header::CACHE_CONTROL, "no-cache")
        .body(StreamBody::new(frames).boxed_unsync())
        .expect("these headers are valid")
}

fn first_time(shared: &Shared, text: &str) -> bool {
    shared.failed_once.lock().unwrap_or_else(PoisonError::into_inner).insert(text.to_owned())
}

fn failure(dialect: Dialect, code: u16) -> Response<Body> {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = json_answer(status, &dialect.error(code, &format!("Scripted error {code}")));
    if code == 429 {
        response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("1"));
    }
    response
}

/// The words by which clients tell an exceeded context from other bad requests are in the message of either dialect.
fn overflow(dialect: Dialect) -> Response<Body> {
    let message =
        "This model's maximum context length is 1000 tokens. prompt is too long: 2000 tokens > 1000 maximum";
    let mut body = dialect.error(400, message);
    if dialect == Dialect::OpenAi {
        body["error"]["code"] = "context_length_exceeded".into();
    }
    json_answer(StatusCode::BAD_REQUEST, &body)
}

fn not_found() -> Response<Body> {
    json_answer(StatusCode::NOT_FOUND, &json!({ "error": { "message": "not found" } }))
}

fn json_answer(status: StatusCode, value: &Value) -> Response<Body> {
    let body = Full::new(Bytes::from(value.to_string())).map_err(|never| match never {});
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "application/json")
        .body(body.boxed_unsync())
        .expect("these headers are valid")
}
