//! The operations of an OpenAPI document, read from its bare JSON.
//!
//! Everything here takes the document as a [`Value`], so that the contract (3.1) and the documents which dropshot
//! prints (3.0) are read by the same few functions. A member of the wrong JSON type reads as absent: a
//! [`Document`](super::Document) has none.

use serde_json::{Map, Value};

use super::{Pointer, follow};

/// The methods a path item can hold, in the order in which OpenAPI lists them.
pub const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// One method of one path.
#[derive(Clone, Debug)]
pub struct Operation<'a> {
    document: &'a Value,
    /// Lower case, as in the document.
    pub method: &'a str,
    /// The path template, `/session/{sessionID}`.
    pub path: &'a str,
    /// The place of the operation object.
    pub pointer: Pointer,
    /// The operation object.
    pub value: &'a Value,
    item: (Pointer, &'a Value),
}

/// One parameter of an operation, `$ref` already followed.
#[derive(Clone, Debug)]
pub struct Parameter<'a> {
    /// `query`, `path`, `header` or `cookie`.
    pub place: &'a str,
    pub name: &'a str,
    pub required: bool,
    pub pointer: Pointer,
    pub value: &'a Value,
}

/// All operations in the order of the document.
pub fn operations(document: &Value) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    for (path, item) in members(document, "paths") {
        let (pointer, item) = follow(document, Pointer::root().below(&["paths", path]), item);
        for (method, value) in item.as_object().into_iter().flatten() {
            if METHODS.contains(&method.as_str()) {
                let pointer = pointer.child(method);
                let item = (pointer.parent(), item);
                found.push(Operation { document, method, path, pointer, value, item });
            }
        }
    }
    found
}

/// The members of the object `name` of `value`, or none.
pub(crate) fn members<'a>(
    value: &'a Value,
    name: &str,
) -> impl Iterator<Item = (&'a String, &'a Value)> + use<'a> {
    value.get(name).and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

impl<'a> Operation<'a> {
    /// The `operationId`; the contract's own name of the operation.
    pub fn id(&self) -> Option<&'a str> {
        self.value.get("operationId")?.as_str()
    }

    /// `GET /session/{sessionID}`.
    pub fn address(&self) -> String {
        format!("{} {}", self.method.to_ascii_uppercase(), self.path)
    }

    /// Whether reports call it `name`: by its id, or by its address where it has none.
    pub fn is_called(&self, name: &str) -> bool {
        self.id().map_or_else(|| self.address() == name, |id| id == name)
    }

    pub fn is_deprecated(&self) -> bool {
        self.value.get("deprecated").and_then(Value::as_bool).unwrap_or(false)
    }

    /// The item of the path that it stands in, its reference followed.
    pub fn item(&self) -> (Pointer, &'a Value) {
        self.item.clone()
    }

    /// Every parameter: those of the path item first, unless the operation has one of the same place and name.
    pub fn parameters(&self) -> Vec<Parameter<'a>> {
        let own = self.listed(&self.pointer, self.value);
        let mut all = self.listed(&self.item.0, self.item.1);
        all.retain(|shared| !own.iter().any(|own| (own.place, own.name) == (shared.place, shared.name)));
        all.extend(own);
        all
    }

    /// The parameters that stand in the `parameters` array of `holder`, with repetitions.
    fn listed(&self, pointer: &Pointer, holder: &'a Value) -> Vec<Parameter<'a>> {
        let pointer = pointer.child("parameters");
        let list = holder.get("parameters").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        list.iter()
            .enumerate()
            .filter_map(|(index, value)| {
                let (pointer, value) = follow(self.document, pointer.index(index), value);
                let text = |member: &str| value.get(member).and_then(Value::as_str);
                Some(Parameter {
                    place: text("in")?,
                    name: text("name")?,
                    required: value.get("required").and_then(Value::as_bool).unwrap_or(false),
                    pointer,
                    value,
                })
            })
            .collect()
    }

    /// The lists of parameters as they are written, for whoever looks for repetitions: of the path item, then of
    /// the operation.
    pub(crate) fn parameter_lists(&self) -> [Vec<Parameter<'a>>; 2] {
        [self.listed(&self.item.0, self.item.1), self.listed(&self.pointer, self.value)]
    }

    /// The request body object.
    pub fn body(&self) -> Option<(Pointer, &'a Value)> {
        let body = self.value.get("requestBody")?;
        Some(follow(self.document, self.pointer.child("requestBody"), body))
    }

    /// Status (`200`, `4XX`, `default`) and response object, in the order of the document.
    pub fn responses(&self) -> Vec<(&'a str, Pointer, &'a Value)> {
        let pointer = self.pointer.child("responses");
        members(self.value, "responses")
            .map(|(status, response)| {
                let (pointer, response) = follow(self.document, pointer.child(status), response);
                (status.as_str(), pointer, response)
            })
            .collect()
    }

    /// The names in braces of the path template, in order.
    pub fn path_variables(&self) -> Vec<&'a str> {
        self.path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::reference;
    use super::*;

    #[test]
    fn shared_parameters_are_inherited_and_overridden() {
        let document = json!({
            "paths": {
                "/a/{id}": {
                    "summary": "not a method",
                    "parameters": [
                        {"in": "path", "name": "id", "required": true},
                        {"in": "query", "name": "q"},
                    ],
                    "get": {
                        "operationId": "a.get",
                        "parameters": [{"$ref": "#/components/parameters/q"}],
                        "responses": {"200": {"$ref": "#/components/responses/ok"}},
                    },
                },
            },
            "components": {
                "parameters": {"q": {"in": "query", "name": "q", "required": true}},
                "responses": {"ok": {"description": "fine"}},
            },
        });
        let found = operations(&document);
        assert_eq!(found.len(), 1);
        let operation = &found[0];
        assert_eq!((operation.id(), operation.address().as_str()), (Some("a.get"), "GET /a/{id}"));
        assert_eq!(operation.path_variables(), ["id"]);
        let parameters = operation.parameters();
        let read: Vec<_> =
            parameters.iter().map(|p| (p.place, p.name, p.required, p.pointer.to_string())).collect();
        assert_eq!(
            read,
            [
                ("path", "id", true, "#/paths/~1a~1{id}/parameters/0".to_owned()),
                ("query", "q", true, "#/components/parameters/q".to_owned()),
            ]
        );
        assert_eq!(operation.responses()[0].2["description"], "fine");
    }

    #[test]
    fn a_circle_of_references_ends() {
        let document = json!({"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}});
        let (_, value) = follow(&document, Pointer::root(), &document["a"]);
        assert!(reference(value).is_some());
    }
}
