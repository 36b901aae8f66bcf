//! Runs that ask, fail and are aborted. Tools, permissions and questions are the real server's to prove.

use std::sync::{Arc, Mutex};

use futures::StreamExt as _;
use opencode_client::conversation::{Answer, ConversationError, PermissionReply, QuestionReply, Step};
use opencode_client::types::{Part, ToolState};
use opencode_client::{Client, Error};
use opencode_scripted_model::ScriptedServer;
use serde_json::json;

use crate::place::{Ours, Real, client};
use crate::proxy::{Fault, Proxy};
use crate::script::LIMIT;

pub async fn real(test: &str) -> Option<(Real, Client)> {
    let ask = |config: &mut serde_json::Value| config["permission"] = json!({"bash": "ask"});
    let real = Real::start(test, ask).await?;
    let client = client(&real.url(), &real.directory());
    Some((real, client))
}

/// The end state of each tool call that the steps tell: `completed echo` or `error bash`.
fn tool_end(step: &Step) -> Option<String> {
    let Step::Tool(part) = step else { return None };
    match &part.state {
        ToolState::Completed(_) => Some(format!("completed {}", part.tool)),
        ToolState::Error(_) => Some(format!("error {}", part.tool)),
        _ => None,
    }
}

const BASH: &str = r#"[tool:bash {"command":"echo hello","description":"say it"}] [say done]"#;

#[tokio::test(flavor = "multi_thread")]
async fn permissions_are_replied_to_by_the_callback() {
    let Some((_real, client)) = real("permissions_are_replied_to_by_the_callback").await else { return };
    for (reply, end, text) in [
        (PermissionReply::Once, "completed bash", "done"),
        (PermissionReply::RejectBecause("not today".to_owned()), "error bash", "done"),
        (PermissionReply::Reject, "error bash", ""),
        (PermissionReply::Always, "completed bash", "done"),
    ] {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (seen, given) = (asked.clone(), reply.clone());
        let conversation =
            client.start_conversation().await.expect("a session").on_permission(move |request| {
                seen.lock().expect("whole").push((request.permission, request.patterns));
                let reply = given.clone();
                async move { reply }
            });
        let mut steps = conversation.ask(BASH).limit(LIMIT);
        let (mut ends, mut answer) = (Vec::new(), None);
        while let Some(step) = steps.next().await {
            let step = step.expect("no error");
            ends.extend(tool_end(&step));
            if let Step::Finished(finished) = step {
                answer = Some(finished);
            }
        }
        assert_eq!(ends, [end], "{reply:?}");
        assert_eq!(answer.expect("an end").text(), text, "{reply:?}");
        let asked = asked.lock().expect("whole").clone();
        assert_eq!(asked, [("bash".to_owned(), vec!["echo hello".to_owned()])], "{reply:?}");
    }
    // What was always allowed is not asked again.
    let answer =
        client.start_conversation().await.expect("a session").ask(BASH).finish().await.expect("an answer");
    assert_eq!(answer.text(), "done");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_that_was_lost_is_given_again() {
    let Some((real, direct)) = real("a_reply_that_was_lost_is_given_again").await else { return };
    // What did not arrive with any of the client's attempts is asked for again; what arrived with one of them is not.
    let away = Fault::Status("502 Bad Gateway");
    for (faults, times) in [(vec![away], 1), (vec![away; 4], 2), (vec![Fault::Swallow; 4], 1)] {
        let proxy = Proxy::start(&real.url(), vec![("POST /permission/", faults.clone())]).await;
        let asked = Arc::new(Mutex::new(0));
        let seen = asked.clone();
        let session = direct.start_conversation().await.expect("a session");
        let conversation = client(proxy.url(), &real.directory())
            .conversation(session.session_id())
            .on_permission(move |_| {
                *seen.lock().expect("whole") += 1;
                async { PermissionReply::Once }
            });
        let answer = conversation.ask(BASH).limit(LIMIT).finish().await;
        assert_eq!(answer.expect("an answer").text(), "done", "{faults:?}");
        assert_eq!(*asked.lock().expect("whole"), times, "{faults:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_waits_for_the_answer_is_not_kept_waiting_by_a_permission() {
    let Some((_real, client)) =
        real("who_only_waits_for_the_answer_is_not_kept_waiting_by_a_permission").await
    else {
        return;
    };
    let conversation = client.start_conversation().await.expect("a session");
    let answer = conversation.ask(BASH).limit(LIMIT).finish().await.expect("the run stops");
    assert_eq!(answer.text(), "");
    conversation.wait_until_idle(LIMIT).await.expect("nothing waits");
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_are_answered_by_the_callback() {
    let Some((_real, client)) = real("questions_are_answered_by_the_callback").await else { return };
    let question = json!({"questions": [{
        "question": "Which?", "header": "Pick",
        "options": [{"label": "red", "description": "r"}, {"label": "blue", "description": "b"}],
    }]});
    let prompt = format!("[tool:question {question}] [say chosen]");
    let start = || async { client.start_conversation().await.expect("a session") };

    let conversation = start().await.on_question(|request| async move {
        QuestionReply::Answer(
            request.questions.iter().map(|one| vec![one.options[1].label.clone()]).collect(),
        )
    });
    let mut steps = conversation.ask(&prompt).limit(LIMIT);
    let mut output = None;
    while let Some(step) = steps.next().await {
        if let Step::Tool(part) = step.expect("no error")
            && let ToolState::Completed(state) = part.state
        {
            output = Some(state.output);
        }
    }
    assert!(output.as_ref().is_some_and(|output| output.contains("blue")), "{output:?}");

    // Without a callback the caller answers.
    let conversation = start().await;
    let mut steps = conversation.ask(&prompt).limit(LIMIT);
    let mut ends = Vec::new();
    while let Some(step) = steps.next().await {
        let step = step.expect("no error");
        if let Step::Question(request) = &step {
            conversation.reply_question(request, QuestionReply::Reject).await.expect("it is rejected");
        }
        ends.extend(tool_end(&step));
    }
    assert_eq!(ends, ["error question"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_abort_ends_a_run_that_waits_for_a_permission() {
    let Some((_real, client)) = real("an_abort_ends_a_run_that_waits_for_a_permission").await else { return };
    let conversation = client.start_conversation().await.expect("a session");
    let mut steps = conversation.ask(BASH).limit(LIMIT);
    let mut ended = false;
    while let Some(step) = steps.next().await {
        match step.expect("no error") {
            Step::Permission(request) => {
                let state = client.session_state(conversation.session_id()).await.expect("a state");
                let waiting: Vec<_> = state.permissions.iter().map(|permission| &permission.id).collect();
                assert!(!state.is_idle() && waiting == [&request.id], "{state:?}");
                conversation.abort().await.expect("it ends");
            }
            Step::Finished(_) => ended = true,
            _ => {}
        }
    }
    assert!(ended);
    assert!(client.permission().list().send().await.expect("a list").is_empty());
    let again = conversation.ask("[say again]").limit(LIMIT).finish().await.expect("the session is free");
    assert_eq!(again.text(), "again");
}

/// Aborts of a run in mid-answer, by hand and by dropping, on either server.
async fn aborts(client: &Client, open: impl AsyncFn(usize)) {
    let conversation = client.start_conversation().await.expect("a session");
    let mut steps = conversation.ask("[slow 400]").limit(LIMIT);
    let mut answer: Option<Answer> = None;
    let mut aborted = false;
    while let Some(step) = steps.next().await {
        match step.expect("no error") {
            Step::Text { .. } if !aborted => {
                aborted = true;
                conversation.abort().await.expect("it ends");
                let messages =
                    client.session().messages(conversation.session_id()).send().await.expect("messages");
                let last = serde_json::to_value(&messages.last().expect("an answer").info).expect("JSON");
                assert_eq!(last["error"]["name"], "MessageAbortedError", "the end was waited for");
            }
            Step::Finished(finished) => answer = Some(*finished),
            _ => {}
        }
    }
    assert!(answer.expect("an end").error().is_some_and(|error| error.is_abort()));

    let mut steps = conversation.ask("[slow 400]").abort_on_drop();
    while !matches!(steps.next().await.expect("a step").expect("no error"), Step::Text { .. }) {}
    drop(steps);
    open(0).await;
    conversation.wait_until_idle(LIMIT).await.expect("it was aborted");

    let failed =
        conversation.ask("[slow 400]").limit(std::time::Duration::from_millis(600)).abort_on_drop().finish();
    assert!(matches!(failed.await, Err(Error::Timeout { .. })));
    open(0).await;
    conversation.wait_until_idle(LIMIT).await.expect("it was aborted");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_abort_waits_for_the_end_on_our_server() {
    let ours = Ours::start().await;
    let open = async |count| {
        drop(
            ours.model.wait_for(LIMIT, |state| state.open_streams == count).await.expect("the model is left"),
        );
    };
    aborts(&client(&ours.url(), &ours.directory()), open).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_abort_waits_for_the_end_on_the_real_server() {
    let Some((real, client)) = real("an_abort_waits_for_the_end_on_the_real_server").await else { return };
    let open = async |count| {
        drop(
            real.model.wait_for(LIMIT, |state| state.open_streams == count).await.expect("the model is left"),
        );
    };
    aborts(&client, open).await;
}

/// Prompts that come to nothing, on either server: an error, with the reason where there is one.
async fn failures(client: &Client) {
    let conversation = client.start_conversation().await.expect("a session");
    let error =
        conversation.ask("hello").model("fake", "nobody").limit(LIMIT).finish().await.expect_err("no model");
    let text = format!("{error:?}");
    assert!(text.contains("Model not found") || text.contains("ModelNotFound"), "{text}");

    let error = conversation.ask("hello").agent("nobody").limit(LIMIT).finish().await.expect_err("no agent");
    assert!(matches!(error, Error::Conversation(_) | Error::Status(_)), "{error:?}");

    // The model of a prompt is that of the next, if it names none.
    let conversation = client.start_conversation().await.expect("a session");
    let error = conversation.ask("[error 400]").limit(LIMIT).finish().await.expect_err("the model refuses");
    let Error::Conversation(ConversationError::Failed { error: Some(error), answer }) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.name, "APIError");
    assert!(answer.is_some_and(|answer| answer.info.error.is_some()));

    let mut retried = conversation.ask("[error 500 once] [say at last]").limit(LIMIT);
    let (mut retries, mut text) = (0, String::new());
    while let Some(step) = retried.next().await {
        match step.expect("no error") {
            Step::Retry { .. } => retries += 1,
            Step::Finished(answer) => text = answer.text(),
            _ => {}
        }
    }
    assert!(retries > 0 && text == "at last", "{retries} {text}");
    let gone = client.conversation("ses_0000000000000000000000000X").ask("hello").limit(LIMIT).finish().await;
    assert!(matches!(gone, Err(Error::Conversation(_) | Error::Status(_))), "{gone:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_prompt_that_comes_to_nothing_is_an_error_on_our_server() {
    let ours = Ours::start().await;
    failures(&client(&ours.url(), &ours.directory())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_prompt_that_comes_to_nothing_is_an_error_on_the_real_server() {
    let Some((_real, client)) = real("a_prompt_that_comes_to_nothing_is_an_error_on_the_real_server").await
    else {
        return;
    };
    failures(&client).await;
}

/// Two prompts of one session: the second is queued, and both are answered.
async fn queued(client: &Client, model: &ScriptedServer) {
    let conversation = client.start_conversation().await.expect("a session");
    let first = conversation.ask("[slow]").limit(LIMIT);
    let second = async {
        // The original server takes a prompt that comes before the first answer has begun for answered by that one.
        model.wait_for(LIMIT, |state| state.open_streams > 0).await.expect("it runs");
        conversation.ask("[say second]").limit(LIMIT).finish().await
    };
    let (first, second) = tokio::join!(first.finish(), second);
    assert!(
        first.is_ok() && second.as_ref().is_ok_and(|answer| answer.text() == "second"),
        "{first:?} {second:?}"
    );
    assert!(second.expect("answered").parts.iter().any(|part| matches!(part, Part::Text(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_queued_prompt_is_answered_on_both_servers() {
    let ours = Ours::start().await;
    queued(&client(&ours.url(), &ours.directory()), &ours.model).await;
    let Some((real, client)) = real("a_queued_prompt_is_answered_on_both_servers").await else { return };
    queued(&client, &real.model).await;
}
