//! Prompts that come in while a session is at work, and ids that clients make up.

use std::time::Duration;

use opencode_scripted_model::Options;
use serde_json::json;

use super::bench::{Bench, LIMIT, Setup, answer, running, texts};

fn slow_start() -> Setup {
    let options = Options { pace: Duration::from_millis(300), ..Options::default() };
    Setup { options, ..Setup::default() }
}

#[tokio::test]
async fn several_prompts_that_wait_are_answered_together() {
    let bench = Bench::with(slow_start()).await;
    let session = bench.session().await;
    let first = bench.start(&session, "[say one]").await;
    bench.model.wait_for(LIMIT, |state| state.open_streams >= 1).await.expect("asked");
    let second = bench.start(&session, "[say two]").await;
    let third = bench.start(&session, "[say three]").await;
    let answers = [answer(first).await, answer(second).await, answer(third).await];
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[1], answers[2]);
    assert_eq!(texts(&answers[0], "text"), ["three"]);
    assert_eq!(bench.asked().len(), 2, "one call for the first, one for both that waited");
    let messages = bench.asked()[1]["messages"].to_string();
    assert!(messages.contains("[say two]") && messages.contains("[say three]"), "{messages}");
}

#[tokio::test]
async fn a_prompt_without_answer_may_come_in_at_any_time() {
    let bench = Bench::with(slow_start()).await;
    let session = bench.session().await;
    let first = bench.start(&session, "[say one]").await;
    bench.model.wait_for(LIMIT, |state| state.open_streams >= 1).await.expect("asked");
    let note = json!({"noReply": true, "parts": [{"type": "text", "text": "a note"}]});
    bench.send(&session, note).await.ok();
    assert_eq!(texts(&answer(first).await, "text"), ["one"]);
    assert_eq!(bench.asked().len(), 1, "a note asks for nothing");
}

#[tokio::test]
async fn a_failed_turn_does_not_keep_the_next_prompt_from_its_answer() {
    let bench = Bench::with(slow_start()).await;
    let session = bench.session().await;
    let first = bench.start(&session, "[errstream] [long 9]").await;
    bench.model.wait_for(LIMIT, |state| state.open_streams >= 1).await.expect("asked");
    let second = bench.start(&session, "[say two]").await;
    assert_eq!(texts(&answer(second).await, "text"), ["two"]);
    assert_eq!(texts(&answer(first).await, "text"), ["two"]);
}

/// In the original, a client's id that sorts after the server's keeps the loop asking the model for ever.
#[tokio::test]
async fn ids_of_clients_decide_nothing() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    for id in ["msg_zzz", "msg_000"] {
        let body =
            json!({"messageID": id, "parts": [{"id": "prt_mine", "type": "text", "text": "[say once]"}]});
        let answer = answer(running(bench.send(&session, body).await)).await;
        assert_eq!(answer["info"]["parentID"], id);
        assert_eq!(texts(&answer, "text"), ["once"]);
    }
    assert_eq!(bench.asked().len(), 2);
}

#[tokio::test]
async fn a_message_sent_again_gets_more_parts_and_another_answer() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    for text in ["[say one]", "[say two]"] {
        let body = json!({"messageID": "msg_mine", "parts": [{"type": "text", "text": text}]});
        answer(running(bench.send(&session, body).await)).await;
    }
    let stored = bench.stored(&session, "msg_mine").await;
    assert_eq!(stored.parts.len(), 2);
    assert_eq!(bench.asked().len(), 2);
    assert_eq!(bench.store.messages(&session, None).await.expect("a read").expect("a session").len(), 3);
}

#[tokio::test]
async fn sessions_run_beside_each_other() {
    let bench = Bench::new().await;
    let (one, two) = (bench.session().await, bench.session().await);
    let hanging = bench.start(&one, "[hang]").await;
    bench.model.wait_for(LIMIT, |state| state.open_streams >= 1).await.expect("asked");
    assert_eq!(texts(&bench.ask(&two, "[say free]").await, "text"), ["free"]);
    assert!(bench.runs.is_busy(&one) && !bench.runs.is_busy(&two));
    drop(hanging);
    assert!(bench.runs.is_busy(&one), "whoever waits for it doesn't own it");
    bench.runs.abort(&one).await;
}
