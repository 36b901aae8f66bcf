//! The contract as the replay needs it: its operations, with pointers to their schemas in the document.
//!
//! Nothing is copied or rewritten: schemas stay in [`Contract::document`], which the judge shares.
//! Start at [`Contract::read`].

use std::sync::Arc;

use indexmap::IndexMap;
use serde_json::{Map, Value};

/// A contract document and its operations in document order, by operation id.
#[derive(Debug)]
pub struct Contract {
    pub document: Arc<Value>,
    pub operations: IndexMap<String, Operation>,
}

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    pub id: String,
    /// Upper case.
    pub method: String,
    /// With `{name}` for path parameters.
    pub path: String,
    pub parameters: Vec<Parameter>,
    pub body: Option<Body>,
    /// By status as the contract writes it: `200`, `4XX`, `default`.
    pub answers: IndexMap<String, Answer>,
}

#[derive(Clone, Debug)]
pub struct Parameter {
    pub name: String,
    pub place: Place,
    pub required: bool,
    /// Pointer of its schema in the document.
    pub schema: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Path,
    Query,
    /// Header or cookie; the replay sends none.
    Elsewhere,
}

#[derive(Clone, Debug)]
pub struct Body {
    pub required: bool,
    /// Pointer of the JSON schema in the document.
    pub schema: String,
}

/// What may come back with one status: pointers to the schemas by media type. Empty: no body.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub content: IndexMap<String, String>,
}

/// The document is no contract.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct ContractError {
    /// JSON pointer.
    pub place: String,
    pub problem: &'static str,
}

impl Contract {
    /// Reads the operations of an OpenAPI 3.1 document.
    ///
    /// # Errors
    /// The document has no `paths`, or an operation lacks what makes it one.
    pub fn read(document: impl Into<Arc<Value>>) -> Result<Contract, ContractError> {
        let document = document.into();
        let mut operations = IndexMap::new();
        for (path, item) in object(&document, "/paths")? {
            let at = format!("/paths/{}", escape(path));
            for method in ["get", "put", "post", "delete", "patch"] {
                let Some(operation) = item.get(method) else { continue };
                let operation = Operation::read(operation, item, method, path, &format!("{at}/{method}"))?;
                operations.insert(operation.id.clone(), operation);
            }
        }
        Ok(Contract { document, operations })
    }

    /// The schema that `schema` stands for when it is a `$ref` into this document, else itself.
    pub fn resolve<'a>(&'a self, mut schema: &'a Value) -> &'a Value {
        // A chain of references longer than this can only be a circle.
        for _ in 0..16 {
            let target =
                schema.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix('#'));
            match target.and_then(|pointer| self.document.pointer(pointer)) {
                Some(found) => schema = found,
                None => break,
            }
        }
        schema
    }
}

impl Operation {
    fn read(
        operation: &Value,
        item: &Value,
        method: &str,
        path: &str,
        at: &str,
    ) -> Result<Operation, ContractError> {
        let id = operation.get("operationId").and_then(Value::as_str);
        let id = id.ok_or_else(|| error(at, "the operation has no operationId"))?;
        // Those of the whole path stand one level above.
        let shared = at.rsplit_once('/').map_or(at, |(path, _)| path);
        let parameters = [(item, shared), (operation, at)].into_iter().flat_map(|(holder, at)| {
            let list = holder.get("parameters").and_then(Value::as_array).into_iter().flatten();
            let read =
                move |(number, parameter)| Parameter::read(parameter, &format!("{at}/parameters/{number}"));
            list.enumerate().filter_map(read)
        });
        let parameters = parameters.collect();
        let body = operation.get("requestBody").map(|body| Body {
            required: body["required"] == true,
            schema: format!("{at}/requestBody/content/application~1json/schema"),
        });
        let mut answers = IndexMap::new();
        for (status, answer) in operation.get("responses").and_then(Value::as_object).into_iter().flatten() {
            let at = format!("{at}/responses/{status}/content");
            let content = answer.get("content").and_then(Value::as_object).into_iter().flat_map(Map::keys);
            let content =
                content.map(|media| (media.clone(), format!("{at}/{}/schema", escape(media)))).collect();
            answers.insert(status.clone(), Answer { content });
        }
        Ok(Operation {
            id: id.to_owned(),
            method: method.to_uppercase(),
            path: path.to_owned(),
            parameters,
            body,
            answers,
        })
    }

    /// Method and path template, for calls that were not sent.
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The parts of its path, `{name}` for parameters.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.path.split('/').filter(|segment| !segment.is_empty())
    }

    /// Whether it is told in which directory it is called.
    pub fn takes_directory(&self) -> bool {
        self.parameters.iter().any(Parameter::is_directory)
    }

    /// What the contract says about `status`, the exact number before its class before the default.
    pub fn answer(&self, status: u16) -> Option<&Answer> {
        let class = format!("{}XX", status / 100);
        let exact = self.answers.get(&status.to_string());
        exact.or_else(|| self.answers.get(&class)).or_else(|| self.answers.get("default"))
    }

    /// Where its answers stand in the document.
    pub fn responses(&self) -> String {
        format!("/paths/{}/{}/responses", escape(&self.path), self.method.to_lowercase())
    }

    /// The statuses a valid call may be answered with.
    pub fn success_statuses(&self) -> Vec<u16> {
        let statuses = self.answers.keys().filter_map(|status| status.parse().ok());
        statuses.filter(|status| (200..300).contains(status)).collect()
    }

    /// The schema of the events, when the operation answers with a stream of them.
    pub fn event_schema(&self) -> Option<&str> {
        let contents = self.answers.values().flat_map(|answer| &answer.content);
        contents
            .into_iter()
            .find(|(media, _)| *media == "text/event-stream")
            .map(|(_, schema)| schema.as_str())
    }
}

impl Parameter {
    /// Whether it says in which directory a call is made, as nearly every operation has it.
    pub fn is_directory(&self) -> bool {
        self.place == Place::Query && self.name == "directory"
    }

    /// `None` for what is no parameter; the linter of the contract complains about those, not the replay.
    fn read(parameter: &Value, at: &str) -> Option<Parameter> {
        let place = match parameter.get("in")?.as_str()? {
            "path" => Place::Path,
            "query" => Place::Query,
            _ => Place::Elsewhere,
        };
        parameter.get("schema")?;
        Some(Parameter {
            name: parameter.get("name")?.as_str()?.to_owned(),
            place,
            required: parameter["required"] == true,
            schema: format!("{at}/schema"),
        })
    }
}

/// The name of the parameter that a segment of a path stands for.
pub fn parameter_of(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

/// The module of an operation: what its id begins with, up to the first dot.
pub fn module(operation: &str) -> &str {
    operation.split('.').next().unwrap_or(operation)
}

/// A member name as it stands in a JSON pointer.
pub fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn object<'a>(document: &'a Value, pointer: &str) -> Result<&'a Map<String, Value>, ContractError> {
    let found = document.pointer(pointer).and_then(Value::as_object);
    found.ok_or_else(|| error(pointer, "an OpenAPI document has an object here"))
}

fn error(place: &str, problem: &'static str) -> ContractError {
    ContractError { place: place.to_owned(), problem }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_embedded_contract_has_its_operations() {
        let contract = crate::embedded_contract();
        assert_eq!(contract.operations.len(), 98);
        let get = &contract.operations["session.get"];
        assert_eq!((get.method.as_str(), get.path.as_str()), ("GET", "/session/{sessionID}"));
        assert_eq!(get.success_statuses(), [200]);
        assert_eq!(contract.document.pointer(&get.parameters[0].schema), Some(&json!({"type": "string"})));
        let schema = &get.answer(404).expect("documented").content["application/json"];
        assert!(contract.document.pointer(schema).is_some(), "{schema}");
        assert!(contract.document.pointer(&get.responses()).is_some(), "{}", get.responses());
        assert!(contract.operations["global.event"].event_schema().is_some());
        assert!(
            contract.operations["session.prompt_async"].answer(204).expect("documented").content.is_empty()
        );
    }

    #[test]
    fn statuses_are_found_by_number_then_class_then_default() {
        let document = json!({"paths": {"/x": {"get": {"operationId": "x", "responses": {
            "200": {}, "4XX": {"content": {"text/plain": {}}}, "default": {"content": {"text/html": {}}},
        }}}}});
        let contract = Contract::read(document).expect("a contract");
        let media = |status| {
            let answer = contract.operations["x"].answer(status).expect("documented");
            answer.content.keys().cloned().collect::<Vec<_>>()
        };
        assert_eq!(
            (media(200).len(), media(418), media(500)),
            (0, vec!["text/plain".into()], vec!["text/html".into()])
        );
    }

    #[test]
    fn what_is_no_contract_is_refused() {
        let message = |document| Contract::read(document).expect_err("no contract").to_string();
        assert!(message(json!([])).starts_with("/paths:"));
        let nameless = json!({"paths": {"/a/b": {"get": {}}}});
        assert!(message(nameless).starts_with("/paths/~1a~1b/get:"));
    }
}
