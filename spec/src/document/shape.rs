//! Whether every part of a document has the JSON type that OpenAPI gives it.
//!
//! Whoever walks through a document takes a part of another type for none, and a comparison would call two such
//! documents alike. So [`wrong`] is asked while a [`Document`] is read. It looks at all that a walk goes through, not
//! inside of schemas: there the comparison knows itself what it understands. What is missing is told by
//! [`lint`](crate::lint), unless nothing could be said without it.

use serde_json::Value;

use super::{Document, METHODS, Pointer, follow, member};
use crate::diagnostic::Diagnostic;

/// How many findings are told: beyond that, the document as a whole is the mistake.
const TOLD: usize = 20;

/// What a part must be.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Flag,
    Schema,
    Object,
    List(&'static Form),
    /// An object of parts with names of all kinds.
    Map(&'static Form),
    /// The same, but a name that begins with `x-` is that of an extension, which may be anything.
    Extended(&'static Form),
    Members(&'static Members),
}

use Form::{Extended, Flag, List, Map, Object, Schema, Text};

/// An object of which some members are known; others may stand there too.
struct Members {
    known: &'static [(&'static str, Form)],
    needed: &'static [&'static str],
    /// Whether a reference may stand in its place.
    referable: bool,
}

const fn members(known: &'static [(&'static str, Form)]) -> Members {
    Members { known, needed: &[], referable: false }
}

const fn referable(known: &'static [(&'static str, Form)], needed: &'static [&'static str]) -> Members {
    Members { known, needed, referable: true }
}

static DOCUMENT: Members = members(&[
    ("info", Object),
    ("servers", List(&Object)),
    ("paths", Extended(&Form::Members(&ITEM))),
    ("webhooks", Object),
    ("components", Form::Members(&COMPONENTS)),
    ("security", SECURITY),
    ("tags", List(&Object)),
]);

static COMPONENTS: Members = members(&[
    ("schemas", Map(&Schema)),
    ("parameters", Map(&Form::Members(&PARAMETER))),
    ("headers", Map(&Form::Members(&HEADER))),
    ("requestBodies", Map(&Form::Members(&BODY))),
    ("responses", Map(&Form::Members(&RESPONSE))),
    ("securitySchemes", Map(&Object)),
    ("pathItems", Map(&Form::Members(&ITEM))),
]);

const SECURITY: Form = List(&Map(&List(&Text)));

static ITEM: Members = referable(
    &[
        ("parameters", List(&Form::Members(&PARAMETER))),
        ("servers", List(&Object)),
        (METHODS[0], Form::Members(&OPERATION)),
        (METHODS[1], Form::Members(&OPERATION)),
        (METHODS[2], Form::Members(&OPERATION)),
        (METHODS[3], Form::Members(&OPERATION)),
        (METHODS[4], Form::Members(&OPERATION)),
        (METHODS[5], Form::Members(&OPERATION)),
        (METHODS[6], Form::Members(&OPERATION)),
        (METHODS[7], Form::Members(&OPERATION)),
    ],
    &[],
);

static OPERATION: Members = members(&[
    ("operationId", Text),
    ("deprecated", Flag),
    ("tags", List(&Text)),
    ("parameters", List(&Form::Members(&PARAMETER))),
    ("requestBody", Form::Members(&BODY)),
    ("responses", Extended(&Form::Members(&RESPONSE))),
    ("callbacks", Object),
    ("security", SECURITY),
    ("servers", List(&Object)),
]);

static PARAMETER: Members = referable(
    &[
        ("in", Text),
        ("name", Text),
        ("required", Flag),
        ("deprecated", Flag),
        ("schema", Schema),
        ("content", Map(&Form::Members(&MEDIA))),
        ("style", Text),
        ("explode", Flag),
        ("allowReserved", Flag),
        ("allowEmptyValue", Flag),
    ],
    &["in", "name"],
);

static HEADER: Members = referable(
    &[("required", Flag), ("deprecated", Flag), ("schema", Schema), ("content", Map(&Form::Members(&MEDIA)))],
    &[],
);

static BODY: Members = referable(&[("required", Flag), ("content", Map(&Form::Members(&MEDIA)))], &[]);

static RESPONSE: Members = referable(
    &[("content", Map(&Form::Members(&MEDIA))), ("headers", Map(&Form::Members(&HEADER))), ("links", Object)],
    &[],
);

static MEDIA: Members = members(&[("schema", Schema), ("itemSchema", Schema)]);

/// One finding for each part of another type than OpenAPI gives it. The references of the document lead somewhere.
pub(super) fn wrong(document: &Document) -> Vec<Diagnostic> {
    let mut check = Check { document, here: Pointer::root(), findings: Vec::new() };
    check.part(document.value(), Form::Members(&DOCUMENT));
    check.findings
}

struct Check<'d> {
    document: &'d Document,
    /// Where the part stands that is looked at.
    here: Pointer,
    findings: Vec<Diagnostic>,
}

impl Check<'_> {
    fn part(&mut self, value: &Value, form: Form) {
        let wanted = match form {
            Text if !value.is_string() => "a text",
            Flag if !value.is_boolean() => "true or false",
            Schema if !(value.is_object() || value.is_boolean()) => {
                "a schema, which is an object, true or false"
            }
            Object | Map(_) | Extended(_) | Form::Members(_) if !value.is_object() => "an object",
            List(_) if !value.is_array() => "an array",
            _ => return self.inside(value, form),
        };
        let found = match value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        };
        self.tell(&format!("expected {wanted}, found {found}"));
    }

    /// A part of the right type.
    fn inside(&mut self, value: &Value, form: Form) {
        match (form, value) {
            (List(form), Value::Array(elements)) => {
                for (index, element) in elements.iter().enumerate() {
                    let back = self.here.enter_index(index);
                    self.part(element, *form);
                    self.here.leave(back);
                }
            }
            (Map(form), Value::Object(object)) => {
                object.iter().for_each(|(name, value)| self.member(name, value, *form));
            }
            (Extended(form), Value::Object(object)) => {
                let plain = object.iter().filter(|(name, _)| !name.starts_with("x-"));
                plain.for_each(|(name, value)| self.member(name, value, *form));
            }
            (Form::Members(members), Value::Object(object)) => match member(object, "$ref") {
                None => self.members(object, members),
                Some(_) if members.referable => self.target(value, members),
                Some(_) => self.tell("a reference cannot stand here"),
            },
            _ => {}
        }
    }

    fn member(&mut self, name: &str, value: &Value, form: Form) {
        let back = self.here.enter(name);
        self.part(value, form);
        self.here.leave(back);
    }

    fn members(&mut self, object: &serde_json::Map<String, Value>, members: &Members) {
        for (name, value) in object {
            if let Some((_, form)) = members.known.iter().find(|(known, _)| known == name) {
                self.member(name, value, *form);
            }
        }
        for needed in members.needed.iter().filter(|needed| member(object, needed).is_none()) {
            self.tell(&format!("there is no `{needed}`"));
        }
    }

    /// What a reference means is another such part.
    fn target(&mut self, value: &Value, members: &Members) {
        let (place, target) = follow(self.document.value(), self.here.clone(), value);
        let here = std::mem::replace(&mut self.here, place);
        match target.as_object() {
            Some(object) if member(object, "$ref").is_none() => self.members(object, members),
            _ => self.tell("expected an object to which a reference leads"),
        }
        self.here = here;
    }

    fn tell(&mut self, what: &str) {
        let finding = self.document.diagnostic(&self.here, format!("malformed: {what}"));
        if self.findings.len() < TOLD && !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::Document;

    /// A document that has a part of every form.
    fn whole() -> Value {
        let media = json!({"application/json": {"schema": {"type": "string"}}});
        let parameter =
            json!({"in": "query", "name": "q", "required": false, "explode": true, "schema": true});
        let header =
            json!({"required": true, "deprecated": false, "schema": {"type": "string"}, "content": media});
        let response = json!({"description": "d", "content": media, "headers": {"x-a": header}, "links": {}});
        let operation = json!({"operationId": "a.get", "deprecated": false, "tags": ["a"], "parameters": [parameter],
            "requestBody": {"required": true, "content": media}, "responses": {"200": response, "x-more": 1},
            "callbacks": {}, "security": [{"key": ["a"]}], "servers": [{"url": "/"}]});
        let item =
            json!({"parameters": [{"$ref": "#/components/parameters/P"}], "servers": [], "get": operation});
        json!({"openapi": "3.1.1", "info": {}, "servers": [{"url": "/"}], "paths": {"/a": item, "x-more": 1},
            "webhooks": {}, "security": [{}], "tags": [{"name": "a"}], "components": {
                "schemas": {"A": {"type": "number"}}, "parameters": {"P": parameter}, "headers": {"H": header},
                "requestBodies": {"B": {"content": media}}, "responses": {"R": response},
                "securitySchemes": {"key": {}}, "pathItems": {"I": item}, "x-more": 1}})
    }

    fn refusal(document: &Value) -> Option<String> {
        Document::parse("a.json", document.to_string()).err().map(|error| error.to_string())
    }

    /// Every place of the document at which something of another type is refused.
    fn places(value: &Value, here: &str, found: &mut Vec<String>) {
        let step = |name: &str| format!("{here}/{}", name.replace('~', "~0").replace('/', "~1"));
        match value {
            Value::Object(members) => members.iter().for_each(|(name, member)| {
                // What is free: texts for people, extensions, what is inside of schemas, of servers and of tags.
                let free = ["openapi", "description", "x-more", "type", "url"].contains(&name.as_str());
                if !free && !here.ends_with("/tags/0") {
                    found.push(step(name));
                    places(member, &step(name), found);
                }
            }),
            Value::Array(elements) => elements.iter().enumerate().for_each(|(index, element)| {
                found.push(step(&index.to_string()));
                places(element, &step(&index.to_string()), found);
            }),
            _ => {}
        }
    }

    #[test]
    fn a_part_of_another_type_is_refused_wherever_it_stands() {
        let whole = whole();
        assert_eq!(refusal(&whole), None);
        let mut all = Vec::new();
        places(&whole, "", &mut all);
        assert!(all.len() > 100, "{all:?}");
        for place in all {
            for wrong in [json!(7), json!(null), json!([7])] {
                let mut document = whole.clone();
                *document.pointer_mut(&place).expect("it is there") = wrong;
                let told =
                    refusal(&document).unwrap_or_else(|| panic!("{place} is taken as it is: {document}"));
                // The one reference leads nowhere then.
                let broken =
                    "/components/parameters/P".starts_with(&place) && told.contains("broken reference");
                assert!(broken || told.contains("malformed: expected "), "{place}: {told}");
            }
        }
    }

    #[test]
    fn a_finding_tells_the_place_and_what_was_expected() {
        let first = |path: &str| {
            let text = format!("{{\"openapi\": \"3.1.1\", \"paths\": {{\n\"/a\": {path}}}}}");
            let error = Document::parse("a.json", text).expect_err(path).to_string();
            error.lines().next().unwrap_or_default().to_owned()
        };
        for (path, told) in [
            (r#"{"get": {"parameters": {}}}"#, "2:30: malformed: expected an array, found an object"),
            (r#"{"get": {"parameters": [{"in": "query"}]}}"#, "2:31: malformed: there is no `name`"),
            (
                r#"{"get": {"requestBody": {"content": {"a": true}}}}"#,
                "2:49: malformed: expected an object, found true or false",
            ),
            (r##"{"get": {"$ref": "#/paths"}}"##, "2:15: malformed: a reference cannot stand here"),
            (r##"{"parameters": [{"$ref": "#/paths"}]}"##, "1:31: malformed: there is no `in`"),
            (r##"{"$ref": "#/openapi"}"##, "2:16: broken reference: `#/openapi` is no object"),
        ] {
            assert_eq!(first(path), format!("a.json:{told}"), "{path}");
        }
    }

    #[test]
    fn a_thousand_findings_are_told_briefly() {
        let error = refusal(&json!({"openapi": "3.1.1", "tags": vec![7; 1000]})).expect("malformed");
        assert_eq!(error.matches("malformed").count(), 20);
    }
}
