// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `pty`, from `/pty`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `pty`: `pty.list`, `pty.create`, `pty.get`, `pty.update`, `pty.remove`, `pty.connect`.
#[dropshot::api_description { module = "endpoints" }]
pub trait PtyApi {
    /// What the server shares between requests.
    type Context;

    /// List PTY sessions
    ///
    /// Get a list of all active pseudo-terminal (PTY) sessions managed by OpenCode.
    #[endpoint { method = GET, path = "/pty", operation_id = "pty.list" }]
    async fn pty_list(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::Pty>, Undeclared> {
        let _ = (context, query);
        not_built("pty.list")
    }

    /// Create PTY session
    ///
    /// Create a new pseudo-terminal (PTY) session for running shell commands and processes.
    #[endpoint { method = POST, path = "/pty", operation_id = "pty.create" }]
    async fn pty_create(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::PtyCreateBody>,
    ) -> Answer<types::Pty, types::BadRequest> {
        let _ = (context, query, body);
        not_built("pty.create")
    }

    /// Get PTY session
    ///
    /// Retrieve detailed information about a specific pseudo-terminal (PTY) session.
    #[endpoint { method = GET, path = "/pty/{ptyID}", operation_id = "pty.get" }]
    async fn pty_get(
        context: RequestContext<Self::Context>,
        path: Path<PtyPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Pty, types::NotFound> {
        let _ = (context, path, query);
        not_built("pty.get")
    }

    /// Update PTY session
    ///
    /// Update properties of an existing pseudo-terminal (PTY) session.
    #[endpoint { method = PUT, path = "/pty/{ptyID}", operation_id = "pty.update" }]
    async fn pty_update(
        context: RequestContext<Self::Context>,
        path: Path<PtyPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::PtyUpdateBody>,
    ) -> Answer<types::Pty, types::BadRequest> {
        let _ = (context, path, query, body);
        not_built("pty.update")
    }

    /// Remove PTY session
    ///
    /// Remove and terminate a specific pseudo-terminal (PTY) session.
    #[endpoint { method = DELETE, path = "/pty/{ptyID}", operation_id = "pty.remove" }]
    async fn pty_remove(
        context: RequestContext<Self::Context>,
        path: Path<PtyPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, types::NotFound> {
        let _ = (context, path, query);
        not_built("pty.remove")
    }

    /// Connect to PTY session
    ///
    /// Establish a WebSocket connection to interact with a pseudo-terminal (PTY) session in real-time.
    #[channel { protocol = WEBSOCKETS, path = "/pty/{ptyID}/connect", operation_id = "pty.connect" }]
    async fn pty_connect(
        context: RequestContext<Self::Context>,
        path: Path<PtyPath>,
        query: Query<InstanceQuery>,
        socket: WebsocketConnection,
    ) -> WebsocketChannelResult {
        let _ = (context, path, query, socket);
        socket_not_built("pty.connect")
    }
}
