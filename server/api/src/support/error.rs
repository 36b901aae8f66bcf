//! The one error that reaches a client, and the contract's shapes of it.
//!
//! Domain errors know nothing of HTTP; they become an [`ApiError`] through [`IntoApiError`], next to the handlers.

use std::fmt;

use dropshot::Body;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use serde_json::{Value, json};

/// An error as the client sees it: a status and a body of the contract.
#[derive(Clone, Debug)]
pub struct ApiError {
    status: StatusCode,
    /// Boxed, because most errors have none and every handler's result is as large as its error.
    headers: Option<Box<HeaderMap>>,
    body: Value,
}

/// A domain error that has a place in the contract.
pub trait IntoApiError {
    fn into_api_error(self) -> ApiError;
}

impl IntoApiError for ApiError {
    fn into_api_error(self) -> ApiError {
        self
    }
}

impl ApiError {
    /// 400, `#/components/schemas/BadRequestError`: `data` is the input as far as it was understood, each issue an
    /// object that says what is wrong with it.
    pub fn bad_request(data: Value, issues: Vec<Value>) -> ApiError {
        ApiError::new(StatusCode::BAD_REQUEST, json!({ "data": data, "errors": issues, "success": false }))
    }

    /// 404, `#/components/schemas/NotFoundError`.
    pub fn not_found(message: impl Into<String>) -> ApiError {
        ApiError::named(StatusCode::NOT_FOUND, "NotFoundError", json!({ "message": message.into() }))
    }

    /// `#/components/schemas/UnknownError` with any status: what has no name of its own in the contract.
    pub fn unknown(status: StatusCode, message: impl Into<String>) -> ApiError {
        ApiError::named(status, "UnknownError", json!({ "message": message.into() }))
    }

    /// 501: the contract has this operation, this server does not have it yet.
    pub fn not_implemented(operation: &str) -> ApiError {
        ApiError::unknown(StatusCode::NOT_IMPLEMENTED, format!("{operation} is not implemented yet"))
    }

    /// An error of the contract's form `{name, data}`.
    pub fn named(status: StatusCode, name: &str, data: Value) -> ApiError {
        ApiError::new(status, json!({ "name": name, "data": data }))
    }

    /// A body that is already in one of the contract's shapes.
    pub(super) fn with_body(status: StatusCode, body: Value) -> ApiError {
        ApiError::new(status, body)
    }

    fn new(status: StatusCode, body: Value) -> ApiError {
        ApiError { status, headers: None, body }
    }

    /// Adds a header to the response, such as `Allow` to a 405.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> ApiError {
        self.headers.get_or_insert_default().append(name, value);
        self
    }

    pub fn status(&self) -> StatusCode {
        self.status
    }

    pub fn body(&self) -> &Value {
        &self.body
    }

    pub fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::from(self.body.to_string()));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers.map(|headers| *headers).unwrap_or_default();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        response
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message =
            self.body["data"]["message"].as_str().or_else(|| self.body["errors"][0]["message"].as_str());
        write!(formatter, "{}: {}", self.status, message.unwrap_or_default())
    }
}
