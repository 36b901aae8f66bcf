//! Requests and answers as the proxy handles them: heads taken apart, bodies whole or frame by frame.
//!
//! Start at [`Asked`] and [`Answer`]; what is done with them is in `proxy`.

use std::io::{Error, ErrorKind};
use std::time::Duration;

use serde_json::Value;
use tokio::io::AsyncReadExt;

/// The head of a request.
#[derive(Clone, Debug)]
pub struct Asked {
    pub method: String,
    /// As it was sent, without the query.
    pub path: String,
    pub query: String,
    pub headers: Vec<(String, String)>,
    /// From the first byte of the head to its last.
    pub took: Duration,
}

/// An answer, and how it is to go out.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// How many bytes more than the body are promised.
    pub cut: usize,
    /// How long it is held back.
    pub delay: Duration,
    /// The connection is closed instead.
    pub silent: bool,
}

/// One frame of an event stream.
#[derive(Clone, Debug)]
pub struct Frame {
    pub id: Option<String>,
    pub event: Value,
    /// What stands there instead of the event.
    pub raw: Option<String>,
}

impl Asked {
    pub fn parse(head: &[u8], took: Duration) -> Option<Asked> {
        let mut headers = [httparse::EMPTY_HEADER; 160];
        let mut request = httparse::Request::new(&mut headers);
        request.parse(head).ok()?;
        let target = request.path?;
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Some(Asked {
            method: request.method?.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers: pairs(request.headers),
            took,
        })
    }

    /// Whether it is this method and path; a segment `*` stands for any one.
    pub fn is(&self, method: &str, path: &str) -> bool {
        let (ours, theirs) = (path.split('/'), self.path.split('/'));
        self.method == method
            && ours.clone().count() == theirs.clone().count()
            && ours.zip(theirs).all(|(ours, theirs)| ours == "*" || ours == theirs)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub fn without(&mut self, name: &str) {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
    }

    pub fn set(&mut self, name: &str, value: &str) {
        self.without(name);
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// For the server: one request for each connection.
    pub fn head(&self) -> Vec<u8> {
        let query = if self.query.is_empty() { String::new() } else { format!("?{}", self.query) };
        let mut head = format!("{} {}{query} HTTP/1.1\r\n", self.method, self.path);
        let kept = self.headers.iter().filter(|(name, _)| !name.eq_ignore_ascii_case("connection"));
        kept.for_each(|(name, value)| head.push_str(&format!("{name}: {value}\r\n")));
        head.push_str("Connection: close\r\n\r\n");
        head.into_bytes()
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub fn without(&mut self, name: &str) {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
    }

    pub fn set(&mut self, name: &str, value: &str) {
        self.without(name);
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    pub fn is_stream(&self) -> bool {
        self.header("content-type").is_some_and(|kind| kind.starts_with("text/event-stream"))
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// Changes the JSON of the body.
    pub fn edit(&mut self, change: impl FnOnce(&mut Value)) {
        let mut value = self.json();
        change(&mut value);
        self.body = value.to_string().into_bytes();
    }

    /// Status line and headers; the length is that of the body as it is now.
    pub fn head(&self, method: &str) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} X\r\n", self.status);
        let framing = ["connection", "transfer-encoding", "content-length"];
        let kept = self.headers.iter().filter(|(name, _)| !framing.contains(&name.to_lowercase().as_str()));
        kept.for_each(|(name, value)| head.push_str(&format!("{name}: {value}\r\n")));
        if method == "HEAD" {
            if let Some(length) = self.header("content-length") {
                head.push_str(&format!("Content-Length: {length}\r\n"));
            }
        } else if !self.is_stream() && self.status != 204 {
            head.push_str(&format!("Content-Length: {}\r\n", self.body.len() + self.cut));
        }
        head.push_str("Connection: close\r\n\r\n");
        head.into_bytes()
    }
}

impl Frame {
    /// `None`: a comment, or what is no event.
    pub fn parse(text: &str) -> Option<Frame> {
        let line = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let event = serde_json::from_str(line("data:")?).ok()?;
        Some(Frame { id: line("id:").map(str::to_owned), event, raw: None })
    }

    pub fn kind(&self) -> &str {
        self.event["type"].as_str().unwrap_or_default()
    }

    pub fn text(&self) -> String {
        let id = self.id.as_ref().map(|id| format!("id: {id}\n")).unwrap_or_default();
        let data = self.raw.clone().unwrap_or_else(|| self.event.to_string());
        format!("{id}data: {data}\n\n")
    }
}

fn pairs(headers: &[httparse::Header<'_>]) -> Vec<(String, String)> {
    let pair = |header: &httparse::Header<'_>| {
        (header.name.to_owned(), String::from_utf8_lossy(header.value).into_owned())
    };
    headers.iter().map(pair).collect()
}

/// Reads the head of an answer; what interim answers say goes to `interim`. Also what was read beyond.
pub async fn answer_head(
    from: &mut (impl AsyncReadExt + Unpin),
    interim: &mut Vec<u8>,
) -> std::io::Result<(Answer, Vec<u8>)> {
    let mut bytes = Vec::new();
    loop {
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut response = httparse::Response::new(&mut headers);
        let parsed = response.parse(&bytes).map_err(|error| Error::new(ErrorKind::InvalidData, error))?;
        if let httparse::Status::Complete(length) = parsed {
            let status = response.code.unwrap_or_default();
            if status == 100 {
                interim.extend(bytes.drain(..length));
                return Err(ErrorKind::Interrupted.into());
            }
            let headers = pairs(response.headers);
            let answer =
                Answer { status, headers, body: Vec::new(), cut: 0, delay: Duration::ZERO, silent: false };
            bytes.drain(..length);
            return Ok((answer, bytes));
        }
        if from.read_buf(&mut bytes).await? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
    }
}

/// The bytes of a body, without its framing.
pub struct Body<R> {
    from: R,
    pending: Vec<u8>,
    chunked: bool,
    left: Option<usize>,
}

impl<R: AsyncReadExt + Unpin> Body<R> {
    pub fn new(from: R, answer: &Answer, method: &str, pending: Vec<u8>) -> Body<R> {
        let chunked = answer.header("transfer-encoding").is_some();
        let none = method == "HEAD" || answer.status == 204;
        let left = if none { Some(0) } else { answer.header("content-length").and_then(|n| n.parse().ok()) };
        Body { from, pending, chunked: chunked && !none, left }
    }

    /// The next piece; empty at the end.
    pub async fn next(&mut self) -> std::io::Result<Vec<u8>> {
        if !self.chunked {
            if self.left == Some(0) {
                return Ok(Vec::new());
            }
            if self.pending.is_empty() {
                self.from.read_buf(&mut self.pending).await?;
            }
            let piece = std::mem::take(&mut self.pending);
            self.left = self.left.map(|left| left.saturating_sub(piece.len()));
            return Ok(piece);
        }
        loop {
            match httparse::parse_chunk_size(&self.pending) {
                Ok(httparse::Status::Complete((line, size))) => {
                    let size = usize::try_from(size).unwrap_or(usize::MAX);
                    while self.pending.len() < line + size + 2 {
                        self.more().await?;
                    }
                    let piece = self.pending[line..line + size].to_vec();
                    self.pending.drain(..line + size + 2);
                    return Ok(piece);
                }
                Ok(httparse::Status::Partial) => self.more().await?,
                Err(_) => return Err(ErrorKind::InvalidData.into()),
            }
        }
    }

    pub async fn whole(&mut self) -> std::io::Result<Vec<u8>> {
        let mut whole = Vec::new();
        loop {
            let piece = self.next().await?;
            if piece.is_empty() {
                return Ok(whole);
            }
            whole.extend(piece);
        }
    }

    async fn more(&mut self) -> std::io::Result<()> {
        match self.from.read_buf(&mut self.pending).await? {
            0 => Err(ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}
