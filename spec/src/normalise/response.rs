//! Rules on the responses of an operation: one success, one type for all errors.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::operation::{JSON, media_schemas, one_media};
use super::{Object, Report};
use crate::names::pascal;

/// The error types that operations declare, by name: one type for each set of errors, shared by all that declare it.
#[derive(Debug, Default)]
pub(super) struct ErrorUnions {
    unions: IndexMap<String, ErrorUnion>,
    /// Rust names of the components of the contract.
    taken: BTreeSet<String>,
}

/// Which statuses carry which schema.
#[derive(Clone, Debug, PartialEq)]
struct ErrorUnion {
    members: Vec<Value>,
    statuses: IndexMap<String, Vec<Value>>,
}

impl ErrorUnions {
    /// Beside these components.
    pub(super) fn beside(document: &Value) -> Self {
        let schemas = document.pointer("/components/schemas").and_then(Value::as_object);
        let taken = schemas.into_iter().flat_map(Object::keys).map(|name| pascal(name)).collect();
        Self { unions: IndexMap::new(), taken }
    }

    /// Adds the unions to the components. `x-statuses` tells later stages the declared statuses.
    pub(super) fn add_to(self, document: &mut Value) {
        for (name, union) in self.unions {
            document["components"]["schemas"][&name] =
                json!({ "oneOf": union.members, "x-statuses": union.statuses });
        }
    }

    /// A name that says the members (`BadRequestOrNotFound`), or the operation's own if that is taken.
    fn insert(&mut self, operation: &str, union: ErrorUnion) -> String {
        let said: Option<Vec<String>> = union
            .members
            .iter()
            .map(|member| {
                let name = pascal(member.get("$ref")?.as_str()?.rsplit('/').next()?);
                Some(name.strip_suffix("Error").unwrap_or(&name).to_owned())
            })
            .collect();
        let own = format!("{operation}Error");
        let mut name = said.map_or_else(|| own.clone(), |names| names.join("Or"));
        let mut number = 1;
        while self.taken.contains(&name) || self.unions.get(&name).is_some_and(|other| *other != union) {
            name = if number == 1 { own.clone() } else { format!("{own}{number}") };
            number += 1;
        }
        self.unions.insert(name.clone(), union);
        name
    }
}

/// Normalises the responses of one operation in place.
pub(super) fn normalise(operation: &mut Object, errors: &mut ErrorUnions, report: &mut Report) {
    report.within("responses", |report| {
        statuses(operation, report);
        successes(operation, report);
        untyped_errors(operation, report);
    });
    error_union(operation, errors, report);
}

fn responses(operation: &mut Object) -> Option<&mut Object> {
    operation.get_mut("responses")?.as_object_mut()
}

/// `default`, `2XX` and what is neither success nor error go; a range that is all the success there is becomes 200.
fn statuses(operation: &mut Object, report: &mut Report) {
    let Some(responses) = responses(operation) else { return };
    let is_exact = |code: &String| code.len() == 3 && code.parse::<u16>().is_ok();
    let has_success = responses.keys().any(|code| is_exact(code) && code.starts_with('2'));
    let mut stands_in = None;
    for code in responses.keys().cloned().collect::<Vec<_>>() {
        if is_exact(&code) && code.starts_with(['2', '4', '5']) {
            continue;
        }
        report.within(&code, |report| report.note("other-status"));
        let response = responses.shift_remove(&code);
        if !has_success && (code.starts_with('2') || (code == "default" && stands_in.is_none())) {
            stands_in = response;
        }
    }
    if let Some(response) = stands_in {
        responses.shift_insert(0, "200".to_owned(), response);
    }
}

/// One success per operation: the lowest status. One media type per response.
fn successes(operation: &mut Object, report: &mut Report) {
    let Some(responses) = responses(operation) else { return };
    let mut successes: Vec<String> = responses.keys().filter(|code| code.starts_with('2')).cloned().collect();
    successes.sort();
    for code in successes.iter().skip(1) {
        responses.remove(code);
        report.within(code, |report| report.note("several-successes"));
    }
    for (code, response) in responses {
        report.within(code, |report| {
            for part in ["headers", "links"] {
                if response[part].as_object().is_some_and(|part| !part.is_empty()) {
                    report.within(part, |report| report.note("response-headers"));
                }
            }
            let content = response.get_mut("content").and_then(Value::as_object_mut);
            let content = content.filter(|content| !content.is_empty());
            let expected = if content.is_some() { "200" } else { "204" };
            if code.starts_with('2') && code != expected {
                report.note("success-status");
            }
            if let Some(content) = content {
                report.within("content", |report| {
                    one_media(content, report);
                    media_schemas(content, report);
                    for media in
                        content.keys().filter(|media| *media != JSON && *media != "text/event-stream")
                    {
                        if code.starts_with('2') {
                            report.within(media, |report| report.note("raw-answer"));
                        }
                    }
                });
            }
        });
    }
}

/// An error without JSON has no type that it could share with the others.
fn untyped_errors(operation: &mut Object, report: &mut Report) {
    let Some(responses) = responses(operation) else { return };
    responses.retain(|code, response| {
        let is_typed = response.pointer("/content/application~1json/schema").is_some();
        if !is_typed && code.starts_with(['4', '5']) {
            report.within(code, |report| report.note("untyped-error"));
            return false;
        }
        true
    });
}

/// All errors of an operation share one type; the statuses stay, each points to that type.
fn error_union(operation: &mut Object, errors: &mut ErrorUnions, report: &mut Report) {
    let id = pascal(operation["operationId"].as_str().unwrap_or_default());
    let Some(responses) = responses(operation) else { return };
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
        responses[code]["content"][JSON]["schema"] =
            json!({ "$ref": format!("#/components/schemas/{name}") });
    }
    report.within("responses", |report| report.note("error-union"));
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::{Normalised, normalise};

    fn run(responses: Value) -> (Value, Vec<&'static str>) {
        let done = beside(json!({}), responses);
        let rules = done.loosenings.iter().map(|loosening| loosening.rule).skip(1).collect();
        (done.document["paths"]["/a"]["get"]["responses"].clone(), rules)
    }

    fn beside(schemas: Value, responses: Value) -> Normalised {
        let operation = json!({"operationId": "a", "responses": responses});
        normalise(
            &json!({"openapi": "3.1.1", "paths": {"/a": {"get": operation}}, "components": {"schemas": schemas}}),
        )
    }

    fn answer(media: &str) -> Value {
        json!({"content": {media: {"schema": {"type": "string"}}}})
    }

    fn error(name: &str) -> Value {
        json!({"content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}")}}}})
    }

    #[test]
    fn one_success_with_one_media_type_remains() {
        let (responses, rules) = run(json!({"200": answer("application/json"), "201": {}}));
        assert_eq!(responses, json!({"200": answer("application/json")}));
        assert_eq!(rules, ["several-successes"]);
        let (responses, rules) = run(json!({"202": {"content": {
            "text/plain": {"schema": {}}, "text/event-stream": {"schema": {}}}}}));
        assert_eq!(responses, json!({"202": {"content": {"text/event-stream": {"schema": {}}}}}));
        assert_eq!(rules, ["success-status", "several-media"]);
    }

    #[test]
    fn what_is_no_json_is_said() {
        let (_, rules) = run(json!({"200": answer("text/x-diff; charset=utf-8")}));
        assert_eq!(rules, ["raw-answer"]);
        let (responses, rules) = run(json!({"204": {}, "500": answer("text/plain"), "404": {}}));
        assert_eq!((responses, rules), (json!({"204": {}}), vec!["untyped-error", "untyped-error"]));
    }

    #[test]
    fn ranges_and_redirects_are_undeclared() {
        let (responses, rules) = run(json!({"2XX": answer("application/json"), "default": {}, "302": {}}));
        assert_eq!(responses, json!({"200": answer("application/json")}));
        assert_eq!(rules, ["other-status", "other-status", "other-status"]);
        let (_, rules) =
            run(json!({"200": {"headers": {"x": {}}, "content": answer("application/json")["content"]}}));
        assert_eq!(rules, ["response-headers"]);
    }

    #[test]
    fn errors_share_one_type_named_by_its_members() {
        let done =
            beside(json!({}), json!({"400": error("bad_RequestError"), "404": error("NotFoundError")}));
        let union = &done.document["components"]["schemas"]["BadRequestOrNotFound"];
        assert_eq!(union["oneOf"].as_array().map(Vec::len), Some(2));
        let responses = &done.document["paths"]["/a"]["get"]["responses"];
        for code in ["400", "404"] {
            assert_eq!(
                responses[code]["content"]["application/json"]["schema"]["$ref"],
                "#/components/schemas/BadRequestOrNotFound"
            );
        }
        assert_eq!(done.loosenings.last().map(|last| last.rule), Some("error-union"));
    }

    #[test]
    fn a_union_never_takes_the_name_of_a_component() {
        let schemas = json!({"Broken": {"type": "string"}, "BrokenError": {"type": "object"}, "Lost": {}});
        let done = beside(schemas.clone(), json!({"400": error("BrokenError")}));
        assert_eq!(done.document["components"]["schemas"]["Broken"], schemas["Broken"]);
        assert!(done.document["components"]["schemas"].get("AError").is_some());
        // A name without the suffix would make a union of itself.
        let done = beside(schemas, json!({"400": error("Lost")}));
        assert_eq!(done.document["components"]["schemas"]["Lost"], json!({}));
    }
}
