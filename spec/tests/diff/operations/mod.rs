//! Every rule about what is not a schema: one row is a change of a small document, told there and back; and the test
//! that no rule of the table is dead.

mod covered;
mod rows;

use std::collections::BTreeSet;

use opencode_spec::diff::RULES;
use serde_json::{Value, json};

use self::rows::{Row, base, rows};
use crate::support::{changes, document, lines};

/// `base` with `value` at `pointer`.
fn with(pointer: &str, value: &Value) -> Value {
    let mut document = base();
    let (parent, key) = pointer.rsplit_once('/').expect("a place in the document");
    let key = key.replace("~1", "/");
    let holder = document.pointer_mut(parent).unwrap_or_else(|| panic!("{parent}"));
    match (holder, value) {
        (Value::Object(members), Value::Null) => {
            members.shift_remove(&key);
        }
        (Value::Object(members), value) => {
            members.insert(key, value.clone());
        }
        (Value::Array(elements), value) => {
            let index: usize = key.parse().expect("a place in an array");
            elements.truncate(index.max(elements.len().min(index)));
            if !value.is_null() {
                elements.push(value.clone());
            }
        }
        (other, _) => panic!("{other}"),
    }
    document
}

#[test]
fn a_change_outside_of_schemas_has_its_rule_and_place() {
    for Row(there, back, at, pointer, before, after) in rows() {
        let (old, new) = (document(&with(pointer, &before)), document(&with(pointer, &after)));
        for (rule, left, right) in [(there, &old, &new), (back, &new, &old)] {
            let told = lines(left, right);
            let told: Vec<&str> =
                told.iter().map(|line| line.split_once(' ').map_or("", |(_, rest)| rest)).collect();
            let [one] = told.as_slice() else { panic!("{rule} at {pointer}: {told:#?}") };
            let found = one.split(' ').next();
            assert_eq!(found, Some(rule), "{pointer}: {one}");
            if !at.is_empty() {
                assert!(one.ends_with(at), "{rule} at {pointer}: {one}");
            }
        }
    }
}

#[test]
fn a_level_is_the_one_that_the_rule_says_of_itself() {
    let level = |pointer: &str, before: Value, after: Value| {
        let found = changes(&document(&with(pointer, &before)), &document(&with(pointer, &after)));
        found.iter().map(|change| change.level.name()).collect::<Vec<_>>().join(" ")
    };
    let put = |rest: &str| format!("/paths/~1thing~1{{id}}/put{rest}");
    for (pointer, before, after, told) in [
        (put(""), base().pointer(&put("")).cloned().unwrap_or_default(), Value::Null, "breaking"),
        (put(""), Value::Null, base().pointer(&put("")).cloned().unwrap_or_default(), "breaking-for-servers"),
        (put("/operationId"), json!("a"), json!("b"), "breaking"),
        (put("/deprecated"), Value::Null, json!(true), "compatible"),
        (put("/responses/202"), Value::Null, json!({"description": "d"}), "breaking"),
        (put("/responses/500"), Value::Null, json!({"description": "d"}), "compatible"),
        (put("/summary"), Value::Null, json!("s"), "document-only"),
        ("/servers".to_owned(), Value::Null, json!([{"url": "/v1"}]), "unknown"),
        ("/servers".to_owned(), json!([{"url": "/"}]), Value::Null, ""),
    ] {
        assert_eq!(level(&pointer, before, after), told, "{pointer}");
    }
}

#[test]
fn an_operation_that_moved_and_a_variable_that_is_called_otherwise_are_the_same_ones() {
    let mut moved = base();
    let paths = moved["paths"].as_object_mut().expect("paths");
    let item = paths.shift_remove("/thing/{id}").expect("it is there");
    paths.insert("/thing/{thingID}".to_owned(), item);
    for parameter in moved
        .pointer_mut("/paths/~1thing~1{thingID}/put/parameters")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        if parameter["in"] == "path" {
            parameter["name"] = json!("thingID");
        }
    }
    assert_eq!(
        lines(&document(&base()), &document(&moved)),
        ["compatible request-path-parameter-renamed request thing.put: path parameter thingID"]
    );
    let mut moved = base();
    let item = moved["paths"]["/thing/{id}"].take();
    moved["paths"] = json!({"/things/{id}": item});
    assert_eq!(
        lines(&document(&base()), &document(&moved)),
        ["breaking api-address-changed thing.get: ", "breaking api-address-changed thing.put: "]
    );
}

#[test]
fn parameters_of_a_path_and_named_ones_count_as_those_of_the_operation() {
    let mut shared = base();
    let q = json!({"name": "q", "in": "query", "schema": {"type": "string"}});
    shared["components"]["parameters"] = json!({"Q": q});
    shared
        .pointer_mut("/paths/~1thing~1{id}/put/parameters")
        .and_then(Value::as_array_mut)
        .expect("a list")
        .pop();
    shared["paths"]["/thing/{id}"]["parameters"] = json!([{"$ref": "#/components/parameters/Q"}]);
    assert_eq!(
        lines(&document(&base()), &document(&shared)),
        ["compatible new-optional-request-parameter request thing.get: query parameter q"]
    );
}

#[test]
fn different_changes_of_what_is_not_compared_have_different_names() {
    for (pointer, rule) in [
        ("/components/schemas/Told", "uncompared-component-changed"),
        ("/components/schemas/Idle", "unused-schema-changed"),
        ("/components/headers/Idle/schema", "unused-component-changed"),
    ] {
        let name = |after: Value| -> String {
            let found = changes(&document(&base()), &document(&with(pointer, &after)));
            let [one] = found.as_slice() else { panic!("{pointer}: {found:#?}") };
            assert_eq!(one.rule, rule);
            one.fingerprint.clone()
        };
        let length = |length: u64| json!({"type": "string", "minLength": length});
        let names = [name(json!({"type": "integer"})), name(length(1)), name(length(2))];
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 3, "{pointer}: {names:?}");
        assert_eq!(name(length(1)), names[1]);
    }
}

#[test]
fn every_rule_of_the_table_is_told_by_some_change() {
    let mut told: BTreeSet<&str> = crate::schemas::produced();
    for Row(_, _, _, pointer, before, after) in rows() {
        let (old, new) = (document(&with(pointer, &before)), document(&with(pointer, &after)));
        told.extend(changes(&old, &new).iter().chain(&changes(&new, &old)).map(|change| change.rule));
    }
    // Told in tests of their own above.
    told.extend(["api-address-changed", "request-path-parameter-renamed"]);
    let dead: Vec<&str> = RULES.iter().map(|rule| rule.id).filter(|id| !told.contains(id)).collect();
    assert!(dead.is_empty(), "no change is told by {dead:#?}");
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len(), "an id stands twice");
}
