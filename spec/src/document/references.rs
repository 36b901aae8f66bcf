//! Every `$ref` of a document, and which of them lead nowhere or in a circle.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::{Document, Pointer, walk};
use crate::diagnostic::Diagnostic;

/// How many findings are told: beyond that, the document as a whole is the mistake.
const TOLD: usize = 20;

/// One finding for each `$ref` that has no target in the document.
pub(super) fn broken(document: &Document) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut untold = 0;
    walk(document.value(), &mut |place, object| {
        let Some(Value::String(target)) = object.get("$ref") else { return };
        let resolved = Pointer::from_reference(target);
        if resolved.as_ref().is_some_and(|pointer| pointer.get(document.value()).is_some()) {
            return;
        }
        if findings.len() == TOLD {
            untold += 1;
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
    if untold > 0 {
        findings.push(Diagnostic::about(document.source(), format!("and {untold} more broken references")));
    }
    findings
}

/// Keywords whose schemas apply to the very value that the schema around them applies to.
const SAME_VALUE: [&str; 4] = ["not", "if", "then", "else"];
const SAME_VALUE_LISTS: [&str; 3] = ["allOf", "anyOf", "oneOf"];

/// One finding for each circle of references in which nothing is taken apart on the way: what such a schema means is
/// not defined (JSON Schema 2020-12, 9.4.1), and whoever follows it never comes to an end. Recursion through a member
/// or an element is fine, since every value ends.
pub(super) fn circular(document: &Document) -> Vec<Diagnostic> {
    let mut order = Vec::new();
    let mut steps: HashMap<Pointer, Vec<Pointer>> = HashMap::new();
    walk(document.value(), &mut |place, object| {
        let next = next(place, object);
        if !next.is_empty() {
            order.push(place.clone());
            steps.insert(place.clone(), next);
        }
    });
    let mut findings = Vec::new();
    let mut finished: HashMap<&Pointer, bool> = HashMap::new();
    for start in &order {
        // A list of what is still to be tried, instead of calls: a chain of references may be of any length.
        let mut way: Vec<(&Pointer, &[Pointer])> = Vec::new();
        if !finished.contains_key(start) {
            way.push((start, &steps[start]));
            finished.insert(start, false);
        }
        while let Some((place, rest)) = way.last_mut() {
            let Some((target, later)) = rest.split_first() else {
                finished.insert(place, true);
                way.pop();
                continue;
            };
            *rest = later;
            match (finished.get(target), steps.get_key_value(target)) {
                (None, Some((target, next))) => {
                    finished.insert(target, false);
                    way.push((target, next));
                }
                (Some(false), _) if findings.len() < TOLD => {
                    let first = way.iter().position(|(place, _)| *place == target).unwrap_or_default();
                    findings.push(circle(document, way[first..].iter().map(|(place, _)| *place)));
                }
                _ => {}
            }
        }
    }
    findings
}

/// The places that say something about the same value as `place` does.
fn next(place: &Pointer, object: &Map<String, Value>) -> Vec<Pointer> {
    let mut next = Vec::new();
    next.extend(object.get("$ref").and_then(Value::as_str).and_then(Pointer::from_reference));
    next.extend(SAME_VALUE.iter().filter(|name| object.contains_key(**name)).map(|name| place.child(name)));
    for name in SAME_VALUE_LISTS {
        let count = object.get(name).and_then(Value::as_array).map_or(0, Vec::len);
        next.extend((0..count).map(|index| place.child(name).index(index)));
    }
    next
}

/// Told at its first `$ref`, with the places that it leads through.
fn circle<'a>(document: &Document, places: impl Iterator<Item = &'a Pointer>) -> Diagnostic {
    const NAMED: usize = 4;
    let reference = |place: &&Pointer| place.child("$ref").get(document.value()).is_some();
    let places: Vec<&Pointer> = places.filter(reference).collect();
    let mut names: Vec<String> = places.iter().take(NAMED).map(|place| format!("`{place}`")).collect();
    if places.len() > NAMED {
        names.push(format!("{} more", places.len() - NAMED));
    }
    let message = match names.as_slice() {
        [only] => format!("circular reference: {only} is defined by itself"),
        several => format!("circular reference: {} are defined by each other", several.join(", ")),
    };
    let first = places.first().map_or_else(Pointer::root, |place| place.child("$ref"));
    document.diagnostic(&first, message)
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
    fn a_circle_is_refused_and_a_recursion_is_not() {
        for (schema, words) in [
            (
                r##"{"$ref": "#/components/schemas/Other"}"##,
                "`#/components/schemas/Other` is defined by itself",
            ),
            (
                r##"{"anyOf": [{"type": "null"}, {"allOf": [{"$ref": "#/components/schemas/Other"}]}]}"##,
                "`#/components/schemas/Other/anyOf/1/allOf/0` is defined by itself",
            ),
            (
                r##"{"$ref": "#/components/schemas/A"}, "A": {"$ref": "#/components/schemas/B"},
                "B": {"not": {"$ref": "#/components/schemas/Other"}}"##,
                "`#/components/schemas/Other`, `#/components/schemas/A`, `#/components/schemas/B/not` are defined by \
                 each other",
            ),
        ] {
            let error = document(schema).expect_err(schema);
            assert!(error.starts_with("a.json:3:") && error.contains(words), "{error}");
            assert_eq!(error.matches("circular").count(), 1, "{error}");
        }
        document(r##"{"properties": {"next": {"anyOf": [{"$ref": "#/components/schemas/Other"}]}}}"##)
            .expect("a list");
        document(r##"{"items": {"$ref": "#/components/schemas/Other"}}"##).expect("a tree");
        document(
            r##"{"allOf": [{"$ref": "#/components/schemas/Session"}, {"$ref": "#/components/schemas/Session"}]}"##,
        )
        .expect("twice is no circle");
    }

    #[test]
    fn a_long_chain_of_references_needs_no_stack() {
        let links: Vec<String> = (0..50_000)
            .map(|n| format!(r##""L{n}": {{"$ref": "#/components/schemas/L{}"}}"##, n + 1))
            .collect();
        let chain = |end: &str| document(&format!(r#"{{}}, {}, "L50000": {end}"#, links.join(",\n")));
        chain("{}").expect("it ends");
        let error = chain(r##"{"$ref": "#/components/schemas/L0"}"##).expect_err("it does not end");
        assert!(error.contains("`#/components/schemas/L3`, 49997 more are defined by each other"), "{error}");
    }

    #[test]
    fn a_thousand_broken_references_are_told_briefly() {
        let items = vec![r##"{"$ref": "#/x"}"##; 1000].join(",");
        let error = document(&format!(r#"{{"allOf": [{items}]}}"#)).expect_err("broken");
        assert_eq!(error.matches("nothing stands at").count(), 20);
        assert!(error.ends_with("a.json: and 980 more broken references"), "{error}");
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
