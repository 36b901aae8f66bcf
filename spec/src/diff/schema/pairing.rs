//! The members of a choice, and which of both sides belong together.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::super::node::Node;
use super::Sub;
use super::canonical::{Conjunction, Part, shape};
use super::scalar::spelled;
use super::types::{Types, key};
use super::view::{Choice, View};

/// How many choices are opened inside each other.
pub(super) const DEEPEST: usize = 8;

/// Beyond this many members of a kind, likeness is not looked for: it is the product of both sides.
const MOST_ALIKE: usize = 64;

/// A member of a choice.
#[derive(Clone, Debug)]
pub(super) struct Member<'a> {
    pub sub: Sub<'a>,
    /// For a named schema, and nothing else.
    pub name: Option<&'a str>,
    pub shape: String,
    /// Properties that can be one value only.
    pub tags: IndexMap<&'a str, String>,
    /// The value of the first of them, for people.
    tag: Option<&'a Value>,
    pub types: Types,
    properties: HashSet<&'a str>,
    /// Part of a view that was split by types.
    pub only: Option<Types>,
}

impl<'a> Member<'a> {
    pub fn of(node: Node<'a>) -> Self {
        let conjunction = Conjunction::of(std::slice::from_ref(&node));
        let name = conjunction.named().map(|(name, _)| name);
        let view = View::of(&conjunction.spelled_out(), &node);
        let mut tags = IndexMap::new();
        let mut tag = None;
        let mut properties = HashSet::new();
        for (name, schema) in view.all("properties").flat_map(|all| all.members().collect::<Vec<_>>()) {
            properties.insert(name);
            if let Some(only) = constant(schema.value) {
                tags.insert(name, key(only));
                tag = tag.or(Some(only));
            }
        }
        Self {
            shape: shape(node.value),
            sub: Sub::one(node),
            name,
            tags,
            tag,
            types: view.types,
            properties,
            only: None,
        }
    }

    /// How a change calls it.
    pub fn label(&self) -> Value {
        match (self.name, self.tag, self.only) {
            (Some(name), ..) => json!(name),
            (_, Some(tag), _) => tag.clone(),
            (.., Some(types)) => types.spelled(),
            _ => match self.types.each().collect::<Vec<_>>()[..] {
                [only] if only != Types::OBJECT && only != Types::ARRAY => {
                    let conjunction = Conjunction::of(&self.sub.nodes);
                    spelled(&View::of(&conjunction, &self.sub.place))
                }
                _ => self.sub.place.value.clone(),
            },
        }
    }

    /// The step of a way that leads into it.
    pub fn step(&self, index: usize) -> String {
        match (self.tag, &self.types.each().collect::<Vec<_>>()[..]) {
            (Some(Value::String(tag)), _) => format!("({tag})"),
            (Some(tag), _) => format!("({tag})"),
            (None, [only]) if *only != Types::OBJECT => {
                format!("({})", only.spelled().as_str().unwrap_or_default())
            }
            _ => format!("(variant {})", index + 1),
        }
    }

    /// Whether the two tell themselves apart by the same property with different values.
    fn differs(&self, other: &Self) -> bool {
        self.tags.iter().any(|(name, value)| other.tags.get(name).is_some_and(|other| other != value))
    }
}

/// The one value that a schema allows.
fn constant(schema: &Value) -> Option<&Value> {
    match schema.get("enum").and_then(Value::as_array).map(Vec::as_slice) {
        Some([only]) => Some(only),
        Some(_) => None,
        None => schema.get("const"),
    }
}

/// The members of both sides that are not paired yet.
pub(super) struct Left<'a> {
    pub old: Vec<(usize, Member<'a>)>,
    pub new: Vec<(usize, Member<'a>)>,
    pub pairs: Vec<((usize, Member<'a>), (usize, Member<'a>))>,
}

impl<'a> Left<'a> {
    /// Pairs members that have the same key, if no other on their side has it.
    pub fn pair_by<K: std::hash::Hash + Eq>(&mut self, key: impl Fn(&Member<'a>) -> Option<K>) {
        let once = |side: &[(usize, Member<'a>)]| -> HashMap<K, Option<usize>> {
            let mut once = HashMap::new();
            for (place, (_, member)) in side.iter().enumerate() {
                if let Some(key) = key(member) {
                    once.entry(key).and_modify(|place| *place = None).or_insert(Some(place));
                }
            }
            once
        };
        let (old, new) = (once(&self.old), once(&self.new));
        let mut pairs: Vec<(usize, usize)> =
            old.iter().filter_map(|(key, old)| Some(((*old)?, (*new.get(key)?)?))).collect();
        pairs.sort_unstable();
        self.take(pairs);
    }

    fn take(&mut self, pairs: Vec<(usize, usize)>) {
        let mut old: Vec<Option<_>> = std::mem::take(&mut self.old).into_iter().map(Some).collect();
        let mut new: Vec<Option<_>> = std::mem::take(&mut self.new).into_iter().map(Some).collect();
        for (left, right) in pairs {
            if let (Some(left), Some(right)) = (old[left].take(), new[right].take()) {
                self.pairs.push((left, right));
            }
        }
        self.old = old.into_iter().flatten().collect();
        self.new = new.into_iter().flatten().collect();
    }

    /// Pairs objects that share at least half of their properties, the most alike first.
    pub fn pair_alike(&mut self) {
        if self.old.len() > MOST_ALIKE || self.new.len() > MOST_ALIKE {
            return;
        }
        let mut likeness = Vec::new();
        for (left, (_, old)) in self.old.iter().enumerate() {
            for (right, (_, new)) in self.new.iter().enumerate() {
                let shared = old.properties.intersection(&new.properties).count();
                let all = old.properties.len().max(new.properties.len());
                if shared > 0 && shared * 2 >= all && !old.differs(new) {
                    likeness.push((shared * 1000 / all, left, right));
                }
            }
        }
        likeness.sort_by_key(|(likeness, left, right)| (std::cmp::Reverse(*likeness), *left, *right));
        let (mut olds, mut news) = (HashSet::new(), HashSet::new());
        let mut pairs = Vec::new();
        for (_, left, right) in likeness {
            if !olds.contains(&left) && !news.contains(&right) {
                olds.insert(left);
                news.insert(right);
                pairs.push((left, right));
            }
        }
        self.take(pairs);
    }
}

/// Integers and numbers are of one kind.
pub(super) fn kind(types: Types) -> u8 {
    [Types::STRING, Types::NUMBER, Types::BOOLEAN, Types::ARRAY, Types::OBJECT]
        .iter()
        .zip(0..)
        .find(|(known, _)| known.meets(types))
        .map_or(u8::MAX, |(_, number)| number)
}

/// Opens the choices among the members.
pub(super) fn open(members: Vec<(usize, Member<'_>)>) -> Vec<(usize, Member<'_>)> {
    let mut all = Vec::with_capacity(members.len());
    for (index, member) in members {
        match member.only {
            Some(_) => all.push((index, member)),
            None => opened(index, member, DEEPEST, &mut all),
        }
    }
    all
}

pub(super) fn opened<'a>(
    index: usize,
    member: Member<'a>,
    deeper: usize,
    all: &mut Vec<(usize, Member<'a>)>,
) {
    let inner = choice_of(&member.sub);
    match inner {
        Some(choice) if deeper > 0 => {
            for inner in choice.members {
                opened(index, Member::of(inner), deeper - 1, all);
            }
        }
        _ => all.push((index, member)),
    }
}

fn choice_of<'a>(sub: &Sub<'a>) -> Option<Choice<'a>> {
    let conjunction = Conjunction::of(&sub.nodes).spelled_out();
    let mut view = View::of(&conjunction, &sub.place);
    (view.is_choice_only() && view.choices.len() == 1).then(|| view.choices.pop()).flatten()
}

/// Whether no value can match two members, by their types or by a property.
pub(super) fn exclude_each_other(choice: &Choice<'_>) -> bool {
    let mut members = Vec::with_capacity(choice.members.len());
    for member in &choice.members {
        opened(0, Member::of(member.clone()), DEEPEST, &mut members);
    }
    let members: Vec<Member<'_>> = members.into_iter().map(|(_, member)| member).collect();
    let mut types = Types::NONE;
    let by_type = members.iter().all(|member| {
        let apart = !types.meets(member.types);
        types = types.with(member.types);
        apart
    });
    let by_tag = || {
        let tags = members.first().map(|member| member.tags.keys().copied()).into_iter().flatten();
        tags.into_iter().any(|tag| {
            let mut values = HashSet::new();
            members.iter().all(|member| {
                let required = required(member, tag);
                required && member.tags.get(tag).is_some_and(|value| values.insert(value.clone()))
            })
        })
    };
    by_type || by_tag()
}

fn required(member: &Member<'_>, name: &str) -> bool {
    let conjunction = Conjunction::of(&member.sub.nodes).spelled_out();
    conjunction.parts.iter().any(|part| match part {
        Part::Own(node) => node
            .get("required")
            .and_then(|names| names.value.as_array())
            .is_some_and(|names| names.iter().any(|known| known == name)),
        Part::Named { .. } => false,
    })
}
