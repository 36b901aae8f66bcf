//! `app.agents`.

use dropshot::{Query, RequestContext};
use opencode_api::agent::AgentApi;
use opencode_api::parameters::InstanceQuery;
use opencode_api::support::{Answer, Undeclared, answer};
use opencode_api::types;

use super::Operations;
use super::request::instance_of;
use crate::app::App;

impl AgentApi for Operations {
    type Context = App;

    async fn app_agents(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
    ) -> Answer<Vec<types::Agent>, Undeclared> {
        answer(instance_of(&context).await?.agents.list().to_vec())
    }
}
