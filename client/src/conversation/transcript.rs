//! Events of a session in, steps of its run out: [`Transcript`]. No connection, no time.

use std::collections::{HashMap, HashSet, VecDeque};

use opencode_types::{
    Event, Message, Part, PermissionRequest, QuestionRequest, SessionMessagesResponseItem, SessionStatus,
    ToolState,
};

use super::{Answer, RunError, Step};

/// What was seen of a run, and the steps that were not taken yet.
#[derive(Debug, Default)]
pub(super) struct Transcript {
    session_id: String,
    /// Messages that steps are told of: the assistant's, but no summaries.
    told: HashSet<String>,
    texts: HashMap<String, Text>,
    tools: HashMap<String, &'static str>,
    asked: HashSet<String>,
    steps: VecDeque<Step>,
    /// Nothing runs, as far as events say.
    idle: bool,
    came_to_rest: bool,
    last_error: Option<RunError>,
}

/// A part of text or of reasoning.
#[derive(Debug, Default)]
struct Text {
    /// `None`: deltas came before the part itself, so that nobody knows what they are.
    kind: Option<Kind>,
    /// What was told of it.
    told: String,
    /// Deltas that wait for the kind.
    waiting: String,
    /// Deltas were missed: what follows is told when the whole is known.
    broken: bool,
    whole: bool,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Text,
    Reasoning,
}

impl Transcript {
    pub(super) fn new(session_id: &str) -> Self {
        Self { session_id: session_id.to_owned(), ..Self::default() }
    }

    pub(super) fn next_step(&mut self) -> Option<Step> {
        self.steps.pop_front()
    }

    /// Whether the session came to rest since this was asked last.
    pub(super) fn just_came_to_rest(&mut self) -> bool {
        std::mem::take(&mut self.came_to_rest)
    }

    /// Whether the last that was heard of the session is that nothing runs.
    pub(super) fn is_at_rest(&self) -> bool {
        self.idle
    }

    fn rests(&mut self) {
        self.idle = true;
        self.came_to_rest = true;
    }

    pub(super) fn last_error(&self) -> Option<RunError> {
        self.last_error.clone()
    }

    pub(super) fn event(&mut self, event: Event) {
        let own = |id: &str| id == self.session_id;
        match event {
            Event::MessageUpdated(event) => self.message(event.properties.info),
            Event::MessagePartUpdated(event) => self.part(event.properties.part, false),
            Event::MessagePartDelta(event) => {
                let delta = event.properties;
                if own(&delta.session_id) && delta.field == "text" {
                    self.delta(delta.part_id, &delta.delta);
                }
            }
            Event::PermissionAsked(event) if own(&event.properties.session_id) => {
                self.permission(event.properties);
            }
            Event::QuestionAsked(event) if own(&event.properties.session_id) => {
                self.question(event.properties);
            }
            Event::SessionStatus(event) if own(&event.properties.session_id) => match event.properties.status
            {
                SessionStatus::Idle(_) => self.rests(),
                SessionStatus::Busy(_) => self.idle = false,
                SessionStatus::Retry(retry) => self.steps.push_back(Step::Retry {
                    attempt: retry.attempt.0 as u64,
                    message: retry.message,
                    next: retry.next.0 as u64,
                }),
                SessionStatus::Unknown(_) => {}
            },
            Event::SessionIdle(event) if own(&event.properties.session_id) => self.rests(),
            Event::SessionDeleted(event) if own(&event.properties.info.id) => self.rests(),
            Event::ServerInstanceDisposed(_) => self.rests(),
            Event::SessionError(event) if event.properties.session_id.as_deref().is_some_and(own) => {
                if let Some(error) = &event.properties.error {
                    let error = RunError::new(error);
                    self.last_error = Some(error.clone());
                    self.steps.push_back(Step::Error(error));
                }
            }
            _ => {}
        }
    }

    pub(super) fn permission(&mut self, request: PermissionRequest) {
        if self.asked.insert(request.id.clone()) {
            self.steps.push_back(Step::Permission(request));
        }
    }

    pub(super) fn question(&mut self, request: QuestionRequest) {
        if self.asked.insert(request.id.clone()) {
            self.steps.push_back(Step::Question(request));
        }
    }

    /// The reply to this request did not arrive: if it still waits, it is told again.
    pub(super) fn unanswered(&mut self, request_id: &str) {
        self.asked.remove(request_id);
    }

    /// Events may have been missed.
    pub(super) fn gap(&mut self) {
        self.texts.values_mut().filter(|text| !text.whole).for_each(|text| text.broken = true);
    }

    /// The state as it was asked for, of messages after `from` only.
    pub(super) fn messages(&mut self, messages: Vec<SessionMessagesResponseItem>) {
        for message in messages {
            self.message(message.info);
            message.parts.into_iter().for_each(|part| self.part(part, true));
        }
    }

    /// The end: what was not told of the last message, then the message itself.
    pub(super) fn finish(&mut self, answer: Answer) {
        self.told.insert(answer.info.id.clone());
        for part in &answer.parts {
            if let Part::Text(_) | Part::Reasoning(_) | Part::Tool(_) = part {
                self.part(part.clone(), true);
            }
        }
        self.steps.push_back(Step::Finished(Box::new(answer)));
    }

    fn message(&mut self, info: Message) {
        if let Message::Assistant(info) = info
            && info.session_id == self.session_id
            && info.summary != Some(true)
        {
            self.told.insert(info.id);
        }
    }

    /// `asked`: it is of a state that was asked for, and may have been told before.
    fn part(&mut self, part: Part, asked: bool) {
        match part {
            Part::Text(part) if self.told.contains(&part.message_id) => {
                let whole = part.time.as_ref().is_some_and(|time| time.end.is_some());
                self.text(part.id, Kind::Text, part.text, whole);
            }
            Part::Reasoning(part) if self.told.contains(&part.message_id) => {
                let whole = part.time.end.is_some();
                self.text(part.id, Kind::Reasoning, part.text, whole);
            }
            Part::Tool(part) if self.told.contains(&part.message_id) => {
                let state = match &part.state {
                    ToolState::Pending(_) => "pending",
                    ToolState::Running(_) => "running",
                    ToolState::Completed(_) => "completed",
                    ToolState::Error(_) => "error",
                    ToolState::Unknown(_) => "unknown",
                };
                let before = self.tools.insert(part.id.clone(), state);
                if !asked || before != Some(state) {
                    self.steps.push_back(Step::Tool(part));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, part_id: String, kind: Kind, now: String, whole: bool) {
        let text = self.texts.entry(part_id.clone()).or_default();
        if text.kind.replace(kind).is_none() && !text.broken {
            // The part itself, after its first deltas.
            let delta = std::mem::take(&mut text.waiting);
            text.told.push_str(&delta);
            self.steps.extend(step(kind, &part_id, delta));
        }
        text.whole |= whole;
        if let Some(rest) = now.strip_prefix(&*text.told) {
            let rest = rest.to_owned();
            text.told.push_str(&rest);
            self.steps.extend(step(kind, &part_id, rest));
        } else if !(text.told.starts_with(&now) && (!whole || text.told[now.len()..].trim().is_empty())) {
            // Not merely the empty text that a part has while it is written, nor the end that the server trims.
            text.told.clone_from(&now);
            self.steps.push_back(Step::Rewritten { part_id, text: now });
        }
        if whole {
            text.broken = false;
        }
    }

    fn delta(&mut self, part_id: String, delta: &str) {
        let text = self.texts.entry(part_id.clone()).or_default();
        match text.kind {
            // Repeated: the state that was asked for had it already.
            _ if text.whole || text.broken => {}
            Some(kind) => {
                text.told.push_str(delta);
                self.steps.extend(step(kind, &part_id, delta.to_owned()));
            }
            None => text.waiting.push_str(delta),
        }
    }
}

fn step(kind: Kind, part_id: &str, delta: String) -> Option<Step> {
    let part_id = part_id.to_owned();
    (!delta.is_empty()).then(|| match kind {
        Kind::Text => Step::Text { part_id, delta },
        Kind::Reasoning => Step::Reasoning { part_id, delta },
    })
}

#[cfg(test)]
#[path = "transcript_tests.rs"]
mod tests;
