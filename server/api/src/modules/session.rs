// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `session`, from `/session`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `session`: `session.list`, `session.create`, `session.status`.
#[dropshot::api_description { module = "endpoints" }]
pub trait SessionApi {
    /// What the server shares between requests.
    type Context;

    /// List sessions
    ///
    /// Get a list of all OpenCode sessions, sorted by most recently updated.
    #[endpoint { method = GET, path = "/session", operation_id = "session.list" }]
    async fn session_list(
        context: RequestContext<Self::Context>,
        query: Query<SessionListQuery>,
    ) -> Answer<Vec<types::Session>, Undeclared> {
        let _ = (context, query);
        not_built("session.list")
    }

    /// Create session
    ///
    /// Create a new OpenCode session for interacting with AI assistants and managing conversations.
    #[endpoint { method = POST, path = "/session", operation_id = "session.create" }]
    async fn session_create(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::SessionCreateBody>,
    ) -> Answer<types::Session, types::BadRequest> {
        let _ = (context, query, body);
        not_built("session.create")
    }

    /// Get session status
    ///
    /// Retrieve the current status of all sessions, including active, idle, and completed states.
    #[endpoint { method = GET, path = "/session/status", operation_id = "session.status" }]
    async fn session_status(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Map<types::SessionStatus>, types::BadRequest> {
        let _ = (context, query);
        not_built("session.status")
    }
}
