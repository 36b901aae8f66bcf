// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
///`Agent`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Agent {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub color: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub hidden: ::std::option::Option<bool>,
    pub mode: AgentMode,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model: ::std::option::Option<AgentModel>,
    pub name: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub native: ::std::option::Option<bool>,
    pub options: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    pub permission: PermissionRuleset,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prompt: ::std::option::Option<::std::string::String>,
    ///more than 0
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub steps: ::std::option::Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub temperature: ::std::option::Option<crate::Number>,
    #[serde(rename = "topP", skip_serializing_if = "::std::option::Option::is_none")]
    pub top_p: ::std::option::Option<crate::Number>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub variant: ::std::option::Option<::std::string::String>,
}
///`AgentConfig`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AgentConfig {
    ///Hex color code (e.g., #FF5733) or theme color (e.g., primary)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub color: ::std::option::Option<::std::string::String>,
    ///Description of when to use the agent
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub disable: ::std::option::Option<bool>,
    ///Hide this subagent from the @ autocomplete menu (default: false, only applies to mode: subagent)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub hidden: ::std::option::Option<bool>,
    ///@deprecated Use 'steps' field instead. (more than 0)
    #[serde(rename = "maxSteps", skip_serializing_if = "::std::option::Option::is_none")]
    pub max_steps: ::std::option::Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mode: ::std::option::Option<AgentConfigMode>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub options: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub permission: ::std::option::Option<PermissionConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prompt: ::std::option::Option<::std::string::String>,
    ///Maximum number of agentic iterations before forcing text-only response (more than 0)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub steps: ::std::option::Option<i64>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub temperature: ::std::option::Option<crate::Number>,
    ///@deprecated Use 'permission' field instead
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tools: ::std::option::Option<::indexmap::IndexMap<::std::string::String, bool>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub top_p: ::std::option::Option<crate::Number>,
    ///Default model variant for this agent (applies only when using the agent's configured model).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub variant: ::std::option::Option<::std::string::String>,
    #[serde(flatten)]
    pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
///`AgentConfigMode`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum AgentConfigMode {
    #[serde(rename = "subagent")]
    Subagent,
    #[serde(rename = "primary")]
    Primary,
    #[serde(rename = "all")]
    All,
}
impl ::std::fmt::Display for AgentConfigMode {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Subagent => f.write_str("subagent"),
            Self::Primary => f.write_str("primary"),
            Self::All => f.write_str("all"),
        }
    }
}
impl ::std::str::FromStr for AgentConfigMode {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "subagent" => Ok(Self::Subagent),
            "primary" => Ok(Self::Primary),
            "all" => Ok(Self::All),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for AgentConfigMode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for AgentConfigMode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`AgentMode`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum AgentMode {
    #[serde(rename = "subagent")]
    Subagent,
    #[serde(rename = "primary")]
    Primary,
    #[serde(rename = "all")]
    All,
}
impl ::std::fmt::Display for AgentMode {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Subagent => f.write_str("subagent"),
            Self::Primary => f.write_str("primary"),
            Self::All => f.write_str("all"),
        }
    }
}
impl ::std::str::FromStr for AgentMode {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "subagent" => Ok(Self::Subagent),
            "primary" => Ok(Self::Primary),
            "all" => Ok(Self::All),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for AgentMode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for AgentMode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`AgentModel`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AgentModel {
    #[serde(rename = "modelID")]
    pub model_id: ::std::string::String,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
}
///`AgentPart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AgentPart {
    pub id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    pub name: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub source: ::std::option::Option<FilePartSourceText>,
    #[serde(rename = "type")]
    pub type_: crate::literal::Agent,
}
///`AgentPartInput`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AgentPartInput {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    pub name: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub source: ::std::option::Option<FilePartSourceText>,
    #[serde(rename = "type")]
    pub type_: crate::literal::Agent,
}
///`ApiAuth`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ApiAuth {
    pub key: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: crate::literal::Api,
}
///`ApiError`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ApiError {
    pub data: ApiErrorData,
    pub name: crate::literal::ApiError,
}
///`ApiErrorData`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ApiErrorData {
    #[serde(rename = "isRetryable")]
    pub is_retryable: bool,
    pub message: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
    >,
    #[serde(
        rename = "responseBody",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub response_body: ::std::option::Option<::std::string::String>,
    #[serde(
        rename = "responseHeaders",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub response_headers: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
    >,
    #[serde(
        rename = "statusCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub status_code: ::std::option::Option<crate::Number>,
}
///`AppLogBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AppLogBody {
    ///Additional metadata for the log entry
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub extra: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    pub level: AppLogBodyLevel,
    ///Log message
    pub message: ::std::string::String,
    ///Service name for the log entry
    pub service: ::std::string::String,
}
///Log level
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum AppLogBodyLevel {
    #[serde(rename = "debug")]
    Debug,
    #[serde(rename = "info")]
    Info,
    #[serde(rename = "error")]
    Error,
    #[serde(rename = "warn")]
    Warn,
}
impl ::std::fmt::Display for AppLogBodyLevel {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Debug => f.write_str("debug"),
            Self::Info => f.write_str("info"),
            Self::Error => f.write_str("error"),
            Self::Warn => f.write_str("warn"),
        }
    }
}
impl ::std::str::FromStr for AppLogBodyLevel {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "debug" => Ok(Self::Debug),
            "info" => Ok(Self::Info),
            "error" => Ok(Self::Error),
            "warn" => Ok(Self::Warn),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for AppLogBodyLevel {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for AppLogBodyLevel {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`AppSkillsResponseItem`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AppSkillsResponseItem {
    pub content: ::std::string::String,
    pub description: ::std::string::String,
    pub location: ::std::string::String,
    pub name: ::std::string::String,
}
///`AssistantMessage`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AssistantMessage {
    pub agent: ::std::string::String,
    pub cost: crate::Number,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<crate::AssistantMessageError>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub finish: ::std::option::Option<::std::string::String>,
    pub id: ::std::string::String,
    pub mode: ::std::string::String,
    #[serde(rename = "modelID")]
    pub model_id: ::std::string::String,
    #[serde(rename = "parentID")]
    pub parent_id: ::std::string::String,
    pub path: AssistantMessagePath,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
    pub role: crate::literal::Assistant,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub structured: ::std::option::Option<::serde_json::Value>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub summary: ::std::option::Option<bool>,
    pub time: AssistantMessageTime,
    pub tokens: AssistantMessageTokens,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub variant: ::std::option::Option<::std::string::String>,
}
///`AssistantMessagePath`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AssistantMessagePath {
    pub cwd: ::std::string::String,
    pub root: ::std::string::String,
}
///`AssistantMessageTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AssistantMessageTime {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub completed: ::std::option::Option<crate::Number>,
    pub created: crate::Number,
}
///`AssistantMessageTokens`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AssistantMessageTokens {
    pub cache: AssistantMessageTokensCache,
    pub input: crate::Number,
    pub output: crate::Number,
    pub reasoning: crate::Number,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total: ::std::option::Option<crate::Number>,
}
///`AssistantMessageTokensCache`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct AssistantMessageTokensCache {
    pub read: crate::Number,
    pub write: crate::Number,
}
///`BadRequestError`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct BadRequestError {
    pub data: ::serde_json::Value,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<
        ::std::vec::Vec<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub errors: ::std::option::Option<
        ::std::vec::Vec<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
    >,
    pub success: crate::False,
}
///`Command`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Command {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    pub hints: ::std::vec::Vec<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model: ::std::option::Option<::std::string::String>,
    pub name: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub source: ::std::option::Option<CommandSource>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subtask: ::std::option::Option<bool>,
    pub template: ::serde_json::Value,
}
///`CommandSource`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum CommandSource {
    #[serde(rename = "command")]
    Command,
    #[serde(rename = "mcp")]
    Mcp,
    #[serde(rename = "skill")]
    Skill,
}
impl ::std::fmt::Display for CommandSource {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Command => f.write_str("command"),
            Self::Mcp => f.write_str("mcp"),
            Self::Skill => f.write_str("skill"),
        }
    }
}
impl ::std::str::FromStr for CommandSource {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "command" => Ok(Self::Command),
            "mcp" => Ok(Self::Mcp),
            "skill" => Ok(Self::Skill),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for CommandSource {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for CommandSource {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`CompactionPart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CompactionPart {
    pub auto: bool,
    pub id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: crate::literal::Compaction,
}
///`Config`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct Config {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<ConfigAgent>,
    ///@deprecated Use 'share' field instead. Share newly created sessions automatically
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub autoshare: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub autoupdate: ::std::option::Option<ConfigAutoupdate>,
    ///Command configuration, see https://opencode.ai/docs/commands
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub command: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ConfigCommandValue>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub compaction: ::std::option::Option<ConfigCompaction>,
    ///Default agent to use when none is specified. Must be a primary agent. Falls back to 'build' if not set or if the specified agent is invalid.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub default_agent: ::std::option::Option<::std::string::String>,
    ///Disable providers that are loaded automatically
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub disabled_providers: ::std::option::Option<
        ::std::vec::Vec<::std::string::String>,
    >,
    ///When set, ONLY these providers will be enabled. All other providers will be ignored
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enabled_providers: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enterprise: ::std::option::Option<ConfigEnterprise>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub experimental: ::std::option::Option<ConfigExperimental>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub formatter: ::std::option::Option<ConfigFormatter>,
    ///Additional instruction files or patterns to include
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub instructions: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub keybinds: ::std::option::Option<KeybindsConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub layout: ::std::option::Option<LayoutConfig>,
    #[serde(rename = "logLevel", skip_serializing_if = "::std::option::Option::is_none")]
    pub log_level: ::std::option::Option<LogLevel>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lsp: ::std::option::Option<ConfigLsp>,
    ///MCP (Model Context Protocol) server configurations
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mcp: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, crate::ConfigMcpValue>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mode: ::std::option::Option<ConfigMode>,
    ///Model to use in the format of provider/model, eg anthropic/claude-2
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub permission: ::std::option::Option<PermissionConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub plugin: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Custom provider configurations and model overrides
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ProviderConfig>,
    >,
    ///JSON schema reference for configuration validation
    #[serde(rename = "$schema", skip_serializing_if = "::std::option::Option::is_none")]
    pub schema: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub server: ::std::option::Option<ServerConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub share: ::std::option::Option<ConfigShare>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub skills: ::std::option::Option<ConfigSkills>,
    ///Small model to use for tasks like title generation in the format of provider/model
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub small_model: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub snapshot: ::std::option::Option<bool>,
    ///Theme name to use for the interface
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub theme: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tools: ::std::option::Option<::indexmap::IndexMap<::std::string::String, bool>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tui: ::std::option::Option<ConfigTui>,
    ///Custom username to display in conversations instead of system username
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub watcher: ::std::option::Option<ConfigWatcher>,
}
///Agent configuration, see https://opencode.ai/docs/agents
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ConfigAgent {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub build: ::std::option::Option<AgentConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub compaction: ::std::option::Option<AgentConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub explore: ::std::option::Option<AgentConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub general: ::std::option::Option<AgentConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub plan: ::std::option::Option<AgentConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub summary: ::std::option::Option<AgentConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<AgentConfig>,
    #[serde(flatten)]
    pub extra: ::indexmap::IndexMap<::std::string::String, AgentConfig>,
}
///Automatically update to the latest version. Set to true to auto-update, false to disable, or 'notify' to show update notifications
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum ConfigAutoupdate {
    Boolean(bool),
    String(crate::literal::Notify),
}
impl ::std::fmt::Display for ConfigAutoupdate {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match self {
            Self::Boolean(x) => x.fmt(f),
            Self::String(x) => x.fmt(f),
        }
    }
}
impl ::std::convert::From<bool> for ConfigAutoupdate {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}
impl ::std::convert::From<crate::literal::Notify> for ConfigAutoupdate {
    fn from(value: crate::literal::Notify) -> Self {
        Self::String(value)
    }
}
///`ConfigCommandValue`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ConfigCommandValue {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subtask: ::std::option::Option<bool>,
    pub template: ::std::string::String,
}
///`ConfigCompaction`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ConfigCompaction {
    ///Enable automatic compaction when context is full (default: true)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub auto: ::std::option::Option<bool>,
    ///Enable pruning of old tool outputs (default: true)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prune: ::std::option::Option<bool>,
    ///Token buffer for compaction. Leaves enough window to avoid overflow during compaction. (at least 0)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reserved: ::std::option::Option<i64>,
}
///`ConfigEnterprise`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ConfigEnterprise {
    ///Enterprise URL
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}
///`ConfigExperimental`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ConfigExperimental {
    ///Enable the batch tool
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub batch_tool: ::std::option::Option<bool>,
    ///Continue the agent loop when a tool call is denied
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub continue_loop_on_deny: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub disable_paste_summary: ::std::option::Option<bool>,
    ///Timeout in milliseconds for model context protocol (MCP) requests (more than 0)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mcp_timeout: ::std::option::Option<i64>,
    ///Enable OpenTelemetry spans for AI SDK calls (using the 'experimental_telemetry' flag)
    #[serde(
        rename = "openTelemetry",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub open_telemetry: ::std::option::Option<bool>,
    ///Tools that should only be available to primary agents.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub primary_tools: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}
///`ConfigFormatter`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum ConfigFormatter {
    Boolean(crate::False),
    Object(::indexmap::IndexMap<::std::string::String, ConfigFormatterVariant1Value>),
}
impl ::std::convert::From<crate::False> for ConfigFormatter {
    fn from(value: crate::False) -> Self {
        Self::Boolean(value)
    }
}
impl ::std::convert::From<
    ::indexmap::IndexMap<::std::string::String, ConfigFormatterVariant1Value>,
> for ConfigFormatter {
    fn from(
        value: ::indexmap::IndexMap<::std::string::String, ConfigFormatterVariant1Value>,
    ) -> Self {
        Self::Object(value)
    }
}
///`ConfigFormatterVariant1Value`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ConfigFormatterVariant1Value {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub command: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub disabled: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub environment: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub extensions: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}
///`ConfigLsp`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum ConfigLsp {
    Boolean(crate::False),
    Object(::indexmap::IndexMap<::std::string::String, ConfigLspVariant1Value>),
}
impl ::std::convert::From<crate::False> for ConfigLsp {
    fn from(value: crate::False) -> Self {
        Self::Boolean(value)
    }
}
impl ::std::convert::From<
    ::indexmap::IndexMap<::std::string::String, ConfigLspVariant1Value>,
> for ConfigLsp {
    fn from(
        value: ::indexmap::IndexMap<::std::string::String, ConfigLspVariant1Value>,
    ) -> Self {
        Self::Object(value)
    }
}
///`ConfigLspVariant1Value`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum ConfigLspVariant1Value {
    Variant0(ConfigLspVariant1ValueVariant0),
    Variant1(ConfigLspVariant1ValueVariant1),
}
impl ::std::convert::From<ConfigLspVariant1ValueVariant0> for ConfigLspVariant1Value {
    fn from(value: ConfigLspVariant1ValueVariant0) -> Self {
        Self::Variant0(value)
    }
}
impl ::std::convert::From<ConfigLspVariant1ValueVariant1> for ConfigLspVariant1Value {
    fn from(value: ConfigLspVariant1ValueVariant1) -> Self {
        Self::Variant1(value)
    }
}
///`ConfigLspVariant1ValueVariant0`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ConfigLspVariant1ValueVariant0 {
    pub command: ::std::vec::Vec<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub disabled: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub env: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub extensions: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub initialization: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
}
///`ConfigLspVariant1ValueVariant1`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ConfigLspVariant1ValueVariant1 {
    pub disabled: crate::True,
}
///`ConfigMcpValueVariant0`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ConfigMcpValueVariant0 {
    pub enabled: bool,
}
///@deprecated Use `agent` field instead.
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ConfigMode {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub build: ::std::option::Option<AgentConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub plan: ::std::option::Option<AgentConfig>,
    #[serde(flatten)]
    pub extra: ::indexmap::IndexMap<::std::string::String, AgentConfig>,
}
///`ConfigProvidersResponse`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ConfigProvidersResponse {
    pub default: ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
    pub providers: ::std::vec::Vec<Provider>,
}
///Control sharing behavior:'manual' allows manual sharing via commands, 'auto' enables automatic sharing, 'disabled' disables all sharing
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ConfigShare {
    #[serde(rename = "manual")]
    Manual,
    #[serde(rename = "auto")]
    Auto,
    #[serde(rename = "disabled")]
    Disabled,
}
impl ::std::fmt::Display for ConfigShare {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Manual => f.write_str("manual"),
            Self::Auto => f.write_str("auto"),
            Self::Disabled => f.write_str("disabled"),
        }
    }
}
impl ::std::str::FromStr for ConfigShare {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "manual" => Ok(Self::Manual),
            "auto" => Ok(Self::Auto),
            "disabled" => Ok(Self::Disabled),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ConfigShare {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ConfigShare {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///Additional skill folder paths
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ConfigSkills {
    ///Additional paths to skill folders
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub paths: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///URLs to fetch skills from (e.g., https://example.com/.well-known/skills/)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub urls: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}
///TUI specific settings
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ConfigTui {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub diff_style: ::std::option::Option<ConfigTuiDiffStyle>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scroll_acceleration: ::std::option::Option<ConfigTuiScrollAcceleration>,
    ///TUI scroll speed (at least 0.001)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scroll_speed: ::std::option::Option<crate::Number>,
}
///Control diff rendering style: 'auto' adapts to terminal width, 'stacked' always shows single column
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ConfigTuiDiffStyle {
    #[serde(rename = "auto")]
    Auto,
    #[serde(rename = "stacked")]
    Stacked,
}
impl ::std::fmt::Display for ConfigTuiDiffStyle {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Auto => f.write_str("auto"),
            Self::Stacked => f.write_str("stacked"),
        }
    }
}
impl ::std::str::FromStr for ConfigTuiDiffStyle {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "auto" => Ok(Self::Auto),
            "stacked" => Ok(Self::Stacked),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ConfigTuiDiffStyle {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ConfigTuiDiffStyle {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///Scroll acceleration settings
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ConfigTuiScrollAcceleration {
    ///Enable scroll acceleration
    pub enabled: bool,
}
///`ConfigWatcher`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ConfigWatcher {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ignore: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}
///`ContextOverflowError`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ContextOverflowError {
    pub data: ContextOverflowErrorData,
    pub name: crate::literal::ContextOverflowError,
}
///`ContextOverflowErrorData`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ContextOverflowErrorData {
    pub message: ::std::string::String,
    #[serde(
        rename = "responseBody",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub response_body: ::std::option::Option<::std::string::String>,
}
///`EventCommandExecuted`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventCommandExecuted {
    pub properties: EventCommandExecutedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::CommandExecuted,
}
///`EventCommandExecutedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventCommandExecutedProperties {
    pub arguments: ::std::string::String,
    ///pattern: `^msg.*`
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    pub name: ::std::string::String,
    ///pattern: `^ses.*`
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`EventFileEdited`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventFileEdited {
    pub properties: EventFileEditedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::FileEdited,
}
///`EventFileEditedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventFileEditedProperties {
    pub file: ::std::string::String,
}
///`EventFileWatcherUpdated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventFileWatcherUpdated {
    pub properties: EventFileWatcherUpdatedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::FileWatcherUpdated,
}
///`EventFileWatcherUpdatedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventFileWatcherUpdatedProperties {
    pub event: EventFileWatcherUpdatedPropertiesEvent,
    pub file: ::std::string::String,
}
///`EventFileWatcherUpdatedPropertiesEvent`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum EventFileWatcherUpdatedPropertiesEvent {
    #[serde(rename = "add")]
    Add,
    #[serde(rename = "change")]
    Change,
    #[serde(rename = "unlink")]
    Unlink,
}
impl ::std::fmt::Display for EventFileWatcherUpdatedPropertiesEvent {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Add => f.write_str("add"),
            Self::Change => f.write_str("change"),
            Self::Unlink => f.write_str("unlink"),
        }
    }
}
impl ::std::str::FromStr for EventFileWatcherUpdatedPropertiesEvent {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "add" => Ok(Self::Add),
            "change" => Ok(Self::Change),
            "unlink" => Ok(Self::Unlink),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for EventFileWatcherUpdatedPropertiesEvent {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for EventFileWatcherUpdatedPropertiesEvent {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`EventGlobalDisposed`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventGlobalDisposed {
    pub properties: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    #[serde(rename = "type")]
    pub type_: crate::literal::GlobalDisposed,
}
///`EventInstallationUpdateAvailable`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventInstallationUpdateAvailable {
    pub properties: EventInstallationUpdateAvailableProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::InstallationUpdateAvailable,
}
///`EventInstallationUpdateAvailableProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventInstallationUpdateAvailableProperties {
    pub version: ::std::string::String,
}
///`EventInstallationUpdated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventInstallationUpdated {
    pub properties: EventInstallationUpdatedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::InstallationUpdated,
}
///`EventInstallationUpdatedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventInstallationUpdatedProperties {
    pub version: ::std::string::String,
}
///`EventLspClientDiagnostics`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventLspClientDiagnostics {
    pub properties: EventLspClientDiagnosticsProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::LspClientDiagnostics,
}
///`EventLspClientDiagnosticsProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventLspClientDiagnosticsProperties {
    pub path: ::std::string::String,
    #[serde(rename = "serverID")]
    pub server_id: ::std::string::String,
}
///`EventLspUpdated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventLspUpdated {
    pub properties: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    #[serde(rename = "type")]
    pub type_: crate::literal::LspUpdated,
}
///`EventMcpBrowserOpenFailed`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMcpBrowserOpenFailed {
    pub properties: EventMcpBrowserOpenFailedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::McpBrowserOpenFailed,
}
///`EventMcpBrowserOpenFailedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMcpBrowserOpenFailedProperties {
    #[serde(rename = "mcpName")]
    pub mcp_name: ::std::string::String,
    pub url: ::std::string::String,
}
///`EventMcpToolsChanged`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMcpToolsChanged {
    pub properties: EventMcpToolsChangedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::McpToolsChanged,
}
///`EventMcpToolsChangedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMcpToolsChangedProperties {
    pub server: ::std::string::String,
}
///`EventMessagePartDelta`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMessagePartDelta {
    pub properties: EventMessagePartDeltaProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::MessagePartDelta,
}
///`EventMessagePartDeltaProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMessagePartDeltaProperties {
    pub delta: ::std::string::String,
    pub field: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(rename = "partID")]
    pub part_id: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`EventMessagePartRemoved`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMessagePartRemoved {
    pub properties: EventMessagePartRemovedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::MessagePartRemoved,
}
///`EventMessagePartRemovedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMessagePartRemovedProperties {
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(rename = "partID")]
    pub part_id: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`EventMessagePartUpdated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMessagePartUpdated {
    pub properties: EventMessagePartUpdatedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::MessagePartUpdated,
}
///`EventMessagePartUpdatedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMessagePartUpdatedProperties {
    pub part: crate::Part,
}
///`EventMessageRemoved`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMessageRemoved {
    pub properties: EventMessageRemovedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::MessageRemoved,
}
///`EventMessageRemovedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMessageRemovedProperties {
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`EventMessageUpdated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMessageUpdated {
    pub properties: EventMessageUpdatedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::MessageUpdated,
}
///`EventMessageUpdatedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventMessageUpdatedProperties {
    pub info: crate::Message,
}
///`EventPermissionAsked`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventPermissionAsked {
    pub properties: PermissionRequest,
    #[serde(rename = "type")]
    pub type_: crate::literal::PermissionAsked,
}
///`EventPermissionReplied`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventPermissionReplied {
    pub properties: EventPermissionRepliedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::PermissionReplied,
}
///`EventPermissionRepliedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventPermissionRepliedProperties {
    pub reply: EventPermissionRepliedPropertiesReply,
    #[serde(rename = "requestID")]
    pub request_id: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`EventPermissionRepliedPropertiesReply`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum EventPermissionRepliedPropertiesReply {
    #[serde(rename = "once")]
    Once,
    #[serde(rename = "always")]
    Always,
    #[serde(rename = "reject")]
    Reject,
}
impl ::std::fmt::Display for EventPermissionRepliedPropertiesReply {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Once => f.write_str("once"),
            Self::Always => f.write_str("always"),
            Self::Reject => f.write_str("reject"),
        }
    }
}
impl ::std::str::FromStr for EventPermissionRepliedPropertiesReply {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "once" => Ok(Self::Once),
            "always" => Ok(Self::Always),
            "reject" => Ok(Self::Reject),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for EventPermissionRepliedPropertiesReply {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for EventPermissionRepliedPropertiesReply {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`EventProjectUpdated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventProjectUpdated {
    pub properties: Project,
    #[serde(rename = "type")]
    pub type_: crate::literal::ProjectUpdated,
}
///`EventPtyCreated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventPtyCreated {
    pub properties: EventPtyCreatedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::PtyCreated,
}
///`EventPtyCreatedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventPtyCreatedProperties {
    pub info: Pty,
}
///`EventPtyDeleted`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventPtyDeleted {
    pub properties: EventPtyDeletedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::PtyDeleted,
}
///`EventPtyDeletedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventPtyDeletedProperties {
    ///pattern: `^pty.*`
    pub id: ::std::string::String,
}
///`EventPtyExited`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventPtyExited {
    pub properties: EventPtyExitedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::PtyExited,
}
///`EventPtyExitedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventPtyExitedProperties {
    #[serde(rename = "exitCode")]
    pub exit_code: crate::Number,
    ///pattern: `^pty.*`
    pub id: ::std::string::String,
}
///`EventPtyUpdated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventPtyUpdated {
    pub properties: EventPtyUpdatedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::PtyUpdated,
}
///`EventPtyUpdatedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventPtyUpdatedProperties {
    pub info: Pty,
}
///`EventQuestionAsked`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventQuestionAsked {
    pub properties: QuestionRequest,
    #[serde(rename = "type")]
    pub type_: crate::literal::QuestionAsked,
}
///`EventQuestionRejected`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventQuestionRejected {
    pub properties: EventQuestionRejectedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::QuestionRejected,
}
///`EventQuestionRejectedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventQuestionRejectedProperties {
    #[serde(rename = "requestID")]
    pub request_id: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`EventQuestionReplied`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventQuestionReplied {
    pub properties: EventQuestionRepliedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::QuestionReplied,
}
///`EventQuestionRepliedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventQuestionRepliedProperties {
    pub answers: ::std::vec::Vec<QuestionAnswer>,
    #[serde(rename = "requestID")]
    pub request_id: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`EventServerConnected`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventServerConnected {
    pub properties: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    #[serde(rename = "type")]
    pub type_: crate::literal::ServerConnected,
}
///`EventServerHeartbeat`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventServerHeartbeat {
    pub properties: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    #[serde(rename = "type")]
    pub type_: crate::literal::ServerHeartbeat,
}
///`EventServerInstanceDisposed`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventServerInstanceDisposed {
    pub properties: EventServerInstanceDisposedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::ServerInstanceDisposed,
}
///`EventServerInstanceDisposedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventServerInstanceDisposedProperties {
    pub directory: ::std::string::String,
}
///`EventSessionCompacted`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionCompacted {
    pub properties: EventSessionCompactedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::SessionCompacted,
}
///`EventSessionCompactedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionCompactedProperties {
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`EventSessionCreated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionCreated {
    pub properties: EventSessionCreatedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::SessionCreated,
}
///`EventSessionCreatedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionCreatedProperties {
    pub info: Session,
}
///`EventSessionDeleted`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionDeleted {
    pub properties: EventSessionDeletedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::SessionDeleted,
}
///`EventSessionDeletedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionDeletedProperties {
    pub info: Session,
}
///`EventSessionDiff`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionDiff {
    pub properties: EventSessionDiffProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::SessionDiff,
}
///`EventSessionDiffProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionDiffProperties {
    pub diff: ::std::vec::Vec<FileDiff>,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`EventSessionError`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionError {
    pub properties: EventSessionErrorProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::SessionError,
}
///`EventSessionErrorProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct EventSessionErrorProperties {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<crate::EventSessionErrorPropertiesError>,
    #[serde(
        rename = "sessionID",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub session_id: ::std::option::Option<::std::string::String>,
}
///`EventSessionIdle`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionIdle {
    pub properties: EventSessionIdleProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::SessionIdle,
}
///`EventSessionIdleProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionIdleProperties {
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`EventSessionStatus`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionStatus {
    pub properties: EventSessionStatusProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::SessionStatus,
}
///`EventSessionStatusProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionStatusProperties {
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    pub status: crate::SessionStatus,
}
///`EventSessionUpdated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionUpdated {
    pub properties: EventSessionUpdatedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::SessionUpdated,
}
///`EventSessionUpdatedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventSessionUpdatedProperties {
    pub info: Session,
}
///`EventTodoUpdated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventTodoUpdated {
    pub properties: EventTodoUpdatedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::TodoUpdated,
}
///`EventTodoUpdatedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventTodoUpdatedProperties {
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    pub todos: ::std::vec::Vec<Todo>,
}
///`EventTuiCommandExecute`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventTuiCommandExecute {
    pub properties: EventTuiCommandExecuteProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::TuiCommandExecute,
}
///`EventTuiCommandExecuteProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct EventTuiCommandExecuteProperties {
    ///Known values: "session.list", "session.new", "session.share", "session.interrupt", "session.compact", "session.page.up", "session.page.down", "session.line.up", "session.line.down", "session.half.page.up", "session.half.page.down", "session.first", "session.last", "prompt.clear", "prompt.submit", "agent.cycle".
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub command: ::std::option::Option<::std::string::String>,
}
///`EventTuiPromptAppend`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventTuiPromptAppend {
    pub properties: EventTuiPromptAppendProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::TuiPromptAppend,
}
///`EventTuiPromptAppendProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventTuiPromptAppendProperties {
    pub text: ::std::string::String,
}
///`EventTuiSessionSelect`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventTuiSessionSelect {
    pub properties: EventTuiSessionSelectProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::TuiSessionSelect,
}
///`EventTuiSessionSelectProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventTuiSessionSelectProperties {
    ///Session ID to navigate to (pattern: `^ses`)
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`EventTuiToastShow`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventTuiToastShow {
    pub properties: EventTuiToastShowProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::TuiToastShow,
}
///`EventTuiToastShowProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventTuiToastShowProperties {
    ///Duration in milliseconds (default: 5000)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration: ::std::option::Option<crate::Number>,
    pub message: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
    pub variant: EventTuiToastShowPropertiesVariant,
}
///`EventTuiToastShowPropertiesVariant`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum EventTuiToastShowPropertiesVariant {
    #[serde(rename = "info")]
    Info,
    #[serde(rename = "success")]
    Success,
    #[serde(rename = "warning")]
    Warning,
    #[serde(rename = "error")]
    Error,
}
impl ::std::fmt::Display for EventTuiToastShowPropertiesVariant {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Info => f.write_str("info"),
            Self::Success => f.write_str("success"),
            Self::Warning => f.write_str("warning"),
            Self::Error => f.write_str("error"),
        }
    }
}
impl ::std::str::FromStr for EventTuiToastShowPropertiesVariant {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "info" => Ok(Self::Info),
            "success" => Ok(Self::Success),
            "warning" => Ok(Self::Warning),
            "error" => Ok(Self::Error),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for EventTuiToastShowPropertiesVariant {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for EventTuiToastShowPropertiesVariant {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`EventVcsBranchUpdated`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventVcsBranchUpdated {
    pub properties: EventVcsBranchUpdatedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::VcsBranchUpdated,
}
///`EventVcsBranchUpdatedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct EventVcsBranchUpdatedProperties {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub branch: ::std::option::Option<::std::string::String>,
}
///`EventWorktreeFailed`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventWorktreeFailed {
    pub properties: EventWorktreeFailedProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::WorktreeFailed,
}
///`EventWorktreeFailedProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventWorktreeFailedProperties {
    pub message: ::std::string::String,
}
///`EventWorktreeReady`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventWorktreeReady {
    pub properties: EventWorktreeReadyProperties,
    #[serde(rename = "type")]
    pub type_: crate::literal::WorktreeReady,
}
///`EventWorktreeReadyProperties`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EventWorktreeReadyProperties {
    pub branch: ::std::string::String,
    pub name: ::std::string::String,
}
///`File`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct File {
    pub added: i64,
    pub path: ::std::string::String,
    pub removed: i64,
    pub status: FileStatus,
}
///`FileContent`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FileContent {
    pub content: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub diff: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub encoding: ::std::option::Option<crate::literal::Base64>,
    #[serde(rename = "mimeType", skip_serializing_if = "::std::option::Option::is_none")]
    pub mime_type: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patch: ::std::option::Option<FileContentPatch>,
    #[serde(rename = "type")]
    pub type_: FileContentType,
}
///`FileContentPatch`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FileContentPatch {
    pub hunks: ::std::vec::Vec<FileContentPatchHunksItem>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub index: ::std::option::Option<::std::string::String>,
    #[serde(rename = "newFileName")]
    pub new_file_name: ::std::string::String,
    #[serde(
        rename = "newHeader",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub new_header: ::std::option::Option<::std::string::String>,
    #[serde(rename = "oldFileName")]
    pub old_file_name: ::std::string::String,
    #[serde(
        rename = "oldHeader",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub old_header: ::std::option::Option<::std::string::String>,
}
///`FileContentPatchHunksItem`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FileContentPatchHunksItem {
    pub lines: ::std::vec::Vec<::std::string::String>,
    #[serde(rename = "newLines")]
    pub new_lines: crate::Number,
    #[serde(rename = "newStart")]
    pub new_start: crate::Number,
    #[serde(rename = "oldLines")]
    pub old_lines: crate::Number,
    #[serde(rename = "oldStart")]
    pub old_start: crate::Number,
}
///`FileContentType`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum FileContentType {
    #[serde(rename = "text")]
    Text,
    #[serde(rename = "binary")]
    Binary,
}
impl ::std::fmt::Display for FileContentType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Text => f.write_str("text"),
            Self::Binary => f.write_str("binary"),
        }
    }
}
impl ::std::str::FromStr for FileContentType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "text" => Ok(Self::Text),
            "binary" => Ok(Self::Binary),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for FileContentType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for FileContentType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`FileDiff`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FileDiff {
    pub additions: crate::Number,
    pub after: ::std::string::String,
    pub before: ::std::string::String,
    pub deletions: crate::Number,
    pub file: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<FileDiffStatus>,
}
///`FileDiffStatus`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum FileDiffStatus {
    #[serde(rename = "added")]
    Added,
    #[serde(rename = "deleted")]
    Deleted,
    #[serde(rename = "modified")]
    Modified,
}
impl ::std::fmt::Display for FileDiffStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Added => f.write_str("added"),
            Self::Deleted => f.write_str("deleted"),
            Self::Modified => f.write_str("modified"),
        }
    }
}
impl ::std::str::FromStr for FileDiffStatus {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "added" => Ok(Self::Added),
            "deleted" => Ok(Self::Deleted),
            "modified" => Ok(Self::Modified),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for FileDiffStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for FileDiffStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`FileNode`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FileNode {
    pub absolute: ::std::string::String,
    pub ignored: bool,
    pub name: ::std::string::String,
    pub path: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: FileNodeType,
}
///`FileNodeType`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum FileNodeType {
    #[serde(rename = "file")]
    File,
    #[serde(rename = "directory")]
    Directory,
}
impl ::std::fmt::Display for FileNodeType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::File => f.write_str("file"),
            Self::Directory => f.write_str("directory"),
        }
    }
}
impl ::std::str::FromStr for FileNodeType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "file" => Ok(Self::File),
            "directory" => Ok(Self::Directory),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for FileNodeType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for FileNodeType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`FilePart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FilePart {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub filename: ::std::option::Option<::std::string::String>,
    pub id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    pub mime: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub source: ::std::option::Option<crate::FilePartSource>,
    #[serde(rename = "type")]
    pub type_: crate::literal::File,
    pub url: ::std::string::String,
}
///`FilePartInput`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FilePartInput {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub filename: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    pub mime: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub source: ::std::option::Option<crate::FilePartSource>,
    #[serde(rename = "type")]
    pub type_: crate::literal::File,
    pub url: ::std::string::String,
}
///`FilePartSourceText`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FilePartSourceText {
    pub end: i64,
    pub start: i64,
    pub value: ::std::string::String,
}
///`FileSource`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FileSource {
    pub path: ::std::string::String,
    pub text: FilePartSourceText,
    #[serde(rename = "type")]
    pub type_: crate::literal::File,
}
///`FileStatus`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum FileStatus {
    #[serde(rename = "added")]
    Added,
    #[serde(rename = "deleted")]
    Deleted,
    #[serde(rename = "modified")]
    Modified,
}
impl ::std::fmt::Display for FileStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Added => f.write_str("added"),
            Self::Deleted => f.write_str("deleted"),
            Self::Modified => f.write_str("modified"),
        }
    }
}
impl ::std::str::FromStr for FileStatus {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "added" => Ok(Self::Added),
            "deleted" => Ok(Self::Deleted),
            "modified" => Ok(Self::Modified),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for FileStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for FileStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`FindFilesDirs`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum FindFilesDirs {
    #[serde(rename = "true")]
    True,
    #[serde(rename = "false")]
    False,
}
impl ::std::fmt::Display for FindFilesDirs {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::True => f.write_str("true"),
            Self::False => f.write_str("false"),
        }
    }
}
impl ::std::str::FromStr for FindFilesDirs {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "true" => Ok(Self::True),
            "false" => Ok(Self::False),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for FindFilesDirs {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for FindFilesDirs {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`FindFilesType`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum FindFilesType {
    #[serde(rename = "file")]
    File,
    #[serde(rename = "directory")]
    Directory,
}
impl ::std::fmt::Display for FindFilesType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::File => f.write_str("file"),
            Self::Directory => f.write_str("directory"),
        }
    }
}
impl ::std::str::FromStr for FindFilesType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "file" => Ok(Self::File),
            "directory" => Ok(Self::Directory),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for FindFilesType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for FindFilesType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`FindTextResponseItem`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FindTextResponseItem {
    pub absolute_offset: crate::Number,
    pub line_number: crate::Number,
    pub lines: FindTextResponseItemLines,
    pub path: FindTextResponseItemPath,
    pub submatches: ::std::vec::Vec<FindTextResponseItemSubmatchesItem>,
}
///`FindTextResponseItemLines`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FindTextResponseItemLines {
    pub text: ::std::string::String,
}
///`FindTextResponseItemPath`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FindTextResponseItemPath {
    pub text: ::std::string::String,
}
///`FindTextResponseItemSubmatchesItem`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FindTextResponseItemSubmatchesItem {
    pub end: crate::Number,
    #[serde(rename = "match")]
    pub match_: FindTextResponseItemSubmatchesItemMatch,
    pub start: crate::Number,
}
///`FindTextResponseItemSubmatchesItemMatch`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FindTextResponseItemSubmatchesItemMatch {
    pub text: ::std::string::String,
}
///`FormatterStatus`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct FormatterStatus {
    pub enabled: bool,
    pub extensions: ::std::vec::Vec<::std::string::String>,
    pub name: ::std::string::String,
}
///`GlobalEvent`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct GlobalEvent {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub directory: ::std::option::Option<::std::string::String>,
    pub payload: crate::Event,
}
///`GlobalHealthResponse`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct GlobalHealthResponse {
    pub healthy: crate::True,
    pub version: ::std::string::String,
}
///`JsonSchema`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct JsonSchema(pub ::serde_json::Map<::std::string::String, ::serde_json::Value>);
impl ::std::ops::Deref for JsonSchema {
    type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &self.0
    }
}
impl ::std::convert::From<JsonSchema>
for ::serde_json::Map<::std::string::String, ::serde_json::Value> {
    fn from(value: JsonSchema) -> Self {
        value.0
    }
}
impl ::std::convert::From<::serde_json::Map<::std::string::String, ::serde_json::Value>>
for JsonSchema {
    fn from(
        value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Self {
        Self(value)
    }
}
///Custom keybind configurations
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct KeybindsConfig {
    ///Next agent (default: "tab")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_cycle: ::std::option::Option<::std::string::String>,
    ///Previous agent (default: "shift+tab")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_cycle_reverse: ::std::option::Option<::std::string::String>,
    ///List agents (default: "<leader>a")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_list: ::std::option::Option<::std::string::String>,
    ///Exit the application (default: "ctrl+c,ctrl+d,<leader>q")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub app_exit: ::std::option::Option<::std::string::String>,
    ///List available commands (default: "ctrl+p")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub command_list: ::std::option::Option<::std::string::String>,
    ///Toggle thinking blocks visibility (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub display_thinking: ::std::option::Option<::std::string::String>,
    ///Open external editor (default: "<leader>e")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub editor_open: ::std::option::Option<::std::string::String>,
    ///Next history item (default: "down")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub history_next: ::std::option::Option<::std::string::String>,
    ///Previous history item (default: "up")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub history_previous: ::std::option::Option<::std::string::String>,
    ///Backspace in input (default: "backspace,shift+backspace")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_backspace: ::std::option::Option<::std::string::String>,
    ///Move to end of buffer in input (default: "end")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_buffer_end: ::std::option::Option<::std::string::String>,
    ///Move to start of buffer in input (default: "home")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_buffer_home: ::std::option::Option<::std::string::String>,
    ///Clear input field (default: "ctrl+c")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_clear: ::std::option::Option<::std::string::String>,
    ///Delete character in input (default: "ctrl+d,delete,shift+delete")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_delete: ::std::option::Option<::std::string::String>,
    ///Delete line in input (default: "ctrl+shift+d")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_delete_line: ::std::option::Option<::std::string::String>,
    ///Delete to end of line in input (default: "ctrl+k")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_delete_to_line_end: ::std::option::Option<::std::string::String>,
    ///Delete to start of line in input (default: "ctrl+u")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_delete_to_line_start: ::std::option::Option<::std::string::String>,
    ///Delete word backward in input (default: "ctrl+w,ctrl+backspace,alt+backspace")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_delete_word_backward: ::std::option::Option<::std::string::String>,
    ///Delete word forward in input (default: "alt+d,alt+delete,ctrl+delete")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_delete_word_forward: ::std::option::Option<::std::string::String>,
    ///Move to end of line in input (default: "ctrl+e")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_line_end: ::std::option::Option<::std::string::String>,
    ///Move to start of line in input (default: "ctrl+a")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_line_home: ::std::option::Option<::std::string::String>,
    ///Move cursor down in input (default: "down")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_move_down: ::std::option::Option<::std::string::String>,
    ///Move cursor left in input (default: "left,ctrl+b")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_move_left: ::std::option::Option<::std::string::String>,
    ///Move cursor right in input (default: "right,ctrl+f")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_move_right: ::std::option::Option<::std::string::String>,
    ///Move cursor up in input (default: "up")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_move_up: ::std::option::Option<::std::string::String>,
    ///Insert newline in input (default: "shift+return,ctrl+return,alt+return,ctrl+j")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_newline: ::std::option::Option<::std::string::String>,
    ///Paste from clipboard (default: "ctrl+v")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_paste: ::std::option::Option<::std::string::String>,
    ///Redo in input (default: "ctrl+.,super+shift+z")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_redo: ::std::option::Option<::std::string::String>,
    ///Select to end of buffer in input (default: "shift+end")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_buffer_end: ::std::option::Option<::std::string::String>,
    ///Select to start of buffer in input (default: "shift+home")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_buffer_home: ::std::option::Option<::std::string::String>,
    ///Select down in input (default: "shift+down")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_down: ::std::option::Option<::std::string::String>,
    ///Select left in input (default: "shift+left")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_left: ::std::option::Option<::std::string::String>,
    ///Select to end of line in input (default: "ctrl+shift+e")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_line_end: ::std::option::Option<::std::string::String>,
    ///Select to start of line in input (default: "ctrl+shift+a")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_line_home: ::std::option::Option<::std::string::String>,
    ///Select right in input (default: "shift+right")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_right: ::std::option::Option<::std::string::String>,
    ///Select up in input (default: "shift+up")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_up: ::std::option::Option<::std::string::String>,
    ///Select to end of visual line in input (default: "alt+shift+e")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_visual_line_end: ::std::option::Option<::std::string::String>,
    ///Select to start of visual line in input (default: "alt+shift+a")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_visual_line_home: ::std::option::Option<::std::string::String>,
    ///Select word backward in input (default: "alt+shift+b,alt+shift+left")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_word_backward: ::std::option::Option<::std::string::String>,
    ///Select word forward in input (default: "alt+shift+f,alt+shift+right")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_select_word_forward: ::std::option::Option<::std::string::String>,
    ///Submit input (default: "return")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_submit: ::std::option::Option<::std::string::String>,
    ///Undo in input (default: "ctrl+-,super+z")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_undo: ::std::option::Option<::std::string::String>,
    ///Move to end of visual line in input (default: "alt+e")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_visual_line_end: ::std::option::Option<::std::string::String>,
    ///Move to start of visual line in input (default: "alt+a")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_visual_line_home: ::std::option::Option<::std::string::String>,
    ///Move word backward in input (default: "alt+b,alt+left,ctrl+left")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_word_backward: ::std::option::Option<::std::string::String>,
    ///Move word forward in input (default: "alt+f,alt+right,ctrl+right")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input_word_forward: ::std::option::Option<::std::string::String>,
    ///Leader key for keybind combinations (default: "ctrl+x")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub leader: ::std::option::Option<::std::string::String>,
    ///Copy message (default: "<leader>y")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_copy: ::std::option::Option<::std::string::String>,
    ///Navigate to first message (default: "ctrl+g,home")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_first: ::std::option::Option<::std::string::String>,
    ///Scroll messages down by half page (default: "ctrl+alt+d")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_half_page_down: ::std::option::Option<::std::string::String>,
    ///Scroll messages up by half page (default: "ctrl+alt+u")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_half_page_up: ::std::option::Option<::std::string::String>,
    ///Navigate to last message (default: "ctrl+alt+g,end")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_last: ::std::option::Option<::std::string::String>,
    ///Navigate to last user message (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_last_user: ::std::option::Option<::std::string::String>,
    ///Scroll messages down by one line (default: "ctrl+alt+e")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_line_down: ::std::option::Option<::std::string::String>,
    ///Scroll messages up by one line (default: "ctrl+alt+y")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_line_up: ::std::option::Option<::std::string::String>,
    ///Navigate to next message (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_next: ::std::option::Option<::std::string::String>,
    ///Scroll messages down by one page (default: "pagedown,ctrl+alt+f")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_page_down: ::std::option::Option<::std::string::String>,
    ///Scroll messages up by one page (default: "pageup,ctrl+alt+b")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_page_up: ::std::option::Option<::std::string::String>,
    ///Navigate to previous message (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_previous: ::std::option::Option<::std::string::String>,
    ///Redo message (default: "<leader>r")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_redo: ::std::option::Option<::std::string::String>,
    ///Toggle code block concealment in messages (default: "<leader>h")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_toggle_conceal: ::std::option::Option<::std::string::String>,
    ///Undo message (default: "<leader>u")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages_undo: ::std::option::Option<::std::string::String>,
    ///Next favorite model (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model_cycle_favorite: ::std::option::Option<::std::string::String>,
    ///Previous favorite model (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model_cycle_favorite_reverse: ::std::option::Option<::std::string::String>,
    ///Next recently used model (default: "f2")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model_cycle_recent: ::std::option::Option<::std::string::String>,
    ///Previous recently used model (default: "shift+f2")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model_cycle_recent_reverse: ::std::option::Option<::std::string::String>,
    ///Toggle model favorite status (default: "ctrl+f")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model_favorite_toggle: ::std::option::Option<::std::string::String>,
    ///List available models (default: "<leader>m")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model_list: ::std::option::Option<::std::string::String>,
    ///Open provider list from model dialog (default: "ctrl+a")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model_provider_list: ::std::option::Option<::std::string::String>,
    ///Toggle session scrollbar (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scrollbar_toggle: ::std::option::Option<::std::string::String>,
    ///Next child session (default: "<leader>right")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_child_cycle: ::std::option::Option<::std::string::String>,
    ///Previous child session (default: "<leader>left")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_child_cycle_reverse: ::std::option::Option<::std::string::String>,
    ///Compact the session (default: "<leader>c")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_compact: ::std::option::Option<::std::string::String>,
    ///Delete session (default: "ctrl+d")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_delete: ::std::option::Option<::std::string::String>,
    ///Export session to editor (default: "<leader>x")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_export: ::std::option::Option<::std::string::String>,
    ///Fork session from message (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_fork: ::std::option::Option<::std::string::String>,
    ///Interrupt current session (default: "escape")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_interrupt: ::std::option::Option<::std::string::String>,
    ///List all sessions (default: "<leader>l")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_list: ::std::option::Option<::std::string::String>,
    ///Create a new session (default: "<leader>n")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_new: ::std::option::Option<::std::string::String>,
    ///Go to parent session (default: "<leader>up")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_parent: ::std::option::Option<::std::string::String>,
    ///Rename session (default: "ctrl+r")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_rename: ::std::option::Option<::std::string::String>,
    ///Share current session (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_share: ::std::option::Option<::std::string::String>,
    ///Show session timeline (default: "<leader>g")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_timeline: ::std::option::Option<::std::string::String>,
    ///Unshare current session (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub session_unshare: ::std::option::Option<::std::string::String>,
    ///Toggle sidebar (default: "<leader>b")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sidebar_toggle: ::std::option::Option<::std::string::String>,
    ///Delete stash entry (default: "ctrl+d")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub stash_delete: ::std::option::Option<::std::string::String>,
    ///View status (default: "<leader>s")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status_view: ::std::option::Option<::std::string::String>,
    ///Suspend terminal (default: "ctrl+z")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub terminal_suspend: ::std::option::Option<::std::string::String>,
    ///Toggle terminal title (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub terminal_title_toggle: ::std::option::Option<::std::string::String>,
    ///List available themes (default: "<leader>t")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub theme_list: ::std::option::Option<::std::string::String>,
    ///Toggle tips on home screen (default: "<leader>h")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tips_toggle: ::std::option::Option<::std::string::String>,
    ///Toggle tool details visibility (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tool_details: ::std::option::Option<::std::string::String>,
    ///Toggle username visibility (default: "none")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username_toggle: ::std::option::Option<::std::string::String>,
    ///Cycle model variants (default: "ctrl+t")
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub variant_cycle: ::std::option::Option<::std::string::String>,
}
///@deprecated Always uses stretch layout.
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum LayoutConfig {
    #[serde(rename = "auto")]
    Auto,
    #[serde(rename = "stretch")]
    Stretch,
}
impl ::std::fmt::Display for LayoutConfig {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Auto => f.write_str("auto"),
            Self::Stretch => f.write_str("stretch"),
        }
    }
}
impl ::std::str::FromStr for LayoutConfig {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "auto" => Ok(Self::Auto),
            "stretch" => Ok(Self::Stretch),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for LayoutConfig {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for LayoutConfig {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///Log level
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum LogLevel {
    #[serde(rename = "DEBUG")]
    Debug,
    #[serde(rename = "INFO")]
    Info,
    #[serde(rename = "WARN")]
    Warn,
    #[serde(rename = "ERROR")]
    Error,
}
impl ::std::fmt::Display for LogLevel {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Debug => f.write_str("DEBUG"),
            Self::Info => f.write_str("INFO"),
            Self::Warn => f.write_str("WARN"),
            Self::Error => f.write_str("ERROR"),
        }
    }
}
impl ::std::str::FromStr for LogLevel {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "DEBUG" => Ok(Self::Debug),
            "INFO" => Ok(Self::Info),
            "WARN" => Ok(Self::Warn),
            "ERROR" => Ok(Self::Error),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for LogLevel {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for LogLevel {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`LspStatus`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct LspStatus {
    pub id: ::std::string::String,
    pub name: ::std::string::String,
    pub root: ::std::string::String,
    pub status: LspStatusStatus,
}
///`LspStatusStatus`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum LspStatusStatus {
    #[serde(rename = "connected")]
    Connected,
    #[serde(rename = "error")]
    Error,
}
impl ::std::fmt::Display for LspStatusStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Connected => f.write_str("connected"),
            Self::Error => f.write_str("error"),
        }
    }
}
impl ::std::str::FromStr for LspStatusStatus {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "connected" => Ok(Self::Connected),
            "error" => Ok(Self::Error),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for LspStatusStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for LspStatusStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`McpAddBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpAddBody {
    pub config: crate::McpAddBodyConfig,
    pub name: ::std::string::String,
}
///`McpAuthCallbackBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpAuthCallbackBody {
    ///Authorization code from OAuth callback
    pub code: ::std::string::String,
}
///`McpAuthRemoveResponse`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpAuthRemoveResponse {
    pub success: crate::True,
}
///`McpAuthStartResponse`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpAuthStartResponse {
    ///URL to open in browser for authorization
    #[serde(rename = "authorizationUrl")]
    pub authorization_url: ::std::string::String,
}
///`McpLocalConfig`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpLocalConfig {
    ///Command and arguments to run the MCP server
    pub command: ::std::vec::Vec<::std::string::String>,
    ///Enable or disable the MCP server on startup
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enabled: ::std::option::Option<bool>,
    ///Environment variables to set when running the MCP server
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub environment: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
    >,
    ///Timeout in ms for MCP server requests. Defaults to 5000 (5 seconds) if not specified. (more than 0)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timeout: ::std::option::Option<i64>,
    ///Type of MCP server connection
    #[serde(rename = "type")]
    pub type_: crate::literal::Local,
}
///`McpOAuthConfig`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct McpOAuthConfig {
    ///OAuth client ID. If not provided, dynamic client registration (RFC 7591) will be attempted.
    #[serde(rename = "clientId", skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id: ::std::option::Option<::std::string::String>,
    ///OAuth client secret (if required by the authorization server)
    #[serde(
        rename = "clientSecret",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub client_secret: ::std::option::Option<::std::string::String>,
    ///OAuth scopes to request during authorization
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scope: ::std::option::Option<::std::string::String>,
}
///`McpRemoteConfig`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpRemoteConfig {
    ///Enable or disable the MCP server on startup
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enabled: ::std::option::Option<bool>,
    ///Headers to send with the request
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub headers: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub oauth: ::std::option::Option<McpRemoteConfigOauth>,
    ///Timeout in ms for MCP server requests. Defaults to 5000 (5 seconds) if not specified. (more than 0)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timeout: ::std::option::Option<i64>,
    ///Type of MCP server connection
    #[serde(rename = "type")]
    pub type_: crate::literal::Remote,
    ///URL of the remote MCP server
    pub url: ::std::string::String,
}
///OAuth authentication configuration for the MCP server. Set to false to disable OAuth auto-detection.
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum McpRemoteConfigOauth {
    McpOAuthConfig(McpOAuthConfig),
    Boolean(crate::False),
}
impl ::std::convert::From<McpOAuthConfig> for McpRemoteConfigOauth {
    fn from(value: McpOAuthConfig) -> Self {
        Self::McpOAuthConfig(value)
    }
}
impl ::std::convert::From<crate::False> for McpRemoteConfigOauth {
    fn from(value: crate::False) -> Self {
        Self::Boolean(value)
    }
}
///`McpResource`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpResource {
    pub client: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    #[serde(rename = "mimeType", skip_serializing_if = "::std::option::Option::is_none")]
    pub mime_type: ::std::option::Option<::std::string::String>,
    pub name: ::std::string::String,
    pub uri: ::std::string::String,
}
///`McpStatusConnected`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpStatusConnected {
    pub status: crate::literal::Connected,
}
///`McpStatusDisabled`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpStatusDisabled {
    pub status: crate::literal::Disabled,
}
///`McpStatusFailed`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpStatusFailed {
    pub error: ::std::string::String,
    pub status: crate::literal::Failed,
}
///`McpStatusNeedsAuth`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpStatusNeedsAuth {
    pub status: crate::literal::NeedsAuth,
}
///`McpStatusNeedsClientRegistration`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct McpStatusNeedsClientRegistration {
    pub error: ::std::string::String,
    pub status: crate::literal::NeedsClientRegistration,
}
///`MessageAbortedError`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct MessageAbortedError {
    pub data: MessageAbortedErrorData,
    pub name: crate::literal::MessageAbortedError,
}
///`MessageAbortedErrorData`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct MessageAbortedErrorData {
    pub message: ::std::string::String,
}
///`MessageOutputLengthError`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct MessageOutputLengthError {
    pub data: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    pub name: crate::literal::MessageOutputLengthError,
}
///`Model`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Model {
    pub api: ModelApi,
    pub capabilities: ModelCapabilities,
    pub cost: ModelCost,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub family: ::std::option::Option<::std::string::String>,
    pub headers: ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
    pub id: ::std::string::String,
    pub limit: ModelLimit,
    pub name: ::std::string::String,
    pub options: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
    pub release_date: ::std::string::String,
    pub status: ModelStatus,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub variants: ::std::option::Option<
        ::indexmap::IndexMap<
            ::std::string::String,
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
}
///`ModelApi`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ModelApi {
    pub id: ::std::string::String,
    pub npm: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}
///`ModelCapabilities`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ModelCapabilities {
    pub attachment: bool,
    pub input: ModelCapabilitiesInput,
    pub interleaved: ModelCapabilitiesInterleaved,
    pub output: ModelCapabilitiesOutput,
    pub reasoning: bool,
    pub temperature: bool,
    pub toolcall: bool,
}
///`ModelCapabilitiesInput`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ModelCapabilitiesInput {
    pub audio: bool,
    pub image: bool,
    pub pdf: bool,
    pub text: bool,
    pub video: bool,
}
///`ModelCapabilitiesInterleaved`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum ModelCapabilitiesInterleaved {
    ModelCapabilitiesInterleavedVariant0(ModelCapabilitiesInterleavedVariant0),
    Boolean(bool),
}
impl ::std::convert::From<ModelCapabilitiesInterleavedVariant0>
for ModelCapabilitiesInterleaved {
    fn from(value: ModelCapabilitiesInterleavedVariant0) -> Self {
        Self::ModelCapabilitiesInterleavedVariant0(value)
    }
}
impl ::std::convert::From<bool> for ModelCapabilitiesInterleaved {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}
///`ModelCapabilitiesInterleavedVariant0`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ModelCapabilitiesInterleavedVariant0 {
    pub field: ModelCapabilitiesInterleavedVariant0Field,
}
///`ModelCapabilitiesInterleavedVariant0Field`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ModelCapabilitiesInterleavedVariant0Field {
    #[serde(rename = "reasoning_content")]
    ReasoningContent,
    #[serde(rename = "reasoning_details")]
    ReasoningDetails,
}
impl ::std::fmt::Display for ModelCapabilitiesInterleavedVariant0Field {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::ReasoningContent => f.write_str("reasoning_content"),
            Self::ReasoningDetails => f.write_str("reasoning_details"),
        }
    }
}
impl ::std::str::FromStr for ModelCapabilitiesInterleavedVariant0Field {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "reasoning_content" => Ok(Self::ReasoningContent),
            "reasoning_details" => Ok(Self::ReasoningDetails),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ModelCapabilitiesInterleavedVariant0Field {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ModelCapabilitiesInterleavedVariant0Field {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ModelCapabilitiesOutput`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ModelCapabilitiesOutput {
    pub audio: bool,
    pub image: bool,
    pub pdf: bool,
    pub text: bool,
    pub video: bool,
}
///`ModelCost`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ModelCost {
    pub cache: ModelCostCache,
    #[serde(
        rename = "experimentalOver200K",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub experimental_over200_k: ::std::option::Option<ModelCostExperimentalOver200K>,
    pub input: crate::Number,
    pub output: crate::Number,
}
///`ModelCostCache`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ModelCostCache {
    pub read: crate::Number,
    pub write: crate::Number,
}
///`ModelCostExperimentalOver200K`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ModelCostExperimentalOver200K {
    pub cache: ModelCostExperimentalOver200KCache,
    pub input: crate::Number,
    pub output: crate::Number,
}
///`ModelCostExperimentalOver200KCache`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ModelCostExperimentalOver200KCache {
    pub read: crate::Number,
    pub write: crate::Number,
}
///`ModelLimit`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ModelLimit {
    pub context: crate::Number,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input: ::std::option::Option<crate::Number>,
    pub output: crate::Number,
}
///`ModelStatus`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ModelStatus {
    #[serde(rename = "alpha")]
    Alpha,
    #[serde(rename = "beta")]
    Beta,
    #[serde(rename = "deprecated")]
    Deprecated,
    #[serde(rename = "active")]
    Active,
}
impl ::std::fmt::Display for ModelStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Alpha => f.write_str("alpha"),
            Self::Beta => f.write_str("beta"),
            Self::Deprecated => f.write_str("deprecated"),
            Self::Active => f.write_str("active"),
        }
    }
}
impl ::std::str::FromStr for ModelStatus {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "alpha" => Ok(Self::Alpha),
            "beta" => Ok(Self::Beta),
            "deprecated" => Ok(Self::Deprecated),
            "active" => Ok(Self::Active),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ModelStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ModelStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`NotFoundError`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct NotFoundError {
    pub data: NotFoundErrorData,
    pub name: crate::literal::NotFoundError,
}
///`NotFoundErrorData`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct NotFoundErrorData {
    pub message: ::std::string::String,
}
///`OAuth`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct OAuth {
    pub access: ::std::string::String,
    #[serde(
        rename = "accountId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub account_id: ::std::option::Option<::std::string::String>,
    #[serde(
        rename = "enterpriseUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub enterprise_url: ::std::option::Option<::std::string::String>,
    pub expires: crate::Number,
    pub refresh: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: crate::literal::Oauth,
}
///`OutputFormatJsonSchema`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct OutputFormatJsonSchema {
    ///at least 0 (default: 2)
    #[serde(
        rename = "retryCount",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub retry_count: ::std::option::Option<i64>,
    pub schema: JsonSchema,
    #[serde(rename = "type")]
    pub type_: crate::literal::JsonSchema,
}
///`OutputFormatText`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct OutputFormatText {
    #[serde(rename = "type")]
    pub type_: crate::literal::Text,
}
///`PatchPart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PatchPart {
    pub files: ::std::vec::Vec<::std::string::String>,
    pub hash: ::std::string::String,
    pub id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: crate::literal::Patch,
}
///`Path`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Path {
    pub config: ::std::string::String,
    pub directory: ::std::string::String,
    pub home: ::std::string::String,
    pub state: ::std::string::String,
    pub worktree: ::std::string::String,
}
///`PermissionAction`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum PermissionAction {
    #[serde(rename = "allow")]
    Allow,
    #[serde(rename = "deny")]
    Deny,
    #[serde(rename = "ask")]
    Ask,
}
impl ::std::fmt::Display for PermissionAction {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Allow => f.write_str("allow"),
            Self::Deny => f.write_str("deny"),
            Self::Ask => f.write_str("ask"),
        }
    }
}
impl ::std::str::FromStr for PermissionAction {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "allow" => Ok(Self::Allow),
            "deny" => Ok(Self::Deny),
            "ask" => Ok(Self::Ask),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for PermissionAction {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for PermissionAction {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`PermissionActionConfig`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum PermissionActionConfig {
    #[serde(rename = "ask")]
    Ask,
    #[serde(rename = "allow")]
    Allow,
    #[serde(rename = "deny")]
    Deny,
}
impl ::std::fmt::Display for PermissionActionConfig {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Ask => f.write_str("ask"),
            Self::Allow => f.write_str("allow"),
            Self::Deny => f.write_str("deny"),
        }
    }
}
impl ::std::str::FromStr for PermissionActionConfig {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "ask" => Ok(Self::Ask),
            "allow" => Ok(Self::Allow),
            "deny" => Ok(Self::Deny),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for PermissionActionConfig {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for PermissionActionConfig {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`PermissionConfig`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum PermissionConfig {
    ConfigVariant0(PermissionConfigVariant0),
    ActionConfig(PermissionActionConfig),
}
impl ::std::convert::From<PermissionConfigVariant0> for PermissionConfig {
    fn from(value: PermissionConfigVariant0) -> Self {
        Self::ConfigVariant0(value)
    }
}
impl ::std::convert::From<PermissionActionConfig> for PermissionConfig {
    fn from(value: PermissionActionConfig) -> Self {
        Self::ActionConfig(value)
    }
}
///`PermissionConfigVariant0`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PermissionConfigVariant0 {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub bash: ::std::option::Option<PermissionRuleConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub codesearch: ::std::option::Option<PermissionActionConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub doom_loop: ::std::option::Option<PermissionActionConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub edit: ::std::option::Option<PermissionRuleConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub external_directory: ::std::option::Option<PermissionRuleConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub glob: ::std::option::Option<PermissionRuleConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub grep: ::std::option::Option<PermissionRuleConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub list: ::std::option::Option<PermissionRuleConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lsp: ::std::option::Option<PermissionRuleConfig>,
    #[serde(
        rename = "__originalKeys",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub original_keys: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub question: ::std::option::Option<PermissionActionConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub read: ::std::option::Option<PermissionRuleConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub skill: ::std::option::Option<PermissionRuleConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub task: ::std::option::Option<PermissionRuleConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub todoread: ::std::option::Option<PermissionActionConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub todowrite: ::std::option::Option<PermissionActionConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub webfetch: ::std::option::Option<PermissionActionConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub websearch: ::std::option::Option<PermissionActionConfig>,
    #[serde(flatten)]
    pub extra: ::indexmap::IndexMap<::std::string::String, PermissionRuleConfig>,
}
///`PermissionObjectConfig`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct PermissionObjectConfig(
    pub ::indexmap::IndexMap<::std::string::String, PermissionActionConfig>,
);
impl ::std::ops::Deref for PermissionObjectConfig {
    type Target = ::indexmap::IndexMap<::std::string::String, PermissionActionConfig>;
    fn deref(
        &self,
    ) -> &::indexmap::IndexMap<::std::string::String, PermissionActionConfig> {
        &self.0
    }
}
impl ::std::convert::From<PermissionObjectConfig>
for ::indexmap::IndexMap<::std::string::String, PermissionActionConfig> {
    fn from(value: PermissionObjectConfig) -> Self {
        value.0
    }
}
impl ::std::convert::From<
    ::indexmap::IndexMap<::std::string::String, PermissionActionConfig>,
> for PermissionObjectConfig {
    fn from(
        value: ::indexmap::IndexMap<::std::string::String, PermissionActionConfig>,
    ) -> Self {
        Self(value)
    }
}
///`PermissionReplyBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PermissionReplyBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    pub reply: PermissionReplyBodyReply,
}
///`PermissionReplyBodyReply`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum PermissionReplyBodyReply {
    #[serde(rename = "once")]
    Once,
    #[serde(rename = "always")]
    Always,
    #[serde(rename = "reject")]
    Reject,
}
impl ::std::fmt::Display for PermissionReplyBodyReply {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Once => f.write_str("once"),
            Self::Always => f.write_str("always"),
            Self::Reject => f.write_str("reject"),
        }
    }
}
impl ::std::str::FromStr for PermissionReplyBodyReply {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "once" => Ok(Self::Once),
            "always" => Ok(Self::Always),
            "reject" => Ok(Self::Reject),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for PermissionReplyBodyReply {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for PermissionReplyBodyReply {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`PermissionRequest`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PermissionRequest {
    pub always: ::std::vec::Vec<::std::string::String>,
    ///pattern: `^per.*`
    pub id: ::std::string::String,
    pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    pub patterns: ::std::vec::Vec<::std::string::String>,
    pub permission: ::std::string::String,
    ///pattern: `^ses.*`
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tool: ::std::option::Option<PermissionRequestTool>,
}
///`PermissionRequestTool`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PermissionRequestTool {
    #[serde(rename = "callID")]
    pub call_id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
}
///`PermissionRespondBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PermissionRespondBody {
    pub response: PermissionRespondBodyResponse,
}
///`PermissionRespondBodyResponse`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum PermissionRespondBodyResponse {
    #[serde(rename = "once")]
    Once,
    #[serde(rename = "always")]
    Always,
    #[serde(rename = "reject")]
    Reject,
}
impl ::std::fmt::Display for PermissionRespondBodyResponse {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Once => f.write_str("once"),
            Self::Always => f.write_str("always"),
            Self::Reject => f.write_str("reject"),
        }
    }
}
impl ::std::str::FromStr for PermissionRespondBodyResponse {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "once" => Ok(Self::Once),
            "always" => Ok(Self::Always),
            "reject" => Ok(Self::Reject),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for PermissionRespondBodyResponse {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for PermissionRespondBodyResponse {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`PermissionRule`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PermissionRule {
    pub action: PermissionAction,
    pub pattern: ::std::string::String,
    pub permission: ::std::string::String,
}
///`PermissionRuleConfig`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum PermissionRuleConfig {
    ActionConfig(PermissionActionConfig),
    ObjectConfig(PermissionObjectConfig),
}
impl ::std::convert::From<PermissionActionConfig> for PermissionRuleConfig {
    fn from(value: PermissionActionConfig) -> Self {
        Self::ActionConfig(value)
    }
}
impl ::std::convert::From<PermissionObjectConfig> for PermissionRuleConfig {
    fn from(value: PermissionObjectConfig) -> Self {
        Self::ObjectConfig(value)
    }
}
///`PermissionRuleset`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct PermissionRuleset(pub ::std::vec::Vec<PermissionRule>);
impl ::std::ops::Deref for PermissionRuleset {
    type Target = ::std::vec::Vec<PermissionRule>;
    fn deref(&self) -> &::std::vec::Vec<PermissionRule> {
        &self.0
    }
}
impl ::std::convert::From<PermissionRuleset> for ::std::vec::Vec<PermissionRule> {
    fn from(value: PermissionRuleset) -> Self {
        value.0
    }
}
impl ::std::convert::From<::std::vec::Vec<PermissionRule>> for PermissionRuleset {
    fn from(value: ::std::vec::Vec<PermissionRule>) -> Self {
        Self(value)
    }
}
///`Project`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Project {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub commands: ::std::option::Option<ProjectCommands>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub icon: ::std::option::Option<ProjectIcon>,
    pub id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    pub sandboxes: ::std::vec::Vec<::std::string::String>,
    pub time: ProjectTime,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub vcs: ::std::option::Option<crate::literal::Git>,
    pub worktree: ::std::string::String,
}
///`ProjectCommands`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ProjectCommands {
    ///Startup script to run when creating a new workspace (worktree)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub start: ::std::option::Option<::std::string::String>,
}
///`ProjectIcon`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ProjectIcon {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub color: ::std::option::Option<::std::string::String>,
    #[serde(rename = "override", skip_serializing_if = "::std::option::Option::is_none")]
    pub override_: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}
///`ProjectTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProjectTime {
    pub created: crate::Number,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub initialized: ::std::option::Option<crate::Number>,
    pub updated: crate::Number,
}
///`ProjectUpdateBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ProjectUpdateBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub commands: ::std::option::Option<ProjectUpdateBodyCommands>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub icon: ::std::option::Option<ProjectUpdateBodyIcon>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}
///`ProjectUpdateBodyCommands`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ProjectUpdateBodyCommands {
    ///Startup script to run when creating a new workspace (worktree)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub start: ::std::option::Option<::std::string::String>,
}
///`ProjectUpdateBodyIcon`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ProjectUpdateBodyIcon {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub color: ::std::option::Option<::std::string::String>,
    #[serde(rename = "override", skip_serializing_if = "::std::option::Option::is_none")]
    pub override_: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}
///`Provider`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Provider {
    pub env: ::std::vec::Vec<::std::string::String>,
    pub id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub key: ::std::option::Option<::std::string::String>,
    pub models: ::indexmap::IndexMap<::std::string::String, Model>,
    pub name: ::std::string::String,
    pub options: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    pub source: ProviderSource,
}
///`ProviderAuthAuthorization`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderAuthAuthorization {
    pub instructions: ::std::string::String,
    pub method: ProviderAuthAuthorizationMethod,
    pub url: ::std::string::String,
}
///`ProviderAuthAuthorizationMethod`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderAuthAuthorizationMethod {
    #[serde(rename = "auto")]
    Auto,
    #[serde(rename = "code")]
    Code,
}
impl ::std::fmt::Display for ProviderAuthAuthorizationMethod {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Auto => f.write_str("auto"),
            Self::Code => f.write_str("code"),
        }
    }
}
impl ::std::str::FromStr for ProviderAuthAuthorizationMethod {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "auto" => Ok(Self::Auto),
            "code" => Ok(Self::Code),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ProviderAuthAuthorizationMethod {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ProviderAuthAuthorizationMethod {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ProviderAuthError`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderAuthError {
    pub data: ProviderAuthErrorData,
    pub name: crate::literal::ProviderAuthError,
}
///`ProviderAuthErrorData`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderAuthErrorData {
    pub message: ::std::string::String,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
}
///`ProviderAuthMethod`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderAuthMethod {
    pub label: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: ProviderAuthMethodType,
}
///`ProviderAuthMethodType`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderAuthMethodType {
    #[serde(rename = "oauth")]
    Oauth,
    #[serde(rename = "api")]
    Api,
}
impl ::std::fmt::Display for ProviderAuthMethodType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Oauth => f.write_str("oauth"),
            Self::Api => f.write_str("api"),
        }
    }
}
impl ::std::str::FromStr for ProviderAuthMethodType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "oauth" => Ok(Self::Oauth),
            "api" => Ok(Self::Api),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ProviderAuthMethodType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ProviderAuthMethodType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ProviderConfig`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ProviderConfig {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub api: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub blacklist: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub env: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub models: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ProviderConfigModelsValue>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub npm: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub options: ::std::option::Option<ProviderConfigOptions>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub whitelist: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}
///`ProviderConfigModelsValue`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ProviderConfigModelsValue {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub attachment: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cost: ::std::option::Option<ProviderConfigModelsValueCost>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub experimental: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub family: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub headers: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub interleaved: ::std::option::Option<ProviderConfigModelsValueInterleaved>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub limit: ::std::option::Option<ProviderConfigModelsValueLimit>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub modalities: ::std::option::Option<ProviderConfigModelsValueModalities>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub options: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<ProviderConfigModelsValueProvider>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reasoning: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub release_date: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<ProviderConfigModelsValueStatus>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub temperature: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tool_call: ::std::option::Option<bool>,
    ///Variant-specific configuration
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub variants: ::std::option::Option<
        ::indexmap::IndexMap<
            ::std::string::String,
            ProviderConfigModelsValueVariantsValue,
        >,
    >,
}
///`ProviderConfigModelsValueCost`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderConfigModelsValueCost {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cache_read: ::std::option::Option<crate::Number>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cache_write: ::std::option::Option<crate::Number>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub context_over_200k: ::std::option::Option<
        ProviderConfigModelsValueCostContextOver200k,
    >,
    pub input: crate::Number,
    pub output: crate::Number,
}
///`ProviderConfigModelsValueCostContextOver200k`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderConfigModelsValueCostContextOver200k {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cache_read: ::std::option::Option<crate::Number>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cache_write: ::std::option::Option<crate::Number>,
    pub input: crate::Number,
    pub output: crate::Number,
}
///`ProviderConfigModelsValueInterleaved`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum ProviderConfigModelsValueInterleaved {
    ProviderConfigModelsValueInterleavedVariant0(
        ProviderConfigModelsValueInterleavedVariant0,
    ),
    Boolean(crate::True),
}
impl ::std::convert::From<ProviderConfigModelsValueInterleavedVariant0>
for ProviderConfigModelsValueInterleaved {
    fn from(value: ProviderConfigModelsValueInterleavedVariant0) -> Self {
        Self::ProviderConfigModelsValueInterleavedVariant0(value)
    }
}
impl ::std::convert::From<crate::True> for ProviderConfigModelsValueInterleaved {
    fn from(value: crate::True) -> Self {
        Self::Boolean(value)
    }
}
///`ProviderConfigModelsValueInterleavedVariant0`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderConfigModelsValueInterleavedVariant0 {
    pub field: ProviderConfigModelsValueInterleavedVariant0Field,
}
///`ProviderConfigModelsValueInterleavedVariant0Field`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderConfigModelsValueInterleavedVariant0Field {
    #[serde(rename = "reasoning_content")]
    ReasoningContent,
    #[serde(rename = "reasoning_details")]
    ReasoningDetails,
}
impl ::std::fmt::Display for ProviderConfigModelsValueInterleavedVariant0Field {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::ReasoningContent => f.write_str("reasoning_content"),
            Self::ReasoningDetails => f.write_str("reasoning_details"),
        }
    }
}
impl ::std::str::FromStr for ProviderConfigModelsValueInterleavedVariant0Field {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "reasoning_content" => Ok(Self::ReasoningContent),
            "reasoning_details" => Ok(Self::ReasoningDetails),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str>
for ProviderConfigModelsValueInterleavedVariant0Field {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ProviderConfigModelsValueInterleavedVariant0Field {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ProviderConfigModelsValueLimit`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderConfigModelsValueLimit {
    pub context: crate::Number,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input: ::std::option::Option<crate::Number>,
    pub output: crate::Number,
}
///`ProviderConfigModelsValueModalities`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderConfigModelsValueModalities {
    pub input: ::std::vec::Vec<ProviderConfigModelsValueModalitiesInputItem>,
    pub output: ::std::vec::Vec<ProviderConfigModelsValueModalitiesOutputItem>,
}
///`ProviderConfigModelsValueModalitiesInputItem`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderConfigModelsValueModalitiesInputItem {
    #[serde(rename = "text")]
    Text,
    #[serde(rename = "audio")]
    Audio,
    #[serde(rename = "image")]
    Image,
    #[serde(rename = "video")]
    Video,
    #[serde(rename = "pdf")]
    Pdf,
}
impl ::std::fmt::Display for ProviderConfigModelsValueModalitiesInputItem {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Text => f.write_str("text"),
            Self::Audio => f.write_str("audio"),
            Self::Image => f.write_str("image"),
            Self::Video => f.write_str("video"),
            Self::Pdf => f.write_str("pdf"),
        }
    }
}
impl ::std::str::FromStr for ProviderConfigModelsValueModalitiesInputItem {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "text" => Ok(Self::Text),
            "audio" => Ok(Self::Audio),
            "image" => Ok(Self::Image),
            "video" => Ok(Self::Video),
            "pdf" => Ok(Self::Pdf),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ProviderConfigModelsValueModalitiesInputItem {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ProviderConfigModelsValueModalitiesInputItem {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ProviderConfigModelsValueModalitiesOutputItem`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderConfigModelsValueModalitiesOutputItem {
    #[serde(rename = "text")]
    Text,
    #[serde(rename = "audio")]
    Audio,
    #[serde(rename = "image")]
    Image,
    #[serde(rename = "video")]
    Video,
    #[serde(rename = "pdf")]
    Pdf,
}
impl ::std::fmt::Display for ProviderConfigModelsValueModalitiesOutputItem {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Text => f.write_str("text"),
            Self::Audio => f.write_str("audio"),
            Self::Image => f.write_str("image"),
            Self::Video => f.write_str("video"),
            Self::Pdf => f.write_str("pdf"),
        }
    }
}
impl ::std::str::FromStr for ProviderConfigModelsValueModalitiesOutputItem {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "text" => Ok(Self::Text),
            "audio" => Ok(Self::Audio),
            "image" => Ok(Self::Image),
            "video" => Ok(Self::Video),
            "pdf" => Ok(Self::Pdf),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ProviderConfigModelsValueModalitiesOutputItem {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ProviderConfigModelsValueModalitiesOutputItem {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ProviderConfigModelsValueProvider`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ProviderConfigModelsValueProvider {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub api: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub npm: ::std::option::Option<::std::string::String>,
}
///`ProviderConfigModelsValueStatus`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderConfigModelsValueStatus {
    #[serde(rename = "alpha")]
    Alpha,
    #[serde(rename = "beta")]
    Beta,
    #[serde(rename = "deprecated")]
    Deprecated,
}
impl ::std::fmt::Display for ProviderConfigModelsValueStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Alpha => f.write_str("alpha"),
            Self::Beta => f.write_str("beta"),
            Self::Deprecated => f.write_str("deprecated"),
        }
    }
}
impl ::std::str::FromStr for ProviderConfigModelsValueStatus {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "alpha" => Ok(Self::Alpha),
            "beta" => Ok(Self::Beta),
            "deprecated" => Ok(Self::Deprecated),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ProviderConfigModelsValueStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ProviderConfigModelsValueStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ProviderConfigModelsValueVariantsValue`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderConfigModelsValueVariantsValue {
    ///Disable this variant for the model
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub disabled: ::std::option::Option<bool>,
    #[serde(flatten)]
    pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
///`ProviderConfigOptions`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderConfigOptions {
    #[serde(rename = "apiKey", skip_serializing_if = "::std::option::Option::is_none")]
    pub api_key: ::std::option::Option<::std::string::String>,
    #[serde(rename = "baseURL", skip_serializing_if = "::std::option::Option::is_none")]
    pub base_url: ::std::option::Option<::std::string::String>,
    ///GitHub Enterprise URL for copilot authentication
    #[serde(
        rename = "enterpriseUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub enterprise_url: ::std::option::Option<::std::string::String>,
    ///Enable promptCacheKey for this provider (default false)
    #[serde(
        rename = "setCacheKey",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub set_cache_key: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timeout: ::std::option::Option<ProviderConfigOptionsTimeout>,
    #[serde(flatten)]
    pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
///Timeout in milliseconds for requests to this provider. Default is 300000 (5 minutes). Set to false to disable timeout.
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum ProviderConfigOptionsTimeout {
    Int64(i64),
    Boolean(crate::False),
}
impl ::std::convert::From<i64> for ProviderConfigOptionsTimeout {
    fn from(value: i64) -> Self {
        Self::Int64(value)
    }
}
impl ::std::convert::From<crate::False> for ProviderConfigOptionsTimeout {
    fn from(value: crate::False) -> Self {
        Self::Boolean(value)
    }
}
///`ProviderListResponse`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderListResponse {
    pub all: ::std::vec::Vec<ProviderListResponseAllItem>,
    pub connected: ::std::vec::Vec<::std::string::String>,
    pub default: ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
}
///`ProviderListResponseAllItem`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderListResponseAllItem {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub api: ::std::option::Option<::std::string::String>,
    pub env: ::std::vec::Vec<::std::string::String>,
    pub id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub key: ::std::option::Option<::std::string::String>,
    pub models: ::indexmap::IndexMap<
        ::std::string::String,
        ProviderListResponseAllItemModelsValue,
    >,
    pub name: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub npm: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub options: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub source: ::std::option::Option<ProviderListResponseAllItemSource>,
}
///`ProviderListResponseAllItemModelsValue`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderListResponseAllItemModelsValue {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub api: ::std::option::Option<ProviderListResponseAllItemModelsValueApi>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub attachment: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub capabilities: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cost: ::std::option::Option<ProviderListResponseAllItemModelsValueCost>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub experimental: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub family: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub headers: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
    >,
    pub id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub interleaved: ::std::option::Option<
        ProviderListResponseAllItemModelsValueInterleaved,
    >,
    pub limit: ProviderListResponseAllItemModelsValueLimit,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub modalities: ::std::option::Option<
        ProviderListResponseAllItemModelsValueModalities,
    >,
    pub name: ::std::string::String,
    pub options: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<ProviderListResponseAllItemModelsValueProvider>,
    #[serde(
        rename = "providerID",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub provider_id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reasoning: ::std::option::Option<bool>,
    pub release_date: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<ProviderListResponseAllItemModelsValueStatus>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub temperature: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tool_call: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub variants: ::std::option::Option<
        ::indexmap::IndexMap<
            ::std::string::String,
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
}
///`ProviderListResponseAllItemModelsValueApi`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderListResponseAllItemModelsValueApi {
    pub id: ::std::string::String,
    pub npm: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}
///`ProviderListResponseAllItemModelsValueCost`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderListResponseAllItemModelsValueCost {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cache: ::std::option::Option<ProviderListResponseAllItemModelsValueCostCache>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cache_read: ::std::option::Option<crate::Number>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cache_write: ::std::option::Option<crate::Number>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub context_over_200k: ::std::option::Option<
        ProviderListResponseAllItemModelsValueCostContextOver200k,
    >,
    #[serde(
        rename = "experimentalOver200K",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub experimental_over200_k: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    pub input: crate::Number,
    pub output: crate::Number,
}
///`ProviderListResponseAllItemModelsValueCostCache`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderListResponseAllItemModelsValueCostCache {
    pub read: crate::Number,
    pub write: crate::Number,
}
///`ProviderListResponseAllItemModelsValueCostContextOver200k`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderListResponseAllItemModelsValueCostContextOver200k {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cache_read: ::std::option::Option<crate::Number>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cache_write: ::std::option::Option<crate::Number>,
    pub input: crate::Number,
    pub output: crate::Number,
}
///`ProviderListResponseAllItemModelsValueInterleaved`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum ProviderListResponseAllItemModelsValueInterleaved {
    ProviderListResponseAllItemModelsValueInterleavedVariant0(
        ProviderListResponseAllItemModelsValueInterleavedVariant0,
    ),
    Boolean(crate::True),
}
impl ::std::convert::From<ProviderListResponseAllItemModelsValueInterleavedVariant0>
for ProviderListResponseAllItemModelsValueInterleaved {
    fn from(value: ProviderListResponseAllItemModelsValueInterleavedVariant0) -> Self {
        Self::ProviderListResponseAllItemModelsValueInterleavedVariant0(value)
    }
}
impl ::std::convert::From<crate::True>
for ProviderListResponseAllItemModelsValueInterleaved {
    fn from(value: crate::True) -> Self {
        Self::Boolean(value)
    }
}
///`ProviderListResponseAllItemModelsValueInterleavedVariant0`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderListResponseAllItemModelsValueInterleavedVariant0 {
    pub field: ProviderListResponseAllItemModelsValueInterleavedVariant0Field,
}
///`ProviderListResponseAllItemModelsValueInterleavedVariant0Field`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderListResponseAllItemModelsValueInterleavedVariant0Field {
    #[serde(rename = "reasoning_content")]
    ReasoningContent,
    #[serde(rename = "reasoning_details")]
    ReasoningDetails,
}
impl ::std::fmt::Display
for ProviderListResponseAllItemModelsValueInterleavedVariant0Field {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::ReasoningContent => f.write_str("reasoning_content"),
            Self::ReasoningDetails => f.write_str("reasoning_details"),
        }
    }
}
impl ::std::str::FromStr
for ProviderListResponseAllItemModelsValueInterleavedVariant0Field {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "reasoning_content" => Ok(Self::ReasoningContent),
            "reasoning_details" => Ok(Self::ReasoningDetails),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str>
for ProviderListResponseAllItemModelsValueInterleavedVariant0Field {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ProviderListResponseAllItemModelsValueInterleavedVariant0Field {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ProviderListResponseAllItemModelsValueLimit`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderListResponseAllItemModelsValueLimit {
    pub context: crate::Number,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub input: ::std::option::Option<crate::Number>,
    pub output: crate::Number,
}
///`ProviderListResponseAllItemModelsValueModalities`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderListResponseAllItemModelsValueModalities {
    pub input: ::std::vec::Vec<
        ProviderListResponseAllItemModelsValueModalitiesInputItem,
    >,
    pub output: ::std::vec::Vec<
        ProviderListResponseAllItemModelsValueModalitiesOutputItem,
    >,
}
///`ProviderListResponseAllItemModelsValueModalitiesInputItem`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderListResponseAllItemModelsValueModalitiesInputItem {
    #[serde(rename = "text")]
    Text,
    #[serde(rename = "audio")]
    Audio,
    #[serde(rename = "image")]
    Image,
    #[serde(rename = "video")]
    Video,
    #[serde(rename = "pdf")]
    Pdf,
}
impl ::std::fmt::Display for ProviderListResponseAllItemModelsValueModalitiesInputItem {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Text => f.write_str("text"),
            Self::Audio => f.write_str("audio"),
            Self::Image => f.write_str("image"),
            Self::Video => f.write_str("video"),
            Self::Pdf => f.write_str("pdf"),
        }
    }
}
impl ::std::str::FromStr for ProviderListResponseAllItemModelsValueModalitiesInputItem {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "text" => Ok(Self::Text),
            "audio" => Ok(Self::Audio),
            "image" => Ok(Self::Image),
            "video" => Ok(Self::Video),
            "pdf" => Ok(Self::Pdf),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str>
for ProviderListResponseAllItemModelsValueModalitiesInputItem {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ProviderListResponseAllItemModelsValueModalitiesInputItem {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ProviderListResponseAllItemModelsValueModalitiesOutputItem`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderListResponseAllItemModelsValueModalitiesOutputItem {
    #[serde(rename = "text")]
    Text,
    #[serde(rename = "audio")]
    Audio,
    #[serde(rename = "image")]
    Image,
    #[serde(rename = "video")]
    Video,
    #[serde(rename = "pdf")]
    Pdf,
}
impl ::std::fmt::Display for ProviderListResponseAllItemModelsValueModalitiesOutputItem {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Text => f.write_str("text"),
            Self::Audio => f.write_str("audio"),
            Self::Image => f.write_str("image"),
            Self::Video => f.write_str("video"),
            Self::Pdf => f.write_str("pdf"),
        }
    }
}
impl ::std::str::FromStr for ProviderListResponseAllItemModelsValueModalitiesOutputItem {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "text" => Ok(Self::Text),
            "audio" => Ok(Self::Audio),
            "image" => Ok(Self::Image),
            "video" => Ok(Self::Video),
            "pdf" => Ok(Self::Pdf),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str>
for ProviderListResponseAllItemModelsValueModalitiesOutputItem {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ProviderListResponseAllItemModelsValueModalitiesOutputItem {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ProviderListResponseAllItemModelsValueProvider`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ProviderListResponseAllItemModelsValueProvider {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub api: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub npm: ::std::option::Option<::std::string::String>,
}
///`ProviderListResponseAllItemModelsValueStatus`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderListResponseAllItemModelsValueStatus {
    #[serde(rename = "alpha")]
    Alpha,
    #[serde(rename = "beta")]
    Beta,
    #[serde(rename = "deprecated")]
    Deprecated,
    #[serde(rename = "active")]
    Active,
}
impl ::std::fmt::Display for ProviderListResponseAllItemModelsValueStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Alpha => f.write_str("alpha"),
            Self::Beta => f.write_str("beta"),
            Self::Deprecated => f.write_str("deprecated"),
            Self::Active => f.write_str("active"),
        }
    }
}
impl ::std::str::FromStr for ProviderListResponseAllItemModelsValueStatus {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "alpha" => Ok(Self::Alpha),
            "beta" => Ok(Self::Beta),
            "deprecated" => Ok(Self::Deprecated),
            "active" => Ok(Self::Active),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ProviderListResponseAllItemModelsValueStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ProviderListResponseAllItemModelsValueStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ProviderListResponseAllItemSource`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderListResponseAllItemSource {
    #[serde(rename = "env")]
    Env,
    #[serde(rename = "config")]
    Config,
    #[serde(rename = "custom")]
    Custom,
    #[serde(rename = "api")]
    Api,
}
impl ::std::fmt::Display for ProviderListResponseAllItemSource {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Env => f.write_str("env"),
            Self::Config => f.write_str("config"),
            Self::Custom => f.write_str("custom"),
            Self::Api => f.write_str("api"),
        }
    }
}
impl ::std::str::FromStr for ProviderListResponseAllItemSource {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "env" => Ok(Self::Env),
            "config" => Ok(Self::Config),
            "custom" => Ok(Self::Custom),
            "api" => Ok(Self::Api),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ProviderListResponseAllItemSource {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for ProviderListResponseAllItemSource {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`ProviderOauthAuthorizeBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderOauthAuthorizeBody {
    ///Auth method index
    pub method: crate::Number,
}
///`ProviderOauthCallbackBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ProviderOauthCallbackBody {
    ///OAuth authorization code
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    ///Auth method index
    pub method: crate::Number,
}
///`ProviderSource`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum ProviderSource {
    #[serde(rename = "env")]
    Env,
    #[serde(rename = "config")]
    Config,
    #[serde(rename = "custom")]
    Custom,
    #[serde(rename = "api")]
    Api,
}
impl ::std::fmt::Display for ProviderSource {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Env => f.write_str("env"),
            Self::Config => f.write_str("config"),
            Self::Custom => f.write_str("custom"),
            Self::Api => f.write_str("api"),
        }
    }
}
impl ::std::str::FromStr for ProviderSource {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "env" => Ok(Self::Env),
            "config" => Ok(Self::Config),
            "custom" => Ok(Self::Custom),
            "api" => Ok(Self::Api),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ProviderSource {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ProviderSource {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`Pty`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Pty {
    pub args: ::std::vec::Vec<::std::string::String>,
    pub command: ::std::string::String,
    pub cwd: ::std::string::String,
    ///pattern: `^pty.*`
    pub id: ::std::string::String,
    pub pid: crate::Number,
    pub status: PtyStatus,
    pub title: ::std::string::String,
}
///`PtyCreateBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct PtyCreateBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub args: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub command: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cwd: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub env: ::std::option::Option<
        ::indexmap::IndexMap<::std::string::String, ::std::string::String>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
}
///`PtyStatus`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum PtyStatus {
    #[serde(rename = "running")]
    Running,
    #[serde(rename = "exited")]
    Exited,
}
impl ::std::fmt::Display for PtyStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Running => f.write_str("running"),
            Self::Exited => f.write_str("exited"),
        }
    }
}
impl ::std::str::FromStr for PtyStatus {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "running" => Ok(Self::Running),
            "exited" => Ok(Self::Exited),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for PtyStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for PtyStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`PtyUpdateBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct PtyUpdateBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub size: ::std::option::Option<PtyUpdateBodySize>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
}
///`PtyUpdateBodySize`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PtyUpdateBodySize {
    pub cols: crate::Number,
    pub rows: crate::Number,
}
///`QuestionAnswer`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct QuestionAnswer(pub ::std::vec::Vec<::std::string::String>);
impl ::std::ops::Deref for QuestionAnswer {
    type Target = ::std::vec::Vec<::std::string::String>;
    fn deref(&self) -> &::std::vec::Vec<::std::string::String> {
        &self.0
    }
}
impl ::std::convert::From<QuestionAnswer> for ::std::vec::Vec<::std::string::String> {
    fn from(value: QuestionAnswer) -> Self {
        value.0
    }
}
impl ::std::convert::From<::std::vec::Vec<::std::string::String>> for QuestionAnswer {
    fn from(value: ::std::vec::Vec<::std::string::String>) -> Self {
        Self(value)
    }
}
///`QuestionInfo`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct QuestionInfo {
    ///Allow typing a custom answer (default: true)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub custom: ::std::option::Option<bool>,
    ///Very short label (max 30 chars)
    pub header: ::std::string::String,
    ///Allow selecting multiple choices
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub multiple: ::std::option::Option<bool>,
    ///Available choices
    pub options: ::std::vec::Vec<QuestionOption>,
    ///Complete question
    pub question: ::std::string::String,
}
///`QuestionOption`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct QuestionOption {
    ///Explanation of choice
    pub description: ::std::string::String,
    ///Display text (1-5 words, concise)
    pub label: ::std::string::String,
}
///`QuestionReplyBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct QuestionReplyBody {
    ///User answers in order of questions (each answer is an array of selected labels)
    pub answers: ::std::vec::Vec<QuestionAnswer>,
}
///`QuestionRequest`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct QuestionRequest {
    ///pattern: `^que.*`
    pub id: ::std::string::String,
    ///Questions to ask
    pub questions: ::std::vec::Vec<QuestionInfo>,
    ///pattern: `^ses.*`
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tool: ::std::option::Option<QuestionRequestTool>,
}
///`QuestionRequestTool`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct QuestionRequestTool {
    #[serde(rename = "callID")]
    pub call_id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
}
///`Range`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Range {
    pub end: RangeEnd,
    pub start: RangeStart,
}
///`RangeEnd`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct RangeEnd {
    pub character: crate::Number,
    pub line: crate::Number,
}
///`RangeStart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct RangeStart {
    pub character: crate::Number,
    pub line: crate::Number,
}
///`ReasoningPart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ReasoningPart {
    pub id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    pub text: ::std::string::String,
    pub time: ReasoningPartTime,
    #[serde(rename = "type")]
    pub type_: crate::literal::Reasoning,
}
///`ReasoningPartTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ReasoningPartTime {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end: ::std::option::Option<crate::Number>,
    pub start: crate::Number,
}
///`ResourceSource`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ResourceSource {
    #[serde(rename = "clientName")]
    pub client_name: ::std::string::String,
    pub text: FilePartSourceText,
    #[serde(rename = "type")]
    pub type_: crate::literal::Resource,
    pub uri: ::std::string::String,
}
///`RetryPart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct RetryPart {
    pub attempt: crate::Number,
    pub error: ApiError,
    pub id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    pub time: RetryPartTime,
    #[serde(rename = "type")]
    pub type_: crate::literal::Retry,
}
///`RetryPartTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct RetryPartTime {
    pub created: crate::Number,
}
///Server configuration for opencode serve and web commands
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ServerConfig {
    ///Additional domains to allow for CORS
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cors: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ///Hostname to listen on
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub hostname: ::std::option::Option<::std::string::String>,
    ///Enable mDNS service discovery
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mdns: ::std::option::Option<bool>,
    ///Custom domain name for mDNS service (default: opencode.local)
    #[serde(
        rename = "mdnsDomain",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub mdns_domain: ::std::option::Option<::std::string::String>,
    ///Port to listen on (more than 0)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub port: ::std::option::Option<i64>,
}
///`Session`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Session {
    pub directory: ::std::string::String,
    ///pattern: `^ses.*`
    pub id: ::std::string::String,
    ///pattern: `^ses.*`
    #[serde(rename = "parentID", skip_serializing_if = "::std::option::Option::is_none")]
    pub parent_id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub permission: ::std::option::Option<PermissionRuleset>,
    #[serde(rename = "projectID")]
    pub project_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub revert: ::std::option::Option<SessionRevert>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub share: ::std::option::Option<SessionShare>,
    pub slug: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub summary: ::std::option::Option<SessionSummary>,
    pub time: SessionTime,
    pub title: ::std::string::String,
    pub version: ::std::string::String,
}
///`SessionCommandBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionCommandBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::std::string::String>,
    pub arguments: ::std::string::String,
    pub command: ::std::string::String,
    ///pattern: `^msg.*`
    #[serde(
        rename = "messageID",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub message_id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub parts: ::std::option::Option<::std::vec::Vec<FilePartInput>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub variant: ::std::option::Option<::std::string::String>,
}
///`SessionCommandResponse`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionCommandResponse {
    pub info: AssistantMessage,
    pub parts: ::std::vec::Vec<crate::Part>,
}
///`SessionCreateBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct SessionCreateBody {
    ///pattern: `^ses.*`
    #[serde(rename = "parentID", skip_serializing_if = "::std::option::Option::is_none")]
    pub parent_id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub permission: ::std::option::Option<PermissionRuleset>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
}
///`SessionForkBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct SessionForkBody {
    ///pattern: `^msg.*`
    #[serde(
        rename = "messageID",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub message_id: ::std::option::Option<::std::string::String>,
}
///`SessionInitBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionInitBody {
    ///pattern: `^msg.*`
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(rename = "modelID")]
    pub model_id: ::std::string::String,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
}
///`SessionMessageResponse`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionMessageResponse {
    pub info: crate::Message,
    pub parts: ::std::vec::Vec<crate::Part>,
}
///`SessionMessagesResponseItem`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionMessagesResponseItem {
    pub info: crate::Message,
    pub parts: ::std::vec::Vec<crate::Part>,
}
///`SessionPromptAsyncBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionPromptAsyncBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub format: ::std::option::Option<crate::OutputFormat>,
    ///pattern: `^msg.*`
    #[serde(
        rename = "messageID",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub message_id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model: ::std::option::Option<SessionPromptAsyncBodyModel>,
    #[serde(rename = "noReply", skip_serializing_if = "::std::option::Option::is_none")]
    pub no_reply: ::std::option::Option<bool>,
    pub parts: ::std::vec::Vec<crate::SessionPromptAsyncBodyPartsItem>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub system: ::std::option::Option<::std::string::String>,
    ///@deprecated tools and permissions have been merged, you can set permissions on the session itself now
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tools: ::std::option::Option<::indexmap::IndexMap<::std::string::String, bool>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub variant: ::std::option::Option<::std::string::String>,
}
///`SessionPromptAsyncBodyModel`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionPromptAsyncBodyModel {
    #[serde(rename = "modelID")]
    pub model_id: ::std::string::String,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
}
///`SessionPromptBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionPromptBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub format: ::std::option::Option<crate::OutputFormat>,
    ///pattern: `^msg.*`
    #[serde(
        rename = "messageID",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub message_id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model: ::std::option::Option<SessionPromptBodyModel>,
    #[serde(rename = "noReply", skip_serializing_if = "::std::option::Option::is_none")]
    pub no_reply: ::std::option::Option<bool>,
    pub parts: ::std::vec::Vec<crate::SessionPromptBodyPartsItem>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub system: ::std::option::Option<::std::string::String>,
    ///@deprecated tools and permissions have been merged, you can set permissions on the session itself now
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tools: ::std::option::Option<::indexmap::IndexMap<::std::string::String, bool>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub variant: ::std::option::Option<::std::string::String>,
}
///`SessionPromptBodyModel`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionPromptBodyModel {
    #[serde(rename = "modelID")]
    pub model_id: ::std::string::String,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
}
///`SessionPromptResponse`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionPromptResponse {
    pub info: crate::Message,
    pub parts: ::std::vec::Vec<crate::Part>,
}
///`SessionRevert`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionRevert {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub diff: ::std::option::Option<::std::string::String>,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(rename = "partID", skip_serializing_if = "::std::option::Option::is_none")]
    pub part_id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub snapshot: ::std::option::Option<::std::string::String>,
}
///`SessionRevertBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionRevertBody {
    ///pattern: `^msg.*`
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    ///pattern: `^prt.*`
    #[serde(rename = "partID", skip_serializing_if = "::std::option::Option::is_none")]
    pub part_id: ::std::option::Option<::std::string::String>,
}
///`SessionShare`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionShare {
    pub url: ::std::string::String,
}
///`SessionShellBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionShellBody {
    pub agent: ::std::string::String,
    pub command: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model: ::std::option::Option<SessionShellBodyModel>,
}
///`SessionShellBodyModel`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionShellBodyModel {
    #[serde(rename = "modelID")]
    pub model_id: ::std::string::String,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
}
///`SessionShellResponse`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum SessionShellResponse {
    SessionShellResponseVariant0(SessionShellResponseVariant0),
    AssistantMessage(AssistantMessage),
}
impl ::std::convert::From<SessionShellResponseVariant0> for SessionShellResponse {
    fn from(value: SessionShellResponseVariant0) -> Self {
        Self::SessionShellResponseVariant0(value)
    }
}
impl ::std::convert::From<AssistantMessage> for SessionShellResponse {
    fn from(value: AssistantMessage) -> Self {
        Self::AssistantMessage(value)
    }
}
///`SessionShellResponseVariant0`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionShellResponseVariant0 {
    pub info: AssistantMessage,
    pub parts: ::std::vec::Vec<crate::Part>,
}
///`SessionStatusBusy`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionStatusBusy {
    #[serde(rename = "type")]
    pub type_: crate::literal::Busy,
}
///`SessionStatusIdle`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionStatusIdle {
    #[serde(rename = "type")]
    pub type_: crate::literal::Idle,
}
///`SessionStatusRetry`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionStatusRetry {
    pub attempt: crate::Number,
    pub message: ::std::string::String,
    pub next: crate::Number,
    #[serde(rename = "type")]
    pub type_: crate::literal::Retry,
}
///`SessionSummarizeBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionSummarizeBody {
    ///default: false
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub auto: ::std::option::Option<bool>,
    #[serde(rename = "modelID")]
    pub model_id: ::std::string::String,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
}
///`SessionSummary`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionSummary {
    pub additions: crate::Number,
    pub deletions: crate::Number,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub diffs: ::std::option::Option<::std::vec::Vec<FileDiff>>,
    pub files: crate::Number,
}
///`SessionTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SessionTime {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub archived: ::std::option::Option<crate::Number>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub compacting: ::std::option::Option<crate::Number>,
    pub created: crate::Number,
    pub updated: crate::Number,
}
///`SessionUpdateBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct SessionUpdateBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub time: ::std::option::Option<SessionUpdateBodyTime>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
}
///`SessionUpdateBodyTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct SessionUpdateBodyTime {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub archived: ::std::option::Option<crate::Number>,
}
///`SnapshotPart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SnapshotPart {
    pub id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    pub snapshot: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: crate::literal::Snapshot,
}
///`StepFinishPart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct StepFinishPart {
    pub cost: crate::Number,
    pub id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    pub reason: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub snapshot: ::std::option::Option<::std::string::String>,
    pub tokens: StepFinishPartTokens,
    #[serde(rename = "type")]
    pub type_: crate::literal::StepFinish,
}
///`StepFinishPartTokens`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct StepFinishPartTokens {
    pub cache: StepFinishPartTokensCache,
    pub input: crate::Number,
    pub output: crate::Number,
    pub reasoning: crate::Number,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total: ::std::option::Option<crate::Number>,
}
///`StepFinishPartTokensCache`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct StepFinishPartTokensCache {
    pub read: crate::Number,
    pub write: crate::Number,
}
///`StepStartPart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct StepStartPart {
    pub id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub snapshot: ::std::option::Option<::std::string::String>,
    #[serde(rename = "type")]
    pub type_: crate::literal::StepStart,
}
///`StructuredOutputError`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct StructuredOutputError {
    pub data: StructuredOutputErrorData,
    pub name: crate::literal::StructuredOutputError,
}
///`StructuredOutputErrorData`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct StructuredOutputErrorData {
    pub message: ::std::string::String,
    pub retries: crate::Number,
}
///`SubtaskPart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SubtaskPart {
    pub agent: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub command: ::std::option::Option<::std::string::String>,
    pub description: ::std::string::String,
    pub id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model: ::std::option::Option<SubtaskPartModel>,
    pub prompt: ::std::string::String,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: crate::literal::Subtask,
}
///`SubtaskPartInput`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SubtaskPartInput {
    pub agent: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub command: ::std::option::Option<::std::string::String>,
    pub description: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model: ::std::option::Option<SubtaskPartInputModel>,
    pub prompt: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: crate::literal::Subtask,
}
///`SubtaskPartInputModel`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SubtaskPartInputModel {
    #[serde(rename = "modelID")]
    pub model_id: ::std::string::String,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
}
///`SubtaskPartModel`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SubtaskPartModel {
    #[serde(rename = "modelID")]
    pub model_id: ::std::string::String,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
}
///`Symbol`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Symbol {
    pub kind: crate::Number,
    pub location: SymbolLocation,
    pub name: ::std::string::String,
}
///`SymbolLocation`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SymbolLocation {
    pub range: Range,
    pub uri: ::std::string::String,
}
///`SymbolSource`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct SymbolSource {
    pub kind: i64,
    pub name: ::std::string::String,
    pub path: ::std::string::String,
    pub range: Range,
    pub text: FilePartSourceText,
    #[serde(rename = "type")]
    pub type_: crate::literal::Symbol,
}
///`TextPart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TextPart {
    pub id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ignored: ::std::option::Option<bool>,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub synthetic: ::std::option::Option<bool>,
    pub text: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub time: ::std::option::Option<TextPartTime>,
    #[serde(rename = "type")]
    pub type_: crate::literal::Text,
}
///`TextPartInput`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TextPartInput {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ignored: ::std::option::Option<bool>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub synthetic: ::std::option::Option<bool>,
    pub text: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub time: ::std::option::Option<TextPartInputTime>,
    #[serde(rename = "type")]
    pub type_: crate::literal::Text,
}
///`TextPartInputTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TextPartInputTime {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end: ::std::option::Option<crate::Number>,
    pub start: crate::Number,
}
///`TextPartTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TextPartTime {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end: ::std::option::Option<crate::Number>,
    pub start: crate::Number,
}
///`Todo`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Todo {
    ///Brief description of the task
    pub content: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    ///Priority level of the task: high, medium, low
    pub priority: ::std::string::String,
    ///Current status of the task: pending, in_progress, completed, cancelled
    pub status: ::std::string::String,
}
///`ToolIDs`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct ToolIDs(pub ::std::vec::Vec<::std::string::String>);
impl ::std::ops::Deref for ToolIDs {
    type Target = ::std::vec::Vec<::std::string::String>;
    fn deref(&self) -> &::std::vec::Vec<::std::string::String> {
        &self.0
    }
}
impl ::std::convert::From<ToolIDs> for ::std::vec::Vec<::std::string::String> {
    fn from(value: ToolIDs) -> Self {
        value.0
    }
}
impl ::std::convert::From<::std::vec::Vec<::std::string::String>> for ToolIDs {
    fn from(value: ::std::vec::Vec<::std::string::String>) -> Self {
        Self(value)
    }
}
///`ToolList`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(transparent)]
pub struct ToolList(pub ::std::vec::Vec<ToolListItem>);
impl ::std::ops::Deref for ToolList {
    type Target = ::std::vec::Vec<ToolListItem>;
    fn deref(&self) -> &::std::vec::Vec<ToolListItem> {
        &self.0
    }
}
impl ::std::convert::From<ToolList> for ::std::vec::Vec<ToolListItem> {
    fn from(value: ToolList) -> Self {
        value.0
    }
}
impl ::std::convert::From<::std::vec::Vec<ToolListItem>> for ToolList {
    fn from(value: ::std::vec::Vec<ToolListItem>) -> Self {
        Self(value)
    }
}
///`ToolListItem`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ToolListItem {
    pub description: ::std::string::String,
    pub id: ::std::string::String,
    pub parameters: ::serde_json::Value,
}
///`ToolPart`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ToolPart {
    #[serde(rename = "callID")]
    pub call_id: ::std::string::String,
    pub id: ::std::string::String,
    #[serde(rename = "messageID")]
    pub message_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    pub state: crate::ToolState,
    pub tool: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: crate::literal::Tool,
}
///`ToolStateCompleted`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ToolStateCompleted {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub attachments: ::std::option::Option<::std::vec::Vec<FilePart>>,
    pub input: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    pub output: ::std::string::String,
    pub status: crate::literal::Completed,
    pub time: ToolStateCompletedTime,
    pub title: ::std::string::String,
}
///`ToolStateCompletedTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ToolStateCompletedTime {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub compacted: ::std::option::Option<crate::Number>,
    pub end: crate::Number,
    pub start: crate::Number,
}
///`ToolStateError`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ToolStateError {
    pub error: ::std::string::String,
    pub input: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    pub status: crate::literal::Error,
    pub time: ToolStateErrorTime,
}
///`ToolStateErrorTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ToolStateErrorTime {
    pub end: crate::Number,
    pub start: crate::Number,
}
///`ToolStatePending`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ToolStatePending {
    pub input: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    pub raw: ::std::string::String,
    pub status: crate::literal::Pending,
}
///`ToolStateRunning`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ToolStateRunning {
    pub input: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    pub status: crate::literal::Running,
    pub time: ToolStateRunningTime,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
}
///`ToolStateRunningTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ToolStateRunningTime {
    pub start: crate::Number,
}
///`TuiAppendPromptBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TuiAppendPromptBody {
    pub text: ::std::string::String,
}
///`TuiControlNextResponse`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TuiControlNextResponse {
    pub body: ::serde_json::Value,
    pub path: ::std::string::String,
}
///`TuiExecuteCommandBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TuiExecuteCommandBody {
    pub command: ::std::string::String,
}
///`TuiSelectSessionBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TuiSelectSessionBody {
    ///Session ID to navigate to (pattern: `^ses`)
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
}
///`TuiShowToastBody`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TuiShowToastBody {
    ///Duration in milliseconds (default: 5000)
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration: ::std::option::Option<crate::Number>,
    pub message: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
    pub variant: TuiShowToastBodyVariant,
}
///`TuiShowToastBodyVariant`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
pub enum TuiShowToastBodyVariant {
    #[serde(rename = "info")]
    Info,
    #[serde(rename = "success")]
    Success,
    #[serde(rename = "warning")]
    Warning,
    #[serde(rename = "error")]
    Error,
}
impl ::std::fmt::Display for TuiShowToastBodyVariant {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Info => f.write_str("info"),
            Self::Success => f.write_str("success"),
            Self::Warning => f.write_str("warning"),
            Self::Error => f.write_str("error"),
        }
    }
}
impl ::std::str::FromStr for TuiShowToastBodyVariant {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "info" => Ok(Self::Info),
            "success" => Ok(Self::Success),
            "warning" => Ok(Self::Warning),
            "error" => Ok(Self::Error),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for TuiShowToastBodyVariant {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for TuiShowToastBodyVariant {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
///`UnknownError`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct UnknownError {
    pub data: UnknownErrorData,
    pub name: crate::literal::UnknownError,
}
///`UnknownErrorData`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct UnknownErrorData {
    pub message: ::std::string::String,
}
///`UserMessage`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct UserMessage {
    pub agent: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub format: ::std::option::Option<crate::OutputFormat>,
    pub id: ::std::string::String,
    pub model: UserMessageModel,
    pub role: crate::literal::User,
    #[serde(rename = "sessionID")]
    pub session_id: ::std::string::String,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub summary: ::std::option::Option<UserMessageSummary>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub system: ::std::option::Option<::std::string::String>,
    pub time: UserMessageTime,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tools: ::std::option::Option<::indexmap::IndexMap<::std::string::String, bool>>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub variant: ::std::option::Option<::std::string::String>,
}
///`UserMessageModel`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct UserMessageModel {
    #[serde(rename = "modelID")]
    pub model_id: ::std::string::String,
    #[serde(rename = "providerID")]
    pub provider_id: ::std::string::String,
}
///`UserMessageSummary`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct UserMessageSummary {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub body: ::std::option::Option<::std::string::String>,
    pub diffs: ::std::vec::Vec<FileDiff>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
}
///`UserMessageTime`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct UserMessageTime {
    pub created: crate::Number,
}
///`VcsInfo`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct VcsInfo {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub branch: ::std::option::Option<::std::string::String>,
}
///`WellKnownAuth`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct WellKnownAuth {
    pub key: ::std::string::String,
    pub token: ::std::string::String,
    #[serde(rename = "type")]
    pub type_: crate::literal::Wellknown,
}
///`Worktree`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Worktree {
    pub branch: ::std::string::String,
    pub directory: ::std::string::String,
    pub name: ::std::string::String,
}
///`WorktreeCreateInput`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct WorktreeCreateInput {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    ///Additional startup script to run after the project's start command
    #[serde(
        rename = "startCommand",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub start_command: ::std::option::Option<::std::string::String>,
}
///`WorktreeRemoveInput`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct WorktreeRemoveInput {
    pub directory: ::std::string::String,
}
///`WorktreeResetInput`
#[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct WorktreeResetInput {
    pub directory: ::std::string::String,
}
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

/// One zero-sized type for each string that a member can only be.
pub mod literal {
    crate::literals! {
        Agent = "agent";
        Api = "api";
        ApiError = "APIError";
        Assistant = "assistant";
        Base64 = "base64";
        Busy = "busy";
        CommandExecuted = "command.executed";
        Compaction = "compaction";
        Completed = "completed";
        Connected = "connected";
        ContextOverflowError = "ContextOverflowError";
        Disabled = "disabled";
        Error = "error";
        Failed = "failed";
        File = "file";
        FileEdited = "file.edited";
        FileWatcherUpdated = "file.watcher.updated";
        Git = "git";
        GlobalDisposed = "global.disposed";
        Idle = "idle";
        InstallationUpdateAvailable = "installation.update-available";
        InstallationUpdated = "installation.updated";
        JsonSchema = "json_schema";
        Local = "local";
        LspClientDiagnostics = "lsp.client.diagnostics";
        LspUpdated = "lsp.updated";
        McpBrowserOpenFailed = "mcp.browser.open.failed";
        McpToolsChanged = "mcp.tools.changed";
        MessageAbortedError = "MessageAbortedError";
        MessageOutputLengthError = "MessageOutputLengthError";
        MessagePartDelta = "message.part.delta";
        MessagePartRemoved = "message.part.removed";
        MessagePartUpdated = "message.part.updated";
        MessageRemoved = "message.removed";
        MessageUpdated = "message.updated";
        NeedsAuth = "needs_auth";
        NeedsClientRegistration = "needs_client_registration";
        NotFoundError = "NotFoundError";
        Notify = "notify";
        Oauth = "oauth";
        Patch = "patch";
        Pending = "pending";
        PermissionAsked = "permission.asked";
        PermissionReplied = "permission.replied";
        ProjectUpdated = "project.updated";
        ProviderAuthError = "ProviderAuthError";
        PtyCreated = "pty.created";
        PtyDeleted = "pty.deleted";
        PtyExited = "pty.exited";
        PtyUpdated = "pty.updated";
        QuestionAsked = "question.asked";
        QuestionRejected = "question.rejected";
        QuestionReplied = "question.replied";
        Reasoning = "reasoning";
        Remote = "remote";
        Resource = "resource";
        Retry = "retry";
        Running = "running";
        ServerConnected = "server.connected";
        ServerHeartbeat = "server.heartbeat";
        ServerInstanceDisposed = "server.instance.disposed";
        SessionCompacted = "session.compacted";
        SessionCreated = "session.created";
        SessionDeleted = "session.deleted";
        SessionDiff = "session.diff";
        SessionError = "session.error";
        SessionIdle = "session.idle";
        SessionStatus = "session.status";
        SessionUpdated = "session.updated";
        Snapshot = "snapshot";
        StepFinish = "step-finish";
        StepStart = "step-start";
        StructuredOutputError = "StructuredOutputError";
        Subtask = "subtask";
        Symbol = "symbol";
        Text = "text";
        TodoUpdated = "todo.updated";
        Tool = "tool";
        TuiCommandExecute = "tui.command.execute";
        TuiPromptAppend = "tui.prompt.append";
        TuiSessionSelect = "tui.session.select";
        TuiToastShow = "tui.toast.show";
        UnknownError = "UnknownError";
        User = "user";
        VcsBranchUpdated = "vcs.branch.updated";
        Wellknown = "wellknown";
        WorktreeFailed = "worktree.failed";
        WorktreeReady = "worktree.ready";
    }
}

crate::record! {
    Agent {
        required {
            0 "mode" mode,
            1 "name" name,
            2 "options" options,
            3 "permission" permission,
        }
        optional {
            4 "color" color,
            5 "description" description,
            6 "hidden" hidden,
            7 "model" model,
            8 "native" native,
            9 "prompt" prompt,
            10 "steps" steps,
            11 "temperature" temperature,
            12 "topP" top_p,
            13 "variant" variant,
        }
    }
}

crate::record! {
    AgentConfig {
        required {
        }
        optional {
            0 "color" color,
            1 "description" description,
            2 "disable" disable,
            3 "hidden" hidden,
            4 "maxSteps" max_steps,
            5 "mode" mode,
            6 "model" model,
            7 "options" options,
            8 "permission" permission,
            9 "prompt" prompt,
            10 "steps" steps,
            11 "temperature" temperature,
            12 "tools" tools,
            13 "top_p" top_p,
            14 "variant" variant,
        }
        rest extra: ::serde_json::Map<::std::string::String,::serde_json::Value>,
    }
}

crate::record! {
    AgentModel {
        required {
            0 "modelID" model_id,
            1 "providerID" provider_id,
        }
        optional {
        }
    }
}

crate::record! {
    AgentPart {
        required {
            0 "id" id,
            1 "messageID" message_id,
            2 "name" name,
            3 "sessionID" session_id,
            4 "type" type_,
        }
        optional {
            5 "source" source,
        }
    }
}

crate::record! {
    AgentPartInput {
        required {
            0 "name" name,
            1 "type" type_,
        }
        optional {
            2 "id" id,
            3 "source" source,
        }
    }
}

crate::record! {
    ApiAuth {
        required {
            0 "key" key,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    ApiError {
        required {
            0 "data" data,
            1 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    ApiErrorData {
        required {
            0 "isRetryable" is_retryable,
            1 "message" message,
        }
        optional {
            2 "metadata" metadata,
            3 "responseBody" response_body,
            4 "responseHeaders" response_headers,
            5 "statusCode" status_code,
        }
    }
}

crate::record! {
    AppLogBody {
        required {
            0 "level" level,
            1 "message" message,
            2 "service" service,
        }
        optional {
            3 "extra" extra,
        }
    }
}

crate::record! {
    AppSkillsResponseItem {
        required {
            0 "content" content,
            1 "description" description,
            2 "location" location,
            3 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    AssistantMessage {
        required {
            0 "agent" agent,
            1 "cost" cost,
            2 "id" id,
            3 "mode" mode,
            4 "modelID" model_id,
            5 "parentID" parent_id,
            6 "path" path,
            7 "providerID" provider_id,
            8 "role" role,
            9 "sessionID" session_id,
            10 "time" time,
            11 "tokens" tokens,
        }
        optional {
            12 "error" error,
            13 "finish" finish,
            14 "structured" structured,
            15 "summary" summary,
            16 "variant" variant,
        }
    }
}

crate::record! {
    AssistantMessagePath {
        required {
            0 "cwd" cwd,
            1 "root" root,
        }
        optional {
        }
    }
}

crate::record! {
    AssistantMessageTime {
        required {
            0 "created" created,
        }
        optional {
            1 "completed" completed,
        }
    }
}

crate::record! {
    AssistantMessageTokens {
        required {
            0 "cache" cache,
            1 "input" input,
            2 "output" output,
            3 "reasoning" reasoning,
        }
        optional {
            4 "total" total,
        }
    }
}

crate::record! {
    AssistantMessageTokensCache {
        required {
            0 "read" read,
            1 "write" write,
        }
        optional {
        }
    }
}

crate::record! {
    BadRequestError {
        required {
            0 "data" data,
            1 "success" success,
        }
        optional {
            2 "error" error,
            3 "errors" errors,
        }
    }
}

crate::record! {
    Command {
        required {
            0 "hints" hints,
            1 "name" name,
            2 "template" template,
        }
        optional {
            3 "agent" agent,
            4 "description" description,
            5 "model" model,
            6 "source" source,
            7 "subtask" subtask,
        }
    }
}

crate::record! {
    CompactionPart {
        required {
            0 "auto" auto,
            1 "id" id,
            2 "messageID" message_id,
            3 "sessionID" session_id,
            4 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    Config {
        required {
        }
        optional {
            0 "agent" agent,
            1 "autoshare" autoshare,
            2 "autoupdate" autoupdate,
            3 "command" command,
            4 "compaction" compaction,
            5 "default_agent" default_agent,
            6 "disabled_providers" disabled_providers,
            7 "enabled_providers" enabled_providers,
            8 "enterprise" enterprise,
            9 "experimental" experimental,
            10 "formatter" formatter,
            11 "instructions" instructions,
            12 "keybinds" keybinds,
            13 "layout" layout,
            14 "logLevel" log_level,
            15 "lsp" lsp,
            16 "mcp" mcp,
            17 "mode" mode,
            18 "model" model,
            19 "permission" permission,
            20 "plugin" plugin,
            21 "provider" provider,
            22 "$schema" schema,
            23 "server" server,
            24 "share" share,
            25 "skills" skills,
            26 "small_model" small_model,
            27 "snapshot" snapshot,
            28 "theme" theme,
            29 "tools" tools,
            30 "tui" tui,
            31 "username" username,
            32 "watcher" watcher,
        }
    }
}

crate::record! {
    ConfigAgent {
        required {
        }
        optional {
            0 "build" build,
            1 "compaction" compaction,
            2 "explore" explore,
            3 "general" general,
            4 "plan" plan,
            5 "summary" summary,
            6 "title" title,
        }
        rest extra: ::indexmap::IndexMap<::std::string::String,AgentConfig>,
    }
}

crate::record! {
    ConfigCommandValue {
        required {
            0 "template" template,
        }
        optional {
            1 "agent" agent,
            2 "description" description,
            3 "model" model,
            4 "subtask" subtask,
        }
    }
}

crate::record! {
    ConfigCompaction {
        required {
        }
        optional {
            0 "auto" auto,
            1 "prune" prune,
            2 "reserved" reserved,
        }
    }
}

crate::record! {
    ConfigEnterprise {
        required {
        }
        optional {
            0 "url" url,
        }
    }
}

crate::record! {
    ConfigExperimental {
        required {
        }
        optional {
            0 "batch_tool" batch_tool,
            1 "continue_loop_on_deny" continue_loop_on_deny,
            2 "disable_paste_summary" disable_paste_summary,
            3 "mcp_timeout" mcp_timeout,
            4 "openTelemetry" open_telemetry,
            5 "primary_tools" primary_tools,
        }
    }
}

crate::record! {
    ConfigFormatterVariant1Value {
        required {
        }
        optional {
            0 "command" command,
            1 "disabled" disabled,
            2 "environment" environment,
            3 "extensions" extensions,
        }
    }
}

crate::record! {
    ConfigLspVariant1ValueVariant0 {
        required {
            0 "command" command,
        }
        optional {
            1 "disabled" disabled,
            2 "env" env,
            3 "extensions" extensions,
            4 "initialization" initialization,
        }
    }
}

crate::record! {
    ConfigLspVariant1ValueVariant1 {
        required {
            0 "disabled" disabled,
        }
        optional {
        }
    }
}

crate::record! {
    ConfigMcpValueVariant0 {
        required {
            0 "enabled" enabled,
        }
        optional {
        }
    }
}

crate::record! {
    ConfigMode {
        required {
        }
        optional {
            0 "build" build,
            1 "plan" plan,
        }
        rest extra: ::indexmap::IndexMap<::std::string::String,AgentConfig>,
    }
}

crate::record! {
    ConfigProvidersResponse {
        required {
            0 "default" default,
            1 "providers" providers,
        }
        optional {
        }
    }
}

crate::record! {
    ConfigSkills {
        required {
        }
        optional {
            0 "paths" paths,
            1 "urls" urls,
        }
    }
}

crate::record! {
    ConfigTui {
        required {
        }
        optional {
            0 "diff_style" diff_style,
            1 "scroll_acceleration" scroll_acceleration,
            2 "scroll_speed" scroll_speed,
        }
    }
}

crate::record! {
    ConfigTuiScrollAcceleration {
        required {
            0 "enabled" enabled,
        }
        optional {
        }
    }
}

crate::record! {
    ConfigWatcher {
        required {
        }
        optional {
            0 "ignore" ignore,
        }
    }
}

crate::record! {
    ContextOverflowError {
        required {
            0 "data" data,
            1 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    ContextOverflowErrorData {
        required {
            0 "message" message,
        }
        optional {
            1 "responseBody" response_body,
        }
    }
}

crate::record! {
    EventCommandExecuted {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventCommandExecutedProperties {
        required {
            0 "arguments" arguments,
            1 "messageID" message_id,
            2 "name" name,
            3 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventFileEdited {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventFileEditedProperties {
        required {
            0 "file" file,
        }
        optional {
        }
    }
}

crate::record! {
    EventFileWatcherUpdated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventFileWatcherUpdatedProperties {
        required {
            0 "event" event,
            1 "file" file,
        }
        optional {
        }
    }
}

crate::record! {
    EventGlobalDisposed {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventInstallationUpdateAvailable {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventInstallationUpdateAvailableProperties {
        required {
            0 "version" version,
        }
        optional {
        }
    }
}

crate::record! {
    EventInstallationUpdated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventInstallationUpdatedProperties {
        required {
            0 "version" version,
        }
        optional {
        }
    }
}

crate::record! {
    EventLspClientDiagnostics {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventLspClientDiagnosticsProperties {
        required {
            0 "path" path,
            1 "serverID" server_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventLspUpdated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventMcpBrowserOpenFailed {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventMcpBrowserOpenFailedProperties {
        required {
            0 "mcpName" mcp_name,
            1 "url" url,
        }
        optional {
        }
    }
}

crate::record! {
    EventMcpToolsChanged {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventMcpToolsChangedProperties {
        required {
            0 "server" server,
        }
        optional {
        }
    }
}

crate::record! {
    EventMessagePartDelta {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventMessagePartDeltaProperties {
        required {
            0 "delta" delta,
            1 "field" field,
            2 "messageID" message_id,
            3 "partID" part_id,
            4 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventMessagePartRemoved {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventMessagePartRemovedProperties {
        required {
            0 "messageID" message_id,
            1 "partID" part_id,
            2 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventMessagePartUpdated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventMessagePartUpdatedProperties {
        required {
            0 "part" part,
        }
        optional {
        }
    }
}

crate::record! {
    EventMessageRemoved {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventMessageRemovedProperties {
        required {
            0 "messageID" message_id,
            1 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventMessageUpdated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventMessageUpdatedProperties {
        required {
            0 "info" info,
        }
        optional {
        }
    }
}

crate::record! {
    EventPermissionAsked {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventPermissionReplied {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventPermissionRepliedProperties {
        required {
            0 "reply" reply,
            1 "requestID" request_id,
            2 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventProjectUpdated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventPtyCreated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventPtyCreatedProperties {
        required {
            0 "info" info,
        }
        optional {
        }
    }
}

crate::record! {
    EventPtyDeleted {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventPtyDeletedProperties {
        required {
            0 "id" id,
        }
        optional {
        }
    }
}

crate::record! {
    EventPtyExited {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventPtyExitedProperties {
        required {
            0 "exitCode" exit_code,
            1 "id" id,
        }
        optional {
        }
    }
}

crate::record! {
    EventPtyUpdated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventPtyUpdatedProperties {
        required {
            0 "info" info,
        }
        optional {
        }
    }
}

crate::record! {
    EventQuestionAsked {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventQuestionRejected {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventQuestionRejectedProperties {
        required {
            0 "requestID" request_id,
            1 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventQuestionReplied {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventQuestionRepliedProperties {
        required {
            0 "answers" answers,
            1 "requestID" request_id,
            2 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventServerConnected {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventServerHeartbeat {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventServerInstanceDisposed {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventServerInstanceDisposedProperties {
        required {
            0 "directory" directory,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionCompacted {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionCompactedProperties {
        required {
            0 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionCreated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionCreatedProperties {
        required {
            0 "info" info,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionDeleted {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionDeletedProperties {
        required {
            0 "info" info,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionDiff {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionDiffProperties {
        required {
            0 "diff" diff,
            1 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionError {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionErrorProperties {
        required {
        }
        optional {
            0 "error" error,
            1 "sessionID" session_id,
        }
    }
}

crate::record! {
    EventSessionIdle {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionIdleProperties {
        required {
            0 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionStatus {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionStatusProperties {
        required {
            0 "sessionID" session_id,
            1 "status" status,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionUpdated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventSessionUpdatedProperties {
        required {
            0 "info" info,
        }
        optional {
        }
    }
}

crate::record! {
    EventTodoUpdated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventTodoUpdatedProperties {
        required {
            0 "sessionID" session_id,
            1 "todos" todos,
        }
        optional {
        }
    }
}

crate::record! {
    EventTuiCommandExecute {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventTuiCommandExecuteProperties {
        required {
        }
        optional {
            0 "command" command,
        }
    }
}

crate::record! {
    EventTuiPromptAppend {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventTuiPromptAppendProperties {
        required {
            0 "text" text,
        }
        optional {
        }
    }
}

crate::record! {
    EventTuiSessionSelect {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventTuiSessionSelectProperties {
        required {
            0 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    EventTuiToastShow {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventTuiToastShowProperties {
        required {
            0 "message" message,
            1 "variant" variant,
        }
        optional {
            2 "duration" duration,
            3 "title" title,
        }
    }
}

crate::record! {
    EventVcsBranchUpdated {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventVcsBranchUpdatedProperties {
        required {
        }
        optional {
            0 "branch" branch,
        }
    }
}

crate::record! {
    EventWorktreeFailed {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventWorktreeFailedProperties {
        required {
            0 "message" message,
        }
        optional {
        }
    }
}

crate::record! {
    EventWorktreeReady {
        required {
            0 "properties" properties,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    EventWorktreeReadyProperties {
        required {
            0 "branch" branch,
            1 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    File {
        required {
            0 "added" added,
            1 "path" path,
            2 "removed" removed,
            3 "status" status,
        }
        optional {
        }
    }
}

crate::record! {
    FileContent {
        required {
            0 "content" content,
            1 "type" type_,
        }
        optional {
            2 "diff" diff,
            3 "encoding" encoding,
            4 "mimeType" mime_type,
            5 "patch" patch,
        }
    }
}

crate::record! {
    FileContentPatch {
        required {
            0 "hunks" hunks,
            1 "newFileName" new_file_name,
            2 "oldFileName" old_file_name,
        }
        optional {
            3 "index" index,
            4 "newHeader" new_header,
            5 "oldHeader" old_header,
        }
    }
}

crate::record! {
    FileContentPatchHunksItem {
        required {
            0 "lines" lines,
            1 "newLines" new_lines,
            2 "newStart" new_start,
            3 "oldLines" old_lines,
            4 "oldStart" old_start,
        }
        optional {
        }
    }
}

crate::record! {
    FileDiff {
        required {
            0 "additions" additions,
            1 "after" after,
            2 "before" before,
            3 "deletions" deletions,
            4 "file" file,
        }
        optional {
            5 "status" status,
        }
    }
}

crate::record! {
    FileNode {
        required {
            0 "absolute" absolute,
            1 "ignored" ignored,
            2 "name" name,
            3 "path" path,
            4 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    FilePart {
        required {
            0 "id" id,
            1 "messageID" message_id,
            2 "mime" mime,
            3 "sessionID" session_id,
            4 "type" type_,
            5 "url" url,
        }
        optional {
            6 "filename" filename,
            7 "source" source,
        }
    }
}

crate::record! {
    FilePartInput {
        required {
            0 "mime" mime,
            1 "type" type_,
            2 "url" url,
        }
        optional {
            3 "filename" filename,
            4 "id" id,
            5 "source" source,
        }
    }
}

crate::record! {
    FilePartSourceText {
        required {
            0 "end" end,
            1 "start" start,
            2 "value" value,
        }
        optional {
        }
    }
}

crate::record! {
    FileSource {
        required {
            0 "path" path,
            1 "text" text,
            2 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    FindTextResponseItem {
        required {
            0 "absolute_offset" absolute_offset,
            1 "line_number" line_number,
            2 "lines" lines,
            3 "path" path,
            4 "submatches" submatches,
        }
        optional {
        }
    }
}

crate::record! {
    FindTextResponseItemLines {
        required {
            0 "text" text,
        }
        optional {
        }
    }
}

crate::record! {
    FindTextResponseItemPath {
        required {
            0 "text" text,
        }
        optional {
        }
    }
}

crate::record! {
    FindTextResponseItemSubmatchesItem {
        required {
            0 "end" end,
            1 "match" match_,
            2 "start" start,
        }
        optional {
        }
    }
}

crate::record! {
    FindTextResponseItemSubmatchesItemMatch {
        required {
            0 "text" text,
        }
        optional {
        }
    }
}

crate::record! {
    FormatterStatus {
        required {
            0 "enabled" enabled,
            1 "extensions" extensions,
            2 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    GlobalEvent {
        required {
            0 "payload" payload,
        }
        optional {
            1 "directory" directory,
        }
    }
}

crate::record! {
    GlobalHealthResponse {
        required {
            0 "healthy" healthy,
            1 "version" version,
        }
        optional {
        }
    }
}

crate::record! {
    KeybindsConfig {
        required {
        }
        optional {
            0 "agent_cycle" agent_cycle,
            1 "agent_cycle_reverse" agent_cycle_reverse,
            2 "agent_list" agent_list,
            3 "app_exit" app_exit,
            4 "command_list" command_list,
            5 "display_thinking" display_thinking,
            6 "editor_open" editor_open,
            7 "history_next" history_next,
            8 "history_previous" history_previous,
            9 "input_backspace" input_backspace,
            10 "input_buffer_end" input_buffer_end,
            11 "input_buffer_home" input_buffer_home,
            12 "input_clear" input_clear,
            13 "input_delete" input_delete,
            14 "input_delete_line" input_delete_line,
            15 "input_delete_to_line_end" input_delete_to_line_end,
            16 "input_delete_to_line_start" input_delete_to_line_start,
            17 "input_delete_word_backward" input_delete_word_backward,
            18 "input_delete_word_forward" input_delete_word_forward,
            19 "input_line_end" input_line_end,
            20 "input_line_home" input_line_home,
            21 "input_move_down" input_move_down,
            22 "input_move_left" input_move_left,
            23 "input_move_right" input_move_right,
            24 "input_move_up" input_move_up,
            25 "input_newline" input_newline,
            26 "input_paste" input_paste,
            27 "input_redo" input_redo,
            28 "input_select_buffer_end" input_select_buffer_end,
            29 "input_select_buffer_home" input_select_buffer_home,
            30 "input_select_down" input_select_down,
            31 "input_select_left" input_select_left,
            32 "input_select_line_end" input_select_line_end,
            33 "input_select_line_home" input_select_line_home,
            34 "input_select_right" input_select_right,
            35 "input_select_up" input_select_up,
            36 "input_select_visual_line_end" input_select_visual_line_end,
            37 "input_select_visual_line_home" input_select_visual_line_home,
            38 "input_select_word_backward" input_select_word_backward,
            39 "input_select_word_forward" input_select_word_forward,
            40 "input_submit" input_submit,
            41 "input_undo" input_undo,
            42 "input_visual_line_end" input_visual_line_end,
            43 "input_visual_line_home" input_visual_line_home,
            44 "input_word_backward" input_word_backward,
            45 "input_word_forward" input_word_forward,
            46 "leader" leader,
            47 "messages_copy" messages_copy,
            48 "messages_first" messages_first,
            49 "messages_half_page_down" messages_half_page_down,
            50 "messages_half_page_up" messages_half_page_up,
            51 "messages_last" messages_last,
            52 "messages_last_user" messages_last_user,
            53 "messages_line_down" messages_line_down,
            54 "messages_line_up" messages_line_up,
            55 "messages_next" messages_next,
            56 "messages_page_down" messages_page_down,
            57 "messages_page_up" messages_page_up,
            58 "messages_previous" messages_previous,
            59 "messages_redo" messages_redo,
            60 "messages_toggle_conceal" messages_toggle_conceal,
            61 "messages_undo" messages_undo,
            62 "model_cycle_favorite" model_cycle_favorite,
            63 "model_cycle_favorite_reverse" model_cycle_favorite_reverse,
            64 "model_cycle_recent" model_cycle_recent,
            65 "model_cycle_recent_reverse" model_cycle_recent_reverse,
            66 "model_favorite_toggle" model_favorite_toggle,
            67 "model_list" model_list,
            68 "model_provider_list" model_provider_list,
            69 "scrollbar_toggle" scrollbar_toggle,
            70 "session_child_cycle" session_child_cycle,
            71 "session_child_cycle_reverse" session_child_cycle_reverse,
            72 "session_compact" session_compact,
            73 "session_delete" session_delete,
            74 "session_export" session_export,
            75 "session_fork" session_fork,
            76 "session_interrupt" session_interrupt,
            77 "session_list" session_list,
            78 "session_new" session_new,
            79 "session_parent" session_parent,
            80 "session_rename" session_rename,
            81 "session_share" session_share,
            82 "session_timeline" session_timeline,
            83 "session_unshare" session_unshare,
            84 "sidebar_toggle" sidebar_toggle,
            85 "stash_delete" stash_delete,
            86 "status_view" status_view,
            87 "terminal_suspend" terminal_suspend,
            88 "terminal_title_toggle" terminal_title_toggle,
            89 "theme_list" theme_list,
            90 "tips_toggle" tips_toggle,
            91 "tool_details" tool_details,
            92 "username_toggle" username_toggle,
            93 "variant_cycle" variant_cycle,
        }
    }
}

crate::record! {
    LspStatus {
        required {
            0 "id" id,
            1 "name" name,
            2 "root" root,
            3 "status" status,
        }
        optional {
        }
    }
}

crate::record! {
    McpAddBody {
        required {
            0 "config" config,
            1 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    McpAuthCallbackBody {
        required {
            0 "code" code,
        }
        optional {
        }
    }
}

crate::record! {
    McpAuthRemoveResponse {
        required {
            0 "success" success,
        }
        optional {
        }
    }
}

crate::record! {
    McpAuthStartResponse {
        required {
            0 "authorizationUrl" authorization_url,
        }
        optional {
        }
    }
}

crate::record! {
    McpLocalConfig {
        required {
            0 "command" command,
            1 "type" type_,
        }
        optional {
            2 "enabled" enabled,
            3 "environment" environment,
            4 "timeout" timeout,
        }
    }
}

crate::record! {
    McpOAuthConfig {
        required {
        }
        optional {
            0 "clientId" client_id,
            1 "clientSecret" client_secret,
            2 "scope" scope,
        }
    }
}

crate::record! {
    McpRemoteConfig {
        required {
            0 "type" type_,
            1 "url" url,
        }
        optional {
            2 "enabled" enabled,
            3 "headers" headers,
            4 "oauth" oauth,
            5 "timeout" timeout,
        }
    }
}

crate::record! {
    McpResource {
        required {
            0 "client" client,
            1 "name" name,
            2 "uri" uri,
        }
        optional {
            3 "description" description,
            4 "mimeType" mime_type,
        }
    }
}

crate::record! {
    McpStatusConnected {
        required {
            0 "status" status,
        }
        optional {
        }
    }
}

crate::record! {
    McpStatusDisabled {
        required {
            0 "status" status,
        }
        optional {
        }
    }
}

crate::record! {
    McpStatusFailed {
        required {
            0 "error" error,
            1 "status" status,
        }
        optional {
        }
    }
}

crate::record! {
    McpStatusNeedsAuth {
        required {
            0 "status" status,
        }
        optional {
        }
    }
}

crate::record! {
    McpStatusNeedsClientRegistration {
        required {
            0 "error" error,
            1 "status" status,
        }
        optional {
        }
    }
}

crate::record! {
    MessageAbortedError {
        required {
            0 "data" data,
            1 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    MessageAbortedErrorData {
        required {
            0 "message" message,
        }
        optional {
        }
    }
}

crate::record! {
    MessageOutputLengthError {
        required {
            0 "data" data,
            1 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    Model {
        required {
            0 "api" api,
            1 "capabilities" capabilities,
            2 "cost" cost,
            3 "headers" headers,
            4 "id" id,
            5 "limit" limit,
            6 "name" name,
            7 "options" options,
            8 "providerID" provider_id,
            9 "release_date" release_date,
            10 "status" status,
        }
        optional {
            11 "family" family,
            12 "variants" variants,
        }
    }
}

crate::record! {
    ModelApi {
        required {
            0 "id" id,
            1 "npm" npm,
        }
        optional {
            2 "url" url,
        }
    }
}

crate::record! {
    ModelCapabilities {
        required {
            0 "attachment" attachment,
            1 "input" input,
            2 "interleaved" interleaved,
            3 "output" output,
            4 "reasoning" reasoning,
            5 "temperature" temperature,
            6 "toolcall" toolcall,
        }
        optional {
        }
    }
}

crate::record! {
    ModelCapabilitiesInput {
        required {
            0 "audio" audio,
            1 "image" image,
            2 "pdf" pdf,
            3 "text" text,
            4 "video" video,
        }
        optional {
        }
    }
}

crate::record! {
    ModelCapabilitiesInterleavedVariant0 {
        required {
            0 "field" field,
        }
        optional {
        }
    }
}

crate::record! {
    ModelCapabilitiesOutput {
        required {
            0 "audio" audio,
            1 "image" image,
            2 "pdf" pdf,
            3 "text" text,
            4 "video" video,
        }
        optional {
        }
    }
}

crate::record! {
    ModelCost {
        required {
            0 "cache" cache,
            1 "input" input,
            2 "output" output,
        }
        optional {
            3 "experimentalOver200K" experimental_over200_k,
        }
    }
}

crate::record! {
    ModelCostCache {
        required {
            0 "read" read,
            1 "write" write,
        }
        optional {
        }
    }
}

crate::record! {
    ModelCostExperimentalOver200K {
        required {
            0 "cache" cache,
            1 "input" input,
            2 "output" output,
        }
        optional {
        }
    }
}

crate::record! {
    ModelCostExperimentalOver200KCache {
        required {
            0 "read" read,
            1 "write" write,
        }
        optional {
        }
    }
}

crate::record! {
    ModelLimit {
        required {
            0 "context" context,
            1 "output" output,
        }
        optional {
            2 "input" input,
        }
    }
}

crate::record! {
    NotFoundError {
        required {
            0 "data" data,
            1 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    NotFoundErrorData {
        required {
            0 "message" message,
        }
        optional {
        }
    }
}

crate::record! {
    OAuth {
        required {
            0 "access" access,
            1 "expires" expires,
            2 "refresh" refresh,
            3 "type" type_,
        }
        optional {
            4 "accountId" account_id,
            5 "enterpriseUrl" enterprise_url,
        }
    }
}

crate::record! {
    OutputFormatJsonSchema {
        required {
            0 "schema" schema,
            1 "type" type_,
        }
        optional {
            2 "retryCount" retry_count,
        }
    }
}

crate::record! {
    OutputFormatText {
        required {
            0 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    PatchPart {
        required {
            0 "files" files,
            1 "hash" hash,
            2 "id" id,
            3 "messageID" message_id,
            4 "sessionID" session_id,
            5 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    Path {
        required {
            0 "config" config,
            1 "directory" directory,
            2 "home" home,
            3 "state" state,
            4 "worktree" worktree,
        }
        optional {
        }
    }
}

crate::record! {
    PermissionConfigVariant0 {
        required {
        }
        optional {
            0 "bash" bash,
            1 "codesearch" codesearch,
            2 "doom_loop" doom_loop,
            3 "edit" edit,
            4 "external_directory" external_directory,
            5 "glob" glob,
            6 "grep" grep,
            7 "list" list,
            8 "lsp" lsp,
            9 "__originalKeys" original_keys,
            10 "question" question,
            11 "read" read,
            12 "skill" skill,
            13 "task" task,
            14 "todoread" todoread,
            15 "todowrite" todowrite,
            16 "webfetch" webfetch,
            17 "websearch" websearch,
        }
        rest extra: ::indexmap::IndexMap<::std::string::String,PermissionRuleConfig>,
    }
}

crate::record! {
    PermissionReplyBody {
        required {
            0 "reply" reply,
        }
        optional {
            1 "message" message,
        }
    }
}

crate::record! {
    PermissionRequest {
        required {
            0 "always" always,
            1 "id" id,
            2 "metadata" metadata,
            3 "patterns" patterns,
            4 "permission" permission,
            5 "sessionID" session_id,
        }
        optional {
            6 "tool" tool,
        }
    }
}

crate::record! {
    PermissionRequestTool {
        required {
            0 "callID" call_id,
            1 "messageID" message_id,
        }
        optional {
        }
    }
}

crate::record! {
    PermissionRespondBody {
        required {
            0 "response" response,
        }
        optional {
        }
    }
}

crate::record! {
    PermissionRule {
        required {
            0 "action" action,
            1 "pattern" pattern,
            2 "permission" permission,
        }
        optional {
        }
    }
}

crate::record! {
    Project {
        required {
            0 "id" id,
            1 "sandboxes" sandboxes,
            2 "time" time,
            3 "worktree" worktree,
        }
        optional {
            4 "commands" commands,
            5 "icon" icon,
            6 "name" name,
            7 "vcs" vcs,
        }
    }
}

crate::record! {
    ProjectCommands {
        required {
        }
        optional {
            0 "start" start,
        }
    }
}

crate::record! {
    ProjectIcon {
        required {
        }
        optional {
            0 "color" color,
            1 "override" override_,
            2 "url" url,
        }
    }
}

crate::record! {
    ProjectTime {
        required {
            0 "created" created,
            1 "updated" updated,
        }
        optional {
            2 "initialized" initialized,
        }
    }
}

crate::record! {
    ProjectUpdateBody {
        required {
        }
        optional {
            0 "commands" commands,
            1 "icon" icon,
            2 "name" name,
        }
    }
}

crate::record! {
    ProjectUpdateBodyCommands {
        required {
        }
        optional {
            0 "start" start,
        }
    }
}

crate::record! {
    ProjectUpdateBodyIcon {
        required {
        }
        optional {
            0 "color" color,
            1 "override" override_,
            2 "url" url,
        }
    }
}

crate::record! {
    Provider {
        required {
            0 "env" env,
            1 "id" id,
            2 "models" models,
            3 "name" name,
            4 "options" options,
            5 "source" source,
        }
        optional {
            6 "key" key,
        }
    }
}

crate::record! {
    ProviderAuthAuthorization {
        required {
            0 "instructions" instructions,
            1 "method" method,
            2 "url" url,
        }
        optional {
        }
    }
}

crate::record! {
    ProviderAuthError {
        required {
            0 "data" data,
            1 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    ProviderAuthErrorData {
        required {
            0 "message" message,
            1 "providerID" provider_id,
        }
        optional {
        }
    }
}

crate::record! {
    ProviderAuthMethod {
        required {
            0 "label" label,
            1 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    ProviderConfig {
        required {
        }
        optional {
            0 "api" api,
            1 "blacklist" blacklist,
            2 "env" env,
            3 "id" id,
            4 "models" models,
            5 "name" name,
            6 "npm" npm,
            7 "options" options,
            8 "whitelist" whitelist,
        }
    }
}

crate::record! {
    ProviderConfigModelsValue {
        required {
        }
        optional {
            0 "attachment" attachment,
            1 "cost" cost,
            2 "experimental" experimental,
            3 "family" family,
            4 "headers" headers,
            5 "id" id,
            6 "interleaved" interleaved,
            7 "limit" limit,
            8 "modalities" modalities,
            9 "name" name,
            10 "options" options,
            11 "provider" provider,
            12 "reasoning" reasoning,
            13 "release_date" release_date,
            14 "status" status,
            15 "temperature" temperature,
            16 "tool_call" tool_call,
            17 "variants" variants,
        }
    }
}

crate::record! {
    ProviderConfigModelsValueCost {
        required {
            0 "input" input,
            1 "output" output,
        }
        optional {
            2 "cache_read" cache_read,
            3 "cache_write" cache_write,
            4 "context_over_200k" context_over_200k,
        }
    }
}

crate::record! {
    ProviderConfigModelsValueCostContextOver200k {
        required {
            0 "input" input,
            1 "output" output,
        }
        optional {
            2 "cache_read" cache_read,
            3 "cache_write" cache_write,
        }
    }
}

crate::record! {
    ProviderConfigModelsValueInterleavedVariant0 {
        required {
            0 "field" field,
        }
        optional {
        }
    }
}

crate::record! {
    ProviderConfigModelsValueLimit {
        required {
            0 "context" context,
            1 "output" output,
        }
        optional {
            2 "input" input,
        }
    }
}

crate::record! {
    ProviderConfigModelsValueModalities {
        required {
            0 "input" input,
            1 "output" output,
        }
        optional {
        }
    }
}

crate::record! {
    ProviderConfigModelsValueProvider {
        required {
        }
        optional {
            0 "api" api,
            1 "npm" npm,
        }
    }
}

crate::record! {
    ProviderConfigModelsValueVariantsValue {
        required {
        }
        optional {
            0 "disabled" disabled,
        }
        rest extra: ::serde_json::Map<::std::string::String,::serde_json::Value>,
    }
}

crate::record! {
    ProviderConfigOptions {
        required {
        }
        optional {
            0 "apiKey" api_key,
            1 "baseURL" base_url,
            2 "enterpriseUrl" enterprise_url,
            3 "setCacheKey" set_cache_key,
            4 "timeout" timeout,
        }
        rest extra: ::serde_json::Map<::std::string::String,::serde_json::Value>,
    }
}

crate::record! {
    ProviderListResponse {
        required {
            0 "all" all,
            1 "connected" connected,
            2 "default" default,
        }
        optional {
        }
    }
}

crate::record! {
    ProviderListResponseAllItem {
        required {
            0 "env" env,
            1 "id" id,
            2 "models" models,
            3 "name" name,
        }
        optional {
            4 "api" api,
            5 "key" key,
            6 "npm" npm,
            7 "options" options,
            8 "source" source,
        }
    }
}

crate::record! {
    ProviderListResponseAllItemModelsValue {
        required {
            0 "id" id,
            1 "limit" limit,
            2 "name" name,
            3 "options" options,
            4 "release_date" release_date,
        }
        optional {
            5 "api" api,
            6 "attachment" attachment,
            7 "capabilities" capabilities,
            8 "cost" cost,
            9 "experimental" experimental,
            10 "family" family,
            11 "headers" headers,
            12 "interleaved" interleaved,
            13 "modalities" modalities,
            14 "provider" provider,
            15 "providerID" provider_id,
            16 "reasoning" reasoning,
            17 "status" status,
            18 "temperature" temperature,
            19 "tool_call" tool_call,
            20 "variants" variants,
        }
    }
}

crate::record! {
    ProviderListResponseAllItemModelsValueApi {
        required {
            0 "id" id,
            1 "npm" npm,
        }
        optional {
            2 "url" url,
        }
    }
}

crate::record! {
    ProviderListResponseAllItemModelsValueCost {
        required {
            0 "input" input,
            1 "output" output,
        }
        optional {
            2 "cache" cache,
            3 "cache_read" cache_read,
            4 "cache_write" cache_write,
            5 "context_over_200k" context_over_200k,
            6 "experimentalOver200K" experimental_over200_k,
        }
    }
}

crate::record! {
    ProviderListResponseAllItemModelsValueCostCache {
        required {
            0 "read" read,
            1 "write" write,
        }
        optional {
        }
    }
}

crate::record! {
    ProviderListResponseAllItemModelsValueCostContextOver200k {
        required {
            0 "input" input,
            1 "output" output,
        }
        optional {
            2 "cache_read" cache_read,
            3 "cache_write" cache_write,
        }
    }
}

crate::record! {
    ProviderListResponseAllItemModelsValueInterleavedVariant0 {
        required {
            0 "field" field,
        }
        optional {
        }
    }
}

crate::record! {
    ProviderListResponseAllItemModelsValueLimit {
        required {
            0 "context" context,
            1 "output" output,
        }
        optional {
            2 "input" input,
        }
    }
}

crate::record! {
    ProviderListResponseAllItemModelsValueModalities {
        required {
            0 "input" input,
            1 "output" output,
        }
        optional {
        }
    }
}

crate::record! {
    ProviderListResponseAllItemModelsValueProvider {
        required {
        }
        optional {
            0 "api" api,
            1 "npm" npm,
        }
    }
}

crate::record! {
    ProviderOauthAuthorizeBody {
        required {
            0 "method" method,
        }
        optional {
        }
    }
}

crate::record! {
    ProviderOauthCallbackBody {
        required {
            0 "method" method,
        }
        optional {
            1 "code" code,
        }
    }
}

crate::record! {
    Pty {
        required {
            0 "args" args,
            1 "command" command,
            2 "cwd" cwd,
            3 "id" id,
            4 "pid" pid,
            5 "status" status,
            6 "title" title,
        }
        optional {
        }
    }
}

crate::record! {
    PtyCreateBody {
        required {
        }
        optional {
            0 "args" args,
            1 "command" command,
            2 "cwd" cwd,
            3 "env" env,
            4 "title" title,
        }
    }
}

crate::record! {
    PtyUpdateBody {
        required {
        }
        optional {
            0 "size" size,
            1 "title" title,
        }
    }
}

crate::record! {
    PtyUpdateBodySize {
        required {
            0 "cols" cols,
            1 "rows" rows,
        }
        optional {
        }
    }
}

crate::record! {
    QuestionInfo {
        required {
            0 "header" header,
            1 "options" options,
            2 "question" question,
        }
        optional {
            3 "custom" custom,
            4 "multiple" multiple,
        }
    }
}

crate::record! {
    QuestionOption {
        required {
            0 "description" description,
            1 "label" label,
        }
        optional {
        }
    }
}

crate::record! {
    QuestionReplyBody {
        required {
            0 "answers" answers,
        }
        optional {
        }
    }
}

crate::record! {
    QuestionRequest {
        required {
            0 "id" id,
            1 "questions" questions,
            2 "sessionID" session_id,
        }
        optional {
            3 "tool" tool,
        }
    }
}

crate::record! {
    QuestionRequestTool {
        required {
            0 "callID" call_id,
            1 "messageID" message_id,
        }
        optional {
        }
    }
}

crate::record! {
    Range {
        required {
            0 "end" end,
            1 "start" start,
        }
        optional {
        }
    }
}

crate::record! {
    RangeEnd {
        required {
            0 "character" character,
            1 "line" line,
        }
        optional {
        }
    }
}

crate::record! {
    RangeStart {
        required {
            0 "character" character,
            1 "line" line,
        }
        optional {
        }
    }
}

crate::record! {
    ReasoningPart {
        required {
            0 "id" id,
            1 "messageID" message_id,
            2 "sessionID" session_id,
            3 "text" text,
            4 "time" time,
            5 "type" type_,
        }
        optional {
            6 "metadata" metadata,
        }
    }
}

crate::record! {
    ReasoningPartTime {
        required {
            0 "start" start,
        }
        optional {
            1 "end" end,
        }
    }
}

crate::record! {
    ResourceSource {
        required {
            0 "clientName" client_name,
            1 "text" text,
            2 "type" type_,
            3 "uri" uri,
        }
        optional {
        }
    }
}

crate::record! {
    RetryPart {
        required {
            0 "attempt" attempt,
            1 "error" error,
            2 "id" id,
            3 "messageID" message_id,
            4 "sessionID" session_id,
            5 "time" time,
            6 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    RetryPartTime {
        required {
            0 "created" created,
        }
        optional {
        }
    }
}

crate::record! {
    ServerConfig {
        required {
        }
        optional {
            0 "cors" cors,
            1 "hostname" hostname,
            2 "mdns" mdns,
            3 "mdnsDomain" mdns_domain,
            4 "port" port,
        }
    }
}

crate::record! {
    Session {
        required {
            0 "directory" directory,
            1 "id" id,
            2 "projectID" project_id,
            3 "slug" slug,
            4 "time" time,
            5 "title" title,
            6 "version" version,
        }
        optional {
            7 "parentID" parent_id,
            8 "permission" permission,
            9 "revert" revert,
            10 "share" share,
            11 "summary" summary,
        }
    }
}

crate::record! {
    SessionCommandBody {
        required {
            0 "arguments" arguments,
            1 "command" command,
        }
        optional {
            2 "agent" agent,
            3 "messageID" message_id,
            4 "model" model,
            5 "parts" parts,
            6 "variant" variant,
        }
    }
}

crate::record! {
    SessionCommandResponse {
        required {
            0 "info" info,
            1 "parts" parts,
        }
        optional {
        }
    }
}

crate::record! {
    SessionCreateBody {
        required {
        }
        optional {
            0 "parentID" parent_id,
            1 "permission" permission,
            2 "title" title,
        }
    }
}

crate::record! {
    SessionForkBody {
        required {
        }
        optional {
            0 "messageID" message_id,
        }
    }
}

crate::record! {
    SessionInitBody {
        required {
            0 "messageID" message_id,
            1 "modelID" model_id,
            2 "providerID" provider_id,
        }
        optional {
        }
    }
}

crate::record! {
    SessionMessageResponse {
        required {
            0 "info" info,
            1 "parts" parts,
        }
        optional {
        }
    }
}

crate::record! {
    SessionMessagesResponseItem {
        required {
            0 "info" info,
            1 "parts" parts,
        }
        optional {
        }
    }
}

crate::record! {
    SessionPromptAsyncBody {
        required {
            0 "parts" parts,
        }
        optional {
            1 "agent" agent,
            2 "format" format,
            3 "messageID" message_id,
            4 "model" model,
            5 "noReply" no_reply,
            6 "system" system,
            7 "tools" tools,
            8 "variant" variant,
        }
    }
}

crate::record! {
    SessionPromptAsyncBodyModel {
        required {
            0 "modelID" model_id,
            1 "providerID" provider_id,
        }
        optional {
        }
    }
}

crate::record! {
    SessionPromptBody {
        required {
            0 "parts" parts,
        }
        optional {
            1 "agent" agent,
            2 "format" format,
            3 "messageID" message_id,
            4 "model" model,
            5 "noReply" no_reply,
            6 "system" system,
            7 "tools" tools,
            8 "variant" variant,
        }
    }
}

crate::record! {
    SessionPromptBodyModel {
        required {
            0 "modelID" model_id,
            1 "providerID" provider_id,
        }
        optional {
        }
    }
}

crate::record! {
    SessionPromptResponse {
        required {
            0 "info" info,
            1 "parts" parts,
        }
        optional {
        }
    }
}

crate::record! {
    SessionRevert {
        required {
            0 "messageID" message_id,
        }
        optional {
            1 "diff" diff,
            2 "partID" part_id,
            3 "snapshot" snapshot,
        }
    }
}

crate::record! {
    SessionRevertBody {
        required {
            0 "messageID" message_id,
        }
        optional {
            1 "partID" part_id,
        }
    }
}

crate::record! {
    SessionShare {
        required {
            0 "url" url,
        }
        optional {
        }
    }
}

crate::record! {
    SessionShellBody {
        required {
            0 "agent" agent,
            1 "command" command,
        }
        optional {
            2 "model" model,
        }
    }
}

crate::record! {
    SessionShellBodyModel {
        required {
            0 "modelID" model_id,
            1 "providerID" provider_id,
        }
        optional {
        }
    }
}

crate::record! {
    SessionShellResponseVariant0 {
        required {
            0 "info" info,
            1 "parts" parts,
        }
        optional {
        }
    }
}

crate::record! {
    SessionStatusBusy {
        required {
            0 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    SessionStatusIdle {
        required {
            0 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    SessionStatusRetry {
        required {
            0 "attempt" attempt,
            1 "message" message,
            2 "next" next,
            3 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    SessionSummarizeBody {
        required {
            0 "modelID" model_id,
            1 "providerID" provider_id,
        }
        optional {
            2 "auto" auto,
        }
    }
}

crate::record! {
    SessionSummary {
        required {
            0 "additions" additions,
            1 "deletions" deletions,
            2 "files" files,
        }
        optional {
            3 "diffs" diffs,
        }
    }
}

crate::record! {
    SessionTime {
        required {
            0 "created" created,
            1 "updated" updated,
        }
        optional {
            2 "archived" archived,
            3 "compacting" compacting,
        }
    }
}

crate::record! {
    SessionUpdateBody {
        required {
        }
        optional {
            0 "time" time,
            1 "title" title,
        }
    }
}

crate::record! {
    SessionUpdateBodyTime {
        required {
        }
        optional {
            0 "archived" archived,
        }
    }
}

crate::record! {
    SnapshotPart {
        required {
            0 "id" id,
            1 "messageID" message_id,
            2 "sessionID" session_id,
            3 "snapshot" snapshot,
            4 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    StepFinishPart {
        required {
            0 "cost" cost,
            1 "id" id,
            2 "messageID" message_id,
            3 "reason" reason,
            4 "sessionID" session_id,
            5 "tokens" tokens,
            6 "type" type_,
        }
        optional {
            7 "snapshot" snapshot,
        }
    }
}

crate::record! {
    StepFinishPartTokens {
        required {
            0 "cache" cache,
            1 "input" input,
            2 "output" output,
            3 "reasoning" reasoning,
        }
        optional {
            4 "total" total,
        }
    }
}

crate::record! {
    StepFinishPartTokensCache {
        required {
            0 "read" read,
            1 "write" write,
        }
        optional {
        }
    }
}

crate::record! {
    StepStartPart {
        required {
            0 "id" id,
            1 "messageID" message_id,
            2 "sessionID" session_id,
            3 "type" type_,
        }
        optional {
            4 "snapshot" snapshot,
        }
    }
}

crate::record! {
    StructuredOutputError {
        required {
            0 "data" data,
            1 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    StructuredOutputErrorData {
        required {
            0 "message" message,
            1 "retries" retries,
        }
        optional {
        }
    }
}

crate::record! {
    SubtaskPart {
        required {
            0 "agent" agent,
            1 "description" description,
            2 "id" id,
            3 "messageID" message_id,
            4 "prompt" prompt,
            5 "sessionID" session_id,
            6 "type" type_,
        }
        optional {
            7 "command" command,
            8 "model" model,
        }
    }
}

crate::record! {
    SubtaskPartInput {
        required {
            0 "agent" agent,
            1 "description" description,
            2 "prompt" prompt,
            3 "type" type_,
        }
        optional {
            4 "command" command,
            5 "id" id,
            6 "model" model,
        }
    }
}

crate::record! {
    SubtaskPartInputModel {
        required {
            0 "modelID" model_id,
            1 "providerID" provider_id,
        }
        optional {
        }
    }
}

crate::record! {
    SubtaskPartModel {
        required {
            0 "modelID" model_id,
            1 "providerID" provider_id,
        }
        optional {
        }
    }
}

crate::record! {
    Symbol {
        required {
            0 "kind" kind,
            1 "location" location,
            2 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    SymbolLocation {
        required {
            0 "range" range,
            1 "uri" uri,
        }
        optional {
        }
    }
}

crate::record! {
    SymbolSource {
        required {
            0 "kind" kind,
            1 "name" name,
            2 "path" path,
            3 "range" range,
            4 "text" text,
            5 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    TextPart {
        required {
            0 "id" id,
            1 "messageID" message_id,
            2 "sessionID" session_id,
            3 "text" text,
            4 "type" type_,
        }
        optional {
            5 "ignored" ignored,
            6 "metadata" metadata,
            7 "synthetic" synthetic,
            8 "time" time,
        }
    }
}

crate::record! {
    TextPartInput {
        required {
            0 "text" text,
            1 "type" type_,
        }
        optional {
            2 "id" id,
            3 "ignored" ignored,
            4 "metadata" metadata,
            5 "synthetic" synthetic,
            6 "time" time,
        }
    }
}

crate::record! {
    TextPartInputTime {
        required {
            0 "start" start,
        }
        optional {
            1 "end" end,
        }
    }
}

crate::record! {
    TextPartTime {
        required {
            0 "start" start,
        }
        optional {
            1 "end" end,
        }
    }
}

crate::record! {
    Todo {
        required {
            0 "content" content,
            1 "priority" priority,
            2 "status" status,
        }
        optional {
            3 "id" id,
        }
    }
}

crate::record! {
    ToolListItem {
        required {
            0 "description" description,
            1 "id" id,
            2 "parameters" parameters,
        }
        optional {
        }
    }
}

crate::record! {
    ToolPart {
        required {
            0 "callID" call_id,
            1 "id" id,
            2 "messageID" message_id,
            3 "sessionID" session_id,
            4 "state" state,
            5 "tool" tool,
            6 "type" type_,
        }
        optional {
            7 "metadata" metadata,
        }
    }
}

crate::record! {
    ToolStateCompleted {
        required {
            0 "input" input,
            1 "metadata" metadata,
            2 "output" output,
            3 "status" status,
            4 "time" time,
            5 "title" title,
        }
        optional {
            6 "attachments" attachments,
        }
    }
}

crate::record! {
    ToolStateCompletedTime {
        required {
            0 "end" end,
            1 "start" start,
        }
        optional {
            2 "compacted" compacted,
        }
    }
}

crate::record! {
    ToolStateError {
        required {
            0 "error" error,
            1 "input" input,
            2 "status" status,
            3 "time" time,
        }
        optional {
            4 "metadata" metadata,
        }
    }
}

crate::record! {
    ToolStateErrorTime {
        required {
            0 "end" end,
            1 "start" start,
        }
        optional {
        }
    }
}

crate::record! {
    ToolStatePending {
        required {
            0 "input" input,
            1 "raw" raw,
            2 "status" status,
        }
        optional {
        }
    }
}

crate::record! {
    ToolStateRunning {
        required {
            0 "input" input,
            1 "status" status,
            2 "time" time,
        }
        optional {
            3 "metadata" metadata,
            4 "title" title,
        }
    }
}

crate::record! {
    ToolStateRunningTime {
        required {
            0 "start" start,
        }
        optional {
        }
    }
}

crate::record! {
    TuiAppendPromptBody {
        required {
            0 "text" text,
        }
        optional {
        }
    }
}

crate::record! {
    TuiControlNextResponse {
        required {
            0 "body" body,
            1 "path" path,
        }
        optional {
        }
    }
}

crate::record! {
    TuiExecuteCommandBody {
        required {
            0 "command" command,
        }
        optional {
        }
    }
}

crate::record! {
    TuiSelectSessionBody {
        required {
            0 "sessionID" session_id,
        }
        optional {
        }
    }
}

crate::record! {
    TuiShowToastBody {
        required {
            0 "message" message,
            1 "variant" variant,
        }
        optional {
            2 "duration" duration,
            3 "title" title,
        }
    }
}

crate::record! {
    UnknownError {
        required {
            0 "data" data,
            1 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    UnknownErrorData {
        required {
            0 "message" message,
        }
        optional {
        }
    }
}

crate::record! {
    UserMessage {
        required {
            0 "agent" agent,
            1 "id" id,
            2 "model" model,
            3 "role" role,
            4 "sessionID" session_id,
            5 "time" time,
        }
        optional {
            6 "format" format,
            7 "summary" summary,
            8 "system" system,
            9 "tools" tools,
            10 "variant" variant,
        }
    }
}

crate::record! {
    UserMessageModel {
        required {
            0 "modelID" model_id,
            1 "providerID" provider_id,
        }
        optional {
        }
    }
}

crate::record! {
    UserMessageSummary {
        required {
            0 "diffs" diffs,
        }
        optional {
            1 "body" body,
            2 "title" title,
        }
    }
}

crate::record! {
    UserMessageTime {
        required {
            0 "created" created,
        }
        optional {
        }
    }
}

crate::record! {
    VcsInfo {
        required {
        }
        optional {
            0 "branch" branch,
        }
    }
}

crate::record! {
    WellKnownAuth {
        required {
            0 "key" key,
            1 "token" token,
            2 "type" type_,
        }
        optional {
        }
    }
}

crate::record! {
    Worktree {
        required {
            0 "branch" branch,
            1 "directory" directory,
            2 "name" name,
        }
        optional {
        }
    }
}

crate::record! {
    WorktreeCreateInput {
        required {
        }
        optional {
            0 "name" name,
            1 "startCommand" start_command,
        }
    }
}

crate::record! {
    WorktreeRemoveInput {
        required {
            0 "directory" directory,
        }
        optional {
        }
    }
}

crate::record! {
    WorktreeResetInput {
        required {
            0 "directory" directory,
        }
        optional {
        }
    }
}

crate::open_union! {
    /// `SessionStatus`, told apart by `type`.
    pub enum SessionStatus by "type" {
        "retry" => Retry(SessionStatusRetry),
        "idle" => Idle(SessionStatusIdle),
        "busy" => Busy(SessionStatusBusy),
    } rest {}
}

crate::open_union! {
    /// `OutputFormat`, told apart by `type`.
    pub enum OutputFormat by "type" {
        "text" => Text(OutputFormatText),
        "json_schema" => JsonSchema(OutputFormatJsonSchema),
    } rest {}
}

crate::open_union! {
    /// `AssistantMessageError`, told apart by `name`.
    pub enum AssistantMessageError by "name" {
        "ProviderAuthError" => ProviderAuthError(ProviderAuthError),
        "UnknownError" => UnknownError(UnknownError),
        "MessageOutputLengthError" => MessageOutputLengthError(MessageOutputLengthError),
        "MessageAbortedError" => MessageAbortedError(MessageAbortedError),
        "StructuredOutputError" => StructuredOutputError(StructuredOutputError),
        "ContextOverflowError" => ContextOverflowError(ContextOverflowError),
        "APIError" => ApiError(ApiError),
    } rest {}
}

crate::open_union! {
    /// `Message`, told apart by `role`.
    pub enum Message by "role" {
        "user" => User(UserMessage),
        "assistant" => Assistant(AssistantMessage),
    } rest {}
}

crate::open_union! {
    /// `FilePartSource`, told apart by `type`.
    pub enum FilePartSource by "type" {
        "file" => File(FileSource),
        "symbol" => Symbol(SymbolSource),
        "resource" => Resource(ResourceSource),
    } rest {}
}

crate::open_union! {
    /// `ToolState`, told apart by `status`.
    pub enum ToolState by "status" {
        "pending" => Pending(ToolStatePending),
        "running" => Running(ToolStateRunning),
        "completed" => Completed(ToolStateCompleted),
        "error" => Error(ToolStateError),
    } rest {}
}

crate::open_union! {
    /// `Part`, told apart by `type`.
    pub enum Part by "type" {
        "text" => Text(TextPart),
        "subtask" => Subtask(SubtaskPart),
        "reasoning" => Reasoning(ReasoningPart),
        "file" => File(FilePart),
        "tool" => Tool(ToolPart),
        "step-start" => StepStart(StepStartPart),
        "step-finish" => StepFinish(StepFinishPart),
        "snapshot" => Snapshot(SnapshotPart),
        "patch" => Patch(PatchPart),
        "agent" => Agent(AgentPart),
        "retry" => Retry(RetryPart),
        "compaction" => Compaction(CompactionPart),
    } rest {}
}

crate::open_union! {
    /// `EventSessionErrorPropertiesError`, told apart by `name`.
    pub enum EventSessionErrorPropertiesError by "name" {
        "ProviderAuthError" => ProviderAuthError(ProviderAuthError),
        "UnknownError" => UnknownError(UnknownError),
        "MessageOutputLengthError" => MessageOutputLengthError(MessageOutputLengthError),
        "MessageAbortedError" => MessageAbortedError(MessageAbortedError),
        "StructuredOutputError" => StructuredOutputError(StructuredOutputError),
        "ContextOverflowError" => ContextOverflowError(ContextOverflowError),
        "APIError" => ApiError(ApiError),
    } rest {}
}

crate::open_union! {
    /// `Event`, told apart by `type`.
    pub enum Event by "type" {
        "server.connected" => ServerConnected(EventServerConnected),
        "global.disposed" => GlobalDisposed(EventGlobalDisposed),
        "tui.prompt.append" => TuiPromptAppend(EventTuiPromptAppend),
        "tui.command.execute" => TuiCommandExecute(EventTuiCommandExecute),
        "tui.toast.show" => TuiToastShow(EventTuiToastShow),
        "tui.session.select" => TuiSessionSelect(EventTuiSessionSelect),
        "installation.updated" => InstallationUpdated(EventInstallationUpdated),
        "installation.update-available" => InstallationUpdateAvailable(EventInstallationUpdateAvailable),
        "project.updated" => ProjectUpdated(EventProjectUpdated),
        "server.instance.disposed" => ServerInstanceDisposed(EventServerInstanceDisposed),
        "file.edited" => FileEdited(EventFileEdited),
        "worktree.ready" => WorktreeReady(EventWorktreeReady),
        "worktree.failed" => WorktreeFailed(EventWorktreeFailed),
        "lsp.client.diagnostics" => LspClientDiagnostics(EventLspClientDiagnostics),
        "permission.asked" => PermissionAsked(EventPermissionAsked),
        "permission.replied" => PermissionReplied(EventPermissionReplied),
        "session.status" => SessionStatus(EventSessionStatus),
        "session.idle" => SessionIdle(EventSessionIdle),
        "question.asked" => QuestionAsked(EventQuestionAsked),
        "question.replied" => QuestionReplied(EventQuestionReplied),
        "question.rejected" => QuestionRejected(EventQuestionRejected),
        "todo.updated" => TodoUpdated(EventTodoUpdated),
        "pty.created" => PtyCreated(EventPtyCreated),
        "pty.updated" => PtyUpdated(EventPtyUpdated),
        "pty.exited" => PtyExited(EventPtyExited),
        "pty.deleted" => PtyDeleted(EventPtyDeleted),
        "file.watcher.updated" => FileWatcherUpdated(EventFileWatcherUpdated),
        "mcp.tools.changed" => McpToolsChanged(EventMcpToolsChanged),
        "mcp.browser.open.failed" => McpBrowserOpenFailed(EventMcpBrowserOpenFailed),
        "lsp.updated" => LspUpdated(EventLspUpdated),
        "vcs.branch.updated" => VcsBranchUpdated(EventVcsBranchUpdated),
        "command.executed" => CommandExecuted(EventCommandExecuted),
        "message.updated" => MessageUpdated(EventMessageUpdated),
        "message.removed" => MessageRemoved(EventMessageRemoved),
        "message.part.updated" => MessagePartUpdated(EventMessagePartUpdated),
        "message.part.delta" => MessagePartDelta(EventMessagePartDelta),
        "message.part.removed" => MessagePartRemoved(EventMessagePartRemoved),
        "session.compacted" => SessionCompacted(EventSessionCompacted),
        "session.created" => SessionCreated(EventSessionCreated),
        "session.updated" => SessionUpdated(EventSessionUpdated),
        "session.deleted" => SessionDeleted(EventSessionDeleted),
        "session.diff" => SessionDiff(EventSessionDiff),
        "session.error" => SessionError(EventSessionError),
        "server.heartbeat" => ServerHeartbeat(EventServerHeartbeat),
    } rest {}
}

crate::open_union! {
    /// `ConfigMcpValue`, told apart by `type`.
    pub enum ConfigMcpValue by "type" {
        "local" => Local(McpLocalConfig),
        "remote" => Remote(McpRemoteConfig),
    } rest { Other(ConfigMcpValueVariant0) }
}

crate::closed_union! {
    /// `Auth`, told apart by `type`.
    pub enum Auth by "type" {
        "oauth" => Oauth(OAuth),
        "api" => Api(ApiAuth),
        "wellknown" => Wellknown(WellKnownAuth),
    } rest {}
}

crate::open_union! {
    /// `MCPStatus`, told apart by `status`.
    pub enum McpStatus by "status" {
        "connected" => Connected(McpStatusConnected),
        "disabled" => Disabled(McpStatusDisabled),
        "failed" => Failed(McpStatusFailed),
        "needs_auth" => NeedsAuth(McpStatusNeedsAuth),
        "needs_client_registration" => NeedsClientRegistration(McpStatusNeedsClientRegistration),
    } rest {}
}

crate::closed_union! {
    /// `SessionPromptBodyPartsItem`, told apart by `type`.
    pub enum SessionPromptBodyPartsItem by "type" {
        "text" => Text(TextPartInput),
        "file" => File(FilePartInput),
        "agent" => Agent(AgentPartInput),
        "subtask" => Subtask(SubtaskPartInput),
    } rest {}
}

crate::closed_union! {
    /// `SessionPromptAsyncBodyPartsItem`, told apart by `type`.
    pub enum SessionPromptAsyncBodyPartsItem by "type" {
        "text" => Text(TextPartInput),
        "file" => File(FilePartInput),
        "agent" => Agent(AgentPartInput),
        "subtask" => Subtask(SubtaskPartInput),
    } rest {}
}

crate::closed_union! {
    /// `McpAddBodyConfig`, told apart by `type`.
    pub enum McpAddBodyConfig by "type" {
        "local" => Local(McpLocalConfig),
        "remote" => Remote(McpRemoteConfig),
    } rest {}
}

crate::closed_union! {
    /// `TuiPublishBody`, told apart by `type`.
    pub enum TuiPublishBody by "type" {
        "tui.prompt.append" => TuiPromptAppend(EventTuiPromptAppend),
        "tui.command.execute" => TuiCommandExecute(EventTuiCommandExecute),
        "tui.toast.show" => TuiToastShow(EventTuiToastShow),
        "tui.session.select" => TuiSessionSelect(EventTuiSessionSelect),
    } rest {}
}

crate::error_union! {
    /// Declared errors: 400.
    pub enum BadRequest for [400] {
        BadRequest(BadRequestError),
    }
}

crate::error_union! {
    /// Declared errors: 400, 404.
    pub enum BadRequestOrNotFound for [400, 404] {
        BadRequest(BadRequestError),
        NotFound(NotFoundError),
    }
}

crate::error_union! {
    /// Declared errors: 404.
    pub enum NotFound for [404] {
        NotFound(NotFoundError),
    }
}
