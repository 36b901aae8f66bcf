// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `mcp`, from `/mcp`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `mcp`: `mcp.status`, `mcp.add`, `mcp.auth.start`, `mcp.auth.remove`, `mcp.auth.callback`, `mcp.auth.authenticate`, `mcp.connect`, `mcp.disconnect`.
#[dropshot::api_description { module = "endpoints" }]
pub trait McpApi {
    /// What the server shares between requests.
    type Context;

    /// Get MCP status
    ///
    /// Get the status of all Model Context Protocol (MCP) servers.
    #[endpoint { method = GET, path = "/mcp", operation_id = "mcp.status" }]
    async fn mcp_status(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Map<types::McpStatus>, Undeclared> {
        let _ = (context, query);
        not_built("mcp.status")
    }

    /// Add MCP server
    ///
    /// Dynamically add a new Model Context Protocol (MCP) server to the system.
    #[endpoint { method = POST, path = "/mcp", operation_id = "mcp.add" }]
    async fn mcp_add(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::McpAddBody>,
    ) -> Answer<types::Map<types::McpStatus>, types::BadRequest> {
        let _ = (context, query, body);
        not_built("mcp.add")
    }

    /// Start MCP OAuth
    ///
    /// Start OAuth authentication flow for a Model Context Protocol (MCP) server.
    #[endpoint { method = POST, path = "/mcp/{name}/auth", operation_id = "mcp.auth.start" }]
    async fn mcp_auth_start(
        context: RequestContext<Self::Context>,
        path: Path<NamePath>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::McpAuthStartResponse, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("mcp.auth.start")
    }

    /// Remove MCP OAuth
    ///
    /// Remove OAuth credentials for an MCP server
    #[endpoint { method = DELETE, path = "/mcp/{name}/auth", operation_id = "mcp.auth.remove" }]
    async fn mcp_auth_remove(
        context: RequestContext<Self::Context>,
        path: Path<NamePath>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::McpAuthRemoveResponse, types::NotFound> {
        let _ = (context, path, query);
        not_built("mcp.auth.remove")
    }

    /// Complete MCP OAuth
    ///
    /// Complete OAuth authentication for a Model Context Protocol (MCP) server using the authorization code.
    #[endpoint { method = POST, path = "/mcp/{name}/auth/callback", operation_id = "mcp.auth.callback" }]
    async fn mcp_auth_callback(
        context: RequestContext<Self::Context>,
        path: Path<NamePath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::McpAuthCallbackBody>,
    ) -> Answer<types::McpStatus, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("mcp.auth.callback")
    }

    /// Authenticate MCP OAuth
    ///
    /// Start OAuth flow and wait for callback (opens browser)
    #[endpoint { method = POST, path = "/mcp/{name}/auth/authenticate", operation_id = "mcp.auth.authenticate" }]
    async fn mcp_auth_authenticate(
        context: RequestContext<Self::Context>,
        path: Path<NamePath>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::McpStatus, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("mcp.auth.authenticate")
    }

    ///
    /// Connect an MCP server
    #[endpoint { method = POST, path = "/mcp/{name}/connect", operation_id = "mcp.connect" }]
    async fn mcp_connect(
        context: RequestContext<Self::Context>,
        path: Path<NamePath>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, Undeclared> {
        let _ = (context, path, query);
        not_built("mcp.connect")
    }

    ///
    /// Disconnect an MCP server
    #[endpoint { method = POST, path = "/mcp/{name}/disconnect", operation_id = "mcp.disconnect" }]
    async fn mcp_disconnect(
        context: RequestContext<Self::Context>,
        path: Path<NamePath>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, Undeclared> {
        let _ = (context, path, query);
        not_built("mcp.disconnect")
    }
}
