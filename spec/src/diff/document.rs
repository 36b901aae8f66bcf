//! Compares what is said about the document as a whole, and keywords that no one else compares.

use serde_json::{Value, json};

use super::fact::{At, Fact, Findings, Spot};
use super::node::Node;
use super::order;
use super::schema::texts;
use super::security;
use crate::document::{Pointer, reference};

/// Keywords of the document itself that have a rule of their own.
const RULES: [(&str, &str, &str); 4] = [
    ("openapi", "openapi-version-changed", "the version of OpenAPI changed"),
    ("jsonSchemaDialect", "api-keyword-changed", "the dialect of the schemas changed"),
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
    servers(found, (old, new), (&[], &[]));
    info(found, old, new);
    security::of_documents(found, old, new);
    components(found, old, new);
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

/// Compares the addresses at which one of the two says that servers are. Where the other says nothing, what stands
/// around it holds.
pub(super) fn servers(
    found: &mut Findings,
    (old, new): (&Node<'_>, &Node<'_>),
    (around_old, around_new): (&[Node<'_>], &[Node<'_>]),
) {
    let own = |node: &Node<'_>| said(node).is_some();
    if !own(old) && !own(new) {
        return;
    }
    let usual = || vec![json!({"url": "/"})];
    let all = |node: &Node<'_>, around: &[Node<'_>]| -> Vec<Value> {
        said(node).or_else(|| around.iter().find_map(said)).map_or_else(usual, <[Value]>::to_vec)
    };
    let (before, after) = (all(old, around_old), all(new, around_new));
    if before == after {
        return;
    }
    let addresses = |servers: &[Value]| servers.iter().map(address).collect::<Vec<_>>();
    let (had, has) = (addresses(&before), addresses(&after));
    let (rule, message) = if had == has {
        ("description-changed", "what is said of the addresses of the servers changed")
    } else if had.first() == has.first() && had.iter().all(|address| has.contains(address)) {
        ("api-server-added", "there is a further address of a server")
    } else {
        ("api-servers-changed", "the addresses of the servers changed")
    };
    let shown = |node: &Node<'_>| Some(Spot::within(node, &node.get("servers").unwrap_or(node.clone())));
    let fact = Fact::rule(rule, &At::default().member("servers"), message).spots(shown(old), shown(new));
    found.push_text(fact.values(Some(json!(before)), Some(json!(after))));
}

/// The servers that are listed at `node`; none is as good as no list.
fn said<'a>(node: &Node<'a>) -> Option<&'a [Value]> {
    let servers = node.value.get("servers")?.as_array()?;
    (!servers.is_empty()).then_some(servers)
}

/// What of a server is not a text.
fn address(server: &Value) -> Value {
    let mut address = server.clone();
    let variables = address.get_mut("variables").and_then(Value::as_object_mut);
    let variables = variables.into_iter().flat_map(serde_json::Map::values_mut);
    for members in variables.filter_map(Value::as_object_mut) {
        members.shift_remove("description");
    }
    if let Some(members) = address.as_object_mut() {
        members.retain(|name, _| name != "description" && !name.starts_with("x-"));
    }
    address
}

/// Compares the components that nobody else does.
fn components(found: &mut Findings, old: &Node<'_>, new: &Node<'_>) {
    const COMPARED: [&str; 6] =
        ["schemas", "parameters", "headers", "requestBodies", "responses", "securitySchemes"];
    let (had, has) = (old.get("components"), new.get("components"));
    for (name, left, right) in order::members(had.as_ref(), has.as_ref()) {
        if COMPARED.contains(&name) {
            continue;
        }
        let side = |section: &Option<Node<'_>>| -> Option<Value> {
            let section = section.as_ref()?;
            let mut value = section.value.clone();
            if let (Some(items), "pathItems") = (value.as_object_mut(), name) {
                items.retain(|item, _| !is_path(section.document(), item));
            }
            Some(value).filter(|value| value.as_object().is_none_or(|items| !items.is_empty()))
        };
        let (before, after) = (side(&left), side(&right));
        if before == after {
            continue;
        }
        let (rule, message) = match name {
            "examples" => ("example-changed", "the named examples changed".to_owned()),
            name if name.starts_with("x-") => ("extension-changed", format!("`{name}` changed")),
            name => ("api-keyword-changed", format!("`{name}` changed, which this tool does not compare")),
        };
        let at = At::default().member("components").member(name);
        let fact = Fact::rule(rule, &at, message)
            .spots(spot(had.as_ref().unwrap_or(old), &left), spot(has.as_ref().unwrap_or(new), &right));
        found.push_text(fact.values(before, after));
    }
}

/// Whether a path of the document is this item; then it is compared as that.
fn is_path(document: &Value, item: &str) -> bool {
    let here = Pointer::root().below(&["components", "pathItems", item]);
    let paths = document.get("paths").and_then(Value::as_object).into_iter().flatten();
    paths.filter_map(|(_, path)| reference(path)).filter_map(Pointer::from_reference).any(|at| at == here)
}

fn info(found: &mut Findings, old: &Node<'_>, new: &Node<'_>) {
    let (left, right) = match (old.get("info"), new.get("info")) {
        (Some(left), Some(right)) => (left, right),
        (None, None) => return,
        (left, right) => {
            let message = if left.is_some() { "`info` is gone" } else { "`info` is new" };
            let fact = Fact::rule("api-info-changed", &At::default().member("info"), message)
                .spots(spot(old, &left), spot(new, &right));
            found.push_text(fact.values(value(&left).cloned(), value(&right).cloned()));
            return;
        }
    };
    for (name, before, after) in order::members(Some(&left), Some(&right)) {
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
    for (name, left, right) in order::members(Some(old), Some(new)) {
        if known.contains(&name) || TEXTS.contains(&name) || name.starts_with("x-") {
            continue;
        }
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
