//! One operation: its name, parameters, request body, answers and errors.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use serde_json::Value;

use super::describe::{describe, describe_node, requiredness};
use super::schema::{Further, Node, lower};
use super::walk::{Pair, Place, Walk};
use super::{Difference, Served, UNDECLARED};
use crate::document::{Operation, Parameter, Pointer, members, reference};

/// The media type of server-sent events.
const EVENT_STREAM: &str = "text/event-stream";
/// What dropshot puts on an operation that becomes a websocket.
const WEBSOCKET: &str = "x-dropshot-websocket";

/// An operation and the document it stands in.
#[derive(Clone, Copy)]
struct Side<'a> {
    document: &'a Value,
    operation: &'a Operation<'a>,
}

/// Media types of an answer or body, with their schemas.
type Content<'a> = BTreeMap<&'a str, Node<'a>>;

pub(super) fn compare<'a>(
    contract: &'a Value,
    wanted: &'a Operation<'a>,
    document: &'a Value,
    found: &'a Operation<'a>,
    served: &'a Served<'a>,
    equal: &mut HashSet<Pair>,
) -> Vec<Difference> {
    let contract = Side { document: contract, operation: wanted };
    let signature = Side { document, operation: found };
    let name = wanted.id().or(found.id()).unwrap_or("(no operation id)");
    let mut walk = Walk::new(name, wanted.address(), equal);
    head(&mut walk, contract, signature);
    parameters(&mut walk, contract, signature);
    body(&mut walk, contract, signature);
    if found.value.get(WEBSOCKET).is_some() {
        // OpenAPI has no word for a websocket, so the contract cannot agree: an allowance has to say so.
        let statuses: Vec<&str> = wanted.responses().iter().map(|(status, ..)| *status).collect();
        let place = Place::part("answers");
        let pointer = wanted.pointer.child("responses");
        walk.report(&place, &pointer, statuses.join(", "), "a websocket");
    } else if answers(&mut walk, contract, signature, served) {
        errors(&mut walk, contract, signature, served);
    }
    walk.finish()
}

fn head(walk: &mut Walk<'_>, contract: Side<'_>, signature: Side<'_>) {
    let (wanted, found) = (contract.operation, signature.operation);
    if wanted.id() != found.id() {
        let quoted = |id: Option<&str>| id.map_or("none".to_owned(), |id| format!("`{id}`"));
        let pointer = wanted.pointer.child("operationId");
        walk.report(&Place::part("operation id"), &pointer, quoted(wanted.id()), quoted(found.id()));
    }
    if wanted.is_deprecated() != found.is_deprecated() {
        let word = |deprecated| if deprecated { "deprecated" } else { "not deprecated" };
        let pointer = wanted.pointer.child("deprecated");
        let words = (word(wanted.is_deprecated()), word(found.is_deprecated()));
        walk.report(&Place::part("operation"), &pointer, words.0, words.1);
    }
}

/// A parameter in canonical form: a `deepObject` counts as one parameter for each of its members.
struct Input<'a> {
    place: &'a str,
    name: Cow<'a, str>,
    required: bool,
    schema: Node<'a>,
}

fn parameters(walk: &mut Walk<'_>, contract: Side<'_>, signature: Side<'_>) {
    let (wanted, mut found) = (contract.inputs(), signature.inputs());
    for input in wanted {
        let place = Place::part(format!("{} parameter `{}`", input.place, input.name));
        let same = |other: &Input<'_>| (other.place, &other.name) == (input.place, &input.name);
        if let Some(index) = found.iter().position(same) {
            let other = found.swap_remove(index);
            if input.required != other.required {
                let pointer = input.schema.pointer.parent().child("required");
                walk.report(&place, &pointer, requiredness(input.required), requiredness(other.required));
            }
            walk.schemas(&place, &[input.schema], &[other.schema], !input.required);
        } else {
            let pointer = input.schema.pointer.parent();
            let moved = found.iter().position(|other| other.name == input.name);
            let there = moved.map(|index| found.swap_remove(index).in_words());
            let signature = there.unwrap_or_else(|| "no such parameter".to_owned());
            walk.report(&place, &pointer, input.in_words(), signature);
        }
    }
    for other in found {
        let place = Place::part(format!("{} parameter `{}`", other.place, other.name));
        let pointer = contract.operation.pointer.child("parameters");
        walk.report(&place, &pointer, "no such parameter", other.in_words());
    }
}

impl Input<'_> {
    /// `optional string in query`
    fn in_words(&self) -> String {
        let schema = describe(&lower(std::slice::from_ref(&self.schema)).without_null());
        format!("{} {schema} in {}", requiredness(self.required), self.place)
    }
}

fn body(walk: &mut Walk<'_>, contract: Side<'_>, signature: Side<'_>) {
    let place = Place::part("request body");
    let pointer = contract.operation.pointer.child("requestBody");
    match (contract.operation.body(), signature.operation.body()) {
        (None, None) => {}
        (Some(_), None) => walk.report(&place, &pointer, "a body", "no body"),
        (None, Some(_)) => walk.report(&place, &pointer, "no body", "a body"),
        (Some((wanted_at, wanted)), Some((found_at, found))) => {
            let optional = wanted.get("required") != Some(&Value::Bool(true));
            let wanted = content(contract.document, &wanted_at, wanted);
            let found = content(signature.document, &found_at, found);
            contents(walk, &place, &wanted_at, &wanted, &found, optional);
        }
    }
}

/// The successful answers. False when the signature is a free response, which cannot declare errors either.
fn answers(walk: &mut Walk<'_>, contract: Side<'_>, signature: Side<'_>, served: &Served<'_>) -> bool {
    let (wanted, found) = (contract.successes(), signature.successes());
    let is_free = found.contains_key("default");
    let stream =
        wanted.iter().find_map(|(status, (_, content))| Some((*status, content.get(EVENT_STREAM)?.clone())));
    let pointer = contract.operation.pointer.child("responses");
    match (stream, is_free) {
        (Some((status, event)), true) => {
            let place = Place::part(format!("event of answer {status}"));
            let id = contract.operation.id();
            match served.streams.iter().find(|(operation, _)| Some(*operation) == id) {
                Some((_, schema)) => {
                    let item = Node { document: schema, pointer: Pointer::root(), value: schema };
                    walk.schemas(&place, &[event], &[item], false);
                }
                None => walk.report(&place, &event.pointer, describe_node(&event), "no type stated"),
            }
            let mut errors = contract.operation.responses();
            errors.retain(|(status, ..)| is_error(status));
            if !errors.is_empty() {
                let place = Place::part("error statuses");
                walk.report(&place, &pointer, statuses_of(&errors), "none, as for every free response");
            }
            false
        }
        (Some((status, _)), false) => {
            walk.report(&Place::part(format!("answer {status}")), &pointer, "an event stream", list(&found));
            true
        }
        (None, true) => {
            walk.report(&Place::part("answers"), &pointer, list(&wanted), "a free response");
            false
        }
        (None, false) => {
            for (status, (pointer, content)) in &wanted {
                let place = Place::part(format!("answer {status}"));
                match found.get(status) {
                    Some((_, other)) => contents(walk, &place, pointer, content, other, false),
                    None => walk.report(&place, pointer, describe_content(content), "no such answer"),
                }
            }
            for (status, (_, content)) in found.iter().filter(|(status, _)| !wanted.contains_key(*status)) {
                let place = Place::part(format!("answer {status}"));
                walk.report(&place, &pointer, "no such answer", describe_content(content));
            }
            true
        }
    }
}

/// The error answers. dropshot prints one schema for all of `4XX` and names the error type: the statuses come from
/// the table of that type.
fn errors(walk: &mut Walk<'_>, contract: Side<'_>, signature: Side<'_>, served: &Served<'_>) {
    let place = Place::part("error statuses");
    let pointer = contract.operation.pointer.child("responses");
    let mut wanted = contract.operation.responses();
    wanted.retain(|(status, ..)| is_error(status));
    let error_type =
        signature.operation.value.pointer("/responses/4XX").and_then(reference).unwrap_or_default();
    let error_type = error_type.rsplit('/').next().unwrap_or_default();
    let statuses: &[u16] = match served.error_statuses.iter().find(|(name, _)| *name == error_type) {
        Some((_, statuses)) => statuses,
        None if error_type == UNDECLARED => &[],
        None => {
            let signature = format!("the error type {error_type:?}, whose statuses are not known");
            return walk.report(&place, &pointer, statuses_of(&wanted), signature);
        }
    };
    let mut declared: Vec<String> = statuses.iter().map(u16::to_string).collect();
    declared.sort();
    let mut names: Vec<&str> = wanted.iter().map(|(status, ..)| *status).collect();
    names.sort_unstable();
    if names != declared {
        let words = if declared.is_empty() { "none".to_owned() } else { declared.join(", ") };
        walk.report(&place, &pointer, statuses_of(&wanted), format!("{words} (error type {error_type})"));
    }
    let served_errors = signature.operation.responses();
    let Some((_, found_at, found)) = served_errors.iter().find(|(status, ..)| *status == "4XX") else {
        return;
    };
    let found = content(signature.document, found_at, found);
    let variants = found.values().next().map(|schema| variants(schema, statuses)).unwrap_or_default();
    for (status, wanted_at, wanted) in wanted {
        let place = Place::part(format!("error {status}"));
        let wanted = content(contract.document, &wanted_at, wanted);
        let variant = variants.iter().find(|(known, _)| *known == status);
        if let Some((_, schema)) = variant {
            let found = found.keys().map(|media_type| (*media_type, schema.clone())).collect();
            contents(walk, &place, &wanted_at, &wanted, &found, false);
        }
    }
}

/// The schema of each status: error types are enums with one variant for each, which their schema lists in order.
fn variants<'a>(schema: &Node<'a>, statuses: &[u16]) -> Vec<(String, Node<'a>)> {
    let schema = schema.followed();
    let listed = schema.value.get("anyOf").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let of = |index: usize| match listed.len() == statuses.len() {
        true => Node {
            value: &listed[index],
            pointer: schema.pointer.child("anyOf").index(index),
            ..schema.clone()
        },
        false => schema.clone(),
    };
    statuses.iter().enumerate().map(|(index, status)| (status.to_string(), of(index))).collect()
}

fn contents(
    walk: &mut Walk<'_>,
    place: &Place,
    pointer: &Pointer,
    wanted: &Content<'_>,
    found: &Content<'_>,
    optional: bool,
) {
    if !wanted.keys().eq(found.keys()) {
        walk.report(place, pointer, describe_content(wanted), describe_content(found));
    }
    for (media_type, schema) in wanted {
        if let Some(other) = found.get(media_type) {
            walk.schemas(place, std::slice::from_ref(schema), std::slice::from_ref(other), optional);
        }
    }
}

impl<'a> Side<'a> {
    fn inputs(&self) -> Vec<Input<'a>> {
        self.operation.parameters().iter().flat_map(|parameter| inputs(self.document, parameter)).collect()
    }

    fn successes(&self) -> BTreeMap<&'a str, (Pointer, Content<'a>)> {
        let responses = self.operation.responses().into_iter().filter(|(status, ..)| !is_error(status));
        responses
            .map(|(status, pointer, response)| {
                let content = content(self.document, &pointer, response);
                (status, (pointer, content))
            })
            .collect()
    }
}

fn inputs<'a>(document: &'a Value, parameter: &Parameter<'a>) -> Vec<Input<'a>> {
    const ANY: &Value = &Value::Bool(true);
    let schema = match parameter.value.get("schema") {
        Some(value) => Node { document, pointer: parameter.pointer.child("schema"), value },
        None => {
            let mut typed = content(document, &parameter.pointer, parameter.value).into_values();
            typed.next().unwrap_or(Node { document, pointer: parameter.pointer.child("schema"), value: ANY })
        }
    };
    let deep = parameter.value.get("style").and_then(Value::as_str) == Some("deepObject");
    let whole = lower(std::slice::from_ref(&schema));
    match &whole.objects[..] {
        [object] if deep && matches!(object.further, Further::Unsaid) => object
            .members
            .iter()
            .map(|(member, schema)| Input {
                place: parameter.place,
                name: format!("{}[{member}]", parameter.name).into(),
                required: parameter.required && object.required.contains(member),
                schema: schema.clone(),
            })
            .collect(),
        _ => vec![Input {
            place: parameter.place,
            name: parameter.name.into(),
            required: parameter.required,
            schema,
        }],
    }
}

fn content<'a>(document: &'a Value, pointer: &Pointer, holder: &'a Value) -> Content<'a> {
    const ANY: &Value = &Value::Bool(true);
    let node = |(media_type, value): (&'a String, &'a Value)| {
        let pointer = pointer.below(&["content", media_type, "schema"]);
        (media_type.as_str(), Node { document, pointer, value: value.get("schema").unwrap_or(ANY) })
    };
    members(holder, "content").map(node).collect()
}

fn is_error(status: &str) -> bool {
    status.starts_with(['4', '5'])
}

fn statuses_of(responses: &[(&str, Pointer, &Value)]) -> String {
    let statuses: Vec<&str> = responses.iter().map(|(status, ..)| *status).collect();
    if statuses.is_empty() { "none".to_owned() } else { statuses.join(", ") }
}

fn describe_content(content: &Content<'_>) -> String {
    let words: Vec<String> =
        content.iter().map(|(name, schema)| format!("{name}: {}", describe_node(schema))).collect();
    if words.is_empty() { "no content".to_owned() } else { words.join("; ") }
}

fn list(answers: &BTreeMap<&str, (Pointer, Content<'_>)>) -> String {
    let words: Vec<String> = answers
        .iter()
        .map(|(status, (_, content))| format!("{status} {}", describe_content(content)))
        .collect();
    if words.is_empty() { "no answer".to_owned() } else { words.join(", ") }
}
