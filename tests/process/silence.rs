//! A model endpoint that sends headers and then nothing.

use std::time::{Duration, Instant};

use crate::world::{World, text_of};

#[tokio::test(flavor = "multi_thread")]
async fn an_abort_ends_a_silent_model_at_once_and_closes_its_connection() {
    let world = World::new().await;
    let (_server, caller) = world.start(&[]);
    let session = caller.create_session().await.unwrap();
    let mut events = caller.events().await.unwrap();
    caller.prompt_async(&session, "[hang]").await.unwrap();
    let open =
        world.model.wait_for(Duration::from_secs(20), |state| state.open_streams == 1 && state.received >= 1);
    open.await.unwrap_or_else(|error| panic!("{error}"));

    let aborted = Instant::now();
    assert_eq!(
        caller.post(&format!("/session/{session}/abort"), &serde_json::json!({})).await.unwrap(),
        true
    );
    let closed = world.model.wait_for(Duration::from_secs(1), |state| state.open_streams == 0).await;
    closed.unwrap_or_else(|error| panic!("the model's connection stayed open: {error}"));
    events.until("session.idle", |arrived| arrived.is("session.idle", &session)).await.unwrap();
    assert!(aborted.elapsed() < Duration::from_secs(1), "the abort took {:?}", aborted.elapsed());

    let messages = caller.get(&format!("/session/{session}/message")).await.unwrap();
    assert_eq!(messages[1]["info"]["error"]["name"], "MessageAbortedError", "{messages:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_that_stays_silent_beyond_the_limit_is_an_error_of_the_turn() {
    let world =
        World::configured(|config| config["provider"]["fake"]["options"]["timeout"] = 300.into()).await;
    let (_server, caller) = world.start(&[]);
    let session = caller.create_session().await.unwrap();
    let answer = caller.prompt(&session, "[hang]").await.unwrap();
    let error = &answer["info"]["error"];
    assert!(error.is_object() && error["name"] != "MessageAbortedError", "{answer:#}");
    let closed = world.model.wait_for(Duration::from_secs(1), |state| state.open_streams == 0).await;
    closed.unwrap_or_else(|error| panic!("the model's connection stayed open: {error}"));
    assert_eq!(text_of(&caller.prompt(&session, "[say again]").await.unwrap()), "again");
}
