//! Successful answers: a value, JSON text that is ready, or a body that is still to come.

use std::sync::Mutex;

use dropshot::{Body, HttpResponseOk};
use http::Response;
use schemars::JsonSchema;
use schemars::r#gen::SchemaGenerator;
use schemars::schema::Schema;
use serde::{Serialize, Serializer};

use super::capture::leave;
use super::failure::Failure;

/// Status 200 with JSON of type `T`, or one of the declared errors `E`.
pub type Answer<T, E> = Result<HttpResponseOk<Json<T>>, Failure<E>>;

/// JSON of type `T`.
///
/// The store keeps messages as JSON text; [`Json::text`] passes it on without decoding and encoding it again.
/// [`Json::body`] streams: the status goes out at once, the JSON follows when the work is done.
#[derive(Debug)]
pub struct Json<T>(Content<T>);

#[derive(Debug)]
enum Content<T> {
    Value(T),
    /// Taken when the answer is encoded.
    Body(Mutex<Option<Body>>),
}

impl<T> Json<T> {
    /// A value to encode.
    pub fn value(value: T) -> Self {
        Self(Content::Value(value))
    }

    /// JSON text that is known to be a `T`.
    pub fn text(text: impl Into<bytes::Bytes>) -> Self {
        Self::body(Body::wrap(http_body_util::Full::new(text.into())))
    }

    /// A body that will be the JSON of a `T`.
    pub fn body(body: Body) -> Self {
        Self(Content::Body(Mutex::new(Some(body))))
    }
}

impl<T: Serialize + JsonSchema + Send + Sync + 'static> Json<T> {
    /// The answer with status 200.
    ///
    /// # Errors
    /// Never; the type is that of a handler.
    pub fn ok<E>(self) -> Answer<T, E> {
        Ok(HttpResponseOk(self))
    }
}

/// The value as an answer with status 200.
///
/// # Errors
/// Never; the type is that of a handler.
pub fn answer<T, E>(value: T) -> Answer<T, E>
where
    T: Serialize + JsonSchema + Send + Sync + 'static,
{
    Json::value(value).ok()
}

impl<T: Serialize> Serialize for Json<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Content::Value(value) => value.serialize(serializer),
            Content::Body(body) => {
                let body = body.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
                let mut response = Response::new(body.unwrap_or_else(Body::empty));
                let json = http::HeaderValue::from_static("application/json");
                response.headers_mut().insert(http::header::CONTENT_TYPE, json);
                match leave(response) {
                    Ok(()) => serializer.serialize_unit(),
                    Err(_) => Err(serde::ser::Error::custom("a body that is ready needs the gateway")),
                }
            }
        }
    }
}

impl<T: JsonSchema> JsonSchema for Json<T> {
    fn schema_name() -> String {
        T::schema_name()
    }

    fn is_referenceable() -> bool {
        T::is_referenceable()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
