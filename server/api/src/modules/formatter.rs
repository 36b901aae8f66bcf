// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `formatter`, from `/formatter`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `formatter`: `formatter.status`.
#[dropshot::api_description { module = "endpoints" }]
pub trait FormatterApi {
    /// What the server shares between requests.
    type Context;

    /// Get formatter status
    #[endpoint { method = GET, path = "/formatter", operation_id = "formatter.status" }]
    async fn formatter_status(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::FormatterStatus>, Undeclared> {
        let _ = (context, query);
        not_built("formatter.status")
    }
}
