//! What several operations share besides named schemas: named parameters, headers, bodies and answers, and the items
//! of paths. Like a named schema each is a unit: compared once ([`compare`]), told with all operations that use it
//! ([`link`]).

use serde_json::Value;

use super::document::{self, keywords};
use super::fact::{At, Findings};
use super::message;
use super::node::Node;
use super::order::in_order;
use super::parameter;
use super::schema::{Engine, texts};
use super::{Direction, Shared, Subject};
use crate::document::{METHODS, Operation, Pointer};

/// Where in `components` the named ones stand.
const SECTIONS: [(&str, Shared); 4] = [
    ("parameters", Shared::Parameter),
    ("headers", Shared::Header),
    ("requestBodies", Shared::Body),
    ("responses", Shared::Answer),
];

/// The named ones of both documents, in the order in which they are told.
pub(super) fn names(old: &Value, new: &Value) -> Vec<(Shared, String)> {
    let mut all = Vec::new();
    for (section, kind) in SECTIONS {
        let pointer = Pointer::root().below(&["components", section]);
        let of = |document| {
            let section = pointer.get(document).and_then(Value::as_object);
            section.into_iter().flat_map(|all| all.keys().map(String::as_str))
        };
        all.extend(in_order(of(old), of(new)).into_iter().map(|name| (kind, name.to_owned())));
    }
    all
}

/// Which shared thing stands at `pointer`, and how it is called.
pub(super) fn named(pointer: &Pointer) -> Option<(Shared, String)> {
    let mut steps = pointer.steps();
    if steps.next()? != "components" {
        return None;
    }
    let section = steps.next()?;
    let (_, kind) = SECTIONS.into_iter().find(|(name, _)| *name == section)?;
    let name = steps.next()?.into_owned();
    steps.next().is_none().then_some((kind, name))
}

/// Whether two places are the same named thing.
pub(super) fn is_same(old: &Pointer, new: &Pointer) -> bool {
    old == new && named(new).is_some()
}

/// Where the named one stands in a document that has it.
pub(super) fn node<'a>(document: &'a Value, kind: Shared, name: &str) -> Option<Node<'a>> {
    let (section, _) = SECTIONS.into_iter().find(|(_, other)| *other == kind)?;
    let pointer = Pointer::root().below(&["components", section, name]);
    let value = pointer.get(document)?;
    Some(Node::new(document, pointer, value))
}

/// Hands two places to a unit, if both are the same shared thing, or a renamed or a no longer or newly named one;
/// then there is nothing left to compare here.
pub(super) fn link<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    old: &Node<'a>,
    new: &Node<'a>,
) -> bool {
    let (before, after) = (named(&old.pointer()), named(&new.pointer()));
    let gone = |node: &Node<'a>| node.pointer().get(engine.new).is_none();
    let added = |node: &Node<'a>| node.pointer().get(engine.old).is_none();
    let is_one = match (&before, &after) {
        (Some(before), Some(after)) => before == after || (before.0 == after.0 && gone(old) && added(new)),
        (None, Some(_)) => added(new),
        (Some(_), None) => gone(old),
        (None, None) => false,
    };
    let Some((kind, name)) = after.or(before).filter(|_| is_one) else { return false };
    let unit = engine.unit_of(Subject::Shared { kind, name }, old, new);
    found.link(unit);
    true
}

/// The same for two parameters that stand in the items of their paths.
pub(super) fn link_of_path<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    path: &str,
    old: &Node<'a>,
    new: &Node<'a>,
) {
    let name = new.value.get("name").and_then(Value::as_str).unwrap_or_default();
    let subject = Subject::Shared { kind: Shared::Parameter, name: format!("{name} of {path}") };
    let unit = engine.unit_of(subject, old, new);
    found.link(unit);
}

/// Hands the items of the paths of two operations to a unit.
pub(super) fn link_items<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    old: &Operation<'a>,
    new: &Operation<'a>,
) {
    let ((left, before), (right, after)) = (old.item(), new.item());
    let (left, right) = (Node::new(engine.old, left, before), Node::new(engine.new, right, after));
    let subject = Subject::Shared { kind: Shared::Path, name: new.path.to_owned() };
    let unit = engine.unit_of(subject, &left, &right);
    // Nothing of it flows, but who uses it is known by the flow.
    found.direction = Some(Direction::Request);
    found.link(unit);
    found.direction = None;
}

/// Compares two shared things of one kind.
pub(super) fn compare<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    kind: Shared,
    old: &Node<'a>,
    new: &Node<'a>,
) {
    let at = At::default();
    found.direction = match kind {
        Shared::Parameter | Shared::Body => Some(Direction::Request),
        Shared::Header | Shared::Answer => Some(Direction::Response),
        Shared::Path => None,
    };
    match kind {
        Shared::Parameter => parameter::compare(engine, found, old, new, &at),
        Shared::Header => message::header(engine, found, old, new, &at),
        Shared::Body => message::body(engine, found, old, new, &at),
        Shared::Answer => message::answer(engine, found, old, new, &at),
        Shared::Path => {
            texts(found, old, new, &at);
            let document = |node: &Node<'a>| {
                let whole = node.document();
                [Node::new(whole, Pointer::root(), whole)]
            };
            document::servers(found, (old, new), (&document(old), &document(new)));
            let known: Vec<&str> = METHODS.into_iter().chain(["parameters", "servers", "$ref"]).collect();
            keywords(found, (old, new), &known, &at);
        }
    }
}
