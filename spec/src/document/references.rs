//! Every `$ref` of a document, and which of them lead nowhere.

use serde_json::Value;

use super::{Document, Pointer, reference};
use crate::diagnostic::Diagnostic;

/// One finding for each `$ref` that has no target in the document.
pub(super) fn broken(document: &Document) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    visit(document.value(), &Pointer::root(), &mut |place, target| {
        let resolved = Pointer::from_reference(target);
        if resolved.as_ref().is_some_and(|pointer| pointer.get(document.value()).is_some()) {
            return;
        }
        let message = match resolved {
            Some(_) => format!("broken reference: nothing stands at `{target}`"),
            None if target.starts_with('#') => format!("broken reference: `{target}` is not a JSON pointer"),
            None => format!("broken reference: `{target}` leads out of this document"),
        };
        let finding = document.diagnostic(place, message);
        findings.push(match nearest_name(document.value(), target) {
            Some(name) => finding.with_help(format!("there is `{name}`")),
            None => finding,
        });
    });
    findings
}

/// Calls `found` with the place and text of every reference. Examples, defaults and enumerated values are data: a
/// `$ref` inside them is a member like any other, as is a property that is called `$ref`.
fn visit(value: &Value, pointer: &Pointer, found: &mut impl FnMut(&Pointer, &str)) {
    visit_in(value, pointer, false, found);
}

/// `is_map` tells an object whose member names are free (`properties`) from one whose names are keywords.
fn visit_in(value: &Value, pointer: &Pointer, is_map: bool, found: &mut impl FnMut(&Pointer, &str)) {
    match value {
        Value::Object(members) => {
            if !is_map && let Some(target) = reference(value) {
                found(&pointer.child("$ref"), target);
            }
            for (name, member) in members {
                let holds_map = !is_map && MAPS.contains(&name.as_str());
                if is_map || !DATA.contains(&name.as_str()) {
                    visit_in(member, &pointer.child(name), holds_map, found);
                }
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                visit_in(element, &pointer.index(index), false, found);
            }
        }
        _ => {}
    }
}

/// Keywords that hold values, not schemas.
const DATA: [&str; 5] = ["example", "examples", "default", "enum", "const"];

/// Keywords that hold a map from free names to schemas, responses and so on.
const MAPS: [&str; 14] = [
    "paths",
    "webhooks",
    "responses",
    "content",
    "headers",
    "callbacks",
    "schemas",
    "parameters",
    "requestBodies",
    "properties",
    "patternProperties",
    "dependentSchemas",
    "$defs",
    "definitions",
];

/// A sibling of the missing target that is spelled almost like it.
fn nearest_name(document: &Value, target: &str) -> Option<String> {
    let missing = Pointer::from_reference(target)?;
    let simple = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let wanted = simple(&missing.last());
    let siblings = missing.parent();
    let similar = |name: &&String| {
        let name = simple(name);
        name == wanted || (wanted.len() > 3 && (name.starts_with(&wanted) || wanted.starts_with(&name)))
    };
    let name = siblings.get(document)?.as_object()?.keys().find(similar)?;
    Some(siblings.child(name).to_string())
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    fn document(schema: &str) -> Result<Document, String> {
        let text = format!(
            r#"{{"openapi": "3.1.1", "components": {{"schemas": {{
  "Session": {{"type": "object"}},
  "Other": {schema}
}}}}}}"#
        );
        Document::parse("a.json", text).map_err(|unreadable| unreadable.to_string())
    }

    #[test]
    fn a_reference_must_lead_somewhere() {
        let error =
            document(r##"{"items": [{"$ref": "#/components/schemas/Sessions"}]}"##).expect_err("broken");
        assert_eq!(
            error,
            "a.json:3:32: broken reference: nothing stands at `#/components/schemas/Sessions`\n  \
             at #/components/schemas/Other/items/0/$ref\n  \
             | \"Other\": {\"items\": [{\"$ref\": \"#/components/schemas/Sessions\"}]}\n  \
             |                              ^\n  \
             help: there is `#/components/schemas/Session`"
        );
        let error = document(r##"{"$ref": "types.json#/Session"}"##).expect_err("elsewhere");
        assert!(error.contains("`types.json#/Session` leads out of this document"), "{error}");
        let error = document(r##"{"$ref": "#Session"}"##).expect_err("an anchor");
        assert!(error.contains("`#Session` is not a JSON pointer"), "{error}");
    }

    #[test]
    fn data_that_looks_like_a_reference_is_none() {
        document(r##"{"default": {"$ref": "#/x"}, "properties": {"$ref": {"type": "string"}}}"##)
            .expect("data");
        let error =
            document(r##"{"properties": {"default": {"$ref": "#/x"}}}"##).expect_err("a member's schema");
        assert!(error.contains("`#/x`"), "{error}");
    }
}
