//! What is asked of objects and their members.

use indexmap::{IndexMap, IndexSet};
use serde_json::{Value, json};

use super::super::fact::{At, Fact, Findings, Kind, Spot};
use super::super::node::Node;
use super::super::order::in_order;
use super::bounds::sizes_of_objects;
use super::canonical::{Conjunction, shape};
use super::scalar::about;
use super::types::Types;
use super::view::View;
use super::{Engine, Sub};

/// What an object says about members that it does not name.
#[derive(Clone, Debug)]
enum Rest<'a> {
    /// Nothing: a writer did not think of them, a reader skips them.
    Unsaid,
    /// That there may be any.
    Open,
    /// That there are none.
    Closed,
    /// That each is of this schema.
    Schema(Sub<'a>),
}

/// An object schema, its parts put together.
struct Members<'a> {
    named: IndexMap<&'a str, Sub<'a>>,
    required: IndexSet<&'a str>,
    rest: Rest<'a>,
}

impl<'a> Members<'a> {
    fn of(view: &View<'a>) -> Self {
        let mut named: IndexMap<&'a str, Sub<'a>> = IndexMap::new();
        for (name, schema) in
            view.all("properties").flat_map(|properties| properties.members().collect::<Vec<_>>())
        {
            match named.get_mut(name) {
                Some(known) => known.nodes.push(schema),
                None => {
                    named.insert(name, Sub::one(schema));
                }
            }
        }
        let names = view.all("required").filter_map(|names| names.value.as_array());
        let required = names.flatten().filter_map(Value::as_str).collect();
        let mut rest = Rest::Unsaid;
        for said in view.all("additionalProperties") {
            rest = match (Rest::read(said), rest) {
                (Rest::Closed, _) | (_, Rest::Closed) => Rest::Closed,
                (Rest::Schema(mut one), Rest::Schema(other)) => {
                    one.nodes.extend(other.nodes);
                    Rest::Schema(one)
                }
                (Rest::Schema(one), _) | (_, Rest::Schema(one)) => Rest::Schema(one),
                _ => Rest::Open,
            };
        }
        Self { named, required, rest }
    }
}

impl<'a> Rest<'a> {
    fn read(said: Node<'a>) -> Self {
        let conjunction = Conjunction::of(std::slice::from_ref(&said));
        if conjunction.parts.is_empty() {
            return Self::Open;
        }
        let view = View::of(&conjunction, &said);
        if conjunction.named().is_none() && view.types.is_empty() && !view.null {
            return Self::Closed;
        }
        if conjunction.named().is_none() && view.is_any() { Self::Open } else { Self::Schema(Sub::one(said)) }
    }

    fn is_open(&self) -> bool {
        matches!(self, Self::Open | Self::Schema(_))
    }

    /// Whether a member of this schema could be there before or after just the same.
    fn takes(&self, member: &Sub<'a>) -> bool {
        let [member] = member.nodes.as_slice() else { return member.nodes.is_empty() };
        let said = shape(member.value);
        match self {
            Self::Schema(rest) => matches!(rest.nodes.as_slice(), [rest] if shape(rest.value) == said),
            Self::Open => said.is_empty(),
            _ => false,
        }
    }
}

impl<'a> Engine<'a> {
    pub(super) fn objects(&mut self, found: &mut Findings, old: &View<'a>, new: &View<'a>, at: &At) {
        let (left, right) = (Members::of(old), Members::of(new));
        for name in in_order(left.named.keys().copied(), right.named.keys().copied()) {
            let here = at.member(name);
            match (left.named.get(name), right.named.get(name)) {
                (Some(before), Some(after)) => {
                    self.compare(found, before, after, &here);
                    required(found, name, (&left, &right), (old, new), &here);
                }
                (None, Some(after)) => {
                    added(found, name, after, (&left, &right), (old, new), &here);
                    self.unnamed(found, (&left.rest, None), (&right.rest, Some(after)), (old, new), &here);
                }
                (Some(before), None) => {
                    removed(found, name, before, (&left, &right), (old, new), &here);
                    self.unnamed(found, (&left.rest, Some(before)), (&right.rest, None), (old, new), &here);
                }
                (None, None) => {}
            }
        }
        for name in in_order(left.required.iter().copied(), right.required.iter().copied()) {
            // A member that only one side names was told above, unless the other asks for it without naming it.
            let told = |one: &Members<'a>, other: &Members<'a>| {
                one.named.contains_key(name)
                    && (other.named.contains_key(name) || one.required.contains(name))
            };
            if !told(&left, &right) && !told(&right, &left) {
                required(found, name, (&left, &right), (old, new), &at.member(name));
            }
        }
        self.rest(found, (&left.rest, &right.rest), old, new, at);
        self.patterns(found, (&left.rest, &right.rest), old, new, at);
        let names = ["property-names-added", "property-names-removed"];
        let says = |view: &View<'a>| {
            let mut view = view.clone();
            // A name is a string anyway.
            view.parts.retain(|part| part.get("propertyNames").is_some_and(|names| !is_any_string(&names)));
            view
        };
        self.one_schema(found, "propertyNames", names, "(names)", (&says(old), &says(new)), at);
        sizes_of_objects(found, old, new, at);
        dependent(found, old, new, at);
    }

    /// A member that one side names, and that the other has something to say of nevertheless: by a schema for all members
    /// without a name, or by a pattern.
    fn unnamed(
        &mut self,
        found: &mut Findings,
        (before, old_member): (&Rest<'a>, Option<&Sub<'a>>),
        (after, new_member): (&Rest<'a>, Option<&Sub<'a>>),
        (old, new): (&View<'a>, &View<'a>),
        at: &At,
    ) {
        let side = if old_member.is_some() { new } else { old };
        if side.all("patternProperties").next().is_some() {
            let message = "a pattern of names may say something of this member, too";
            found.push(about("condition-changed", "patternProperties", old, new, at, message));
        }
        match (old_member, new_member, before, after) {
            (None, Some(member), Rest::Schema(rest), _) if !before.takes(member) => {
                self.compare(found, rest, member, at);
            }
            (Some(member), None, _, Rest::Schema(rest)) if !after.takes(member) => {
                self.compare(found, member, rest, at);
            }
            _ => {}
        }
    }

    fn rest(
        &mut self,
        found: &mut Findings,
        (left, right): (&Rest<'a>, &Rest<'a>),
        old: &View<'a>,
        new: &View<'a>,
        at: &At,
    ) {
        let keyword = "additionalProperties";
        let (kind, message) = match (left, right) {
            (Rest::Unsaid | Rest::Open, Rest::Unsaid | Rest::Open) | (Rest::Closed, Rest::Closed) => return,
            (Rest::Schema(before), Rest::Schema(after)) => {
                return self.compare(found, before, after, &at.then("{}"));
            }
            (_, Rest::Closed) => {
                ("additional-properties-closed", "members without a name of their own are refused now")
            }
            (Rest::Closed, _) => {
                ("additional-properties-opened", "members without a name of their own are allowed now")
            }
            (_, Rest::Schema(_)) => (
                "additional-properties-restricted",
                "members without a name of their own must be of one schema now",
            ),
            (Rest::Schema(_), _) => (
                "additional-properties-generalized",
                "members without a name of their own may be anything now",
            ),
        };
        let value = |view: &View<'a>| view.all(keyword).next().map(|node| node.value.clone());
        found.push(about(kind, keyword, old, new, at, message).values(value(old), value(new)));
    }

    fn patterns(
        &mut self,
        found: &mut Findings,
        (left, right): (&Rest<'a>, &Rest<'a>),
        old: &View<'a>,
        new: &View<'a>,
        at: &At,
    ) {
        let keyword = "patternProperties";
        let read = |view: &View<'a>| -> IndexMap<&'a str, Node<'a>> {
            view.all(keyword).flat_map(|patterns| patterns.members().collect::<Vec<_>>()).collect()
        };
        let (before, after) = (read(old), read(new));
        // Next to a schema for the rest nothing is known: the members move from one to the other.
        let free = |rest: &Rest<'a>| matches!(rest, Rest::Unsaid | Rest::Open);
        let free = free(left) && free(right);
        for pattern in in_order(before.keys().copied(), after.keys().copied()) {
            let at = at.then(&format!("{{{pattern}}}"));
            let (kind, message) = match (before.get(pattern), after.get(pattern)) {
                (Some(before), Some(after)) => {
                    self.compare(found, &Sub::one(before.clone()), &Sub::one(after.clone()), &at);
                    continue;
                }
                (None, _) if free => {
                    ("pattern-property-added", "members of such names have a schema of their own now")
                }
                (_, None) if free => {
                    ("pattern-property-removed", "members of such names have no schema of their own any more")
                }
                _ => ("condition-changed", "members of such names have another schema now"),
            };
            let value = |side: &IndexMap<&str, Node<'a>>| side.get(pattern).map(|node| node.value.clone());
            let fact = about(kind, keyword, old, new, &at, message);
            found.push(fact.values(value(&before), value(&after)));
        }
    }
}

fn is_any_string(node: &Node<'_>) -> bool {
    let conjunction = Conjunction::of(std::slice::from_ref(node));
    let view = View::of(&conjunction, node);
    conjunction.named().is_none()
        && Types::STRING.is_within(view.types)
        && view.values.is_none()
        && !view.says_more_than(&["type"])
}

/// A member that both sides name, or neither: whether it must be there.
fn required(
    found: &mut Findings,
    name: &str,
    (left, right): (&Members<'_>, &Members<'_>),
    (old, new): (&View<'_>, &View<'_>),
    at: &At,
) {
    let (kind, message) = match (left.required.contains(name), right.required.contains(name)) {
        (false, true) => ("became-required", format!("`{name}` is required now")),
        (true, false) => ("became-optional", format!("`{name}` is no longer required")),
        _ => return,
    };
    // The member itself, where it is named: what reads a change goes up to the object from there.
    let spot = |view: &View<'_>, members: &Members<'_>| {
        Some(Spot::of(members.named.get(name).map_or(&view.place, |sub| &sub.place)))
    };
    found.push(Fact::new(Kind::Schema(kind), at, message).spots(spot(old, left), spot(new, right)));
}

fn added<'a>(
    found: &mut Findings,
    name: &str,
    schema: &Sub<'a>,
    (left, right): (&Members<'a>, &Members<'a>),
    (old, new): (&View<'a>, &View<'a>),
    at: &At,
) {
    let must = right.required.contains(name);
    let (request, response) = match (&left.rest, must) {
        (Rest::Closed, true) => ("new-required-request-property", "response-property-added-to-closed-object"),
        (Rest::Closed, false) => {
            ("new-optional-request-property-to-closed-object", "response-property-added-to-closed-object")
        }
        (_, true) => ("new-required-request-property", "response-required-property-added"),
        (rest, false) if rest.is_open() && !rest.takes(schema) => (
            "new-optional-request-property-to-open-object",
            "response-optional-property-added-to-open-object",
        ),
        (_, false) => ("new-optional-request-property", "response-optional-property-added"),
    };
    let message = format!("the {} property `{name}` is new", if must { "required" } else { "optional" });
    let fact = Fact::new(Kind::Directed { request, response }, at, message)
        .spots(Some(Spot::of(&old.place)), Some(Spot::within(&new.place, &schema.place)))
        .values(None, schema.nodes.first().map(|node| node.value.clone()));
    found.push(fact);
}

fn removed<'a>(
    found: &mut Findings,
    name: &str,
    schema: &Sub<'a>,
    (left, right): (&Members<'a>, &Members<'a>),
    (old, new): (&View<'a>, &View<'a>),
    at: &At,
) {
    let must = left.required.contains(name);
    let request = if right.rest.is_open() {
        "request-property-removed-from-open-object"
    } else {
        "request-property-removed"
    };
    let response =
        if must { "response-required-property-removed" } else { "response-optional-property-removed" };
    let message = format!("the {} property `{name}` is gone", if must { "required" } else { "optional" });
    let fact = Fact::new(Kind::Directed { request, response }, at, message)
        .spots(Some(Spot::within(&old.place, &schema.place)), Some(Spot::of(&new.place)))
        .values(schema.nodes.first().map(|node| node.value.clone()), None);
    found.push(fact);
}

/// Which members ask for which others.
fn dependent(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
    let keyword = "dependentRequired";
    let read = |view: &View<'_>| -> IndexSet<(String, String)> {
        let pairs = view.all(keyword).flat_map(|node| {
            let members = node.members().flat_map(|(name, others)| {
                let others = others.value.as_array().into_iter().flatten().filter_map(Value::as_str);
                others.map(|other| (name.to_owned(), other.to_owned())).collect::<Vec<_>>()
            });
            members.collect::<Vec<_>>()
        });
        pairs.collect()
    };
    let (before, after) = (read(old), read(new));
    for (name, other) in before.difference(&after) {
        let message = format!("`{name}` no longer asks for `{other}`");
        let fact = about("dependent-required-removed", keyword, old, new, &at.member(name), message);
        found.push(fact.values(Some(json!(other)), None));
    }
    for (name, other) in after.difference(&before) {
        let message = format!("`{name}` asks for `{other}` now");
        let fact = about("dependent-required-added", keyword, old, new, &at.member(name), message);
        found.push(fact.values(None, Some(json!(other))));
    }
}
