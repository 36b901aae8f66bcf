//! Compares what travels: bodies, answers, their media types and headers.

use serde_json::{Value, json};

use super::document::keywords;
use super::fact::{At, Fact, Findings, Kind, Spot};
use super::node::Node;
use super::operation::{at_both, meant};
use super::order::in_order;
use super::schema::{Engine, Sub, texts};
use super::shared;
use crate::document::Operation;

/// What a `content` belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Body,
    Answer,
    Parameter,
}

/// Compares the bodies of a request.
pub(super) fn bodies<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    old: &Operation<'a>,
    new: &Operation<'a>,
    (left, right): (&Node<'a>, &Node<'a>),
) {
    let at = At::start("body");
    let body = |document: &'a Value, operation: &Operation<'a>| {
        operation.body().map(|(pointer, value)| Node::new(document, pointer, value))
    };
    match (body(engine.old, old), body(engine.new, new)) {
        (None, None) => {}
        (None, Some(body)) => {
            let (rule, message) = match is_required(&body) {
                true => ("request-body-added-required", "there is a required body now"),
                false => ("request-body-added-optional", "there is an optional body now"),
            };
            let fact = Fact::rule(rule, &at, message);
            found.push(fact.spots(Some(Spot::of(left)), Some(Spot::of(&body))));
        }
        (Some(body), None) => {
            let fact = Fact::rule("request-body-removed", &at, "there is no body any more");
            found.push(fact.spots(Some(Spot::of(&body)), Some(Spot::of(right))));
        }
        (Some(before), Some(after)) => {
            if !shared::link(engine, found, &before, &after) {
                self::body(engine, found, &before, &after, &at);
            }
        }
    }
}

fn is_required(node: &Node<'_>) -> bool {
    node.value.get("required") == Some(&Value::Bool(true))
}

/// Compares two bodies.
pub(super) fn body<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    old: &Node<'a>,
    new: &Node<'a>,
    at: &At,
) {
    let rule = match (is_required(old), is_required(new)) {
        (false, true) => Some(("request-body-became-required", "the body is required now")),
        (true, false) => Some(("request-body-became-optional", "the body is no longer required")),
        _ => None,
    };
    if let Some((rule, message)) = rule {
        found.push(at_both(Kind::Rule(rule), at, message, old, new, (None, None)));
    }
    texts(found, old, new, at);
    contents(engine, found, (old, new), at, Of::Body);
    keywords(found, (old, new), &["required", "content"], at);
}

/// Compares the answers by status.
pub(super) fn answers<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    old: &Operation<'a>,
    new: &Operation<'a>,
    (left, right): (&Node<'a>, &Node<'a>),
) {
    let (before, after) = (old.responses(), new.responses());
    // Where no success is described, `default` stands for it.
    let described = before.iter().chain(&after).any(|(status, ..)| status.starts_with('2'));
    let success = |status: &str| status.starts_with('2') || (status == "default" && !described);
    let statuses =
        in_order(before.iter().map(|(status, ..)| *status), after.iter().map(|(status, ..)| *status));
    for status in statuses {
        let one = |document: &'a Value, side: &[(&'a str, crate::document::Pointer, &'a Value)]| {
            let (_, pointer, value) = side.iter().find(|(known, ..)| *known == status)?;
            Some(Node::new(document, pointer.clone(), value))
        };
        let at = At::start(format!("answer {status}"));
        match (one(engine.old, &before), one(engine.new, &after)) {
            (Some(old), Some(new)) => {
                if !shared::link(engine, found, &old, &new) {
                    answer(engine, found, &old, &new, &at);
                }
            }
            (None, Some(new)) => {
                let rule = match success(status) {
                    true => "response-success-status-added",
                    false => "response-non-success-status-added",
                };
                let fact = Fact::rule(rule, &at, format!("the status {status} is new"))
                    .spots(Some(Spot::of(left)), Some(Spot::of(&new)));
                found.push(fact.values(None, Some(json!(status))));
            }
            (Some(old), None) => {
                let rule = match success(status) {
                    true => "response-success-status-removed",
                    false => "response-non-success-status-removed",
                };
                let fact = Fact::rule(rule, &at, format!("the status {status} is gone"))
                    .spots(Some(Spot::of(&old)), Some(Spot::of(right)));
                found.push(fact.values(Some(json!(status)), None));
            }
            (None, None) => {}
        }
    }
}

/// Compares two answers.
pub(super) fn answer<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    old: &Node<'a>,
    new: &Node<'a>,
    at: &At,
) {
    texts(found, old, new, at);
    contents(engine, found, (old, new), at, Of::Answer);
    headers(engine, found, old, new, at);
    keywords(found, (old, new), &["content", "headers"], at);
}

fn headers<'a>(engine: &mut Engine<'a>, found: &mut Findings, old: &Node<'a>, new: &Node<'a>, at: &At) {
    let read = |node: &Node<'a>| -> Vec<(String, Node<'a>)> {
        let headers = node.get("headers").map(|headers| headers.members().collect::<Vec<_>>());
        // Names of headers have no case.
        headers
            .unwrap_or_default()
            .into_iter()
            .map(|(name, node)| (name.to_ascii_lowercase(), meant(&node)))
            .collect()
    };
    let (before, after) = (read(old), read(new));
    for name in
        in_order(before.iter().map(|(name, _)| name.as_str()), after.iter().map(|(name, _)| name.as_str()))
    {
        let at = at.then(&format!("header {name}, "));
        let one = |side: &[(String, Node<'a>)]| {
            side.iter().find(|(known, _)| known == name).map(|(_, node)| node.clone())
        };
        match (one(&before), one(&after)) {
            (Some(left), Some(right)) => {
                if !shared::link(engine, found, &left, &right) {
                    header(engine, found, &left, &right, &at);
                }
            }
            (None, Some(right)) => {
                let fact = Fact::rule("response-header-added", &at, format!("the header `{name}` is new"))
                    .spots(Some(Spot::of(old)), Some(Spot::of(&right)));
                found.push(fact);
            }
            (Some(left), None) => {
                let rule = match is_required(&left) {
                    true => "required-response-header-removed",
                    false => "optional-response-header-removed",
                };
                let fact = Fact::rule(rule, &at, format!("the header `{name}` is gone"))
                    .spots(Some(Spot::of(&left)), Some(Spot::of(new)));
                found.push(fact);
            }
            (None, None) => {}
        }
    }
}

/// Compares two headers.
pub(super) fn header<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    old: &Node<'a>,
    new: &Node<'a>,
    at: &At,
) {
    let rule = match (is_required(old), is_required(new)) {
        (true, false) => Some(("response-header-became-optional", "the header may be missing now")),
        (false, true) => Some(("response-header-became-required", "the header is always there now")),
        _ => None,
    };
    if let Some((rule, message)) = rule {
        found.push(at_both(Kind::Rule(rule), at, message, old, new, (None, None)));
    }
    texts(found, old, new, at);
    let schema = |node: &Node<'a>| Sub::all(node.get("schema").into_iter().collect(), node);
    engine.compare(found, &schema(old), &schema(new), at);
    keywords(found, (old, new), &["required", "schema", "deprecated"], at);
}

/// Compares the media types of `content`, and what each carries.
pub(super) fn contents<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    (old, new): (&Node<'a>, &Node<'a>),
    at: &At,
    of: Of,
) {
    let read = |node: &Node<'a>| -> Vec<(String, Node<'a>)> {
        let media = node.get("content").map(|content| content.members().collect::<Vec<_>>());
        media.unwrap_or_default().into_iter().map(|(name, node)| (plain(name), node)).collect()
    };
    let (before, after) = (read(old), read(new));
    // The usual one alone needs no name.
    let usual = |side: &[(String, Node<'a>)]| {
        matches!(side, [] | [_]) && side.iter().all(|(name, _)| name == "application/json")
    };
    let silent = usual(&before) && usual(&after);
    for name in
        in_order(before.iter().map(|(name, _)| name.as_str()), after.iter().map(|(name, _)| name.as_str()))
    {
        let at = if silent { at.clone() } else { at.then(&format!("{name}, ")) };
        let one = |side: &[(String, Node<'a>)]| {
            side.iter().find(|(known, _)| known == name).map(|(_, node)| node.clone())
        };
        match (one(&before), one(&after)) {
            (Some(left), Some(right)) => media(engine, found, &left, &right, &at),
            (None, Some(right)) => {
                let rule = match of {
                    Of::Body => "request-body-media-type-added",
                    Of::Answer => "response-media-type-added",
                    Of::Parameter => continue,
                };
                let fact = Fact::rule(rule, &at, format!("the media type `{name}` is new"))
                    .spots(Some(Spot::of(old)), Some(Spot::of(&right)));
                found.push(fact.values(None, Some(json!(name))));
            }
            (Some(left), None) => {
                let rule = match of {
                    Of::Body => "request-body-media-type-removed",
                    Of::Answer => "response-media-type-removed",
                    Of::Parameter => continue,
                };
                let fact = Fact::rule(rule, &at, format!("the media type `{name}` is gone"))
                    .spots(Some(Spot::of(&left)), Some(Spot::of(new)));
                found.push(fact.values(Some(json!(name)), None));
            }
            (None, None) => {}
        }
    }
}

fn media<'a>(engine: &mut Engine<'a>, found: &mut Findings, old: &Node<'a>, new: &Node<'a>, at: &At) {
    texts(found, old, new, at);
    for keyword in ["schema", "itemSchema"] {
        let schema = |node: &Node<'a>| Sub::all(node.get(keyword).into_iter().collect(), node);
        engine.compare(found, &schema(old), &schema(new), at);
    }
    keywords(found, (old, new), &["schema", "itemSchema"], at);
}

/// A media type as it is compared: its names and parameters have no case, spaces say nothing.
fn plain(name: &str) -> String {
    name.to_ascii_lowercase().replace(' ', "")
}
