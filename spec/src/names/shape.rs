//! When two schemas say the same thing: [`shape`].

use serde_json::Value;

/// Bytes that are equal for schemas which differ in texts and in the order of `required` only.
pub(super) fn shape(schema: &Value) -> Vec<u8> {
    // With its length in front, so that no other text looks the same.
    fn text(text: &str, out: &mut Vec<u8>) {
        out.extend_from_slice(&text.len().to_le_bytes());
        out.extend_from_slice(text.as_bytes());
    }
    fn shape_of(schema: &Value, out: &mut Vec<u8>) {
        match schema {
            Value::Object(members) => {
                // A property may well be called `title`: then its value is a schema.
                let is_text =
                    |key: &str, value: &Value| matches!(key, "description" | "title") && value.is_string();
                let mut kept: Vec<_> = members.iter().filter(|(key, value)| !is_text(key, value)).collect();
                kept.sort_unstable_by_key(|(key, _)| *key);
                out.push(b'{');
                for (key, value) in kept {
                    out.push(b':');
                    text(key, out);
                    match value {
                        Value::Array(names) if key == "required" => {
                            let mut names: Vec<_> = names.iter().map(Value::as_str).collect();
                            names.sort_unstable();
                            out.push(b'(');
                            for name in names {
                                out.push(if name.is_some() { b'"' } else { b'?' });
                                text(name.unwrap_or_default(), out);
                            }
                            out.push(b')');
                        }
                        value => shape_of(value, out),
                    }
                }
                out.push(b'}');
            }
            Value::Array(items) => {
                out.push(b'[');
                items.iter().for_each(|item| shape_of(item, out));
                out.push(b']');
            }
            Value::String(string) => {
                out.push(b'"');
                text(string, out);
            }
            scalar => {
                out.push(b'#');
                text(&scalar.to_string(), out);
            }
        }
    }
    let mut bytes = Vec::new();
    shape_of(schema, &mut bytes);
    bytes
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn texts_and_the_order_of_members_do_not_count() {
        let schema =
            json!({"type": "object", "required": ["a", "b"], "properties": {"title": {"type": "string"}}});
        let same = json!({"properties": {"title": {"type": "string", "title": "T"}}, "description": "d",
            "required": ["b", "a"], "type": "object"});
        assert_eq!(shape(&schema), shape(&same));
        for other in [
            json!({"type": "object", "required": ["a", "b"], "properties": {}}),
            json!({"type": "object", "required": ["ab"], "properties": {"title": {"type": "string"}}}),
        ] {
            assert_ne!(shape(&schema), shape(&other), "{other}");
        }
        assert_ne!(shape(&json!({"enum": ["1"]})), shape(&json!({"enum": [1]})));
        assert_ne!(shape(&json!({"enum": ["a", "b"]})), shape(&json!({"enum": [["a", "b"]]})));
    }
}
