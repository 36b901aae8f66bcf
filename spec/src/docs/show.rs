//! One operation as text for a terminal: what the contract says of it, resolved.
//!
//! Start from [`show()`]. Members stand as an indented tree under the types of [`phrase`](super::phrase); a required
//! one has a star. Named schemas follow by themselves, as far as the text is still read: see [`named`].

mod named;

use std::fmt::Write as _;

use serde_json::Value;

use super::events::events;
use super::phrase::{Detail, Types};
use super::rows::{Row, rows};
use super::words::Language;
use super::{contents, is_websocket, notes};
use crate::diagnostic::Position;
use crate::document::Operation;
use crate::errata::Errata;
use crate::generate::State;
use named::Named;

/// What is told beside the contract.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    pub contract: &'a Value,
    /// `spec/opencode-api.json`.
    pub source: &'a str,
    pub position: Position,
    pub state: Option<State>,
    pub errata: &'a Errata,
}

/// The text of one operation.
pub fn show(shown: &Shown<'_>, operation: &Operation<'_>) -> String {
    let types = Types::new(shown.contract);
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{}  {}", operation.address(), operation.id().unwrap_or("(no operation id)"));
    let word = |member: &str| operation.value.get(member).and_then(Value::as_str).unwrap_or_default().trim();
    for words in [word("summary"), word("description")] {
        if !words.is_empty() {
            let _ = writeln!(text, "{words}");
        }
    }
    let _ = writeln!(text, "\nstands at  {}:{}", shown.source, shown.position);
    if let Some(state) = shown.state {
        let state = match state {
            State::Done => "done",
            State::NotBuilt => "501, not built",
        };
        let _ = writeln!(text, "server     {state}");
    }
    if operation.is_deprecated() {
        let _ = writeln!(text, "DEPRECATED");
    }
    if is_websocket(shown.errata, operation) {
        let _ = writeln!(text, "transport  WebSocket: the connection is upgraded");
    }
    parameters(&types, operation, &mut text);
    if let Some((_, body)) = operation.body() {
        let required = if body.get("required") == Some(&Value::Bool(true)) { " *" } else { "" };
        for (media, schema) in contents(body) {
            let _ = writeln!(text, "\nBody{required}  {media}");
            content(&types, schema, &mut text);
        }
    }
    let (streams, events) = events(&types, vec![operation.clone()]);
    let mut named = Named::default();
    named.of_request(&types, operation, &mut text);
    for (status, _, response) in operation.responses() {
        let kind = if is_error(status) { "Error" } else { "Answer" };
        let description = response.get("description").and_then(Value::as_str).unwrap_or_default();
        let mut all = contents(response).peekable();
        if all.peek().is_none() {
            let _ = writeln!(text, "\n{kind} {status}  {description}\n  no content");
        }
        for (media, schema) in all {
            let media = if media == "application/json" { String::new() } else { format!("  {media}") };
            let _ = writeln!(text, "\n{kind} {status}{media}  {description}");
            match streams.iter().find(|stream| stream.item == schema && !stream.events.is_empty()) {
                Some(stream) => named::item(&types, stream, &mut text),
                None => content(&types, schema, &mut text),
            }
        }
    }
    named.of_answers(&types, operation, &mut text);
    named.events(shown, &types, (streams, events), &mut text);
    named.rest(shown, &mut text);
    for entry in super::errata_at(shown.errata, operation.pointer.to_string().trim_start_matches('#')) {
        let _ =
            writeln!(text, "\nThe real server differs: {} (seen in {})", entry.reason, entry.seen.join(", "));
    }
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.push("");
    lines.join("\n")
}

fn is_error(status: &str) -> bool {
    status.starts_with(['4', '5'])
}

fn parameters(types: &Types<'_>, operation: &Operation<'_>, text: &mut String) {
    let parameters = operation.parameters();
    if parameters.is_empty() {
        return;
    }
    text.push_str("\nParameters\n");
    let lines: Vec<(String, String, String)> = parameters
        .iter()
        .map(|parameter| {
            let content = || contents(parameter.value).next().and_then(|(_, schema)| schema);
            let schema = parameter.value.get("schema").or_else(content).unwrap_or(&Value::Null);
            let description = parameter
                .value
                .get("description")
                .or_else(|| schema.get("description"))
                .and_then(Value::as_str);
            let mark = if parameter.required { "*" } else { " " };
            let head = format!("{mark} {} ({})", parameter.name, parameter.place);
            (
                head,
                types.phrase(schema, Detail::Whole).to_string(),
                told(types, description.unwrap_or_default(), schema),
            )
        })
        .collect();
    columns(lines, "  ", text);
}

/// A body, an answer or a named schema: its type, and its members as a tree.
fn content(types: &Types<'_>, schema: Option<&Value>, text: &mut String) {
    let Some(schema) = schema else {
        text.push_str("  any\n");
        return;
    };
    let _ = writeln!(text, "  {}", types.phrase(schema, Detail::Brief));
    columns(rows(types, schema).iter().map(|row| member(types, row)).collect(), "    ", text);
}

fn member(types: &Types<'_>, row: &Row<'_>) -> (String, String, String) {
    let mark = if row.required { "*" } else { " " };
    let indent = "  ".repeat(row.depth);
    // The first step of a union's object says which one it is.
    let branch = if row.depth == 0 && row.path.contains('(') && !row.path.contains(").") {
        row.path.clone()
    } else {
        label(row)
    };
    (format!("{indent}{mark} {branch}"), row.kind.to_string(), told(types, &row.description(), row.schema))
}

/// The last step, with what tells the object of a union apart: `("text").text`.
fn label(row: &Row<'_>) -> String {
    let before = row.path.strip_suffix(&row.name).unwrap_or_default();
    let before = before.strip_suffix('.').unwrap_or(before);
    match before.strip_suffix(')').and_then(|before| before.rfind('(')) {
        Some(at) => format!("{}.{}", &before[at..], row.name),
        None if before.ends_with("[]") => format!("[].{}", row.name),
        None if before.ends_with('*') && row.name != "*" => format!("*.{}", row.name),
        None => row.name.clone(),
    }
}

fn told(types: &Types<'_>, description: &str, schema: &Value) -> String {
    let mut pieces = Vec::new();
    let description = description.split_whitespace().collect::<Vec<_>>().join(" ");
    if !description.is_empty() {
        let end = if description.ends_with(['.', '!', '?', ':', '。']) { "" } else { "." };
        pieces.push(description + end);
    }
    pieces.extend(
        notes::notes(types, schema, Language::English.words()).into_iter().map(|note| note.replace('`', "")),
    );
    pieces.join(" ")
}

/// Three columns; the first two are as wide as most of their cells need.
fn columns(lines: Vec<(String, String, String)>, indent: &str, text: &mut String) {
    let width = |cells: &dyn Fn(&(String, String, String)) -> usize, most: usize| {
        lines.iter().map(cells).filter(|width| *width <= most).max().unwrap_or(0)
    };
    let first = width(&|line| line.0.chars().count(), 40);
    let second = width(&|line| line.1.chars().count(), 40);
    for (head, kind, told) in &lines {
        let _ = writeln!(text, "{indent}{head:first$}  {kind:second$}  {told}");
    }
}
