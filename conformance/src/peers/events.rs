//! A reader of `/event` that notes when each event arrived.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use futures::StreamExt;
use serde_json::Value;
use tokio::sync::mpsc;

use super::CallError;

/// The longest wait for one thing to happen.
const LIMIT: Duration = Duration::from_secs(60);

/// An event, and when its last byte was there.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub at: Instant,
    pub event: Value,
}

impl Arrived {
    /// Whether it is an event of this type about this session.
    #[must_use]
    pub fn is(&self, kind: &str, session: &str) -> bool {
        self.event["type"] == kind && self.event["properties"]["sessionID"] == session
    }
}

/// An open stream, read as fast as it comes. Dropping it closes the connection.
pub struct Events {
    arriving: mpsc::Receiver<Arrived>,
    last: VecDeque<String>,
}

impl Events {
    pub(super) fn read(answer: reqwest::Response) -> Events {
        let mut body = answer.bytes_stream();
        // Far above what one prompt brings: whoever looks at the events does not slow their reading, and so the times.
        let (sender, arriving) = mpsc::channel(65_536);
        tokio::spawn(async move {
            let mut pending = Vec::new();
            loop {
                let bytes = tokio::select! {
                    () = sender.closed() => return,
                    bytes = body.next() => bytes,
                };
                let Some(Ok(bytes)) = bytes else { return };
                let at = Instant::now();
                pending.extend_from_slice(&bytes);
                while let Some(end) = pending.windows(2).position(|pair| pair == b"\n\n") {
                    let frame: Vec<u8> = pending.drain(..end + 2).collect();
                    let Some(event) = decode(&frame) else { continue };
                    if sender.send(Arrived { at, event }).await.is_err() {
                        return;
                    }
                }
            }
        });
        Events { arriving, last: VecDeque::new() }
    }

    /// The next event that `wanted` holds for; those before it are gone.
    ///
    /// # Errors
    /// The stream ended, or a minute passed; the error shows the last events.
    pub async fn until(
        &mut self,
        what: &str,
        mut wanted: impl FnMut(&Arrived) -> bool,
    ) -> Result<Arrived, CallError> {
        let deadline = tokio::time::Instant::now() + LIMIT;
        loop {
            match tokio::time::timeout_at(deadline, self.arriving.recv()).await {
                Ok(Some(arrived)) if wanted(&arrived) => return Ok(arrived),
                Ok(Some(arrived)) => self.note(&arrived.event),
                Ok(None) => return Err(CallError::StreamEnded { what: what.to_owned() }),
                Err(_) => {
                    let last = self.last.make_contiguous().join("\n");
                    return Err(CallError::Late { what: what.to_owned(), limit: LIMIT, last });
                }
            }
        }
    }

    /// Waits until the server ends the stream, a minute at most.
    ///
    /// # Errors
    /// It did not.
    pub async fn end(&mut self) -> Result<(), CallError> {
        match self.until("the end of the stream", |_| false).await {
            Err(CallError::StreamEnded { .. }) => Ok(()),
            other => other.map(drop),
        }
    }

    fn note(&mut self, event: &Value) {
        if self.last.len() == 8 {
            self.last.pop_front();
        }
        self.last.push_back(event.to_string().chars().take(200).collect());
    }
}

fn decode(frame: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(frame).ok()?;
    let data = text.lines().find_map(|line| line.strip_prefix("data:"))?;
    serde_json::from_str(data.trim_start()).ok()
}
