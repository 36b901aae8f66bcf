// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `log`, from `/log`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `log`: `app.log`.
#[dropshot::api_description { module = "endpoints" }]
pub trait LogApi {
    /// What the server shares between requests.
    type Context;

    /// Write log
    ///
    /// Write a log entry to the server logs with specified level and metadata.
    #[endpoint { method = POST, path = "/log", operation_id = "app.log" }]
    async fn app_log(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::AppLogBody>,
    ) -> Answer<bool, types::BadRequest> {
        let _ = (context, query, body);
        not_built("app.log")
    }
}
