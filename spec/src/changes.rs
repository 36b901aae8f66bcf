//! What a new contract brings: operations and schemas that are new, changed or gone.

use std::fmt::{self, Write as _};

use indexmap::IndexMap;
use serde_json::Value;

use crate::document::{Document, Pointer, members};

/// What differs between two contracts, each list in the order of the contract it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub operations: Kinds,
    pub schemas: Kinds,
}

/// Names (with address, for operations), and for changed ones where they changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    pub new: Vec<String>,
    pub changed: Vec<(String, Vec<String>)>,
    pub gone: Vec<String>,
}

/// How many places of a changed thing are named.
const NAMED_PLACES: usize = 4;

impl Changes {
    pub fn between(old: &Document, new: &Document) -> Self {
        Self {
            operations: Kinds::between(&operations(old), &operations(new)),
            schemas: Kinds::between(&schemas(old), &schemas(new)),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.operations.is_empty() && self.schemas.is_empty()
    }
}

/// By operation id, aligned: `session.list    GET    /session`.
fn operations(document: &Document) -> IndexMap<String, Value> {
    document
        .operations()
        .iter()
        .map(|operation| {
            let id = operation.id().unwrap_or("(no operation id)");
            let method = operation.method.to_ascii_uppercase();
            (format!("{id:<30} {method:<6} {}", operation.path), operation.value.clone())
        })
        .collect()
}

fn schemas(document: &Document) -> IndexMap<String, Value> {
    let components = document.value().get("components").unwrap_or(&Value::Null);
    members(components, "schemas").map(|(name, schema)| (name.clone(), schema.clone())).collect()
}

impl Kinds {
    fn between(old: &IndexMap<String, Value>, new: &IndexMap<String, Value>) -> Self {
        let mut kinds = Self::default();
        for (name, value) in new {
            match old.get(name) {
                None => kinds.new.push(name.clone()),
                Some(before) if before == value => {}
                Some(before) => {
                    let mut places = Vec::new();
                    compare(before, value, &Pointer::root(), &mut places);
                    kinds.changed.push((name.clone(), places));
                }
            }
        }
        kinds.gone = old.keys().filter(|name| !new.contains_key(*name)).cloned().collect();
        kinds
    }

    fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }
}

/// Where two values differ, as deep as both have the same members.
fn compare(old: &Value, new: &Value, pointer: &Pointer, places: &mut Vec<String>) {
    match (old, new) {
        (Value::Object(before), Value::Object(after)) => {
            for (name, value) in after {
                match before.get(name) {
                    None => places.push(format!("+{}", way(&pointer.child(name)))),
                    Some(before) => compare(before, value, &pointer.child(name), places),
                }
            }
            let gone = before.keys().filter(|name| !after.contains_key(*name));
            places.extend(gone.map(|name| format!("-{}", way(&pointer.child(name)))));
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (index, (before, after)) in before.iter().zip(after).enumerate() {
                compare(before, after, &pointer.index(index), places);
            }
        }
        _ if old == new => {}
        _ => places.push(way(pointer)),
    }
}

/// A pointer without its `#/`.
fn way(pointer: &Pointer) -> String {
    pointer.to_string().trim_start_matches("#/").to_owned()
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return writeln!(f, "No operation and no schema is new, changed or gone.");
        }
        let mut text = String::new();
        for (noun, kinds) in [("operations", &self.operations), ("schemas", &self.schemas)] {
            list(&mut text, "New", noun, kinds.new.iter().map(|name| (name.as_str(), &[][..])));
            let changed = kinds.changed.iter().map(|(name, places)| (name.as_str(), &places[..]));
            list(&mut text, "Changed", noun, changed);
            list(&mut text, "Gone", noun, kinds.gone.iter().map(|name| (name.as_str(), &[][..])));
        }
        f.write_str(&text)
    }
}

fn list<'a>(
    text: &mut String,
    kind: &str,
    noun: &str,
    names: impl ExactSizeIterator<Item = (&'a str, &'a [String])>,
) {
    if names.len() == 0 {
        return;
    }
    let _ = writeln!(text, "{kind} {noun} ({})", names.len());
    for (name, places) in names {
        let _ = writeln!(text, "  {name}");
        for place in places.iter().take(NAMED_PLACES) {
            let _ = writeln!(text, "      {place}");
        }
        if places.len() > NAMED_PLACES {
            let _ = writeln!(text, "      and {} more places", places.len() - NAMED_PLACES);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(paths: Value, schemas: Value) -> Document {
        let value = json!({"openapi": "3.1.1", "paths": paths, "components": {"schemas": schemas}});
        Document::parse("a.json", value.to_string()).expect("readable")
    }

    #[test]
    fn the_same_contract_brings_nothing() {
        let one = document(json!({"/a": {"get": {"operationId": "a"}}}), json!({"A": {}}));
        let changes = Changes::between(&one, &one);
        assert!(changes.is_empty());
        assert_eq!(changes.to_string(), "No operation and no schema is new, changed or gone.\n");
    }

    #[test]
    fn everything_that_differs_is_listed() {
        let old = document(
            json!({"/a": {"get": {"operationId": "a", "responses": {"200": {}, "404": {}}}}, "/b": {"put": {"operationId": "b"}}}),
            json!({"A": {"properties": {"x": {"type": "string"}}, "required": ["x"]}, "B": {}}),
        );
        let new = document(
            json!({"/a": {"get": {"operationId": "a", "responses": {"200": {}, "400": {}}}}, "/c": {"put": {"operationId": "c"}}}),
            json!({"A": {"properties": {"x": {"type": "number"}, "y": {}}, "required": []}, "C": {}}),
        );
        let expected = "\
New operations (1)
  c                              PUT    /c
Changed operations (1)
  a                              GET    /a
      +responses/400
      -responses/404
Gone operations (1)
  b                              PUT    /b
New schemas (1)
  C
Changed schemas (1)
  A
      properties/x/type
      +properties/y
      required
Gone schemas (1)
  B
";
        assert_eq!(Changes::between(&old, &new).to_string(), expected);
    }
}
