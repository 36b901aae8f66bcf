//! One page of operations: what each takes, answers, and how it is called.

use serde_json::Value;

use super::book::{Book, Target};
use super::example::Request;
use super::markdown;
use super::modules::Module;
use super::phrase::Detail;
use super::{contents, errata_at, is_websocket, media};
use crate::document::{Operation, members};
use crate::generate::State;
use crate::names::snake;

pub(super) fn module<'a>(book: &mut Book<'a>, module: &Module<'a>) {
    let words = book.words;
    book.page(&module.file, module.title(book.input.language));
    if module.operations.is_empty() {
        book.add(words.empty_page);
        return;
    }
    let rows: Vec<Vec<String>> = module
        .operations
        .iter()
        .map(|operation| {
            let target = Target::Operation(operation.address());
            vec![
                book.link(&markdown::code(&operation.address()), &target),
                summary(operation),
                state(book, operation),
            ]
        })
        .collect();
    let table = markdown::table(&[words.operation, words.description, words.state], rows);
    book.add(&table);
    let rules = book.link(words.rules, &Target::Rule("client"));
    book.add(&words.rust_intro.replace("{}", &rules));
    for operation in &module.operations {
        section(book, operation);
    }
}

/// The text of an operation for a table: its summary, or what there is.
pub(super) fn summary(operation: &Operation<'_>) -> String {
    let text = |member: &str| {
        operation.value.get(member).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
    };
    let told = text("summary")
        .or_else(|| text("description").and_then(|text| text.lines().next()))
        .unwrap_or_default();
    let told = markdown::text(told);
    if operation.is_deprecated() { format!("~~{told}~~") } else { told }
}

/// `client ✓, server 501`.
pub(super) fn state(book: &Book<'_>, operation: &Operation<'_>) -> String {
    let words = book.words;
    let id = operation.id().unwrap_or_default();
    let client = if book.input.client.builder(&snake(id)).is_some() { "✓" } else { "–" };
    let server = match book.input.states.get(id) {
        Some(State::Done) => "✓",
        Some(State::NotBuilt) => "501",
        None => "–",
    };
    format!("{} {client}, {} {server}", words.client, words.server)
}

fn section<'a>(book: &mut Book<'a>, operation: &Operation<'a>) {
    let words = book.words;
    let address = operation.address();
    book.heading(2, operation.id().unwrap_or(&address), Some(Target::Operation(address.clone())));
    book.add(&markdown::code(&address));
    if operation.is_deprecated() {
        book.add(&format!("> **{}**", words.deprecated));
    }
    let text = |member: &str| operation.value.get(member).and_then(Value::as_str).unwrap_or_default().trim();
    let (summary, description) = (text("summary"), text("description"));
    if !summary.is_empty() {
        book.add(&format!("**{}**", markdown::text(summary)));
    }
    for paragraph in
        description.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty() && *paragraph != summary)
    {
        book.add(&markdown::text(paragraph));
    }
    book.add(&format!("{}: {}", words.state, state(book, operation)));
    let is_websocket = is_websocket(book.input.errata, operation);
    let place = operation.pointer.to_string();
    book.errata(&errata_at(book.input.errata, place.trim_start_matches('#')));
    parameters(book, operation);
    body(book, operation);
    responses(book, operation);
    example(book, operation, is_websocket);
}

fn parameters<'a>(book: &mut Book<'a>, operation: &Operation<'a>) {
    let words = book.words;
    let parameters = operation.parameters();
    if parameters.is_empty() {
        book.add(words.no_parameters);
        return;
    }
    book.add(&format!("**{}**", words.parameters));
    let rows: Vec<Vec<String>> = parameters
        .iter()
        .map(|parameter| {
            let content = || contents(parameter.value).next().and_then(|(_, schema)| schema);
            let schema = parameter.value.get("schema").or_else(content).unwrap_or(&Value::Null);
            let text = |holder: &'a Value| holder.get("description").and_then(Value::as_str);
            let description = text(parameter.value).or_else(|| text(schema)).unwrap_or_default();
            let deprecated = parameter.value.get("deprecated") == Some(&Value::Bool(true));
            let style = parameter
                .value
                .get("style")
                .and_then(Value::as_str)
                .map_or_else(String::new, |style| format!(" ({})", markdown::text(style)));
            vec![
                markdown::code(parameter.name),
                format!("{}{}", parameter.place, style),
                book.kind(&book.types.phrase(schema, Detail::Whole)),
                book.yes(parameter.required).to_owned(),
                book.told(description, schema, deprecated),
            ]
        })
        .collect();
    let table =
        markdown::table(&[words.name, words.place, words.kind, words.required, words.description], rows);
    book.add(&table);
}

fn body<'a>(book: &mut Book<'a>, operation: &Operation<'a>) {
    let words = book.words;
    let Some((_, body)) = operation.body() else { return };
    let required = if body.get("required") == Some(&Value::Bool(true)) {
        format!(", {}", words.body_required)
    } else {
        String::new()
    };
    let description = body.get("description").and_then(Value::as_str).unwrap_or_default();
    for (media, schema) in contents(body) {
        let schema = schema.unwrap_or(&Value::Bool(true));
        let kind = book.kind(&book.types.phrase(schema, Detail::Brief));
        let line = format!("**{}** {}{required}: {kind}", words.body, markdown::code(media));
        book.add(&line);
        let told = book.told(description, schema, false);
        if !told.is_empty() {
            book.add(&told);
        }
        book.members(schema);
    }
}

fn responses<'a>(book: &mut Book<'a>, operation: &Operation<'a>) {
    let words = book.words;
    let mut rows = Vec::new();
    let mut inline = Vec::new();
    for (status, _, response) in operation.responses() {
        let mut description =
            markdown::text(response.get("description").and_then(Value::as_str).unwrap_or_default());
        let headers: Vec<String> =
            members(response, "headers").map(|(name, _)| markdown::code(name)).collect();
        if !headers.is_empty() {
            description = format!("{description} {} {}", words.headers, headers.join(", "));
        }
        let all: Vec<(&str, Option<&Value>)> = contents(response).collect();
        if all.is_empty() {
            rows.push(vec![markdown::code(status), words.no_content.to_owned(), description]);
            continue;
        }
        for (name, schema) in all {
            let schema = schema.unwrap_or(&Value::Bool(true));
            let kind = book.kind(&book.types.phrase(schema, Detail::Brief));
            let kind = if media(name) == "application/json" {
                kind
            } else {
                format!("{}: {kind}", markdown::code(name))
            };
            rows.push(vec![markdown::code(status), kind, description.clone()]);
            // A named schema has its own place.
            if crate::document::reference(schema).is_none() {
                inline.push((status, schema));
            }
        }
    }
    if rows.is_empty() {
        return;
    }
    book.add(&format!("**{}**", words.responses));
    let table = markdown::table(&[words.status, words.kind, words.description], rows);
    book.add(&table);
    for (status, schema) in inline {
        let rows = super::rows::rows(&book.types, schema);
        if !rows.is_empty() {
            book.add(&format!("{} {}:", words.members_of, markdown::code(status)));
            let table = book.member_table(&rows);
            book.add(&table);
        }
    }
}

fn example<'a>(book: &mut Book<'a>, operation: &Operation<'a>, is_websocket: bool) {
    let words = book.words;
    let request = Request::new(&book.types, operation);
    book.add(&format!("**{}**", words.example));
    book.add(&markdown::block("sh", &request.curl(is_websocket)));
    if is_websocket {
        book.add(words.rust_websocket);
        return;
    }
    if book.input.client.builder(&snake(operation.id().unwrap_or_default())).is_none() {
        book.add(words.rust_missing);
    }
    book.add(&markdown::block("rust", &request.rust(&book.input.client)));
}
