//! `path.get`.

use dropshot::{Query, RequestContext};
use opencode_api::parameters::InstanceQuery;
use opencode_api::path::PathApi;
use opencode_api::support::{Answer, Undeclared, answer};
use opencode_api::types;

use super::Operations;
use super::request::instance_of;
use crate::app::App;

impl PathApi for Operations {
    type Context = App;

    async fn path_get(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
    ) -> Answer<types::Path, Undeclared> {
        let instance = instance_of(&context).await?;
        let environment = &context.context().environment;
        answer(types::Path {
            home: environment.home.display().to_string(),
            state: environment.state.display().to_string(),
            config: environment.config.display().to_string(),
            worktree: instance.worktree.display().to_string(),
            directory: instance.directory.to_string(),
        })
    }
}
