// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `vcs`, from `/vcs`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `vcs`: `vcs.get`.
#[dropshot::api_description { module = "endpoints" }]
pub trait VcsApi {
    /// What the server shares between requests.
    type Context;

    /// Get VCS info
    ///
    /// Retrieve version control system (VCS) information for the current project, such as git branch.
    #[endpoint { method = GET, path = "/vcs", operation_id = "vcs.get" }]
    async fn vcs_get(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::VcsInfo, Undeclared> {
        let _ = (context, query);
        not_built("vcs.get")
    }
}
