//! Limits at their ends: one that is as long as can be said is none, and none of them panics.

use std::time::Duration;

use futures::{FutureExt as _, StreamExt as _};
use opencode_client::events::{Item, Reconnect};
use opencode_client::types::Event;
use opencode_client::{Client, Retry};

use crate::place::Ours;
use crate::script::{Answer, LIMIT, Script, frames};

const LONGEST: Duration = Duration::MAX;

fn patient() -> Reconnect {
    Reconnect::within(LONGEST).pauses(LONGEST, LONGEST)
}

#[tokio::test]
async fn of_requests_streams_and_runs() {
    let ours = Ours::start().await;
    let client = Client::builder(ours.url())
        .directory(ours.directory())
        .connect_timeout(LONGEST)
        .time_limit(LONGEST)
        .retry(Retry::attempts(1).pauses(Duration::ZERO, LONGEST).within(LONGEST))
        .build()
        .expect("a client");
    let all = async {
        let events = client.events().silence(LONGEST).reconnect(patient()).from_the_first();
        let mut events = events.await.expect("a stream");
        let conversation = client.start_conversation().await.expect("a session");
        let answer = conversation.ask("[say hello]").limit(LONGEST).finish().await.expect("an answer");
        assert_eq!(answer.text(), "hello");
        conversation.wait_until_idle(LONGEST).await.expect("nothing runs");
        while !matches!(events.next().await, Some(Ok(Item::Event(Event::SessionIdle(_))))) {}
    };
    tokio::time::timeout(LIMIT, all).await.expect("in time");
}

#[tokio::test]
async fn of_pauses() {
    let greeting = frames(&[r#"data: {"type":"server.connected","properties":{}}"#]);
    let script = Script::start(vec![Answer::Close(greeting)]).await;
    let events = script.client().events().silence(LONGEST).reconnect(patient());
    let mut events = events.await.expect("a stream");
    let greeting = tokio::time::timeout(LIMIT, events.next()).await.expect("in time");
    assert!(matches!(greeting, Some(Ok(Item::Event(Event::ServerConnected(_))))), "{greeting:?}");
    // The end is read, and the next connection planned, while this waits; without a panic.
    assert!(tokio::time::timeout(Duration::from_millis(300), events.next()).await.is_err());
    assert_eq!(script.requests().len(), 1);
    assert!(events.next().now_or_never().is_none());
}
