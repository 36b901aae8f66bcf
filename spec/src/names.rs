//! Names for everything: every inline object, enum and union of a normalised document becomes a component.
//!
//! The type generator invents names for inline schemas and does not check them for collisions, so it must never see
//! one. A name is its parent's plus the member's (`SessionTime`), `Item` for array items, `Value` for map values, the
//! tag's value for union members; bodies and answers are `<Operation>Body` and `<Operation>Response`. Start at
//! [`name_everything`]; [`unions`] then finds the unions that are told apart by a tag.

mod shape;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Map, Value, json};

pub use words::{calls, identifier, pascal, snake};

use self::shape::shape;
use crate::document::{member, member_mut};
use crate::normalise::METHODS;

/// A union whose members are told apart by one string member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaggedUnion {
    /// Component name.
    pub name: String,
    /// The member that tells, for example `type`.
    pub tag: String,
    /// Value of the tag and component name of each member.
    pub variants: Vec<(String, String)>,
    /// The one member without the tag, if there is one.
    pub rest: Option<String>,
    /// Reachable from an answer or event: a newer server may send members that this contract doesn't have.
    pub open: bool,
}

/// Moves every inline object, enum of several strings and union to a component of its own.
///
/// An inline schema that equals a component of the contract becomes a reference to it, unless it is so small that the
/// likeness may be chance. Anonymous twins stay apart:
/// merging them would give names that mean nothing at one of the two places.
pub fn name_everything(document: &mut Value) {
    let Some(schemas) = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut) else {
        return;
    };
    let mut naming = Naming::default();
    let schemas = std::mem::take(schemas);
    for (name, schema) in &schemas {
        naming.taken.insert(pascal(name));
        naming.by_shape.entry(shape(schema)).or_insert_with(|| name.clone());
    }
    let mut done = Map::new();
    for (name, schema) in schemas {
        let schema = naming.children(schema, &pascal(&name));
        done.insert(name, schema);
        done.extend(naming.hoisted.drain(..));
    }
    if let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) {
        for item in paths.values_mut() {
            for method in METHODS {
                if let Some(operation) = item.get_mut(method) {
                    naming.operation(operation);
                }
            }
        }
    }
    done.extend(naming.hoisted);
    document["components"]["schemas"] = Value::Object(done);
}

#[derive(Default)]
struct Naming {
    /// Rust names in use.
    taken: BTreeSet<String>,
    /// Components of the contract by their shape.
    by_shape: HashMap<Vec<u8>, String>,
    /// New components, in the order in which they were met.
    hoisted: Vec<(String, Value)>,
}

impl Naming {
    fn operation(&mut self, operation: &mut Value) {
        let id = pascal(operation["operationId"].as_str().unwrap_or_default());
        for parameter in operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            let name = format!("{id}{}", pascal(parameter["name"].as_str().unwrap_or_default()));
            self.replace(parameter.get_mut("schema"), || name);
        }
        if let Some(body) = operation.get_mut("requestBody") {
            self.content(body, &format!("{id}Body"));
        }
        for (code, response) in
            operation.get_mut("responses").and_then(Value::as_object_mut).into_iter().flatten()
        {
            let suffix = if code.starts_with('2') { "Response".to_owned() } else { format!("Error{code}") };
            self.content(response, &format!("{id}{suffix}"));
        }
    }

    fn content(&mut self, holder: &mut Value, name: &str) {
        for (media, body) in holder.get_mut("content").and_then(Value::as_object_mut).into_iter().flatten() {
            if media.ends_with("json") {
                self.replace(body.get_mut("schema"), || name.to_owned());
            }
        }
    }

    fn replace(&mut self, place: Option<&mut Value>, name: impl FnOnce() -> String) {
        if let Some(place) = place.filter(|place| !is_plain(place)) {
            let schema = place.take();
            *place = self.node(schema, &name());
        }
    }

    /// Names what is below `schema`, which itself is called `name`.
    fn children(&mut self, schema: Value, name: &str) -> Value {
        let Value::Object(mut schema) = schema else { return schema };
        for (member, child) in
            member_mut(&mut schema, "properties").and_then(Value::as_object_mut).into_iter().flatten()
        {
            self.replace(Some(child), || format!("{name}{}", pascal(member)));
        }
        self.replace(member_mut(&mut schema, "items"), || format!("{name}Item"));
        self.replace(member_mut(&mut schema, "additionalProperties"), || format!("{name}Value"));
        for part in member_mut(&mut schema, "allOf").and_then(Value::as_array_mut).into_iter().flatten() {
            self.replace(Some(part), || name.to_owned());
        }
        if let Some(Value::Array(members)) = member_mut(&mut schema, "oneOf") {
            let mut distinct: Vec<Value> = Vec::with_capacity(members.len());
            for (index, member) in std::mem::take(members).into_iter().enumerate() {
                let suffix =
                    tag_value(&member).map_or_else(|| format!("Variant{index}"), |value| pascal(&value));
                let member = self.node(member, &format!("{name}{suffix}"));
                if !distinct.contains(&member) {
                    distinct.push(member);
                }
            }
            *members = distinct;
        }
        Value::Object(schema)
    }

    fn node(&mut self, schema: Value, name: &str) -> Value {
        let Value::Object(mut object) = schema else { return schema };
        let is_object = member(&object, "properties")
            .and_then(Value::as_object)
            .is_some_and(|members| !members.is_empty());
        let is_enum = member(&object, "type").is_some_and(|kind| kind == "string")
            && member(&object, "enum").and_then(Value::as_array).is_some_and(|values| values.len() > 1);
        if !(is_object || is_enum || member(&object, "oneOf").is_some()) {
            return self.children(Value::Object(object), name);
        }
        // `nullable` belongs to the use, never to the named type.
        let nullable = object.remove("nullable").is_some();
        let named = Value::Object(object);
        let twin = self.by_shape.get(&shape(&named)).filter(|_| !is_object || tells_itself_apart(&named));
        let component = match twin {
            Some(component) => component.clone(),
            None => {
                let component = self.free(name);
                let named = self.children(named, &component);
                self.hoisted.push((component.clone(), named));
                component
            }
        };
        let reference = json!({ "$ref": format!("#/components/schemas/{component}") });
        if nullable { json!({ "nullable": true, "allOf": [reference] }) } else { reference }
    }

    fn free(&mut self, name: &str) -> String {
        let mut free = name.to_owned();
        let mut number = 2;
        while !self.taken.insert(free.clone()) {
            free = format!("{name}{number}");
            number += 1;
        }
        free
    }
}

/// Whether there is nothing in a schema that could need a name.
fn is_plain(schema: &Value) -> bool {
    const NAMED: [&str; 6] = ["properties", "enum", "items", "additionalProperties", "allOf", "oneOf"];
    schema.as_object().is_none_or(|members| !members.keys().any(|key| NAMED.contains(&key.as_str())))
}

/// Whether an equal shape means an equal thing: `{directory: string}` is found in places that have nothing in common.
fn tells_itself_apart(schema: &Value) -> bool {
    tag_value(schema).is_some() || schema["properties"].as_object().is_some_and(|members| members.len() > 2)
}

/// Value of the first member that can be one string only.
fn tag_value(schema: &Value) -> Option<String> {
    schema["properties"].as_object()?.values().find_map(single)
}

/// The one string that a schema allows.
fn single(schema: &Value) -> Option<String> {
    match schema["enum"].as_array()?.as_slice() {
        [Value::String(value)] => Some(value.clone()),
        _ => None,
    }
}

/// Finds the tagged unions of a named document, in document order.
///
/// A union counts if all members are references, at most one lacks the tag, and no two share a value. Error unions
/// (`x-statuses`) are told apart by shape and are left out.
pub fn unions(document: &Value) -> Vec<TaggedUnion> {
    let Some(schemas) = document.pointer("/components/schemas").and_then(Value::as_object) else {
        return Vec::new();
    };
    let answers = reachable_from_answers(document);
    schemas
        .iter()
        .filter(|(_, schema)| schema.get("x-statuses").is_none())
        .filter_map(|(name, schema)| tagged(schemas, name, schema, answers.contains(name)))
        .collect()
}

fn tagged(schemas: &Map<String, Value>, name: &str, schema: &Value, open: bool) -> Option<TaggedUnion> {
    let members: Vec<&str> = schema
        .get("oneOf")?
        .as_array()?
        .iter()
        .map(|member| member.get("$ref")?.as_str()?.rsplit('/').next())
        .collect::<Option<_>>()?;
    let literals: Vec<BTreeMap<String, String>> =
        members.iter().map(|member| literals(&schemas[*member])).collect();
    let mut uses: BTreeMap<&String, (usize, BTreeSet<&String>)> = BTreeMap::new();
    for (key, value) in literals.iter().flatten() {
        let entry = uses.entry(key).or_default();
        entry.0 += 1;
        entry.1.insert(value);
    }
    let (tag, (count, values)) =
        uses.into_iter().max_by_key(|(_, (count, values))| (*count, values.len()))?;
    if count < 2 || values.len() < count || members.len() - count > 1 {
        return None;
    }
    let mut variants = Vec::with_capacity(count);
    let mut rest = None;
    for (member, literals) in members.iter().zip(&literals) {
        match literals.get(tag) {
            Some(value) => variants.push((value.clone(), (*member).to_owned())),
            None => rest = Some((*member).to_owned()),
        }
    }
    Some(TaggedUnion { name: name.to_owned(), tag: tag.clone(), variants, rest, open })
}

/// Required members that can be one string only.
fn literals(schema: &Value) -> BTreeMap<String, String> {
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    required.filter_map(|name| Some((name.to_owned(), single(&schema["properties"][name])?))).collect()
}

/// Names of the components that an answer or an event can carry.
fn reachable_from_answers(document: &Value) -> BTreeSet<String> {
    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            Value::Object(members) => {
                let name =
                    members.get("$ref").and_then(Value::as_str).and_then(|text| text.rsplit('/').next());
                found.extend(name.map(str::to_owned));
                members.values().for_each(|member| references(member, found));
            }
            _ => {}
        }
    }
    let mut todo = Vec::new();
    for item in document["paths"].as_object().into_iter().flat_map(Map::values) {
        for operation in METHODS.iter().filter_map(|method| item.get(method)) {
            references(&operation["responses"], &mut todo);
        }
    }
    let mut seen = BTreeSet::new();
    while let Some(name) = todo.pop() {
        if seen.insert(name.clone()) {
            references(&document["components"]["schemas"][&name], &mut todo);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(schemas: Value) -> Value {
        json!({"paths": {"/a": {"get": {"operationId": "a.get", "responses": {"200": {"content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}}}}}},
            "components": {"schemas": schemas}})
    }

    fn tagged_object(tag: &str) -> Value {
        json!({"type": "object", "properties": {"type": {"type": "string", "enum": [tag]}}, "required": ["type"]})
    }

    #[test]
    fn inline_schemas_get_names_of_their_place() {
        let mut document = document(json!({"Answer": {"type": "object", "properties": {
            "time": {"type": "object", "properties": {"created": {"type": "number"}}, "nullable": true},
            "list": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}},
        }}}));
        name_everything(&mut document);
        let schemas = &document["components"]["schemas"];
        assert_eq!(
            schemas["Answer"]["properties"]["time"],
            json!({"nullable": true, "allOf": [{"$ref": "#/components/schemas/AnswerTime"}]})
        );
        assert_eq!(schemas["AnswerListItem"]["enum"], json!(["a", "b"]));
        assert!(schemas["AnswerTime"].get("nullable").is_none());
    }

    #[test]
    fn an_inline_twin_of_a_component_becomes_a_reference_and_a_taken_name_is_not_used() {
        let twin = json!({"type": "object", "properties": {"kind": {"type": "string", "enum": ["point"]}}});
        let mut document = document(json!({
            "Point": twin,
            "AnswerTime": {"type": "string"},
            "Answer": {"type": "object", "properties": {
                "point": twin,
                "time": {"type": "object", "properties": {"at": {"type": "number"}}},
            }},
        }));
        name_everything(&mut document);
        let members = &document["components"]["schemas"]["Answer"]["properties"];
        assert_eq!(members["point"]["$ref"], "#/components/schemas/Point");
        assert_eq!(members["time"]["$ref"], "#/components/schemas/AnswerTime2");
    }

    #[test]
    fn tagged_unions_are_found_and_opened_where_an_answer_reaches_them() {
        let mut document = document(json!({
            "Answer": {"oneOf": [tagged_object("a"), tagged_object("b"), {"type": "object", "properties": {"n": {"type": "number"}}}]},
            "Request": {"oneOf": [tagged_object("x"), tagged_object("y")]},
            "Untold": {"oneOf": [tagged_object("x"), tagged_object("x")]},
        }));
        name_everything(&mut document);
        let unions = unions(&document);
        assert_eq!(
            unions.iter().map(|union| (union.name.as_str(), union.open)).collect::<Vec<_>>(),
            [("Answer", true), ("Request", false)]
        );
        assert_eq!(unions[0].variants[0], ("a".to_owned(), "AnswerA".to_owned()));
        assert_eq!(unions[0].rest.as_deref(), Some("AnswerVariant2"));
    }
}
