//! The JSON format keeps to the JSON Schema that is published.

use std::path::Path;

use opencode_spec::diff::{Change, Level, Subject};
use opencode_spec::present::{Format, Look, SCHEMA, present, schema};
use serde_json::{Value, json};

use crate::samples;

fn published() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(SCHEMA);
    let text = std::fs::read_to_string(path).expect("the schema is checked in");
    assert_eq!(text, schema(), "to repair: cargo contract regenerate");
    serde_json::from_str(&text).expect("the schema is JSON")
}

pub fn assert_valid(report: &Value) {
    let validator = jsonschema::validator_for(&published()).expect("the schema is one");
    let errors: Vec<String> = validator
        .iter_errors(report)
        .map(|error| format!("{} at {}", error, error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

fn report(changes: Vec<Change>) -> Value {
    let text = present(&samples::judged(changes), Format::Json, Look::default());
    serde_json::from_str(&text).expect("the report is JSON")
}

#[test]
fn a_report_is_valid() {
    let document = Change { subject: Subject::Document, ..samples::bare(3, Level::DocumentOnly) };
    let report = report(vec![samples::full(1), samples::bare(2, Level::Unknown), document]);
    assert_valid(&report);
    assert_eq!(report["fails"], json!(true));
    let counts = json!({"breaking": 1, "unknown": 1, "breaking-for-servers": 0, "compatible": 0, "document-only": 1, "accepted": 0});
    assert_eq!(report["counts"], counts);
    let subjects: Vec<&Value> = report["changes"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|change| &change["subject"]["kind"])
        .collect();
    assert_eq!(subjects, ["schema", "operation", "document"]);
    assert_valid(&self::report(Vec::new()));
}

#[test]
fn another_report_is_not_valid() {
    let validator = jsonschema::validator_for(&published()).expect("the schema is one");
    let good = report(vec![samples::full(1)]);
    let alter = |pointer: &str, value: Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).expect("it stands there") = value;
        assert!(!validator.is_valid(&bad), "{pointer}");
    };
    alter("/changes/0/level", json!("harmless"));
    alter("/changes/0/subject/kind", json!("planet"));
    alter("/changes/0/fingerprint", Value::Null);
    alter("/changes/0/old/line", json!("12"));
    alter("/changes/0/witness", json!({}));
    alter("/counts", json!({"breaking": 1}));
    alter("/failOn", json!("sometimes"));
}
