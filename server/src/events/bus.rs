//! The one place events go through: number, keep, wake the readers it concerns.
//!
//! Publishing never waits and never fails. The lock is held for a few comparisons per reader; JSON is written before it
//! is taken, and frames are handed out as reference counts. How a reader is polled is in `subscription`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::time::Duration;

use opencode_types::Event;
use slog::{Logger, error, o};

use super::frame::{self, Draft};
use super::log::{Entry, Log};
use super::subscription::Subscription;

/// Where an event belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// To the instance of this directory: `/event` of that directory and `/global/event` show it.
    Directory(Arc<str>),
    /// To no instance: only `/global/event` shows it.
    Global,
}

/// How much the bus keeps, and how often an idle stream shows that it is alive.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of past events kept for readers that are behind or come back.
    pub log_bytes: usize,
    /// Time between two `server.heartbeat` events on one stream.
    pub heartbeat: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { log_bytes: 8 << 20, heartbeat: Duration::from_secs(30) }
    }
}

/// Carries every event of the server from those who publish to those who read. Cheap to clone.
#[derive(Clone)]
pub struct Bus(pub(super) Arc<Shared>);

pub(super) struct Shared {
    /// Tells the ids of this run from those of another.
    pub(super) boot: u32,
    pub(super) heartbeat: Duration,
    pub(super) logger: Logger,
    state: Mutex<State>,
}

pub(super) struct State {
    pub(super) log: Log,
    pub(super) readers: HashMap<u64, Reader>,
    pub(super) closed: bool,
    next_reader: u64,
}

/// One open stream, as the bus sees it.
pub(super) struct Reader {
    /// `None` reads everything (`/global/event`).
    pub(super) directory: Option<Arc<str>>,
    /// Number of the first entry it has not seen.
    pub(super) cursor: u64,
    /// An entry meant for it left the log before it was read.
    pub(super) lost: bool,
    /// Set while it waits for an entry.
    pub(super) waker: Option<Waker>,
}

impl Reader {
    pub(super) fn wants(&self, scope: &Scope) -> bool {
        match (&self.directory, scope) {
            (None, _) => true,
            (Some(_), Scope::Global) => false,
            (Some(mine), Scope::Directory(other)) => Arc::ptr_eq(mine, other) || mine == other,
        }
    }
}

impl Bus {
    pub fn new(logger: &Logger) -> Bus {
        Bus::with_limits(logger, Limits::default())
    }

    pub fn with_limits(logger: &Logger, limits: Limits) -> Bus {
        Bus(Arc::new(Shared {
            boot: rand::random(),
            heartbeat: limits.heartbeat,
            logger: logger.new(o!("component" => "events")),
            state: Mutex::new(State {
                log: Log::new(limits.log_bytes),
                readers: HashMap::new(),
                closed: false,
                next_reader: 0,
            }),
        }))
    }

    /// Numbers the event, keeps it, and wakes the readers it concerns. Two calls made one after the other are seen in
    /// that order by everybody. State events are published by `store::commit` alone, after the commit of what they say.
    pub fn publish(&self, scope: Scope, event: &Event) {
        let last = matches!(event, Event::ServerInstanceDisposed(_));
        match Draft::new(self.0.boot, event) {
            Ok(draft) => self.append(scope, last, draft),
            Err(problem) => error!(self.0.logger, "an event has no JSON form"; "error" => %problem),
        }
    }

    fn append(&self, scope: Scope, last: bool, draft: Draft) {
        let mut guard = self.0.lock();
        let state = &mut *guard;
        let sequence = state.log.next();
        let entry = Arc::new(Entry::new(scope, last, draft.numbered(sequence)));
        let mut wakers = Vec::new();
        for reader in state.readers.values_mut() {
            if reader.wants(&entry.scope) {
                wakers.extend(reader.waker.take());
            } else if reader.cursor == sequence {
                // It has seen everything that concerns it. Were its cursor left here, a busy directory next door would
                // push it out of the log.
                reader.cursor += 1;
            }
        }
        state.log.append(entry);
        while let Some(gone) = state.log.evict() {
            let oldest = state.log.oldest();
            for reader in state.readers.values_mut().filter(|reader| reader.cursor < oldest) {
                reader.lost |= reader.wants(&gone.scope);
                reader.cursor = oldest;
            }
        }
        drop(guard);
        wakers.into_iter().for_each(Waker::wake);
    }

    /// Opens a stream with the events of one directory: the frames of `/event`.
    ///
    /// `last_event_id` is the header as the client sent it. Events after it are repeated if the log still has all of
    /// them; otherwise the stream starts with what comes next. The greeting's id says which of the two it is.
    pub fn subscribe_directory(&self, directory: Arc<str>, last_event_id: Option<&str>) -> Subscription {
        self.subscribe(Some(directory), last_event_id)
    }

    /// Opens a stream with every event, each wrapped with its directory: the frames of `/global/event`.
    pub fn subscribe_global(&self, last_event_id: Option<&str>) -> Subscription {
        self.subscribe(None, last_event_id)
    }

    fn subscribe(&self, directory: Option<Arc<str>>, last_event_id: Option<&str>) -> Subscription {
        let global = directory.is_none();
        let seen = last_event_id.and_then(|text| frame::parse_id(self.0.boot, text));
        let mut state = self.0.lock();
        let kept = state.log.oldest()..state.log.next();
        let cursor = seen.map(|seen| seen + 1).filter(|next| kept.contains(next)).unwrap_or(kept.end);
        let id = state.next_reader;
        state.next_reader += 1;
        state.readers.insert(id, Reader { directory, cursor, lost: false, waker: None });
        let subscribers = state.readers.len();
        drop(state);
        Subscription::new(self.0.clone(), id, global, cursor - 1, subscribers)
    }

    /// Number of open streams.
    pub fn subscribers(&self) -> usize {
        self.0.lock().readers.len()
    }

    /// Ends every stream, now open or opened later, once it has been given what is in the log.
    pub fn close(&self) {
        let mut state = self.0.lock();
        state.closed = true;
        let wakers: Vec<_> = state.readers.values_mut().filter_map(|reader| reader.waker.take()).collect();
        drop(state);
        wakers.into_iter().for_each(Waker::wake);
    }
}

impl Shared {
    /// A panic while the lock was held leaves the state whole: every change is a single assignment.
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
