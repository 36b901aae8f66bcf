//! What the keywords of a schema are about: which say something to people only, which constrain what.

use serde_json::{Map, Value};

/// Keywords that allow or refuse nothing. What of them is worth a change is told by [`notes`](super::notes).
const ANNOTATIONS: [&str; 20] = [
    "$comment",
    "$defs",
    "$id",
    "$schema",
    "$anchor",
    "$dynamicAnchor",
    "definitions",
    "title",
    "summary",
    "description",
    "example",
    "examples",
    "externalDocs",
    "xml",
    "default",
    "deprecated",
    "readOnly",
    "writeOnly",
    "discriminator",
    "$vocabulary",
];

/// Keywords by the one type of value that they look at: they say nothing about others.
pub(super) const NUMBER: [&str; 5] =
    ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
pub(super) const STRING: [&str; 6] =
    ["minLength", "maxLength", "pattern", "format", "contentEncoding", "contentMediaType"];
pub(super) const ARRAY: [&str; 8] =
    ["items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains"];
pub(super) const OBJECT: [&str; 8] = [
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "propertyNames",
    "minProperties",
    "maxProperties",
    "dependentRequired",
];

/// Keywords that are taken apart before any of the above is looked at.
const STRUCTURE: [&str; 7] = ["$ref", "allOf", "anyOf", "oneOf", "type", "enum", "const"];

/// Keywords whose value sets cannot be compared here: they are equal, or nothing is known.
const CONDITIONS: [&str; 8] = [
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "unevaluatedProperties",
    "unevaluatedItems",
    "contentSchema",
];

/// Whether what stands in `key` is under a condition.
pub(in super::super) fn is_condition(key: &str) -> bool {
    CONDITIONS.contains(&key)
}

/// Whether `key` allows and refuses nothing.
pub(super) fn is_annotation(key: &str) -> bool {
    key.starts_with("x-") || ANNOTATIONS.contains(&key)
}

/// Whether the comparison looks into `key`.
pub(super) fn is_modelled(key: &str) -> bool {
    [&NUMBER[..], &STRING, &ARRAY, &OBJECT, &STRUCTURE].iter().any(|group| group.contains(&key))
}

/// Whether `schema` has a constraining keyword besides those of `except`.
pub(super) fn constrains(schema: &Map<String, Value>, except: &[&str]) -> bool {
    schema.keys().any(|key| !is_annotation(key) && !except.contains(&key.as_str()))
}
