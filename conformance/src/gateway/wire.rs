//! HTTP/1.1 as it goes over the wire: what is written is what was asked for, and what comes back is not tidied.
//!
//! An HTTP client resolves dot segments, adds a `Host`, reads no body after `HEAD`: all of it things that a check of the
//! transport must see or send. Over TLS, and where only a proxy leads to the server, requests go through the client all
//! the same; checks that cannot be made there ask [`Wire::is_raw`]. Start at [`Wire::send`].

use std::time::Duration;

use futures::StreamExt;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::client::{Client, MOST_BODY_BYTES};
use crate::judge::Received;

use super::reading::{self, Head};

/// One request, byte for byte.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub method: String,
    /// Path and query, encoded, below the base URL.
    pub target: String,
    /// In this order, after `Host`. `Content-Length` is added where there is a body and no other length.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// A command for a shell that writes the body, where it is too long to be shown, or sent in another way.
    pub written_by: Option<String>,
    pub speed: Speed,
    pub login: Login,
    /// What to write as `Host`; `None` leaves it out.
    pub host: Option<String>,
    /// An answer that is no refusal may never end: its head is enough.
    pub open_ended: bool,
}

/// How fast a request is written, for whoever repeats it; who writes it slowly is its check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speed {
    AtOnce,
    SlowBody { bytes_per_second: u32 },
    SlowHead,
}

/// As whom a request is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Login {
    /// With the credentials that were given for the server, if any.
    Right,
    None,
    /// One that is not to be let in.
    Other {
        /// The `Authorization`.
        header: String,
        /// The same for `curl`, without the password.
        curl: String,
    },
}

/// An answer.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// Why there is no whole answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum WireError {
    #[error("no connection: {0}")]
    Connect(#[source] std::io::Error),
    #[error("no whole answer within {0:?}")]
    Late(Duration),
    #[error("the connection was closed without an answer")]
    Unanswered,
    #[error("the connection was closed in the middle of the answer")]
    Cut,
    #[error("the connection broke: {0}")]
    Broken(#[source] std::io::Error),
    #[error("the answer is no HTTP: {0}")]
    Garbled(String),
    #[error("the request cannot be sent: {0}")]
    Client(#[source] reqwest::Error),
}

/// The way to one server.
#[derive(Debug)]
pub(super) struct Wire {
    client: Client,
    /// `host:port`, and the same as a `Host` header has it; `None` where requests go through the client.
    raw: Option<(String, String)>,
}

impl Wire {
    /// Finds out whether the server can be spoken to directly.
    pub async fn find(client: &Client) -> Wire {
        let base = client.base_url();
        let host = base.host_str().unwrap_or_default();
        let named = base.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        let address = format!("{host}:{}", base.port_or_known_default().unwrap_or(80));
        let mut wire = Wire { client: client.clone(), raw: None };
        if base.scheme() == "http" {
            wire.raw = Some((address, named));
            // What it answers, and how fast, is for the checks to say.
            if !matches!(tokio::time::timeout(client.limit(), wire.connect()).await, Ok(Ok(_))) {
                wire.raw = None;
            }
        }
        wire
    }

    /// Whether requests arrive as they are written.
    pub fn is_raw(&self) -> bool {
        self.raw.is_some()
    }

    /// Sends a request and reads its answer, within the client's limit.
    pub async fn send(&self, request: &Request) -> Result<Reply, WireError> {
        let limit = self.client.limit();
        let sending = async {
            match &self.raw {
                None => self.through_client(request).await,
                Some(_) => {
                    let mut stream = self.connect().await?;
                    let mut bytes = self.head(request);
                    bytes.extend_from_slice(&request.body);
                    // A server may refuse, and close, before all is written: its answer counts, not the broken pipe.
                    let written = stream.write_all(&bytes).await;
                    match Wire::reply(&mut stream, request).await {
                        Err(WireError::Unanswered) => {
                            written.map_err(WireError::Broken)?;
                            Err(WireError::Unanswered)
                        }
                        answered => answered,
                    }
                }
            }
        };
        self.client.turn().await;
        let answered = tokio::time::timeout(limit, sending).await.unwrap_or(Err(WireError::Late(limit)));
        self.client.note(answered.is_ok());
        answered
    }

    /// A connection on which nothing was said yet.
    pub async fn connect(&self) -> Result<TcpStream, WireError> {
        let address = self.raw.as_ref().map(|(address, _)| address.as_str()).unwrap_or_default();
        let stream = TcpStream::connect(address).await.map_err(WireError::Connect)?;
        // Dribbled requests are meant to arrive in pieces.
        stream.set_nodelay(true).map_err(WireError::Connect)?;
        Ok(stream)
    }

    /// Request line and headers, the empty line included.
    pub fn head(&self, request: &Request) -> Vec<u8> {
        let own = self.raw.as_ref().map(|(_, named)| named.as_str()).unwrap_or_default();
        let target = self.target(&request.target);
        let mut head = format!("{} {target} HTTP/1.1\r\n", request.method);
        if let Some(host) = &request.host {
            let host = if host.is_empty() { own } else { host };
            head.push_str(&format!("Host: {host}\r\n"));
        }
        if let Some(authorization) = self.authorization(&request.login) {
            head.push_str(&format!("Authorization: {authorization}\r\n"));
        }
        for (name, value) in &request.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let measured = ["content-length", "transfer-encoding"];
        let writes = matches!(request.method.as_str(), "POST" | "PUT" | "PATCH");
        if (writes || !request.body.is_empty()) && !measured.iter().any(|name| request.has(name)) {
            head.push_str(&format!("Content-Length: {}\r\n", request.body.len()));
        }
        if !request.has("connection") {
            head.push_str("Connection: close\r\n");
        }
        head.push_str("\r\n");
        head.into_bytes()
    }

    /// Reads one answer, which ends as its head says.
    pub async fn reply(stream: &mut TcpStream, request: &Request) -> Result<Reply, WireError> {
        let (head, rest) = reading::head(stream).await?;
        let body = if request.method == "HEAD" {
            after_head(stream, rest).await
        } else if request.open_ended && head.status < 400 {
            Vec::new()
        } else {
            reading::body(stream, &head, rest).await?
        };
        let Head { status, headers } = head;
        Ok(Reply { status, headers, body })
    }

    pub fn authorization(&self, login: &Login) -> Option<String> {
        match login {
            Login::None => None,
            Login::Other { header, .. } => Some(header.clone()),
            Login::Right => self.client.credentials().map(|(user, password)| basic(user, password)),
        }
    }

    /// `target` below the base URL's path.
    fn target(&self, target: &str) -> String {
        format!("{}{target}", self.client.base_url().path().trim_end_matches('/'))
    }

    /// The URL as it stands in a line for a shell.
    pub fn url(&self, target: &str) -> String {
        let base = self.client.base_url();
        format!("{}{}", &base[..url::Position::BeforePath], self.target(target))
    }

    async fn through_client(&self, request: &Request) -> Result<Reply, WireError> {
        let method = reqwest::Method::from_bytes(request.method.as_bytes()).unwrap_or_default();
        let mut sending = self.client.http().request(method, self.url(&request.target));
        if let Some(host) = request.host.as_ref().filter(|host| !host.is_empty()) {
            sending = sending.header("host", host);
        }
        if let Some(authorization) = self.authorization(&request.login) {
            sending = sending.header("authorization", authorization);
        }
        for (name, value) in &request.headers {
            sending = sending.header(name, value);
        }
        if !request.body.is_empty() {
            sending = sending.body(request.body.clone());
        }
        let response = sending.send().await.map_err(WireError::Client)?;
        let text =
            |value: &reqwest::header::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers =
            response.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        let status = response.status().as_u16();
        let mut body = Vec::new();
        let mut chunks = response.bytes_stream();
        while !(request.open_ended && status < 400)
            && let Some(chunk) = chunks.next().await
        {
            body.extend_from_slice(&chunk.map_err(WireError::Client)?);
            if body.len() > MOST_BODY_BYTES {
                return Err(WireError::Garbled("its body is beyond all bounds".to_owned()));
            }
        }
        Ok(Reply { status, headers, body })
    }
}

/// What comes after the head of an answer to `HEAD`: nothing, if all is well. A server that keeps the connection open
/// is given a moment.
async fn after_head(stream: &mut TcpStream, mut rest: Vec<u8>) -> Vec<u8> {
    const MOMENT: Duration = Duration::from_millis(200);
    let _ =
        tokio::time::timeout(MOMENT, async { while let Ok(1..) = stream.read_buf(&mut rest).await {} }).await;
    rest
}

/// The value of an `Authorization` header.
pub(super) fn basic(user: &str, password: &str) -> String {
    use base64::Engine;
    format!("Basic {}", base64::prelude::BASE64_STANDARD.encode(format!("{user}:{password}")))
}

impl Request {
    /// With the right credentials and the server's own name, without a body.
    pub fn new(method: &str, target: impl Into<String>) -> Request {
        Request {
            method: method.to_owned(),
            target: target.into(),
            headers: Vec::new(),
            body: Vec::new(),
            written_by: None,
            speed: Speed::AtOnce,
            login: Login::Right,
            host: Some(String::new()),
            open_ended: false,
        }
    }

    pub fn with(mut self, name: &str, value: &str) -> Request {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a body that claims to be JSON.
    pub fn json(self, body: impl Into<Vec<u8>>) -> Request {
        Request { body: body.into(), ..self.with("Content-Type", "application/json") }
    }

    pub fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name))
    }
}

impl Reply {
    /// All values of a header, as one list.
    pub fn header(&self, name: &str) -> Option<String> {
        let values = self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let values: Vec<_> = values.collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// As the judge of bodies takes it.
    pub fn received(&self) -> Received {
        Received { status: self.status, content_type: self.header("content-type"), body: self.body.clone() }
    }

    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }
}
