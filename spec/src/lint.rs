//! What is wrong in a readable contract: the mistakes that would otherwise turn into wrong code.
//!
//! [`lint`] returns every finding. Broken references and parts of the wrong type are not among them: a [`Document`]
//! cannot have any.

use std::collections::HashMap;

use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Operation, Parameter, Pointer, members, walk};

/// All findings, in the order of the rules below and then of the document.
pub fn lint(document: &Document) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = document.duplicate_members().collect();
    findings.extend(needed(document));
    findings.extend(operation_ids(document));
    findings.extend(ambiguous_paths(document));
    for operation in document.operations() {
        findings.extend(duplicate_parameters(document, &operation));
        findings.extend(path_variables(document, &operation));
    }
    findings.extend(types(document));
    findings
}

/// There are paths, and every operation has an answer.
fn needed(document: &Document) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let root = Pointer::root();
    if members(document.value(), "paths").next().is_none() {
        findings.push(document.diagnostic(&root.child("paths"), "the document has no paths"));
    }
    for (path, _) in members(document.value(), "paths") {
        let wrong = match path {
            path if !path.starts_with('/') => "does not start with `/`",
            path if !is_word(path) => "holds a blank or a control character",
            _ => continue,
        };
        let message = format!("the path `{path}` {wrong}");
        findings.push(document.diagnostic(&root.below(&["paths", path]), message));
    }
    for operation in document.operations() {
        if operation.responses().is_empty() {
            let message = format!("{} has no responses", operation.address());
            findings.push(document.diagnostic(&operation.pointer.child("responses"), message));
        }
    }
    findings
}

/// Every operation has an `operationId` of its own: it becomes a method, a type prefix and an entry in every report.
fn operation_ids(document: &Document) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut seen: HashMap<&str, Operation<'_>> = HashMap::new();
    for operation in document.operations() {
        let Some(id) = operation.id().filter(|id| !id.is_empty()) else {
            let place = operation.pointer.child("operationId");
            findings
                .push(document.diagnostic(&place, format!("{} has no operation id", operation.address())));
            continue;
        };
        if !is_word(id) {
            let message = format!("the operation id `{id}` holds a blank or a control character");
            findings.push(document.diagnostic(&operation.pointer.child("operationId"), message));
        }
        if let Some(first) = seen.get(id) {
            let message = format!("the operation id `{id}` is already taken by {}", first.address());
            let help = format!("the first one stands at line {}", document.position(&first.pointer).line);
            let place = operation.pointer.child("operationId");
            findings.push(document.diagnostic(&place, message).with_help(help));
        } else {
            seen.insert(id, operation);
        }
    }
    findings
}

/// Whether it stays one word in the table of operations, and one line in every report.
fn is_word(text: &str) -> bool {
    !text.contains(|character: char| character.is_whitespace() || character.is_control())
}

/// Two paths that differ in the names of their variables only cannot be told apart by any router.
fn ambiguous_paths(document: &Document) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, &str> = HashMap::new();
    let mut findings = Vec::new();
    for (path, _) in members(document.value(), "paths") {
        let is_variable = |step: &str| step.starts_with('{') && step.ends_with('}');
        let steps = path.split('/').map(|step| if is_variable(step) { "{}" } else { step });
        if let Some(first) = seen.insert(steps.collect::<Vec<_>>().join("/"), path) {
            let place = Pointer::root().below(&["paths", path]);
            findings.push(
                document.diagnostic(&place, format!("`{path}` matches the same requests as `{first}`")),
            );
        }
    }
    findings
}

/// Within one list, a place and name occur once. (An operation may override a parameter of its path item.)
fn duplicate_parameters(document: &Document, operation: &Operation<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for list in operation.parameter_lists() {
        for (index, parameter) in list.iter().enumerate() {
            let same = |other: &Parameter<'_>| (other.place, other.name) == (parameter.place, parameter.name);
            if list[..index].iter().any(same) {
                let Parameter { place, name, .. } = parameter;
                let message =
                    format!("the {place} parameter `{name}` of {} stands twice", operation.address());
                findings.push(document.diagnostic(&parameter.pointer, message));
            }
        }
    }
    findings
}

/// The variables of the path template and the path parameters are the same names, and those are required.
fn path_variables(document: &Document, operation: &Operation<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let address = operation.address();
    let variables = operation.path_variables();
    let parameters = operation.parameters();
    let in_path: Vec<&Parameter<'_>> =
        parameters.iter().filter(|parameter| parameter.place == "path").collect();
    for (index, variable) in variables.iter().enumerate() {
        if variables[..index].contains(variable) {
            let message = format!("the variable `{{{variable}}}` stands twice in {address}");
            findings.push(document.diagnostic(&operation.pointer, message));
        } else if !in_path.iter().any(|parameter| parameter.name == *variable) {
            let message = format!("no path parameter describes the variable `{{{variable}}}` of {address}");
            findings.push(document.diagnostic(&operation.pointer.child("parameters"), message));
        }
    }
    for parameter in in_path {
        let name = parameter.name;
        if !variables.contains(&name) {
            let message = format!("the path parameter `{name}` has no variable `{{{name}}}` in {address}");
            findings.push(document.diagnostic(&parameter.pointer.child("name"), message));
        } else if !parameter.required {
            let message = format!("the path parameter `{name}` of {address} must be required");
            findings.push(document.diagnostic(&parameter.pointer.child("required"), message));
        }
    }
    findings
}

/// What JSON Schema calls the types of values.
const TYPES: [&str; 7] = ["null", "boolean", "object", "array", "number", "string", "integer"];

/// Every type in a schema is one: a slip would be a type that no value has.
fn types(document: &Document) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    walk(document.value(), &mut |place, object| {
        let Some(named) = object.get("type").filter(|_| is_schema(place)) else { return };
        let place = place.child("type");
        // What is no text at all is refused by the generators, which say more of it.
        let is_wrong = |name: &Value| name.as_str().is_some_and(|name| !TYPES.contains(&name));
        let mut tell = |place: &Pointer, name: &Value| {
            let message = format!("{name} is no type of JSON Schema");
            let help = format!("the types are {}", TYPES.join(", "));
            findings.push(document.diagnostic(place, message).with_help(help));
        };
        match named {
            Value::Array(names) => {
                let wrong = names.iter().enumerate().filter(|(_, name)| is_wrong(name));
                wrong.for_each(|(index, name)| tell(&place.index(index), name));
            }
            name if is_wrong(name) => tell(&place, name),
            _ => {}
        }
    });
    findings
}

/// Whether a schema stands there. A `type` elsewhere is another thing: that of a security scheme, or of an extension.
fn is_schema(place: &Pointer) -> bool {
    let mut steps = place.steps();
    let is_within = steps.any(|step| matches!(&*step, "schema" | "schemas" | "itemSchema"));
    is_within && !steps.any(|step| step.starts_with("x-") || step == "discriminator" || step == "xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first line of every finding about a document with these paths.
    fn findings(paths: &str) -> Vec<String> {
        let text = format!("{{\"openapi\": \"3.1.1\", \"paths\": {{\n{paths}}}}}");
        let document = Document::parse("a.json", text).expect("readable");
        let line = |finding: &Diagnostic| finding.to_string().lines().next().unwrap_or_default().to_owned();
        lint(&document).iter().map(line).collect()
    }

    fn operation(id: &str, rest: &str) -> String {
        format!(r#"{{"operationId": "{id}", {rest} "responses": {{"204": {{"description": ""}}}}}}"#)
    }

    #[test]
    fn the_contract_has_no_findings() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("opencode-api.json");
        let document = Document::read(&path, "spec/opencode-api.json").expect("the contract is readable");
        assert!(!document.operations().is_empty());
        assert_eq!(lint(&document), []);
    }

    #[test]
    fn operation_ids_are_there_and_differ() {
        let (a, b) = (operation("x", ""), operation("x", ""));
        assert_eq!(
            findings(&format!("\"/a\": {{\"get\": {a}}},\n\"/b\": {{\"put\": {b}}}")),
            ["a.json:3:31: the operation id `x` is already taken by GET /a"]
        );
        assert_eq!(
            findings(r#""/a": {"get": {"responses": {"204": {}}}}"#),
            ["a.json:2:15: GET /a has no operation id"]
        );
        assert_eq!(
            findings(&format!(r#""/a": {{"get": {}}}"#, operation("x\\ty", ""))),
            ["a.json:2:31: the operation id `x\ty` holds a blank or a control character"]
        );
        assert_eq!(
            findings(&format!(r#""/a b": {{"get": {}}}"#, operation("x", ""))),
            ["a.json:2:9: the path `/a b` holds a blank or a control character"]
        );
    }

    #[test]
    fn parameters_occur_once() {
        let twice = r#""parameters": [{"in": "query", "name": "q"}, {"in": "header", "name": "q"},
            {"in": "query", "name": "q"}],"#;
        assert_eq!(
            findings(&format!("\"/a\": {{\"get\": {}}}", operation("x", twice))),
            ["a.json:3:13: the query parameter `q` of GET /a stands twice"]
        );
    }

    #[test]
    fn path_variables_have_parameters_and_the_reverse() {
        let other = r#""parameters": [{"in": "path", "name": "b", "required": true}],"#;
        assert_eq!(
            findings(&format!("\"/{{a}}\": {{\"get\": {}}}", operation("x", other))),
            [
                "a.json:2:52: no path parameter describes the variable `{a}` of GET /{a}",
                "a.json:2:76: the path parameter `b` has no variable `{b}` in GET /{a}",
            ]
        );
        let optional = r#""parameters": [{"in": "path", "name": "a"}],"#;
        assert_eq!(
            findings(&format!("\"/{{a}}\": {{\"get\": {}}}", operation("x", optional))),
            ["a.json:2:53: the path parameter `a` of GET /{a} must be required"]
        );
        let given = r#""parameters": [{"in": "path", "name": "a", "required": true}],"#;
        assert_eq!(
            findings(&format!("\"/{{a}}/{{a}}\": {{\"get\": {}}}", operation("x", given))),
            ["a.json:2:21: the variable `{a}` stands twice in GET /{a}/{a}"]
        );
    }

    #[test]
    fn paths_are_told_apart_by_more_than_variable_names() {
        let one =
            |name: &str| format!(r#""parameters": [{{"in": "path", "name": "{name}", "required": true}}],"#);
        let (a, b) = (operation("x", &one("a")), operation("y", &one("b")));
        assert_eq!(
            findings(&format!("\"/s/{{a}}\": {{\"get\": {a}}},\n\"/s/{{b}}\": {{\"put\": {b}}}")),
            ["a.json:3:11: `/s/{b}` matches the same requests as `/s/{a}`"]
        );
    }

    #[test]
    fn there_are_paths_and_answers() {
        assert_eq!(findings(""), ["a.json:1:31: the document has no paths"]);
        assert_eq!(
            findings(r#""a": {"get": {"operationId": "x", "responses": {}}, "put": {"operationId": "y"}}"#),
            [
                "a.json:2:6: the path `a` does not start with `/`",
                "a.json:2:48: GET a has no responses",
                "a.json:2:60: PUT a has no responses",
            ]
        );
    }

    #[test]
    fn a_member_given_twice_is_found() {
        let a = operation("x", r#""summary": "one", "summary": "two","#);
        assert_eq!(
            findings(&format!("\"/a\": {{\"get\": {a}}}")),
            ["a.json:2:54: the member `summary` stands twice in this object"]
        );
    }

    #[test]
    fn no_release_has_a_type_that_json_schema_does_not_know() {
        let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
        let files = std::fs::read_dir(&data).expect("it is there").flatten();
        let found: Vec<_> = files
            .map(|file| Document::read(&file.path(), "a contract").expect("it is readable"))
            .map(|document| types(&document))
            .collect();
        assert!(found.len() > 5 && found.iter().all(Vec::is_empty), "{found:?}");
    }

    #[test]
    fn types_are_those_of_json_schema() {
        let schema = |schema: &str| {
            let parameter = format!(r#""parameters": [{{"in": "query", "name": "q", "schema": {schema}}}],"#);
            findings(&format!("\"/a\": {{\"get\": {}}}", operation("x", &parameter)))
        };
        assert_eq!(
            schema(r#"{"type": "strng", "items": {"type": ["null", "int", 3]}}"#),
            [
                r#"a.json:2:99: "strng" is no type of JSON Schema"#,
                r#"a.json:2:135: "int" is no type of JSON Schema"#,
            ]
        );
        let names = r#"{"type": ["integer", "null"], "properties": {"type": {"const": {"type": "x"}}}, "x-a": {"type": "x"}}"#;
        assert_eq!(schema(names), [""; 0]);
    }
}
