//! One open event stream: greeting, then the entries of the log that concern it, a heartbeat while there are none.
//!
//! A subscription holds a position, not events. What waits to be sent is what the connection has taken and not yet
//! written; when the peer stalls, hyper stops polling and nothing more is taken. Dropping it frees it at once.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures::Stream;
use slog::debug;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use super::bus::Shared;
use super::frame;
use super::log::Entry;

/// A stream of complete server-sent-event frames, each `id: …\ndata: {…}\n\n`.
///
/// It begins with `server.connected`. It ends when the directory's instance is disposed (not the global stream), when the
/// bus is closed, or when the reader fell so far behind that an event meant for it is no longer in the log.
pub struct Subscription {
    bus: Arc<Shared>,
    reader: u64,
    global: bool,
    /// Number of the event behind which the stream begins, until that is said.
    greeting: Option<u64>,
    ended: bool,
    heartbeat: Interval,
}

impl Subscription {
    pub(super) fn new(
        bus: Arc<Shared>,
        reader: u64,
        global: bool,
        behind: u64,
        subscribers: usize,
    ) -> Subscription {
        debug!(bus.logger, "event stream opened"; "subscribers" => subscribers, "global" => global);
        let mut heartbeat = interval_at(Instant::now() + bus.heartbeat, bus.heartbeat);
        heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Subscription { bus, reader, global, greeting: Some(behind), ended: false, heartbeat }
    }

    /// The next entry for this reader; asks to be woken when there is none yet.
    fn poll_entry(&self, context: &Context<'_>) -> Poll<Option<Arc<Entry>>> {
        let mut guard = self.bus.lock();
        let state = &mut *guard;
        let Some(reader) = state.readers.get_mut(&self.reader) else { return Poll::Ready(None) };
        while !reader.lost
            && let Some(entry) = state.log.get(reader.cursor)
        {
            reader.cursor += 1;
            if reader.wants(&entry.scope) {
                return Poll::Ready(Some(entry.clone()));
            }
        }
        if reader.lost || state.closed {
            return Poll::Ready(None);
        }
        reader.waker = Some(context.waker().clone());
        Poll::Pending
    }
}

impl Stream for Subscription {
    type Item = Bytes;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Bytes>> {
        if self.ended {
            return Poll::Ready(None);
        }
        if let Some(behind) = self.greeting.take() {
            return Poll::Ready(Some(frame::connected(self.global, self.bus.boot, behind)));
        }
        match self.poll_entry(context) {
            Poll::Ready(Some(entry)) => {
                self.ended = entry.last_of_directory && !self.global;
                Poll::Ready(Some(entry.frame(self.global)))
            }
            Poll::Ready(None) => {
                self.ended = true;
                Poll::Ready(None)
            }
            Poll::Pending => self.heartbeat.poll_tick(context).map(|_| {
                let seen = self.bus.lock().readers.get(&self.reader).map_or(0, |reader| reader.cursor - 1);
                Some(frame::heartbeat(self.global, self.bus.boot, seen))
            }),
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        let mut state = self.bus.lock();
        let lost = state.readers.remove(&self.reader).is_some_and(|reader| reader.lost);
        let subscribers = state.readers.len();
        drop(state);
        debug!(
            self.bus.logger, "event stream closed";
            "subscribers" => subscribers, "global" => self.global, "too_slow" => lost
        );
    }
}
