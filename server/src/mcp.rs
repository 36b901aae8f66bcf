//! MCP servers as far as they go today: none is started, and each one that is configured says so.
//!
//! Clients ask for the statuses at their start and cannot do without an answer. Start from [`statuses`].

use opencode_types::{Config, ConfigMcpValue, Map, McpStatus, McpStatusDisabled, McpStatusFailed};

const NOT_STARTED: &str = "MCP servers are not started by this version";

/// The status of each configured server, by name.
pub fn statuses(config: &Config) -> Map<McpStatus> {
    let servers = config.mcp.iter().flatten();
    servers.map(|(name, server)| (name.clone(), status(server))).collect()
}

fn status(server: &ConfigMcpValue) -> McpStatus {
    let enabled = match server {
        ConfigMcpValue::Local(local) => local.enabled.unwrap_or(true),
        ConfigMcpValue::Remote(remote) => remote.enabled.unwrap_or(true),
        // Only says whether a server is wanted whose configuration is elsewhere.
        ConfigMcpValue::Other(switch) => switch.enabled,
        // A checked configuration has none.
        ConfigMcpValue::Unknown(_) => true,
    };
    if enabled {
        let error = NOT_STARTED.to_owned();
        McpStatus::Failed(McpStatusFailed { error, status: Default::default() })
    } else {
        McpStatus::Disabled(McpStatusDisabled { status: Default::default() })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn configured_ones_say_why_they_are_not_there() {
        let config = json!({"mcp": {
            "a": {"type": "local", "command": ["x"]},
            "b": {"type": "remote", "url": "http://127.0.0.1:1", "enabled": false},
            "c": {"enabled": true},
        }});
        let config = serde_json::from_value(config).unwrap();
        assert_eq!(
            serde_json::to_value(statuses(&config)).unwrap(),
            json!({
                "a": {"status": "failed", "error": NOT_STARTED},
                "b": {"status": "disabled"},
                "c": {"status": "failed", "error": NOT_STARTED},
            })
        );
        assert!(statuses(&serde_json::from_value(json!({})).unwrap()).is_empty());
    }
}
