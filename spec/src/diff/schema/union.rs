//! Choices: `anyOf` and `oneOf`, which say the same as long as their members exclude each other.
//!
//! Members are paired by name, by what they say, by the constant that tells them apart, and by likeness, in this
//! order; only what is left over was added or is gone.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::super::fact::{At, Fact, Findings, Kind, Spot};
use super::super::node::Node;
use super::canonical::{Conjunction, Part, shape};
use super::scalar::{about, spelled};
use super::types::{Types, key};
use super::view::{Choice, View};
use super::{Engine, Sub};

/// How many choices are opened inside each other.
const DEEPEST: usize = 8;

/// Beyond this many members of a kind, likeness is not looked for: it is the product of both sides.
const MOST_ALIKE: usize = 64;

/// A member of a choice.
#[derive(Clone, Debug)]
struct Member<'a> {
    sub: Sub<'a>,
    /// For a named schema, and nothing else.
    name: Option<&'a str>,
    shape: String,
    /// Properties that can be one value only.
    tags: IndexMap<&'a str, String>,
    /// The value of the first of them, for people.
    tag: Option<&'a Value>,
    types: Types,
    properties: HashSet<&'a str>,
    /// Part of a view that was split by types.
    only: Option<Types>,
}

impl<'a> Member<'a> {
    fn of(node: Node<'a>) -> Self {
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
    fn label(&self) -> Value {
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
    fn step(&self, index: usize) -> String {
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
struct Left<'a> {
    old: Vec<(usize, Member<'a>)>,
    new: Vec<(usize, Member<'a>)>,
    pairs: Vec<((usize, Member<'a>), (usize, Member<'a>))>,
}

impl<'a> Left<'a> {
    /// Pairs members that have the same key, if no other on their side has it.
    fn pair_by<K: std::hash::Hash + Eq>(&mut self, key: impl Fn(&Member<'a>) -> Option<K>) {
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
    fn pair_alike(&mut self) {
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

impl<'a> Engine<'a> {
    /// Two schemas of which at least one is a choice.
    pub(super) fn choices(&mut self, found: &mut Findings, mut old: View<'a>, mut new: View<'a>, at: &At) {
        let single = |view: &View<'a>| view.is_choice_only() && view.choices.len() == 1;
        let bare = |view: &View<'a>| view.choices.is_empty() || single(view);
        if bare(&old) && bare(&new) {
            // Whatever is no choice is a choice of one, or of its types.
            let (left, right) = (old.choices.pop(), new.choices.pop());
            return self.members(found, (left, right), &old, &new, at);
        }
        let (mut before, mut after) = (std::mem::take(&mut old.choices), std::mem::take(&mut new.choices));
        if !(old.parts.is_empty() && new.parts.is_empty()) {
            self.plain(found, &old, &new, at);
        }
        let said = |choice: &Choice<'a>| -> Vec<String> {
            let mut members: Vec<String> = choice.members.iter().map(|member| shape(member.value)).collect();
            members.sort_unstable();
            members
        };
        let mut same = Vec::new();
        before.retain(|choice| match after.iter().position(|other| said(other) == said(choice)) {
            Some(twin) => {
                same.push((choice.clone(), after.remove(twin)));
                false
            }
            None => true,
        });
        if let ([_], [_]) = (before.as_slice(), after.as_slice()) {
            same.extend(before.pop().into_iter().zip(after.pop()));
        }
        for (left, right) in same {
            self.members(found, (Some(left), Some(right)), &old, &new, at);
        }
        let keyword = |choice: &Choice<'a>| if choice.exclusive { "oneOf" } else { "anyOf" };
        let (kind, choice, message) = match (before.first(), after.first()) {
            (None, None) => return,
            (None, Some(choice)) => ("all-of-added", choice, "one of several schemas must hold too now"),
            (Some(choice), None) => {
                ("all-of-removed", choice, "one of several schemas need not hold any more")
            }
            (Some(_), Some(choice)) => {
                ("condition-changed", choice, "several choices that must all be met changed")
            }
        };
        found.push(about(kind, keyword(choice), &old, &new, at, message));
    }

    fn members(
        &mut self,
        found: &mut Findings,
        (left, right): (Option<Choice<'a>>, Option<Choice<'a>>),
        old: &View<'a>,
        new: &View<'a>,
        at: &At,
    ) {
        if old.is_any() && left.is_none() || new.is_any() && right.is_none() {
            let grew = right.is_none();
            let (kind, message) = if grew {
                ("type-generalized", "any value is allowed now, it was one of several")
            } else {
                ("type-specialized", "only one of several schemas is allowed now, it was any value")
            };
            found.push(about(kind, "type", old, new, at, message));
            return;
        }
        if let (Some(left), Some(right)) = (&left, &right)
            && left.exclusive != right.exclusive
            && !(exclude_each_other(left) && exclude_each_other(right))
        {
            let now = if right.exclusive { "exactly one member" } else { "at least one member" };
            let keyword = if right.exclusive { "oneOf" } else { "anyOf" };
            let message = format!("a value must match {now} of the union now");
            found.push(about("one-of-exclusivity-changed", keyword, old, new, at, message));
        }
        let types = |view: &View<'a>, choice: &Option<Choice<'a>>| {
            choice.is_none().then(|| view.types.each().collect::<Vec<_>>())
        };
        let split = |view: &View<'a>, choice: Option<Choice<'a>>| -> Vec<Member<'a>> {
            match (types(view, &choice), choice) {
                (_, Some(choice)) => choice.members.into_iter().map(Member::of).collect(),
                (Some(types), None) if types.len() > 1 && view.types != Types::VALUES => {
                    types.into_iter().map(|only| part(view, only)).collect()
                }
                _ => vec![part(view, view.types)],
            }
        };
        let whole = (split(old, left), split(new, right));
        let number = |members: Vec<Member<'a>>| members.into_iter().enumerate().collect();
        let mut left = Left { old: number(whole.0), new: number(whole.1), pairs: Vec::new() };
        left.pair_by(|member| member.name);
        let known = (flattened(&left.pairs, |pair| &pair.0.1), flattened(&left.pairs, |pair| &pair.1.1));
        if !left.old.is_empty() || !left.new.is_empty() {
            // Choices in choices: only what is left is opened, so that a named choice stays one.
            left.old = open(left.old);
            left.new = open(left.new);
            left.pair_by(|member| member.name);
            left.pair_by(|member| Some(member.shape.clone()));
            left.pair_by(|member| {
                let (name, value) = member.tags.first()?;
                Some((*name, value.clone()))
            });
            left.pair_alike();
            left.pair_by(|member| {
                let named_apart = !member.tags.is_empty();
                (!named_apart && member.types.each().count() == 1)
                    .then(|| member.types.each().next().map(kind))
            });
        }
        let within = |known: &HashSet<String>, member: &Member<'a>| {
            member.name.is_some_and(|name| known.contains(name)) || known.contains(&member.shape)
        };
        for (_, member) in left.old.iter().filter(|(_, member)| !within(&known.1, member)) {
            let label = member.label();
            let message = format!("{} is no longer in the union", called(&label));
            let fact = Fact::new(Kind::Schema("one-of-removed"), at, message)
                .spots(Some(Spot::within(&old.place, &member.sub.place)), Some(Spot::of(&new.place)));
            found.push(fact.values(Some(label), None));
        }
        for (_, member) in left.new.iter().filter(|(_, member)| !within(&known.0, member)) {
            let label = member.label();
            let message = format!("{} is new in the union", called(&label));
            let fact = Fact::new(Kind::Schema("one-of-added"), at, message)
                .spots(Some(Spot::of(&old.place)), Some(Spot::within(&new.place, &member.sub.place)));
            found.push(fact.values(None, Some(label)));
        }
        left.pairs.sort_by_key(|(_, (index, _))| *index);
        for ((_, before), (index, after)) in left.pairs {
            let at = at.then(&after.step(index));
            if before.only.is_none() && after.only.is_none() {
                self.compare_as(found, &before.sub, &after.sub, &at, true);
                continue;
            }
            let view = |member: &Member<'a>| {
                let conjunction = Conjunction::of(&member.sub.nodes).spelled_out();
                let view = View::of(&conjunction, &member.sub.place);
                member.only.map_or_else(|| view.clone(), |types| view.of_types(types))
            };
            let (before, after) = (view(&before), view(&after));
            if before.choices.is_empty() && after.choices.is_empty() {
                self.plain(found, &before, &after, &at);
            }
        }
    }
}

/// Integers and numbers are of one kind.
fn kind(types: Types) -> u8 {
    [Types::STRING, Types::NUMBER, Types::BOOLEAN, Types::ARRAY, Types::OBJECT]
        .iter()
        .zip(0..)
        .find(|(known, _)| known.meets(types))
        .map_or(u8::MAX, |(_, number)| number)
}

/// What of `view` is of `types`, as a member of a choice.
fn part<'a>(view: &View<'a>, types: Types) -> Member<'a> {
    let mut member = Member::of(view.place.clone());
    member.types = types;
    member.only = (types != view.types).then_some(types);
    if member.only.is_some() {
        member.shape = format!("{}&{}", types.spelled(), member.shape);
    }
    member
}

/// Opens the choices among the members.
fn open(members: Vec<(usize, Member<'_>)>) -> Vec<(usize, Member<'_>)> {
    let mut all = Vec::with_capacity(members.len());
    for (index, member) in members {
        match member.only {
            Some(_) => all.push((index, member)),
            None => opened(index, member, DEEPEST, &mut all),
        }
    }
    all
}

fn opened<'a>(index: usize, member: Member<'a>, deeper: usize, all: &mut Vec<(usize, Member<'a>)>) {
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

/// Names and shapes of everything that the members of one side stand for.
fn flattened<'a, P>(pairs: &[P], side: impl Fn(&P) -> &Member<'a>) -> HashSet<String> {
    let mut known = HashSet::new();
    for pair in pairs {
        let mut all = Vec::new();
        opened(0, side(pair).clone(), DEEPEST, &mut all);
        if all.len() > 1 {
            for (_, member) in all {
                known.extend(member.name.map(str::to_owned));
                known.insert(member.shape);
            }
        }
    }
    known
}

/// Whether no value can match two members, by their types or by a property.
fn exclude_each_other(choice: &Choice<'_>) -> bool {
    let members: Vec<Member<'_>> = choice.members.iter().cloned().map(Member::of).collect();
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

fn called(label: &Value) -> String {
    match label {
        Value::String(name) => format!("`{name}`"),
        other => {
            let text = other.to_string();
            if text.len() > 60 { "a schema without a name".to_owned() } else { format!("`{text}`") }
        }
    }
}
