//! `server/api/src/modules/`: one dropshot API trait per contract module, and the parameters that they share.
//!
//! A trait method's default body answers 501, so an operation of a new contract compiles before it is built.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::format::{self, HEADER};
use super::operations::{Answer, Body, INSTANCE_QUERY, Operation, Parameter, State};
use super::types::LITERAL;
use super::{GenerateError, GeneratedFile};
use crate::names::{pascal, snake};

const STAGE: &str = "API traits";

/// Folder that holds nothing but these files.
pub(super) const FOLDER: &str = "server/api/src/modules";

/// Generates one file per module, `parameters.rs` and `mod.rs`.
pub(super) fn generate(
    document: &Value,
    operations: &[Operation],
) -> Result<Vec<GeneratedFile>, GenerateError> {
    let mut modules: Vec<(&str, Vec<&Operation>)> = Vec::new();
    for operation in operations {
        match modules.iter_mut().find(|(name, _)| *name == operation.module) {
            Some((_, list)) => list.push(operation),
            None => modules.push((&operation.module, vec![operation])),
        }
    }
    let mut files = Vec::new();
    for (name, list) in &modules {
        files.push(file(&format!("{name}.rs"), module(name, list)?));
    }
    files.push(file("parameters.rs", parameters(operations)?));
    files.push(file("mod.rs", root(document, &modules, operations)?));
    Ok(files)
}

fn file(name: &str, text: String) -> GeneratedFile {
    GeneratedFile { path: format!("{FOLDER}/{name}"), text }
}

/// Trait of a module: `SessionApi`.
fn trait_name(module: &str) -> String {
    format!("{}Api", pascal(module))
}

fn module(name: &str, operations: &[&Operation]) -> Result<String, GenerateError> {
    let mut text = String::from(HEADER);
    let first = operations.first().map_or("", |operation| operation.path.as_str());
    let _ = write!(text, "//! Operations of the module `{name}`, from `{first}`.\n\n");
    let mut methods = String::new();
    for operation in operations {
        method(&mut methods, operation)?;
    }
    text.push_str("use dropshot::*;\n\n");
    for (import, used) in [
        ("use super::parameters::*;\n", methods.contains("Path<") || methods.contains("Query<")),
        ("use crate::support::*;\n", true),
        ("use crate::types;\n", methods.contains("types::")),
    ] {
        text.push_str(if used { import } else { "" });
    }
    text.push('\n');
    let _ = writeln!(text, "/// Operations of the module `{name}`: {}.", ids(operations));
    let _ = writeln!(
        text,
        "#[dropshot::api_description {{ module = \"endpoints\" }}]\npub trait {} {{",
        trait_name(name)
    );
    text.push_str("    /// What the server shares between requests.\n    type Context;\n");
    text.push_str(&methods);
    text.push_str("}\n");
    Ok(text)
}

fn ids(operations: &[&Operation]) -> String {
    operations.iter().map(|operation| format!("`{}`", operation.id)).collect::<Vec<_>>().join(", ")
}

fn method(text: &mut String, operation: &Operation) -> Result<(), GenerateError> {
    text.push('\n');
    text.push_str(&format::doc("    ", "///", &operation.summary));
    if !operation.description.is_empty() && operation.description != operation.summary {
        text.push_str("    ///\n");
        text.push_str(&format::doc("    ", "///", &operation.description));
    }
    let websocket = operation.answer == Answer::Websocket;
    if websocket {
        let _ = writeln!(
            text,
            "    #[channel {{ protocol = WEBSOCKETS, path = {:?}, operation_id = {:?} }}]",
            operation.path, operation.id
        );
    } else {
        let deprecated = if operation.deprecated { ", deprecated = true" } else { "" };
        let _ = writeln!(
            text,
            "    #[endpoint {{ method = {}, path = {:?}, operation_id = {:?}{deprecated} }}]",
            operation.method, operation.path, operation.id
        );
    }
    let mut arguments = vec![("context", "RequestContext<Self::Context>".to_owned())];
    if let Some(name) = &operation.path_struct {
        arguments.push(("path", format!("Path<{name}>")));
    }
    if let Some(name) = &operation.query_struct {
        arguments.push(("query", format!("Query<{name}>")));
    }
    match &operation.body {
        Some(Body::Json(schema)) => arguments.push(("body", format!("JsonBody<{}>", rust_type(schema)?))),
        Some(Body::Raw) => arguments.push(("body", "UntypedBody".to_owned())),
        None => {}
    }
    if websocket {
        arguments.push(("socket", "WebsocketConnection".to_owned()));
    }
    let errors =
        operation.errors.as_ref().map_or_else(|| "Undeclared".to_owned(), |name| format!("types::{name}"));
    let answer = match &operation.answer {
        Answer::Json(schema) => format!("Answer<{}, {errors}>", rust_type(schema)?),
        Answer::Nothing => format!("Result<HttpResponseUpdatedNoContent, Failure<{errors}>>"),
        Answer::Stream(_) => format!("Result<http::Response<Body>, Failure<{errors}>>"),
        Answer::Websocket => "WebsocketChannelResult".to_owned(),
    };
    let _ = writeln!(text, "    async fn {}(", operation.function());
    for (name, kind) in &arguments {
        let _ = writeln!(text, "        {name}: {kind},");
    }
    let names = arguments.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    let drop = if names.len() == 1 {
        format!("let _ = {};", names[0])
    } else {
        format!("let _ = ({});", names.join(", "))
    };
    let not_built = if websocket { "socket_not_built" } else { "not_built" };
    let _ = writeln!(
        text,
        "    ) -> {answer} {{\n        {drop}\n        {not_built}({:?})\n    }}",
        operation.id
    );
    Ok(())
}

fn parameters(operations: &[Operation]) -> Result<String, GenerateError> {
    let mut structs: BTreeMap<String, (String, Vec<Parameter>)> = BTreeMap::new();
    for operation in operations {
        for (place, name) in [("path", &operation.path_struct), ("query", &operation.query_struct)] {
            if let Some(name) = name {
                let purpose = match (place, name.as_str()) {
                    ("query", INSTANCE_QUERY) => "The instance that is meant.".to_owned(),
                    ("query", _) => format!("Query of `{}`.", operation.id),
                    _ => format!("Variables of paths such as `{}`.", operation.path),
                };
                let mut members: Vec<Parameter> = operation.parameters_in(place).cloned().collect();
                // The same struct serves operations which word the same parameter differently.
                if name == INSTANCE_QUERY {
                    members.iter_mut().for_each(|member| member.description.clear());
                }
                structs.entry(name.clone()).or_insert((purpose, members));
            }
        }
    }
    let mut text = String::from(HEADER);
    text.push_str("//! Path variables and queries, as dropshot extracts them.\n\n");
    text.push_str("use schemars::JsonSchema;\nuse serde::Deserialize;\n\nuse crate::types;\n");
    for (name, (purpose, members)) in structs {
        let _ = write!(
            text,
            "\n/// {purpose}\n#[derive(Clone, Debug, Deserialize, JsonSchema)]\npub struct {name} {{\n"
        );
        for member in members {
            let field = field_name(&member.name);
            let description = match (member.description.as_str(), member.name.as_str()) {
                ("", "directory") => {
                    "Absolute path of the directory whose instance is meant; the server's own if absent."
                }
                ("", _) => "Stands in the contract without a description.",
                (description, _) => description,
            };
            text.push_str(&format::doc("    ", "///", description));
            if field != member.name {
                let _ = writeln!(text, "    #[serde(rename = {:?})]", member.name);
            }
            let kind = rust_type(&member.schema)?;
            let kind =
                if member.required || kind.starts_with("Option<") { kind } else { format!("Option<{kind}>") };
            let _ = writeln!(text, "    pub {field}: {kind},");
        }
        text.push_str("}\n");
    }
    Ok(text)
}

fn field_name(name: &str) -> String {
    let field = snake(name);
    if syn::parse_str::<syn::Ident>(&field).is_ok() { field } else { format!("{field}_") }
}

fn root(
    document: &Value,
    modules: &[(&str, Vec<&Operation>)],
    operations: &[Operation],
) -> Result<String, GenerateError> {
    let mut text = String::from(HEADER);
    text.push_str("//! The modules of the contract, in its order, and what they have in common.\n\n");
    let mut sorted: Vec<&str> = modules.iter().map(|(name, _)| *name).collect();
    sorted.push("parameters");
    sorted.sort_unstable();
    for name in sorted {
        let _ = writeln!(text, "pub mod {name};");
    }
    text.push_str("\nuse dropshot::{ApiDescription, ApiDescriptionBuildErrors, ServerContext};\n\n");
    text.push_str("use crate::support::{Declared, OperationInfo};\nuse crate::types;\n\n");

    text.push_str("/// Everything that a server implements.\npub trait Api<C: ServerContext>:\n    ");
    let bounds: Vec<String> =
        modules.iter().map(|(name, _)| format!("{name}::{}<Context = C>", trait_name(name))).collect();
    text.push_str(&bounds.join("\n    + "));
    text.push_str("\n{\n}\n\nimpl<T, C: ServerContext> Api<C> for T where\n    T: ");
    text.push_str(&bounds.join("\n        + "));
    text.push_str("\n{\n}\n\n");

    text.push_str("/// Descriptions of all modules, implemented by `T`; each becomes a router of its own.\n///\n/// # Errors\n/// dropshot refuses a module, for example because two of its paths collide.\n");
    text.push_str("pub fn descriptions<T: Api<C>, C: ServerContext>()\n-> Result<Vec<(&'static str, ApiDescription<C>)>, ApiDescriptionBuildErrors> {\n    Ok(vec![\n");
    for (name, _) in modules {
        let _ = writeln!(text, "        ({name:?}, {name}::endpoints::api_description::<T>()?),");
    }
    text.push_str("    ])\n}\n\n");

    text.push_str("/// Descriptions without an implementation: what the signatures say.\n///\n/// # Errors\n/// As [`descriptions`].\n");
    text.push_str("pub fn stubs() -> Result<Vec<(&'static str, ApiDescription<dropshot::StubContext>)>, ApiDescriptionBuildErrors> {\n    Ok(vec![\n");
    for (name, _) in modules {
        let _ = writeln!(text, "        ({name:?}, {name}::endpoints::stub_api_description()?),");
    }
    text.push_str("    ])\n}\n\n");

    text.push_str("/// For each operation that answers with a stream of events the JSON schema of one event: dropshot's documents\n/// show a free response there.\n");
    text.push_str(
        "pub fn stream_events() -> Vec<(&'static str, schemars::schema::RootSchema)> {\n    vec![\n",
    );
    for operation in operations {
        if let Answer::Stream(Some(event)) = &operation.answer {
            let event = rust_type(event)?;
            let _ = writeln!(text, "        ({:?}, schemars::schema_for!({event})),", operation.id);
        }
    }
    text.push_str("    ]\n}\n\n");

    let schemas = document["components"]["schemas"].as_object();
    let errors: Vec<String> = schemas
        .into_iter()
        .flatten()
        .filter(|(_, schema)| schema.get("x-statuses").is_some())
        .map(|(name, _)| pascal(name))
        .collect();
    for name in &errors {
        let _ = write!(
            text,
            "impl Declared for types::{name} {{\n    const STATUSES: &'static [u16] = types::{name}::STATUSES;\n}}\n\n"
        );
    }
    text.push_str("/// Statuses that each error type declares, by the name of its schema.\npub const ERROR_STATUSES: &[(&str, &[u16])] = &[\n");
    for name in &errors {
        let _ = writeln!(text, "    ({name:?}, <types::{name} as Declared>::STATUSES),");
    }
    text.push_str(
        "];\n\n/// Every operation, in contract order.\npub const OPERATIONS: &[OperationInfo] = &[\n",
    );
    for operation in operations {
        let _ = writeln!(
            text,
            "    OperationInfo {{ id: {:?}, module: {:?}, method: {:?}, path: {:?}, built: {}, websocket: {} }},",
            operation.id,
            operation.module,
            operation.method,
            operation.path,
            operation.state == State::Done,
            operation.answer == Answer::Websocket,
        );
    }
    text.push_str("];\n");
    Ok(text)
}

/// The Rust type of a schema of the named document.
pub(super) fn rust_type(schema: &Value) -> Result<String, GenerateError> {
    if schema["nullable"] == true {
        let mut inner = schema.clone();
        if let Some(members) = inner.as_object_mut() {
            members.remove("nullable");
        }
        return Ok(format!("Option<{}>", rust_type(&inner)?));
    }
    if let Some(reference) = schema["$ref"].as_str() {
        return Ok(format!("types::{}", pascal(reference.rsplit('/').next().unwrap_or_default())));
    }
    if let Some([single]) = schema["allOf"].as_array().map(Vec::as_slice) {
        return rust_type(single);
    }
    let literal = schema["enum"].as_array().and_then(|values| values.first());
    Ok(match (schema["type"].as_str(), literal) {
        (Some("string"), Some(Value::String(value))) => {
            format!("types::literal::{}", schema[LITERAL].as_str().unwrap_or(&pascal(value)))
        }
        (Some("string"), _) => "String".into(),
        (Some("boolean"), Some(Value::Bool(value))) => {
            format!("types::{}", if *value { "True" } else { "False" })
        }
        (Some("boolean"), _) => "bool".into(),
        (Some("number"), _) => "types::Number".into(),
        (Some("integer"), _) => "i64".into(),
        (Some("array"), _) => format!("Vec<{}>", rust_type(&schema["items"])?),
        (Some("object"), _) => match schema.get("additionalProperties").filter(|value| value.is_object()) {
            Some(value) => format!("types::Map<{}>", rust_type(value)?),
            None => "types::Map<serde_json::Value>".into(),
        },
        (None, _) if schema.as_object().is_some_and(|members| !members.contains_key("oneOf")) => {
            "serde_json::Value".into()
        }
        (None, _) if schema.is_null() => "serde_json::Value".into(),
        _ => return Err(GenerateError::at(STAGE)(&format!("no Rust type for {schema}"))),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn schemas_become_types() {
        for (schema, kind) in [
            (json!({"$ref": "#/components/schemas/Event.session.created"}), "types::EventSessionCreated"),
            (json!({"type": "array", "items": {"type": "string"}}), "Vec<String>"),
            (
                json!({"type": "object", "additionalProperties": {"type": "number"}}),
                "types::Map<types::Number>",
            ),
            (json!({"type": "integer", "nullable": true}), "Option<i64>"),
            (json!({"type": "boolean", "enum": [true]}), "types::True"),
            (json!({}), "serde_json::Value"),
        ] {
            assert_eq!(rust_type(&schema).expect("it has a type"), kind);
        }
        assert!(rust_type(&json!({"oneOf": []})).is_err());
    }

    #[test]
    fn keywords_are_no_field_names() {
        assert_eq!(field_name("type"), "type_");
        assert_eq!(field_name("sessionID"), "session_id");
    }
}
