//! Failures of operations: an [`ApiError`] together with the errors that the contract declares.
//!
//! Domain errors know no HTTP: they implement [`IntoApiError`], and `?` in a handler turns them into a [`Failure`] of
//! the type that the operation declares. The declared type is what dropshot documents; the body is the error's own.

use std::fmt;
use std::marker::PhantomData;

use dropshot::{ErrorStatusCode, HttpError, HttpResponseError, WebsocketChannelResult};
use http::StatusCode;
use schemars::JsonSchema;
use schemars::r#gen::SchemaGenerator;
use schemars::schema::Schema;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::capture::leave;
use super::error::{ApiError, IntoApiError};

/// The errors that an operation declares.
pub trait Declared: JsonSchema + Send + Sync + 'static {
    /// Statuses under which the contract declares them.
    const STATUSES: &'static [u16];
}

/// The contract declares no error for the operation.
#[derive(Clone, Copy, Debug)]
pub enum Undeclared {}

impl Declared for Undeclared {
    const STATUSES: &'static [u16] = &[];
}

impl JsonSchema for Undeclared {
    fn schema_name() -> String {
        "Undeclared".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        Schema::Bool(true)
    }
}

/// Marks an `HttpError` whose message is a body of ours: dropshot's extractors know no other error.
pub(super) const EXTRACTED: &str = "opencode.extracted";

/// What dropshot's router and extractors refuse.
impl From<HttpError> for ApiError {
    fn from(error: HttpError) -> Self {
        if error.error_code.as_deref() == Some(EXTRACTED)
            && let Ok(body) = serde_json::from_str(&error.external_message)
        {
            return Self::with_body(error.status_code.as_status(), body);
        }
        match error.status_code.as_status() {
            StatusCode::BAD_REQUEST => {
                Self::bad_request(Value::Null, vec![json!({ "message": error.external_message })])
            }
            StatusCode::NOT_FOUND => Self::not_found(error.external_message),
            status => Self::unknown(status, error.external_message),
        }
    }
}

/// The failure of an operation which declares the errors `D`.
pub struct Failure<D> {
    error: ApiError,
    declared: PhantomData<fn() -> D>,
}

impl<D> Failure<D> {
    /// Status and body.
    pub fn error(&self) -> &ApiError {
        &self.error
    }
}

impl<D> fmt::Debug for Failure<D> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(formatter)
    }
}

impl<D> fmt::Display for Failure<D> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(formatter)
    }
}

impl<D, E: IntoApiError> From<E> for Failure<D> {
    fn from(error: E) -> Self {
        Self { error: error.into_api_error(), declared: PhantomData }
    }
}

impl IntoApiError for HttpError {
    fn into_api_error(self) -> ApiError {
        self.into()
    }
}

/// dropshot encodes an error when it makes the response of it: that is the moment at which ours is left to
/// [`capture`](super::capture). Under an ordinary dropshot server the body is written as usual.
impl<D> Serialize for Failure<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match leave(self.error.clone().into_response()) {
            Ok(()) => serializer.serialize_unit(),
            Err(_) => self.error.body().serialize(serializer),
        }
    }
}

impl<D: JsonSchema> JsonSchema for Failure<D> {
    fn schema_name() -> String {
        D::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        D::json_schema(generator)
    }
}

impl<D: Declared> HttpResponseError for Failure<D> {
    fn status_code(&self) -> ErrorStatusCode {
        // An error whose status says success is a mistake of ours; the client must not take it for one.
        ErrorStatusCode::from_status(self.error.status()).unwrap_or(ErrorStatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// The default body of a trait method: 501.
///
/// # Errors
/// Always.
pub fn not_built<T, D>(operation: &str) -> Result<T, Failure<D>> {
    Err(ApiError::not_implemented(operation).into())
}

/// The default body of a WebSocket operation, whose upgrade has already been agreed to: the socket closes.
///
/// # Errors
/// Always.
pub fn socket_not_built(operation: &str) -> WebsocketChannelResult {
    Err(ApiError::not_implemented(operation).to_string().into())
}

#[cfg(test)]
mod tests {
    use super::super::capture;
    use super::*;

    #[test]
    fn shapes_are_those_of_the_contract() {
        let refused = ApiError::bad_request(json!({"a": 1}), vec![json!({"path": ["a"], "message": "no"})]);
        serde_json::from_value::<opencode_types::BadRequestError>(refused.body().clone())
            .expect("a BadRequestError");
        let missing = ApiError::not_found("Session not found: ses_1");
        serde_json::from_value::<opencode_types::NotFoundError>(missing.body().clone())
            .expect("a NotFoundError");
        let unbuilt = ApiError::not_implemented("pty.list");
        serde_json::from_value::<opencode_types::UnknownError>(unbuilt.body().clone())
            .expect("an UnknownError");
        assert_eq!(unbuilt.status(), StatusCode::NOT_IMPLEMENTED);
    }

    #[tokio::test]
    async fn a_captured_failure_leaves_its_response() {
        let failure: Failure<Undeclared> = ApiError::not_found("gone").into();
        let (text, left) =
            capture(async { serde_json::to_string(&failure).expect("it can be encoded") }).await;
        assert_eq!(text, "null");
        let left = left.expect("a response");
        assert_eq!(left.status(), StatusCode::NOT_FOUND);
        assert_eq!(left.headers()["content-type"], "application/json");
        assert!(serde_json::to_string(&failure).expect("outside").contains("gone"));
    }
}
