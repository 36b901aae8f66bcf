//! The smallest value of a schema that still looks like something: what the examples send.

use serde_json::{Map, Value, json};

use super::phrase::{Types, required};

/// Deeper than this nothing is made up any more; only schemas that require themselves get there.
const DEEPEST: usize = 12;

/// Texts for members of these names, so that an example reads like a request someone would send.
const TEXTS: [(&str, &str); 27] = [
    ("agent", "build"),
    ("arguments", ""),
    ("branch", "main"),
    ("code", "4f2a9c"),
    ("command", "init"),
    ("cwd", "/home/me/project"),
    ("description", "What it is for"),
    ("directory", "/home/me/project"),
    ("file", "src/main.rs"),
    ("filename", "notes.txt"),
    ("id", "example"),
    ("key", "sk-example"),
    ("level", "info"),
    ("message", "It is done."),
    ("mime", "text/plain"),
    ("modelID", "claude-sonnet-4-5"),
    ("name", "example"),
    ("path", "src/main.rs"),
    ("pattern", "TODO"),
    ("prompt", "What does this project do?"),
    ("providerID", "anthropic"),
    ("query", "main"),
    ("sessionID", "ses_example"),
    ("text", "What does this project do?"),
    ("title", "A first look"),
    ("type", "example"),
    ("url", "https://example.com"),
];

/// A value of `schema`, which is the member or parameter `name`.
pub fn sample(types: &Types<'_>, schema: &Value, name: &str) -> Value {
    value(types, schema, name, 0)
}

fn value(types: &Types<'_>, schema: &Value, name: &str, depth: usize) -> Value {
    let Some(members) = types.resolved(schema).as_object() else { return Value::Null };
    let listed = |key: &str| members.get(key).and_then(Value::as_array).and_then(|all| all.first());
    if let Some(known) =
        members.get("const").or(listed("enum")).or(members.get("example")).or(listed("examples"))
    {
        return known.clone();
    }
    if let Some(default) = members.get("default").filter(|default| !default.is_null()) {
        return default.clone();
    }
    if depth > DEEPEST {
        return Value::Null;
    }
    if let Some(parts) = members.get("allOf").and_then(Value::as_array) {
        let mut own = members.clone();
        own.remove("allOf");
        let own = (own.contains_key("type") || own.contains_key("properties"))
            .then(|| value(types, &Value::Object(own), name, depth + 1));
        return parts
            .iter()
            .map(|part| value(types, part, name, depth + 1))
            .chain(own)
            .reduce(merged)
            .unwrap_or_default();
    }
    if let Some(union) = ["anyOf", "oneOf"].iter().find_map(|key| members.get(*key)?.as_array()) {
        let is_null = |one: &&Value| one.get("type").is_some_and(|kind| kind == "null");
        let best = union.iter().find(|one| !is_null(one)).or(union.first());
        return best.map_or(Value::Null, |best| value(types, best, name, depth + 1));
    }
    let kind = match members.get("type") {
        Some(Value::String(kind)) => kind.as_str(),
        Some(Value::Array(kinds)) => {
            kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or("null")
        }
        _ if members.contains_key("properties") => "object",
        _ if members.contains_key("items") => "array",
        _ => "string",
    };
    match kind {
        "object" => object(types, members, depth),
        "array" => array(types, members, name, depth),
        "boolean" => json!(true),
        "integer" | "number" => number(members),
        "null" => Value::Null,
        _ => text(members, name),
    }
}

fn merged(one: Value, other: Value) -> Value {
    match (one, other) {
        (Value::Object(mut one), Value::Object(other)) => {
            one.extend(other);
            Value::Object(one)
        }
        (_, other) => other,
    }
}

fn object(types: &Types<'_>, members: &Map<String, Value>, depth: usize) -> Value {
    let properties = members.get("properties");
    let required: Vec<&str> = required(members).collect();
    let one = |name: &&str| {
        let schema = properties.and_then(|all| all.get(*name)).unwrap_or(&Value::Null);
        ((*name).to_owned(), value(types, schema, name, depth + 1))
    };
    Value::Object(required.iter().map(one).collect())
}

fn array(types: &Types<'_>, members: &Map<String, Value>, name: &str, depth: usize) -> Value {
    let singular = name.strip_suffix('s').unwrap_or(name);
    let mut items: Vec<Value> = members
        .get("prefixItems")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|item| value(types, item, singular, depth + 1))
        .collect();
    // An empty list shows nothing; one item shows what belongs there.
    let least = members.get("minItems").and_then(Value::as_u64).unwrap_or(1).clamp(1, 4);
    let most = members.get("maxItems").and_then(Value::as_u64).unwrap_or(4);
    let Some(item) = members.get("items").filter(|item| item.is_object()) else { return Value::Array(items) };
    while (items.len() as u64) < least.min(most) {
        items.push(value(types, item, singular, depth + 1));
    }
    Value::Array(items)
}

fn number(members: &Map<String, Value>) -> Value {
    let bound = |key: &str| members.get(key).and_then(Value::as_f64);
    let mut number = 1.0_f64;
    if let Some(least) = bound("minimum").or(bound("exclusiveMinimum").map(|least| least + 1.0)) {
        number = number.max(least);
    }
    if let Some(most) = bound("maximum").or(bound("exclusiveMaximum").map(|most| most - 1.0)) {
        number = number.min(most);
    }
    if number.fract() == 0.0 && number.abs() < 9e15 { json!(number as i64) } else { json!(number) }
}

fn text(members: &Map<String, Value>, name: &str) -> Value {
    let string = |key: &str| members.get(key).and_then(Value::as_str);
    let mut text = match (string("pattern").and_then(prefix), string("format")) {
        (Some(prefix), _) if prefix.ends_with(|letter: char| !letter.is_ascii_alphanumeric()) => {
            format!("{prefix}example")
        }
        (Some(prefix), _) => format!("{prefix}_example"),
        (None, Some("uri" | "url")) => "https://example.com".to_owned(),
        (None, Some("date-time")) => "2026-01-31T12:00:00Z".to_owned(),
        (None, Some("date")) => "2026-01-31".to_owned(),
        (None, Some("email")) => "me@example.com".to_owned(),
        (None, Some("uuid")) => "7b0a1c52-4a5e-4f0e-9d0a-0f6b5a1c3e2d".to_owned(),
        _ => by_name(name),
    };
    if let Some(most) = members.get("maxLength").and_then(Value::as_u64) {
        text = text.chars().take(usize::try_from(most).unwrap_or(usize::MAX)).collect();
    }
    json!(text)
}

fn by_name(name: &str) -> String {
    let known = TEXTS.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
    known.unwrap_or_else(|| {
        // `ptyID` → `pty_example`, what ids look like.
        match name.strip_suffix("ID").or_else(|| name.strip_suffix("Id")) {
            Some(kind) if !kind.is_empty() => format!("{}_example", kind.to_lowercase()),
            _ => "example".to_owned(),
        }
    })
}

/// The letters that a pattern such as `^ses.*` begins with.
pub fn prefix(pattern: &str) -> Option<&str> {
    let rest = pattern.strip_prefix('^')?;
    let end = rest
        .find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_' || letter == '-'))
        .unwrap_or(rest.len());
    let ends_plain = matches!(&rest[end..], "" | ".*" | ".+" | ".*$" | ".+$");
    (end > 0 && ends_plain).then_some(&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(schema: Value) -> Value {
        let document = json!({"components": {"schemas": {
            "Text": {"type": "object", "required": ["type", "text"], "properties": {"type": {"const": "text"}, "text": {"type": "string"}}},
            "Loop": {"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/Loop"}}},
        }}});
        sample(&Types::new(&document), &schema, "thing")
    }

    #[test]
    fn only_what_is_required_is_made_up() {
        let body = json!({"type": "object", "required": ["parts", "sessionID", "n"], "properties": {
            "parts": {"type": "array", "items": {"anyOf": [{"type": "null"}, {"$ref": "#/components/schemas/Text"}]}},
            "sessionID": {"type": "string", "pattern": "^ses.*"},
            "n": {"type": "integer", "exclusiveMinimum": 4, "maximum": 9},
            "optional": {"type": "string"},
        }});
        assert_eq!(
            made(body),
            json!({"parts": [{"type": "text", "text": "What does this project do?"}], "sessionID": "ses_example", "n": 5})
        );
        assert_eq!(made(json!({"type": "object"})), json!({}));
        assert_eq!(
            made(
                json!({"allOf": [{"$ref": "#/components/schemas/Text"}, {"required": ["x"], "properties": {"x": {"const": 1}}}]})
            )["x"],
            1
        );
        assert_eq!(made(json!({"type": ["null", "string"], "format": "uri"})), "https://example.com");
        assert_eq!(made(json!(7)), Value::Null);
    }

    #[test]
    fn a_schema_that_requires_itself_ends() {
        assert!(
            made(json!({"$ref": "#/components/schemas/Loop"})).to_string().ends_with("null}}}}}}}}}}}}}")
        );
    }

    #[test]
    fn patterns_tell_prefixes_only_when_they_are_prefixes() {
        assert_eq!(prefix("^ses.*"), Some("ses"));
        assert_eq!(prefix("^msg_"), Some("msg_"));
        assert_eq!(prefix("^#[0-9a-f]{6}$"), None);
        assert_eq!(prefix("^[a-z]+$"), None);
        assert_eq!(prefix("^a(b)"), None);
    }
}
