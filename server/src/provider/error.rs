//! What can go wrong when a model is asked: [`ModelError`], its kinds chosen by what a caller does about them.
//! Reading an error out of a provider's answer is here too, since both wire formats do it alike; when and how
//! often to try again is in `retry`.

use std::time::Duration;

use indexmap::IndexMap;
use serde_json::Value;

/// Why a model call failed. `Display` is a sentence for the user, without credentials.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ModelError {
    /// The provider answered with an HTTP error.
    #[error("{message}")]
    Api {
        status: u16,
        message: String,
        /// What status and `x-should-retry` say.
        retryable: bool,
        /// Names in lower case, without cookies.
        headers: IndexMap<String, String>,
        /// At most 64 KiB of it.
        body: String,
        /// Without user name, password and query.
        url: String,
    },
    /// No usable key, noticed before anything was sent.
    #[error("{message}")]
    Auth { provider: String, message: String },
    /// The conversation is longer than the model can read.
    #[error("{message}")]
    ContextOverflow { message: String, body: Option<String> },
    /// An answer had begun, and the provider ended it because it is busy.
    #[error("{message}")]
    Overloaded { message: String },
    /// An answer had begun, and the provider put an error object into it.
    #[error("{message}")]
    Stream { message: String },
    /// What came back is no answer in the expected wire format.
    #[error("{message}")]
    Protocol { message: String },
    /// Not one byte came for `limit`.
    #[error("The model sent nothing for {} seconds", limit.as_secs_f64())]
    Silent { limit: Duration },
    /// The provider could not be reached.
    #[error("Unable to connect to {url}: {reason}")]
    Connect { url: String, reason: String },
    /// The connection ended in the middle of an answer.
    #[error("Connection reset by server")]
    Closed,
}

impl ModelError {
    /// The error for an answer with an HTTP status that is none of 2xx.
    ///
    /// `headers` have lower-case names; `body` may be cut.
    pub(super) fn from_response(
        status: u16,
        reason: Option<&str>,
        headers: IndexMap<String, String>,
        body: String,
        url: String,
    ) -> Self {
        let said = serde_json::from_str::<Value>(&body).ok();
        let message = said
            .as_ref()
            .and_then(message_of)
            .or_else(|| reason.map(str::to_owned))
            .unwrap_or_else(|| format!("HTTP status {status}"));
        if matches!(status, 400 | 413 | 422) && is_overflow(said.as_ref(), &message) {
            return Self::ContextOverflow { message, body: Some(body) };
        }
        // `x-should-retry` is how OpenAI and Anthropic overrule what the status suggests.
        let retryable = match headers.get("x-should-retry").map(String::as_str) {
            Some("true") => true,
            Some("false") => false,
            _ => matches!(status, 408 | 409 | 429 | 500..),
        };
        Self::Api { status, message, retryable, headers, body, url }
    }

    /// The error for an error object inside a stream: `{"error": {...}}` or the object itself.
    pub(super) fn from_stream(event: &Value) -> Self {
        let object = event.get("error").unwrap_or(event);
        let message = message_of(event).unwrap_or_else(|| object.to_string());
        let kind = [object.get("type"), object.get("code")];
        let mut words = kind.into_iter().flatten().filter_map(Value::as_str);
        if words.any(|word| word.contains("overloaded") || word.contains("rate_limit")) {
            return Self::Overloaded { message };
        }
        if is_overflow(Some(event), &message) {
            return Self::ContextOverflow { message, body: Some(event.to_string()) };
        }
        Self::Stream { message }
    }
}

/// The sentence in an error body. Providers and gateways put it in one of these places.
fn message_of(body: &Value) -> Option<String> {
    ["/error/message", "/error", "/message", "/detail", "/0/error/message"]
        .into_iter()
        .find_map(|pointer| body.pointer(pointer)?.as_str())
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// Few providers have a code for "too long", so their sentences must be known. A limit of tokens per minute is
/// something else: it is a 429 and passes by itself.
fn is_overflow(body: Option<&Value>, message: &str) -> bool {
    let code = body.and_then(|body| body.pointer("/error/code")).and_then(Value::as_str);
    if matches!(code, Some("context_length_exceeded" | "model_context_window_exceeded")) {
        return true;
    }
    let message = message.to_ascii_lowercase();
    [
        "prompt is too long",
        "input is too long",
        "maximum context length",
        "context length exceeded",
        "context window",
        "maximum prompt length",
        "exceeds the available context size",
        "input token count exceeds",
        "reduce the length of the messages",
    ]
    .into_iter()
    .any(|sign| message.contains(sign))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn answer(status: u16, body: &str) -> ModelError {
        let url = "http://127.0.0.1/v1/chat/completions".to_owned();
        ModelError::from_response(status, Some("Reason"), IndexMap::new(), body.to_owned(), url)
    }

    #[test]
    fn the_sentence_is_found_wherever_it_is() {
        for (body, expected) in [
            (r#"{"error":{"message":"in error"}}"#, "in error"),
            (r#"{"error":"as text"}"#, "as text"),
            (r#"{"message":"plain"}"#, "plain"),
            (r#"{"detail":"fastapi"}"#, "fastapi"),
            (r#"[{"error":{"message":"in a list"}}]"#, "in a list"),
            (r#"{"error":{"message":" "}}"#, "Reason"),
            ("<html>", "Reason"),
            ("", "Reason"),
        ] {
            assert_eq!(answer(400, body).to_string(), expected, "{body}");
        }
    }

    #[test]
    fn statuses_that_pass_by_themselves_are_retryable() {
        for (status, expected) in
            [(400, false), (401, false), (404, false), (408, true), (429, true), (500, true), (529, true)]
        {
            let ModelError::Api { retryable, .. } = answer(status, "{}") else { panic!("{status}") };
            assert_eq!(retryable, expected, "{status}");
        }
    }

    #[test]
    fn the_provider_may_overrule_the_status() {
        for (status, word, expected) in [(500, "false", false), (400, "true", true), (429, "maybe", true)] {
            let headers = IndexMap::from([("x-should-retry".to_owned(), word.to_owned())]);
            let error = ModelError::from_response(status, None, headers, String::new(), String::new());
            let ModelError::Api { retryable, .. } = error else { panic!("{status}") };
            assert_eq!(retryable, expected, "{status} {word}");
        }
    }

    #[test]
    fn too_long_is_told_apart() {
        let sentence = r#"{"error":{"message":"prompt is too long: 2000 tokens > 1000 maximum"}}"#;
        let code = r#"{"error":{"message":"x","code":"context_length_exceeded"}}"#;
        for body in [sentence, code] {
            assert!(
                matches!(answer(400, body), ModelError::ContextOverflow { body: Some(b), .. } if b == body)
            );
        }
        assert!(matches!(answer(429, sentence), ModelError::Api { .. }), "a 429 passes by itself");
    }

    #[test]
    fn error_objects_inside_a_stream() {
        let plain = json!({"error": {"message": "Scripted stream error", "type": "server_error"}});
        assert_eq!(
            ModelError::from_stream(&plain),
            ModelError::Stream { message: "Scripted stream error".into() }
        );
        let busy = json!({"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}});
        assert_eq!(ModelError::from_stream(&busy), ModelError::Overloaded { message: "Overloaded".into() });
        let long = json!({"error": {"message": "too much", "code": "context_length_exceeded"}});
        assert!(matches!(ModelError::from_stream(&long), ModelError::ContextOverflow { .. }));
        let odd = json!({"error": {"reason": 7}});
        assert_eq!(ModelError::from_stream(&odd).to_string(), r#"{"reason":7}"#);
    }
}
