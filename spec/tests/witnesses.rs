//! The witnesses and effects between real releases: every value that is shown is judged anew by a validator over the
//! whole untouched document, and every item that is said to have been there stands in the generated code.

use std::collections::HashMap;
use std::path::Path;

use jsonschema::{Draft, Registry, Validator};
use opencode_spec::diff::{Change, Effect, EffectKind, Level, Place, Valid, diff};
use opencode_spec::document::{Document, Pointer, operations};
use opencode_spec::errata::Errata;
use opencode_spec::gate::OPERATIONS;
use opencode_spec::generate;
use serde_json::{Value, json};

/// What the generators make of a contract.
struct Generated {
    types: String,
    client: String,
}

impl Generated {
    fn of(contract: &Document) -> Self {
        let text = |path: &str| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
            std::fs::read_to_string(path).expect("it is checked in")
        };
        let errata = Errata::parse(&text("spec/errata.toml")).expect("errata");
        let (errata, _) = errata.split(contract.value());
        let all = generate::all(contract.value(), &errata, &text(OPERATIONS)).expect("it is generated");
        let file = |path: &str| {
            let file = all.files.iter().find(|file| file.path == path);
            file.expect("it is among the generated files").text.clone()
        };
        Self { types: file("spec/types/src/generated.rs"), client: file("client/src/operations.rs") }
    }
}

fn contract(name: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    Document::read(&path, name).expect("a contract")
}

/// Judges values by schemas of one document.
struct Whole<'d> {
    document: &'d Value,
    registry: Registry<'d>,
    validators: HashMap<String, Option<Validator>>,
}

impl<'d> Whole<'d> {
    fn of(document: &'d Value) -> Self {
        let registry = Registry::new().draft(Draft::Draft202012).add("urn:whole", document).expect("a name");
        Self { document, registry: registry.prepare().expect("a document"), validators: HashMap::new() }
    }

    fn allows(&mut self, schema: &Value, value: &Value) -> Option<bool> {
        let registry = &self.registry;
        let options = || {
            jsonschema::options()
                .with_draft(Draft::Draft202012)
                .with_registry(registry)
                .should_validate_formats(true)
        };
        let compiled =
            self.validators.entry(schema.to_string()).or_insert_with(|| options().build(schema).ok());
        compiled.as_ref().map(|validator| validator.is_valid(value))
    }
}

fn reference(pointer: &Pointer) -> Value {
    let text = pointer.to_string().replace('%', "%25").replace('{', "%7B").replace('}', "%7D");
    json!({"$ref": format!("urn:whole{text}")})
}

/// The place itself, and what is around it.
fn schemas(document: &Value, place: Option<&Place>) -> Vec<Value> {
    let mut found = Vec::new();
    let Some(mut pointer) = place.map(|place| place.pointer.clone()) else { return found };
    while pointer != Pointer::root() && found.len() < 4 {
        if pointer.get(document).is_some() {
            found.push(reference(&pointer));
        }
        pointer = pointer.parent();
    }
    found
}

/// The parameters of the operation of this place together, as `{"query": {…}}`.
fn parameters(document: &Value, place: Option<&Place>, value: &Value) -> Option<Value> {
    let pointer = &place?.pointer;
    let operation = operations(document).into_iter().find(|one| pointer.is_within(&one.pointer))?;
    let kind = value.as_object()?.keys().next()?;
    let all: Vec<_> =
        operation.parameters().into_iter().filter(|parameter| parameter.place == kind).collect();
    let properties: serde_json::Map<String, Value> =
        all.iter().map(|one| (one.name.to_owned(), reference(&one.pointer.child("schema")))).collect();
    let required: Vec<&str> = all.iter().filter(|one| one.required).map(|one| one.name).collect();
    Some(json!({"properties": {kind: {"properties": properties, "required": required}}}))
}

fn is_confirmed(old: &mut Whole<'_>, new: &mut Whole<'_>, change: &Change) -> bool {
    let Some(witness) = &change.witness else { return false };
    let (old_document, new_document) = (old.document, new.document);
    let wanted = witness.valid == Valid::Before;
    let mut differ = |before: &Value, after: &Value| {
        old.allows(before, &witness.value) == Some(wanted)
            && new.allows(after, &witness.value) == Some(!wanted)
    };
    let places = (change.old.as_ref().or(change.new.as_ref()), change.new.as_ref().or(change.old.as_ref()));
    let last = |place: Option<&Place>| place.map(|place| place.pointer.last().into_owned());
    // A member on one side and the object around it on the other are two steps apart.
    let apart = if last(places.0) == last(places.1) { 0 } else { 2 };
    let (before, after) = (schemas(old_document, places.0), schemas(new_document, places.1));
    let pairs = before
        .iter()
        .enumerate()
        .flat_map(|(i, a)| after.iter().enumerate().map(move |(j, b)| ((i, a), (j, b))));
    if pairs.filter(|((i, _), (j, _))| i.abs_diff(*j) <= apart).any(|((_, a), (_, b))| differ(a, b)) {
        return true;
    }
    let parameters = parameters(old_document, places.0, &witness.value).zip(parameters(
        new_document,
        places.1,
        &witness.value,
    ));
    parameters.is_some_and(|(before, after)| differ(&before, &after))
}

/// Every witness is confirmed; answers the share of breaking changes of a schema that have one, in percent, and the
/// others in words.
fn judge(new: &str) -> (usize, Vec<String>) {
    let (old, new) = (contract("tests/data/opencode-1.2.6.json"), contract(new));
    let found = diff(&old, &new);
    let (mut whole_old, mut whole_new) = (Whole::of(old.value()), Whole::of(new.value()));
    let (mut with, mut without) = (0, Vec::new());
    for change in &found.changes {
        let words = format!("{} {:?} {}: {}", change.rule, change.subject, change.at, change.message);
        if change.witness.is_some() {
            assert!(is_confirmed(&mut whole_old, &mut whole_new, change), "{words} {:?}", change.witness);
        }
        if change.level == Level::Breaking && change.direction.is_some() {
            if change.witness.is_some() { with += 1 } else { without.push(words) }
        }
    }
    (100 * with / (with + without.len()).max(1), without)
}

#[test]
fn witnesses_to_1_2_15_hold() {
    let (share, without) = judge("tests/data/opencode-1.2.15.json");
    assert_eq!(share, 100, "{without:#?}");
}

#[test]
fn witnesses_to_1_3_2_hold() {
    let (share, without) = judge("tests/data/opencode-1.3.2.json");
    assert_eq!(share, 100, "{without:#?}");
}

/// Without one stay unions whose members were cut otherwise: each new part allows what an old one did.
#[test]
fn witnesses_to_1_18_33_hold() {
    let (share, without) = judge("tests/data/opencode-1.18.33.json");
    assert!(share >= 95, "{share} % {without:#?}");
}

#[test]
fn the_same_is_found_in_every_run() {
    let (old, new) =
        (contract("tests/data/opencode-1.2.6.json"), contract("tests/data/opencode-1.18.33.json"));
    let run = || {
        diff(&old, &new)
            .changes
            .into_iter()
            .map(|change| (change.witness, change.effects))
            .collect::<Vec<_>>()
    };
    assert!(run() == run());
}

#[test]
fn what_is_said_to_have_been_there_is_generated() {
    let (old, new) = (contract("tests/data/opencode-1.2.6.json"), contract("tests/data/opencode-1.3.2.json"));
    let effects: Vec<Effect> =
        diff(&old, &new).changes.into_iter().flat_map(|change| change.effects).collect();
    // Not what is checked in, which some day comes of another release.
    let generated = Generated::of(&old);
    let mut seen = 0;
    for effect in effects.iter().filter(|effect| !effect.what.starts_with("is new")) {
        assert!(is_generated(effect, &generated), "{effect:?}");
        seen += 1;
    }
    assert!(seen > 5, "{effects:?}");
}

fn is_generated(effect: &Effect, Generated { types, client }: &Generated) -> bool {
    let parts: Vec<&str> = effect.item.split("::").collect();
    let body = |name: &str| {
        let start = ["struct", "enum"].iter().find_map(|kind| {
            let plain = format!("pub {kind} {name} ");
            types.find(&plain).or_else(|| types.find(&format!("pub {kind} {name}(")))
        })?;
        types[start..].split("\n}").next()
    };
    match (effect.kind, parts.as_slice()) {
        (EffectKind::Method, ["operations", group, method]) => {
            let methods = client.split(&format!("impl<'a> {group}<'a> {{")).nth(1);
            let methods = methods.and_then(|rest| rest.split("\n}").next());
            methods.is_some_and(|methods| methods.contains(&format!("    pub fn {method}(")))
        }
        (EffectKind::Type, ["types", name]) => body(name).is_some(),
        (EffectKind::Field, ["types", name, field]) => body(name).is_some_and(|body| {
            body.contains(&format!("    pub {field}: ")) || (*field == "0" && body.contains("(pub "))
        }),
        (EffectKind::Variant, ["types", name, variant]) => body(name).is_some_and(|body| {
            [" ", "    "].iter().any(|space| {
                body.contains(&format!("{space}{variant}(")) || body.contains(&format!("{space}{variant},"))
            })
        }),
        _ => false,
    }
}
