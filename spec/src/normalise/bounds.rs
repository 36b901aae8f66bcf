//! Rules on the bounds of numbers and of arrays: the generators have no type for them, so that most become words.

use serde_json::{Value, json};

use super::Object;
use super::schema::{remark, remove_all};

/// The bounds of a number.
pub(super) const NUMBER: &[&str] = &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

/// `exclusiveMinimum: 0` (a number in 3.1) → `minimum: 0` with `exclusiveMinimum: true`; same for the maximum.
pub(super) fn exclusive_bounds(schema: &mut Object) -> bool {
    let mut changed = false;
    for (exclusive, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        if schema.get(exclusive).is_some_and(Value::is_number)
            && let Some(value) = schema.insert(exclusive.into(), json!(true))
        {
            schema.insert(bound.into(), value);
            changed = true;
        }
    }
    changed
}

/// Every integer becomes `int64`; bounds go to the description, so that all sites have one Rust type.
pub(super) fn integer(schema: &mut Object) -> bool {
    if schema.get("type").is_none_or(|kind| kind != "integer") {
        return false;
    }
    bounds_to_remark(schema);
    schema.insert("format".into(), json!("int64"));
    true
}

/// Bounds of a `number` go to the description; the generators have no type for them.
pub(super) fn number_bounds(schema: &mut Object) -> bool {
    schema.get("type").is_some_and(|kind| kind == "number") && bounds_to_remark(schema)
}

fn bounds_to_remark(schema: &mut Object) -> bool {
    /// JavaScript's safe integers: what the contract's generator writes for "any integer".
    const SAFE: i64 = 9_007_199_254_740_991;
    let mut texts = Vec::new();
    for (bound, exclusive, word, strict) in [
        ("minimum", "exclusiveMinimum", "at least", "more than"),
        ("maximum", "exclusiveMaximum", "at most", "less than"),
    ] {
        let strictly = schema.remove(exclusive) == Some(json!(true));
        if let Some(value) = schema.remove(bound)
            && value.as_i64().is_none_or(|value| value.abs() != SAFE)
        {
            texts.push(format!("{} {value}", if strictly { strict } else { word }));
        }
    }
    if texts.is_empty() {
        return false;
    }
    remark(schema, &texts.join(", "));
    true
}

/// `minItems`, `maxItems`, `uniqueItems` would choose odd collection types; a tuple keeps its length.
pub(super) fn array_bounds(schema: &mut Object) -> bool {
    if schema.remove("x-tuple").is_some() {
        return false;
    }
    remove_all(schema, &["minItems", "maxItems", "uniqueItems"])
}
