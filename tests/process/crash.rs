//! `kill -9` at the worst moment: what was acknowledged is there, what was cut says so, and work goes on.

use std::time::Duration;

use serde_json::Value;

use crate::world::{World, text_of, until};

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_loses_nothing_that_it_acknowledged() {
    let world = World::new().await;
    let (mut server, caller) = world.start(&[]);
    let session = caller.create_session().await.unwrap();
    let other = caller.create_session().await.unwrap();
    caller.prompt(&session, "[say before the crash]").await.unwrap();
    let messages = format!("/session/{session}/message");
    let before = caller.get(&messages).await.unwrap();
    assert_eq!(before.as_array().map(Vec::len), Some(2), "{before}");

    let mut events = caller.events().await.unwrap();
    caller.prompt_async(&session, "[slow] cut this").await.unwrap();
    let delta =
        |arrived: &_| opencode_conformance::peers::Arrived::is(arrived, "message.part.delta", &session);
    events.until("a first delta", delta).await.unwrap();
    events.until("a second delta", delta).await.unwrap();
    server.kill();

    let (_server, caller) = world.start(&[]);
    for id in [&session, &other] {
        assert_eq!(caller.get(&format!("/session/{id}")).await.unwrap()["id"], **id);
    }
    let after = caller.get(&messages).await.unwrap();
    let after = after.as_array().unwrap();
    assert_eq!(after.len(), 4, "{after:#?}");
    assert_eq!(
        after[..2],
        before.as_array().unwrap()[..],
        "what was read before is read again, member by member"
    );
    assert_eq!(text_of(&after[2]), "[slow] cut this");
    let cut = &after[3]["info"];
    assert_eq!(cut["role"], "assistant");
    assert_eq!(cut["error"]["name"], "MessageAbortedError", "{cut:#}");
    assert!(cut["time"]["completed"].is_number(), "{cut:#}");
    assert_eq!(caller.get("/session/status").await.unwrap(), serde_json::json!({}));

    let next = caller.prompt(&session, "[say after the crash]").await.unwrap();
    assert_eq!(text_of(&next), "after the crash");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_session_whose_creation_was_answered_survives_a_kill_under_load() {
    let world = World::new().await;
    let (mut server, caller) = world.start(&[]);
    let mut creators = Vec::new();
    for _ in 0..4 {
        let caller = caller.clone();
        creators.push(tokio::spawn(async move {
            let mut acknowledged = Vec::new();
            while let Ok(id) = caller.create_session().await {
                acknowledged.push(id);
            }
            acknowledged
        }));
    }
    until("40 sessions", Duration::from_secs(30), async || {
        let count = caller.get("/session").await.unwrap().as_array().map_or(0, Vec::len);
        if count >= 40 { Ok(()) } else { Err(format!("{count} sessions")) }
    })
    .await;
    server.kill();
    let mut acknowledged = Vec::new();
    for creator in creators {
        acknowledged.extend(creator.await.unwrap());
    }

    let (_server, caller) = world.start(&[]);
    let listed = caller.get("/session?limit=100000").await.unwrap();
    let listed: Vec<&Value> = listed.as_array().unwrap().iter().map(|session| &session["id"]).collect();
    assert!(acknowledged.len() >= 40);
    for id in acknowledged {
        assert!(listed.iter().any(|listed| **listed == id), "{id} was acknowledged and is gone");
    }
}
