//! Compares what travels: bodies, answers, their media types and headers.

use serde_json::{Value, json};

use super::document::keywords;
use super::fact::{At, Fact, Findings, Spot};
use super::node::Node;
use super::operation::{flag, is_set, meant};
use super::order::{Sides, paired};
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
            let (rule, message) = match is_set(&body, "required") {
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

/// Compares two bodies.
pub(super) fn body<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    old: &Node<'a>,
    new: &Node<'a>,
    at: &At,
) {
    let required = [
        ("request-body-became-required", "is required now"),
        ("request-body-became-optional", "is no longer required"),
    ];
    flag(found, (old, new), at, "required", "the body", required);
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
    let named = |document: &'a Value, operation: &Operation<'a>| -> Vec<(&'a str, Node<'a>)> {
        let node = |(status, pointer, value)| (status, Node::new(document, pointer, value));
        operation.responses().into_iter().map(node).collect()
    };
    let (before, after) = (named(engine.old, old), named(engine.new, new));
    // Where no success is described, `default` stands for it.
    let described = before.iter().chain(&after).any(|(status, _)| status.starts_with('2'));
    let success = |status: &str| status.starts_with('2') || (status == "default" && !described);
    for (status, sides) in paired(&before, &after) {
        let at = At::start(format!("answer {status}"));
        match sides {
            Sides::Both(old, new) => {
                if !shared::link(engine, found, old, new) {
                    answer(engine, found, old, new, &at);
                }
            }
            Sides::New(new) => {
                let rule = match success(status) {
                    true => "response-success-status-added",
                    false => "response-non-success-status-added",
                };
                let fact = Fact::rule(rule, &at, format!("the status {status} is new"))
                    .spots(Some(Spot::of(left)), Some(Spot::of(new)));
                found.push(fact.values(None, Some(json!(status))));
            }
            Sides::Old(old) => {
                let rule = match success(status) {
                    true => "response-success-status-removed",
                    false => "response-non-success-status-removed",
                };
                let fact = Fact::rule(rule, &at, format!("the status {status} is gone"))
                    .spots(Some(Spot::of(old)), Some(Spot::of(right)));
                found.push(fact.values(Some(json!(status)), None));
            }
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
    for (name, sides) in paired(&read(old), &read(new)) {
        let at = at.then(&format!("header {name}, "));
        match sides {
            Sides::Both(left, right) => {
                if !shared::link(engine, found, left, right) {
                    header(engine, found, left, right, &at);
                }
            }
            Sides::New(right) => {
                let rule = match is_set(right, "required") {
                    true => "response-required-header-added",
                    false => "response-header-added",
                };
                let fact = Fact::rule(rule, &at, format!("the header `{name}` is new"))
                    .spots(Some(Spot::of(old)), Some(Spot::of(right)));
                found.push(fact);
            }
            Sides::Old(left) => {
                let rule = match is_set(left, "required") {
                    true => "required-response-header-removed",
                    false => "optional-response-header-removed",
                };
                let fact = Fact::rule(rule, &at, format!("the header `{name}` is gone"))
                    .spots(Some(Spot::of(left)), Some(Spot::of(new)));
                found.push(fact);
            }
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
    let required = [
        ("response-header-became-required", "is always there now"),
        ("response-header-became-optional", "may be missing now"),
    ];
    flag(found, (old, new), at, "required", "the header", required);
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
    for (name, sides) in paired(&before, &after) {
        let at = if silent { at.clone() } else { at.then(&format!("{name}, ")) };
        match sides {
            Sides::Both(left, right) => media(engine, found, left, right, &at),
            Sides::New(right) => {
                let rule = match of {
                    Of::Body => "request-body-media-type-added",
                    Of::Answer => "response-media-type-added",
                    Of::Parameter => continue,
                };
                let fact = Fact::rule(rule, &at, format!("the media type `{name}` is new"))
                    .spots(Some(Spot::of(old)), Some(Spot::of(right)));
                found.push(fact.values(None, Some(json!(name))));
            }
            Sides::Old(left) => {
                let rule = match of {
                    Of::Body => "request-body-media-type-removed",
                    Of::Answer => "response-media-type-removed",
                    Of::Parameter => continue,
                };
                let fact = Fact::rule(rule, &at, format!("the media type `{name}` is gone"))
                    .spots(Some(Spot::of(left)), Some(Spot::of(new)));
                found.push(fact.values(Some(json!(name)), None));
            }
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
