//! The contract as Markdown pages, and as text for a terminal.
//!
//! Start from [`pages`]: a contract becomes `README.md` with the common rules and the directory of operations, twenty
//! numbered pages of operations, `21-realtime.md` with every event, pages for paths that are newer than this code, and
//! `schemas.md`. [`show()`] tells one operation. Both say types in the words of [`phrase`] and members in those of
//! [`rows`]. Nothing here touches the disk, and every function is total: whatever a readable document holds, pages
//! come out.

mod book;
mod client;
mod compiled;
mod events;
mod example;
mod find;
mod markdown;
mod modules;
mod notes;
mod operation;
mod phrase;
mod readme;
mod realtime;
mod rows;
mod rules;
mod sample;
mod schemas;
mod show;
mod tokens;
mod words;

use std::collections::BTreeMap;

use serde_json::Value;

pub use client::Client;
pub use compiled::compiled;
pub use find::{find, near};
pub use show::{Shown, show};
pub use words::Language;

use crate::document::{Operation, operations};
use crate::errata::{Errata, Erratum};
use crate::generate::State;
use book::Book;
pub(crate) use book::Places;

/// Where the pages of the repository's own contract stand.
pub const DIRECTORY: &str = "docs/api";

/// What the pages are made of.
#[derive(Clone, Debug)]
pub struct Input<'a> {
    pub contract: &'a Value,
    /// Goes into the first line of each page, as an HTML comment.
    pub origin: &'a str,
    /// What the server does with which operation: `server/api/operations.txt`.
    pub states: BTreeMap<String, State>,
    /// What the generated client offers.
    pub client: Client,
    /// Where the real server departs from this contract; none for the contract of another release.
    pub errata: &'a Errata,
    pub language: Language,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Without a directory: `07-sessions.md`.
    pub file: String,
    pub text: String,
}

/// All pages. Making them twice gives the same bytes.
pub fn pages(input: &Input<'_>) -> Vec<Page> {
    // Links need the anchors of headings that come later, so the book is written twice; what the first writing finds
    // out about places, the second one uses.
    pages_with(input, places(input))
}

/// Where everything that has a heading will be. No heading tells of the client, which need not be known yet.
pub(crate) fn places(input: &Input<'_>) -> Places {
    written(input, Places::default()).1
}

/// All pages, with links to these places.
pub(crate) fn pages_with(input: &Input<'_>, places: Places) -> Vec<Page> {
    written(input, places).0
}

fn written(input: &Input<'_>, places: Places) -> (Vec<Page>, Places) {
    let mut book = Book::new(input, places);
    write(&mut book);
    book.closed()
}

fn write(book: &mut Book<'_>) {
    let modules = modules::modules(operations(book.input.contract));
    readme::write(book, &modules);
    for module in modules.iter().filter(|module| module.is_fixed()) {
        operation::module(book, module);
    }
    realtime::write(book);
    for module in modules.iter().filter(|module| !module.is_fixed()) {
        operation::module(book, module);
    }
    schemas::write(book);
}

/// The media type and schema of each content of a body or an answer.
fn contents(holder: &Value) -> impl Iterator<Item = (&str, Option<&Value>)> {
    crate::document::members(holder, "content")
        .map(|(media, content)| (media.as_str(), content.get("schema")))
}

/// Media types without parameters, lower case: `text/event-stream`.
fn media(name: &str) -> String {
    name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn is_json(name: &str) -> bool {
    let name = media(name);
    name.ends_with("/json") || name.ends_with("+json")
}

/// A successful answer's media type, the one that the client reads: JSON if it is there.
fn answer_media<'a>(operation: &Operation<'a>) -> Option<(&'a str, Option<&'a Value>)> {
    let (_, _, response) = operation.responses().into_iter().find(|(status, ..)| status.starts_with('2'))?;
    let mut all: Vec<_> = contents(response).collect();
    all.sort_by_key(|(media, _)| !is_json(media));
    all.into_iter().next()
}

/// Whether the connection becomes a WebSocket, which OpenAPI cannot say: an erratum does, or an extension.
fn is_websocket(errata: &Errata, operation: &Operation<'_>) -> bool {
    let place = operation.pointer.to_string();
    let told = errata
        .entries
        .iter()
        .any(|entry| entry.transport.is_some() && format!("#{}", entry.pointer) == place);
    told || operation
        .value
        .get("x-websocket")
        .is_some_and(|mark| !matches!(mark, Value::Null | Value::Bool(false)))
}

/// The errata of a place and of what is below it.
fn errata_at<'e>(errata: &'e Errata, place: &str) -> Vec<&'e Erratum> {
    let below = format!("{place}/");
    errata
        .entries
        .iter()
        .filter(|entry| entry.pointer == place || entry.pointer.starts_with(&below))
        .collect()
}

#[cfg(test)]
mod tests;
