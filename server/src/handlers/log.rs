//! `app.log`: a client's record in our log.

use dropshot::{Query, RequestContext};
use opencode_api::log::LogApi;
use opencode_api::parameters::InstanceQuery;
use opencode_api::support::{Answer, JsonBody, answer};
use opencode_api::types::{AppLogBody, AppLogBodyLevel, BadRequest};
use slog::{debug, error, info, o, warn};

use super::Operations;
use crate::app::App;

impl LogApi for Operations {
    type Context = App;

    async fn app_log(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
        JsonBody(record): JsonBody<AppLogBody>,
    ) -> Answer<bool, BadRequest> {
        let logger = context.context().logger.new(o!("component" => "client", "service" => record.service));
        let extra = record.extra.map(|extra| serde_json::Value::Object(extra).to_string());
        match record.level {
            AppLogBodyLevel::Debug => debug!(logger, "{}", record.message; "extra" => extra),
            AppLogBodyLevel::Info => info!(logger, "{}", record.message; "extra" => extra),
            AppLogBodyLevel::Warn => warn!(logger, "{}", record.message; "extra" => extra),
            AppLogBodyLevel::Error => error!(logger, "{}", record.message; "extra" => extra),
        }
        answer(true)
    }
}
