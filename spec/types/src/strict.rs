//! Decoding input by the letter of the contract.
//!
//! Unions that an answer can carry take a member that they do not know, because a newer server may send it. The same
//! unions stand in requests, and there an unknown member is the caller's mistake. Who decodes says which it is.

use std::cell::Cell;

thread_local! {
    static STRICT: Cell<bool> = const { Cell::new(false) };
}

/// Runs `decode`, in which every union is closed: an unknown tag is an error, and not kept.
pub fn strict<T>(decode: impl FnOnce() -> T) -> T {
    /// Puts back what was, also when decoding panics.
    struct Before(bool);
    impl Drop for Before {
        fn drop(&mut self) {
            STRICT.set(self.0);
        }
    }
    let _before = Before(STRICT.replace(true));
    decode()
}

/// For the macros of this crate.
pub fn is_strict() -> bool {
    STRICT.get()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FilePartSource;

    #[test]
    fn a_union_of_answers_is_closed_for_requests() {
        let read =
            |text: &str| serde_json::from_str::<FilePartSource>(text).map_err(|error| error.to_string());
        for text in [r#"{"type":"teleport"}"#, r#"{"type":7}"#, "{}"] {
            assert!(matches!(read(text), Ok(FilePartSource::Unknown(_))), "{text}");
        }
        let refused = strict(|| read(r#"{"type":"teleport"}"#)).expect_err("no such member");
        assert!(refused.contains("unknown variant `teleport`") && refused.contains("`symbol`"), "{refused}");
        for text in [r#"{"type":7}"#, "{}"] {
            assert!(strict(|| read(text)).expect_err("no tag").contains("missing field `type`"), "{text}");
        }
        assert!(read(r#"{"type":"teleport"}"#).is_ok(), "only there");
    }
}
