//! One connection: the request that becomes a WebSocket, and its messages up to the cursor. It is not made again here.
//! Start from [`Socket::attach`].

use std::borrow::Cow;
use std::hash::{BuildHasher as _, RandomState};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::{SinkExt as _, StreamExt as _};
use progenitor_client::encode_path;
use reqwest::header::{CONNECTION, HeaderMap, HeaderValue, UPGRADE};
use reqwest::{StatusCode, Upgraded, Version};
use serde::Deserialize;
use sha1_smol::Sha1;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error, Message};

use super::PtyError;
use crate::Client;
use crate::answer::message;

/// The server keeps about 2 MB of output, which is 6 MB at most on the wire.
const REPLAY_LIMIT: usize = 16 << 20;

/// A connection that was just made.
pub(super) struct Attached {
    pub socket: Socket,
    /// What was said before, from where it was asked for.
    pub replay: String,
    /// The count after it, in UTF-16 code units.
    pub end: u64,
}

pub(super) struct Socket(WebSocketStream<Upgraded>);

/// What a connection brings.
pub(super) enum Received {
    Text(String),
    /// The count until now.
    Cursor(u64),
    /// A sign of life.
    Nothing,
    /// The server closed the connection on purpose.
    Closed,
}

/// Why there is no connection.
pub(super) enum Failure {
    /// There is no such terminal any more.
    Gone,
    /// Asking again would not help.
    Final(PtyError),
    /// Asking again may help.
    Passing(PtyError),
}

#[derive(Deserialize)]
struct Meta {
    cursor: u64,
}

impl Socket {
    /// Connects and reads up to the cursor; `begin` is where the replay begins, or nothing for no replay.
    pub(super) async fn attach(client: &Client, id: &str, begin: Option<u64>) -> Result<Attached, Failure> {
        let mut socket = open(client, id, begin).await?;
        let mut replay = String::new();
        loop {
            match socket.receive().await.map_err(Failure::Passing)? {
                Received::Text(text) => replay.push_str(&text),
                Received::Cursor(end) => return Ok(Attached { socket, replay, end }),
                Received::Nothing => {}
                Received::Closed => {
                    return Err(Failure::Passing(PtyError::Broken("it was closed at once".into())));
                }
            }
            if replay.len() > REPLAY_LIMIT {
                return Err(Failure::Final(PtyError::Broken("the replay does not end".into())));
            }
        }
    }

    /// The next message.
    ///
    /// # Cancellation
    /// Nothing is lost.
    pub(super) async fn receive(&mut self) -> Result<Received, PtyError> {
        match self.0.next().await {
            Some(Ok(Message::Text(text))) => Ok(Received::Text(text.as_str().to_owned())),
            Some(Ok(Message::Binary(bytes))) => match bytes.split_first() {
                Some((0, meta)) => serde_json::from_slice::<Meta>(meta)
                    .map(|meta| Received::Cursor(meta.cursor))
                    .map_err(|error| PtyError::Broken(format!("the cursor cannot be read: {error}"))),
                // Kinds that a newer server may have.
                _ => Ok(Received::Nothing),
            },
            Some(Ok(Message::Close(frame))) => match frame {
                Some(frame) if frame.code != CloseCode::Normal => {
                    Err(PtyError::Broken(format!("it was closed with {}", frame.code)))
                }
                _ => Ok(Received::Closed),
            },
            Some(Ok(_)) => Ok(Received::Nothing),
            Some(Err(error)) => Err(broken(&error)),
            None => Err(PtyError::Broken("it ended".into())),
        }
    }

    pub(super) async fn send(&mut self, text: String) -> Result<(), PtyError> {
        self.0.send(Message::text(text)).await.map_err(|error| broken(&error))
    }

    pub(super) async fn ping(&mut self) -> Result<(), PtyError> {
        self.0.send(Message::Ping(Default::default())).await.map_err(|error| broken(&error))
    }
}

fn broken(error: &Error) -> PtyError {
    PtyError::Broken(error.to_string())
}

async fn open(client: &Client, id: &str, begin: Option<u64>) -> Result<Socket, Failure> {
    let final_ = |error| Failure::Final(PtyError::Transport(error));
    let passing = |error| Failure::Passing(PtyError::Transport(error));
    let key = generate_key();
    let cursor = begin.map_or(Cow::Borrowed("-1"), |cursor| Cow::Owned(cursor.to_string()));
    let url = format!("{}/pty/{}/connect", client.url(), encode_path(id));
    let request = client
        .client
        .get(url)
        .version(Version::HTTP_11)
        .query(&[("cursor", cursor)])
        .headers(client.headers().clone())
        .headers(handshake(&key));
    let answer = client.client.execute(request.build().map_err(final_)?).await.map_err(passing)?;
    if answer.status() != StatusCode::SWITCHING_PROTOCOLS {
        return Err(refusal(client, id, answer).await);
    }
    let accepted = answer.headers().get("sec-websocket-accept").map(HeaderValue::as_bytes);
    if accepted != Some(accept_key(&key).as_bytes()) {
        return Err(Failure::Final(PtyError::Broken("the server speaks no WebSocket".into())));
    }
    let upgraded = answer.upgrade().await.map_err(passing)?;
    let limits =
        WebSocketConfig::default().max_message_size(Some(REPLAY_LIMIT)).max_frame_size(Some(REPLAY_LIMIT));
    Ok(Socket(WebSocketStream::from_raw_socket(upgraded, Role::Client, Some(limits)).await))
}

/// A text of 16 bytes that no earlier connection had, so that no old answer is taken for the one to this request.
fn generate_key() -> String {
    let bytes = [(); 2].map(|()| RandomState::new().hash_one(()).to_le_bytes());
    STANDARD.encode(bytes.as_flattened())
}

/// What a server that speaks WebSocket makes of the key (RFC 6455, section 4.2.2).
fn accept_key(key: &str) -> String {
    let mut hash = Sha1::from(key);
    hash.update(b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    STANDARD.encode(hash.digest().bytes())
}

fn handshake(key: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(CONNECTION, HeaderValue::from_static("Upgrade"));
    headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert("sec-websocket-version", HeaderValue::from_static("13"));
    if let Ok(key) = HeaderValue::from_str(key) {
        headers.insert("sec-websocket-key", key);
    }
    headers
}

/// What an answer means that is no WebSocket. The real server says 500 for a terminal that is not there, and so do
/// others for other reasons; the operation `pty.get` tells them apart.
async fn refusal(client: &Client, id: &str, answer: reqwest::Response) -> Failure {
    let status = answer.status();
    let refused = PtyError::Refused { status, body: message(answer).await };
    if status == StatusCode::NOT_IMPLEMENTED || status == StatusCode::UNAUTHORIZED {
        return Failure::Final(refused);
    }
    match client.pty().get(id).send().await {
        Err(error) if error.status() == Some(StatusCode::NOT_FOUND) => Failure::Gone,
        _ if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS => Failure::Passing(refused),
        _ => Failure::Final(refused),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_handshake_is_that_of_the_standard() {
        // The example of RFC 6455, section 1.3.
        assert_eq!(accept_key("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        let (one, other) = (generate_key(), generate_key());
        assert_ne!(one, other);
        assert_eq!(STANDARD.decode(one).expect("base64").len(), 16);
    }
}
