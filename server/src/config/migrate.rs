//! Older and shorter ways of writing a configuration, brought to one form.
//!
//! [`source`] runs on each source before the merge, so that short and long forms can be laid over each other; [`whole`]
//! runs once after it. Nothing is written back: the user's files stay as they are.

use serde_json::{Map, Value, json};

use super::merge::merge;
use super::schema::SCHEMAS;

const CONTRACT_OF_FILES: &str = "https://opencode.ai/config.json";

/// One source, checked already: fills `$schema`, `"permission": "ask"` becomes `{"*": "ask"}`, agents become complete.
pub(super) fn source(config: &mut Map<String, Value>) {
    config.entry("$schema").or_insert_with(|| Value::from(CONTRACT_OF_FILES));
    if let Some(permission) = config.get_mut("permission") {
        permission_object(permission);
    }
    for section in ["agent", "mode"] {
        let agents = config.get_mut(section).and_then(Value::as_object_mut);
        agents.into_iter().flatten().filter_map(|(_, agent)| agent.as_object_mut()).for_each(self::agent);
    }
}

/// One agent: unknown members are model options, `tools` are permissions, `maxSteps` is `steps`.
pub(super) fn agent(agent: &mut Map<String, Value>) {
    let own = agent.iter().filter(|(key, _)| key.as_str() != "name" && !SCHEMAS.is_agent_key(key));
    let own: Vec<(String, Value)> = own.map(|(key, value)| (key.clone(), value.clone())).collect();
    let options = agent.entry("options").or_insert_with(|| json!({}));
    if let Value::Object(options) = options {
        options.extend(own);
    }
    let mut permission = permissions_of_tools(agent.get("tools"));
    if let Some(mut given) = agent.shift_remove("permission") {
        permission_object(&mut given);
        merge(&mut permission, given);
    }
    agent.insert("permission".to_owned(), permission);
    if let Some(steps) = agent.get("maxSteps").cloned() {
        agent.entry("steps").or_insert(steps);
    }
}

/// The merged whole: `mode.x` is an agent, `tools` are permissions, `autoshare` is `share`. `override_permission` is laid
/// over the permissions of all sources.
pub(super) fn whole(config: &mut Map<String, Value>, override_permission: Option<Value>) {
    if let Some(Value::Object(modes)) = config.get("mode").cloned() {
        let agents = config.entry("agent").or_insert_with(|| json!({}));
        for (name, mut mode) in modes {
            merge(&mut mode, json!({"mode": "primary"}));
            merge(agents, json!({ name: mode }));
        }
    }
    if let Some(mut permission) = override_permission {
        permission_object(&mut permission);
        merge(config.entry("permission").or_insert_with(|| json!({})), permission);
    }
    if config.contains_key("tools") {
        let mut permission = permissions_of_tools(config.get("tools"));
        merge(&mut permission, config.shift_remove("permission").unwrap_or_else(|| json!({})));
        config.insert("permission".to_owned(), permission);
    }
    if config.get("autoshare") == Some(&Value::Bool(true)) {
        config.entry("share").or_insert_with(|| Value::from("auto"));
    }
}

fn permission_object(permission: &mut Value) {
    if permission.is_string() {
        let action = permission.take();
        *permission = json!({ "*": action });
    }
}

/// `{"write": false, "mine_*": true}` as `{"edit": "deny", "mine_*": "allow"}`.
fn permissions_of_tools(tools: Option<&Value>) -> Value {
    let mut permission = Map::new();
    for (tool, enabled) in tools.and_then(Value::as_object).into_iter().flatten() {
        let name = match tool.as_str() {
            "write" | "edit" | "patch" | "multiedit" => "edit",
            other => other,
        };
        let action = if enabled == &Value::Bool(true) { "allow" } else { "deny" };
        permission.insert(name.to_owned(), Value::from(action));
    }
    Value::Object(permission)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after_source(config: Value) -> Value {
        let mut config = config.as_object().unwrap().clone();
        source(&mut config);
        config.shift_remove("$schema");
        Value::Object(config)
    }

    fn after_whole(config: Value, permission: Option<Value>) -> Value {
        let mut config = config.as_object().unwrap().clone();
        whole(&mut config, permission);
        Value::Object(config)
    }

    #[test]
    fn sources() {
        assert_eq!(after_source(json!({"permission": "ask"})), json!({"permission": {"*": "ask"}}));
        assert_eq!(
            after_source(json!({"agent": {"r": {
                "temperature": 0.2, "foo": 1, "name": "r", "options": {"bar": 2}, "maxSteps": 3,
                "tools": {"write": false, "bash": true, "mcp_*": false, "webfetch": true},
                "permission": {"webfetch": "deny"},
            }}})),
            json!({"agent": {"r": {
                "temperature": 0.2, "foo": 1, "name": "r", "options": {"bar": 2, "foo": 1}, "maxSteps": 3, "steps": 3,
                "tools": {"write": false, "bash": true, "mcp_*": false, "webfetch": true},
                "permission": {"edit": "deny", "bash": "allow", "mcp_*": "deny", "webfetch": "deny"},
            }}})
        );
        assert_eq!(
            after_source(json!({"mode": {"m": {"permission": "deny"}}})),
            json!({"mode": {"m": {"permission": {"*": "deny"}, "options": {}}}})
        );
        let mut named = json!({"$schema": "mine"}).as_object().unwrap().clone();
        source(&mut named);
        assert_eq!(named["$schema"], "mine");
    }

    #[test]
    fn wholes() {
        assert_eq!(
            after_whole(
                json!({"tools": {"bash": false, "write": true}, "permission": {"bash": "ask"}}),
                None
            ),
            json!({"tools": {"bash": false, "write": true}, "permission": {"bash": "ask", "edit": "allow"}})
        );
        assert_eq!(
            after_whole(json!({"permission": {"bash": "ask", "edit": "ask"}}), Some(json!({"bash": "deny"}))),
            json!({"permission": {"bash": "deny", "edit": "ask"}})
        );
        assert_eq!(after_whole(json!({}), Some(json!("ask"))), json!({"permission": {"*": "ask"}}));
        assert_eq!(
            after_whole(json!({"autoshare": true}), None),
            json!({"autoshare": true, "share": "auto"})
        );
        assert_eq!(
            after_whole(json!({"autoshare": true, "share": "manual"}), None),
            json!({"autoshare": true, "share": "manual"})
        );
        assert_eq!(
            after_whole(
                json!({"mode": {"build": {"temperature": 1}}, "agent": {"build": {"top_p": 1}}}),
                None
            ),
            json!({"mode": {"build": {"temperature": 1}},
                   "agent": {"build": {"top_p": 1, "temperature": 1, "mode": "primary"}}})
        );
    }
}
