//! Rules on one operation: its id, parameters and request body.

use serde_json::{Value, json};

use super::response::{self, ErrorUnions};
use super::{Object, Report, schema};

/// The media type that the generators know types for.
pub(super) const JSON: &str = "application/json";

/// The parts of an operation that have a rule or are for people.
const UNDERSTOOD: &[&str] = &[
    "operationId",
    "parameters",
    "requestBody",
    "responses",
    "deprecated",
    "security",
    "summary",
    "description",
    "tags",
    "externalDocs",
];

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
    for part in operation.keys() {
        if !UNDERSTOOD.contains(&part.as_str()) && !part.starts_with("x-") {
            report.within(part, |report| report.note("operation-keyword"));
        }
    }
    operation.retain(|part, _| UNDERSTOOD.contains(&part.as_str()) || part.starts_with("x-"));
    parameters(operation, report);
    request_body(operation, report);
    response::normalise(operation, errors, report);
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
                match parameter["in"].as_str() {
                    Some("cookie") => report.note("cookie-parameter"),
                    Some("query") => in_query(parameter, &mut kept, report),
                    place => {
                        if place == Some("header") {
                            report.note("header-parameter");
                        }
                        kept.push(parameter);
                    }
                }
            });
        }
    });
    *parameters = kept;
}

/// A query has room for words: everything else is brought to them.
fn in_query(mut parameter: Value, kept: &mut Vec<Value>, report: &mut Report) {
    let is_deep = parameter["style"] == "deepObject";
    let has_members =
        parameter["schema"]["properties"].as_object().is_some_and(|members| !members.is_empty());
    if is_deep && !has_members {
        report.note("deepObject-free");
    } else if is_deep || has_members {
        report.note(if is_deep { "deepObject" } else { "query-object" });
        kept.extend(members(&parameter, is_deep));
    } else {
        query_union(&mut parameter, report);
        if parameter["schema"]["type"] == "array" {
            report.note("query-array");
        }
        kept.push(parameter);
    }
}

/// One parameter per member, named as it is sent: `location[directory]` of a deepObject, else the member alone.
fn members(parameter: &Value, is_deep: bool) -> Vec<Value> {
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
                "name": if is_deep { format!("{name}[{member}]") } else { member.clone() },
                "required": whole && required.contains(&member.as_str()),
                "schema": schema,
            })
        })
        .collect()
}

/// A union in a query is sent as text.
fn query_union(parameter: &mut Value, report: &mut Report) {
    if parameter["schema"].get("oneOf").is_some() {
        parameter["schema"] = json!({"type": "string"});
        report.note("query-union");
    }
}

/// A body may be absent, which the client has no way to say, and has one media type.
fn request_body(operation: &mut Object, report: &mut Report) {
    let Some(body) = operation.get_mut("requestBody") else { return };
    report.within("requestBody", |report| {
        if body["required"] != true {
            report.note("optional-body");
        }
        let Some(content) = body.get_mut("content").and_then(Value::as_object_mut) else { return };
        report.within("content", |report| {
            one_media(content, report);
            media_schemas(content, report);
            raw_body(content, report);
        });
    });
}

/// Everything that is not JSON is sent as bytes.
fn raw_body(content: &mut Object, report: &mut Report) {
    if let Some(media) = content.keys().next().filter(|media| *media != JSON) {
        report.within(media, |report| report.note("raw-body"));
        content.clear();
        content.insert(
            "application/octet-stream".into(),
            json!({"schema": {"type": "string", "format": "binary"}}),
        );
    }
}

/// One media type: JSON if it is there, then events, then the first.
pub(super) fn one_media(content: &mut Object, report: &mut Report) {
    if content.len() > 1 {
        let preferred = [JSON, "text/event-stream"].into_iter().find(|media| content.contains_key(*media));
        let keep = preferred.map(str::to_owned).or_else(|| content.keys().next().cloned());
        content.retain(|media, _| Some(media) == keep.as_ref());
        report.note("several-media");
    }
}

pub(super) fn media_schemas(content: &mut Object, report: &mut Report) {
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
    fn objects_and_lists_in_a_query_are_loosened() {
        let object = json!({"type": "object", "properties": {"dir": {"type": "string"}}});
        let free = json!({"type": "object", "additionalProperties": {"type": "string"}});
        let done = run(json!({"operationId": "a", "responses": {}, "parameters": [
            {"in": "query", "name": "plain", "schema": object},
            {"in": "query", "name": "free", "style": "deepObject", "schema": free},
            {"in": "query", "name": "list", "schema": {"type": "array", "items": {"type": "string"}}},
            {"in": "header", "name": "h", "schema": {"type": "string"}},
        ]}));
        let parameters = &done.document["paths"]["/a"]["get"]["parameters"];
        let names: Vec<&Value> =
            parameters.as_array().into_iter().flatten().map(|found| &found["name"]).collect();
        assert_eq!(names, ["dir", "list", "h"]);
        assert_eq!(rules(&done), ["query-object", "deepObject-free", "query-array", "header-parameter"]);
    }

    #[test]
    fn one_media_type_remains() {
        let done = run(json!({"operationId": "a", "responses": {}, "requestBody": {
            "required": true, "content": {"text/plain": {"schema": {}}, "application/json": {}}}}));
        let body = &done.document["paths"]["/a"]["get"]["requestBody"];
        assert_eq!(body["content"], json!({"application/json": {"schema": {}}}));
        assert_eq!(rules(&done), ["several-media", "missing-schema"]);
    }

    #[test]
    fn a_body_of_another_kind_is_bytes() {
        let done = run(json!({"operationId": "a", "responses": {}, "callbacks": {}, "requestBody": {
            "content": {"text/x-diff": {"schema": {"type": "string"}}}}}));
        let operation = &done.document["paths"]["/a"]["get"];
        assert!(operation["requestBody"]["content"].get("application/octet-stream").is_some());
        assert!(operation.get("callbacks").is_none());
        assert_eq!(rules(&done), ["operation-keyword", "optional-body", "raw-body"]);
    }
}
