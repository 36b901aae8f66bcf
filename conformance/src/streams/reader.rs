//! One connection to an event stream, as frames. Nothing is judged here. Start from [`open`] to read on one's own, from
//! [`Reader::open`] for a task that reads along and keeps what came.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use eventsource_stream::Eventsource;
use futures::{Stream, StreamExt};
use serde_json::Value;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::order::Seen;
use crate::client::{Call, CallError, Client};

/// A reader keeps this many events; what comes later is not kept. One check brings far fewer.
const MOST_KEPT: usize = 100_000;

/// An event as it came over the wire.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// The last id that the stream gave; empty where it gives none.
    pub id: String,
    pub data: String,
}

/// The head of a stream, and what comes after it.
pub(super) struct Opened<S> {
    pub status: u16,
    pub content_type: String,
    pub frames: S,
}

/// Opens a stream, behind the event with the id `last` where one is given. A stream that breaks ends.
pub(super) async fn open(
    client: &Client,
    call: &Call,
    last: Option<&str>,
) -> Result<Opened<impl Stream<Item = Frame> + Send + Unpin + use<>>, CallError> {
    let response = client.open(call, last).await?;
    let content_type = response.headers().get("content-type").and_then(|value| value.to_str().ok());
    Ok(Opened {
        status: response.status().as_u16(),
        content_type: content_type.unwrap_or_default().to_owned(),
        frames: Box::pin(response.bytes_stream().eventsource().scan((), |(), frame| {
            let frame = frame.ok().map(|frame| Frame { id: frame.id, data: frame.data });
            std::future::ready(frame)
        })),
    })
}

/// An event that was kept.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub id: String,
    pub event: Value,
}

impl Kept {
    /// Its type, in or without the wrapping of the global stream.
    pub fn kind(&self) -> &str {
        Seen::read(&self.event).map_or("", |seen| seen.kind)
    }

    /// The session that it is about; empty where it is about none.
    pub fn session(&self) -> &str {
        Seen::read(&self.event).map_or("", |seen| seen.session())
    }

    /// Whether it is an event of this type about this session.
    pub fn is(&self, kind: &str, session: &str) -> bool {
        self.kind() == kind && self.session() == session
    }

    /// About the stream, and not about what happens on the server.
    pub fn of_stream(&self) -> bool {
        matches!(self.kind(), "server.connected" | "server.heartbeat")
    }
}

/// A stream that a task of its own reads as fast as it comes. Dropping it closes the connection.
#[derive(Debug)]
pub(crate) struct Reader {
    kept: Arc<Mutex<Vec<Kept>>>,
    /// How many were kept; closes with the stream.
    count: watch::Receiver<usize>,
    task: JoinHandle<()>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Reader {
    /// Opens a stream and waits for its first event. `Err` says in words why there is none.
    pub async fn open(client: &Client, call: &Call, last: Option<&str>) -> Result<Reader, String> {
        let opened = open(client, call, last).await.map_err(|error| error.to_string())?;
        if opened.status != 200 {
            return Err(format!("it answered {}", opened.status));
        }
        let mut frames = opened.frames;
        let kept = Arc::new(Mutex::new(Vec::new()));
        let (told, count) = watch::channel(0);
        let keeping = Arc::clone(&kept);
        let task = tokio::spawn(async move {
            while let Some(frame) = frames.next().await {
                let Ok(event) = serde_json::from_str(&frame.data) else { continue };
                let mut kept = keeping.lock().unwrap_or_else(PoisonError::into_inner);
                if kept.len() == MOST_KEPT {
                    return;
                }
                kept.push(Kept { id: frame.id, event });
                told.send_replace(kept.len());
            }
        });
        let mut reader = Reader { kept, count, task };
        let first = reader.until(client.limit(), |_| true).await;
        first.map(|_| reader).ok_or_else(|| "no event came".to_owned())
    }

    /// Waits until an event is there that `wanted` holds for, and gives how many there are up to it. `None`: not within
    /// the limit, or the stream ended before.
    pub async fn until(&mut self, limit: Duration, wanted: impl FnMut(&Kept) -> bool) -> Option<usize> {
        self.until_after(0, limit, wanted).await
    }

    /// As [`Reader::until`], not looking at the first `seen`.
    pub async fn until_after(
        &mut self,
        seen: usize,
        limit: Duration,
        mut wanted: impl FnMut(&Kept) -> bool,
    ) -> Option<usize> {
        let deadline = Instant::now() + limit;
        let mut looked_at = seen;
        loop {
            // Seen before the look, so that what comes meanwhile wakes.
            self.count.mark_unchanged();
            {
                let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(at) = kept[looked_at..].iter().position(&mut wanted) {
                    return Some(looked_at + at + 1);
                }
                looked_at = kept.len();
            }
            let left = deadline.saturating_duration_since(Instant::now());
            match tokio::time::timeout(left, self.count.changed()).await {
                Ok(Ok(())) => {}
                // Ended: what came with the end is still to be looked at.
                Ok(Err(_)) if looked_at < self.kept().len() => {}
                _ => return None,
            }
        }
    }

    /// All that came until now.
    pub fn kept(&self) -> Vec<Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
