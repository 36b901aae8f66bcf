//! Bodies that cannot be read at all. What can be read and does not fit is the generated cases' affair.

use serde_json::{Value, json};

use crate::contract::Operation;
use crate::judge::{Finding, Rule};
use crate::report::Verdict;

use super::room::{Room, fails};
use super::wire::{Reply, Request};

/// Deep enough to exhaust the stack of a decoder that calls itself for each level.
const LEVELS: usize = 20_000;
const FIRST: &str = "malformed JSON";
const NESTED: &str = "deep nesting";

/// What is cut or garbled on its way must be refused, and must not pass for a fault of the server.
pub(super) async fn unreadable(room: &Room<'_, '_>, operation: &Operation) {
    let Some(body) = &operation.body else { return };
    if room.is_off_limits(operation) {
        return;
    }
    let mut bodies: Vec<(&str, Vec<u8>)> = vec![
        (FIRST, b"{\"conformance\" 1}".to_vec()),
        ("truncated JSON", b"{\"conformance\": {\"a\": [1, 2".to_vec()),
        ("two values", b"{} {}".to_vec()),
    ];
    let nested = [b"[".repeat(LEVELS), b"]".repeat(LEVELS)].concat();
    if misfits(room, &body.schema, &json!([])) {
        bodies.push((NESTED, nested));
    }
    // Accepted, these would do something: a session, or a line in the log.
    match operation.id.as_str() {
        "session.create" => bodies.push(("invalid UTF-8", b"{\"title\": \"\xff\xfe\"}".to_vec())),
        "app.log" => {
            let line = b"{\"service\": \"\xff\xfe\", \"level\": \"debug\", \"message\": \"conformance\"}";
            bodies.push(("invalid UTF-8", line.to_vec()));
        }
        _ => {}
    }
    for (case, bytes) in bodies {
        let written_by = (case == NESTED).then(|| {
            // As many brackets as numbers; `%.0s` prints none of these.
            format!("(printf '[%.0s' $(seq {LEVELS}); printf ']%.0s' $(seq {LEVELS}))")
        });
        let request = Request { written_by, ..room.request(operation).json(bytes) };
        let reply = room
            .check(&operation.id, &format!("body: {case}"), request, |reply| {
                judged(room, operation, case, reply)
            })
            .await;
        super::deleted::forget_session(room, operation, reply).await;
    }
}

/// A body that is not said to be JSON may be refused or read, but not thrown away without a word.
pub(super) async fn other_type(room: &Room<'_, '_>, operation: &Operation) {
    let Some(body) = &operation.body else { return };
    // Whoever reads it as JSON refuses it, too: what is accepted was not read.
    let misfit = [json!([]), json!("conformance"), json!(7)];
    let Some(value) = misfit.iter().find(|value| misfits(room, &body.schema, value)) else { return };
    if room.is_off_limits(operation) || room.is_shared(operation) {
        return;
    }
    for (case, kind) in [("text/plain", Some("text/plain")), ("none", None)] {
        let request = Request { body: value.to_string().into_bytes(), ..room.request(operation) };
        let request = kind.into_iter().fold(request, |request, kind| request.with("Content-Type", kind));
        let reply = room
            .check(&operation.id, &format!("content type: {case}"), request, |reply| match reply.status {
                501 => Verdict::NotBuilt,
                200..300 => {
                    let message = format!(
                        "{value} with the content type {case} is answered {}: the body was thrown away unread",
                        reply.status
                    );
                    Verdict::of(vec![Finding::new(Rule::AcceptedInvalid, "", message).of_contract(&body.schema)])
                }
                // With an id in the path, it may be about that.
                500.. if !operation.path.contains('{') => fails(Rule::ServerError, format!("the answer is {} instead of 400", reply.status)),
                _ => Verdict::Conforms,
            })
            .await;
        super::deleted::forget_session(room, operation, reply).await;
    }
}

fn misfits(room: &Room<'_, '_>, schema: &str, value: &Value) -> bool {
    !room.trial.judge.value(schema, value, Rule::Body).is_empty()
}

fn judged(room: &Room<'_, '_>, operation: &Operation, case: &str, reply: &Reply) -> Verdict {
    let schema = operation.body.as_ref().map(|body| body.schema.clone()).unwrap_or_default();
    match reply.status {
        501 => Verdict::NotBuilt,
        // The form is the same for all of them, and a wrong content type says enough.
        400 if case == FIRST && operation.answers.contains_key("400") => {
            let findings = room.trial.judge.answer(operation, &[400], &reply.received()).0;
            Verdict::of(findings.into_iter().take(1).collect())
        }
        400..500 => Verdict::Conforms,
        status @ 500.. => fails(Rule::ServerError, format!("{case} is answered {status} instead of 400")),
        status => {
            let message = format!("{case} is answered {status} instead of 400");
            Verdict::of(vec![Finding::new(Rule::AcceptedInvalid, "", message).of_contract(schema)])
        }
    }
}
