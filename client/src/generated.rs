// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for opencode

opencode api

Version: 0.0.3*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::connect::State,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub(crate) fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: crate::connect::State,
    ) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            inner,
        }
    }
}
impl Client {
    /**Get health

Get health information about the OpenCode server.

Sends a `GET` request to `/global/health`

```ignore
let response = client.global_health()
    .send()
    .await;
```*/
    pub fn global_health(&self) -> builder::GlobalHealth<'_> {
        builder::GlobalHealth::new(self)
    }
    /**Get global events

Subscribe to global events from the OpenCode system using server-sent events.

Sends a `GET` request to `/global/event`

```ignore
let response = client.global_event()
    .send()
    .await;
```*/
    pub fn global_event(&self) -> builder::GlobalEvent<'_> {
        builder::GlobalEvent::new(self)
    }
    /**Get global configuration

Retrieve the current global OpenCode configuration settings and preferences.

Sends a `GET` request to `/global/config`

```ignore
let response = client.global_config_get()
    .send()
    .await;
```*/
    pub fn global_config_get(&self) -> builder::GlobalConfigGet<'_> {
        builder::GlobalConfigGet::new(self)
    }
    /**Update global configuration

Update global OpenCode configuration settings and preferences.

Sends a `PATCH` request to `/global/config`

```ignore
let response = client.global_config_update()
    .body(body)
    .send()
    .await;
```*/
    pub fn global_config_update(&self) -> builder::GlobalConfigUpdate<'_> {
        builder::GlobalConfigUpdate::new(self)
    }
    /**Dispose instance

Clean up and dispose all OpenCode instances, releasing all resources.

Sends a `POST` request to `/global/dispose`

```ignore
let response = client.global_dispose()
    .send()
    .await;
```*/
    pub fn global_dispose(&self) -> builder::GlobalDispose<'_> {
        builder::GlobalDispose::new(self)
    }
    /**Set auth credentials

Set authentication credentials

Sends a `PUT` request to `/auth/{providerID}`

```ignore
let response = client.auth_set()
    .provider_id(provider_id)
    .body(body)
    .send()
    .await;
```*/
    pub fn auth_set(&self) -> builder::AuthSet<'_> {
        builder::AuthSet::new(self)
    }
    /**Remove auth credentials

Remove authentication credentials

Sends a `DELETE` request to `/auth/{providerID}`

```ignore
let response = client.auth_remove()
    .provider_id(provider_id)
    .send()
    .await;
```*/
    pub fn auth_remove(&self) -> builder::AuthRemove<'_> {
        builder::AuthRemove::new(self)
    }
    /**List all projects

Get a list of projects that have been opened with OpenCode.

Sends a `GET` request to `/project`

```ignore
let response = client.project_list()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn project_list(&self) -> builder::ProjectList<'_> {
        builder::ProjectList::new(self)
    }
    /**Get current project

Retrieve the currently active project that OpenCode is working with.

Sends a `GET` request to `/project/current`

```ignore
let response = client.project_current()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn project_current(&self) -> builder::ProjectCurrent<'_> {
        builder::ProjectCurrent::new(self)
    }
    /**Update project

Update project properties such as name, icon, and commands.

Sends a `PATCH` request to `/project/{projectID}`

```ignore
let response = client.project_update()
    .project_id(project_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn project_update(&self) -> builder::ProjectUpdate<'_> {
        builder::ProjectUpdate::new(self)
    }
    /**List PTY sessions

Get a list of all active pseudo-terminal (PTY) sessions managed by OpenCode.

Sends a `GET` request to `/pty`

```ignore
let response = client.pty_list()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn pty_list(&self) -> builder::PtyList<'_> {
        builder::PtyList::new(self)
    }
    /**Create PTY session

Create a new pseudo-terminal (PTY) session for running shell commands and processes.

Sends a `POST` request to `/pty`

```ignore
let response = client.pty_create()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn pty_create(&self) -> builder::PtyCreate<'_> {
        builder::PtyCreate::new(self)
    }
    /**Get PTY session

Retrieve detailed information about a specific pseudo-terminal (PTY) session.

Sends a `GET` request to `/pty/{ptyID}`

```ignore
let response = client.pty_get()
    .pty_id(pty_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn pty_get(&self) -> builder::PtyGet<'_> {
        builder::PtyGet::new(self)
    }
    /**Update PTY session

Update properties of an existing pseudo-terminal (PTY) session.

Sends a `PUT` request to `/pty/{ptyID}`

```ignore
let response = client.pty_update()
    .pty_id(pty_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn pty_update(&self) -> builder::PtyUpdate<'_> {
        builder::PtyUpdate::new(self)
    }
    /**Remove PTY session

Remove and terminate a specific pseudo-terminal (PTY) session.

Sends a `DELETE` request to `/pty/{ptyID}`

```ignore
let response = client.pty_remove()
    .pty_id(pty_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn pty_remove(&self) -> builder::PtyRemove<'_> {
        builder::PtyRemove::new(self)
    }
    /**Get configuration

Retrieve the current OpenCode configuration settings and preferences.

Sends a `GET` request to `/config`

```ignore
let response = client.config_get()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn config_get(&self) -> builder::ConfigGet<'_> {
        builder::ConfigGet::new(self)
    }
    /**Update configuration

Update OpenCode configuration settings and preferences.

Sends a `PATCH` request to `/config`

```ignore
let response = client.config_update()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn config_update(&self) -> builder::ConfigUpdate<'_> {
        builder::ConfigUpdate::new(self)
    }
    /**List config providers

Get a list of all configured AI providers and their default models.

Sends a `GET` request to `/config/providers`

```ignore
let response = client.config_providers()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn config_providers(&self) -> builder::ConfigProviders<'_> {
        builder::ConfigProviders::new(self)
    }
    /**List tool IDs

Get a list of all available tool IDs, including both built-in tools and dynamically registered tools.

Sends a `GET` request to `/experimental/tool/ids`

```ignore
let response = client.tool_ids()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn tool_ids(&self) -> builder::ToolIds<'_> {
        builder::ToolIds::new(self)
    }
    /**List tools

Get a list of available tools with their JSON schema parameters for a specific provider and model combination.

Sends a `GET` request to `/experimental/tool`

```ignore
let response = client.tool_list()
    .directory(directory)
    .model(model)
    .provider(provider)
    .send()
    .await;
```*/
    pub fn tool_list(&self) -> builder::ToolList<'_> {
        builder::ToolList::new(self)
    }
    /**List worktrees

List all sandbox worktrees for the current project.

Sends a `GET` request to `/experimental/worktree`

```ignore
let response = client.worktree_list()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn worktree_list(&self) -> builder::WorktreeList<'_> {
        builder::WorktreeList::new(self)
    }
    /**Create worktree

Create a new git worktree for the current project and run any configured startup scripts.

Sends a `POST` request to `/experimental/worktree`

```ignore
let response = client.worktree_create()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn worktree_create(&self) -> builder::WorktreeCreate<'_> {
        builder::WorktreeCreate::new(self)
    }
    /**Remove worktree

Remove a git worktree and delete its branch.

Sends a `DELETE` request to `/experimental/worktree`

```ignore
let response = client.worktree_remove()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn worktree_remove(&self) -> builder::WorktreeRemove<'_> {
        builder::WorktreeRemove::new(self)
    }
    /**Reset worktree

Reset a worktree branch to the primary default branch.

Sends a `POST` request to `/experimental/worktree/reset`

```ignore
let response = client.worktree_reset()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn worktree_reset(&self) -> builder::WorktreeReset<'_> {
        builder::WorktreeReset::new(self)
    }
    /**Get MCP resources

Get all available MCP resources from connected servers. Optionally filter by name.

Sends a `GET` request to `/experimental/resource`

```ignore
let response = client.experimental_resource_list()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn experimental_resource_list(&self) -> builder::ExperimentalResourceList<'_> {
        builder::ExperimentalResourceList::new(self)
    }
    /**List sessions

Get a list of all OpenCode sessions, sorted by most recently updated.

Sends a `GET` request to `/session`

Arguments:
- `directory`: Filter sessions by project directory
- `limit`: Maximum number of sessions to return
- `roots`: Only return root sessions (no parentID)
- `search`: Filter sessions by title (case-insensitive)
- `start`: Filter sessions updated on or after this timestamp (milliseconds since epoch)
```ignore
let response = client.session_list()
    .directory(directory)
    .limit(limit)
    .roots(roots)
    .search(search)
    .start(start)
    .send()
    .await;
```*/
    pub fn session_list(&self) -> builder::SessionList<'_> {
        builder::SessionList::new(self)
    }
    /**Create session

Create a new OpenCode session for interacting with AI assistants and managing conversations.

Sends a `POST` request to `/session`

```ignore
let response = client.session_create()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn session_create(&self) -> builder::SessionCreate<'_> {
        builder::SessionCreate::new(self)
    }
    /**Get session status

Retrieve the current status of all sessions, including active, idle, and completed states.

Sends a `GET` request to `/session/status`

```ignore
let response = client.session_status()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn session_status(&self) -> builder::SessionStatus<'_> {
        builder::SessionStatus::new(self)
    }
    /**Get session

Retrieve detailed information about a specific OpenCode session.

Sends a `GET` request to `/session/{sessionID}`

```ignore
let response = client.session_get()
    .session_id(session_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn session_get(&self) -> builder::SessionGet<'_> {
        builder::SessionGet::new(self)
    }
    /**Delete session

Delete a session and permanently remove all associated data, including messages and history.

Sends a `DELETE` request to `/session/{sessionID}`

```ignore
let response = client.session_delete()
    .session_id(session_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn session_delete(&self) -> builder::SessionDelete<'_> {
        builder::SessionDelete::new(self)
    }
    /**Update session

Update properties of an existing session, such as title or other metadata.

Sends a `PATCH` request to `/session/{sessionID}`

```ignore
let response = client.session_update()
    .session_id(session_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn session_update(&self) -> builder::SessionUpdate<'_> {
        builder::SessionUpdate::new(self)
    }
    /**Get session children

Retrieve all child sessions that were forked from the specified parent session.

Sends a `GET` request to `/session/{sessionID}/children`

```ignore
let response = client.session_children()
    .session_id(session_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn session_children(&self) -> builder::SessionChildren<'_> {
        builder::SessionChildren::new(self)
    }
    /**Get session todos

Retrieve the todo list associated with a specific session, showing tasks and action items.

Sends a `GET` request to `/session/{sessionID}/todo`

Arguments:
- `session_id`: Session ID
- `directory`
```ignore
let response = client.session_todo()
    .session_id(session_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn session_todo(&self) -> builder::SessionTodo<'_> {
        builder::SessionTodo::new(self)
    }
    /**Initialize session

Analyze the current application and create an AGENTS.md file with project-specific agent configurations.

Sends a `POST` request to `/session/{sessionID}/init`

Arguments:
- `session_id`: Session ID
- `directory`
- `body`
```ignore
let response = client.session_init()
    .session_id(session_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn session_init(&self) -> builder::SessionInit<'_> {
        builder::SessionInit::new(self)
    }
    /**Fork session

Create a new session by forking an existing session at a specific message point.

Sends a `POST` request to `/session/{sessionID}/fork`

```ignore
let response = client.session_fork()
    .session_id(session_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn session_fork(&self) -> builder::SessionFork<'_> {
        builder::SessionFork::new(self)
    }
    /**Abort session

Abort an active session and stop any ongoing AI processing or command execution.

Sends a `POST` request to `/session/{sessionID}/abort`

```ignore
let response = client.session_abort()
    .session_id(session_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn session_abort(&self) -> builder::SessionAbort<'_> {
        builder::SessionAbort::new(self)
    }
    /**Share session

Create a shareable link for a session, allowing others to view the conversation.

Sends a `POST` request to `/session/{sessionID}/share`

```ignore
let response = client.session_share()
    .session_id(session_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn session_share(&self) -> builder::SessionShare<'_> {
        builder::SessionShare::new(self)
    }
    /**Unshare session

Remove the shareable link for a session, making it private again.

Sends a `DELETE` request to `/session/{sessionID}/share`

```ignore
let response = client.session_unshare()
    .session_id(session_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn session_unshare(&self) -> builder::SessionUnshare<'_> {
        builder::SessionUnshare::new(self)
    }
    /**Get message diff

Get the file changes (diff) that resulted from a specific user message in the session.

Sends a `GET` request to `/session/{sessionID}/diff`

```ignore
let response = client.session_diff()
    .session_id(session_id)
    .directory(directory)
    .message_id(message_id)
    .send()
    .await;
```*/
    pub fn session_diff(&self) -> builder::SessionDiff<'_> {
        builder::SessionDiff::new(self)
    }
    /**Summarize session

Generate a concise summary of the session using AI compaction to preserve key information.

Sends a `POST` request to `/session/{sessionID}/summarize`

Arguments:
- `session_id`: Session ID
- `directory`
- `body`
```ignore
let response = client.session_summarize()
    .session_id(session_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn session_summarize(&self) -> builder::SessionSummarize<'_> {
        builder::SessionSummarize::new(self)
    }
    /**Get session messages

Retrieve all messages in a session, including user prompts and AI responses.

Sends a `GET` request to `/session/{sessionID}/message`

Arguments:
- `session_id`: Session ID
- `directory`
- `limit`
```ignore
let response = client.session_messages()
    .session_id(session_id)
    .directory(directory)
    .limit(limit)
    .send()
    .await;
```*/
    pub fn session_messages(&self) -> builder::SessionMessages<'_> {
        builder::SessionMessages::new(self)
    }
    /**Send message

Create and send a new message to a session, streaming the AI response.

Sends a `POST` request to `/session/{sessionID}/message`

Arguments:
- `session_id`: Session ID
- `directory`
- `body`
```ignore
let response = client.session_prompt()
    .session_id(session_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn session_prompt(&self) -> builder::SessionPrompt<'_> {
        builder::SessionPrompt::new(self)
    }
    /**Get message

Retrieve a specific message from a session by its message ID.

Sends a `GET` request to `/session/{sessionID}/message/{messageID}`

Arguments:
- `session_id`: Session ID
- `message_id`: Message ID
- `directory`
```ignore
let response = client.session_message()
    .session_id(session_id)
    .message_id(message_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn session_message(&self) -> builder::SessionMessage<'_> {
        builder::SessionMessage::new(self)
    }
    /**Delete a part from a message

Sends a `DELETE` request to `/session/{sessionID}/message/{messageID}/part/{partID}`

Arguments:
- `session_id`: Session ID
- `message_id`: Message ID
- `part_id`: Part ID
- `directory`
```ignore
let response = client.part_delete()
    .session_id(session_id)
    .message_id(message_id)
    .part_id(part_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn part_delete(&self) -> builder::PartDelete<'_> {
        builder::PartDelete::new(self)
    }
    /**Update a part in a message

Sends a `PATCH` request to `/session/{sessionID}/message/{messageID}/part/{partID}`

Arguments:
- `session_id`: Session ID
- `message_id`: Message ID
- `part_id`: Part ID
- `directory`
- `body`
```ignore
let response = client.part_update()
    .session_id(session_id)
    .message_id(message_id)
    .part_id(part_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn part_update(&self) -> builder::PartUpdate<'_> {
        builder::PartUpdate::new(self)
    }
    /**Send async message

Create and send a new message to a session asynchronously, starting the session if needed and returning immediately.

Sends a `POST` request to `/session/{sessionID}/prompt_async`

Arguments:
- `session_id`: Session ID
- `directory`
- `body`
```ignore
let response = client.session_prompt_async()
    .session_id(session_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn session_prompt_async(&self) -> builder::SessionPromptAsync<'_> {
        builder::SessionPromptAsync::new(self)
    }
    /**Send command

Send a new command to a session for execution by the AI assistant.

Sends a `POST` request to `/session/{sessionID}/command`

Arguments:
- `session_id`: Session ID
- `directory`
- `body`
```ignore
let response = client.session_command()
    .session_id(session_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn session_command(&self) -> builder::SessionCommand<'_> {
        builder::SessionCommand::new(self)
    }
    /**Run shell command

Execute a shell command within the session context and return the AI's response.

Sends a `POST` request to `/session/{sessionID}/shell`

Arguments:
- `session_id`: Session ID
- `directory`
- `body`
```ignore
let response = client.session_shell()
    .session_id(session_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn session_shell(&self) -> builder::SessionShell<'_> {
        builder::SessionShell::new(self)
    }
    /**Revert message

Revert a specific message in a session, undoing its effects and restoring the previous state.

Sends a `POST` request to `/session/{sessionID}/revert`

```ignore
let response = client.session_revert()
    .session_id(session_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn session_revert(&self) -> builder::SessionRevert<'_> {
        builder::SessionRevert::new(self)
    }
    /**Restore reverted messages

Restore all previously reverted messages in a session.

Sends a `POST` request to `/session/{sessionID}/unrevert`

```ignore
let response = client.session_unrevert()
    .session_id(session_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn session_unrevert(&self) -> builder::SessionUnrevert<'_> {
        builder::SessionUnrevert::new(self)
    }
    /**Respond to permission

Approve or deny a permission request from the AI assistant.

Sends a `POST` request to `/session/{sessionID}/permissions/{permissionID}`

```ignore
let response = client.permission_respond()
    .session_id(session_id)
    .permission_id(permission_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn permission_respond(&self) -> builder::PermissionRespond<'_> {
        builder::PermissionRespond::new(self)
    }
    /**Respond to permission request

Approve or deny a permission request from the AI assistant.

Sends a `POST` request to `/permission/{requestID}/reply`

```ignore
let response = client.permission_reply()
    .request_id(request_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn permission_reply(&self) -> builder::PermissionReply<'_> {
        builder::PermissionReply::new(self)
    }
    /**List pending permissions

Get all pending permission requests across all sessions.

Sends a `GET` request to `/permission`

```ignore
let response = client.permission_list()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn permission_list(&self) -> builder::PermissionList<'_> {
        builder::PermissionList::new(self)
    }
    /**List pending questions

Get all pending question requests across all sessions.

Sends a `GET` request to `/question`

```ignore
let response = client.question_list()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn question_list(&self) -> builder::QuestionList<'_> {
        builder::QuestionList::new(self)
    }
    /**Reply to question request

Provide answers to a question request from the AI assistant.

Sends a `POST` request to `/question/{requestID}/reply`

```ignore
let response = client.question_reply()
    .request_id(request_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn question_reply(&self) -> builder::QuestionReply<'_> {
        builder::QuestionReply::new(self)
    }
    /**Reject question request

Reject a question request from the AI assistant.

Sends a `POST` request to `/question/{requestID}/reject`

```ignore
let response = client.question_reject()
    .request_id(request_id)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn question_reject(&self) -> builder::QuestionReject<'_> {
        builder::QuestionReject::new(self)
    }
    /**List providers

Get a list of all available AI providers, including both available and connected ones.

Sends a `GET` request to `/provider`

```ignore
let response = client.provider_list()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn provider_list(&self) -> builder::ProviderList<'_> {
        builder::ProviderList::new(self)
    }
    /**Get provider auth methods

Retrieve available authentication methods for all AI providers.

Sends a `GET` request to `/provider/auth`

```ignore
let response = client.provider_auth()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn provider_auth(&self) -> builder::ProviderAuth<'_> {
        builder::ProviderAuth::new(self)
    }
    /**OAuth authorize

Initiate OAuth authorization for a specific AI provider to get an authorization URL.

Sends a `POST` request to `/provider/{providerID}/oauth/authorize`

Arguments:
- `provider_id`: Provider ID
- `directory`
- `body`
```ignore
let response = client.provider_oauth_authorize()
    .provider_id(provider_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn provider_oauth_authorize(&self) -> builder::ProviderOauthAuthorize<'_> {
        builder::ProviderOauthAuthorize::new(self)
    }
    /**OAuth callback

Handle the OAuth callback from a provider after user authorization.

Sends a `POST` request to `/provider/{providerID}/oauth/callback`

Arguments:
- `provider_id`: Provider ID
- `directory`
- `body`
```ignore
let response = client.provider_oauth_callback()
    .provider_id(provider_id)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn provider_oauth_callback(&self) -> builder::ProviderOauthCallback<'_> {
        builder::ProviderOauthCallback::new(self)
    }
    /**Find text

Search for text patterns across files in the project using ripgrep.

Sends a `GET` request to `/find`

```ignore
let response = client.find_text()
    .directory(directory)
    .pattern(pattern)
    .send()
    .await;
```*/
    pub fn find_text(&self) -> builder::FindText<'_> {
        builder::FindText::new(self)
    }
    /**Find files

Search for files or directories by name or pattern in the project directory.

Sends a `GET` request to `/find/file`

```ignore
let response = client.find_files()
    .directory(directory)
    .dirs(dirs)
    .limit(limit)
    .query(query)
    .type_(type_)
    .send()
    .await;
```*/
    pub fn find_files(&self) -> builder::FindFiles<'_> {
        builder::FindFiles::new(self)
    }
    /**Find symbols

Search for workspace symbols like functions, classes, and variables using LSP.

Sends a `GET` request to `/find/symbol`

```ignore
let response = client.find_symbols()
    .directory(directory)
    .query(query)
    .send()
    .await;
```*/
    pub fn find_symbols(&self) -> builder::FindSymbols<'_> {
        builder::FindSymbols::new(self)
    }
    /**List files

List files and directories in a specified path.

Sends a `GET` request to `/file`

```ignore
let response = client.file_list()
    .directory(directory)
    .path(path)
    .send()
    .await;
```*/
    pub fn file_list(&self) -> builder::FileList<'_> {
        builder::FileList::new(self)
    }
    /**Read file

Read the content of a specified file.

Sends a `GET` request to `/file/content`

```ignore
let response = client.file_read()
    .directory(directory)
    .path(path)
    .send()
    .await;
```*/
    pub fn file_read(&self) -> builder::FileRead<'_> {
        builder::FileRead::new(self)
    }
    /**Get file status

Get the git status of all files in the project.

Sends a `GET` request to `/file/status`

```ignore
let response = client.file_status()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn file_status(&self) -> builder::FileStatus<'_> {
        builder::FileStatus::new(self)
    }
    /**Get MCP status

Get the status of all Model Context Protocol (MCP) servers.

Sends a `GET` request to `/mcp`

```ignore
let response = client.mcp_status()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn mcp_status(&self) -> builder::McpStatus<'_> {
        builder::McpStatus::new(self)
    }
    /**Add MCP server

Dynamically add a new Model Context Protocol (MCP) server to the system.

Sends a `POST` request to `/mcp`

```ignore
let response = client.mcp_add()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn mcp_add(&self) -> builder::McpAdd<'_> {
        builder::McpAdd::new(self)
    }
    /**Start MCP OAuth

Start OAuth authentication flow for a Model Context Protocol (MCP) server.

Sends a `POST` request to `/mcp/{name}/auth`

```ignore
let response = client.mcp_auth_start()
    .name(name)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn mcp_auth_start(&self) -> builder::McpAuthStart<'_> {
        builder::McpAuthStart::new(self)
    }
    /**Remove MCP OAuth

Remove OAuth credentials for an MCP server

Sends a `DELETE` request to `/mcp/{name}/auth`

```ignore
let response = client.mcp_auth_remove()
    .name(name)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn mcp_auth_remove(&self) -> builder::McpAuthRemove<'_> {
        builder::McpAuthRemove::new(self)
    }
    /**Complete MCP OAuth

Complete OAuth authentication for a Model Context Protocol (MCP) server using the authorization code.

Sends a `POST` request to `/mcp/{name}/auth/callback`

```ignore
let response = client.mcp_auth_callback()
    .name(name)
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn mcp_auth_callback(&self) -> builder::McpAuthCallback<'_> {
        builder::McpAuthCallback::new(self)
    }
    /**Authenticate MCP OAuth

Start OAuth flow and wait for callback (opens browser)

Sends a `POST` request to `/mcp/{name}/auth/authenticate`

```ignore
let response = client.mcp_auth_authenticate()
    .name(name)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn mcp_auth_authenticate(&self) -> builder::McpAuthAuthenticate<'_> {
        builder::McpAuthAuthenticate::new(self)
    }
    /**Connect an MCP server

Sends a `POST` request to `/mcp/{name}/connect`

```ignore
let response = client.mcp_connect()
    .name(name)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn mcp_connect(&self) -> builder::McpConnect<'_> {
        builder::McpConnect::new(self)
    }
    /**Disconnect an MCP server

Sends a `POST` request to `/mcp/{name}/disconnect`

```ignore
let response = client.mcp_disconnect()
    .name(name)
    .directory(directory)
    .send()
    .await;
```*/
    pub fn mcp_disconnect(&self) -> builder::McpDisconnect<'_> {
        builder::McpDisconnect::new(self)
    }
    /**Append TUI prompt

Append prompt to the TUI

Sends a `POST` request to `/tui/append-prompt`

```ignore
let response = client.tui_append_prompt()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn tui_append_prompt(&self) -> builder::TuiAppendPrompt<'_> {
        builder::TuiAppendPrompt::new(self)
    }
    /**Open help dialog

Open the help dialog in the TUI to display user assistance information.

Sends a `POST` request to `/tui/open-help`

```ignore
let response = client.tui_open_help()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn tui_open_help(&self) -> builder::TuiOpenHelp<'_> {
        builder::TuiOpenHelp::new(self)
    }
    /**Open sessions dialog

Open the session dialog

Sends a `POST` request to `/tui/open-sessions`

```ignore
let response = client.tui_open_sessions()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn tui_open_sessions(&self) -> builder::TuiOpenSessions<'_> {
        builder::TuiOpenSessions::new(self)
    }
    /**Open themes dialog

Open the theme dialog

Sends a `POST` request to `/tui/open-themes`

```ignore
let response = client.tui_open_themes()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn tui_open_themes(&self) -> builder::TuiOpenThemes<'_> {
        builder::TuiOpenThemes::new(self)
    }
    /**Open models dialog

Open the model dialog

Sends a `POST` request to `/tui/open-models`

```ignore
let response = client.tui_open_models()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn tui_open_models(&self) -> builder::TuiOpenModels<'_> {
        builder::TuiOpenModels::new(self)
    }
    /**Submit TUI prompt

Submit the prompt

Sends a `POST` request to `/tui/submit-prompt`

```ignore
let response = client.tui_submit_prompt()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn tui_submit_prompt(&self) -> builder::TuiSubmitPrompt<'_> {
        builder::TuiSubmitPrompt::new(self)
    }
    /**Clear TUI prompt

Clear the prompt

Sends a `POST` request to `/tui/clear-prompt`

```ignore
let response = client.tui_clear_prompt()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn tui_clear_prompt(&self) -> builder::TuiClearPrompt<'_> {
        builder::TuiClearPrompt::new(self)
    }
    /**Execute TUI command

Execute a TUI command (e.g. agent_cycle)

Sends a `POST` request to `/tui/execute-command`

```ignore
let response = client.tui_execute_command()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn tui_execute_command(&self) -> builder::TuiExecuteCommand<'_> {
        builder::TuiExecuteCommand::new(self)
    }
    /**Show TUI toast

Show a toast notification in the TUI

Sends a `POST` request to `/tui/show-toast`

```ignore
let response = client.tui_show_toast()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn tui_show_toast(&self) -> builder::TuiShowToast<'_> {
        builder::TuiShowToast::new(self)
    }
    /**Publish TUI event

Publish a TUI event

Sends a `POST` request to `/tui/publish`

```ignore
let response = client.tui_publish()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn tui_publish(&self) -> builder::TuiPublish<'_> {
        builder::TuiPublish::new(self)
    }
    /**Select session

Navigate the TUI to display the specified session.

Sends a `POST` request to `/tui/select-session`

```ignore
let response = client.tui_select_session()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn tui_select_session(&self) -> builder::TuiSelectSession<'_> {
        builder::TuiSelectSession::new(self)
    }
    /**Get next TUI request

Retrieve the next TUI (Terminal User Interface) request from the queue for processing.

Sends a `GET` request to `/tui/control/next`

```ignore
let response = client.tui_control_next()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn tui_control_next(&self) -> builder::TuiControlNext<'_> {
        builder::TuiControlNext::new(self)
    }
    /**Submit TUI response

Submit a response to the TUI request queue to complete a pending request.

Sends a `POST` request to `/tui/control/response`

```ignore
let response = client.tui_control_response()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn tui_control_response(&self) -> builder::TuiControlResponse<'_> {
        builder::TuiControlResponse::new(self)
    }
    /**Dispose instance

Clean up and dispose the current OpenCode instance, releasing all resources.

Sends a `POST` request to `/instance/dispose`

```ignore
let response = client.instance_dispose()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn instance_dispose(&self) -> builder::InstanceDispose<'_> {
        builder::InstanceDispose::new(self)
    }
    /**Get paths

Retrieve the current working directory and related path information for the OpenCode instance.

Sends a `GET` request to `/path`

```ignore
let response = client.path_get()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn path_get(&self) -> builder::PathGet<'_> {
        builder::PathGet::new(self)
    }
    /**Get VCS info

Retrieve version control system (VCS) information for the current project, such as git branch.

Sends a `GET` request to `/vcs`

```ignore
let response = client.vcs_get()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn vcs_get(&self) -> builder::VcsGet<'_> {
        builder::VcsGet::new(self)
    }
    /**List commands

Get a list of all available commands in the OpenCode system.

Sends a `GET` request to `/command`

```ignore
let response = client.command_list()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn command_list(&self) -> builder::CommandList<'_> {
        builder::CommandList::new(self)
    }
    /**Write log

Write a log entry to the server logs with specified level and metadata.

Sends a `POST` request to `/log`

```ignore
let response = client.app_log()
    .directory(directory)
    .body(body)
    .send()
    .await;
```*/
    pub fn app_log(&self) -> builder::AppLog<'_> {
        builder::AppLog::new(self)
    }
    /**List agents

Get a list of all available AI agents in the OpenCode system.

Sends a `GET` request to `/agent`

```ignore
let response = client.app_agents()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn app_agents(&self) -> builder::AppAgents<'_> {
        builder::AppAgents::new(self)
    }
    /**List skills

Get a list of all available skills in the OpenCode system.

Sends a `GET` request to `/skill`

```ignore
let response = client.app_skills()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn app_skills(&self) -> builder::AppSkills<'_> {
        builder::AppSkills::new(self)
    }
    /**Get LSP status

Get LSP server status

Sends a `GET` request to `/lsp`

```ignore
let response = client.lsp_status()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn lsp_status(&self) -> builder::LspStatus<'_> {
        builder::LspStatus::new(self)
    }
    /**Get formatter status

Get formatter status

Sends a `GET` request to `/formatter`

```ignore
let response = client.formatter_status()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn formatter_status(&self) -> builder::FormatterStatus<'_> {
        builder::FormatterStatus::new(self)
    }
    /**Subscribe to events

Get events

Sends a `GET` request to `/event`

```ignore
let response = client.event_subscribe()
    .directory(directory)
    .send()
    .await;
```*/
    pub fn event_subscribe(&self) -> builder::EventSubscribe<'_> {
        builder::EventSubscribe::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{encode_path, ByteStream, RequestBuilderExt, ResponseValue};
    /**Builder for [`Client::global_health`]

[`Client::global_health`]: super::Client::global_health*/
    #[derive(Debug, Clone)]
    pub struct GlobalHealth<'a> {
        client: &'a super::Client,
    }
    impl<'a> GlobalHealth<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/global/health`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::GlobalHealthResponse>,
            crate::Error,
        > {
            let Self { client } = self;
            let url = format!("{}/global/health", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let response = client.exchange(request, "global_health").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::global_event`]

[`Client::global_event`]: super::Client::global_event*/
    #[derive(Debug, Clone)]
    pub struct GlobalEvent<'a> {
        client: &'a super::Client,
    }
    impl<'a> GlobalEvent<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/global/event`
        pub async fn send(self) -> Result<ResponseValue<ByteStream>, crate::Error> {
            let Self { client } = self;
            let url = format!("{}/global/event", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client.client.get(url).build()?;
            let response = client.exchange(request, "global_event").await?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::global_config_get`]

[`Client::global_config_get`]: super::Client::global_config_get*/
    #[derive(Debug, Clone)]
    pub struct GlobalConfigGet<'a> {
        client: &'a super::Client,
    }
    impl<'a> GlobalConfigGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/global/config`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Config>, crate::Error> {
            let Self { client } = self;
            let url = format!("{}/global/config", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let response = client.exchange(request, "global_config_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::global_config_update`]

[`Client::global_config_update`]: super::Client::global_config_update*/
    #[derive(Debug, Clone)]
    pub struct GlobalConfigUpdate<'a> {
        client: &'a super::Client,
        body: Result<::opencode_types::Config, String>,
    }
    impl<'a> GlobalConfigUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::Config>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: Config` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `PATCH` request to `/global/config`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Config>, crate::Error> {
            let Self { client, body } = self;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/global/config", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()?;
            let response = client.exchange(request, "global_config_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::global_dispose`]

[`Client::global_dispose`]: super::Client::global_dispose*/
    #[derive(Debug, Clone)]
    pub struct GlobalDispose<'a> {
        client: &'a super::Client,
    }
    impl<'a> GlobalDispose<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `POST` request to `/global/dispose`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client } = self;
            let url = format!("{}/global/dispose", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let response = client.exchange(request, "global_dispose").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::auth_set`]

[`Client::auth_set`]: super::Client::auth_set*/
    #[derive(Debug, Clone)]
    pub struct AuthSet<'a> {
        client: &'a super::Client,
        provider_id: Result<::std::string::String, String>,
        body: Result<::opencode_types::Auth, String>,
    }
    impl<'a> AuthSet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider_id: Err("provider_id was not initialized".to_string()),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn provider_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for provider_id failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::Auth>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: Auth` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `PUT` request to `/auth/{providerID}`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, provider_id, body } = self;
            let provider_id = provider_id.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/auth/{}", client.baseurl, encode_path(& provider_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()?;
            let response = client.exchange(request, "auth_set").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::auth_remove`]

[`Client::auth_remove`]: super::Client::auth_remove*/
    #[derive(Debug, Clone)]
    pub struct AuthRemove<'a> {
        client: &'a super::Client,
        provider_id: Result<::std::string::String, String>,
    }
    impl<'a> AuthRemove<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider_id: Err("provider_id was not initialized".to_string()),
            }
        }
        pub fn provider_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for provider_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/auth/{providerID}`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, provider_id } = self;
            let provider_id = provider_id.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/auth/{}", client.baseurl, encode_path(& provider_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let response = client.exchange(request, "auth_remove").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::project_list`]

[`Client::project_list`]: super::Client::project_list*/
    #[derive(Debug, Clone)]
    pub struct ProjectList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ProjectList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/project`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Project>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/project", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "project_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::project_current`]

[`Client::project_current`]: super::Client::project_current*/
    #[derive(Debug, Clone)]
    pub struct ProjectCurrent<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ProjectCurrent<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/project/current`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Project>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/project/current", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "project_current").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::project_update`]

[`Client::project_update`]: super::Client::project_update*/
    #[derive(Debug, Clone)]
    pub struct ProjectUpdate<'a> {
        client: &'a super::Client,
        project_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::ProjectUpdateBody, String>,
    }
    impl<'a> ProjectUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                project_id: Err("project_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn project_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.project_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for project_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::ProjectUpdateBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: ProjectUpdateBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `PATCH` request to `/project/{projectID}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Project>, crate::Error> {
            let Self { client, project_id, directory, body } = self;
            let project_id = project_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/project/{}", client.baseurl, encode_path(& project_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "project_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::pty_list`]

[`Client::pty_list`]: super::Client::pty_list*/
    #[derive(Debug, Clone)]
    pub struct PtyList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PtyList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/pty`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Pty>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/pty", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "pty_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::pty_create`]

[`Client::pty_create`]: super::Client::pty_create*/
    #[derive(Debug, Clone)]
    pub struct PtyCreate<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::PtyCreateBody, String>,
    }
    impl<'a> PtyCreate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::PtyCreateBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: PtyCreateBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/pty`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Pty>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/pty", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "pty_create").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::pty_get`]

[`Client::pty_get`]: super::Client::pty_get*/
    #[derive(Debug, Clone)]
    pub struct PtyGet<'a> {
        client: &'a super::Client,
        pty_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PtyGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                pty_id: Err("pty_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn pty_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.pty_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for pty_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/pty/{ptyID}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Pty>, crate::Error> {
            let Self { client, pty_id, directory } = self;
            let pty_id = pty_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/pty/{}", client.baseurl, encode_path(& pty_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "pty_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::pty_update`]

[`Client::pty_update`]: super::Client::pty_update*/
    #[derive(Debug, Clone)]
    pub struct PtyUpdate<'a> {
        client: &'a super::Client,
        pty_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::PtyUpdateBody, String>,
    }
    impl<'a> PtyUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                pty_id: Err("pty_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn pty_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.pty_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for pty_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::PtyUpdateBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: PtyUpdateBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `PUT` request to `/pty/{ptyID}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Pty>, crate::Error> {
            let Self { client, pty_id, directory, body } = self;
            let pty_id = pty_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/pty/{}", client.baseurl, encode_path(& pty_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .put(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "pty_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::pty_remove`]

[`Client::pty_remove`]: super::Client::pty_remove*/
    #[derive(Debug, Clone)]
    pub struct PtyRemove<'a> {
        client: &'a super::Client,
        pty_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PtyRemove<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                pty_id: Err("pty_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn pty_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.pty_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for pty_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/pty/{ptyID}`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, pty_id, directory } = self;
            let pty_id = pty_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/pty/{}", client.baseurl, encode_path(& pty_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "pty_remove").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::config_get`]

[`Client::config_get`]: super::Client::config_get*/
    #[derive(Debug, Clone)]
    pub struct ConfigGet<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ConfigGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/config`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Config>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/config", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "config_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::config_update`]

[`Client::config_update`]: super::Client::config_update*/
    #[derive(Debug, Clone)]
    pub struct ConfigUpdate<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::Config, String>,
    }
    impl<'a> ConfigUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::Config>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: Config` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `PATCH` request to `/config`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Config>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/config", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "config_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::config_providers`]

[`Client::config_providers`]: super::Client::config_providers*/
    #[derive(Debug, Clone)]
    pub struct ConfigProviders<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ConfigProviders<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/config/providers`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::ConfigProvidersResponse>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/config/providers", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "config_providers").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tool_ids`]

[`Client::tool_ids`]: super::Client::tool_ids*/
    #[derive(Debug, Clone)]
    pub struct ToolIds<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ToolIds<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/experimental/tool/ids`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::ToolIDs>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/tool/ids", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tool_ids").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tool_list`]

[`Client::tool_list`]: super::Client::tool_list*/
    #[derive(Debug, Clone)]
    pub struct ToolList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        model: Result<::std::string::String, String>,
        provider: Result<::std::string::String, String>,
    }
    impl<'a> ToolList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                model: Err("model was not initialized".to_string()),
                provider: Err("provider was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn model<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.model = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for model failed"
                        .to_string()
                });
            self
        }
        pub fn provider<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for provider failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/experimental/tool`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::ToolList>, crate::Error> {
            let Self { client, directory, model, provider } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let model = model.map_err(crate::Error::Request)?;
            let provider = provider.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/tool", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("model", &model))
                .query(&progenitor_client::QueryParam::new("provider", &provider))
                .build()?;
            let response = client.exchange(request, "tool_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::worktree_list`]

[`Client::worktree_list`]: super::Client::worktree_list*/
    #[derive(Debug, Clone)]
    pub struct WorktreeList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> WorktreeList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/experimental/worktree`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::std::string::String>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/worktree", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "worktree_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::worktree_create`]

[`Client::worktree_create`]: super::Client::worktree_create*/
    #[derive(Debug, Clone)]
    pub struct WorktreeCreate<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::WorktreeCreateInput, String>,
    }
    impl<'a> WorktreeCreate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::WorktreeCreateInput>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: WorktreeCreateInput` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/experimental/worktree`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Worktree>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/worktree", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "worktree_create").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::worktree_remove`]

[`Client::worktree_remove`]: super::Client::worktree_remove*/
    #[derive(Debug, Clone)]
    pub struct WorktreeRemove<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::WorktreeRemoveInput, String>,
    }
    impl<'a> WorktreeRemove<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::WorktreeRemoveInput>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: WorktreeRemoveInput` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/experimental/worktree`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/worktree", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "worktree_remove").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::worktree_reset`]

[`Client::worktree_reset`]: super::Client::worktree_reset*/
    #[derive(Debug, Clone)]
    pub struct WorktreeReset<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::WorktreeResetInput, String>,
    }
    impl<'a> WorktreeReset<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::WorktreeResetInput>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: WorktreeResetInput` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/experimental/worktree/reset`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/worktree/reset", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "worktree_reset").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::experimental_resource_list`]

[`Client::experimental_resource_list`]: super::Client::experimental_resource_list*/
    #[derive(Debug, Clone)]
    pub struct ExperimentalResourceList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ExperimentalResourceList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/experimental/resource`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::indexmap::IndexMap<
                    ::std::string::String,
                    ::opencode_types::McpResource,
                >,
            >,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/experimental/resource", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "experimental_resource_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_list`]

[`Client::session_list`]: super::Client::session_list*/
    #[derive(Debug, Clone)]
    pub struct SessionList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        limit: Result<Option<f64>, String>,
        roots: Result<Option<bool>, String>,
        search: Result<Option<::std::string::String>, String>,
        start: Result<Option<f64>, String>,
    }
    impl<'a> SessionList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                limit: Ok(None),
                roots: Ok(None),
                search: Ok(None),
                start: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<f64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `f64` for limit failed".to_string());
            self
        }
        pub fn roots<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.roots = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `bool` for roots failed".to_string());
            self
        }
        pub fn search<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.search = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for search failed"
                        .to_string()
                });
            self
        }
        pub fn start<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<f64>,
        {
            self.start = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `f64` for start failed".to_string());
            self
        }
        ///Sends a `GET` request to `/session`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Session>>,
            crate::Error,
        > {
            let Self { client, directory, limit, roots, search, start } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let limit = limit.map_err(crate::Error::Request)?;
            let roots = roots.map_err(crate::Error::Request)?;
            let search = search.map_err(crate::Error::Request)?;
            let start = start.map_err(crate::Error::Request)?;
            let url = format!("{}/session", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("roots", &roots))
                .query(&progenitor_client::QueryParam::new("search", &search))
                .query(&progenitor_client::QueryParam::new("start", &start))
                .build()?;
            let response = client.exchange(request, "session_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_create`]

[`Client::session_create`]: super::Client::session_create*/
    #[derive(Debug, Clone)]
    pub struct SessionCreate<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionCreateBody, String>,
    }
    impl<'a> SessionCreate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionCreateBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionCreateBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/session", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_create").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_status`]

[`Client::session_status`]: super::Client::session_status*/
    #[derive(Debug, Clone)]
    pub struct SessionStatus<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionStatus<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/session/status`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::indexmap::IndexMap<
                    ::std::string::String,
                    ::opencode_types::SessionStatus,
                >,
            >,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/session/status", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_status").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_get`]

[`Client::session_get`]: super::Client::session_get*/
    #[derive(Debug, Clone)]
    pub struct SessionGet<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/session/{sessionID}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}", client.baseurl, encode_path(& session_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_delete`]

[`Client::session_delete`]: super::Client::session_delete*/
    #[derive(Debug, Clone)]
    pub struct SessionDelete<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionDelete<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/session/{sessionID}`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}", client.baseurl, encode_path(& session_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_delete").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_update`]

[`Client::session_update`]: super::Client::session_update*/
    #[derive(Debug, Clone)]
    pub struct SessionUpdate<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionUpdateBody, String>,
    }
    impl<'a> SessionUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionUpdateBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionUpdateBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `PATCH` request to `/session/{sessionID}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}", client.baseurl, encode_path(& session_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_children`]

[`Client::session_children`]: super::Client::session_children*/
    #[derive(Debug, Clone)]
    pub struct SessionChildren<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionChildren<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/session/{sessionID}/children`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Session>>,
            crate::Error,
        > {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/children", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_children").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_todo`]

[`Client::session_todo`]: super::Client::session_todo*/
    #[derive(Debug, Clone)]
    pub struct SessionTodo<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionTodo<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/session/{sessionID}/todo`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Todo>>,
            crate::Error,
        > {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/todo", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_todo").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_init`]

[`Client::session_init`]: super::Client::session_init*/
    #[derive(Debug, Clone)]
    pub struct SessionInit<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionInitBody, String>,
    }
    impl<'a> SessionInit<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionInitBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionInitBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/init`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/init", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_init").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_fork`]

[`Client::session_fork`]: super::Client::session_fork*/
    #[derive(Debug, Clone)]
    pub struct SessionFork<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionForkBody, String>,
    }
    impl<'a> SessionFork<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionForkBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionForkBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/fork`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/fork", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_fork").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_abort`]

[`Client::session_abort`]: super::Client::session_abort*/
    #[derive(Debug, Clone)]
    pub struct SessionAbort<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionAbort<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/abort`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/abort", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_abort").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_share`]

[`Client::session_share`]: super::Client::session_share*/
    #[derive(Debug, Clone)]
    pub struct SessionShare<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionShare<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/share`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/share", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_share").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_unshare`]

[`Client::session_unshare`]: super::Client::session_unshare*/
    #[derive(Debug, Clone)]
    pub struct SessionUnshare<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionUnshare<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/session/{sessionID}/share`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/share", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_unshare").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_diff`]

[`Client::session_diff`]: super::Client::session_diff*/
    #[derive(Debug, Clone)]
    pub struct SessionDiff<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        message_id: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionDiff<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                message_id: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn message_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.message_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for message_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/session/{sessionID}/diff`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::FileDiff>>,
            crate::Error,
        > {
            let Self { client, session_id, directory, message_id } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let message_id = message_id.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/diff", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("messageID", &message_id))
                .build()?;
            let response = client.exchange(request, "session_diff").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_summarize`]

[`Client::session_summarize`]: super::Client::session_summarize*/
    #[derive(Debug, Clone)]
    pub struct SessionSummarize<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionSummarizeBody, String>,
    }
    impl<'a> SessionSummarize<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionSummarizeBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionSummarizeBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/summarize`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/summarize", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_summarize").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_messages`]

[`Client::session_messages`]: super::Client::session_messages*/
    #[derive(Debug, Clone)]
    pub struct SessionMessages<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        limit: Result<Option<f64>, String>,
    }
    impl<'a> SessionMessages<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                limit: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<f64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `f64` for limit failed".to_string());
            self
        }
        ///Sends a `GET` request to `/session/{sessionID}/message`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::std::vec::Vec<::opencode_types::SessionMessagesResponseItem>,
            >,
            crate::Error,
        > {
            let Self { client, session_id, directory, limit } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let limit = limit.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/message", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .build()?;
            let response = client.exchange(request, "session_messages").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_prompt`]

[`Client::session_prompt`]: super::Client::session_prompt*/
    #[derive(Debug, Clone)]
    pub struct SessionPrompt<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionPromptBody, String>,
    }
    impl<'a> SessionPrompt<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionPromptBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionPromptBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/message`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::SessionPromptResponse>,
            crate::Error,
        > {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/message", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_prompt").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_message`]

[`Client::session_message`]: super::Client::session_message*/
    #[derive(Debug, Clone)]
    pub struct SessionMessage<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        message_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionMessage<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                message_id: Err("message_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn message_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.message_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for message_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/session/{sessionID}/message/{messageID}`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::SessionMessageResponse>,
            crate::Error,
        > {
            let Self { client, session_id, message_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let message_id = message_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/message/{}", client.baseurl, encode_path(& session_id
                .to_string()), encode_path(& message_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_message").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::part_delete`]

[`Client::part_delete`]: super::Client::part_delete*/
    #[derive(Debug, Clone)]
    pub struct PartDelete<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        message_id: Result<::std::string::String, String>,
        part_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PartDelete<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                message_id: Err("message_id was not initialized".to_string()),
                part_id: Err("part_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn message_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.message_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for message_id failed"
                        .to_string()
                });
            self
        }
        pub fn part_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.part_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for part_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/session/{sessionID}/message/{messageID}/part/{partID}`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, message_id, part_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let message_id = message_id.map_err(crate::Error::Request)?;
            let part_id = part_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/message/{}/part/{}", client.baseurl, encode_path(&
                session_id.to_string()), encode_path(& message_id.to_string()),
                encode_path(& part_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "part_delete").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::part_update`]

[`Client::part_update`]: super::Client::part_update*/
    #[derive(Debug, Clone)]
    pub struct PartUpdate<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        message_id: Result<::std::string::String, String>,
        part_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::Part, String>,
    }
    impl<'a> PartUpdate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                message_id: Err("message_id was not initialized".to_string()),
                part_id: Err("part_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn message_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.message_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for message_id failed"
                        .to_string()
                });
            self
        }
        pub fn part_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.part_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for part_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::Part>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: Part` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `PATCH` request to `/session/{sessionID}/message/{messageID}/part/{partID}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Part>, crate::Error> {
            let Self { client, session_id, message_id, part_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let message_id = message_id.map_err(crate::Error::Request)?;
            let part_id = part_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/message/{}/part/{}", client.baseurl, encode_path(&
                session_id.to_string()), encode_path(& message_id.to_string()),
                encode_path(& part_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "part_update").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_prompt_async`]

[`Client::session_prompt_async`]: super::Client::session_prompt_async*/
    #[derive(Debug, Clone)]
    pub struct SessionPromptAsync<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionPromptAsyncBody, String>,
    }
    impl<'a> SessionPromptAsync<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionPromptAsyncBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionPromptAsyncBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/prompt_async`
        pub async fn send(self) -> Result<ResponseValue<()>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/prompt_async", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_prompt_async").await?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_command`]

[`Client::session_command`]: super::Client::session_command*/
    #[derive(Debug, Clone)]
    pub struct SessionCommand<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionCommandBody, String>,
    }
    impl<'a> SessionCommand<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionCommandBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionCommandBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/command`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::SessionCommandResponse>,
            crate::Error,
        > {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/command", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_command").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_shell`]

[`Client::session_shell`]: super::Client::session_shell*/
    #[derive(Debug, Clone)]
    pub struct SessionShell<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionShellBody, String>,
    }
    impl<'a> SessionShell<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionShellBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionShellBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/shell`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::SessionShellResponse>,
            crate::Error,
        > {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/shell", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_shell").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_revert`]

[`Client::session_revert`]: super::Client::session_revert*/
    #[derive(Debug, Clone)]
    pub struct SessionRevert<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::SessionRevertBody, String>,
    }
    impl<'a> SessionRevert<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::SessionRevertBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: SessionRevertBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/revert`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/revert", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_revert").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::session_unrevert`]

[`Client::session_unrevert`]: super::Client::session_unrevert*/
    #[derive(Debug, Clone)]
    pub struct SessionUnrevert<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> SessionUnrevert<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/unrevert`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Session>, crate::Error> {
            let Self { client, session_id, directory } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/unrevert", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "session_unrevert").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::permission_respond`]

[`Client::permission_respond`]: super::Client::permission_respond*/
    #[derive(Debug, Clone)]
    pub struct PermissionRespond<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
        permission_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::PermissionRespondBody, String>,
    }
    impl<'a> PermissionRespond<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                permission_id: Err("permission_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        pub fn permission_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.permission_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for permission_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::PermissionRespondBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: PermissionRespondBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/session/{sessionID}/permissions/{permissionID}`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, session_id, permission_id, directory, body } = self;
            let session_id = session_id.map_err(crate::Error::Request)?;
            let permission_id = permission_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/session/{}/permissions/{}", client.baseurl, encode_path(& session_id
                .to_string()), encode_path(& permission_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "permission_respond").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::permission_reply`]

[`Client::permission_reply`]: super::Client::permission_reply*/
    #[derive(Debug, Clone)]
    pub struct PermissionReply<'a> {
        client: &'a super::Client,
        request_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::PermissionReplyBody, String>,
    }
    impl<'a> PermissionReply<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                request_id: Err("request_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn request_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.request_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for request_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::PermissionReplyBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: PermissionReplyBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/permission/{requestID}/reply`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, request_id, directory, body } = self;
            let request_id = request_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/permission/{}/reply", client.baseurl, encode_path(& request_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "permission_reply").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::permission_list`]

[`Client::permission_list`]: super::Client::permission_list*/
    #[derive(Debug, Clone)]
    pub struct PermissionList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PermissionList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/permission`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::PermissionRequest>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/permission", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "permission_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::question_list`]

[`Client::question_list`]: super::Client::question_list*/
    #[derive(Debug, Clone)]
    pub struct QuestionList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> QuestionList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/question`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::QuestionRequest>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/question", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "question_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::question_reply`]

[`Client::question_reply`]: super::Client::question_reply*/
    #[derive(Debug, Clone)]
    pub struct QuestionReply<'a> {
        client: &'a super::Client,
        request_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::QuestionReplyBody, String>,
    }
    impl<'a> QuestionReply<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                request_id: Err("request_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn request_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.request_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for request_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::QuestionReplyBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: QuestionReplyBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/question/{requestID}/reply`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, request_id, directory, body } = self;
            let request_id = request_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/question/{}/reply", client.baseurl, encode_path(& request_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "question_reply").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::question_reject`]

[`Client::question_reject`]: super::Client::question_reject*/
    #[derive(Debug, Clone)]
    pub struct QuestionReject<'a> {
        client: &'a super::Client,
        request_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> QuestionReject<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                request_id: Err("request_id was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn request_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.request_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for request_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/question/{requestID}/reject`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, request_id, directory } = self;
            let request_id = request_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/question/{}/reject", client.baseurl, encode_path(& request_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "question_reject").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::provider_list`]

[`Client::provider_list`]: super::Client::provider_list*/
    #[derive(Debug, Clone)]
    pub struct ProviderList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ProviderList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/provider`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::ProviderListResponse>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/provider", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "provider_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::provider_auth`]

[`Client::provider_auth`]: super::Client::provider_auth*/
    #[derive(Debug, Clone)]
    pub struct ProviderAuth<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ProviderAuth<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/provider/auth`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::indexmap::IndexMap<
                    ::std::string::String,
                    ::std::vec::Vec<::opencode_types::ProviderAuthMethod>,
                >,
            >,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/provider/auth", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "provider_auth").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::provider_oauth_authorize`]

[`Client::provider_oauth_authorize`]: super::Client::provider_oauth_authorize*/
    #[derive(Debug, Clone)]
    pub struct ProviderOauthAuthorize<'a> {
        client: &'a super::Client,
        provider_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::ProviderOauthAuthorizeBody, String>,
    }
    impl<'a> ProviderOauthAuthorize<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider_id: Err("provider_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn provider_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for provider_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::ProviderOauthAuthorizeBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: ProviderOauthAuthorizeBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/provider/{providerID}/oauth/authorize`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::ProviderAuthAuthorization>,
            crate::Error,
        > {
            let Self { client, provider_id, directory, body } = self;
            let provider_id = provider_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/provider/{}/oauth/authorize", client.baseurl, encode_path(&
                provider_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "provider_oauth_authorize").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::provider_oauth_callback`]

[`Client::provider_oauth_callback`]: super::Client::provider_oauth_callback*/
    #[derive(Debug, Clone)]
    pub struct ProviderOauthCallback<'a> {
        client: &'a super::Client,
        provider_id: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::ProviderOauthCallbackBody, String>,
    }
    impl<'a> ProviderOauthCallback<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                provider_id: Err("provider_id was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn provider_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.provider_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for provider_id failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::ProviderOauthCallbackBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: ProviderOauthCallbackBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/provider/{providerID}/oauth/callback`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, provider_id, directory, body } = self;
            let provider_id = provider_id.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/provider/{}/oauth/callback", client.baseurl, encode_path(&
                provider_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "provider_oauth_callback").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::find_text`]

[`Client::find_text`]: super::Client::find_text*/
    #[derive(Debug, Clone)]
    pub struct FindText<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        pattern: Result<::std::string::String, String>,
    }
    impl<'a> FindText<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                pattern: Err("pattern was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn pattern<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.pattern = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for pattern failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/find`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::FindTextResponseItem>>,
            crate::Error,
        > {
            let Self { client, directory, pattern } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let pattern = pattern.map_err(crate::Error::Request)?;
            let url = format!("{}/find", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("pattern", &pattern))
                .build()?;
            let response = client.exchange(request, "find_text").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::find_files`]

[`Client::find_files`]: super::Client::find_files*/
    #[derive(Debug, Clone)]
    pub struct FindFiles<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        dirs: Result<Option<::opencode_types::FindFilesDirs>, String>,
        limit: Result<Option<i64>, String>,
        query: Result<::std::string::String, String>,
        type_: Result<Option<::opencode_types::FindFilesType>, String>,
    }
    impl<'a> FindFiles<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                dirs: Ok(None),
                limit: Ok(None),
                query: Err("query was not initialized".to_string()),
                type_: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn dirs<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::FindFilesDirs>,
        {
            self.dirs = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: opencode_types :: FindFilesDirs` for dirs failed"
                        .to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        pub fn query<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.query = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for query failed"
                        .to_string()
                });
            self
        }
        pub fn type_<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::FindFilesType>,
        {
            self.type_ = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: opencode_types :: FindFilesType` for type_ failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/find/file`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::std::string::String>>,
            crate::Error,
        > {
            let Self { client, directory, dirs, limit, query, type_ } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let dirs = dirs.map_err(crate::Error::Request)?;
            let limit = limit.map_err(crate::Error::Request)?;
            let query = query.map_err(crate::Error::Request)?;
            let type_ = type_.map_err(crate::Error::Request)?;
            let url = format!("{}/find/file", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("dirs", &dirs))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("query", &query))
                .query(&progenitor_client::QueryParam::new("type", &type_))
                .build()?;
            let response = client.exchange(request, "find_files").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::find_symbols`]

[`Client::find_symbols`]: super::Client::find_symbols*/
    #[derive(Debug, Clone)]
    pub struct FindSymbols<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        query: Result<::std::string::String, String>,
    }
    impl<'a> FindSymbols<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                query: Err("query was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn query<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.query = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for query failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/find/symbol`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Symbol>>,
            crate::Error,
        > {
            let Self { client, directory, query } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let query = query.map_err(crate::Error::Request)?;
            let url = format!("{}/find/symbol", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("query", &query))
                .build()?;
            let response = client.exchange(request, "find_symbols").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::file_list`]

[`Client::file_list`]: super::Client::file_list*/
    #[derive(Debug, Clone)]
    pub struct FileList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        path: Result<::std::string::String, String>,
    }
    impl<'a> FileList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                path: Err("path was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn path<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.path = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for path failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/file`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::FileNode>>,
            crate::Error,
        > {
            let Self { client, directory, path } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let path = path.map_err(crate::Error::Request)?;
            let url = format!("{}/file", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("path", &path))
                .build()?;
            let response = client.exchange(request, "file_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::file_read`]

[`Client::file_read`]: super::Client::file_read*/
    #[derive(Debug, Clone)]
    pub struct FileRead<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        path: Result<::std::string::String, String>,
    }
    impl<'a> FileRead<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                path: Err("path was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn path<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.path = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for path failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/file/content`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::FileContent>, crate::Error> {
            let Self { client, directory, path } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let path = path.map_err(crate::Error::Request)?;
            let url = format!("{}/file/content", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .query(&progenitor_client::QueryParam::new("path", &path))
                .build()?;
            let response = client.exchange(request, "file_read").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::file_status`]

[`Client::file_status`]: super::Client::file_status*/
    #[derive(Debug, Clone)]
    pub struct FileStatus<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> FileStatus<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/file/status`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::File>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/file/status", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "file_status").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::mcp_status`]

[`Client::mcp_status`]: super::Client::mcp_status*/
    #[derive(Debug, Clone)]
    pub struct McpStatus<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpStatus<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/mcp`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::indexmap::IndexMap<::std::string::String, ::opencode_types::McpStatus>,
            >,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/mcp", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_status").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::mcp_add`]

[`Client::mcp_add`]: super::Client::mcp_add*/
    #[derive(Debug, Clone)]
    pub struct McpAdd<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::McpAddBody, String>,
    }
    impl<'a> McpAdd<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::McpAddBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: McpAddBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/mcp`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<
                ::indexmap::IndexMap<::std::string::String, ::opencode_types::McpStatus>,
            >,
            crate::Error,
        > {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/mcp", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_add").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::mcp_auth_start`]

[`Client::mcp_auth_start`]: super::Client::mcp_auth_start*/
    #[derive(Debug, Clone)]
    pub struct McpAuthStart<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpAuthStart<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/mcp/{name}/auth`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::McpAuthStartResponse>,
            crate::Error,
        > {
            let Self { client, name, directory } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/auth", client.baseurl, encode_path(& name.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_auth_start").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::mcp_auth_remove`]

[`Client::mcp_auth_remove`]: super::Client::mcp_auth_remove*/
    #[derive(Debug, Clone)]
    pub struct McpAuthRemove<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpAuthRemove<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/mcp/{name}/auth`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::McpAuthRemoveResponse>,
            crate::Error,
        > {
            let Self { client, name, directory } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/auth", client.baseurl, encode_path(& name.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_auth_remove").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::mcp_auth_callback`]

[`Client::mcp_auth_callback`]: super::Client::mcp_auth_callback*/
    #[derive(Debug, Clone)]
    pub struct McpAuthCallback<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::McpAuthCallbackBody, String>,
    }
    impl<'a> McpAuthCallback<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::McpAuthCallbackBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: McpAuthCallbackBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/mcp/{name}/auth/callback`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::McpStatus>, crate::Error> {
            let Self { client, name, directory, body } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/auth/callback", client.baseurl, encode_path(& name
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_auth_callback").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::mcp_auth_authenticate`]

[`Client::mcp_auth_authenticate`]: super::Client::mcp_auth_authenticate*/
    #[derive(Debug, Clone)]
    pub struct McpAuthAuthenticate<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpAuthAuthenticate<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/mcp/{name}/auth/authenticate`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::McpStatus>, crate::Error> {
            let Self { client, name, directory } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/auth/authenticate", client.baseurl, encode_path(& name
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_auth_authenticate").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::mcp_connect`]

[`Client::mcp_connect`]: super::Client::mcp_connect*/
    #[derive(Debug, Clone)]
    pub struct McpConnect<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpConnect<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/mcp/{name}/connect`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, name, directory } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/connect", client.baseurl, encode_path(& name.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_connect").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::mcp_disconnect`]

[`Client::mcp_disconnect`]: super::Client::mcp_disconnect*/
    #[derive(Debug, Clone)]
    pub struct McpDisconnect<'a> {
        client: &'a super::Client,
        name: Result<::std::string::String, String>,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> McpDisconnect<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
                directory: Ok(None),
            }
        }
        pub fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for name failed"
                        .to_string()
                });
            self
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/mcp/{name}/disconnect`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, name, directory } = self;
            let name = name.map_err(crate::Error::Request)?;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!(
                "{}/mcp/{}/disconnect", client.baseurl, encode_path(& name.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "mcp_disconnect").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_append_prompt`]

[`Client::tui_append_prompt`]: super::Client::tui_append_prompt*/
    #[derive(Debug, Clone)]
    pub struct TuiAppendPrompt<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::TuiAppendPromptBody, String>,
    }
    impl<'a> TuiAppendPrompt<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::TuiAppendPromptBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: TuiAppendPromptBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/append-prompt`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/append-prompt", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_append_prompt").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_open_help`]

[`Client::tui_open_help`]: super::Client::tui_open_help*/
    #[derive(Debug, Clone)]
    pub struct TuiOpenHelp<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiOpenHelp<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/open-help`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/open-help", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_open_help").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_open_sessions`]

[`Client::tui_open_sessions`]: super::Client::tui_open_sessions*/
    #[derive(Debug, Clone)]
    pub struct TuiOpenSessions<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiOpenSessions<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/open-sessions`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/open-sessions", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_open_sessions").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_open_themes`]

[`Client::tui_open_themes`]: super::Client::tui_open_themes*/
    #[derive(Debug, Clone)]
    pub struct TuiOpenThemes<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiOpenThemes<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/open-themes`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/open-themes", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_open_themes").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_open_models`]

[`Client::tui_open_models`]: super::Client::tui_open_models*/
    #[derive(Debug, Clone)]
    pub struct TuiOpenModels<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiOpenModels<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/open-models`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/open-models", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_open_models").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_submit_prompt`]

[`Client::tui_submit_prompt`]: super::Client::tui_submit_prompt*/
    #[derive(Debug, Clone)]
    pub struct TuiSubmitPrompt<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiSubmitPrompt<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/submit-prompt`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/submit-prompt", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_submit_prompt").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_clear_prompt`]

[`Client::tui_clear_prompt`]: super::Client::tui_clear_prompt*/
    #[derive(Debug, Clone)]
    pub struct TuiClearPrompt<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiClearPrompt<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/clear-prompt`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/clear-prompt", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_clear_prompt").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_execute_command`]

[`Client::tui_execute_command`]: super::Client::tui_execute_command*/
    #[derive(Debug, Clone)]
    pub struct TuiExecuteCommand<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::TuiExecuteCommandBody, String>,
    }
    impl<'a> TuiExecuteCommand<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::TuiExecuteCommandBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: TuiExecuteCommandBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/execute-command`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/execute-command", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_execute_command").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_show_toast`]

[`Client::tui_show_toast`]: super::Client::tui_show_toast*/
    #[derive(Debug, Clone)]
    pub struct TuiShowToast<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::TuiShowToastBody, String>,
    }
    impl<'a> TuiShowToast<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::TuiShowToastBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: TuiShowToastBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/show-toast`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/show-toast", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_show_toast").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_publish`]

[`Client::tui_publish`]: super::Client::tui_publish*/
    #[derive(Debug, Clone)]
    pub struct TuiPublish<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::TuiPublishBody, String>,
    }
    impl<'a> TuiPublish<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::TuiPublishBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: TuiPublishBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/publish`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/publish", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_publish").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_select_session`]

[`Client::tui_select_session`]: super::Client::tui_select_session*/
    #[derive(Debug, Clone)]
    pub struct TuiSelectSession<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::TuiSelectSessionBody, String>,
    }
    impl<'a> TuiSelectSession<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::TuiSelectSessionBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: TuiSelectSessionBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/select-session`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/select-session", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_select_session").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_control_next`]

[`Client::tui_control_next`]: super::Client::tui_control_next*/
    #[derive(Debug, Clone)]
    pub struct TuiControlNext<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> TuiControlNext<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/tui/control/next`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::opencode_types::TuiControlNextResponse>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/control/next", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_control_next").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::tui_control_response`]

[`Client::tui_control_response`]: super::Client::tui_control_response*/
    #[derive(Debug, Clone)]
    pub struct TuiControlResponse<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::serde_json::Value, String>,
    }
    impl<'a> TuiControlResponse<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::serde_json::Value>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: serde_json :: Value` for body failed".to_string()
                });
            self
        }
        ///Sends a `POST` request to `/tui/control/response`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/tui/control/response", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "tui_control_response").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::instance_dispose`]

[`Client::instance_dispose`]: super::Client::instance_dispose*/
    #[derive(Debug, Clone)]
    pub struct InstanceDispose<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> InstanceDispose<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/instance/dispose`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/instance/dispose", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "instance_dispose").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::path_get`]

[`Client::path_get`]: super::Client::path_get*/
    #[derive(Debug, Clone)]
    pub struct PathGet<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> PathGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/path`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::Path>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/path", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "path_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::vcs_get`]

[`Client::vcs_get`]: super::Client::vcs_get*/
    #[derive(Debug, Clone)]
    pub struct VcsGet<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> VcsGet<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/vcs`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::opencode_types::VcsInfo>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/vcs", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "vcs_get").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::command_list`]

[`Client::command_list`]: super::Client::command_list*/
    #[derive(Debug, Clone)]
    pub struct CommandList<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> CommandList<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/command`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Command>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/command", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "command_list").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::app_log`]

[`Client::app_log`]: super::Client::app_log*/
    #[derive(Debug, Clone)]
    pub struct AppLog<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
        body: Result<::opencode_types::AppLogBody, String>,
    }
    impl<'a> AppLog<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
                body: Err("body was not initialized".to_string()),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::opencode_types::AppLogBody>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: opencode_types :: AppLogBody` for body failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/log`
        pub async fn send(self) -> Result<ResponseValue<bool>, crate::Error> {
            let Self { client, directory, body } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let body = body.map_err(crate::Error::Request)?;
            let url = format!("{}/log", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "app_log").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::app_agents`]

[`Client::app_agents`]: super::Client::app_agents*/
    #[derive(Debug, Clone)]
    pub struct AppAgents<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> AppAgents<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/agent`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::Agent>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/agent", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "app_agents").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::app_skills`]

[`Client::app_skills`]: super::Client::app_skills*/
    #[derive(Debug, Clone)]
    pub struct AppSkills<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> AppSkills<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/skill`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::AppSkillsResponseItem>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/skill", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "app_skills").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::lsp_status`]

[`Client::lsp_status`]: super::Client::lsp_status*/
    #[derive(Debug, Clone)]
    pub struct LspStatus<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> LspStatus<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/lsp`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::LspStatus>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/lsp", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "lsp_status").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::formatter_status`]

[`Client::formatter_status`]: super::Client::formatter_status*/
    #[derive(Debug, Clone)]
    pub struct FormatterStatus<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> FormatterStatus<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/formatter`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<::std::vec::Vec<::opencode_types::FormatterStatus>>,
            crate::Error,
        > {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/formatter", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "formatter_status").await?;
            match response.status().as_u16() {
                200u16 => crate::answer::decode(response).await,
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
    /**Builder for [`Client::event_subscribe`]

[`Client::event_subscribe`]: super::Client::event_subscribe*/
    #[derive(Debug, Clone)]
    pub struct EventSubscribe<'a> {
        client: &'a super::Client,
        directory: Result<Option<::std::string::String>, String>,
    }
    impl<'a> EventSubscribe<'a> {
        pub(crate) fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                directory: Ok(None),
            }
        }
        pub fn directory<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.directory = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for directory failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/event`
        pub async fn send(self) -> Result<ResponseValue<ByteStream>, crate::Error> {
            let Self { client, directory } = self;
            let directory = directory.map_err(crate::Error::Request)?;
            let url = format!("{}/event", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .query(&progenitor_client::QueryParam::new("directory", &directory))
                .build()?;
            let response = client.exchange(request, "event_subscribe").await?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                _ => Err(crate::answer::refusal(response).await),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
