//! `auth.set`, `auth.remove`: the keys users enter. Instances that run do not notice; the next ones do.

use dropshot::{Path, RequestContext};
use opencode_api::auth::AuthApi;
use opencode_api::parameters::ProviderPath;
use opencode_api::support::{Answer, JsonBody, answer};
use opencode_api::types::{Auth, BadRequest};

use super::Operations;
use crate::app::App;

impl AuthApi for Operations {
    type Context = App;

    async fn auth_set(
        context: RequestContext<App>,
        path: Path<ProviderPath>,
        JsonBody(auth): JsonBody<Auth>,
    ) -> Answer<bool, BadRequest> {
        context.context().auth.set(&path.into_inner().provider_id, &auth).await?;
        answer(true)
    }

    async fn auth_remove(context: RequestContext<App>, path: Path<ProviderPath>) -> Answer<bool, BadRequest> {
        context.context().auth.remove(&path.into_inner().provider_id).await?;
        answer(true)
    }
}
