//! What a Rust program that uses `opencode-client` notices of a change: the method, type, field or variant.
//!
//! [`Models`] know for both contracts which Rust items they become ([`model`], [`method`]), find the items that stand
//! for the changed place ([`place`]) and tell in which they differ. A change that no item shows, such as a new
//! pattern, has no effect here: the program compiles as before, and meets the change when it runs.

mod identifier;
mod method;
mod model;
mod place;

use std::collections::BTreeSet;

use self::method::Method;
use self::model::{Item, Kind, Member, Model};
use self::place::{Part, Trail, trail};
use super::{Change, Effect, EffectKind, Level, Place, Subject};
use crate::document::{Document, operations};
use crate::errata::Errata;
use crate::names::pascal;

/// What this project knows of operations that are no plain request and answer: they have no method.
const ERRATA: &str = include_str!("../../errata.toml");

/// The Rust items of two contracts, of which each change is told.
pub(super) struct Models<'d> {
    old: Model<'d>,
    new: Model<'d>,
}

impl<'d> Models<'d> {
    pub(super) fn of(old: &'d Document, new: &'d Document) -> Self {
        let errata = Errata::parse(ERRATA).unwrap_or_default();
        let model = |document: &'d Document| Model::of(document.value(), errata.websockets(document.value()));
        std::thread::scope(|scope| {
            let other = scope.spawn(|| model(old));
            let new = model(new);
            Self { old: super::joined(other), new }
        })
    }

    /// The effects of the changes that break somebody or may do so, in the order of the changes.
    pub(super) fn find(&self, changes: &[Change]) -> Vec<Vec<Effect>> {
        let compared = Compared { old: &self.old, new: &self.new };
        let effects = |change: &Change| match change.level {
            Level::Breaking | Level::Unknown | Level::BreakingForServers => compared.effects(change),
            Level::Compatible | Level::DocumentOnly => Vec::new(),
        };
        changes.iter().map(effects).collect()
    }
}

/// The Rust items of two contracts.
struct Compared<'m> {
    old: &'m Model<'m>,
    new: &'m Model<'m>,
}

impl Compared<'_> {
    fn effects(&self, change: &Change) -> Vec<Effect> {
        let mut effects = BTreeSet::new();
        if let Subject::Shared { .. } = change.subject {
            change.operations.iter().for_each(|user| self.for_user(change, Some(user), &mut effects));
        } else {
            self.for_user(change, None, &mut effects);
        }
        effects.into_iter().collect()
    }

    /// What shows of it in the operation `user`, for what operations share; otherwise the place tells the operation.
    fn for_user(&self, change: &Change, user: Option<&str>, effects: &mut BTreeSet<Effect>) {
        let side = |model: &Model<'_>, place: &Option<Place>| -> Option<Trail> {
            let user = user.and_then(|user| operation_called(model, user));
            place.as_ref().map(|place| trail(model, &place.pointer, user))
        };
        let (before, after) = (side(self.old, &change.old), side(self.new, &change.new));
        let shows = |side: &Option<Trail>| side.as_ref().is_some_and(|trail| trail.part.is_some());
        if user.is_some() && !shows(&before) && !shows(&after) {
            // A header, or what is said of a path: methods do not show it.
            return;
        }
        self.methods(before.as_ref(), after.as_ref(), effects);
        let focus = super::witness::focus(change);
        let mut items = (levels(before), levels(after));
        let place = change.new.as_ref().or(change.old.as_ref());
        if place.is_some_and(|place| super::witness::is_requirement(change, &place.pointer)) {
            // That is said by the type of the field, not by the type that the field holds.
            for side in [&mut items.0, &mut items.1] {
                if side.len() > 1 {
                    side.pop_if(|(_, member)| member.is_none());
                }
            }
        }
        let closest = items.0.last().cloned().zip(items.1.last().cloned());
        // The closest item that shows the change; what holds it may show it in its stead.
        for _ in 0..2 {
            let noticed = effects.len();
            match (items.0.pop(), items.1.pop()) {
                (Some(before), Some(after)) => self.items(&before, &after, &focus, effects),
                (Some(only), None) | (None, Some(only)) => self.items(&only, &only, &focus, effects),
                (None, None) => break,
            }
            if effects.len() > noticed {
                break;
            }
        }
        if let Some((before, after)) = closest.filter(|_| effects.is_empty()) {
            effects.extend(self.in_another(&before, &after));
        }
    }

    /// A field that is of another type in the struct which has come in the place of its own.
    fn in_another(
        &self,
        (before, old_member): &(String, Option<String>),
        (after, new_member): &(String, Option<String>),
    ) -> Option<Effect> {
        let member = |model: &Model<'_>, component: &str, name: &Option<String>| {
            let item = model.item(component)?;
            item.members.iter().find(|member| Some(&member.wire) == name.as_ref()).cloned()
        };
        let (old, new) = (member(self.old, before, old_member)?, member(self.new, after, new_member)?);
        let (was, is) = (pascal(before), pascal(after));
        (was != is && old.wire == new.wire && old.holds != new.holds).then(|| Effect {
            kind: EffectKind::Field,
            item: format!("types::{was}::{}", old.name),
            what: format!("is `{}` in `types::{is}`, was `{}`", new.holds, old.holds),
        })
    }

    fn methods(&self, before: Option<&Trail>, after: Option<&Trail>, effects: &mut BTreeSet<Effect>) {
        let operation = |one: Option<&Trail>, other: Option<&Trail>| {
            one.or(other).and_then(|trail| trail.operation.clone())
        };
        let method = |model: &Model<'_>, operation: Option<(String, String)>| {
            operation.and_then(|address| model.method(address))
        };
        let old = method(self.old, operation(before, after));
        let new = method(self.new, operation(after, before));
        let part = after.or(before).and_then(|trail| trail.part.as_ref());
        let mut tell = |method: &Method, what: String| {
            effects.insert(Effect { kind: EffectKind::Method, item: method.name.clone(), what });
        };
        match (old, new, part) {
            (Some(old), None, None) => tell(&old, "is gone".to_owned()),
            (None, Some(new), None) => tell(&new, "is new".to_owned()),
            (Some(old), Some(new), None) if old.name != new.name => {
                tell(&old, format!("is `{}` now", new.name));
            }
            (Some(old), Some(new), Some(Part::Parameter(name))) => {
                setters(&old, &new, name.as_deref()).into_iter().for_each(|what| tell(&old, what));
            }
            (Some(old), Some(new), Some(Part::Body)) => {
                setters(&old, &new, Some("body")).into_iter().for_each(|what| tell(&old, what));
            }
            (Some(old), Some(new), Some(Part::Answer)) if old.answer != new.answer => {
                tell(&old, format!("answers `{}`, was `{}`", new.answer, old.answer));
            }
            _ => {}
        }
    }

    fn items(
        &self,
        (before, old_member): &(String, Option<String>),
        (after, new_member): &(String, Option<String>),
        focus: &[String],
        effects: &mut BTreeSet<Effect>,
    ) {
        let name = pascal(before);
        let mut of_type = |what: String| {
            effects.insert(Effect { kind: EffectKind::Type, item: format!("types::{name}"), what });
        };
        let (old, new) = match (self.old.item(before), self.new.item(after)) {
            (Some(old), Some(new)) => (old, new),
            (Some(_), None) => return of_type("is gone".to_owned()),
            (None, Some(_)) => return of_type("is new".to_owned()),
            (None, None) => return,
        };
        if before != after && name != pascal(after) {
            // Where the type still exists the place has got another one, which is said by what holds it.
            if self.new.item(before).is_none() {
                of_type(format!("is gone, in its place is `types::{}`", pascal(after)));
            }
            return;
        }
        if old.kind != new.kind {
            return of_type(format!("is {}, was {}", new.kind.words(), old.kind.words()));
        }
        // Named once: each of the members below is held against both.
        let typed = |named: &Option<String>| named.as_ref().map(|name| (name.clone(), pascal(name)));
        let (old_member, new_member) = (typed(old_member), typed(new_member));
        let wanted = |member: &Member, named: &Option<(String, String)>| {
            named.as_ref().is_some_and(|(name, holds)| member.wire == *name || member.holds == *holds)
        };
        let differences = differences(&old, &new);
        let either = |(old, new): &(Option<&Member>, Option<&Member>), fits: &dyn Fn(&Member) -> bool| {
            old.is_some_and(fits) || new.is_some_and(fits)
        };
        let mut shown: Vec<_> = differences.clone();
        if old_member.is_some() || new_member.is_some() {
            shown.retain(|(old, new)| {
                old.is_some_and(|member| wanted(member, &old_member))
                    || new.is_some_and(|member| wanted(member, &new_member))
            });
        } else {
            let types: Vec<String> = focus.iter().map(|name| pascal(name)).collect();
            let in_focus = |member: &Member| focus.contains(&member.wire) || types.contains(&member.holds);
            shown.retain(|pair| either(pair, &in_focus));
            if shown.is_empty() {
                // Of a struct only what has no name in JSON; of an enum everything: a union is told as a whole.
                shown = differences;
                shown.retain(|pair| {
                    old.kind != Kind::Struct || either(pair, &|member| member.wire.is_empty())
                });
            }
        }
        let kind = if matches!(old.kind, Kind::Union | Kind::Enum) {
            EffectKind::Variant
        } else {
            EffectKind::Field
        };
        for (old, new) in shown {
            let Some(member) = old.or(new) else { continue };
            let what = match (old, new) {
                (Some(_), None) => "is gone".to_owned(),
                (None, Some(new)) if new.holds.is_empty() => "is new".to_owned(),
                (None, Some(new)) => format!("is new, `{}`", new.holds),
                (Some(old), Some(new)) => format!("is `{}`, was `{}`", new.holds, old.holds),
                (None, None) => continue,
            };
            effects.insert(Effect { kind, item: format!("types::{name}::{}", member.name), what });
        }
    }
}

impl Kind {
    fn words(self) -> &'static str {
        match self {
            Self::Struct => "a struct",
            Self::Union => "a union",
            Self::Enum => "an enum",
            Self::Wrapper => "a struct around one value",
        }
    }
}

/// Path and method of the operation that reports call `name`.
fn operation_called(model: &Model<'_>, name: &str) -> Option<(String, String)> {
    let operations = operations(model.contract);
    let operation = operations.iter().find(|operation| operation.is_called(name))?;
    Some((operation.path.to_owned(), operation.method.to_owned()))
}

/// The items on the way to a place, the closest last.
fn levels(trail: Option<Trail>) -> Vec<(String, Option<String>)> {
    trail.map(|trail| trail.items).unwrap_or_default()
}

/// The members that only one side has, or that hold something else.
fn differences<'i>(old: &'i Item, new: &'i Item) -> Vec<(Option<&'i Member>, Option<&'i Member>)> {
    let twin =
        |member: &Member, others: &'i Item| others.members.iter().find(|other| other.name == member.name);
    let mut found: Vec<_> = old
        .members
        .iter()
        .map(|member| (Some(member), twin(member, new)))
        .filter(|(old, new)| old.map(|member| &member.holds) != new.map(|member| &member.holds))
        .collect();
    found.extend(
        new.members.iter().filter(|member| twin(member, old).is_none()).map(|member| (None, Some(member))),
    );
    found
}

/// What changes in the builder, of one parameter or of all.
fn setters(old: &Method, new: &Method, name: Option<&str>) -> Vec<String> {
    // A parameter that is an object in the query is one setter for each of its members.
    let about = |wire: &str| {
        name.is_none_or(|name| {
            wire.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
        })
    };
    let mut words = Vec::new();
    for setter in old.setters.iter().filter(|setter| about(&setter.wire)) {
        match new.setters.iter().find(|other| other.name == setter.name) {
            None => words.push(format!("no longer takes {}", setter.call())),
            Some(other) => {
                if other.takes != setter.takes {
                    words.push(format!(
                        "takes `{}` in {}, was `{}`",
                        other.takes,
                        setter.call(),
                        setter.takes
                    ));
                }
                if other.required && !setter.required {
                    words.push(format!("needs {}", setter.call()));
                } else if !other.required && setter.required {
                    words.push(format!("no longer needs {}", setter.call()));
                }
            }
        }
    }
    for setter in new.setters.iter().filter(|setter| about(&setter.wire)) {
        if !old.setters.iter().any(|other| other.name == setter.name) {
            let verb = if setter.required { "needs" } else { "takes" };
            words.push(format!("{verb} {}, a `{}`", setter.call(), setter.takes));
        }
    }
    words
}

#[cfg(test)]
mod tests;
