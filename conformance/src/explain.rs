//! Schema violations in words: where, what, and, in a union, of the member that was meant.

use indexmap::IndexMap;
use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value;

use crate::judge::{Finding, Rule};

/// One violation, still apart from its like.
struct Violation {
    pointer: String,
    problem: Problem,
}

enum Problem {
    /// A required member is not there; the second is what is.
    Missing(String, String),
    Other(String),
}

/// What the violations of a schema come to, each told once: missing members of one object together, and one problem
/// at many places (every element of a list) at its first place, with the number of others.
pub(crate) fn findings<'a>(errors: impl Iterator<Item = ValidationError<'a>>, rule: Rule) -> Vec<Finding> {
    let mut missing: IndexMap<(String, String), Vec<String>> = IndexMap::new();
    let mut told: IndexMap<String, Vec<String>> = IndexMap::new();
    for Violation { pointer, problem } in errors.flat_map(violations) {
        match problem {
            Problem::Missing(member, present) => missing.entry((pointer, present)).or_default().push(member),
            Problem::Other(message) => told.entry(message).or_default().push(pointer),
        }
    }
    for ((pointer, present), members) in missing {
        let (noun, verb) = if members.len() == 1 { ("member", "is") } else { ("members", "are") };
        let message = format!("the required {noun} {} {verb} missing (there: {present})", members.join(", "));
        told.entry(message).or_default().push(pointer);
    }
    let findings = told.into_iter().map(|(message, mut pointers)| {
        let others = pointers.len() - 1;
        let message = if others == 0 { message } else { format!("{message} (and at {others} other places)") };
        Finding::new(rule, pointers.swap_remove(0), message)
    });
    findings.collect()
}

/// A value that fits no member of a union violates each of them. Only one was meant: the one whose constant members
/// (the tag) agree, or else the one that is violated least. Its violations are told, the others are noise.
fn violations(error: ValidationError<'_>) -> Vec<Violation> {
    let parts = error.to_owned().into_parts();
    let pointer = parts.instance_path.to_string();
    match parts.kind {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            union(context, pointer, &parts.instance)
        }
        ValidationErrorKind::Required { property } => {
            let present = parts.instance.as_object().into_iter().flatten();
            let present: Vec<_> = present.map(|(name, _)| name.as_str()).collect();
            let present =
                if present.is_empty() { "nothing".to_owned() } else { shortened(&present.join(", "), 120) };
            let member = property.as_str().map_or_else(|| property.to_string(), str::to_owned);
            vec![Violation { pointer, problem: Problem::Missing(member, present) }]
        }
        kind => vec![Violation { pointer, problem: Problem::Other(words(&kind, &parts.instance)) }],
    }
}

fn union(mut members: Vec<Vec<ValidationError<'static>>>, place: String, instance: &Value) -> Vec<Violation> {
    let wrong_tag = |errors: &[ValidationError<'static>]| errors.iter().find_map(|error| tag(error, &place));
    if let Some(mut names) = members.iter().map(|errors| wrong_tag(errors)).collect::<Option<Vec<_>>>() {
        // Every member has a tag and none agrees: that is all there is to say.
        names.dedup();
        if let [name] = names.as_slice() {
            let value = instance.get(name).unwrap_or(&Value::Null);
            let message = format!("no member of the union has {name} {}", shortened(&value.to_string(), 80));
            return vec![Violation { pointer: place, problem: Problem::Other(message) }];
        }
    }
    members.sort_by_key(|errors| (wrong_tag(errors).is_some(), wrong_type(errors, &place), errors.len()));
    match members.into_iter().next() {
        Some(meant) => meant.into_iter().flat_map(violations).collect(),
        None => {
            vec![Violation { pointer: place, problem: Problem::Other("no value is valid here".to_owned()) }]
        }
    }
}

/// The tag that an error is about: a constant member directly below `place`.
fn tag(error: &ValidationError<'_>, place: &str) -> Option<String> {
    let constant =
        matches!(error.kind(), ValidationErrorKind::Constant { .. } | ValidationErrorKind::Enum { .. });
    let path = error.instance_path().to_string();
    let name = path.strip_prefix(place)?.strip_prefix('/')?;
    (constant && !name.contains('/')).then(|| name.to_owned())
}

/// Whether the errors say that the value as a whole is of another type: a text where an object is wanted.
fn wrong_type(errors: &[ValidationError<'_>], place: &str) -> bool {
    errors.iter().any(|error| {
        matches!(error.kind(), ValidationErrorKind::Type { .. }) && error.instance_path().to_string() == place
    })
}

fn words(kind: &ValidationErrorKind, instance: &Value) -> String {
    let value = shortened(&instance.to_string(), 80);
    match kind {
        ValidationErrorKind::Type { kind } => {
            let expected = match kind {
                jsonschema::error::TypeKind::Single(kind) => kind.to_string(),
                jsonschema::error::TypeKind::Multiple(kinds) => {
                    kinds.iter().map(|kind| kind.to_string()).collect::<Vec<_>>().join(" or ")
                }
            };
            format!("{value} is not of type {expected}")
        }
        ValidationErrorKind::Constant { expected_value } => format!("{value} is not {expected_value}"),
        ValidationErrorKind::Enum { options } => {
            format!("{value} is none of {}", shortened(&options.to_string(), 120))
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            format!("members that the contract does not allow here: {}", unexpected.join(", "))
        }
        ValidationErrorKind::Pattern { pattern } => format!("{value} does not match {pattern}"),
        ValidationErrorKind::Maximum { limit } => format!("{value} is above {limit}"),
        ValidationErrorKind::Minimum { limit } => format!("{value} is below {limit}"),
        other => format!("{value} violates {}", other.keyword()),
    }
}

/// At most `most` characters of `text`.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn explained(schema: &Value, value: &Value) -> Vec<(String, String)> {
        let validator = jsonschema::validator_for(schema).expect("a schema");
        let found = findings(validator.iter_errors(value), Rule::Body);
        found.into_iter().map(|finding| (finding.pointer, finding.message)).collect()
    }

    fn tagged() -> Value {
        json!({"anyOf": [
            {"type": "object", "required": ["type", "text"],
             "properties": {"type": {"const": "text"}, "text": {"type": "string"}}},
            {"type": "object", "required": ["type"],
             "properties": {"type": {"const": "file"}, "size": {"type": "integer"}}},
        ]})
    }

    #[test]
    fn of_a_union_the_member_with_the_right_tag_is_told() {
        assert_eq!(
            explained(&tagged(), &json!({"type": "text", "text": 5})),
            [("/text".to_owned(), "5 is not of type string".to_owned())]
        );
        assert_eq!(
            explained(&tagged(), &json!({"type": "file", "size": "x"})),
            [("/size".to_owned(), "\"x\" is not of type integer".to_owned())]
        );
    }

    #[test]
    fn an_unknown_tag_is_told_as_such() {
        assert_eq!(
            explained(&json!({"type": "array", "items": tagged()}), &json!([{"type": "odd", "text": ""}])),
            [("/0".to_owned(), "no member of the union has type \"odd\"".to_owned())]
        );
    }

    #[test]
    fn unions_within_unions_are_followed_to_the_leaf() {
        let schema =
            json!({"anyOf": [{"type": "null"}, {"type": "object", "properties": {"part": tagged()}}]});
        assert_eq!(
            explained(&schema, &json!({"part": {"type": "text"}})),
            [("/part".to_owned(), "the required member text is missing (there: type)".to_owned())]
        );
    }

    #[test]
    fn alike_violations_are_told_once() {
        let schema = json!({"type": "array", "items": {"type": "object", "required": ["a", "b"]}});
        assert_eq!(
            explained(&schema, &json!([{"c": 1}, {"a": 1, "b": 1}, {"c": 2}])),
            [(
                "/0".to_owned(),
                "the required members a, b are missing (there: c) (and at 1 other places)".to_owned()
            )]
        );
    }

    #[test]
    fn long_values_are_cut_at_characters() {
        assert_eq!(shortened("äöü", 2), "äö…");
        assert_eq!(shortened("äöü", 3), "äöü");
    }
}
