//! The operations below `/session/{sessionID}`.

use dropshot::{HttpResponseUpdatedNoContent, Path, Query, RequestContext};
use opencode_api::parameters::{DirectoryQuery, SessionPath};
use opencode_api::session_id::SessionIdApi;
use opencode_api::support::{Answer, Failure, JsonBody};
use opencode_api::types::{self, BadRequestOrNotFound};

use super::{Operations, prompt};
use crate::app::App;

impl SessionIdApi for Operations {
    type Context = App;

    async fn session_prompt(
        context: RequestContext<App>,
        path: Path<SessionPath>,
        _: Query<DirectoryQuery>,
        JsonBody(body): JsonBody<types::SessionPromptBody>,
    ) -> Answer<types::SessionPromptResponse, BadRequestOrNotFound> {
        prompt::prompt(context, &path.into_inner().session_id, body).await
    }

    async fn session_prompt_async(
        context: RequestContext<App>,
        path: Path<SessionPath>,
        _: Query<DirectoryQuery>,
        JsonBody(body): JsonBody<types::SessionPromptAsyncBody>,
    ) -> Result<HttpResponseUpdatedNoContent, Failure<BadRequestOrNotFound>> {
        prompt::prompt_async(context, &path.into_inner().session_id, body).await
    }

    async fn session_abort(
        context: RequestContext<App>,
        path: Path<SessionPath>,
        _: Query<DirectoryQuery>,
    ) -> Answer<bool, BadRequestOrNotFound> {
        prompt::abort(context, &path.into_inner().session_id).await
    }
}
