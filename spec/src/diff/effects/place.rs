//! From a place in the contract to the Rust items that it has become.
//!
//! [`trail`] goes down the pointer in three documents at once: the contract, its form for the generators, in which
//! unions have other members in another order, and the named form, in which inline schemas have moved away.

use serde_json::Value;

use super::model::{Model, reference};
use crate::document::{Pointer, follow, get};

/// Where in the Rust code a place is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trail {
    /// Path and method, if the place is in an operation.
    pub(super) operation: Option<(String, String)>,
    /// Which part of the operation.
    pub(super) part: Option<Part>,
    /// Component and the JSON name of the member in it, from the outside in; no member for the component itself.
    pub(super) items: Vec<(String, Option<String>)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The parameter of this name, or all of them.
    Parameter(Option<String>),
    Body,
    Answer,
    Error,
}

/// The present place in the three documents.
#[derive(Clone, Copy)]
struct Here<'m> {
    contract: &'m Value,
    plain: &'m Value,
    named: &'m Value,
}

/// `user` is the path and the method of an operation that uses what stands at the place, where others share it.
pub(super) fn trail(model: &Model<'_>, pointer: &Pointer, user: Option<(String, String)>) -> Trail {
    let mut trail = Trail { operation: user, ..Trail::default() };
    let steps: Vec<_> = pointer.steps().collect();
    let steps: Vec<&str> = steps.iter().map(AsRef::as_ref).collect();
    match steps.as_slice() {
        ["components", "schemas", name, rest @ ..] => {
            if let Some(here) = component(model, name, &mut trail) {
                down(model, here, rest, &mut trail);
            }
        }
        ["components", section, name, rest @ ..] => {
            let shared = below(model.contract, &["components", section, name]);
            let holder = match *section {
                "parameters" => Some(Holder::Parameter),
                "requestBodies" => Some(Holder::Body),
                "responses" => answered(model, &trail, pointer).map(Holder::Answer),
                _ => None,
            };
            if let (Some(shared), Some(holder)) = (shared, holder) {
                within(model, holder, shared, rest, &mut trail);
            }
        }
        ["paths", path, "parameters", index, rest @ ..] => {
            if let Some(shared) = below(model.contract, &["paths", path, "parameters", index]) {
                within(model, Holder::Parameter, shared, rest, &mut trail);
            }
        }
        ["paths", path, method, rest @ ..] => {
            trail.operation = Some(((*path).to_owned(), (*method).to_owned()));
            operation(model, (path, method), rest, &mut trail);
        }
        _ => {}
    }
    trail
}

/// The status with which the operation of the trail gives the shared answer at `pointer`.
fn answered<'m>(model: &'m Model<'_>, trail: &Trail, pointer: &Pointer) -> Option<&'m str> {
    let (path, method) = trail.operation.as_ref()?;
    let responses = below(model.contract, &["paths", path, method, "responses"])?.as_object()?;
    let is_it = |response: &Value| {
        let (place, _) = follow(model.contract, Pointer::root(), response);
        place != Pointer::root() && pointer.is_within(&place)
    };
    responses.iter().find(|(_, response)| is_it(response)).map(|(status, _)| status.as_str())
}

fn component<'m>(model: &'m Model<'_>, name: &str, trail: &mut Trail) -> Option<Here<'m>> {
    let renamed = model.renamed(name)?;
    trail.items.push((renamed.to_owned(), None));
    Some(Here {
        contract: below(model.contract, &["components", "schemas", name])?,
        plain: below(&model.plain, &["components", "schemas", renamed])?,
        named: model.component(renamed)?,
    })
}

fn operation(model: &Model<'_>, (path, method): (&str, &str), steps: &[&str], trail: &mut Trail) {
    let Some(contract) = below(model.contract, &["paths", path, method]) else { return };
    let (holder, place, rest) = match steps {
        ["parameters"] => {
            trail.part = Some(Part::Parameter(None));
            return;
        }
        ["parameters", index, rest @ ..] => (Holder::Parameter, vec!["parameters", index], rest),
        ["requestBody", rest @ ..] => (Holder::Body, vec!["requestBody"], rest),
        ["responses", status, rest @ ..] => (Holder::Answer(status), vec!["responses", status], rest),
        _ => return,
    };
    if let Some(part) = below(contract, &place) {
        within(model, holder, part, rest, trail);
    }
}

/// Which part of an operation a place is in.
#[derive(Clone, Copy)]
enum Holder<'s> {
    Parameter,
    Body,
    /// Of this status.
    Answer(&'s str),
}

/// Goes on in `part`, which is a parameter, a body or an answer of the trail's operation.
fn within(model: &Model<'_>, holder: Holder<'_>, part: &Value, steps: &[&str], trail: &mut Trail) {
    trail.part = Some(match holder {
        Holder::Parameter => Part::Parameter(part["name"].as_str().map(str::to_owned)),
        Holder::Body => Part::Body,
        Holder::Answer(status) if status.starts_with('2') => Part::Answer,
        Holder::Answer(_) => Part::Error,
    });
    let Some((path, method)) = &trail.operation else { return };
    let plain = model.operation(&model.plain, path, method);
    let named = model.operation(&model.named, path, method);
    let (Some(plain), Some(named)) = (plain, named) else { return };
    let start = match holder {
        Holder::Parameter => steps
            .strip_prefix(&["schema"])
            .map(|rest| (rest, part.get("schema"), same(plain, part), same(named, part))),
        Holder::Body => inside(steps).map(|rest| {
            let body = |document| media(document, &["requestBody"], steps);
            (rest, media(part, &[], steps), body(plain), body(named))
        }),
        Holder::Answer(status) => inside(steps).map(|rest| {
            let answer = |document| media(document, &["responses", status], steps);
            (rest, media(part, &[], steps), answer(plain), answer(named))
        }),
    };
    if let Some((rest, Some(contract), Some(plain), Some(named))) = start {
        let here = enter(model, Here { contract, plain, named }, trail);
        down(model, here, rest, trail);
    }
}

/// The steps that follow after `content`, a media type and `schema`.
fn inside<'s, 't>(steps: &'s [&'t str]) -> Option<&'s [&'t str]> {
    match steps {
        ["content", _, "schema", rest @ ..] => Some(rest),
        _ => None,
    }
}

/// The schema of the media type that `steps` name, of what stands at `holder` in an operation.
fn media<'m>(operation: &'m Value, holder: &[&str], steps: &[&str]) -> Option<&'m Value> {
    let [content, media, schema, ..] = steps else { return None };
    below(below(operation, holder)?, &[content, media, schema])
}

/// The schema of the parameter of the same place and name.
fn same<'m>(operation: &'m Value, parameter: &Value) -> Option<&'m Value> {
    let all = operation.get("parameters")?.as_array()?;
    let found =
        all.iter().find(|other| other["name"] == parameter["name"] && other["in"] == parameter["in"])?;
    found.get("schema")
}

/// Follows the remaining steps as far as the three documents go together.
fn down<'m>(model: &'m Model<'_>, mut here: Here<'m>, steps: &[&str], trail: &mut Trail) {
    let mut steps = steps;
    while let [keyword, rest @ ..] = steps {
        let (next, rest) = match (*keyword, rest) {
            ("properties", [name, rest @ ..]) => {
                if let Some(last) = trail.items.last_mut() {
                    last.1 = Some((*name).to_owned());
                }
                (child(here, &["properties", name], &["properties", name]), rest)
            }
            ("patternProperties", [pattern, rest @ ..]) => {
                (child(here, &["patternProperties", pattern], &["additionalProperties"]), rest)
            }
            ("prefixItems", [index, rest @ ..]) => (child(here, &["prefixItems", index], &["items"]), rest),
            ("allOf", [index, rest @ ..]) => (child(here, &["allOf", index], &["allOf", index]), rest),
            ("items" | "additionalProperties", rest) => (child(here, &[keyword], &[keyword]), rest),
            ("anyOf" | "oneOf", [index, rest @ ..]) => (branch(model, here, keyword, index, trail), rest),
            _ => return,
        };
        let Some(next) = next else { return };
        here = enter(model, next, trail);
        steps = rest;
    }
}

/// Steps into the component to which an inline schema has moved.
fn enter<'m>(model: &'m Model<'_>, mut here: Here<'m>, trail: &mut Trail) -> Here<'m> {
    let lone = |schema: &'m Value| match get(schema, "allOf").and_then(Value::as_array).map(Vec::as_slice) {
        Some([only]) if reference(only).is_some() => Some(only),
        _ => None,
    };
    // A reference of the contract ends the pointer: what comes after it starts at the named schema.
    if reference(here.plain).is_some() || lone(here.plain).is_some() {
        let target = reference(here.plain).or_else(|| lone(here.plain).and_then(reference));
        trail.items.extend(target.map(|name| (name.to_owned(), None)));
        return here;
    }
    let target = reference(here.named).or_else(|| lone(here.named).and_then(reference));
    if let Some((name, schema)) = target.and_then(|name| Some((name, model.component(name)?))) {
        trail.items.push((name.to_owned(), None));
        here.named = schema;
    }
    here
}

fn child<'m>(here: Here<'m>, contract: &[&str], other: &[&str]) -> Option<Here<'m>> {
    Some(Here {
        contract: below(here.contract, contract)?,
        plain: below(here.plain, other)?,
        named: below(here.named, other)?,
    })
}

fn below<'m>(value: &'m Value, steps: &[&str]) -> Option<&'m Value> {
    steps.iter().try_fold(value, |value, step| match value {
        Value::Array(elements) => elements.get(step.parse::<usize>().ok()?),
        value => get(value, step),
    })
}

/// The member of a union: where it is among the normalised ones, if it still is one of its own.
fn branch<'m>(
    model: &Model<'_>,
    here: Here<'m>,
    keyword: &str,
    index: &str,
    trail: &mut Trail,
) -> Option<Here<'m>> {
    let contract = below(here.contract, &[keyword, index])?;
    let plain = here.plain.get("oneOf").and_then(Value::as_array);
    let found = plain.and_then(|members| model.position(contract, members));
    let Some((members, index)) = plain.zip(found) else {
        // It has become one with the place itself (`null` beside it, enums put together), or was flattened.
        return Some(Here { contract, ..here });
    };
    // Equal members have become one, so numbers may differ: but then each is a reference, and is found by it.
    let named = here.named.get("oneOf").and_then(Value::as_array)?;
    let named = if named.len() == members.len() {
        named.get(index)?
    } else {
        named.iter().find(|member| **member == members[index])?
    };
    if let Some(last) = trail.items.last_mut() {
        last.1 = reference(named).map(str::to_owned);
    }
    Some(Here { contract, plain: &members[index], named })
}
