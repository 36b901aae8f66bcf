//! Steering a terminal interface, which need not be there: what is asked of it are events.

use std::time::Duration;

use opencode_client::types::{
    Event, TuiAppendPromptBody, TuiExecuteCommandBody, TuiPublishBody, TuiSelectSessionBody, TuiShowToastBody,
};
use serde_json::json;

use super::Subject;
use super::prompts::{body, session, wait_for};

pub async fn is_told_by_events(Subject { client, .. }: Subject) {
    let tui = || client.tui();
    let session = session(&client).await;
    let again = json!({ "message": "again", "variant": "info" });
    let again: TuiPublishBody = body(json!({ "type": "tui.toast.show", "properties": again }));
    let mut events = client.events().await.expect("an event stream");
    for told in [
        tui().append_prompt().body(body::<TuiAppendPromptBody>(json!({ "text": "größe" }))).send().await,
        tui().open_help().send().await,
        tui().open_sessions().send().await,
        tui().open_themes().send().await,
        tui().open_models().send().await,
        tui().submit_prompt().send().await,
        tui().clear_prompt().send().await,
        tui()
            .execute_command()
            .body(body::<TuiExecuteCommandBody>(json!({ "command": "agent_cycle" })))
            .send()
            .await,
        tui()
            .show_toast()
            .body(body::<TuiShowToastBody>(json!({ "message": "done", "variant": "info" })))
            .send()
            .await,
        tui().publish().body(again).send().await,
        tui()
            .select_session()
            .body(body::<TuiSelectSessionBody>(json!({ "sessionID": session })))
            .send()
            .await,
    ] {
        assert!(*told.expect("it is told"));
    }
    let (mut appended, mut commands, mut toasts) = (Vec::new(), 0, Vec::new());
    let selected = wait_for(&mut events, |event| match event {
        Event::TuiPromptAppend(event) => {
            appended.push(event.properties.text);
            None
        }
        Event::TuiCommandExecute(_) => {
            commands += 1;
            None
        }
        Event::TuiToastShow(event) => {
            toasts.push(event.properties.message);
            None
        }
        Event::TuiSessionSelect(event) => Some(event.properties.session_id),
        _ => None,
    })
    .await;
    assert_eq!(
        (appended, commands, toasts),
        (vec!["größe".to_owned()], 7, vec!["done".to_owned(), "again".to_owned()])
    );
    assert_eq!(selected, session);
}

/// Nothing queues a request for an interface, so there is none to be had: asking waits, and is given up.
pub async fn waits_for_a_request(Subject { client, .. }: Subject) {
    let heard = client.tui().control_response().body(json!({ "answer": "none" })).send().await;
    assert!(*heard.expect("it is heard"));
    let next = client.tui().control_next().send();
    let given_up = tokio::time::timeout(Duration::from_millis(500), next).await;
    assert!(given_up.is_err(), "{given_up:?}");
}
