//! Whether a server speaks the contract that this client was made from: [`Client::check_contract`].
//!
//! ```no_run
//! # async fn example(client: opencode_client::Client) -> Result<(), opencode_client::Error> {
//! use opencode_client::Error;
//!
//! match client.check_contract().await {
//!     Err(Error::Drift(drift)) => eprintln!("{drift}"),
//!     other => other?,
//! }
//! # Ok(())
//! # }
//! ```

mod digest;
// The generator decides how generated code looks; formatting it again would hide a stale file.
#[rustfmt::skip]
mod table;

use std::fmt;

use reqwest::Method;
use serde_json::Value;

use crate::generated::Client;
use crate::{Error, answer};
use digest::Digest;
#[cfg(test)]
pub(crate) use table::OPERATIONS;

/// How a server's contract differs from the compiled-in one. At least one of the lists is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Drift {
    /// What this client has and the server has not.
    pub missing: Vec<Operation>,
    /// What the server has and this client has not; [`Client::request`] can call it.
    pub new: Vec<Operation>,
    /// What both have, with other parameters, bodies, answers or names of any depth. It may work all the same.
    pub changed: Vec<Operation>,
}

/// An operation of a contract.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Operation {
    /// `session.prompt`; of a changed operation the server's.
    pub id: String,
    /// `POST`.
    pub method: String,
    /// `/session/{sessionID}/message`.
    pub path: String,
}

impl Client {
    /// Compares the contract that the server serves at `/doc` with the one that this client was made from. Texts for
    /// people do not count.
    ///
    /// # Errors
    /// [`Error::Drift`] if they differ, and whatever can happen to `GET /doc`.
    pub async fn check_contract(&self) -> Result<(), Error> {
        let request = self.request(Method::GET, "/doc").build()?;
        let response = self.execute(request).await?;
        if response.status() != reqwest::StatusCode::OK {
            return Err(answer::refusal(response).await);
        }
        let document = answer::decode::<Value>(response).await?.into_inner();
        match drift(&digest::of_operations(&document)) {
            Some(drift) => Err(Error::Drift(Box::new(drift))),
            None => Ok(()),
        }
    }
}

fn drift(theirs: &[Digest]) -> Option<Drift> {
    let mut drift = Drift { missing: Vec::new(), new: Vec::new(), changed: Vec::new() };
    for (id, method, path, number) in table::OPERATIONS {
        let operation = |id: &str| Operation { id: id.into(), method: method.into(), path: path.into() };
        match theirs.iter().find(|other| other.method == method && other.path == path) {
            None => drift.missing.push(operation(id)),
            Some(other) if other.number != number => drift.changed.push(operation(&other.id)),
            Some(_) => {}
        }
    }
    let known = |other: &&Digest| {
        !table::OPERATIONS.iter().any(|(_, method, path, _)| other.method == *method && other.path == *path)
    };
    drift.new.extend(theirs.iter().filter(known).map(|other| Operation {
        id: other.id.clone(),
        method: other.method.clone(),
        path: other.path.clone(),
    }));
    let same = drift.missing.is_empty() && drift.new.is_empty() && drift.changed.is_empty();
    (!same).then_some(drift)
}

/// One line for each operation.
impl fmt::Display for Drift {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "the server's contract is another one: {} operations missing, {} new, {} changed",
            self.missing.len(),
            self.new.len(),
            self.changed.len()
        )?;
        for (word, operations) in [("missing", &self.missing), ("new", &self.new), ("changed", &self.changed)]
        {
            for Operation { id, method, path } in operations {
                write!(formatter, "\n  {word:<8} {id} ({method} {path})")?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Drift {}

#[cfg(test)]
mod tests {
    use super::*;

    fn contract() -> Value {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/opencode-api.json");
        serde_json::from_str(&std::fs::read_to_string(path).expect("the contract")).expect("JSON")
    }

    #[test]
    fn the_table_is_of_this_contract_and_prose_does_not_count() {
        let mut contract = contract();
        assert_eq!(drift(&digest::of_operations(&contract)), None);
        contract["paths"]["/session"]["get"]["description"] = "Other words".into();
        contract["components"]["schemas"]["Session"]["description"] = "Other words".into();
        assert_eq!(drift(&digest::of_operations(&contract)), None);
    }

    #[test]
    fn what_drifted_is_named() {
        let mut contract = contract();
        let paths = contract["paths"].as_object_mut().expect("paths");
        let health = paths.remove("/global/health").expect("it is there");
        paths.insert("/global/wealth".into(), health);
        // Far below: only what holds a todo changes.
        contract["components"]["schemas"]["Todo"]["properties"]["content"]["type"] = "number".into();
        let drift = drift(&digest::of_operations(&contract)).expect("it drifted");
        let ids = |operations: &[Operation]| operations.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&drift.missing), ["global.health"]);
        assert_eq!(ids(&drift.new), ["global.health"]);
        let changed = ids(&drift.changed);
        assert!(changed.contains(&"session.todo".to_owned()), "{changed:?}");
        assert!(!changed.contains(&"session.list".to_owned()), "{changed:?}");
        let text = drift.to_string();
        assert!(text.contains("1 operations missing, 1 new"), "{text}");
        assert!(text.contains("\n  new      global.health (GET /global/wealth)"), "{text}");
    }
}
