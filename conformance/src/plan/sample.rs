//! A small value that a schema of the contract allows: required members only, shortest form.

use serde_json::{Map, Value, json};

use crate::contract::Contract;

pub(super) fn sample(contract: &Contract, schema: &Value) -> Value {
    within(contract, schema, 16)
}

/// `depth` bounds schemas that require themselves, which no finite value fits anyway.
fn within(contract: &Contract, schema: &Value, depth: usize) -> Value {
    let schema = contract.resolve(schema);
    if depth == 0 {
        return Value::Null;
    }
    if let Some(value) =
        schema.get("const").or_else(|| schema.pointer("/enum/0")).or_else(|| schema.get("default"))
    {
        return value.clone();
    }
    for union in ["/anyOf/0", "/oneOf/0", "/allOf/0"] {
        if let Some(member) = schema.pointer(union) {
            return within(contract, member, depth - 1);
        }
    }
    match kind(schema) {
        Some("string") => text(schema),
        Some("integer" | "number") => number(schema),
        Some("boolean") => json!(true),
        Some("null") => Value::Null,
        Some("array") => {
            let items = schema.get("items").unwrap_or(&Value::Null);
            let count = schema.get("minItems").and_then(Value::as_u64).unwrap_or(0);
            (0..count).map(|_| within(contract, items, depth - 1)).collect()
        }
        _ => object(contract, schema, depth),
    }
}

fn kind(schema: &Value) -> Option<&str> {
    let kind = schema.get("type")?;
    kind.as_str().or_else(|| kind.get(0)?.as_str())
}

fn object(contract: &Contract, schema: &Value, depth: usize) -> Value {
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
    let members: Map<_, _> = required
        .filter_map(Value::as_str)
        .map(|name| {
            let member = schema.get("properties").and_then(|properties| properties.get(name));
            (name.to_owned(), within(contract, member.unwrap_or(&Value::Null), depth - 1))
        })
        .collect();
    Value::Object(members)
}

/// The contract's patterns are prefixes of ids (`^ses.*`, `^msg`), now and then a whole form.
fn text(schema: &Value) -> Value {
    let pattern = schema.get("pattern").and_then(Value::as_str).unwrap_or_default();
    let prefix: String = pattern
        .trim_start_matches('^')
        .chars()
        .take_while(|character| character.is_ascii_alphanumeric())
        .collect();
    let least = schema.get("minLength").and_then(Value::as_u64).unwrap_or(0);
    let mut text = if prefix.is_empty() { "conformance".to_owned() } else { format!("{prefix}_conformance") };
    while (text.len() as u64) < least {
        text.push('x');
    }
    json!(text)
}

fn number(schema: &Value) -> Value {
    let bound = |name: &str| schema.get(name).and_then(Value::as_i64);
    let least = bound("minimum").or_else(|| bound("exclusiveMinimum").map(|bound| bound + 1));
    json!(least.unwrap_or(1).max(1).min(bound("maximum").unwrap_or(i64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Judge, Rule};

    #[test]
    fn samples_of_every_component_parameter_and_body_fit() {
        let contract = crate::embedded_contract();
        let judge = Judge::new(&contract, None).expect("the contract compiles");
        let components = contract.document["components"]["schemas"].as_object().expect("components");
        let components =
            components.keys().map(|name| format!("/components/schemas/{}", crate::contract::escape(name)));
        let bodies = contract
            .operations
            .values()
            .filter_map(|operation| Some(operation.body.as_ref()?.schema.clone()));
        let mut seen = 0;
        for pointer in components.chain(bodies) {
            let schema = contract.document.pointer(&pointer).expect("a schema");
            let value = sample(&contract, schema);
            assert_eq!(judge.value(&pointer, &value, Rule::Body), [], "{pointer}: {value}");
            seen += 1;
        }
        assert!(seen > 149, "only {seen} schemas were looked at");
    }

    #[test]
    fn bounds_and_lengths_are_kept() {
        let contract = crate::embedded_contract();
        let of = |schema| sample(&contract, &schema);
        assert_eq!(of(json!({"type": "integer", "minimum": 5})), 5);
        assert_eq!(of(json!({"type": "number", "maximum": 0})), 0);
        assert_eq!(of(json!({"type": "string", "pattern": "^ses.*"})), "ses_conformance");
        assert_eq!(of(json!({"type": "string", "minLength": 14})), "conformancexxx");
    }
}
