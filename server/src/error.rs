//! Domain errors as the contract shows them: the one place where a room's error gets a status.
//!
//! What the client could not help is 500 with a general sentence; its cause is logged where it happens, since it may name
//! files and rows of ours.

use http::StatusCode;
use opencode_api::support::{ApiError, IntoApiError};
use serde_json::json;

use crate::agent;
use crate::config::ConfigError;
use crate::ids::InvalidId;
use crate::instances::InstanceError;
use crate::instances::directory::SeveralDirectories;
use crate::provider::auth::AuthError;
use crate::sessions::SessionError;
use crate::store::StoreError;

fn internal(error: &dyn std::error::Error) -> ApiError {
    ApiError::unknown(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
}

impl IntoApiError for SeveralDirectories {
    fn into_api_error(self) -> ApiError {
        let issue = json!({ "path": [crate::instances::directory::PARAMETER], "message": self.to_string() });
        ApiError::bad_request(json!({ "directory": self.0 }), vec![issue])
    }
}

impl IntoApiError for InvalidId {
    fn into_api_error(self) -> ApiError {
        let InvalidId { field, prefix, value } = self;
        // As the original words it.
        let issue = json!({
            "origin": "string", "code": "invalid_format", "format": "starts_with", "prefix": prefix,
            "path": [field], "message": format!("Invalid string: must start with \"{prefix}\""),
        });
        ApiError::bad_request(json!({ field: value }), vec![issue])
    }
}

impl IntoApiError for StoreError {
    fn into_api_error(self) -> ApiError {
        match self {
            StoreError::NoSession(_) | StoreError::NoMessage(_) => ApiError::not_found(self.to_string()),
            // The contract has no 409: an id that a client chose is input like any other.
            StoreError::Taken(ref id) => ApiError::bad_request(
                json!({ "id": id }),
                vec![json!({ "path": [], "message": self.to_string() })],
            ),
            StoreError::Locked { .. } | StoreError::Closed => {
                ApiError::unknown(StatusCode::SERVICE_UNAVAILABLE, self.to_string())
            }
            _ => internal(&self),
        }
    }
}

impl IntoApiError for SessionError {
    fn into_api_error(self) -> ApiError {
        match self {
            SessionError::NotFound(_) | SessionError::MessageNotFound(_) => {
                ApiError::not_found(self.to_string())
            }
            SessionError::InvalidId(error) => error.into_api_error(),
            SessionError::Store(error) => error.into_api_error(),
        }
    }
}

impl IntoApiError for agent::Error {
    fn into_api_error(self) -> ApiError {
        let refused = |member: &str, value: serde_json::Value, message: String| {
            let issue = json!({ "path": [member], "message": message });
            ApiError::bad_request(json!({ member: value }), vec![issue])
        };
        let message = self.to_string();
        match self {
            agent::Error::UnknownSession(_) => ApiError::not_found(message),
            agent::Error::UnknownAgent { name, .. } => refused("agent", json!(name), message),
            agent::Error::UnknownModel(missing) => {
                let model = missing.model;
                let named = json!({ "providerID": model.provider, "modelID": model.model });
                refused("model", named, message)
            }
            agent::Error::NoProvider(_) => refused("model", serde_json::Value::Null, message),
            agent::Error::Retries(retries) => refused("format", json!({ "retryCount": retries }), message),
            agent::Error::Id(error) => error.into_api_error(),
            agent::Error::Disposed => ApiError::unknown(StatusCode::SERVICE_UNAVAILABLE, message),
            agent::Error::Lost => internal(&self),
            agent::Error::Store(error) => error.into_api_error(),
        }
    }
}

impl IntoApiError for ConfigError {
    fn into_api_error(self) -> ApiError {
        ApiError::named(StatusCode::INTERNAL_SERVER_ERROR, self.name(), self.data())
    }
}

impl IntoApiError for InstanceError {
    fn into_api_error(self) -> ApiError {
        match self {
            InstanceError::Config(error) => error.into_api_error(),
            InstanceError::Store(error) => error.into_api_error(),
            // Both name a file of the user's, and what to do about it.
            InstanceError::Models(error) => internal(&*error),
            InstanceError::Auth(error) => internal(&*error),
            InstanceError::Lost => ApiError::unknown(StatusCode::SERVICE_UNAVAILABLE, self.to_string()),
        }
    }
}

impl IntoApiError for AuthError {
    fn into_api_error(self) -> ApiError {
        internal(&self)
    }
}
