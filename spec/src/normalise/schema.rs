//! Rules on one schema. Children are normalised before their parent, so a rule sees clean children.

use serde_json::{Value, json};

use super::{Object, Report};
use super::{bounds, keyword, union};
use crate::document::member_mut;

/// A rule: changes the schema and answers whether it did.
type Rule = fn(&mut Object) -> bool;

/// The rules in their order; a later one relies on what an earlier one left. Each with the keywords of which one must
/// be there for it to do anything: most schemas have two or three.
const RULES: &[(&str, &[&str], Rule)] = &[
    ("ref-siblings", &["$ref"], ref_siblings),
    ("type-array", &["type"], type_array),
    ("const", &["const"], const_),
    ("propertyNames", &["propertyNames"], property_names),
    ("content-keywords", keyword::CONTENT, keyword::content_keywords),
    ("patternProperties", &["patternProperties"], pattern_properties),
    ("prefixItems", &["prefixItems"], prefix_items),
    ("exclusive-bounds", &["exclusiveMinimum", "exclusiveMaximum"], bounds::exclusive_bounds),
    ("enum-values", &["enum"], keyword::enum_values),
    ("integer", &["type"], bounds::integer),
    ("number-bounds", bounds::NUMBER, bounds::number_bounds),
    ("default", &["default"], default),
    ("pattern", &["pattern"], pattern),
    ("string-format", &["format"], keyword::string_format),
    ("string-length", &["minLength", "maxLength"], keyword::string_length),
    ("closed-object", &["additionalProperties"], closed_object),
    ("binary", &["format"], binary),
    ("array-bounds", &["x-tuple", "minItems", "maxItems", "uniqueItems"], bounds::array_bounds),
    ("null-member", UNION, union::null_member),
    ("nested-union", UNION, union::nested_union),
    ("any-of-enums", UNION, union::any_of_enums),
    ("any-of-strings", UNION, union::any_of_strings),
    ("number-or-nan", &["anyOf"], union::number_or_nan),
    ("any-of", &["anyOf"], union::any_of),
    ("member-order", &["oneOf"], union::member_order),
    ("optional-null", &["properties"], optional_null),
    ("optional-container", &["properties"], optional_container),
];

const UNION: &[&str] = &["anyOf", "oneOf"];

/// Normalises `schema` and everything below it.
pub(super) fn normalise(schema: &mut Value, report: &mut Report) {
    if *schema == Value::Bool(true) {
        *schema = json!({});
    }
    let Some(object) = schema.as_object_mut() else { return };
    for key in ["items", "additionalProperties", "not", "propertyNames"] {
        if let Some(child) = member_mut(object, key).filter(|child| child.is_object()) {
            report.within(key, |report| normalise(child, report));
        }
    }
    for key in ["anyOf", "oneOf", "allOf", "prefixItems"] {
        if let Some(Value::Array(members)) = member_mut(object, key) {
            report.within(key, |report| {
                for (index, member) in members.iter_mut().enumerate() {
                    report.within(&index.to_string(), |report| normalise(member, report));
                }
            });
        }
    }
    for key in ["properties", "patternProperties"] {
        if let Some(Value::Object(members)) = member_mut(object, key) {
            report.within(key, |report| {
                for (name, member) in members {
                    report.within(name, |report| normalise(member, report));
                }
            });
        }
    }
    for (name, keywords, rule) in RULES {
        if object.keys().any(|key| keywords.contains(&key.as_str())) && rule(object) {
            report.note(name);
        }
    }
    if keyword::keyword(object) {
        report.note("keyword");
    }
}

/// Appends to the description, so that what a rule removes stays readable in the generated docs.
pub(super) fn remark(schema: &mut Object, text: &str) {
    let old = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    let new = if old.is_empty() { text.to_owned() } else { format!("{old} ({text})") };
    schema.insert("description".into(), json!(new));
}

/// `{$ref, nullable…}`: 3.0 ignores siblings of `$ref`; it moves into `allOf`. Texts beside it are dropped.
fn ref_siblings(schema: &mut Object) -> bool {
    if schema.len() < 2 || !schema.contains_key("$ref") {
        return false;
    }
    let reference = schema.remove("$ref").unwrap_or_default();
    schema.retain(|key, _| {
        !["description", "title", "default", "example", "deprecated"].contains(&key.as_str())
    });
    if schema.is_empty() {
        schema.insert("$ref".into(), reference);
    } else {
        schema.insert("allOf".into(), json!([{ "$ref": reference }]));
    }
    true
}

/// `type: [string, null]` → `nullable`; several real types → `oneOf`.
fn type_array(schema: &mut Object) -> bool {
    let Some(Value::Array(types)) = schema.get("type").filter(|kind| kind.is_array()).cloned() else {
        return false;
    };
    let real: Vec<_> = types.iter().filter(|name| *name != "null").cloned().collect();
    if real.len() < types.len() {
        schema.insert("nullable".into(), json!(true));
    }
    match real.as_slice() {
        [one] => {
            schema.insert("type".into(), one.clone());
        }
        _ => {
            schema.remove("type");
            schema.insert("oneOf".into(), real.iter().map(|name| json!({ "type": name })).collect());
        }
    }
    true
}

/// `const: x` → `enum: [x]` with its type.
fn const_(schema: &mut Object) -> bool {
    let Some(value) = schema.remove("const") else { return false };
    let kind = match value {
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        _ => "object",
    };
    schema.entry("type").or_insert_with(|| json!(kind));
    schema.insert("enum".into(), json!([value]));
    true
}

/// `propertyNames` has no counterpart.
fn property_names(schema: &mut Object) -> bool {
    schema.remove("propertyNames").is_some()
}

/// `patternProperties` → `additionalProperties`: of one pattern its schema, of several anything.
fn pattern_properties(schema: &mut Object) -> bool {
    let Some(Value::Object(patterns)) = schema.remove("patternProperties") else { return false };
    let mut values = patterns.into_iter().map(|(_, value)| value);
    let value = match (values.next(), values.next()) {
        (Some(one), None) => one,
        _ => json!({}),
    };
    if !schema.contains_key("properties") {
        schema.insert("additionalProperties".into(), value);
    }
    true
}

/// `prefixItems` → `items` if all are equal, else anything; the length stays.
fn prefix_items(schema: &mut Object) -> bool {
    let Some(Value::Array(items)) = schema.remove("prefixItems") else { return false };
    let same = items.windows(2).all(|pair| pair[0] == pair[1]);
    let length = items.len();
    let item = items.into_iter().next().filter(|_| same).unwrap_or_else(|| json!({}));
    schema.insert("items".into(), item);
    schema.insert("minItems".into(), json!(length));
    schema.insert("maxItems".into(), json!(length));
    schema.insert("x-tuple".into(), json!(true));
    true
}

/// `default` would make a member non-optional and always written; it goes to the description.
fn default(schema: &mut Object) -> bool {
    let Some(value) = schema.remove("default") else { return false };
    remark(schema, &format!("default: {value}"));
    true
}

/// `pattern` would make one checked type per site; the server checks path and body ids itself.
fn pattern(schema: &mut Object) -> bool {
    let Some(Value::String(pattern)) = schema.remove("pattern") else { return false };
    remark(schema, &format!("pattern: `{pattern}`"));
    true
}

/// `additionalProperties: false` would make a client refuse what a newer server adds.
fn closed_object(schema: &mut Object) -> bool {
    schema.get("additionalProperties") == Some(&json!(false))
        && schema.remove("additionalProperties").is_some()
}

/// `format: binary` inside JSON has no type.
fn binary(schema: &mut Object) -> bool {
    schema.get("format") == Some(&json!("binary")) && schema.remove("format").is_some()
}

fn optional_members(schema: &mut Object) -> impl Iterator<Item = &mut Value> {
    let required: Vec<String> = schema
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect())
        .unwrap_or_default();
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    properties
        .into_iter()
        .flatten()
        .filter(move |(name, _)| !required.contains(name))
        .map(|(_, member)| member)
}

/// `Option` is all there is for a member that may be absent and may be null: null is read as absent.
fn optional_null(schema: &mut Object) -> bool {
    optional_members(schema).any(|member| member["nullable"] == true)
}

/// An optional array or map would be skipped when empty, so that `[]` and absence were one; it becomes nullable.
fn optional_container(schema: &mut Object) -> bool {
    let mut changed = false;
    for member in optional_members(schema) {
        let map = member["type"] == "object"
            && member.get("properties").and_then(Value::as_object).is_none_or(Object::is_empty);
        if (map || member["type"] == "array")
            && let Some(member) = member.as_object_mut()
        {
            member.insert("nullable".into(), json!(true));
            changed = true;
        }
    }
    changed
}

pub(super) fn remove_all(schema: &mut Object, keys: &[&str]) -> bool {
    let before = schema.len();
    schema.retain(|key, _| !keys.contains(&key.as_str()));
    schema.len() < before
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// Normalises one schema; answers it and the rules that fired.
    pub(in super::super) fn run(mut schema: Value) -> (Value, Vec<&'static str>) {
        let mut report = Report::default();
        normalise(&mut schema, &mut report);
        (schema, report.loosenings.into_iter().map(|loosening| loosening.rule).collect())
    }

    /// One row per rule: before, after, the rule's name.
    #[test]
    fn each_rule_changes_its_keyword_and_says_so() {
        let rows = [
            (
                json!({"$ref": "#/a", "nullable": true}),
                json!({"nullable": true, "allOf": [{"$ref": "#/a"}]}),
                "ref-siblings",
            ),
            (json!({"$ref": "#/a", "description": "x"}), json!({"$ref": "#/a"}), "ref-siblings"),
            (json!({"type": ["string", "null"]}), json!({"type": "string", "nullable": true}), "type-array"),
            (json!({"const": "a"}), json!({"type": "string", "enum": ["a"]}), "const"),
            (json!({"const": false}), json!({"type": "boolean", "enum": [false]}), "const"),
            (
                json!({"type": "object", "propertyNames": {"type": "string"}}),
                json!({"type": "object"}),
                "propertyNames",
            ),
            (
                json!({"type": "object", "patternProperties": {"^a": {"type": "string"}}}),
                json!({"type": "object", "additionalProperties": {"type": "string"}}),
                "patternProperties",
            ),
            (
                json!({"type": "array", "prefixItems": [{"type": "string"}, {"type": "string"}]}),
                json!({"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}),
                "prefixItems",
            ),
            (
                json!({"type": "integer", "exclusiveMinimum": 0}),
                json!({"type": "integer", "description": "more than 0", "format": "int64"}),
                "exclusive-bounds",
            ),
            (
                json!({"type": "integer", "minimum": 1, "maximum": 9007199254740991_i64}),
                json!({"type": "integer", "description": "at least 1", "format": "int64"}),
                "integer",
            ),
            (
                json!({"type": "number", "minimum": 0.001}),
                json!({"type": "number", "description": "at least 0.001"}),
                "number-bounds",
            ),
            (
                json!({"type": "string", "description": "Key", "default": "a"}),
                json!({"type": "string", "description": "Key (default: \"a\")"}),
                "default",
            ),
            (
                json!({"type": "string", "pattern": "^ses.*"}),
                json!({"type": "string", "description": "pattern: `^ses.*`"}),
                "pattern",
            ),
            (
                json!({"type": "object", "additionalProperties": false}),
                json!({"type": "object"}),
                "closed-object",
            ),
            (json!({"type": "string", "format": "binary"}), json!({"type": "string"}), "binary"),
            (
                json!({"type": "array", "items": {}, "minItems": 1}),
                json!({"type": "array", "items": {}}),
                "array-bounds",
            ),
            (
                json!({"type": "object", "properties": {"a": {"type": "array", "items": {}}}}),
                json!({"type": "object", "properties": {"a": {"type": "array", "items": {}, "nullable": true}}}),
                "optional-container",
            ),
            (
                json!({"type": "object", "properties": {"a": {"type": "string", "nullable": true}}}),
                json!({"type": "object", "properties": {"a": {"type": "string", "nullable": true}}}),
                "optional-null",
            ),
        ];
        for (before, after, rule) in rows {
            let (schema, rules) = run(before.clone());
            assert_eq!(schema, after, "{rule} on {before}");
            assert!(rules.contains(&rule), "{rule} on {before} reported {rules:?}");
        }
    }

    #[test]
    fn a_clean_schema_is_left_alone() {
        let clean = json!({"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]});
        assert_eq!(run(clean.clone()), (clean, vec![]));
    }

    #[test]
    fn pointers_name_the_site() {
        let mut schema = json!({"properties": {"a/b": {"items": {"const": 1}}}});
        let mut report = Report::default();
        normalise(&mut schema, &mut report);
        assert_eq!(report.loosenings[0].pointer, "#/properties/a~1b/items");
    }
}
