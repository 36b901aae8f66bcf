//! Holding a body against the contract before it is sent: [`check`]. What the shapes of arguments are is in `inputs.rs`.
//!
//! What is wrong is told in the same words whatever server it would have gone to, and nothing is sent. But the contract of
//! a server may be another than the one that is compiled in, so the check can be left out (`--no-check`).

use opencode_conformance::judge::Judge;
use opencode_conformance::{Rule, contract};
use opencode_spec::document::Operation;
use serde_json::Value;

use super::{CONTRACT, Failure};

/// Whether the body of `operation` fits the contract. That there is none is for the server to judge: the contract requires
/// none anywhere, though it requires members of some.
///
/// # Errors
/// [`Failure::NotMade`] says what does not fit, with the JSON pointer to it.
pub fn check(operation: &Operation<'static>, body: Option<&Value>) -> Result<(), Failure> {
    let Some(body) = body else { return Ok(()) };
    let broken = |problem: String| Failure::NotMade(format!("the contract cannot be used: {problem}"));
    let contract =
        contract::Contract::read(CONTRACT.clone()).map_err(|problem| broken(problem.to_string()))?;
    let id = operation.id().unwrap_or_default();
    let Some(schema) = contract.operations.get(id).and_then(|known| known.body.as_ref()) else {
        return Ok(());
    };
    let found = Judge::new(&contract, Vec::new()).map_err(broken)?.value(&schema.schema, body, Rule::Body);
    if found.is_empty() {
        return Ok(());
    }
    let told: Vec<String> = found
        .iter()
        .map(|finding| match finding.pointer.as_str() {
            "" => finding.message.clone(),
            pointer => format!("{pointer}: {}", finding.message),
        })
        .collect();
    let message =
        format!("the body does not fit the contract: {} (--no-check sends it anyway)", told.join("; "));
    Err(Failure::NotMade(message))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::find;
    use super::*;

    fn told(id: &str, body: Option<Value>) -> Option<String> {
        check(&find(id).expect("an operation"), body.as_ref()).err().map(|failure| match failure {
            Failure::NotMade(message) | Failure::Refused(message) => message,
            Failure::Unread => unreachable!("nothing is written"),
        })
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_place() {
        for (id, body, words) in [
            (
                "session.create",
                json!({"title": 7}),
                &["/title: 7 is not of type string", "--no-check"] as &[_],
            ),
            ("session.prompt", json!({}), &["required member parts is missing"]),
            ("session.prompt", json!({"parts": [{"type": "text"}]}), &["/parts/0: the required member text"]),
            ("session.prompt", json!({"parts": [{"type": "tex"}]}), &["/parts/0", "type \"tex\""]),
            ("permission.reply", json!({"reply": "perhaps"}), &["/reply", "once"]),
            ("session.create", json!([]), &["not of type object"]),
        ] {
            let told = told(id, Some(body.clone())).unwrap_or_else(|| panic!("{id} {body} passes"));
            assert!(words.iter().all(|word| told.contains(word)), "{words:?} in {told}");
        }
    }

    #[test]
    fn what_fits_passes() {
        let text =
            json!({"parts": [{"type": "text", "text": "a"}], "model": {"providerID": "p", "modelID": "m"}});
        for (id, body) in [
            ("session.prompt", Some(text)),
            ("session.create", Some(json!({"title": "a", "permission": []}))),
            ("session.create", None),
            ("session.list", None),
            ("permission.reply", Some(json!({"reply": "once"}))),
        ] {
            assert_eq!(told(id, body), None, "{id}");
        }
    }
}
