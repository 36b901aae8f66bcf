// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! The operations of the contract, by the groups of their ids: [`Client::session`] leads to `session.*`.
//!
//! A method takes what stands in the operation's path and answers a builder: its setters take the rest, and its `send`
//! makes the call. Every `send` fails with [`Error`](crate::Error).
//!
//! ```no_run
//! # async fn example(client: opencode_client::Client) -> Result<(), opencode_client::Error> {
//! for session in client.session().list().limit(10.0).send().await?.into_inner() {
//!     let changes = client.session().diff(&session.id).send().await?;
//!     println!("{}: {} files changed", session.title, changes.len());
//! }
//! # Ok(())
//! # }
//! ```

use crate::Client;
use crate::builder;

impl Client {
    /// The operations `global.*`: `health`, `event`, `config_get`, `config_update`, `dispose`.
    pub fn global(&self) -> Global<'_> {
        Global { client: self }
    }

    /// The operations `auth.*`: `set`, `remove`.
    pub fn auth(&self) -> Auth<'_> {
        Auth { client: self }
    }

    /// The operations `project.*`: `list`, `current`, `update`.
    pub fn project(&self) -> Project<'_> {
        Project { client: self }
    }

    /// The operations `pty.*`: `list`, `create`, `get`, `update`, `remove`.
    pub fn pty(&self) -> Pty<'_> {
        Pty { client: self }
    }

    /// The operations `config.*`: `get`, `update`, `providers`.
    pub fn config(&self) -> Config<'_> {
        Config { client: self }
    }

    /// The operations `tool.*`: `ids`, `list`.
    pub fn tool(&self) -> Tool<'_> {
        Tool { client: self }
    }

    /// The operations `worktree.*`: `list`, `create`, `remove`, `reset`.
    pub fn worktree(&self) -> Worktree<'_> {
        Worktree { client: self }
    }

    /// The operations `experimental.*`: `resource_list`.
    pub fn experimental(&self) -> Experimental<'_> {
        Experimental { client: self }
    }

    /// The operations `session.*`: `list`, `create`, `status`, `get`, `delete`, `update`, `children`, `todo`, `init`, `fork`, `abort`, `share`, `unshare`, `diff`, `summarize`, `messages`, `prompt`, `message`, `prompt_async`, `command`, `shell`, `revert`, `unrevert`.
    pub fn session(&self) -> Session<'_> {
        Session { client: self }
    }

    /// The operations `part.*`: `delete`, `update`.
    pub fn part(&self) -> Part<'_> {
        Part { client: self }
    }

    /// The operations `permission.*`: `respond`, `reply`, `list`.
    pub fn permission(&self) -> Permission<'_> {
        Permission { client: self }
    }

    /// The operations `question.*`: `list`, `reply`, `reject`.
    pub fn question(&self) -> Question<'_> {
        Question { client: self }
    }

    /// The operations `provider.*`: `list`, `auth`, `oauth_authorize`, `oauth_callback`.
    pub fn provider(&self) -> Provider<'_> {
        Provider { client: self }
    }

    /// The operations `find.*`: `text`, `files`, `symbols`.
    pub fn find(&self) -> Find<'_> {
        Find { client: self }
    }

    /// The operations `file.*`: `list`, `read`, `status`.
    pub fn file(&self) -> File<'_> {
        File { client: self }
    }

    /// The operations `mcp.*`: `status`, `add`, `auth_start`, `auth_remove`, `auth_callback`, `auth_authenticate`, `connect`, `disconnect`.
    pub fn mcp(&self) -> Mcp<'_> {
        Mcp { client: self }
    }

    /// The operations `tui.*`: `append_prompt`, `open_help`, `open_sessions`, `open_themes`, `open_models`, `submit_prompt`, `clear_prompt`, `execute_command`, `show_toast`, `publish`, `select_session`, `control_next`, `control_response`.
    pub fn tui(&self) -> Tui<'_> {
        Tui { client: self }
    }

    /// The operations `instance.*`: `dispose`.
    pub fn instance(&self) -> Instance<'_> {
        Instance { client: self }
    }

    /// The operations `path.*`: `get`.
    pub fn path(&self) -> Path<'_> {
        Path { client: self }
    }

    /// The operations `vcs.*`: `get`.
    pub fn vcs(&self) -> Vcs<'_> {
        Vcs { client: self }
    }

    /// The operations `command.*`: `list`.
    pub fn command(&self) -> Command<'_> {
        Command { client: self }
    }

    /// The operations `app.*`: `log`, `agents`, `skills`.
    pub fn app(&self) -> App<'_> {
        App { client: self }
    }

    /// The operations `lsp.*`: `status`.
    pub fn lsp(&self) -> Lsp<'_> {
        Lsp { client: self }
    }

    /// The operations `formatter.*`: `status`.
    pub fn formatter(&self) -> Formatter<'_> {
        Formatter { client: self }
    }

    /// The operations `event.*`: `subscribe`.
    pub fn event(&self) -> Event<'_> {
        Event { client: self }
    }
}

/// The operations `global.*`, see [`Client::global`].
#[derive(Clone, Copy, Debug)]
pub struct Global<'a> {
    client: &'a Client,
}

impl<'a> Global<'a> {
    /// Get health.
    ///
    /// Get health information about the OpenCode server.
    ///
    /// Operation `global.health`, `GET /global/health`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn health(self) -> builder::GlobalHealth<'a> {
        builder::GlobalHealth::new(self.client)
    }

    /// Get global events.
    ///
    /// Subscribe to global events from the OpenCode system using server-sent events.
    ///
    /// Operation `global.event`, `GET /global/event`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn event(self) -> builder::GlobalEvent<'a> {
        builder::GlobalEvent::new(self.client)
    }

    /// Get global configuration.
    ///
    /// Retrieve the current global OpenCode configuration settings and preferences.
    ///
    /// Operation `global.config.get`, `GET /global/config`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn config_get(self) -> builder::GlobalConfigGet<'a> {
        builder::GlobalConfigGet::new(self.client)
    }

    /// Update global configuration.
    ///
    /// Update global OpenCode configuration settings and preferences.
    ///
    /// Operation `global.config.update`, `PATCH /global/config`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn config_update(self) -> builder::GlobalConfigUpdate<'a> {
        builder::GlobalConfigUpdate::new(self.client)
    }

    /// Dispose instance.
    ///
    /// Clean up and dispose all OpenCode instances, releasing all resources.
    ///
    /// Operation `global.dispose`, `POST /global/dispose`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn dispose(self) -> builder::GlobalDispose<'a> {
        builder::GlobalDispose::new(self.client)
    }
}

/// The operations `auth.*`, see [`Client::auth`].
#[derive(Clone, Copy, Debug)]
pub struct Auth<'a> {
    client: &'a Client,
}

impl<'a> Auth<'a> {
    /// Set auth credentials.
    ///
    /// Set authentication credentials
    ///
    /// Operation `auth.set`, `PUT /auth/{providerID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn set(self, provider_id: impl Into<String>) -> builder::AuthSet<'a> {
        builder::AuthSet::new(self.client).provider_id(provider_id.into())
    }

    /// Remove auth credentials.
    ///
    /// Remove authentication credentials
    ///
    /// Operation `auth.remove`, `DELETE /auth/{providerID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn remove(self, provider_id: impl Into<String>) -> builder::AuthRemove<'a> {
        builder::AuthRemove::new(self.client).provider_id(provider_id.into())
    }
}

/// The operations `project.*`, see [`Client::project`].
#[derive(Clone, Copy, Debug)]
pub struct Project<'a> {
    client: &'a Client,
}

impl<'a> Project<'a> {
    /// List all projects.
    ///
    /// Get a list of projects that have been opened with OpenCode.
    ///
    /// Operation `project.list`, `GET /project`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn list(self) -> builder::ProjectList<'a> {
        builder::ProjectList::new(self.client)
    }

    /// Get current project.
    ///
    /// Retrieve the currently active project that OpenCode is working with.
    ///
    /// Operation `project.current`, `GET /project/current`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn current(self) -> builder::ProjectCurrent<'a> {
        builder::ProjectCurrent::new(self.client)
    }

    /// Update project.
    ///
    /// Update project properties such as name, icon, and commands.
    ///
    /// Operation `project.update`, `PATCH /project/{projectID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn update(self, project_id: impl Into<String>) -> builder::ProjectUpdate<'a> {
        builder::ProjectUpdate::new(self.client).project_id(project_id.into())
    }
}

/// The operations `pty.*`, see [`Client::pty`].
#[derive(Clone, Copy, Debug)]
pub struct Pty<'a> {
    client: &'a Client,
}

impl<'a> Pty<'a> {
    /// List PTY sessions.
    ///
    /// Get a list of all active pseudo-terminal (PTY) sessions managed by OpenCode.
    ///
    /// Operation `pty.list`, `GET /pty`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn list(self) -> builder::PtyList<'a> {
        builder::PtyList::new(self.client)
    }

    /// Create PTY session.
    ///
    /// Create a new pseudo-terminal (PTY) session for running shell commands and processes.
    ///
    /// Operation `pty.create`, `POST /pty`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn create(self) -> builder::PtyCreate<'a> {
        builder::PtyCreate::new(self.client)
    }

    /// Get PTY session.
    ///
    /// Retrieve detailed information about a specific pseudo-terminal (PTY) session.
    ///
    /// Operation `pty.get`, `GET /pty/{ptyID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `404`.
    pub fn get(self, pty_id: impl Into<String>) -> builder::PtyGet<'a> {
        builder::PtyGet::new(self.client).pty_id(pty_id.into())
    }

    /// Update PTY session.
    ///
    /// Update properties of an existing pseudo-terminal (PTY) session.
    ///
    /// Operation `pty.update`, `PUT /pty/{ptyID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn update(self, pty_id: impl Into<String>) -> builder::PtyUpdate<'a> {
        builder::PtyUpdate::new(self.client).pty_id(pty_id.into())
    }

    /// Remove PTY session.
    ///
    /// Remove and terminate a specific pseudo-terminal (PTY) session.
    ///
    /// Operation `pty.remove`, `DELETE /pty/{ptyID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `404`.
    pub fn remove(self, pty_id: impl Into<String>) -> builder::PtyRemove<'a> {
        builder::PtyRemove::new(self.client).pty_id(pty_id.into())
    }
}

/// The operations `config.*`, see [`Client::config`].
#[derive(Clone, Copy, Debug)]
pub struct Config<'a> {
    client: &'a Client,
}

impl<'a> Config<'a> {
    /// Get configuration.
    ///
    /// Retrieve the current OpenCode configuration settings and preferences.
    ///
    /// Operation `config.get`, `GET /config`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn get(self) -> builder::ConfigGet<'a> {
        builder::ConfigGet::new(self.client)
    }

    /// Update configuration.
    ///
    /// Update OpenCode configuration settings and preferences.
    ///
    /// Operation `config.update`, `PATCH /config`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn update(self) -> builder::ConfigUpdate<'a> {
        builder::ConfigUpdate::new(self.client)
    }

    /// List config providers.
    ///
    /// Get a list of all configured AI providers and their default models.
    ///
    /// Operation `config.providers`, `GET /config/providers`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn providers(self) -> builder::ConfigProviders<'a> {
        builder::ConfigProviders::new(self.client)
    }
}

/// The operations `tool.*`, see [`Client::tool`].
#[derive(Clone, Copy, Debug)]
pub struct Tool<'a> {
    client: &'a Client,
}

impl<'a> Tool<'a> {
    /// List tool IDs.
    ///
    /// Get a list of all available tool IDs, including both built-in tools and dynamically registered tools.
    ///
    /// Operation `tool.ids`, `GET /experimental/tool/ids`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn ids(self) -> builder::ToolIds<'a> {
        builder::ToolIds::new(self.client)
    }

    /// List tools.
    ///
    /// Get a list of available tools with their JSON schema parameters for a specific provider and model combination.
    ///
    /// Operation `tool.list`, `GET /experimental/tool`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn list(self) -> builder::ToolList<'a> {
        builder::ToolList::new(self.client)
    }
}

/// The operations `worktree.*`, see [`Client::worktree`].
#[derive(Clone, Copy, Debug)]
pub struct Worktree<'a> {
    client: &'a Client,
}

impl<'a> Worktree<'a> {
    /// List worktrees.
    ///
    /// List all sandbox worktrees for the current project.
    ///
    /// Operation `worktree.list`, `GET /experimental/worktree`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn list(self) -> builder::WorktreeList<'a> {
        builder::WorktreeList::new(self.client)
    }

    /// Create worktree.
    ///
    /// Create a new git worktree for the current project and run any configured startup scripts.
    ///
    /// Operation `worktree.create`, `POST /experimental/worktree`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn create(self) -> builder::WorktreeCreate<'a> {
        builder::WorktreeCreate::new(self.client)
    }

    /// Remove worktree.
    ///
    /// Remove a git worktree and delete its branch.
    ///
    /// Operation `worktree.remove`, `DELETE /experimental/worktree`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn remove(self) -> builder::WorktreeRemove<'a> {
        builder::WorktreeRemove::new(self.client)
    }

    /// Reset worktree.
    ///
    /// Reset a worktree branch to the primary default branch.
    ///
    /// Operation `worktree.reset`, `POST /experimental/worktree/reset`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn reset(self) -> builder::WorktreeReset<'a> {
        builder::WorktreeReset::new(self.client)
    }
}

/// The operations `experimental.*`, see [`Client::experimental`].
#[derive(Clone, Copy, Debug)]
pub struct Experimental<'a> {
    client: &'a Client,
}

impl<'a> Experimental<'a> {
    /// Get MCP resources.
    ///
    /// Get all available MCP resources from connected servers. Optionally filter by name.
    ///
    /// Operation `experimental.resource.list`, `GET /experimental/resource`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn resource_list(self) -> builder::ExperimentalResourceList<'a> {
        builder::ExperimentalResourceList::new(self.client)
    }
}

/// The operations `session.*`, see [`Client::session`].
#[derive(Clone, Copy, Debug)]
pub struct Session<'a> {
    client: &'a Client,
}

impl<'a> Session<'a> {
    /// List sessions.
    ///
    /// Get a list of all OpenCode sessions, sorted by most recently updated.
    ///
    /// Operation `session.list`, `GET /session`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn list(self) -> builder::SessionList<'a> {
        builder::SessionList::new(self.client)
    }

    /// Create session.
    ///
    /// Create a new OpenCode session for interacting with AI assistants and managing conversations.
    ///
    /// Operation `session.create`, `POST /session`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn create(self) -> builder::SessionCreate<'a> {
        builder::SessionCreate::new(self.client)
    }

    /// Get session status.
    ///
    /// Retrieve the current status of all sessions, including active, idle, and completed states.
    ///
    /// Operation `session.status`, `GET /session/status`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn status(self) -> builder::SessionStatus<'a> {
        builder::SessionStatus::new(self.client)
    }

    /// Get session.
    ///
    /// Retrieve detailed information about a specific OpenCode session.
    ///
    /// Operation `session.get`, `GET /session/{sessionID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn get(self, session_id: impl Into<String>) -> builder::SessionGet<'a> {
        builder::SessionGet::new(self.client).session_id(session_id.into())
    }

    /// Delete session.
    ///
    /// Delete a session and permanently remove all associated data, including messages and history.
    ///
    /// Operation `session.delete`, `DELETE /session/{sessionID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn delete(self, session_id: impl Into<String>) -> builder::SessionDelete<'a> {
        builder::SessionDelete::new(self.client).session_id(session_id.into())
    }

    /// Update session.
    ///
    /// Update properties of an existing session, such as title or other metadata.
    ///
    /// Operation `session.update`, `PATCH /session/{sessionID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn update(self, session_id: impl Into<String>) -> builder::SessionUpdate<'a> {
        builder::SessionUpdate::new(self.client).session_id(session_id.into())
    }

    /// Get session children.
    ///
    /// Retrieve all child sessions that were forked from the specified parent session.
    ///
    /// Operation `session.children`, `GET /session/{sessionID}/children`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn children(self, session_id: impl Into<String>) -> builder::SessionChildren<'a> {
        builder::SessionChildren::new(self.client).session_id(session_id.into())
    }

    /// Get session todos.
    ///
    /// Retrieve the todo list associated with a specific session, showing tasks and action items.
    ///
    /// Operation `session.todo`, `GET /session/{sessionID}/todo`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn todo(self, session_id: impl Into<String>) -> builder::SessionTodo<'a> {
        builder::SessionTodo::new(self.client).session_id(session_id.into())
    }

    /// Initialize session.
    ///
    /// Analyze the current application and create an AGENTS.md file with project-specific agent configurations.
    ///
    /// Operation `session.init`, `POST /session/{sessionID}/init`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn init(self, session_id: impl Into<String>) -> builder::SessionInit<'a> {
        builder::SessionInit::new(self.client).session_id(session_id.into())
    }

    /// Fork session.
    ///
    /// Create a new session by forking an existing session at a specific message point.
    ///
    /// Operation `session.fork`, `POST /session/{sessionID}/fork`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn fork(self, session_id: impl Into<String>) -> builder::SessionFork<'a> {
        builder::SessionFork::new(self.client).session_id(session_id.into())
    }

    /// Abort session.
    ///
    /// Abort an active session and stop any ongoing AI processing or command execution.
    ///
    /// Operation `session.abort`, `POST /session/{sessionID}/abort`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn abort(self, session_id: impl Into<String>) -> builder::SessionAbort<'a> {
        builder::SessionAbort::new(self.client).session_id(session_id.into())
    }

    /// Share session.
    ///
    /// Create a shareable link for a session, allowing others to view the conversation.
    ///
    /// Operation `session.share`, `POST /session/{sessionID}/share`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn share(self, session_id: impl Into<String>) -> builder::SessionShare<'a> {
        builder::SessionShare::new(self.client).session_id(session_id.into())
    }

    /// Unshare session.
    ///
    /// Remove the shareable link for a session, making it private again.
    ///
    /// Operation `session.unshare`, `DELETE /session/{sessionID}/share`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn unshare(self, session_id: impl Into<String>) -> builder::SessionUnshare<'a> {
        builder::SessionUnshare::new(self.client).session_id(session_id.into())
    }

    /// Get message diff.
    ///
    /// Get the file changes (diff) that resulted from a specific user message in the session.
    ///
    /// Operation `session.diff`, `GET /session/{sessionID}/diff`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn diff(self, session_id: impl Into<String>) -> builder::SessionDiff<'a> {
        builder::SessionDiff::new(self.client).session_id(session_id.into())
    }

    /// Summarize session.
    ///
    /// Generate a concise summary of the session using AI compaction to preserve key information.
    ///
    /// Operation `session.summarize`, `POST /session/{sessionID}/summarize`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn summarize(self, session_id: impl Into<String>) -> builder::SessionSummarize<'a> {
        builder::SessionSummarize::new(self.client).session_id(session_id.into())
    }

    /// Get session messages.
    ///
    /// Retrieve all messages in a session, including user prompts and AI responses.
    ///
    /// Operation `session.messages`, `GET /session/{sessionID}/message`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn messages(self, session_id: impl Into<String>) -> builder::SessionMessages<'a> {
        builder::SessionMessages::new(self.client).session_id(session_id.into())
    }

    /// Send message.
    ///
    /// Create and send a new message to a session, streaming the AI response.
    ///
    /// Operation `session.prompt`, `POST /session/{sessionID}/message`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn prompt(self, session_id: impl Into<String>) -> builder::SessionPrompt<'a> {
        builder::SessionPrompt::new(self.client).session_id(session_id.into())
    }

    /// Get message.
    ///
    /// Retrieve a specific message from a session by its message ID.
    ///
    /// Operation `session.message`, `GET /session/{sessionID}/message/{messageID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn message(self, session_id: impl Into<String>, message_id: impl Into<String>) -> builder::SessionMessage<'a> {
        builder::SessionMessage::new(self.client).session_id(session_id.into()).message_id(message_id.into())
    }

    /// Send async message.
    ///
    /// Create and send a new message to a session asynchronously, starting the session if needed and returning immediately.
    ///
    /// Operation `session.prompt_async`, `POST /session/{sessionID}/prompt_async`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn prompt_async(self, session_id: impl Into<String>) -> builder::SessionPromptAsync<'a> {
        builder::SessionPromptAsync::new(self.client).session_id(session_id.into())
    }

    /// Send command.
    ///
    /// Send a new command to a session for execution by the AI assistant.
    ///
    /// Operation `session.command`, `POST /session/{sessionID}/command`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn command(self, session_id: impl Into<String>) -> builder::SessionCommand<'a> {
        builder::SessionCommand::new(self.client).session_id(session_id.into())
    }

    /// Run shell command.
    ///
    /// Execute a shell command within the session context and return the AI's response.
    ///
    /// Operation `session.shell`, `POST /session/{sessionID}/shell`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn shell(self, session_id: impl Into<String>) -> builder::SessionShell<'a> {
        builder::SessionShell::new(self.client).session_id(session_id.into())
    }

    /// Revert message.
    ///
    /// Revert a specific message in a session, undoing its effects and restoring the previous state.
    ///
    /// Operation `session.revert`, `POST /session/{sessionID}/revert`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn revert(self, session_id: impl Into<String>) -> builder::SessionRevert<'a> {
        builder::SessionRevert::new(self.client).session_id(session_id.into())
    }

    /// Restore reverted messages.
    ///
    /// Restore all previously reverted messages in a session.
    ///
    /// Operation `session.unrevert`, `POST /session/{sessionID}/unrevert`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn unrevert(self, session_id: impl Into<String>) -> builder::SessionUnrevert<'a> {
        builder::SessionUnrevert::new(self.client).session_id(session_id.into())
    }
}

/// The operations `part.*`, see [`Client::part`].
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    client: &'a Client,
}

impl<'a> Part<'a> {
    /// part.delete.
    ///
    /// Delete a part from a message
    ///
    /// Operation `part.delete`, `DELETE /session/{sessionID}/message/{messageID}/part/{partID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn delete(self, session_id: impl Into<String>, message_id: impl Into<String>, part_id: impl Into<String>) -> builder::PartDelete<'a> {
        builder::PartDelete::new(self.client).session_id(session_id.into()).message_id(message_id.into()).part_id(part_id.into())
    }

    /// part.update.
    ///
    /// Update a part in a message
    ///
    /// Operation `part.update`, `PATCH /session/{sessionID}/message/{messageID}/part/{partID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn update(self, session_id: impl Into<String>, message_id: impl Into<String>, part_id: impl Into<String>) -> builder::PartUpdate<'a> {
        builder::PartUpdate::new(self.client).session_id(session_id.into()).message_id(message_id.into()).part_id(part_id.into())
    }
}

/// The operations `permission.*`, see [`Client::permission`].
#[derive(Clone, Copy, Debug)]
pub struct Permission<'a> {
    client: &'a Client,
}

impl<'a> Permission<'a> {
    /// Respond to permission.
    ///
    /// Approve or deny a permission request from the AI assistant.
    ///
    /// Operation `permission.respond`, `POST /session/{sessionID}/permissions/{permissionID}`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    #[deprecated]
    pub fn respond(self, session_id: impl Into<String>, permission_id: impl Into<String>) -> builder::PermissionRespond<'a> {
        builder::PermissionRespond::new(self.client).session_id(session_id.into()).permission_id(permission_id.into())
    }

    /// Respond to permission request.
    ///
    /// Approve or deny a permission request from the AI assistant.
    ///
    /// Operation `permission.reply`, `POST /permission/{requestID}/reply`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn reply(self, request_id: impl Into<String>) -> builder::PermissionReply<'a> {
        builder::PermissionReply::new(self.client).request_id(request_id.into())
    }

    /// List pending permissions.
    ///
    /// Get all pending permission requests across all sessions.
    ///
    /// Operation `permission.list`, `GET /permission`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn list(self) -> builder::PermissionList<'a> {
        builder::PermissionList::new(self.client)
    }
}

/// The operations `question.*`, see [`Client::question`].
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    client: &'a Client,
}

impl<'a> Question<'a> {
    /// List pending questions.
    ///
    /// Get all pending question requests across all sessions.
    ///
    /// Operation `question.list`, `GET /question`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn list(self) -> builder::QuestionList<'a> {
        builder::QuestionList::new(self.client)
    }

    /// Reply to question request.
    ///
    /// Provide answers to a question request from the AI assistant.
    ///
    /// Operation `question.reply`, `POST /question/{requestID}/reply`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn reply(self, request_id: impl Into<String>) -> builder::QuestionReply<'a> {
        builder::QuestionReply::new(self.client).request_id(request_id.into())
    }

    /// Reject question request.
    ///
    /// Reject a question request from the AI assistant.
    ///
    /// Operation `question.reject`, `POST /question/{requestID}/reject`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn reject(self, request_id: impl Into<String>) -> builder::QuestionReject<'a> {
        builder::QuestionReject::new(self.client).request_id(request_id.into())
    }
}

/// The operations `provider.*`, see [`Client::provider`].
#[derive(Clone, Copy, Debug)]
pub struct Provider<'a> {
    client: &'a Client,
}

impl<'a> Provider<'a> {
    /// List providers.
    ///
    /// Get a list of all available AI providers, including both available and connected ones.
    ///
    /// Operation `provider.list`, `GET /provider`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn list(self) -> builder::ProviderList<'a> {
        builder::ProviderList::new(self.client)
    }

    /// Get provider auth methods.
    ///
    /// Retrieve available authentication methods for all AI providers.
    ///
    /// Operation `provider.auth`, `GET /provider/auth`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn auth(self) -> builder::ProviderAuth<'a> {
        builder::ProviderAuth::new(self.client)
    }

    /// OAuth authorize.
    ///
    /// Initiate OAuth authorization for a specific AI provider to get an authorization URL.
    ///
    /// Operation `provider.oauth.authorize`, `POST /provider/{providerID}/oauth/authorize`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn oauth_authorize(self, provider_id: impl Into<String>) -> builder::ProviderOauthAuthorize<'a> {
        builder::ProviderOauthAuthorize::new(self.client).provider_id(provider_id.into())
    }

    /// OAuth callback.
    ///
    /// Handle the OAuth callback from a provider after user authorization.
    ///
    /// Operation `provider.oauth.callback`, `POST /provider/{providerID}/oauth/callback`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn oauth_callback(self, provider_id: impl Into<String>) -> builder::ProviderOauthCallback<'a> {
        builder::ProviderOauthCallback::new(self.client).provider_id(provider_id.into())
    }
}

/// The operations `find.*`, see [`Client::find`].
#[derive(Clone, Copy, Debug)]
pub struct Find<'a> {
    client: &'a Client,
}

impl<'a> Find<'a> {
    /// Find text.
    ///
    /// Search for text patterns across files in the project using ripgrep.
    ///
    /// Operation `find.text`, `GET /find`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn text(self) -> builder::FindText<'a> {
        builder::FindText::new(self.client)
    }

    /// Find files.
    ///
    /// Search for files or directories by name or pattern in the project directory.
    ///
    /// Operation `find.files`, `GET /find/file`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn files(self) -> builder::FindFiles<'a> {
        builder::FindFiles::new(self.client)
    }

    /// Find symbols.
    ///
    /// Search for workspace symbols like functions, classes, and variables using LSP.
    ///
    /// Operation `find.symbols`, `GET /find/symbol`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn symbols(self) -> builder::FindSymbols<'a> {
        builder::FindSymbols::new(self.client)
    }
}

/// The operations `file.*`, see [`Client::file`].
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    client: &'a Client,
}

impl<'a> File<'a> {
    /// List files.
    ///
    /// List files and directories in a specified path.
    ///
    /// Operation `file.list`, `GET /file`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn list(self) -> builder::FileList<'a> {
        builder::FileList::new(self.client)
    }

    /// Read file.
    ///
    /// Read the content of a specified file.
    ///
    /// Operation `file.read`, `GET /file/content`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn read(self) -> builder::FileRead<'a> {
        builder::FileRead::new(self.client)
    }

    /// Get file status.
    ///
    /// Get the git status of all files in the project.
    ///
    /// Operation `file.status`, `GET /file/status`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn status(self) -> builder::FileStatus<'a> {
        builder::FileStatus::new(self.client)
    }
}

/// The operations `mcp.*`, see [`Client::mcp`].
#[derive(Clone, Copy, Debug)]
pub struct Mcp<'a> {
    client: &'a Client,
}

impl<'a> Mcp<'a> {
    /// Get MCP status.
    ///
    /// Get the status of all Model Context Protocol (MCP) servers.
    ///
    /// Operation `mcp.status`, `GET /mcp`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn status(self) -> builder::McpStatus<'a> {
        builder::McpStatus::new(self.client)
    }

    /// Add MCP server.
    ///
    /// Dynamically add a new Model Context Protocol (MCP) server to the system.
    ///
    /// Operation `mcp.add`, `POST /mcp`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn add(self) -> builder::McpAdd<'a> {
        builder::McpAdd::new(self.client)
    }

    /// Start MCP OAuth.
    ///
    /// Start OAuth authentication flow for a Model Context Protocol (MCP) server.
    ///
    /// Operation `mcp.auth.start`, `POST /mcp/{name}/auth`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn auth_start(self, name: impl Into<String>) -> builder::McpAuthStart<'a> {
        builder::McpAuthStart::new(self.client).name(name.into())
    }

    /// Remove MCP OAuth.
    ///
    /// Remove OAuth credentials for an MCP server
    ///
    /// Operation `mcp.auth.remove`, `DELETE /mcp/{name}/auth`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `404`.
    pub fn auth_remove(self, name: impl Into<String>) -> builder::McpAuthRemove<'a> {
        builder::McpAuthRemove::new(self.client).name(name.into())
    }

    /// Complete MCP OAuth.
    ///
    /// Complete OAuth authentication for a Model Context Protocol (MCP) server using the authorization code.
    ///
    /// Operation `mcp.auth.callback`, `POST /mcp/{name}/auth/callback`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn auth_callback(self, name: impl Into<String>) -> builder::McpAuthCallback<'a> {
        builder::McpAuthCallback::new(self.client).name(name.into())
    }

    /// Authenticate MCP OAuth.
    ///
    /// Start OAuth flow and wait for callback (opens browser)
    ///
    /// Operation `mcp.auth.authenticate`, `POST /mcp/{name}/auth/authenticate`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn auth_authenticate(self, name: impl Into<String>) -> builder::McpAuthAuthenticate<'a> {
        builder::McpAuthAuthenticate::new(self.client).name(name.into())
    }

    /// mcp.connect.
    ///
    /// Connect an MCP server
    ///
    /// Operation `mcp.connect`, `POST /mcp/{name}/connect`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn connect(self, name: impl Into<String>) -> builder::McpConnect<'a> {
        builder::McpConnect::new(self.client).name(name.into())
    }

    /// mcp.disconnect.
    ///
    /// Disconnect an MCP server
    ///
    /// Operation `mcp.disconnect`, `POST /mcp/{name}/disconnect`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn disconnect(self, name: impl Into<String>) -> builder::McpDisconnect<'a> {
        builder::McpDisconnect::new(self.client).name(name.into())
    }
}

/// The operations `tui.*`, see [`Client::tui`].
#[derive(Clone, Copy, Debug)]
pub struct Tui<'a> {
    client: &'a Client,
}

impl<'a> Tui<'a> {
    /// Append TUI prompt.
    ///
    /// Append prompt to the TUI
    ///
    /// Operation `tui.appendPrompt`, `POST /tui/append-prompt`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn append_prompt(self) -> builder::TuiAppendPrompt<'a> {
        builder::TuiAppendPrompt::new(self.client)
    }

    /// Open help dialog.
    ///
    /// Open the help dialog in the TUI to display user assistance information.
    ///
    /// Operation `tui.openHelp`, `POST /tui/open-help`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn open_help(self) -> builder::TuiOpenHelp<'a> {
        builder::TuiOpenHelp::new(self.client)
    }

    /// Open sessions dialog.
    ///
    /// Open the session dialog
    ///
    /// Operation `tui.openSessions`, `POST /tui/open-sessions`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn open_sessions(self) -> builder::TuiOpenSessions<'a> {
        builder::TuiOpenSessions::new(self.client)
    }

    /// Open themes dialog.
    ///
    /// Open the theme dialog
    ///
    /// Operation `tui.openThemes`, `POST /tui/open-themes`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn open_themes(self) -> builder::TuiOpenThemes<'a> {
        builder::TuiOpenThemes::new(self.client)
    }

    /// Open models dialog.
    ///
    /// Open the model dialog
    ///
    /// Operation `tui.openModels`, `POST /tui/open-models`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn open_models(self) -> builder::TuiOpenModels<'a> {
        builder::TuiOpenModels::new(self.client)
    }

    /// Submit TUI prompt.
    ///
    /// Submit the prompt
    ///
    /// Operation `tui.submitPrompt`, `POST /tui/submit-prompt`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn submit_prompt(self) -> builder::TuiSubmitPrompt<'a> {
        builder::TuiSubmitPrompt::new(self.client)
    }

    /// Clear TUI prompt.
    ///
    /// Clear the prompt
    ///
    /// Operation `tui.clearPrompt`, `POST /tui/clear-prompt`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn clear_prompt(self) -> builder::TuiClearPrompt<'a> {
        builder::TuiClearPrompt::new(self.client)
    }

    /// Execute TUI command.
    ///
    /// Execute a TUI command (e.g. agent_cycle)
    ///
    /// Operation `tui.executeCommand`, `POST /tui/execute-command`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn execute_command(self) -> builder::TuiExecuteCommand<'a> {
        builder::TuiExecuteCommand::new(self.client)
    }

    /// Show TUI toast.
    ///
    /// Show a toast notification in the TUI
    ///
    /// Operation `tui.showToast`, `POST /tui/show-toast`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn show_toast(self) -> builder::TuiShowToast<'a> {
        builder::TuiShowToast::new(self.client)
    }

    /// Publish TUI event.
    ///
    /// Publish a TUI event
    ///
    /// Operation `tui.publish`, `POST /tui/publish`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn publish(self) -> builder::TuiPublish<'a> {
        builder::TuiPublish::new(self.client)
    }

    /// Select session.
    ///
    /// Navigate the TUI to display the specified session.
    ///
    /// Operation `tui.selectSession`, `POST /tui/select-session`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400` and `404`.
    pub fn select_session(self) -> builder::TuiSelectSession<'a> {
        builder::TuiSelectSession::new(self.client)
    }

    /// Get next TUI request.
    ///
    /// Retrieve the next TUI (Terminal User Interface) request from the queue for processing.
    ///
    /// Operation `tui.control.next`, `GET /tui/control/next`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn control_next(self) -> builder::TuiControlNext<'a> {
        builder::TuiControlNext::new(self.client)
    }

    /// Submit TUI response.
    ///
    /// Submit a response to the TUI request queue to complete a pending request.
    ///
    /// Operation `tui.control.response`, `POST /tui/control/response`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn control_response(self) -> builder::TuiControlResponse<'a> {
        builder::TuiControlResponse::new(self.client)
    }
}

/// The operations `instance.*`, see [`Client::instance`].
#[derive(Clone, Copy, Debug)]
pub struct Instance<'a> {
    client: &'a Client,
}

impl<'a> Instance<'a> {
    /// Dispose instance.
    ///
    /// Clean up and dispose the current OpenCode instance, releasing all resources.
    ///
    /// Operation `instance.dispose`, `POST /instance/dispose`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn dispose(self) -> builder::InstanceDispose<'a> {
        builder::InstanceDispose::new(self.client)
    }
}

/// The operations `path.*`, see [`Client::path`].
#[derive(Clone, Copy, Debug)]
pub struct Path<'a> {
    client: &'a Client,
}

impl<'a> Path<'a> {
    /// Get paths.
    ///
    /// Retrieve the current working directory and related path information for the OpenCode instance.
    ///
    /// Operation `path.get`, `GET /path`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn get(self) -> builder::PathGet<'a> {
        builder::PathGet::new(self.client)
    }
}

/// The operations `vcs.*`, see [`Client::vcs`].
#[derive(Clone, Copy, Debug)]
pub struct Vcs<'a> {
    client: &'a Client,
}

impl<'a> Vcs<'a> {
    /// Get VCS info.
    ///
    /// Retrieve version control system (VCS) information for the current project, such as git branch.
    ///
    /// Operation `vcs.get`, `GET /vcs`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn get(self) -> builder::VcsGet<'a> {
        builder::VcsGet::new(self.client)
    }
}

/// The operations `command.*`, see [`Client::command`].
#[derive(Clone, Copy, Debug)]
pub struct Command<'a> {
    client: &'a Client,
}

impl<'a> Command<'a> {
    /// List commands.
    ///
    /// Get a list of all available commands in the OpenCode system.
    ///
    /// Operation `command.list`, `GET /command`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn list(self) -> builder::CommandList<'a> {
        builder::CommandList::new(self.client)
    }
}

/// The operations `app.*`, see [`Client::app`].
#[derive(Clone, Copy, Debug)]
pub struct App<'a> {
    client: &'a Client,
}

impl<'a> App<'a> {
    /// Write log.
    ///
    /// Write a log entry to the server logs with specified level and metadata.
    ///
    /// Operation `app.log`, `POST /log`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares `400`.
    pub fn log(self) -> builder::AppLog<'a> {
        builder::AppLog::new(self.client)
    }

    /// List agents.
    ///
    /// Get a list of all available AI agents in the OpenCode system.
    ///
    /// Operation `app.agents`, `GET /agent`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn agents(self) -> builder::AppAgents<'a> {
        builder::AppAgents::new(self.client)
    }

    /// List skills.
    ///
    /// Get a list of all available skills in the OpenCode system.
    ///
    /// Operation `app.skills`, `GET /skill`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn skills(self) -> builder::AppSkills<'a> {
        builder::AppSkills::new(self.client)
    }
}

/// The operations `lsp.*`, see [`Client::lsp`].
#[derive(Clone, Copy, Debug)]
pub struct Lsp<'a> {
    client: &'a Client,
}

impl<'a> Lsp<'a> {
    /// Get LSP status.
    ///
    /// Get LSP server status
    ///
    /// Operation `lsp.status`, `GET /lsp`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn status(self) -> builder::LspStatus<'a> {
        builder::LspStatus::new(self.client)
    }
}

/// The operations `formatter.*`, see [`Client::formatter`].
#[derive(Clone, Copy, Debug)]
pub struct Formatter<'a> {
    client: &'a Client,
}

impl<'a> Formatter<'a> {
    /// Get formatter status.
    ///
    /// Operation `formatter.status`, `GET /formatter`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn status(self) -> builder::FormatterStatus<'a> {
        builder::FormatterStatus::new(self.client)
    }
}

/// The operations `event.*`, see [`Client::event`].
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    client: &'a Client,
}

impl<'a> Event<'a> {
    /// Subscribe to events.
    ///
    /// Get events
    ///
    /// Operation `event.subscribe`, `GET /event`.
    ///
    /// # Errors
    /// [`Error`](crate::Error); the contract declares no refusal.
    pub fn subscribe(self) -> builder::EventSubscribe<'a> {
        builder::EventSubscribe::new(self.client)
    }
}
