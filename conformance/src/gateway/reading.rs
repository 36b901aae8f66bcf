//! Reading one HTTP/1.1 answer from a socket: head, then as much as the head promises.
//!
//! Start at [`head`]. Who asks, and what of it, is in `wire`.

use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

use super::wire::WireError;
use crate::client::MOST_BODY_BYTES;

/// A head with more headers than this is no answer of any server under trial.
const MOST_HEADERS: usize = 128;
const MOST_HEAD_BYTES: usize = 256 * 1024;

/// Status line and headers, names in lower case.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub status: u16,
    pub headers: Vec<(String, String)>,
}

impl Head {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find_map(|(known, value)| (known == name).then_some(value.as_str()))
    }
}

/// Reads a final head, passing over `100 Continue` and its like; also gives what was read beyond it.
pub(super) async fn head(stream: &mut TcpStream) -> Result<(Head, Vec<u8>), WireError> {
    let mut bytes = Vec::new();
    loop {
        if let Some((head, length)) = parse(&bytes)? {
            bytes.drain(..length);
            // An accepted upgrade is final: what follows is another protocol.
            if (100..200).contains(&head.status) && head.status != 101 {
                continue;
            }
            return Ok((head, bytes));
        }
        if bytes.len() > MOST_HEAD_BYTES {
            return Err(WireError::Garbled(format!("its head is longer than {MOST_HEAD_BYTES} bytes")));
        }
        let none = bytes.is_empty();
        match stream.read_buf(&mut bytes).await {
            Ok(0) => return Err(if none { WireError::Unanswered } else { WireError::Cut }),
            Ok(_) => {}
            Err(error) => return Err(WireError::Broken(error)),
        }
    }
}

fn parse(bytes: &[u8]) -> Result<Option<(Head, usize)>, WireError> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut response = httparse::Response::new(&mut headers);
    match response.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => {
            let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
            let headers = response.headers.iter();
            let headers =
                headers.map(|header| (header.name.to_ascii_lowercase(), text(header.value))).collect();
            Ok(Some((Head { status: response.code.unwrap_or_default(), headers }, length)))
        }
        Ok(httparse::Status::Partial) => Ok(None),
        Err(error) => Err(WireError::Garbled(error.to_string())),
    }
}

/// Reads the body that `head` announces, of which `rest` is there already.
pub(super) async fn body(stream: &mut TcpStream, head: &Head, rest: Vec<u8>) -> Result<Vec<u8>, WireError> {
    if matches!(head.status, 101 | 204 | 304) {
        return Ok(Vec::new());
    }
    let mut incoming = Incoming { stream, pending: rest };
    let chunked = head
        .header("transfer-encoding")
        .is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"));
    if chunked {
        return incoming.chunks().await;
    }
    match head.header("content-length").map(|length| length.trim().parse::<usize>()) {
        Some(Ok(length)) if length <= MOST_BODY_BYTES => incoming.take(length).await,
        Some(_) => Err(WireError::Garbled("its length is no number, or beyond all bounds".to_owned())),
        None => {
            while incoming.more().await? && incoming.pending.len() <= MOST_BODY_BYTES {}
            Ok(incoming.pending)
        }
    }
}

/// Bytes of a body, as they come.
struct Incoming<'a> {
    stream: &'a mut TcpStream,
    pending: Vec<u8>,
}

impl Incoming<'_> {
    /// Whether there was more to read.
    async fn more(&mut self) -> Result<bool, WireError> {
        Ok(self.stream.read_buf(&mut self.pending).await.map_err(WireError::Broken)? > 0)
    }

    async fn take(&mut self, length: usize) -> Result<Vec<u8>, WireError> {
        while self.pending.len() < length {
            if !self.more().await? {
                return Err(WireError::Cut);
            }
        }
        Ok(self.pending.drain(..length).collect())
    }

    async fn chunks(&mut self) -> Result<Vec<u8>, WireError> {
        let mut body = Vec::new();
        loop {
            let (size_line, length) = loop {
                match httparse::parse_chunk_size(&self.pending) {
                    Ok(httparse::Status::Complete(parsed)) => break parsed,
                    Ok(httparse::Status::Partial) if self.more().await? => {}
                    Ok(httparse::Status::Partial) => return Err(WireError::Cut),
                    Err(_) => return Err(WireError::Garbled("a chunk has no size".to_owned())),
                }
            };
            self.pending.drain(..size_line);
            let length = usize::try_from(length).unwrap_or(usize::MAX);
            if length > MOST_BODY_BYTES - body.len() {
                return Err(WireError::Garbled("its body is beyond all bounds".to_owned()));
            }
            if length == 0 {
                return Ok(body);
            }
            body.extend(self.take(length).await?);
            self.take(2).await?;
        }
    }
}
