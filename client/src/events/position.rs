//! Where in the events of a server a stream is: [`Position`].

/// What was seen last. The ids of this project's server are in order, `<run of the server>-<number>`, both hexadecimal;
/// of any other id only equality is known.
#[derive(Clone, Debug, Default)]
pub(super) struct Position {
    /// Empty: nothing with an id.
    id: String,
}

impl Position {
    pub(super) fn id(&self) -> Option<&str> {
        Some(self.id.as_str()).filter(|id| !id.is_empty())
    }

    /// Keeps its memory: this happens for each event.
    pub(super) fn set(&mut self, id: &str) {
        self.id.clear();
        self.id.push_str(id);
    }

    /// Whether the event of this id was seen already.
    pub(super) fn has_seen(&self, id: &str) -> bool {
        match (order(id), order(&self.id)) {
            (Some((run, number)), Some((seen_run, seen_number))) => run == seen_run && number <= seen_number,
            _ => !id.is_empty() && self.id == id,
        }
    }
}

/// Run and number, both of fixed width and so in the order of their texts.
fn order(id: &str) -> Option<(&str, &str)> {
    let (run, number) = id.split_once('-')?;
    let digits = |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    (run.len() == 8 && number.len() == 12 && digits(run) && digits(number)).then_some((run, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_order_the_ids_of_one_run_only() {
        let not_after = |id: &str, seen: &str| Position { id: seen.to_owned() }.has_seen(id);
        assert!(not_after("0000beef-00000000002a", "0000beef-00000000002a"));
        assert!(not_after("0000beef-000000000029", "0000beef-00000000002a"));
        assert!(!not_after("0000beef-00000000002b", "0000beef-00000000002a"));
        assert!(!not_after("0000beee-000000000001", "0000beef-00000000002a"));
        assert!(not_after("x-1", "x-1") && !not_after("x-1", "x-2"));
        assert!(!not_after("+000beef-00000000002", "0000beef-00000000002a"), "another form of id");
    }
}
