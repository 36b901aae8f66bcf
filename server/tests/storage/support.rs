//! A store in a directory of its own, small wire objects to put into it, and a reader of its events.

use std::path::PathBuf;
use std::sync::Arc;

use futures::{FutureExt, StreamExt};
use opencode_server::events::{Bus, Subscription};
use opencode_server::ids::SessionId;
use opencode_server::store::{Change, Store, StoreError};
use opencode_types::{Message, Part, Session};
use serde_json::{Value, json};
use slog::{Discard, Logger, o};
use tempfile::TempDir;

pub const DIRECTORY: &str = "/work/project";

/// A store, its bus, and the directory that goes with it.
pub struct Fixture {
    pub store: Store,
    pub bus: Bus,
    pub home: TempDir,
    pub directory: Arc<str>,
}

pub fn logger() -> Logger {
    Logger::root(Discard, o!())
}

pub async fn fixture() -> Fixture {
    let home = tempfile::tempdir().expect("a temporary directory");
    let bus = Bus::new(&logger());
    let path = home.path().join("data/opencode-rs.db");
    let store = Store::open(&path, bus.clone(), logger()).await.expect("a new store");
    Fixture { store, bus, home, directory: DIRECTORY.into() }
}

impl Fixture {
    pub fn path(&self) -> PathBuf {
        self.home.path().join("data/opencode-rs.db")
    }

    pub async fn commit(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        self.store.commit(&self.directory, changes).await
    }

    /// A session with nothing in it.
    pub async fn session(&self, id: &str) -> SessionId {
        self.commit(vec![Change::SessionCreated(session(id, json!({})))]).await.expect("a new session");
        SessionId::known(id)
    }

    pub fn events(&self) -> Events {
        Events(self.bus.subscribe_directory(self.directory.clone(), None))
    }

    /// The same file, opened once more, as another process would.
    pub async fn open_again(&self) -> Store {
        Store::open(&self.path(), self.bus.clone(), logger()).await.expect("the store again")
    }
}

/// What the readers of one directory see.
pub struct Events(pub Subscription);

impl Events {
    /// All that was published up to now. What `commit` has returned for is there already: nothing is waited for.
    pub fn now(&mut self) -> Vec<Value> {
        std::iter::from_fn(|| self.0.next().now_or_never().flatten())
            .map(|frame| {
                let text = std::str::from_utf8(&frame).expect("UTF-8");
                let data = text.lines().find_map(|line| line.strip_prefix("data: ")).expect("a data line");
                serde_json::from_str::<Value>(data).expect("JSON")
            })
            .filter(|event| event["type"] != "server.connected")
            .collect()
    }

    /// The types of [`Self::now`], with the id of what they are about.
    pub fn names(&mut self) -> Vec<String> {
        self.now().iter().map(name).collect()
    }
}

fn name(event: &Value) -> String {
    let properties = &event["properties"];
    let ids = ["/info/id", "/part/id", "/partID", "/messageID", "/id"];
    let id = ids.iter().find_map(|place| properties.pointer(place)).and_then(Value::as_str);
    format!("{} {}", event["type"].as_str().expect("a type"), id.unwrap_or_default())
}

fn merged(mut base: Value, more: Value) -> Value {
    let (Value::Object(base_members), Value::Object(more)) = (&mut base, more) else { panic!("objects") };
    base_members.extend(more);
    base
}

/// A session; `more` overrides members.
pub fn session(id: &str, more: Value) -> Session {
    let base = json!({
        "id": id, "slug": "amber-heron", "projectID": "p1", "directory": DIRECTORY, "title": "A title",
        "version": "1.2.6", "time": {"created": 1000, "updated": 1000},
    });
    serde_json::from_value(merged(base, more)).expect("a session")
}

pub fn user(session: &str, id: &str, created: i64) -> Message {
    serde_json::from_value(json!({
        "id": id, "sessionID": session, "role": "user", "time": {"created": created},
        "agent": "build", "model": {"providerID": "fake", "modelID": "fake-1"},
    }))
    .expect("a user message")
}

/// An answer that is still being written; `more` overrides members.
pub fn answer(session: &str, id: &str, created: i64, more: Value) -> Message {
    let base = json!({
        "id": id, "sessionID": session, "role": "assistant", "time": {"created": created}, "parentID": "msg_0",
        "modelID": "fake-1", "providerID": "fake", "mode": "build", "agent": "build", "cost": 0,
        "path": {"cwd": "/", "root": "/"},
        "tokens": {"input": 0, "output": 0, "reasoning": 0, "cache": {"read": 0, "write": 0}},
    });
    serde_json::from_value(merged(base, more)).expect("an answer")
}

pub fn text(session: &str, message: &str, id: &str, text: &str) -> Part {
    serde_json::from_value(json!({
        "id": id, "sessionID": session, "messageID": message, "type": "text", "text": text,
    }))
    .expect("a text part")
}

pub fn tool(session: &str, message: &str, id: &str, state: Value) -> Part {
    serde_json::from_value(json!({
        "id": id, "sessionID": session, "messageID": message, "type": "tool", "tool": "bash", "callID": "call_1",
        "state": state,
    }))
    .expect("a tool part")
}
