//! One finding about a configuration, in the form that OpenCode's clients know: the issues of the zod library, version 4.

use serde_json::{Map, Value, json};

use super::jsonc::Step;

/// What is wrong at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// From the root of the document.
    pub path: Vec<Step>,
    /// For people; does not repeat the path.
    pub message: String,
    /// The members beside `path` and `message`: `code` and what it needs.
    detail: Map<String, Value>,
    /// The value has the right kind, and only a limit is missed: in a union, this branch was meant.
    pub(super) is_bound: bool,
}

impl Issue {
    fn new(path: &[Step], detail: Value, message: impl Into<String>) -> Self {
        let Value::Object(detail) = detail else {
            unreachable!("every caller below passes an object literal")
        };
        Self { path: path.to_vec(), message: message.into(), detail, is_bound: false }
    }

    fn bound(path: &[Step], detail: Value, message: impl Into<String>) -> Self {
        Self { is_bound: true, ..Self::new(path, detail, message) }
    }

    /// Not of the expected kind; `found` is `None` for a missing member.
    pub(super) fn kind(path: &[Step], expected: &str, found: Option<&Value>) -> Self {
        let message = format!("Invalid input: expected {expected}, received {}", kind_of(found));
        Self::new(path, json!({"expected": expected, "code": "invalid_type"}), message)
    }

    /// A fraction where a whole number belongs.
    pub(super) fn fraction(path: &[Step]) -> Self {
        let detail = json!({"expected": "int", "format": "safeint", "code": "invalid_type"});
        Self::new(path, detail, "Invalid input: expected int, received number")
    }

    /// Not one of the values allowed.
    pub(super) fn value(path: &[Step], allowed: &[Value]) -> Self {
        let list: Vec<String> = allowed.iter().map(Value::to_string).collect();
        let message = match list.as_slice() {
            [only] => format!("Invalid input: expected {only}"),
            several => format!("Invalid option: expected one of {}", several.join("|")),
        };
        Self::new(path, json!({"code": "invalid_value", "values": allowed}), message)
    }

    pub(super) fn unrecognized(path: &[Step], keys: &[&str]) -> Self {
        let list: Vec<String> = keys.iter().map(|key| Value::from(*key).to_string()).collect();
        let plural = if keys.len() == 1 { "" } else { "s" };
        let message = format!("Unrecognized key{plural}: {}", list.join(", "));
        Self::new(path, json!({"code": "unrecognized_keys", "keys": keys}), message)
    }

    pub(super) fn too_small(path: &[Step], minimum: f64, inclusive: bool) -> Self {
        let minimum = number(minimum);
        let sign = if inclusive { ">=" } else { ">" };
        let message = format!("Too small: expected number to be {sign}{minimum}");
        let detail =
            json!({"origin": "number", "code": "too_small", "minimum": minimum, "inclusive": inclusive});
        Self::bound(path, detail, message)
    }

    pub(super) fn too_big(path: &[Step], maximum: f64) -> Self {
        let maximum = number(maximum);
        let message = format!("Too big: expected number to be <={maximum}");
        let detail = json!({"origin": "number", "code": "too_big", "maximum": maximum, "inclusive": true});
        Self::bound(path, detail, message)
    }

    pub(super) fn pattern(path: &[Step], pattern: &str) -> Self {
        let pattern = format!("/{pattern}/");
        let message = format!("Invalid string: must match pattern {pattern}");
        let detail =
            json!({"origin": "string", "code": "invalid_format", "format": "regex", "pattern": pattern});
        Self::bound(path, detail, message)
    }

    /// Fits no branch; the findings of each branch have paths from the value on.
    pub(super) fn union(path: &[Step], branches: Vec<Vec<Issue>>) -> Self {
        let errors: Vec<Vec<Value>> =
            branches.iter().map(|issues| issues.iter().map(Issue::to_json).collect()).collect();
        Self::new(path, json!({"code": "invalid_union", "errors": errors}), "Invalid input")
    }

    /// The member that says which branch is meant has an unknown value, or is missing.
    pub(super) fn no_discriminator(path: &[Step], tag: &str) -> Self {
        let detail = json!({
            "code": "invalid_union", "errors": [], "note": "No matching discriminator", "discriminator": tag,
        });
        Self::new(path, detail, "Invalid input")
    }

    /// The same finding, seen from `parent`.
    pub(super) fn below(mut self, parent: &[Step]) -> Self {
        self.path.splice(0..0, parent.iter().cloned());
        self
    }

    /// The issue as clients get it.
    pub fn to_json(&self) -> Value {
        let path = self.path.iter().map(|step| match step {
            Step::Key(key) => Value::from(key.as_str()),
            Step::Index(index) => Value::from(*index),
        });
        let mut members = self.detail.clone();
        members.insert("path".to_owned(), path.collect());
        members.insert("message".to_owned(), Value::from(self.message.as_str()));
        Value::Object(members)
    }

    /// `agent.build.mode: Invalid option: …`.
    pub fn sentence(&self) -> String {
        let mut place = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) if place.is_empty() => place.push_str(key),
                Step::Key(key) => place.extend([".", key]),
                Step::Index(index) => place.push_str(&format!("[{index}]")),
            }
        }
        if place.is_empty() { self.message.clone() } else { format!("{place}: {}", self.message) }
    }
}

fn kind_of(value: Option<&Value>) -> &'static str {
    match value {
        None => "undefined",
        Some(Value::Null) => "null",
        Some(Value::Bool(_)) => "boolean",
        Some(Value::Number(_)) => "number",
        Some(Value::String(_)) => "string",
        Some(Value::Array(_)) => "array",
        Some(Value::Object(_)) => "object",
    }
}

/// A whole number without a fraction, as JavaScript writes it.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
        Value::from(value as i64)
    } else {
        Value::from(value)
    }
}
