//! What an answer to a generated call means.
//!
//! Start at [`Rules::verdict`].

use std::collections::BTreeSet;

use serde_json::Value;

use crate::client::{Call, CallError};
use crate::contract::{Contract, Operation};
use crate::generate::{Breach, Case, Expect};
use crate::judge::{Finding, Judge, Received, Rule, excerpt};
use crate::report::Verdict;

/// The rules by which answers to generated calls are judged.
///
/// - 501 means that the operation is not built, whatever was sent.
/// - **Valid input** must be accepted, with a documented answer. A refusal (4xx) is a finding, with two exceptions that
///   the schema cannot express: an id that nothing has is to be refused with 404 where the contract documents 404, and
///   for operations whose texts mean more than the schema says (a model, a path, a regular expression) the table of
///   generated calls allows a refusal, with its reason.
/// - **Invalid input** must be refused with any 4xx. Accepting it is a finding.
/// - **The form of a refusal.** A documented status must have the documented body. Many operations document no refusal at
///   all, and still a server must be able to refuse what the contract forbids: so an undocumented 4xx is right as a
///   status, if its body has the form of one of the errors that the contract documents anywhere.
/// - **5xx** that is not documented is a finding for every input: the server failed where it had to answer or refuse.
/// - Anything else (1xx, 3xx) is an undocumented status.
pub(super) struct Rules<'a> {
    pub judge: &'a Judge,
    /// Pointers of the schemas of all errors in the contract.
    errors: BTreeSet<&'a str>,
}

impl<'a> Rules<'a> {
    pub fn new(contract: &'a Contract, judge: &'a Judge) -> Rules<'a> {
        let answers = contract.operations.values().flat_map(|operation| &operation.answers);
        let errors = answers.filter(|(status, _)| status.starts_with('4'));
        let schemas = errors.flat_map(|(_, answer)| answer.content.values());
        // The same schema is referred to from everywhere.
        let target = |pointer: &'a String| {
            let target = contract.document.pointer(pointer).and_then(|schema| schema["$ref"].as_str());
            target.and_then(|target| target.strip_prefix('#')).unwrap_or(pointer)
        };
        Rules { judge, errors: schemas.map(target).collect() }
    }

    /// `may_refuse`: valid input may mean something that the server does not have.
    pub fn verdict(
        &self,
        operation: &Operation,
        case: &Case,
        call: &Call,
        may_refuse: bool,
        received: &Result<Received, CallError>,
    ) -> Verdict {
        let received = match received {
            Ok(Received { status: 501, .. }) => return Verdict::NotBuilt,
            Ok(received) => received,
            Err(error) => return Verdict::of(vec![Finding::new(Rule::Transport, "", error.to_string())]),
        };
        let status = received.status;
        let judged = |accepted: &[u16]| self.judge.answer(operation, accepted, received).0;
        Verdict::of(match (&case.expect, status) {
            (Expect::Accepted, 400..=499) if may_refuse => self.refusal(operation, received),
            (Expect::Accepted, 400..=499) if operation.answer(status).is_none() => {
                let message =
                    format!("status {status} for a call that fits the contract; {}", excerpt(&received.body));
                let mut findings =
                    vec![Finding::new(Rule::RefusedValid, "", message).of_contract(operation.responses())];
                findings.extend(self.refusal(operation, received));
                findings
            }
            (Expect::Accepted, _) => judged(&operation.success_statuses()),
            (Expect::NotFound { any_refusal: true, .. }, 400..=499) | (Expect::NotFound { .. }, 404) => {
                self.refusal(operation, received)
            }
            (Expect::NotFound { at, .. }, 200..=499) => {
                let message = format!(
                    "status {status} for an id that nothing has ({at}), where the contract documents 404; {}",
                    excerpt(&received.body)
                );
                let contract = format!("{}/404", operation.responses());
                vec![Finding::new(Rule::UnknownId, "", message).of_contract(contract)]
            }
            (Expect::Refused(_), 400..=499) => self.refusal(operation, received),
            (Expect::Refused(breach), 200..=299) => vec![accepted(breach, call, status)],
            _ => judged(&[status]),
        })
    }

    /// Whether a refusal has the form that the contract documents, or, where it documents none, some form of its errors.
    fn refusal(&self, operation: &Operation, received: &Received) -> Vec<Finding> {
        if operation.answer(received.status).is_some() {
            return self.judge.answer(operation, &[received.status], received).0;
        }
        let value = serde_json::from_slice::<Value>(&received.body).ok();
        let fits = |schema: &&str| {
            value.as_ref().is_some_and(|value| {
                self.judge.value(schema, value, Rule::Body).iter().all(|finding| finding.known)
            })
        };
        if self.errors.iter().any(fits) {
            return Vec::new();
        }
        let message = format!(
            "status {}, which the contract does not document here, with a body that has the form of none of its errors; {}",
            received.status,
            excerpt(&received.body)
        );
        vec![Finding::new(Rule::Body, "", message)]
    }
}

fn accepted(breach: &Breach, call: &Call, status: u16) -> Finding {
    let Breach { at, keyword, contract } = breach;
    let sent = sent(at, call).map_or("nothing there".to_owned(), |sent| crate::explain::shortened(&sent, 80));
    let message = format!(
        "status {status} for a call that does not fit the contract: {at} breaks {keyword} (sent: {sent})"
    );
    Finding::new(Rule::AcceptedInvalid, "", message).of_contract(contract)
}

/// What the call has at the place that is wrong.
fn sent(at: &str, call: &Call) -> Option<String> {
    let (word, rest) = at.split_once(' ').unwrap_or((at, ""));
    match word {
        "query" => call.query.iter().find(|(name, _)| name == rest).map(|(_, text)| text.clone()),
        "path" => Some(format!("/{}", call.segments.join("/"))),
        _ => call.body.as_ref()?.pointer(rest).map(ToString::to_string),
    }
}
