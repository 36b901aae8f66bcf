//! Mutations of operations.

use std::collections::BTreeSet;

use opencode_spec::diff::{Change, Level};
use opencode_spec::document::Pointer;
use serde_json::{Map, Value, json};

use super::kinds::{BREAKING, COMPATIBLE, SERVERS, list};
use super::{contract, shown};
use crate::support::{changes, document};

/// A mutation of an operation: rules there and back, with their levels.
type OnOperation = (&'static str, Level, &'static str, Level, fn(&mut Value) -> bool);

fn insert(holder: &mut Value, name: &str, value: Value) -> bool {
    let Some(members) = holder.as_object_mut() else { return false };
    members.insert(name.to_owned(), value).is_none()
}

fn parameter(operation: &mut Value, required: bool) -> bool {
    let mut all = list(operation, "parameters").to_vec();
    all.push(json!({"name": "zz", "in": "query", "required": required, "schema": {"type": "string"}}));
    operation["parameters"] = json!(all);
    true
}

/// The first parameter of the query that `is_wanted` holds for.
fn in_query(operation: &mut Value, is_wanted: fn(&Value) -> bool) -> Option<&mut Value> {
    let all = operation["parameters"].as_array_mut().into_iter().flatten();
    all.into_iter().find(|parameter| parameter["in"] == "query" && is_wanted(parameter))
}

fn header(operation: &mut Value, required: bool) -> bool {
    let header = json!({"X-Zz": {"required": required, "schema": {"type": "string"}}});
    insert(&mut operation["responses"]["200"], "headers", header)
}

const ON_OPERATIONS: [OnOperation; 21] = [
    ("api-operation-id-changed", BREAKING, "api-operation-id-changed", BREAKING, |operation| {
        operation["operationId"] =
            json!(format!("zz.{}", operation["operationId"].as_str().unwrap_or_default()));
        true
    }),
    ("endpoint-deprecated", COMPATIBLE, "endpoint-reactivated", COMPATIBLE, |operation| {
        insert(operation, "deprecated", json!(true))
    }),
    ("summary-changed", Level::DocumentOnly, "summary-changed", Level::DocumentOnly, |operation| {
        operation["summary"] = json!("zz");
        true
    }),
    ("api-tag-added", Level::DocumentOnly, "api-tag-removed", Level::DocumentOnly, |operation| {
        let mut tags = list(operation, "tags").to_vec();
        tags.push(json!("zz"));
        operation["tags"] = json!(tags);
        true
    }),
    ("api-security-added", BREAKING, "api-security-removed", SERVERS, |operation| {
        insert(operation, "security", json!([{"zz": []}]))
    }),
    ("new-required-request-parameter", BREAKING, "request-parameter-removed", BREAKING, |operation| {
        parameter(operation, true)
    }),
    ("new-optional-request-parameter", COMPATIBLE, "request-parameter-removed", BREAKING, |operation| {
        parameter(operation, false)
    }),
    (
        "request-parameter-became-required",
        BREAKING,
        "request-parameter-became-optional",
        SERVERS,
        |operation| {
            let optional = in_query(operation, |parameter| parameter["required"] != true);
            optional.map(|parameter| parameter["required"] = json!(true)).is_some()
        },
    ),
    ("request-parameter-place-changed", BREAKING, "request-parameter-place-changed", BREAKING, |operation| {
        let free = in_query(operation, |parameter| parameter["name"] != "directory");
        free.map(|parameter| parameter["in"] = json!("cookie")).is_some()
    }),
    ("request-parameter-deprecated", COMPATIBLE, "request-parameter-reactivated", COMPATIBLE, |operation| {
        in_query(operation, |_| true).is_some_and(|parameter| insert(parameter, "deprecated", json!(true)))
    }),
    (
        "request-parameter-serialization-changed",
        Level::Unknown,
        "request-parameter-serialization-changed",
        Level::Unknown,
        |operation| {
            let first = in_query(operation, |_| true);
            first.is_some_and(|parameter| insert(parameter, "style", json!("pipeDelimited")))
        },
    ),
    ("request-body-added-required", BREAKING, "request-body-removed", BREAKING, |operation| {
        insert(
            operation,
            "requestBody",
            json!({"required": true, "content": {"application/json": {"schema": {}}}}),
        )
    }),
    ("request-body-added-optional", COMPATIBLE, "request-body-removed", BREAKING, |operation| {
        insert(operation, "requestBody", json!({"content": {"application/json": {"schema": {}}}}))
    }),
    ("request-body-became-required", BREAKING, "request-body-became-optional", SERVERS, |operation| {
        let body = operation.get_mut("requestBody").filter(|body| body["required"] != true);
        body.map(|body| body["required"] = json!(true)).is_some()
    }),
    ("request-body-media-type-added", SERVERS, "request-body-media-type-removed", BREAKING, |operation| {
        operation.get("requestBody").is_some()
            && insert(&mut operation["requestBody"]["content"], "text/zz", json!({"schema": {}}))
    }),
    ("response-success-status-added", BREAKING, "response-success-status-removed", BREAKING, |operation| {
        insert(&mut operation["responses"], "299", json!({"description": "zz"}))
    }),
    (
        "response-non-success-status-added",
        COMPATIBLE,
        "response-non-success-status-removed",
        COMPATIBLE,
        |operation| insert(&mut operation["responses"], "499", json!({"description": "zz"})),
    ),
    ("response-media-type-added", BREAKING, "response-media-type-removed", BREAKING, |operation| {
        let answer = &mut operation["responses"]["200"];
        answer.get("content").is_some() && insert(&mut answer["content"], "text/zz", json!({"schema": {}}))
    }),
    ("response-header-added", COMPATIBLE, "optional-response-header-removed", BREAKING, |operation| {
        header(operation, false)
    }),
    ("response-required-header-added", SERVERS, "required-response-header-removed", BREAKING, |operation| {
        header(operation, true)
    }),
    ("api-server-added", COMPATIBLE, "api-servers-changed", Level::Unknown, |operation| {
        insert(operation, "servers", json!([{"url": "/"}, {"url": "/zz"}]))
    }),
];

#[test]
fn every_mutation_of_an_operation_is_told_of_it() {
    let contract = contract();
    let original = document(&contract);
    let pointers: Vec<Pointer> = opencode_spec::document::operations(&contract)
        .into_iter()
        .map(|operation| operation.pointer)
        .collect();
    for (there, level, back, level_back, mutate) in ON_OPERATIONS {
        let mut mutated = contract.clone();
        let mut touched = 0;
        for pointer in &pointers {
            let text = pointer.to_string();
            let operation = mutated.pointer_mut(&text[1..]).expect("it is there");
            let before = operation.clone();
            if before["responses"].get("200").is_some() && mutate(operation) {
                touched += 1;
            } else {
                *operation = before;
            }
        }
        assert!(touched > 5, "{there}: {touched}");
        let mutated = document(&mutated);
        for (rule, level, old, new) in
            [(there, level, &original, &mutated), (back, level_back, &mutated, &original)]
        {
            let found = changes(old, new);
            for change in &found {
                assert!(change.rule == rule && change.level == level, "{rule}: {}", shown(change));
            }
            let subjects: BTreeSet<String> =
                found.iter().map(|change| format!("{:?}", change.subject)).collect();
            assert_eq!((subjects.len(), found.len()), (touched, touched), "{rule}");
        }
    }
}

#[test]
fn an_operation_that_comes_or_goes_is_told_once() {
    let contract = contract();
    let original = document(&contract);
    let mut fewer = contract.clone();
    let paths = fewer["paths"].as_object_mut().expect("paths");
    let gone: Vec<String> = paths.keys().step_by(4).cloned().collect();
    let mut operations = 0;
    for path in &gone {
        operations +=
            paths.shift_remove(path).and_then(|item| item.as_object().map(Map::len)).unwrap_or_default();
    }
    let fewer = document(&fewer);
    for (rule, old, new) in
        [("api-path-removed-without-deprecation", &original, &fewer), ("endpoint-added", &fewer, &original)]
    {
        let found: Vec<Change> = changes(old, new)
            .into_iter()
            // Schemas that only those carried are carried by nobody then.
            .filter(|change| change.level != Level::DocumentOnly)
            .collect();
        assert!(
            found.iter().all(|change| change.rule == rule || change.rule.ends_with("-with-deprecation")),
            "{:#?}",
            found.iter().map(shown).collect::<Vec<_>>()
        );
        assert_eq!(found.len(), operations);
    }
}
