//! One entry for each changed place, whoever reaches it; schemas that lead to themselves.

use opencode_spec::diff::{Change, Direction, Subject};
use serde_json::{Value, json};

use super::support::{changes, contract, line, lines};

fn name(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// An operation that takes and answers these schemas.
fn operation(id: &str, takes: Option<Value>, answers: Option<Value>) -> Value {
    let content = |schema: Value| json!({"application/json": {"schema": schema}});
    let mut operation = json!({"operationId": id, "responses": {"200": {"description": "ok"}}});
    if let Some(schema) = takes {
        operation["requestBody"] = json!({"content": content(schema)});
    }
    if let Some(schema) = answers {
        operation["responses"]["200"]["content"] = content(schema);
    }
    operation
}

fn reached(changes: &[Change], direction: Direction) -> Vec<&str> {
    let one: Vec<&Change> = changes.iter().filter(|change| change.direction == Some(direction)).collect();
    let [one] = one.as_slice() else { panic!("{:?}", changes.iter().map(line).collect::<Vec<_>>()) };
    assert_eq!(one.subject, Subject::Schema { name: "Leaf".to_owned() });
    one.operations.iter().map(String::as_str).collect()
}

#[test]
fn a_named_schema_is_told_once_with_every_operation_that_reaches_it() {
    let document = |leaf: &str| {
        contract(
            json!({
                "/z": {"post": operation("z.post", Some(name("Leaf")), Some(name("Tree")))},
                "/a": {"get": operation("a.get", None, Some(json!({"type": "array", "items": name("Branch")})))},
                "/b": {"put": operation("b.put", Some(json!({"type": "object", "properties": {"l": name("Leaf")}})), None)},
                "/c": {"get": operation("c.get", None, None)},
            }),
            json!({
                "Tree": {"type": "object", "properties": {"left": name("Branch"), "right": {"anyOf": [name("Branch"), {"type": "null"}]}}},
                "Branch": {"type": "object", "properties": {"leaves": {"type": "array", "items": name("Leaf")}}},
                "Leaf": {"type": "string", "maxLength": leaf.len()},
            }),
        )
    };
    let changes = changes(&document("a"), &document("ab"));
    assert_eq!(changes.len(), 2, "{changes:#?}");
    assert_eq!(reached(&changes, Direction::Request), ["z.post", "b.put"]);
    assert_eq!(reached(&changes, Direction::Response), ["z.post", "a.get"]);
}

#[test]
fn schemas_that_lead_to_themselves_are_compared_and_end() {
    let document = |property: &str, inner: Value| {
        contract(
            json!({"/a": {"get": operation("a.get", None, Some(name("Node")))}}),
            json!({
                "Node": {"type": "object", "properties": {"next": {"anyOf": [name("Node"), {"type": "null"}]}, "other": name("Other"), property: inner}},
                "Other": {"allOf": [name("Node"), {"type": "object", "properties": {"self": {"$ref": "#/components/schemas/Other/allOf/1"}}}]},
            }),
        )
    };
    let text = || json!({"type": "string"});
    assert_eq!(lines(&document("p", text()), &document("p", text())), [""; 0]);
    assert_eq!(
        lines(&document("p", text()), &document("p", json!({"type": "boolean"}))),
        ["breaking response-property-type-changed response Node: p"]
    );
}

#[test]
fn two_ways_around_the_same_circle_are_the_same() {
    let document =
        |schemas: Value| contract(json!({"/a": {"get": operation("a.get", None, Some(name("A")))}}), schemas);
    let object = |next: &str| json!({"type": "object", "properties": {"next": name(next)}});
    let short = document(json!({"A": object("A")}));
    let long = document(json!({"A": object("B"), "B": object("A")}));
    assert_eq!(lines(&short, &long), [""; 0]);
    assert_eq!(lines(&long, &short), [""; 0]);
}

#[test]
fn a_use_that_goes_to_another_schema_changed_itself() {
    let document = |used: &str| {
        contract(
            json!({"/a": {"get": operation("a.get", None, Some(json!({"type": "object", "properties": {"x": name(used)}})))},
                "/b": {"get": operation("b.get", None, Some(name("One")))}, "/c": {"get": operation("c.get", None, Some(name("Two")))}}),
            json!({"One": {"type": "object", "properties": {"n": {"type": "string"}}}, "Two": {"type": "object", "properties": {"n": {"type": "number"}}}}),
        )
    };
    let found = changes(&document("One"), &document("Two"));
    assert_eq!(
        found.iter().map(line).collect::<Vec<_>>(),
        ["breaking response-property-type-changed response a.get: answer 200, x.n"]
    );
    assert_eq!(found[0].operations, ["a.get"]);
}

#[test]
fn a_schema_that_was_renamed_and_changed_is_told_under_its_new_name() {
    let document = |called: &str, length: u64| {
        let mut schemas = json!({});
        schemas[called] = json!({"type": "string", "maxLength": length});
        contract(
            json!({"/a": {"get": operation("a.get", None, Some(name(called)))}, "/b": {"get": operation("b.get", None, Some(name(called)))}}),
            schemas,
        )
    };
    let found = changes(&document("Old", 1), &document("New", 2));
    assert_eq!(
        found.iter().map(line).collect::<Vec<_>>(),
        ["breaking response-property-max-length-increased response New: "]
    );
    assert_eq!(found[0].operations, ["a.get", "b.get"]);
}

#[test]
fn an_event_that_changed_is_told_under_its_own_name() {
    let event = |tag: &str, of: &str| json!({"type": "object", "properties": {"type": {"const": tag}, "properties": {"type": of}}, "required": ["type"]});
    let document = |changed: &str, more: bool| {
        let mut members = vec![name("Event.a"), name("Event.b")];
        let mut schemas = json!({"Event.a": event("a", "object"), "Event.b": event("b", changed)});
        if more {
            members.insert(0, name("Event.c"));
            schemas["Event.c"] = event("c", "object");
        }
        schemas["Event"] = json!({"anyOf": members});
        contract(
            json!({"/event": {"get": {"operationId": "event", "responses": {"200": {"description": "events", "content": {"text/event-stream": {"schema": name("Event")}}}}}}}),
            schemas,
        )
    };
    assert_eq!(
        lines(&document("object", false), &document("string", true)),
        [
            "breaking response-property-type-changed response Event.b: properties",
            "breaking response-property-one-of-added response Event: ",
        ]
    );
}

#[test]
fn a_choice_that_moved_into_a_named_choice_lost_nothing() {
    let member =
        |tag: &str| json!({"type": "object", "properties": {"t": {"const": tag}}, "required": ["t"]});
    let document = |whole: Value, part: Value| {
        contract(
            json!({"/a": {"get": operation("a.get", None, Some(name("Whole")))}}),
            json!({"Whole": whole, "Part": part, "A": member("a"), "B": member("b"), "C": member("c")}),
        )
    };
    let old = document(json!({"anyOf": [name("Part"), name("C")]}), json!({"anyOf": [name("A"), name("B")]}));
    let new = document(json!({"anyOf": [name("Part")]}), json!({"anyOf": [name("A"), name("B"), name("C")]}));
    let flat = document(
        json!({"anyOf": [name("A"), name("B"), name("C")]}),
        json!({"anyOf": [name("A"), name("B")]}),
    );
    assert_eq!(lines(&old, &flat), [""; 0]);
    assert_eq!(lines(&flat, &old), [""; 0]);
    // The named choice did grow, but what is answered is the same.
    assert_eq!(lines(&old, &new), ["compatible unused-schema-changed Part: "]);
}

#[test]
fn a_name_behind_a_condition_is_looked_into() {
    let document = |hidden: &str| {
        contract(
            json!({"/a": {"get": operation("a.get", None, Some(json!({"type": "object", "not": name("Hidden")})))}}),
            json!({"Hidden": {"required": [hidden]}}),
        )
    };
    assert_eq!(
        lines(&document("a"), &document("b")),
        [
            "unknown response-property-condition-changed response a.get: answer 200",
            "compatible unused-schema-changed Hidden: ",
        ]
    );
    assert_eq!(lines(&document("a"), &document("a")), [""; 0]);
}

#[test]
fn a_fingerprint_is_of_one_change_and_survives_what_happens_around_it() {
    let document = |extra: bool, lengths: [u64; 2]| {
        let mut schemas = json!({});
        if extra {
            schemas["First"] = json!({"type": "string"});
        }
        schemas["Thing"] = json!({"type": "object", "properties": {
            "a": {"type": "string", "maxLength": lengths[0]}, "b": {"type": "string", "maxLength": lengths[1]}}});
        contract(
            json!({"/a": {"post": operation("a.post", Some(name("Thing")), Some(name("Thing")))}}),
            schemas,
        )
    };
    let prints = |old, new| -> Vec<String> {
        changes(&old, &new).into_iter().map(|change| change.fingerprint).collect()
    };
    let all = prints(document(false, [1, 1]), document(false, [2, 2]));
    assert_eq!(all.len(), 4);
    let mut once = all.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), 4, "{all:?}");
    let moved = prints(document(false, [1, 1]), document(true, [1, 2]));
    // A new schema that nobody carries comes first.
    assert_eq!(moved[1..], all[2..]);
}
