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
    visit(document, &mut Pointer::root(), false, found);
}

fn visit<'a>(
    value: &'a Value,
    pointer: &mut Pointer,
    is_map: bool,
    found: &mut impl FnMut(&Pointer, &'a Map<String, Value>),
) {
    match value {
        Value::Object(object) => {
            if !is_map {
                found(pointer, object);
            }
            // Nothing is found in a scalar: its name need not be written down.
            for (name, member) in object.iter().filter(|(_, member)| member.is_object() || member.is_array())
            {
                if is_map || !DATA.contains(&name.as_str()) {
                    let holds_map = !is_map && MAPS.contains(&name.as_str());
                    let here = pointer.enter(name);
                    visit(member, pointer, holds_map, found);
                    pointer.leave(here);
                }
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                let here = pointer.enter_index(index);
                visit(element, pointer, false, found);
                pointer.leave(here);
            }
        }
        _ => {}
    }
}
