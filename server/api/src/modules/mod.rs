// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! The modules of the contract, in its order, and what they have in common.

pub mod agent;
pub mod auth;
pub mod command;
pub mod config;
pub mod event;
pub mod experimental;
pub mod file;
pub mod find;
pub mod formatter;
pub mod global;
pub mod instance;
pub mod log;
pub mod lsp;
pub mod mcp;
pub mod parameters;
pub mod path;
pub mod permission;
pub mod project;
pub mod project_id;
pub mod provider;
pub mod provider_id;
pub mod pty;
pub mod question;
pub mod session;
pub mod session_id;
pub mod skill;
pub mod tui;
pub mod vcs;

use dropshot::{ApiDescription, ApiDescriptionBuildErrors, ServerContext};

use crate::support::{Declared, OperationInfo};
use crate::types;

/// Everything that a server implements.
pub trait Api<C: ServerContext>:
    global::GlobalApi<Context = C>
    + auth::AuthApi<Context = C>
    + project::ProjectApi<Context = C>
    + project_id::ProjectIdApi<Context = C>
    + pty::PtyApi<Context = C>
    + config::ConfigApi<Context = C>
    + experimental::ExperimentalApi<Context = C>
    + session::SessionApi<Context = C>
    + session_id::SessionIdApi<Context = C>
    + permission::PermissionApi<Context = C>
    + question::QuestionApi<Context = C>
    + provider::ProviderApi<Context = C>
    + provider_id::ProviderIdApi<Context = C>
    + find::FindApi<Context = C>
    + file::FileApi<Context = C>
    + mcp::McpApi<Context = C>
    + tui::TuiApi<Context = C>
    + instance::InstanceApi<Context = C>
    + path::PathApi<Context = C>
    + vcs::VcsApi<Context = C>
    + command::CommandApi<Context = C>
    + log::LogApi<Context = C>
    + agent::AgentApi<Context = C>
    + skill::SkillApi<Context = C>
    + lsp::LspApi<Context = C>
    + formatter::FormatterApi<Context = C>
    + event::EventApi<Context = C>
{
}

impl<T, C: ServerContext> Api<C> for T where
    T: global::GlobalApi<Context = C>
        + auth::AuthApi<Context = C>
        + project::ProjectApi<Context = C>
        + project_id::ProjectIdApi<Context = C>
        + pty::PtyApi<Context = C>
        + config::ConfigApi<Context = C>
        + experimental::ExperimentalApi<Context = C>
        + session::SessionApi<Context = C>
        + session_id::SessionIdApi<Context = C>
        + permission::PermissionApi<Context = C>
        + question::QuestionApi<Context = C>
        + provider::ProviderApi<Context = C>
        + provider_id::ProviderIdApi<Context = C>
        + find::FindApi<Context = C>
        + file::FileApi<Context = C>
        + mcp::McpApi<Context = C>
        + tui::TuiApi<Context = C>
        + instance::InstanceApi<Context = C>
        + path::PathApi<Context = C>
        + vcs::VcsApi<Context = C>
        + command::CommandApi<Context = C>
        + log::LogApi<Context = C>
        + agent::AgentApi<Context = C>
        + skill::SkillApi<Context = C>
        + lsp::LspApi<Context = C>
        + formatter::FormatterApi<Context = C>
        + event::EventApi<Context = C>
{
}

/// Descriptions of all modules, implemented by `T`; each becomes a router of its own.
///
/// # Errors
/// dropshot refuses a module, for example because two of its paths collide.
pub fn descriptions<T: Api<C>, C: ServerContext>()
-> Result<Vec<(&'static str, ApiDescription<C>)>, ApiDescriptionBuildErrors> {
    Ok(vec![
        ("global", global::endpoints::api_description::<T>()?),
        ("auth", auth::endpoints::api_description::<T>()?),
        ("project", project::endpoints::api_description::<T>()?),
        ("project_id", project_id::endpoints::api_description::<T>()?),
        ("pty", pty::endpoints::api_description::<T>()?),
        ("config", config::endpoints::api_description::<T>()?),
        ("experimental", experimental::endpoints::api_description::<T>()?),
        ("session", session::endpoints::api_description::<T>()?),
        ("session_id", session_id::endpoints::api_description::<T>()?),
        ("permission", permission::endpoints::api_description::<T>()?),
        ("question", question::endpoints::api_description::<T>()?),
        ("provider", provider::endpoints::api_description::<T>()?),
        ("provider_id", provider_id::endpoints::api_description::<T>()?),
        ("find", find::endpoints::api_description::<T>()?),
        ("file", file::endpoints::api_description::<T>()?),
        ("mcp", mcp::endpoints::api_description::<T>()?),
        ("tui", tui::endpoints::api_description::<T>()?),
        ("instance", instance::endpoints::api_description::<T>()?),
        ("path", path::endpoints::api_description::<T>()?),
        ("vcs", vcs::endpoints::api_description::<T>()?),
        ("command", command::endpoints::api_description::<T>()?),
        ("log", log::endpoints::api_description::<T>()?),
        ("agent", agent::endpoints::api_description::<T>()?),
        ("skill", skill::endpoints::api_description::<T>()?),
        ("lsp", lsp::endpoints::api_description::<T>()?),
        ("formatter", formatter::endpoints::api_description::<T>()?),
        ("event", event::endpoints::api_description::<T>()?),
    ])
}

/// Descriptions without an implementation: what the signatures say.
///
/// # Errors
/// As [`descriptions`].
pub fn stubs() -> Result<Vec<(&'static str, ApiDescription<dropshot::StubContext>)>, ApiDescriptionBuildErrors> {
    Ok(vec![
        ("global", global::endpoints::stub_api_description()?),
        ("auth", auth::endpoints::stub_api_description()?),
        ("project", project::endpoints::stub_api_description()?),
        ("project_id", project_id::endpoints::stub_api_description()?),
        ("pty", pty::endpoints::stub_api_description()?),
        ("config", config::endpoints::stub_api_description()?),
        ("experimental", experimental::endpoints::stub_api_description()?),
        ("session", session::endpoints::stub_api_description()?),
        ("session_id", session_id::endpoints::stub_api_description()?),
        ("permission", permission::endpoints::stub_api_description()?),
        ("question", question::endpoints::stub_api_description()?),
        ("provider", provider::endpoints::stub_api_description()?),
        ("provider_id", provider_id::endpoints::stub_api_description()?),
        ("find", find::endpoints::stub_api_description()?),
        ("file", file::endpoints::stub_api_description()?),
        ("mcp", mcp::endpoints::stub_api_description()?),
        ("tui", tui::endpoints::stub_api_description()?),
        ("instance", instance::endpoints::stub_api_description()?),
        ("path", path::endpoints::stub_api_description()?),
        ("vcs", vcs::endpoints::stub_api_description()?),
        ("command", command::endpoints::stub_api_description()?),
        ("log", log::endpoints::stub_api_description()?),
        ("agent", agent::endpoints::stub_api_description()?),
        ("skill", skill::endpoints::stub_api_description()?),
        ("lsp", lsp::endpoints::stub_api_description()?),
        ("formatter", formatter::endpoints::stub_api_description()?),
        ("event", event::endpoints::stub_api_description()?),
    ])
}

/// For each operation that answers with a stream of events the JSON schema of one event: dropshot's documents
/// show a free response there.
pub fn stream_events() -> Vec<(&'static str, schemars::schema::RootSchema)> {
    vec![
        ("global.event", schemars::schema_for!(types::GlobalEvent)),
        ("event.subscribe", schemars::schema_for!(types::Event)),
    ]
}

impl Declared for types::BadRequest {
    const STATUSES: &'static [u16] = types::BadRequest::STATUSES;
}

impl Declared for types::BadRequestOrNotFound {
    const STATUSES: &'static [u16] = types::BadRequestOrNotFound::STATUSES;
}

impl Declared for types::NotFound {
    const STATUSES: &'static [u16] = types::NotFound::STATUSES;
}

/// Statuses that each error type declares, by the name of its schema.
pub const ERROR_STATUSES: &[(&str, &[u16])] = &[
    ("BadRequest", <types::BadRequest as Declared>::STATUSES),
    ("BadRequestOrNotFound", <types::BadRequestOrNotFound as Declared>::STATUSES),
    ("NotFound", <types::NotFound as Declared>::STATUSES),
];

/// Every operation, in contract order.
pub const OPERATIONS: &[OperationInfo] = &[
    OperationInfo { id: "global.health", module: "global", method: "GET", path: "/global/health", built: true, websocket: false },
    OperationInfo { id: "global.event", module: "global", method: "GET", path: "/global/event", built: true, websocket: false },
    OperationInfo { id: "global.config.get", module: "global", method: "GET", path: "/global/config", built: true, websocket: false },
    OperationInfo { id: "global.config.update", module: "global", method: "PATCH", path: "/global/config", built: false, websocket: false },
    OperationInfo { id: "global.dispose", module: "global", method: "POST", path: "/global/dispose", built: true, websocket: false },
    OperationInfo { id: "auth.set", module: "auth", method: "PUT", path: "/auth/{providerID}", built: true, websocket: false },
    OperationInfo { id: "auth.remove", module: "auth", method: "DELETE", path: "/auth/{providerID}", built: true, websocket: false },
    OperationInfo { id: "project.list", module: "project", method: "GET", path: "/project", built: true, websocket: false },
    OperationInfo { id: "project.current", module: "project", method: "GET", path: "/project/current", built: true, websocket: false },
    OperationInfo { id: "project.update", module: "project_id", method: "PATCH", path: "/project/{projectID}", built: false, websocket: false },
    OperationInfo { id: "pty.list", module: "pty", method: "GET", path: "/pty", built: false, websocket: false },
    OperationInfo { id: "pty.create", module: "pty", method: "POST", path: "/pty", built: false, websocket: false },
    OperationInfo { id: "pty.get", module: "pty", method: "GET", path: "/pty/{ptyID}", built: false, websocket: false },
    OperationInfo { id: "pty.update", module: "pty", method: "PUT", path: "/pty/{ptyID}", built: false, websocket: false },
    OperationInfo { id: "pty.remove", module: "pty", method: "DELETE", path: "/pty/{ptyID}", built: false, websocket: false },
    OperationInfo { id: "pty.connect", module: "pty", method: "GET", path: "/pty/{ptyID}/connect", built: false, websocket: true },
    OperationInfo { id: "config.get", module: "config", method: "GET", path: "/config", built: true, websocket: false },
    OperationInfo { id: "config.update", module: "config", method: "PATCH", path: "/config", built: false, websocket: false },
    OperationInfo { id: "config.providers", module: "config", method: "GET", path: "/config/providers", built: true, websocket: false },
    OperationInfo { id: "tool.ids", module: "experimental", method: "GET", path: "/experimental/tool/ids", built: false, websocket: false },
    OperationInfo { id: "tool.list", module: "experimental", method: "GET", path: "/experimental/tool", built: false, websocket: false },
    OperationInfo { id: "worktree.list", module: "experimental", method: "GET", path: "/experimental/worktree", built: false, websocket: false },
    OperationInfo { id: "worktree.create", module: "experimental", method: "POST", path: "/experimental/worktree", built: false, websocket: false },
    OperationInfo { id: "worktree.remove", module: "experimental", method: "DELETE", path: "/experimental/worktree", built: false, websocket: false },
    OperationInfo { id: "worktree.reset", module: "experimental", method: "POST", path: "/experimental/worktree/reset", built: false, websocket: false },
    OperationInfo { id: "experimental.resource.list", module: "experimental", method: "GET", path: "/experimental/resource", built: false, websocket: false },
    OperationInfo { id: "session.list", module: "session", method: "GET", path: "/session", built: true, websocket: false },
    OperationInfo { id: "session.create", module: "session", method: "POST", path: "/session", built: true, websocket: false },
    OperationInfo { id: "session.status", module: "session", method: "GET", path: "/session/status", built: true, websocket: false },
    OperationInfo { id: "session.get", module: "session_id", method: "GET", path: "/session/{sessionID}", built: true, websocket: false },
    OperationInfo { id: "session.delete", module: "session_id", method: "DELETE", path: "/session/{sessionID}", built: true, websocket: false },
    OperationInfo { id: "session.update", module: "session_id", method: "PATCH", path: "/session/{sessionID}", built: true, websocket: false },
    OperationInfo { id: "session.children", module: "session_id", method: "GET", path: "/session/{sessionID}/children", built: true, websocket: false },
    OperationInfo { id: "session.todo", module: "session_id", method: "GET", path: "/session/{sessionID}/todo", built: false, websocket: false },
    OperationInfo { id: "session.init", module: "session_id", method: "POST", path: "/session/{sessionID}/init", built: false, websocket: false },
    OperationInfo { id: "session.fork", module: "session_id", method: "POST", path: "/session/{sessionID}/fork", built: false, websocket: false },
    OperationInfo { id: "session.abort", module: "session_id", method: "POST", path: "/session/{sessionID}/abort", built: true, websocket: false },
    OperationInfo { id: "session.share", module: "session_id", method: "POST", path: "/session/{sessionID}/share", built: false, websocket: false },
    OperationInfo { id: "session.unshare", module: "session_id", method: "DELETE", path: "/session/{sessionID}/share", built: false, websocket: false },
    OperationInfo { id: "session.diff", module: "session_id", method: "GET", path: "/session/{sessionID}/diff", built: false, websocket: false },
    OperationInfo { id: "session.summarize", module: "session_id", method: "POST", path: "/session/{sessionID}/summarize", built: false, websocket: false },
    OperationInfo { id: "session.messages", module: "session_id", method: "GET", path: "/session/{sessionID}/message", built: true, websocket: false },
    OperationInfo { id: "session.prompt", module: "session_id", method: "POST", path: "/session/{sessionID}/message", built: true, websocket: false },
    OperationInfo { id: "session.message", module: "session_id", method: "GET", path: "/session/{sessionID}/message/{messageID}", built: true, websocket: false },
    OperationInfo { id: "part.delete", module: "session_id", method: "DELETE", path: "/session/{sessionID}/message/{messageID}/part/{partID}", built: false, websocket: false },
    OperationInfo { id: "part.update", module: "session_id", method: "PATCH", path: "/session/{sessionID}/message/{messageID}/part/{partID}", built: false, websocket: false },
    OperationInfo { id: "session.prompt_async", module: "session_id", method: "POST", path: "/session/{sessionID}/prompt_async", built: true, websocket: false },
    OperationInfo { id: "session.command", module: "session_id", method: "POST", path: "/session/{sessionID}/command", built: false, websocket: false },
    OperationInfo { id: "session.shell", module: "session_id", method: "POST", path: "/session/{sessionID}/shell", built: false, websocket: false },
    OperationInfo { id: "session.revert", module: "session_id", method: "POST", path: "/session/{sessionID}/revert", built: false, websocket: false },
    OperationInfo { id: "session.unrevert", module: "session_id", method: "POST", path: "/session/{sessionID}/unrevert", built: false, websocket: false },
    OperationInfo { id: "permission.respond", module: "session_id", method: "POST", path: "/session/{sessionID}/permissions/{permissionID}", built: false, websocket: false },
    OperationInfo { id: "permission.reply", module: "permission", method: "POST", path: "/permission/{requestID}/reply", built: false, websocket: false },
    OperationInfo { id: "permission.list", module: "permission", method: "GET", path: "/permission", built: false, websocket: false },
    OperationInfo { id: "question.list", module: "question", method: "GET", path: "/question", built: false, websocket: false },
    OperationInfo { id: "question.reply", module: "question", method: "POST", path: "/question/{requestID}/reply", built: false, websocket: false },
    OperationInfo { id: "question.reject", module: "question", method: "POST", path: "/question/{requestID}/reject", built: false, websocket: false },
    OperationInfo { id: "provider.list", module: "provider", method: "GET", path: "/provider", built: true, websocket: false },
    OperationInfo { id: "provider.auth", module: "provider", method: "GET", path: "/provider/auth", built: false, websocket: false },
    OperationInfo { id: "provider.oauth.authorize", module: "provider_id", method: "POST", path: "/provider/{providerID}/oauth/authorize", built: false, websocket: false },
    OperationInfo { id: "provider.oauth.callback", module: "provider_id", method: "POST", path: "/provider/{providerID}/oauth/callback", built: false, websocket: false },
    OperationInfo { id: "find.text", module: "find", method: "GET", path: "/find", built: false, websocket: false },
    OperationInfo { id: "find.files", module: "find", method: "GET", path: "/find/file", built: false, websocket: false },
    OperationInfo { id: "find.symbols", module: "find", method: "GET", path: "/find/symbol", built: false, websocket: false },
    OperationInfo { id: "file.list", module: "file", method: "GET", path: "/file", built: false, websocket: false },
    OperationInfo { id: "file.read", module: "file", method: "GET", path: "/file/content", built: false, websocket: false },
    OperationInfo { id: "file.status", module: "file", method: "GET", path: "/file/status", built: false, websocket: false },
    OperationInfo { id: "mcp.status", module: "mcp", method: "GET", path: "/mcp", built: true, websocket: false },
    OperationInfo { id: "mcp.add", module: "mcp", method: "POST", path: "/mcp", built: false, websocket: false },
    OperationInfo { id: "mcp.auth.start", module: "mcp", method: "POST", path: "/mcp/{name}/auth", built: false, websocket: false },
    OperationInfo { id: "mcp.auth.remove", module: "mcp", method: "DELETE", path: "/mcp/{name}/auth", built: false, websocket: false },
    OperationInfo { id: "mcp.auth.callback", module: "mcp", method: "POST", path: "/mcp/{name}/auth/callback", built: false, websocket: false },
    OperationInfo { id: "mcp.auth.authenticate", module: "mcp", method: "POST", path: "/mcp/{name}/auth/authenticate", built: false, websocket: false },
    OperationInfo { id: "mcp.connect", module: "mcp", method: "POST", path: "/mcp/{name}/connect", built: false, websocket: false },
    OperationInfo { id: "mcp.disconnect", module: "mcp", method: "POST", path: "/mcp/{name}/disconnect", built: false, websocket: false },
    OperationInfo { id: "tui.appendPrompt", module: "tui", method: "POST", path: "/tui/append-prompt", built: false, websocket: false },
    OperationInfo { id: "tui.openHelp", module: "tui", method: "POST", path: "/tui/open-help", built: false, websocket: false },
    OperationInfo { id: "tui.openSessions", module: "tui", method: "POST", path: "/tui/open-sessions", built: false, websocket: false },
    OperationInfo { id: "tui.openThemes", module: "tui", method: "POST", path: "/tui/open-themes", built: false, websocket: false },
    OperationInfo { id: "tui.openModels", module: "tui", method: "POST", path: "/tui/open-models", built: false, websocket: false },
    OperationInfo { id: "tui.submitPrompt", module: "tui", method: "POST", path: "/tui/submit-prompt", built: false, websocket: false },
    OperationInfo { id: "tui.clearPrompt", module: "tui", method: "POST", path: "/tui/clear-prompt", built: false, websocket: false },
    OperationInfo { id: "tui.executeCommand", module: "tui", method: "POST", path: "/tui/execute-command", built: false, websocket: false },
    OperationInfo { id: "tui.showToast", module: "tui", method: "POST", path: "/tui/show-toast", built: false, websocket: false },
    OperationInfo { id: "tui.publish", module: "tui", method: "POST", path: "/tui/publish", built: false, websocket: false },
    OperationInfo { id: "tui.selectSession", module: "tui", method: "POST", path: "/tui/select-session", built: false, websocket: false },
    OperationInfo { id: "tui.control.next", module: "tui", method: "GET", path: "/tui/control/next", built: false, websocket: false },
    OperationInfo { id: "tui.control.response", module: "tui", method: "POST", path: "/tui/control/response", built: false, websocket: false },
    OperationInfo { id: "instance.dispose", module: "instance", method: "POST", path: "/instance/dispose", built: true, websocket: false },
    OperationInfo { id: "path.get", module: "path", method: "GET", path: "/path", built: true, websocket: false },
    OperationInfo { id: "vcs.get", module: "vcs", method: "GET", path: "/vcs", built: false, websocket: false },
    OperationInfo { id: "command.list", module: "command", method: "GET", path: "/command", built: false, websocket: false },
    OperationInfo { id: "app.log", module: "log", method: "POST", path: "/log", built: true, websocket: false },
    OperationInfo { id: "app.agents", module: "agent", method: "GET", path: "/agent", built: true, websocket: false },
    OperationInfo { id: "app.skills", module: "skill", method: "GET", path: "/skill", built: false, websocket: false },
    OperationInfo { id: "lsp.status", module: "lsp", method: "GET", path: "/lsp", built: false, websocket: false },
    OperationInfo { id: "formatter.status", module: "formatter", method: "GET", path: "/formatter", built: false, websocket: false },
    OperationInfo { id: "event.subscribe", module: "event", method: "GET", path: "/event", built: true, websocket: false },
];
