//! The findings about a configuration that is wrong in every way, against those of OpenCode 1.2.6 for the same file.

use serde_json::json;

use super::*;

fn issues(config: Value) -> Vec<Value> {
    SCHEMAS.check(&config).iter().map(Issue::to_json).collect()
}

#[test]
fn the_contract_is_read_and_every_pattern_is_known() {
    assert!(SCHEMAS.0.contains_key("Config") && SCHEMAS.0.contains_key("AgentConfig"));
    assert!(!SCHEMAS.0.contains_key("Session"), "only what Config reaches is kept");
    assert!(SCHEMAS.keybinds().count() > 50);
    fn patterns(schema: &Schema, found: &mut Vec<String>) {
        found.extend(schema.pattern.clone());
        schema.any_of.iter().for_each(|branch| patterns(branch, found));
        schema.properties.iter().flatten().for_each(|(_, property)| patterns(property, found));
        schema.items.iter().for_each(|items| patterns(items, found));
        if let Some(Additional::Like(like)) = &schema.additional {
            patterns(like, found);
        }
    }
    let mut found = Vec::new();
    SCHEMAS.0.values().for_each(|schema| patterns(schema, &mut found));
    assert_eq!(found, [HEX_COLOUR]);
}

#[test]
fn right_ones_have_no_findings() {
    for config in [
        json!({}),
        json!({"model": "a/b", "permission": "ask", "autoupdate": "notify", "lsp": false}),
        json!({"permission": {"*": "ask", "bash": {"git *": "allow", "*": "deny"}, "mine_tool": "deny"}}),
        json!({"mcp": {"a": {"type": "local", "command": ["x"]}, "b": {"enabled": false}}}),
        json!({"agent": {"x": {"color": "#12aBef", "steps": 1, "anything": [1]}, "y": {"color": "primary"}}}),
        json!({"provider": {"p": {"options": {"timeout": false, "own": {}}, "models": {"m": {"interleaved": true}}}}}),
    ] {
        assert_eq!(issues(config.clone()), Vec::<Value>::new(), "{config}");
    }
}

#[test]
fn one_finding_each() {
    let union_of_actions = |path: Value, second: Value| {
        json!({"code": "invalid_union", "errors": [
            [{"code": "invalid_value", "values": ["ask", "allow", "deny"], "path": [],
              "message": "Invalid option: expected one of \"ask\"|\"allow\"|\"deny\""}],
            [second]], "path": path, "message": "Invalid input"})
    };
    let cases = [
        (
            json!([1]),
            json!({"expected": "object", "code": "invalid_type", "path": [],
            "message": "Invalid input: expected object, received array"}),
        ),
        (
            json!({"zzz": 1, "yyy": 2}),
            json!({"code": "unrecognized_keys", "keys": ["zzz", "yyy"], "path": [],
            "message": "Unrecognized keys: \"zzz\", \"yyy\""}),
        ),
        (
            json!({"keybinds": {"nope": "x"}}),
            json!({"code": "unrecognized_keys", "keys": ["nope"],
            "path": ["keybinds"], "message": "Unrecognized key: \"nope\""}),
        ),
        (
            json!({"share": "zzz"}),
            json!({"code": "invalid_value", "values": ["manual", "auto", "disabled"],
            "path": ["share"], "message": "Invalid option: expected one of \"manual\"|\"auto\"|\"disabled\""}),
        ),
        (
            json!({"model": 5}),
            json!({"expected": "string", "code": "invalid_type", "path": ["model"],
            "message": "Invalid input: expected string, received number"}),
        ),
        (
            json!({"tui": {"scroll_speed": 0}}),
            json!({"origin": "number", "code": "too_small", "minimum": 0.001,
            "inclusive": true, "path": ["tui", "scroll_speed"],
            "message": "Too small: expected number to be >=0.001"}),
        ),
        (
            json!({"server": {"port": -1}}),
            json!({"origin": "number", "code": "too_small", "minimum": 0,
            "inclusive": false, "path": ["server", "port"], "message": "Too small: expected number to be >0"}),
        ),
        (
            json!({"command": {"c": {}}}),
            json!({"expected": "string", "code": "invalid_type",
            "path": ["command", "c", "template"],
            "message": "Invalid input: expected string, received undefined"}),
        ),
        (
            json!({"instructions": ["a", 1]}),
            json!({"expected": "string", "code": "invalid_type",
            "path": ["instructions", 1], "message": "Invalid input: expected string, received number"}),
        ),
        (
            json!({"agent": {"x": {"maxSteps": 1.5}}}),
            json!({"expected": "int", "format": "safeint",
            "code": "invalid_type", "path": ["agent", "x", "maxSteps"],
            "message": "Invalid input: expected int, received number"}),
        ),
        (
            json!({"autoupdate": "x"}),
            json!({"code": "invalid_union", "errors": [
            [{"expected": "boolean", "code": "invalid_type", "path": [],
              "message": "Invalid input: expected boolean, received string"}],
            [{"code": "invalid_value", "values": ["notify"], "path": [],
              "message": "Invalid input: expected \"notify\""}]],
            "path": ["autoupdate"], "message": "Invalid input"}),
        ),
        // Of the right kind, but out of bounds: the other branch (`false`) is not mentioned.
        (
            json!({"provider": {"p": {"options": {"timeout": 0}}}}),
            json!({"origin": "number", "code": "too_small",
            "minimum": 0, "inclusive": false, "path": ["provider", "p", "options", "timeout"],
            "message": "Too small: expected number to be >0"}),
        ),
        (
            json!({"agent": {"x": {"color": "red"}}}),
            json!({"origin": "string", "code": "invalid_format",
            "format": "regex", "pattern": "/^#[0-9a-fA-F]{6}$/", "path": ["agent", "x", "color"],
            "message": "Invalid string: must match pattern /^#[0-9a-fA-F]{6}$/"}),
        ),
        (
            json!({"formatter": true}),
            json!({"code": "invalid_union", "errors": [
            [{"code": "invalid_value", "values": [false], "path": [], "message": "Invalid input: expected false"}],
            [{"expected": "record", "code": "invalid_type", "path": [],
              "message": "Invalid input: expected record, received boolean"}]],
            "path": ["formatter"], "message": "Invalid input"}),
        ),
        // Told apart by `type`: only the branch meant answers, beside `{enabled}`.
        (
            json!({"mcp": {"a": {"type": "local"}}}),
            json!({"code": "invalid_union", "errors": [
            [{"expected": "array", "code": "invalid_type", "path": ["command"],
              "message": "Invalid input: expected array, received undefined"}],
            [{"expected": "boolean", "code": "invalid_type", "path": ["enabled"],
              "message": "Invalid input: expected boolean, received undefined"},
             {"code": "unrecognized_keys", "keys": ["type"], "path": [], "message": "Unrecognized key: \"type\""}]],
            "path": ["mcp", "a"], "message": "Invalid input"}),
        ),
        (
            json!({"permission": "maybe"}),
            json!({"code": "invalid_union", "errors": [
            [{"expected": "object", "code": "invalid_type", "path": [],
              "message": "Invalid input: expected object, received string"}],
            [{"code": "invalid_value", "values": ["ask", "allow", "deny"], "path": [],
              "message": "Invalid option: expected one of \"ask\"|\"allow\"|\"deny\""}]],
            "path": ["permission"], "message": "Invalid input"}),
        ),
        (
            json!({"permission": {"edit": {"a": "b"}}}),
            json!({"code": "invalid_union", "errors": [
            [union_of_actions(json!(["edit"]), json!({"code": "invalid_value",
                "values": ["ask", "allow", "deny"], "path": ["a"],
                "message": "Invalid option: expected one of \"ask\"|\"allow\"|\"deny\""}))],
            [{"code": "invalid_value", "values": ["ask", "allow", "deny"], "path": [],
              "message": "Invalid option: expected one of \"ask\"|\"allow\"|\"deny\""}]],
            "path": ["permission"], "message": "Invalid input"}),
        ),
    ];
    for (config, expected) in cases {
        assert_eq!(issues(config.clone()), [expected], "{config}");
    }
}

#[test]
fn several_come_in_the_order_of_the_contract() {
    let config = json!({"zzz": 1, "share": 1, "server": {"zz": 1, "cors": "x", "port": 0.5}});
    let found: Vec<String> = SCHEMAS.check(&config).iter().map(Issue::sentence).collect();
    assert_eq!(
        found,
        [
            "server.port: Invalid input: expected int, received number",
            "server.cors: Invalid input: expected array, received string",
            "server: Unrecognized key: \"zz\"",
            "share: Invalid option: expected one of \"manual\"|\"auto\"|\"disabled\"",
            "Unrecognized key: \"zzz\"",
        ]
    );
}

#[test]
fn agents_and_commands_alone() {
    let found = SCHEMAS.check_agent(&json!({"mode": "foo"}));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].path, [Step::Key("mode".to_owned())]);
    let found = SCHEMAS.check_command(&json!({"template": "x", "subtask": 3}));
    assert_eq!(found[0].sentence(), "subtask: Invalid input: expected boolean, received number");
    assert!(SCHEMAS.is_agent_key("maxSteps") && !SCHEMAS.is_agent_key("reasoningEffort"));
}
