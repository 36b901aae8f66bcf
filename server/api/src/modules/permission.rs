// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `permission`, from `/permission/{requestID}/reply`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `permission`: `permission.reply`, `permission.list`.
#[dropshot::api_description { module = "endpoints" }]
pub trait PermissionApi {
    /// What the server shares between requests.
    type Context;

    /// Respond to permission request
    ///
    /// Approve or deny a permission request from the AI assistant.
    #[endpoint { method = POST, path = "/permission/{requestID}/reply", operation_id = "permission.reply" }]
    async fn permission_reply(
        context: RequestContext<Self::Context>,
        path: Path<RequestPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::PermissionReplyBody>,
    ) -> Answer<bool, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("permission.reply")
    }

    /// List pending permissions
    ///
    /// Get all pending permission requests across all sessions.
    #[endpoint { method = GET, path = "/permission", operation_id = "permission.list" }]
    async fn permission_list(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::PermissionRequest>, Undeclared> {
        let _ = (context, query);
        not_built("permission.list")
    }
}
