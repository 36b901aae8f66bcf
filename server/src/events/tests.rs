//! The bus as its readers see it. Timing is never assumed: a stream is polled until it has nothing more.

use std::sync::Arc;
use std::time::Duration;

use futures::{FutureExt, Stream, StreamExt};
use opencode_types::Event;
use serde_json::{Value, json};
use slog::{Discard, Logger, o};

use super::{Bus, Limits, Scope, Subscription};

fn bus(log_bytes: usize) -> Bus {
    let logger = Logger::root(Discard, o!());
    Bus::with_limits(&logger, Limits { log_bytes, heartbeat: Duration::from_secs(3600) })
}

fn directory(path: &str) -> Scope {
    Scope::Directory(path.into())
}

fn edited(file: &str) -> Event {
    event(json!({"type": "file.edited", "properties": {"file": file}}))
}

fn event(json: Value) -> Event {
    serde_json::from_value(json).expect("an event of the contract")
}

/// One frame, taken apart.
#[derive(Debug)]
struct Frame {
    id: Option<String>,
    json: Value,
}

impl Frame {
    fn parse(bytes: &[u8]) -> Frame {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let text = text.strip_suffix("\n\n").expect("a frame ends with a blank line");
        let (id, data) = match text.split_once('\n') {
            Some((id, data)) => (Some(id.strip_prefix("id: ").expect("an id").to_owned()), data),
            None => (None, text),
        };
        let json = data.strip_prefix("data: ").expect("one data line");
        Frame { id, json: serde_json::from_str(json).expect("JSON") }
    }

    fn file(&self) -> &str {
        let event = self.json.get("payload").unwrap_or(&self.json);
        event["properties"]["file"].as_str().unwrap_or_else(|| event["type"].as_str().expect("a type"))
    }
}

/// Everything the stream has to give at this moment, and whether it then ended.
fn drain(stream: &mut Subscription) -> (Vec<Frame>, bool) {
    let mut frames = Vec::new();
    loop {
        match stream.next().now_or_never() {
            Some(Some(bytes)) => frames.push(Frame::parse(&bytes)),
            Some(None) => return (frames, true),
            None => return (frames, false),
        }
    }
}

fn files(stream: &mut Subscription) -> Vec<String> {
    drain(stream).0.iter().map(|frame| frame.file().to_owned()).collect()
}

#[tokio::test]
async fn each_stream_gets_its_own_events_in_order() {
    let bus = bus(1 << 20);
    let mut here = bus.subscribe_directory("/here".into(), None);
    let mut all = bus.subscribe_global(None);
    bus.publish(directory("/here"), &edited("a"));
    bus.publish(directory("/there"), &edited("b"));
    bus.publish(Scope::Global, &event(json!({"type": "global.disposed", "properties": {}})));
    bus.publish(directory("/here"), &edited("c"));

    assert_eq!(files(&mut here), ["server.connected", "a", "c"]);
    let (frames, ended) = drain(&mut all);
    assert!(!ended);
    let seen: Vec<_> =
        frames.iter().map(|frame| (frame.json["directory"].as_str().unwrap_or("-"), frame.file())).collect();
    assert_eq!(
        seen,
        [
            ("global", "server.connected"),
            ("/here", "a"),
            ("/there", "b"),
            ("global", "global.disposed"),
            ("/here", "c")
        ]
    );
    let ids: Vec<_> = frames.iter().map(|frame| frame.id.clone().expect("numbered")).collect();
    assert!(ids.is_sorted() && ids.len() == 5, "{ids:?}");
}

#[tokio::test]
async fn a_waiting_reader_is_woken() {
    let bus = bus(1 << 20);
    let mut stream = bus.subscribe_directory("/here".into(), None);
    assert_eq!(files(&mut stream), ["server.connected"]);
    let reader = tokio::spawn(async move { stream.next().await });
    tokio::task::yield_now().await;
    bus.publish(directory("/elsewhere"), &edited("x"));
    bus.publish(directory("/here"), &edited("y"));
    let frame = tokio::time::timeout(Duration::from_secs(5), reader).await.expect("woken").expect("no panic");
    assert_eq!(Frame::parse(&frame.expect("a frame")).file(), "y");
}

#[tokio::test]
async fn a_stream_resumes_after_the_last_id_it_saw() {
    let bus = bus(1 << 20);
    let mut first = bus.subscribe_directory("/here".into(), None);
    for file in ["a", "b", "c"] {
        bus.publish(directory("/here"), &edited(file));
    }
    let (frames, _) = drain(&mut first);
    let seen = |index: usize| frames[index].id.clone().expect("numbered");
    let again = |id: &str| files(&mut bus.subscribe_directory("/here".into(), Some(id)));
    assert_eq!(again(&seen(1)), ["server.connected", "b", "c"]);
    assert_eq!(again(&seen(3)), ["server.connected"], "nothing was missed");
    assert_eq!(again("00000000-000000000001"), ["server.connected"], "an id of another run");
    assert_eq!(again("gibberish"), ["server.connected"]);
    assert_eq!(
        again(&seen(0)),
        ["server.connected", "a", "b", "c"],
        "the greeting's id is one to resume from"
    );
    let boot = seen(3).split_once('-').expect("boot and number").0.to_owned();
    assert_eq!(again(&format!("{boot}-000000000009")), ["server.connected"], "a number not yet given");
}

#[tokio::test]
async fn the_greeting_says_whether_a_resume_missed_anything() {
    let bus = bus(2_000);
    let mut first = bus.subscribe_directory("/here".into(), None);
    let greeting = |id: &str| {
        drain(&mut bus.subscribe_directory("/here".into(), Some(id))).0[0].id.clone().expect("a position")
    };
    let start = drain(&mut first).0[0].id.clone().expect("a position");
    assert_eq!(greeting(&start), start, "nothing happened yet");
    bus.publish(directory("/here"), &edited("a"));
    assert_eq!(greeting(&start), start, "all of it comes again");
    let seen = drain(&mut first).0[0].id.clone().expect("numbered");
    bus.publish(directory("/there"), &edited("b"));
    assert_eq!(greeting(&seen), seen, "others' events are not missed");
    for _ in 0..50 {
        bus.publish(directory("/there"), &edited("c"));
    }
    assert_ne!(greeting(&seen), seen, "it left the log");
    assert_ne!(greeting("00000000-000000000001"), "00000000-000000000001", "an id of another run");
}

#[tokio::test]
async fn an_id_that_left_the_log_starts_anew() {
    let bus = bus(2_000);
    let mut first = bus.subscribe_global(None);
    bus.publish(directory("/here"), &edited("a"));
    let id = drain(&mut first).0[1].id.clone();
    for _ in 0..50 {
        bus.publish(directory("/here"), &edited("b"));
    }
    assert_eq!(files(&mut bus.subscribe_global(id.as_deref())), ["server.connected"]);
}

#[tokio::test]
async fn a_reader_that_falls_off_the_log_is_closed_and_the_others_are_not() {
    let bus = bus(4_000);
    let mut slow = bus.subscribe_directory("/here".into(), None);
    let mut idle = bus.subscribe_directory("/quiet".into(), None);
    let mut fast = bus.subscribe_global(None);
    files(&mut fast);
    for number in 0..1_000 {
        bus.publish(directory("/here"), &edited(&number.to_string()));
        assert_eq!(files(&mut fast), [number.to_string()]);
    }
    bus.publish(directory("/quiet"), &edited("at last"));
    let (frames, ended) = drain(&mut slow);
    assert_eq!((frames.len(), ended), (1, true), "the greeting, then the end");
    assert_eq!(files(&mut idle), ["server.connected", "at last"], "others' events do not push it out");
    assert_eq!(files(&mut fast), ["at last"]);
}

#[tokio::test]
async fn a_stream_ends_with_its_instance() {
    let bus = bus(1 << 20);
    let disposed =
        |path: &str| event(json!({"type": "server.instance.disposed", "properties": {"directory": path}}));
    let mut here = bus.subscribe_directory("/here".into(), None);
    let mut all = bus.subscribe_global(None);
    bus.publish(directory("/there"), &disposed("/there"));
    bus.publish(directory("/here"), &disposed("/here"));
    bus.publish(directory("/here"), &edited("later"));
    let (frames, ended) = drain(&mut here);
    let seen: Vec<_> = frames.iter().map(Frame::file).collect();
    assert_eq!((seen, ended), (vec!["server.connected", "server.instance.disposed"], true));
    let (frames, ended) = drain(&mut all);
    assert_eq!((frames.len(), ended), (4, false));
}

#[tokio::test]
async fn a_dropped_reader_is_freed_and_a_closed_bus_ends_its_readers() {
    let bus = bus(1 << 20);
    let mut kept = bus.subscribe_global(None);
    let dropped = bus.subscribe_directory("/here".into(), None);
    assert_eq!(bus.subscribers(), 2);
    drop(dropped);
    assert_eq!(bus.subscribers(), 1);
    bus.publish(directory("/here"), &edited("last"));
    bus.close();
    let (frames, ended) = drain(&mut kept);
    assert_eq!((frames.len(), ended), (2, true), "what was published before the end still arrives");
    let (frames, ended) = drain(&mut bus.subscribe_global(None));
    assert_eq!((frames.len(), ended), (1, true));
}

#[tokio::test]
async fn an_idle_stream_shows_that_it_lives() {
    let logger = Logger::root(Discard, o!());
    let limits = Limits { heartbeat: Duration::from_millis(5), ..Limits::default() };
    let bus = Bus::with_limits(&logger, limits);
    for mut stream in [bus.subscribe_global(None), bus.subscribe_directory("/here".into(), None)] {
        let frames =
            tokio::time::timeout(Duration::from_secs(5), stream.by_ref().take(3).collect::<Vec<_>>())
                .await
                .expect("two heartbeats within the bound");
        let seen: Vec<_> = frames.iter().map(|bytes| Frame::parse(bytes).file().to_owned()).collect();
        assert_eq!(seen, ["server.connected", "server.heartbeat", "server.heartbeat"]);
        assert!(frames.iter().all(|bytes| Frame::parse(bytes).id == Frame::parse(&frames[0]).id));
    }
}

#[tokio::test]
async fn publishers_on_several_threads_are_numbered_without_gaps() {
    let bus = bus(64 << 20);
    let mut all = bus.subscribe_global(None);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..500).for_each(|n| bus.publish(directory("/here"), &edited(&n.to_string()))));
        }
    });
    let (frames, _) = drain(&mut all);
    let numbers: Vec<_> = frames[1..]
        .iter()
        .map(|frame| {
            let id = frame.id.as_deref().expect("numbered");
            u64::from_str_radix(id.split_once('-').expect("boot and number").1, 16).expect("hexadecimal")
        })
        .collect();
    assert_eq!(numbers, (1..=2_000).collect::<Vec<_>>());
}

/// A body needs a stream that may move between threads and be looked at from several.
#[test]
fn a_subscription_fits_a_response_body() {
    fn fits<T: Stream + Send + Sync + 'static>() {}
    fits::<Subscription>();
    let _: fn(&Bus, Arc<str>, Option<&str>) -> Subscription = Bus::subscribe_directory;
}
