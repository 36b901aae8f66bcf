//! Compares what stands in an operation itself: its id, whether it is deprecated, parameters, body and answers.

use std::collections::{HashMap, HashSet};
use std::fmt::Display;

use serde_json::{Value, json};

use super::Direction;
use super::document::{keywords, servers};
use super::fact::{At, Fact, Findings, Kind, Spot};
use super::message;
use super::node::Node;
use super::parameter;
use super::schema::{Engine, texts};
use super::shared;
use crate::document::{Operation, Pointer, follow};

/// Operations of both documents that belong together, in the order of the new one.
#[derive(Clone, Debug)]
pub(super) struct Pair<'a> {
    pub old: Option<Operation<'a>>,
    pub new: Option<Operation<'a>>,
}

impl<'a> Pair<'a> {
    /// The operation as it is now, or as it was.
    pub fn shown(&self) -> Option<&Operation<'a>> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

/// Method and path without the names of its variables, which do not travel.
fn address(operation: &Operation<'_>) -> (String, String) {
    let mut path = String::new();
    let mut rest = operation.path;
    while let Some((before, after)) = rest.split_once('{') {
        path.push_str(before);
        path.push_str("{}");
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    path.push_str(rest);
    (operation.method.to_owned(), path)
}

/// Pairs operations by address, then by id: what has another address only has moved.
pub(super) fn pair<'a>(old: Vec<Operation<'a>>, new: Vec<Operation<'a>>) -> Vec<Pair<'a>> {
    let mut by_address: HashMap<(String, String), usize> = HashMap::new();
    for (index, operation) in old.iter().enumerate() {
        by_address.entry(address(operation)).or_insert(index);
    }
    let mut taken = HashSet::new();
    let mut partners: Vec<Option<usize>> = new
        .iter()
        .map(|operation| by_address.get(&address(operation)).copied().filter(|index| taken.insert(*index)))
        .collect();
    let free: Vec<(&str, usize)> = old
        .iter()
        .enumerate()
        .filter(|(index, _)| !taken.contains(index))
        .filter_map(|(index, operation)| Some((operation.id()?, index)))
        .collect();
    let by_id: HashMap<&str, usize> = free.into_iter().collect();
    for (operation, partner) in new.iter().zip(&mut partners) {
        if partner.is_none() {
            *partner =
                operation.id().and_then(|id| by_id.get(id)).copied().filter(|index| taken.insert(*index));
        }
    }
    // What is gone comes after the operation that it followed.
    let mut after: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    let mut last = None;
    for index in 0..old.len() {
        if taken.contains(&index) {
            last = Some(index);
        } else {
            after.entry(last).or_default().push(index);
        }
    }
    let gone = |index: &usize| Pair { old: Some(old[*index].clone()), new: None };
    let mut pairs: Vec<Pair<'a>> = after.get(&None).into_iter().flatten().map(gone).collect();
    for (operation, partner) in new.into_iter().zip(partners) {
        let old_one = partner.map(|index| old[index].clone());
        pairs.push(Pair { old: old_one, new: Some(operation) });
        if partner.is_some() {
            pairs.extend(after.get(&partner).into_iter().flatten().map(gone));
        }
    }
    pairs
}

/// Compares one pair. `paths` are the paths that the new document has.
pub(super) fn compare<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    pair: &Pair<'a>,
    paths: &HashSet<&'a str>,
) {
    match (&pair.old, &pair.new) {
        (Some(old), Some(new)) => both(engine, found, old, new),
        (Some(old), None) => gone(engine, found, old, paths),
        (None, Some(new)) => {
            let message = format!("the operation `{}` is new", new.address());
            let node = Node::new(engine.new, new.pointer.clone(), new.value);
            found.push(
                Fact::rule("endpoint-added", "", message)
                    .nodes(None, Some(&node))
                    .values(None, Some(json!(new.address()))),
            );
        }
        (None, None) => {}
    }
}

fn gone(engine: &Engine<'_>, found: &mut Findings, old: &Operation<'_>, paths: &HashSet<&str>) {
    let rule = match (paths.contains(old.path), old.is_deprecated()) {
        (true, false) => "api-removed-without-deprecation",
        (true, true) => "api-removed-with-deprecation",
        (false, false) => "api-path-removed-without-deprecation",
        (false, true) => "api-path-removed-with-deprecation",
    };
    let message = format!("the operation `{}` is gone", old.address());
    let node = Node::new(engine.old, old.pointer.clone(), old.value);
    found.push(
        Fact::rule(rule, "", message).nodes(Some(&node), None).values(Some(json!(old.address())), None),
    );
}

fn both<'a>(engine: &mut Engine<'a>, found: &mut Findings, old: &Operation<'a>, new: &Operation<'a>) {
    let left = Node::new(engine.old, old.pointer.clone(), old.value);
    let right = Node::new(engine.new, new.pointer.clone(), new.value);
    let at = At::default();
    let id = |node: &Node<'_>| Spot::within(node, &node.get("operationId").unwrap_or_else(|| node.clone()));
    let ids = (Some(id(&left)), Some(id(&right)));
    let value = |text: Option<&str>| text.map(|text| json!(text));
    let id_fact = match (old.id(), new.id()) {
        (Some(before), Some(after)) if before != after => Some((
            "api-operation-id-changed",
            format!("the operation id is `{after}`, was `{before}`"),
            "the methods of generated clients are named after it; on the wire nothing changed",
        )),
        (Some(before), None) => Some((
            "api-operation-id-removed",
            format!("the operation id `{before}` is gone"),
            "the methods of generated clients are named after it; on the wire nothing changed",
        )),
        (None, Some(after)) => Some((
            "api-operation-id-added",
            format!("the operation id is `{after}`, there was none"),
            "a generator of clients had to make up a name before, and takes this one now",
        )),
        _ => None,
    };
    if let Some((rule, message, reason)) = id_fact {
        let fact = Fact::rule(rule, &at, message).spots(ids.0, ids.1);
        found.push(fact.values(value(old.id()), value(new.id())).because(reason));
    }
    if address(old) != address(new) {
        let message = format!("the operation moved from `{}` to `{}`", old.address(), new.address());
        let fact = Fact::rule("api-address-changed", &at, message).nodes(Some(&left), Some(&right));
        found.push(fact.values(Some(json!(old.address())), Some(json!(new.address()))));
    }
    let set = ("endpoint-deprecated", "is deprecated now");
    let cleared = ("endpoint-reactivated", "is no longer deprecated");
    flag(found, (&left, &right), &at, "deprecated", "the operation", [set, cleared]);
    tags(found, &left, &right);
    texts(found, &left, &right, &at);
    if address(old).1 == address(new).1 {
        shared::link_items(engine, found, old, new);
    }
    let around = |document: &'a Value, operation: &Operation<'a>| {
        let (pointer, item) = operation.item();
        [Node::new(document, pointer, item), Node::new(document, Pointer::root(), document)]
    };
    servers(found, (&left, &right), (&around(engine.old, old), &around(engine.new, new)));
    super::security::of_operations(found, engine, &left, &right);
    keywords(
        found,
        (&left, &right),
        &[
            "operationId",
            "deprecated",
            "tags",
            "servers",
            "security",
            "parameters",
            "requestBody",
            "responses",
        ],
        &at,
    );
    found.direction = Some(Direction::Request);
    parameter::compare_all(engine, found, old, new);
    message::bodies(engine, found, old, new, (&left, &right));
    found.direction = Some(Direction::Response);
    message::answers(engine, found, old, new, (&left, &right));
    found.direction = None;
}

fn tags(found: &mut Findings, left: &Node<'_>, right: &Node<'_>) {
    let read = |node: &Node<'_>| -> Vec<String> {
        let tags = node.get("tags").map(|tags| tags.elements().collect::<Vec<_>>()).unwrap_or_default();
        tags.iter().filter_map(|tag| tag.value.as_str().map(str::to_owned)).collect()
    };
    let (before, after) = (read(left), read(right));
    for tag in before.iter().filter(|tag| !after.contains(tag)) {
        let fact = Fact::rule("api-tag-removed", "", format!("the tag `{tag}` is gone"));
        found.push_text(fact.nodes(Some(left), Some(right)).values(Some(json!(tag)), None));
    }
    for tag in after.iter().filter(|tag| !before.contains(tag)) {
        let fact = Fact::rule("api-tag-added", "", format!("the tag `{tag}` is new"));
        found.push_text(fact.nodes(Some(left), Some(right)).values(None, Some(json!(tag))));
    }
}

/// The object at `node`, its reference followed.
pub(super) fn meant<'a>(node: &Node<'a>) -> Node<'a> {
    let (pointer, value) = follow(node.document(), node.pointer(), node.value);
    Node::new(node.document(), pointer, value)
}

/// A fact of which only the kind and the two places are known.
pub(super) fn at_both(
    kind: Kind,
    at: &At,
    message: impl Into<String>,
    old: &Node<'_>,
    new: &Node<'_>,
    values: (Option<Value>, Option<Value>),
) -> Fact {
    Fact::new(kind, at, message).nodes(Some(old), Some(new)).values(values.0, values.1)
}

/// Tells that the member `keyword`, which is false where it is missing, became true or false of what `what` names; each
/// with its rule and what is said then.
pub(super) fn flag(
    found: &mut Findings,
    (old, new): (&Node<'_>, &Node<'_>),
    at: &At,
    keyword: &str,
    what: impl Display,
    [set, cleared]: [(&'static str, &str); 2],
) {
    let (rule, said) = match (is_set(old, keyword), is_set(new, keyword)) {
        (false, true) => set,
        (true, false) => cleared,
        _ => return,
    };
    found.push(at_both(Kind::Rule(rule), at, format!("{what} {said}"), old, new, (None, None)));
}

/// Whether the member `keyword` is true.
pub(super) fn is_set(node: &Node<'_>, keyword: &str) -> bool {
    node.value.get(keyword) == Some(&Value::Bool(true))
}
