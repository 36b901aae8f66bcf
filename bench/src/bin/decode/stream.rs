//! Bytes of an event stream to decoded events: in memory, and over loopback beside the JavaScript client.
//!
//! The stream is that of this project's server: an `id` and one line of data for each event. In memory the bytes come in
//! pieces as a socket gives them. Over loopback a bare listener writes the same bytes as fast as they are taken, so that
//! what is measured is the reader.

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use bytes::Bytes;
use comfy_table::presets::ASCII_MARKDOWN;
use comfy_table::{CellAlignment, Table};
use futures::StreamExt as _;
use opencode_client::Client;
use opencode_client::events::{Frames, Item, Reconnect};
use opencode_conformance::peers::Packages;
use opencode_types::Event;
use serde::de::DeserializeOwned;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::Untagged;

/// Events of one stream; the recorded ones again and again.
const EVENTS: usize = 200_000;
/// Streams that each reader reads; the fastest counts.
const ROUNDS: usize = 5;
/// As much as a socket gives at once.
const PIECE: usize = 16 << 10;

/// One row for each way to read.
pub fn compare(recorded: &[String]) -> anyhow::Result<Table> {
    ensure!(!recorded.is_empty(), "no recorded events");
    let mut bytes = Vec::new();
    for (number, event) in recorded.iter().cycle().take(EVENTS).enumerate() {
        bytes.extend_from_slice(format!("id: 0000beef-{number:012x}\ndata: {event}\n\n").as_bytes());
    }
    let bytes = Bytes::from(bytes);
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN);
    table.set_header(["event stream", "ns per event", "events/s", "MB/s", "allocations per event"]);
    let mut row = |name: &str, time: Duration, allocations: Option<f64>| {
        let each = time.as_nanos() as f64 / EVENTS as f64;
        table.add_row([
            name.to_owned(),
            format!("{each:.0}"),
            format!("{:.0}", 1e9 / each),
            format!("{:.0}", bytes.len() as f64 / 1e6 / time.as_secs_f64()),
            allocations.map_or_else(|| "-".to_owned(), |count| format!("{count:.1}")),
        ]);
        each
    };
    let (time, count) = in_memory::<Event>(&bytes)?;
    let tagged = row("in memory, by tag", time, Some(count));
    let (time, count) = in_memory::<Untagged>(&bytes)?;
    let untagged = row("in memory, untagged", time, Some(count));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let (time, events) = runtime.block_on(self::ours(&bytes, None))?;
    ensure!(events == EVENTS, "{events} of {EVENTS} events arrived");
    let ours = row("loopback, `Client::events`", time, None);
    let (time, events) = runtime.block_on(self::ours(&bytes, Some("ses_of_nobody")))?;
    ensure!(events < EVENTS / 10, "{events} events of no session");
    let filtered = row("loopback, `Client::events`, of another session", time, None);
    let mut note = format!("untagged takes {:.1} times as long", untagged / tagged);
    match Packages::install() {
        Ok(packages) => {
            let theirs = row("loopback, JavaScript client", runtime.block_on(node(&bytes, &packages))?, None);
            let (all, none) = (theirs / ours, theirs / filtered);
            note.push_str(&format!(
                ", the JavaScript client {all:.1} times, {none:.1} where events are left out"
            ));
        }
        Err(missing) => eprintln!("the JavaScript client is left out: {missing}"),
    }
    eprintln!("{note}");
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    Ok(table)
}

/// The fastest round, and allocations per event.
fn in_memory<T: DeserializeOwned>(bytes: &Bytes) -> anyhow::Result<(Duration, f64)> {
    let read = || {
        let mut frames = Frames::new(1 << 24);
        let mut events = 0_usize;
        for start in (0..bytes.len()).step_by(PIECE) {
            frames.push(bytes.slice(start..(start + PIECE).min(bytes.len())));
            while let Some(frame) = frames.next() {
                let text = frame.ok().and_then(|frame| std::str::from_utf8(frame.data).ok());
                let event = text.and_then(|text| serde_json::from_str::<T>(text).ok());
                events += usize::from(black_box(event).is_some());
            }
        }
        events
    };
    let mut fastest = Duration::MAX;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        ensure!(read() == EVENTS, "not every event was decoded");
        fastest = fastest.min(started.elapsed());
    }
    let counted = allocation_counter::measure(|| {
        black_box(read());
    });
    Ok((fastest, counted.count_total as f64 / EVENTS as f64))
}

/// The fastest round, and how many events came out: those of `session`, which the others are not decoded for, or all.
async fn ours(bytes: &Bytes, session: Option<&str>) -> anyhow::Result<(Duration, usize)> {
    let url = serve(bytes.clone()).await?;
    let client = Client::builder(url).build()?;
    let (mut fastest, mut events) = (Duration::MAX, 0);
    for _ in 0..ROUNDS {
        let mut events_of = client.events().reconnect(Reconnect::attempts(0));
        if let Some(session) = session {
            events_of = events_of.session(session);
        }
        let mut stream = events_of.await?;
        events = 0;
        let started = Instant::now();
        // The stream ends with an error, since it may not reconnect.
        while let Some(Ok(item)) = stream.next().await {
            events += usize::from(matches!(black_box(item), Item::Event(_)));
        }
        fastest = fastest.min(started.elapsed());
    }
    Ok((fastest, events))
}

async fn node(bytes: &Bytes, packages: &Packages) -> anyhow::Result<Duration> {
    let url = serve(bytes.clone()).await?;
    let mut command = Command::new("node");
    command.arg(packages.script("events.mjs")?).args([&url, &ROUNDS.to_string()]);
    let output = tokio::task::spawn_blocking(move || command.output()).await??;
    ensure!(output.status.success(), "node failed: {}", String::from_utf8_lossy(&output.stderr));
    let mut fastest = Duration::MAX;
    for line in String::from_utf8(output.stdout)?.lines() {
        let round: serde_json::Value = serde_json::from_str(line)?;
        ensure!(round["events"] == EVENTS, "{round} of {EVENTS} events");
        fastest = fastest.min(Duration::from_nanos(round["nanoseconds"].as_u64().context("a time")?));
    }
    Ok(fastest)
}

/// A listener that answers each request with the stream and ends the connection.
async fn serve(bytes: Bytes) -> anyhow::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let bytes = bytes.clone();
            tokio::spawn(async move {
                let mut head = [0; 4096];
                let _ = socket.read(&mut head).await;
                let answer =
                    "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
                let _ = socket.write_all(answer.as_bytes()).await;
                let _ = socket.write_all(&bytes).await;
                let _ = socket.shutdown().await;
            });
        }
    });
    Ok(url)
}
