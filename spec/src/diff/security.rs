//! Compares what a caller must prove, for all operations and for one.

use std::collections::BTreeSet;

use serde_json::Value;

use super::fact::{At, Fact, Findings, Spot};
use super::node::Node;
use super::order;
use super::schema::Engine;

/// The ways to get in; none means that nothing is asked for.
type Ways = BTreeSet<String>;

fn read(security: Option<&Value>) -> Ways {
    let ways = security.and_then(Value::as_array).into_iter().flatten();
    let one = |way: &Value| -> Option<String> {
        let mut schemes: Vec<String> = way
            .as_object()?
            .iter()
            .map(|(name, scopes)| {
                let scopes = scopes.as_array().into_iter().flatten().filter_map(Value::as_str);
                format!("{name}{:?}", scopes.collect::<BTreeSet<_>>())
            })
            .collect();
        schemes.sort_unstable();
        Some(schemes.join(" and "))
    };
    let ways: Ways = ways.filter_map(one).collect();
    // One that asks for nothing is as good as none, but beside others it says that those are of use.
    if ways.iter().all(String::is_empty) { Ways::new() } else { ways }
}

/// Whether a caller gets in without anything.
fn is_open(ways: &Ways) -> bool {
    ways.is_empty() || ways.contains("")
}

/// Which of three rules tells the change, and its message.
fn change(before: &Ways, after: &Ways, rules: [&'static str; 3]) -> Option<(&'static str, &'static str)> {
    let [added, removed, updated] = rules;
    match (is_open(before), is_open(after)) {
        (true, false) => Some((added, "a caller must identify itself now")),
        (false, true) => Some((removed, "a caller need not identify itself any more")),
        _ if before != after => Some((updated, "the ways for a caller to identify itself changed")),
        _ => None,
    }
}

/// Compares `security` of two operations that say so themselves; what they inherit is told once.
pub(super) fn of_operations(found: &mut Findings, engine: &Engine<'_>, left: &Node<'_>, right: &Node<'_>) {
    let own = |node: &Node<'_>| node.value.get("security").is_some();
    if !own(left) && !own(right) {
        return;
    }
    let effective =
        |node: &Node<'_>, document: &Value| read(node.value.get("security").or(document.get("security")));
    let (before, after) = (effective(left, engine.old), effective(right, engine.new));
    let rules = ["api-security-added", "api-security-removed", "api-security-updated"];
    if let Some((rule, message)) = change(&before, &after, rules) {
        found.push(fact(rule, message, left, right));
    }
}

/// Compares what holds for all operations, and the schemes themselves.
pub(super) fn of_documents(found: &mut Findings, old: &Node<'_>, new: &Node<'_>) {
    let ways = |node: &Node<'_>| read(node.value.get("security"));
    let rules = ["api-global-security-added", "api-global-security-removed", "api-global-security-updated"];
    if let Some((rule, message)) = change(&ways(old), &ways(new), rules) {
        found.push(fact(rule, message, old, new));
    }
    let (before, after) = (schemes(old), schemes(new));
    for (name, left, right) in order::members(before.as_ref(), after.as_ref()) {
        let (rule, message) = match (&left, &right) {
            (Some(left), Some(right)) if left.value == right.value => continue,
            (Some(_), Some(_)) => {
                ("api-security-component-changed", format!("the security scheme `{name}` changed"))
            }
            (None, _) => ("api-security-component-added", format!("the security scheme `{name}` is new")),
            (_, None) => ("api-security-component-removed", format!("the security scheme `{name}` is gone")),
        };
        let at = At::default().then("security scheme ").then(name);
        let fact = Fact::rule(rule, &at, message).nodes(left.as_ref(), right.as_ref());
        let value = |node: &Option<Node<'_>>| node.as_ref().map(|node| node.value.clone());
        found.push(fact.values(value(&left), value(&right)));
    }
}

fn schemes<'a>(document: &Node<'a>) -> Option<Node<'a>> {
    document.get("components")?.get("securitySchemes")
}

fn fact(rule: &'static str, message: &str, old: &Node<'_>, new: &Node<'_>) -> Fact {
    let value = |node: &Node<'_>| node.value.get("security").cloned();
    let spot =
        |node: &Node<'_>| Some(Spot::within(node, &node.get("security").unwrap_or_else(|| node.clone())));
    Fact::rule(rule, "", message).spots(spot(old), spot(new)).values(value(old), value(new))
}
