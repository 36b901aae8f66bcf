//! Compares the parameters of an operation; those of its path count as its own.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::document::keywords;
use super::fact::{At, Fact, Findings, Kind, Spot};
use super::message;
use super::node::Node;
use super::operation::{at_both, flag, is_set};
use super::schema::{Engine, Sub, texts};
use super::shared;
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
        both(engine, found, (old, &before), (new, &after));
    }
    for parameter in added {
        // The same name in another place is the same parameter, moved; the same component is so with another name.
        let twin = gone.iter().position(|other| {
            other.name == parameter.name
                || (other.place != "path" && shared::is_same(&other.pointer, &parameter.pointer))
        });
        match twin {
            Some(index) => both(engine, found, (old, &gone.remove(index)), (new, &parameter)),
            None => found.push(appeared(&node(engine.new, &parameter), &way(&parameter))),
        }
    }
    for parameter in gone {
        found.push(vanished(&node(engine.old, &parameter), &way(&parameter)));
    }
}

/// Compares two parameters, here or, if operations share them, once for all.
fn both<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    (old_owner, old): (&Operation<'a>, &Parameter<'a>),
    (new_owner, new): (&Operation<'a>, &Parameter<'a>),
) {
    let (left, right) = (node(engine.old, old), node(engine.new, new));
    let of_path = |owner: &Operation<'a>, parameter: &Parameter<'a>| {
        parameter.pointer.parent().parent() == owner.item().0
    };
    if shared::link(engine, found, &left, &right) {
        return;
    }
    if of_path(old_owner, old) && of_path(new_owner, new) {
        shared::link_of_path(engine, found, new_owner.path, &left, &right);
    } else {
        compare(engine, found, &left, &right, &way(new));
    }
}

fn appeared(parameter: &Node<'_>, at: &At) -> Fact {
    let Named { name, place, required } = Named::of(parameter);
    let (rule, word) = match required {
        true => ("new-required-request-parameter", "required"),
        false => ("new-optional-request-parameter", "optional"),
    };
    Fact::rule(rule, at, format!("the {word} {place} parameter `{name}` is new"))
        .spots(None, Some(Spot::of(parameter)))
        .values(None, Some(json!(name)))
}

fn vanished(parameter: &Node<'_>, at: &At) -> Fact {
    let Named { name, place, .. } = Named::of(parameter);
    Fact::rule("request-parameter-removed", at, format!("the {place} parameter `{name}` is gone"))
        .spots(Some(Spot::of(parameter)), None)
        .values(Some(json!(name)), None)
}

/// What a parameter is called, where it travels, and whether it must.
struct Named<'a> {
    name: &'a str,
    place: &'a str,
    required: bool,
}

impl<'a> Named<'a> {
    fn of(parameter: &Node<'a>) -> Self {
        let text = |keyword: &str| parameter.value.get(keyword).and_then(Value::as_str).unwrap_or_default();
        Self { name: text("name"), place: text("in"), required: is_set(parameter, "required") }
    }

    fn is_called_as(&self, other: &Self) -> bool {
        match self.place {
            "header" => self.name.eq_ignore_ascii_case(other.name),
            _ => self.name == other.name,
        }
    }
}

fn node<'a>(document: &'a Value, parameter: &Parameter<'a>) -> Node<'a> {
    Node::new(document, parameter.pointer.clone(), parameter.value)
}

fn way(parameter: &Parameter<'_>) -> At {
    At::start(format!("{} parameter {}", parameter.place, parameter.name))
}

/// Compares two parameters.
pub(super) fn compare<'a>(
    engine: &mut Engine<'a>,
    found: &mut Findings,
    left: &Node<'a>,
    right: &Node<'a>,
    at: &At,
) {
    let (old, new) = (Named::of(left), Named::of(right));
    if !old.is_called_as(&new) {
        let values = (Some(json!(old.name)), Some(json!(new.name)));
        if (old.place, new.place) != ("path", "path") {
            // To callers these are two parameters.
            found.push(vanished(left, at));
            found.push(appeared(right, at));
            return;
        }
        let message = format!("the variable is called `{}`, was `{}`", new.name, old.name);
        let fact = at_both(Kind::Rule("request-path-parameter-renamed"), at, message, left, right, values);
        found.push(fact.because("only its value travels, at the place that it had"));
    }
    if old.place != new.place {
        let message = format!("the parameter `{}` moved from {} to {}", new.name, old.place, new.place);
        let values = (Some(json!(old.place)), Some(json!(new.place)));
        let kind = Kind::Rule("request-parameter-place-changed");
        found.push(at_both(kind, at, message, left, right, values));
    }
    let called = format_args!("the parameter `{}`", new.name);
    let required = [
        ("request-parameter-became-required", "is required now"),
        ("request-parameter-became-optional", "is no longer required"),
    ];
    flag(found, (left, right), at, "required", called, required);
    let deprecated = [
        ("request-parameter-deprecated", "is deprecated now"),
        ("request-parameter-reactivated", "is no longer deprecated"),
    ];
    flag(found, (left, right), at, "deprecated", called, deprecated);
    let (before, after) = (serialization(left), serialization(right));
    if before != after && old.place == new.place {
        let message = "the way in which the value is written changed";
        let values = (Some(before), Some(after));
        found.push(at_both(
            Kind::Rule("request-parameter-serialization-changed"),
            at,
            message,
            left,
            right,
            values,
        ));
    }
    texts(found, left, right, at);
    found.parameter = true;
    let schema = |node: &Node<'a>| Sub::all(node.get("schema").into_iter().collect(), node);
    engine.compare(found, &schema(left), &schema(right), at);
    message::contents(engine, found, (left, right), at, message::Of::Parameter);
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
    keywords(found, (left, right), &known, at);
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
