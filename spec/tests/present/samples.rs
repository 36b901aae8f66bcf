//! Comparisons made by hand, for what no document gives easily.

use opencode_spec::diagnostic::Position;
use opencode_spec::diff::{
    Change, Contract, Diff, Direction, Effect, EffectKind, Level, Place, Subject, Valid, Witness,
};
use opencode_spec::document::Pointer;
use opencode_spec::policy::{Acceptances, Date, FailOn, Judged, Severities, judge};
use serde_json::json;

/// A day on which nothing of these tests has expired.
pub fn today() -> Date {
    "2026-01-01".parse().expect("a date")
}

pub fn judged(changes: Vec<Change>) -> Judged {
    judge(diff(changes), &Severities::default(), &Acceptances::default(), FailOn::Breaking, today())
}

pub fn diff(changes: Vec<Change>) -> Diff {
    let contract = |source: &str, digest: &str| Contract {
        source: source.to_owned(),
        digest: digest.repeat(64),
        operations: 98,
        schemas: 149,
    };
    Diff { old: contract("old.json", "a"), new: contract("new.json", "b"), changes }
}

pub fn fingerprint(number: usize) -> String {
    format!("{number:016x}")
}

/// A change of a schema with all that a change can have.
pub fn full(number: usize) -> Change {
    let place = |line| {
        Some(Place {
            pointer: Pointer::root().below(&["components", "schemas", "Session", "properties", "title"]),
            position: Position { line, column: 9 },
        })
    };
    Change {
        rule: "response-property-type-changed",
        level: Level::Breaking,
        direction: Some(Direction::Response),
        subject: Subject::Schema { name: "Session".to_owned() },
        operations: ["a", "b", "c", "d", "e", "f"].map(str::to_owned).to_vec(),
        at: "title".to_owned(),
        old: place(12),
        new: place(14),
        message: "the type of `title` is `integer`, was `string`".to_owned(),
        reason: Some("callers read it as before".to_owned()),
        before: Some(json!("string")),
        after: Some(json!("integer")),
        witness: Some(Witness {
            value: json!({"title": 1}),
            valid: Valid::After,
            error: "1 is not of type \"string\"".to_owned(),
        }),
        effects: vec![Effect {
            kind: EffectKind::Field,
            item: "types::Session::title".to_owned(),
            what: "is `i64`, was `String`".to_owned(),
        }],
        fingerprint: fingerprint(number),
    }
}

/// A change of the bare minimum.
pub fn bare(number: usize, level: Level) -> Change {
    Change {
        rule: "endpoint-added",
        level,
        direction: None,
        subject: Subject::Operation {
            id: "session.get".to_owned(),
            method: "GET".to_owned(),
            path: "/session/{sessionID}".to_owned(),
        },
        operations: vec!["session.get".to_owned()],
        at: String::new(),
        old: None,
        new: None,
        message: "something changed".to_owned(),
        reason: None,
        before: None,
        after: None,
        witness: None,
        effects: Vec::new(),
        fingerprint: fingerprint(number),
    }
}
