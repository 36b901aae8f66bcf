//! Prompts by the plain operations.

use std::collections::BTreeMap;

use futures::StreamExt as _;
use opencode_client::events::{EventStream, Item};
use opencode_client::types::{Event, Message, Part, SessionCreateBody, SessionPromptBody};
use opencode_client::{Client, Error};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::Subject;

/// A body of which most members stay out.
pub fn body<T: DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).expect("a body of the contract")
}

pub fn prompt(text: &str) -> SessionPromptBody {
    body(json!({ "parts": [{ "type": "text", "text": text }] }))
}

pub async fn session(client: &Client) -> String {
    let body = SessionCreateBody::default();
    client.session().create().body(body).send().await.expect("a session").into_inner().id
}

/// Reads until `found` answers something.
pub async fn wait_for<T>(events: &mut EventStream, mut found: impl FnMut(Event) -> Option<T>) -> T {
    while let Some(item) = events.next().await {
        if let Item::Event(event) = item.expect("a stream that lasts")
            && let Some(value) = found(event)
        {
            return value;
        }
    }
    panic!("the stream ended");
}

pub async fn an_answer_comes_whole_and_in_pieces(Subject { client, .. }: Subject) {
    let session = session(&client).await;
    let mut events = client.events().await.expect("an event stream");
    let body = prompt("Hello [reasoning] [say All is well.]");
    let answer = client.session().prompt(&session).body(body).send().await.expect("an answer");
    let Message::Assistant(info) = &answer.info else { panic!("{answer:?}") };
    assert!(info.error.is_none() && info.time.completed.is_some(), "{info:?}");
    let said = answer.parts.iter().find_map(|part| match part {
        Part::Text(part) => Some(part.text.as_str()),
        _ => None,
    });
    assert_eq!(said, Some("All is well."));
    assert!(answer.parts.iter().any(|part| matches!(part, Part::Reasoning(_))), "{answer:?}");

    let mut streamed = BTreeMap::<String, String>::new();
    wait_for(&mut events, |event| match event {
        Event::MessagePartDelta(event) => {
            streamed.entry(event.properties.part_id).or_default().push_str(&event.properties.delta);
            None
        }
        Event::SessionIdle(event) => (event.properties.session_id == session).then_some(()),
        _ => None,
    })
    .await;
    assert!(streamed.values().any(|text| text == "All is well."), "{streamed:?}");
    let messages = client.session().messages(&session).send().await.expect("messages");
    let roles: Vec<bool> = messages.iter().map(|message| matches!(message.info, Message::User(_))).collect();
    assert_eq!(roles, [true, false]);
    let second = &messages[1].info;
    let Message::Assistant(second) = second else { panic!("{second:?}") };
    let one = client.session().message(&session, &second.id).send().await.expect("one message");
    assert_eq!(one.parts, messages[1].parts);
}

/// The real server says 200 before it begins, and then can only send nothing.
pub async fn a_run_that_cannot_start_is_an_error(Subject { client, .. }: Subject) {
    let session = session(&client).await;
    let body = SessionPromptBody { agent: Some("nobody".to_owned()), ..prompt("Hello") };
    let error =
        client.session().prompt(&session).body(body).send().await.expect_err("there is no such agent");
    match &error {
        Error::Undecodable { body, reason, .. } => {
            assert!(body.is_empty() && reason.contains("the body is empty"), "{error}");
        }
        Error::Status(refusal) => assert!(refusal.error.is_some(), "{error}"),
        other => panic!("{other:?}"),
    }
}
