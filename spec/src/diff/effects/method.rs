//! The methods of the client: one for each operation, with what its builder takes and what it answers.

use std::sync::Arc;

use serde_json::Value;

use super::identifier;
use super::model::Model;
use crate::names::{calls, pascal, snake};

/// What a caller sees of one operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Method {
    /// `operations::Session::prompt`.
    pub(super) name: String,
    /// Of its builder: `SessionPrompt`.
    pub(super) builder: String,
    /// What the builder takes; the body is the last.
    pub(super) setters: Vec<Setter>,
    /// What `send` answers. All methods fail with the one error of the client.
    pub(super) answer: String,
}

/// One method of a builder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Setter {
    /// The parameter's name in the contract; `body` for the body.
    pub(super) wire: String,
    pub(super) name: String,
    pub(super) takes: String,
    pub(super) required: bool,
    /// The method itself takes it, and not the builder.
    pub(super) argument: bool,
}

impl Setter {
    /// How a caller gives it.
    pub(super) fn call(&self) -> String {
        if self.argument { format!("the argument `{}`", self.name) } else { format!("`.{}(…)`", self.name) }
    }
}

impl Model<'_> {
    /// The operation in the generators' dialect.
    pub(super) fn operation<'m>(&self, document: &'m Value, path: &str, method: &str) -> Option<&'m Value> {
        // A path that ends in `*` has got a variable there.
        let path = path.replace('*', "{path}");
        document.get("paths")?.get(&path)?.get(method.to_ascii_lowercase())
    }

    /// The method of an operation; `None` if it has none.
    pub(super) fn method(&self, address: (String, String)) -> Option<Arc<Method>> {
        let known = self.methods.borrow().get(&address).cloned();
        known.unwrap_or_else(|| {
            let made = self.make_method(&address.0, &address.1).map(Arc::new);
            self.methods.borrow_mut().insert(address, made.clone());
            made
        })
    }

    fn make_method(&self, path: &str, method: &str) -> Option<Method> {
        let operation = self.operation(&self.named, path, method)?;
        let id = operation["operationId"].as_str()?;
        if self.websockets.iter().any(|other| other == id) {
            return None;
        }
        let mut setters: Vec<Setter> = operation["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|parameter| {
                let wire = parameter["name"].as_str()?;
                let takes =
                    parameter.get("schema").map_or("String".to_owned(), |schema| self.rust_type(schema));
                let inner = takes.strip_prefix("Option<").and_then(|takes| takes.strip_suffix('>'));
                Some(Setter {
                    wire: wire.to_owned(),
                    name: identifier::field(wire),
                    required: parameter["required"] == true && inner.is_none(),
                    takes: inner.unwrap_or(&takes).to_owned(),
                    argument: parameter["in"] == "path",
                })
            })
            .collect();
        if let Some(content) = operation.pointer("/requestBody/content").and_then(Value::as_object) {
            let body = content.values().next().and_then(|media| media.get("schema"));
            let takes = body.map_or("serde_json::Value".to_owned(), |schema| self.rust_type(schema));
            let (wire, name) = ("body".to_owned(), "body".to_owned());
            setters.push(Setter { wire, name, takes, required: true, argument: false });
        }
        let mut answer = "()".to_owned();
        for (status, response) in operation["responses"].as_object().into_iter().flatten() {
            let body = response["content"].as_object().and_then(|content| content.iter().next());
            let holds = match body {
                None => "()".to_owned(),
                Some((media, body)) if media.ends_with("json") => {
                    body.get("schema").map_or("serde_json::Value".to_owned(), |schema| self.rust_type(schema))
                }
                Some(_) => "ByteStream".to_owned(),
            };
            if status.starts_with('2') {
                answer = holds;
            }
        }
        for setter in &mut setters {
            setter.takes = in_the_client(&setter.takes);
        }
        let answer = in_the_client(&answer);
        let builder = pascal(&snake(id));
        Some(Method { name: place(id), builder, setters, answer })
    }
}

/// Where the method of an operation stands in the client.
fn place(id: &str) -> String {
    match calls(id).as_slice() {
        [group, operation] => format!("operations::{}::{operation}", pascal(group)),
        words => format!("Client::{}", words.concat()),
    }
}

/// The client's generator knows the named types only; a bare number is to it what it is to Rust.
fn in_the_client(holds: &str) -> String {
    match holds {
        "Number" | "AnyNumber" => "f64".to_owned(),
        holds => holds.replace("<Number>", "<f64>").replace(", Number>", ", f64>"),
    }
}
