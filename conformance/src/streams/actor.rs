//! The calls with which the checks of the streams make something happen: a session, a prompt, its end. Start from
//! [`Actor`].

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::client::Call;
use crate::contract::parameter_of;
use crate::trial::Trial;

/// Where calls are made: in one directory.
#[derive(Clone, Copy)]
pub(crate) struct Actor<'a, 't> {
    pub trial: &'a Trial<'t>,
    pub directory: &'a Path,
}

/// Why nothing could be made to happen; no fault of a stream.
pub(crate) type Hindrance = String;

impl<'a, 't> Actor<'a, 't> {
    /// In the project of the replay.
    pub fn of(trial: &'a Trial<'t>) -> Actor<'a, 't> {
        Actor { trial, directory: &trial.project.directory }
    }

    /// A call of an operation; `ids` fill its path in order. `None`: the contract has no such operation.
    pub fn call(&self, operation: &str, ids: &[&str], body: Option<Value>) -> Option<Call> {
        let operation = self.trial.contract.operations.get(operation)?;
        let mut ids = ids.iter();
        let segment = |segment: &str| match parameter_of(segment) {
            Some(_) => ids.next().map_or("conformance", |id| id).to_owned(),
            None => segment.to_owned(),
        };
        let directory = ("directory".to_owned(), self.directory.to_string_lossy().into_owned());
        Some(Call {
            method: operation.method.clone(),
            segments: operation.segments().map(segment).collect(),
            query: operation.takes_directory().then_some(directory).into_iter().collect(),
            body,
        })
    }

    /// Sends a call and gives its status and JSON, null where there is none.
    pub async fn ask(
        &self,
        operation: &str,
        ids: &[&str],
        body: Option<Value>,
    ) -> Result<(u16, Value), Hindrance> {
        let call = self.call(operation, ids, body);
        let call = call.ok_or_else(|| format!("the contract has no {operation}"))?;
        let client = &self.trial.client;
        let received = client.call(&call, client.limit()).await;
        let received = received.map_err(|error| format!("{operation}: {error}"))?;
        Ok((received.status, serde_json::from_slice(&received.body).unwrap_or_default()))
    }

    /// As [`Actor::ask`], for a call that must succeed.
    pub async fn succeed(
        &self,
        operation: &str,
        ids: &[&str],
        body: Option<Value>,
    ) -> Result<Value, Hindrance> {
        match self.ask(operation, ids, body).await? {
            (200..=299, answer) => Ok(answer),
            (status, _) => Err(format!("{operation} answered {status}")),
        }
    }

    /// Creates a session and gives its id.
    pub async fn create(&self) -> Result<String, Hindrance> {
        let session = self.succeed("session.create", &[], Some(json!({ "title": "Streams" }))).await?;
        let id = session["id"].as_str().map(str::to_owned);
        id.ok_or_else(|| "session.create answered no id".to_owned())
    }

    /// Sends a text and waits for the whole answer.
    pub async fn prompt(&self, session: &str, text: &str) -> Result<(), Hindrance> {
        self.succeed("session.prompt", &[session], Some(prompt(text))).await.map(drop)
    }

    /// Sends a text; its answer comes as events.
    pub async fn prompt_async(&self, session: &str, text: &str) -> Result<(), Hindrance> {
        self.succeed("session.prompt_async", &[session], Some(prompt(text))).await.map(drop)
    }

    pub async fn delete(&self, session: &str) -> Result<(), Hindrance> {
        self.succeed("session.delete", &[session], None).await.map(drop)
    }

    /// The longest wait for an event that is under way.
    pub fn soon(&self) -> Duration {
        self.trial.client.limit().min(Duration::from_secs(10))
    }
}

fn prompt(text: &str) -> Value {
    json!({ "parts": [{ "type": "text", "text": text }] })
}
