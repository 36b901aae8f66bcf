// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `event`, from `/event`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;

/// Operations of the module `event`: `event.subscribe`.
#[dropshot::api_description { module = "endpoints" }]
pub trait EventApi {
    /// What the server shares between requests.
    type Context;

    /// Subscribe to events
    ///
    /// Get events
    #[endpoint { method = GET, path = "/event", operation_id = "event.subscribe" }]
    async fn event_subscribe(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Result<http::Response<Body>, Failure<Undeclared>> {
        let _ = (context, query);
        not_built("event.subscribe")
    }
}
