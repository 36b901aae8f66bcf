//! Events as typed streams over the client's own transport and credentials.

mod frames;

pub use frames::{Frame, Frames, TooLarge};

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use eventsource_stream::Eventsource as _;
use futures::stream::{BoxStream, Stream, StreamExt as _};
use opencode_types::{Event, GlobalEvent};
use serde::de::DeserializeOwned;

use crate::generated::{Client, Error};

/// Why an item is no event.
#[derive(Debug, thiserror::Error)]
pub enum EventError {
    /// The connection broke or was no event stream; the stream ends.
    #[error("the event stream broke: {0}")]
    Transport(String),
    /// A known event whose content does not fit the contract; the stream goes on.
    #[error("an event does not fit the contract: {source}: {text}")]
    Undecodable {
        /// The data of the event as it was sent.
        text: String,
        /// Which member is wrong.
        source: serde_json::Error,
    },
}

/// Typed items of a server-sent event stream, see [`Client::events`].
pub struct Events<T> {
    items: BoxStream<'static, Result<T, EventError>>,
}

/// Events of one directory.
pub type EventStream = Events<Event>;

/// Events of all directories.
pub type GlobalEventStream = Events<GlobalEvent>;

impl Client {
    /// Events of the client's directory, beginning with `server.connected` (operation `event.subscribe`).
    ///
    /// Events that this contract does not know arrive as [`Event::Unknown`]. The stream ends when the server or the
    /// instance does; it does not reconnect. Dropping it closes the connection.
    ///
    /// # Errors
    /// The connection fails or the server refuses it.
    pub async fn events(&self) -> Result<EventStream, Error<()>> {
        Ok(Events::new(self.event_subscribe().send().await.map_err(Error::into_untyped)?.into_inner_stream()))
    }

    /// Events of every directory, each with the directory it belongs to (operation `global.event`).
    ///
    /// # Errors
    /// The connection fails or the server refuses it.
    pub async fn global_events(&self) -> Result<GlobalEventStream, Error<()>> {
        Ok(Events::new(self.global_event().send().await.map_err(Error::into_untyped)?.into_inner_stream()))
    }
}

impl<T: DeserializeOwned + Send + 'static> Events<T> {
    fn new(bytes: impl Stream<Item = reqwest::Result<Bytes>> + Send + 'static) -> Self {
        let items = bytes.eventsource().map(|frame| match frame {
            Ok(frame) => serde_json::from_str(&frame.data)
                .map_err(|source| EventError::Undecodable { text: frame.data, source }),
            Err(error) => Err(EventError::Transport(error.to_string())),
        });
        // After a transport error nothing more can come.
        let items = items.scan(false, |broken, item| {
            let ends = *broken;
            *broken |= matches!(item, Err(EventError::Transport(_)));
            futures::future::ready((!ends).then_some(item))
        });
        Self { items: items.boxed() }
    }
}

impl<T> Stream for Events<T> {
    type Item = Result<T, EventError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.items.poll_next_unpin(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(parts: &[&str]) -> EventStream {
        let parts: Vec<reqwest::Result<Bytes>> =
            parts.iter().map(|part| Ok(Bytes::copy_from_slice(part.as_bytes()))).collect();
        Events::new(futures::stream::iter(parts))
    }

    #[tokio::test]
    async fn frames_may_be_cut_anywhere() {
        let text =
            "id: 1\ndata: {\"type\":\"server.connected\",\"properties\":{}}\n\ndata: {\"type\":\"neu\"}\n\n";
        for cut in 1..text.len() {
            let events: Vec<_> = stream(&[&text[..cut], &text[cut..]]).collect().await;
            assert!(matches!(events[0], Ok(Event::ServerConnected(_))), "cut at {cut}");
            assert!(matches!(events[1], Ok(Event::Unknown(_))), "cut at {cut}");
            assert_eq!(events.len(), 2);
        }
    }

    #[tokio::test]
    async fn a_wrong_payload_is_an_item_and_the_stream_goes_on() {
        let events: Vec<_> = stream(&[
            "data: {\"type\":\"session.idle\",\"properties\":{}}\n\n",
            "data: {\"type\":\"server.heartbeat\",\"properties\":{}}\n\n",
        ])
        .collect()
        .await;
        assert!(
            matches!(&events[0], Err(EventError::Undecodable { text, .. }) if text.contains("session.idle"))
        );
        assert!(matches!(events[1], Ok(Event::ServerHeartbeat(_))));
    }
}
