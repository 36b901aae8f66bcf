//! The canonical form and the walk, on small documents. What the comparison catches in the real contract is proven
//! by `spec/tests/mutations.rs`.

use serde_json::{Value, json};

use super::{Served, UNDECLARED, compare};

const STATUSES: &[(&str, &[u16])] =
    &[(UNDECLARED, &[]), ("BadRequest", &[400]), ("BadRequestOrNotFound", &[400, 404])];

/// A document with one operation, which answers with this schema.
fn contract(schema: &Value) -> Value {
    with_operation(
        "3.1.1",
        json!({"operationId": "thing.get", "responses": {"200": answer(schema)}}),
        json!({"schemas": {
            "Tree": {"type": "object", "properties": {
                "name": {"type": "string"},
                "leaves": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
            }, "required": ["name", "leaves"]},
        }}),
    )
}

/// The same from dropshot's side.
fn served(schema: &Value) -> Value {
    with_operation(
        "3.0.3",
        json!({"operationId": "thing.get", "responses": {
            "200": answer(schema),
            "4XX": {"$ref": "#/components/responses/Undeclared"},
            "5XX": {"$ref": "#/components/responses/Undeclared"},
        }}),
        json!({"schemas": {
            "Baum": {"type": "object", "properties": {
                "name": {"type": "string"},
                "leaves": {"type": "array", "items": {"$ref": "#/components/schemas/Baum"}},
            }, "required": ["leaves", "name"]},
        }}),
    )
}

fn with_operation(version: &str, operation: Value, components: Value) -> Value {
    json!({"openapi": version, "paths": {"/thing": {"get": operation}}, "components": components})
}

fn answer(schema: &Value) -> Value {
    json!({"description": "", "content": {"application/json": {"schema": schema}}})
}

fn differences(contract: &Value, served: Value) -> Vec<String> {
    let documents = [served];
    let streams = [("thing.stream", json!({"type": "string"}))];
    let served = Served { documents: &documents, error_statuses: STATUSES, streams: &streams };
    compare(contract, &served).iter().map(ToString::to_string).collect()
}

#[track_caller]
fn same(wanted: Value, found: Value) {
    assert_eq!(differences(&contract(&wanted), served(&found)), [""; 0]);
}

#[track_caller]
fn differ(wanted: Value, found: Value, expected: &[&str]) {
    let expected: Vec<String> =
        expected.iter().map(|words| format!("thing.get, answer 200{words}")).collect();
    assert_eq!(differences(&contract(&wanted), served(&found)), expected);
}

fn object(members: Value, required: &[&str]) -> Value {
    json!({"type": "object", "properties": members, "required": required})
}

#[test]
fn two_ways_to_say_the_same() {
    same(json!({"const": "a"}), json!({"type": "string", "enum": ["a"]}));
    same(json!({"type": "boolean", "const": true}), json!({"type": "boolean", "enum": [true]}));
    same(
        json!({"anyOf": [{"const": "b"}, {"const": "a"}]}),
        json!({"oneOf": [{"type": "string", "enum": ["a"]}, {"enum": ["b"]}]}),
    );
    same(json!({"type": ["string", "null"]}), json!({"type": "string", "nullable": true}));
    same(
        json!({"anyOf": [{"$ref": "#/components/schemas/Tree"}, {"type": "null"}]}),
        json!({"nullable": true, "allOf": [{"$ref": "#/components/schemas/Baum"}]}),
    );
    same(json!({"anyOf": [{"type": "string"}, {"const": "a"}]}), json!({"type": "string"}));
    same(json!({}), json!({"description": "anything"}));
    same(json!(true), json!({}));
    same(json!({"anyOf": [{}, {"type": "string"}]}), json!({}));
    same(json!({"type": "number", "minimum": 1}), json!({"type": "number", "format": "double"}));
    same(
        object(json!({"a": {"type": "string"}}), &["a"]),
        json!({"allOf": [object(json!({"a": {"type": "string"}}), &["a"]), {"type": "object"}]}),
    );
    same(
        json!({"type": "object", "additionalProperties": false, "properties": {"a": {}}}),
        object(json!({"a": {}}), &[]),
    );
    same(json!({"type": "object"}), json!({"type": "object", "additionalProperties": true}));
    same(json!({"$ref": "#/components/schemas/Tree"}), json!({"$ref": "#/components/schemas/Baum"}));
}

#[test]
fn scalars_differ() {
    differ(json!({"type": "integer"}), json!({"type": "number"}), &[": contract integer; signature number"]);
    differ(json!({"type": "string"}), json!({"enum": ["a"]}), &[r#": contract string; signature "a""#]);
    differ(json!({"const": true}), json!({"type": "boolean"}), &[": contract true; signature boolean"]);
    differ(json!({}), json!({"type": "object"}), &[": contract any value; signature object"]);
    differ(json!(false), json!({"type": "null"}), &[": contract no value at all; signature null"]);
    differ(json!({"enum": [1, 2]}), json!({"enum": [1]}), &[": contract 1 | 2; signature 1"]);
    differ(
        json!({"type": ["string", "null"]}),
        json!({"type": "string"}),
        &[": contract string | null; signature string"],
    );
    differ(
        json!({"enum": ["a", "b", "c", "d", "e", "f", "g"]}),
        json!({"enum": ["a", "b", "c", "d", "e", "f", "h"]}),
        &[r#": contract 6 values that both have | "g"; signature 6 values that both have | "h""#],
    );
}

#[test]
fn members_differ() {
    let text = || json!({"type": "string"});
    differ(
        object(json!({"a": text(), "b": text()}), &["a"]),
        object(json!({"a": {"type": "integer"}, "c": {"type": "string", "nullable": true}}), &[]),
        &[
            " .a: contract required; signature optional",
            " .a: contract string; signature integer",
            " .b: contract optional string; signature no such member",
            " .c: contract no such member; signature optional string",
        ],
    );
    differ(
        object(json!({"a": text()}), &[]),
        object(json!({"a": text()}), &["a"]),
        &[" .a: contract optional; signature required"],
    );
}

#[test]
fn an_option_covers_absent_and_null() {
    let (text, text_or_null) = (json!({"type": "string"}), json!({"type": "string", "nullable": true}));
    same(object(json!({"a": text}), &[]), object(json!({"a": text_or_null}), &[]));
    same(object(json!({"a": {"type": ["string", "null"]}}), &["a"]), object(json!({"a": text_or_null}), &[]));
    differ(
        object(json!({"a": text}), &["a"]),
        object(json!({"a": text_or_null}), &["a"]),
        &[" .a: contract string; signature string | null"],
    );
}

#[test]
fn maps_and_further_members_differ() {
    let map = |value: Value| json!({"type": "object", "additionalProperties": value});
    same(map(json!({"type": "string"})), map(json!({"type": "string"})));
    differ(
        map(json!({"type": "string"})),
        map(json!({"type": "number"})),
        &[" .*: contract string; signature number"],
    );
    let mut open = object(json!({"a": {}}), &[]);
    open["additionalProperties"] = json!({});
    differ(
        open,
        object(json!({"a": {}}), &[]),
        &[" .*: contract further members of any kind; signature no further members"],
    );
}

#[test]
fn union_members_are_recognised_by_literals_and_names() {
    let member =
        |tag: &str, name: &str| object(json!({"type": {"const": tag}, name: {"type": "string"}}), &["type"]);
    same(
        json!({"anyOf": [member("a", "x"), member("b", "x")]}),
        json!({"oneOf": [member("b", "x"), member("a", "x")]}),
    );
    differ(
        json!({"anyOf": [member("a", "x"), member("b", "x"), member("c", "x")]}),
        json!({"anyOf": [member("b", "y"), member("a", "x"), member("d", "x")]}),
        &[
            r#" <type="b">.x: contract optional string; signature no such member"#,
            r#" <type="b">.y: contract no such member; signature optional string"#,
            r#" <type="c">: contract object with type="c", x; signature no such member of the union"#,
            r#" <type="d">: contract no such member of the union; signature object with type="d", x"#,
        ],
    );
    // Without literals the names decide, whatever the order.
    let plain = |names: &[&str]| {
        let members = names.iter().map(|name| ((*name).to_owned(), json!({"type": "string"})));
        json!({"type": "object", "properties": Value::Object(members.collect())})
    };
    same(
        json!({"anyOf": [plain(&["a", "b"]), plain(&["a", "b", "c"])]}),
        json!({"anyOf": [plain(&["a", "b", "c"]), plain(&["a", "b"])]}),
    );
}

#[test]
fn recursion_ends_on_both_sides() {
    let mut found = served(&json!({"$ref": "#/components/schemas/Baum"}));
    found["components"]["schemas"]["Baum"]["properties"]["name"] = json!({"type": "integer"});
    let wanted = contract(&json!({"$ref": "#/components/schemas/Tree"}));
    assert_eq!(
        differences(&wanted, found),
        ["thing.get, answer 200 .name: contract string; signature integer"]
    );
    // A schema that is nothing but itself admits nothing, and ends too.
    let mut wanted = contract(&json!({"$ref": "#/components/schemas/Tree"}));
    wanted["components"]["schemas"]["Tree"] = json!({"anyOf": [{"$ref": "#/components/schemas/Tree"}]});
    let lines = differences(&wanted, served(&json!({"type": "null"})));
    assert_eq!(lines, ["thing.get, answer 200: contract no value at all; signature null"]);
}

fn operations(wanted: Value, found: Value) -> Vec<String> {
    let responses = json!({"responses": {
        "BadRequestOrNotFound": answer(&json!({"anyOf": [{"type": "string"}, {"type": "integer"}]})),
        "Undeclared": answer(&json!({"type": "object"})),
        "Error": answer(&json!({"type": "object"})),
    }});
    let contract = with_operation("3.1.1", wanted, json!({}));
    differences(&contract, with_operation("3.0.3", found, responses))
}

fn errors(name: &str) -> Value {
    json!({"$ref": format!("#/components/responses/{name}")})
}

#[test]
fn operations_differ() {
    let found = json!({"operationId": "b", "responses": {"204": {}, "4XX": errors("Undeclared")}});
    assert_eq!(
        operations(
            json!({"operationId": "a", "deprecated": true, "responses": {"200": answer(&json!({"type": "string"}))}}),
            found.clone()
        ),
        [
            "a, operation id: contract `a`; signature `b`",
            "a, operation: contract deprecated; signature not deprecated",
            "a, answer 200: contract application/json: string; signature no such answer",
            "a, answer 204: contract no such answer; signature no content",
        ]
    );
    let nothing = json!({"openapi": "3.1.1", "paths": {}});
    let served = with_operation("3.0.3", found.clone(), json!({}));
    assert_eq!(
        differences(&nothing, served.clone()),
        ["b, operation: contract no such operation; signature GET /thing"]
    );
    let mut moved = json!({"openapi": "3.1.1", "paths": {"/other": {"put": found}}});
    assert_eq!(differences(&moved, served)[0], "b, operation: contract PUT /other; signature GET /thing");
    moved["paths"]["/other"]["put"]["operationId"] = json!("c");
    assert_eq!(
        differences(&moved, json!({}))[0],
        "c, operation: contract PUT /other; signature no such operation"
    );
}

#[test]
fn an_operation_stands_in_one_document() {
    let document = served(&json!({}));
    let served = Served { documents: &[document.clone(), document], error_statuses: STATUSES, streams: &[] };
    let found = compare(&contract(&json!({})), &served);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].signature, "stands in 2 traits");
}

#[test]
fn parameters_differ() {
    let operation = |parameters: Value, status: &str| json!({"operationId": "a", "parameters": parameters, "responses": {status: {}, "4XX": errors("Undeclared")}});
    let parameter = |place: &str, name: &str, required: bool, schema: Value| json!({"in": place, "name": name, "required": required, "schema": schema});
    let text = || json!({"type": "string"});
    let mut wanted = operation(
        json!([
            parameter("query", "same", false, text()),
            parameter("query", "typed", true, text()),
            parameter("query", "needed", true, text()),
            parameter("query", "moved", false, text()),
            parameter("query", "gone", false, text()),
            {"in": "query", "name": "at", "style": "deepObject", "schema": object(json!({"x": text()}), &[])},
        ]),
        "204",
    );
    wanted["responses"].as_object_mut().expect("an object").remove("4XX");
    let found = operation(
        json!([
            parameter("query", "same", false, json!({"type": "string", "nullable": true})),
            parameter("query", "typed", true, json!({"type": "integer"})),
            parameter("query", "needed", false, text()),
            parameter("header", "moved", false, text()),
            parameter("query", "new", false, text()),
            parameter("query", "at[x]", false, text()),
        ]),
        "204",
    );
    assert_eq!(
        operations(wanted, found),
        [
            "a, query parameter `typed`: contract string; signature integer",
            "a, query parameter `needed`: contract required; signature optional",
            "a, query parameter `moved`: contract optional string in query; signature optional string in header",
            "a, query parameter `gone`: contract optional string in query; signature no such parameter",
            "a, query parameter `new`: contract no such parameter; signature optional string in query",
        ]
    );
}

#[test]
fn bodies_differ() {
    let operation = |body: Option<Value>| {
        let mut operation = json!({"operationId": "a", "responses": {"204": {}}});
        if let Some(body) = body {
            operation["requestBody"] = body;
        }
        operation
    };
    let against = |wanted: Option<Value>, found: Option<Value>| {
        let mut found = operation(found);
        found["responses"]["4XX"] = errors("Undeclared");
        operations(operation(wanted), found)
    };
    let mut required = answer(&json!({"type": "string"}));
    required["required"] = json!(true);
    let optional = answer(&json!({"type": "string"}));
    assert_eq!(
        against(Some(optional.clone()), Some(required.clone())),
        [""; 0],
        "dropshot knows no optional body"
    );
    assert_eq!(
        against(Some(optional.clone()), None),
        ["a, request body: contract a body; signature no body"]
    );
    assert_eq!(
        against(None, Some(required.clone())),
        ["a, request body: contract no body; signature a body"]
    );
    let other = json!({"content": {"text/plain": {"schema": {"type": "string"}}}});
    assert_eq!(
        against(Some(other), Some(required)),
        ["a, request body: contract text/plain: string; signature application/json: string"]
    );
}

#[test]
fn errors_differ_in_status_and_schema() {
    let wanted = |errors: Value| {
        let mut responses = json!({"204": {}});
        responses.as_object_mut().expect("an object").extend(errors.as_object().expect("an object").clone());
        json!({"operationId": "a", "responses": responses})
    };
    let against = |errors_wanted: Value, name: &str| {
        operations(
            wanted(errors_wanted),
            json!({"operationId": "a", "responses": {"204": {}, "4XX": errors(name)}}),
        )
    };
    let (text, number) = (answer(&json!({"type": "string"})), answer(&json!({"type": "integer"})));
    assert_eq!(against(json!({"400": text, "404": number}), "BadRequestOrNotFound"), [""; 0]);
    assert_eq!(
        against(json!({"400": text}), "BadRequestOrNotFound"),
        ["a, error statuses: contract 400; signature 400, 404 (error type BadRequestOrNotFound)"]
    );
    assert_eq!(
        against(json!({"404": text, "400": number}), "BadRequestOrNotFound"),
        [
            "a, error 404: contract string; signature integer",
            "a, error 400: contract integer; signature string",
        ]
    );
    assert_eq!(
        against(json!({"400": text}), "Undeclared"),
        ["a, error statuses: contract 400; signature none (error type Undeclared)"]
    );
    assert_eq!(
        against(json!({}), "Error"),
        [
            r#"a, error statuses: contract none; signature the error type "Error", whose statuses are not known"#
        ]
    );
}

#[test]
fn a_stream_is_a_free_response_with_a_typed_event() {
    let stream = |schema: Value| {
        let content = json!({"content": {"text/event-stream": {"schema": schema}}});
        json!({"operationId": "thing.stream", "responses": {"200": content}})
    };
    let free = json!({"operationId": "thing.stream", "responses": {"default": {"content": {"*/*": {"schema": {}}}}}});
    assert_eq!(operations(stream(json!({"type": "string"})), free.clone()), [""; 0]);
    assert_eq!(
        operations(stream(json!({"type": "integer"})), free.clone()),
        ["thing.stream, event of answer 200: contract integer; signature string"]
    );
    let plain =
        json!({"operationId": "thing.stream", "responses": {"200": answer(&json!({"type": "string"}))}});
    let typed = |mut operation: Value| {
        operation["responses"]["4XX"] = errors("Undeclared");
        operation
    };
    assert_eq!(
        operations(stream(json!({"type": "string"})), typed(plain.clone())),
        ["thing.stream, answer 200: contract an event stream; signature 200 application/json: string"]
    );
    assert_eq!(
        operations(plain, free),
        ["thing.stream, answers: contract 200 application/json: string; signature a free response"]
    );
}

#[test]
fn a_websocket_is_always_told() {
    let plain =
        json!({"operationId": "a", "responses": {"200": answer(&json!({"type": "boolean"})), "404": {}}});
    let channel = json!({"operationId": "a", "x-dropshot-websocket": {}, "responses": {"default": {}}});
    assert_eq!(operations(plain, channel), ["a, answers: contract 200, 404; signature a websocket"]);
}
