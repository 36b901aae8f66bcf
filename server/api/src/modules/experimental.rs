// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `experimental`, from `/experimental/tool/ids`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `experimental`: `tool.ids`, `tool.list`, `worktree.list`, `worktree.create`, `worktree.remove`, `worktree.reset`, `experimental.resource.list`.
#[dropshot::api_description { module = "endpoints" }]
pub trait ExperimentalApi {
    /// What the server shares between requests.
    type Context;

    /// List tool IDs
    ///
    /// Get a list of all available tool IDs, including both built-in tools and dynamically registered tools.
    #[endpoint { method = GET, path = "/experimental/tool/ids", operation_id = "tool.ids" }]
    async fn tool_ids(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::ToolIDs, types::BadRequest> {
        let _ = (context, query);
        not_built("tool.ids")
    }

    /// List tools
    ///
    /// Get a list of available tools with their JSON schema parameters for a specific provider and model combination.
    #[endpoint { method = GET, path = "/experimental/tool", operation_id = "tool.list" }]
    async fn tool_list(
        context: RequestContext<Self::Context>,
        query: Query<ToolListQuery>,
    ) -> Answer<types::ToolList, types::BadRequest> {
        let _ = (context, query);
        not_built("tool.list")
    }

    /// List worktrees
    ///
    /// List all sandbox worktrees for the current project.
    #[endpoint { method = GET, path = "/experimental/worktree", operation_id = "worktree.list" }]
    async fn worktree_list(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<String>, Undeclared> {
        let _ = (context, query);
        not_built("worktree.list")
    }

    /// Create worktree
    ///
    /// Create a new git worktree for the current project and run any configured startup scripts.
    #[endpoint { method = POST, path = "/experimental/worktree", operation_id = "worktree.create" }]
    async fn worktree_create(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::WorktreeCreateInput>,
    ) -> Answer<types::Worktree, types::BadRequest> {
        let _ = (context, query, body);
        not_built("worktree.create")
    }

    /// Remove worktree
    ///
    /// Remove a git worktree and delete its branch.
    #[endpoint { method = DELETE, path = "/experimental/worktree", operation_id = "worktree.remove" }]
    async fn worktree_remove(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::WorktreeRemoveInput>,
    ) -> Answer<bool, types::BadRequest> {
        let _ = (context, query, body);
        not_built("worktree.remove")
    }

    /// Reset worktree
    ///
    /// Reset a worktree branch to the primary default branch.
    #[endpoint { method = POST, path = "/experimental/worktree/reset", operation_id = "worktree.reset" }]
    async fn worktree_reset(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::WorktreeResetInput>,
    ) -> Answer<bool, types::BadRequest> {
        let _ = (context, query, body);
        not_built("worktree.reset")
    }

    /// Get MCP resources
    ///
    /// Get all available MCP resources from connected servers. Optionally filter by name.
    #[endpoint { method = GET, path = "/experimental/resource", operation_id = "experimental.resource.list" }]
    async fn experimental_resource_list(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Map<types::McpResource>, Undeclared> {
        let _ = (context, query);
        not_built("experimental.resource.list")
    }
}
