//! Making up arguments: from a tool's short form in a directive, and from a JSON schema.

use serde_json::{Value, json};

use crate::plan::ToolCall;

/// The call that `[tool:NAME ARGUMENT]` asks for. JSON objects are taken as they are, short forms are spelled out.
pub(crate) fn call(name: &str, argument: &str) -> ToolCall {
    let given = argument.trim();
    let arguments =
        if given.starts_with('{') { given.to_owned() } else { spelled_out(name, argument).to_string() };
    ToolCall { name: name.to_owned(), arguments }
}

fn spelled_out(name: &str, argument: &str) -> Value {
    let (first, rest) = argument.split_once(' ').unwrap_or((argument, ""));
    match name {
        "bash" => json!({ "command": argument, "description": format!("Run {argument:.40}") }),
        "read" => json!({ "filePath": argument }),
        "write" => json!({ "filePath": first, "content": lines(rest) }),
        "edit" => {
            let mut pieces = argument.split('|');
            let mut next = || pieces.next().unwrap_or_default();
            json!({ "filePath": next(), "oldString": lines(next()), "newString": lines(next()) })
        }
        "glob" | "grep" => json!({ "pattern": argument }),
        "list" => json!({ "path": argument }),
        "webfetch" => json!({ "url": argument, "format": "text" }),
        "skill" => json!({ "name": argument }),
        "task" => json!({ "description": "A piece of the work", "prompt": rest, "subagent_type": first }),
        "todowrite" => json!({ "todos": todos(argument) }),
        "question" => json!({ "questions": [{
            "question": "Which colour shall it be?",
            "header": "Colour",
            "options": [
                { "label": "Red", "description": "A warm colour" },
                { "label": "Blue", "description": "A cold colour" },
            ],
        }] }),
        _ => json!({}),
    }
}

/// A directive stands on one line; `\n` in it means a line break.
pub(crate) fn lines(text: &str) -> String {
    text.replace("\\n", "\n")
}

/// `A;B;C`: the first is being worked on, the others wait.
fn todos(argument: &str) -> Vec<Value> {
    let items = argument.split(';').map(str::trim).filter(|item| !item.is_empty());
    items
        .enumerate()
        .map(|(at, content)| {
            let status = if at == 0 { "in_progress" } else { "pending" };
            json!({ "id": (at + 1).to_string(), "content": content, "status": status, "priority": "medium" })
        })
        .collect()
}

/// A small value that satisfies `schema`, for the subset of JSON Schema that structured output uses.
pub(crate) fn sample(schema: &Value) -> Value {
    sample_within(schema, 12)
}

/// `depth` bounds schemas that contain themselves.
fn sample_within(schema: &Value, depth: usize) -> Value {
    if depth == 0 {
        return Value::Null;
    }
    if let Some(value) = schema.get("const") {
        return value.clone();
    }
    if let Some(first) = schema.pointer("/enum/0") {
        return first.clone();
    }
    for key in ["/anyOf/0", "/oneOf/0"] {
        if let Some(first) = schema.pointer(key) {
            return sample_within(first, depth - 1);
        }
    }
    let members = schema.get("properties").and_then(Value::as_object);
    let kind = schema.get("type").and_then(Value::as_str);
    match (kind, members) {
        (Some("object"), _) | (None, Some(_)) => Value::Object(
            members
                .into_iter()
                .flatten()
                .map(|(name, member)| (name.clone(), sample_within(member, depth - 1)))
                .collect(),
        ),
        (Some("array"), _) => {
            json!([sample_within(schema.get("items").unwrap_or(&Value::Null), depth - 1)])
        }
        (Some("number" | "integer"), _) => json!(1),
        (Some("boolean"), _) => json!(true),
        (Some("null"), _) => Value::Null,
        _ => json!("sample"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(name: &str, argument: &str) -> Value {
        serde_json::from_str(&call(name, argument).arguments).expect("short forms become JSON")
    }

    #[test]
    fn short_forms_are_spelled_out() {
        assert_eq!(arguments("bash", "ls -l")["command"], "ls -l");
        assert_eq!(
            arguments("write", r"a.txt one\ntwo"),
            json!({"filePath": "a.txt", "content": "one\ntwo"})
        );
        assert_eq!(
            arguments("edit", "a.txt|old|new"),
            json!({"filePath": "a.txt", "oldString": "old", "newString": "new"})
        );
        assert_eq!(arguments("edit", "a.txt")["newString"], "");
        assert_eq!(arguments("task", "general look around")["prompt"], "look around");
        assert_eq!(arguments("todowrite", "one; two;")["todos"][1]["status"], "pending");
        assert_eq!(arguments("unheard_of", "x"), json!({}));
    }

    #[test]
    fn json_arguments_are_taken_as_they_are() {
        assert_eq!(call("read", r#" {"filePath": "x"} "#).arguments, r#"{"filePath": "x"}"#);
    }

    #[test]
    fn a_long_command_is_cut_at_characters_in_its_description() {
        let command = "ü".repeat(60);
        assert_eq!(arguments("bash", &command)["description"], format!("Run {}", "ü".repeat(40)));
    }

    #[test]
    fn samples_have_the_members_of_the_schema() {
        let schema = json!({"type": "object", "properties": {
            "name": {"type": "string"}, "kind": {"enum": ["b", "c"]}, "list": {"type": "array", "items": {"type": "integer"}},
            "either": {"anyOf": [{"type": "null"}, {"type": "string"}]}, "fixed": {"const": 7}, "flag": {"type": "boolean"},
        }});
        assert_eq!(
            sample(&schema),
            json!({"name": "sample", "kind": "b", "list": [1], "either": null, "fixed": 7, "flag": true})
        );
    }
}
