//! What the unnamed parts of a schema say together, with the choices that are none taken out.

use std::collections::HashSet;

use serde_json::Value;

use super::super::node::Node;
use super::canonical::{Conjunction, Part, is_null};
use super::keywords::{constrains, is_annotation, is_compared};
use super::types::{Types, key};

/// How many choices are looked into inside each other.
const DEEPEST: usize = 8;

/// The allowed values of a schema.
#[derive(Clone, Debug)]
pub(super) struct View<'a> {
    /// Where a change of the whole is shown.
    pub place: Node<'a>,
    /// What says it; none for a schema that allows everything.
    pub parts: Vec<Node<'a>>,
    /// Without `null`.
    pub types: Types,
    /// Whether `null` is allowed.
    pub null: bool,
    /// The finite set of values, without `null`.
    pub values: Option<Vec<&'a Value>>,
    /// One of each must hold too.
    pub choices: Vec<Choice<'a>>,
}

/// An `anyOf` or `oneOf` of at least two schemas that are not `null`.
#[derive(Clone, Debug)]
pub(super) struct Choice<'a> {
    pub members: Vec<Node<'a>>,
    /// A value may match one member only.
    pub exclusive: bool,
}

impl Choice<'_> {
    /// Whether all that its members allow is of `types`.
    fn is_within(&self, types: Types) -> bool {
        self.members.iter().all(|member| {
            let conjunction = Conjunction::of(std::slice::from_ref(member)).spelled_out();
            View::of(&conjunction, member).types.is_within(types)
        })
    }
}

impl<'a> View<'a> {
    /// `place` is where the schema is used.
    pub fn of(conjunction: &Conjunction<'a>, place: &Node<'a>) -> Self {
        Self::at_depth(conjunction, place, DEEPEST)
    }

    fn at_depth(conjunction: &Conjunction<'a>, place: &Node<'a>, deeper: usize) -> Self {
        let mut view = Self {
            place: place.clone(),
            parts: conjunction.own(),
            types: Types::ALL,
            null: true,
            values: None,
            choices: Vec::new(),
        };
        for part in view.parts.clone() {
            view.restrict(&part, deeper);
        }
        view.null = conjunction.nullable
            || (view.types.meets(Types::NULL)
                && view.values.as_ref().is_none_or(|values| values.iter().any(|value| value.is_null())));
        view.types = view.types.without(Types::NULL);
        if let Some(values) = &mut view.values {
            values.retain(|value| !value.is_null() && Types::of(value).is_within(view.types));
            view.types = values.iter().fold(Types::NONE, |all, value| all.with(Types::of(value)));
            if view.types == Types::BOOLEAN && values.len() == 2 {
                // Both of them: that is the type.
                view.values = None;
            }
        }
        view
    }

    /// Adds what one schema object says.
    fn restrict(&mut self, part: &Node<'a>, deeper: usize) {
        if part.value == &Value::Bool(false) || part.get("not").is_some_and(|not| refuses_all(&not)) {
            self.types = Types::NONE;
        }
        if let Some(types) = part.get("type").and_then(|keyword| Types::read(keyword.value)) {
            self.types = self.types.and(types);
        }
        if let Some(constant) = part.get("const") {
            self.limit(vec![constant.value]);
        }
        if let Some(values) = part.get("enum").and_then(|keyword| keyword.value.as_array()) {
            self.limit(values.iter().collect());
        }
        for (keyword, exclusive) in [("anyOf", false), ("oneOf", true)] {
            let Some(union) = part.get(keyword) else { continue };
            let all: Vec<Node<'a>> = union.elements().collect();
            if all.len() > 1 {
                self.choose(all, exclusive, deeper);
            }
        }
    }

    /// Allows only `values`.
    fn limit(&mut self, mut values: Vec<&'a Value>) {
        if let Some(before) = self.values.take() {
            let before: HashSet<String> = before.into_iter().map(key).collect();
            values.retain(|value| before.contains(&key(value)));
        }
        self.values = Some(values);
    }

    fn choose(&mut self, all: Vec<Node<'a>>, exclusive: bool, deeper: usize) {
        let views: Option<Vec<Self>> = (deeper > 0)
            .then(|| all.iter().map(|member| Self::plain(member, deeper - 1)).collect())
            .flatten();
        if let Some(views) = views.filter(|views| !exclusive || are_apart(views)) {
            if views.iter().all(Self::is_types) {
                let types = views.iter().fold(Types::NONE, |types, view| types.with(view.all_types()));
                self.types = self.types.and(types);
                return;
            }
            if views.iter().all(|view| view.is_values() || view.is_only_null()) {
                let null = views.iter().any(|view| view.null).then_some(&Value::Null);
                let values = views.iter().filter_map(|view| view.values.as_ref()).flatten().copied();
                self.limit(values.chain(null).collect());
                return;
            }
        }
        let nulls = all.iter().filter(|member| allows_null(member, deeper)).count();
        if nulls == 0 || (exclusive && nulls > 1) {
            self.types = self.types.without(Types::NULL);
        }
        let members = all.into_iter().filter(|member| !is_null(member.value)).collect();
        self.choices.push(Choice { members, exclusive });
    }

    /// A schema without names in it; `None` with.
    fn plain(node: &Node<'a>, deeper: usize) -> Option<Self> {
        let conjunction = Conjunction::of(std::slice::from_ref(node));
        let named = conjunction.parts.iter().any(|part| matches!(part, Part::Named { .. }));
        (!named).then(|| Self::at_depth(&conjunction, node, deeper))
    }

    fn all_types(&self) -> Types {
        if self.null { self.types.with(Types::NULL) } else { self.types }
    }

    /// Whether this says `type` and nothing else; a choice that is gone was one of types.
    pub fn is_types(&self) -> bool {
        self.values.is_none() && self.choices.is_empty() && !self.says_more_than(&["type", "anyOf", "oneOf"])
    }

    fn is_values(&self) -> bool {
        self.values.is_some()
            && self.choices.is_empty()
            && !self.says_more_than(&["type", "enum", "const", "anyOf", "oneOf"])
    }

    fn is_only_null(&self) -> bool {
        self.null && self.types.is_empty()
    }

    /// Whether anything stands there that is none of `keywords`, or that is one and not understood.
    pub fn says_more_than(&self, keywords: &[&str]) -> bool {
        let is_more = |(key, value): (&String, &Value)| {
            let is_one = keywords.contains(&key.as_str()) && is_compared(key, value);
            !is_one && !is_annotation(key)
        };
        self.parts.iter().any(|part| part.object().is_none_or(|schema| schema.iter().any(is_more)))
    }

    /// Whether it allows every value.
    pub fn is_any(&self) -> bool {
        self.parts.is_empty() || (self.types == Types::VALUES && self.null && self.is_types())
    }

    /// Whether there is nothing to say but which member of the choice it is.
    pub fn is_choice_only(&self) -> bool {
        !self.choices.is_empty()
            && self.values.is_none()
            && !self.says_more_than(&["type", "anyOf", "oneOf", "allOf", "$ref"])
            && (self.types == Types::VALUES || self.choices.iter().all(|choice| choice.is_within(self.types)))
    }

    /// Every value of `keyword` among the parts.
    pub fn all(&self, keyword: &str) -> impl Iterator<Item = Node<'a>> {
        self.parts.iter().filter_map(move |part| part.get(keyword))
    }

    /// Where `keyword` stands, else the schema.
    pub fn place_of(&self, keyword: &str) -> Node<'a> {
        self.all(keyword).next().unwrap_or_else(|| self.place.clone())
    }

    /// Keywords that are neither compared nor annotations, or that have a value which says nothing, with their values.
    pub fn unmodelled(&self) -> Vec<(&'a str, Node<'a>)> {
        let members = self.parts.iter().flat_map(Node::members);
        let mut found: Vec<_> = members
            .filter(|(key, node)| {
                let understood = is_compared(key, node.value) || (*key == "not" && refuses_all(node));
                !understood && !is_annotation(key)
            })
            .collect();
        found.sort_by_key(|(key, _)| *key);
        found
    }

    /// The same without what is not of `types`.
    pub fn of_types(&self, types: Types) -> Self {
        let mut view = self.clone();
        view.types = view.types.and(types);
        if let Some(values) = &mut view.values {
            values.retain(|value| Types::of(value).is_within(types));
        }
        view
    }
}

/// Whether no value is allowed by two of these, which say types or values.
fn are_apart(views: &[View<'_>]) -> bool {
    let mut taken = Types::NONE;
    let mut values = HashSet::new();
    views.iter().all(|view| match &view.values {
        None => {
            let all = view.all_types();
            let apart = !taken.meets(all);
            taken = taken.with(all);
            apart
        }
        Some(several) => {
            several.iter().all(|value| values.insert(key(value)))
                && (!view.null || values.insert(key(&Value::Null)))
        }
    })
}

/// Whether a `not` leaves nothing: `{"not": {}}` is how some spell `false`.
fn refuses_all(not: &Node<'_>) -> bool {
    not.value == &Value::Bool(true) || not.object().is_some_and(|schema| !constrains(schema, &[]))
}

/// Whether `null` is among the values of a schema, through names too.
pub(super) fn allows_null(node: &Node<'_>, deeper: usize) -> bool {
    if deeper == 0 {
        return false;
    }
    let conjunction = Conjunction::of(std::slice::from_ref(node)).spelled_out();
    View::at_depth(&conjunction, node, deeper - 1).null
}
