// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `global`, from `/global/health`.

use dropshot::*;

use crate::support::*;
use crate::types;

/// Operations of the module `global`: `global.health`, `global.event`, `global.config.get`, `global.config.update`, `global.dispose`.
#[dropshot::api_description { module = "endpoints" }]
pub trait GlobalApi {
    /// What the server shares between requests.
    type Context;

    /// Get health
    ///
    /// Get health information about the OpenCode server.
    #[endpoint { method = GET, path = "/global/health", operation_id = "global.health" }]
    async fn global_health(
        context: RequestContext<Self::Context>,
    ) -> Answer<types::GlobalHealthResponse, Undeclared> {
        let _ = context;
        not_built("global.health")
    }

    /// Get global events
    ///
    /// Subscribe to global events from the OpenCode system using server-sent events.
    #[endpoint { method = GET, path = "/global/event", operation_id = "global.event" }]
    async fn global_event(
        context: RequestContext<Self::Context>,
    ) -> Result<http::Response<Body>, Failure<Undeclared>> {
        let _ = context;
        not_built("global.event")
    }

    /// Get global configuration
    ///
    /// Retrieve the current global OpenCode configuration settings and preferences.
    #[endpoint { method = GET, path = "/global/config", operation_id = "global.config.get" }]
    async fn global_config_get(
        context: RequestContext<Self::Context>,
    ) -> Answer<types::Config, Undeclared> {
        let _ = context;
        not_built("global.config.get")
    }

    /// Update global configuration
    ///
    /// Update global OpenCode configuration settings and preferences.
    #[endpoint { method = PATCH, path = "/global/config", operation_id = "global.config.update" }]
    async fn global_config_update(
        context: RequestContext<Self::Context>,
        body: JsonBody<types::Config>,
    ) -> Answer<types::Config, types::BadRequest> {
        let _ = (context, body);
        not_built("global.config.update")
    }

    /// Dispose instance
    ///
    /// Clean up and dispose all OpenCode instances, releasing all resources.
    #[endpoint { method = POST, path = "/global/dispose", operation_id = "global.dispose" }]
    async fn global_dispose(
        context: RequestContext<Self::Context>,
    ) -> Answer<bool, Undeclared> {
        let _ = context;
        not_built("global.dispose")
    }
}
