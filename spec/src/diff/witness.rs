//! Values that show a change: allowed by one contract and refused by the other, and the validator has said so.
//!
//! [`find`] looks at the two local schemas of each change that breaks somebody. What old callers send and a new
//! server refuses, or a new server sends and old callers do not know, is searched among the values that
//! [`sample`] makes of both; [`judge`] asks the validator, and the smallest value that shows this change, and not
//! another one beside it, is kept. The work has bounds that are counted, never timed, so that every run finds the same.

mod judge;
mod local;
mod parts;
mod sample;
mod text;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use serde_json::Value;

use self::judge::{Complaint, Judge};
use self::local::Local;
use self::sample::{Effort, Least, Sampler};
use super::{Change, Direction, Level, Place, Valid, Witness};
use crate::document::{Document, Pointer};

/// Values of which a complaint is asked for, to find the one that shows this change best.
const MOST_SHOWN: usize = 64;
/// Breaking changes for which a witness is searched, and changes that break servers only; a document in which more
/// breaks is another document.
const MOST_BREAKING: usize = 1_500;
const MOST_FOR_SERVERS: usize = 120;
/// Searches that go on when the first few values show nothing.
const MOST_MUCH: usize = 60;
/// Longer complaints tell people nothing.
const LONGEST_COMPLAINT: usize = 240;

/// The witnesses of the changes that break callers or servers, in the order of the changes.
pub(super) fn find(old: &Document, new: &Document, changes: &[Change]) -> Vec<Option<Witness>> {
    let of_level = |level: Level, most: usize| {
        let fitting =
            move |(_, change): &(usize, &Change)| change.level == level && change.direction.is_some();
        changes.iter().enumerate().filter(fitting).take(most)
    };
    let asked =
        of_level(Level::Breaking, MOST_BREAKING).chain(of_level(Level::BreakingForServers, MOST_FOR_SERVERS));
    // Two cores are what the smallest machine has. What reads alike is probably about the same schemas, and is known
    // to whoever has met it; otherwise each takes every second one, in every run the same.
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let mut is_left: HashMap<(&str, &str), bool> = HashMap::new();
    for asked in asked {
        let alike = (asked.1.rule, asked.1.message.as_str());
        let turn = is_left.len().is_multiple_of(2);
        if *is_left.entry(alike).or_insert(turn) { left.push(asked) } else { right.push(asked) }
    }
    let search = |asked: Vec<(usize, &Change)>| {
        let mut search = Search {
            old: old.value(),
            new: new.value(),
            known: HashMap::new(),
            least: Default::default(),
            much: MOST_MUCH,
        };
        asked.into_iter().map(|(index, change)| (index, search.witness(change))).collect::<Vec<_>>()
    };
    let found = std::thread::scope(|scope| {
        let left = scope.spawn(|| search(left));
        let mut found = search(right);
        found.extend(super::joined(left));
        found
    });
    let mut witnesses = vec![None; changes.len()];
    for (index, witness) in found {
        witnesses[index] = witness;
    }
    witnesses
}

/// A value that the one schema allows and the other refuses, and what is said against it.
type Found = Option<(Value, String)>;

/// The search in two documents.
struct Search<'d> {
    old: &'d Value,
    new: &'d Value,
    /// What tells schemas of this text apart: the same union of errors stands in a hundred answers, and of two objects
    /// several members have changed.
    known: HashMap<Asked<'d>, Option<Apart>>,
    /// The least values of the old and the new document.
    least: (Least, Least),
    /// How many hard searches are left.
    much: usize,
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
                keyword.hash(state);
                match value {
                    Value::Array(list) => list.len().hash(state),
                    Value::Object(members) => members.len().hash(state),
                    scalar => scalar.hash(state),
                }
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
    fn witness(&mut self, change: &Change) -> Option<Witness> {
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
        let names = focus(change);
        let strict = is_about_part(change, &names);
        let wanted = Wanted { names, parameter: change.rule.starts_with("request-parameter"), strict };
        let pairs = local::pairs(self.old, self.new, change);
        // Most witnesses are among the first few values of one of the pairs; the others are made only if none is.
        let attempts: &[Effort] = match change.level {
            Level::Breaking => &[Effort::Little, Effort::More, Effort::Much],
            _ => &[Effort::Little, Effort::More],
        };
        for effort in attempts.iter().copied() {
            if effort == Effort::Much {
                self.much = self.much.checked_sub(1)?;
            }
            for valid in orders {
                let mut found = pairs.iter().enumerate().map(|(index, (before, after))| {
                    // Around the changed schema other things may have changed.
                    let around = index > 0 || matches!(before, Local::Parameters(_));
                    let wanted = Wanted { strict: wanted.strict || around, ..wanted.clone() };
                    self.between(before, after, *valid, effort, &wanted)
                });
                if let Some((value, error)) = found.find_map(|found| found) {
                    return Some(Witness { value, valid: *valid, error });
                }
            }
        }
        None
    }

    fn between(
        &mut self,
        before: &Local,
        after: &Local,
        valid: Valid,
        effort: Effort,
        wanted: &Wanted,
    ) -> Found {
        let (Local::At(a), Local::At(b)) = (before, after) else {
            // These schemas stand in no document: nothing that is known by address holds for them.
            // They are few, and what is sought is one step down in them.
            return self.apart(before, after, valid, Effort::Much, &mut Default::default())?.best(wanted);
        };
        let schemas = (a.get(self.old)?, b.get(self.new)?);
        let asked = Asked { schemas, valid, effort };
        if let Some(known) = self.known.get(&asked) {
            return known.as_ref()?.best(wanted);
        }
        let mut least = std::mem::take(&mut self.least);
        let apart = self.apart(before, after, valid, effort, &mut least);
        self.least = least;
        self.known.entry(asked).or_insert(apart).as_ref()?.best(wanted)
    }

    fn apart(
        &self,
        before: &Local,
        after: &Local,
        valid: Valid,
        effort: Effort,
        least: &mut (Least, Least),
    ) -> Option<Apart> {
        match valid {
            Valid::Before => Apart::of((self.old, before), (self.new, after), effort, &mut least.0),
            Valid::After => Apart::of((self.new, after), (self.old, before), effort, &mut least.1),
        }
    }
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
    const KEYWORDS: [&str; 19] = [
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

/// The values that tell two schemas apart: the one allows them, the other refuses them.
struct Apart {
    /// The smallest first, each with the complaints about it, made when somebody asks for them.
    values: Vec<(Value, OnceCell<Vec<Complaint>>)>,
    refusing: Judge,
}

impl Apart {
    /// `None` if no value that was tried does.
    fn of(
        (allowing, allowed): (&Value, &Local),
        (refusing, refused): (&Value, &Local),
        effort: Effort,
        least: &mut Least,
    ) -> Option<Self> {
        let (a, b) = (schema(allowing, allowed)?, schema(refusing, refused)?);
        let mut values = Sampler::new(allowing, refusing, effort, least).candidates(a, b);
        let judge_b = Judge::of(refusing, refused, &values.iter().collect::<Vec<_>>())?;
        values.retain(|value| !judge_b.allows(value));
        if values.is_empty() {
            return None;
        }
        let judge_a = Judge::of(allowing, allowed, &values.iter().collect::<Vec<_>>())?;
        let shown = values.into_iter().filter(|value| judge_a.allows(value)).take(MOST_SHOWN);
        let values: Vec<_> = shown.map(|value| (value, OnceCell::new())).collect();
        (!values.is_empty()).then_some(Self { values, refusing: judge_b })
    }

    /// The smallest value that is refused for what is wanted, and if possible for nothing else.
    fn best(&self, wanted: &Wanted) -> Found {
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
mod tests;
