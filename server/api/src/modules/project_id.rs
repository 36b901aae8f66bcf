// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `project_id`, from `/project/{projectID}`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `project_id`: `project.update`.
#[dropshot::api_description { module = "endpoints" }]
pub trait ProjectIdApi {
    /// What the server shares between requests.
    type Context;

    /// Update project
    ///
    /// Update project properties such as name, icon, and commands.
    #[endpoint { method = PATCH, path = "/project/{projectID}", operation_id = "project.update" }]
    async fn project_update(
        context: RequestContext<Self::Context>,
        path: Path<ProjectPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::ProjectUpdateBody>,
    ) -> Answer<types::Project, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("project.update")
    }
}
