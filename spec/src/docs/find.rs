//! Which operation a person means, and which they may have meant.

use serde_json::Value;

use crate::document::{Operation, operations};

/// The operation that `wanted` names, by its id or by `METHOD /path`.
pub fn find<'a>(document: &'a Value, wanted: &str) -> Option<Operation<'a>> {
    let address = wanted.split_whitespace().collect::<Vec<_>>().join(" ");
    operations(document).into_iter().find(|operation| {
        operation.id() == Some(wanted.trim())
            || operation.address().eq_ignore_ascii_case(&address) && same_path(operation, &address)
    })
}

/// The method may be in any case; the path may not.
fn same_path(operation: &Operation<'_>, address: &str) -> bool {
    address.split_once(' ').is_some_and(|(_, path)| path == operation.path)
}

/// Up to five operations whose id or address looks like `wanted`, the most alike first.
pub fn near(document: &Value, wanted: &str) -> Vec<String> {
    let wanted = wanted.trim().to_lowercase();
    let mut found: Vec<(usize, String)> = Vec::new();
    for operation in operations(document) {
        let (id, address) = (operation.id().unwrap_or_default(), operation.address());
        let score = [id, &address, operation.path]
            .iter()
            .filter(|name| !name.is_empty())
            .map(|name| {
                let name = name.to_lowercase();
                let holds = wanted.len() > 2
                    && (name.contains(&wanted) || (name.len() > 4 && wanted.contains(&name)));
                let far = distance(&name, &wanted);
                if holds { far.min(2) } else { far }
            })
            .min()
            .unwrap_or(usize::MAX);
        if score <= 1 + wanted.chars().count() / 3 {
            found.push((score, format!("{id}  ({address})").trim_start().to_owned()));
        }
    }
    found.sort_by_key(|(score, _)| *score);
    found.into_iter().take(5).map(|(_, name)| name).collect()
}

/// How many letters must be changed, added or removed. Beyond the first 100 letters nothing is looked at.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) =
        (one.chars().take(100).collect(), other.chars().take(100).collect());
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.iter().enumerate() {
        let mut next = vec![index + 1];
        for (at, wanted) in other.iter().enumerate() {
            let changed = last[at] + usize::from(letter != wanted);
            next.push(changed.min(last[at + 1] + 1).min(next[at] + 1));
        }
        last = next;
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document() -> Value {
        json!({"paths": {
            "/session": {"get": {"operationId": "session.list"}, "post": {"operationId": "session.create"}},
            "/session/{sessionID}": {"get": {"operationId": "session.get"}},
            "/mcp": {"get": {}},
        }})
    }

    #[test]
    fn an_operation_is_found_by_id_and_by_address() {
        let document = document();
        let address = |wanted: &str| find(&document, wanted).map(|operation| operation.address());
        assert_eq!(address("session.list").as_deref(), Some("GET /session"));
        assert_eq!(address("post  /session").as_deref(), Some("POST /session"));
        assert_eq!(address("GET /mcp").as_deref(), Some("GET /mcp"));
        assert_eq!(address("GET /Session"), None);
        assert_eq!(address(""), None);
    }

    #[test]
    fn near_misses_are_named() {
        let document = document();
        assert_eq!(
            near(&document, "sesion.list").first().map(String::as_str),
            Some("session.list  (GET /session)")
        );
        assert_eq!(near(&document, "create"), ["session.create  (POST /session)"]);
        assert_eq!(near(&document, "GET /mpc"), ["(GET /mcp)"]);
        assert_eq!(near(&document, "something else entirely"), [""; 0]);
    }
}
