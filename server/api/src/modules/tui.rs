// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `tui`, from `/tui/append-prompt`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `tui`: `tui.appendPrompt`, `tui.openHelp`, `tui.openSessions`, `tui.openThemes`, `tui.openModels`, `tui.submitPrompt`, `tui.clearPrompt`, `tui.executeCommand`, `tui.showToast`, `tui.publish`, `tui.selectSession`, `tui.control.next`, `tui.control.response`.
#[dropshot::api_description { module = "endpoints" }]
pub trait TuiApi {
    /// What the server shares between requests.
    type Context;

    /// Append TUI prompt
    ///
    /// Append prompt to the TUI
    #[endpoint { method = POST, path = "/tui/append-prompt", operation_id = "tui.appendPrompt" }]
    async fn tui_append_prompt(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::TuiAppendPromptBody>,
    ) -> Answer<bool, types::BadRequest> {
        let _ = (context, query, body);
        not_built("tui.appendPrompt")
    }

    /// Open help dialog
    ///
    /// Open the help dialog in the TUI to display user assistance information.
    #[endpoint { method = POST, path = "/tui/open-help", operation_id = "tui.openHelp" }]
    async fn tui_open_help(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, Undeclared> {
        let _ = (context, query);
        not_built("tui.openHelp")
    }

    /// Open sessions dialog
    ///
    /// Open the session dialog
    #[endpoint { method = POST, path = "/tui/open-sessions", operation_id = "tui.openSessions" }]
    async fn tui_open_sessions(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, Undeclared> {
        let _ = (context, query);
        not_built("tui.openSessions")
    }

    /// Open themes dialog
    ///
    /// Open the theme dialog
    #[endpoint { method = POST, path = "/tui/open-themes", operation_id = "tui.openThemes" }]
    async fn tui_open_themes(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, Undeclared> {
        let _ = (context, query);
        not_built("tui.openThemes")
    }

    /// Open models dialog
    ///
    /// Open the model dialog
    #[endpoint { method = POST, path = "/tui/open-models", operation_id = "tui.openModels" }]
    async fn tui_open_models(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, Undeclared> {
        let _ = (context, query);
        not_built("tui.openModels")
    }

    /// Submit TUI prompt
    ///
    /// Submit the prompt
    #[endpoint { method = POST, path = "/tui/submit-prompt", operation_id = "tui.submitPrompt" }]
    async fn tui_submit_prompt(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, Undeclared> {
        let _ = (context, query);
        not_built("tui.submitPrompt")
    }

    /// Clear TUI prompt
    ///
    /// Clear the prompt
    #[endpoint { method = POST, path = "/tui/clear-prompt", operation_id = "tui.clearPrompt" }]
    async fn tui_clear_prompt(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, Undeclared> {
        let _ = (context, query);
        not_built("tui.clearPrompt")
    }

    /// Execute TUI command
    ///
    /// Execute a TUI command (e.g. agent_cycle)
    #[endpoint { method = POST, path = "/tui/execute-command", operation_id = "tui.executeCommand" }]
    async fn tui_execute_command(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::TuiExecuteCommandBody>,
    ) -> Answer<bool, types::BadRequest> {
        let _ = (context, query, body);
        not_built("tui.executeCommand")
    }

    /// Show TUI toast
    ///
    /// Show a toast notification in the TUI
    #[endpoint { method = POST, path = "/tui/show-toast", operation_id = "tui.showToast" }]
    async fn tui_show_toast(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::TuiShowToastBody>,
    ) -> Answer<bool, Undeclared> {
        let _ = (context, query, body);
        not_built("tui.showToast")
    }

    /// Publish TUI event
    ///
    /// Publish a TUI event
    #[endpoint { method = POST, path = "/tui/publish", operation_id = "tui.publish" }]
    async fn tui_publish(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::TuiPublishBody>,
    ) -> Answer<bool, types::BadRequest> {
        let _ = (context, query, body);
        not_built("tui.publish")
    }

    /// Select session
    ///
    /// Navigate the TUI to display the specified session.
    #[endpoint { method = POST, path = "/tui/select-session", operation_id = "tui.selectSession" }]
    async fn tui_select_session(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::TuiSelectSessionBody>,
    ) -> Answer<bool, types::BadRequestOrNotFound> {
        let _ = (context, query, body);
        not_built("tui.selectSession")
    }

    /// Get next TUI request
    ///
    /// Retrieve the next TUI (Terminal User Interface) request from the queue for processing.
    #[endpoint { method = GET, path = "/tui/control/next", operation_id = "tui.control.next" }]
    async fn tui_control_next(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<types::TuiControlNextResponse, Undeclared> {
        let _ = (context, query);
        not_built("tui.control.next")
    }

    /// Submit TUI response
    ///
    /// Submit a response to the TUI request queue to complete a pending request.
    #[endpoint { method = POST, path = "/tui/control/response", operation_id = "tui.control.response" }]
    async fn tui_control_response(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
        body: JsonBody<serde_json::Value>,
    ) -> Answer<bool, Undeclared> {
        let _ = (context, query, body);
        not_built("tui.control.response")
    }
}
