//! What a stream has told so far, as far as the rules need it. Nothing is judged here. Start from [`History::absorb`].
//!
//! A stream may be opened in the middle of things: of a session whose `session.created` was not seen, little can be
//! said, so rules ask [`History::whole`] first.

use std::collections::HashMap;

use serde_json::Value;

/// One event, without the wrapping of the global stream.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen<'a> {
    pub kind: &'a str,
    pub properties: &'a Value,
}

impl<'a> Seen<'a> {
    /// Reads an event of either stream; `None` where it has no type.
    pub fn read(event: &'a Value) -> Option<Seen<'a>> {
        let event = event.get("payload").unwrap_or(event);
        let properties = event.get("properties").unwrap_or(&Value::Null);
        Some(Seen { kind: event["type"].as_str()?, properties })
    }

    /// The text at a pointer into the properties; empty where there is none.
    pub fn text(&self, pointer: &str) -> &'a str {
        self.properties.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    /// The session that it is about; empty where it is about none.
    pub fn session(&self) -> &'a str {
        let places = match self.kind {
            "session.created" | "session.updated" | "session.deleted" => ["/info/id"; 3],
            _ => ["/sessionID", "/info/sessionID", "/part/sessionID"],
        };
        places.iter().map(|place| self.text(place)).find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The terminal that it is about; empty where it is about none.
    pub fn terminal(&self) -> &'a str {
        if !self.kind.starts_with("pty.") {
            return "";
        }
        let id = self.text("/id");
        if id.is_empty() { self.text("/info/id") } else { id }
    }

    /// The run of the session is said to be over.
    pub fn tells_idle(&self) -> bool {
        self.kind == "session.idle" || self.tells_status("idle")
    }

    fn tells_status(&self, status: &str) -> bool {
        self.kind == "session.status" && self.text("/status/type") == status
    }

    /// The part has its final text: its time has an end.
    pub fn ends_text(&self) -> bool {
        self.kind == "message.part.updated"
            && matches!(self.text("/part/type"), "text" | "reasoning")
            && self.properties.pointer("/part/time/end").is_some()
    }

    pub fn completed(&self) -> Option<u64> {
        self.properties.pointer("/info/time/completed").and_then(Value::as_u64)
    }
}

/// All that rules look at.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    /// Events until now.
    pub events: usize,
    /// Text was streamed in deltas at least once.
    pub streams_text: bool,
    /// The stream's own directory was disposed of.
    pub disposed: bool,
    /// While set, new sessions are treated as if their beginning had not been seen.
    pub lenient: bool,
    pub sessions: HashMap<String, Session>,
    pub messages: HashMap<String, Message>,
    pub parts: HashMap<String, Part>,
    /// Permissions and questions asked; whether they were answered.
    pub asked: HashMap<String, bool>,
    /// Whether they were removed.
    pub terminals: HashMap<String, bool>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Session {
    /// Seen from its creation on.
    pub whole: bool,
    pub deleted: bool,
    pub busy: bool,
    /// The last event about it but for the status was `session.idle`.
    pub rests: bool,
    /// An idle was told, and no new run since.
    pub idle: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Message {
    pub session: String,
    pub assistant: bool,
    pub completed: Option<u64>,
    /// Ended with an error: the run was cut short.
    pub failed: bool,
    /// An idle of its session came after its last update.
    pub idle_since: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    pub session: String,
    pub message: String,
    /// What its deltas make so far; `None` where its beginning was not seen or its text is final.
    pub sum: Option<String>,
    /// How far a tool call is, by [`progress`].
    pub progress: u8,
}

/// The states of a tool call in their order.
pub(crate) fn progress(state: &str) -> u8 {
    match state {
        "running" => 1,
        "completed" | "error" => 2,
        _ => 0,
    }
}

impl History {
    /// Everything about this session was seen, from its creation on.
    pub fn whole(&self, session: &str) -> bool {
        self.sessions.get(session).is_some_and(|session| session.whole)
    }

    /// Takes an event in, after it was judged.
    pub fn absorb(&mut self, seen: &Seen<'_>) {
        self.events += 1;
        if seen.kind == "server.instance.disposed" {
            self.disposed = true;
            // Runs end without a word with their instance.
            for session in self.sessions.values_mut() {
                *session = Session { deleted: session.deleted, ..Session::default() };
            }
        }
        self.absorb_session(seen);
        self.absorb_message(seen);
        self.absorb_part(seen);
        match seen.kind {
            "permission.asked" | "question.asked" => drop(self.asked.insert(seen.text("/id").into(), false)),
            "permission.replied" | "question.replied" | "question.rejected" => {
                self.asked.insert(seen.text("/requestID").into(), true);
            }
            _ => {}
        }
        let terminal = seen.terminal();
        if !terminal.is_empty() {
            self.terminals.insert(terminal.to_owned(), seen.kind == "pty.deleted");
        }
    }

    fn absorb_session(&mut self, seen: &Seen<'_>) {
        let id = seen.session();
        if id.is_empty() {
            return;
        }
        let whole = seen.kind == "session.created" && !self.lenient;
        let session = self.sessions.entry(id.to_owned()).or_default();
        session.whole |= whole;
        session.deleted |= seen.kind == "session.deleted";
        if seen.tells_status("busy") || seen.tells_status("retry") {
            session.busy = true;
            session.idle = false;
        }
        if seen.tells_idle() {
            session.busy = false;
            session.idle = true;
            for message in self.messages.values_mut().filter(|message| message.session == id) {
                message.idle_since = true;
            }
        }
        session.rests = match seen.kind {
            "session.idle" => true,
            _ => session.rests && seen.tells_idle(),
        };
    }

    fn absorb_message(&mut self, seen: &Seen<'_>) {
        match seen.kind {
            "message.updated" => {
                let message = self.messages.entry(seen.text("/info/id").to_owned()).or_default();
                message.session = seen.session().to_owned();
                message.assistant = seen.text("/info/role") == "assistant";
                message.completed = seen.completed();
                message.failed = seen.properties.pointer("/info/error").is_some();
                message.idle_since = false;
            }
            "message.removed" => drop(self.messages.remove(seen.text("/messageID"))),
            _ => {}
        }
    }

    fn absorb_part(&mut self, seen: &Seen<'_>) {
        match seen.kind {
            "message.part.updated" => {
                let known = self.parts.contains_key(seen.text("/part/id"));
                let part = self.parts.entry(seen.text("/part/id").to_owned()).or_default();
                part.session = seen.text("/part/sessionID").to_owned();
                part.message = seen.text("/part/messageID").to_owned();
                part.progress = progress(seen.text("/part/state/status"));
                if seen.ends_text() {
                    part.sum = None;
                } else if !known && seen.properties.pointer("/part/text").is_some_and(|text| text == "") {
                    part.sum = Some(String::new());
                }
            }
            "message.part.delta" if seen.text("/field") == "text" => {
                self.streams_text = true;
                let part = self.parts.get_mut(seen.text("/partID"));
                if let Some(sum) = part.and_then(|part| part.sum.as_mut()) {
                    sum.push_str(seen.text("/delta"));
                }
            }
            "message.part.removed" => drop(self.parts.remove(seen.text("/partID"))),
            _ => {}
        }
    }
}
