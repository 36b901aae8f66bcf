// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `provider`, from `/provider`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `provider`: `provider.list`, `provider.auth`.
#[dropshot::api_description { module = "endpoints" }]
pub trait ProviderApi {
    /// What the server shares between requests.
    type Context;

    /// List providers
    ///
    /// Get a list of all available AI providers, including both available and connected ones.
    #[endpoint { method = GET, path = "/provider", operation_id = "provider.list" }]
    async fn provider_list(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::ProviderListResponse, Undeclared> {
        let _ = (context, query);
        not_built("provider.list")
    }

    /// Get provider auth methods
    ///
    /// Retrieve available authentication methods for all AI providers.
    #[endpoint { method = GET, path = "/provider/auth", operation_id = "provider.auth" }]
    async fn provider_auth(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Map<Vec<types::ProviderAuthMethod>>, Undeclared> {
        let _ = (context, query);
        not_built("provider.auth")
    }
}
