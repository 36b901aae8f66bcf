//! Commits: all or nothing, one beside the other, told after they are durable.

use futures::future::join_all;
use futures::{FutureExt, StreamExt};
use opencode_server::ids::{MessageId, PartId, SessionId};
use opencode_server::store::{Change, StoreError};
use opencode_types::{Message, Part};
use serde_json::json;

use crate::support::{answer, fixture, session, text, user};

#[tokio::test]
async fn each_change_is_told_by_its_events_in_order() {
    let f = fixture().await;
    let mut events = f.events();
    let id = SessionId::known("ses_1");
    let message = MessageId::known("msg_1");
    let removed = PartId::known("prt_2");
    f.commit(vec![
        Change::SessionCreated(session("ses_1", json!({}))),
        Change::Message(user("ses_1", "msg_1", 1)),
        Change::Part(text("ses_1", "msg_1", "prt_1", "one")),
        Change::Part(text("ses_1", "msg_1", "prt_2", "two")),
        Change::PartRemoved { session: id.clone(), message: message.clone(), part: removed },
        Change::SessionUpdated(session("ses_1", json!({"title": "Renamed"}))),
        Change::edit_session(id.clone(), |session| session.title.push_str(" twice")),
        Change::edit_session(id.clone(), |_| {}),
        Change::MessageRemoved { session: id, message },
        Change::SessionDeleted(session("ses_1", json!({}))),
    ])
    .await
    .expect("a commit");
    assert_eq!(
        events.names(),
        [
            "session.created ses_1",
            "session.updated ses_1",
            "message.updated msg_1",
            "message.part.updated prt_1",
            "message.part.updated prt_2",
            "message.part.removed prt_2",
            "session.updated ses_1",
            "session.updated ses_1",
            "message.removed msg_1",
            "session.deleted ses_1",
        ]
    );
}

#[tokio::test]
async fn events_carry_the_whole_object_after_the_change() {
    let f = fixture().await;
    let id = f.session("ses_1").await;
    let mut events = f.events();
    f.commit(vec![
        Change::edit_session(id, |session| session.title = "New".to_owned()),
        Change::Message(user("ses_1", "msg_1", 1)),
        Change::Part(text("ses_1", "msg_1", "prt_1", "hello")),
    ])
    .await
    .expect("a commit");
    let events = events.now();
    assert_eq!(events[0]["properties"]["info"], json!(session("ses_1", json!({"title": "New"}))));
    assert_eq!(events[1]["properties"], json!({"info": user("ses_1", "msg_1", 1)}));
    assert_eq!(events[2]["properties"], json!({"part": text("ses_1", "msg_1", "prt_1", "hello")}));
}

#[tokio::test]
async fn removals_are_told_even_if_nothing_was_there() {
    let f = fixture().await;
    let mut events = f.events();
    let (session, message) = (SessionId::known("ses_x"), MessageId::known("msg_x"));
    let part = PartId::known("prt_x");
    f.commit(vec![
        Change::PartRemoved { session: session.clone(), message: message.clone(), part },
        Change::MessageRemoved { session, message },
    ])
    .await
    .expect("a commit");
    assert_eq!(events.names(), ["message.part.removed prt_x", "message.removed msg_x"]);
}

#[tokio::test]
async fn projects_are_told_to_the_global_stream_alone() {
    let f = fixture().await;
    let mut here = f.events();
    let mut all = f.bus.subscribe_global(None);
    let project: opencode_types::Project = serde_json::from_value(json!({
        "id": "p1", "worktree": "/w", "vcs": "git", "time": {"created": 1, "updated": 2}, "sandboxes": [],
    }))
    .expect("a project");
    f.commit(vec![Change::Project(project.clone())]).await.expect("a commit");
    assert_eq!(here.names(), Vec::<String>::new());
    let frames: Vec<String> = std::iter::from_fn(|| all.next().now_or_never().flatten())
        .map(|frame| String::from_utf8_lossy(&frame).into_owned())
        .collect();
    assert!(frames.last().is_some_and(|frame| frame.contains("project.updated")), "{frames:?}");

    let mut touched = project.clone();
    touched.time.updated = 3.into();
    f.commit(vec![Change::Project(touched.clone())]).await.expect("a commit");
    assert_eq!(f.store.projects().await.expect("projects"), [touched.clone()]);
    assert_eq!(f.store.project("p1").await.expect("a project"), Some(touched));
    assert_eq!(f.store.project("p2").await.expect("no project"), None);
}

#[tokio::test]
async fn a_commit_is_all_or_nothing() {
    let f = fixture().await;
    let id = f.session("ses_1").await;
    let mut events = f.events();
    let error = f
        .commit(vec![
            Change::Message(user("ses_1", "msg_1", 1)),
            Change::Part(text("ses_1", "msg_other", "prt_1", "astray")),
        ])
        .await
        .expect_err("a part without its message");
    assert!(matches!(&error, StoreError::NoMessage(id) if &**id == "msg_other"), "{error:?}");
    assert_eq!(f.store.messages(&id, None).await.expect("readable"), Some(vec![]));
    assert_eq!(events.names(), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_commits_at_once_are_all_written_and_told_whole() {
    let f = fixture().await;
    let id = f.session("ses_1").await;
    let mut events = f.events();
    let commits = (0..100).map(|n| {
        let (message, part) = (format!("msg_{n:03}"), format!("prt_{n:03}"));
        let changes = vec![
            Change::Message(user("ses_1", &message, n)),
            Change::Part(text("ses_1", &message, &part, "hello")),
        ];
        let (store, directory) = (f.store.clone(), f.directory.clone());
        tokio::spawn(async move { store.commit(&directory, changes).await })
    });
    for result in join_all(commits).await {
        result.expect("no panic").expect("a commit");
    }
    let told = events.names();
    assert_eq!(told.len(), 200);
    for pair in told.chunks(2) {
        let (message, part) = (pair[0].rsplit_once('_'), pair[1].rsplit_once('_'));
        assert_eq!(message.map(|m| m.1), part.map(|p| p.1), "the events of one commit stay together");
    }
    let stored = f.store.messages(&id, None).await.expect("readable").expect("a session");
    assert_eq!(stored.len(), 100);
    assert!(stored.iter().all(|message| message.parts.len() == 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_that_fails_takes_no_other_down() {
    let f = fixture().await;
    let id = f.session("ses_1").await;
    let mut events = f.events();
    // One in three belongs to a session that isn't there. They share transactions with the others.
    let commits = join_all((0..60).map(|n| {
        let session = if n % 3 == 0 { "ses_gone" } else { "ses_1" };
        f.commit(vec![Change::Message(user(session, &format!("msg_{n:02}"), n))])
    }));
    for (n, result) in commits.await.into_iter().enumerate() {
        match result {
            Ok(()) => assert_ne!(n % 3, 0),
            Err(StoreError::NoSession(gone)) => assert_eq!((n % 3, &*gone), (0, "ses_gone")),
            Err(other) => panic!("commit {n}: {other:?}"),
        }
    }
    assert_eq!(f.store.messages(&id, None).await.expect("readable").expect("a session").len(), 40);
    assert_eq!(events.names().len(), 40);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn edits_at_the_same_time_all_count() {
    let f = fixture().await;
    let id = f.session("ses_1").await;
    let edits =
        join_all((0..50).map(|_| f.store.edit_session(&f.directory, &id, |session| session.title.push('+'))));
    let mut lengths: Vec<usize> =
        edits.await.into_iter().map(|edited| edited.expect("an edit").title.len()).collect();
    lengths.sort_unstable();
    let title = "A title".len();
    assert_eq!(lengths, Vec::from_iter(title + 1..=title + 50), "each saw the one before it");
}

#[tokio::test]
async fn an_edit_that_changes_nothing_is_not_told() {
    let f = fixture().await;
    let id = f.session("ses_1").await;
    let mut events = f.events();
    let same = f.store.edit_session(&f.directory, &id, |_| {}).await.expect("an edit");
    assert_eq!(same, session("ses_1", json!({})));
    assert_eq!(events.names(), Vec::<String>::new());
    let gone = f.store.edit_session(&f.directory, &SessionId::known("ses_x"), |_| {}).await;
    assert!(matches!(gone, Err(StoreError::NoSession(_))), "{gone:?}");
}

#[tokio::test]
async fn ids_of_one_session_do_not_reach_into_another() {
    let f = fixture().await;
    let (mine, yours) = (f.session("ses_1").await, f.session("ses_2").await);
    f.commit(vec![
        Change::Message(user("ses_1", "msg_1", 1)),
        Change::Part(text("ses_1", "msg_1", "prt_1", "mine")),
    ])
    .await
    .expect("a commit");
    let taken = f.commit(vec![Change::Message(user("ses_2", "msg_1", 1))]).await;
    assert!(matches!(&taken, Err(StoreError::Taken(id)) if id == "msg_1"), "{taken:?}");
    let astray = f.commit(vec![Change::Part(text("ses_2", "msg_1", "prt_1", "yours"))]).await;
    assert!(matches!(astray, Err(StoreError::NoMessage(_))), "{astray:?}");
    let twice = f.commit(vec![Change::SessionCreated(session("ses_1", json!({})))]).await;
    assert!(matches!(twice, Err(StoreError::Taken(_))), "{twice:?}");
    let (message, part) = (MessageId::known("msg_1"), PartId::known("prt_1"));
    f.commit(vec![
        Change::PartRemoved { session: yours.clone(), message: message.clone(), part },
        Change::MessageRemoved { session: yours, message },
    ])
    .await
    .expect("a commit");
    let stored = f.store.messages(&mine, None).await.expect("readable").expect("a session");
    assert_eq!(stored[0].parts, [text("ses_1", "msg_1", "prt_1", "mine")]);
}

#[tokio::test]
async fn what_a_newer_contract_adds_is_refused() {
    let f = fixture().await;
    f.session("ses_1").await;
    let message: Message =
        serde_json::from_value(json!({"id": "msg_1", "sessionID": "ses_1", "role": "narrator"}))
            .expect("open");
    let refused = f.commit(vec![Change::Message(message)]).await;
    assert!(matches!(refused, Err(StoreError::UnknownVariant { kind: "message", .. })), "{refused:?}");
    let part: Part = serde_json::from_value(json!({"id": "prt_1", "type": "hologram"})).expect("open");
    let refused = f.commit(vec![Change::Part(part)]).await;
    assert!(matches!(refused, Err(StoreError::UnknownVariant { kind: "part", .. })), "{refused:?}");
}

#[tokio::test]
async fn a_deleted_session_takes_its_messages_along_and_stays_deleted() {
    let f = fixture().await;
    let id = f.session("ses_1").await;
    f.commit(vec![
        Change::Message(answer("ses_1", "msg_1", 1, json!({}))),
        Change::Part(text("ses_1", "msg_1", "prt_1", "hello")),
        Change::SessionDeleted(session("ses_1", json!({}))),
    ])
    .await
    .expect("a commit");
    assert_eq!(f.store.messages(&id, None).await.expect("readable"), None);
    // What a turn that was still going on tries to write now.
    for late in [
        Change::SessionUpdated(session("ses_1", json!({}))),
        Change::Message(answer("ses_1", "msg_1", 1, json!({}))),
        Change::SessionDeleted(session("ses_1", json!({}))),
    ] {
        let result = f.commit(vec![late]).await;
        assert!(matches!(&result, Err(StoreError::NoSession(gone)) if *gone == id), "{result:?}");
    }
    let late = f.commit(vec![Change::Part(text("ses_1", "msg_1", "prt_1", "late"))]).await;
    assert!(matches!(late, Err(StoreError::NoMessage(_))), "{late:?}");
    assert_eq!(f.store.session(&id).await.expect("readable"), None);
}

#[tokio::test]
async fn a_caller_that_gives_up_does_not_take_its_commit_back() {
    let f = fixture().await;
    let id = f.session("ses_1").await;
    let mut commit = Box::pin(f.commit(vec![Change::Message(user("ses_1", "msg_1", 1))]));
    // One poll puts it into the queue.
    assert!(commit.as_mut().now_or_never().is_none());
    drop(commit);
    // The next commit is behind it.
    f.commit(vec![Change::Message(user("ses_1", "msg_2", 2))]).await.expect("a commit");
    assert_eq!(f.store.messages(&id, None).await.expect("readable").expect("a session").len(), 2);
}
