//! The ordinary end while a model is answering: the run is marked, the streams are ended, all within the promised time.

use std::time::Duration;

use crate::world::World;

/// What the documentation promises from signal to exit.
const PROMISED: Duration = Duration::from_secs(2);

#[tokio::test(flavor = "multi_thread")]
async fn a_signal_ends_a_busy_server_in_two_seconds_and_marks_the_run() {
    for signal in ["TERM", "INT"] {
        let world = World::new().await;
        let (mut server, caller) = world.start(&[]);
        let session = caller.create_session().await.unwrap();
        let mut events = caller.events().await.unwrap();
        caller.prompt_async(&session, "[slow]").await.unwrap();
        events.until("a delta", |arrived| arrived.is("message.part.delta", &session)).await.unwrap();

        let status = server.end(signal, PROMISED);
        let status = status
            .unwrap_or_else(|| panic!("still there {PROMISED:?} after SIG{signal}:\n{}", server.said()));
        assert!(status.success(), "SIG{signal}: {status}:\n{}", server.said());
        events.end().await.unwrap();
        let left = world.model.wait_for(PROMISED, |state| state.open_streams == 0).await;
        left.unwrap_or_else(|error| panic!("the model's stream outlived the server: {error}"));

        let (_server, caller) = world.start(&[]);
        let messages = caller.get(&format!("/session/{session}/message")).await.unwrap();
        assert_eq!(messages[1]["info"]["error"]["name"], "MessageAbortedError", "{messages:#}");
    }
}
