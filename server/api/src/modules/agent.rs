// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `agent`, from `/agent`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `agent`: `app.agents`.
#[dropshot::api_description { module = "endpoints" }]
pub trait AgentApi {
    /// What the server shares between requests.
    type Context;

    /// List agents
    ///
    /// Get a list of all available AI agents in the OpenCode system.
    #[endpoint { method = GET, path = "/agent", operation_id = "app.agents" }]
    async fn app_agents(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::Agent>, Undeclared> {
        let _ = (context, query);
        not_built("app.agents")
    }
}
