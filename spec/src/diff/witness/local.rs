//! Which two schemas a change is about: the local ones, so that a witness is small and its reason near.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::diff::{Change, Subject};
use crate::document::{Operation, Pointer, follow, get, meant, operations, reference};

/// Keywords whose value is a schema, a list of schemas, a map of schemas.
const ONE: [&str; 11] = [
    "items",
    "additionalProperties",
    "propertyNames",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "contentSchema",
    "unevaluatedItems",
    "unevaluatedProperties",
];
const LIST: [&str; 4] = ["anyOf", "oneOf", "allOf", "prefixItems"];
const MAP: [&str; 4] = ["properties", "patternProperties", "dependentSchemas", "$defs"];

/// A schema to try values on.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Local {
    /// One that stands in the document.
    At(Pointer),
    /// The parameters of one operation that stand in one place, as the object `{"query": {…}}`.
    Parameters(Value),
}

/// The pairs of schemas in which the change may show, the closest first.
pub(super) fn pairs(old: &Value, new: &Value, change: &Change) -> Vec<(Local, Local)> {
    let place = |place: &Option<super::Place>| place.as_ref().map(|place| place.pointer.clone());
    let (here, there) = (place(&change.old), place(&change.new));
    let mut pairs: Vec<(Option<Pointer>, Option<Pointer>)> = Vec::new();
    match (here.as_ref().and_then(schema), there.as_ref().and_then(schema)) {
        (Some(a), Some(b)) => {
            let (above_a, above_b) = (around(&a), around(&b));
            // Whether a member must be there is said by the object around it.
            if super::is_requirement(change, &b) {
                pairs.push((above_a.clone(), above_b.clone()));
            }
            // Of a union that got or lost a member, that member: every other one would show it no better.
            if change.rule.ends_with("-of-added") {
                let label = change.after.as_ref();
                pairs.push((Some(a.clone()), label.and_then(|label| branch(new, &b, label, 0))));
            } else if change.rule.ends_with("-of-removed") {
                let label = change.before.as_ref();
                pairs.push((label.and_then(|label| branch(old, &a, label, 0)), Some(b.clone())));
            }
            pairs.push((Some(a.clone()), Some(b.clone())));
            if a.last() == b.last() {
                pairs.push((above_a, above_b));
            } else {
                // A member of one and the object around it of the other.
                pairs.extend([(above_a, Some(b)), (Some(a), above_b)]);
            }
        }
        // What is only on one side shows in the schema around it, which has the same place on the other.
        (Some(only), None) | (None, Some(only)) => pairs.push((around(&only), around(&only))),
        (None, None) => {}
    }
    let there_in = |place: &Pointer, document: &Value| place.get(document).is_some();
    let mut found: Vec<(Local, Local)> = Vec::new();
    for (a, b) in pairs.into_iter().filter_map(|(a, b)| a.zip(b)) {
        if there_in(&a, old) && there_in(&b, new) {
            let pair = (Local::At(a), Local::At(b));
            if !found.contains(&pair) {
                found.push(pair);
            }
        }
    }
    if found.is_empty() {
        found.extend(parameters(old, new, change, here.as_ref(), there.as_ref()));
    }
    found
}

/// The member of a union that goes by this name: of the schema that it refers to, or of its tag. Only of `anyOf`,
/// where what one member allows is allowed.
fn branch(document: &Value, union: &Pointer, label: &Value, depth: usize) -> Option<Pointer> {
    const DEEPEST: usize = 4;
    let (union, schema) = follow(document, union.clone(), union.get(document)?);
    let branches = get(schema, "anyOf").and_then(Value::as_array).filter(|_| depth < DEEPEST)?;
    let place = |index: usize| union.child("anyOf").index(index);
    let named = |schema: &Value| {
        let name = reference(schema).and_then(|target| target.rsplit('/').next());
        name.is_some_and(|name| label == name)
            || get(schema, "enum") == Some(label)
            || get(schema, "type") == Some(label)
    };
    let tagged = |schema: &Value| {
        let properties = get(meant(document, schema), "properties").and_then(Value::as_object);
        properties.into_iter().flat_map(Map::values).any(|property| {
            get(property, "const") == Some(label)
                || matches!(get(property, "enum").and_then(Value::as_array).map(Vec::as_slice), Some([only]) if only == label)
        })
    };
    let found = branches.iter().position(named).or_else(|| branches.iter().position(tagged));
    match found {
        Some(index) => Some(place(index)),
        // A union within the union.
        None => (0..branches.len()).find_map(|index| branch(document, &place(index), label, depth + 1)),
    }
}

/// The innermost schema that holds the place or is it.
fn schema(pointer: &Pointer) -> Option<Pointer> {
    let mut inside = Inside::Other;
    let mut before = Cow::Borrowed("");
    let (mut steps, mut found) = (0, None);
    for step in pointer.steps() {
        steps += 1;
        inside = match inside {
            Inside::Other if step == "schema" || step == "itemSchema" => Inside::Schema,
            Inside::Other if steps == 2 && before == "components" && step == "schemas" => Inside::Map,
            // The name of a path, of a response, of a media type.
            Inside::Other => Inside::Other,
            Inside::Map | Inside::List => Inside::Schema,
            Inside::Schema if ONE.contains(&step.as_ref()) => Inside::Schema,
            Inside::Schema if LIST.contains(&step.as_ref()) => Inside::List,
            Inside::Schema if MAP.contains(&step.as_ref()) => Inside::Map,
            Inside::Schema => Inside::Keyword,
            Inside::Keyword => Inside::Keyword,
        };
        if inside == Inside::Schema {
            found = Some(steps);
        }
        before = step;
    }
    Some(pointer.start(found?))
}

#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Other,
    Schema,
    List,
    Map,
    /// In a keyword that holds no schema.
    Keyword,
}

/// The schema that has this one as a member.
fn around(pointer: &Pointer) -> Option<Pointer> {
    schema(&pointer.parent())
}

/// The parameters in the place of the changed one, before and after.
fn parameters(
    old: &Value,
    new: &Value,
    change: &Change,
    here: Option<&Pointer>,
    there: Option<&Pointer>,
) -> Option<(Local, Local)> {
    let is_parameter = |document: &Value, pointer: Option<&Pointer>| {
        let value = pointer?.get(document)?;
        value.get("name")?.as_str()?;
        value.get("in")?.as_str().map(str::to_owned)
    };
    let place = is_parameter(new, there).or_else(|| is_parameter(old, here))?;
    // What operations share shows in the first of them.
    let (address, id) = match &change.subject {
        Subject::Operation { id, method, path } => (format!("{method} {path}"), id),
        _ => (String::new(), change.operations.first()?),
    };
    let of = |document| {
        let operations = operations(document);
        let same = |operation: &&Operation<'_>| operation.address() == address;
        let called = |operation: &&Operation<'_>| operation.is_called(id);
        operations.iter().find(same).or_else(|| operations.iter().find(called)).cloned()
    };
    Some((Local::Parameters(together(&of(old)?, &place)), Local::Parameters(together(&of(new)?, &place))))
}

fn together(operation: &Operation<'_>, place: &str) -> Value {
    let parameters = operation.parameters();
    let parameters = parameters.iter().filter(|parameter| parameter.place == place);
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for parameter in parameters {
        let schema = match parameter.value.get("schema") {
            Some(_) => json!({"$ref": super::judge::fragment(&parameter.pointer.child("schema"))}),
            None => json!({}),
        };
        properties.insert(parameter.name.to_owned(), schema);
        if parameter.required {
            required.push(parameter.name);
        }
    }
    let inner = json!({"type": "object", "properties": properties, "required": required});
    json!({"type": "object", "properties": {place: inner}, "required": [place]})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_schema_is_found() {
        let root = Pointer::root();
        let session = root.below(&["components", "schemas", "Session"]);
        let media =
            root.below(&["paths", "/a/schema", "get", "responses", "200", "content", "text/event-stream"]);
        for (pointer, expected) in [
            (session.clone(), Some(session.clone())),
            (
                session.below(&["properties", "properties"]),
                Some(session.below(&["properties", "properties"])),
            ),
            (
                session.below(&["properties", "type", "enum", "0"]),
                Some(session.below(&["properties", "type"])),
            ),
            (session.below(&["anyOf", "1", "required"]), Some(session.below(&["anyOf", "1"]))),
            (session.child("properties"), Some(session.clone())),
            (media.below(&["schema", "items"]), Some(media.below(&["schema", "items"]))),
            (media.clone(), None),
            (root.below(&["paths", "/a", "get", "parameters", "0"]), None),
        ] {
            assert_eq!(schema(&pointer), expected, "{pointer}");
        }
    }
}
