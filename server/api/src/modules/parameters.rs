// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Path variables and queries, as dropshot extracts them.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::types;

/// Query of `file.list`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct FileListQuery {
    /// Absolute path of the directory whose instance is meant; the server's own if absent.
    pub directory: Option<String>,
    /// Stands in the contract without a description.
    pub path: String,
}

/// Query of `file.read`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct FileReadQuery {
    /// Absolute path of the directory whose instance is meant; the server's own if absent.
    pub directory: Option<String>,
    /// Stands in the contract without a description.
    pub path: String,
}

/// Query of `find.files`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct FindFilesQuery {
    /// Absolute path of the directory whose instance is meant; the server's own if absent.
    pub directory: Option<String>,
    /// Stands in the contract without a description.
    pub query: String,
    /// Stands in the contract without a description.
    pub dirs: Option<types::FindFilesDirs>,
    /// Stands in the contract without a description.
    #[serde(rename = "type")]
    pub type_: Option<types::FindFilesType>,
    /// Stands in the contract without a description.
    pub limit: Option<i64>,
}

/// Query of `find.symbols`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct FindSymbolsQuery {
    /// Absolute path of the directory whose instance is meant; the server's own if absent.
    pub directory: Option<String>,
    /// Stands in the contract without a description.
    pub query: String,
}

/// Query of `find.text`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct FindTextQuery {
    /// Absolute path of the directory whose instance is meant; the server's own if absent.
    pub directory: Option<String>,
    /// Stands in the contract without a description.
    pub pattern: String,
}

/// The instance that is meant.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct InstanceQuery {
    /// Absolute path of the directory whose instance is meant; the server's own if absent.
    pub directory: Option<String>,
}

/// Variables of paths such as `/mcp/{name}/auth`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct NamePath {
    /// Stands in the contract without a description.
    pub name: String,
}

/// Variables of paths such as `/project/{projectID}`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct ProjectPath {
    /// Stands in the contract without a description.
    #[serde(rename = "projectID")]
    pub project_id: String,
}

/// Variables of paths such as `/auth/{providerID}`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct ProviderPath {
    /// Stands in the contract without a description.
    #[serde(rename = "providerID")]
    pub provider_id: String,
}

/// Variables of paths such as `/pty/{ptyID}`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct PtyPath {
    /// Stands in the contract without a description.
    #[serde(rename = "ptyID")]
    pub pty_id: String,
}

/// Variables of paths such as `/permission/{requestID}/reply`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct RequestPath {
    /// Stands in the contract without a description.
    #[serde(rename = "requestID")]
    pub request_id: String,
}

/// Query of `session.diff`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct SessionDiffQuery {
    /// Absolute path of the directory whose instance is meant; the server's own if absent.
    pub directory: Option<String>,
    /// Stands in the contract without a description.
    #[serde(rename = "messageID")]
    pub message_id: Option<String>,
}

/// Query of `session.list`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct SessionListQuery {
    /// Filter sessions by project directory
    pub directory: Option<String>,
    /// Only return root sessions (no parentID)
    pub roots: Option<bool>,
    /// Filter sessions updated on or after this timestamp (milliseconds since epoch)
    pub start: Option<types::Number>,
    /// Filter sessions by title (case-insensitive)
    pub search: Option<String>,
    /// Maximum number of sessions to return
    pub limit: Option<types::Number>,
}

/// Variables of paths such as `/session/{sessionID}/message/{messageID}/part/{partID}`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct SessionMessagePartPath {
    /// Session ID
    #[serde(rename = "sessionID")]
    pub session_id: String,
    /// Message ID
    #[serde(rename = "messageID")]
    pub message_id: String,
    /// Part ID
    #[serde(rename = "partID")]
    pub part_id: String,
}

/// Variables of paths such as `/session/{sessionID}/message/{messageID}`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct SessionMessagePath {
    /// Session ID
    #[serde(rename = "sessionID")]
    pub session_id: String,
    /// Message ID
    #[serde(rename = "messageID")]
    pub message_id: String,
}

/// Query of `session.messages`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct SessionMessagesQuery {
    /// Absolute path of the directory whose instance is meant; the server's own if absent.
    pub directory: Option<String>,
    /// Stands in the contract without a description.
    pub limit: Option<types::Number>,
}

/// Variables of paths such as `/session/{sessionID}`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct SessionPath {
    /// Stands in the contract without a description.
    #[serde(rename = "sessionID")]
    pub session_id: String,
}

/// Variables of paths such as `/session/{sessionID}/permissions/{permissionID}`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct SessionPermissionPath {
    /// Stands in the contract without a description.
    #[serde(rename = "sessionID")]
    pub session_id: String,
    /// Stands in the contract without a description.
    #[serde(rename = "permissionID")]
    pub permission_id: String,
}

/// Query of `tool.list`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct ToolListQuery {
    /// Absolute path of the directory whose instance is meant; the server's own if absent.
    pub directory: Option<String>,
    /// Stands in the contract without a description.
    pub provider: String,
    /// Stands in the contract without a description.
    pub model: String,
}
