//! `project.list` and `project.current`.

use dropshot::{Query, RequestContext};
use opencode_api::parameters::InstanceQuery;
use opencode_api::project::ProjectApi;
use opencode_api::support::{Answer, Undeclared, answer};
use opencode_api::types;

use super::Operations;
use super::request::instance_of;
use crate::app::App;

impl ProjectApi for Operations {
    type Context = App;

    /// The instance is started for its own project to be among them.
    async fn project_list(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
    ) -> Answer<Vec<types::Project>, Undeclared> {
        instance_of(&context).await?;
        answer(context.context().store.projects().await?)
    }

    async fn project_current(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
    ) -> Answer<types::Project, Undeclared> {
        answer(instance_of(&context).await?.project.clone())
    }
}
