//! A schema in a short notation, close to what a TypeScript reader knows, as HTML: `{ id: string, parts?: Part[] }`.
//!
//! For reading, not for checking: keywords without a short form (bounds, patterns, formats) are left out.

use std::fmt::{self, Write};

use serde_json::{Map, Value};

/// Text made safe to stand in HTML, between tags or in a quoted attribute.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| match character {
            '&' => out.write_str("&amp;"),
            '<' => out.write_str("&lt;"),
            '>' => out.write_str("&gt;"),
            '"' => out.write_str("&quot;"),
            other => out.write_char(other),
        })
    }
}

/// A schema at some depth of indentation.
pub(super) struct Notation<'a> {
    schema: &'a Value,
    depth: usize,
}

/// The notation of a whole schema.
pub(super) fn notation(schema: &Value) -> Notation<'_> {
    Notation { schema, depth: 0 }
}

impl fmt::Display for Notation<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let schema = self.schema;
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.rsplit('/').next().unwrap_or(reference);
            return write!(out, "<a href=\"#schema-{0}\">{0}</a>", Escaped(name));
        }
        if let Some(constant) = schema.get("const") {
            return write!(out, "{}", Escaped(&constant.to_string()));
        }
        if let Some(values) = schema["enum"].as_array() {
            return joined(out, " | ", values, |out, value| write!(out, "{}", Escaped(&value.to_string())));
        }
        for (keyword, sign) in [("anyOf", " | "), ("oneOf", " | "), ("allOf", " &amp; ")] {
            if let Some(members) = schema[keyword].as_array() {
                return joined(out, sign, members, |out, member| write!(out, "{}", self.inner(member)));
            }
        }
        match &schema["type"] {
            Value::Array(types) => joined(out, " | ", types, |out, kind| write!(out, "{}", plain(kind))),
            Value::String(kind) if kind == "array" => self.array(out, &schema["items"]),
            Value::String(kind) if kind == "object" => self.object(out),
            kind => out.write_str(&plain(kind)),
        }
    }
}

impl<'a> Notation<'a> {
    fn inner(&self, schema: &'a Value) -> Notation<'a> {
        Notation { schema, depth: self.depth }
    }

    fn array(&self, out: &mut fmt::Formatter<'_>, items: &Value) -> fmt::Result {
        let several = ["anyOf", "oneOf", "allOf", "enum"].iter().any(|keyword| items.get(keyword).is_some());
        let item = Notation { schema: items, depth: self.depth };
        if several { write!(out, "({item})[]") } else { write!(out, "{item}[]") }
    }

    fn object(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nothing = Map::new();
        let members = self.schema["properties"].as_object().unwrap_or(&nothing);
        let rest = self.schema.get("additionalProperties").filter(|rest| rest.as_bool() != Some(false));
        if members.is_empty() && rest.is_none() {
            return out.write_str("{}");
        }
        let required = self.schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
        let indent = "  ".repeat(self.depth + 1);
        out.write_str("{\n")?;
        for (name, schema) in members {
            if let Some(text) = schema["description"].as_str() {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                writeln!(out, "{indent}<i>// {}</i>", Escaped(&text))?;
            }
            let mark = if required.iter().any(|required| required == name.as_str()) { "" } else { "?" };
            let value = Notation { schema, depth: self.depth + 1 };
            writeln!(out, "{indent}<b>{}</b>{mark}: {value}", Escaped(name))?;
        }
        if let Some(rest) = rest {
            let value = Notation { schema: rest, depth: self.depth + 1 };
            writeln!(out, "{indent}[key: string]: {value}")?;
        }
        write!(out, "{}}}", "  ".repeat(self.depth))
    }
}

fn plain(kind: &Value) -> String {
    kind.as_str().unwrap_or("any").to_owned()
}

fn joined<'a>(
    out: &mut fmt::Formatter<'_>,
    sign: &str,
    members: &'a [Value],
    mut write: impl FnMut(&mut fmt::Formatter<'_>, &'a Value) -> fmt::Result,
) -> fmt::Result {
    for (index, member) in members.iter().enumerate() {
        if index > 0 {
            out.write_str(sign)?;
        }
        write(out, member)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn schemas_read_like_types() {
        for (schema, expected) in [
            (json!({}), "any"),
            (json!({"type": "string"}), "string"),
            (json!({"const": "a<b"}), "&quot;a&lt;b&quot;"),
            (json!({"type": "string", "enum": ["a", "b"]}), "&quot;a&quot; | &quot;b&quot;"),
            (json!({"type": "array", "items": {"type": "number"}}), "number[]"),
            (json!({"type": ["string", "null"]}), "string | null"),
            (
                json!({"type": "array", "items": {"anyOf": [{"type": "null"}, {"$ref": "#/components/schemas/X"}]}}),
                "(null | <a href=\"#schema-X\">X</a>)[]",
            ),
            (json!({"type": "object"}), "{}"),
            (json!({"type": "object", "additionalProperties": {}}), "{\n  [key: string]: any\n}"),
            (
                json!({"type": "object", "required": ["a"], "properties": {
                    "a": {"type": "object", "properties": {"b": {"type": "boolean", "description": "One\n two."}}}
                }}),
                "{\n  <b>a</b>: {\n    <i>// One two.</i>\n    <b>b</b>?: boolean\n  }\n}",
            ),
        ] {
            assert_eq!(notation(&schema).to_string(), expected);
        }
    }
}
