//! Demands that are not larger or smaller: patterns, formats, encodings, multiples. Two of them say nothing about each
//! other unless they are equal, or are formats of which one is known to lie within the other.

use serde_json::{Value, json};

use super::super::fact::{At, Findings};
use super::super::formats;
use super::super::node::Node;
use super::bounds::lengths;
use super::scalar::{about, shown};
use super::types::{Types, same_value};
use super::view::View;

pub(super) fn strings(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
    lengths(found, old, new, at);
    each_of(found, "pattern", ["pattern-added", "pattern-removed", "pattern-changed"], old, new, at);
    for keyword in ["contentEncoding", "contentMediaType"] {
        each_of(found, keyword, ["content-encoding-changed"; 3], old, new, at);
    }
}

/// Formats of strings and of numbers.
pub(super) fn formats(found: &mut Findings, common: Types, old: &View<'_>, new: &View<'_>, at: &At) {
    if common.meets(Types::STRING.with(Types::NUMBER)) {
        let within = |one: &[Node<'_>], other: &[Node<'_>]| {
            // Each of `other` is asked for by one of these already.
            other.iter().all(|outer| one.iter().any(|inner| is_within(inner, outer)))
        };
        let changed = match (all(old, "format"), all(new, "format")) {
            (before, after) if within(&before, &after) => "format-generalized",
            (before, after) if within(&after, &before) => "format-specialized",
            _ => "format-changed",
        };
        each_of(found, "format", ["format-added", "format-removed", changed], old, new, at);
    }
}

pub(super) fn multiple(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
    let kinds = ["multiple-of-added", "multiple-of-removed", "multiple-of-changed"];
    each_of(found, "multipleOf", kinds, old, new, at);
}

fn is_within(inner: &Node<'_>, outer: &Node<'_>) -> bool {
    let (inner, outer) = (inner.value.as_str(), outer.value.as_str());
    inner.zip(outer).is_some_and(|(inner, outer)| formats::is_within(inner, outer))
}

fn all<'a>(view: &View<'a>, keyword: &str) -> Vec<Node<'a>> {
    view.all(keyword).collect()
}

/// A pattern without what it need not say: it is searched for, so `.*` at its ends adds nothing.
fn searched(pattern: &str) -> &str {
    let mut rest = pattern;
    while let Some(shorter) = rest.strip_suffix(".*") {
        let escaped = shorter.len() - shorter.trim_end_matches('\\').len();
        if escaped % 2 == 1 {
            break;
        }
        rest = shorter;
    }
    while let Some(shorter) = rest.strip_prefix(".*") {
        if shorter.starts_with(['?', '+', '*', '{']) {
            break;
        }
        rest = shorter;
    }
    rest
}

/// Whether two values of `keyword` ask for the same.
fn same(keyword: &str, left: &Value, right: &Value) -> bool {
    match (keyword, left, right) {
        ("pattern", Value::String(left), Value::String(right)) => searched(left) == searched(right),
        _ => same_value(left, right),
    }
}

/// Whether a value of `keyword` asks for anything.
fn asks(keyword: &str, value: &Value) -> bool {
    match (keyword, value) {
        ("pattern", Value::String(pattern)) => !matches!(searched(pattern), "" | "^" | "$"),
        _ => true,
    }
}

/// Compares a keyword of which every occurrence must hold and two say nothing about each other.
fn each_of(
    found: &mut Findings,
    keyword: &str,
    [added, removed, changed]: [&'static str; 3],
    old: &View<'_>,
    new: &View<'_>,
    at: &At,
) {
    let says = |node: &Node<'_>| asks(keyword, node.value);
    let (before, after): (Vec<Node<'_>>, Vec<Node<'_>>) =
        (old.all(keyword).filter(says).collect(), new.all(keyword).filter(says).collect());
    let gone = |one: &[Node<'_>], other: &[Node<'_>]| -> Vec<Value> {
        let is_in = |node: &Node<'_>| other.iter().any(|other| same(keyword, other.value, node.value));
        one.iter().filter(|node| !is_in(node)).map(|node| node.value.clone()).collect()
    };
    let (lost, won) = (gone(&before, &after), gone(&after, &before));
    let one = |mut values: Vec<Value>| if values.len() == 1 { values.pop() } else { Some(json!(values)) };
    let (kind, before, after, message) = match (lost.is_empty(), won.is_empty()) {
        (true, true) => return,
        (true, false) => {
            let won = one(won);
            (added, None, won.clone(), format!("`{keyword}` {} is asked for now", code(won.as_ref())))
        }
        (false, true) => {
            let lost = one(lost);
            (
                removed,
                lost.clone(),
                None,
                format!("`{keyword}` {} is no longer asked for", code(lost.as_ref())),
            )
        }
        (false, false) => {
            let (lost, won) = (one(lost), one(won));
            let message = format!("`{keyword}` is {}, was {}", code(won.as_ref()), code(lost.as_ref()));
            (changed, lost, won, message)
        }
    };
    found.push(about(kind, keyword, old, new, at, message).values(before, after));
}

fn code(value: Option<&Value>) -> String {
    value.map(|value| format!("`{}`", shown(value))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_searched_for() {
        for (pattern, rest) in [
            ("^ses.*", "^ses"),
            (".*ses.*.*", "ses"),
            (r"^a\.*", r"^a\.*"),
            (r"^a\\.*", r"^a\\"),
            ("^ses.*$", "^ses.*$"),
            (".*?a", ".*?a"),
            (".*", ""),
        ] {
            assert_eq!(searched(pattern), rest, "{pattern}");
        }
    }
}
