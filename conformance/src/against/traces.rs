//! What the events of each story come to: per session, per message and per part, in order. All three are numbered as they
//! appear, so that two servers can be compared; what may run side by side in a server, as parts do, is not mixed. Start
//! from [`Traces::hear`].

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::streams::Seen;

/// What comes at any time: told by clocks and watchers, or by what runs beside the answer.
const BESIDE: [&str; 4] = ["session.updated", "session.diff", "lsp.updated", "message.part.removed"];

/// Whose events: the number of a session within its story, of a message within its session, of a part within its message;
/// 0 is the session itself, or the message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Whose {
    pub story: String,
    pub session: usize,
    pub message: usize,
    pub part: usize,
}

/// The events of all stories.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traces {
    story: String,
    sessions: HashMap<String, (String, usize)>,
    messages: HashMap<String, usize>,
    parts: HashMap<String, usize>,
    /// Labels in order; a label that follows itself stands once.
    pub told: BTreeMap<Whose, Vec<String>>,
    /// Stories in which an operation is not built: what comes after that cannot be compared.
    pub cut: BTreeSet<String>,
}

impl Traces {
    /// From now on, new sessions belong to this story; to an empty one belongs nothing.
    pub fn begin(&mut self, story: &str) {
        story.clone_into(&mut self.story);
    }

    /// The story cannot go on as planned on this server.
    pub fn cut(&mut self) {
        self.cut.insert(self.story.clone());
    }

    /// Whether the story under way leaves each server in a state of its own: it was cut, or its course is a matter of
    /// chance.
    pub fn is_loose(&self) -> bool {
        self.story.is_empty() || self.cut.contains(&self.story)
    }

    /// Takes in the next event of the stream.
    pub fn hear(&mut self, seen: &Seen<'_>) {
        let id = seen.session();
        if id.is_empty() || BESIDE.contains(&seen.kind) {
            return;
        }
        if seen.kind == "session.created" {
            let story = &self.story;
            if story.is_empty() {
                return;
            }
            let number = self.sessions.values().filter(|(of, _)| of == story).count() + 1;
            self.sessions.insert(id.to_owned(), (story.clone(), number));
        }
        // Of a session from before, or of nobody's story.
        let Some((story, session)) = self.sessions.get(id).cloned() else { return };
        if self.cut.contains(&story) {
            return;
        }
        let first = |places: &[&str]| places.iter().map(|place| seen.text(place)).find(|id| !id.is_empty());
        let of_message = seen.kind.starts_with("message.");
        let message = first(&["/part/messageID", "/messageID", "/info/id"]);
        let part = first(&["/part/id", "/partID"]).filter(|_| of_message);
        let mut whose = Whose { story, session, message: 0, part: 0 };
        if let Some(message) = message.filter(|_| of_message) {
            let known = self.told.range(whose.clone()..).take_while(|(other, _)| other.same_session(&whose));
            let next = known.map(|(other, _)| other.message).max().unwrap_or(0) + 1;
            whose.message = *self.messages.entry(message.to_owned()).or_insert(next);
        }
        let label = label(seen);
        if let Some(part) = part {
            let message = whose.clone();
            let known =
                self.told.range(message.clone()..).take_while(|(other, _)| other.same_message(&message));
            let next = known.map(|(other, _)| other.part).max().unwrap_or(0) + 1;
            if !self.parts.contains_key(part) {
                self.parts.insert(part.to_owned(), next);
                // The message tells in which order its parts begin,
                self.tell(message.clone(), format!("part {}", seen.text("/part/type")));
            }
            // and in which order those end that are streamed.
            if seen.ends_text() {
                self.tell(message, label.clone());
            }
            whose.part = self.parts[part];
        }
        self.tell(whose, label);
    }

    fn tell(&mut self, whose: Whose, label: String) {
        let told = self.told.entry(whose).or_default();
        if told.last() != Some(&label) {
            told.push(label);
        }
    }

    /// The events on which two servers differ.
    pub fn differences(&self, other: &Traces) -> Vec<(Whose, String)> {
        let whose: BTreeSet<_> = self.told.keys().chain(other.told.keys()).collect();
        let mut found = Vec::new();
        for whose in whose {
            let empty = Vec::new();
            let (mut here, mut there) = (
                self.told.get(whose).unwrap_or(&empty).clone(),
                other.told.get(whose).unwrap_or(&empty).clone(),
            );
            if whose.message == 0 {
                (here, there) = (settled(here), settled(there));
            }
            // A user's message is updated whenever a summary of changes is there.
            if here.iter().chain(&there).any(|label| label == "message user") {
                here.sort();
                there.sort();
                here.dedup();
                there.dedup();
            }
            if self.cut.contains(&whose.story) || other.cut.contains(&whose.story) {
                let shorter = here.len().min(there.len());
                here.truncate(shorter);
                there.truncate(shorter);
            }
            if here != there {
                let same = here.iter().zip(&there).take_while(|(here, there)| here == there).count();
                let rest = |labels: &[String]| match labels.get(same..).unwrap_or_default() {
                    [] => "nothing more".to_owned(),
                    rest => rest.join(", "),
                };
                found.push((
                    whose.clone(),
                    format!("from event {} on: {} here; {} there", same + 1, rest(&here), rest(&there)),
                ));
            }
        }
        found
    }
}

impl Whose {
    fn same_session(&self, other: &Whose) -> bool {
        (&self.story, self.session) == (&other.story, other.session)
    }

    fn same_message(&self, other: &Whose) -> bool {
        self.same_session(other) && self.message == other.message
    }
}

impl std::fmt::Display for Whose {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}, session {}", self.story, self.session)?;
        if self.message > 0 {
            write!(formatter, ", message {}", self.message)?;
        }
        if self.part > 0 {
            write!(formatter, ", part {}", self.part)?;
        }
        Ok(())
    }
}

/// The end of a run, which is told in several events: as often and in such an order as it comes. An abort tells it at
/// once, and the run that it ends does so again.
fn settled(labels: Vec<String>) -> Vec<String> {
    let ends = |label: &str| matches!(label, "session.error" | "status idle" | "session.idle");
    let mut settled: Vec<String> = Vec::new();
    let mut run: BTreeSet<String> = BTreeSet::new();
    for label in labels {
        if ends(&label) {
            run.insert(label);
        } else {
            settled.extend(std::mem::take(&mut run));
            settled.push(label);
        }
    }
    settled.extend(run);
    settled
}

/// An event in a few words.
fn label(seen: &Seen<'_>) -> String {
    match seen.kind {
        "message.updated" => {
            let role = seen.text("/info/role");
            let failed = seen.properties.pointer("/info/error").map_or("", |_| " failed");
            let completed = seen.completed().map_or("", |_| " completed");
            format!("message {role}{completed}{failed}")
        }
        "message.part.updated" => {
            let (kind, state) = (seen.text("/part/type"), seen.text("/part/state/status"));
            let state = if seen.ends_text() { "ended" } else { state };
            format!("part {kind} {state}").trim_end().to_owned()
        }
        "message.part.delta" => "delta".to_owned(),
        "session.status" => format!("status {}", seen.text("/status/type")),
        kind => kind.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn run(session: &str) -> Vec<Value> {
        let event = |kind: &str, properties: Value| json!({ "type": kind, "properties": properties });
        let message = |id: &str, role: &str| {
            event(
                "message.updated",
                json!({ "info": { "id": id, "role": role, "sessionID": session, "time": {} } }),
            )
        };
        let part =
            json!({ "id": "prt_1", "messageID": "msg_2", "sessionID": session, "type": "text", "text": "" });
        let delta = json!({ "partID": "prt_1", "messageID": "msg_2", "sessionID": session, "delta": "x" });
        vec![
            event("session.created", json!({ "info": { "id": session } })),
            message("msg_1", "user"),
            message("msg_2", "assistant"),
            event("message.part.updated", json!({ "part": part })),
            event("message.part.delta", delta.clone()),
            event("message.part.delta", delta),
            event("session.idle", json!({ "sessionID": session })),
            message("msg_1", "user"),
        ]
    }

    fn traces(events: &[Value], cut: bool) -> Traces {
        let mut traces = Traces::default();
        traces.begin("run");
        events.iter().filter_map(Seen::read).for_each(|seen| traces.hear(&seen));
        if cut {
            traces.cut();
        }
        traces
    }

    #[test]
    fn the_same_run_under_other_names_is_the_same() {
        let mut other = run("ses_2");
        // Fewer deltas, and a summary that came earlier.
        other.remove(5);
        let summary = other.pop().expect("an event");
        other.insert(3, summary);
        assert_eq!(traces(&run("ses_1"), false).differences(&traces(&other, false)), []);
    }

    #[test]
    fn the_order_in_which_texts_end_is_told_by_their_message() {
        let ended = |part: &str, kind: &str| {
            let time = json!({ "start": 1, "end": 2 });
            let part = json!({
                "id": part, "messageID": "msg_2", "sessionID": "ses_1", "type": kind, "text": "x", "time": time,
            });
            json!({ "type": "message.part.updated", "properties": { "part": part } })
        };
        let told = |ends: [Value; 2]| {
            let mut events = run("ses_1");
            events.insert(4, ended("prt_0", "reasoning"));
            events.splice(7..7, ends);
            traces(&events, false)
        };
        let (thought, said) = (ended("prt_0", "reasoning"), ended("prt_1", "text"));
        let (here, there) = (told([thought.clone(), said.clone()]), told([said, thought]));
        assert_eq!(here.differences(&here), []);
        let found = here.differences(&there);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].0.message, found[0].0.part), (2, 0), "{found:?}");
    }

    #[test]
    fn what_is_missing_or_comes_in_another_order_is_a_difference() {
        let told = |change: fn(&mut Vec<Value>), cut| {
            let mut other = run("ses_2");
            change(&mut other);
            let found = traces(&run("ses_1"), false).differences(&traces(&other, cut));
            found.into_iter().map(|(whose, message)| format!("{whose}: {message}")).collect::<Vec<_>>()
        };
        let swapped = told(|events| events.swap(2, 3), false);
        assert_eq!(swapped.len(), 1, "{swapped:?}");
        assert!(
            swapped[0].starts_with("run, session 1, message 2: from event 1 on: message assistant"),
            "{swapped:?}"
        );
        assert_eq!(
            told(|events| drop(events.remove(6)), false),
            ["run, session 1: from event 2 on: session.idle here; nothing more there"]
        );
        assert_eq!(told(|events| events.truncate(3), true), [""; 0], "it could not go on");
    }
}
