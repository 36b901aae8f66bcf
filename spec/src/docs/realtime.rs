//! `21-realtime.md`: event streams, WebSockets, other answers that are no JSON, and every event with its fields.

use serde_json::Value;

use super::book::{Book, Target};
use super::events::{Event, Stream, events};
use super::modules::REALTIME;
use super::operation::summary;
use super::phrase::Detail;
use super::{answer_media, errata_at, is_json, is_websocket, markdown, media};
use crate::document::{Operation, operations};

pub(super) fn write(book: &mut Book<'_>) {
    let words = book.words;
    let all = operations(book.input.contract);
    let (streams, kinds) = events(&book.types, all.clone());
    book.page(REALTIME, words.realtime);
    book.add(words.realtime_intro);

    book.heading(2, words.streams, None);
    streamed(book, &streams);

    book.heading(2, words.websockets, None);
    book.add(words.websockets_intro);
    list(book, all.iter().filter(|operation| is_websocket(book.input.errata, operation)).collect());

    book.heading(2, words.streamed, None);
    book.add(words.streamed_intro);
    let is_streamed = |operation: &&Operation<'_>| {
        answer_media(operation).is_some_and(|(name, _)| !is_json(name) && media(name) != "text/event-stream")
    };
    list(book, all.iter().filter(is_streamed).collect());

    book.heading(2, words.progress, None);
    book.add(words.progress_intro);
    let tells = |operation: &&Operation<'_>| {
        answer_media(operation).is_some_and(|(name, _)| is_json(name))
            && !is_websocket(book.input.errata, operation)
            && ["summary", "description"].iter().any(|member| {
                operation
                    .value
                    .get(*member)
                    .and_then(Value::as_str)
                    .is_some_and(|text| text.to_lowercase().contains("streaming"))
            })
    };
    list(book, all.iter().filter(tells).collect());

    book.heading(2, words.events, None);
    if kinds.is_empty() {
        book.add(words.none);
    }
    let links: Vec<String> = kinds
        .iter()
        .filter_map(|kind| {
            Some(book.link(&markdown::code(&kind.name), &Target::Schema(kind.component.clone()?)))
        })
        .collect();
    book.add(&links.join(", "));
    for (index, kind) in kinds.iter().enumerate() {
        let carriers: Vec<&Stream<'_>> =
            streams.iter().filter(|stream| stream.events.contains(&index)).collect();
        event(book, kind, &carriers);
    }
}

/// Operations with links to their own places.
fn list(book: &mut Book<'_>, operations: Vec<&Operation<'_>>) {
    let words = book.words;
    if operations.is_empty() {
        book.add(words.none);
        return;
    }
    let rows: Vec<Vec<String>> = operations
        .into_iter()
        .map(|operation| {
            let kind = answer_media(operation)
                .filter(|(name, _)| !is_json(name))
                .map(|(name, _)| format!(" {}", markdown::code(name)));
            vec![linked(book, operation), summary(operation) + &kind.unwrap_or_default()]
        })
        .collect();
    let table = markdown::table(&[words.operation, words.description], rows);
    book.add(&table);
}

fn linked(book: &Book<'_>, operation: &Operation<'_>) -> String {
    let address = operation.address();
    book.link(&markdown::code(operation.id().unwrap_or(&address)), &Target::Operation(address.clone()))
}

fn streamed(book: &mut Book<'_>, streams: &[Stream<'_>]) {
    let words = book.words;
    if streams.is_empty() {
        book.add(words.none);
        return;
    }
    let rows: Vec<Vec<String>> = streams
        .iter()
        .map(|stream| {
            let kind = stream
                .item
                .map(|item| book.kind(&book.types.phrase(item, Detail::Brief)))
                .unwrap_or_default();
            let inside = stream
                .member
                .as_ref()
                .map(|member| format!(", {}", words.events_in.replace("{}", &markdown::code(member))));
            vec![
                linked(book, &stream.operation),
                markdown::code(&stream.operation.address()),
                kind + &inside.unwrap_or_default(),
                stream.events.len().to_string(),
            ]
        })
        .collect();
    let table = markdown::table(&[words.operation, words.address, words.stream_item, words.count], rows);
    book.add(&table);
}

fn event<'a>(book: &mut Book<'a>, event: &Event<'a>, carriers: &[&Stream<'_>]) {
    let words = book.words;
    let target = event.component.clone().map(Target::Schema);
    book.heading(3, &event.name, target);
    let description = event.schema.get("description").and_then(Value::as_str).unwrap_or_default();
    let told =
        book.told(description, &Value::Null, event.schema.get("deprecated") == Some(&Value::Bool(true)));
    if !told.is_empty() {
        book.add(&told);
    }
    let mut by: Vec<String> = carriers.iter().map(|stream| linked(book, &stream.operation)).collect();
    by.dedup();
    book.add(&format!("{} {}", words.carried_by, by.join(", ")));
    book.members(event.schema);
    if let Some(component) = &event.component {
        book.errata(&errata_at(book.input.errata, &format!("/components/schemas/{component}")));
    }
}
