//! The contract's objects as the agent makes them: parts, assistant messages, and the events that are no change of the
//! store (deltas, statuses, errors).
//!
//! Only construction lives here; when something is made is decided by `turn`, `stream` and `runs`.

use opencode_types::{
    AssistantMessageError, AssistantMessageTokens, AssistantMessageTokensCache, Event, EventMessagePartDelta,
    EventMessagePartDeltaProperties, EventSessionDiff, EventSessionDiffProperties, EventSessionError,
    EventSessionErrorProperties, EventSessionErrorPropertiesError, EventSessionIdle,
    EventSessionIdleProperties, EventSessionStatus, EventSessionStatusProperties, MessageAbortedError,
    MessageAbortedErrorData, Number, Part, ReasoningPart, ReasoningPartTime, SessionStatus,
    SessionStatusBusy, SessionStatusIdle, StepFinishPart, StepFinishPartTokens, StepFinishPartTokensCache,
    StepStartPart, TextPart, TextPartTime, UnknownError, UnknownErrorData,
};

use crate::ids::PartId;

/// Which message of which session a part belongs to.
#[derive(Clone, Debug)]
pub struct Place {
    pub session: String,
    pub message: String,
}

/// Milliseconds since 1970 as the contract writes them.
pub fn now() -> Number {
    Number::from(crate::clock::now_ms())
}

impl Place {
    pub fn text(&self, text: String) -> TextPart {
        TextPart {
            id: PartId::generate().into(),
            session_id: self.session.clone(),
            message_id: self.message.clone(),
            type_: Default::default(),
            text,
            synthetic: None,
            ignored: None,
            time: None,
            metadata: None,
        }
    }

    /// Text that the server added, for the model rather than for the person.
    pub fn synthetic(&self, text: String) -> Part {
        TextPart { synthetic: Some(true), ..self.text(text) }.into()
    }

    /// Text that is about to be streamed.
    pub fn open_text(&self) -> TextPart {
        TextPart { time: Some(TextPartTime { start: now(), end: None }), ..self.text(String::new()) }
    }

    /// Reasoning that is about to be streamed.
    pub fn open_reasoning(&self) -> ReasoningPart {
        ReasoningPart {
            id: PartId::generate().into(),
            session_id: self.session.clone(),
            message_id: self.message.clone(),
            type_: Default::default(),
            text: String::new(),
            time: ReasoningPartTime { start: now(), end: None },
            metadata: None,
        }
    }

    pub fn step_start(&self) -> Part {
        StepStartPart {
            id: PartId::generate().into(),
            session_id: self.session.clone(),
            message_id: self.message.clone(),
            type_: Default::default(),
            snapshot: None,
        }
        .into()
    }

    pub fn step_finish(&self, reason: String, cost: Number, tokens: AssistantMessageTokens) -> Part {
        StepFinishPart {
            id: PartId::generate().into(),
            session_id: self.session.clone(),
            message_id: self.message.clone(),
            type_: Default::default(),
            reason,
            cost,
            tokens: StepFinishPartTokens {
                total: tokens.total,
                input: tokens.input,
                output: tokens.output,
                reasoning: tokens.reasoning,
                cache: StepFinishPartTokensCache { read: tokens.cache.read, write: tokens.cache.write },
            },
            snapshot: None,
        }
        .into()
    }

    /// A piece of a part's text on its way to the readers; it is stored with the finished part.
    pub fn delta(&self, part: &str, delta: String) -> Event {
        Event::MessagePartDelta(EventMessagePartDelta {
            type_: Default::default(),
            properties: EventMessagePartDeltaProperties {
                session_id: self.session.clone(),
                message_id: self.message.clone(),
                part_id: part.to_owned(),
                field: "text".to_owned(),
                delta,
            },
        })
    }
}

/// Tokens before anything was counted. `total` is absent then, as in the original.
pub fn no_tokens() -> AssistantMessageTokens {
    let zero = Number(0.0);
    AssistantMessageTokens {
        total: None,
        input: zero,
        output: zero,
        reasoning: zero,
        cache: AssistantMessageTokensCache { read: zero, write: zero },
    }
}

pub fn busy() -> SessionStatus {
    SessionStatus::Busy(SessionStatusBusy { type_: Default::default() })
}

pub fn idle() -> SessionStatus {
    SessionStatus::Idle(SessionStatusIdle { type_: Default::default() })
}

pub fn status_event(session: &str, status: SessionStatus) -> Event {
    Event::SessionStatus(EventSessionStatus {
        type_: Default::default(),
        properties: EventSessionStatusProperties { session_id: session.to_owned(), status },
    })
}

pub fn idle_event(session: &str) -> Event {
    Event::SessionIdle(EventSessionIdle {
        type_: Default::default(),
        properties: EventSessionIdleProperties { session_id: session.to_owned() },
    })
}

pub fn error_event(session: &str, error: AssistantMessageError) -> Event {
    Event::SessionError(EventSessionError {
        type_: Default::default(),
        properties: EventSessionErrorProperties {
            session_id: Some(session.to_owned()),
            error: Some(of_session(error)),
        },
    })
}

/// The same error as `session.error` carries it: the contract spells the union twice.
fn of_session(error: AssistantMessageError) -> EventSessionErrorPropertiesError {
    use AssistantMessageError as From;
    use EventSessionErrorPropertiesError as To;
    match error {
        From::ProviderAuthError(error) => To::ProviderAuthError(error),
        From::UnknownError(error) => To::UnknownError(error),
        From::MessageOutputLengthError(error) => To::MessageOutputLengthError(error),
        From::MessageAbortedError(error) => To::MessageAbortedError(error),
        From::StructuredOutputError(error) => To::StructuredOutputError(error),
        From::ContextOverflowError(error) => To::ContextOverflowError(error),
        From::ApiError(error) => To::ApiError(error),
        From::Unknown(unknown) => To::Unknown(unknown),
    }
}

/// The files a session changed: none yet, since steps take no snapshots.
pub fn no_diff_event(session: &str) -> Event {
    Event::SessionDiff(EventSessionDiff {
        type_: Default::default(),
        properties: EventSessionDiffProperties { session_id: session.to_owned(), diff: Vec::new() },
    })
}

pub fn unknown_error(message: impl Into<String>) -> AssistantMessageError {
    AssistantMessageError::UnknownError(UnknownError {
        name: Default::default(),
        data: UnknownErrorData { message: message.into() },
    })
}

pub fn aborted_error() -> AssistantMessageError {
    AssistantMessageError::MessageAbortedError(MessageAbortedError {
        name: Default::default(),
        data: MessageAbortedErrorData { message: "The operation was aborted.".to_owned() },
    })
}
