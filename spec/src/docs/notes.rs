//! What a schema says beside its type: default, bounds, pattern, format, and so on, as short sentences.
//!
//! Values are in backticks, and nothing is escaped: whoever writes Markdown does that.

use serde_json::{Map, Value};

use super::markdown::code;
use super::phrase::{Detail, Types};
use super::words::Words;

/// Keywords with one plain value, in the order in which they are told.
const PLAIN: [(&str, usize); 16] = [
    ("default", 0),
    ("minimum", 1),
    ("exclusiveMinimum", 2),
    ("maximum", 3),
    ("exclusiveMaximum", 4),
    ("multipleOf", 5),
    ("minLength", 6),
    ("maxLength", 7),
    ("minItems", 8),
    ("maxItems", 9),
    ("minProperties", 10),
    ("maxProperties", 11),
    ("pattern", 12),
    ("format", 13),
    ("contentMediaType", 14),
    ("contentEncoding", 15),
];

/// ``["Default `5000`.", "At least `1`."]``
pub fn notes(types: &Types<'_>, schema: &Value, words: &Words) -> Vec<String> {
    let Some(members) = schema.as_object() else { return Vec::new() };
    let mut found = of(types, members, words);
    let inner =
        |key: &str| members.get(key).and_then(Value::as_object).filter(|inner| !inner.contains_key("$ref"));
    for (key, label) in [
        ("items", words.each_item),
        ("additionalProperties", words.each_value),
        ("propertyNames", words.each_key),
    ] {
        if let Some(inner) = inner(key) {
            let told = of(types, inner, words);
            if !told.is_empty() {
                found.push(format!("{label} {}", told.join(" ")));
            }
        }
    }
    // `string | null` with a pattern on the text has its bounds one step down.
    for key in ["anyOf", "oneOf", "allOf"] {
        for alternative in members.get(key).and_then(Value::as_array).into_iter().flatten() {
            if let Some(alternative) = alternative
                .as_object()
                .filter(|one| !one.contains_key("$ref") && !one.contains_key("properties"))
            {
                found.extend(
                    of(types, alternative, words)
                        .into_iter()
                        .filter(|note| !found.contains(note))
                        .collect::<Vec<_>>(),
                );
            }
        }
    }
    found
}

fn of(types: &Types<'_>, members: &Map<String, Value>, words: &Words) -> Vec<String> {
    let mut found = Vec::new();
    for (key, label) in PLAIN {
        // `type: string, format: binary` reads as `bytes` already.
        if let Some(value) = members.get(key).filter(|value| *value != "binary") {
            let value = match value {
                Value::String(text) if key != "default" => text.clone(),
                other => other.to_string(),
            };
            found.push(words.notes[label].replace("{}", &code(&value)));
        }
    }
    if members.get("uniqueItems") == Some(&Value::Bool(true)) {
        found.push(words.unique.to_owned());
    }
    if members.get("additionalProperties") == Some(&Value::Bool(false)) && members.contains_key("properties")
    {
        found.push(words.closed.to_owned());
    }
    if let Some(content) = members.get("contentSchema") {
        found.push(words.content.replace("{}", &code(&types.phrase(content, Detail::Whole).to_string())));
    }
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::words::Language;
    use super::*;

    fn told(schema: Value) -> String {
        let document = json!({});
        notes(&Types::new(&document), &schema, Language::English.words()).join(" ")
    }

    #[test]
    fn bounds_and_defaults_are_told() {
        assert_eq!(
            told(json!({"type": "number", "maximum": 200, "minimum": 1, "default": 5})),
            "Default `5`. At least `1`. At most `200`."
        );
        assert_eq!(
            told(json!({"type": "string", "pattern": "^ses.*", "default": "ses_1"})),
            "Default `\"ses_1\"`. Matches `^ses.*`."
        );
        assert_eq!(
            told(json!({"type": "array", "minItems": 2, "uniqueItems": true, "items": {"format": "uri"}})),
            "At least `2` items. No two items are equal. Each item: Format `uri`."
        );
        assert_eq!(
            told(json!({"anyOf": [{"type": "string", "pattern": "^a"}, {"type": "null"}]})),
            "Matches `^a`."
        );
        assert_eq!(told(json!({"type": "string", "format": "binary"})), "");
        assert_eq!(
            told(json!({"properties": {"a": {}}, "additionalProperties": false})),
            "No other members."
        );
        assert_eq!(
            told(json!({"contentMediaType": "application/json", "contentSchema": {"type": "number"}})),
            "Holds `application/json`. Its content is `number`."
        );
        assert_eq!(told(json!(true)), "");
    }
}
