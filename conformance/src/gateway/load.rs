//! Requests that come slowly, or with far too much: others must not suffer from them.

use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt;

use crate::contract::Operation;
use crate::judge::Rule;
use crate::report::{SERVER, Verdict};

use super::reading;
use super::room::{Room, fails, unanswered};
use super::wire::{Request, Speed, Wire, WireError};

/// What is written between two pauses of a slow request, and how long they are: about a second for all of it.
const PIECE: usize = 8;
const PAUSE: Duration = Duration::from_millis(25);
/// The same for whoever repeats it.
const SLOW_BODY: Speed = Speed::SlowBody { bytes_per_second: 320 };
/// Connections that stop in the middle of their request.
const CROWD: usize = 64;
/// The most that is sent to find out how much is too much.
const MOST: usize = 64 << 20;
/// How it begins: a text that does not end.
const FILLER: &str = r#"{"filler": ""#;
/// How long nothing may be taken before the server counts as one that has stopped reading.
const STALLED: Duration = Duration::from_secs(5);

/// One slow client must not keep the others waiting, nor be taken for a fault.
pub(super) async fn slow(room: &Room<'_, '_>) {
    if !room.wire.is_raw() {
        let reason = "over TLS, and through a proxy, a request cannot be written in pieces".to_owned();
        return room.note(SERVER, "slow", Verdict::NotExercised { reason });
    }
    let head = Request { speed: Speed::SlowHead, ..room.health() };
    let bytes = room.wire.head(&head);
    dribbled(room, "slow: head", &head, &bytes, 0).await;
    if let Some(log) = room.trial.contract.operations.get("app.log") {
        let line = r#"{"service": "conformance", "level": "debug", "message": "A line that comes slowly."}"#;
        let request = Request { speed: SLOW_BODY, ..room.request(log).json(line) };
        let head = room.wire.head(&request);
        let at_once = head.len();
        dribbled(room, "slow: body", &request, &[head, request.body.clone()].concat(), at_once).await;
    }
    crowd(room).await;
}

/// Writes `at_once` bytes, then the rest in pieces; meanwhile others are to be served, and in the end this one, too.
async fn dribbled(room: &Room<'_, '_>, case: &str, request: &Request, bytes: &[u8], at_once: usize) {
    if !room.wants(SERVER, case) {
        return;
    }
    room.trial.client.turn().await;
    let began = Instant::now();
    let writing = async {
        let mut stream = room.wire.connect().await?;
        stream.write_all(&bytes[..at_once]).await.map_err(WireError::Broken)?;
        for piece in bytes[at_once..].chunks(PIECE) {
            stream.write_all(piece).await.map_err(WireError::Broken)?;
            tokio::time::sleep(PAUSE).await;
        }
        Wire::reply(&mut stream, request).await
    };
    let pauses = u32::try_from((bytes.len() - at_once).div_ceil(PIECE)).unwrap_or(u32::MAX);
    let limit = room.trial.client.limit() + PAUSE.saturating_mul(pauses);
    let slow = tokio::time::timeout(limit, writing);
    let (answered, other) = tokio::join!(slow, others(room));
    let (status, verdict) = match (answered, other) {
        (_, Err(problem)) => {
            (None, fails(Rule::Slow, format!("meanwhile, other requests suffer: {problem}")))
        }
        (Err(_), _) => (None, unanswered(&WireError::Late(limit))),
        (Ok(Err(error)), _) => (None, unanswered(&error)),
        (Ok(Ok(reply)), _) if reply.status >= 500 && reply.status != 501 => {
            (Some(reply.status), fails(Rule::Slow, format!("slowness is answered {}", reply.status)))
        }
        (Ok(Ok(reply)), _) => (Some(reply.status), Verdict::Conforms),
    };
    room.tell(SERVER, case, request, began, status, verdict);
}

/// Connections that say half of something and no more are cheap for whoever opens them, and must be for the server.
async fn crowd(room: &Room<'_, '_>) {
    let case = "slow: many that stop";
    if !room.wants(SERVER, case) {
        return;
    }
    let began = Instant::now();
    let request = Request { speed: Speed::SlowHead, ..room.health() };
    let head = room.wire.head(&request);
    let mut held = Vec::new();
    for _ in 0..CROWD {
        if let Ok(mut stream) = room.wire.connect().await {
            let _ = stream.write_all(&head[..head.len() / 2]).await;
            held.push(stream);
        }
    }
    let verdict = match others(room).await {
        Ok(()) => Verdict::Conforms,
        Err(problem) => {
            let waiting = held.len();
            fails(
                Rule::Slow,
                format!("with {waiting} connections that wait, other requests suffer: {problem}"),
            )
        }
    };
    room.tell(SERVER, case, &request, began, None, verdict);
}

/// A plain call, made while something else is going on.
async fn others(room: &Room<'_, '_>) -> Result<(), String> {
    tokio::time::sleep(PAUSE).await;
    match room.wire.send(&room.health()).await {
        Ok(reply) if reply.status == 200 => Ok(()),
        Ok(reply) => Err(format!("status {}", reply.status)),
        Err(error) => Err(error.to_string()),
    }
}

/// A body without end must not fill the memory: it is refused at some point, and the server goes on.
pub(super) async fn too_large(room: &Room<'_, '_>) {
    let Some(create) = room.operation("session.create") else { return };
    if !room.wire.is_raw() {
        let reason = "over TLS, and through a proxy, the answer to half a body may be lost".to_owned();
        return room.note(&create.id, "too large", Verdict::NotExercised { reason });
    }
    without_length(room, create).await;
    announced(room, create).await;
}

async fn without_length(room: &Room<'_, '_>, create: &Operation) {
    let case = "too large: without a length";
    if !room.wants(&create.id, case) {
        return;
    }
    let streamed = room.request(create).with("Content-Type", "application/json");
    let streamed = Request {
        // Curl cuts it into chunks when told so.
        written_by: Some(format!("(printf '{FILLER}'; head -c {MOST} /dev/zero | tr '\\0' x)")),
        ..streamed.with("Transfer-Encoding", "chunked")
    };
    let began = Instant::now();
    let answered = stream_until_answered(room, &streamed).await;
    let (status, verdict) = match answered {
        Err(error) => (None, unanswered(&error)),
        Ok(status) => match status {
            400..=499 => (Some(status), Verdict::Conforms),
            501 => (Some(status), Verdict::NotBuilt),
            status => {
                let message =
                    format!("{} MiB that are no JSON are answered {status} instead of 413", MOST >> 20);
                (Some(status), fails(Rule::TooLarge, message))
            }
        },
    };
    let verdict = match (verdict, others(room).await) {
        (Verdict::Conforms, Err(problem)) => {
            fails(Rule::TooLarge, format!("afterwards, others suffer: {problem}"))
        }
        (verdict, _) => verdict,
    };
    room.tell(&create.id, case, &streamed, began, status, verdict);
}

async fn announced(room: &Room<'_, '_>, create: &Operation) {
    let case = "too large: announced";
    if !room.wants(&create.id, case) {
        return;
    }
    let announced = room.request(create).with("Content-Type", "application/json");
    let announced =
        announced.with("Content-Length", &(1_u64 << 40).to_string()).with("Expect", "100-continue");
    let began = Instant::now();
    let (status, verdict) = match announce(room, &announced).await {
        Ok(Some(501)) => (Some(501), Verdict::NotBuilt),
        Ok(Some(status)) if !(400..500).contains(&status) => (
            Some(status),
            fails(Rule::TooLarge, format!("1 TiB, announced, is answered {status} instead of 413")),
        ),
        // To wait for the body is as good: nothing was sent of it.
        Ok(status) => (status, Verdict::Conforms),
        Err(error) => (None, unanswered(&error)),
    };
    room.tell(&create.id, case, &announced, began, status, verdict);
}

/// Sends a body that never becomes JSON, until the server answers or enough is sent; the status of its answer.
async fn stream_until_answered(room: &Room<'_, '_>, request: &Request) -> Result<u16, WireError> {
    room.trial.client.turn().await;
    let mut stream = room.wire.connect().await?;
    let sending = async {
        let (mut reader, mut writer) = stream.split();
        writer.write_all(&room.wire.head(request)).await?;
        let (chunk, mut byte) = (vec![b'x'; 1 << 20], [0]);
        writer.write_all(format!("{:x}\r\n{FILLER}\r\n", FILLER.len()).as_bytes()).await?;
        for _ in 0..MOST / chunk.len() {
            let writing = async {
                writer.write_all(format!("{:x}\r\n", chunk.len()).as_bytes()).await?;
                writer.write_all(&chunk).await?;
                writer.write_all(b"\r\n").await
            };
            tokio::select! {
                // The first byte of an answer is left where it is.
                peeked = reader.peek(&mut byte) => return peeked.map(drop),
                written = tokio::time::timeout(STALLED, writing) => match written {
                    Ok(written) => written?,
                    Err(_) => return Err(std::io::ErrorKind::TimedOut.into()),
                },
            }
        }
        writer.write_all(b"0\r\n\r\n").await
    };
    // A broken pipe is no news: the answer that came before it is.
    let sent = sending.await;
    let limit = room.trial.client.limit();
    match tokio::time::timeout(limit, Wire::reply(&mut stream, request)).await {
        Ok(Ok(reply)) => Ok(reply.status),
        Ok(Err(WireError::Unanswered)) => {
            sent.map_or_else(|error| Err(WireError::Broken(error)), |()| Err(WireError::Unanswered))
        }
        Ok(Err(error)) => Err(error),
        Err(_) => Err(WireError::Late(limit)),
    }
}

/// Sends a head alone; the status if there is one within a moment.
async fn announce(room: &Room<'_, '_>, request: &Request) -> Result<Option<u16>, WireError> {
    const MOMENT: Duration = Duration::from_millis(500);
    room.trial.client.turn().await;
    let mut stream = room.wire.connect().await?;
    stream.write_all(&room.wire.head(request)).await.map_err(WireError::Broken)?;
    // `100 Continue` is passed over, like silence.
    match tokio::time::timeout(MOMENT, reading::head(&mut stream)).await {
        Err(_) => Ok(None),
        Ok(head) => Ok(Some(head?.0.status)),
    }
}
