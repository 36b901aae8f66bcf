//! What the comparison cannot see, as numbers.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::document::walk;

/// Schema keywords that dropshot's documents lose. They narrow values; the shape is the same without them.
const LOST: [&str; 22] = [
    "pattern",
    "format",
    "default",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "propertyNames",
    "patternProperties",
    "prefixItems",
    "contains",
    "unevaluatedProperties",
    "contentEncoding",
    "contentMediaType",
];

/// How often the contract uses each keyword that is not compared.
pub fn uncompared(contract: &Value) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    walk(contract, &mut |_, object| {
        for keyword in LOST.into_iter().filter(|keyword| object.contains_key(*keyword)) {
            *counts.entry(keyword).or_default() += 1;
        }
    });
    counts
}
