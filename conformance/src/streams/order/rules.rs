//! The rules of order, as data: each with a name, one sentence, and what looks at an event in the light of those before.
//! To add one, add an entry to [`RULES`] or [`AT_THE_END`], and a case to the tests.

use super::history::{History, Message, Seen, progress};
use crate::judge::Rule;

/// A rule that is asked at each event, before the history takes it in.
pub(crate) struct OrderRule {
    /// Its id in findings.
    pub name: &'static str,
    /// What always holds.
    pub sentence: &'static str,
    pub rule: Rule,
    /// Where in the event the contradiction stands.
    pub pointer: &'static str,
    /// What contradicts it, if anything does.
    pub broken: fn(&History, &Seen<'_>) -> Option<String>,
}

/// A rule that is asked once, when the stream has fallen silent.
pub(crate) struct EndRule {
    pub name: &'static str,
    pub sentence: &'static str,
    pub broken: fn(&History) -> Option<String>,
}

pub(crate) const RULES: [OrderRule; 14] = [
    OrderRule {
        name: "connected_once",
        sentence: "`server.connected` is the first event of a stream and never comes again.",
        rule: Rule::Order,
        pointer: "/type",
        broken: |history, seen| {
            (seen.kind == "server.connected" && history.events > 0)
                .then(|| format!("it came again as event {}", history.events + 1))
        },
    },
    OrderRule {
        name: "session_created_first",
        sentence: "`session.created` is the first event about a session.",
        rule: Rule::Order,
        pointer: "/properties/info/id",
        broken: |history, seen| {
            let id = seen.session();
            (seen.kind == "session.created" && history.sessions.contains_key(id))
                .then(|| format!("events about {id} came before it"))
        },
    },
    OrderRule {
        name: "session_deleted_last",
        sentence: "Nothing is told of a session after its `session.deleted`.",
        rule: Rule::Order,
        pointer: "",
        broken: |history, seen| {
            let session = history.sessions.get(seen.session())?;
            session.deleted.then(|| format!("{} of {} came after it", seen.kind, seen.session()))
        },
    },
    OrderRule {
        name: "message_before_part",
        sentence: "A part is told only after its message.",
        rule: Rule::Order,
        pointer: "/properties/part/messageID",
        broken: |history, seen| {
            let message = seen.text("/part/messageID");
            let unknown = seen.kind == "message.part.updated" && !history.messages.contains_key(message);
            (unknown && history.whole(seen.session())).then(|| {
                let kind = seen.text("/part/type");
                format!("the {kind} part {} came before its message {message}", seen.text("/part/id"))
            })
        },
    },
    OrderRule {
        name: "part_before_delta",
        sentence: "A delta is told only after its part.",
        rule: Rule::Order,
        pointer: "/properties/partID",
        broken: |history, seen| {
            let part = seen.text("/partID");
            let unknown = seen.kind == "message.part.delta" && !history.parts.contains_key(part);
            (unknown && history.whole(seen.session()))
                .then(|| format!("a delta of {part} came before the part"))
        },
    },
    OrderRule {
        name: "part_of_its_message",
        sentence: "A part names the session of its message, and keeps its message.",
        rule: Rule::Order,
        pointer: "/properties/part",
        broken: |history, seen| {
            let (part, message) = (seen.text("/part/id"), seen.text("/part/messageID"));
            if seen.kind != "message.part.updated" {
                return None;
            }
            if let Some(before) = history.parts.get(part).filter(|before| before.message != message) {
                return Some(format!("{part} was part of {} and is now part of {message}", before.message));
            }
            let of = history.messages.get(message).filter(|of| of.session != seen.session())?;
            let named = seen.session();
            Some(format!("{part} names {named}, its message {message} belongs to {}", of.session))
        },
    },
    OrderRule {
        name: "delta_of_its_part",
        sentence: "A delta names the message and the session of its part.",
        rule: Rule::Order,
        pointer: "/properties",
        broken: |history, seen| {
            let part = history.parts.get(seen.text("/partID"))?;
            let (message, session) = (seen.text("/messageID"), seen.text("/sessionID"));
            let differs = part.message != message || part.session != session;
            (seen.kind == "message.part.delta" && differs).then(|| {
                let id = seen.text("/partID");
                format!(
                    "a delta of {id} names {message} of {session}, the part {} of {}",
                    part.message, part.session
                )
            })
        },
    },
    OrderRule {
        name: "deltas_add_up",
        sentence: "The deltas of a part make its final text, but for white space at the end.",
        rule: Rule::Delta,
        pointer: "/properties/part/text",
        broken: |history, seen| {
            let part = history.parts.get(seen.text("/part/id")).filter(|_| seen.ends_text())?;
            let sum = part.sum.as_deref().filter(|_| history.streams_text)?.trim_end();
            let text = seen.text("/part/text").trim_end();
            (sum != text).then(|| {
                let same = sum.chars().zip(text.chars()).take_while(|(one, other)| one == other).count();
                format!(
                    "the deltas of {} make {} characters, its text has {}; they differ from character {} on",
                    seen.text("/part/id"),
                    sum.chars().count(),
                    text.chars().count(),
                    same + 1
                )
            })
        },
    },
    OrderRule {
        name: "completed_stays",
        sentence: "A message that was completed stays so.",
        rule: Rule::Order,
        pointer: "/properties/info/time/completed",
        broken: |history, seen| {
            let id = seen.text("/info/id");
            let before = history.messages.get(id).filter(|_| seen.kind == "message.updated")?.completed?;
            (seen.completed() < Some(before)).then(|| {
                let now =
                    seen.completed().map_or("not completed".to_owned(), |now| format!("completed at {now}"));
                format!("{id} was completed at {before} and is now {now}")
            })
        },
    },
    OrderRule {
        name: "tool_goes_forward",
        sentence: "A tool call goes from pending to running to its end, never back.",
        rule: Rule::Order,
        pointer: "/properties/part/state/status",
        broken: |history, seen| {
            let part = history.parts.get(seen.text("/part/id")).filter(|_| history.whole(seen.session()))?;
            let state = seen.text("/part/state/status");
            (seen.kind == "message.part.updated" && progress(state) < part.progress)
                .then(|| format!("{} is {state} after it was further", seen.text("/part/id")))
        },
    },
    OrderRule {
        name: "idle_once",
        sentence: "`session.idle` comes again only after something happened in the session.",
        rule: Rule::Order,
        pointer: "/properties/sessionID",
        broken: |history, seen| {
            let session = history.sessions.get(seen.session()).filter(|_| seen.kind == "session.idle")?;
            session.rests.then(|| format!("it came twice in a row for {}", seen.session()))
        },
    },
    OrderRule {
        name: "idle_after_work",
        sentence: "A session is idle only after the last update of its assistant's messages, but for a run cut short.",
        rule: Rule::Order,
        pointer: "/properties/info",
        broken: |history, seen| {
            let id = seen.text("/info/id");
            let message = history.messages.get(id).filter(|_| seen.kind == "message.updated")?;
            let session = history.sessions.get(seen.session())?;
            let cut_short = message.failed || seen.properties.pointer("/info/error").is_some();
            (message.assistant && message.idle_since && session.idle && session.whole && !cut_short).then(
                || format!("{id} of {} was updated after the session was said to be idle", seen.session()),
            )
        },
    },
    OrderRule {
        name: "asked_before_answered",
        sentence: "A permission or question is answered once, after it was asked.",
        rule: Rule::Order,
        pointer: "/properties/requestID",
        broken: |history, seen| {
            let answers = ["permission.replied", "question.replied", "question.rejected"];
            if !answers.contains(&seen.kind) || !history.whole(seen.session()) {
                return None;
            }
            let id = seen.text("/requestID");
            match history.asked.get(id) {
                None => Some(format!("{} of {id}, which was not asked", seen.kind)),
                Some(true) => Some(format!("{} of {id}, which was answered before", seen.kind)),
                Some(false) => None,
            }
        },
    },
    OrderRule {
        name: "terminal_between_created_and_deleted",
        sentence: "Events of a terminal come after its `pty.created` and not after its `pty.deleted`.",
        rule: Rule::Order,
        pointer: "/properties",
        broken: |history, seen| {
            let id = seen.terminal();
            match history.terminals.get(id)? {
                true => Some(format!("{} of {id} came after pty.deleted", seen.kind)),
                false => {
                    (seen.kind == "pty.created").then(|| format!("events of {id} came before pty.created"))
                }
            }
        },
    },
];

pub(crate) const AT_THE_END: [EndRule; 2] = [
    EndRule {
        name: "ends_idle",
        sentence: "A session that was said to be busy is said to be idle when its run is over.",
        broken: |history| {
            let busy = |(_, session): &(&String, &super::history::Session)| {
                session.whole && !session.deleted && session.busy
            };
            let (id, _) = history.sessions.iter().filter(busy).min_by_key(|(id, _)| id.as_str())?;
            Some(format!("{id} is still said to be busy"))
        },
    },
    EndRule {
        name: "idle_means_completed",
        sentence: "The messages of an idle session are completed.",
        broken: |history| {
            let idle = |message: &Message| {
                let session = history.sessions.get(&message.session);
                session.is_some_and(|session| session.whole && session.idle && !session.deleted)
            };
            let open = |(_, message): &(&String, &Message)| {
                message.assistant && message.completed.is_none() && idle(message)
            };
            let (id, message) = history.messages.iter().filter(open).min_by_key(|(id, _)| id.as_str())?;
            Some(format!("{id} of {} is not completed", message.session))
        },
    },
];
