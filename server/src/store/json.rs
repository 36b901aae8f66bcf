//! Between wire objects and the JSON text of a row's `data`.
//!
//! What is written was a contract type, so what is read can go into an answer as text, unparsed.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::StoreError;

/// The text for `data`.
pub(super) fn encode<T: Serialize>(table: &'static str, id: &str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(StoreError::row(table, id))
}

/// The object in `data`.
pub(super) fn decode<T: DeserializeOwned>(
    table: &'static str,
    id: &str,
    data: &str,
) -> Result<T, StoreError> {
    serde_json::from_str(data).map_err(StoreError::row(table, id))
}

/// `[a,b,…]` of texts that are JSON already.
pub(super) fn array<'a>(items: impl Iterator<Item = &'a str> + Clone) -> String {
    let mut text = String::with_capacity(2 + items.clone().map(|item| item.len() + 1).sum::<usize>());
    text.push('[');
    for (index, item) in items.enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(item);
    }
    text.push(']');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrays_are_joined_with_commas() {
        assert_eq!(array([].into_iter()), "[]");
        assert_eq!(array(["1"].into_iter()), "[1]");
        assert_eq!(array(["{}", "[2]", "null"].into_iter()), "[{},[2],null]");
    }
}
