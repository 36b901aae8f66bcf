//! What the signatures say, as data: the side of the contract check that is not the contract.

use std::error::Error;

use serde_json::Value;

use crate::modules::{stream_events, stubs};

/// dropshot's OpenAPI document of each module.
///
/// # Errors
/// dropshot refuses a module, for example because two of its paths collide.
pub fn documents() -> Result<Vec<Value>, Box<dyn Error + Send + Sync>> {
    let document = |(module, description): (&str, dropshot::ApiDescription<_>)| {
        // dropshot wants a version of the API; nobody reads it.
        Ok(description.openapi(module, "0.0.0".parse()?).json()?)
    };
    stubs()?.into_iter().map(document).collect()
}

/// For each operation that answers with a stream of events the JSON schema of one event.
///
/// # Errors
/// Never in practice: a schema is plain data.
pub fn streams() -> Result<Vec<(&'static str, Value)>, Box<dyn Error + Send + Sync>> {
    stream_events()
        .into_iter()
        .map(|(operation, schema)| Ok((operation, serde_json::to_value(schema)?)))
        .collect()
}
