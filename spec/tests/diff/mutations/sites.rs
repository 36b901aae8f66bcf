//! The schemas of the contract that can be mutated, and the mutated contract.

use std::collections::{BTreeMap, BTreeSet};

use opencode_spec::diff::Direction;
use opencode_spec::document::Pointer;
use serde_json::Value;

use super::kinds::{Kind, list};

/// Places per kind: all of them would test the same a thousand times over.
const SITES: usize = 40;

/// A schema of the contract.
#[derive(Clone, Debug)]
pub struct Site {
    pub pointer: Pointer,
    /// Whether it is a member of a union: which one it belongs to after a mutation is a question of its own.
    pub member: bool,
    pub directions: BTreeSet<Direction>,
}

/// Every schema that some operation carries, with the directions in which it does.
pub fn sites(contract: &Value) -> Vec<Site> {
    let mut sites = Vec::new();
    let mut flows: BTreeMap<String, BTreeSet<Direction>> = BTreeMap::new();
    for operation in opencode_spec::document::operations(contract) {
        for (index, parameter) in operation.value["parameters"].as_array().into_iter().flatten().enumerate() {
            let pointer = operation.pointer.child("parameters").index(index).child("schema");
            schema(&parameter["schema"], pointer, &[Direction::Request].into(), false, &mut sites);
        }
        let media = |holder: &'static str| operation.pointer.child(holder);
        for (name, content) in operation.value["requestBody"]["content"].as_object().into_iter().flatten() {
            let pointer = media("requestBody").below(&["content", name, "schema"]);
            schema(&content["schema"], pointer, &[Direction::Request].into(), false, &mut sites);
        }
        for (status, answer) in operation.value["responses"].as_object().into_iter().flatten() {
            for (name, content) in answer["content"].as_object().into_iter().flatten() {
                let pointer = media("responses").below(&[status, "content", name, "schema"]);
                schema(&content["schema"], pointer, &[Direction::Response].into(), false, &mut sites);
            }
        }
        for (place, direction) in [
            ("parameters", Direction::Request),
            ("requestBody", Direction::Request),
            ("responses", Direction::Response),
        ] {
            flow(contract, &operation.value[place], direction, &mut flows);
        }
    }
    for (name, directions) in flows {
        let pointer = Pointer::root().below(&["components", "schemas", &name]);
        schema(&contract["components"]["schemas"][&name], pointer, &directions, false, &mut sites);
    }
    sites
}

/// Notes that everything named below `value` flows in `direction`.
fn flow(
    contract: &Value,
    value: &Value,
    direction: Direction,
    flows: &mut BTreeMap<String, BTreeSet<Direction>>,
) {
    match value {
        Value::Object(members) => {
            if let Some(name) =
                members.get("$ref").and_then(Value::as_str).and_then(|text| text.rsplit('/').next())
                && flows.entry(name.to_owned()).or_default().insert(direction)
            {
                flow(contract, &contract["components"]["schemas"][name], direction, flows);
            }
            members.values().for_each(|member| flow(contract, member, direction, flows));
        }
        Value::Array(elements) => {
            elements.iter().for_each(|element| flow(contract, element, direction, flows))
        }
        _ => {}
    }
}

fn schema(
    value: &Value,
    pointer: Pointer,
    directions: &BTreeSet<Direction>,
    member: bool,
    sites: &mut Vec<Site>,
) {
    if value.as_object().is_none_or(|schema| schema.is_empty() || schema.contains_key("$ref")) {
        return;
    }
    sites.push(Site { pointer: pointer.clone(), member, directions: directions.clone() });
    for (name, property) in value["properties"].as_object().into_iter().flatten() {
        schema(property, pointer.below(&["properties", name]), directions, false, sites);
    }
    for keyword in ["items", "additionalProperties"] {
        if value[keyword].is_object() {
            schema(&value[keyword], pointer.child(keyword), directions, false, sites);
        }
    }
    for (index, inner) in list(value, "anyOf").iter().enumerate() {
        schema(inner, pointer.child("anyOf").index(index), directions, true, sites);
    }
}

/// The contract with the mutation at up to [`SITES`] places that are not inside each other, spread over all.
pub fn mutated<'s>(
    contract: &Value,
    sites: &'s [Site],
    kind: &Kind,
    members: bool,
) -> (Value, Vec<&'s Site>) {
    let fitting: Vec<(&Site, Value)> = sites
        .iter()
        .filter(|site| members || !site.member)
        .filter_map(|site| Some((site, (kind.2)(site.pointer.get(contract)?)?)))
        .collect();
    let step = (fitting.len() / SITES).max(1);
    let mut chosen: Vec<&Site> = Vec::new();
    let mut result = contract.clone();
    for (site, schema) in fitting.into_iter().step_by(step) {
        let apart = |other: &&Site| {
            !site.pointer.is_within(&other.pointer) && !other.pointer.is_within(&site.pointer)
        };
        if chosen.iter().all(apart) {
            let pointer = site.pointer.to_string();
            *result.pointer_mut(&pointer[1..]).expect("the site is there") = schema;
            chosen.push(site);
        }
    }
    (result, chosen)
}
