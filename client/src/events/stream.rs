//! A stream that outlives its connections: [`Events`].
//!
//! How the first connection is asked for is in `subscribe`, how bytes become frames in `frames`. Here is what happens
//! between: decoding, what may have been missed, and connecting again. Everything that has been begun is kept in the
//! stream itself, so a poll can be given up at any time and nothing is lost.

use std::collections::VecDeque;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use futures_util::stream::{BoxStream, Stream, StreamExt as _};
use opencode_types::{Event, GlobalEvent};
use serde::de::DeserializeOwned;
use tokio::time::{Instant, Sleep};

use super::connection::{self, Failure};
use super::filter::{self, Filter};
use super::position::Position;
use super::reconnect::Attempts;
use super::subscribe::Options;
use super::{EventError, Frames, Item, Lost, Since, Undecodable};
use crate::Client;

/// Items of an event stream that reconnects, see [`Client::events`] and [`Client::global_events`].
///
/// An error is always its last item. Dropping the stream closes its connection. A stream is driven by being polled: a
/// reader that stays away for long is behind, and the server may close its connection, which ends in an [`Item::Gap`].
#[must_use = "a stream does nothing unless it is polled"]
pub struct Events<E> {
    client: Client,
    options: Options,
    filter: Filter,
    phase: Phase,
    frames: Frames,
    attempts: Attempts,
    /// What was seen last, and so what the next connection asks to go on from.
    position: Position,
    /// What the connection was asked to go on from, until its first frame tells whether it does.
    unconfirmed: Option<Since>,
    heard: Heard,
    opened: Instant,
    /// The event that follows a gap, and what the first connection gave while it was made. At most these two.
    ready: VecDeque<Item<E>>,
    /// No connection has given a frame yet.
    fresh: bool,
    decodes: PhantomData<fn() -> E>,
}

/// Events of one directory.
pub type EventStream = Events<Event>;

/// Events of all directories, each with the directory it belongs to.
pub type GlobalEventStream = Events<GlobalEvent>;

/// An event of one of the two streams.
pub(super) trait OnStream: DeserializeOwned + Send + Unpin + 'static {
    const PATH: &'static str;
}

impl OnStream for Event {
    const PATH: &'static str = "/event";
}

impl OnStream for GlobalEvent {
    const PATH: &'static str = "/global/event";
}

/// Bytes of one connection.
pub(super) type Body = BoxStream<'static, reqwest::Result<Bytes>>;

enum Phase {
    Opening(BoxFuture<'static, Result<Body, Failure>>),
    Reading(Body, Pin<Box<Sleep>>),
    Pausing(Pin<Box<Sleep>>),
    Ended,
}

/// When the last byte came, by both clocks.
struct Heard {
    instant: Instant,
    time: SystemTime,
}

impl Heard {
    fn now() -> Self {
        Self { instant: Instant::now(), time: SystemTime::now() }
    }
}

/// What became of a frame.
enum Taken<E> {
    Item(Item<E>),
    Nothing,
}

impl<E> Events<E> {
    /// Id of the last event that was seen, if the server sends ids: where a later stream can go on, see
    /// [`Subscribe::after`](super::Subscribe::after).
    #[must_use]
    pub fn last_event_id(&self) -> Option<&str> {
        self.position.id()
    }
}

#[expect(private_bounds, reason = "the two kinds of events are a closed set")]
impl<E: OnStream> Events<E> {
    pub(super) fn new(client: Client, options: Options) -> Self {
        let mut position = Position::default();
        position.set(options.after.as_deref().unwrap_or_default());
        let mut stream = Self {
            client,
            filter: options.filter.clone(),
            phase: Phase::Ended,
            frames: Frames::new(options.event_limit),
            attempts: Attempts::new(options.reconnect.clone()),
            position,
            unconfirmed: None,
            heard: Heard::now(),
            opened: Instant::now(),
            ready: VecDeque::new(),
            fresh: true,
            options,
            decodes: PhantomData,
        };
        stream.open();
        stream
    }

    /// Waits for the first frame of the first connection: from then on no event is missed without being told.
    pub(super) async fn connected(mut self) -> Result<Self, EventError> {
        let connected = |context: &mut Context<'_>| match self.poll_next_unpin(context) {
            Poll::Ready(Some(Ok(item))) => {
                self.ready.push_front(item);
                Poll::Ready(Ok(()))
            }
            Poll::Ready(Some(Err(error))) => Poll::Ready(Err(error)),
            // A frame that the filter left out is one as well.
            Poll::Pending if self.fresh => Poll::Pending,
            Poll::Pending | Poll::Ready(None) => Poll::Ready(Ok(())),
        };
        std::future::poll_fn(connected).await.map(|()| self)
    }

    fn open(&mut self) {
        self.frames.restart();
        let id = self.last_event_id().map(str::to_owned);
        if !self.fresh || id.is_some() {
            // Several attempts in a row: the gap begins where the last good connection ended.
            self.unconfirmed.get_or_insert(Since { event_id: id.clone(), at: self.heard.time });
        }
        let opening = connection::open(self.client.clone(), E::PATH, id, self.options.silence);
        self.phase = Phase::Opening(opening.boxed());
    }

    /// The connection is no more: plans the next, or ends with an error.
    fn lost(&mut self, cause: Lost, asked: Option<Duration>) -> Option<EventError> {
        if matches!(self.phase, Phase::Reading(..)) && self.opened.elapsed() >= PROVEN {
            self.attempts.proven();
        }
        let retry = self.frames.retry().map(Duration::from_millis);
        let is_final = self.fresh && !self.options.from_the_first;
        let pause = if is_final { None } else { self.attempts.pause(asked, retry) };
        match pause {
            Some(pause) => {
                self.phase = Phase::Pausing(Box::pin(tokio::time::sleep(pause)));
                None
            }
            None => {
                self.phase = Phase::Ended;
                Some(EventError::Lost { attempts: self.attempts.failed().max(1), cause })
            }
        }
    }

    /// The next item that what has been read gives.
    fn take_frame(&mut self) -> Option<Taken<E>> {
        let frame = match self.frames.next()? {
            Ok(frame) => frame,
            Err(large) => {
                let item = Undecodable { kind: None, reason: large.to_string(), data: Bytes::new() };
                return Some(Taken::Item(Item::Undecodable(item)));
            }
        };
        if frame.data.is_empty() {
            return Some(Taken::Nothing);
        }
        self.attempts.connected();
        self.fresh = false;
        let greets = is_of_the_stream(frame.data);
        let gap = self.unconfirmed.take().filter(|since| {
            // A server that can go on repeats the id it was asked for in its greeting.
            !(greets && since.event_id.is_some() && frame.id == since.event_id.as_deref())
        });
        match frame.id {
            Some(id) if gap.is_some() || !self.position.has_seen(id) => self.position.set(id),
            Some(_) if greets => {}
            // Repeated by a resume, or by what lies between.
            Some(_) => return Some(Taken::Nothing),
            // Whatever the id of another run was, this server does not go on from it.
            None if gap.is_some() => self.position.set(""),
            None => {}
        }
        if !greets {
            self.attempts.proven();
        }
        let item = self.filter.passes(frame.data).then(|| decode(frame.data));
        match gap {
            Some(since) => {
                self.ready.extend(item);
                Some(Taken::Item(Item::Gap { since }))
            }
            None => Some(item.map_or(Taken::Nothing, Taken::Item)),
        }
    }

    /// Reads until there is an item, or the connection is lost.
    fn poll_read(&mut self, context: &mut Context<'_>) -> Poll<Result<Item<E>, Lost>> {
        loop {
            match self.take_frame() {
                Some(Taken::Item(item)) => return Poll::Ready(Ok(item)),
                Some(Taken::Nothing) => continue,
                None => {}
            }
            let Phase::Reading(body, timer) = &mut self.phase else { return Poll::Ready(Err(Lost::Ended)) };
            match body.poll_next_unpin(context) {
                Poll::Ready(Some(Ok(chunk))) => {
                    self.heard = Heard::now();
                    self.frames.push(chunk);
                }
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Err(Lost::Transport(error))),
                Poll::Ready(None) => return Poll::Ready(Err(Lost::Ended)),
                Poll::Pending => {
                    // The timer is not moved with every byte, but asked to run on when it ends.
                    ready!(timer.poll_unpin(context));
                    let until = self.heard.instant + self.options.silence;
                    if until <= Instant::now() {
                        return Poll::Ready(Err(Lost::Silent(self.options.silence)));
                    }
                    timer.as_mut().reset(until);
                }
            }
        }
    }
}

/// A greeting or heartbeat is no longer than this.
const GREETING_LIMIT: usize = 256;
/// A connection that stands for this long is no failed attempt.
const PROVEN: Duration = Duration::from_secs(10);

/// Whether this is `server.connected` or `server.heartbeat`: not something that happened, but the stream about itself.
fn is_of_the_stream(data: &[u8]) -> bool {
    // Looked at closely only if it may be one.
    data.len() < GREETING_LIMIT
        && memchr::memmem::find(data, b"\"server.").is_some()
        && matches!(filter::kind(data).as_deref(), Some("server.connected" | "server.heartbeat"))
}

fn decode<E: OnStream>(data: &[u8]) -> Item<E> {
    // One look at the whole for UTF-8 is cheaper than one at each text within.
    let decoded = match std::str::from_utf8(data) {
        Ok(text) => serde_json::from_str(text).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    decoded.map_or_else(
        |reason| {
            let (kind, data) = (filter::kind(data), Bytes::copy_from_slice(data));
            Item::Undecodable(Undecodable { kind, reason, data })
        },
        Item::Event,
    )
}

impl<E: OnStream> Stream for Events<E> {
    type Item = Result<Item<E>, EventError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let stream = self.get_mut();
        if let Some(item) = stream.ready.pop_front() {
            return Poll::Ready(Some(Ok(item)));
        }
        loop {
            let (cause, asked) = match &mut stream.phase {
                Phase::Opening(opening) => match ready!(opening.poll_unpin(context)) {
                    Ok(body) => {
                        let silence = Box::pin(tokio::time::sleep(stream.options.silence));
                        stream.opened = Instant::now();
                        stream.heard.instant = stream.opened;
                        stream.phase = Phase::Reading(body, silence);
                        continue;
                    }
                    Err(Failure::Final(error)) => {
                        stream.phase = Phase::Ended;
                        return Poll::Ready(Some(Err(error)));
                    }
                    Err(Failure::Passing(cause, asked)) => (cause, asked),
                },
                Phase::Reading(..) => match ready!(stream.poll_read(context)) {
                    Ok(item) => return Poll::Ready(Some(Ok(item))),
                    Err(cause) => (cause, None),
                },
                Phase::Pausing(pause) => {
                    ready!(pause.poll_unpin(context));
                    stream.open();
                    continue;
                }
                Phase::Ended => return Poll::Ready(None),
            };
            if let Some(error) = stream.lost(cause, asked) {
                return Poll::Ready(Some(Err(error)));
            }
        }
    }
}
