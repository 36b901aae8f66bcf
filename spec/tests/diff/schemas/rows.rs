//! Pairs of schemas, and how each must be told.

use serde_json::{Value, json};

use crate::support::Set::{self, Grows, Moves, Shrinks, Stays, Unclear};

/// The ends of the rule ids there and back, what happens to the set on the way there, and the two schemas.
pub struct Row(pub &'static str, pub &'static str, pub Set, pub Value, pub Value);

/// `keyword` appears, and is gone on the way back.
fn appears(name: &'static str, gone: &'static str, base: Value, keyword: &str, value: Value) -> Row {
    let mut with = base.clone();
    with[keyword] = value;
    Row(name, gone, Shrinks, base, with)
}

/// `keyword` goes from 2 to 3.
fn rises(there: &'static str, back: &'static str, set: Set, base: Value, keyword: &str) -> Row {
    let (mut two, mut three) = (base.clone(), base);
    two[keyword] = json!(2);
    three[keyword] = json!(3);
    Row(there, back, set, two, three)
}

pub fn rows() -> Vec<Row> {
    let text = || json!({"type": "string"});
    let number = || json!({"type": "number"});
    let list = || json!({"type": "array", "items": {"type": "string"}});
    let object = || json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let contains = || json!({"type": "array", "contains": {"type": "string"}});
    let tagged =
        |tag: &str| json!({"type": "object", "properties": {"t": {"const": tag}}, "required": ["t"]});
    let loose = |member: &str| json!({"type": "object", "required": [member]});
    vec![
        Row("type-changed", "type-changed", Moves, text(), number()),
        Row("type-changed", "type-changed", Moves, json!({"const": 1}), json!({"const": "1"})),
        Row("type-generalized", "type-specialized", Grows, text(), json!({"type": ["string", "number"]})),
        Row("type-generalized", "type-specialized", Grows, json!({"type": "integer"}), number()),
        Row("type-generalized", "type-specialized", Grows, text(), json!({})),
        Row(
            "type-generalized",
            "type-specialized",
            Grows,
            json!({"anyOf": [tagged("a"), tagged("b")]}),
            json!({}),
        ),
        Row("became-nullable", "became-not-nullable", Grows, text(), json!({"type": ["string", "null"]})),
        Row(
            "became-nullable",
            "became-not-nullable",
            Grows,
            json!({"enum": ["a", "b"]}),
            json!({"enum": ["a", "b", null]}),
        ),
        Row(
            "enum-value-added",
            "enum-value-removed",
            Grows,
            json!({"enum": ["a"]}),
            json!({"enum": ["b", "a"]}),
        ),
        Row(
            "enum-value-added",
            "enum-value-removed",
            Grows,
            json!({"const": "a"}),
            json!({"anyOf": [{"const": "b"}, {"const": "a"}]}),
        ),
        Row("became-enum", "became-not-enum", Shrinks, text(), json!({"type": "string", "enum": ["a", "b"]})),
        Row("const-changed", "const-changed", Moves, json!({"const": "a"}), json!({"const": "b"})),
        Row(
            "one-of-added",
            "one-of-removed",
            Grows,
            json!({"oneOf": [tagged("a"), tagged("b")]}),
            json!({"oneOf": [tagged("a"), tagged("c"), tagged("b")]}),
        ),
        Row(
            "one-of-added",
            "one-of-removed",
            Grows,
            tagged("a"),
            json!({"anyOf": [tagged("a"), tagged("b")]}),
        ),
        Row(
            "one-of-added",
            "one-of-removed",
            Grows,
            json!({"type": ["string", "number"]}),
            json!({"anyOf": [text(), number(), tagged("b")]}),
        ),
        Row(
            "one-of-exclusivity-changed",
            "one-of-exclusivity-changed",
            Unclear,
            json!({"anyOf": [loose("a"), loose("b")]}),
            json!({"oneOf": [loose("a"), loose("b")]}),
        ),
        appears("all-of-added", "all-of-removed", object(), "anyOf", json!([loose("a"), loose("b")])),
        appears("min-set", "min-unset", number(), "minimum", json!(1)),
        appears("min-set", "min-unset", number(), "exclusiveMinimum", json!(1)),
        rises("min-increased", "min-decreased", Shrinks, number(), "minimum"),
        Row(
            "min-increased",
            "min-decreased",
            Shrinks,
            json!({"type": "number", "minimum": 1}),
            json!({"type": "number", "exclusiveMinimum": 1}),
        ),
        appears("max-set", "max-unset", number(), "maximum", json!(1)),
        rises("max-increased", "max-decreased", Grows, number(), "maximum"),
        appears("multiple-of-added", "multiple-of-removed", number(), "multipleOf", json!(2)),
        rises("multiple-of-changed", "multiple-of-changed", Unclear, number(), "multipleOf"),
        appears("min-length-set", "min-length-unset", text(), "minLength", json!(1)),
        rises("min-length-increased", "min-length-decreased", Shrinks, text(), "minLength"),
        appears("max-length-set", "max-length-unset", text(), "maxLength", json!(1)),
        rises("max-length-increased", "max-length-decreased", Grows, text(), "maxLength"),
        appears("pattern-added", "pattern-removed", text(), "pattern", json!("^a")),
        Row(
            "pattern-changed",
            "pattern-changed",
            Unclear,
            json!({"type": "string", "pattern": "^a"}),
            json!({"type": "string", "pattern": "^b"}),
        ),
        appears("format-added", "format-removed", text(), "format", json!("uri")),
        appears("format-added", "format-removed", number(), "format", json!("double")),
        Row(
            "format-generalized",
            "format-specialized",
            Grows,
            json!({"type": "integer", "format": "int32"}),
            json!({"type": "integer", "format": "int64"}),
        ),
        Row(
            "format-generalized",
            "format-specialized",
            Grows,
            json!({"type": "number", "format": "float"}),
            json!({"type": "number", "format": "double"}),
        ),
        Row(
            "format-generalized",
            "format-specialized",
            Grows,
            json!({"type": "string", "format": "uri"}),
            json!({"type": "string", "format": "uri-reference"}),
        ),
        Row(
            "format-changed",
            "format-changed",
            Unclear,
            json!({"type": "number", "format": "int64"}),
            json!({"type": "number", "format": "double"}),
        ),
        Row(
            "format-changed",
            "format-changed",
            Unclear,
            json!({"type": "string", "format": "date"}),
            json!({"type": "string", "format": "uuid"}),
        ),
        Row(
            "content-encoding-changed",
            "content-encoding-changed",
            Unclear,
            text(),
            json!({"type": "string", "contentEncoding": "base64"}),
        ),
        appears("min-items-set", "min-items-unset", list(), "minItems", json!(1)),
        rises("min-items-increased", "min-items-decreased", Shrinks, list(), "minItems"),
        appears("max-items-set", "max-items-unset", list(), "maxItems", json!(1)),
        rises("max-items-increased", "max-items-decreased", Grows, list(), "maxItems"),
        appears("unique-items-added", "unique-items-removed", list(), "uniqueItems", json!(true)),
        appears("contains-added", "contains-removed", list(), "contains", text()),
        appears("min-contains-set", "min-contains-unset", contains(), "minContains", json!(2)),
        rises("min-contains-increased", "min-contains-decreased", Shrinks, contains(), "minContains"),
        appears("max-contains-set", "max-contains-unset", contains(), "maxContains", json!(2)),
        rises("max-contains-increased", "max-contains-decreased", Grows, contains(), "maxContains"),
        appears("min-properties-set", "min-properties-unset", object(), "minProperties", json!(1)),
        rises("min-properties-increased", "min-properties-decreased", Shrinks, object(), "minProperties"),
        appears("max-properties-set", "max-properties-unset", object(), "maxProperties", json!(1)),
        rises("max-properties-increased", "max-properties-decreased", Grows, object(), "maxProperties"),
        appears(
            "property-names-added",
            "property-names-removed",
            object(),
            "propertyNames",
            json!({"pattern": "^a"}),
        ),
        appears(
            "additional-properties-closed",
            "additional-properties-opened",
            object(),
            "additionalProperties",
            json!(false),
        ),
        appears(
            "additional-properties-restricted",
            "additional-properties-generalized",
            object(),
            "additionalProperties",
            text(),
        ),
        Row(
            "condition-changed",
            "condition-changed",
            Unclear,
            text(),
            json!({"type": "string", "not": {"const": "a"}}),
        ),
        Row(
            "condition-changed",
            "condition-changed",
            Unclear,
            object(),
            json!({"type": "object", "properties": {"a": {"type": "string"}}, "if": {"required": ["a"]}}),
        ),
        Row(
            "keyword-changed",
            "keyword-changed",
            Unclear,
            text(),
            json!({"type": "string", "nullable": true}),
        ),
        Row(
            "default-value-added",
            "default-value-removed",
            Unclear,
            text(),
            json!({"type": "string", "default": "a"}),
        ),
        Row("deprecated", "reactivated", Stays, text(), json!({"type": "string", "deprecated": true})),
        Row("access-changed", "access-changed", Unclear, text(), json!({"type": "string", "readOnly": true})),
        Row(
            "discriminator-changed",
            "discriminator-changed",
            Unclear,
            json!({"oneOf": [tagged("a"), tagged("b")]}),
            json!({"oneOf": [tagged("a"), tagged("b")], "discriminator": {"propertyName": "t"}}),
        ),
    ]
}

/// Rows that happen below `x`, with the place.
pub fn rows_inside() -> Vec<(Row, &'static str)> {
    let object = |required: Value| json!({"type": "object", "properties": {"a": {"type": "string"}}, "required": required});
    vec![
        (Row("became-required", "became-optional", Shrinks, object(json!([])), object(json!(["a"]))), "x.a"),
        (
            Row(
                "became-required",
                "became-optional",
                Shrinks,
                json!({"type": "object"}),
                json!({"type": "object", "required": ["b"]}),
            ),
            "x.b",
        ),
        (
            appears(
                "pattern-property-added",
                "pattern-property-removed",
                object(json!([])),
                "patternProperties",
                json!({"^x": {"type": "string"}}),
            ),
            "x{^x}",
        ),
        (
            appears(
                "dependent-required-added",
                "dependent-required-removed",
                object(json!([])),
                "dependentRequired",
                json!({"a": ["b"]}),
            ),
            "x.a",
        ),
        (
            appears(
                "prefix-items-added",
                "prefix-items-removed",
                json!({"type": "array"}),
                "prefixItems",
                json!([{"type": "string"}]),
            ),
            "x[0]",
        ),
    ]
}

/// Objects that win or lose a property: what must be told, and the two schemas.
pub fn directed() -> Vec<([&'static str; 2], Value, Value)> {
    let object = |names: &[&str], required: &[&str], rest: Option<Value>| {
        let properties: serde_json::Map<String, Value> =
            names.iter().map(|name| ((*name).to_owned(), json!({"type": "string"}))).collect();
        let mut object = json!({"type": "object", "properties": properties, "required": required});
        if let Some(rest) = rest {
            object["additionalProperties"] = rest;
        }
        object
    };
    let none: &[&str] = &[];
    vec![
        (
            [
                "breaking new-required-request-property",
                "breaking-for-servers response-required-property-added",
            ],
            object(&["a"], none, None),
            object(&["a", "b"], &["b"], None),
        ),
        (
            ["compatible new-optional-request-property", "compatible response-optional-property-added"],
            object(&["a"], none, None),
            object(&["a", "b"], none, None),
        ),
        (
            [
                "breaking-for-servers new-optional-request-property-to-closed-object",
                "breaking response-property-added-to-closed-object",
            ],
            object(&["a"], none, Some(json!(false))),
            object(&["a", "b"], none, Some(json!(false))),
        ),
        (
            ["breaking new-required-request-property", "breaking response-property-added-to-closed-object"],
            object(&["a"], none, Some(json!(false))),
            object(&["a", "b"], &["b"], Some(json!(false))),
        ),
        (
            [
                "breaking new-optional-request-property-to-open-object",
                "breaking-for-servers response-optional-property-added-to-open-object",
            ],
            object(&["a"], none, Some(json!({}))),
            object(&["a", "b"], none, Some(json!({}))),
        ),
        (
            ["compatible new-optional-request-property", "compatible response-optional-property-added"],
            object(&["a"], none, Some(json!({"type": "string"}))),
            object(&["a", "b"], none, Some(json!({"type": "string"}))),
        ),
        (
            ["breaking request-property-removed", "breaking response-optional-property-removed"],
            object(&["a", "b"], none, None),
            object(&["a"], none, None),
        ),
        (
            ["breaking request-property-removed", "breaking response-required-property-removed"],
            object(&["a", "b"], &["b"], None),
            object(&["a"], none, None),
        ),
        (
            [
                "breaking-for-servers request-property-removed-from-open-object",
                "breaking response-optional-property-removed",
            ],
            object(&["a", "b"], none, Some(json!(true))),
            object(&["a"], none, Some(json!(true))),
        ),
    ]
}
