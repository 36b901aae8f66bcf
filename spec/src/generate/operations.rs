//! Operations as the generators see them, and `server/api/operations.txt`, the table of contents of the service.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::GeneratedFile;
use crate::names::{pascal, snake};
use crate::normalise::METHODS;

/// What the server does with an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Built.
    Done,
    /// Answers 501 in the contract's error shape.
    NotBuilt,
}

/// How an operation answers.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answer {
    /// JSON of this schema with status 200.
    Json(Value),
    /// Status 204.
    Nothing,
    /// `text/event-stream`, with the schema of one event, or another media type that is streamed.
    Stream(Option<Value>),
    /// The connection becomes a WebSocket.
    Websocket,
}

/// What a request carries.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Body {
    /// JSON of this schema.
    Json(Value),
    /// Bytes of any kind.
    Raw,
}

/// One parameter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) place: String,
    pub(super) required: bool,
    pub(super) schema: Value,
    pub(super) description: String,
}

/// One operation of the named document.
#[derive(Clone, Debug)]
pub(super) struct Operation {
    pub(super) id: String,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) deprecated: bool,
    pub(super) parameters: Vec<Parameter>,
    pub(super) body: Option<Body>,
    pub(super) answer: Answer,
    /// Component name of its declared errors.
    pub(super) errors: Option<String>,
    /// Rust module of its trait, for example `session_id`.
    pub(super) module: String,
    /// Rust struct of its path variables, if it has any.
    pub(super) path_struct: Option<String>,
    /// Rust struct of its query, if it has one.
    pub(super) query_struct: Option<String>,
    pub(super) state: State,
}

impl Operation {
    /// Rust name of the method: `session_prompt_async`.
    pub(super) fn function(&self) -> String {
        snake(&self.id)
    }

    /// Parameters of one place (`path` or `query`), in contract order.
    pub(super) fn parameters_in<'a>(&'a self, place: &'a str) -> impl Iterator<Item = &'a Parameter> {
        self.parameters.iter().filter(move |parameter| parameter.place == place)
    }
}

/// Reads `operations.txt`: id → state. Lines that it doesn't understand are ignored; the table is written anew.
pub fn parse_states(table: &str) -> BTreeMap<String, State> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let (state, _module, id) = (words.next()?, words.next()?, words.next()?);
            Some((id.to_owned(), if state == "done" { State::Done } else { State::NotBuilt }))
        })
        .collect()
}

/// All operations in contract order, each with its module.
pub(super) fn operations(
    document: &Value,
    websockets: &BTreeMap<String, String>,
    states: &BTreeMap<String, State>,
) -> Vec<Operation> {
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for method in METHODS {
            if let Some(operation) = item.get(method) {
                operations.push(read(path, method, operation, websockets, states));
            }
        }
    }
    assign_modules(&mut operations);
    assign_path_structs(&mut operations);
    assign_query_structs(&mut operations);
    operations
}

fn read(
    path: &str,
    method: &str,
    operation: &Value,
    websockets: &BTreeMap<String, String>,
    states: &BTreeMap<String, State>,
) -> Operation {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let id = text(&operation["operationId"]);
    let parameters = operation["parameters"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|parameter| Parameter {
            name: text(&parameter["name"]),
            place: text(&parameter["in"]),
            required: parameter["required"] == true,
            schema: parameter.get("schema").cloned().unwrap_or_else(|| json!({})),
            description: text(&parameter["description"]),
        })
        .collect();
    let body = operation
        .pointer("/requestBody/content")
        .and_then(Value::as_object)
        .and_then(|content| content.iter().next())
        .map(|(media, body)| match body.get("schema") {
            _ if media != "application/json" => Body::Raw,
            schema => Body::Json(schema.cloned().unwrap_or_else(|| json!({}))),
        });
    let mut answer = Answer::Nothing;
    let mut errors = None;
    for (code, response) in operation["responses"].as_object().into_iter().flatten() {
        let content = response["content"].as_object();
        if code.starts_with('2') {
            answer = match content.and_then(|content| content.iter().next()) {
                None => Answer::Nothing,
                Some((media, body)) if media == "application/json" => Answer::Json(body["schema"].clone()),
                Some((media, body)) if media == "text/event-stream" => {
                    Answer::Stream(body.get("schema").cloned())
                }
                Some(_) => Answer::Stream(None),
            };
        } else if let Some(reference) = response.pointer("/content/application~1json/schema/$ref") {
            errors = reference.as_str().and_then(|text| text.rsplit('/').next()).map(pascal);
        }
    }
    if websockets.contains_key(&id) {
        answer = Answer::Websocket;
    }
    Operation {
        state: states.get(&id).copied().unwrap_or(State::NotBuilt),
        id,
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: text(&operation["summary"]),
        description: text(&operation["description"]),
        deprecated: operation["deprecated"] == true,
        parameters,
        body,
        answer,
        errors,
        module: String::new(),
        path_struct: None,
        query_struct: None,
    }
}

/// One module per first path segment; where a literal and a variable are siblings (dropshot's router refuses
/// that), the operations below the variable move to a second module: `session`, `session_id`.
fn assign_modules(operations: &mut [Operation]) {
    let paths: Vec<Vec<String>> = operations
        .iter()
        .map(|operation| operation.path.split('/').skip(1).map(str::to_owned).collect())
        .collect();
    for (index, operation) in operations.iter_mut().enumerate() {
        let path = &paths[index];
        let first = snake(path.first().map(String::as_str).unwrap_or_default());
        let variable = (1..path.len()).find(|depth| {
            path[*depth].starts_with('{')
                && paths.iter().any(|other| {
                    other.len() > *depth
                        && other[..*depth] == path[..*depth]
                        && !other[*depth].starts_with('{')
                })
        });
        operation.module = match variable {
            None => first,
            Some(depth) => {
                let name = snake(path[depth].trim_matches(['{', '}']));
                if name.starts_with(&first) { name } else { format!("{first}_{name}") }
            }
        };
    }
}

/// `SessionMessagePath` for the variables `sessionID`, `messageID`; shared by all operations with these variables.
/// Other variables that give the same name (`{session}`) get a struct that is named after their operation.
fn assign_path_structs(operations: &mut [Operation]) {
    let mut owners: BTreeMap<String, Vec<(String, Value)>> = BTreeMap::new();
    for operation in operations {
        let variables: Vec<(String, Value)> = operation
            .parameters_in("path")
            .map(|parameter| (parameter.name.clone(), bare(&parameter.schema)))
            .collect();
        if variables.is_empty() {
            continue;
        }
        let words: String = variables.iter().map(|(name, _)| pascal(name.trim_end_matches("ID"))).collect();
        let name = format!("{words}Path");
        let is_free = owners.entry(name.clone()).or_insert_with(|| variables.clone()) == &variables;
        operation.path_struct = Some(if is_free { name } else { format!("{}Path", pascal(&operation.id)) });
    }
}

/// Query of the operations that ask for nothing but the instance that is meant.
pub(super) const INSTANCE_QUERY: &str = "InstanceQuery";

/// [`INSTANCE_QUERY`] for the one query that most operations have and that begins with the directory; for any other a
/// struct of the operation's own. A release that adds a parameter to every operation changes this struct, and no
/// signature.
fn assign_query_structs(operations: &mut [Operation]) {
    /// Names, whether required, and schemas.
    type Query = Vec<(String, bool, Value)>;
    let query = |operation: &Operation| -> Query {
        let parameters = operation.parameters_in("query");
        parameters.map(|one| (one.name.clone(), one.required, bare(&one.schema))).collect()
    };
    let mut counted: Vec<(Query, usize)> = Vec::new();
    for query in operations.iter().map(query) {
        if query.first().is_none_or(|(name, ..)| name != "directory") {
            continue;
        }
        match counted.iter_mut().find(|(known, _)| *known == query) {
            Some((_, count)) => *count += 1,
            None => counted.push((query, 1)),
        }
    }
    // Of equally many the first one, whatever else is in the contract.
    let shared = counted.into_iter().rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 1);
    for operation in operations {
        let query = query(operation);
        operation.query_struct = match &shared {
            _ if query.is_empty() => None,
            Some((shared, _)) if *shared == query => Some(INSTANCE_QUERY.to_owned()),
            _ => Some(format!("{}Query", pascal(&operation.id))),
        };
    }
}

/// A schema without its texts.
fn bare(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Some(members) = schema.as_object_mut() {
        members.retain(|key, _| !matches!(key.as_str(), "description" | "title" | "example" | "examples"));
    }
    schema
}

/// `server/api/operations.txt`.
pub(super) fn table(operations: &[Operation]) -> GeneratedFile {
    let mut text = String::from(
        "# Every operation of the contract: state (done or 501), module, id, method, path.\n\
         # Change the state when a handler is built; everything else is written by `cargo contract regenerate`.\n",
    );
    for operation in operations {
        let state = match operation.state {
            State::Done => "done",
            State::NotBuilt => "501",
        };
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{state:<5} {:<14} {:<28} {:<7} {}",
            operation.module, operation.id, operation.method, operation.path
        );
    }
    GeneratedFile { path: "server/api/operations.txt".into(), text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(paths: &[&str]) -> Value {
        let paths: serde_json::Map<String, Value> = paths
            .iter()
            .map(|path| ((*path).to_owned(), json!({"get": {"operationId": path, "responses": {"200": {}}}})))
            .collect();
        json!({ "paths": paths })
    }

    #[test]
    fn literal_and_variable_siblings_live_in_different_modules() {
        let all = operations(
            &document(&[
                "/session",
                "/session/status",
                "/session/{sessionID}",
                "/session/{sessionID}/todo",
                "/pty/{ptyID}",
            ]),
            &BTreeMap::new(),
            &BTreeMap::new(),
        );
        let modules: Vec<&str> = all.iter().map(|operation| operation.module.as_str()).collect();
        assert_eq!(modules, ["session", "session", "session_id", "session_id", "pty"]);
    }

    #[test]
    fn path_structs_are_shared_by_operations_with_equal_variables() {
        let operation = |id: &str, name: &str, kind: &str| {
            json!({"get": {"operationId": id, "responses": {}, "parameters": [
                {"in": "path", "name": name, "required": true, "schema": {"type": kind, "description": id}}]}})
        };
        let all = operations(
            &json!({"paths": {
                "/a/{sessionID}": operation("a", "sessionID", "string"),
                "/b/{sessionID}": operation("b", "sessionID", "string"),
                "/c/{session}": operation("c", "session", "string"),
                "/d/{sessionID}": operation("d", "sessionID", "integer"),
            }}),
            &BTreeMap::new(),
            &BTreeMap::new(),
        );
        let structs: Vec<_> = all.iter().filter_map(|operation| operation.path_struct.as_deref()).collect();
        assert_eq!(structs, ["SessionPath", "SessionPath", "CPath", "DPath"]);
    }

    #[test]
    fn the_query_that_most_operations_have_is_one_struct() {
        let operation = |id: &str, names: &[&str]| {
            let parameter = |name| json!({"in": "query", "name": name, "schema": {"type": "string"}});
            let parameters: Vec<Value> = names.iter().map(parameter).collect();
            json!({"get": {"operationId": id, "responses": {}, "parameters": parameters}})
        };
        let structs = |common: &[&str]| {
            let all = operations(
                &json!({"paths": {
                    "/a": operation("a", common),
                    "/b": operation("b", &["directory", "limit"]),
                    "/c": operation("c", common),
                    "/d": operation("d", &[]),
                    "/e": operation("e", &["limit"]),
                    "/f": operation("f", &["limit"]),
                    "/g": operation("g", &["limit"]),
                }}),
                &BTreeMap::new(),
                &BTreeMap::new(),
            );
            all.into_iter().map(|operation| operation.query_struct.unwrap_or_default()).collect::<Vec<_>>()
        };
        let expected = ["InstanceQuery", "BQuery", "InstanceQuery", "", "EQuery", "FQuery", "GQuery"];
        assert_eq!(structs(&["directory"]), expected);
        assert_eq!(structs(&["directory", "workspace"]), expected);
    }

    #[test]
    fn states_survive_a_regeneration() {
        let states = parse_states("# comment\ndone session session.list GET /session\n");
        let table = table(&operations(
            &json!({"paths": {"/session": {"get": {"operationId": "session.list", "responses": {}}}}}),
            &BTreeMap::new(),
            &states,
        ));
        assert_eq!(parse_states(&table.text), states);
    }
}
