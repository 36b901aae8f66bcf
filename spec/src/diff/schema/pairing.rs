//! The members of a choice, and which of both sides belong together.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::super::node::Node;
use super::Sub;
use super::canonical::{Conjunction, shape};
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
    properties: HashSet<&'a str>,
    /// What it allows, names followed.
    pub view: View<'a>,
    /// Whether the view is not that of one schema: a part of one, or several together.
    pub made_up: bool,
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
            properties,
            view,
            made_up: false,
        }
    }

    /// What of `view` is of `types`.
    pub fn part(view: &View<'a>, types: Types) -> Self {
        let mut member = Self::of(view.place.clone());
        if types != view.types {
            member.view = view.of_types(types);
            member.shape = format!("{}&{}", types.spelled(), member.shape);
            member.made_up = true;
        }
        member
    }

    pub fn types(&self) -> Types {
        self.view.types
    }

    /// The types of which it allows every value, if it asks for nothing else.
    fn all_of_types(&self) -> Option<Types> {
        if self.view.is_any() {
            return Some(Types::VALUES);
        }
        self.view.is_types().then_some(self.view.types)
    }

    fn one_type(&self) -> Option<Types> {
        let mut each = self.view.types.each();
        each.next().filter(|_| each.next().is_none())
    }

    /// Whether it is written out here and allows a few values.
    fn is_finite(&self) -> bool {
        self.name.is_none() && self.view.choices.is_empty() && self.view.values.is_some()
    }

    /// How a change calls it.
    pub fn label(&self) -> Value {
        match (self.name, self.tag) {
            (Some(name), _) => json!(name),
            (_, Some(tag)) => tag.clone(),
            _ if self.made_up => spelled(&self.view),
            _ => match self.one_type() {
                Some(only) if only != Types::OBJECT && only != Types::ARRAY => spelled(&self.view),
                _ => self.sub.place.value.clone(),
            },
        }
    }

    /// The step of a way that leads into it.
    pub fn step(&self, index: usize) -> String {
        match (self.tag, self.one_type()) {
            (Some(Value::String(tag)), _) => format!("({tag})"),
            (Some(tag), _) => format!("({tag})"),
            (None, Some(only)) if only != Types::OBJECT => {
                format!("({})", only.spelled().as_str().unwrap_or_default())
            }
            _ => format!("(variant {})", index + 1),
        }
    }

    /// Adds the values of `other`.
    fn join(&mut self, other: Self) {
        self.view.values.get_or_insert_default().extend(other.view.values.into_iter().flatten());
        self.view.types = self.view.types.with(other.view.types);
        self.view.parts.extend(other.view.parts);
        self.shape = format!("{}|{}", self.shape, other.shape);
        self.made_up = true;
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

    /// Takes out what the other side allows just as well: by a member for all values of some types. Pairs from `sure` on
    /// are guessed; of those the covered half is taken out, and the other one stands alone.
    pub fn leave_out_covered(&mut self, sure: usize) {
        let wide = |left: &[(usize, Member<'a>)], pairs: Vec<&Member<'a>>| -> Vec<Types> {
            let all = left.iter().map(|(_, member)| member).chain(pairs);
            all.filter_map(Member::all_of_types).collect()
        };
        let before = wide(&self.old, self.pairs.iter().map(|(old, _)| &old.1).collect());
        let after = wide(&self.new, self.pairs.iter().map(|(_, new)| &new.1).collect());
        let is_covered =
            |member: &Member<'a>, by: &[Types]| by.iter().any(|types| member.types().is_within(*types));
        let covers =
            |wide: &Member<'a>, member: &Member<'a>| is_covered(member, wide.all_of_types().as_slice());
        for (old, new) in self.pairs.split_off(sure) {
            if !covers(&new.1, &old.1) && is_covered(&old.1, &after) {
                self.new.push(new);
            } else if !covers(&old.1, &new.1) && is_covered(&new.1, &before) {
                self.old.push(old);
            } else {
                self.pairs.push((old, new));
            }
        }
        self.old.retain(|(_, member)| !is_covered(member, &after));
        self.new.retain(|(_, member)| !is_covered(member, &before));
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

/// Opens the choices among the members, takes those of several types apart, and puts single values together: a set of
/// values may be written as one member or as many.
pub(super) fn open(members: Vec<(usize, Member<'_>)>) -> Vec<(usize, Member<'_>)> {
    let mut all = Vec::with_capacity(members.len());
    for (index, member) in members {
        if member.made_up {
            all.push((index, member));
        } else {
            opened(index, member, DEEPEST, &mut all);
        }
    }
    let mut apart: Vec<(usize, Member<'_>)> = Vec::with_capacity(all.len());
    let mut finite: IndexMap<u8, (usize, Member<'_>)> = IndexMap::new();
    for (index, member) in all {
        let view = &member.view;
        let plain = member.name.is_none() && view.choices.is_empty() && view.types != Types::VALUES;
        let parts: Vec<Member<'_>> = match view.types.each().collect::<Vec<_>>().as_slice() {
            types if plain && types.len() > 1 => types.iter().map(|only| Member::part(view, *only)).collect(),
            _ => vec![member],
        };
        for part in parts {
            if !part.is_finite() {
                apart.push((index, part));
                continue;
            }
            match finite.get_mut(&kind(part.types())) {
                Some((_, group)) => group.join(part),
                None => {
                    finite.insert(kind(part.types()), (index, part));
                }
            }
        }
    }
    apart.extend(finite.into_values());
    apart
}

pub(super) fn opened<'a>(
    index: usize,
    member: Member<'a>,
    deeper: usize,
    all: &mut Vec<(usize, Member<'a>)>,
) {
    match member.view.choices.as_slice() {
        [choice] if deeper > 0 && member.view.is_choice_only() => {
            for inner in &choice.members {
                opened(index, Member::of(inner.clone()), deeper - 1, all);
            }
        }
        _ => all.push((index, member)),
    }
}

/// Whether no value can match two members, by their types or by a property.
pub(super) fn exclude_each_other(choice: &Choice<'_>) -> bool {
    let mut members = Vec::with_capacity(choice.members.len());
    for member in &choice.members {
        opened(0, Member::of(member.clone()), DEEPEST, &mut members);
    }
    let members: Vec<Member<'_>> = members.into_iter().map(|(_, member)| member).collect();
    let (objects, others): (Vec<_>, Vec<_>) =
        members.iter().partition(|member| member.types() == Types::OBJECT);
    let (finite, others): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|member| member.view.values.is_some());
    let mut taken = if objects.is_empty() { Types::NONE } else { Types::OBJECT };
    let by_type = others.iter().all(|member| {
        let apart = !taken.meets(member.types());
        taken = taken.with(member.types());
        apart
    });
    let mut values = HashSet::new();
    let by_value = finite.iter().all(|member| {
        let mut each = member.view.values.iter().flatten();
        !taken.meets(member.types()) && each.all(|value| values.insert(key(value)))
    });
    let by_tag = || {
        let tags = objects.first().map(|member| member.tags.keys().copied()).into_iter().flatten();
        tags.into_iter().any(|tag| {
            let mut values = HashSet::new();
            objects.iter().all(|member| {
                required(member, tag)
                    && member.tags.get(tag).is_some_and(|value| values.insert(value.clone()))
            })
        })
    };
    by_type && by_value && (objects.len() < 2 || by_tag())
}

fn required(member: &Member<'_>, name: &str) -> bool {
    let mut lists = member.view.all("required").filter_map(|names| names.value.as_array());
    lists.any(|names| names.iter().any(|known| known == name))
}
