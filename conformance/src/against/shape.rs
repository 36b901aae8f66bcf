//! The shape of an answer's body: which paths there are, of which types, with which values. Start from [`Shape::of`]
//! and [`Shape::differences`].

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::normal::Normal;
use crate::explain::shortened;

/// More different values at one path are not compared: it is a list, and its items differ.
const MOST_VALUES: usize = 24;
/// Longer texts are compared up to here.
const MOST_TEXT: usize = 400;

/// Paths of a JSON value, the items of each list taken together as `*`. Of no JSON: a single text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    places: BTreeMap<String, Place>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Place {
    types: BTreeSet<&'static str>,
    /// Of what is no list and no object; `None` when there were too many.
    values: Option<BTreeSet<String>>,
}

/// What differs at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    pub aspect: Aspect,
    /// JSON pointer, `*` for the items of a list.
    pub pointer: String,
    pub message: String,
    /// Both have something here, and of no type in common.
    pub apart: bool,
}

/// In what way two answers differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aspect {
    Status,
    ContentType,
    /// Something is there on one server only, or of another type.
    Shape,
    Value,
}

impl Shape {
    /// Of no body at all.
    pub fn is_empty(&self) -> bool {
        self.places.get("").is_some_and(|place| place.types.contains("nothing"))
    }

    /// Of a body as it came.
    pub fn of(body: &[u8], normal: &Normal) -> Shape {
        let mut shape = Shape::default();
        if body.is_empty() {
            shape.add(String::new(), "nothing", None);
            return shape;
        }
        match serde_json::from_slice(body) {
            Ok(value) => shape.walk(String::new(), &value, normal),
            Err(_) => {
                let text = normal.text(&String::from_utf8_lossy(body));
                shape.add(String::new(), "text that is no JSON", Some(text));
            }
        }
        shape
    }

    fn walk(&mut self, path: String, value: &Value, normal: &Normal) {
        match value {
            Value::Object(members) => {
                self.add(path.clone(), "object", None);
                for (name, member) in members {
                    let name = normal.text(name).replace('~', "~0").replace('/', "~1");
                    self.walk(format!("{path}/{name}"), member, normal);
                }
            }
            Value::Array(items) => {
                self.add(path.clone(), if items.is_empty() { "empty list" } else { "list" }, None);
                for item in items {
                    self.walk(format!("{path}/*"), item, normal);
                }
            }
            Value::Null => self.add(path, "null", None),
            Value::Bool(_) => self.add(path, "boolean", Some(normal.scalar(value))),
            Value::Number(_) => self.add(path, "number", Some(normal.scalar(value))),
            Value::String(_) => self.add(path, "string", Some(normal.scalar(value))),
        }
    }

    fn add(&mut self, path: String, kind: &'static str, value: Option<String>) {
        let place = self
            .places
            .entry(path)
            .or_insert_with(|| Place { types: BTreeSet::new(), values: Some(BTreeSet::new()) });
        place.types.insert(kind);
        let Some(value) = value else { return };
        if let Some(values) = &mut place.values {
            values.insert(shortened(&value, MOST_TEXT));
            if values.len() > MOST_VALUES {
                place.values = None;
            }
        }
    }

    /// How this shape, of the server under trial, differs from that of the other one.
    pub fn differences(&self, other: &Shape) -> Vec<Difference> {
        let mut found = Vec::new();
        let paths: BTreeSet<_> = self.places.keys().chain(other.places.keys()).collect();
        // What is below a place that differs in kind differs as well, and says nothing more.
        let mut covered: Vec<&str> = Vec::new();
        for path in paths {
            if covered.iter().any(|place| path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/')))
            {
                continue;
            }
            let difference = match (self.places.get(path), other.places.get(path)) {
                (Some(here), Some(there)) => here.differs(there),
                (Some(here), None) => Some((Aspect::Shape, format!("{here} here, nothing there"))),
                (None, Some(there)) => Some((Aspect::Shape, format!("nothing here, {there} there"))),
                (None, None) => None,
            };
            if let Some((aspect, message)) = difference {
                if aspect == Aspect::Shape {
                    covered.push(path);
                }
                let both = self.places.get(path).zip(other.places.get(path));
                let apart = both.is_some_and(|(here, there)| here.apart(there));
                found.push(Difference { aspect, pointer: path.clone(), message, apart });
            }
        }
        found
    }
}

impl Place {
    /// No type in common; whether a list is empty is a matter of state.
    fn apart(&self, other: &Place) -> bool {
        let kinds = |place: &Place| -> BTreeSet<&str> {
            place.types.iter().map(|kind| kind.strip_prefix("empty ").unwrap_or(kind)).collect()
        };
        kinds(self).is_disjoint(&kinds(other))
    }

    fn differs(&self, other: &Place) -> Option<(Aspect, String)> {
        if self.types != other.types {
            return Some((Aspect::Shape, format!("{self} here, {other} there")));
        }
        let (here, there) = (self.values.as_ref()?, other.values.as_ref()?);
        let only = |these: &BTreeSet<String>, those: &BTreeSet<String>| {
            let only: Vec<_> = these.difference(those).map(|value| shortened(value, 120)).take(3).collect();
            if only.is_empty() { "nothing else".to_owned() } else { only.join(", ") }
        };
        (here != there).then(|| {
            let message = format!("{} here, {} there", only(here, there), only(there, here));
            (Aspect::Value, message)
        })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let types: Vec<_> = self.types.iter().copied().collect();
        formatter.write_str(&types.join(" or "))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::json;

    use super::*;

    fn differences(here: &Value, there: &Value) -> Vec<(Aspect, String, String)> {
        let normal = Normal::new(Path::new("/p"), Path::new("/o"), "http://127.0.0.1:1");
        let shape = |value: &Value| Shape::of(value.to_string().as_bytes(), &normal);
        let found = shape(here).differences(&shape(there)).into_iter();
        found.map(|found| (found.aspect, found.pointer, found.message)).collect()
    }

    #[test]
    fn lists_are_merged_and_chance_is_no_difference() {
        let here = json!([{ "id": "ses_1234567890", "time": 1795212476029_u64 }, { "id": "ses_1234567891", "time": 1795212476030_u64 }]);
        let there = json!([{ "id": "ses_abcdefghij", "time": 1795212476031_u64 }]);
        assert_eq!(differences(&here, &there), []);
    }

    #[test]
    fn members_types_and_values_are_compared_once() {
        let here = json!({ "a": { "b": { "c": 1 } }, "d": "x", "e": 1, "g": [] });
        let there = json!({ "d": 5, "e": 2, "f": null, "g": [{ "h": 1 }] });
        let found = differences(&here, &there);
        let told: Vec<_> = found.iter().map(|(aspect, pointer, _)| (*aspect, pointer.as_str())).collect();
        assert_eq!(
            told,
            [
                (Aspect::Shape, "/a"),
                (Aspect::Shape, "/d"),
                (Aspect::Value, "/e"),
                (Aspect::Shape, "/f"),
                (Aspect::Shape, "/g")
            ]
        );
        assert_eq!(found[1].2, "string here, number there");
        assert_eq!(found[2].2, "1 here, 2 there");
        assert_eq!(found[4].2, "empty list here, list there");
    }

    #[test]
    fn no_body_and_no_json_are_shapes_too() {
        let normal = Normal::new(Path::new("/p"), Path::new("/o"), "http://127.0.0.1:1");
        let of = |body: &[u8]| Shape::of(body, &normal);
        assert_eq!(of(b"").differences(&of(b"")), []);
        assert_eq!(of(b"").differences(&of(b"{}"))[0].message, "nothing here, object there");
        assert_eq!(of(b"no").differences(&of(b"yes"))[0].aspect, Aspect::Value);
    }
}
