//! What can go wrong with a prompt or a turn, and how a failed model call is told to clients.
//!
//! Whether a failed call is tried again is decided by `provider::retry`; which HTTP status a refused prompt gets, at
//! the server's edge. Start from [`Error`].

use opencode_types::{
    ApiError, ApiErrorData, AssistantMessageError, ContextOverflowError, ContextOverflowErrorData,
    ProviderAuthError, ProviderAuthErrorData,
};

use super::wire::unknown_error;
use crate::ids::InvalidId;
use crate::provider::ModelError;
use crate::provider::catalogue::{ModelNotFound, NoProviders};
use crate::store::StoreError;

/// Why a prompt was refused or got no answer.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    #[error("Session not found: {0}")]
    UnknownSession(String),
    #[error("Agent not found: {name}. Available agents: {}", known.join(", "))]
    UnknownAgent { name: String, known: Vec<String> },
    #[error("{missing}{hint}", missing = .0, hint = hint(&.0.suggestions))]
    UnknownModel(#[from] ModelNotFound),
    #[error("No providers found: configure one, or set its key in the environment")]
    NoProvider(#[from] NoProviders),
    #[error("An answer cannot be asked for again {0} times: the least is 0")]
    Retries(i64),
    #[error(transparent)]
    Id(#[from] InvalidId),
    #[error("The instance is being disposed")]
    Disposed,
    #[error("The run ended without an answer")]
    Lost,
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn hint(suggestions: &[String]) -> String {
    if suggestions.is_empty() { String::new() } else { format!(" Did you mean: {}?", suggestions.join(", ")) }
}

/// Why a turn didn't come to its end.
#[derive(Debug)]
pub enum Failure {
    /// The run was cancelled.
    Aborted,
    Model(ModelError),
    /// The answer can't be had, or isn't what was asked for.
    Refused(AssistantMessageError),
    Store(StoreError),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Failure::Store(error)
    }
}

/// The `error` member of an answer that failed with `error`.
pub fn told(error: &ModelError) -> AssistantMessageError {
    match error {
        ModelError::Api { status, message, retryable, headers, body, url } => {
            AssistantMessageError::ApiError(ApiError {
                name: Default::default(),
                data: ApiErrorData {
                    message: message.clone(),
                    is_retryable: *retryable,
                    status_code: Some(i64::from(*status).into()),
                    response_headers: Some(headers.clone()),
                    response_body: Some(body.clone()),
                    metadata: Some([("url".to_owned(), url.clone())].into_iter().collect()),
                },
            })
        }
        ModelError::Auth { provider, message } => {
            AssistantMessageError::ProviderAuthError(ProviderAuthError {
                name: Default::default(),
                data: ProviderAuthErrorData { provider_id: provider.clone(), message: message.clone() },
            })
        }
        ModelError::ContextOverflow { message, body } => {
            AssistantMessageError::ContextOverflowError(ContextOverflowError {
                name: Default::default(),
                data: ContextOverflowErrorData { message: message.clone(), response_body: body.clone() },
            })
        }
        // The original hands on what the stream held as JSON text, and clients read it back.
        ModelError::Stream { message } => {
            unknown_error(serde_json::Value::from(message.as_str()).to_string())
        }
        other => unknown_error(other.to_string()),
    }
}
