//! Annotations: what a schema or an operation says to people, and what it says about a value without allowing or
//! refusing one (`default`, `deprecated`, `readOnly`).

use serde_json::{Map, Value};

use super::super::fact::{At, Fact, Findings, Kind, Spot};
use super::super::node::Node;
use super::Sub;
use super::canonical::Conjunction;
use super::scalar::cut;
use super::types::same_value;

/// Texts, each with the rule of its change.
const TEXTS: [(&str, &str); 9] = [
    ("summary", "summary-changed"),
    ("description", "description-changed"),
    ("title", "title-changed"),
    ("example", "example-changed"),
    ("examples", "example-changed"),
    ("externalDocs", "external-docs-changed"),
    ("$comment", "comment-changed"),
    ("xml", "xml-changed"),
    ("termsOfService", "description-changed"),
];

/// Compares the texts of two objects with keywords: operations, parameters, answers.
pub(in super::super) fn texts(found: &mut Findings, old: &Node<'_>, new: &Node<'_>, at: &At) {
    every_text(found, std::slice::from_ref(old), std::slice::from_ref(new), (old, new), at);
}

/// Compares the annotations of two schemas: the outermost speaks for the whole.
pub(super) fn compare(
    found: &mut Findings,
    left: &Conjunction<'_>,
    right: &Conjunction<'_>,
    old: &Sub<'_>,
    new: &Sub<'_>,
    at: &At,
) {
    let places = (&old.place, &new.place);
    every_text(found, &left.notes, &right.notes, places, at);
    let change = |keyword: &str| -> Option<(Option<Node<'_>>, Option<Node<'_>>)> {
        let (before, after) = (said(&left.notes, keyword), said(&right.notes, keyword));
        let same = match (&before, &after) {
            (Some(before), Some(after)) => same_value(before.value, after.value),
            (None, None) => true,
            _ => false,
        };
        (!same).then_some((before, after))
    };
    let spot = |place: &Node<'_>, at: &Option<Node<'_>>| Spot::within(place, at.as_ref().unwrap_or(place));
    let value = |node: &Option<Node<'_>>| node.as_ref().map(|node| node.value.clone());
    if let Some((before, after)) = change("default") {
        let word = |node: &Option<Node<'_>>| {
            node.as_ref().map_or_else(String::new, |node| format!("`{}`", cut(node.value.to_string())))
        };
        let (was, is) = (word(&before), word(&after));
        let (kind, message) = match (&before, &after) {
            (Some(_), Some(_)) => ("default-value-changed", format!("the default is {is}, was {was}")),
            (Some(_), None) => ("default-value-removed", format!("the default {was} is gone")),
            (None, _) => ("default-value-added", format!("there is a default now, {is}")),
        };
        let fact = Fact::new(Kind::Schema(kind), at, message)
            .spots(Some(spot(&old.place, &before)), Some(spot(&new.place, &after)))
            .values(value(&before), value(&after));
        found.push(fact);
    }
    if let Some((before, after)) = change("deprecated") {
        let is = |node: &Option<Node<'_>>| node.as_ref().is_some_and(|node| node.value == &Value::Bool(true));
        let rule = match (is(&before), is(&after)) {
            (false, true) => Some(("deprecated", "it is deprecated now")),
            (true, false) => Some(("reactivated", "it is no longer deprecated")),
            _ => None,
        };
        if let Some((kind, message)) = rule {
            let fact = Fact::new(Kind::Schema(kind), at, message)
                .spots(Some(spot(&old.place, &before)), Some(spot(&new.place, &after)));
            found.push(fact);
        }
    }
    for (keyword, kind) in [
        ("readOnly", "access-changed"),
        ("writeOnly", "access-changed"),
        ("discriminator", "discriminator-changed"),
    ] {
        let Some((before, after)) = change(keyword) else { continue };
        let off =
            |node: &Option<Node<'_>>| node.as_ref().is_none_or(|node| node.value == &Value::Bool(false));
        if off(&before) && off(&after) {
            continue;
        }
        let fact = Fact::new(Kind::Schema(kind), at, format!("`{keyword}` changed"))
            .spots(Some(spot(&old.place, &before)), Some(spot(&new.place, &after)))
            .values(value(&before), value(&after));
        found.push(fact);
    }
}

fn every_text(
    found: &mut Findings,
    left: &[Node<'_>],
    right: &[Node<'_>],
    places: (&Node<'_>, &Node<'_>),
    at: &At,
) {
    let mut one = |keyword: &str, rule: &'static str| {
        let (before, after) = (said(left, keyword), said(right, keyword));
        if before.as_ref().map(|node| node.value) == after.as_ref().map(|node| node.value) {
            return;
        }
        let message = match (&before, &after) {
            (None, _) => format!("`{keyword}` is new"),
            (_, None) => format!("`{keyword}` is gone"),
            _ => format!("`{keyword}` changed"),
        };
        let spot = |place: &Node<'_>, node: &Option<Node<'_>>| {
            Some(Spot::within(place, node.as_ref().unwrap_or(place)))
        };
        let fact = Fact::rule(rule, at, message)
            .spots(spot(places.0, &before), spot(places.1, &after))
            .values(before.map(|node| node.value.clone()), after.map(|node| node.value.clone()));
        found.push_text(fact);
    };
    for (keyword, rule) in TEXTS {
        one(keyword, rule);
    }
    let mut extensions: Vec<&str> = left
        .iter()
        .chain(right)
        .filter_map(Node::object)
        .flat_map(Map::keys)
        .filter(|key| key.starts_with("x-"))
        .map(String::as_str)
        .collect();
    extensions.sort_unstable();
    extensions.dedup();
    for keyword in extensions {
        one(keyword, "extension-changed");
    }
}

/// The outermost annotation `keyword`.
fn said<'a>(notes: &[Node<'a>], keyword: &str) -> Option<Node<'a>> {
    notes.iter().find_map(|node| node.get(keyword))
}
