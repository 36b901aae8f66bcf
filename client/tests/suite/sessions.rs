//! What is done with a session and its messages, beside prompting it.

use opencode_client::types::{
    Message, Part, Session, SessionCommandBody, SessionForkBody, SessionInitBody,
    SessionMessagesResponseItem, SessionRevertBody, SessionShellBody, SessionSummarizeBody,
};
use opencode_client::{ApiError, Client};
use serde_json::json;

use super::Subject;
use super::prompts::{body, prompt, session};

/// A session with one question and its answer.
async fn answered(client: &Client) -> (String, [SessionMessagesResponseItem; 2]) {
    let session = session(client).await;
    client.session().prompt(&session).body(prompt("[say hello]")).send().await.expect("an answer");
    let messages = client.session().messages(&session).send().await.expect("messages").into_inner();
    (session, messages.try_into().expect("two messages"))
}

fn id(message: &SessionMessagesResponseItem) -> &str {
    match &message.info {
        Message::User(info) => &info.id,
        Message::Assistant(info) => &info.id,
        other => panic!("{other:?}"),
    }
}

pub async fn have_lists_of_what_is_done_and_to_do(Subject { client, .. }: Subject) {
    let (session, [asked, _]) = answered(&client).await;
    assert!(client.session().todo(&session).send().await.expect("tasks").is_empty());
    assert!(client.session().diff(&session).send().await.expect("changes").is_empty());
    let of_one = client.session().diff(&session).message_id(id(&asked));
    assert!(of_one.send().await.expect("changes of one message").is_empty());
}

pub async fn are_forked(Subject { client, .. }: Subject) {
    let (session, [_, answer]) = answered(&client).await;
    let whole =
        client.session().fork(&session).body(SessionForkBody::default()).send().await.expect("a fork");
    assert!(whole.id != session && whole.parent_id.is_none(), "{whole:?}");
    let messages = client.session().messages(&whole.id).send().await.expect("messages");
    assert_eq!(messages.len(), 2);
    let before: SessionForkBody = body(json!({ "messageID": id(&answer) }));
    let before = client.session().fork(&session).body(before).send().await.expect("a fork");
    let messages = client.session().messages(&before.id).send().await.expect("messages");
    assert!(matches!(messages.as_slice(), [one] if matches!(one.info, Message::User(_))), "{messages:?}");
}

pub async fn are_reverted_and_brought_back(Subject { client, .. }: Subject) {
    let (session, [asked, _]) = answered(&client).await;
    let to: SessionRevertBody = body(json!({ "messageID": id(&asked) }));
    let reverted = client.session().revert(&session).body(to).send().await.expect("a session").into_inner();
    let point = |session: &Session| session.revert.as_ref().map(|revert| revert.message_id.clone());
    assert_eq!(point(&reverted).as_deref(), Some(id(&asked)));
    let back = client.session().unrevert(&session).send().await.expect("a session").into_inner();
    assert_eq!((&*back.id, point(&back)), (&*session, None));
}

pub async fn are_summarised(Subject { client, .. }: Subject) {
    let (session, _) = answered(&client).await;
    let model: SessionSummarizeBody = body(json!({ "providerID": "fake", "modelID": "fake-1" }));
    assert!(*client.session().summarize(&session).body(model).send().await.expect("it is done"));
    let messages = client.session().messages(&session).send().await.expect("messages");
    let summary = |message: &SessionMessagesResponseItem| matches!(&message.info, Message::Assistant(info) if info.summary == Some(true));
    assert!(messages.iter().any(summary), "{messages:?}");
}

pub async fn are_begun_with_a_look_at_the_project(Subject { client, .. }: Subject) {
    let session = session(&client).await;
    // Ids ascend by the time of the server, which is ours here.
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a time").as_millis();
    let message = format!("msg_{:012x}00000000000000", (now << 12) & 0xffff_ffff_ffff);
    let init = json!({ "messageID": message, "providerID": "fake", "modelID": "fake-1" });
    let init: SessionInitBody = body(init);
    assert!(*client.session().init(&session).body(init).send().await.expect("it is done"));
    let asked = client.session().message(&session, &message).send().await.expect("the question");
    assert!(matches!(asked.info, Message::User(_)) && !asked.parts.is_empty(), "{asked:?}");
}

pub async fn run_commands(Subject { client, project, .. }: Subject) {
    let commands =
        json!({ "command": { "greet": { "template": "[say hello $1]", "description": "says hello" } } });
    std::fs::write(project.join("opencode.json"), commands.to_string()).expect("a configuration");
    let session = session(&client).await;
    let greet: SessionCommandBody = body(json!({ "command": "greet", "arguments": "you" }));
    let answer = client.session().command(&session).body(greet).send().await.expect("an answer");
    let said = answer.parts.iter().find_map(|part| match part {
        Part::Text(part) => Some(part.text.as_str()),
        _ => None,
    });
    assert_eq!((said, &answer.info.session_id), (Some("hello you"), &session));
}

pub async fn run_lines_of_a_shell(Subject { client, .. }: Subject) {
    let session = session(&client).await;
    let line: SessionShellBody = body(json!({ "agent": "build", "command": "echo from the shell" }));
    client.session().shell(&session).body(line).send().await.expect("a message");
    let messages = client.session().messages(&session).send().await.expect("messages");
    let parts = messages.iter().flat_map(|message| &message.parts);
    let tools: Vec<&Part> = parts.filter(|part| matches!(part, Part::Tool(_))).collect();
    let said = serde_json::to_string(&tools).expect("JSON");
    assert!(tools.len() == 1 && said.contains(r#""output":"from the shell"#), "{said}");
}

pub async fn have_parts_that_change(Subject { client, .. }: Subject) {
    let (session, [asked, _]) = answered(&client).await;
    let Some(Part::Text(part)) = asked.parts.first() else { panic!("{asked:?}") };
    let mut changed = part.clone();
    changed.text = "Größe".to_owned();
    let part = || client.part();
    let update = part().update(&session, id(&asked), &changed.id).body(Part::Text(changed.clone()));
    assert_eq!(update.send().await.expect("a part").into_inner(), Part::Text(changed.clone()));
    let stored = client.session().message(&session, id(&asked)).send().await.expect("the message");
    assert_eq!(stored.parts, [Part::Text(changed.clone())]);
    assert!(*part().delete(&session, id(&asked), &changed.id).send().await.expect("it is deleted"));
    let stored = client.session().message(&session, id(&asked)).send().await.expect("the message");
    assert!(stored.parts.is_empty(), "{stored:?}");
}

/// The configuration forbids it, so that nothing leaves this machine.
pub async fn are_not_shared_where_that_is_off(Subject { client, .. }: Subject) {
    let session = session(&client).await;
    let error = client.session().share(&session).send().await.expect_err("sharing is off");
    let message = error.api_error().map(ApiError::message).unwrap_or_default();
    assert!(message.contains("Sharing is disabled"), "{error:?}");
    let same = client.session().unshare(&session).send().await.expect("a session");
    assert!(same.id == session && same.share.is_none(), "{same:?}");
}
