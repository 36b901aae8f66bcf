//! The members of a schema as flat rows: `time.created`, `parts[].text`, `models.*.cost`, `payload("session.idle").id`.
//!
//! `[]` stands for each item of an array, `*` for each key of a map; of a union, every inline object is entered under
//! the value of its tag or its number. Named schemas are not entered: their rows stand where they are defined. Both
//! the pages and `contract show` are made of these rows.

use serde_json::{Map, Value, json};

use super::phrase::{Detail, Phrase, Types, required, tag};

/// Inline objects within inline objects are flattened this deep; what is further down is told in the type.
const DEEPEST: usize = 5;

/// More rows than this are not read by anyone; only a hostile document has them.
const MOST: usize = 2000;

/// One member.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// From the schema on: `time.created`.
    pub path: String,
    /// The last step of `path`.
    pub name: String,
    /// Levels of members around it; 0 for the schema's own.
    pub depth: usize,
    pub required: bool,
    pub kind: Phrase,
    pub schema: &'a Value,
}

impl Row<'_> {
    /// Its text in the contract, in one line.
    pub fn description(&self) -> String {
        let text = self.schema.get("description").and_then(Value::as_str).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn is_deprecated(&self) -> bool {
        self.schema.get("deprecated") == Some(&Value::Bool(true))
            || self.description().starts_with("@deprecated")
    }
}

/// The rows of a schema; a reference at the top is followed.
pub fn rows<'a>(types: &Types<'a>, schema: &'a Value) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    enter(types, types.resolved(schema), "", 0, &mut rows);
    rows
}

/// Whether a schema is or holds an inline object, so that it has rows of its own.
fn has_rows(types: &Types<'_>, schema: &Value) -> bool {
    let Some(members) = schema.as_object() else { return false };
    if types.named(schema).is_some() || members.contains_key("$ref") {
        return false;
    }
    let inner = |key: &str| members.get(key).is_some_and(|inner| has_rows(types, inner));
    let any = |key: &str| {
        members
            .get(key)
            .and_then(Value::as_array)
            .is_some_and(|all| all.iter().any(|one| has_rows(types, one)))
    };
    members.get("properties").and_then(Value::as_object).is_some_and(|all| !all.is_empty())
        || inner("items")
        || inner("additionalProperties")
        || any("anyOf")
        || any("oneOf")
        || any("allOf")
}

fn enter<'a>(types: &Types<'a>, schema: &'a Value, prefix: &str, depth: usize, rows: &mut Vec<Row<'a>>) {
    let Some(members) = schema.as_object() else { return };
    if rows.len() > MOST || (depth > 0 && !has_rows(types, schema)) {
        return;
    }
    object(types, members, prefix, depth, rows);
    if let Some(items) = members.get("items") {
        enter(types, items, &format!("{prefix}[]"), depth, rows);
    }
    if let Some(values) = members.get("additionalProperties") {
        enter(types, values, &step(prefix, "*"), depth, rows);
    }
    for part in members.get("allOf").and_then(Value::as_array).into_iter().flatten() {
        enter(types, part, prefix, depth, rows);
    }
    let union = ["anyOf", "oneOf"].iter().find_map(|key| members.get(*key)?.as_array());
    let alternatives: Vec<&Value> = union.into_iter().flatten().filter(|one| has_rows(types, one)).collect();
    let is_alone = alternatives.len() == 1;
    for (index, alternative) in alternatives.into_iter().enumerate() {
        let label = alternative
            .as_object()
            .and_then(tag)
            .map_or_else(|| (index + 1).to_string(), |(_, value)| value.to_string());
        let prefix = if is_alone { prefix.to_owned() } else { format!("{prefix}({label})") };
        enter(types, alternative, &prefix, depth, rows);
    }
}

fn object<'a>(
    types: &Types<'a>,
    members: &'a Map<String, Value>,
    prefix: &str,
    depth: usize,
    rows: &mut Vec<Row<'a>>,
) {
    let required: Vec<&str> = required(members).collect();
    for (name, schema) in members.get("properties").and_then(Value::as_object).into_iter().flatten() {
        if rows.len() > MOST {
            return;
        }
        let path = step(prefix, name);
        let is_last = depth + 1 >= DEEPEST;
        let detail = if is_last { Detail::Whole } else { Detail::Brief };
        rows.push(Row {
            path: path.clone(),
            name: name.clone(),
            depth,
            required: required.contains(&name.as_str()),
            kind: types.phrase(schema, detail),
            schema,
        });
        if !is_last {
            enter(types, schema, &path, depth + 1, rows);
        }
    }
    // Of an object without members the type says what a map it is.
    let values = members.get("additionalProperties").filter(|values| values.is_object());
    if let Some(values) = values.filter(|_| members.get("properties").is_some_and(|all| *all != json!({}))) {
        let kind = types.phrase(values, Detail::Brief);
        rows.push(Row {
            path: step(prefix, "*"),
            name: "*".to_owned(),
            depth,
            required: false,
            kind,
            schema: values,
        });
    }
}

fn step(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(schema: Value) -> Vec<String> {
        let document =
            json!({"components": {"schemas": {"Session": {"type": "object", "properties": {"id": {}}}}}});
        let types = Types::new(&document);
        let line =
            |row: &Row<'_>| format!("{}{}: {}", row.path, if row.required { "" } else { "?" }, row.kind);
        rows(&types, &schema).iter().map(line).collect()
    }

    #[test]
    fn inline_objects_are_flattened_and_named_ones_are_not() {
        let schema = json!({"type": "object", "required": ["id"], "properties": {
            "id": {"type": "string"},
            "time": {"type": "object", "required": ["created"], "properties": {"created": {"type": "number"}}},
            "parts": {"type": "array", "items": {"type": "object", "properties": {"text": {"type": "string"}}}},
            "models": {"type": "object", "additionalProperties": {"properties": {"cost": {"type": "number"}}}},
            "parent": {"anyOf": [{"$ref": "#/components/schemas/Session"}, {"type": "null"}]},
        }, "additionalProperties": {"type": "boolean"}});
        assert_eq!(
            told(schema),
            [
                "id: string",
                "time?: object",
                "time.created: number",
                "parts?: object[]",
                "parts[].text?: string",
                "models?: { [key]: object }",
                "models.*.cost?: number",
                "parent?: Session | null",
                "*?: boolean",
            ]
        );
        assert_eq!(told(json!({"$ref": "#/components/schemas/Session"})), ["id?: any"]);
        assert_eq!(told(json!({"type": "array", "items": {"properties": {"a": {}}}})), ["[].a?: any"]);
        assert_eq!(told(json!("nonsense")), [""; 0]);
    }

    #[test]
    fn the_objects_of_a_union_are_told_apart() {
        let tagged = |tag: &str| json!({"required": ["type"], "properties": {"type": {"const": tag}}});
        let rows = told(
            json!({"properties": {"part": {"anyOf": [tagged("a"), {"properties": {"x": {}}}, {"type": "null"}]}}}),
        );
        assert_eq!(
            rows,
            [r#"part?: { type: "a", … } | object | null"#, r#"part("a").type: "a""#, "part(2).x?: any"]
        );
        let alone = told(json!({"anyOf": [{"properties": {"x": {}}}, {"type": "string"}]}));
        assert_eq!(alone, ["x?: any"]);
    }

    #[test]
    fn what_is_too_deep_for_rows_is_told_in_the_type() {
        let mut schema = json!({"type": "string"});
        for name in ["g", "f", "e", "d", "c", "b", "a"] {
            schema = json!({"type": "object", "properties": {name: schema}});
        }
        let rows = told(schema);
        assert_eq!(rows.len(), DEEPEST);
        assert_eq!(rows[DEEPEST - 1], "a.b.c.d.e?: { f?: { g?: string } }");
    }
}
