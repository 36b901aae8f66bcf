//! Choices: `anyOf` and `oneOf`, which say the same as long as their members exclude each other.
//!
//! Members are paired by name, by what they say, by the constant that tells them apart, and by likeness, in this
//! order; only what is left over was added or is gone.

use std::collections::HashSet;

use serde_json::Value;

use super::super::fact::{At, Fact, Findings, Kind, Spot};
use super::Engine;
use super::canonical::shape;
use super::pairing::{DEEPEST, Left, Member, exclude_each_other, kind, open, opened};
use super::scalar::about;
use super::types::Types;
use super::view::{Choice, View};

impl<'a> Engine<'a> {
    /// Two schemas of which at least one is a choice.
    pub(super) fn choices(&mut self, found: &mut Findings, mut old: View<'a>, mut new: View<'a>, at: &At) {
        let single = |view: &View<'a>| view.is_choice_only() && view.choices.len() == 1;
        let bare = |view: &View<'a>| view.choices.is_empty() || single(view);
        if bare(&old) && bare(&new) {
            // Whatever is no choice is a choice of one, or of its types.
            let (left, right) = (old.choices.pop(), new.choices.pop());
            return self.members(found, (left, right), &old, &new, at);
        }
        let (mut before, mut after) = (std::mem::take(&mut old.choices), std::mem::take(&mut new.choices));
        if !(old.parts.is_empty() && new.parts.is_empty()) {
            self.plain(found, &old, &new, at);
        }
        let said = |choice: &Choice<'a>| -> Vec<String> {
            let mut members: Vec<String> = choice.members.iter().map(|member| shape(member.value)).collect();
            members.sort_unstable();
            members
        };
        let mut same = Vec::new();
        before.retain(|choice| match after.iter().position(|other| said(other) == said(choice)) {
            Some(twin) => {
                same.push((choice.clone(), after.remove(twin)));
                false
            }
            None => true,
        });
        if let ([_], [_]) = (before.as_slice(), after.as_slice()) {
            same.extend(before.pop().into_iter().zip(after.pop()));
        }
        for (left, right) in same {
            self.members(found, (Some(left), Some(right)), &old, &new, at);
        }
        let keyword = |choice: &Choice<'a>| if choice.exclusive { "oneOf" } else { "anyOf" };
        let (kind, choice, message) = match (before.first(), after.first()) {
            (None, None) => return,
            (None, Some(choice)) => ("all-of-added", choice, "one of several schemas must hold too now"),
            (Some(choice), None) => {
                ("all-of-removed", choice, "one of several schemas need not hold any more")
            }
            (Some(_), Some(choice)) => {
                ("condition-changed", choice, "several choices that must all be met changed")
            }
        };
        found.push(about(kind, keyword(choice), &old, &new, at, message));
    }

    fn members(
        &mut self,
        found: &mut Findings,
        (left, right): (Option<Choice<'a>>, Option<Choice<'a>>),
        old: &View<'a>,
        new: &View<'a>,
        at: &At,
    ) {
        if old.is_any() && left.is_none() || new.is_any() && right.is_none() {
            let grew = right.is_none();
            let (kind, message) = if grew {
                ("type-generalized", "any value is allowed now, it was one of several")
            } else {
                ("type-specialized", "only one of several schemas is allowed now, it was any value")
            };
            found.push(about(kind, "type", old, new, at, message));
            return;
        }
        if let Some(message) = self.exclusivity(left.as_ref(), right.as_ref()) {
            let keyword = if right.as_ref().is_some_and(|right| right.exclusive) { "oneOf" } else { "anyOf" };
            found.push(about("one-of-exclusivity-changed", keyword, old, new, at, message));
        }
        let split = |view: &View<'a>, choice: Option<Choice<'a>>| -> Vec<Member<'a>> {
            let types: Vec<Types> = view.types.each().collect();
            match choice {
                Some(choice) => choice.members.into_iter().map(Member::of).collect(),
                None if types.len() > 1 && view.types != Types::VALUES => {
                    types.into_iter().map(|only| Member::part(view, only)).collect()
                }
                None => vec![Member::part(view, view.types)],
            }
        };
        let whole = (split(old, left), split(new, right));
        let number = |members: Vec<Member<'a>>| members.into_iter().enumerate().collect();
        let mut left = Left { old: number(whole.0), new: number(whole.1), pairs: Vec::new() };
        left.pair_by(|member| member.name);
        let known = (flattened(&left.pairs, |pair| &pair.0.1), flattened(&left.pairs, |pair| &pair.1.1));
        if !left.old.is_empty() || !left.new.is_empty() {
            // Choices in choices: only what is left is opened, so that a named choice stays one.
            left.old = open(left.old);
            left.new = open(left.new);
            left.pair_by(|member| member.name);
            left.pair_by(|member| Some(member.shape.clone()));
            left.pair_by(|member| {
                let (name, value) = member.tags.first()?;
                Some((*name, value.clone()))
            });
            let sure = left.pairs.len();
            left.pair_alike();
            left.pair_by(|member| {
                let mut types = member.types().each();
                let only = types.next().filter(|_| types.next().is_none() && member.tags.is_empty());
                only.map(kind)
            });
            left.leave_out_covered(sure);
        }
        let within = |known: &HashSet<String>, member: &Member<'a>| {
            member.name.is_some_and(|name| known.contains(name)) || known.contains(&member.shape)
        };
        for (_, member) in left.old.iter().filter(|(_, member)| !within(&known.1, member)) {
            let label = member.label();
            let message = format!("{} is no longer in the union", called(&label));
            let fact = Fact::new(Kind::Schema("one-of-removed"), at, message)
                .spots(Some(Spot::within(&old.place, &member.sub.place)), Some(Spot::of(&new.place)));
            found.push(fact.values(Some(label), None));
        }
        for (_, member) in left.new.iter().filter(|(_, member)| !within(&known.0, member)) {
            let label = member.label();
            let message = format!("{} is new in the union", called(&label));
            let fact = Fact::new(Kind::Schema("one-of-added"), at, message)
                .spots(Some(Spot::of(&old.place)), Some(Spot::within(&new.place, &member.sub.place)));
            found.push(fact.values(None, Some(label)));
        }
        left.pairs.sort_by_key(|(_, (index, _))| *index);
        for ((_, before), (index, after)) in left.pairs {
            let at = at.then(&after.step(index));
            if before.made_up || after.made_up {
                self.views(found, before.view, after.view, &at, true);
            } else {
                self.compare_as(found, &before.sub, &after.sub, &at, true);
            }
        }
    }
}

impl<'a> Engine<'a> {
    /// What is to be said of "exactly one" and "at least one"; the members that are compared after it do not tell.
    fn exclusivity(&mut self, left: Option<&Choice<'a>>, right: Option<&Choice<'a>>) -> Option<&'static str> {
        let overlaps = |choice: &Choice<'a>| !exclude_each_other(choice);
        if let (Some(left), Some(right)) = (left, right)
            && left.exclusive != right.exclusive
        {
            let now = if right.exclusive {
                "a value must match exactly one member of the union now"
            } else {
                "a value must match at least one member of the union now"
            };
            return (overlaps(left) || overlaps(right)).then_some(now);
        }
        // What one member allows more, another one may have allowed alone.
        let is_unclear =
            [left, right].into_iter().flatten().any(|choice| choice.exclusive && overlaps(choice));
        let is_same = left.zip(right).is_some_and(|(left, right)| {
            let said =
                |choice: &Choice<'a>| choice.members.iter().map(|member| shape(member.value)).collect();
            let (before, after): (Vec<String>, Vec<String>) = (said(left), said(right));
            before == after && left.members.iter().all(|member| self.same_below(member.value))
        });
        (is_unclear && !is_same)
            .then_some("a value must match exactly one member of the union, and members overlap or may do so")
    }
}

/// Names and shapes of everything that the members of one side stand for.
fn flattened<'a, P>(pairs: &[P], side: impl Fn(&P) -> &Member<'a>) -> HashSet<String> {
    let mut known = HashSet::new();
    for pair in pairs {
        let mut all = Vec::new();
        opened(0, side(pair).clone(), DEEPEST, &mut all);
        if all.len() > 1 {
            for (_, member) in all {
                known.extend(member.name.map(str::to_owned));
                known.insert(member.shape);
            }
        }
    }
    known
}

fn called(label: &Value) -> String {
    match label {
        Value::String(name) => format!("`{name}`"),
        other => {
            let text = other.to_string();
            if text.len() > 60 { "a schema without a name".to_owned() } else { format!("`{text}`") }
        }
    }
}
