//! Why an event stream could not be had, or ended: [`EventError`].

use std::time::Duration;

use reqwest::StatusCode;

/// Why there is no event stream, or no longer. After it a stream has no more items.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EventError {
    /// The server refuses, and would refuse again: 401, 403, 404 and any other status that waiting does not change.
    #[error("the server refuses the event stream with {status}: {message}")]
    Refused {
        /// The status.
        status: StatusCode,
        /// What it said, as [`ApiError::message`](crate::ApiError::message) reads it.
        message: String,
    },

    /// A successful answer that is no event stream: something else listens at this address.
    #[error("the answer is no event stream but `{content_type}`")]
    NotEvents {
        /// What it says to be.
        content_type: String,
    },

    /// The first connection failed, or reconnecting was given up as [`Reconnect`](super::Reconnect) says: right away for
    /// the first one, unless [`Subscribe::from_the_first`](super::Subscribe::from_the_first) was asked for.
    #[error("no event stream after {attempts} attempts")]
    Lost {
        /// Attempts in a row that gave no event.
        attempts: u32,
        /// What ended the last of them.
        #[source]
        cause: Lost,
    },
}

/// What ended one connection.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Lost {
    /// It failed or broke.
    #[error("the connection broke")]
    Transport(#[source] reqwest::Error),
    /// The server ended it.
    #[error("the server ended the stream")]
    Ended,
    /// Not a byte came for this long, though servers send a heartbeat.
    #[error("nothing was heard for {} s", .0.as_secs_f64())]
    Silent(Duration),
    /// A status that may pass: 408, 425, 429, or 5xx but 501.
    #[error("the server answered {0}")]
    Status(StatusCode),
}
