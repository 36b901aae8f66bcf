//! The WebSocket of one terminal: opened by hand, its messages read as text and count. Nothing is judged here. Start from
//! [`Socket::open`].
//!
//! What comes: the output so far as text, one binary message of a zero byte and `{"cursor":N}`, then output as it is made.
//! Counts are UTF-16 code units, as of a text in JavaScript.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use reqwest::Upgraded;
use serde_json::Value;
use tokio::time::{Instant, timeout_at};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::{Role, frame::coding::CloseCode};

use crate::client::{Call, CallError, Client};

/// What the standard makes of the key that the client sends.
const ACCEPT: &str = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
/// A terminal of ours says far less.
const MOST_TEXT: usize = 1 << 20;

/// An open connection, and all that it said.
pub(super) struct Socket {
    stream: WebSocketStream<Upgraded>,
    /// Everything until now.
    pub text: String,
    /// The control message, once it came.
    pub control: Option<Control>,
    /// How it ended, once it did.
    pub ended: Option<Ended>,
}

/// The control message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Control {
    /// The text before it.
    pub replay: String,
    /// `None`: it could not be read.
    pub cursor: Option<u64>,
}

/// How a connection ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// The server said goodbye, with or without a code.
    Closed(Option<u16>),
    /// Without a word.
    Broken,
}

/// Why there is no connection.
#[derive(Debug)]
pub(super) enum Refused {
    /// Another answer than 101.
    Status(u16),
    Failed(String),
}

impl From<CallError> for Refused {
    fn from(error: CallError) -> Refused {
        Refused::Failed(error.to_string())
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Refused::Status(status) => write!(formatter, "status {status} instead of 101"),
            Refused::Failed(problem) => formatter.write_str(problem),
        }
    }
}

impl Socket {
    /// Asks for the WebSocket.
    pub async fn open(client: &Client, call: &Call) -> Result<Socket, Refused> {
        let response = client.ask_upgrade(call).await?;
        let status = response.status().as_u16();
        if status != 101 {
            return Err(Refused::Status(status));
        }
        let accept = response.headers().get("sec-websocket-accept").and_then(|accept| accept.to_str().ok());
        if accept != Some(ACCEPT) {
            return Err(Refused::Failed(format!("sec-websocket-accept is {accept:?} instead of {ACCEPT}")));
        }
        let upgraded = response.upgrade().await.map_err(|error| Refused::Failed(error.to_string()))?;
        let stream = WebSocketStream::from_raw_socket(upgraded, Role::Client, None).await;
        Ok(Socket { stream, text: String::new(), control: None, ended: None })
    }

    /// Reads until `done` holds; whether it does within the limit.
    pub async fn until(&mut self, limit: Duration, done: impl Fn(&Socket) -> bool) -> bool {
        let deadline = Instant::now() + limit;
        while !done(self) {
            if self.ended.is_some() || self.text.len() > MOST_TEXT {
                return false;
            }
            let Ok(message) = timeout_at(deadline, self.stream.next()).await else { return false };
            self.take(message.and_then(Result::ok));
        }
        true
    }

    /// Reads until this stands in the text after the first `from` bytes.
    pub async fn says(&mut self, from: usize, needle: &str, limit: Duration) -> bool {
        self.until(limit, |socket| socket.text.get(from..).is_some_and(|text| text.contains(needle))).await
    }

    fn take(&mut self, message: Option<Message>) {
        match message {
            Some(Message::Text(text)) => self.text.push_str(text.as_str()),
            Some(Message::Binary(bytes)) if self.control.is_none() => {
                let json =
                    bytes.strip_prefix(&[0]).and_then(|json| serde_json::from_slice::<Value>(json).ok());
                let cursor = json.and_then(|json| json["cursor"].as_u64());
                self.control = Some(Control { replay: self.text.clone(), cursor });
            }
            Some(Message::Close(frame)) => {
                self.ended = Some(Ended::Closed(frame.map(|frame| CloseCode::into(frame.code))));
            }
            Some(_) => {}
            None => self.ended = Some(Ended::Broken),
        }
    }

    /// Says goodbye and waits until the server has hung up, so that it knows of it.
    pub async fn leave(mut self, limit: Duration) {
        let deadline = Instant::now() + limit;
        let _ = self.stream.close(None).await;
        while let Ok(Some(Ok(_))) = timeout_at(deadline, self.stream.next()).await {}
    }

    /// Types a text; a failure shows as silence.
    pub async fn types(&mut self, text: &str) {
        let _ = self.stream.send(Message::text(text)).await;
    }
}

/// Length in UTF-16 code units.
pub(super) fn units(text: &str) -> u64 {
    text.chars().map(|character| character.len_utf16() as u64).sum()
}

/// The text behind the first `count` code units. A character that is cut in two is left out.
pub(super) fn behind(text: &str, count: u64) -> &str {
    let mut passed = 0;
    let at = text.char_indices().find(|(_, character)| {
        let here = passed >= count;
        passed += character.len_utf16() as u64;
        here
    });
    at.map_or("", |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_those_of_javascript() {
        assert_eq!((units("aß€"), units("🦀"), units("")), (3, 2, 0));
        assert_eq!((behind("a🦀b", 0), behind("a🦀b", 1), behind("a🦀b", 3)), ("a🦀b", "🦀b", "b"));
        assert_eq!((behind("a🦀b", 2), behind("a", 9)), ("b", ""));
    }
}
