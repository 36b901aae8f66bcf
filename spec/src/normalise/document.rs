//! Rules on the document as a whole.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{METHODS, Report};
use crate::names::pascal;

/// `openapi: 3.1.x` → `3.0.3`; the generators refuse any other.
pub(super) fn version(document: &mut Value, report: &mut Report) {
    document["openapi"] = json!("3.0.3");
    report.within("openapi", |report| report.note("version"));
}

/// `security` and `securitySchemes` go: credentials belong to the transport, not to an operation.
pub(super) fn security(document: &mut Value, report: &mut Report) {
    if let Some(root) = document.as_object_mut()
        && root.remove("security").is_some()
    {
        report.within("security", |report| report.note("security"));
    }
    if let Some(components) = document.get_mut("components").and_then(Value::as_object_mut)
        && components.remove("securitySchemes").is_some()
    {
        report.within("components", |report| {
            report.within("securitySchemes", |report| report.note("security"));
        });
    }
}

/// `webhooks` and the like go: they describe no operation of the server.
pub(super) fn keywords(document: &mut Value, report: &mut Report) {
    const UNDERSTOOD: &[&str] =
        &["openapi", "info", "paths", "components", "servers", "tags", "externalDocs"];
    let Some(root) = document.as_object_mut() else { return };
    root.retain(|part, _| {
        let understood = UNDERSTOOD.contains(&part.as_str()) || part.starts_with("x-");
        if !understood {
            report.within(part, |report| report.note("document-keyword"));
        }
        understood
    });
}

/// Two component names that become one Rust name (`SessionStatus`, `session.status`): the one that is not
/// already in Pascal case gets the suffix `Wire`. Answers old name → new name.
pub(super) fn name_collision(document: &mut Value, report: &mut Report) -> BTreeMap<String, String> {
    let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) else {
        return BTreeMap::new();
    };
    let mut by_rust_name: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in schemas.keys() {
        by_rust_name.entry(pascal(name)).or_default().push(name.clone());
    }
    let mut renamed = BTreeMap::new();
    for (rust_name, names) in by_rust_name.into_iter().filter(|(_, names)| names.len() > 1) {
        let keeper = names.iter().find(|name| **name == rust_name).unwrap_or(&names[0]).clone();
        for (number, name) in names.into_iter().filter(|name| *name != keeper).enumerate() {
            let suffix = if number == 0 { String::from("Wire") } else { format!("Wire{}", number + 1) };
            report.within("components", |report| {
                report
                    .within("schemas", |report| report.within(&name, |report| report.note("name-collision")));
            });
            renamed.insert(name, format!("{rust_name}{suffix}"));
        }
    }
    if renamed.is_empty() {
        return renamed;
    }
    *schemas = std::mem::take(schemas)
        .into_iter()
        .map(|(name, schema)| (renamed.get(&name).cloned().unwrap_or(name), schema))
        .collect();
    rewrite_references(document, &renamed);
    renamed
}

fn rewrite_references(value: &mut Value, renamed: &BTreeMap<String, String>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| rewrite_references(item, renamed)),
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get_mut("$ref")
                && let Some(name) = reference.strip_prefix("#/components/schemas/")
                && let Some(new) = renamed.get(name)
            {
                *reference = format!("#/components/schemas/{new}");
            }
            members.values_mut().for_each(|member| rewrite_references(member, renamed));
        }
        _ => {}
    }
}

/// A path that ends in `*` becomes one with the variable `{path}`; generators take `*` literally.
pub(super) fn wildcard_path(document: &mut Value, report: &mut Report) {
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else { return };
    if !paths.keys().any(|path| path.contains('*')) {
        return;
    }
    *paths = std::mem::take(paths)
        .into_iter()
        .map(|(path, mut item)| {
            if !path.contains('*') {
                return (path, item);
            }
            report.within("paths", |report| report.within(&path, |report| report.note("wildcard-path")));
            for method in METHODS {
                if let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut)
                    && let Some(parameters) =
                        operation.entry("parameters").or_insert_with(|| json!([])).as_array_mut()
                    && !parameters.iter().any(|parameter| parameter["name"] == "path")
                {
                    parameters.push(
                        json!({"in": "path", "name": "path", "required": true, "schema": {"type": "string"}}),
                    );
                }
            }
            (path.replace('*', "{path}"), item)
        })
        .collect();
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::normalise;

    fn rules(document: serde_json::Value) -> (serde_json::Value, Vec<&'static str>) {
        let done = normalise(&document);
        let mut rules: Vec<_> = done.loosenings.iter().map(|loosening| loosening.rule).collect();
        rules.dedup();
        (done.document, rules)
    }

    #[test]
    fn version_is_lowered() {
        let (document, rules) = rules(json!({"openapi": "3.1.1", "paths": {}}));
        assert_eq!(document["openapi"], "3.0.3");
        assert_eq!(rules, ["version"]);
    }

    #[test]
    fn security_is_dropped_and_said() {
        let (document, rules) = rules(json!({
            "openapi": "3.1.1", "paths": {}, "security": [], "components": {"securitySchemes": {}}, "webhooks": {}
        }));
        assert_eq!(document["components"], json!({}));
        assert!(document.get("webhooks").is_none());
        assert_eq!(rules, ["version", "security", "document-keyword"]);
    }

    #[test]
    fn colliding_names_are_told_apart_and_references_follow() {
        let (document, _) = rules(json!({"openapi": "3.1.1", "paths": {}, "components": {"schemas": {
            "SessionStatus": {"type": "string"},
            "session.status": {"type": "object"},
            "User": {"$ref": "#/components/schemas/session.status"},
        }}}));
        assert_eq!(document["components"]["schemas"]["SessionStatus"], json!({"type": "string"}));
        assert_eq!(document["components"]["schemas"]["SessionStatusWire"], json!({"type": "object"}));
        assert_eq!(
            document["components"]["schemas"]["User"]["$ref"],
            "#/components/schemas/SessionStatusWire"
        );
    }

    #[test]
    fn wildcard_path_gets_a_variable() {
        let (document, rules) = rules(json!({"openapi": "3.1.1", "paths": {"/fs/*": {"get": {
            "operationId": "fs.read", "responses": {"204": {"description": ""}}
        }}}}));
        assert_eq!(document["paths"]["/fs/{path}"]["get"]["parameters"][0]["name"], "path");
        assert_eq!(rules, ["version", "wildcard-path"]);
    }
}
