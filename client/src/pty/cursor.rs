//! Counting as the server counts, and joining a replay to what came before. Start from [`join`].

/// Length in UTF-16 code units, JavaScript's `length`. A character that JavaScript had cut in two was sent as two
/// replacement characters, which count as much.
pub(super) fn units(text: &str) -> u64 {
    text.chars().map(|character| character.len_utf16() as u64).sum()
}

/// What a replay adds.
#[derive(Debug, PartialEq)]
pub(super) struct Joined<'a> {
    /// Whether something is missing before the text: `Some(None)` if it can't be known how much.
    pub gap: Option<Option<u64>>,
    /// What was not there before.
    pub text: &'a str,
}

/// Joins `replay`, after which the server's count is `end`, to output that was read up to `expected`. Nothing is
/// expected by a reader that has read nothing and wants nothing but what is new.
pub(super) fn join(expected: Option<u64>, replay: &str, end: u64) -> Joined<'_> {
    let Some(expected) = expected else { return Joined { gap: None, text: replay } };
    let start = end.saturating_sub(units(replay));
    if end < expected {
        // The server has said less than we have read: it counts anew.
        return Joined { gap: Some(None), text: replay };
    }
    if start > expected {
        return Joined { gap: Some(Some(start - expected)), text: replay };
    }
    let mut known = expected - start;
    let fresh = replay.char_indices().find(|(_, character)| {
        let is_fresh = known == 0;
        known = known.saturating_sub(character.len_utf16() as u64);
        is_fresh
    });
    Joined { gap: None, text: fresh.map_or("", |(at, _)| &replay[at..]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn units_are_those_of_javascript() {
        assert_eq!(units("aß€"), 3);
        assert_eq!(units("🦀"), 2);
        assert_eq!(units(""), 0);
    }

    #[test]
    fn a_replay_is_joined_where_it_belongs() {
        let joined = |expected, replay, end| {
            let Joined { gap, text } = join(expected, replay, end);
            (gap, text.to_owned())
        };
        assert_eq!(joined(Some(0), "abc", 3), (None, "abc".into()));
        assert_eq!(joined(Some(1), "bc", 3), (None, "bc".into()));
        assert_eq!(joined(Some(3), "", 3), (None, String::new()));
        assert_eq!(joined(Some(1), "abc", 3), (None, "bc".into()), "more than was asked for");
        assert_eq!(joined(Some(3), "abc", 3), (None, String::new()), "nothing new");
        assert_eq!(joined(Some(1), "xy", 9), (Some(Some(6)), "xy".into()), "the buffer was cut");
        assert_eq!(joined(Some(9), "", 3), (Some(None), String::new()), "another count");
        assert_eq!(joined(None, "", 3), (None, String::new()), "only what is new");
    }

    proptest! {
        /// However the output is cut, and wherever the server begins its replay, what is read is what was said.
        #[test]
        fn nothing_is_doubled_or_lost(said in "[a🦀ß\n]{0,40}", read in 0usize..40, kept in 0usize..40) {
            let characters: Vec<char> = said.chars().collect();
            let part = |from: usize, to: usize| -> String { characters[from..to].iter().collect() };
            let read = read.min(characters.len());
            let kept = kept.min(characters.len());
            let (before, replay) = (part(0, read), part(kept, characters.len()));
            let Joined { gap, text } = join(Some(units(&before)), &replay, units(&said));
            if kept <= read {
                prop_assert_eq!(gap, None);
                prop_assert_eq!(format!("{before}{text}"), said);
            } else {
                prop_assert_eq!(gap, Some(Some(units(&part(read, kept)))));
                prop_assert_eq!(text, replay.as_str());
            }
        }
    }
}
