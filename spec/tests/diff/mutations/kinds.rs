//! The kinds of mutations of one schema, and how each must be told.

use opencode_spec::diff::Level;
use serde_json::{Map, Value, json};

use crate::support::Set::{self, Grows, Moves, Shrinks, Stays, Unclear};

/// What a kind of mutation must be told as.
#[derive(Clone, Copy, Debug)]
pub enum Told {
    /// By the rule that ends like this, there and back, with what happens to the set.
    Rule(&'static str, &'static str, Set),
    /// By these rules for requests and answers, with their levels; there and back.
    Directed([(&'static str, Level); 2], [(&'static str, Level); 2]),
    /// By a rule about texts.
    Text(&'static str),
    /// Not at all.
    Nothing,
}

/// A kind of mutation: its name, how it is told, and how it is done; `None` where it does not apply.
pub type Kind = (&'static str, Told, fn(&Value) -> Option<Value>);

pub fn is(schema: &Value, kind: &str) -> bool {
    schema["type"] == kind && schema.get("enum").is_none() && schema.get("const").is_none()
}

/// `schema` with `keyword`, if it is of `kind` and has none of the kind's.
pub fn set(schema: &Value, kind: &str, keyword: &str, value: Value) -> Option<Value> {
    (is(schema, kind) && schema.get(keyword).is_none()).then(|| with(schema, keyword, value))
}

pub fn with(schema: &Value, keyword: &str, value: Value) -> Value {
    let mut schema = schema.clone();
    schema[keyword] = value;
    schema
}

pub fn list<'a>(schema: &'a Value, keyword: &str) -> &'a [Value] {
    schema.get(keyword).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// An object that says nothing of members without a name.
pub fn plain_object(schema: &Value) -> Option<&Map<String, Value>> {
    let properties = schema.get("properties")?.as_object()?;
    (is(schema, "object") && schema.get("additionalProperties").is_none()).then_some(properties)
}

pub fn with_property(schema: &Value, required: bool) -> Option<Value> {
    plain_object(schema)?;
    let mut schema = schema.clone();
    schema["properties"]["zzNew"] = json!({"type": "string"});
    if required {
        let mut names = list(&schema, "required").to_vec();
        names.push(json!("zzNew"));
        schema["required"] = json!(names);
    }
    Some(schema)
}

/// Without the first property that is required, or that is not, and is no constant: those tell members of unions apart.
pub fn without_property(schema: &Value, required: bool) -> Option<Value> {
    let is_required = |name: &str| list(schema, "required").iter().any(|other| other == name);
    let properties = plain_object(schema)?;
    if properties.len() < 4 {
        return None;
    }
    // What it leads to must still be reached: other places are mutated there.
    let leaf = |value: &Value| value.get("const").is_none() && !value.to_string().contains("$ref");
    let (name, _) = properties.iter().find(|(name, value)| is_required(name) == required && leaf(value))?;
    let mut schema = schema.clone();
    schema["properties"].as_object_mut()?.shift_remove(name);
    let names: Vec<&Value> = list(&schema, "required").iter().filter(|other| *other != name).collect();
    let names = json!(names);
    schema["required"] = names;
    Some(schema)
}

pub const BREAKING: Level = Level::Breaking;
pub const SERVERS: Level = Level::BreakingForServers;
pub const COMPATIBLE: Level = Level::Compatible;

/// Kinds that change one schema.
pub const KINDS: [Kind; 49] = [
    ("a string becomes a boolean", Told::Rule("type-changed", "type-changed", Moves), |schema| {
        is(schema, "string").then(|| with(schema, "type", json!("boolean")))
    }),
    ("a number becomes a string", Told::Rule("type-changed", "type-changed", Moves), |schema| {
        is(schema, "number").then(|| with(schema, "type", json!("string")))
    }),
    ("a number becomes an integer", Told::Rule("type-specialized", "type-generalized", Shrinks), |schema| {
        is(schema, "number").then(|| with(schema, "type", json!("integer")))
    }),
    ("a boolean may be a string", Told::Rule("type-generalized", "type-specialized", Grows), |schema| {
        is(schema, "boolean").then(|| with(schema, "type", json!(["boolean", "string"])))
    }),
    (
        "a string may be almost anything",
        Told::Rule("type-generalized", "type-specialized", Grows),
        |schema| {
            is(schema, "string").then(|| with(schema, "type", json!(["string", "number", "array", "object"])))
        },
    ),
    ("a string may be null", Told::Rule("became-nullable", "became-not-nullable", Grows), |schema| {
        is(schema, "string").then(|| with(schema, "type", json!(["string", "null"])))
    }),
    ("an array may be null", Told::Rule("became-nullable", "became-not-nullable", Grows), |schema| {
        is(schema, "array").then(|| json!({"anyOf": [schema, {"type": "null"}]}))
    }),
    ("an enum has one more", Told::Rule("enum-value-added", "enum-value-removed", Grows), |schema| {
        let mut values = list(schema, "enum").to_vec();
        (values.len() > 1).then(|| {
            values.insert(1, json!("zz-new"));
            with(schema, "enum", json!(values))
        })
    }),
    ("an enum has one less", Told::Rule("enum-value-removed", "enum-value-added", Shrinks), |schema| {
        let values = list(schema, "enum");
        (values.len() > 2).then(|| with(schema, "enum", json!(values[1..])))
    }),
    ("a string becomes an enum", Told::Rule("became-enum", "became-not-enum", Shrinks), |schema| {
        (is(schema, "string") && schema.get("pattern").is_none() && schema.get("format").is_none())
            .then(|| with(schema, "enum", json!(["a", "b"])))
    }),
    ("a string has a shortest length", Told::Rule("min-length-set", "min-length-unset", Shrinks), |schema| {
        set(schema, "string", "minLength", json!(1))
    }),
    ("a string has a greatest length", Told::Rule("max-length-set", "max-length-unset", Shrinks), |schema| {
        set(schema, "string", "maxLength", json!(100))
    }),
    ("a string has a pattern", Told::Rule("pattern-added", "pattern-removed", Shrinks), |schema| {
        set(schema, "string", "pattern", json!("^[a-z]"))
    }),
    ("a pattern is another", Told::Rule("pattern-changed", "pattern-changed", Unclear), |schema| {
        schema.get("pattern").is_some().then(|| with(schema, "pattern", json!("^zz")))
    }),
    ("a string has a format", Told::Rule("format-added", "format-removed", Shrinks), |schema| {
        set(schema, "string", "format", json!("uuid"))
    }),
    (
        "a string is encoded",
        Told::Rule("content-encoding-changed", "content-encoding-changed", Unclear),
        |schema| set(schema, "string", "contentEncoding", json!("base64")),
    ),
    ("a number has a smallest", Told::Rule("min-set", "min-unset", Shrinks), |schema| {
        let free = schema.get("exclusiveMinimum").is_none();
        set(schema, "number", "minimum", json!(-5)).filter(|_| free)
    }),
    ("a number has a largest", Told::Rule("max-set", "max-unset", Shrinks), |schema| {
        set(schema, "number", "maximum", json!(1e9))
    }),
    ("a number is above another", Told::Rule("min-set", "min-unset", Shrinks), |schema| {
        let free = schema.get("minimum").is_none();
        set(schema, "number", "exclusiveMinimum", json!(0.5)).filter(|_| free)
    }),
    ("a largest is lower", Told::Rule("max-decreased", "max-increased", Shrinks), |schema| {
        let largest = schema.get("maximum")?.as_f64()?;
        Some(with(schema, "maximum", json!(largest / 2.0)))
    }),
    ("a number is a multiple", Told::Rule("multiple-of-added", "multiple-of-removed", Shrinks), |schema| {
        set(schema, "number", "multipleOf", json!(0.5))
    }),
    ("an array has a smallest size", Told::Rule("min-items-set", "min-items-unset", Shrinks), |schema| {
        set(schema, "array", "minItems", json!(1))
    }),
    ("an array has a greatest size", Told::Rule("max-items-set", "max-items-unset", Shrinks), |schema| {
        set(schema, "array", "maxItems", json!(9))
    }),
    (
        "an array repeats nothing",
        Told::Rule("unique-items-added", "unique-items-removed", Shrinks),
        |schema| set(schema, "array", "uniqueItems", json!(true)),
    ),
    ("an array contains something", Told::Rule("contains-added", "contains-removed", Shrinks), |schema| {
        set(schema, "array", "contains", json!({"type": "string"}))
    }),
    (
        "an object has a smallest size",
        Told::Rule("min-properties-set", "min-properties-unset", Shrinks),
        |schema| set(schema, "object", "minProperties", json!(1)),
    ),
    (
        "an object has a greatest size",
        Told::Rule("max-properties-set", "max-properties-unset", Shrinks),
        |schema| set(schema, "object", "maxProperties", json!(99)),
    ),
    (
        "an object is closed",
        Told::Rule("additional-properties-closed", "additional-properties-opened", Shrinks),
        |schema| {
            plain_object(schema)?;
            Some(with(schema, "additionalProperties", json!(false)))
        },
    ),
    (
        "other members are of a schema",
        Told::Rule("additional-properties-restricted", "additional-properties-generalized", Shrinks),
        |schema| {
            plain_object(schema)?;
            Some(with(schema, "additionalProperties", json!({"type": "string"})))
        },
    ),
    (
        "names are of a pattern",
        Told::Rule("property-names-added", "property-names-removed", Shrinks),
        |schema| {
            plain_object(schema)?;
            set(schema, "object", "propertyNames", json!({"pattern": "^[a-z]"}))
        },
    ),
    (
        "members of some names are of a schema",
        Told::Rule("pattern-property-added", "pattern-property-removed", Shrinks),
        |schema| {
            plain_object(schema)?;
            Some(with(schema, "patternProperties", json!({"^zz": {"type": "string"}})))
        },
    ),
    (
        "a member asks for another",
        Told::Rule("dependent-required-added", "dependent-required-removed", Shrinks),
        |schema| set(schema, "object", "dependentRequired", json!({"zz": ["yy"]})),
    ),
    ("an unnamed member is required", Told::Rule("became-required", "became-optional", Shrinks), |schema| {
        plain_object(schema)?;
        Some(json!({"allOf": [schema, {"required": ["zz"]}]}))
    }),
    (
        "a required property is new",
        Told::Directed(
            [("new-required-request-property", BREAKING), ("response-required-property-added", SERVERS)],
            [("request-property-removed", BREAKING), ("response-required-property-removed", BREAKING)],
        ),
        |schema| with_property(schema, true),
    ),
    (
        "an optional property is new",
        Told::Directed(
            [("new-optional-request-property", COMPATIBLE), ("response-optional-property-added", COMPATIBLE)],
            [("request-property-removed", BREAKING), ("response-optional-property-removed", BREAKING)],
        ),
        |schema| with_property(schema, false),
    ),
    (
        "a required property is gone",
        Told::Directed(
            [("request-property-removed", BREAKING), ("response-required-property-removed", BREAKING)],
            [("new-required-request-property", BREAKING), ("response-required-property-added", SERVERS)],
        ),
        |schema| without_property(schema, true),
    ),
    (
        "an optional property is gone",
        Told::Directed(
            [("request-property-removed", BREAKING), ("response-optional-property-removed", BREAKING)],
            [("new-optional-request-property", COMPATIBLE), ("response-optional-property-added", COMPATIBLE)],
        ),
        |schema| without_property(schema, false),
    ),
    ("a union has one more", Told::Rule("one-of-added", "one-of-removed", Grows), |schema| {
        let mut members = list(schema, "anyOf").to_vec();
        (members.len() > 2).then(|| {
            members.insert(
                1,
                json!({"type": "object", "properties": {"type": {"const": "zz"}}, "required": ["type"]}),
            );
            with(schema, "anyOf", json!(members))
        })
    }),
    ("a union has one less", Told::Rule("one-of-removed", "one-of-added", Shrinks), |schema| {
        let members = list(schema, "anyOf");
        // A union of constants is an enum.
        let constants = members.iter().all(|member| member.get("const").is_some());
        (members.len() > 2 && !constants).then(|| with(schema, "anyOf", json!(members[1..])))
    }),
    (
        "a value is under a condition",
        Told::Rule("condition-changed", "condition-changed", Unclear),
        |schema| schema.get("type").is_some().then(|| with(schema, "not", json!({"const": "zz"}))),
    ),
    ("a keyword is unknown", Told::Rule("keyword-changed", "keyword-changed", Unclear), |schema| {
        schema.get("type").is_some().then(|| with(schema, "zzKeyword", json!(1)))
    }),
    (
        "a value has a default",
        Told::Rule("default-value-added", "default-value-removed", Unclear),
        |schema| set(schema, "string", "default", json!("zz")),
    ),
    ("a value is deprecated", Told::Rule("deprecated", "reactivated", Stays), |schema| {
        schema.get("type").is_some().then(|| with(schema, "deprecated", json!(true)))
    }),
    ("a value is read only", Told::Rule("access-changed", "access-changed", Unclear), |schema| {
        set(schema, "string", "readOnly", json!(true))
    }),
    (
        "a union is told apart",
        Told::Rule("discriminator-changed", "discriminator-changed", Unclear),
        |schema| {
            schema
                .get("anyOf")
                .is_some()
                .then(|| with(schema, "discriminator", json!({"propertyName": "type"})))
        },
    ),
    ("a description is another", Told::Text("description-changed"), |schema| {
        schema.get("type").is_some().then(|| with(schema, "description", json!("zz")))
    }),
    ("a title is new", Told::Text("title-changed"), |schema| {
        schema.get("type").is_some().then(|| with(schema, "title", json!("zz")))
    }),
    ("an example is new", Told::Text("example-changed"), |schema| {
        schema.get("type").is_some().then(|| with(schema, "examples", json!(["zz"])))
    }),
    ("an extension is new", Told::Text("extension-changed"), |schema| {
        schema.get("type").is_some().then(|| with(schema, "x-zz", json!(1)))
    }),
];

/// Kinds that say the same in other words.
pub const SAME: [Kind; 9] = [
    ("one type as a list", Told::Nothing, |schema| {
        schema["type"].is_string().then(|| with(schema, "type", json!([schema["type"]])))
    }),
    ("a constant as an enum", Told::Nothing, |schema| {
        let mut schema = schema.clone();
        let value = schema.as_object_mut()?.shift_remove("const")?;
        Some(with(&schema, "enum", json!([value])))
    }),
    ("a schema in an allOf", Told::Nothing, |schema| Some(json!({"allOf": [schema]}))),
    ("a schema in a oneOf", Told::Nothing, |schema| Some(json!({"oneOf": [schema]}))),
    ("a union the other way round", Told::Nothing, |schema| {
        let members: Vec<&Value> = list(schema, "anyOf").iter().rev().collect();
        (!members.is_empty()).then(|| with(schema, "anyOf", json!(members)))
    }),
    ("a union in a union", Told::Nothing, |schema| {
        let members = list(schema, "anyOf");
        (members.len() > 2).then(|| with(schema, "anyOf", json!([members[0], {"anyOf": members[1..]}])))
    }),
    ("members the other way round", Told::Nothing, |schema| {
        let properties: Map<String, Value> =
            schema.get("properties")?.as_object()?.clone().into_iter().rev().collect();
        let required: Vec<&Value> = list(schema, "required").iter().rev().collect();
        Some(with(&with(schema, "required", json!(required)), "properties", properties.into()))
    }),
    ("an object said to be open", Told::Nothing, |schema| {
        plain_object(schema)?;
        Some(with(schema, "additionalProperties", json!(true)))
    }),
    ("bounds that bind nothing", Told::Nothing, |schema| {
        let all = json!({"minLength": 0, "minItems": 0, "minProperties": 0, "uniqueItems": false});
        let mut schema = schema.clone();
        schema.as_object_mut()?.extend(all.as_object()?.clone());
        Some(schema)
    }),
];
