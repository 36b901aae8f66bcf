// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `command`, from `/command`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `command`: `command.list`.
#[dropshot::api_description { module = "endpoints" }]
pub trait CommandApi {
    /// What the server shares between requests.
    type Context;

    /// List commands
    ///
    /// Get a list of all available commands in the OpenCode system.
    #[endpoint { method = GET, path = "/command", operation_id = "command.list" }]
    async fn command_list(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::Command>, Undeclared> {
        let _ = (context, query);
        not_built("command.list")
    }
}
