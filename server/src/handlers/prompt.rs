//! The doors to the agent: `session.prompt`, `session.prompt_async`, `session.abort`.
//!
//! The trait they belong to is implemented in `session_id`. What a prompt leads to is decided in `crate::agent`.

use std::convert::Infallible;

use bytes::Bytes;
use dropshot::{Body, HttpResponseUpdatedNoContent, RequestContext};
use futures::StreamExt as _;
use http_body_util::StreamBody;
use hyper::body::Frame;
use opencode_api::support::{Answer, ApiError, Failure, IntoApiError as _, Json, answer};
use opencode_api::types::{
    BadRequestOrNotFound, SessionPromptAsyncBody, SessionPromptBody, SessionPromptResponse,
};

use super::request::instance_of;
use crate::agent::{Error, Prompted, Waiting};
use crate::app::App;
use crate::ids::SessionId;
use crate::sessions;

/// Refuses what can't be answered; otherwise the status goes out at once and the answer when it is complete, since that
/// may take minutes and idle connections are cut on the way.
pub(super) async fn prompt(
    context: RequestContext<App>,
    session: &str,
    body: SessionPromptBody,
) -> Answer<SessionPromptResponse, BadRequestOrNotFound> {
    let session = SessionId::parse("sessionID", session)?;
    let instance = instance_of(&context).await?;
    match instance.runs.prompt(&session, body).await? {
        // With `noReply` the answer is the user's message, as clients know it.
        Prompted::Stored(stored) => Json::text(json(&stored)).ok(),
        Prompted::Running(waiting) => Json::body(later(waiting)).ok(),
    }
}

/// Answers as soon as the prompt is stored. What becomes of it is told by events, also that its model is unknown.
pub(super) async fn prompt_async(
    context: RequestContext<App>,
    session: &str,
    body: SessionPromptAsyncBody,
) -> Result<HttpResponseUpdatedNoContent, Failure<BadRequestOrNotFound>> {
    let session = SessionId::parse("sessionID", session)?;
    let instance = instance_of(&context).await?;
    match instance.runs.prompt(&session, same(body)?).await {
        Ok(_) | Err(Error::UnknownModel(_)) => Ok(HttpResponseUpdatedNoContent()),
        Err(refused) => Err(refused.into()),
    }
}

/// `true` for every session that is there, also if there is nothing to abort.
pub(super) async fn abort(context: RequestContext<App>, session: &str) -> Answer<bool, BadRequestOrNotFound> {
    let session = SessionId::parse("sessionID", session)?;
    let instance = instance_of(&context).await?;
    sessions::get(&context.context().store, &session).await?;
    instance.runs.abort(&session).await;
    answer(true)
}

/// A body that is the answer, once it is there. It stays empty if there is none: clients take that for a failure, whose
/// reason they were told by `session.error`.
fn later(waiting: Waiting) -> Body {
    let answer = async move { waiting.answer().await.ok().map(|answered| json(&answered)) };
    let frames = futures::stream::once(answer).filter_map(std::future::ready);
    Body::wrap(StreamBody::new(frames.map(|bytes| Ok::<_, Infallible>(Frame::data(bytes)))))
}

fn json(message: &crate::store::MessageWithParts) -> Bytes {
    // A message has string keys and finite numbers only, so it always has a JSON form.
    serde_json::to_vec(message).unwrap_or_default().into()
}

/// The contract spells the body of the two operations twice.
fn same(body: SessionPromptAsyncBody) -> Result<SessionPromptBody, ApiError> {
    let same = serde_json::to_value(body).and_then(serde_json::from_value);
    same.map_err(|error| dropshot::HttpError::for_bad_request(None, error.to_string()).into_api_error())
}
