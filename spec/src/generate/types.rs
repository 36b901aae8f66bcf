//! `spec/types/src/generated.rs`: structs and enums by typify; unions, literals and error types by our own macros.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use schemars::schema::{Schema, SchemaObject};
use serde_json::{Map, Value, json};
use typify::{TypeSpace, TypeSpaceImpl, TypeSpaceSettings};

use super::caught::caught;
use super::format::{self, HEADER};
use super::records;
use super::{GenerateError, GeneratedFile};
use crate::names::{TaggedUnion, pascal};

const STAGE: &str = "types";

/// Extension that tells the Rust name of a literal.
pub(super) const LITERAL: &str = "x-literal";

/// Generates the wire types of a named document.
pub(super) fn generate(document: &Value, unions: &[TaggedUnion]) -> Result<GeneratedFile, GenerateError> {
    let fail = GenerateError::at(STAGE);
    let schemas = document["components"]["schemas"].as_object().cloned().unwrap_or_default();
    let literals = literals(document);
    let errors: Vec<(&String, &Map<String, Value>)> = schemas
        .iter()
        .filter_map(|(name, schema)| Some((name, schema.get("x-statuses")?.as_object()?)))
        .collect();

    let mut settings = settings(&literals)?;
    for name in unions.iter().map(|union| &union.name).chain(errors.iter().map(|(name, _)| *name)) {
        let name = pascal(name);
        settings.with_replacement(&name, format!("crate::{name}"), std::iter::empty());
    }
    let mut space = TypeSpace::new(&settings);
    let definitions = schemas
        .iter()
        .map(|(name, schema)| {
            let schema = to_draft7(schema.clone());
            Ok((
                name.clone(),
                serde_json::from_value::<Schema>(schema)
                    .map_err(|error| fail(&format!("{name}: {error}")))?,
            ))
        })
        .collect::<Result<Vec<_>, GenerateError>>()?;
    let types = caught(STAGE, || {
        space.add_ref_types(definitions).map_err(|error| fail(&error))?;
        Ok(space.to_stream())
    })?;
    let mut types = format::file(STAGE, types)?;
    let records = records::take(&mut types);

    let mut text = String::from(HEADER);
    text.push_str(&format::text(&types));
    write_literals(&mut text, &literals);
    text.push_str(&records);
    for union in unions {
        write_union(&mut text, union);
    }
    for (name, statuses) in errors {
        write_errors(&mut text, name, statuses);
    }
    Ok(GeneratedFile { path: "spec/types/src/generated.rs".into(), text })
}

fn settings(literals: &BTreeMap<String, String>) -> Result<TypeSpaceSettings, GenerateError> {
    let mut settings = TypeSpaceSettings::default();
    settings
        .with_derive("PartialEq".into())
        // The client has no use for schemas, and their derives take as long to compile as all the rest.
        .with_attr("#[cfg_attr(feature = \"schema\", derive(::schemars::JsonSchema))]".into())
        .with_map_type("::indexmap::IndexMap");
    for (schema, name) in [
        (json!({"type": "number"}), "crate::Number"),
        (json!({"type": "number", "format": "non-finite"}), "crate::AnyNumber"),
        (
            json!({"type": ["number", "null"], "format": "non-finite"}),
            "::std::option::Option<crate::AnyNumber>",
        ),
        (json!({"type": "boolean", "enum": [true]}), "crate::True"),
        (json!({"type": "boolean", "enum": [false]}), "crate::False"),
    ] {
        settings.with_conversion(schema_object(schema)?, name, std::iter::empty());
    }
    for (name, value) in literals {
        let schema = schema_object(json!({"type": "string", "enum": [value]}))?;
        let path = format!("crate::literal::{name}");
        settings.with_conversion(schema, path, [TypeSpaceImpl::Display].into_iter());
    }
    Ok(settings)
}

fn schema_object(schema: Value) -> Result<SchemaObject, GenerateError> {
    serde_json::from_value(schema).map_err(|error| GenerateError::at(STAGE)(&error))
}

/// Rust name → wire value of every string that stands alone in an `enum`.
pub(crate) fn literals(document: &Value) -> BTreeMap<String, String> {
    fn collect(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
            Value::Object(members) => {
                found.extend(literal(members).map(str::to_owned));
                members.values().for_each(|member| collect(member, found));
            }
            _ => {}
        }
    }
    let mut values = BTreeSet::new();
    collect(document, &mut values);
    let mut names = BTreeMap::new();
    for value in values {
        let mut name = pascal(&value);
        if name.is_empty() || name.starts_with(|letter: char| letter.is_ascii_digit()) {
            name.insert(0, 'N');
        }
        while names.contains_key(&name) {
            name.push('_');
        }
        names.insert(name, value);
    }
    names
}

/// Writes beside every literal how it is called in Rust: it depends on all others whether `a-b` is `AB` or `AB_`.
pub(super) fn mark_literals(document: &mut Value) {
    fn mark(value: &mut Value, names: &BTreeMap<String, String>) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| mark(item, names)),
            Value::Object(members) => {
                let name = literal(members).and_then(|value| names.get(value)).cloned();
                members.values_mut().for_each(|member| mark(member, names));
                if let Some(name) = name {
                    members.insert(LITERAL.into(), json!(name));
                }
            }
            _ => {}
        }
    }
    let names = literals(document).into_iter().map(|(name, value)| (value, name)).collect();
    mark(document, &names);
}

/// The string that a schema is, if it can be one only.
fn literal(schema: &Map<String, Value>) -> Option<&str> {
    match schema.get("enum")?.as_array()?.as_slice() {
        [Value::String(value)] if schema.get("type") == Some(&json!("string")) => Some(value),
        _ => None,
    }
}

fn write_literals(text: &mut String, literals: &BTreeMap<String, String>) {
    text.push_str("\n/// One zero-sized type for each string that a member can only be.\npub mod literal {\n    crate::literals! {\n");
    for (name, value) in literals {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "        {name} = {value:?};");
    }
    text.push_str("    }\n}\n");
}

fn write_union(text: &mut String, union: &TaggedUnion) {
    let name = pascal(&union.name);
    let kind = if union.open { "open_union" } else { "closed_union" };
    let _ = writeln!(text, "\ncrate::{kind}! {{\n    /// `{}`, told apart by `{}`.", union.name, union.tag);
    let _ = writeln!(text, "    pub enum {name} by {:?} {{", union.tag);
    let mut taken = BTreeSet::new();
    for (value, component) in &union.variants {
        let mut variant = pascal(value);
        while !taken.insert(variant.clone()) {
            variant.push('_');
        }
        let _ = writeln!(text, "        {value:?} => {variant}({}),", pascal(component));
    }
    let rest = union.rest.as_ref().map(|rest| format!(" Other({}) ", pascal(rest))).unwrap_or_default();
    let _ = writeln!(text, "    }} rest {{{rest}}}\n}}");
}

fn write_errors(text: &mut String, name: &str, statuses: &Map<String, Value>) {
    let mut members: Vec<(String, String)> = Vec::new();
    for reference in statuses.values().filter_map(Value::as_array).flatten() {
        if let Some(component) = reference["$ref"].as_str().and_then(|text| text.rsplit('/').next()) {
            let component = pascal(component);
            let variant = component.strip_suffix("Error").unwrap_or(&component).to_owned();
            if !members.contains(&(variant.clone(), component.clone())) {
                members.push((variant, component));
            }
        }
    }
    let codes = statuses.keys().cloned().collect::<Vec<_>>().join(", ");
    let _ = writeln!(text, "\ncrate::error_union! {{\n    /// Declared errors: {codes}.");
    let _ = writeln!(text, "    pub enum {} for [{codes}] {{", pascal(name));
    for (variant, component) in members {
        let _ = writeln!(text, "        {variant}({component}),");
    }
    text.push_str("    }\n}\n");
}

/// 3.0 `nullable` → draft 7 types, which is what typify reads.
fn to_draft7(schema: Value) -> Value {
    match schema {
        Value::Array(items) => items.into_iter().map(to_draft7).collect(),
        Value::Object(members) => {
            let mut members: Map<String, Value> =
                members.into_iter().map(|(key, value)| (key, to_draft7(value))).collect();
            // typify compares schemas with those it has conversions for: ours must not stand in between.
            members.remove("x-statuses");
            members.remove(LITERAL);
            if members.get("nullable") != Some(&json!(true)) {
                return Value::Object(members);
            }
            members.remove("nullable");
            if let Some(kind) = members.get("type").cloned() {
                members.insert("type".into(), json!([kind, "null"]));
                Value::Object(members)
            } else if let Some(Value::Array(parts)) = members.remove("allOf") {
                json!({ "oneOf": [{"type": "null"}, parts.into_iter().next().unwrap_or_default()] })
            } else if members.is_empty() {
                json!({})
            } else {
                json!({ "oneOf": [{"type": "null"}, Value::Object(members)] })
            }
        }
        other => other,
    }
}
