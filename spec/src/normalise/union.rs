//! Rules on `anyOf` and `oneOf`.

use serde_json::{Value, json};

use super::Object;

/// `anyOf: [X, {type: null}]` → X with `nullable`; a lone `$ref` goes into `allOf`.
pub(super) fn null_member(schema: &mut Object) -> bool {
    let mut changed = false;
    for key in ["anyOf", "oneOf"] {
        let Some(Value::Array(members)) = schema.get_mut(key) else { continue };
        let before = members.len();
        members.retain(|member| member["type"] != "null");
        let dropped = members.len() < before;
        let lone = if members.len() == 1 { members.pop() } else { None };
        if dropped {
            schema.insert("nullable".into(), json!(true));
            changed = true;
        }
        if let Some(lone) = lone {
            schema.remove(key);
            changed = true;
            if lone.get("$ref").is_some() && schema.is_empty() {
                schema.insert("$ref".into(), lone["$ref"].clone());
            } else if lone.get("$ref").is_some() {
                schema.insert("allOf".into(), json!([lone]));
            } else if let Value::Object(lone) = lone {
                schema.extend(lone);
            }
        }
    }
    changed
}

/// A union inside a union of the same kind is flattened.
pub(super) fn nested_union(schema: &mut Object) -> bool {
    let mut changed = false;
    for key in ["anyOf", "oneOf"] {
        let Some(Value::Array(members)) = schema.get_mut(key) else { continue };
        let mut flat = Vec::with_capacity(members.len());
        for mut member in std::mem::take(members) {
            // Children come first, so an inner `anyOf` has already become `oneOf`.
            match member.get_mut("oneOf") {
                Some(Value::Array(inner)) => {
                    flat.append(inner);
                    changed = true;
                }
                _ => flat.push(member),
            }
        }
        *members = flat;
    }
    changed
}

fn strings(schema: &Object) -> Option<&Vec<Value>> {
    let members = schema.get("anyOf").or_else(|| schema.get("oneOf"))?.as_array()?;
    let all = !members.is_empty() && members.iter().all(|member| member["type"] == "string");
    all.then_some(members)
}

fn remove_union(schema: &mut Object) {
    schema.remove("anyOf");
    schema.remove("oneOf");
}

/// A union of string enums → one enum.
pub(super) fn any_of_enums(schema: &mut Object) -> bool {
    let Some(members) = strings(schema) else { return false };
    let Some(enums) = members.iter().map(|member| member.get("enum")?.as_array()).collect::<Option<Vec<_>>>()
    else {
        return false;
    };
    let mut values: Vec<Value> = Vec::new();
    for value in enums.into_iter().flatten() {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    remove_union(schema);
    schema.insert("type".into(), json!("string"));
    schema.insert("enum".into(), json!(values));
    true
}

/// `string | "a" | "b"` → `string`; the suggestions go to the description.
pub(super) fn any_of_strings(schema: &mut Object) -> bool {
    let Some(members) = strings(schema) else { return false };
    let known: Vec<String> = members
        .iter()
        .filter_map(|member| member.get("enum")?.as_array())
        .flatten()
        .map(Value::to_string)
        .collect();
    remove_union(schema);
    schema.insert("type".into(), json!("string"));
    if !known.is_empty() {
        schema.entry("description").or_insert_with(|| json!(format!("Known values: {}.", known.join(", "))));
    }
    true
}

/// `number | "NaN" | "Infinity" | …` → a number with the format `non-finite`.
pub(super) fn number_or_nan(schema: &mut Object) -> bool {
    let Some(Value::Array(members)) = schema.get("anyOf") else { return false };
    let numbers = members.iter().filter(|member| member["type"] == "number").count();
    let names = ["NaN", "Infinity", "-Infinity"];
    let named = members.iter().filter(|member| member["type"] != "number").all(|member| {
        member["type"] == "string"
            && member["enum"]
                .as_array()
                .is_some_and(|values| values.iter().all(|value| names.iter().any(|name| value == name)))
    });
    if numbers != 1 || members.len() < 2 || !named {
        return false;
    }
    remove_union(schema);
    schema.insert("type".into(), json!("number"));
    schema.insert("format".into(), json!("non-finite"));
    true
}

/// `anyOf` → `oneOf`: of overlapping objects the generators would make one struct of flattened options.
pub(super) fn any_of(schema: &mut Object) -> bool {
    let Some(members) = schema.remove("anyOf") else { return false };
    schema.insert("oneOf".into(), members);
    true
}

/// Where a union must be decoded by trial, the member that demands most comes first, so that none hides another.
pub(super) fn member_order(schema: &mut Object) -> bool {
    let Some(Value::Array(members)) = schema.get_mut("oneOf") else { return false };
    let before = members.clone();
    members.sort_by_key(|member| {
        let required = member["required"].as_array().map_or(0, Vec::len);
        let properties = member["properties"].as_object().map_or(0, Object::len);
        std::cmp::Reverse((required, properties))
    });
    *members != before
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::{Report, schema};

    fn run(mut value: Value) -> (Value, Vec<&'static str>) {
        let mut report = Report::default();
        schema::normalise(&mut value, &mut report);
        (value, report.loosenings.into_iter().map(|loosening| loosening.rule).collect())
    }

    #[test]
    fn each_rule_on_its_smallest_union() {
        let object = |names: &[&str]| {
            let properties: serde_json::Map<_, _> =
                names.iter().map(|name| ((*name).to_owned(), json!({"type": "string"}))).collect();
            json!({"type": "object", "properties": properties, "required": names})
        };
        let rows = [
            (
                json!({"anyOf": [{"type": "string"}, {"type": "null"}]}),
                json!({"nullable": true, "type": "string"}),
                "null-member",
            ),
            (
                json!({"anyOf": [{"$ref": "#/a"}, {"type": "null"}]}),
                json!({"nullable": true, "allOf": [{"$ref": "#/a"}]}),
                "null-member",
            ),
            (
                json!({"anyOf": [{"type": "number"}, {"anyOf": [{"type": "string"}, {"type": "boolean"}]}]}),
                json!({"oneOf": [{"type": "number"}, {"type": "string"}, {"type": "boolean"}]}),
                "nested-union",
            ),
            (
                json!({"anyOf": [{"const": "a"}, {"const": "b"}]}),
                json!({"type": "string", "enum": ["a", "b"]}),
                "any-of-enums",
            ),
            (
                json!({"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "string"}]}),
                json!({"type": "string", "description": "Known values: \"a\"."}),
                "any-of-strings",
            ),
            (
                json!({"anyOf": [{"type": "number"}, {"const": "NaN"}, {"const": "Infinity"}]}),
                json!({"type": "number", "format": "non-finite"}),
                "number-or-nan",
            ),
            (
                json!({"anyOf": [{"type": "number"}, {"type": "string"}]}),
                json!({"oneOf": [{"type": "number"}, {"type": "string"}]}),
                "any-of",
            ),
            (
                json!({"oneOf": [object(&["a"]), object(&["a", "b"])]}),
                json!({"oneOf": [object(&["a", "b"]), object(&["a"])]}),
                "member-order",
            ),
        ];
        for (before, after, rule) in rows {
            let (value, rules) = run(before.clone());
            assert_eq!(value, after, "{rule} on {before}");
            assert!(rules.contains(&rule), "{rule} on {before} reported {rules:?}");
        }
    }
}
