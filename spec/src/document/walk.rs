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

/// The same without the places: to write them down takes longer than the rest.
pub(super) fn objects<'a>(document: &'a Value, mut found: impl FnMut(&'a Map<String, Value>)) {
    visit(document, &mut Nowhere, false, &mut |_, object| found(object));
}

/// What a walk remembers of its way.
trait Way {
    fn enter(&mut self, name: &str) -> usize;
    fn enter_index(&mut self, index: usize) -> usize;
    fn leave(&mut self, to: usize);
}

impl Way for Pointer {
    fn enter(&mut self, name: &str) -> usize {
        self.enter(name)
    }

    fn enter_index(&mut self, index: usize) -> usize {
        self.enter_index(index)
    }

    fn leave(&mut self, to: usize) {
        self.leave(to);
    }
}

struct Nowhere;

impl Way for Nowhere {
    fn enter(&mut self, _: &str) -> usize {
        0
    }

    fn enter_index(&mut self, _: usize) -> usize {
        0
    }

    fn leave(&mut self, _: usize) {}
}

fn visit<'a, W: Way>(
    value: &'a Value,
    way: &mut W,
    is_map: bool,
    found: &mut impl FnMut(&W, &'a Map<String, Value>),
) {
    match value {
        Value::Object(object) => {
            if !is_map {
                found(way, object);
            }
            // Nothing is found in a scalar: its name need not be written down.
            for (name, member) in object.iter().filter(|(_, member)| member.is_object() || member.is_array())
            {
                if is_map || !DATA.contains(&name.as_str()) {
                    let holds_map = !is_map && MAPS.contains(&name.as_str());
                    let here = way.enter(name);
                    visit(member, way, holds_map, found);
                    way.leave(here);
                }
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                let here = way.enter_index(index);
                visit(element, way, false, found);
                way.leave(here);
            }
        }
        _ => {}
    }
}
