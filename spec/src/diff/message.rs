//! Compares what travels: bodies, answers, their media types and headers.

use serde_json::{Value, json};

use super::document::keywords;
use super::fact::{At, Fact, Findings, Spot};
use super::judge::flows;
use super::node::Node;
use super::operation::{flag, is_set, meant};
use super::order::{Sides, paired};
use super::schema::{Engine, Sub, texts};
use super::shared;
use super::status::{covering, is_success};
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
    let pairs = paired(&before, &after);
    let mut covered = Vec::new();
    for (status, sides) in &pairs {
        let at = At::start(format!("answer {status}"));
        match *sides {
            Sides::Both(old, new) => {
                if !shared::link(engine, found, old, new) {
                    answer(engine, found, old, new, &at);
                }
            }
            Sides::New(new) => {
                if let Some((cover, old)) = covering(status, &before) {
                    covered.push((at, format!("{cover} stood for {status}"), (old, new)));
                    continue;
                }
                let rule = match is_success(status, &after) {
                    true => "response-success-status-added",
                    false => "response-non-success-status-added",
                };
                let fact = Fact::rule(rule, &at, format!("the status {status} is new"))
                    .spots(Some(Spot::of(left)), Some(Spot::of(new)));
                found.push(fact.values(None, Some(json!(status))));
            }
            Sides::Old(old) => {
                if let Some((cover, new)) = covering(status, &after) {
                    covered.push((at, format!("{cover} stands for {status} now"), (old, new)));
                    continue;
                }
                let rule = match is_success(status, &before) {
                    true => "response-success-status-removed",
                    false => "response-non-success-status-removed",
                };
                let fact = Fact::rule(rule, &at, format!("the status {status} is gone"))
                    .spots(Some(Spot::of(old)), Some(Spot::of(right)));
                found.push(fact.values(Some(json!(status)), None));
            }
        }
    }
    // After what both name, so that the same two places are told under a status that both have.
    for (at, how, (old, new)) in covered {
        let is_it = |(left, right): (&Node<'a>, &Node<'a>)| {
            left.pointer() == old.pointer() && right.pointer() == new.pointer()
        };
        let told = |sides: &Sides<_>| matches!(*sides, Sides::Both(left, right) if is_it((left, right)));
        if !pairs.iter().any(|(_, sides)| told(sides)) {
            self::covered(engine, found, (old, new), &at, &how);
        }
    }
}

/// Compares an answer that only one contract names with that of the other which holds for its status; `how` says which.
fn covered<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    (old, new): (&Node<'a>, &Node<'a>),
    at: &At,
    how: &str,
) {
    let places = (old.pointer(), new.pointer());
    if shared::is_same(&places.0, &places.1) {
        shared::link(engine, found, old, new);
        return;
    }
    // Two statuses can share a named answer, and are covered by the same one then.
    if !found.visit(places.0, places.1) {
        return;
    }
    let before = found.facts.len();
    answer(engine, found, old, new, at);
    let told = found.facts.split_off(before);
    // These are two answers: each has texts of its own, and none of them changed.
    found.facts.extend(told.into_iter().filter(flows).map(|fact| {
        // Without quotation marks, which are for names that the change is about.
        let message = format!("{} ({how})", fact.message);
        Fact { message, ..fact }
    }));
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
