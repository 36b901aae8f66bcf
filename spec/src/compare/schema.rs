//! The canonical form of a schema: the set of values it admits, as far as we compare it.
//!
//! [`Alternatives`] holds scalars by type or by value, arrays by their elements and objects by their members, so
//! that `const`, `enum`, `type`, `nullable`, `anyOf`, `oneOf`, `allOf` and `$ref` vanish: whatever way a document
//! says "text or nothing", it becomes the same set. One level at a time: elements and members stay [`Node`]s, so a
//! recursive schema does no harm.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::{Map, Value};

use crate::document::{Pointer, follow, members, reference};

/// A schema and the document it stands in.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub document: &'a Value,
    pub pointer: Pointer,
    pub value: &'a Value,
}

/// A scalar type, or one value of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scalar {
    Text,
    TextValue(String),
    Number,
    Integer,
    /// As JSON text.
    NumberValue(String),
    Boolean(bool),
    Null,
}

/// An object type.
#[derive(Clone, Debug)]
pub(super) struct Object<'a> {
    pub pointer: Pointer,
    pub members: IndexMap<&'a str, Node<'a>>,
    pub required: BTreeSet<&'a str>,
    pub further: Further<'a>,
}

/// What an object may hold beside its named members.
#[derive(Clone, Debug)]
pub(super) enum Further<'a> {
    /// Nothing, or nothing worth a mention.
    Unsaid,
    Anything,
    Typed(Node<'a>),
}

/// The values a schema admits; none at all if everything is empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Alternatives<'a> {
    /// Every JSON value; the rest is empty then.
    pub anything: bool,
    pub scalars: BTreeSet<Scalar>,
    /// The elements, one schema per array alternative.
    pub arrays: Vec<Node<'a>>,
    pub objects: Vec<Object<'a>>,
}

impl<'a> Node<'a> {
    pub fn child(&self, value: &'a Value, names: &[&str]) -> Self {
        Self { document: self.document, pointer: self.pointer.below(names), value }
    }

    /// The schema behind any number of `$ref`s.
    pub fn followed(&self) -> Self {
        let (pointer, value) = follow(self.document, self.pointer.clone(), self.value);
        Self { document: self.document, pointer, value }
    }

    fn list(&self, keyword: &str) -> Option<Vec<Self>> {
        let list = self.value.get(keyword)?.as_array()?;
        let pointer = self.pointer.child(keyword);
        let node = |(index, value)| Self { document: self.document, pointer: pointer.index(index), value };
        Some(list.iter().enumerate().map(node).collect())
    }
}

/// The canonical form of several schemas of which a value has to fit one.
pub(super) fn lower<'a>(nodes: &[Node<'a>]) -> Alternatives<'a> {
    let mut lowered = union(nodes, &mut Vec::new());
    lowered.absorb();
    lowered
}

fn union<'a>(nodes: &[Node<'a>], trail: &mut Vec<Pointer>) -> Alternatives<'a> {
    let mut all = Alternatives::default();
    for node in nodes {
        all.add(one(node, trail));
    }
    all
}

/// `trail` holds the references that are being followed: a schema that is nothing but itself admits nothing.
fn one<'a>(node: &Node<'a>, trail: &mut Vec<Pointer>) -> Alternatives<'a> {
    let nullable = node.value.get("nullable") == Some(&Value::Bool(true));
    let mut found = if reference(node.value).is_some() {
        let target = node.followed();
        if trail.contains(&target.pointer) || reference(target.value).is_some() {
            return Alternatives::default();
        }
        trail.push(target.pointer.clone());
        let found = one(&target, trail);
        trail.pop();
        found
    } else {
        match node.value {
            Value::Bool(false) => return Alternatives::default(),
            Value::Object(schema) => keywords(node, schema, trail),
            _ => Alternatives::anything(),
        }
    };
    if nullable {
        found.scalars.insert(Scalar::Null);
    }
    found
}

/// Everything one schema object asks for at the same time.
fn keywords<'a>(
    node: &Node<'a>,
    schema: &'a Map<String, Value>,
    trail: &mut Vec<Pointer>,
) -> Alternatives<'a> {
    if schema.get("not").is_some_and(|not| *not == Value::Bool(true) || *not == Value::Object(Map::new())) {
        return Alternatives::default();
    }
    let mut found = own(node, schema);
    for part in node.list("allOf").into_iter().flatten() {
        found = found.intersect(one(&part, trail));
    }
    for keyword in ["anyOf", "oneOf"] {
        if let Some(parts) = node.list(keyword) {
            found = found.intersect(union(&parts, trail));
        }
    }
    found
}

/// What the keywords `const`, `enum`, `type` and those of objects and arrays say.
fn own<'a>(node: &Node<'a>, schema: &'a Map<String, Value>) -> Alternatives<'a> {
    let mut found = Alternatives::default();
    let values = match (schema.get("const"), schema.get("enum")) {
        (Some(value), _) => Some(std::slice::from_ref(value)),
        (None, Some(Value::Array(values))) => Some(values.as_slice()),
        _ => None,
    };
    if let Some(values) = values {
        found.scalars.extend(values.iter().filter_map(Scalar::of));
        return found;
    }
    let types: Vec<&str> = match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ if schema.contains_key("properties") || schema.contains_key("additionalProperties") => {
            vec!["object"]
        }
        _ if schema.contains_key("items") => vec!["array"],
        _ => return Alternatives::anything(),
    };
    for name in types {
        match name {
            "string" => found.scalars.extend([Scalar::Text]),
            "number" => found.scalars.extend([Scalar::Number]),
            "integer" => found.scalars.extend([Scalar::Integer]),
            "boolean" => found.scalars.extend([Scalar::Boolean(true), Scalar::Boolean(false)]),
            "null" => found.scalars.extend([Scalar::Null]),
            "array" => {
                found.arrays.push(node.child(schema.get("items").unwrap_or(&Value::Bool(true)), &["items"]))
            }
            "object" => found.objects.push(object(node, schema)),
            _ => return Alternatives::anything(),
        }
    }
    found
}

fn object<'a>(node: &Node<'a>, schema: &'a Map<String, Value>) -> Object<'a> {
    let members: IndexMap<&str, Node<'_>> = members(node.value, "properties")
        .map(|(name, value)| (name.as_str(), node.child(value, &["properties", name])))
        .collect();
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
    let further = match schema.get("additionalProperties") {
        None if members.is_empty() => Further::Anything,
        None | Some(Value::Bool(false)) => Further::Unsaid,
        Some(value) => {
            let further = node.child(value, &["additionalProperties"]);
            if lower(std::slice::from_ref(&further)).anything {
                Further::Anything
            } else {
                Further::Typed(further)
            }
        }
    };
    Object {
        pointer: node.pointer.clone(),
        members,
        required: required.filter_map(Value::as_str).collect(),
        further,
    }
}

impl Scalar {
    /// The literal of a value; none for arrays and objects, which no contract of ours enumerates.
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(Self::Null),
            Value::Bool(value) => Some(Self::Boolean(*value)),
            Value::Number(number) => Some(Self::NumberValue(number.to_string())),
            Value::String(text) => Some(Self::TextValue(text.clone())),
            Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// Whether every value of this is one of `wider` too.
    fn is_within(&self, wider: &Self) -> bool {
        match (self, wider) {
            (Self::TextValue(_), Self::Text) | (Self::Integer | Self::NumberValue(_), Self::Number) => true,
            (Self::NumberValue(value), Self::Integer) => !value.contains(['.', 'e', 'E']),
            _ => self == wider,
        }
    }
}

impl<'a> Alternatives<'a> {
    fn anything() -> Self {
        Self { anything: true, ..Self::default() }
    }

    /// The same without null; a schema that admits everything stays as it is.
    pub fn without_null(mut self) -> Self {
        self.scalars.remove(&Scalar::Null);
        self
    }

    fn add(&mut self, other: Self) {
        self.anything |= other.anything;
        self.scalars.extend(other.scalars);
        self.arrays.extend(other.arrays);
        self.objects.extend(other.objects);
    }

    /// Drops what a wider alternative covers already, and a repeated object.
    fn absorb(&mut self) {
        if self.anything {
            *self = Self::anything();
            return;
        }
        let all = self.scalars.clone();
        self.scalars.retain(|scalar| !all.iter().any(|wider| wider != scalar && scalar.is_within(wider)));
        let mut seen: BTreeSet<Pointer> = BTreeSet::new();
        self.objects.retain(|object| seen.insert(object.pointer.clone()));
    }

    /// What both admit.
    fn intersect(self, other: Self) -> Self {
        if self.anything {
            return other;
        }
        if other.anything {
            return self;
        }
        let scalars = self
            .scalars
            .iter()
            .filter(|scalar| other.scalars.iter().any(|wider| scalar.is_within(wider)))
            .chain(
                other
                    .scalars
                    .iter()
                    .filter(|scalar| self.scalars.iter().any(|wider| scalar.is_within(wider))),
            )
            .cloned()
            .collect();
        let arrays = if other.arrays.is_empty() { Vec::new() } else { self.arrays };
        let mut objects = Vec::new();
        for left in &self.objects {
            objects.extend(other.objects.iter().map(|right| left.merged(right)));
        }
        Self { anything: false, scalars, arrays, objects }
    }
}

impl Object<'_> {
    /// The object that is both; where both name a member, the first one's schema stands.
    fn merged(&self, other: &Self) -> Self {
        let mut both = self.clone();
        if both.members.is_empty() && !other.members.is_empty() {
            both.pointer = other.pointer.clone();
        }
        for (name, node) in &other.members {
            both.members.entry(name).or_insert_with(|| node.clone());
        }
        both.required.extend(&other.required);
        both.further = match (&self.further, &other.further) {
            (Further::Typed(node), _) | (_, Further::Typed(node)) => Further::Typed(node.clone()),
            (Further::Unsaid, _) | (_, Further::Unsaid) => Further::Unsaid,
            (Further::Anything, Further::Anything) => Further::Anything,
        };
        both
    }
}
