//! Compares the parameters of an operation; those of its path count as its own.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::document::keywords;
use super::fact::{At, Fact, Findings, Kind, Spot};
use super::message;
use super::node::Node;
use super::operation::at_both;
use super::schema::{Engine, Sub, texts};
use crate::document::{Operation, Parameter};

/// What identifies a parameter. Variables of a path are known by their position, header names have no case.
fn key(parameter: &Parameter<'_>, variables: &[&str]) -> (String, String) {
    let name = match parameter.place {
        "path" => match variables.iter().position(|name| *name == parameter.name) {
            Some(position) => position.to_string(),
            None => parameter.name.to_owned(),
        },
        "header" => parameter.name.to_ascii_lowercase(),
        _ => parameter.name.to_owned(),
    };
    (parameter.place.to_owned(), name)
}

pub(super) fn compare_all<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    old: &Operation<'a>,
    new: &Operation<'a>,
) {
    let keyed = |operation: &Operation<'a>| -> Vec<((String, String), Parameter<'a>)> {
        let variables = operation.path_variables();
        operation.parameters().into_iter().map(|parameter| (key(&parameter, &variables), parameter)).collect()
    };
    let before = keyed(old);
    let mut partners: HashMap<(String, String), Parameter<'a>> = before.iter().cloned().collect();
    let mut added = Vec::new();
    let mut pairs = Vec::new();
    for (key, parameter) in keyed(new) {
        match partners.remove(&key) {
            Some(partner) => pairs.push((partner, parameter)),
            None => added.push(parameter),
        }
    }
    let mut gone: Vec<Parameter<'a>> = before
        .into_iter()
        .filter(|(key, _)| partners.contains_key(key))
        .map(|(_, parameter)| parameter)
        .collect();
    for (before, after) in pairs {
        compare(engine, found, &before, &after);
    }
    for parameter in added {
        // The same name in another place is the same parameter, moved.
        match gone.iter().position(|other| other.name == parameter.name) {
            Some(index) => {
                let other = gone.remove(index);
                let message = format!(
                    "the parameter `{}` moved from {} to {}",
                    parameter.name, other.place, parameter.place
                );
                let (left, right) = (node(engine.old, &other), node(engine.new, &parameter));
                let values = (Some(json!(other.place)), Some(json!(parameter.place)));
                let at = way(&parameter);
                found.push(at_both(
                    Kind::Rule("request-parameter-place-changed"),
                    &at,
                    message,
                    &left,
                    &right,
                    values,
                ));
                compare(engine, found, &other, &parameter);
            }
            None => {
                let (rule, word) = match parameter.required {
                    true => ("new-required-request-parameter", "required"),
                    false => ("new-optional-request-parameter", "optional"),
                };
                let message = format!("the {word} {} parameter `{}` is new", parameter.place, parameter.name);
                let holder = Node::new(engine.old, old.pointer.clone(), old.value);
                let fact = Fact::rule(rule, &way(&parameter), message)
                    .spots(None, Some(Spot::of(&node(engine.new, &parameter))));
                let _ = holder;
                found.push(fact.values(None, Some(json!(parameter.name))));
            }
        }
    }
    for parameter in gone {
        let message = format!("the {} parameter `{}` is gone", parameter.place, parameter.name);
        let fact = Fact::rule("request-parameter-removed", &way(&parameter), message)
            .spots(Some(Spot::of(&node(engine.old, &parameter))), None);
        found.push(fact.values(Some(json!(parameter.name)), None));
    }
}

fn node<'a>(document: &'a Value, parameter: &Parameter<'a>) -> Node<'a> {
    Node::new(document, parameter.pointer.clone(), parameter.value)
}

fn way(parameter: &Parameter<'_>) -> At {
    At::start(format!("{} parameter {}", parameter.place, parameter.name))
}

fn compare<'a>(engine: &mut Engine<'a>, found: &mut Findings, old: &Parameter<'a>, new: &Parameter<'a>) {
    let (left, right) = (node(engine.old, old), node(engine.new, new));
    let at = way(new);
    if old.place == "path" && new.place == "path" && old.name != new.name {
        let message = format!("the variable is called `{}`, was `{}`", new.name, old.name);
        let values = (Some(json!(old.name)), Some(json!(new.name)));
        let fact = at_both(Kind::Rule("request-path-parameter-renamed"), &at, message, &left, &right, values);
        found.push(fact.because("only its value travels, at the place that it had"));
    }
    let required = match (old.required, new.required) {
        (false, true) => Some(("request-parameter-became-required", "is required now")),
        (true, false) => Some(("request-parameter-became-optional", "is no longer required")),
        _ => None,
    };
    if let Some((rule, what)) = required {
        let message = format!("the parameter `{}` {what}", new.name);
        found.push(at_both(Kind::Rule(rule), &at, message, &left, &right, (None, None)));
    }
    let is = |node: &Node<'a>, keyword: &str| node.value.get(keyword) == Some(&Value::Bool(true));
    let deprecation = match (is(&left, "deprecated"), is(&right, "deprecated")) {
        (false, true) => Some(("request-parameter-deprecated", "is deprecated now")),
        (true, false) => Some(("request-parameter-reactivated", "is no longer deprecated")),
        _ => None,
    };
    if let Some((rule, what)) = deprecation {
        let message = format!("the parameter `{}` {what}", new.name);
        found.push(at_both(Kind::Rule(rule), &at, message, &left, &right, (None, None)));
    }
    let (before, after) = (serialization(&left), serialization(&right));
    if before != after && old.place == new.place {
        let message = "the way in which the value is written changed";
        let values = (Some(before), Some(after));
        found.push(at_both(
            Kind::Rule("request-parameter-serialization-changed"),
            &at,
            message,
            &left,
            &right,
            values,
        ));
    }
    texts(found, &left, &right, &at);
    found.parameter = true;
    let schema = |node: &Node<'a>| Sub::all(node.get("schema").into_iter().collect(), node);
    engine.compare(found, &schema(&left), &schema(&right), &at);
    message::contents(engine, found, (&left, &right), &at, message::Of::Parameter);
    found.parameter = false;
    let known = [
        "name",
        "in",
        "required",
        "deprecated",
        "schema",
        "content",
        "style",
        "explode",
        "allowReserved",
        "allowEmptyValue",
    ];
    keywords(found, (&left, &right), &known, &at);
}

/// How a value becomes text, with what is meant where nothing is said.
fn serialization(parameter: &Node<'_>) -> Value {
    let place = parameter.value.get("in").and_then(Value::as_str);
    let usual = if matches!(place, Some("query" | "cookie")) { "form" } else { "simple" };
    let style = parameter.value.get("style").and_then(Value::as_str).unwrap_or(usual);
    let flag =
        |keyword: &str, usual: bool| parameter.value.get(keyword).and_then(Value::as_bool).unwrap_or(usual);
    let mut said = vec![style];
    // It matters to lists and objects only, but what those are may be a name away.
    if flag("explode", style == "form") {
        said.push("explode");
    }
    if flag("allowReserved", false) {
        said.push("allowReserved");
    }
    if flag("allowEmptyValue", false) {
        said.push("allowEmptyValue");
    }
    if parameter.value.get("content").is_some() {
        return json!("content");
    }
    json!(said.join(" "))
}
