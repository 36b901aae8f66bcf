//! A value in one of the two documents, with the way to it.
//!
//! Ways are written down only when a change is found at their end: a comparison visits a hundred times more values
//! than it reports, and a pointer is a text.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::schema::is_condition;
use crate::document::{Pointer, entry, get, reference};

/// A value of a document and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    /// The whole document, for following references.
    document: &'a Value,
    pub value: &'a Value,
    way: Rc<Way<'a>>,
}

#[derive(Debug)]
enum Way<'a> {
    From(Pointer),
    Key(Rc<Way<'a>>, &'a str),
    Index(Rc<Way<'a>>, usize),
}

/// Where the named schemas stand.
const SCHEMAS: [&str; 2] = ["components", "schemas"];

impl<'a> Node<'a> {
    pub fn new(document: &'a Value, pointer: Pointer, value: &'a Value) -> Self {
        Self { document, value, way: Rc::new(Way::From(pointer)) }
    }

    /// The named schemas of the document, if it has any.
    pub fn schemas(document: &'a Value) -> Option<&'a Map<String, Value>> {
        SCHEMAS.iter().try_fold(document, |value, key| get(value, key))?.as_object()
    }

    /// Whether `pointer` is the place of a named schema.
    pub fn is_schema(pointer: &Pointer) -> bool {
        pointer.parent() == Pointer::root().below(&SCHEMAS)
    }

    /// The named schema `name`.
    pub fn schema(document: &'a Value, name: &str) -> Option<Self> {
        let value = Self::schemas(document)?.get(name)?;
        Some(Self::new(document, Pointer::root().below(&SCHEMAS).child(name), value))
    }

    /// The name under which `pointer` holds a schema.
    pub fn named(document: &'a Value, pointer: &Pointer) -> Option<&'a str> {
        let (name, _) = Self::schemas(document)?.get_key_value(pointer.schema_name()?.as_ref())?;
        Some(name)
    }

    pub fn document(&self) -> &'a Value {
        self.document
    }

    pub fn pointer(&self) -> Pointer {
        fn written(way: &Way<'_>) -> Pointer {
            match way {
                Way::From(pointer) => pointer.clone(),
                Way::Key(up, key) => written(up).child(key),
                Way::Index(up, index) => written(up).index(*index),
            }
        }
        written(&self.way)
    }

    pub fn object(&self) -> Option<&'a Map<String, Value>> {
        self.value.as_object()
    }

    /// The member `name`, if this is an object that has it.
    pub fn get(&self, name: &str) -> Option<Self> {
        let (key, value) = entry(self.object()?, name)?;
        Some(self.member(key, value))
    }

    /// The members of this object, none if it is something else.
    pub fn members(&self) -> impl Iterator<Item = (&'a str, Self)> {
        let members = self.object().into_iter().flat_map(Map::iter);
        members.map(|(key, value)| (key.as_str(), self.member(key, value)))
    }

    /// The elements of this array, none if it is something else.
    pub fn elements(&self) -> impl Iterator<Item = Self> {
        let elements = self.value.as_array().into_iter().flatten();
        elements.enumerate().map(|(index, value)| Self {
            document: self.document,
            value,
            way: Rc::new(Way::Index(Rc::clone(&self.way), index)),
        })
    }

    fn member(&self, key: &'a str, value: &'a Value) -> Self {
        Self { document: self.document, value, way: Rc::new(Way::Key(Rc::clone(&self.way), key)) }
    }

    /// What the `$ref` of this object means, one step; `None` where there is none or it leads nowhere.
    pub fn target(&self) -> Option<Target<'a>> {
        let pointer = Pointer::from_reference(reference(self.value)?)?;
        let value = pointer.get(self.document)?;
        let name = Self::named(self.document, &pointer);
        Some(Target { name, node: Self::new(self.document, pointer, value) })
    }
}

/// What a reference leads to.
#[derive(Clone, Debug)]
pub(super) struct Target<'a> {
    /// For a named schema.
    pub name: Option<&'a str>,
    pub node: Node<'a>,
}

/// A `$ref` somewhere in a schema.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference<'a> {
    pub target: &'a str,
    /// Under a `not`, `if` or another keyword whose sets are not those of the schema around it.
    pub conditional: bool,
}

/// The references that stand in a schema, in its order; what stands in data (`default`, `enum`) is none.
pub(super) fn references<'a>(value: &'a Value, found: &mut Vec<Reference<'a>>) {
    visit(value, false, false, found);
}

fn visit<'a>(value: &'a Value, is_map: bool, conditional: bool, found: &mut Vec<Reference<'a>>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                if is_map {
                    visit(member, false, conditional, found);
                    continue;
                }
                match (key.as_str(), member) {
                    ("$ref", Value::String(target)) => found.push(Reference { target, conditional }),
                    ("default" | "enum" | "const" | "example" | "examples", _) => {}
                    ("properties" | "patternProperties" | "$defs" | "definitions", _) => {
                        visit(member, true, conditional, found);
                    }
                    ("dependentSchemas", _) => visit(member, true, true, found),
                    (key, _) => visit(member, false, conditional || is_condition(key), found),
                }
            }
        }
        Value::Array(elements) => {
            elements.iter().for_each(|element| visit(element, is_map, conditional, found));
        }
        _ => {}
    }
}
