//! Conversations: what a run shows, how it ends, and what it asks for. How they stand broken connections is in
//! `tests/chaos`.

use futures::StreamExt as _;
use opencode_client::conversation::{Conversation, PermissionReply, QuestionReply, Step};
use opencode_client::types::{
    PermissionAction, PermissionRule, PermissionRuleset, SessionCreateBody, ToolState,
};
use opencode_client::{Client, Error};
use serde_json::json;

use super::{LIMIT, Subject};

async fn start(client: &Client) -> Conversation {
    client.start_conversation().await.expect("a session")
}

pub async fn an_answer_is_streamed_and_whole(Subject { client, .. }: Subject) {
    let conversation = start(&client).await;
    let mut steps = conversation.ask("[reasoning] [long 20]").limit(LIMIT);
    let (mut thought, mut said, mut pieces, mut answer) = (String::new(), String::new(), 0, None);
    while let Some(step) = steps.next().await {
        match step.expect("a step") {
            Step::Reasoning { delta, .. } => thought.push_str(&delta),
            Step::Text { delta, .. } => {
                pieces += 1;
                said.push_str(&delta);
            }
            Step::Finished(finished) => answer = Some(finished),
            _ => {}
        }
    }
    let answer = answer.expect("an end");
    assert_eq!(thought.trim_end(), "Let me think about this.");
    assert_eq!(said.trim_end(), answer.text().trim_end());
    assert!(pieces >= 20 && answer.error().is_none(), "{pieces} {answer:?}");
    let again = conversation.ask("[say once more]").limit(LIMIT).finish().await.expect("an answer");
    assert_eq!(again.text(), "once more");
}

pub async fn a_wait_ends_with_the_run(Subject { client, .. }: Subject) {
    let conversation = start(&client).await;
    conversation.wait_until_idle(LIMIT).await.expect("nothing runs");
    let mut steps = conversation.ask("[slow]");
    while !matches!(steps.next().await.expect("a step").expect("no error"), Step::Text { .. }) {}
    // The run goes on without its reader.
    drop(steps);
    assert!(!client.session_state(conversation.session_id()).await.expect("a state").is_idle());
    let short = conversation.wait_until_idle(std::time::Duration::from_millis(100)).await;
    assert!(matches!(short, Err(Error::Timeout { .. })), "{short:?}");
    conversation.wait_until_idle(LIMIT).await.expect("it ends");
    let state = client.session_state(conversation.session_id()).await.expect("a state");
    assert!(state.is_idle() && state.messages.len() == 2, "{state:?}");
    assert!(serde_json::to_string(&state.messages[1].parts).expect("JSON").contains("slow 20"), "to the end");
}

pub async fn an_abort_ends_the_run(Subject { client, .. }: Subject) {
    let conversation = start(&client).await;
    let mut steps = conversation.ask("[slow]").limit(LIMIT);
    while !matches!(steps.next().await.expect("a step").expect("no error"), Step::Text { .. }) {}
    conversation.abort().await.expect("it ends");
    let mut answer = None;
    while let Some(step) = steps.next().await {
        if let Step::Finished(finished) = step.expect("no error") {
            answer = Some(finished);
        }
    }
    assert!(answer.expect("an end").error().is_some_and(|error| error.is_abort()));
    conversation.abort().await.expect("there is nothing to abort");
}

/// The end states of tools in what follows `prompt`.
async fn tools(conversation: &Conversation, prompt: String) -> Vec<String> {
    let mut steps = conversation.ask(prompt).limit(LIMIT);
    let mut ends = Vec::new();
    while let Some(step) = steps.next().await {
        if let Step::Tool(part) = step.expect("no error") {
            match part.state {
                ToolState::Completed(state) => ends.push(state.output),
                ToolState::Error(state) => ends.push(state.error),
                _ => {}
            }
        }
    }
    ends
}

pub async fn permissions_are_replied_to(Subject { client, .. }: Subject) {
    let ask = PermissionRule {
        action: PermissionAction::Ask,
        pattern: "*".to_owned(),
        permission: "bash".to_owned(),
    };
    let body = SessionCreateBody { permission: Some(PermissionRuleset(vec![ask])), ..Default::default() };
    let session = client.session().create().body(body).send().await.expect("a session");
    let bash = r#"[tool:bash {"command":"echo allowed","description":"say it"}] [say done]"#;
    for (reply, end) in [
        (PermissionReply::Once, "allowed"),
        (PermissionReply::RejectBecause("not now".to_owned()), "not now"),
        (PermissionReply::Reject, ""),
    ] {
        let given = reply.clone();
        let conversation = client.conversation(&session.id).on_permission(move |request| {
            let reply = given.clone();
            assert_eq!(request.patterns, ["echo allowed"]);
            async move { reply }
        });
        let ends = tools(&conversation, bash.to_owned()).await;
        assert!(ends.len() == 1 && ends[0].contains(end), "{reply:?}: {ends:?}");
    }
}

pub async fn questions_are_answered(Subject { client, .. }: Subject) {
    let question = json!({"questions": [{
        "question": "Which?", "header": "Pick",
        "options": [{"label": "red", "description": "r"}, {"label": "blue", "description": "b"}],
    }]});
    let conversation = start(&client).await.on_question(|request| async move {
        let second =
            |question: &opencode_client::types::QuestionInfo| vec![question.options[1].label.clone()];
        QuestionReply::Answer(request.questions.iter().map(second).collect())
    });
    let ends = tools(&conversation, format!("[tool:question {question}] [say done]")).await;
    assert!(ends.len() == 1 && ends[0].contains("blue"), "{ends:?}");
}
