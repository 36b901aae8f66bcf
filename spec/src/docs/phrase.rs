//! A schema's type in reading form: `string | null`, `Session[]`, `"low" | "high"`, `{ [key]: number }`.
//!
//! Start from [`Types::phrase`]. A [`Phrase`] keeps the names of schemas apart from the rest, so that pages can link
//! them. Texts, bounds and defaults are not part of a type: see [`notes`](super::notes). Total: a schema that makes no
//! sense reads as `any`.

use serde_json::{Map, Value};

use super::tokens::LONGEST;
pub use super::tokens::{Phrase, Token};
use crate::document::{Pointer, follow, reference};

/// Where the schemas of a contract stand.
const SCHEMAS: &str = "#/components/schemas/";

/// Deeper than this a type is not spelled out; only a hostile document gets there.
const DEEPEST: usize = 12;

/// How inline objects are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// `object`: its members stand in rows below.
    Brief,
    /// `{ url: string, title?: string }`.
    Whole,
}

/// The schemas of one contract.
#[derive(Clone, Copy, Debug)]
pub struct Types<'a> {
    document: &'a Value,
}

impl<'a> Types<'a> {
    pub fn new(document: &'a Value) -> Self {
        Self { document }
    }

    pub fn phrase(&self, schema: &Value, detail: Detail) -> Phrase {
        self.joined(schema, detail, 0)
    }

    /// The component that a reference names.
    pub fn named<'s>(&self, schema: &'s Value) -> Option<&'s str> {
        let name = reference(schema)?.strip_prefix(SCHEMAS)?;
        self.component(name).map(|_| name)
    }

    /// The schema of this name.
    pub fn component(&self, name: &str) -> Option<&'a Value> {
        self.document.get("components")?.get("schemas")?.get(name)
    }

    /// What a reference means; anything else is itself.
    pub fn resolved(&self, schema: &'a Value) -> &'a Value {
        follow(self.document, Pointer::root(), schema).1
    }

    fn joined(&self, schema: &Value, detail: Detail, depth: usize) -> Phrase {
        let mut alternatives = Vec::new();
        for alternative in self.alternatives(schema, detail, depth) {
            if !alternatives.contains(&alternative) {
                alternatives.push(alternative);
            }
        }
        if alternatives.iter().any(Phrase::is_any) {
            return Phrase::text("any");
        }
        Phrase::join(alternatives, " | ")
    }

    fn alternatives(&self, schema: &Value, detail: Detail, depth: usize) -> Vec<Phrase> {
        if depth > DEEPEST {
            return vec![Phrase::text("…")];
        }
        let Some(members) = schema.as_object() else {
            return vec![Phrase::text(if *schema == Value::Bool(false) { "never" } else { "any" })];
        };
        if let Some(name) = self.named(schema) {
            return vec![Phrase { tokens: vec![Token::Schema(name.to_owned())], compound: false }];
        }
        if reference(schema).is_some() {
            let (_, target) = follow(self.document, Pointer::root(), schema);
            let circle = reference(target).is_some();
            return if circle {
                vec![Phrase::text("any")]
            } else {
                self.alternatives(target, detail, depth + 1)
            };
        }
        let mut found = self.plain(members, detail, depth);
        if members.get("nullable") == Some(&Value::Bool(true)) {
            found.push(Phrase::text("null"));
        }
        found
    }

    /// The alternatives of a schema that is no reference.
    fn plain(&self, members: &Map<String, Value>, detail: Detail, depth: usize) -> Vec<Phrase> {
        if let Some(value) = members.get("const") {
            return vec![Phrase::text(value.to_string())];
        }
        if let Some(values) = members.get("enum").and_then(Value::as_array) {
            return values.iter().map(|value| Phrase::text(value.to_string())).collect();
        }
        let union = ["anyOf", "oneOf"].iter().find_map(|key| members.get(*key)?.as_array());
        let parts = members.get("allOf").and_then(Value::as_array);
        let own = self.own(members, detail, depth);
        let union = union.map(|all| {
            all.iter().flat_map(|one| self.alternatives(one, detail, depth + 1)).collect::<Vec<_>>()
        });
        let Some(parts) = parts else {
            return match (union, own.is_empty()) {
                (Some(union), true) => union,
                (Some(union), false) => {
                    let own = Phrase::join(own, " | ");
                    // `type` beside a union of the same type says nothing new.
                    if union.iter().all(|one| one.tokens == own.tokens) {
                        union
                    } else {
                        vec![and(vec![own, Phrase::join(union, " | ")])]
                    }
                }
                (None, true) => vec![self.negation(members, detail, depth)],
                (None, false) => own,
            };
        };
        let mut all: Vec<Phrase> = parts.iter().map(|part| self.joined(part, detail, depth + 1)).collect();
        if !own.is_empty() {
            all.push(Phrase::join(own, " | "));
        }
        if let Some(union) = union {
            all.push(Phrase::join(union, " | "));
        }
        vec![and(all)]
    }

    fn negation(&self, members: &Map<String, Value>, detail: Detail, depth: usize) -> Phrase {
        let Some(not) = members.get("not") else { return Phrase::text("any") };
        if not.as_object().is_some_and(Map::is_empty) {
            return Phrase::text("never");
        }
        let mut phrase = Phrase::text("not ");
        phrase.push(self.joined(not, detail, depth + 1).bracketed());
        phrase
    }

    /// What the schema says of its type itself; nothing if it does not.
    fn own(&self, members: &Map<String, Value>, detail: Detail, depth: usize) -> Vec<Phrase> {
        let implied = |keys: &[&str]| keys.iter().any(|key| members.contains_key(*key));
        let names: Vec<&str> = match members.get("type") {
            Some(Value::String(name)) => vec![name],
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
            _ if implied(&["properties", "additionalProperties", "patternProperties"]) => vec!["object"],
            _ if implied(&["items", "prefixItems"]) => vec!["array"],
            _ if implied(&["pattern", "minLength", "maxLength", "contentSchema"]) => vec!["string"],
            _ => Vec::new(),
        };
        names
            .into_iter()
            .map(|name| match name {
                "object" => self.object(members, detail, depth),
                "array" => self.array(members, detail, depth),
                "string" if members.get("format").and_then(Value::as_str) == Some("binary") => {
                    Phrase::text("bytes")
                }
                other => Phrase::text(other),
            })
            .collect()
    }

    fn array(&self, members: &Map<String, Value>, detail: Detail, depth: usize) -> Phrase {
        let items = |detail| members.get("items").map(|items| self.joined(items, detail, depth + 1));
        let Some(first) = members.get("prefixItems").and_then(Value::as_array) else {
            let mut phrase = items(detail).unwrap_or_else(|| Phrase::text("any")).bracketed();
            phrase.push(Phrase::text("[]"));
            return phrase;
        };
        let mut each: Vec<Phrase> =
            first.iter().map(|item| self.joined(item, Detail::Whole, depth + 1)).collect();
        if members.get("items").is_some_and(|rest| *rest != Value::Bool(false)) {
            let mut rest = Phrase::text("...");
            rest.push(items(Detail::Whole).unwrap_or_default().bracketed());
            rest.push(Phrase::text("[]"));
            each.push(rest);
        }
        Phrase::around("[", Phrase::join(each, ", "), "]")
    }

    fn object(&self, members: &Map<String, Value>, detail: Detail, depth: usize) -> Phrase {
        let properties = members.get("properties").and_then(Value::as_object).filter(|all| !all.is_empty());
        let maps = self.maps(members, detail, depth);
        match properties {
            None if maps.is_empty() => {
                let closed = members.get("additionalProperties") == Some(&Value::Bool(false));
                Phrase::text(if closed || members.get("properties").is_some() { "{}" } else { "object" })
            }
            None => Phrase::around("{ ", Phrase::join(maps, ", "), " }"),
            Some(_) if detail == Detail::Brief => match tag(members) {
                Some((name, value)) => Phrase::text(format!("{{ {name}: {value}, … }}")),
                None => Phrase::text("object"),
            },
            Some(properties) => {
                let required: Vec<&str> = required(members).collect();
                let mut each: Vec<Phrase> = Vec::new();
                let mut length = 0;
                for (name, schema) in properties {
                    let mark = if required.contains(&name.as_str()) { "" } else { "?" };
                    let mut one = Phrase::text(format!("{name}{mark}: "));
                    one.push(self.joined(schema, detail, depth + 1));
                    length += one.len();
                    each.push(one);
                    if length > LONGEST {
                        each.push(Phrase::text("…"));
                        break;
                    }
                }
                each.extend(maps);
                Phrase::around("{ ", Phrase::join(each, ", "), " }")
            }
        }
    }

    /// `[key]: number` for members whose names are not fixed.
    fn maps(&self, members: &Map<String, Value>, detail: Detail, depth: usize) -> Vec<Phrase> {
        let mut found = Vec::new();
        for (pattern, schema) in
            members.get("patternProperties").and_then(Value::as_object).into_iter().flatten()
        {
            let mut one = Phrase::text(format!("[/{pattern}/]: "));
            one.push(self.joined(schema, detail, depth + 1));
            found.push(one);
        }
        if let Some(values) = members.get("additionalProperties").filter(|schema| schema.is_object()) {
            let keys = members.get("propertyNames").map(|names| self.joined(names, Detail::Whole, depth + 1));
            let keys = keys.filter(|keys| !matches!(keys.to_string().as_str(), "string" | "any"));
            let mut one = Phrase::around("[", keys.unwrap_or_else(|| Phrase::text("key")), "]: ");
            one.push(self.joined(values, detail, depth + 1));
            found.push(one);
        }
        found
    }
}

/// The member that tells objects of a union apart: the first required one that can be one text only.
pub(super) fn tag(members: &Map<String, Value>) -> Option<(&str, &Value)> {
    let required: Vec<&str> = required(members).collect();
    let properties = members.get("properties").and_then(Value::as_object)?;
    properties.iter().filter(|(name, _)| required.contains(&name.as_str())).find_map(|(name, schema)| {
        let value =
            match (schema.get("const"), schema.get("enum").and_then(Value::as_array).map(Vec::as_slice)) {
                (Some(value), _) | (None, Some([value])) => value,
                _ => return None,
            };
        value.is_string().then_some((name.as_str(), value))
    })
}

pub(super) fn required(members: &Map<String, Value>) -> impl Iterator<Item = &str> {
    members.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn and(mut all: Vec<Phrase>) -> Phrase {
    all.dedup();
    match all.len() {
        1 => all.remove(0),
        _ => Phrase::join(all.into_iter().map(Phrase::bracketed).collect(), " & "),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn said(schema: Value, detail: Detail) -> String {
        let document = json!({"components": {"schemas": {"Session": {"type": "object"}, "Loop": {"$ref": "#/components/schemas/Loop"}}}});
        Types::new(&document).phrase(&schema, detail).to_string()
    }

    #[test]
    fn types_read_as_people_write_them() {
        let session = json!({"$ref": "#/components/schemas/Session"});
        for (schema, expected) in [
            (json!({}), "any"),
            (json!(true), "any"),
            (json!(false), "never"),
            (json!({"not": {}}), "never"),
            (json!({"not": {"type": ["string", "null"]}}), "not (string | null)"),
            (json!({"type": "string", "description": "x"}), "string"),
            (json!({"type": ["string", "null"]}), "string | null"),
            (json!({"type": "string", "nullable": true}), "string | null"),
            (json!({"anyOf": [{"type": "string"}, {"type": "null"}, {"type": "string"}]}), "string | null"),
            (json!({"anyOf": [{"type": "string"}, {}]}), "any"),
            (json!({"enum": ["low", "high", 3]}), r#""low" | "high" | 3"#),
            (json!({"type": "boolean", "const": false}), "false"),
            (session.clone(), "Session"),
            (json!({"$ref": "#/components/schemas/Loop"}), "Loop"),
            (json!({"type": "array", "items": session}), "Session[]"),
            (json!({"type": "array"}), "any[]"),
            (
                json!({"type": "array", "items": {"anyOf": [session, {"type": "number"}]}}),
                "(Session | number)[]",
            ),
            (json!({"type": "array", "items": {"type": "array", "items": {"enum": ["a"]}}}), r#""a"[][]"#),
            (
                json!({"prefixItems": [{"type": "string"}, session], "items": {"type": "number"}}),
                "[string, Session, ...number[]]",
            ),
            (
                json!({"type": "object", "additionalProperties": {"type": "number"}, "propertyNames": {"type": "string"}}),
                "{ [key]: number }",
            ),
            (
                json!({"additionalProperties": {}, "propertyNames": {"enum": ["a", "b"]}}),
                r#"{ ["a" | "b"]: any }"#,
            ),
            (json!({"patternProperties": {"^ses": {"type": "number"}}}), "{ [/^ses/]: number }"),
            (json!({"type": "object"}), "object"),
            (json!({"type": "object", "properties": {}}), "{}"),
            (json!({"type": "object", "additionalProperties": false}), "{}"),
            (json!({"type": "string", "format": "binary"}), "bytes"),
            (
                json!({"allOf": [session, {"anyOf": [{"type": "string"}, {"type": "null"}]}]}),
                "Session & (string | null)",
            ),
            (json!({"allOf": [session], "description": "x"}), "Session"),
            (json!({"type": "string", "anyOf": [{"type": "string"}]}), "string"),
            (json!({"type": "string", "oneOf": [session, {"const": 1}]}), "string & (Session | 1)"),
            (json!("nonsense"), "any"),
            (json!({"type": 3}), "any"),
        ] {
            assert_eq!(said(schema.clone(), Detail::Brief), expected, "{schema}");
        }
    }

    #[test]
    fn objects_are_brief_or_whole() {
        let object = json!({"type": "object", "required": ["url"], "additionalProperties": {"type": "number"}, "properties": {
            "url": {"type": "string"}, "at": {"type": "object", "properties": {"x": {"type": "number"}}}}});
        assert_eq!(said(object.clone(), Detail::Brief), "object");
        assert_eq!(said(object, Detail::Whole), "{ url: string, at?: { x?: number }, [key]: number }");
        let tagged = json!({"type": "object", "required": ["type"], "properties": {"type": {"const": "text"}, "text": {"type": "string"}}});
        assert_eq!(said(tagged, Detail::Brief), r#"{ type: "text", … }"#);
    }

    #[test]
    fn names_of_schemas_stay_apart() {
        let document = json!({"components": {"schemas": {"A": {}}}});
        let phrase = Types::new(&document)
            .phrase(&json!({"type": "array", "items": {"$ref": "#/components/schemas/A"}}), Detail::Brief);
        assert_eq!(phrase.tokens, [Token::Schema("A".to_owned()), Token::Text("[]".to_owned())]);
    }

    #[test]
    fn references_in_a_circle_and_very_deep_schemas_end() {
        let document = json!({"paths": {"a": {"items": {"$ref": "#/paths/a"}}, "b": {"$ref": "#/paths/c"}, "c": {"$ref": "#/paths/b"}}});
        let types = Types::new(&document);
        assert!(
            types.phrase(&json!({"$ref": "#/paths/a"}), Detail::Whole).to_string().ends_with("…[][][][][][]")
        );
        assert_eq!(types.phrase(&json!({"$ref": "#/paths/b"}), Detail::Whole).to_string(), "any");
    }
}
