//! What the keywords of a schema are about: which say something to people only, which constrain what.

use serde_json::{Map, Value};

use super::types::Types;

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

/// What the value of a keyword must be, so that it says anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Any,
    Text,
    Texts,
    Flag,
    Number,
    /// How many of something there are.
    Size,
    /// The name of a type, or several.
    Types,
    Values,
    Schema,
    /// A list of at least one.
    Schemas,
    SchemasByName,
    TextsByName,
}

fn form(key: &str) -> Option<Form> {
    Some(match key {
        "const" => Form::Any,
        "type" => Form::Types,
        "enum" => Form::Values,
        "$ref" | "pattern" | "format" | "contentEncoding" | "contentMediaType" => Form::Text,
        "required" => Form::Texts,
        "uniqueItems" => Form::Flag,
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => Form::Number,
        "minLength" | "maxLength" | "minItems" | "maxItems" | "minContains" | "maxContains"
        | "minProperties" | "maxProperties" => Form::Size,
        "items"
        | "contains"
        | "additionalProperties"
        | "propertyNames"
        | "not"
        | "if"
        | "then"
        | "else"
        | "unevaluatedProperties"
        | "unevaluatedItems"
        | "contentSchema" => Form::Schema,
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => Form::Schemas,
        "properties" | "patternProperties" | "dependentSchemas" => Form::SchemasByName,
        "dependentRequired" => Form::TextsByName,
        _ => return None,
    })
}

impl Form {
    fn is_of(self, value: &Value) -> bool {
        let is_schema = |value: &Value| value.is_object() || value.is_boolean();
        let is_texts = |value: &Value| value.as_array().is_some_and(|all| all.iter().all(Value::is_string));
        match self {
            Self::Any => true,
            Self::Text => value.is_string(),
            Self::Texts => is_texts(value),
            Self::Flag => value.is_boolean(),
            Self::Number => value.is_number(),
            Self::Size => value.as_f64().is_some_and(|size| size >= 0.0),
            Self::Types => Types::read(value).is_some(),
            Self::Values => value.is_array(),
            Self::Schema => is_schema(value),
            Self::Schemas => value.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(is_schema)),
            Self::SchemasByName => value.as_object().is_some_and(|all| all.values().all(is_schema)),
            Self::TextsByName => value.as_object().is_some_and(|all| all.values().all(is_texts)),
        }
    }
}

/// Whether `key` is a keyword of JSON Schema that allows or refuses something.
pub(super) fn is_known(key: &str) -> bool {
    form(key).is_some()
}

/// Whether `key` is such a keyword, and `value` is what it may have.
pub(super) fn is_sound(key: &str, value: &Value) -> bool {
    form(key).is_some_and(|form| form.is_of(value))
}

/// Whether the comparison looks into `key`, so that nothing that `value` says is missed.
pub(super) fn is_compared(key: &str, value: &Value) -> bool {
    is_sound(key, value) && !is_condition(key)
}

/// Whether `schema` has a constraining keyword besides those of `except`.
pub(super) fn constrains(schema: &Map<String, Value>, except: &[&str]) -> bool {
    schema.keys().any(|key| !is_annotation(key) && !except.contains(&key.as_str()))
}
