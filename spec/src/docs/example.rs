//! An example request of an operation, for curl and for the Rust client.
//!
//! The smallest request that the contract accepts: required parameters, and a body of required members.

use std::fmt::Write as _;

use serde_json::Value;

use super::client::{Builder, Client};
use super::phrase::Types;
use super::sample::sample;
use super::{answer_media, contents, is_json, media};
use crate::document::Operation;
use crate::names::{self, identifier, pascal, snake};

/// The server of the examples.
const SERVER: &str = "127.0.0.1:4096";

/// Lines of examples are broken beyond this.
const WIDTH: usize = 96;

/// What the example sends.
pub(super) struct Request<'a> {
    operation: &'a Operation<'a>,
    path: Vec<(&'a str, Value)>,
    query: Vec<(String, Value)>,
    headers: Vec<(&'a str, Value)>,
    /// Media type and value.
    body: Option<(&'a str, Value)>,
    body_schema: Option<&'a Value>,
}

/// A path below, which is what a wildcard stands for.
const WILDCARD: &str = "src/main.rs";

impl<'a> Request<'a> {
    pub(super) fn new(types: &Types<'a>, operation: &'a Operation<'a>) -> Self {
        let mut request = Self {
            operation,
            path: Vec::new(),
            query: Vec::new(),
            headers: Vec::new(),
            body: None,
            body_schema: None,
        };
        for parameter in operation.parameters() {
            let schema = parameter.value.get("schema").or_else(|| contents(parameter.value).next()?.1);
            let value = || {
                let told = parameter.value.get("example").cloned();
                told.unwrap_or_else(|| {
                    schema.map_or(Value::Null, |schema| sample(types, schema, parameter.name))
                })
            };
            match parameter.place {
                "path" => request.path.push((parameter.name, value())),
                "query" if parameter.required => {
                    match (parameter.value.get("style").and_then(Value::as_str), value()) {
                        (Some("deepObject"), Value::Object(members)) => {
                            let each = members
                                .into_iter()
                                .map(|(name, value)| (format!("{}[{name}]", parameter.name), value));
                            request.query.extend(each);
                        }
                        (_, value) => request.query.push((parameter.name.to_owned(), value)),
                    }
                }
                "header" if parameter.required => request.headers.push((parameter.name, value())),
                _ => {}
            }
        }
        // The client takes what stands for a wildcard as the last variable of the path.
        if operation.path.contains('*') && request.path.iter().all(|(name, _)| *name != "path") {
            request.path.push(("path", WILDCARD.into()));
        }
        if let Some((_, body)) = operation.body() {
            let mut all: Vec<_> = contents(body).collect();
            all.sort_by_key(|(media, _)| !is_json(media));
            if let Some((media, schema)) = all.into_iter().next() {
                let value = schema.map_or(Value::Null, |schema| sample(types, schema, ""));
                (request.body, request.body_schema) = (Some((media, value)), schema);
            }
        }
        request
    }

    fn url(&self, scheme: &str) -> String {
        let mut path = self.operation.path.to_owned();
        for (name, value) in &self.path {
            path = path.replace(&format!("{{{name}}}"), &encoded(&plain(value)));
        }
        let path = path.replace('*', WILDCARD);
        let query: Vec<String> = self
            .query
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(&plain(value))))
            .collect();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{scheme}://{SERVER}{path}{mark}{}", query.join("&"))
    }

    /// `curl …`.
    pub(super) fn curl(&self, is_websocket: bool) -> String {
        if is_websocket {
            return format!("curl --no-buffer {}", shell(&self.url("ws")));
        }
        let mut words = vec!["curl".to_owned()];
        if answer_media(self.operation).is_some_and(|(name, _)| media(name) == "text/event-stream") {
            words[0].push_str(" --no-buffer");
        }
        if self.operation.method != "get" {
            let _ = write!(words[0], " -X {}", self.operation.method.to_ascii_uppercase());
        }
        let _ = write!(words[0], " {}", shell(&self.url("http")));
        words.extend(
            self.headers
                .iter()
                .map(|(name, value)| format!("-H {}", shell(&format!("{name}: {}", plain(value))))),
        );
        if let Some((media, value)) = &self.body {
            words.push(format!("-H {}", shell(&format!("content-type: {media}"))));
            words.push(if is_json(media) {
                format!("-d {}", shell(&json(value)))
            } else {
                "--data-binary @file".to_owned()
            });
        }
        words.join(" \\\n  ")
    }

    /// Statements in an async function that returns a `Result`, with `client` in scope.
    pub(super) fn rust(&self, client: &Client) -> String {
        let method = snake(self.operation.id().unwrap_or_default());
        let builder = client.builder(&method);
        let arguments: Vec<String> =
            self.path.iter().map(|(_, value)| format!("{:?}", plain(value))).collect();
        let mut words = names::calls(self.operation.id().unwrap_or_default());
        let operation = words.pop().unwrap_or_default();
        let mut calls = vec!["client".to_owned()];
        calls.extend(words.iter().map(|group| format!(".{group}()")));
        calls.push(format!(".{operation}({})", arguments.join(", ")));
        for (name, value) in &self.query {
            let setter = identifier(&snake(name));
            let kind = builder.and_then(|builder| builder.kind(&setter));
            calls.push(format!(".{setter}({})", argument(value, kind)));
        }
        if self.body.is_some() {
            calls.push(".body(body)".to_owned());
        }
        self.rust_body(client).unwrap_or_default() + &self.answer(calls)
    }

    /// `let body: … = …;`, if there is one.
    pub(super) fn rust_body(&self, client: &Client) -> Option<String> {
        let (media, value) = self.body.as_ref()?;
        if !is_json(media) {
            return Some("let body = std::fs::read(\"file\")?;\n".to_owned());
        }
        let method = snake(self.operation.id().unwrap_or_default());
        let kind = self.body_type(client.builder(&method));
        Some(format!("let body: {kind} = serde_json::from_value(serde_json::json!({}))?;\n", json(value)))
    }

    fn answer(&self, mut calls: Vec<String>) -> String {
        let own = match self.operation.id() {
            Some("event.subscribe") => Some("events"),
            Some("global.event") => Some("global_events"),
            _ => None,
        };
        match (answer_media(self.operation), own) {
            // The client's own methods decode the events.
            (Some((name, _)), Some(own)) if media(name) == "text/event-stream" => format!(
                "use futures::StreamExt as _;\n\nlet mut events = client.{own}().await?;\n\
                 while let Some(event) = events.next().await {{\n    println!(\"{{:?}}\", event?);\n}}"
            ),
            (Some((name, _)), _) if !is_json(name) => {
                calls.push(".send()".to_owned());
                let call = chain("let answer = ", &calls, ".await?;");
                format!(
                    "use futures::StreamExt as _;\n\n{call}\nlet mut bytes = answer.into_inner_stream();\n\
                     while let Some(chunk) = bytes.next().await {{\n    println!(\"{{}} bytes\", chunk?.len());\n}}"
                )
            }
            (Some(_), _) => {
                calls.push(".send()".to_owned());
                chain("let answer = ", &calls, ".await?;") + "\nprintln!(\"{:?}\", answer.into_inner());"
            }
            (None, _) => {
                calls.push(".send()".to_owned());
                chain("", &calls, ".await?;")
            }
        }
    }

    /// `opencode_client::types::SessionPromptBody`, as the client has it, or as it would be named.
    fn body_type(&self, builder: Option<&Builder>) -> String {
        let known = builder.and_then(|builder| builder.kind("body")).map(|kind| {
            kind.replace("::opencode_types::", "opencode_client::types::")
                .replace("::std::", "std::")
                .replace("::serde_json::", "serde_json::")
        });
        known.unwrap_or_else(|| {
            let named = self
                .body_schema
                .and_then(crate::document::reference)
                .and_then(|text| text.rsplit('/').next());
            let name = named
                .map_or_else(|| format!("{}Body", pascal(self.operation.id().unwrap_or_default())), pascal);
            format!("opencode_client::types::{name}")
        })
    }
}

fn chain(before: &str, calls: &[String], after: &str) -> String {
    let line = format!("{before}{}{after}", calls.concat());
    if line.len() <= WIDTH {
        return line;
    }
    let mut calls = calls.iter();
    let first = calls.next().map_or("", String::as_str);
    let rest: String = calls.map(|call| format!("\n    {call}")).collect();
    let after =
        after.strip_prefix(".await").map_or_else(|| after.to_owned(), |rest| format!("\n    .await{rest}"));
    format!("{before}{first}{rest}{after}")
}

/// A value as the argument of a setter that takes `kind`.
fn argument(value: &Value, kind: Option<&str>) -> String {
    match (kind, value) {
        (Some("f64"), Value::Number(number)) => format!("{:?}", number.as_f64().unwrap_or_default()),
        (Some(kind), Value::Number(number)) if kind.contains("NonZero") => format!("{number}_u64"),
        (Some(kind), value) if kind.ends_with("::String") => format!("{:?}", plain(value)),
        (_, Value::String(text)) => format!("{text:?}"),
        (_, Value::Object(_) | Value::Array(_)) => format!("serde_json::from_str({:?})?", value.to_string()),
        (_, value) => value.to_string(),
    }
}

/// On one line if it is short.
fn json(value: &Value) -> String {
    let line = value.to_string();
    if line.len() <= 60 {
        // Blanks as people write them.
        let spaced = serde_json::to_string_pretty(value).unwrap_or_else(|_| line.clone());
        return spaced.split('\n').map(str::trim_start).collect::<Vec<_>>().join(" ");
    }
    serde_json::to_string_pretty(value).unwrap_or(line)
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn encoded(text: &str) -> String {
    let mut done = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            done.push(char::from(byte));
        } else {
            let _ = write!(done, "%{byte:02X}");
        }
    }
    done
}

fn shell(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::document::operations;

    fn made(path: &str, method: &str, operation: Value, client: &Client) -> (String, String) {
        let document = json!({"paths": {path: {method: operation}}});
        let operations = operations(&document);
        let request = Request::new(&Types::new(&document), &operations[0]);
        (request.curl(false), request.rust(client))
    }

    #[test]
    fn required_parameters_and_a_small_body_are_sent() {
        let operation = json!({"operationId": "session.prompt", "parameters": [
            {"in": "path", "name": "sessionID", "required": true, "schema": {"type": "string", "pattern": "^ses.*"}},
            {"in": "query", "name": "type", "required": true, "schema": {"type": "string", "enum": ["a b"]}},
            {"in": "query", "name": "limit", "required": true, "schema": {"type": "number"}},
            {"in": "query", "name": "optional", "schema": {"type": "string"}},
            {"in": "query", "name": "location", "style": "deepObject", "required": true,
                "schema": {"type": "object", "required": ["directory"], "properties": {"directory": {"type": "string"}}}},
        ], "requestBody": {"content": {"application/json": {"schema": {"required": ["text"], "properties": {"text": {"const": "it's"}}}}}},
        "responses": {"200": {"content": {"application/json": {"schema": {}}}}}});
        let client = Client::read(
            "pub struct SessionPrompt<'a> {\nlimit: Result<f64, String>,\n\
             body: Result<::opencode_types::Prompt, String>,\n}\n",
        );
        let (curl, rust) = made("/session/{sessionID}", "post", operation.clone(), &client);
        assert_eq!(
            curl,
            "curl -X POST 'http://127.0.0.1:4096/session/ses_example?type=a%20b&limit=1&location%5Bdirectory%5D=%2Fhome%2Fme%2Fproject' \\\n  \
             -H 'content-type: application/json' \\\n  -d '{ \"text\": \"it'\\''s\" }'"
        );
        assert_eq!(
            rust,
            "let body: opencode_client::types::Prompt = serde_json::from_value(serde_json::json!({ \"text\": \"it's\" }))?;\n\
             let answer = client\n    .session()\n    .prompt(\"ses_example\")\n    .type_(\"a b\")\n    .limit(1.0)\n    \
             .location_directory(\"/home/me/project\")\n    .body(body)\n    .send()\n    .await?;\nprintln!(\"{:?}\", answer.into_inner());"
        );
        let (_, guessed) = made("/session/{sessionID}", "post", operation, &Client::default());
        assert!(guessed.starts_with("let body: opencode_client::types::SessionPromptBody = "), "{guessed}");
    }

    #[test]
    fn answers_without_content_and_streams_are_used_as_such() {
        let (curl, rust) =
            made("/a", "get", json!({"operationId": "a.b", "responses": {"204": {}}}), &Client::default());
        assert_eq!(
            (curl.as_str(), rust.as_str()),
            ("curl 'http://127.0.0.1:4096/a'", "client.a().b().send().await?;")
        );
        let stream = |id: &str, media: &str| json!({"operationId": id, "responses": {"200": {"content": {media: {}}}}});
        let (curl, rust) =
            made("/e", "get", stream("event.subscribe", "text/event-stream"), &Client::default());
        assert!(curl.contains("--no-buffer") && rust.contains("client.events().await?"), "{curl}{rust}");
        let (_, rust) = made("/f/*", "get", stream("f", "application/octet-stream"), &Client::default());
        assert!(rust.contains("into_inner_stream"), "{rust}");
    }
}
