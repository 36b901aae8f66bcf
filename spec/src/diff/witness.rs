//! Values that show a change: allowed by one contract and refused by the other, and the validator has said so.
//!
//! [`attach`] looks at the two local schemas of each change that breaks somebody. What old callers send and a new
//! server refuses, or a new server sends and old callers do not know, is searched among the values that
//! [`sample`] makes of both; [`judge`] asks the validator, and the smallest value that shows this change, and not
//! another one beside it, is kept. The work has bounds that are counted, never timed, so that every run finds the same.

mod judge;
pub(in crate::diff) mod local;
mod parts;
mod sample;
mod text;

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use serde_json::Value;

use self::judge::{Complaint, Judge};
use self::local::Local;
use self::sample::{Effort, Least, Sampler};
use super::{Change, Direction, Level, Place, Valid, Witness};
use crate::document::Document;

/// Values of which a complaint is asked for, to find the one that shows this change best.
const MOST_SHOWN: usize = 12;
/// Changes for which a witness is searched; a document in which more breaks is another document.
const MOST_CHANGES: usize = 2_000;
/// Longer values and complaints tell people nothing.
const MOST_LETTERS: usize = 2_000;
const LONGEST_COMPLAINT: usize = 240;

/// Finds witnesses for the changes that break callers or servers.
pub(super) fn attach(old: &Document, new: &Document, changes: &mut [Change]) {
    let breaking = |change: &&mut Change| {
        matches!(change.level, Level::Breaking | Level::BreakingForServers) && change.direction.is_some()
    };
    let mut found: Vec<&mut Change> = changes.iter_mut().filter(breaking).collect();
    found.sort_by_key(|change| change.level);
    found.truncate(MOST_CHANGES);
    // Two cores are what the smallest machine has; each takes every second change, so that both have the same to do.
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for (index, change) in found.into_iter().enumerate() {
        if index % 2 == 0 { left.push(change) } else { right.push(change) }
    }
    let search = |changes: Vec<&mut Change>| {
        let mut search = Search { old: old.value(), new: new.value(), known: HashMap::new(), least: Default::default() };
        for change in changes {
            change.witness = search.witness(change);
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| search(left));
        search(right);
    });
}

/// A value that the one schema allows and the other refuses, and what is said against it.
type Found = Option<(Value, String)>;

/// The search in two documents.
struct Search<'d> {
    old: &'d Value,
    new: &'d Value,
    /// What was found for schemas of this text: the same union of errors stands in a hundred answers.
    known: HashMap<Asked<'d>, Found>,
    /// The least values of the old and the new document.
    least: (Least, Least),
}

/// What decides what is found: the two schemas, which of them shall allow the value, and what it shall show.
#[derive(PartialEq, Eq)]
struct Asked<'d> {
    schemas: (&'d Value, &'d Value),
    valid: Valid,
    wanted: Wanted,
}

impl Hash for Asked<'_> {
    /// Without the schemas: to hash them takes longer than to compare the few that are asked about alike.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.valid.hash(state);
        self.wanted.hash(state);
    }
}

/// What a good witness of one change shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Wanted {
    /// The names that the change speaks of.
    names: Vec<String>,
    /// It is a parameter: in a path an empty text cannot even be sent.
    parameter: bool,
}

impl<'d> Search<'d> {
    fn witness(&mut self, change: &Change) -> Option<Witness> {
        let orders: &[Valid] = match (change.direction?, change.level) {
            (Direction::Request, Level::Breaking) => &[Valid::Before],
            (Direction::Request, _) => &[Valid::After],
            // A member that no longer comes breaks who reads it: then the value that is gone shows it.
            (Direction::Response, Level::Breaking) => &[Valid::After, Valid::Before],
            (Direction::Response, _) => &[Valid::Before],
        };
        let wanted = Wanted { names: focus(change), parameter: change.rule.starts_with("request-parameter") };
        let pairs = local::pairs(self.old, self.new, change);
        orders.iter().find_map(|valid| {
            let found = pairs.iter().find_map(|(before, after)| self.between(before, after, *valid, &wanted));
            found.map(|(value, error)| Witness { value, valid: *valid, error })
        })
    }

    fn between(&mut self, before: &Local, after: &Local, valid: Valid, wanted: &Wanted) -> Found {
        let (Local::At(a), Local::At(b)) = (before, after) else {
            // These schemas stand in no document: nothing that is known by address holds for them.
            return self.find(before, after, valid, wanted, &mut Default::default());
        };
        let schemas = (a.get(self.old)?, b.get(self.new)?);
        let asked = Asked { schemas, valid, wanted: wanted.clone() };
        if let Some(found) = self.known.get(&asked) {
            return found.clone();
        }
        let mut least = std::mem::take(&mut self.least);
        let found = self.find(before, after, valid, wanted, &mut least);
        self.least = least;
        self.known.insert(asked, found.clone());
        found
    }

    fn find(
        &self,
        before: &Local,
        after: &Local,
        valid: Valid,
        wanted: &Wanted,
        least: &mut (Least, Least),
    ) -> Found {
        match valid {
            Valid::Before => between((self.old, before), (self.new, after), wanted, &mut least.0),
            Valid::After => between((self.new, after), (self.old, before), wanted, &mut least.1),
        }
    }
}

/// The names that the change speaks of: complaints about them are about this change.
pub(super) fn focus(change: &Change) -> Vec<String> {
    let mut names: Vec<String> = change.message.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    names.extend(change.at.rsplit([',', '.', ' ']).next().filter(|name| !name.is_empty()).map(str::to_owned));
    names
}

/// A value that the first schema allows and the second refuses.
fn between(
    (allowing, allowed): (&Value, &Local),
    (refusing, refused): (&Value, &Local),
    wanted: &Wanted,
    least: &mut Least,
) -> Found {
    let (a, b) = (schema(allowing, allowed)?, schema(refusing, refused)?);
    // Most witnesses are among the first few values; the others are made only if none of those is one.
    for effort in [Effort::Little, Effort::Much] {
        let values = Sampler::new(allowing, refusing, effort, least).candidates(a, b);
        let values: Vec<&Value> =
            values.iter().filter(|value| value.to_string().len() <= MOST_LETTERS).collect();
        let Some(judge_b) = Judge::of(refusing, refused, &values) else { continue };
        let values: Vec<&Value> = values.into_iter().filter(|value| !judge_b.allows(value)).collect();
        if values.is_empty() {
            continue;
        }
        let Some(judge_a) = Judge::of(allowing, allowed, &values) else { continue };
        let shown = values.into_iter().filter(|value| judge_a.allows(value)).take(MOST_SHOWN);
        // The smallest value that is refused for this change, and if possible for nothing else.
        let best = shown
            .map(|value| {
                let mut complaints = judge_b.complaints(value);
                complaints.sort_by_key(|complaint| !complaint.is_about(&wanted.names));
                let beside = complaints.first().is_none_or(|complaint| !complaint.is_about(&wanted.names));
                let others = complaints.len().saturating_sub(1);
                (beside, others, wanted.parameter && value == "", value, complaints)
            })
            .min_by_key(|(beside, others, empty, ..)| (*beside, *others, *empty));
        if let Some((_, _, _, value, complaints)) = best {
            return Some((value.clone(), complaint(complaints.first()?)));
        }
    }
    None
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
mod tests;
