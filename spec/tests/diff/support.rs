//! Small documents, and changes reduced to what a test says about them.

use opencode_spec::diff::{Change, Direction, Level, Subject};
use opencode_spec::document::Document;
use serde_json::{Value, json};

/// A document with these paths and named schemas.
pub fn contract(paths: Value, schemas: Value) -> Document {
    document(&json!({"openapi": "3.1.1", "info": {"title": "t", "version": "1"}, "paths": paths,
        "components": {"schemas": schemas}}))
}

pub fn document(value: &Value) -> Document {
    let text = serde_json::to_string_pretty(value).expect("JSON");
    Document::parse("a.json", text).unwrap_or_else(|error| panic!("{error}\n{value:#}"))
}

/// A document with one operation whose body and answer are `schema`, under `x` of a named object.
pub fn both_ways(schema: &Value) -> Document {
    contract(
        json!({"/thing": {"put": {
            "operationId": "thing.put",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
            "responses": {"200": {"description": "it", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}},
        }}}),
        json!({"Thing": {"type": "object", "properties": {"x": schema}}}),
    )
}

/// A document with one operation that has one parameter.
pub fn with_parameter(schema: &Value) -> Document {
    contract(
        json!({"/thing": {"get": {
            "operationId": "thing.get",
            "parameters": [{"name": "q", "in": "query", "schema": schema}],
            "responses": {"204": {"description": "done"}},
        }}}),
        json!({}),
    )
}

/// The changes; no test here asks for witnesses and effects, which have tests of their own.
pub fn changes(old: &Document, new: &Document) -> Vec<Change> {
    opencode_spec::diff::changes(old, new)
}

/// One change in one line: `breaking rule [request] Thing: x`.
pub fn line(change: &Change) -> String {
    let direction = match change.direction {
        None => "",
        Some(Direction::Request) => " request",
        Some(Direction::Response) => " response",
    };
    let subject = match &change.subject {
        Subject::Document => "document",
        Subject::Operation { id, .. } => id,
        Subject::Schema { name } => name,
        Subject::Shared { kind, name } => &format!("{} {name}", kind.name()),
    };
    format!("{} {}{direction} {subject}: {}", change.level.name(), change.rule, change.at)
}

pub fn lines(old: &Document, new: &Document) -> Vec<String> {
    changes(old, new).iter().map(line).collect()
}

/// How the set of allowed values changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    Grows,
    Shrinks,
    /// Both at once.
    Moves,
    /// Nobody knows.
    Unclear,
    /// It is the same.
    Stays,
}

impl Set {
    /// The level that the set alone asks for.
    pub fn level(self, direction: Direction) -> Level {
        match (self, direction) {
            (Self::Unclear, _) => Level::Unknown,
            (Self::Stays, _) => Level::Compatible,
            (Self::Moves, _) | (Self::Shrinks, Direction::Request) | (Self::Grows, Direction::Response) => {
                Level::Breaking
            }
            (Self::Grows, Direction::Request) | (Self::Shrinks, Direction::Response) => {
                Level::BreakingForServers
            }
        }
    }

    pub fn reversed(self) -> Self {
        match self {
            Self::Grows => Self::Shrinks,
            Self::Shrinks => Self::Grows,
            same => same,
        }
    }
}
