// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `skill`, from `/skill`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `skill`: `app.skills`.
#[dropshot::api_description { module = "endpoints" }]
pub trait SkillApi {
    /// What the server shares between requests.
    type Context;

    /// List skills
    ///
    /// Get a list of all available skills in the OpenCode system.
    #[endpoint { method = GET, path = "/skill", operation_id = "app.skills" }]
    async fn app_skills(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::AppSkillsResponseItem>, Undeclared> {
        let _ = (context, query);
        not_built("app.skills")
    }
}
