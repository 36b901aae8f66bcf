//! Rules on one operation: parameters, request body, responses.

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::{Object, Report, schema};
use crate::names::pascal;

/// The error types that operations declare, by name: one type for each set of errors, shared by all that declare it.
#[derive(Debug, Default)]
pub(super) struct ErrorUnions(IndexMap<String, ErrorUnion>);

/// Which statuses carry which schema.
#[derive(Clone, Debug, PartialEq)]
struct ErrorUnion {
    members: Vec<Value>,
    statuses: IndexMap<String, Vec<Value>>,
}

impl ErrorUnions {
    /// Adds the unions to the components. `x-statuses` tells later stages the declared statuses.
    pub(super) fn add_to(self, document: &mut Value) {
        for (name, union) in self.0 {
            document["components"]["schemas"][&name] =
                json!({ "oneOf": union.members, "x-statuses": union.statuses });
        }
    }

    /// A name that says the members (`BadRequestOrNotFound`), or the operation's own if that is taken.
    fn insert(&mut self, operation: &str, union: ErrorUnion) -> String {
        let said: Option<Vec<&str>> = union
            .members
            .iter()
            .map(|member| {
                let name = member.get("$ref")?.as_str()?.rsplit('/').next()?;
                Some(name.strip_suffix("Error").unwrap_or(name))
            })
            .collect();
        let name = said.map_or_else(|| format!("{operation}Error"), |names| names.join("Or"));
        let name = match self.0.get(&name) {
            Some(other) if *other != union => format!("{operation}Error"),
            _ => name,
        };
        self.0.insert(name.clone(), union);
        name
    }
}

/// Normalises one operation in place.
pub(super) fn normalise(
    path: &str,
    method: &str,
    operation: &mut Object,
    errors: &mut ErrorUnions,
    report: &mut Report,
) {
    operation_id(path, method, operation, report);
    if operation.remove("security").is_some() {
        report.within("security", |report| report.note("security"));
    }
    parameters(operation, report);
    request_body(operation, report);
    responses(operation, report);
    error_union(operation, errors, report);
}

/// An operation without an id gets one from method and path.
fn operation_id(path: &str, method: &str, operation: &mut Object, report: &mut Report) {
    if !operation.contains_key("operationId") {
        let words: String =
            path.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '.' }).collect();
        let id = words.split('.').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(".");
        operation.insert("operationId".into(), json!(format!("{id}.{method}")));
        report.note("operation-id");
    }
}

fn parameters(operation: &mut Object, report: &mut Report) {
    let Some(Value::Array(parameters)) = operation.get_mut("parameters") else { return };
    let mut kept = Vec::with_capacity(parameters.len());
    report.within("parameters", |report| {
        for (index, mut parameter) in std::mem::take(parameters).into_iter().enumerate() {
            report.within(&index.to_string(), |report| {
                if let Some(schema) = parameter.get_mut("schema") {
                    report.within("schema", |report| schema::normalise(schema, report));
                }
                if parameter["in"] == "cookie" {
                    report.note("cookie-parameter");
                } else if parameter["style"] == "deepObject" {
                    report.note("deepObject");
                    kept.extend(deep_object(&parameter));
                } else {
                    query_union(&mut parameter, report);
                    kept.push(parameter);
                }
            });
        }
    });
    *parameters = kept;
}

/// `style: deepObject` → one parameter per member, named `location[directory]` as it is sent.
fn deep_object(parameter: &Value) -> Vec<Value> {
    let schema = &parameter["schema"];
    let required: Vec<&str> = schema["required"]
        .as_array()
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let whole = parameter["required"] == true;
    let name = parameter["name"].as_str().unwrap_or_default();
    let members = schema["properties"].as_object().cloned().unwrap_or_default();
    members
        .into_iter()
        .map(|(member, schema)| {
            json!({
                "in": "query",
                "name": format!("{name}[{member}]"),
                "required": whole && required.contains(&member.as_str()),
                "schema": schema,
            })
        })
        .collect()
}

/// A union in a query is sent as text.
fn query_union(parameter: &mut Value, report: &mut Report) {
    if parameter["in"] == "query" && parameter["schema"].get("oneOf").is_some() {
        parameter["schema"] = json!({"type": "string"});
        report.note("query-union");
    }
}

/// One media type per body: JSON if it is there.
fn request_body(operation: &mut Object, report: &mut Report) {
    let Some(content) = operation
        .get_mut("requestBody")
        .and_then(|body| body.get_mut("content"))
        .and_then(Value::as_object_mut)
    else {
        return;
    };
    report.within("requestBody", |report| {
        report.within("content", |report| {
            if content.len() > 1 {
                let keep = if content.contains_key("application/json") {
                    Some("application/json".to_owned())
                } else {
                    None
                }
                .or_else(|| content.keys().next().cloned());
                content.retain(|media, _| Some(media) == keep.as_ref());
                report.note("several-media");
            }
            media_schemas(content, report);
        });
    });
}

fn media_schemas(content: &mut Object, report: &mut Report) {
    for (media, body) in content {
        report.within(media, |report| match body.get_mut("schema") {
            Some(schema) => report.within("schema", |report| schema::normalise(schema, report)),
            None => {
                body["schema"] = json!({});
                report.note("missing-schema");
            }
        });
    }
}

/// One success per operation: the lowest status.
fn responses(operation: &mut Object, report: &mut Report) {
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    report.within("responses", |report| {
        let mut successes: Vec<String> =
            responses.keys().filter(|code| code.starts_with('2')).cloned().collect();
        successes.sort();
        for code in successes.iter().skip(1) {
            responses.remove(code);
            report.within(code, |report| report.note("several-successes"));
        }
        for (code, response) in responses {
            if let Some(content) = response.get_mut("content").and_then(Value::as_object_mut) {
                report.within(code, |report| {
                    report.within("content", |report| media_schemas(content, report));
                });
            }
        }
    });
}

/// All errors of an operation share one type; the statuses stay, each points to that type.
fn error_union(operation: &mut Object, errors: &mut ErrorUnions, report: &mut Report) {
    let id = pascal(operation["operationId"].as_str().unwrap_or_default());
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    let mut union = ErrorUnion { members: Vec::new(), statuses: IndexMap::new() };
    for (code, response) in responses.iter().filter(|(code, _)| code.starts_with(['4', '5'])) {
        let Some(schema) = response.pointer("/content/application~1json/schema") else { continue };
        let members = schema["oneOf"].as_array().cloned().unwrap_or_else(|| vec![schema.clone()]);
        for member in &members {
            if !union.members.contains(member) {
                union.members.push(member.clone());
            }
        }
        union.statuses.insert(code.clone(), members);
    }
    if union.members.is_empty() {
        return;
    }
    let codes: Vec<String> = union.statuses.keys().cloned().collect();
    let name = errors.insert(&id, union);
    for code in &codes {
        responses[code]["content"]["application/json"]["schema"] =
            json!({ "$ref": format!("#/components/schemas/{name}") });
    }
    report.within("responses", |report| report.note("error-union"));
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::{Normalised, normalise};

    fn run(operation: Value) -> Normalised {
        normalise(
            &json!({"openapi": "3.1.1", "paths": {"/a": {"get": operation}}, "components": {"schemas": {}}}),
        )
    }

    fn rules(done: &Normalised) -> Vec<&'static str> {
        done.loosenings.iter().map(|loosening| loosening.rule).skip(1).collect()
    }

    #[test]
    fn a_missing_id_is_derived() {
        let done = run(json!({"responses": {}}));
        assert_eq!(done.document["paths"]["/a"]["get"]["operationId"], "a.get");
        assert_eq!(rules(&done), ["operation-id"]);
    }

    #[test]
    fn deep_objects_become_parameters() {
        let done = run(json!({"operationId": "a", "responses": {}, "parameters": [{
            "in": "query", "name": "location", "style": "deepObject", "required": true,
            "schema": {"type": "object", "properties": {"dir": {"type": "string"}, "n": {"type": "number"}}, "required": ["dir"]},
        }]}));
        let parameters = &done.document["paths"]["/a"]["get"]["parameters"];
        assert_eq!(parameters[0]["name"], "location[dir]");
        assert_eq!(parameters[0]["required"], true);
        assert_eq!(parameters[1]["required"], false);
        assert_eq!(rules(&done), ["deepObject"]);
    }

    #[test]
    fn cookies_and_query_unions_are_loosened() {
        let done = run(json!({"operationId": "a", "responses": {}, "parameters": [
            {"in": "cookie", "name": "c", "schema": {"type": "string"}},
            {"in": "query", "name": "q", "schema": {"anyOf": [{"type": "boolean"}, {"type": "string"}]}},
        ]}));
        let parameters = done.document["paths"]["/a"]["get"]["parameters"].clone();
        assert_eq!(parameters, json!([{"in": "query", "name": "q", "schema": {"type": "string"}}]));
        assert_eq!(rules(&done), ["cookie-parameter", "any-of", "query-union"]);
    }

    #[test]
    fn one_media_type_and_one_success_remain() {
        let done = run(json!({"operationId": "a",
            "requestBody": {"content": {"text/plain": {"schema": {}}, "application/json": {}}},
            "responses": {"200": {"content": {"application/json": {"schema": {}}}}, "201": {}},
        }));
        let operation = &done.document["paths"]["/a"]["get"];
        assert_eq!(operation["requestBody"]["content"], json!({"application/json": {"schema": {}}}));
        assert!(operation["responses"].get("201").is_none());
        assert_eq!(rules(&done), ["several-media", "missing-schema", "several-successes"]);
    }

    #[test]
    fn errors_share_one_type_named_by_its_members() {
        let error = |name: &str| json!({"content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}")}}}});
        let done = run(
            json!({"operationId": "a", "responses": {"400": error("BadRequestError"), "404": error("NotFoundError")}}),
        );
        let union = &done.document["components"]["schemas"]["BadRequestOrNotFound"];
        assert_eq!(union["oneOf"].as_array().map(Vec::len), Some(2));
        let responses = &done.document["paths"]["/a"]["get"]["responses"];
        for code in ["400", "404"] {
            assert_eq!(
                responses[code]["content"]["application/json"]["schema"]["$ref"],
                "#/components/schemas/BadRequestOrNotFound"
            );
        }
        assert_eq!(rules(&done), ["error-union"]);
    }
}
