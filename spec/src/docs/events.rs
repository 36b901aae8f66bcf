//! Every event of every stream, found by following the schemas of `text/event-stream` answers.

use std::collections::BTreeSet;

use serde_json::Value;

use super::phrase::{Types, tag};
use super::{contents, media};
use crate::document::Operation;

/// How deep below a stream's item an event can stand: `GlobalEvent.payload`, then unions in unions.
const DEEPEST: usize = 8;

/// An operation that answers with server-sent events.
#[derive(Debug)]
pub(super) struct Stream<'a> {
    pub(super) operation: Operation<'a>,
    /// The schema of one item.
    pub(super) item: Option<&'a Value>,
    /// Its events: indices into the list of all.
    pub(super) events: Vec<usize>,
    /// The member of an item that holds the event; none if the item is the event.
    pub(super) member: Option<String>,
}

/// One kind of event.
#[derive(Debug)]
pub(super) struct Event<'a> {
    /// `session.created`.
    pub(super) name: String,
    /// The component that describes it.
    pub(super) component: Option<String>,
    pub(super) schema: &'a Value,
}

/// The streams of a contract and all their events, each once, in the order of the contract.
pub(super) fn events<'a>(
    types: &Types<'a>,
    operations: Vec<Operation<'a>>,
) -> (Vec<Stream<'a>>, Vec<Event<'a>>) {
    let mut all: Vec<Event<'a>> = Vec::new();
    let mut streams = Vec::new();
    for operation in operations {
        for item in streamed(&operation) {
            let mut found = Vec::new();
            let mut member = None;
            if let Some(item) = item {
                collect(types, item, &mut BTreeSet::new(), 0, &mut found);
                if found.len() < 2 {
                    (member, found) = in_member(types, item).unwrap_or((None, found));
                }
            }
            let events = found.into_iter().map(|event| number(&mut all, event)).collect();
            streams.push(Stream { operation: operation.clone(), item, events, member });
        }
    }
    (streams, all)
}

/// The item schemas of the event streams among the successful answers.
fn streamed<'a>(operation: &Operation<'a>) -> Vec<Option<&'a Value>> {
    let responses = operation.responses().into_iter().filter(|(status, ..)| status.starts_with('2'));
    let all = responses.flat_map(|(_, _, response)| contents(response).collect::<Vec<_>>());
    all.filter(|(name, _)| media(name) == "text/event-stream").map(|(_, schema)| schema).collect()
}

/// The events of an item that only wraps them: those of its first member that is a union of some.
fn in_member<'a>(types: &Types<'a>, item: &'a Value) -> Option<(Option<String>, Vec<Event<'a>>)> {
    for (name, schema) in crate::document::members(types.resolved(item), "properties") {
        let schema = types.resolved(schema);
        // A text that holds JSON: its events are those of the JSON.
        let schema = schema.get("contentSchema").unwrap_or(schema);
        let mut found = Vec::new();
        collect(types, schema, &mut BTreeSet::new(), 0, &mut found);
        if found.len() > 1 {
            return Some((Some(name.clone()), found));
        }
    }
    None
}

/// Follows unions down to objects with a tag.
fn collect<'a>(
    types: &Types<'a>,
    schema: &'a Value,
    seen: &mut BTreeSet<String>,
    depth: usize,
    found: &mut Vec<Event<'a>>,
) {
    let component = types.named(schema).map(str::to_owned);
    if depth > DEEPEST || component.as_ref().is_some_and(|name| !seen.insert(name.clone())) {
        return;
    }
    let schema = types.resolved(schema);
    let union = ["anyOf", "oneOf"].iter().find_map(|key| schema.get(*key)?.as_array());
    match (union, schema.as_object().and_then(tag)) {
        (Some(union), _) => union.iter().for_each(|one| collect(types, one, seen, depth + 1, found)),
        (None, Some((_, Value::String(name)))) => found.push(Event { name: name.clone(), component, schema }),
        _ => {}
    }
}

/// Its number among all events; one that says the same under the same name is known already.
fn number<'a>(all: &mut Vec<Event<'a>>, event: Event<'a>) -> usize {
    let same = |known: &Event<'a>| known.name == event.name && (known.schema == event.schema);
    all.iter().position(same).unwrap_or_else(|| {
        all.push(event);
        all.len() - 1
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::document::operations;

    #[test]
    fn events_are_found_through_unions_and_wrappers_and_told_once() {
        let event = |name: &str| json!({"type": "object", "required": ["type"], "properties": {"type": {"const": name}}});
        let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
        let stream = |id: &str, schema: Value| json!({"get": {"operationId": id, "responses": {"200": {"content": {"text/event-stream; charset=utf-8": {"schema": schema}}}}}});
        let document = json!({
            "paths": {
                "/event": stream("one", reference("Event")),
                "/global": stream("two", json!({"properties": {"directory": {"type": "string"}, "payload": {"anyOf": [event("a"), event("c")]}}})),
                "/text": stream("three", json!({"properties": {"data": {"type": "string", "contentSchema": reference("Event")}}})),
                "/none": {"get": {"responses": {"200": {"content": {"text/event-stream": {}}}}}},
            },
            "components": {"schemas": {"Event": {"anyOf": [reference("A"), reference("More"), reference("Event")]}, "A": event("a"), "More": {"oneOf": [event("b")]}}},
        });
        let (streams, events) = events(&Types::new(&document), operations(&document));
        let names: Vec<&str> = events.iter().map(|event| event.name.as_str()).collect();
        assert_eq!(names, ["a", "b", "c"]);
        assert_eq!(events[0].component.as_deref(), Some("A"));
        let carried: Vec<(Option<&str>, &[usize])> =
            streams.iter().map(|stream| (stream.member.as_deref(), stream.events.as_slice())).collect();
        assert_eq!(
            carried,
            [(None, &[0, 1][..]), (Some("payload"), &[0, 2]), (Some("data"), &[0, 1]), (None, &[])]
        );
    }
}
