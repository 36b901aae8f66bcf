//! Canonical schemas in a few words, for reports.

use super::pairing;
use super::schema::{Alternatives, Further, Node, Object, Scalar, lower};

/// How many values or member names are spelled out.
const SPELLED_OUT: usize = 6;

/// `string`, `"a" | "b" | null`, `array of object with id, time`.
pub(super) fn describe(alternatives: &Alternatives<'_>) -> String {
    describe_beside(alternatives, &Alternatives::default())
}

pub(super) fn describe_node(node: &Node<'_>) -> String {
    describe(&lower(std::slice::from_ref(node)))
}

/// The same, for a report that shows `other` beside it: of many values only those are spelled out that `other` lacks.
pub(super) fn describe_beside(alternatives: &Alternatives<'_>, other: &Alternatives<'_>) -> String {
    if alternatives.anything {
        return "any value".to_owned();
    }
    let is_value = |scalar: &&Scalar| matches!(scalar, Scalar::TextValue(_) | Scalar::NumberValue(_));
    let values: Vec<&Scalar> = alternatives.scalars.iter().filter(is_value).collect();
    let (common, own): (Vec<&Scalar>, Vec<&Scalar>) =
        values.iter().partition(|value| values.len() > SPELLED_OUT && other.scalars.contains(value));
    let mut words: Vec<String> = Vec::new();
    if !common.is_empty() {
        words.push(format!("{} values that both have", common.len()));
    }
    words.extend(own.iter().take(4 * SPELLED_OUT).map(|value| scalar(value)));
    if own.len() > 4 * SPELLED_OUT {
        words.push(format!("{} more values", own.len() - 4 * SPELLED_OUT));
    }
    let has = |value| alternatives.scalars.contains(&value);
    let both = has(Scalar::Boolean(true)) && has(Scalar::Boolean(false));
    if both {
        words.push("boolean".to_owned());
    }
    let rest = alternatives.scalars.iter().filter(|scalar| !is_value(scalar) && **scalar != Scalar::Null);
    words.extend(rest.filter(|scalar| !(both && matches!(scalar, Scalar::Boolean(_)))).map(scalar));
    words.extend(alternatives.arrays.iter().map(|items| format!("array of {}", element(items))));
    if alternatives.objects.len() > 3 {
        words.push(format!("{} kinds of object", alternatives.objects.len()));
    } else {
        words.extend(alternatives.objects.iter().map(object));
    }
    words.extend(has(Scalar::Null).then(|| "null".to_owned()));
    words.dedup();
    if words.is_empty() { "no value at all".to_owned() } else { words.join(" | ") }
}

fn scalar(scalar: &Scalar) -> String {
    match scalar {
        Scalar::Text => "string".to_owned(),
        Scalar::TextValue(text) => format!("{text:?}"),
        Scalar::Number => "number".to_owned(),
        Scalar::Integer => "integer".to_owned(),
        Scalar::NumberValue(text) => text.clone(),
        Scalar::Boolean(value) => value.to_string(),
        Scalar::Null => "null".to_owned(),
    }
}

/// Elements one level deep, in brackets where the words would run together.
fn element(items: &Node<'_>) -> String {
    let items = lower(std::slice::from_ref(items));
    let nested = items.arrays.len();
    let words = if nested > 0 { "array".to_owned() } else { describe(&items) };
    if words.contains(" | ") { format!("({words})") } else { words }
}

/// `object with type="text", id, time`: literals first, since they tell an object from its siblings; of many members
/// the first three.
pub(super) fn object(object: &Object<'_>) -> String {
    let literals = pairing::literals(object);
    let plain =
        object.members.keys().filter(|name| !literals.contains_key(**name)).map(|name| (*name).to_owned());
    let names: Vec<String> =
        literals.iter().map(|(name, value)| format!("{name}={value:?}")).chain(plain).collect();
    match (&names[..], &object.further) {
        ([], Further::Typed(_)) => "map".to_owned(),
        ([], _) => "object".to_owned(),
        (names, _) if names.len() > SPELLED_OUT => format!("object with {}, …", names[..3].join(", ")),
        (names, _) => format!("object with {}", names.join(", ")),
    }
}

/// What may stand beside the named members.
pub(super) fn further(further: &Further<'_>) -> String {
    match further {
        Further::Unsaid => "no further members".to_owned(),
        Further::Anything => "further members of any kind".to_owned(),
        Further::Typed(node) => format!("further members: {}", describe_node(node)),
    }
}

pub(super) fn requiredness(required: bool) -> &'static str {
    if required { "required" } else { "optional" }
}
