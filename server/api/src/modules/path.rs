// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `path`, from `/path`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `path`: `path.get`.
#[dropshot::api_description { module = "endpoints" }]
pub trait PathApi {
    /// What the server shares between requests.
    type Context;

    /// Get paths
    ///
    /// Retrieve the current working directory and related path information for the OpenCode instance.
    #[endpoint { method = GET, path = "/path", operation_id = "path.get" }]
    async fn path_get(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Path, Undeclared> {
        let _ = (context, query);
        not_built("path.get")
    }
}
