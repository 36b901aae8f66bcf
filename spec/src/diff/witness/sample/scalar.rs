//! Candidates that have no members: texts, numbers, `true`, `false` and `null`.

use serde_json::{Number, Value, json};

use super::super::parts::Parts;
use super::super::text;
use super::LONGEST;
use crate::diff::formats::Numbers;

/// Values of this type around everything that one of the two schemas says of it.
pub(super) fn values(kind: &str, a: &Parts<'_>, b: &Parts<'_>, values: &mut Vec<Value>) {
    match kind {
        "null" => values.push(Value::Null),
        "boolean" => values.extend([json!(true), json!(false)]),
        "string" => texts(a, b, values),
        "number" | "integer" => numbers(kind, a, b, values),
        _ => {}
    }
}

/// The value that looks least odd in a message.
pub(super) fn least(kind: &str, parts: &Parts<'_>) -> Option<Value> {
    match kind {
        "null" => Some(Value::Null),
        "boolean" => Some(json!(true)),
        "string" => shaped(parts).map(Value::String),
        "number" | "integer" => least_number(kind, parts),
        _ => None,
    }
}

fn texts(a: &Parts<'_>, b: &Parts<'_>, values: &mut Vec<Value>) {
    let shaped_a = shaped(a);
    values.extend(shaped_a.clone().map(Value::String));
    values.extend(["", "a", "!"].map(Value::from));
    // Still of the one's pattern, perhaps no longer of the other's: what comes after a prefix is free.
    values.extend(shaped_a.iter().flat_map(|text| [format!("{text}!"), format!("!{text}")]).map(Value::from));
    values.extend(shaped(b).map(Value::String));
    let filling = if a.has(&["pattern", "format"]) { shaped_a.unwrap_or_default() } else { String::new() };
    for bound in [a, b].iter().flat_map(|side| [side.count("minLength"), side.count("maxLength")]).flatten() {
        for length in [bound.saturating_sub(1), bound, bound.saturating_add(1)] {
            if length <= LONGEST {
                values.push(json!(padded(filling.clone(), length)));
            }
        }
    }
}

/// A text of the schema's pattern or format, and not too short.
fn shaped(parts: &Parts<'_>) -> Option<String> {
    let pattern = parts.get("pattern").and_then(Value::as_str);
    let format = parts.get("format").and_then(Value::as_str).and_then(text::of_format);
    let start = match (pattern, format) {
        (_, Some(format)) => format.to_owned(),
        (Some(pattern), None) => text::matching(pattern)?,
        (None, None) => String::new(),
    };
    let wanted = parts.count("minLength").unwrap_or(0);
    (wanted <= LONGEST).then(|| padded(start, wanted))
}

fn padded(mut text: String, length: usize) -> String {
    let missing = length.saturating_sub(text.chars().count());
    text.extend(std::iter::repeat_n('a', missing));
    text
}

const BOUNDS: [&str; 4] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

fn numbers(kind: &str, a: &Parts<'_>, b: &Parts<'_>, values: &mut Vec<Value>) {
    values.extend(least_number(kind, a));
    values.extend([0, 1, -1].map(Value::from));
    if kind == "number" {
        values.push(json!(0.5));
    }
    for side in [a, b] {
        for bound in BOUNDS.iter().filter_map(|keyword| side.get(keyword)) {
            values.extend(around(bound));
        }
        // A factor itself is a multiple; what lies beside it is none.
        values.extend(side.get("multipleOf").into_iter().flat_map(around));
    }
    let formats = [a, b].into_iter().flat_map(|side| side.all("format"));
    for numbers in formats.filter_map(Value::as_str).filter_map(Numbers::of) {
        let (least, most) = numbers.ends();
        values.extend([least, least - 1, most, most + 1].into_iter().filter_map(whole));
    }
    // Beyond what JavaScript counts exactly, and beyond 64 bits.
    values.extend([json!(9_007_199_254_740_992_i64), json!(-9_007_199_254_740_992_i64), json!(1e300)]);
}

/// A number of JSON, if it is one that programs read as it is written.
fn whole(number: i128) -> Option<Value> {
    i64::try_from(number).map(Value::from).or_else(|_| u64::try_from(number).map(Value::from)).ok()
}

/// The bound, one less and one more, without turning integers into fractions.
fn around(bound: &Value) -> Vec<Value> {
    let mut values = vec![bound.clone()];
    if let Some(whole) = bound.as_i64() {
        values.extend([whole.checked_sub(1), whole.checked_add(1)].into_iter().flatten().map(Value::from));
    } else if let Some(fraction) = bound.as_f64() {
        values.extend(
            [fraction - 1.0, fraction + 1.0].into_iter().filter_map(Number::from_f64).map(Value::Number),
        );
    }
    values
}

fn least_number(kind: &str, parts: &Parts<'_>) -> Option<Value> {
    let bound = |keyword: &str| parts.get(keyword).and_then(Value::as_f64);
    let fits = |value: &Value| {
        value.as_f64().is_some_and(|number| {
            bound("minimum").is_none_or(|bound| number >= bound)
                && bound("maximum").is_none_or(|bound| number <= bound)
                && bound("exclusiveMinimum").is_none_or(|bound| number > bound)
                && bound("exclusiveMaximum").is_none_or(|bound| number < bound)
                && bound("multipleOf").is_none_or(|factor| (number / factor).fract() == 0.0)
                && (kind == "number" || number.fract() == 0.0)
        })
    };
    let mut tried = vec![json!(0), json!(1)];
    let keywords = BOUNDS.iter().chain(&["multipleOf"]);
    tried.extend(keywords.filter_map(|keyword| parts.get(keyword)).flat_map(around));
    if kind == "number"
        && let (Some(low), Some(high)) =
            (bound("exclusiveMinimum").or(bound("minimum")), bound("exclusiveMaximum").or(bound("maximum")))
    {
        tried.extend(Number::from_f64(f64::midpoint(low, high)).map(Value::Number));
    }
    tried.into_iter().find(fits)
}
