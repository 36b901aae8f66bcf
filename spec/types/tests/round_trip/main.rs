//! JSON → type → JSON gives the same JSON: for what the real server sent, and for samples of every schema.
//!
//! Shapes can be right while data is lost (`[]` and absence made one, a member dropped); only sending data through
//! the types shows that. What is lost on purpose or by upstream's fault is listed by name, with a reason.

// The generator decides how generated code looks.
#[rustfmt::skip]
mod generated;
mod recorded;
mod sampler;
mod samples;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Decodes and encodes.
type RoundTrip = fn(&Value) -> Result<Value, String>;

fn round_trip<T: DeserializeOwned + Serialize>(value: &Value) -> Result<Value, String> {
    // Through text, as on the wire: it takes another way through serde than a `Value` does.
    let decoded: T = serde_json::from_str(&value.to_string()).map_err(|error| error.to_string())?;
    serde_json::to_value(decoded).map_err(|error| error.to_string())
}

/// The contract that the types were generated from.
fn contract() -> Value {
    serde_json::from_str(include_str!("../../../opencode-api.json")).expect("the contract is JSON")
}

/// First place at which two values differ.
fn difference(left: &Value, right: &Value, pointer: &str) -> Option<String> {
    match (left, right) {
        (Value::Object(one), Value::Object(other)) => {
            one.keys().chain(other.keys()).find_map(|key| match (one.get(key), other.get(key)) {
                (Some(one), Some(other)) => difference(one, other, &format!("{pointer}/{key}")),
                (Some(_), None) => Some(format!("{pointer}/{key} was lost")),
                _ => Some(format!("{pointer}/{key} came out of nothing")),
            })
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => one
            .iter()
            .zip(other)
            .enumerate()
            .find_map(|(index, (one, other))| difference(one, other, &format!("{pointer}/{index}"))),
        _ if left == right => None,
        _ => Some(format!("{pointer}: {left} became {right}")),
    }
}
