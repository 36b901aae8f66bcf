//! Every rule about schemas: one row is a pair of schemas, compared forwards and backwards, in a body, in an answer and
//! in a parameter.

pub mod rows;

use std::collections::BTreeSet;

use opencode_spec::diff::{Direction, Level, rule};
use serde_json::{Value, json};

use self::rows::{Row, directed, rows, rows_inside};
use crate::support::Set;
use crate::support::{both_ways, line, lines, with_parameter};

/// What a change of this kind must be told as, when the value flows both ways.
fn expected(end: &str, set: Set, at: &str) -> Vec<String> {
    [(Direction::Request, "request"), (Direction::Response, "response")]
        .map(|(direction, word)| {
            let level = set.level(direction).name();
            format!("{level} {word}-property-{end} {word} Thing: {at}")
        })
        .to_vec()
}

/// Rules that `rows` produced, for the test that none is dead.
pub fn produced() -> BTreeSet<&'static str> {
    let mut rules = BTreeSet::new();
    let mut note = |old: &Value, new: &Value| {
        for (left, right) in [(old, new), (new, old)] {
            for make in [both_ways, with_parameter] {
                let changes = crate::support::changes(&make(left), &make(right));
                rules.extend(changes.iter().map(|change| change.rule));
            }
        }
    };
    for Row(_, _, _, old, new) in rows().into_iter().chain(rows_inside().into_iter().map(|(row, _)| row)) {
        note(&old, &new);
    }
    for (_, old, new) in directed() {
        note(&old, &new);
    }
    note(&json!({"type": "string", "default": "a"}), &json!({"type": "string", "default": "b"}));
    rules
}

#[test]
fn a_schema_change_has_its_rule_and_level_in_both_directions() {
    let plain = rows().into_iter().map(|row| (row, "x"));
    for (Row(there, back, set, old, new), at) in plain.chain(rows_inside()) {
        assert_eq!(lines(&both_ways(&old), &both_ways(&new)), expected(there, set, at), "{old} -> {new}");
        assert_eq!(
            lines(&both_ways(&new), &both_ways(&old)),
            expected(back, set.reversed(), at),
            "{new} -> {old}"
        );
    }
}

/// The levels of the changes of a request.
fn levels_of_a_request(old: &Value, new: &Value) -> Vec<Level> {
    let changes = crate::support::changes(&both_ways(old), &both_ways(new));
    let of_request = changes.iter().filter(|change| change.direction == Some(Direction::Request));
    of_request.map(|change| change.level).collect()
}

#[test]
fn a_value_that_is_refused_now_is_never_passed_over() {
    let text = || json!({"type": "string"});
    let whole = || json!({"type": "integer"});
    let number = || json!({"type": "number"});
    let object = |name: &str, member: Value, rest: Value| json!({"type": "object", "properties": {name: member}, "additionalProperties": rest});
    let inner = || json!({"type": "object", "properties": {"q": {"type": "string"}}});
    for (old, new) in [
        // A value of a few that a bound refuses.
        (json!({"enum": ["ab", "c"]}), json!({"type": "string", "minLength": 2})),
        (json!({"enum": ["ab", "c"]}), json!({"type": "string", "pattern": "^(?=a)"})),
        // Two members of a `oneOf` that allow the same refuse it.
        (
            json!({"oneOf": [{"enum": ["a"]}, {"enum": ["b"]}]}),
            json!({"oneOf": [{"enum": ["a", "b"]}, {"enum": ["b"]}]}),
        ),
        (
            json!({"oneOf": [{"type": "integer", "maximum": 1}, {"type": "integer", "minimum": 5}]}),
            json!({"oneOf": [{"type": "integer", "maximum": 6}, {"type": "integer", "minimum": 5}]}),
        ),
        (json!({"oneOf": [text(), whole()]}), json!({"oneOf": [text(), whole(), number()]})),
        // A choice whose type is ruled out beside it.
        (
            json!({"type": "integer", "maximum": 3}),
            json!({"allOf": [{"anyOf": [{"type": "integer", "maximum": 3}, number()]}, text()]}),
        ),
        // Members that fall under what is said of all others.
        (object("p", inner(), json!(false)), json!({"type": "object", "additionalProperties": text()})),
        (json!({"type": "object", "additionalProperties": whole()}), object("p", inner(), whole())),
        (
            json!({"type": "object", "patternProperties": {"^a": text()}, "additionalProperties": false}),
            json!({"type": "object", "patternProperties": {"^a": text()}, "properties": {"ab": whole()}, "additionalProperties": false}),
        ),
    ] {
        let levels = levels_of_a_request(&old, &new);
        let is_told = |level: &Level| matches!(level, Level::Breaking | Level::Unknown);
        assert!(levels.iter().any(is_told), "{old} -> {new}: {levels:?}");
    }
}

#[test]
fn what_is_allowed_as_before_breaks_no_request() {
    let text = || json!({"type": "string"});
    for (old, new) in [
        (json!({"const": "a"}), json!({"type": "string", "pattern": "^a"})),
        (json!({"enum": ["ab", "ac"]}), json!({"type": "string", "minLength": 1, "maxLength": 2})),
        (json!({"enum": [1, 3]}), json!({"type": "integer", "minimum": 1})),
        (json!({"enum": ["a", "b"]}), json!({"anyOf": [{"enum": ["c", "b"]}, text()]})),
        (json!({"enum": ["a", "b"]}), json!({"anyOf": [{"enum": ["a", "b"]}, text()]})),
        (
            json!({"type": "boolean"}),
            json!({"anyOf": [{"type": "boolean"}, {"anyOf": [{"type": "boolean"}, text()]}]}),
        ),
        (text(), json!({"anyOf": [{"enum": ["a", "b"]}, {}]})),
        (text(), json!({"anyOf": [{"enum": ["a", "b"]}, text()]})),
        (
            json!({"oneOf": [text(), {"type": "integer"}]}),
            json!({"oneOf": [text(), {"type": "integer"}, {"type": "boolean"}]}),
        ),
    ] {
        let levels = levels_of_a_request(&old, &new);
        assert!(!levels.contains(&Level::Breaking), "{old} -> {new}: {levels:?}");
    }
}

#[test]
fn a_parameter_has_rules_of_its_own_where_it_matters() {
    for Row(there, back, set, old, new) in rows() {
        for (end, set, left, right) in [(there, set, &old, &new), (back, set.reversed(), &new, &old)] {
            let own = format!("request-parameter-{end}");
            let id = if rule(&own).is_some() { own } else { format!("request-property-{end}") };
            let level = set.level(Direction::Request).name();
            assert_eq!(
                lines(&with_parameter(left), &with_parameter(right)),
                [format!("{level} {id} request thing.get: query parameter q")],
                "{left} -> {right}"
            );
        }
    }
}

#[test]
fn a_value_that_a_keyword_cannot_have_is_told_as_unknown() {
    let text = || json!({"type": "string"});
    for (keyword, before, after) in [
        ("type", json!("text"), json!("word")),
        ("type", json!(null), json!(["number", []])),
        ("enum", json!("a"), json!("b")),
        ("required", json!("a"), json!("b")),
        ("required", json!([1]), json!([2])),
        ("minimum", json!("1"), json!("2")),
        ("exclusiveMinimum", json!(true), json!(false)),
        ("minLength", json!(-1), json!(-2)),
        ("uniqueItems", json!("yes"), json!("no")),
        ("pattern", json!(1), json!(2)),
        ("format", json!(1), json!(2)),
        ("$ref", json!(1), json!(2)),
        ("items", json!([text()]), json!([{"type": "number"}])),
        ("additionalProperties", json!("a"), json!("b")),
        ("propertyNames", json!({"type": "text"}), json!({"type": "word"})),
        ("properties", json!(["a"]), json!(["b"])),
        ("properties", json!({"title": 1}), json!({"title": 2})),
        ("patternProperties", json!({"a": 1}), json!({"a": 2})),
        ("dependentRequired", json!({"a": "b"}), json!({"a": "c"})),
        ("anyOf", json!({"a": 1}), json!({"a": 2})),
        ("anyOf", json!([1, 2]), json!([1, 3])),
        ("allOf", json!(1), json!(2)),
        ("oneOf", json!([]), json!(null)),
        ("prefixItems", json!({"a": 1}), json!({"a": 2})),
        ("not", json!(1), json!(2)),
        ("not", json!({"anyOf": {"a": 1}}), json!({"anyOf": {"a": 2}})),
        ("dependentSchemas", json!([1]), json!([2])),
        ("dependentSchemas", json!({"title": {"required": ["a"]}}), json!({"title": {"required": ["b"]}})),
    ] {
        let schema = |value: &Value| json!({keyword: value});
        let (old, new) = (schema(&before), schema(&after));
        for make in [both_ways, with_parameter] {
            let found = crate::support::changes(&make(&old), &make(&new));
            let told = |change: &opencode_spec::diff::Change| {
                change.level == Level::Unknown
                    && ["keyword-changed", "condition-changed"].iter().any(|end| change.rule.ends_with(end))
            };
            assert!(
                found.iter().any(told),
                "{old} -> {new}: {:?}",
                found.iter().map(line).collect::<Vec<_>>()
            );
            assert_eq!(lines(&make(&old), &make(&old)), [""; 0]);
        }
    }
}

#[test]
fn a_long_value_is_cut_in_a_message() {
    let long = |end: &str| format!("{}{end}", "x".repeat(200_000));
    for (old, new) in [
        (json!({"enum": ["a", "b"]}), json!({"enum": ["a", "b", long("")]})),
        (json!({"const": long("a")}), json!({"const": long("b")})),
        (json!({"type": "string"}), json!({"enum": [long("a"), long("b")]})),
        (json!({"type": "string", "default": long("a")}), json!({"type": "string", "default": [long("b")]})),
        (json!({"type": "string", "pattern": long("a")}), json!({"type": "string", "pattern": long("b")})),
    ] {
        let found = crate::support::changes(&both_ways(&old), &both_ways(&new));
        assert_ne!(found.len(), 0);
        for change in found {
            assert!(change.message.len() < 1000, "{}: {}", change.rule, change.message.len());
        }
    }
}

#[test]
fn another_default_is_another_answer_to_silence() {
    let (a, b) = (json!({"type": "string", "default": "a"}), json!({"type": "string", "default": "b"}));
    assert_eq!(
        lines(&both_ways(&a), &both_ways(&b)),
        [
            "breaking request-property-default-value-changed request Thing: x",
            "unknown response-property-default-value-changed response Thing: x"
        ]
    );
    assert_eq!(
        lines(&with_parameter(&a), &with_parameter(&b)),
        ["breaking request-parameter-default-value-changed request thing.get: query parameter q"]
    );
}

#[test]
fn what_a_property_means_depends_on_what_its_object_says_of_others() {
    for (told, old, new) in directed() {
        let told: Vec<String> = told
            .iter()
            .zip(["request", "response"])
            .map(|(rule, direction)| format!("{rule} {direction} Thing: x.b"))
            .collect();
        assert_eq!(lines(&both_ways(&old), &both_ways(&new)), told, "{old} -> {new}");
    }
}

#[test]
fn a_change_shows_its_values_and_the_schemas_that_it_is_in() {
    let (old, new) = (
        both_ways(
            &json!({"type": "object", "properties": {"a": {"type": "string", "minLength": 1}, "b": {}}}),
        ),
        both_ways(
            &json!({"type": "object", "properties": {"a": {"type": "string", "minLength": 2}}, "required": ["a"]}),
        ),
    );
    let changes = crate::support::changes(&old, &new);
    let bound = changes.iter().find(|change| change.rule == "request-property-min-length-increased");
    let bound = bound.unwrap_or_else(|| panic!("{:?}", changes.iter().map(line).collect::<Vec<_>>()));
    assert_eq!((&bound.before, &bound.after), (&Some(json!(1)), &Some(json!(2))));
    assert_eq!(bound.message, "`minLength` is 2, was 1");
    let place = bound.new.as_ref().expect("it is there");
    assert_eq!(place.pointer.to_string(), "#/components/schemas/Thing/properties/x/properties/a");
    let line_of = |position: opencode_spec::diagnostic::Position| new.text().lines().nth(position.line - 1);
    assert!(line_of(place.position).is_some_and(|line| line.contains("\"minLength\": 2")), "{place:?}");
    // What a property is to its object is in the object: a witness is one of its values.
    let removed =
        changes.iter().find(|change| change.rule == "request-property-removed").expect("`b` is gone");
    for place in [&removed.old, &removed.new] {
        let place = place.as_ref().expect("both have the object");
        assert_eq!(place.pointer.to_string(), "#/components/schemas/Thing/properties/x");
    }
}
