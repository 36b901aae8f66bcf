// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `project`, from `/project`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `project`: `project.list`, `project.current`.
#[dropshot::api_description { module = "endpoints" }]
pub trait ProjectApi {
    /// What the server shares between requests.
    type Context;

    /// List all projects
    ///
    /// Get a list of projects that have been opened with OpenCode.
    #[endpoint { method = GET, path = "/project", operation_id = "project.list" }]
    async fn project_list(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::Project>, Undeclared> {
        let _ = (context, query);
        not_built("project.list")
    }

    /// Get current project
    ///
    /// Retrieve the currently active project that OpenCode is working with.
    #[endpoint { method = GET, path = "/project/current", operation_id = "project.current" }]
    async fn project_current(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Project, Undeclared> {
        let _ = (context, query);
        not_built("project.current")
    }
}
