//! Rules on keywords that the generators would misread, refuse or pass over.

use serde_json::{Value, json};

use super::Object;
use super::schema::{remark, remove_all};

/// What the generators understand, or may pass over because it is for people.
const UNDERSTOOD: &[&str] = &[
    "$ref",
    "type",
    "nullable",
    "enum",
    "format",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "minItems",
    "maxItems",
    "allOf",
    "oneOf",
    "title",
    "description",
    "deprecated",
    "readOnly",
    "writeOnly",
    "example",
    "examples",
    "externalDocs",
];

/// What says how a text is to be read.
pub(super) const CONTENT: &[&str] = &["contentMediaType", "contentSchema", "contentEncoding"];

/// Everything else goes: `not`, `if`, `dependentSchemas`, `unevaluatedProperties`, `minProperties`, … A keyword that is
/// passed over in silence would look as if it were kept.
pub(super) fn keyword(schema: &mut Object) -> bool {
    let before = schema.len();
    schema.retain(|key, _| UNDERSTOOD.contains(&key.as_str()) || key.starts_with("x-"));
    schema.len() < before
}

/// Formats for which the type generator would take a type of a crate that is none of ours.
pub(super) fn string_format(schema: &mut Object) -> bool {
    if schema.get("type") != Some(&json!("string")) {
        return false;
    }
    let typed = ["date", "date-time", "time", "uuid", "ip", "ipv4", "ipv6"];
    let Some(format) = schema.get("format").and_then(Value::as_str).map(str::to_owned) else { return false };
    if !typed.contains(&format.as_str()) {
        return false;
    }
    schema.remove("format");
    remark(schema, &format!("format: {format}"));
    true
}

/// `minLength`, `maxLength` would make one checked type per site.
pub(super) fn string_length(schema: &mut Object) -> bool {
    let texts: Vec<String> = [("minLength", "at least"), ("maxLength", "at most")]
        .into_iter()
        .filter_map(|(key, words)| Some(format!("{words} {} characters", schema.remove(key)?)))
        .collect();
    if texts.is_empty() {
        return false;
    }
    remark(schema, &texts.join(", "));
    true
}

/// Enums of numbers, of several types, or with null: the generators know enums of strings and single booleans.
pub(super) fn enum_values(schema: &mut Object) -> bool {
    let Some(Value::Array(values)) = schema.get("enum").cloned() else { return false };
    let mut real: Vec<Value> = values.iter().filter(|value| !value.is_null()).cloned().collect();
    let had_null = real.len() < values.len();
    let strings = !real.is_empty() && real.iter().all(Value::is_string);
    if strings || matches!(real.as_slice(), [Value::Bool(_)]) {
        if had_null {
            schema.insert("enum".into(), json!(real));
            schema.insert("nullable".into(), json!(true));
        }
        return had_null;
    }
    schema.remove("enum");
    real.dedup();
    let one_kind = |is: fn(&Value) -> bool| !real.is_empty() && real.iter().all(is);
    let kind = [
        ("boolean", Value::is_boolean as fn(&Value) -> bool),
        ("integer", |value: &Value| value.is_i64() || value.is_u64()),
        ("number", Value::is_number),
    ]
    .into_iter()
    .find(|(_, is)| one_kind(*is));
    match kind {
        // A number that the contract itself calls a number stays one.
        Some((kind, _)) if !schema.contains_key("type") => drop(schema.insert("type".into(), json!(kind))),
        Some(_) => {}
        None => drop(schema.remove("type")),
    }
    if had_null {
        schema.insert("nullable".into(), json!(true));
    }
    remark(schema, &format!("one of {}", Value::Array(real)));
    true
}

/// `contentMediaType`, `contentEncoding`, `contentSchema` have no counterpart.
pub(super) fn content_keywords(schema: &mut Object) -> bool {
    remove_all(schema, CONTENT)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::{Report, schema};

    fn run(mut value: Value) -> (Value, Vec<&'static str>) {
        let mut report = Report::default();
        schema::normalise(&mut value, &mut report);
        (value, report.loosenings.into_iter().map(|loosening| loosening.rule).collect())
    }

    #[test]
    fn each_rule_on_its_smallest_schema() {
        let rows = [
            (json!({"type": "object", "minProperties": 1}), json!({"type": "object"}), "keyword"),
            (json!({"not": {"type": "string"}}), json!({}), "keyword"),
            (
                json!({"type": "string", "format": "date-time"}),
                json!({"type": "string", "description": "format: date-time"}),
                "string-format",
            ),
            (
                json!({"type": "string", "minLength": 1, "maxLength": 9}),
                json!({"type": "string", "description": "at least 1 characters, at most 9 characters"}),
                "string-length",
            ),
            (
                json!({"type": ["string", "null"], "enum": ["a", "b", null]}),
                json!({"type": "string", "enum": ["a", "b"], "nullable": true}),
                "enum-values",
            ),
            (
                json!({"type": "number", "enum": [1, 2.5]}),
                json!({"type": "number", "description": "one of [1,2.5]"}),
                "enum-values",
            ),
            (json!({"enum": ["a", 1]}), json!({"description": "one of [\"a\",1]"}), "enum-values"),
            (json!({"enum": [null]}), json!({"description": "one of []", "nullable": true}), "enum-values"),
            (json!({"const": 3}), json!({"type": "number", "description": "one of [3]"}), "enum-values"),
            (
                json!({"type": "string", "contentMediaType": "a/b"}),
                json!({"type": "string"}),
                "content-keywords",
            ),
        ];
        for (before, after, rule) in rows {
            let (value, rules) = run(before.clone());
            assert_eq!(value, after, "{rule} on {before}");
            assert!(rules.contains(&rule), "{rule} on {before} reported {rules:?}");
        }
    }

    #[test]
    fn what_is_for_people_stays() {
        let clean = json!({"type": "string", "title": "A", "examples": ["a"], "x-order": 1, "format": "uri"});
        assert_eq!(run(clean.clone()), (clean, vec![]));
    }
}
