//! One entry for each changed place, whoever reaches it; schemas that lead to themselves.

use opencode_spec::diff::{Change, Direction, Subject};
use serde_json::{Value, json};

use super::support::{changes, contract, document, line, lines};

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
fn what_an_operation_takes_and_answers_is_told_for_both() {
    let document = |used: &str| {
        contract(
            json!({"/a": {"post": operation("a.post", Some(name(used)), Some(name(used)))}}),
            json!({
                "A": {"type": "object", "properties": {"n": {"type": "string"}}},
                "B": {"type": "object", "properties": {"n": {"type": ["string", "boolean"]}}},
            }),
        )
    };
    let end = "type-generalized";
    assert_eq!(
        lines(&document("A"), &document("B")),
        [
            format!("breaking-for-servers request-property-{end} request a.post: body, n"),
            format!("breaking response-property-{end} response a.post: answer 200, n"),
        ]
    );
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

/// Two operations that use one parameter, one body and one answer with a header; `used` says of what.
fn sharing(components: Value, used: &Value) -> Value {
    let operation = |id: &str| {
        json!({"operationId": id, "parameters": [used["parameter"]], "requestBody": used["body"],
            "responses": {"200": used["answer"], "400": {"description": "no", "headers": {"H": used["header"]}}}})
    };
    json!({"openapi": "3.1.1", "info": {"title": "t", "version": "1"}, "components": components,
        "paths": {"/a": {"put": operation("a.put")}, "/b": {"put": operation("b.put")}}})
}

fn by_name() -> Value {
    let name = |section: &str| json!({"$ref": format!("#/components/{section}/One")});
    json!({"parameter": name("parameters"), "body": name("requestBodies"), "answer": name("responses"), "header": name("headers")})
}

/// The components: everything is of `kind`, and the parameter called `q`.
fn components(q: &str, kind: &str, required: bool) -> Value {
    let schema = json!({"type": kind});
    let content = json!({"application/json": {"schema": schema}});
    json!({
        "parameters": {"One": {"name": q, "in": "query", "required": required, "schema": schema}},
        "requestBodies": {"One": {"required": required, "content": content}},
        "responses": {"One": {"description": kind, "content": content}},
        "headers": {"One": {"required": required, "schema": schema}},
    })
}

#[test]
fn what_operations_share_is_told_once() {
    let old = sharing(components("q", "string", false), &by_name());
    let new = sharing(components("q", "integer", true), &by_name());
    let told = [
        "breaking request-parameter-became-required request parameter One: ",
        "breaking request-parameter-type-changed request parameter One: ",
        "breaking-for-servers response-header-became-required response header One: ",
        "breaking response-property-type-changed response header One: ",
        "breaking request-body-became-required request body One: ",
        "breaking request-property-type-changed request body One: ",
        "document-only description-changed answer One: ",
        "breaking response-property-type-changed response answer One: ",
    ];
    let found = changes(&document(&old), &document(&new));
    assert_eq!(found.iter().map(line).collect::<Vec<_>>(), told);
    assert!(found.iter().all(|change| change.operations == ["a.put", "b.put"]), "{found:#?}");

    // Under another name they are the same; without one, the operations say it, and it is the same too.
    let renamed = |document: &Value| -> Value {
        serde_json::from_str(&document.to_string().replace("One", "Two")).expect("JSON")
    };
    assert_eq!(
        lines(&document(&old), &document(&renamed(&new))),
        told.map(|line| line.replace("One", "Two"))
    );
    let inline = |components: &Value| {
        let one = |section: &str| components[section]["One"].clone();
        let used = json!({"parameter": one("parameters"), "body": one("requestBodies"), "answer": one("responses"), "header": one("headers")});
        sharing(json!({}), &used)
    };
    let before = inline(&old["components"]);
    assert_eq!(lines(&document(&before), &document(&new)), told);
    assert_eq!(lines(&document(&before), &document(&old)), [""; 0]);
    assert_eq!(lines(&document(&old), &document(&before)), [""; 0]);
}

#[test]
fn a_shared_parameter_that_is_called_otherwise_is_told_once() {
    let document = |q: &str| document(&sharing(components(q, "string", true), &by_name()));
    assert_eq!(
        lines(&document("q"), &document("r")),
        [
            "breaking request-parameter-removed request parameter One: ",
            "breaking new-required-request-parameter request parameter One: ",
        ]
    );
}

#[test]
fn what_stands_with_a_path_is_told_once() {
    let with = |path: Value| {
        let operation = |id: &str| json!({"operationId": id, "responses": {"200": {"description": "d"}}});
        let mut path = path;
        path["get"] = operation("a.get");
        path["put"] = operation("a.put");
        document(&json!({"openapi": "3.1.1", "info": {"title": "t", "version": "1"}, "paths": {"/a": path}}))
    };
    let q = |kind: &str| json!({"parameters": [{"name": "q", "in": "query", "schema": {"type": kind}}]});
    let server = |url: &str| json!({"url": url});
    for (old, new, told) in [
        (q("string"), q("integer"), "breaking request-parameter-type-changed request parameter q of /a: "),
        (json!({"summary": "a"}), json!({"summary": "b"}), "document-only summary-changed path /a: "),
        (json!({}), json!({"description": "b"}), "document-only description-changed path /a: "),
        (json!({}), json!({"servers": [server("/b")]}), "unknown api-servers-changed path /a: servers"),
        (
            json!({}),
            json!({"servers": [server("/"), server("/b")]}),
            "compatible api-server-added path /a: servers",
        ),
        (json!({}), json!({"future": 1}), "unknown api-keyword-changed path /a: "),
    ] {
        let found = changes(&with(old), &with(new));
        assert_eq!(found.iter().map(line).collect::<Vec<_>>(), [told]);
        assert_eq!(found[0].operations, ["a.get", "a.put"]);
    }
    assert_eq!(lines(&with(json!({})), &with(json!({"servers": [server("/")]}))), [""; 0]);
}

#[test]
fn components_that_no_operation_uses_do_not_break_anybody() {
    let document = |components: Value, more: Value| {
        let mut whole = json!({"openapi": "3.1.1", "info": {"title": "t", "version": "1"}, "components": components,
            "paths": {"/a": {"get": {"operationId": "a.get", "responses": {"200": {"description": "d"}}}}}});
        whole.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
        document(&whole)
    };
    let idle = |kind: &str| components("q", kind, false);
    assert_eq!(
        lines(&document(idle("string"), json!({})), &document(idle("integer"), json!({}))),
        [
            "compatible unused-component-changed parameter One: ",
            "compatible unused-component-changed header One: ",
            "compatible unused-component-changed body One: ",
            "document-only description-changed answer One: ",
            "compatible unused-component-changed answer One: ",
        ]
    );
    assert_eq!(
        lines(
            &document(json!({}), json!({})),
            &document(json!({"headers": idle("string")["headers"]}), json!({}))
        ),
        ["document-only api-component-added header One: "]
    );
    // What is carried by something that nobody compares may break somebody.
    let hook = json!({"webhooks": {"w": {"post": {"requestBody": {"content": {"application/json": {"schema": name("Leaf")}}}}}}});
    let leaf = |kind: &str| json!({"schemas": {"Leaf": {"type": kind}}});
    assert_eq!(
        lines(&document(leaf("string"), hook.clone()), &document(leaf("integer"), hook)),
        ["unknown uncompared-component-changed Leaf: "]
    );
    let section = |value: u64| json!({"callbacks": {"c": {"x-value": value}}});
    assert_eq!(
        lines(&document(section(1), json!({})), &document(section(2), json!({}))),
        ["unknown api-keyword-changed document: components.callbacks"]
    );
}
