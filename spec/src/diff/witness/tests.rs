//! One row for each kind of change: the schemas, and the witness that must come out.

use serde_json::{Value, json};

use super::*;
use crate::diff::Subject;
use crate::document::Pointer;

fn attach(old: &Document, new: &Document, changes: &mut [Change]) {
    let search = Search::new(old, new, changes);
    let witnesses = search.finish(search.work());
    for (change, witness) in changes.iter_mut().zip(witnesses) {
        change.witness = witness;
    }
}

fn document(schemas: &Value) -> Document {
    let document = json!({"openapi": "3.1.1", "paths": {}, "components": {"schemas": schemas}});
    Document::parse("a.json", document.to_string()).expect("a document")
}

fn change(direction: Direction, level: Level, old: &Pointer, new: &Pointer) -> Change {
    let place = |document: &Pointer| Place {
        pointer: document.clone(),
        position: crate::diagnostic::Position { line: 1, column: 1 },
    };
    Change {
        rule: "a-rule",
        level,
        direction: Some(direction),
        subject: Subject::Schema { name: "T".to_owned() },
        operations: Vec::new(),
        at: String::new(),
        old: Some(place(old)),
        new: Some(place(new)),
        message: "it changed".to_owned(),
        reason: None,
        before: None,
        after: None,
        witness: None,
        effects: Vec::new(),
        fingerprint: String::new(),
    }
}

fn at_t() -> Pointer {
    Pointer::root().below(&["components", "schemas", "T"])
}

/// The witness between two schemas called `T`, with what else they refer to.
fn witness(direction: Direction, level: Level, old: &Value, new: &Value) -> Option<Witness> {
    let mut changes = [change(direction, level, &at_t(), &at_t())];
    attach(&document(old), &document(new), &mut changes);
    let [change] = changes;
    change.witness
}

/// The value that a server refuses now.
fn refused_now(old: Value, new: Value) -> Option<Value> {
    let found = witness(Direction::Request, Level::Breaking, &json!({"T": old}), &json!({"T": new}))?;
    assert_eq!(found.valid, Valid::Before);
    Some(found.value)
}

#[test]
fn each_kind_of_change_has_its_witness() {
    let object = |properties: Value, required: Value| json!({"type": "object", "properties": properties, "required": required});
    let text = || json!({"type": "string"});
    let tagged =
        |tag: &str| object(json!({"type": {"const": tag}, "n": {"type": "number"}}), json!(["type"]));
    let rows = [
        ("type", text(), json!({"type": "number"}), json!("")),
        ("null", json!({"type": ["string", "null"]}), text(), json!(null)),
        ("union with null", json!({"anyOf": [text(), {"type": "null"}]}), text(), json!(null)),
        ("enum", json!({"enum": ["a", "b", "cc"]}), json!({"enum": ["a", "b"]}), json!("cc")),
        ("enum of a text", text(), json!({"type": "string", "enum": ["a"]}), json!("")),
        ("const", json!({"const": 1}), json!({"const": 2}), json!(1)),
        (
            "branch",
            json!({"anyOf": [tagged("a"), tagged("b")]}),
            json!({"anyOf": [tagged("a")]}),
            json!({"type": "b"}),
        ),
        ("boolean", json!({"type": "boolean"}), json!({"const": true}), json!(false)),
        (
            "became required",
            object(json!({"a": text()}), json!([])),
            object(json!({"a": text()}), json!(["a"])),
            json!({}),
        ),
        (
            "new required",
            object(json!({"a": {"const": 1}}), json!(["a"])),
            object(json!({"a": {"const": 1}, "b": text()}), json!(["a", "b"])),
            json!({"a": 1}),
        ),
        (
            "property of another type",
            object(json!({"a": text()}), json!([])),
            object(json!({"a": {"type": "integer"}}), json!([])),
            json!({"a": ""}),
        ),
        (
            "closed",
            object(json!({"a": text()}), json!([])),
            json!({"type": "object", "properties": {"a": text()}, "additionalProperties": false}),
            json!({"extra": 0}),
        ),
        (
            "property gone from a closed object",
            json!({"type": "object", "properties": {"a": text(), "b": text()}, "additionalProperties": false}),
            json!({"type": "object", "properties": {"a": text()}, "additionalProperties": false}),
            json!({"b": ""}),
        ),
        (
            "values of a map",
            json!({"type": "object", "additionalProperties": text()}),
            json!({"type": "object", "additionalProperties": {"type": "string", "minLength": 1}}),
            json!({"extra": ""}),
        ),
        (
            "maxLength",
            json!({"type": "string", "maxLength": 9}),
            json!({"type": "string", "maxLength": 7}),
            json!("aaaaaaaa"),
        ),
        ("minLength", text(), json!({"type": "string", "minLength": 1}), json!("")),
        (
            "pattern",
            json!({"type": "string", "pattern": "^ses"}),
            json!({"type": "string", "pattern": "^ses_"}),
            json!("ses"),
        ),
        ("pattern of any", text(), json!({"type": "string", "pattern": "^a*$"}), json!("!")),
        ("format", text(), json!({"type": "string", "format": "uri"}), json!("")),
        (
            "format of integers",
            json!({"type": "integer", "format": "int64"}),
            json!({"type": "integer", "format": "int32"}),
            json!(-2_147_483_649_i64),
        ),
        (
            "format of numbers",
            json!({"type": "number", "format": "double"}),
            json!({"type": "number", "format": "float"}),
            json!(1e300),
        ),
        ("minimum", json!({"type": "integer"}), json!({"type": "integer", "minimum": 0}), json!(-1)),
        (
            "exclusive",
            json!({"type": "integer", "minimum": 5}),
            json!({"type": "integer", "exclusiveMinimum": 5}),
            json!(5),
        ),
        (
            "maximum",
            json!({"type": "number", "maximum": 10}),
            json!({"type": "number", "maximum": 9}),
            json!(10),
        ),
        ("multiple", json!({"type": "integer"}), json!({"type": "integer", "multipleOf": 7}), json!(1)),
        ("integer", json!({"type": "number"}), json!({"type": "integer"}), json!(0.5)),
        ("minItems", json!({"type": "array"}), json!({"type": "array", "minItems": 1}), json!([])),
        (
            "maxItems",
            json!({"type": "array"}),
            json!({"type": "array", "maxItems": 2}),
            json!([null, null, null]),
        ),
        (
            "fewer members",
            json!({"type": "object"}),
            json!({"type": "object", "maxProperties": 1}),
            json!({"extra0": null, "extra1": null}),
        ),
        (
            "contains",
            json!({"type": "array", "contains": {"const": 1}}),
            json!({"type": "array", "contains": {"const": 1}, "maxContains": 1}),
            json!([1, 1]),
        ),
        (
            "unique",
            json!({"type": "array"}),
            json!({"type": "array", "uniqueItems": true}),
            json!([null, null]),
        ),
        (
            "items",
            json!({"type": "array", "items": {"enum": [1, 2]}}),
            json!({"type": "array", "items": {"enum": [1]}}),
            json!([2]),
        ),
        (
            "tuple",
            json!({"type": "array", "prefixItems": [text(), text()], "minItems": 2}),
            json!({"type": "array", "prefixItems": [text(), {"const": "a"}], "minItems": 2}),
            json!(["", ""]),
        ),
        (
            "names",
            json!({"type": "object"}),
            json!({"type": "object", "propertyNames": {"pattern": "^x-"}}),
            json!({"extra": 0}),
        ),
        ("anything", json!({}), json!({"type": "object"}), json!(0)),
        (
            "all of it",
            json!({"allOf": [object(json!({"a": text()}), json!(["a"])), object(json!({"b": text()}), json!([]))]}),
            json!({"allOf": [object(json!({"a": text()}), json!(["a"])), object(json!({"b": text()}), json!(["b"]))]}),
            json!({"a": ""}),
        ),
    ];
    for (name, old, new, expected) in rows {
        assert_eq!(refused_now(old, new), Some(expected), "{name}");
    }
}

#[test]
fn what_did_not_shrink_has_no_witness() {
    let wide = json!({"type": "string"});
    assert_eq!(refused_now(wide.clone(), wide.clone()), None);
    assert_eq!(refused_now(json!({"enum": ["a"]}), wide), None);
    assert_eq!(refused_now(json!(false), json!({"type": "string"})), None);
}

#[test]
fn a_response_is_shown_by_what_old_callers_do_not_know() {
    let (old, new) = (json!({"T": {"enum": ["a"]}}), json!({"T": {"enum": ["a", "b"]}}));
    let found = witness(Direction::Response, Level::Breaking, &old, &new).expect("a witness");
    assert_eq!((found.value, found.valid), (json!("b"), Valid::After));
    assert_eq!(found.error, r#""b" is not one of "a""#);
    // The same change, seen from an old server to which a new caller sends.
    let found = witness(Direction::Request, Level::BreakingForServers, &old, &new).expect("a witness");
    assert_eq!((found.value, found.valid), (json!("b"), Valid::After));
    assert_eq!(witness(Direction::Request, Level::Compatible, &old, &new), None);
}

#[test]
fn recursive_schemas_end() {
    let tree = |leaf: Value| {
        json!({
            "T": {"type": "object", "properties": {"leaf": leaf, "children": {"type": "array", "items": {"$ref": "#/components/schemas/T"}}},
                "required": ["leaf"]},
        })
    };
    let found = witness(
        Direction::Request,
        Level::Breaking,
        &tree(json!({"type": "string"})),
        &tree(json!({"const": "a"})),
    );
    assert_eq!(found.map(|found| found.value), Some(json!({"leaf": ""})));
    // It has no finite value; what counts is that the search ends.
    let endless = json!({"T": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/T"}}, "required": ["next"]}});
    let found = witness(Direction::Request, Level::Breaking, &endless, &json!({"T": {"type": "number"}}));
    assert_eq!(found, None);
}

#[test]
fn of_two_changes_in_one_object_each_has_its_own_witness() {
    let schema = |required: &[&str]| {
        json!({"T": {"type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": required}})
    };
    let (old, new) = (document(&schema(&[])), document(&schema(&["a", "b"])));
    let mut changes = ["a", "b"].map(|name| {
        let place = at_t().below(&["properties", name]);
        let mut change = change(Direction::Request, Level::Breaking, &place, &place);
        change.rule = "request-property-became-required";
        change.at = name.to_owned();
        change.message = format!("`{name}` is required now");
        change
    });
    attach(&old, &new, &mut changes);
    let found = changes.map(|change| change.witness.map(|witness| (witness.value, witness.error)));
    let expected = |value: Value, name: &str| Some((value, format!(r#""{name}" is a required property"#)));
    assert_eq!(found, [expected(json!({"b": ""}), "a"), expected(json!({"a": ""}), "b")]);
}

#[test]
fn a_type_that_changed_together_with_bounds_is_shown_by_its_type() {
    let old = document(&json!({"T": {"type": "number"}}));
    let new = document(&json!({"T": {"type": "integer", "minimum": 0, "maximum": 100}}));
    let place = at_t();
    let of = |rule, message: &str| {
        let mut change = change(Direction::Request, Level::Breaking, &place, &place);
        change.rule = rule;
        change.at = "query parameter limit".to_owned();
        change.message = message.to_owned();
        change
    };
    let mut changes = [
        of("request-parameter-type-specialized", "the type is only `integer`, was `number`"),
        of("request-parameter-min-set", "`minimum` is 0 now"),
        of("request-parameter-max-set", "`maximum` is 100 now"),
    ];
    attach(&old, &new, &mut changes);
    let found = changes.map(|change| change.witness.map(|witness| witness.value));
    assert_eq!(found, [Some(json!(0.5)), Some(json!(-1)), Some(json!(101))]);
}

#[test]
fn a_closed_object_and_a_null_are_shown_by_themselves() {
    let object = |id: Value, rest: Value| json!({"type": "object", "properties": {"id": id}, "required": ["id"], "additionalProperties": rest});
    let closed = object(json!({"type": "string", "pattern": "^prt"}), json!(false));
    let null = |types: Value| json!({"type": types, "enum": [1, null]});
    for (rule, old, new, error) in [
        (
            "request-property-additional-properties-closed",
            object(json!({"type": "string"}), json!({})),
            closed,
            "Additional properties are not allowed ('extra' was unexpected)",
        ),
        (
            "request-property-became-not-nullable",
            json!({"type": ["integer", "null"]}),
            null(json!("integer")),
            r#"null is not of type "integer""#,
        ),
    ] {
        let (old, new) = (document(&json!({"T": old})), document(&json!({"T": new})));
        let mut changes = [change(Direction::Request, Level::Breaking, &at_t(), &at_t())];
        changes[0].rule = rule;
        attach(&old, &new, &mut changes);
        let found = changes[0].witness.as_ref().map(|witness| witness.error.as_str());
        assert_eq!(found, Some(error), "{rule}");
    }
}

#[test]
fn required_parameters_are_shown_as_an_object() {
    let document = |required: bool| {
        let parameters = json!([
            {"in": "path", "name": "id", "required": true, "schema": {"type": "string"}},
            {"in": "query", "name": "q", "required": required, "schema": {"type": "string"}},
        ]);
        let document = json!({"openapi": "3.1.1", "paths": {"/a/{id}": {"get": {"operationId": "a.get", "parameters": parameters}}}});
        Document::parse("a.json", document.to_string()).expect("a document")
    };
    let place = Pointer::root().below(&["paths", "/a/{id}", "get", "parameters", "1"]);
    let mut changes = [change(Direction::Request, Level::Breaking, &place, &place)];
    changes[0].subject =
        Subject::Operation { id: "a.get".to_owned(), method: "GET".to_owned(), path: "/a/{id}".to_owned() };
    changes[0].message = "the parameter `q` is required now".to_owned();
    attach(&document(false), &document(true), &mut changes);
    let found = changes[0].witness.as_ref().expect("a witness");
    assert_eq!(found.value, json!({"query": {}}));
    assert_eq!(found.error, r#"/query: "q" is a required property"#);
}
