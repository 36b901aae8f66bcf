//! The operations below `/session/{sessionID}`. Those of the agent are written out in `prompt`.
//!
//! Reading a session needs no instance: it works also where the configuration is broken.

use dropshot::{HttpResponseUpdatedNoContent, Path, Query, RequestContext};
use opencode_api::parameters::{InstanceQuery, SessionMessagePath, SessionMessagesQuery, SessionPath};
use opencode_api::session_id::SessionIdApi;
use opencode_api::support::{Answer, Failure, Json, JsonBody, answer};
use opencode_api::types::{
    BadRequestOrNotFound, Session, SessionMessageResponse, SessionMessagesResponseItem,
    SessionPromptAsyncBody, SessionPromptBody, SessionPromptResponse, SessionUpdateBody,
};

use super::request::{directory_of, instance_of};
use super::{Operations, prompt};
use crate::app::App;
use crate::ids::{InvalidId, MessageId, SessionId};
use crate::sessions;

impl SessionIdApi for Operations {
    type Context = App;

    async fn session_get(
        context: RequestContext<App>,
        path: Path<SessionPath>,
        _: Query<InstanceQuery>,
    ) -> Answer<Session, BadRequestOrNotFound> {
        let session = session_of(path)?;
        Json::text(sessions::get_json(&context.context().store, &session).await?).ok()
    }

    async fn session_update(
        context: RequestContext<App>,
        path: Path<SessionPath>,
        _: Query<InstanceQuery>,
        body: JsonBody<SessionUpdateBody>,
    ) -> Answer<Session, BadRequestOrNotFound> {
        let (session, update) = (session_of(path)?, body.into_inner().into());
        let directory = directory_of(&context)?;
        answer(sessions::update(&context.context().store, &directory, &session, update).await?)
    }

    async fn session_delete(
        context: RequestContext<App>,
        path: Path<SessionPath>,
        _: Query<InstanceQuery>,
    ) -> Answer<bool, BadRequestOrNotFound> {
        let session = session_of(path)?;
        let instance = instance_of(&context).await?;
        let store = &context.context().store;
        sessions::delete(store, &instance.runs, &instance.directory, &session).await?;
        answer(true)
    }

    async fn session_children(
        context: RequestContext<App>,
        path: Path<SessionPath>,
        _: Query<InstanceQuery>,
    ) -> Answer<Vec<Session>, BadRequestOrNotFound> {
        answer(sessions::children(&context.context().store, &session_of(path)?).await?)
    }

    async fn session_messages(
        context: RequestContext<App>,
        path: Path<SessionPath>,
        query: Query<SessionMessagesQuery>,
    ) -> Answer<Vec<SessionMessagesResponseItem>, BadRequestOrNotFound> {
        let limit = query.into_inner().limit.map(f64::from);
        let messages = sessions::messages_json(&context.context().store, &session_of(path)?, limit).await?;
        Json::text(messages).ok()
    }

    async fn session_message(
        context: RequestContext<App>,
        path: Path<SessionMessagePath>,
        _: Query<InstanceQuery>,
    ) -> Answer<SessionMessageResponse, BadRequestOrNotFound> {
        let path = path.into_inner();
        let session = SessionId::parse("sessionID", path.session_id)?;
        let message = MessageId::parse("messageID", path.message_id)?;
        Json::text(sessions::message_json(&context.context().store, &session, &message).await?).ok()
    }

    async fn session_prompt(
        context: RequestContext<App>,
        path: Path<SessionPath>,
        _: Query<InstanceQuery>,
        JsonBody(body): JsonBody<SessionPromptBody>,
    ) -> Answer<SessionPromptResponse, BadRequestOrNotFound> {
        prompt::prompt(context, &path.into_inner().session_id, body).await
    }

    async fn session_prompt_async(
        context: RequestContext<App>,
        path: Path<SessionPath>,
        _: Query<InstanceQuery>,
        JsonBody(body): JsonBody<SessionPromptAsyncBody>,
    ) -> Result<HttpResponseUpdatedNoContent, Failure<BadRequestOrNotFound>> {
        prompt::prompt_async(context, &path.into_inner().session_id, body).await
    }

    async fn session_abort(
        context: RequestContext<App>,
        path: Path<SessionPath>,
        _: Query<InstanceQuery>,
    ) -> Answer<bool, BadRequestOrNotFound> {
        prompt::abort(context, &path.into_inner().session_id).await
    }
}

/// The session that a path names.
fn session_of(path: Path<SessionPath>) -> Result<SessionId, InvalidId> {
    SessionId::parse("sessionID", path.into_inner().session_id)
}
