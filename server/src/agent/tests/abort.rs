//! Ending a run at any moment: what is kept, what is closed, what is told.

use std::time::Duration;

use serde_json::json;

use super::bench::{Bench, LIMIT, Setup, answer, texts};
use crate::agent::Error;

#[tokio::test]
async fn in_the_middle_of_text_everything_so_far_is_kept_and_the_connection_closed() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    let waiting = bench.start(&session, "[slow]").await;
    watch.until_delta().await;
    assert_eq!(bench.runs.statuses()[&*session], crate::agent::wire::busy());

    bench.runs.abort(&session).await;
    assert!(bench.runs.statuses().is_empty(), "idle as soon as the abort is answered");
    let state = bench.model.wait_for(LIMIT, |state| state.open_streams == 0).await.expect("upstream closed");
    assert_eq!(state.abandoned_streams, 1);

    let answer = answer(waiting).await;
    assert_eq!(answer["info"]["error"]["name"], "MessageAbortedError");
    assert!(answer["info"]["time"]["completed"].is_number());
    assert!(texts(&answer, "text")[0].starts_with("slow 1"));
    assert!(answer["parts"][1]["time"]["end"].is_number());
}

#[tokio::test]
async fn before_the_first_word_too() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let waiting = bench.start(&session, "[hang]").await;
    bench.model.wait_for(LIMIT, |state| state.open_streams == 1).await.expect("asked");
    bench.runs.abort(&session).await;
    bench.model.wait_for(LIMIT, |state| state.open_streams == 0).await.expect("upstream closed");
    assert_eq!(answer(waiting).await["info"]["error"]["name"], "MessageAbortedError");
}

#[tokio::test]
async fn at_once_after_the_prompt() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let waiting = bench.start(&session, "hello").await;
    bench.runs.abort(&session).await;
    // The run may have been faster than the abort; an answer there is in any case.
    assert!(answer(waiting).await["info"]["time"]["completed"].is_number());
    assert!(!bench.runs.is_busy(&session));
}

#[tokio::test]
async fn what_was_aborted_is_told_to_the_model_and_the_next_prompt_works() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    bench.start(&session, "[slow]").await;
    watch.until_delta().await;
    bench.runs.abort(&session).await;
    let next = bench.ask(&session, "[say fine]").await;
    assert_eq!(texts(&next, "text"), ["fine"]);
    let messages = bench.asked().last().expect("a request")["messages"].to_string();
    assert!(messages.contains("slow 1"), "{messages}");
}

#[tokio::test]
async fn a_session_that_does_nothing_stays_idle() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    bench.runs.abort(&session).await;
    bench.runs.abort("ses_unknown").await;
    assert!(bench.runs.statuses().is_empty());
}

#[tokio::test]
async fn prompts_that_waited_end_with_the_run() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let first = bench.start(&session, "[hang]").await;
    bench.model.wait_for(LIMIT, |state| state.open_streams == 1).await.expect("asked");
    let second = bench.start(&session, "[say never]").await;
    bench.runs.abort(&session).await;
    let (first, second) = (answer(first).await, answer(second).await);
    assert_eq!(first, second);
    assert_eq!(first["info"]["error"]["name"], "MessageAbortedError");
    assert_eq!(bench.asked().len(), 1);
}

#[tokio::test]
async fn a_prompt_that_comes_while_a_run_is_being_ended_gets_a_run_of_its_own() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let first = bench.start(&session, "[hang]").await;
    bench.model.wait_for(LIMIT, |state| state.open_streams == 1).await.expect("asked");
    let next = json!({"parts": [{"type": "text", "text": "[say next]"}]});
    let (runs, id) = (bench.runs.clone(), session.clone());
    let abort = tokio::spawn(async move { runs.abort(&id).await });
    // Whether the prompt is stored before or after the abort, it isn't lost: it ends with the first run or has its own.
    let second = answer(super::bench::running(bench.send(&session, next).await)).await;
    abort.await.expect("no panic");
    let first = answer(first).await;
    assert_eq!(first["info"]["error"]["name"], "MessageAbortedError");
    assert!(second == first || texts(&second, "text") == ["next"], "{second}");
}

#[tokio::test]
async fn a_retry_removes_what_the_failed_attempt_wrote() {
    let retry = |error: &_, attempt, now| {
        crate::provider::retry::delay(error, attempt, now).map(|_| Duration::from_secs(3_600))
    };
    let bench = Bench::with(Setup { retry, ..Setup::default() }).await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    let waiting = bench.start(&session, "[hangup] [long 9]").await;
    let status = watch.until_status("retry").await;
    assert_eq!(status["message"], "Connection reset by server");
    assert_eq!(bench.runs.statuses()[&*session], serde_json::from_value(status).expect("a status"));
    bench.runs.abort(&session).await;
    let answer = answer(waiting).await;
    assert_eq!(answer["parts"], json!([]));
    let of_type = |kind: &str| watch.seen.iter().filter(|event| event["type"] == kind).count();
    assert_eq!(of_type("message.part.removed"), 2, "step-start and text");
}

#[tokio::test]
async fn shutting_down_marks_every_run_and_refuses_new_ones() {
    let bench = Bench::new().await;
    let (one, two) = (bench.session().await, bench.session().await);
    let waiting = [bench.start(&one, "[hang]").await, bench.start(&two, "[slow]").await];
    bench.model.wait_for(LIMIT, |state| state.open_streams >= 2).await.expect("asked");
    tokio::time::timeout(Duration::from_secs(2), bench.shut_down()).await.expect("at once");
    for waiting in waiting {
        assert_eq!(answer(waiting).await["info"]["error"]["name"], "MessageAbortedError");
    }
    let late = bench.send(&one, json!({"parts": []})).await;
    assert!(matches!(late, Err(Error::Disposed)));
    bench.model.wait_for(LIMIT, |state| state.open_streams == 0).await.expect("upstream closed");
}
