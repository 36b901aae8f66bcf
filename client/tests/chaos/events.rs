//! Streams against a script: what each end of a connection leads to.

use std::time::{Duration, Instant};

use futures::StreamExt as _;
use opencode_client::events::{EventError, EventStream, Item, Lost, Reconnect, Subscribe};
use opencode_client::types::Event;

use crate::script::{Answer, LIMIT, Script, frames, status};

const GREETING: &str = r#"data: {"type":"server.connected","properties":{}}"#;

/// A greeting behind the event of this number, as this project's server sends it.
fn greeting(number: u64) -> String {
    format!("id: 0000beef-{number:012x}\n{GREETING}")
}

/// The event of this number.
fn numbered(number: u64) -> String {
    format!("id: 0000beef-{number:012x}\n{}", plain(number))
}

/// The same as the original server sends it.
fn plain(number: u64) -> String {
    format!(r#"data: {{"type":"file.edited","properties":{{"file":"{number}"}}}}"#)
}

fn stream(parts: &[String]) -> Vec<u8> {
    frames(&parts.iter().map(String::as_str).collect::<Vec<_>>())
}

fn hasty<E>(subscribe: Subscribe<E>) -> Subscribe<E> {
    let policy = Reconnect::attempts(4).pauses(Duration::from_millis(10), Duration::from_millis(20));
    subscribe.reconnect(policy)
}

async fn connect(script: &Script) -> EventStream {
    hasty(script.client().events()).await.expect("a stream")
}

/// An item in short: `hello`, the number of an event, `gap` with the id, `?` for what cannot be decoded.
async fn next(events: &mut EventStream) -> Result<String, EventError> {
    let item = tokio::time::timeout(LIMIT, events.next()).await.expect("an item in time").expect("no end");
    Ok(match item? {
        Item::Event(Event::ServerConnected(_)) => "hello".to_owned(),
        Item::Event(Event::FileEdited(event)) => event.properties.file,
        Item::Gap { since } => format!("gap {}", since.event_id.unwrap_or_default()),
        Item::Undecodable(wrong) => format!("? {}", wrong.kind.unwrap_or_default()),
        other => panic!("{other:?}"),
    })
}

async fn take(events: &mut EventStream, count: usize) -> Vec<String> {
    let mut seen = Vec::new();
    while seen.len() < count {
        seen.push(next(events).await.expect("an item"));
    }
    seen
}

#[tokio::test]
async fn a_resumed_stream_has_no_gap_and_no_event_twice() {
    let script = Script::start(vec![
        Answer::Close(stream(&[greeting(0), numbered(1), numbered(2)])),
        Answer::Close(stream(&[greeting(2), numbered(2), numbered(3), numbered(3)])),
        Answer::Hold(stream(&[greeting(3), numbered(2), numbered(4)])),
    ])
    .await;
    let mut events = connect(&script).await;
    assert_eq!(take(&mut events, 7).await, ["hello", "1", "2", "hello", "3", "hello", "4"]);
    assert_eq!(events.last_event_id(), Some("0000beef-000000000004"));
    let asked = script.asked_for();
    assert_eq!(asked, [None, Some("0000beef-000000000002".into()), Some("0000beef-000000000003".into())]);
    drop(events);
    script.closed(1).await;
}

#[tokio::test]
async fn an_event_that_was_cut_comes_again() {
    let whole = stream(&[greeting(0), numbered(1)]);
    for cut in 1..numbered(1).len() + 2 {
        let script = Script::start(vec![
            Answer::Close(whole[..whole.len() - cut].to_vec()),
            Answer::Hold(stream(&[greeting(0), numbered(1)])),
        ])
        .await;
        let mut events = connect(&script).await;
        assert_eq!(take(&mut events, 3).await, ["hello", "hello", "1"], "{cut} bytes are missing");
    }
}

#[tokio::test]
async fn without_ids_or_with_others_a_gap_is_told_before_what_follows() {
    for (first, second, expected) in [
        // The original server.
        (vec![GREETING.to_owned(), plain(1)], vec![GREETING.to_owned(), plain(3)], "gap "),
        // The log of ours no longer has all.
        (vec![greeting(0), numbered(1)], vec![greeting(7), numbered(8)], "gap 0000beef-000000000001"),
        // A server that does not say whether it goes on.
        (vec![greeting(0), numbered(1)], vec![GREETING.to_owned(), numbered(8)], "gap 0000beef-000000000001"),
        (vec![greeting(0), numbered(1)], vec![numbered(8), plain(9)], "gap 0000beef-000000000001"),
    ] {
        let script = Script::start(vec![Answer::Close(stream(&first)), Answer::Hold(stream(&second))]).await;
        let mut events = connect(&script).await;
        assert_eq!(take(&mut events, 3).await, ["hello", "1", expected], "{second:?}");
        let after = take(&mut events, 2).await;
        assert!(after[0] == "hello" || after == ["8", "9"], "{after:?}");
    }
}

#[tokio::test]
async fn a_new_run_of_the_server_counts_anew() {
    let other = numbered(1).replace("beef", "cafe");
    let script = Script::start(vec![
        Answer::Close(stream(&[greeting(0), numbered(5)])),
        Answer::Close(stream(&[greeting(0).replace("beef", "cafe"), other.clone()])),
        Answer::Hold(stream(&[greeting(1).replace("beef", "cafe")])),
    ])
    .await;
    let mut events = connect(&script).await;
    let seen = take(&mut events, 6).await;
    assert_eq!(seen, ["hello", "5", "gap 0000beef-000000000005", "hello", "1", "hello"]);
    assert_eq!(script.asked_for()[2].as_deref(), Some("0000cafe-000000000001"));
}

#[tokio::test]
async fn a_stream_can_go_on_where_an_earlier_one_was() {
    let script = Script::start(vec![Answer::Hold(stream(&[greeting(3), numbered(4)]))]).await;
    let client = script.client();
    let mut events = client.events().after("0000beef-000000000003").await.expect("a stream");
    assert_eq!(take(&mut events, 2).await, ["hello", "4"]);
    let mut events = client.events().after("0000beef-000000000001").await.expect("a stream");
    assert_eq!(take(&mut events, 2).await, ["gap 0000beef-000000000001", "hello"]);
}

#[tokio::test]
async fn what_does_not_fit_is_an_item_and_the_stream_goes_on() {
    let large = format!("id: 0000beef-000000000002\ndata: {}", "x".repeat(2_000));
    let script = Script::start(vec![Answer::Hold(stream(&[
        greeting(0),
        r#"data: {"type":"session.idle","properties":{}}"#.to_owned(),
        "data: \u{1}{".to_owned(),
        large,
        ": a comment".to_owned(),
        "data:".to_owned(),
        numbered(3),
    ]))])
    .await;
    let mut events = script.client().events().event_limit(1_000).await.expect("a stream");
    assert_eq!(take(&mut events, 5).await, ["hello", "? session.idle", "? ", "? ", "3"]);
}

#[tokio::test]
async fn a_refusal_ends_the_stream_at_once_and_for_good() {
    for refusal in
        ["401 Unauthorized", "403 Forbidden", "404 Not Found", "501 Not Implemented", "204 No Content"]
    {
        let script = Script::start(vec![
            Answer::Close(stream(&[greeting(0)])),
            status(refusal, "x-a: b", if refusal.starts_with("204") { "" } else { "go away" }),
        ])
        .await;
        let mut events = connect(&script).await;
        assert_eq!(next(&mut events).await.expect("a greeting"), "hello");
        let error = next(&mut events).await.expect_err(refusal);
        assert!(
            matches!(&error, EventError::Refused { status, .. } if refusal.starts_with(status.as_str())),
            "{error}"
        );
        assert!(events.next().await.is_none());
        let first = script.client().events().await.err().expect(refusal);
        assert!(matches!(first, EventError::Refused { .. }), "{first}");
        assert_eq!(script.requests().len(), 3, "nothing is tried again");
    }
}

#[tokio::test]
async fn a_page_is_no_event_stream() {
    let script = Script::start(vec![status("200 OK", "content-type: text/html", "<html>")]).await;
    let error = script.client().events().await.err().expect("a page");
    assert!(
        matches!(&error, EventError::NotEvents { content_type } if content_type == "text/html"),
        "{error}"
    );
}

#[tokio::test]
async fn troubles_that_pass_are_waited_for() {
    let script = Script::start(vec![
        Answer::Close(stream(&[greeting(0), numbered(1)])),
        status("502 Bad Gateway", "x-a: b", "<html>"),
        Answer::Refuse,
        status("503 Service Unavailable", "retry-after: 0", ""),
        Answer::Hold(stream(&[greeting(1), numbered(2)])),
    ])
    .await;
    let mut events = connect(&script).await;
    assert_eq!(take(&mut events, 4).await, ["hello", "1", "hello", "2"]);
    assert_eq!(script.requests().len(), 5);
}

#[tokio::test]
async fn attempts_end_where_the_caller_says() {
    let script = Script::start(vec![Answer::Close(stream(&[greeting(0)])), Answer::Refuse]).await;
    let mut events = connect(&script).await;
    assert_eq!(next(&mut events).await.expect("a greeting"), "hello");
    let error = next(&mut events).await.expect_err("nobody answers");
    assert!(matches!(error, EventError::Lost { attempts: 5, cause: Lost::Transport(_) }), "{error:?}");
    assert!(events.next().await.is_none());
    // The transport itself may try a connection that ended before it was used once more.
    let requests = script.requests().len();
    assert!((5..=9).contains(&requests), "{requests}");
}

#[tokio::test]
async fn a_server_that_only_greets_is_not_asked_without_pause() {
    let script = Script::start(vec![Answer::Close(stream(&[greeting(0)]))]).await;
    let policy = Reconnect::forever().pauses(Duration::from_millis(20), Duration::from_millis(160));
    let mut events = script.client().events().reconnect(policy).await.expect("a stream");
    let started = Instant::now();
    assert_eq!(take(&mut events, 9).await, ["hello"; 9]);
    // Half of 20, 40, 80 and then 160 ms at least.
    assert!(started.elapsed() >= Duration::from_millis(470), "{:?}", started.elapsed());
}

#[tokio::test]
async fn the_server_chooses_the_pause() {
    let script = Script::start(vec![
        Answer::Close(stream(&["retry: 400".to_owned(), greeting(0)])),
        Answer::Hold(stream(&[greeting(0)])),
    ])
    .await;
    let mut events = connect(&script).await;
    let started = Instant::now();
    assert_eq!(take(&mut events, 2).await, ["hello", "hello"]);
    assert!(started.elapsed() >= Duration::from_millis(200), "{:?}", started.elapsed());
}

#[tokio::test]
async fn silence_is_an_end() {
    let script = Script::start(vec![
        Answer::Hold(stream(&[greeting(0)])),
        Answer::Hold(Vec::new()),
        Answer::Hold(stream(&[greeting(0), numbered(1)])),
    ])
    .await;
    let subscribe = hasty(script.client().events()).silence(Duration::from_secs(1));
    let mut events = subscribe.await.expect("a stream");
    assert_eq!(take(&mut events, 3).await, ["hello", "hello", "1"]);
    script.closed(2).await;
}

#[tokio::test]
async fn a_filtered_stream_decodes_what_concerns_its_session_only() {
    let part = |session: &str| {
        format!(r#"data: {{"type":"session.idle","properties":{{"sessionID":"{session}"}}}}"#)
    };
    let script = Script::start(vec![Answer::Hold(stream(&[
        greeting(0),
        plain(1),
        part("ses_2"),
        r#"data: {"type":"session.idle","properties":{"sessionID":"ses_2","sessionID":7}}"#.to_owned(),
        part("ses_1"),
        r#"data: {"type":"session.dreamt","properties":{"sessionID":"ses_1"}}"#.to_owned(),
    ]))])
    .await;
    let mut events = script.client().events().session("ses_1").await.expect("a stream");
    assert_eq!(next(&mut events).await.expect("a greeting"), "hello");
    let mut kinds = Vec::new();
    while kinds.len() < 3 {
        let item = tokio::time::timeout(LIMIT, events.next()).await.expect("in time");
        kinds.push(match item.expect("no end").expect("no error") {
            Item::Event(Event::SessionIdle(event)) => event.properties.session_id,
            Item::Event(Event::Unknown(unknown)) => unknown.tag.unwrap_or_default(),
            Item::Undecodable(wrong) => wrong.reason,
            other => panic!("{other:?}"),
        });
    }
    assert!(kinds[0].contains("duplicate field"), "what cannot be looked at is told: {kinds:?}");
    assert_eq!(kinds[1..], ["ses_1", "session.dreamt"]);
}

#[tokio::test]
async fn a_stream_of_a_tree_has_what_is_made_below_its_session() {
    let made = |id: &str, above: &str| {
        let info = format!(
            r#"{{"id":"{id}","parentID":"{above}","slug":"a","projectID":"p","directory":"/","title":"t","version":"1","time":{{"created":1,"updated":1}}}}"#
        );
        format!(r#"data: {{"type":"session.created","properties":{{"info":{info}}}}}"#)
    };
    let idle = |id: &str| format!(r#"data: {{"type":"session.idle","properties":{{"sessionID":"{id}"}}}}"#);
    let told = [
        greeting(0),
        idle("ses_2"),
        made("ses_2", "ses_1"),
        made("ses_3", "ses_2"),
        made("ses_5", "ses_4"),
        idle("ses_3"),
        idle("ses_5"),
        idle("ses_1"),
    ];
    let seen = async |script: Script, tree: bool| {
        let events = script.client().events();
        let events = if tree { events.session_tree("ses_1") } else { events.session("ses_1") };
        let mut events = events.await.expect("a stream");
        let (mut made, mut rested) = (Vec::new(), Vec::new());
        while rested.last().is_none_or(|last| last != "ses_1") {
            let item = tokio::time::timeout(LIMIT, events.next()).await.expect("in time");
            match item.expect("no end").expect("no error") {
                Item::Event(Event::SessionCreated(event)) => made.push(event.properties.info.id),
                Item::Event(Event::SessionIdle(event)) => rested.push(event.properties.session_id),
                Item::Event(Event::ServerConnected(_)) => {}
                other => panic!("{other:?}"),
            }
        }
        (made, rested)
    };
    let script = async || Script::start(vec![Answer::Hold(stream(&told))]).await;
    let (made, rested) = seen(script().await, true).await;
    assert_eq!(
        (made, rested),
        (vec!["ses_2".to_owned(), "ses_3".to_owned()], vec!["ses_3".to_owned(), "ses_1".to_owned()])
    );
    assert_eq!(seen(script().await, false).await, (vec![], vec!["ses_1".to_owned()]));
}

#[tokio::test]
async fn every_connection_has_the_credentials() {
    let script =
        Script::start(vec![Answer::Close(stream(&[greeting(0)])), Answer::Hold(stream(&[greeting(0)]))])
            .await;
    drop(script.client().global_events().await.expect("a stream"));
    let mut events = hasty(script.client().events()).await.expect("a stream");
    assert_eq!(next(&mut events).await.expect("a greeting"), "hello");
    let requests = script.requests();
    assert!(requests[0].starts_with("get /global/event ") && requests[1].starts_with("get /event "));
    for head in requests {
        assert!(
            head.contains("authorization: basic ")
                && head.contains("accept: text/event-stream")
                && head.contains("user-agent: opencode-client/"),
            "{head}"
        );
    }
}
