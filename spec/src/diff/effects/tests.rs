//! Every item against the checked-in code, and the effects of each kind of change.

use std::collections::BTreeMap;

use quote::ToTokens as _;
use serde_json::{Value, json};

use super::*;
use crate::diff::{Direction, Place, Subject};
use crate::document::Pointer;

const TYPES: &str = include_str!("../../../types/src/generated.rs");
const CLIENT: &str = include_str!("../../../../client/src/generated.rs");
const OPERATIONS: &str = include_str!("../../../../client/src/operations.rs");

fn contract() -> Value {
    let contract = serde_json::from_str(include_str!("../../../opencode-api.json")).expect("JSON");
    Errata::parse(ERRATA).and_then(|errata| errata.apply(&contract)).expect("the errata fit")
}

fn websockets(contract: &Value) -> Vec<String> {
    Errata::parse(ERRATA).expect("the errata are in order").websockets(contract)
}

/// A type as this module writes it.
fn short(tokens: &impl quote::ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string().replace(' ', "");
    // What the formatter adds where it breaks a line.
    text = text.replace(",>", ">");
    for path in [
        "::std::option::",
        "::std::string::",
        "::std::vec::",
        "::std::boxed::",
        "::indexmap::",
        "::opencode_types::",
        "std::",
        "crate::",
    ] {
        text = text.replace(path, "");
    }
    while let Some((start, rest)) = text.split_once("Box<") {
        let (inner, end) = rest.split_once('>').expect("closed");
        text = format!("{start}{inner}{end}");
    }
    text.replace("::serde_json::", "serde_json::").replace(',', ", ").replace(';', "; ")
}

/// Name → kind and members of every type of the checked-in file.
fn generated() -> BTreeMap<String, (Kind, Vec<(String, String)>)> {
    let file = syn::parse_file(TYPES).expect("the generated file is Rust");
    let mut found = BTreeMap::new();
    for item in file.items {
        match item {
            syn::Item::Struct(item) => {
                let named = matches!(item.fields, syn::Fields::Named(_));
                let members = item.fields.iter().map(|field| {
                    let name = field.ident.as_ref().map_or("0".to_owned(), ToString::to_string);
                    (name, short(&field.ty))
                });
                let kind = if named { Kind::Struct } else { Kind::Wrapper };
                found.insert(item.ident.to_string(), (kind, members.collect()));
            }
            syn::Item::Enum(item) => {
                let members: Vec<_> = item
                    .variants
                    .iter()
                    .map(|variant| {
                        let holds =
                            variant.fields.iter().next().map(|field| short(&field.ty)).unwrap_or_default();
                        (variant.ident.to_string(), holds)
                    })
                    .collect();
                let kind =
                    if members.iter().all(|(_, holds)| holds.is_empty()) { Kind::Enum } else { Kind::Union };
                found.insert(item.ident.to_string(), (kind, members));
            }
            _ => {}
        }
    }
    // Our own unions are calls of macros.
    for (at, _) in TYPES.match_indices("_union! {") {
        let body = TYPES[at..].split("\n}").next().unwrap_or_default();
        let name = body.split("pub enum ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a name");
        let mut members = Vec::new();
        for line in body.lines().skip(1).filter(|line| line.contains('(') && !line.contains("///")) {
            let line = line.rsplit("=> ").next().unwrap_or(line).trim().trim_start_matches("} rest {").trim();
            let (variant, rest) = line.split_once('(').expect("a variant");
            members.push((variant.to_owned(), rest.split(')').next().unwrap_or_default().to_owned()));
        }
        if TYPES[..at].ends_with("open") {
            members.push(("Unknown".to_owned(), "Unknown".to_owned()));
        }
        found.insert(name.to_owned(), (Kind::Union, members));
    }
    found
}

#[test]
fn every_type_is_told_as_it_is_generated() {
    let contract = contract();
    let model = Model::of(&contract, websockets(&contract));
    let generated = generated();
    let mut wrong = Vec::new();
    for component in model.schemas().expect("schemas").keys() {
        let name = pascal(component);
        let item = model.item(component).expect("it is there");
        let mut told: Vec<_> =
            item.members.iter().map(|member| (member.name.clone(), member.holds.clone())).collect();
        let Some((kind, members)) = generated.get(&name) else {
            wrong.push(format!("{name} is not generated"));
            continue;
        };
        let mut members = members.clone();
        told.sort();
        members.sort();
        if (*kind, &members) != (item.kind, &told) {
            wrong.push(format!("{name} is {kind:?} {members:?}\n  told {:?} {told:?}", item.kind));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(generated.len() >= 300, "{}", generated.len());
}

#[test]
fn every_method_is_told_as_it_is_generated() {
    let contract = contract();
    let model = Model::of(&contract, websockets(&contract));
    let file = syn::parse_file(CLIENT).expect("the generated file is Rust");
    let mut methods = BTreeMap::new();
    for item in &file.items {
        let syn::Item::Mod(module) = item else { continue };
        for item in module.content.iter().flat_map(|(_, items)| items) {
            let syn::Item::Impl(block) = item else { continue };
            let mut setters = Vec::new();
            let mut required = Vec::new();
            for item in &block.items {
                let syn::ImplItem::Fn(function) = item else { continue };
                let name = function.sig.ident.to_string();
                let body = function.block.to_token_stream().to_string();
                match name.as_str() {
                    "new" => required = body.split("was not initialized").map(str::to_owned).collect(),
                    "send" => {
                        let syn::ReturnType::Type(_, answer) = &function.sig.output else { continue };
                        setters.push(("send".to_owned(), short(answer), false));
                    }
                    name => {
                        let bound = function.sig.generics.where_clause.to_token_stream().to_string();
                        let takes =
                            bound.split("TryInto <").nth(1).unwrap_or_default().trim_end_matches([',', ' ']);
                        let takes = takes.strip_suffix('>').unwrap_or(takes);
                        let takes: syn::Type = syn::parse_str(takes).expect("a type");
                        let is_required = required.iter().any(|text| text.ends_with(&format!("\"{name} ")));
                        setters.push((name.to_owned(), short(&takes), is_required));
                    }
                }
            }
            setters.sort();
            methods.insert(short(&block.self_ty).replace("<'a>", ""), setters);
        }
    }
    let mut count = 0;
    for operation in crate::document::operations(&contract) {
        let Some(method) = model.method((operation.path.to_owned(), operation.method.to_owned())) else {
            assert!(
                model.websockets.contains(&operation.id().unwrap_or_default().to_owned()),
                "{}",
                operation.path
            );
            continue;
        };
        let (group, function) = method.name.rsplit_once("::").expect("a path");
        let block = format!("impl<'a> {}<'a> {{\n", group.trim_start_matches("operations::"));
        let block = OPERATIONS.split(&block).nth(1).and_then(|rest| rest.split("\n}\n").next()).expect(group);
        let arguments: String = method
            .setters
            .iter()
            .filter(|setter| setter.argument)
            .map(|setter| format!(", {}: impl Into<String>", setter.name))
            .collect();
        let line = format!("    pub fn {function}(self{arguments}) -> builder::{}<'a> {{", method.builder);
        assert!(block.contains(&line), "{line}");
        let mut setters: Vec<_> = method
            .setters
            .iter()
            .map(|setter| (setter.name.clone(), setter.takes.clone(), setter.required))
            .collect();
        let answer = format!("Result<ResponseValue<{}>, Error>", method.answer);
        setters.push(("send".to_owned(), answer, false));
        setters.sort();
        assert_eq!(methods.get(&method.builder), Some(&setters), "{}", method.name);
        count += 1;
    }
    assert!(count > 80, "{count}");
}

fn document(paths: Value, schemas: Value) -> Document {
    let document = json!({"openapi": "3.1.1", "paths": paths, "components": {"schemas": schemas}});
    Document::parse("a.json", document.to_string()).expect("a document")
}

/// The effects of a change at these places, as `item: what`.
fn effects(
    old: &Document,
    new: &Document,
    places: (&[&str], &[&str]),
    rule: &'static str,
    at: &str,
) -> Vec<String> {
    let place = |steps: &[&str]| {
        let pointer = Pointer::root().below(steps);
        let position = crate::diagnostic::Position { line: 1, column: 1 };
        (!steps.is_empty()).then_some(Place { pointer, position })
    };
    let changes = [Change {
        rule,
        level: Level::Breaking,
        direction: Some(Direction::Request),
        subject: Subject::Document,
        operations: Vec::new(),
        at: at.to_owned(),
        old: place(places.0),
        new: place(places.1),
        message: String::new(),
        reason: None,
        before: None,
        after: None,
        witness: None,
        effects: Vec::new(),
        fingerprint: String::new(),
    }];
    let [effects] = Models::of(old, new).find(&changes).try_into().expect("one list for one change");
    effects.into_iter().map(|effect| format!("{}: {}", effect.item, effect.what)).collect()
}

#[test]
fn schemas_show_in_fields_variants_and_types() {
    let text = || json!({"type": "string"});
    let tagged =
        |tag: &str| json!({"type": "object", "properties": {"type": {"const": tag}}, "required": ["type"]});
    let session = |time: Value, required: Value| {
        json!({"type": "object", "properties": {
            "time": {"type": "object", "properties": time, "required": required},
            "mode": {"type": "string", "enum": ["a", "b"]},
        }, "required": ["time"]})
    };
    let old = document(
        json!({"/a": {"get": {"operationId": "a.get", "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/event"}}}}}}}}),
        json!({
            "Session": session(json!({"created": {"type": "number"}, "archived": {"type": "number"}}), json!(["created"])),
            "x.a": tagged("x.a"), "x.b": tagged("x.b"), "x.c": tagged("x.c"),
            "event": {"anyOf": [{"$ref": "#/components/schemas/x.a"}, {"$ref": "#/components/schemas/x.b"}]},
            "Either": {"anyOf": [text(), {"type": "object", "properties": {"type": text()}}]},
        }),
    );
    let new = document(
        json!({"/a": {"get": {"operationId": "a.get", "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/event"}}}}}}}}),
        json!({
            "Session": {"type": "object", "properties": {
                "time": {"type": "object", "properties": {"created": {"type": "integer"}, "archived": {"type": "number"}, "type": text()},
                    "required": ["created", "archived"]},
                "mode": {"type": "string", "enum": ["a", "c"]},
            }},
            "x.a": tagged("x.a"), "x.b": tagged("x.b"), "x.c": tagged("x.c"),
            "event": {"anyOf": [{"$ref": "#/components/schemas/x.c"}, {"$ref": "#/components/schemas/x.a"}]},
            "Either": {"anyOf": [text(), {"type": "object", "properties": {"type": {"type": "boolean"}}}]},
        }),
    );
    let session = ["components", "schemas", "Session"];
    let below = |more: &[&'static str]| [&session[..], more].concat();
    let run = |steps: &[&str], rule, at: &str| effects(&old, &new, (steps, steps), rule, at);
    assert_eq!(
        run(
            &below(&["properties", "time", "properties", "created"]),
            "request-property-type-changed",
            "time.created"
        ),
        ["types::SessionTime::created: is `i64`, was `Number`"]
    );
    assert_eq!(
        run(
            &below(&["properties", "time", "properties", "archived"]),
            "request-property-became-required",
            "time.archived"
        ),
        ["types::SessionTime::archived: is `Number`, was `Option<Number>`"]
    );
    assert_eq!(
        run(&below(&["properties", "time"]), "request-property-became-optional", "time"),
        ["types::Session::time: is `Option<SessionTime>`, was `SessionTime`"]
    );
    assert_eq!(
        run(&below(&["properties", "time"]), "new-optional-request-property", "time.type"),
        ["types::SessionTime::type_: is new, `Option<String>`"]
    );
    assert_eq!(
        run(&below(&["properties", "mode"]), "request-property-enum-value-removed", "mode"),
        ["types::SessionMode::B: is gone", "types::SessionMode::C: is new"]
    );
    assert_eq!(
        run(&["components", "schemas", "event"], "response-property-any-of-added", ""),
        ["types::Event::XB: is gone", "types::Event::XC: is new, `XC`"]
    );
    assert_eq!(
        run(
            &["components", "schemas", "Either", "anyOf", "1", "properties", "type"],
            "request-property-type-changed",
            "(object).type"
        ),
        ["types::EitherVariant0::type_: is `Option<bool>`, was `Option<String>`"]
    );
    assert_eq!(
        effects(&old, &new, (&["components", "schemas", "x.b"], &[]), "api-schema-removed", ""),
        Vec::<String>::new()
    );
}

#[test]
fn operations_show_in_methods() {
    let reference = |name: &str| json!({"content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}")}}}});
    let operation = |id: &str, parameters: Value, body: &str, answer: &str| json!({"operationId": id, "parameters": parameters, "requestBody": reference(body), "responses": {"200": reference(answer)}});
    let query = |name: &str, required: bool| json!({"in": "query", "name": name, "required": required, "schema": {"type": "string"}});
    let schemas = || json!({"A": {"type": "object", "properties": {"a": {}}}, "B": {"type": "object", "properties": {"b": {}}}});
    let old = document(
        json!({"/a": {"post": operation("a.post", json!([query("q", false)]), "A", "A")}, "/gone": {"post": operation("gone", json!([]), "A", "A")}}),
        schemas(),
    );
    let new = document(
        json!({"/a": {"post": operation("a.send", json!([query("newID", true), query("q", true)]), "B", "B")}, "/new/*": {"get": operation("new.it", json!([]), "A", "A")}}),
        schemas(),
    );
    let run =
        |old_steps: &[&str], new_steps: &[&str]| effects(&old, &new, (old_steps, new_steps), "a-rule", "");
    let a = ["paths", "/a", "post"];
    assert_eq!(run(&["paths", "/gone", "post"], &[]), ["Client::gone: is gone"]);
    assert_eq!(run(&[], &["paths", "/new/*", "get"]), ["operations::New::it: is new"]);
    assert_eq!(run(&a, &a), ["operations::A::post: is `operations::A::send` now"]);
    assert_eq!(
        run(&[], &[&a[..], &["parameters", "0"]].concat()),
        ["operations::A::post: needs `.new_id(…)`, a `String`"]
    );
    assert_eq!(
        run(&[&a[..], &["parameters", "0"]].concat(), &[&a[..], &["parameters", "1"]].concat()),
        ["operations::A::post: needs `.q(…)`"]
    );
    let body = [&a[..], &["requestBody", "content", "application/json", "schema"]].concat();
    assert_eq!(run(&body, &body), ["operations::A::post: takes `B` in `.body(…)`, was `A`"]);
    let answer = [&a[..], &["responses", "200", "content", "application/json", "schema"]].concat();
    assert_eq!(run(&answer, &answer), ["operations::A::post: answers `B`, was `A`"]);
}

#[test]
fn a_field_shows_in_the_struct_that_came_in_the_place_of_its_own() {
    let part = |required: Value| json!({"type": "object", "properties": {"file": {"type": "string"}}, "required": required});
    let (before, after) = (part(json!(["file"])), part(json!([])));
    let old = document(json!({}), json!({"Diff": before}));
    // The old name lives on, and means what it meant.
    let new = document(json!({}), json!({"Diff": before, "Snapshot": after}));
    let field = |name: &'static str| ["components", "schemas", name, "properties", "file"];
    assert_eq!(
        effects(
            &old,
            &new,
            (&field("Diff"), &field("Snapshot")),
            "response-property-became-optional",
            "file"
        ),
        ["types::Diff::file: is `Option<String>` in `types::Snapshot`, was `String`"]
    );
}

#[test]
fn odd_words_become_identifiers() {
    for (wire, expected) in [
        ("sessionID", "session_id"),
        ("type", "type_"),
        ("+1", "plus1"),
        ("2fa", "x2fa"),
        ("a[b]", "a_b"),
        ("", "x"),
    ] {
        assert_eq!(identifier::field(wire), expected, "{wire}");
    }
    assert_eq!(identifier::variant("read-only"), "ReadOnly");
}

#[test]
fn what_operations_share_shows_in_each_of_them() {
    let shared = |kind: &str| {
        let operation = |id: &str| {
            json!({"operationId": id, "parameters": [{"$ref": "#/components/parameters/Q"}],
                "requestBody": {"$ref": "#/components/requestBodies/B"},
                "responses": {"200": {"$ref": "#/components/responses/A"}}})
        };
        let content = json!({"application/json": {"schema": {"type": kind}}});
        let document = json!({"openapi": "3.1.1", "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"put": operation("a.put")}, "/b": {"put": operation("b.put"),
            "parameters": [{"in": "query", "name": "p", "schema": {"type": kind}}]}},
        "components": {
            "parameters": {"Q": {"in": "query", "name": "q", "schema": {"type": kind}}},
            "requestBodies": {"B": {"required": true, "content": content}},
            "responses": {"A": {"description": "it", "content": content}},
        }});
        Document::parse("a.json", document.to_string()).expect("a document")
    };
    let told = |change: &Change| -> String {
        let effects = change.effects.iter().map(|effect| format!("{} {}", effect.item, effect.what));
        effects.collect::<Vec<_>>().join("; ")
    };
    let found = crate::diff::diff(&shared("string"), &shared("boolean")).changes;
    assert_eq!(
        found.iter().map(told).collect::<Vec<_>>(),
        [
            "operations::B::put takes `bool` in `.p(…)`, was `String`",
            "operations::A::put takes `bool` in `.q(…)`, was `String`; operations::B::put takes `bool` in `.q(…)`, was `String`",
            "operations::A::put takes `bool` in `.body(…)`, was `String`; operations::B::put takes `bool` in `.body(…)`, was `String`",
            "operations::A::put answers `bool`, was `String`; operations::B::put answers `bool`, was `String`",
        ]
    );
}
