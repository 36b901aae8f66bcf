//! What an event stream gives: [`Item`].

use std::time::SystemTime;

use bytes::Bytes;
use opencode_types::Event;

/// One item of an event stream.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Item<E = Event> {
    /// An event. One that this contract does not know is an event too: [`Event::Unknown`].
    Event(E),

    /// Events may have been missed: the connection was lost, and the server cannot repeat what was published meanwhile.
    ///
    /// It is told once the new connection stands, before its first event. So a state that is asked for now, and the
    /// events from here on, leave nothing out: see [`Client::session_state`](crate::Client::session_state).
    Gap {
        /// The last that is known to have been seen.
        since: Since,
    },

    /// An event that does not fit the contract, or is too large. The stream goes on.
    Undecodable(Undecodable),
}

impl<E> Item<E> {
    /// The event, if it is one.
    pub fn event(self) -> Option<E> {
        match self {
            Self::Event(event) => Some(event),
            _ => None,
        }
    }
}

/// From where on events may be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Since {
    /// Id of the last event that was seen, if the server sends ids. The original server does not.
    pub event_id: Option<String>,
    /// When the lost connection was last heard of, by the clock of this machine.
    pub at: SystemTime,
}

/// An event that could not be decoded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[error("an event{} does not fit the contract: {reason}", kind.as_ref().map(|kind| format!(" `{kind}`")).unwrap_or_default())]
pub struct Undecodable {
    /// Its `type`, if it could be found.
    pub kind: Option<String>,
    /// What is wrong with it.
    pub reason: String,
    /// Its data as it came; empty if it was too large.
    pub data: Bytes,
}
