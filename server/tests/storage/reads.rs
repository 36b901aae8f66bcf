//! Reading: order, limits, filters, and that the raw texts say the same as the typed reads.

use std::num::NonZeroU32;

use opencode_server::ids::{MessageId, SessionId};
use opencode_server::store::{Change, MessageWithParts, SessionFilter};
use opencode_types::{Message, Session};
use serde_json::json;

use crate::support::{Fixture, answer, fixture, session, text, user};

fn id(message: &MessageWithParts) -> &str {
    match &message.info {
        Message::User(message) => &message.id,
        Message::Assistant(message) => &message.id,
        Message::Unknown(_) => panic!("a stored message is known"),
    }
}

async fn messages(f: &Fixture, limit: Option<u32>) -> Vec<MessageWithParts> {
    let limit = limit.and_then(NonZeroU32::new);
    let session = SessionId::known("ses_1");
    let typed = f.store.messages(&session, limit).await.expect("readable").expect("a session");
    let json = f.store.messages_json(&session, limit).await.expect("readable").expect("a session");
    let parsed: Vec<MessageWithParts> = serde_json::from_str(&json).expect("JSON");
    assert_eq!(parsed, typed, "the raw text says the same");
    typed
}

#[tokio::test]
async fn messages_come_by_time_and_parts_by_id() {
    let f = fixture().await;
    f.session("ses_1").await;
    f.session("ses_2").await;
    f.commit(vec![
        // A client's own id may sort anywhere; what counts is the time. Equal times go by id.
        Change::Message(user("ses_1", "msg_zzz", 10)),
        Change::Message(answer("ses_1", "msg_b", 20, json!({}))),
        Change::Message(user("ses_1", "msg_d", 30)),
        Change::Message(user("ses_1", "msg_c", 30)),
        Change::Message(user("ses_2", "msg_a", 5)),
        Change::Part(text("ses_1", "msg_b", "prt_2", "second \"quoted\"\n")),
        Change::Part(text("ses_1", "msg_b", "prt_3", "third")),
        Change::Part(text("ses_1", "msg_b", "prt_1", "first")),
        Change::Part(text("ses_1", "msg_c", "prt_0", "other")),
        // Written again: replaced, not added.
        Change::Part(text("ses_1", "msg_b", "prt_3", "third, longer")),
    ])
    .await
    .expect("a commit");

    let all = messages(&f, None).await;
    assert_eq!(Vec::from_iter(all.iter().map(id)), ["msg_zzz", "msg_b", "msg_c", "msg_d"]);
    assert_eq!(
        all[1].parts,
        [
            text("ses_1", "msg_b", "prt_1", "first"),
            text("ses_1", "msg_b", "prt_2", "second \"quoted\"\n"),
            text("ses_1", "msg_b", "prt_3", "third, longer"),
        ]
    );
    assert_eq!(all[0].parts, []);

    for (limit, expected) in
        [(1, &["msg_d"][..]), (3, &["msg_b", "msg_c", "msg_d"]), (9, &["msg_zzz", "msg_b", "msg_c", "msg_d"])]
    {
        assert_eq!(Vec::from_iter(messages(&f, Some(limit)).await.iter().map(id)), expected, "limit {limit}");
    }
}

#[tokio::test]
async fn an_empty_session_and_none_are_told_apart() {
    let f = fixture().await;
    let id = f.session("ses_1").await;
    let none = SessionId::known("ses_none");
    assert_eq!(f.store.messages_json(&id, None).await.expect("readable").as_deref(), Some("[]"));
    assert_eq!(
        f.store.messages_json(&id, NonZeroU32::new(3)).await.expect("readable").as_deref(),
        Some("[]")
    );
    assert_eq!(f.store.messages_json(&none, None).await.expect("readable"), None);
    assert_eq!(f.store.messages(&none, NonZeroU32::new(1)).await.expect("readable"), None);
    assert_eq!(f.store.session(&none).await.expect("readable"), None);
}

#[tokio::test]
async fn one_message_is_found_in_its_own_session_only() {
    let f = fixture().await;
    let (mine, other) = (f.session("ses_1").await, f.session("ses_2").await);
    f.commit(vec![
        Change::Message(user("ses_1", "msg_1", 1)),
        Change::Part(text("ses_1", "msg_1", "prt_1", "hello")),
        Change::Message(answer("ses_1", "msg_2", 2, json!({"finish": "stop"}))),
        Change::Message(user("ses_1", "msg_3", 3)),
    ])
    .await
    .expect("a commit");
    let message = MessageId::known("msg_1");
    let found = f.store.message(&mine, &message).await.expect("readable").expect("a message");
    assert_eq!((id(&found), found.parts.len()), ("msg_1", 1));
    let json = f.store.message_json(&mine, &message).await.expect("readable").expect("a message");
    assert_eq!(serde_json::from_str::<MessageWithParts>(&json).expect("JSON"), found);
    assert_eq!(f.store.message(&other, &message).await.expect("readable"), None);

    let last = f.store.last_user_message(&mine).await.expect("readable").expect("a message");
    assert_eq!(last.id, "msg_3");
    let last = f.store.last_assistant_message(&mine).await.expect("readable").expect("a message");
    assert_eq!(last.finish.as_deref(), Some("stop"));
    assert_eq!(f.store.last_user_message(&other).await.expect("readable"), None);
}

/// Six sessions of two projects; the last letter of the id is the order of creation.
async fn listed(f: &Fixture) {
    let time = |at: i64| json!({"created": at, "updated": at});
    let sessions = [
        session("ses_a", json!({"title": "100% sure", "time": time(10)})),
        session("ses_b", json!({"title": "Ärger_in_Zürich", "time": time(60)})),
        session("ses_c", json!({"title": "plain", "directory": "/work/project/src", "time": time(30)})),
        session("ses_d", json!({"title": "child", "parentID": "ses_a", "time": time(40)})),
        session("ses_e", json!({"title": "younger child", "parentID": "ses_a", "time": time(50)})),
        session("ses_f", json!({"title": "plain", "projectID": "p2", "time": time(20)})),
    ];
    f.commit(Vec::from_iter(sessions.into_iter().map(Change::SessionCreated))).await.expect("a commit");
}

fn ids(sessions: &[Session]) -> Vec<&str> {
    sessions.iter().map(|session| session.id.as_str()).collect()
}

#[tokio::test]
async fn sessions_are_listed_by_project_and_filter() {
    let f = fixture().await;
    listed(&f).await;
    let of = |project: &str| SessionFilter { project: project.to_owned(), ..SessionFilter::default() };
    let p1 = || of("p1");
    let search = |text: &str| SessionFilter { search: Some(text.to_owned()), ..p1() };
    for (filter, expected) in [
        (p1(), &["ses_b", "ses_e", "ses_d", "ses_c", "ses_a"][..]),
        (of("p2"), &["ses_f"]),
        (of("p3"), &[]),
        (SessionFilter { directory: Some("/work/project/src".to_owned()), ..p1() }, &["ses_c"]),
        (SessionFilter { directory: Some("/work".to_owned()), ..p1() }, &[]),
        (SessionFilter { roots: true, ..p1() }, &["ses_b", "ses_c", "ses_a"]),
        (SessionFilter { start: Some(50), ..p1() }, &["ses_b", "ses_e"]),
        (SessionFilter { limit: Some(2), ..p1() }, &["ses_b", "ses_e"]),
        (SessionFilter { limit: Some(0), ..p1() }, &[]),
        (search("CHILD"), &["ses_e", "ses_d"]),
        (search("ärger"), &["ses_b"]),
        (search("ZÜRICH"), &["ses_b"]),
        (search("%"), &["ses_a"]),
        (search("_"), &["ses_b"]),
        (search("\\"), &[]),
        (SessionFilter { roots: true, limit: Some(1), start: Some(30), ..search("l") }, &["ses_c"]),
    ] {
        let found = f.store.sessions(&filter).await.expect("readable");
        assert_eq!(ids(&found), expected, "{filter:?}");
        let json = f.store.sessions_json(&filter).await.expect("readable");
        assert_eq!(serde_json::from_str::<Vec<Session>>(&json).expect("JSON"), found, "{filter:?}");
    }
}

#[tokio::test]
async fn updates_move_a_session_to_the_front_and_into_searches() {
    let f = fixture().await;
    listed(&f).await;
    f.store
        .edit_session(&f.directory, &SessionId::known("ses_a"), |session| {
            session.title = "Renamed".to_owned();
            session.time.updated = 99.into();
        })
        .await
        .expect("an edit");
    let filter = SessionFilter { project: "p1".to_owned(), limit: Some(1), ..SessionFilter::default() };
    assert_eq!(ids(&f.store.sessions(&filter).await.expect("readable")), ["ses_a"]);
    let search = SessionFilter { search: Some("renamed".to_owned()), ..filter };
    assert_eq!(ids(&f.store.sessions(&search).await.expect("readable")), ["ses_a"]);
}

#[tokio::test]
async fn children_come_in_the_order_they_were_made() {
    let f = fixture().await;
    listed(&f).await;
    let children = f.store.children(&SessionId::known("ses_a")).await.expect("readable");
    assert_eq!(ids(&children), ["ses_d", "ses_e"]);
    assert_eq!(f.store.children(&SessionId::known("ses_none")).await.expect("readable"), []);
}
