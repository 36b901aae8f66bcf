// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `config`, from `/config`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `config`: `config.get`, `config.update`, `config.providers`.
#[dropshot::api_description { module = "endpoints" }]
pub trait ConfigApi {
    /// What the server shares between requests.
    type Context;

    /// Get configuration
    ///
    /// Retrieve the current OpenCode configuration settings and preferences.
    #[endpoint { method = GET, path = "/config", operation_id = "config.get" }]
    async fn config_get(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Config, Undeclared> {
        let _ = (context, query);
        not_built("config.get")
    }

    /// Update configuration
    ///
    /// Update OpenCode configuration settings and preferences.
    #[endpoint { method = PATCH, path = "/config", operation_id = "config.update" }]
    async fn config_update(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::Config>,
    ) -> Answer<types::Config, types::BadRequest> {
        let _ = (context, query, body);
        not_built("config.update")
    }

    /// List config providers
    ///
    /// Get a list of all configured AI providers and their default models.
    #[endpoint { method = GET, path = "/config/providers", operation_id = "config.providers" }]
    async fn config_providers(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::ConfigProvidersResponse, Undeclared> {
        let _ = (context, query);
        not_built("config.providers")
    }
}
