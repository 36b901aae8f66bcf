//! The name of one change that stays the same from run to run, for files that accept it.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{Direction, Subject};

/// How many bytes of the digest are kept: two digits each.
const KEPT: usize = 8;

/// The first 16 hexadecimal digits of the SHA-256 of everything that makes a change this one.
///
/// Places are left out: they move whenever something else in the file does. So is the subject's address when it has
/// a name: an operation that moves keeps its accepted changes.
pub(super) fn fingerprint(
    rule: &str,
    subject: &Subject,
    at: &str,
    direction: Option<Direction>,
    before: Option<&Value>,
    after: Option<&Value>,
) -> String {
    let subject = match subject {
        Subject::Document => "document".to_owned(),
        Subject::Operation { id, .. } => format!("operation {id}"),
        Subject::Schema { name } => format!("schema {name}"),
        Subject::Shared { kind, name } => format!("{} {name}", kind.name()),
    };
    let direction = match direction {
        None => "",
        Some(Direction::Request) => "request",
        Some(Direction::Response) => "response",
    };
    let value = |value: Option<&Value>| value.map(Value::to_string).unwrap_or_default();
    let mut digest = Sha256::new();
    for part in [rule, &subject, at, direction, &value(before), &value(after)] {
        // The length keeps `ab` + `c` apart from `a` + `bc`.
        digest.update(part.len().to_le_bytes());
        digest.update(part);
    }
    let digest = digest.finalize();
    let kept = digest.iter().take(KEPT).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{kept:016x}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_part_counts_and_nothing_else() {
        let schema = |name: &str| Subject::Schema { name: name.to_owned() };
        let operation = |path: &str| Subject::Operation {
            id: "a.get".to_owned(),
            method: "GET".to_owned(),
            path: path.to_owned(),
        };
        let one = |subject: &Subject| fingerprint("rule", subject, "at", None, None, Some(&json!(1)));
        let first = one(&schema("A"));
        assert_eq!(first.len(), 16);
        assert_eq!(first, one(&schema("A")));
        assert_eq!(one(&operation("/a")), one(&operation("/b")));
        let others = [
            one(&schema("B")),
            one(&Subject::Document),
            fingerprint("rul", &schema("A"), "eat", None, None, Some(&json!(1))),
            fingerprint("rule", &schema("A"), "at", Some(Direction::Request), None, Some(&json!(1))),
            fingerprint("rule", &schema("A"), "at", None, Some(&json!(1)), None),
        ];
        assert!(others.iter().all(|other| *other != first), "{others:?}");
    }
}
