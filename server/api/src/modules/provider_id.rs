// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `provider_id`, from `/provider/{providerID}/oauth/authorize`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `provider_id`: `provider.oauth.authorize`, `provider.oauth.callback`.
#[dropshot::api_description { module = "endpoints" }]
pub trait ProviderIdApi {
    /// What the server shares between requests.
    type Context;

    /// OAuth authorize
    ///
    /// Initiate OAuth authorization for a specific AI provider to get an authorization URL.
    #[endpoint { method = POST, path = "/provider/{providerID}/oauth/authorize", operation_id = "provider.oauth.authorize" }]
    async fn provider_oauth_authorize(
        context: RequestContext<Self::Context>,
        path: Path<ProviderPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::ProviderOauthAuthorizeBody>,
    ) -> Answer<types::ProviderAuthAuthorization, types::BadRequest> {
        let _ = (context, path, query, body);
        not_built("provider.oauth.authorize")
    }

    /// OAuth callback
    ///
    /// Handle the OAuth callback from a provider after user authorization.
    #[endpoint { method = POST, path = "/provider/{providerID}/oauth/callback", operation_id = "provider.oauth.callback" }]
    async fn provider_oauth_callback(
        context: RequestContext<Self::Context>,
        path: Path<ProviderPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::ProviderOauthCallbackBody>,
    ) -> Answer<bool, types::BadRequest> {
        let _ = (context, path, query, body);
        not_built("provider.oauth.callback")
    }
}
