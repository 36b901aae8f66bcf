//! What a session may do, from making it to deleting it with everything below.

use std::sync::Mutex;

use async_trait::async_trait;
use opencode_server::ids::{MessageId, SessionId};
use opencode_server::sessions::{self, Listing, NewSession, Place, Runs, SessionError, SessionUpdate};
use opencode_server::store::Change;
use opencode_types::Session;
use serde_json::{Value, json};

use crate::support::{DIRECTORY, Fixture, fixture, text, user};

impl Fixture {
    fn place(&self) -> Place<'_> {
        Place { directory: &self.directory, project: "p1" }
    }

    async fn create(&self, new: NewSession) -> Session {
        sessions::create(&self.store, self.place(), new).await.expect("a session")
    }

    async fn child_of(&self, parent: &Session) -> Session {
        let parent = Some(SessionId::known(&parent.id));
        self.create(NewSession { parent, ..NewSession::default() }).await
    }
}

/// Notes whose turns were stopped.
#[derive(Default)]
struct Stopped(Mutex<Vec<String>>);

#[async_trait]
impl Runs for Stopped {
    async fn stop(&self, session: &SessionId) {
        self.0.lock().expect("no panic").push(session.to_string());
    }
}

fn not_found<T: std::fmt::Debug>(result: Result<T, SessionError>) -> String {
    match result {
        Err(error @ (SessionError::NotFound(_) | SessionError::MessageNotFound(_))) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_new_session_is_what_clients_expect() {
    let f = fixture().await;
    let mut events = f.events();
    let made = f.create(NewSession::default()).await;
    assert!(SessionId::parse("sessionID", &made.id).is_ok());
    assert!(made.slug.contains('-'));
    assert_eq!(
        (made.version.as_str(), made.project_id.as_str(), made.directory.as_str()),
        ("1.2.6", "p1", DIRECTORY)
    );
    assert!(made.title.starts_with("New session - 2") && made.title.ends_with('Z'), "{}", made.title);
    assert_eq!(made.time.created, made.time.updated);
    assert_eq!(json!(made).as_object().expect("an object").len(), 7, "nothing that was not asked for");
    let names = [format!("session.created {}", made.id), format!("session.updated {}", made.id)];
    assert_eq!(events.names(), names);
    let id = SessionId::known(&made.id);
    assert_eq!(sessions::get(&f.store, &id).await.expect("a session"), made);
}

#[tokio::test]
async fn a_new_session_takes_what_it_is_given() {
    let f = fixture().await;
    let rules: Value = json!([{"permission": "bash", "pattern": "*", "action": "ask"}]);
    let made = f
        .create(NewSession {
            parent: Some(SessionId::known("ses_unknown")),
            title: Some("Second".to_owned()),
            permission: serde_json::from_value(rules.clone()).expect("rules"),
        })
        .await;
    assert_eq!((made.title.as_str(), made.parent_id.as_deref()), ("Second", Some("ses_unknown")));
    assert_eq!(json!(made.permission), rules);
    let child = f.child_of(&made).await;
    assert!(child.title.starts_with("Child session - "), "{}", child.title);
}

#[tokio::test]
async fn the_newest_session_is_listed_first() {
    let f = fixture().await;
    let first = f.create(NewSession::default()).await;
    let second = f.create(NewSession::default()).await;
    let listed = sessions::list(&f.store, "p1", Listing::default()).await.expect("a list");
    assert_eq!(listed, [second.clone(), first.clone()]);
    let json = sessions::list_json(&f.store, "p1", Listing::default()).await.expect("a list");
    assert_eq!(serde_json::from_str::<Value>(&json).expect("JSON"), json!([second, first]));
    let none = Listing { directory: Some("/work".to_owned()), ..Listing::default() };
    assert_eq!(sessions::list(&f.store, "p1", none).await.expect("a list"), []);
}

#[tokio::test]
async fn an_update_changes_what_it_names() {
    let f = fixture().await;
    let made = f.create(NewSession::default()).await;
    let id = SessionId::known(&made.id);
    let mut events = f.events();

    let same =
        sessions::update(&f.store, &f.directory, &id, SessionUpdate::default()).await.expect("a session");
    assert_eq!(same, made);
    assert_eq!(events.names(), Vec::<String>::new(), "an empty update is not told");

    let title = SessionUpdate { title: Some("Renamed".to_owned()), archived: None };
    let renamed = sessions::update(&f.store, &f.directory, &id, title).await.expect("a session");
    assert_eq!((renamed.title.as_str(), renamed.time.archived), ("Renamed", None));
    assert!(renamed.time.updated >= made.time.updated);

    let archive = SessionUpdate { title: None, archived: Some(1_700_000_000_000_i64.into()) };
    let archived = sessions::update(&f.store, &f.directory, &id, archive).await.expect("a session");
    assert_eq!((archived.title.as_str(), archived.time.archived.map(f64::from)), ("Renamed", Some(1.7e12)));
    assert_eq!(events.names().len(), 2);
    assert_eq!(sessions::get(&f.store, &id).await.expect("a session"), archived);
}

#[tokio::test]
async fn a_deleted_session_takes_its_descendants_along() {
    let f = fixture().await;
    let root = f.create(NewSession::default()).await;
    let child = f.child_of(&root).await;
    let grandchild = f.child_of(&child).await;
    let other = f.create(NewSession::default()).await;
    let mut events = f.events();

    let runs = Stopped::default();
    let id = SessionId::known(&root.id);
    sessions::delete(&f.store, &runs, &f.directory, &id).await.expect("deleted");

    let order = [&grandchild.id, &child.id, &root.id];
    assert_eq!(*runs.0.lock().expect("no panic"), order.map(String::clone));
    let told = order.iter().flat_map(|id| [format!("session.updated {id}"), format!("session.deleted {id}")]);
    assert_eq!(events.names(), Vec::from_iter(told));
    let left = sessions::list(&f.store, "p1", Listing::default()).await.expect("a list");
    assert_eq!(left, [other]);
    not_found(sessions::delete(&f.store, &runs, &f.directory, &id).await);
}

#[tokio::test]
async fn sessions_that_are_each_others_parents_can_be_deleted() {
    let f = fixture().await;
    let one = f.create(NewSession::default()).await;
    let two = f.child_of(&one).await;
    let (id, parent) = (SessionId::known(&one.id), two.id.clone());
    f.store.edit_session(&f.directory, &id, move |one| one.parent_id = Some(parent)).await.expect("an edit");
    sessions::delete(&f.store, &Stopped::default(), &f.directory, &id).await.expect("deleted");
    assert_eq!(sessions::list(&f.store, "p1", Listing::default()).await.expect("a list"), []);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let f = fixture().await;
    let made = f.create(NewSession::default()).await;
    let (known, unknown) = (SessionId::known(&made.id), SessionId::known("ses_unknown"));
    let message = MessageId::known("msg_unknown");
    let title = SessionUpdate { title: Some("T".to_owned()), archived: None };
    let session = "Session not found: ses_unknown";
    assert_eq!(not_found(sessions::get(&f.store, &unknown).await), session);
    assert_eq!(not_found(sessions::update(&f.store, &f.directory, &unknown, title).await), session);
    assert_eq!(
        not_found(sessions::update(&f.store, &f.directory, &unknown, SessionUpdate::default()).await),
        session
    );
    assert_eq!(not_found(sessions::children(&f.store, &unknown).await), session);
    assert_eq!(not_found(sessions::messages_json(&f.store, &unknown, None).await), session);
    assert_eq!(not_found(sessions::message_json(&f.store, &unknown, &message).await), session);
    let result = sessions::message_json(&f.store, &known, &message).await;
    assert_eq!(not_found(result), "Message not found: msg_unknown");
    assert_eq!(sessions::children(&f.store, &known).await.expect("no children"), []);
}

#[tokio::test]
async fn messages_are_answered_as_text() {
    let f = fixture().await;
    let made = f.create(NewSession::default()).await;
    let id = SessionId::known(&made.id);
    for n in 1..=3 {
        let message = format!("msg_{n}");
        f.commit(vec![
            Change::Message(user(&id, &message, n)),
            Change::Part(text(&id, &message, "prt_1", "hello")),
        ])
        .await
        .expect("a commit");
    }
    let whole = |n: i64| {
        let message = format!("msg_{n}");
        json!({"info": user(&id, &message, n), "parts": [text(&id, &message, "prt_1", "hello")]})
    };
    for (limit, expected) in [
        (None, json!([whole(1), whole(2), whole(3)])),
        (Some(0.0), json!([whole(1), whole(2), whole(3)])),
        (Some(-2.0), json!([])),
        (Some(1.0), json!([whole(3)])),
        (Some(2.0), json!([whole(2), whole(3)])),
    ] {
        let json = sessions::messages_json(&f.store, &id, limit).await.expect("messages");
        assert_eq!(serde_json::from_str::<Value>(&json).expect("JSON"), expected, "limit {limit:?}");
    }
    let json = sessions::message_json(&f.store, &id, &MessageId::known("msg_2")).await.expect("a message");
    assert_eq!(serde_json::from_str::<Value>(&json).expect("JSON"), whole(2));
}
