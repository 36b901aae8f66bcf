//! Holding one answer against the contract: status, content type, body.
//!
//! Start at [`Judge::answer`]. The validators are in `schemas`, the wording of what they find is in `explain`; events use
//! [`Judge::value`] too.

mod schemas;

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::contract::{Answer, Contract, Operation};
use crate::explain;
use crate::report::Recorder;
use schemas::{Corrected, Schemas};

/// More findings about one answer say nothing new.
const MOST_FINDINGS: usize = 8;

/// A way in which an answer differs from the contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// Its name; new ones may come without a new version of the format.
    #[schemars(with = "String")]
    pub rule: Rule,
    /// JSON pointer into the answer's body; empty for the whole body and for rules that concern no place in it.
    pub pointer: String,
    pub message: String,
    /// JSON pointer into the contract's document, to what was not kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
    /// Known to be so: with the errata of the contract applied, the answer fits, or else `reason` tells.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    pub known: bool,
    /// What the baseline says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// No whole answer arrived: connection broken, too late, too large.
    Transport,
    /// A status that the contract does not document, or not for such a call. Failures and refusals have their own rules:
    /// [`Rule::ServerError`], [`Rule::RefusedValid`].
    Status,
    ContentType,
    /// The body does not fit its schema.
    Body,
    /// The body fits its schema but not what the call asked for.
    Value,
    /// A call that does not fit the contract is accepted.
    AcceptedInvalid,
    /// A call that fits the contract is refused.
    RefusedValid,
    /// The server failed, with a status that the contract does not document.
    ServerError,
    /// An id that nothing has is answered with something else than the documented 404.
    UnknownId,
    /// An event stream does not begin or end as it should, or an event does not fit the union.
    Event,
    /// Events come in an order that contradicts itself.
    Order,
    /// The deltas of a text do not make the text.
    Delta,
    /// An event stream is silent for longer than its heartbeat allows.
    Heartbeat,
    /// Two readers see different events, or a reader sees another directory's.
    Readers,
    /// Readers that left or do not read hold others up.
    Release,
    /// A reader that comes back misses events, or sees some twice.
    Resume,
    /// A terminal does not say, hear or end through its WebSocket what it should.
    Terminal,
    /// Somebody without the password is let in, or is not told that there is one.
    Auth,
    /// A web page may read what it should not, or may not read what it should.
    Cors,
    /// A web page may change something, or may call the server by a name of its own.
    Origin,
    /// `HEAD` is not what `GET` is without a body.
    Head,
    /// A path that the contract does not have is answered as if it did, or with the server's own failure.
    Path,
    /// The same of a method.
    Method,
    /// What was deleted is still there.
    AfterDelete,
    /// A body that is far too large is not refused.
    TooLarge,
    /// A slow client harms others, or passes for a fault.
    Slow,
    /// A request that HTTP forbids is served.
    Http,
    /// Another server answers the same call otherwise, or tells other events.
    Differs,
}

impl Finding {
    pub fn new(rule: Rule, pointer: impl Into<String>, message: impl Into<String>) -> Finding {
        Finding {
            rule,
            pointer: pointer.into(),
            message: message.into(),
            contract: None,
            known: false,
            reason: None,
        }
    }

    /// With the place in the contract that was not kept.
    pub fn of_contract(self, pointer: impl Into<String>) -> Finding {
        Finding { contract: Some(pointer.into()), ..self }
    }
}

/// An answer as it arrived.
#[derive(Clone, Debug)]
pub struct Received {
    pub status: u16,
    /// The whole header, parameters included.
    pub content_type: Option<String>,
    pub body: Vec<u8>,
}

/// The schemas of one contract: as it stands, and with its errata applied.
#[derive(Debug)]
pub struct Judge {
    contract: Schemas,
    corrected: Corrected,
    /// Who counts what was judged.
    recorder: Option<Arc<Recorder>>,
}

impl Judge {
    /// `corrections` are the errata: pointers into the contract's document, and what is to stand there.
    ///
    /// # Errors
    /// The document cannot serve as a schema resource, said in words.
    pub fn new(contract: &Contract, corrections: Vec<(String, Value)>) -> Result<Judge, String> {
        let corrected = Corrected::new(Arc::clone(&contract.document), corrections);
        Ok(Judge { contract: Schemas::new(Arc::clone(&contract.document))?, corrected, recorder: None })
    }

    /// Tells this one of each value that is judged.
    pub(crate) fn recorded(self, recorder: Arc<Recorder>) -> Judge {
        Judge { recorder: Some(recorder), ..self }
    }

    /// Judges an answer to a call that may be answered with `accepted`; gives the decoded body where there is one.
    pub fn answer(
        &self,
        operation: &Operation,
        accepted: &[u16],
        received: &Received,
    ) -> (Vec<Finding>, Option<Value>) {
        let Received { status, content_type, body } = received;
        let Some(answer) = operation.answer(*status) else {
            let message = format!("status {status} is not documented; {}", excerpt(body));
            let rule = if *status >= 500 { Rule::ServerError } else { Rule::Status };
            return (vec![Finding::new(rule, "", message).of_contract(operation.responses())], None);
        };
        let mut findings = Vec::new();
        if !accepted.contains(status) {
            let message = format!("status {status} for a valid call; {}", excerpt(body));
            let rule = if (400..500).contains(status) { Rule::RefusedValid } else { Rule::Status };
            findings.push(Finding::new(rule, "", message));
        }
        let value = self.content(answer, content_type.as_deref(), body, &mut findings);
        // Whatever has no schema of its own is about the answers as the contract lists them.
        let placed = findings.into_iter().map(|finding| match &finding.contract {
            Some(_) => finding,
            None => finding.of_contract(operation.responses()),
        });
        (placed.collect(), value)
    }

    /// Judges content type and body.
    fn content(
        &self,
        answer: &Answer,
        content_type: Option<&str>,
        body: &[u8],
        findings: &mut Vec<Finding>,
    ) -> Option<Value> {
        if answer.content.is_empty() {
            if !body.is_empty() {
                let message = format!("a body where the contract has none; {}", excerpt(body));
                findings.push(Finding::new(Rule::Body, "", message));
            }
            return None;
        }
        let essence = essence(content_type.unwrap_or_default());
        let media = answer.content.get_key_value(&essence);
        let expected = || answer.content.keys().map(String::as_str).collect::<Vec<_>>().join(" or ");
        if media.is_none() {
            let sent = if essence.is_empty() {
                "no content type".to_owned()
            } else {
                format!("content type {essence}")
            };
            findings.push(Finding::new(Rule::ContentType, "", format!("{sent} instead of {}", expected())));
        }
        // With a wrong label the body is still worth a look, if the contract leaves no doubt what it should be.
        let (media, schema) =
            media.or_else(|| answer.content.first().filter(|_| answer.content.len() == 1))?;
        if media != "application/json" {
            return None;
        }
        if body.is_empty() {
            findings.push(Finding::new(Rule::Body, "", "the body is empty; the contract has JSON here"));
            return None;
        }
        match serde_json::from_slice(body) {
            Ok(value) => {
                findings.extend(self.value(schema, &value, Rule::Body));
                Some(value)
            }
            Err(error) => {
                let message = format!("the body is not JSON ({error}); {}", excerpt(body));
                findings.push(Finding::new(Rule::Body, "", message));
                None
            }
        }
    }

    /// Judges a value by the schema at `pointer` of the contract's document.
    pub fn value(&self, pointer: &str, value: &Value, rule: Rule) -> Vec<Finding> {
        if let Some(recorder) = &self.recorder {
            recorder.judged(pointer, value);
        }
        let mut findings = self.contract.violations(pointer, value, rule);
        if !findings.is_empty() {
            match self.corrected.violations(pointer, value, rule) {
                Some(remaining) if remaining.is_empty() => {
                    findings.iter_mut().for_each(|finding| finding.known = true);
                }
                Some(remaining) => {
                    // What stands at the place that is named has been corrected.
                    let corrected = |finding: Finding| Finding {
                        message: format!("{} (by the contract as its errata correct it)", finding.message),
                        ..finding
                    };
                    findings = remaining.into_iter().map(corrected).collect();
                }
                None => {}
            }
        }
        findings.truncate(MOST_FINDINGS);
        findings
    }
}

/// A content type without its parameters.
pub(crate) fn essence(content_type: &str) -> String {
    content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The beginning of a body, for a message on one line.
pub(crate) fn excerpt(body: &[u8]) -> String {
    if body.is_empty() {
        return "the body is empty".to_owned();
    }
    let text = String::from_utf8_lossy(&body[..body.len().min(800)]);
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("the body begins {}", explain::shortened(&line, 160))
}

#[cfg(test)]
mod tests;
