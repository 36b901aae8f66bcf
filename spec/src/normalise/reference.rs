//! Rules on where things stand: what an operation needs is brought to it, so that later rules find it there.

use serde_json::{Value, json};

use super::{METHODS, Object, Report};
use crate::document::{meant, reference, resolve};

/// Path items, parameters, bodies and responses that are references are copied to where they are used, parameters of
/// a path to its operations. A parameter's schema follows too if it is more than a scalar: its shape decides how the
/// parameter is sent. `whole` is the contract of which the document is a copy.
pub(super) fn references(document: &mut Value, whole: &Value, report: &mut Report) {
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else { return };
    report.within("paths", |report| {
        for (path, item) in paths {
            report.within(path, |report| {
                inline(whole, item, report);
                path_item(whole, item, report);
            });
        }
    });
}

fn path_item(whole: &Value, item: &mut Value, report: &mut Report) {
    let Some(item) = item.as_object_mut() else { return };
    let shared = match item.remove("parameters") {
        Some(Value::Array(shared)) => shared,
        _ => Vec::new(),
    };
    if !shared.is_empty() {
        report.within("parameters", |report| report.note("reference"));
    }
    if item.remove("trace").is_some() {
        report.within("trace", |report| report.note("trace-method"));
    }
    for method in METHODS {
        if let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) {
            report.within(method, |report| in_operation(whole, operation, &shared, report));
        }
    }
}

fn in_operation(whole: &Value, operation: &mut Object, shared: &[Value], report: &mut Report) {
    let mut inherited = shared.to_vec();
    let target = |value: &Value| follow(whole, value).cloned().unwrap_or_else(|| value.clone());
    let same = |one: &Value, other: &Value| one["in"] == other["in"] && one["name"] == other["name"];
    if let Some(own) = operation.get("parameters").and_then(Value::as_array) {
        inherited.retain(|shared| !own.iter().any(|own| same(&target(own), &target(shared))));
    }
    if !inherited.is_empty()
        && let Some(own) = operation.entry("parameters").or_insert_with(|| json!([])).as_array_mut()
    {
        inherited.append(own);
        *own = inherited;
    }
    for (index, parameter) in
        operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten().enumerate()
    {
        report.within("parameters", |report| {
            report.within(&index.to_string(), |report| {
                inline(whole, parameter, report);
                if let Some(schema) = parameter.get_mut("schema")
                    && follow(whole, schema).is_some_and(|target| !is_scalar(target))
                {
                    report.within("schema", |report| inline(whole, schema, report));
                }
            });
        });
    }
    if let Some(body) = operation.get_mut("requestBody") {
        report.within("requestBody", |report| inline(whole, body, report));
    }
    for (code, response) in
        operation.get_mut("responses").and_then(Value::as_object_mut).into_iter().flatten()
    {
        report.within("responses", |report| report.within(code, |report| inline(whole, response, report)));
    }
}

/// A string, number or boolean, also one of several: it is sent as one word and may keep its name.
fn is_scalar(schema: &Value) -> bool {
    matches!(schema["type"].as_str(), Some("string" | "number" | "integer" | "boolean"))
}

fn inline(whole: &Value, place: &mut Value, report: &mut Report) {
    if let Some(target) = follow(whole, place) {
        *place = report.copy(target);
        report.note("reference");
    }
}

/// What a reference means; nothing for what is no reference or leads nowhere.
fn follow<'a>(whole: &'a Value, value: &Value) -> Option<&'a Value> {
    let target = meant(whole, resolve(whole, reference(value)?)?);
    reference(target).is_none().then_some(target)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::normalise;

    fn run(document: Value) -> (Value, Vec<(&'static str, String)>) {
        let done = normalise(&document);
        let sites = done.loosenings.into_iter().skip(1).map(|found| (found.rule, found.pointer)).collect();
        (done.document, sites)
    }

    #[test]
    fn what_stands_elsewhere_is_copied() {
        let (document, sites) = run(json!({
            "openapi": "3.1.1",
            "paths": {"/a/{id}": {
                "parameters": [{"$ref": "#/components/parameters/Id"}],
                "get": {"operationId": "a", "parameters": [{"$ref": "#/components/parameters/The%20place"}],
                    "responses": {"200": {"$ref": "#/components/responses/Done"}}},
            }},
            "components": {
                "parameters": {
                    "Id": {"in": "path", "name": "id", "required": true, "schema": {"type": "string"}},
                    "The place": {"in": "query", "name": "at", "style": "deepObject", "schema": {"$ref": "#/components/schemas/Place"}},
                },
                "responses": {"Done": {"description": "done", "content": {"application/json": {"schema": {"type": "string"}}}}},
                "schemas": {"Place": {"type": "object", "properties": {"x": {"type": "string"}}}},
            },
        }));
        let operation = &document["paths"]["/a/{id}"]["get"];
        let names: Vec<&Value> =
            operation["parameters"].as_array().into_iter().flatten().map(|found| &found["name"]).collect();
        assert_eq!(names, ["id", "at[x]"]);
        assert_eq!(operation["responses"]["200"]["description"], "done");
        let references = sites.iter().filter(|(rule, _)| *rule == "reference").count();
        assert_eq!(references, 5, "{sites:?}");
    }

    #[test]
    fn an_operation_overrides_a_parameter_of_its_path() {
        let parameter = |kind: &str| json!({"in": "query", "name": "n", "schema": {"type": kind}});
        let (document, _) = run(json!({"openapi": "3.1.1", "paths": {"/a": {
            "parameters": [parameter("string")],
            "get": {"operationId": "a", "parameters": [parameter("boolean")], "responses": {}},
            "trace": {"operationId": "b", "responses": {}},
        }}}));
        assert_eq!(document["paths"]["/a"]["get"]["parameters"], json!([parameter("boolean")]));
        assert!(document["paths"]["/a"].get("trace").is_none());
    }

    #[test]
    fn a_circle_is_left_as_it_is() {
        let circle = json!({"$ref": "#/components/responses/A"});
        let (document, sites) = run(json!({
            "openapi": "3.1.1",
            "paths": {"/a": {"get": {"operationId": "a", "responses": {"200": circle}}}},
            "components": {"responses": {"A": circle}},
        }));
        assert_eq!(document["paths"]["/a"]["get"]["responses"]["200"], circle);
        assert!(!sites.iter().any(|(rule, _)| *rule == "reference"), "{sites:?}");
    }
}
