//! A schema of the contract, references followed, that knows where in the document it stands.

use serde_json::{Map, Value};

use crate::contract::{Contract, escape};

/// A schema and its pointer in the contract's document.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    contract: &'a Contract,
    schema: &'a Value,
    pub pointer: String,
}

impl<'a> Node<'a> {
    /// The schema at `pointer`, or what it refers to.
    pub fn at(contract: &'a Contract, pointer: &str) -> Option<Node<'a>> {
        let mut node =
            Node { contract, schema: contract.document.pointer(pointer)?, pointer: pointer.to_owned() };
        // A chain of references longer than this can only be a circle.
        for _ in 0..16 {
            let target = node.schema.get("$ref").and_then(Value::as_str);
            let Some(target) = target.and_then(|target| target.strip_prefix('#')) else { break };
            node.schema = contract.document.pointer(target)?;
            target.clone_into(&mut node.pointer);
        }
        Some(node)
    }

    pub fn get(&self, keyword: &str) -> Option<&'a Value> {
        self.schema.get(keyword)
    }

    pub fn text(&self, keyword: &str) -> Option<&'a str> {
        self.get(keyword)?.as_str()
    }

    pub fn number(&self, keyword: &str) -> Option<f64> {
        self.get(keyword)?.as_f64()
    }

    pub fn count(&self, keyword: &str) -> Option<usize> {
        self.get(keyword)?.as_u64().and_then(|count| usize::try_from(count).ok())
    }

    /// The schema below this one at `path`, such as `/items`.
    pub fn below(&self, path: &str) -> Option<Node<'a>> {
        self.schema.pointer(path)?;
        Node::at(self.contract, &format!("{}{path}", self.pointer))
    }

    pub fn property(&self, name: &str) -> Option<Node<'a>> {
        self.below(&format!("/properties/{}", escape(name)))
    }

    /// The members that the schema names, in its order.
    pub fn properties(&self) -> impl Iterator<Item = &'a str> {
        let properties = self.get("properties").and_then(Value::as_object);
        properties.into_iter().flat_map(Map::keys).map(String::as_str)
    }

    pub fn required(&self) -> impl Iterator<Item = &'a str> {
        self.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
    }

    pub fn requires(&self, name: &str) -> bool {
        self.required().any(|required| required == name)
    }

    /// What further members are like, if the schema says anything about them but no.
    pub fn additional(&self) -> Option<Node<'a>> {
        self.get("additionalProperties").filter(|additional| additional.is_object())?;
        self.below("/additionalProperties")
    }

    /// The members of a union.
    pub fn union(&self) -> Vec<Node<'a>> {
        let members = |keyword: &str| {
            let count = self.get(keyword).and_then(Value::as_array).map_or(0, Vec::len);
            (0..count).filter_map(|at| self.below(&format!("/{keyword}/{at}"))).collect::<Vec<_>>()
        };
        let any = members("anyOf");
        if any.is_empty() { members("oneOf") } else { any }
    }

    /// The types that the schema allows, or that its keywords are about; empty: anything.
    pub fn kinds(&self) -> Vec<&'a str> {
        match self.get("type") {
            Some(Value::String(kind)) => vec![kind],
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
            _ if self.get("properties").is_some() || self.get("required").is_some() => vec!["object"],
            _ if self.get("items").is_some() => vec!["array"],
            _ => Vec::new(),
        }
    }

    /// The member whose constant value tells this member of a union from the others, and that value.
    pub fn tag(&self) -> Option<(&'a str, &'a Value)> {
        self.required().find_map(|name| Some((name, self.property(name)?.get("const")?)))
    }
}
