//! Requests of subagents: whoever is below the session of a run is replied to, and nobody else.

use futures::StreamExt as _;
use opencode_client::Client;
use opencode_client::conversation::{PermissionReply, Step};
use opencode_client::types::SessionCreateBody;
use serde_json::json;

use crate::place::{Ours, client};
use crate::proxy::Proxy;
use crate::runs::real;
use crate::script::LIMIT;

async fn session(client: &Client, above: Option<&str>) -> String {
    let body = SessionCreateBody { parent_id: above.map(str::to_owned), ..SessionCreateBody::default() };
    client.session().create().body(body).send().await.expect("a session").into_inner().id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_subagents_permission_is_asked_for_too() {
    let Some((_real, client)) = real("a_subagents_permission_is_asked_for_too").await else { return };
    let task = json!({
        "description": "look", "subagent_type": "general",
        "prompt": r#"[tool:bash {"command":"echo below","description":"say it"}] [say below]"#,
    });
    let conversation =
        client.start_conversation().await.expect("a session").on_permission(|request| async move {
            assert_eq!(request.patterns, ["echo below"]);
            PermissionReply::Once
        });
    let answer = conversation.ask(format!("[tool:task {task}] [say above]")).limit(LIMIT).finish().await;
    assert_eq!(answer.expect("an answer").text(), "above");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_sessions_that_were_there_before_only_those_below_are_replied_to() {
    let Some((_real, client)) =
        real("of_sessions_that_were_there_before_only_those_below_are_replied_to").await
    else {
        return;
    };
    let above = session(&client, None).await;
    let child = session(&client, Some(&above)).await;
    let (below, stranger) = (session(&client, Some(&child)).await, session(&client, None).await);
    let wanted = below.clone();
    let conversation = client.conversation(&above).on_permission(move |request| {
        assert_eq!(request.session_id, wanted);
        async { PermissionReply::Once }
    });
    let mut steps = conversation.ask("[slow]").abort_on_drop().limit(LIMIT);
    // From the first step on events are heard.
    steps.next().await.expect("a step").expect("no error");
    for id in [&stranger, &below] {
        let bash = json!({ "parts": [{ "type": "text", "text": "[tool:bash echo hello] [say done]" }] });
        let bash = serde_json::from_value::<opencode_client::types::SessionPromptAsyncBody>(bash);
        client.session().prompt_async(id).body(bash.expect("a body")).send().await.expect("it is begun");
    }
    let mut asked = None;
    while let Some(step) = steps.next().await {
        if let Step::Permission(request) = step.expect("no error") {
            asked = Some(request.session_id);
        }
    }
    assert_eq!(asked.as_ref(), Some(&below));
    client.conversation(&below).wait_until_idle(LIMIT).await.expect("it was allowed");
    let waiting = client.session_state(&stranger).await.expect("a state").permissions;
    assert!(matches!(waiting.as_slice(), [one] if one.session_id == stranger), "{waiting:?}");
    client.conversation(&stranger).abort().await.expect("it ends");
}

/// However many there are: nothing is asked for before a prompt but the events.
#[tokio::test(flavor = "multi_thread")]
async fn cost_a_prompt_nothing() {
    let ours = Ours::start().await;
    let directory = ours.directory();
    let proxy = Proxy::start(&ours.url(), Vec::new()).await;
    let direct = client(&ours.url(), &directory);
    let above = session(&direct, None).await;
    for _ in 0..3 {
        session(&direct, Some(&above)).await;
    }
    let answer =
        client(proxy.url(), &directory).conversation(&above).ask("[say hello]").limit(LIMIT).finish();
    assert_eq!(answer.await.expect("an answer").text(), "hello");
    assert_eq!((proxy.count("GET /event"), proxy.count("POST"), proxy.count("")), (1, 1, 2));
}
