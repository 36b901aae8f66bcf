//! `config.*`: the merged configuration of a directory, and the providers it leads to.

use dropshot::{Query, RequestContext};
use opencode_api::config::ConfigApi;
use opencode_api::parameters::InstanceQuery;
use opencode_api::support::{Answer, Json, Undeclared, answer};
use opencode_api::types;

use super::Operations;
use super::request::instance_of;
use crate::app::App;

impl ConfigApi for Operations {
    type Context = App;

    /// In the order of the sources, which the rules of `permission` depend on.
    async fn config_get(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
    ) -> Answer<types::Config, Undeclared> {
        Json::text(instance_of(&context).await?.config.raw.to_string()).ok()
    }

    async fn config_providers(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
    ) -> Answer<types::ConfigProvidersResponse, Undeclared> {
        answer(instance_of(&context).await?.catalogue.config_providers())
    }
}
