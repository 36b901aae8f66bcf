//! `global.*`: the server as a whole.

use dropshot::{Body, RequestContext};
use http::Response;
use opencode_api::global::GlobalApi;
use opencode_api::support::{Answer, Failure, Json, Undeclared, answer};
use opencode_api::types::{Config, GlobalHealthResponse};

use super::Operations;
use super::event::stream;
use super::request::last_event_id;
use crate::VERSION;
use crate::app::App;
use crate::config::load_global;
use crate::instances::InstanceError;

impl GlobalApi for Operations {
    type Context = App;

    async fn global_health(_: RequestContext<App>) -> Answer<GlobalHealthResponse, Undeclared> {
        answer(GlobalHealthResponse { healthy: Default::default(), version: VERSION.to_owned() })
    }

    async fn global_event(context: RequestContext<App>) -> Result<Response<Body>, Failure<Undeclared>> {
        Ok(stream(context.context().bus.subscribe_global(last_event_id(&context.request))))
    }

    async fn global_config_get(context: RequestContext<App>) -> Answer<Config, Undeclared> {
        let environment = context.context().environment.clone();
        let load = move || load_global(&environment);
        let loaded = tokio::task::spawn_blocking(load).await.map_err(|_| InstanceError::Lost)??;
        Json::text(loaded.raw.to_string()).ok()
    }

    async fn global_dispose(context: RequestContext<App>) -> Answer<bool, Undeclared> {
        context.context().instances.dispose_all();
        answer(true)
    }
}
