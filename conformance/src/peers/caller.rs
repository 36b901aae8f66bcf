//! Untyped calls to a running server: for tests and measurements that must not depend on our own client or types.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::Events;

/// Above the longest answer that anything here waits for.
const LIMIT: Duration = Duration::from_secs(120);

/// A client of one server, addressed by its base URL. Cheap to clone.
#[derive(Clone)]
pub struct Caller {
    client: reqwest::Client,
    url: String,
}

/// A call without the answer that was asked for.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    #[error("{call} was not answered")]
    Unanswered { call: String, source: reqwest::Error },
    #[error("{call} answered {status}: {body}")]
    Refused { call: String, status: StatusCode, body: String },
    #[error("{call} answered what is not JSON: {body}")]
    NotJson { call: String, body: String, source: serde_json::Error },
    #[error("{what}: the event stream ended")]
    StreamEnded { what: String },
    #[error("{what}: not within {} s; the last events were\n{last}", limit.as_secs())]
    Late { what: String, limit: Duration, last: String },
}

impl Caller {
    /// # Panics
    /// Where no HTTP client can be made at all, which needs broken TLS roots.
    #[must_use]
    pub fn new(url: &str) -> Caller {
        let client = reqwest::Client::builder().no_proxy().tcp_nodelay(true).build();
        Caller { client: client.expect("plain options make a client"), url: url.to_owned() }
    }

    /// One request with an optional JSON body; the answer's status and text, whatever they are.
    ///
    /// # Errors
    /// [`CallError::Unanswered`].
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<(StatusCode, String), CallError> {
        let unanswered = |source| CallError::Unanswered { call: format!("{method} {path}"), source };
        let mut request = self.client.request(method.clone(), format!("{}{path}", self.url)).timeout(LIMIT);
        if let Some(body) = body {
            request = request.json(body);
        }
        let answer = request.send().await.map_err(unanswered)?;
        let status = answer.status();
        Ok((status, answer.text().await.map_err(unanswered)?))
    }

    /// One request whose answer is 2xx and JSON; an empty body is null.
    ///
    /// # Errors
    /// All but the last two of [`CallError`].
    pub async fn call(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Value, CallError> {
        let call = format!("{method} {path}");
        let (status, body) = self.send(method, path, body).await?;
        if !status.is_success() {
            return Err(CallError::Refused { call, status, body });
        }
        if body.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_str(&body).map_err(|source| CallError::NotJson { call, body, source })
    }

    /// # Errors
    /// As [`Caller::call`].
    pub async fn get(&self, path: &str) -> Result<Value, CallError> {
        self.call(Method::GET, path, None).await
    }

    /// # Errors
    /// As [`Caller::call`].
    pub async fn post(&self, path: &str, body: &Value) -> Result<Value, CallError> {
        self.call(Method::POST, path, Some(body)).await
    }

    /// Creates a session and gives its id.
    ///
    /// # Errors
    /// As [`Caller::call`].
    pub async fn create_session(&self) -> Result<String, CallError> {
        let session = self.post("/session", &json!({})).await?;
        Ok(session["id"].as_str().unwrap_or_default().to_owned())
    }

    /// Sends a text and waits for the model's whole answer.
    ///
    /// # Errors
    /// As [`Caller::call`].
    pub async fn prompt(&self, session: &str, text: &str) -> Result<Value, CallError> {
        self.post(&format!("/session/{session}/message"), &text_prompt(text)).await
    }

    /// Sends a text and does not wait for the answer, which comes as events.
    ///
    /// # Errors
    /// As [`Caller::call`].
    pub async fn prompt_async(&self, session: &str, text: &str) -> Result<(), CallError> {
        self.post(&format!("/session/{session}/prompt_async"), &text_prompt(text)).await.map(drop)
    }

    /// Opens an event stream and waits for its `server.connected`.
    ///
    /// # Errors
    /// As [`Caller::call`], or the stream ends early.
    pub async fn events(&self) -> Result<Events, CallError> {
        let call = || "GET /event".to_owned();
        let answer = self.client.get(format!("{}/event", self.url)).send().await;
        let answer = answer.map_err(|source| CallError::Unanswered { call: call(), source })?;
        let status = answer.status();
        if !status.is_success() {
            let body = answer.text().await.unwrap_or_default();
            return Err(CallError::Refused { call: call(), status, body });
        }
        let mut events = Events::read(answer);
        events.until("server.connected", |arrived| arrived.event["type"] == "server.connected").await?;
        Ok(events)
    }
}

fn text_prompt(text: &str) -> Value {
    json!({ "parts": [{ "type": "text", "text": text }] })
}
