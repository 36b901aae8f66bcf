// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `session_id`, from `/session/{sessionID}`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `session_id`: `session.get`, `session.delete`, `session.update`, `session.children`, `session.todo`, `session.init`, `session.fork`, `session.abort`, `session.share`, `session.unshare`, `session.diff`, `session.summarize`, `session.messages`, `session.prompt`, `session.message`, `part.delete`, `part.update`, `session.prompt_async`, `session.command`, `session.shell`, `session.revert`, `session.unrevert`, `permission.respond`.
#[dropshot::api_description { module = "endpoints" }]
pub trait SessionIdApi {
    /// What the server shares between requests.
    type Context;

    /// Get session
    ///
    /// Retrieve detailed information about a specific OpenCode session.
    #[endpoint { method = GET, path = "/session/{sessionID}", operation_id = "session.get" }]
    async fn session_get(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Session, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("session.get")
    }

    /// Delete session
    ///
    /// Delete a session and permanently remove all associated data, including messages and history.
    #[endpoint { method = DELETE, path = "/session/{sessionID}", operation_id = "session.delete" }]
    async fn session_delete(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("session.delete")
    }

    /// Update session
    ///
    /// Update properties of an existing session, such as title or other metadata.
    #[endpoint { method = PATCH, path = "/session/{sessionID}", operation_id = "session.update" }]
    async fn session_update(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::SessionUpdateBody>,
    ) -> Answer<types::Session, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("session.update")
    }

    /// Get session children
    ///
    /// Retrieve all child sessions that were forked from the specified parent session.
    #[endpoint { method = GET, path = "/session/{sessionID}/children", operation_id = "session.children" }]
    async fn session_children(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::Session>, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("session.children")
    }

    /// Get session todos
    ///
    /// Retrieve the todo list associated with a specific session, showing tasks and action items.
    #[endpoint { method = GET, path = "/session/{sessionID}/todo", operation_id = "session.todo" }]
    async fn session_todo(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::Todo>, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("session.todo")
    }

    /// Initialize session
    ///
    /// Analyze the current application and create an AGENTS.md file with project-specific agent configurations.
    #[endpoint { method = POST, path = "/session/{sessionID}/init", operation_id = "session.init" }]
    async fn session_init(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::SessionInitBody>,
    ) -> Answer<bool, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("session.init")
    }

    /// Fork session
    ///
    /// Create a new session by forking an existing session at a specific message point.
    #[endpoint { method = POST, path = "/session/{sessionID}/fork", operation_id = "session.fork" }]
    async fn session_fork(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::SessionForkBody>,
    ) -> Answer<types::Session, Undeclared> {
        let _ = (context, path, query, body);
        not_built("session.fork")
    }

    /// Abort session
    ///
    /// Abort an active session and stop any ongoing AI processing or command execution.
    #[endpoint { method = POST, path = "/session/{sessionID}/abort", operation_id = "session.abort" }]
    async fn session_abort(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("session.abort")
    }

    /// Share session
    ///
    /// Create a shareable link for a session, allowing others to view the conversation.
    #[endpoint { method = POST, path = "/session/{sessionID}/share", operation_id = "session.share" }]
    async fn session_share(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Session, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("session.share")
    }

    /// Unshare session
    ///
    /// Remove the shareable link for a session, making it private again.
    #[endpoint { method = DELETE, path = "/session/{sessionID}/share", operation_id = "session.unshare" }]
    async fn session_unshare(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Session, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("session.unshare")
    }

    /// Get message diff
    ///
    /// Get the file changes (diff) that resulted from a specific user message in the session.
    #[endpoint { method = GET, path = "/session/{sessionID}/diff", operation_id = "session.diff" }]
    async fn session_diff(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<SessionDiffQuery>,
    ) -> Answer<Vec<types::FileDiff>, Undeclared> {
        let _ = (context, path, query);
        not_built("session.diff")
    }

    /// Summarize session
    ///
    /// Generate a concise summary of the session using AI compaction to preserve key information.
    #[endpoint { method = POST, path = "/session/{sessionID}/summarize", operation_id = "session.summarize" }]
    async fn session_summarize(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::SessionSummarizeBody>,
    ) -> Answer<bool, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("session.summarize")
    }

    /// Get session messages
    ///
    /// Retrieve all messages in a session, including user prompts and AI responses.
    #[endpoint { method = GET, path = "/session/{sessionID}/message", operation_id = "session.messages" }]
    async fn session_messages(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<SessionMessagesQuery>,
    ) -> Answer<Vec<types::SessionMessagesResponseItem>, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("session.messages")
    }

    /// Send message
    ///
    /// Create and send a new message to a session, streaming the AI response.
    #[endpoint { method = POST, path = "/session/{sessionID}/message", operation_id = "session.prompt" }]
    async fn session_prompt(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::SessionPromptBody>,
    ) -> Answer<types::SessionPromptResponse, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("session.prompt")
    }

    /// Get message
    ///
    /// Retrieve a specific message from a session by its message ID.
    #[endpoint { method = GET, path = "/session/{sessionID}/message/{messageID}", operation_id = "session.message" }]
    async fn session_message(
        context: RequestContext<Self::Context>,
        path: Path<SessionMessagePath>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::SessionMessageResponse, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("session.message")
    }

    ///
    /// Delete a part from a message
    #[endpoint { method = DELETE, path = "/session/{sessionID}/message/{messageID}/part/{partID}", operation_id = "part.delete" }]
    async fn part_delete(
        context: RequestContext<Self::Context>,
        path: Path<SessionMessagePartPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("part.delete")
    }

    ///
    /// Update a part in a message
    #[endpoint { method = PATCH, path = "/session/{sessionID}/message/{messageID}/part/{partID}", operation_id = "part.update" }]
    async fn part_update(
        context: RequestContext<Self::Context>,
        path: Path<SessionMessagePartPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::Part>,
    ) -> Answer<types::Part, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("part.update")
    }

    /// Send async message
    ///
    /// Create and send a new message to a session asynchronously, starting the session if needed and returning immediately.
    #[endpoint { method = POST, path = "/session/{sessionID}/prompt_async", operation_id = "session.prompt_async" }]
    async fn session_prompt_async(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::SessionPromptAsyncBody>,
    ) -> Result<HttpResponseUpdatedNoContent, Failure<types::BadRequestOrNotFound>> {
        let _ = (context, path, query, body);
        not_built("session.prompt_async")
    }

    /// Send command
    ///
    /// Send a new command to a session for execution by the AI assistant.
    #[endpoint { method = POST, path = "/session/{sessionID}/command", operation_id = "session.command" }]
    async fn session_command(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::SessionCommandBody>,
    ) -> Answer<types::SessionCommandResponse, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("session.command")
    }

    /// Run shell command
    ///
    /// Execute a shell command within the session context and return the AI's response.
    #[endpoint { method = POST, path = "/session/{sessionID}/shell", operation_id = "session.shell" }]
    async fn session_shell(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::SessionShellBody>,
    ) -> Answer<types::SessionShellResponse, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("session.shell")
    }

    /// Revert message
    ///
    /// Revert a specific message in a session, undoing its effects and restoring the previous state.
    #[endpoint { method = POST, path = "/session/{sessionID}/revert", operation_id = "session.revert" }]
    async fn session_revert(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::SessionRevertBody>,
    ) -> Answer<types::Session, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("session.revert")
    }

    /// Restore reverted messages
    ///
    /// Restore all previously reverted messages in a session.
    #[endpoint { method = POST, path = "/session/{sessionID}/unrevert", operation_id = "session.unrevert" }]
    async fn session_unrevert(
        context: RequestContext<Self::Context>,
        path: Path<SessionPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::Session, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("session.unrevert")
    }

    /// Respond to permission
    ///
    /// Approve or deny a permission request from the AI assistant.
    #[endpoint { method = POST, path = "/session/{sessionID}/permissions/{permissionID}", operation_id = "permission.respond", deprecated = true }]
    async fn permission_respond(
        context: RequestContext<Self::Context>,
        path: Path<SessionPermissionPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::PermissionRespondBody>,
    ) -> Answer<bool, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("permission.respond")
    }
}
