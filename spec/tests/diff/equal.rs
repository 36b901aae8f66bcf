//! What is only written differently is no change.

use serde_json::{Value, json};

use super::support::{both_ways, contract, lines, with_parameter};

fn same() -> Vec<(Value, Value)> {
    let text = || json!({"type": "string"});
    let tagged =
        |tag: &str| json!({"type": "object", "properties": {"t": {"const": tag}}, "required": ["t"]});
    vec![
        (json!({"type": ["string", "null"]}), json!({"anyOf": [text(), {"type": "null"}]})),
        (json!({"type": ["null", "string"]}), json!({"oneOf": [{"type": "null"}, text()]})),
        (json!({"type": "string", "enum": ["a"]}), json!({"type": "string", "const": "a"})),
        (json!({"enum": ["a"]}), json!({"type": "string", "const": "a"})),
        (json!({"enum": ["a", "b"]}), json!({"enum": ["b", "a", "b"]})),
        (json!({"enum": ["a", "b"]}), json!({"anyOf": [{"const": "a"}, {"const": "b"}]})),
        (
            json!({"enum": ["a", "b", null]}),
            json!({"anyOf": [{"const": "a"}, {"enum": ["b"]}, {"type": "null"}]}),
        ),
        (
            json!({"enum": ["a", "b", "c"]}),
            json!({"anyOf": [{"const": "a"}, {"oneOf": [{"const": "b"}, {"const": "c"}]}]}),
        ),
        (json!({"enum": [true, false]}), json!({"type": "boolean"})),
        (json!({"const": 1}), json!({"enum": [1.0], "type": "integer"})),
        (text(), json!({"anyOf": [text()]})),
        (text(), json!({"allOf": [text()]})),
        (text(), json!({"allOf": [{"oneOf": [text()]}, {}]})),
        (json!({"type": ["string", "number"]}), json!({"anyOf": [{"type": "number"}, text()]})),
        (json!({"type": ["number", "integer"]}), json!({"type": "number"})),
        (
            json!({"anyOf": [tagged("a"), {"anyOf": [tagged("b"), tagged("c")]}]}),
            json!({"oneOf": [tagged("c"), tagged("a"), tagged("b")]}),
        ),
        (
            json!({"anyOf": [{"const": "a"}, tagged("x"), {"const": "b"}, {"const": 1}]}),
            json!({"oneOf": [{"enum": ["b", "a"]}, {"enum": [1.0]}, tagged("x")]}),
        ),
        (
            json!({"anyOf": [tagged("x"), {"type": ["string", "number"]}]}),
            json!({"anyOf": [{"type": "number"}, {"type": "string"}, tagged("x")]}),
        ),
        (json!({"type": "array", "items": {}}), json!({"type": "array", "items": true})),
        (
            json!({"type": "array"}),
            json!({"type": "array", "items": {}, "minItems": 0, "uniqueItems": false}),
        ),
        (json!({"type": "object"}), json!({"type": "object", "additionalProperties": true})),
        (json!({"type": "object", "additionalProperties": {}}), json!({"type": "object", "required": []})),
        (
            json!({"type": "object", "additionalProperties": text()}),
            json!({"type": "object", "propertyNames": text(), "additionalProperties": text()}),
        ),
        (
            json!({"type": "object", "additionalProperties": false}),
            json!({"type": "object", "additionalProperties": {"not": {}}, "properties": {}}),
        ),
        (json!({"type": "number", "minimum": 0}), json!({"type": "number", "minimum": 0.0})),
        (json!({"type": "integer", "exclusiveMinimum": 0}), json!({"type": "integer", "minimum": 1})),
        (json!({"type": "integer", "maximum": 9.5}), json!({"type": "integer", "exclusiveMaximum": 10})),
        (json!({"type": "string", "pattern": "^ses"}), json!({"type": "string", "pattern": "^ses.*"})),
        (json!({"type": "string", "minLength": 0, "minimum": 3}), text()),
        (
            json!({"type": "object", "properties": {"a": text()}, "required": ["a", "b"]}),
            json!({"allOf": [{"type": "object", "required": ["b"]}, {"properties": {"a": text()}, "required": ["a"]}]}),
        ),
        (json!({}), json!(true)),
        (text(), json!({"type": "string", "x-note": 1, "$comment": "c", "deprecated": false})),
    ]
}

/// Texts may change beside: what must not be there is any change of what is allowed.
fn told(old: &opencode_spec::document::Document, new: &opencode_spec::document::Document) -> Vec<String> {
    lines(old, new).into_iter().filter(|line| !line.starts_with("document-only")).collect()
}

#[test]
fn the_same_in_other_words_is_no_change() {
    for (one, other) in same() {
        for (left, right) in [(&one, &other), (&other, &one)] {
            assert_eq!(told(&both_ways(left), &both_ways(right)), [""; 0], "{left} -> {right}");
            assert_eq!(told(&with_parameter(left), &with_parameter(right)), [""; 0], "{left} -> {right}");
        }
    }
}

fn answered(schema: &Value, schemas: Value) -> opencode_spec::document::Document {
    contract(
        json!({"/a": {"post": {
            "operationId": "a.post",
            "requestBody": {"content": {"application/json": {"schema": schema}}},
            "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": schema}}}},
        }}}),
        schemas,
    )
}

#[test]
fn a_schema_may_get_a_name_lose_it_or_get_another() {
    let name = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let shape = json!({"type": "object", "description": "d", "properties": {"a": {"type": "string"}}, "required": ["a"]});
    let inline = answered(&shape, json!({}));
    let named = answered(&name("A"), json!({"A": shape}));
    let renamed = answered(&name("B"), json!({"B": shape}));
    let alias = answered(&name("C"), json!({"C": name("A"), "A": shape}));
    let nullable_inline = answered(&json!({"anyOf": [shape, {"type": "null"}]}), json!({}));
    let nullable_named = answered(&json!({"oneOf": [{"type": "null"}, name("A")]}), json!({"A": shape}));
    for (one, other) in
        [(&inline, &named), (&named, &renamed), (&named, &alias), (&nullable_inline, &nullable_named)]
    {
        assert_eq!(lines(one, other), [""; 0]);
        assert_eq!(lines(other, one), [""; 0]);
    }
}

#[test]
fn the_order_of_members_and_of_the_document_does_not_count() {
    let old = json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "number"}}, "required": ["a", "b"]});
    let new = json!({"required": ["b", "a"], "properties": {"b": {"type": "number"}, "a": {"type": "string"}}, "type": "object"});
    assert_eq!(lines(&both_ways(&old), &both_ways(&new)), [""; 0]);
    let paths = |order: [&str; 2]| -> Value {
        order
            .iter()
            .map(|path| ((*path).to_owned(), json!({"get": {"operationId": path, "responses": {}}})))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    assert_eq!(
        lines(&contract(paths(["/a", "/b"]), json!({})), &contract(paths(["/b", "/a"]), json!({}))),
        [""; 0]
    );
}
