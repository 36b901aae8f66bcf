//! What the server has seen so far, and waiting for it to have seen something.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::watch;

/// One request as it arrived.
#[derive(Clone, Debug)]
pub struct Received {
    /// Counted from 1 in order of arrival.
    pub number: u64,
    /// Path and query, as sent.
    pub path: String,
    pub headers: ::http::HeaderMap,
    /// The JSON body; a body that is not JSON arrives as `{"unparsed": text}`.
    pub body: Value,
}

/// A snapshot of what has happened.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The newest POST requests, oldest first; [`crate::Options::keep`] bounds how many.
    pub requests: VecDeque<Arc<Received>>,
    /// All POST requests ever received, also those no longer kept.
    pub received: u64,
    /// Streamed answers whose connection is open and which have not ended.
    pub open_streams: usize,
    /// Streamed answers that were sent to their scripted end.
    pub finished_streams: u64,
    /// Streamed answers whose client left before the end.
    pub abandoned_streams: u64,
}

/// The wait ran into its limit; `last` is what had happened by then.
#[derive(Debug)]
pub struct WaitError {
    pub limit: Duration,
    pub last: Box<State>,
}

impl std::fmt::Display for WaitError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let State { received, open_streams, finished_streams, abandoned_streams, .. } = &*self.last;
        write!(
            formatter,
            "not within {:?}; the scripted model saw {received} requests, \
             {open_streams} streams open, {finished_streams} finished, {abandoned_streams} abandoned",
            self.limit
        )
    }
}

impl std::error::Error for WaitError {}

/// The one place where the state changes.
#[derive(Debug)]
pub(crate) struct Journal {
    state: watch::Sender<State>,
    keep: usize,
}

impl Journal {
    pub fn new(keep: usize) -> Journal {
        Journal { state: watch::Sender::new(State::default()), keep }
    }

    pub fn state(&self) -> State {
        self.state.borrow().clone()
    }

    /// Notes a request and returns its number.
    pub fn record(&self, path: String, headers: ::http::HeaderMap, body: Value) -> u64 {
        let mut number = 0;
        self.state.send_modify(|state| {
            state.received += 1;
            number = state.received;
            state.requests.push_back(Arc::new(Received { number, path, headers, body }));
            while state.requests.len() > self.keep {
                state.requests.pop_front();
            }
        });
        number
    }

    pub fn open_stream(self: &Arc<Self>) -> StreamGuard {
        self.state.send_modify(|state| state.open_streams += 1);
        StreamGuard { journal: Arc::clone(self), finished: false }
    }

    pub async fn wait_for(
        &self,
        limit: Duration,
        mut holds: impl FnMut(&State) -> bool,
    ) -> Result<State, WaitError> {
        let mut changes = self.state.subscribe();
        let waiting = async {
            match changes.wait_for(|state| holds(state)).await {
                Ok(state) => state.clone(),
                // The sender lives as long as `self`, so the channel cannot close while this is borrowed.
                Err(_) => std::future::pending().await,
            }
        };
        match tokio::time::timeout(limit, waiting).await {
            Ok(state) => Ok(state),
            Err(_) => Err(WaitError { limit, last: Box::new(self.state()) }),
        }
    }
}

/// Counts a stream as open until it is finished or dropped.
#[derive(Debug)]
pub(crate) struct StreamGuard {
    journal: Arc<Journal>,
    finished: bool,
}

impl StreamGuard {
    /// The script has come to its end; whatever the client does now is no abandoning.
    pub fn finish(&mut self) {
        if !std::mem::replace(&mut self.finished, true) {
            self.journal.state.send_modify(|state| {
                state.open_streams -= 1;
                state.finished_streams += 1;
            });
        }
    }
}

impl Drop for StreamGuard {
    fn drop(&mut self) {
        if !self.finished {
            self.journal.state.send_modify(|state| {
                state.open_streams -= 1;
                state.abandoned_streams += 1;
            });
        }
    }
}
