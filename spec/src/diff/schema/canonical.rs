//! One form for schemas that are written differently and mean the same.
//!
//! A schema is a conjunction: what it says itself, what its `$ref` says, and every member of its `allOf`.
//! [`Conjunction`] lists these parts, keeps named schemas by name, and takes `null` out of unions that are there for
//! its sake only. What the unnamed parts then say together is a [`View`](super::view::View).

use serde_json::Value;

use super::super::node::Node;
use super::keywords::{constrains, is_annotation, is_sound};
use super::types::{Types, key};

/// How many references and `allOf`s are followed inside each other: more is a circle.
const DEEPEST: usize = 48;

/// Everything that must hold at once.
#[derive(Clone, Debug, Default)]
pub(super) struct Conjunction<'a> {
    pub parts: Vec<Part<'a>>,
    /// `null` is allowed whatever the parts say.
    pub nullable: bool,
    /// The schema objects on the way to the parts, the outermost first: their annotations speak about the whole.
    pub notes: Vec<Node<'a>>,
}

#[derive(Clone, Debug)]
pub(super) enum Part<'a> {
    /// A named schema.
    Named { name: &'a str, node: Node<'a> },
    /// What a schema object says besides `$ref` and `allOf`.
    Own(Node<'a>),
}

impl<'a> Conjunction<'a> {
    pub fn of(nodes: &[Node<'a>]) -> Self {
        let mut all = Self::default();
        for node in nodes {
            all.add(node, DEEPEST);
        }
        while let [Part::Own(node)] = all.parts.as_slice() {
            let node = node.clone();
            if !all.unwrap(&node) {
                break;
            }
        }
        all
    }

    /// The one named schema that this is, if it is nothing else.
    pub fn named(&self) -> Option<(&'a str, &Node<'a>)> {
        match self.parts.as_slice() {
            [Part::Named { name, node }] => Some((*name, node)),
            _ => None,
        }
    }

    /// The same with every named schema replaced by what it says.
    pub fn spelled_out(mut self) -> Self {
        for _ in 0..DEEPEST {
            let named: Vec<Node<'a>> = self
                .parts
                .iter()
                .filter_map(|part| match part {
                    Part::Named { node, .. } => Some(node.clone()),
                    Part::Own(_) => None,
                })
                .collect();
            if named.is_empty() {
                break;
            }
            self.parts.retain(|part| matches!(part, Part::Own(_)));
            let inner = Self::of(&named);
            // With other parts beside it the `null` of one part is not that of the whole.
            self.nullable |= inner.nullable && self.parts.is_empty();
            self.parts.extend(inner.parts);
            self.notes.extend(inner.notes);
        }
        self.parts.retain(|part| matches!(part, Part::Own(_)));
        self
    }

    /// What schema objects say, without the names.
    pub fn own(&self) -> Vec<Node<'a>> {
        let own = self.parts.iter().filter_map(|part| match part {
            Part::Own(node) => Some(node.clone()),
            Part::Named { .. } => None,
        });
        own.collect()
    }

    fn add(&mut self, node: &Node<'a>, deeper: usize) {
        let Some(schema) = node.object() else {
            // `true` says nothing; `false`, and what is no schema at all, has to be looked at.
            if node.value != &Value::Bool(true) {
                self.parts.push(Part::Own(node.clone()));
            }
            return;
        };
        self.notes.push(node.clone());
        let mut taken = Vec::with_capacity(2);
        if deeper > 0
            && let Some(target) = node.target()
        {
            taken.push("$ref");
            match target.name {
                Some(name) => self.name(name, target.node),
                None => self.add(&target.node, deeper - 1),
            }
        }
        if deeper > 0
            && let Some(all) = node.get("allOf")
            && all.value.is_array()
        {
            taken.push("allOf");
            for part in all.elements() {
                self.add(&part, deeper - 1);
            }
        }
        for union in ["anyOf", "oneOf"] {
            // A choice of one is none.
            if deeper > 0
                && let Some(choice) = node.get(union)
                && let [_] = choice.value.as_array().map_or(&[][..], Vec::as_slice)
            {
                taken.push(union);
                for only in choice.elements() {
                    self.add(&only, deeper - 1);
                }
            }
        }
        if constrains(schema, &taken) {
            self.parts.push(Part::Own(node.clone()));
        }
    }

    fn name(&mut self, name: &'a str, node: Node<'a>) {
        let known = |part: &Part<'a>| matches!(part, Part::Named { name: other, .. } if *other == name);
        if !self.parts.iter().any(known) {
            self.parts.push(Part::Named { name, node });
        }
    }

    /// Replaces the only part, a choice between `null` and one schema, by that schema.
    fn unwrap(&mut self, node: &Node<'a>) -> bool {
        let Some(schema) = node.object() else { return false };
        let union = match (schema.contains_key("anyOf"), schema.contains_key("oneOf")) {
            (true, false) => "anyOf",
            (false, true) => "oneOf",
            _ => return false,
        };
        if constrains(schema, &[union]) {
            return false;
        }
        let Some(members) = node.get(union) else { return false };
        let mut others = members.elements().filter(|member| !is_null(member.value));
        let (Some(only), None) = (others.next(), others.next()) else { return false };
        self.parts.clear();
        self.nullable |= members.value.as_array().is_some_and(|members| members.len() > 1);
        self.add(&only, DEEPEST);
        true
    }
}

/// Whether a schema allows `null` and nothing else, said in itself.
pub(super) fn is_null(schema: &Value) -> bool {
    schema.get("type").is_some_and(|types| types == "null" || types == &Value::from(vec!["null"]))
        || schema.get("const").is_some_and(Value::is_null)
        || schema
            .get("enum")
            .and_then(Value::as_array)
            .is_some_and(|values| !values.is_empty() && values.iter().all(Value::is_null))
}

/// A text that is equal for schemas that say the same in other words, as far as that shows without following names.
/// Texts and the order of members, types, values and choices do not count.
pub(super) fn shape(schema: &Value) -> String {
    let Some(members) = schema.as_object() else {
        return if schema == &Value::Bool(true) { String::new() } else { schema.to_string() };
    };
    let constraints = members.iter().filter(|(keyword, _)| !is_annotation(keyword));
    sorted(constraints.map(|(keyword, value)| said(keyword, value)).collect(), "&")
}

/// The same of one keyword; what it cannot have as its value is equal to itself only.
pub(super) fn said(keyword: &str, value: &Value) -> String {
    let list = || value.as_array().into_iter().flatten();
    match keyword {
        _ if !is_sound(keyword, value) => format!("{keyword}={}", key(value)),
        "type" => {
            let types = Types::read(value).map_or_else(|| value.clone(), Types::spelled);
            format!("type={types}")
        }
        "const" => format!("enum={}", key(value)),
        "enum" => format!("enum={}", sorted(list().map(key).collect(), "|")),
        "required" => format!("required={}", sorted(list().map(key).collect(), ",")),
        "anyOf" | "oneOf" if list().count() == 1 => sorted(list().map(shape).collect(), ""),
        "anyOf" | "oneOf" => format!("({})", sorted(list().map(shape).collect(), "|")),
        "allOf" => sorted(list().map(shape).collect(), "&"),
        "properties" | "patternProperties" | "dependentSchemas" => {
            let members = value.as_object().into_iter().flatten();
            let members = members.map(|(name, schema)| format!("{name:?}:{}", shape(schema)));
            format!("{keyword}={{{}}}", sorted(members.collect(), ","))
        }
        "prefixItems" => format!("prefixItems=[{}]", list().map(shape).collect::<Vec<_>>().join(",")),
        "items" | "additionalProperties" | "propertyNames" | "contains" | "not" | "if" | "then" | "else" => {
            format!("{keyword}=<{}>", shape(value))
        }
        _ => format!("{keyword}={}", key(value)),
    }
}

fn sorted(mut texts: Vec<String>, separator: &str) -> String {
    texts.sort_unstable();
    texts.dedup();
    texts.join(separator)
}
