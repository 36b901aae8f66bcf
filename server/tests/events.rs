//! Event streams over HTTP: what a reader sees, and what is left when it goes, stalls, or comes back.

mod fixture;

use std::time::Duration;

use fixture::{Fixture, until};
use opencode_server::events::{self, Scope};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An open stream, read frame by frame.
struct Reader {
    answer: reqwest::Response,
    text: String,
}

impl Reader {
    async fn open(fixture: &Fixture, path: &str, last: Option<&str>) -> Reader {
        let mut request = fixture.http.get(fixture.url(path));
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        assert_eq!(answer.headers()["cache-control"], "no-cache");
        Reader { answer, text: String::new() }
    }

    /// Id and JSON of the next event; `None` at the end of the stream.
    async fn next(&mut self) -> Option<(Option<String>, Value)> {
        loop {
            if let Some((frame, rest)) = self.text.split_once("\n\n") {
                let (id, data) = match frame.split_once('\n') {
                    Some((id, data)) => (id.strip_prefix("id: ").map(str::to_owned), data.to_owned()),
                    None => (None, frame.to_owned()),
                };
                self.text = rest.to_owned();
                let data = data.strip_prefix("data: ").expect("a data line");
                return Some((id, serde_json::from_str(data).expect("JSON")));
            }
            let chunk = tokio::time::timeout(Duration::from_secs(10), self.answer.chunk());
            let chunk = chunk.await.expect("an event within the bound").expect("a whole stream")?;
            self.text.push_str(std::str::from_utf8(&chunk).expect("UTF-8"));
        }
    }

    async fn event(&mut self) -> Value {
        self.next().await.expect("an event, not the end").1
    }
}

fn publish(fixture: &Fixture, directory: &str, file: &str) {
    let event = json!({"type": "file.edited", "properties": {"file": file}});
    let event = serde_json::from_value(event).expect("an event of the contract");
    fixture.server.app().bus.publish(Scope::Directory(directory.into()), &event);
}

#[tokio::test]
async fn a_reader_sees_its_own_directory_and_the_global_reader_all() {
    let fixture = Fixture::start().await;
    let here = fixture.home.project().display().to_string();
    let mut own = Reader::open(&fixture, "/event", None).await;
    let mut other = Reader::open(&fixture, "/event?directory=/elsewhere", None).await;
    let mut all = Reader::open(&fixture, "/global/event", None).await;
    assert_eq!(own.event().await, json!({"type": "server.connected", "properties": {}}));
    assert_eq!(other.event().await["type"], "server.connected");
    assert_eq!(
        all.event().await,
        json!({"directory": "global", "payload": {"type": "server.connected", "properties": {}}})
    );
    publish(&fixture, &here, "a");
    publish(&fixture, "/elsewhere", "b");
    assert_eq!(own.event().await["properties"]["file"], "a");
    assert_eq!(other.event().await["properties"]["file"], "b");
    let mut seen = Vec::new();
    while seen.len() < 2 {
        let event = all.event().await;
        if event["payload"]["type"] == "file.edited" {
            seen.push((event["directory"].clone(), event["payload"]["properties"]["file"].clone()));
        }
    }
    assert_eq!(seen, [(json!(here), json!("a")), (json!("/elsewhere"), json!("b"))]);
}

#[tokio::test]
async fn a_reader_that_comes_back_misses_nothing() {
    let fixture = Fixture::start().await;
    let mut first = Reader::open(&fixture, "/event?directory=/d", None).await;
    first.event().await;
    publish(&fixture, "/d", "a");
    let (id, _) = first.next().await.expect("an event");
    drop(first);
    publish(&fixture, "/d", "b");
    publish(&fixture, "/d", "c");
    let mut again = Reader::open(&fixture, "/event?directory=/d", id.as_deref()).await;
    assert_eq!(again.event().await["type"], "server.connected");
    assert_eq!(again.event().await["properties"]["file"], "b");
    assert_eq!(again.event().await["properties"]["file"], "c");
}

#[tokio::test]
async fn disposing_an_instance_ends_its_streams_only() {
    let fixture = Fixture::start().await;
    let mut own = Reader::open(&fixture, "/event?directory=/d", None).await;
    let mut all = Reader::open(&fixture, "/global/event", None).await;
    own.event().await;
    let disposed = fixture.http.post(fixture.url("/instance/dispose?directory=/d")).send().await;
    assert_eq!(disposed.expect("an answer").json::<Value>().await.expect("JSON"), json!(true));
    let last = own.event().await;
    assert_eq!(last, json!({"type": "server.instance.disposed", "properties": {"directory": "/d"}}));
    assert!(own.next().await.is_none(), "the stream ends");

    let disposed = fixture.http.post(fixture.url("/global/dispose")).send().await;
    assert_eq!(disposed.expect("an answer").json::<Value>().await.expect("JSON"), json!(true));
    loop {
        let event = all.event().await;
        if event["payload"]["type"] == "global.disposed" {
            assert_eq!(event["directory"], "global");
            break;
        }
    }
}

#[tokio::test]
async fn a_reader_that_goes_is_freed_at_once_and_head_is_no_reader() {
    let fixture = Fixture::start().await;
    let bus = &fixture.server.app().bus;
    let mut reader = Reader::open(&fixture, "/event", None).await;
    reader.event().await;
    assert_eq!(bus.subscribers(), 1);
    drop(reader);
    until("the reader is freed", || bus.subscribers() == 0).await;
    let head = fixture.http.head(fixture.url("/event")).send().await.expect("an answer");
    assert_eq!((head.status().as_u16(), bus.subscribers()), (200, 0));
    assert_eq!(head.headers()["content-type"], "text/event-stream");
}

/// The real server keeps every event for a reader that has stopped reading. Ours may hold a mebibyte.
#[tokio::test]
async fn a_reader_that_stalls_holds_little_and_is_closed() {
    const EVENT: usize = 100_000;
    const EVENTS: usize = 600;
    let fixture = Fixture::with(|config| {
        config.limits.events = events::Limits { log_bytes: 1 << 20, ..events::Limits::default() };
    })
    .await;
    let bus = &fixture.server.app().bus;
    let mut stalled = TcpStream::connect(fixture.server.address()).await.expect("a connection");
    let request = b"GET /event?directory=/d HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    stalled.write_all(request).await.expect("a request");
    until("the reader is there", || bus.subscribers() == 1).await;

    let event = json!({"type": "file.edited", "properties": {"file": "x".repeat(EVENT)}});
    let event = serde_json::from_value(event).expect("an event of the contract");
    let scope = Scope::Directory("/d".into());
    let before = resident();
    for _ in 0..EVENTS {
        bus.publish(scope.clone(), &event);
        // The server has its turn: whatever the connection takes, it takes now.
        tokio::task::yield_now().await;
    }
    // The log's own mebibyte is in this, and whatever the tests beside this one are doing.
    let grown = resident().saturating_sub(before);
    assert!(grown < EVENT * EVENTS / 2, "{} bytes of events have left {grown} bytes", EVENT * EVENTS);

    // What was already handed to the socket arrives. Then the stream ends, instead of going on with a gap.
    let mut received = Vec::new();
    let reading = stalled.read_to_end(&mut received);
    tokio::time::timeout(Duration::from_secs(10), reading).await.expect("an end").expect("a clean end");
    assert!(received.len() < EVENT * EVENTS / 2, "{} bytes reached the stalled reader", received.len());
    assert!(received.ends_with(b"\r\n0\r\n\r\n"), "the last frame is whole");
    assert_eq!(bus.subscribers(), 0);
}

/// Resident memory of this process in bytes; 0 where the system does not tell.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).map_or(0, |kib| kib * 1024)
}

#[tokio::test]
async fn shutting_down_ends_streams() {
    let fixture = Fixture::start().await;
    let mut all = Reader::open(&fixture, "/global/event", None).await;
    all.event().await;
    let (server, reading) = (fixture.server, async { while all.next().await.is_some() {} });
    let both = async { tokio::join!(server.shutdown(), reading) };
    tokio::time::timeout(Duration::from_secs(2), both).await.expect("an end in time");
}
