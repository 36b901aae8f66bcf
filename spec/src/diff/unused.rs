//! Named schemas and other components that no operation of both documents leads to.
//!
//! [`compare`] makes units of them, so that nothing of a document changes in silence. What only callbacks, links and
//! webhooks carry is [`unseen`]: nobody compares those, so that nothing is known of it.

use std::collections::HashSet;

use serde_json::Value;

use super::Subject;
use super::fact::{Fact, Findings, Unit};
use super::node::{self, Node, Reference};
use super::schema::Engine;
use super::{order, shared};
use crate::document::{Pointer, operations};

/// Compares the components that nothing led to.
pub(super) fn compare(engine: &mut Engine<'_>) {
    let names = |document| Node::schemas(document).into_iter().flat_map(|all| all.keys().map(String::as_str));
    let schemas = order::in_order(names(engine.old), names(engine.new));
    let schemas = schemas.into_iter().map(|name| Subject::Schema { name: name.to_owned() });
    let others = shared::names(engine.old, engine.new);
    let others = others.into_iter().map(|(kind, name)| Subject::Shared { kind, name });
    let carried = (carried(engine.old), carried(engine.new));
    for subject in others.chain(schemas) {
        let (old, new) = (place(engine.old, &subject), place(engine.new, &subject));
        let is_new = |new: &Node<'_>| !carried.1.contains(&new.pointer());
        let is_gone = |old: &Node<'_>| !carried.0.contains(&old.pointer());
        let Some((what, name)) = subject.named() else { continue };
        let is_schema = what == "schema";
        let fact = match (old, new) {
            (Some(old), Some(new)) => {
                engine.unit_of(subject, &old, &new);
                continue;
            }
            (None, Some(new)) if is_new(&new) => {
                let rule = if is_schema { "api-schema-added" } else { "api-component-added" };
                Fact::rule(rule, "", format!("the {what} `{name}` is new")).nodes(None, Some(&new))
            }
            (Some(old), None) if is_gone(&old) => {
                let rule = if is_schema { "api-schema-removed" } else { "api-component-removed" };
                Fact::rule(rule, "", format!("the {what} `{name}` is gone")).nodes(Some(&old), None)
            }
            _ => continue,
        };
        let mut found = Findings::default();
        found.push_text(fact);
        engine.units.push(Unit { subject, sides: None, found });
    }
}

/// The components that something leads to which is not compared.
pub(super) fn unseen(old: &Value, new: &Value) -> HashSet<Subject> {
    let mut found = HashSet::new();
    for document in [old, new] {
        let all = operations(document);
        let inside = all.iter().flat_map(|operation| {
            let answers = operation.responses().into_iter().filter_map(|(.., answer)| answer.get("links"));
            operation.value.get("callbacks").into_iter().chain(answers)
        });
        for pointer in reached(document, inside.chain(document.get("webhooks"))) {
            let named = shared::named(&pointer).map(|(kind, name)| Subject::Shared { kind, name });
            let schema =
                || Node::is_schema(&pointer).then(|| Subject::Schema { name: pointer.last().into() });
            found.extend(named.or_else(schema));
        }
    }
    found
}

fn place<'a>(document: &'a Value, subject: &Subject) -> Option<Node<'a>> {
    match subject {
        Subject::Schema { name } => Node::schema(document, name),
        Subject::Shared { kind, name } => shared::node(document, *kind, name),
        _ => None,
    }
}

/// The places that the paths lead to.
fn carried(document: &Value) -> HashSet<Pointer> {
    reached(document, document.get("paths").into_iter())
}

/// The places that references lead to, from these values on.
fn reached<'a>(document: &'a Value, from: impl Iterator<Item = &'a Value>) -> HashSet<Pointer> {
    let mut waiting = Vec::new();
    from.for_each(|value| node::references(value, &mut waiting));
    let mut targets: HashSet<&str> = HashSet::new();
    let mut found = HashSet::new();
    while let Some(Reference { target, .. }) = waiting.pop() {
        if !targets.insert(target) {
            continue;
        }
        let Some(pointer) = Pointer::from_reference(target) else { continue };
        if let Some(value) = pointer.get(document) {
            node::references(value, &mut waiting);
        }
        found.insert(pointer);
    }
    found
}
