//! Every `$ref` of a document, and which of them lead nowhere.

use serde_json::Value;

use super::{Document, Pointer, walk};
use crate::diagnostic::Diagnostic;

/// One finding for each `$ref` that has no target in the document.
pub(super) fn broken(document: &Document) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    walk(document.value(), &mut |place, object| {
        let Some(Value::String(target)) = object.get("$ref") else { return };
        let resolved = Pointer::from_reference(target);
        if resolved.as_ref().is_some_and(|pointer| pointer.get(document.value()).is_some()) {
            return;
        }
        let message = match resolved {
            Some(_) => format!("broken reference: nothing stands at `{target}`"),
            None if target.starts_with('#') => format!("broken reference: `{target}` is not a JSON pointer"),
            None => format!("broken reference: `{target}` leads out of this document"),
        };
        let finding = document.diagnostic(&place.child("$ref"), message);
        findings.push(match nearest_name(document.value(), target) {
            Some(name) => finding.with_help(format!("there is `{name}`")),
            None => finding,
        });
    });
    findings
}

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
