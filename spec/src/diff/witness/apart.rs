//! The values that tell two schemas apart, and which of them shows a change best.

use std::sync::OnceLock;

use serde_json::Value;

use super::Wanted;
use super::judge::{Complaint, Judge};
use super::local::Local;
use super::sample::{Effort, Sampler};

/// Values of which a complaint is asked for, to find the one that shows a change best.
const MOST_SHOWN: usize = 64;
/// Longer complaints tell people nothing.
const LONGEST_COMPLAINT: usize = 240;

/// Values that the one schema allows and the other refuses: at least one.
pub(super) struct Apart {
    /// The smallest first, each with the complaints about it, made when somebody asks for them.
    values: Vec<(Value, OnceLock<Vec<Complaint>>)>,
    refusing: Judge,
}

impl Apart {
    /// `None` if no value that was tried does.
    pub(super) fn of(
        (allowing, allowed): (&Value, &Local),
        (refusing, refused): (&Value, &Local),
        effort: Effort,
    ) -> Option<Self> {
        let (a, b) = (schema(allowing, allowed)?, schema(refusing, refused)?);
        let mut values = Sampler::new(allowing, refusing, effort).candidates(a, b);
        let judge_b = Judge::of(refusing, refused, &values.iter().collect::<Vec<_>>())?;
        values.retain(|value| !judge_b.allows(value));
        if values.is_empty() {
            return None;
        }
        let judge_a = Judge::of(allowing, allowed, &values.iter().collect::<Vec<_>>())?;
        let shown = values.into_iter().filter(|value| judge_a.allows(value)).take(MOST_SHOWN);
        let values: Vec<_> = shown.map(|value| (value, OnceLock::new())).collect();
        (!values.is_empty()).then_some(Self { values, refusing: judge_b })
    }

    /// The smallest value that is refused for what is wanted, and if possible for nothing else.
    pub(super) fn best(&self, wanted: &Wanted) -> Option<(Value, String)> {
        let mut best: Option<((bool, usize, bool), &Value, &Complaint)> = None;
        for (value, complaints) in &self.values {
            let complaints = complaints.get_or_init(|| self.refusing.complaints(value));
            let about = complaints.iter().find(|complaint| complaint.is_about(&wanted.names));
            let Some(first) = about.or(complaints.first()) else { continue };
            if wanted.strict && about.is_none() {
                continue;
            }
            let faults = (about.is_none(), complaints.len() - 1, wanted.parameter && value == "");
            if best.as_ref().is_none_or(|(least, ..)| faults < *least) {
                best = Some((faults, value, first));
            }
            if faults == (false, 0, false) {
                break;
            }
        }
        best.map(|(_, value, first)| (value.clone(), complaint(first)))
    }
}

fn schema<'a>(document: &'a Value, local: &'a Local) -> Option<&'a Value> {
    match local {
        Local::At(pointer) => pointer.get(document),
        Local::Parameters(schema) => Some(schema),
    }
}

/// `/time/created: 1.5 is not of type "integer"`, cut where it becomes long.
fn complaint(complaint: &Complaint) -> String {
    let Complaint { at, words, .. } = complaint;
    let words = if at.is_empty() { words.to_owned() } else { format!("{at}: {words}") };
    if words.chars().count() <= LONGEST_COMPLAINT {
        return words;
    }
    let half = LONGEST_COMPLAINT / 2;
    let start: String = words.chars().take(half).collect();
    let end: Vec<char> = words.chars().rev().take(half).collect();
    format!("{start} … {}", end.iter().rev().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_complaint_is_cut_in_the_middle() {
        let words = format!("{}end", "x".repeat(1000));
        let cut = complaint(&Complaint { at: "/a".to_owned(), keywords: "/type".to_owned(), words });
        assert!(cut.starts_with("/a: xxx") && cut.ends_with("xend") && cut.contains(" … "), "{cut}");
        assert!(cut.chars().count() < 250);
    }
}
