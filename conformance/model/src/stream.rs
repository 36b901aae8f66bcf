//! One answer as bytes: the events of a dialect framed as server-sent events, paced, and cut as the script says.

use std::time::Duration;

use bytes::Bytes;
use futures::stream::{self, Stream};
use serde_json::Value;

use crate::plan::{Failure, Plan};
use crate::watch::StreamGuard;

/// The wire formats of model providers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// `POST …/chat/completions`
    OpenAi,
    /// `POST …/messages`
    Anthropic,
}

/// A server-sent event before framing; OpenAI's have no name.
pub(crate) struct Event {
    pub name: Option<&'static str>,
    pub data: Value,
}

/// The request's own traits that an answer repeats.
pub(crate) struct Asked {
    /// Number of the request, from 1; makes ids unique and repeatable.
    pub number: u64,
    /// The model named in the request, as it was sent.
    pub model: Value,
}

/// Events after which `[hangup]` and `[errstream]` strike.
const EVENTS_BEFORE_BREAK: usize = 3;
/// How long `[hang]` stays silent before the answer is cut.
const HANG: Duration = Duration::from_secs(60);

impl Dialect {
    fn events(self, plan: &Plan, asked: &Asked) -> Box<dyn Iterator<Item = Event> + Send> {
        match self {
            Dialect::OpenAi => Box::new(crate::openai::events(plan, asked)),
            Dialect::Anthropic => Box::new(crate::anthropic::events(plan, asked)),
        }
    }

    /// The whole answer for a client that does not stream.
    pub fn whole(self, plan: &Plan, asked: &Asked) -> Value {
        match self {
            Dialect::OpenAi => crate::openai::whole(plan, asked),
            Dialect::Anthropic => crate::anthropic::whole(plan, asked),
        }
    }

    /// The body of an error answer, and the data of an error event.
    pub fn error(self, status: u16, message: &str) -> Value {
        let kind = match status {
            400 => "invalid_request_error",
            401 => "authentication_error",
            429 => "rate_limit_error",
            _ => "server_error",
        };
        match self {
            Dialect::OpenAi => crate::openai::error(kind, message),
            Dialect::Anthropic => crate::anthropic::error(kind, message),
        }
    }

    fn error_event(self) -> Event {
        let name = (self == Dialect::Anthropic).then_some("error");
        Event { name, data: self.error(500, "Scripted stream error") }
    }
}

/// What is still to be sent.
struct Remaining {
    events: Box<dyn Iterator<Item = Event> + Send>,
    dialect: Dialect,
    failure: Option<Failure>,
    /// Pause after the first event.
    pace: Duration,
    /// Pause after every event.
    delay: Duration,
    sent: usize,
    /// Pause owed before the next event.
    pause: Duration,
    ended: bool,
    guard: StreamGuard,
}

/// The body of a streamed answer.
///
/// An `Err` makes the HTTP server close the socket in the middle of the body. Dropping the stream, which happens as
/// soon as the client leaves, reports it as no longer open through `guard`.
pub(crate) fn body(
    dialect: Dialect,
    plan: &Plan,
    asked: &Asked,
    pace: Duration,
    guard: StreamGuard,
) -> impl Stream<Item = Result<Bytes, Cut>> + Send + use<> {
    let remaining = Remaining {
        events: dialect.events(plan, asked),
        dialect,
        failure: plan.failure,
        pace,
        delay: plan.delay,
        sent: 0,
        pause: Duration::ZERO,
        ended: false,
        guard,
    };
    stream::unfold(remaining, |mut remaining| async move {
        let frame = remaining.next().await?;
        Some((frame, remaining))
    })
}

impl Remaining {
    async fn next(&mut self) -> Option<Result<Bytes, Cut>> {
        if self.ended {
            return None;
        }
        pause(self.pause).await;
        match self.failure {
            Some(Failure::Hang) => {
                pause(HANG).await;
                return self.cut().await;
            }
            Some(Failure::HangUp) if self.sent == EVENTS_BEFORE_BREAK => return self.cut().await,
            Some(Failure::ErrorEvent) if self.sent == EVENTS_BEFORE_BREAK => {
                self.end();
                return Some(Ok(frame(&self.dialect.error_event())));
            }
            _ => {}
        }
        match self.events.next() {
            Some(event) => {
                self.pause = if self.sent == 0 { self.pace + self.delay } else { self.delay };
                self.sent += 1;
                Some(Ok(frame(&event)))
            }
            None => {
                self.end();
                // Anthropic's last event is `message_stop`; OpenAI's streams close with this line.
                (self.dialect == Dialect::OpenAi).then(|| Ok(Bytes::from_static(b"data: [DONE]\n\n")))
            }
        }
    }

    fn end(&mut self) {
        self.ended = true;
        self.guard.finish();
    }

    async fn cut(&mut self) -> Option<Result<Bytes, Cut>> {
        // The HTTP server writes out what it holds only when the body has nothing ready; without this turn the
        // events before the cut would be lost with the connection.
        tokio::task::yield_now().await;
        self.end();
        Some(Err(Cut))
    }
}

/// The script closes the socket here.
#[derive(Debug)]
pub(crate) struct Cut;

impl std::fmt::Display for Cut {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("cut by the script")
    }
}

impl std::error::Error for Cut {}

fn frame(event: &Event) -> Bytes {
    let Event { name, data } = event;
    Bytes::from(match name {
        Some(name) => format!("event: {name}\ndata: {data}\n\n"),
        None => format!("data: {data}\n\n"),
    })
}

/// Waiting zero must not yield to the timer: a fast script is a measuring tool.
async fn pause(duration: Duration) {
    if !duration.is_zero() {
        tokio::time::sleep(duration).await;
    }
}
