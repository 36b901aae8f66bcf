//! Values that show a change: allowed by one contract and refused by the other, and the validator has said so.
//!
//! A [`Search`] looks at the two local schemas of each change that breaks somebody. What old callers send and a new
//! server refuses, or a new server sends and old callers do not know, is searched among the values that
//! [`sample`] makes of both; [`judge`] asks the validator, and of those that tell the schemas [`apart`] the smallest one
//! is kept that shows this change, and not another one beside it. The work has bounds that are counted, never timed,
//! and what one finds does not depend on what was found before, so that every run finds the same.

mod apart;
mod judge;
mod local;
mod parts;
mod sample;
mod text;

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde_json::Value;

use self::apart::Apart;
use self::local::Local;
use self::sample::Effort;
use super::{Change, Direction, Level, Place, Valid, Witness};
use crate::document::{Document, Pointer};

/// Breaking changes for which a witness is searched, and changes that break servers only; a document in which more
/// breaks is another document.
const MOST_BREAKING: usize = 1_500;
const MOST_FOR_SERVERS: usize = 120;
/// Searches that go on when the first few values show nothing.
const MOST_MUCH: usize = 120;

/// The search for the witnesses of the changes between two documents. Any number of threads may [`Search::work`] on it.
pub(super) struct Search<'d> {
    old: &'d Value,
    new: &'d Value,
    changes: &'d [Change],
    easy: Round,
    known: Known<'d>,
}

/// What tells schemas of this text apart: the same union of errors stands in a hundred answers, and of two objects
/// several members have changed.
type Known<'d> = Mutex<HashMap<Asked<'d>, Arc<OnceLock<Option<Apart>>>>>;

/// What was found for the change of each number.
type Found = Vec<(usize, Option<Witness>)>;

/// Changes for which a witness is searched with the same efforts.
struct Round {
    /// Numbers of the changes.
    asked: Vec<usize>,
    /// How many of them somebody has taken.
    taken: AtomicUsize,
    efforts: &'static [Effort],
}

impl Round {
    fn new(asked: Vec<usize>, efforts: &'static [Effort]) -> Self {
        Self { asked, taken: AtomicUsize::new(0), efforts }
    }
}

/// What decides which values tell two schemas apart: the schemas, which of them shall allow the values, how many are
/// tried.
#[derive(PartialEq, Eq)]
struct Asked<'d> {
    schemas: (&'d Value, &'d Value),
    valid: Valid,
    effort: Effort,
}

impl Hash for Asked<'_> {
    /// Of the schemas the outline: to hash all of it takes longer than to compare the few that have the same one.
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.valid, self.effort).hash(state);
        for schema in [self.schemas.0, self.schemas.1] {
            for (keyword, value) in schema.as_object().into_iter().flatten() {
                let size = match value {
                    Value::Array(list) => list.len(),
                    Value::Object(members) => members.len(),
                    Value::String(text) => text.len(),
                    _ => 0,
                };
                (keyword.len(), size).hash(state);
            }
        }
    }
}

/// What a good witness of one change shows.
#[derive(Clone, Debug)]
struct Wanted {
    /// The names that the change speaks of.
    names: Vec<String>,
    /// It is a parameter: in a path an empty text cannot even be sent.
    parameter: bool,
    /// The complaint must be about one of the names: the schema may have changed in other ways too.
    strict: bool,
}

impl<'d> Search<'d> {
    /// Of the changes that break callers or servers.
    pub(super) fn new(old: &'d Document, new: &'d Document, changes: &'d [Change]) -> Self {
        let of_level = |level: Level, most: usize| {
            let fitting =
                move |(_, change): &(usize, &Change)| change.level == level && change.direction.is_some();
            changes.iter().enumerate().filter(fitting).take(most).map(|(number, _)| number)
        };
        let breaking = of_level(Level::Breaking, MOST_BREAKING);
        let asked = breaking.chain(of_level(Level::BreakingForServers, MOST_FOR_SERVERS)).collect();
        // Most witnesses are among the first few values of one of the pairs; the others are made only if none is.
        let easy = Round::new(asked, &[Effort::Little, Effort::More]);
        Self { old: old.value(), new: new.value(), changes, easy, known: Known::default() }
    }

    /// Searches for as long as there is a change that nobody has taken.
    pub(super) fn work(&self) -> Found {
        self.take_part(&self.easy)
    }

    /// The witnesses in the order of the changes, from all that was found; a few that were hard to find are searched
    /// for again.
    pub(super) fn finish(&self, found: Found) -> Vec<Option<Witness>> {
        let mut witnesses = vec![None; self.changes.len()];
        for (number, witness) in found {
            witnesses[number] = witness;
        }
        let is_hard = |number: &&usize| {
            witnesses[**number].is_none() && self.changes[**number].level == Level::Breaking
        };
        let hard: Vec<usize> = self.easy.asked.iter().filter(is_hard).take(MOST_MUCH).copied().collect();
        let hard = Round::new(hard, &[Effort::Much]);
        let found = std::thread::scope(|scope| {
            let other = (hard.asked.len() > 1).then(|| scope.spawn(|| self.take_part(&hard)));
            let mut found = self.take_part(&hard);
            found.extend(other.into_iter().flat_map(super::joined));
            found
        });
        for (number, witness) in found {
            witnesses[number] = witness;
        }
        witnesses
    }

    fn take_part(&self, round: &Round) -> Found {
        let next = || round.asked.get(round.taken.fetch_add(1, Ordering::Relaxed)).copied();
        std::iter::from_fn(next)
            .map(|number| (number, self.witness(&self.changes[number], round.efforts)))
            .collect()
    }

    fn witness(&self, change: &Change, efforts: &[Effort]) -> Option<Witness> {
        let orders: &[Valid] = match (change.direction?, change.level) {
            (Direction::Request, Level::Breaking) => &[Valid::Before],
            (Direction::Request, _) => &[Valid::After],
            // A member that no longer comes breaks who reads it: then the value that is gone shows it.
            (Direction::Response, Level::Breaking) => &[Valid::After, Valid::Before],
            (Direction::Response, _) => &[Valid::Before],
        };
        if change.rule == "request-parameter-place-changed" {
            // What one place lost and the other won is no value of either.
            return None;
        }
        let names = wanted(change);
        let strict = is_about_part(change, &names);
        let mut wanted = Wanted { names, parameter: change.rule.starts_with("request-parameter"), strict };
        let pairs = local::pairs(self.old, self.new, change);
        for effort in efforts {
            for valid in orders {
                for (index, (before, after)) in pairs.iter().enumerate() {
                    // Around the changed schema other things may have changed.
                    let around = index > 0 || matches!(before, Local::Parameters(_));
                    wanted.strict = strict || around;
                    if let Some((value, error)) = self.between(before, after, *valid, *effort, &wanted) {
                        return Some(Witness { value, valid: *valid, error });
                    }
                }
            }
        }
        None
    }

    /// A value that the one schema allows and the other refuses, and what is said against it.
    fn between(
        &self,
        before: &Local,
        after: &Local,
        valid: Valid,
        effort: Effort,
        wanted: &Wanted,
    ) -> Option<(Value, String)> {
        let (Local::At(a), Local::At(b)) = (before, after) else {
            // These schemas stand in no document. They are few, and what is sought is one step down in them.
            return self.apart(before, after, valid, Effort::Much)?.best(wanted);
        };
        let schemas = (a.get(self.old)?, b.get(self.new)?);
        let asked = Asked { schemas, valid, effort };
        // A panic elsewhere has left the map whole, and goes on there.
        let known =
            self.known.lock().unwrap_or_else(PoisonError::into_inner).entry(asked).or_default().clone();
        known.get_or_init(|| self.apart(before, after, valid, effort)).as_ref()?.best(wanted)
    }

    fn apart(&self, before: &Local, after: &Local, valid: Valid, effort: Effort) -> Option<Apart> {
        match valid {
            Valid::Before => Apart::of((self.old, before), (self.new, after), effort),
            Valid::After => Apart::of((self.new, after), (self.old, before), effort),
        }
    }
}

/// What complaints about this change are about.
fn wanted(change: &Change) -> Vec<String> {
    if change.rule.contains("-additional-properties-") {
        return vec!["additionalProperties".to_owned()];
    }
    if change.rule.ends_with("-nullable") {
        return vec!["null".to_owned()];
    }
    focus(change)
}

/// The names that the change speaks of: complaints about them are about this change.
pub(super) fn focus(change: &Change) -> Vec<String> {
    // The types of a place and its bounds often change together; its name would fit a complaint about either.
    if ["-type-changed", "-type-generalized", "-type-specialized"]
        .iter()
        .any(|end| change.rule.ends_with(end))
    {
        return vec!["type".to_owned()];
    }
    let mut names: Vec<String> = change.message.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    names.extend(change.at.rsplit([',', '.', ' ']).next().filter(|name| !name.is_empty()).map(str::to_owned));
    names
}

/// Whether the place is that of a member of which has changed only whether it must be there.
pub(super) fn is_requirement(change: &Change, place: &Pointer) -> bool {
    (change.rule.ends_with("-became-required") || change.rule.ends_with("-became-optional"))
        && focus(change).iter().any(|name| *name == place.last())
}

/// Whether the changed place is more than what has changed: the object around a member, or all that a number must
/// keep to where one keyword has changed.
fn is_about_part(change: &Change, names: &[String]) -> bool {
    const KEYWORDS: [&str; 20] = [
        "additionalProperties",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "pattern",
        "format",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minContains",
        "maxContains",
        "minProperties",
        "maxProperties",
        "contains",
        "propertyNames",
        "dependentRequired",
    ];
    if names.iter().any(|name| KEYWORDS.contains(&name.as_str())) {
        return true;
    }
    let place = change.new.as_ref().or(change.old.as_ref());
    let place = place.map(|place| place.pointer.last());
    let member = change.message.starts_with("the optional property")
        || change.message.starts_with("the required property");
    member && names.last().map(String::as_str) != place.as_deref()
}

#[cfg(test)]
mod tests;
