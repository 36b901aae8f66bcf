//! Every rule can fail, and a right answer passes.

use serde_json::json;

use super::*;

fn judged(operation: &str, status: u16, content_type: &str, body: &[u8]) -> Vec<(Rule, String)> {
    let contract = crate::embedded_contract();
    let judge = Judge::new(&contract, Vec::new()).expect("the contract compiles");
    let operation = &contract.operations[operation];
    let content_type = (!content_type.is_empty()).then(|| content_type.to_owned());
    let received = Received { status, content_type, body: body.to_vec() };
    let (findings, _) = judge.answer(operation, &operation.success_statuses(), &received);
    findings.into_iter().map(|finding| (finding.rule, finding.pointer)).collect()
}

const JSON: &str = "application/json; charset=utf-8";

#[test]
fn a_right_answer_has_no_finding() {
    assert_eq!(judged("global.health", 200, JSON, br#"{"healthy": true, "version": "x", "more": 1}"#), []);
    assert_eq!(judged("session.prompt_async", 204, "", b""), []);
}

#[test]
fn statuses_must_be_documented_and_right_for_a_valid_call() {
    assert_eq!(judged("global.health", 500, JSON, b"{}"), [(Rule::ServerError, String::new())]);
    let not_found = json!({"name": "NotFoundError", "data": {"message": "no"}}).to_string();
    assert_eq!(judged("session.get", 404, JSON, not_found.as_bytes()), [(Rule::RefusedValid, String::new())]);
}

#[test]
fn content_types_must_be_documented() {
    let body = br#"{"healthy": true, "version": "x"}"#;
    assert_eq!(judged("global.health", 200, "text/plain", body), [(Rule::ContentType, String::new())]);
    assert_eq!(judged("global.health", 200, "", body), [(Rule::ContentType, String::new())]);
}

#[test]
fn bodies_must_be_there_and_fit() {
    let body = |body: &[u8]| judged("global.health", 200, JSON, body);
    assert_eq!(body(b""), [(Rule::Body, String::new())]);
    assert_eq!(body(b"{"), [(Rule::Body, String::new())]);
    assert_eq!(body(br#"{"healthy": false, "version": "x"}"#), [(Rule::Body, "/healthy".into())]);
    assert_eq!(body(br#"{"healthy": true}"#), [(Rule::Body, String::new())]);
    assert_eq!(judged("session.prompt_async", 204, "", b"{}"), [(Rule::Body, String::new())]);
}

#[test]
fn every_schema_of_the_contract_compiles() {
    let contract = crate::embedded_contract();
    let judge = Judge::new(&contract, Vec::new()).expect("the contract compiles");
    for operation in contract.operations.values() {
        let answers = operation.answers.values().flat_map(|answer| answer.content.values());
        for schema in answers.chain(operation.body.iter().map(|body| &body.schema)) {
            judge
                .contract
                .validator(schema)
                .unwrap_or_else(|error| panic!("{}: {schema}: {error}", operation.id));
        }
    }
}

#[test]
fn a_difference_that_the_errata_explain_is_known() {
    let contract = crate::embedded_contract();
    let pointer = "/components/schemas/VcsInfo";
    let mut corrected = contract.document.pointer(pointer).expect("a schema").clone();
    corrected["required"] = json!([]);
    let judge = Judge::new(&contract, vec![(pointer.to_owned(), corrected)]).expect("the contract compiles");
    let known = |value| {
        let findings = judge.value(pointer, &value, Rule::Body);
        findings.into_iter().map(|finding| finding.known).collect::<Vec<_>>()
    };
    assert_eq!(known(json!({"branch": "main"})), [] as [bool; 0]);
    assert_eq!(known(json!({})), [true]);
    assert_eq!(known(json!({"branch": 5})), [false]);
    let wrong = judge.value(pointer, &json!({"branch": 5}), Rule::Body);
    assert!(wrong[0].message.ends_with("(by the contract as its errata correct it)"), "{wrong:?}");
}
