//! Whether a call fits the contract, as the server will see it: parameters as text, the body as JSON.
//!
//! Start at [`misfits`].

use serde_json::Value;

use crate::client::Call;
use crate::contract::{Contract, Operation, Parameter, Place, parameter_of};
use crate::judge::{Finding, Judge, Rule};

/// A place of a call that the contract does not allow.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Misfit {
    /// `query limit`, `path sessionID`, `body`.
    pub at: String,
    /// With the contract's errata applied, it fits: no fair test of a server.
    pub known: bool,
    /// What is wrong inside of it, so that two calls can be compared: pointers, and what is missing there.
    pub inside: Vec<String>,
}

/// The places at which a call does not fit; none: it is valid.
pub(crate) fn misfits(contract: &Contract, judge: &Judge, operation: &Operation, call: &Call) -> Vec<Misfit> {
    let mut misfits = Vec::new();
    for parameter in &operation.parameters {
        let (word, text) = match parameter.place {
            Place::Path => ("path", in_path(operation, call, &parameter.name)),
            Place::Query => (
                "query",
                call.query.iter().find(|(name, _)| *name == parameter.name).map(|(_, text)| text.as_str()),
            ),
            Place::Elsewhere => continue,
        };
        let at = format!("{word} {}", parameter.name);
        let known = match text {
            None if parameter.required => Some(false),
            None => None,
            Some(text) => misread(contract, judge, parameter, text),
        };
        misfits.extend(known.map(|known| Misfit { at, known, inside: Vec::new() }));
    }
    if let Some(body) = &operation.body {
        let findings = call.body.as_ref().map(|value| judge.value(&body.schema, value, Rule::Body));
        let known = match &findings {
            None => body.required.then_some(false),
            Some(findings) => all_known(findings),
        };
        let inside = findings.iter().flatten().map(|finding| {
            // Of a missing member the message says which; of a wrong value it quotes the value.
            let missing = finding.message.split_once(" (there").map_or("", |(missing, _)| missing);
            format!("{} {missing}", finding.pointer)
        });
        let inside = inside.collect();
        misfits.extend(known.map(|known| Misfit { at: "body".to_owned(), known, inside }));
    }
    misfits
}

/// `None` if some reading of the text fits: `5` is a number, and a text as well.
fn misread(contract: &Contract, judge: &Judge, parameter: &Parameter, text: &str) -> Option<bool> {
    let mut readings = vec![Value::String(text.to_owned())];
    // A server reads a parameter as what the schema asks for; a schema that asks for nothing takes any text.
    let schema = contract.document.pointer(&parameter.schema).map(|schema| contract.resolve(schema));
    if schema.is_some_and(Value::is_object) {
        readings.extend(serde_json::from_str::<Value>(text).ok().filter(|value| !value.is_string()));
    }
    let read = |reading| all_known(&judge.value(&parameter.schema, reading, Rule::Body));
    let misfits = readings.iter().map(read).collect::<Option<Vec<_>>>()?;
    Some(misfits.into_iter().any(|known| known))
}

/// `None` if there is no finding; else whether they are the contract's known fault.
fn all_known(findings: &[Finding]) -> Option<bool> {
    (!findings.is_empty()).then(|| findings.iter().all(|finding| finding.known))
}

fn in_path<'a>(operation: &Operation, call: &'a Call, name: &str) -> Option<&'a str> {
    let at = operation.segments().position(|segment| parameter_of(segment) == Some(name))?;
    call.segments.get(at).map(String::as_str)
}

/// Whether a text arrives as one segment of a path: slashes and dots have a meaning of their own there, and an empty
/// segment makes another path.
pub(super) fn is_segment(text: &str) -> bool {
    !matches!(text, "" | "." | "..") && !text.contains(['/', '\\', '%']) && !text.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(operation: &str, change: impl FnOnce(&mut Call)) -> Vec<String> {
        let contract = crate::embedded_contract();
        let judge = Judge::new(&contract, Vec::new()).expect("the contract compiles");
        let operation = &contract.operations[operation];
        let mut call = Call { method: operation.method.clone(), ..Call::get(&operation.path) };
        change(&mut call);
        misfits(&contract, &judge, operation, &call).into_iter().map(|misfit| misfit.at).collect()
    }

    fn query(operation: &str, query: &[(&str, &str)]) -> Vec<String> {
        at(operation, |call| {
            call.query = query.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
        })
    }

    #[test]
    fn parameters_are_read_as_text() {
        assert_eq!(query("find.text", &[("pattern", "5")]), [] as [&str; 0]);
        assert_eq!(query("find.text", &[]), ["query pattern"]);
        assert_eq!(query("session.list", &[("limit", "5"), ("roots", "true")]), [] as [&str; 0]);
        assert_eq!(query("session.list", &[("limit", "x"), ("roots", "1")]), ["query roots", "query limit"]);
        assert_eq!(query("find.files", &[("query", ""), ("limit", "201")]), ["query limit"]);
        assert_eq!(query("find.files", &[("query", ""), ("limit", "1.5")]), ["query limit"]);
    }

    #[test]
    fn ids_and_bodies_are_read_too() {
        assert_eq!(at("session.get", |call| call.segments[1] = "ses_1".to_owned()), [] as [&str; 0]);
        assert_eq!(at("session.get", |call| call.segments[1] = "xyz".to_owned()), ["path sessionID"]);
        assert_eq!(at("app.log", |call| call.body = Some(serde_json::json!({}))), ["body"]);
    }
}
