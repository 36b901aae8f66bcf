// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `instance`, from `/instance/dispose`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;

/// Operations of the module `instance`: `instance.dispose`.
#[dropshot::api_description { module = "endpoints" }]
pub trait InstanceApi {
    /// What the server shares between requests.
    type Context;

    /// Dispose instance
    ///
    /// Clean up and dispose the current OpenCode instance, releasing all resources.
    #[endpoint { method = POST, path = "/instance/dispose", operation_id = "instance.dispose" }]
    async fn instance_dispose(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, Undeclared> {
        let _ = (context, query);
        not_built("instance.dispose")
    }
}
