//! Laying one configuration over another.
//!
//! Objects are merged member by member, everything else is replaced. Two exceptions: some lists at the top level, which
//! every source may add to; and objects that call themselves of different kinds, such as a local MCP server over a remote
//! one, whose mixture would be neither. A member keeps the place it first had: the order of permission rules depends on
//! it.

use serde_json::{Map, Value};

/// Lists that grow instead of being replaced.
const CONCATENATED: [&str; 2] = ["instructions", "plugin"];

/// Lays a whole configuration over `base`.
pub(super) fn lay_over(base: &mut Map<String, Value>, over: Map<String, Value>) {
    for (key, value) in over {
        match (base.get_mut(&key), value) {
            (Some(Value::Array(present)), Value::Array(added)) if CONCATENATED.contains(&key.as_str()) => {
                for element in added {
                    if !present.contains(&element) {
                        present.push(element);
                    }
                }
            }
            (Some(present), value) => merge(present, value),
            (None, value) => {
                base.insert(key, value);
            }
        }
    }
}

/// Lays a value over another, deeply.
pub(crate) fn merge(base: &mut Value, over: Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) if !of_two_kinds(base, &over) => {
            for (key, value) in over {
                match base.get_mut(&key) {
                    Some(present) => merge(present, value),
                    None => {
                        base.insert(key, value);
                    }
                }
            }
        }
        (base, over) => *base = over,
    }
}

/// Both name a kind, and not the same.
fn of_two_kinds(base: &Map<String, Value>, over: &Map<String, Value>) -> bool {
    match (base.get("type"), over.get("type")) {
        (Some(Value::String(base)), Some(Value::String(over))) => base != over,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn merged(layers: &[Value]) -> Value {
        let mut result = Map::new();
        for layer in layers {
            lay_over(&mut result, layer.as_object().unwrap().clone());
        }
        Value::Object(result)
    }

    #[test]
    fn objects_deeply_lists_and_scalars_wholly() {
        let result = merged(&[
            json!({"a": {"b": 1, "c": [1, 2], "d": {"e": 1}}, "disabled_providers": ["x", "y"]}),
            json!({"a": {"c": [3], "d": {"f": 2}, "g": null}, "disabled_providers": ["z"]}),
            json!({"a": {"d": 5}}),
        ]);
        assert_eq!(result, json!({"a": {"b": 1, "c": [3], "d": 5, "g": null}, "disabled_providers": ["z"]}));
    }

    #[test]
    fn instructions_and_plugins_are_collected_once_each() {
        let result = merged(&[
            json!({"instructions": ["a", "b"], "nested": {"instructions": ["x"]}}),
            json!({"instructions": ["b", "c"], "plugin": ["p"], "nested": {"instructions": ["y"]}}),
            json!({"plugin": ["p", "q"]}),
        ]);
        assert_eq!(
            result,
            json!({"instructions": ["a", "b", "c"], "plugin": ["p", "q"], "nested": {"instructions": ["y"]}})
        );
    }

    #[test]
    fn one_kind_replaces_another() {
        let remote = json!({"mcp": {"a": {"type": "remote", "url": "u", "enabled": false}}});
        let local = json!({"mcp": {"a": {"type": "local", "command": ["x"]}}});
        assert_eq!(merged(&[remote.clone(), local.clone()]), local);
        let enabled = json!({"mcp": {"a": {"enabled": true}}});
        assert_eq!(
            merged(&[remote, enabled])["mcp"]["a"],
            json!({"type": "remote", "url": "u", "enabled": true})
        );
    }

    #[test]
    fn members_keep_their_first_place() {
        let result = merged(&[
            json!({"permission": {"bash": "ask", "edit": "deny"}}),
            json!({"permission": {"*": "allow", "bash": "deny"}}),
        ]);
        let keys: Vec<&String> = result["permission"].as_object().unwrap().keys().collect();
        assert_eq!(keys, ["bash", "edit", "*"]);
    }
}
