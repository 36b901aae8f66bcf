//! Streams across a proxy that breaks things: every event is there, or a gap was told.

use std::time::Duration;

use futures::StreamExt as _;
use opencode_client::events::{EventStream, Item, Reconnect};
use opencode_client::types::Event;

use crate::place::{Ours, client};
use crate::proxy::{Fault, Proxy};
use crate::script::LIMIT;

const EVENTS: &str = "GET /event";

fn hasty() -> Reconnect {
    Reconnect::within(LIMIT).pauses(Duration::from_millis(10), Duration::from_millis(40))
}

/// Events up to the last one of a run, as JSON, and how many gaps were told.
async fn to_the_end(events: &mut EventStream, session: &str) -> (Vec<serde_json::Value>, usize) {
    let (mut seen, mut gaps) = (Vec::new(), 0);
    loop {
        let item =
            tokio::time::timeout(LIMIT, events.next()).await.expect("an item in time").expect("no end");
        match item.expect("no end") {
            Item::Event(Event::ServerConnected(_) | Event::ServerHeartbeat(_)) => {}
            Item::Event(event) => {
                let last =
                    matches!(&event, Event::SessionDeleted(gone) if gone.properties.info.id == session);
                seen.push(serde_json::to_value(&event).expect("JSON"));
                if last {
                    return (seen, gaps);
                }
            }
            Item::Gap { .. } => gaps += 1,
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn our_server_repeats_what_a_broken_connection_missed() {
    use Fault::*;
    let ours = Ours::start().await;
    let direct = client(&ours.url(), &ours.directory());
    for faults in [
        vec![],
        // Every cut from the head of the answer into the third event.
        (200..620).step_by(7).map(Cut).collect(),
        vec![Cut(333), Refuse, Status("502 Bad Gateway"), Cut(1_000), Swallow, Cut(4_000)],
        vec![Stall(700), Stall(1_400), Cut(400)],
        vec![Slow, Slow],
        vec![Twice, Cut(900), Twice],
        vec![Stutter(3), Stutter(90), Stutter(250)],
    ] {
        let name = format!("{faults:?}");
        let proxy = Proxy::start(&ours.url(), vec![(EVENTS, faults.clone())]).await;
        let broken = client(proxy.url(), &ours.directory());
        let mut whole = direct.events().await.expect("a stream");
        let subscribe = broken.events().reconnect(hasty()).silence(Duration::from_millis(400));
        // The first connections may be some that break before anything was heard.
        let mut torn = loop {
            if let Ok(stream) = subscribe.clone().await {
                break stream;
            }
        };
        let conversation = direct.start_conversation().await.expect("a session");
        conversation.ask("[reasoning] [long 40]").finish().await.expect("an answer");
        conversation.wait_until_idle(LIMIT).await.expect("it ends");
        direct.session().delete(conversation.session_id()).send().await.expect("it is deleted");
        let expected = to_the_end(&mut whole, conversation.session_id()).await;
        let seen = to_the_end(&mut torn, conversation.session_id()).await;
        assert!(expected.0.len() > 50 && expected.1 == 0);
        assert_eq!(seen.1, 0, "{name}: the log of the server has everything");
        assert!(seen.0 == expected.0, "{name}: {} of {} events", seen.0.len(), expected.0.len());
        assert!(proxy.count(EVENTS) <= 3 * faults.len() + 8, "{name}: {} connections", proxy.count(EVENTS));
    }
}
