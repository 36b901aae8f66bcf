//! What a run asks for, by the plain operations. With callbacks it is in `conversations`.

use std::time::Duration;

use opencode_client::Client;
use opencode_client::types::{
    PermissionReplyBody, PermissionRequest, PermissionRespondBody, QuestionReplyBody, QuestionRequest,
    SessionCreateBody, SessionPromptAsyncBody,
};
use serde_json::json;

use super::Subject;
use super::prompts::body;

/// A session in which a tool asks for permission twice, once for each of its two calls.
async fn asking(client: &Client) -> String {
    let rules = json!({ "permission": [{ "permission": "bash", "pattern": "*", "action": "ask" }] });
    let rules: SessionCreateBody = body(rules);
    let session = client.session().create().body(rules).send().await.expect("a session").into_inner().id;
    prompt(client, &session, "[tool:bash echo one] [tool:bash echo two]").await;
    session
}

async fn prompt(client: &Client, session: &str, text: &str) {
    let prompt: SessionPromptAsyncBody = body(json!({ "parts": [{ "type": "text", "text": text }] }));
    client.session().prompt_async(session).body(prompt).send().await.expect("it is begun");
}

/// The next request, but not the one with this id.
async fn permission(client: &Client, but: &str) -> PermissionRequest {
    loop {
        let mut asked = client.permission().list().send().await.expect("requests").into_inner();
        asked.retain(|request| request.id != but);
        match asked.pop() {
            Some(request) => return request,
            // The case has a time limit.
            None => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn question(client: &Client, session: &str) -> QuestionRequest {
    loop {
        let mut asked = client.question().list().send().await.expect("requests").into_inner();
        asked.retain(|request| request.session_id == session);
        match asked.pop() {
            Some(request) => return request,
            None => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

pub async fn for_permissions_are_replied_to_in_two_ways(Subject { client, .. }: Subject) {
    let session = asking(&client).await;
    let first = permission(&client, "").await;
    assert_eq!((&*first.session_id, &*first.permission), (&*session, "bash"));
    let once: PermissionReplyBody = body(json!({ "reply": "once" }));
    assert!(*client.permission().reply(&first.id).body(once).send().await.expect("it is heard"));
    let second = permission(&client, &first.id).await;
    let once: PermissionRespondBody = body(json!({ "response": "once" }));
    #[expect(deprecated, reason = "the older way of the contract")]
    let heard = client.permission().respond(&session, &second.id).body(once).send().await;
    assert!(*heard.expect("it is heard"));
    client.conversation(&session).wait_until_idle(super::LIMIT).await.expect("it ends");
    let messages = client.session().messages(&session).send().await.expect("messages").into_inner();
    let said = serde_json::to_string(&messages).expect("JSON");
    assert!(said.contains(r#""output":"one"#) && said.contains(r#""output":"two"#), "{said}");
}

pub async fn of_questions_are_answered_or_dismissed(Subject { client, .. }: Subject) {
    let session = super::prompts::session(&client).await;
    for (answer, end) in [(Some("Red"), "Red"), (None, "dismissed")] {
        prompt(&client, &session, "[tool:question] [say done]").await;
        let request = question(&client, &session).await;
        let heard = match answer {
            Some(label) => {
                let answers: QuestionReplyBody = body(json!({ "answers": [[label]] }));
                client.question().reply(&request.id).body(answers).send().await
            }
            None => client.question().reject(&request.id).send().await,
        };
        assert!(*heard.expect("it is heard"));
        client.conversation(&session).wait_until_idle(super::LIMIT).await.expect("it ends");
        let messages = client.session().messages(&session).send().await.expect("messages").into_inner();
        assert!(serde_json::to_string(&messages).expect("JSON").contains(end), "{end}: {messages:?}");
    }
}
