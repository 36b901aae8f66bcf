//! What the real server 1.2.6 sent goes through the types.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::{contract, difference, generated, round_trip};

/// Recorded requests of which a member is lost: each was sent to see what the server does with a member that the
/// contract doesn't name. (It ignores it, and so do the types.)
const UNDECLARED: &[(&str, &str)] =
    &[("project.update", "/nope"), ("app.log", "/zzz"), ("session.create", "/zzz")];

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn lines(path: &PathBuf) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(|line| serde_json::from_str(line).expect("a recording is JSON")).collect()
}

/// A validator of a schema of the contract.
fn validator(contract: &Value, schema: &Value) -> jsonschema::Validator {
    let mut root = schema.clone();
    root["components"] = contract["components"].clone();
    jsonschema::draft202012::new(&root).expect("the contract holds valid schemas")
}

#[test]
fn recorded_events_survive() {
    let contract = contract();
    let reference = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let event = validator(&contract, &reference("Event"));
    let global = validator(&contract, &reference("GlobalEvent"));
    let mut files: Vec<PathBuf> = std::fs::read_dir(data(""))
        .expect("test data")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let (mut conforming, mut total, mut failures) = (0, 0, Vec::new());
    for file in files {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if !name.starts_with("events-") {
            continue;
        }
        for (number, value) in lines(&file).iter().enumerate() {
            let is_global = value.get("payload").is_some();
            let valid = if is_global { global.is_valid(value) } else { event.is_valid(value) };
            let again = if is_global {
                round_trip::<opencode_types::GlobalEvent>(value)
            } else {
                round_trip::<opencode_types::Event>(value)
            };
            total += 1;
            conforming += usize::from(valid);
            match again {
                Ok(again) => failures.extend(difference(value, &again, &format!("{name}:{}", number + 1))),
                // A shortened recording is no event of the contract; every other must decode.
                Err(error) if valid => failures.push(format!("{name}:{}: {error}", number + 1)),
                Err(_) => {}
            }
        }
    }
    assert!(failures.is_empty(), "{} of {total} events:\n{}", failures.len(), failures.join("\n"));
    assert!(conforming > 1900, "{conforming} of {total} recorded events conform to the contract");
}

#[test]
fn recorded_bodies_survive() {
    let contract = contract();
    let mut operations: BTreeMap<&str, &Value> = BTreeMap::new();
    for operation in contract["paths"]
        .as_object()
        .expect("paths")
        .values()
        .flat_map(|item| item.as_object().expect("an item").values())
    {
        operations.insert(operation["operationId"].as_str().expect("an id"), operation);
    }
    let mut validators: BTreeMap<(String, &str), jsonschema::Validator> = BTreeMap::new();
    let (mut checked, mut failures) = (0, Vec::new());
    for exchange in lines(&data("opencode-1.2.6.jsonl")) {
        let Some(operation) = exchange["op"].as_str().and_then(|id| operations.get(id)) else { continue };
        let id = operation["operationId"].as_str().expect("an id");
        let sides = [
            (
                "request",
                "/requestBody/content/application~1json/schema",
                &exchange["request"]["body"],
                generated::BODIES,
            ),
            (
                "answer",
                "/responses/200/content/application~1json/schema",
                &exchange["response"]["body"],
                generated::ANSWERS,
            ),
        ];
        for (side, pointer, body, table) in sides {
            let ok = exchange["response"]["status"] == 200;
            let (Some(schema), Some((_, round_trip)), true) = (
                operation.pointer(pointer),
                table.iter().find(|(other, _)| *other == id),
                ok && !body.is_null(),
            ) else {
                continue;
            };
            let validator =
                validators.entry((id.to_owned(), side)).or_insert_with(|| validator(&contract, schema));
            if !validator.is_valid(body) {
                continue;
            }
            checked += 1;
            let place = format!("{id} {} {side}", exchange["case"]);
            match round_trip(body) {
                Ok(again) => failures.extend(difference(body, &again, &place).filter(|text| {
                    !UNDECLARED.iter().any(|(operation, member)| *operation == id && text.contains(member))
                })),
                Err(error) => failures.push(format!("{place}: {error}")),
            }
        }
    }
    assert!(failures.is_empty(), "{} of {checked} bodies:\n{}", failures.len(), failures.join("\n"));
    assert!(checked > 400, "{checked} recorded bodies conform to the contract");
}
