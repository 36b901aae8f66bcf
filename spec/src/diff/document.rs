//! Compares what is said about the document as a whole, and keywords that no one else compares.

use serde_json::Value;

use super::fact::{At, Fact, Findings, Spot};
use super::node::Node;
use super::order::in_order;
use super::schema::texts;
use super::security;

/// Keywords of the document itself that have a rule of their own.
const RULES: [(&str, &str, &str); 5] = [
    ("openapi", "openapi-version-changed", "the version of OpenAPI changed"),
    ("jsonSchemaDialect", "api-keyword-changed", "the dialect of the schemas changed"),
    ("servers", "api-servers-changed", "the addresses of the servers changed"),
    ("tags", "api-tags-changed", "the list of tags changed"),
    ("webhooks", "api-keyword-changed", "the webhooks changed, which this tool does not compare"),
];

/// Compares everything outside of paths and named schemas.
pub(super) fn compare(found: &mut Findings, old: &Node<'_>, new: &Node<'_>) {
    let at = At::default();
    for (keyword, rule, message) in RULES {
        let (left, right) = (old.get(keyword), new.get(keyword));
        if value(&left) != value(&right) {
            let at = at.member(keyword);
            let fact = Fact::rule(rule, &at, message).spots(spot(old, &left), spot(new, &right));
            found.push_text(fact.values(value(&left).cloned(), value(&right).cloned()));
        }
    }
    info(found, old, new);
    security::of_documents(found, old, new);
    texts(found, old, new, &at);
    let known = [
        "openapi",
        "jsonSchemaDialect",
        "servers",
        "tags",
        "webhooks",
        "info",
        "security",
        "paths",
        "components",
    ];
    keywords(found, (old, new), &known, &at);
}

fn info(found: &mut Findings, old: &Node<'_>, new: &Node<'_>) {
    let (Some(left), Some(right)) = (old.get("info"), new.get("info")) else { return };
    let names = |node: &Node<'_>| node.members().map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
    let (had, has) = (names(&left), names(&right));
    for name in in_order(had.iter().map(String::as_str), has.iter().map(String::as_str)) {
        let (before, after) = (left.get(name), right.get(name));
        if value(&before) == value(&after) {
            continue;
        }
        let (rule, message) = match name {
            "version" => ("api-version-changed", "the version changed".to_owned()),
            _ => ("api-info-changed", format!("`{name}` changed")),
        };
        let fact = Fact::rule(rule, &At::default().member("info").member(name), message)
            .spots(spot(&left, &before), spot(&right, &after));
        found.push_text(fact.values(value(&before).cloned(), value(&after).cloned()));
    }
}

/// Compares the keywords that are neither `known` (someone else compares them) nor texts.
pub(super) fn keywords(found: &mut Findings, (old, new): (&Node<'_>, &Node<'_>), known: &[&str], at: &At) {
    const TEXTS: [&str; 7] =
        ["summary", "description", "title", "example", "examples", "externalDocs", "$comment"];
    let names = |node: &Node<'_>| node.members().map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
    let (had, has) = (names(old), names(new));
    for name in in_order(had.iter().map(String::as_str), has.iter().map(String::as_str)) {
        if known.contains(&name) || TEXTS.contains(&name) || name.starts_with("x-") {
            continue;
        }
        let (left, right) = (old.get(name), new.get(name));
        if value(&left) != value(&right) {
            let message = format!("`{name}` changed, which this tool does not compare");
            let fact =
                Fact::rule("api-keyword-changed", at, message).spots(spot(old, &left), spot(new, &right));
            found.push(fact.values(value(&left).cloned(), value(&right).cloned()));
        }
    }
}

fn value<'a>(node: &Option<Node<'a>>) -> Option<&'a Value> {
    node.as_ref().map(|node| node.value)
}

fn spot(holder: &Node<'_>, node: &Option<Node<'_>>) -> Option<Spot> {
    Some(Spot::within(holder, node.as_ref().unwrap_or(holder)))
}
