//! What all formats say alike: the order, the names, how values and lists are cut.

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use crate::diff::{Change, Contract, Direction, Effect, EffectKind, Level, Place, Subject, Valid, Witness};
use crate::policy::{Finding, Judged};
use crate::source::file;

/// How many operations or effects are named before the rest is counted.
const NAMED: usize = 4;

/// How many characters of a value are shown.
const SHOWN: usize = 160;

/// The changes of one operation or schema, the gravest first.
pub(super) struct Group<'a> {
    /// More than one where several operations changed in the same way.
    pub subjects: Vec<&'a Subject>,
    pub told: Vec<Told<'a>>,
}

/// A change to tell: one finding, or the same change of several operations. Never empty.
pub(super) struct Told<'a>(Vec<&'a Finding>);

/// From how many operations on the same change is told once.
const ALIKE: usize = 3;

/// Findings by subject. The subject with the gravest change comes first; otherwise the order of the comparison stays.
pub(super) fn groups<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Vec<Group<'a>> {
    let mut alike: IndexMap<String, Vec<&Finding>> = IndexMap::new();
    for finding in findings {
        alike.entry(likeness(finding)).or_default().push(finding);
    }
    let mut groups: IndexMap<Vec<&Subject>, Vec<Told<'_>>> = IndexMap::new();
    let mut add = |findings: Vec<&'a Finding>| {
        let subjects = findings.iter().map(|finding| &finding.change.subject).collect();
        groups.entry(subjects).or_default().push(Told(findings));
    };
    for findings in alike.into_values() {
        if findings.len() < ALIKE {
            findings.into_iter().for_each(|finding| add(vec![finding]));
        } else {
            add(findings);
        }
    }
    let sorted = groups.into_iter().map(|(subjects, mut told)| {
        told.sort_by_key(|told| gravity(told.finding()));
        Group { subjects, told }
    });
    let mut sorted: Vec<Group<'_>> = sorted.collect();
    sorted.sort_by_key(|group| group.told.first().map(|told| gravity(told.finding())));
    sorted
}

/// What is equal for the same change in different operations, and for nothing else.
fn likeness(finding: &Finding) -> String {
    let change = &finding.change;
    let told =
        (&change.at, &change.message, &change.reason, &change.before, &change.after, &finding.accepted);
    match change.subject {
        Subject::Operation { .. } => {
            format!("{} {:?} {:?} {told:?}", change.rule, change.level, change.direction)
        }
        _ => change.fingerprint.clone(),
    }
}

impl<'a> Group<'a> {
    /// `GET /session`, `schema Session`, `23 operations`
    pub fn title(&self) -> String {
        match self.subjects[..] {
            [subject] => title(subject),
            _ => counted(self.subjects.len(), "operation", "operations"),
        }
    }

    /// The operation id, or the first ones of several.
    pub fn id(&self) -> Option<String> {
        match self.subjects[..] {
            [subject] => id(subject).map(str::to_owned),
            _ => {
                let names: Vec<&str> = self.subjects.iter().map(|subject| name(subject)).collect();
                Some(list(&names))
            }
        }
    }
}

impl<'a> Told<'a> {
    /// The first one speaks for all.
    pub fn finding(&self) -> &'a Finding {
        self.0[0]
    }

    pub fn change(&self) -> &'a Change {
        &self.finding().change
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Operations that reach the place, unless the subject says it already.
    pub fn operations(&self) -> Vec<&'a str> {
        match &self.0[..] {
            [one] if operations(&one.change).is_none() => Vec::new(),
            all => {
                let names = all.iter().flat_map(|finding| &finding.change.operations);
                names.map(String::as_str).collect::<IndexSet<_>>().into_iter().collect()
            }
        }
    }

    pub fn effects(&self) -> Vec<&'a Effect> {
        self.0
            .iter()
            .flat_map(|finding| &finding.change.effects)
            .collect::<IndexSet<_>>()
            .into_iter()
            .collect()
    }

    pub fn fingerprints(&self) -> Vec<&'a str> {
        self.0.iter().map(|finding| finding.change.fingerprint.as_str()).collect()
    }

    /// `a.json:12:5 → b.json:10:3 and 22 more places`
    pub fn spots(&self, judged: &Judged) -> Option<String> {
        let first = spots(judged, self.change())?;
        Some(match self.len() - 1 {
            0 => first,
            more => format!("{first} and {}", counted(more, "more place", "more places")),
        })
    }
}

/// The operation id, or what stands for it.
fn name(subject: &Subject) -> &str {
    match subject {
        Subject::Document => "the document",
        Subject::Operation { id, .. } => id,
        Subject::Schema { name } | Subject::Shared { name, .. } => name,
    }
}

/// `method`, as an effect calls its item.
pub(super) fn kind(effect: &Effect) -> &'static str {
    match effect.kind {
        EffectKind::Method => "method",
        EffectKind::Type => "type",
        EffectKind::Field => "field",
        EffectKind::Variant => "variant",
    }
}

/// What is accepted weighs less than anything that is not.
fn gravity(finding: &Finding) -> (bool, Level) {
    (finding.accepted.is_some(), finding.change.level)
}

/// `breaking for callers`
pub(super) fn meaning(level: Level) -> &'static str {
    match level {
        Level::Breaking => "breaking for callers",
        Level::Unknown => "not proven harmless",
        Level::BreakingForServers => "breaking for servers",
        Level::Compatible => "compatible",
        Level::DocumentOnly => "texts only",
    }
}

/// `GET /session`, `schema Session`, `parameter Limit`, `the document`
pub(super) fn title(subject: &Subject) -> String {
    match (subject.named(), subject) {
        (Some((kind, name)), _) => format!("{kind} {name}"),
        (None, Subject::Operation { method, path, .. }) => format!("{method} {path}"),
        (None, _) => "the document".to_owned(),
    }
}

/// The operation id beside the title, where it says more than the title.
pub(super) fn id(subject: &Subject) -> Option<&str> {
    match subject {
        Subject::Operation { id, .. } if *id != title(subject) => Some(id),
        _ => None,
    }
}

/// `in the response: answer 200, info.title`; empty where there is nothing to say.
pub(super) fn way(change: &Change) -> String {
    let direction = change.direction.map(|direction| match direction {
        Direction::Request => "in the request",
        Direction::Response => "in the response",
    });
    match (direction, change.at.as_str()) {
        (None, at) => at.to_owned(),
        (Some(direction), "") => direction.to_owned(),
        (Some(direction), at) => format!("{direction}: {at}"),
    }
}

/// `a.json:12:5`
pub(super) fn spot(contract: &Contract, place: &Place) -> String {
    format!("{}:{}", contract.source, place.position)
}

/// `a.json:12:5 → b.json:10:3`, with a word for a side that is not there.
pub(super) fn spots(judged: &Judged, change: &Change) -> Option<String> {
    let old = change.old.as_ref().map(|place| spot(&judged.old, place));
    let new = change.new.as_ref().map(|place| spot(&judged.new, place));
    match (old, new) {
        (Some(old), Some(new)) => Some(format!("{old} → {new}")),
        (Some(old), None) => Some(format!("{old} (gone)")),
        (None, Some(new)) => Some(format!("{new} (new)")),
        (None, None) => None,
    }
}

/// A value as one line of JSON, cut.
pub(super) fn value(value: &Value) -> String {
    cut(&value.to_string())
}

/// `was 1`, `now 2`, `1 → 2`: each value through `show`.
pub(super) fn values(change: &Change, show: impl Fn(&Value) -> String) -> Option<String> {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => Some(format!("{} → {}", show(before), show(after))),
        (Some(before), None) => Some(format!("was {}", show(before))),
        (None, Some(after)) => Some(format!("now {}", show(after))),
        (None, None) => None,
    }
}

/// What a witness shows, after its value.
pub(super) fn testimony(witness: &Witness) -> String {
    match witness.valid {
        Valid::Before => format!("was allowed, is refused now: {}", cut(&witness.error)),
        Valid::After => format!("is allowed now, was refused before: {}", cut(&witness.error)),
    }
}

/// `session.get, session.list and 12 more`; nothing where the subject says it already.
pub(super) fn operations(change: &Change) -> Option<String> {
    if let (Subject::Operation { id, .. }, [only]) = (&change.subject, &change.operations[..])
        && id == only
    {
        return None;
    }
    (!change.operations.is_empty()).then(|| list(&change.operations))
}

/// The first names, and how many more there are.
pub(super) fn list(names: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names[..] {
        [] => String::new(),
        // To count one is not shorter than to name it.
        _ if names.len() <= NAMED + 1 => names.join(", "),
        _ => format!("{} and {} more", names[..NAMED].join(", "), names.len() - NAMED),
    }
}

/// The level as a person says it: `breaking for servers`.
pub(super) fn spoken(level: Level) -> String {
    level.name().replace('-', " ")
}

/// `2 breaking, 1 unknown, 3 breaking for servers, 0 compatible, 7 document only, 1 accepted`
pub fn counts(judged: &Judged) -> String {
    let mut words: Vec<String> =
        Level::ALL.into_iter().map(|level| format!("{} {}", judged.open(level), spoken(level))).collect();
    if judged.accepted() > 0 {
        words.push(format!("{} accepted", judged.accepted()));
    }
    words.join(", ")
}

/// Whether the run fails, and by which measure.
pub(super) fn verdict(judged: &Judged) -> String {
    let failing = judged.findings.iter().filter(|finding| finding.fails).count();
    let problems = match judged.problems.len() {
        0 => String::new(),
        count => format!(", {} of the accept file out of date", counted(count, "entry", "entries")),
    };
    let level = judged.fail_on.name();
    match failing {
        0 => format!("no change fails (--fail-on {level}){problems}"),
        1 => format!("1 change fails (--fail-on {level}){problems}"),
        count => format!("{count} changes fail (--fail-on {level}){problems}"),
    }
}

pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The first characters of a text; long values would hide what matters.
pub(super) fn cut(text: &str) -> String {
    cut_after(text, SHOWN)
}

/// The same, of as many characters as there is room for.
pub(crate) fn cut_after(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// The text in pieces: outside of backticks (false) and within (true). A backtick without a partner is text.
pub(super) fn spans(text: &str) -> Vec<(bool, String)> {
    let pieces: Vec<&str> = text.split('`').collect();
    let paired = pieces.len().is_multiple_of(2);
    let mut spans: Vec<(bool, String)> = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        if paired && index + 1 == pieces.len() {
            spans.push((false, format!("`{piece}")));
        } else {
            spans.push((index % 2 == 1, (*piece).to_owned()));
        }
    }
    spans
}

/// Where a tool that marks lines should mark: the new document, for what is gone the old one if it is a file of its
/// own, otherwise the new document as a whole.
pub(super) fn mark<'a>(judged: &'a Judged, change: &'a Change) -> (&'a str, Option<&'a Place>) {
    let (old, new) = (judged.old.source.as_str(), judged.new.source.as_str());
    match (&change.old, &change.new) {
        (_, Some(place)) => (new, Some(place)),
        (Some(place), None) if !old.starts_with("git:") && file(old).is_some() => (old, Some(place)),
        _ => (new, None),
    }
}
