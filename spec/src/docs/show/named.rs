//! The named schemas of one operation, and the events of a stream.
//!
//! Whoever sends a body needs all that it is made of. Whoever reads an answer looks for what is in it: of answers the
//! schemas are told that they refer to, and not those within these. What is left out is named at the end, with the
//! place where it stands.

use std::fmt::Write as _;

use serde_json::Value;

use super::super::events::{Event, Stream};
use super::super::phrase::{Detail, Phrase, Token, Types, required, tag};
use super::super::rows::rows;
use super::super::{DIRECTORY, contents, media};
use super::{Shown, columns, content, is_error, member, told};
use crate::document::{Operation, members};
use crate::gate::CONTRACT;

/// More types than these are not read by anyone.
const MOST_TYPES: usize = 40;

/// How far the types within types are told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    All,
    /// Only those within a type that has no members of its own, such as a union: it says nothing without them.
    Nearest,
}

#[derive(Debug, Default)]
pub(super) struct Named {
    /// Told under `Type`.
    told: Vec<String>,
    /// Named within those.
    within: Vec<String>,
}

impl Named {
    pub(super) fn of_request(&mut self, types: &Types<'_>, operation: &Operation<'_>, text: &mut String) {
        let mut names = Vec::new();
        for (_, schema) in operation.body().into_iter().flat_map(|(_, body)| contents(body)) {
            mention(types, schema.unwrap_or(&Value::Null), &mut names);
        }
        self.tell(types, names, Reach::All, text);
    }

    /// Errors are much the same everywhere, and their types are only named. Events are told by themselves.
    pub(super) fn of_answers(&mut self, types: &Types<'_>, operation: &Operation<'_>, text: &mut String) {
        let mut names = Vec::new();
        for (status, _, response) in operation.responses() {
            for (name, schema) in contents(response) {
                let schema = schema.unwrap_or(&Value::Null);
                if is_error(status) {
                    mention(types, schema, &mut self.within);
                } else if media(name) != "text/event-stream" {
                    mention(types, schema, &mut names);
                }
            }
        }
        self.tell(types, names, Reach::Nearest, text);
    }

    fn tell(&mut self, types: &Types<'_>, mut names: Vec<String>, reach: Reach, text: &mut String) {
        let mut at = 0;
        while let Some(name) = names.get(at).cloned() {
            at += 1;
            let Some(schema) = types.component(&name) else { continue };
            if self.told.contains(&name) {
                continue;
            }
            if self.told.len() >= MOST_TYPES {
                add(name, &mut self.within);
                continue;
            }
            let _ = writeln!(text, "\nType {name}");
            content(types, Some(schema), text);
            self.told.push(name);
            let goes_on = reach == Reach::All || rows(types, schema).is_empty();
            mention(types, schema, if goes_on { &mut names } else { &mut self.within });
        }
    }

    /// Every event that the answers carry, in a line with its members.
    pub(super) fn events(
        &mut self,
        shown: &Shown<'_>,
        types: &Types<'_>,
        (streams, all): (Vec<Stream<'_>>, Vec<Event<'_>>),
        text: &mut String,
    ) {
        for stream in streams {
            let carried: Vec<&Event<'_>> = stream.events.iter().filter_map(|index| all.get(*index)).collect();
            if carried.is_empty() {
                // The item is no union of events; its types are told as those of any answer.
                let mut names = Vec::new();
                mention(types, stream.item.unwrap_or(&Value::Null), &mut names);
                self.tell(types, names, Reach::Nearest, text);
                continue;
            }
            let holder = stream.member.map(|member| format!(" in {member}")).unwrap_or_default();
            let place = match is_own(shown) {
                true => format!(", member by member in {DIRECTORY}/21-realtime.md"),
                false => String::new(),
            };
            let _ = writeln!(text, "\nEvents{holder}  {} kinds{place}", carried.len());
            let lines = carried.into_iter().map(|event| self.event(types, event)).collect();
            columns(lines, "  ", text);
        }
    }

    fn event(&mut self, types: &Types<'_>, event: &Event<'_>) -> (String, String, String) {
        let members = members_of(types, event.schema);
        for token in &members.tokens {
            if let Token::Schema(name) = token {
                add(name.clone(), &mut self.within);
            }
        }
        let description = event.schema.get("description").and_then(Value::as_str).unwrap_or_default();
        (event.name.clone(), members.to_string(), told(types, description, &Value::Null))
    }

    /// What was named and not told.
    pub(super) fn rest(self, shown: &Shown<'_>, text: &mut String) {
        let left: Vec<String> = self.within.into_iter().filter(|name| !self.told.contains(name)).collect();
        if left.is_empty() {
            return;
        }
        let place = match is_own(shown) {
            true => format!("{DIRECTORY}/schemas.md"),
            false => format!("components/schemas of {}", shown.source),
        };
        let _ = writeln!(text, "\nNamed only, told in {place}\n  {}", left.join(", "));
    }
}

/// An item of a stream without its events, which follow.
pub(super) fn item(types: &Types<'_>, stream: &Stream<'_>, text: &mut String) {
    const EVENT: &str = "one of the events below";
    let item = stream.item.unwrap_or(&Value::Null);
    let Some(holder) = &stream.member else {
        let _ = writeln!(text, "  {}", types.named(item).unwrap_or(EVENT));
        return;
    };
    let _ = writeln!(text, "  {}", types.phrase(item, Detail::Brief));
    let is_of_event =
        |path: &str| path.strip_prefix(holder.as_str()).is_some_and(|rest| rest.starts_with(['.', '(', '[']));
    let mut lines = Vec::new();
    for row in rows(types, item).into_iter().filter(|row| !is_of_event(&row.path)) {
        let (head, kind, told) = member(types, &row);
        let is_event = row.path == *holder && types.named(row.schema).is_none();
        lines.push((head, if is_event { EVENT.to_owned() } else { kind }, told));
    }
    columns(lines, "    ", text);
}

/// Whether there are pages of this contract in the repository.
fn is_own(shown: &Shown<'_>) -> bool {
    shown.source == CONTRACT
}

/// The members of an event without its tag, which is its name: `{ properties: { info: Session } }`.
fn members_of(types: &Types<'_>, schema: &Value) -> Phrase {
    let Some(object) = schema.as_object() else { return types.phrase(schema, Detail::Whole) };
    let tag = tag(object).map(|(name, _)| name);
    let required: Vec<&str> = required(object).collect();
    let each = members(schema, "properties").filter(|(name, _)| tag != Some(name.as_str()));
    let each = each.map(|(name, schema)| {
        let mark = if required.contains(&name.as_str()) { "" } else { "?" };
        let mut member = Phrase::text(format!("{name}{mark}: "));
        member.push(types.phrase(schema, Detail::Whole));
        member
    });
    Phrase::join(each.collect(), ", ")
}

/// The names in a schema's type and in those of its members. The name of a body or an answer is told by its type
/// already, unless it has no members that would stand there.
fn mention(types: &Types<'_>, schema: &Value, names: &mut Vec<String>) {
    let rows = rows(types, schema);
    let is_told = types.named(schema).is_some() && !rows.is_empty();
    let own = (!is_told).then(|| types.phrase(schema, Detail::Brief).tokens);
    for token in own.into_iter().flatten().chain(rows.into_iter().flat_map(|row| row.kind.tokens)) {
        if let Token::Schema(name) = token {
            add(name, names);
        }
    }
}

fn add(name: String, names: &mut Vec<String>) {
    if !names.contains(&name) {
        names.push(name);
    }
}
