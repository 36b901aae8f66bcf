//! The real contract against itself with one kind of mutation at many places at once, told there and back: every
//! mutated place is named in every direction in which it flows, with the level that the kind predicts, and no other.

mod kinds;
mod on_operations;
mod sites;

use opencode_spec::diff::{Change, Direction, Level};
use opencode_spec::document::Document;
use serde_json::{Map, Value, json};

use self::kinds::{KINDS, SAME, Told, is};
use self::sites::{Site, mutated, sites};
use crate::schemas::rows::{Row, rows};
use crate::support::{changes, document, line};

pub fn contract() -> Value {
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/opencode-1.2.6.json"));
    serde_json::from_str(&text.expect("the contract is there")).expect("JSON")
}

/// The contract with each kind of mutation, by the name of the kind.
pub fn every_mutation() -> Vec<(&'static str, Value)> {
    let contract = contract();
    let sites = sites(&contract);
    KINDS.iter().map(|kind| (kind.0, mutated(&contract, &sites, kind, false).0)).collect()
}

fn shown(change: &Change) -> String {
    let place = change.new.as_ref().or(change.old.as_ref()).map(|place| place.pointer.to_string());
    format!("{} at {}", line(change), place.unwrap_or_default())
}

fn is_at(change: &Change, site: &Site) -> bool {
    [&change.old, &change.new].into_iter().flatten().any(|place| place.pointer == site.pointer)
}

/// Sees that `found` is what `told` asks for at each site.
fn check(
    name: &str,
    found: &[Change],
    chosen: &[&Site],
    expected: impl Fn(Option<Direction>) -> (String, Level),
) {
    for site in chosen {
        let directions: Vec<Option<Direction>> = if expected(None).0.is_empty() {
            site.directions.iter().copied().map(Some).collect()
        } else {
            vec![None]
        };
        for direction in directions {
            let (end, level) = expected(direction);
            let there: Vec<&Change> =
                found.iter().filter(|change| is_at(change, site) && change.direction == direction).collect();
            let [one] = there.as_slice() else {
                panic!(
                    "{name}: {direction:?} at {}: {:#?}",
                    site.pointer,
                    there.iter().map(|change| shown(change)).collect::<Vec<_>>()
                )
            };
            assert!(
                one.rule.ends_with(&end) && one.level == level,
                "{name}: expected {level:?} {end}: {}",
                shown(one)
            );
            assert!(!one.operations.is_empty(), "{name}: no operation reaches it: {}", shown(one));
        }
    }
    for change in found {
        assert!(
            chosen.iter().any(|site| is_at(change, site)),
            "{name}: nothing was mutated there: {}",
            shown(change)
        );
    }
}

#[test]
fn a_contract_is_equal_to_itself() {
    let one = document(&contract());
    assert_eq!(changes(&one, &one).len(), 0);
}

#[test]
fn every_mutation_of_a_schema_is_told_at_its_place() {
    let contract = contract();
    let sites = sites(&contract);
    assert!(sites.len() > 1000, "{}", sites.len());
    let original = document(&contract);
    let mut places = 0;
    for kind in &KINDS {
        let (name, told, _) = kind;
        let (mutated, chosen) = mutated(&contract, &sites, kind, matches!(told, Told::Text(_)));
        assert!(!chosen.is_empty(), "{name}: nowhere in the contract");
        places += chosen.len();
        let mutated = document(&mutated);
        for (forward, old, new) in [(true, &original, &mutated), (false, &mutated, &original)] {
            let found = changes(old, new);
            check(name, &found, &chosen, |direction| match (told, direction) {
                (Told::Text(rule), None) => ((*rule).to_owned(), Level::DocumentOnly),
                (_, None) | (Told::Nothing | Told::Text(_), _) => (String::new(), Level::Compatible),
                (Told::Rule(there, back, set), Some(direction)) => {
                    let (end, set) = if forward { (there, *set) } else { (back, set.reversed()) };
                    (format!("-{end}"), set.level(direction))
                }
                (Told::Directed(there, back), Some(direction)) => {
                    let rules = if forward { there } else { back };
                    let (rule, level) = rules[usize::from(direction == Direction::Response)];
                    (rule.to_owned(), level)
                }
            });
        }
    }
    assert!(places > 800, "{places}");
}

#[test]
fn every_pair_of_schemas_is_told_wherever_it_stands() {
    let contract = contract();
    let rows = rows();
    let sites = sites(&contract);
    let is_plain =
        |site: &&Site| !site.member && site.pointer.get(&contract).is_some_and(|schema| is(schema, "string"));
    let places: Vec<&Site> = sites.iter().filter(is_plain).collect();
    assert!(places.len() > 4 * rows.len(), "{} places for {} pairs", places.len(), rows.len());
    let (mut before, mut after) = (contract.clone(), contract.clone());
    for (place, Row(_, _, _, old, new)) in places.iter().zip(rows.iter().cycle()) {
        for (contract, schema) in [(&mut before, old), (&mut after, new)] {
            let schema_there = contract.pointer_mut(&place.pointer.to_string()[1..]);
            schema_there.expect("the place is there").clone_from(schema);
        }
    }
    let (before, after) = (document(&before), document(&after));
    for (forward, old, new) in [(true, &before, &after), (false, &after, &before)] {
        let mut found = changes(old, new);
        for (number, Row(there, back, set, ..)) in rows.iter().enumerate() {
            let chosen: Vec<&Site> = places.iter().copied().skip(number).step_by(rows.len()).collect();
            let is_here = |change: &mut Change| chosen.iter().any(|site| is_at(change, site));
            let here: Vec<Change> = found.extract_if(.., is_here).collect();
            let (end, set) = if forward { (there, *set) } else { (back, set.reversed()) };
            check(end, &here, &chosen, |direction| match direction {
                None => (String::new(), Level::Compatible),
                Some(direction) => (format!("-{end}"), set.level(direction)),
            });
        }
        assert!(found.is_empty(), "{:#?}", found.iter().map(shown).collect::<Vec<_>>());
    }
}

#[test]
fn the_same_in_other_words_is_told_nowhere() {
    let contract = contract();
    let sites = sites(&contract);
    let original = document(&contract);
    for kind in &SAME {
        let (mutated, chosen) = mutated(&contract, &sites, kind, true);
        assert!(chosen.len() > 5, "{}: only {} places", kind.0, chosen.len());
        let mutated = document(&mutated);
        for (old, new) in [(&original, &mutated), (&mutated, &original)] {
            let found = changes(old, new);
            assert!(found.is_empty(), "{}: {:#?}", kind.0, found.iter().map(shown).collect::<Vec<_>>());
        }
    }
}

#[test]
fn named_schemas_may_be_renamed_written_out_or_given_a_name() {
    let contract = contract();
    let original = document(&contract);
    let text = serde_json::to_string(&contract).expect("JSON");
    let mut renamed = text.clone();
    for name in ["Session", "Part", "Event", "Config"] {
        renamed = renamed
            .replace(&format!("#/components/schemas/{name}\""), &format!("#/components/schemas/Zz{name}\""));
        renamed = renamed.replacen(&format!("\"{name}\":{{"), &format!("\"Zz{name}\":{{"), 1);
    }
    let renamed: Value = serde_json::from_str(&renamed).expect("JSON");
    let mut named = contract.clone();
    let mut moved = Map::new();
    for site in sites(&contract).iter().filter(|site| site.pointer.to_string().contains("/paths/")) {
        let pointer = site.pointer.to_string();
        let place = named.pointer_mut(&pointer[1..]);
        if let Some(place) = place.filter(|place| place.get("properties").is_some()) {
            let name = format!("Zz{}", moved.len());
            let schema = std::mem::replace(place, json!({"$ref": format!("#/components/schemas/{name}")}));
            moved.insert(name, schema);
        }
    }
    assert!(moved.len() > 20, "{}", moved.len());
    named["components"]["schemas"].as_object_mut().expect("schemas").extend(moved);
    for other in [renamed, named] {
        let other: Document = document(&other);
        for (old, new) in [(&original, &other), (&other, &original)] {
            let found = changes(old, new);
            assert!(found.is_empty(), "{:#?}", found.iter().map(shown).collect::<Vec<_>>());
        }
    }
}
