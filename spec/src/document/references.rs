//! Every `$ref` of a document, and which of them lead nowhere, to no object or in a circle.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::walk::objects;
use super::{Document, Pointer, member, resolve, walk};
use crate::diagnostic::Diagnostic;

/// The members of an object.
type Members = Map<String, Value>;

/// How many findings are told: beyond that, the document as a whole is the mistake.
const TOLD: usize = 20;

/// One finding for each `$ref` that has no target in the document, or one that cannot be referred to.
pub(super) fn broken(document: &Document) -> Vec<Diagnostic> {
    let whole = document.value();
    let broken = |object| {
        let Some(Value::String(target)) = member(object, "$ref") else { return None };
        let value = resolve(whole, target);
        (!value.is_some_and(|value| value.is_object() || value.is_boolean())).then_some((target, value))
    };
    let mut findings = Vec::new();
    let mut is_any_broken = false;
    objects(whole, |object| is_any_broken |= broken(object).is_some());
    if !is_any_broken {
        return findings;
    }
    let mut untold = 0;
    walk(whole, &mut |place, object| {
        let Some((target, value)) = broken(object) else { return };
        let resolved = Pointer::from_reference(target);
        if findings.len() == TOLD {
            untold += 1;
            return;
        }
        let message = match resolved {
            Some(_) if value.is_some() => format!("broken reference: `{target}` is no object"),
            Some(_) => format!("broken reference: nothing stands at `{target}`"),
            None if target.starts_with('#') => format!("broken reference: `{target}` is not a JSON pointer"),
            None => format!("broken reference: `{target}` leads out of this document"),
        };
        let finding = document.diagnostic(&place.child("$ref"), message);
        findings.push(match nearest_name(whole, target) {
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
    let whole = document.value();
    let mut starts = Vec::new();
    objects(whole, |object| {
        // Most objects lead nowhere.
        if object.keys().any(|name| leads_on(name)) {
            starts.push(object);
        }
    });
    let mut findings = Vec::new();
    // Whether all that an object leads to has been looked at; objects are told apart by where they are in memory.
    let mut finished: HashMap<*const Members, bool> = HashMap::new();
    for start in starts {
        // A list of what is still to be tried, instead of calls: a chain of references may be of any length.
        let mut way: Vec<(&Members, std::vec::IntoIter<&Members>)> = Vec::new();
        let mut target = Some(start);
        loop {
            if let Some(target) = target {
                let known = finished.get(&std::ptr::from_ref(target)).copied();
                let next = if known.is_none() { next(whole, target) } else { Vec::new() };
                if !next.is_empty() {
                    finished.insert(target, false);
                    way.push((target, next.into_iter()));
                } else if known == Some(false) && findings.len() < TOLD {
                    let first = way.iter().position(|(object, _)| std::ptr::eq(*object, target));
                    let round = way[first.unwrap_or_default()..].iter().map(|(object, _)| *object);
                    findings.push(circle(document, &places(whole, &round.collect::<Vec<_>>())));
                }
            }
            let Some((object, rest)) = way.last_mut() else { break };
            target = rest.next();
            if target.is_none() {
                finished.insert(*object, true);
                way.pop();
            }
        }
    }
    findings
}

/// Whether a member of this name says something about the same value as the object around it.
fn leads_on(name: &str) -> bool {
    name == "$ref" || SAME_VALUE.contains(&name) || SAME_VALUE_LISTS.contains(&name)
}

/// The objects that say something about the same value as this one does.
fn next<'a>(whole: &'a Value, object: &'a Members) -> Vec<&'a Members> {
    let reference = member(object, "$ref").and_then(Value::as_str);
    let mut next = Vec::new();
    next.extend(reference.and_then(|target| resolve(whole, target)));
    next.extend(SAME_VALUE.iter().filter_map(|name| member(object, name)));
    let lists = SAME_VALUE_LISTS.iter().filter_map(|name| member(object, name)?.as_array());
    next.extend(lists.flatten());
    next.into_iter().filter_map(Value::as_object).collect()
}

/// Where these objects stand.
fn places(whole: &Value, objects: &[&Members]) -> Vec<Pointer> {
    let numbers = objects.iter().map(|object| std::ptr::from_ref(*object)).zip(0..);
    let numbers: HashMap<*const Members, usize> = numbers.collect();
    let mut places = vec![Pointer::root(); objects.len()];
    walk(whole, &mut |place, object| {
        if let Some(number) = numbers.get(&std::ptr::from_ref(object)) {
            places[*number] = place.clone();
        }
    });
    places
}

/// Told at its first `$ref`, with the places that it leads through.
fn circle(document: &Document, places: &[Pointer]) -> Diagnostic {
    const NAMED: usize = 4;
    let reference = |place: &&Pointer| place.child("$ref").get(document.value()).is_some();
    let places: Vec<&Pointer> = places.iter().filter(reference).collect();
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
