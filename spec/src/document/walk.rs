//! A walk over everything in an OpenAPI document that has keywords: schemas, responses, parameters, and so on.

use serde_json::{Map, Value};

use super::Pointer;

/// Keywords that hold values, not schemas: a `$ref` or `type` inside them is data.
const DATA: [&str; 5] = ["example", "examples", "default", "enum", "const"];

/// Keywords that hold a map from free names to schemas, responses and so on: a member called `default` or `$ref`
/// is one of those names.
const MAPS: [&str; 14] = [
    "paths",
    "webhooks",
    "responses",
    "content",
    "headers",
    "callbacks",
    "schemas",
    "parameters",
    "requestBodies",
    "properties",
    "patternProperties",
    "dependentSchemas",
    "$defs",
    "definitions",
];

/// Calls `found` with the place and members of every object whose member names are keywords.
pub fn walk<'a>(document: &'a Value, found: &mut impl FnMut(&Pointer, &'a Map<String, Value>)) {
    visit(document, &Pointer::root(), false, found);
}

fn visit<'a>(
    value: &'a Value,
    pointer: &Pointer,
    is_map: bool,
    found: &mut impl FnMut(&Pointer, &'a Map<String, Value>),
) {
    match value {
        Value::Object(object) => {
            if !is_map {
                found(pointer, object);
            }
            for (name, member) in object {
                if is_map || !DATA.contains(&name.as_str()) {
                    let holds_map = !is_map && MAPS.contains(&name.as_str());
                    visit(member, &pointer.child(name), holds_map, found);
                }
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                visit(element, &pointer.index(index), false, found);
            }
        }
        _ => {}
    }
}
