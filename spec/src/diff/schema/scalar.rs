//! Types, `null` and sets of values.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::super::fact::{At, Fact, Findings, Kind, Spot};
use super::super::node::Node;
use super::types::{Types, key, same_value};
use super::view::View;

/// How many characters of values a message holds.
const LONGEST: usize = 400;

/// A fact about `keyword` of two views.
pub(super) fn about(
    kind: &'static str,
    keyword: &str,
    old: &View<'_>,
    new: &View<'_>,
    at: &At,
    message: impl Into<String>,
) -> Fact {
    Fact::new(Kind::Schema(kind), at, message).spots(
        Some(Spot::within(&old.place, &old.place_of(keyword))),
        Some(Spot::within(&new.place, &new.place_of(keyword))),
    )
}

/// Whether `null` is allowed, before and after.
pub(super) fn nullable(
    found: &mut Findings,
    (before, after): (bool, bool),
    (old, new): (&Node<'_>, &Node<'_>),
    at: &At,
) {
    let (kind, message) = match (before, after) {
        (false, true) => ("became-nullable", "`null` is allowed now"),
        (true, false) => ("became-not-nullable", "`null` is no longer allowed"),
        _ => return,
    };
    found.push(Fact::new(Kind::Schema(kind), at, message).nodes(Some(old), Some(new)));
}

/// Compares the types; answers those that both have, if anything is left to compare.
pub(super) fn types(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) -> Option<Types> {
    let common = old.types.and(new.types);
    let mut grew = !new.types.is_within(old.types);
    let mut shrank = !old.types.is_within(new.types);
    if !common.is_empty() {
        // A set of values has the types that its values have: that it is one now, or no longer, tells as much.
        grew &= old.values.is_none();
        shrank &= new.values.is_none();
    }
    if grew || shrank {
        let (before, after) = (spelled(old), spelled(new));
        let (kind, message) = match (grew, shrank) {
            (true, false) => {
                ("type-generalized", format!("the type is {}, was {}", word(&after), word(&before)))
            }
            (false, true) => {
                ("type-specialized", format!("the type is only {}, was {}", word(&after), word(&before)))
            }
            _ => ("type-changed", format!("the type is {}, was {}", word(&after), word(&before))),
        };
        found.push(about(kind, "type", old, new, at, message).values(Some(before), Some(after)));
    }
    let settled = (old.is_any() || new.is_any()) && (grew || shrank);
    (!common.is_empty() && !settled).then_some(common)
}

/// The types of a view, or its values.
pub(super) fn spelled(view: &View<'_>) -> Value {
    match &view.values {
        Some(values) => json!(values),
        None if view.null && view.types != Types::VALUES => view.types.with(Types::NULL).spelled(),
        None => view.types.spelled(),
    }
}

fn word(types: &Value) -> String {
    match types {
        Value::String(word) if word == "any" => "any value".to_owned(),
        Value::String(word) => format!("`{word}`"),
        Value::Array(words) => {
            cut(words.iter().map(|word| format!("`{}`", shown(word))).collect::<Vec<_>>().join(" or "))
        }
        other => format!("`{}`", shown(other)),
    }
}

/// A value in a message: strings without quotes, the beginning of what is long.
pub(super) fn shown(value: &Value) -> String {
    cut(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}

/// The beginning of a text that is too long for a message.
pub(super) fn cut(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// Whether one side allows a few values only, and the other side all of them and more: then nothing is left to compare.
pub(super) fn is_one_within_the_other(old: &View<'_>, new: &View<'_>) -> bool {
    match (&old.values, &new.values) {
        (Some(few), None) => few.iter().all(|value| allows(new, value)),
        (None, Some(few)) => few.iter().all(|value| allows(old, value)),
        _ => false,
    }
}

/// Whether a schema that says nothing but these keywords of scalars allows a value; `false` where that is not known.
fn allows(view: &View<'_>, value: &Value) -> bool {
    const ASKED: [&str; 9] = [
        "type",
        "pattern",
        "minLength",
        "maxLength",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ];
    let is_valid = |schema: &Value| {
        let validator = jsonschema::draft202012::options().build(schema);
        validator.is_ok_and(|validator| validator.is_valid(value))
    };
    !view.says_more_than(&ASKED) && view.parts.iter().all(|part| is_valid(part.value))
}

/// Compares finite sets of values.
pub(super) fn values(found: &mut Findings, old: &View<'_>, new: &View<'_>, at: &At) {
    let list = |values: &[&Value]| Some(json!(values));
    let keyword = |view: &View<'_>| if view.all("enum").next().is_some() { "enum" } else { "const" };
    match (&old.values, &new.values) {
        (None, None) => {}
        (None, Some(values)) => {
            let message = format!("only {} is allowed now", word(&json!(values)));
            let fact = about("became-enum", keyword(new), old, new, at, message);
            found.push(fact.values(Some(old.types.spelled()), list(values)));
        }
        (Some(values), None) => {
            let message = format!("no longer only {} is allowed", word(&json!(values)));
            let fact = about("became-not-enum", keyword(old), old, new, at, message);
            found.push(fact.values(list(values), Some(new.types.spelled())));
        }
        (Some(before), Some(after)) => {
            if let ([one], [other]) = (before.as_slice(), after.as_slice()) {
                if !same_value(one, other) {
                    let message = format!("the only value is `{}`, was `{}`", shown(other), shown(one));
                    let fact = about("const-changed", keyword(new), old, new, at, message);
                    found.push(fact.values(Some((*one).clone()), Some((*other).clone())));
                }
                return;
            }
            let keys =
                |values: &[&Value]| -> HashSet<String> { values.iter().map(|value| key(value)).collect() };
            let (had, has) = (keys(before), keys(after));
            for value in before.iter().filter(|value| !has.contains(&key(value))) {
                let message = format!("the enum value `{}` is gone", shown(value));
                let fact = about("enum-value-removed", keyword(old), old, new, at, message);
                found.push(fact.values(Some((*value).clone()), None));
            }
            for value in after.iter().filter(|value| !had.contains(&key(value))) {
                let message = format!("the enum value `{}` is new", shown(value));
                let fact = about("enum-value-added", keyword(new), old, new, at, message);
                found.push(fact.values(None, Some((*value).clone())));
            }
        }
    }
}
