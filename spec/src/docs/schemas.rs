//! `schemas.md`: every named schema that is not an event.

use std::collections::BTreeSet;

use super::book::{Book, Target};
use super::errata_at;
use super::events::events;
use super::markdown;
use super::modules::SCHEMAS;
use super::phrase::Detail;
use super::rows::rows;
use crate::document::{members, operations};

pub(super) fn write(book: &mut Book<'_>) {
    let words = book.words;
    let contract = book.input.contract;
    // Events stand on the page of streams.
    let (_, events) = events(&book.types, operations(contract));
    let events: BTreeSet<&str> = events.iter().filter_map(|event| event.component.as_deref()).collect();
    book.page(SCHEMAS, words.schemas);
    book.add(words.schemas_intro);
    let Some(components) = contract.get("components") else { return };
    for (name, schema) in members(components, "schemas").filter(|(name, _)| !events.contains(name.as_str())) {
        book.heading(2, name, Some(Target::Schema(name.clone())));
        let description = schema.get("description").and_then(serde_json::Value::as_str).unwrap_or_default();
        let deprecated = schema.get("deprecated") == Some(&serde_json::Value::Bool(true));
        let told = book.told(description, schema, deprecated);
        if !told.is_empty() {
            book.add(&told);
        }
        let rows = rows(&book.types, schema);
        let phrase = book.types.phrase(schema, Detail::Brief);
        // A plain object is told by its table.
        let is_plain = schema.get("properties").is_some()
            && !["anyOf", "oneOf", "allOf"].iter().any(|key| schema.get(*key).is_some());
        if !is_plain || rows.is_empty() {
            let line = format!("{} {}", words.type_is, book.kind(&phrase));
            book.add(&line);
        }
        if !rows.is_empty() {
            let table = book.member_table(&rows);
            book.add(&table);
        }
        let place = format!("/components/schemas/{}", name.replace('~', "~0").replace('/', "~1"));
        book.errata(&errata_at(book.input.errata, &place));
        if let Some(link) = rust_name(name) {
            let line = format!("{} {}", words.in_rust, markdown::code(&link));
            book.add(&line);
        }
    }
}

/// Only where it is not what the reader would guess.
fn rust_name(name: &str) -> Option<String> {
    let rust = crate::names::pascal(name);
    (rust != name && !rust.is_empty()).then(|| format!("opencode_client::types::{rust}"))
}
