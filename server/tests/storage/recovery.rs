//! A server that is killed in the middle of an answer, and what the next one makes of it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use opencode_server::events::Bus;
use opencode_server::ids::SessionId;
use opencode_server::store::{Change, MessageWithParts, Store};
use opencode_types::{AssistantMessage, Message, Part, ToolState};
use serde_json::{Value, json};

use crate::support::{DIRECTORY, answer, logger, session, text, tool, user};

const DATABASE: &str = "OPENCODE_RS_TEST_DATABASE";
const READY: &str = "committed";

/// Runs in the process that is to be killed: commits half an answer, says so, and waits for its end.
#[test]
#[ignore = "started by the tests below, as the server that they kill"]
fn a_server_to_be_killed() {
    let Some(path) = std::env::var_os(DATABASE).map(PathBuf::from) else {
        panic!("{DATABASE} is not set: this is no test to be run by itself")
    };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(&path, Bus::new(&logger()), logger()).await.expect("a new store");
        let done = json!({"time": {"created": 2, "completed": 3}, "finish": "tool-calls"});
        let running = json!({"status": "running", "input": {"command": "sleep 9"}, "title": "Waits",
            "metadata": {"output": "so far"}, "time": {"start": 4}});
        let completed = json!({"status": "completed", "input": {}, "output": "ok", "title": "t", "metadata": {},
            "time": {"start": 1, "end": 2}});
        store
            .commit(
                &DIRECTORY.into(),
                vec![
                    Change::SessionCreated(session("ses_1", json!({}))),
                    Change::Message(user("ses_1", "msg_1", 1)),
                    Change::Message(answer("ses_1", "msg_2", 2, done)),
                    Change::Part(tool("ses_1", "msg_2", "prt_1", completed)),
                    Change::Message(answer("ses_1", "msg_3", 4, json!({}))),
                    Change::Part(text("ses_1", "msg_3", "prt_2", "")),
                    Change::Part(tool("ses_1", "msg_3", "prt_3", running)),
                    Change::Part(tool("ses_1", "msg_3", "prt_4", json!({"status": "pending", "input": {}, "raw": ""}))),
                ],
            )
            .await
            .expect("a commit");
        println!("{READY}");
        std::future::pending::<()>().await;
    });
}

/// The process above, killed at the latest when this is dropped.
struct Victim(Child);

impl Victim {
    /// Returns when its commit is acknowledged.
    fn start(database: &Path) -> Victim {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "recovery::a_server_to_be_killed", "--ignored", "--nocapture"])
            .env(DATABASE, database)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let output = child.stdout.take().expect("a pipe");
        let victim = Victim(child);
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        assert!(lines.any(|line| line.contains(READY)), "it ended before it committed");
        victim
    }

    fn kill(mut self) {
        self.0.kill().expect("killed");
        self.0.wait().expect("gone");
    }
}

impl Drop for Victim {
    fn drop(&mut self) {
        // Both fail if it is gone already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn open(path: &Path) -> Store {
    Store::open(path, Bus::new(&logger()), logger()).await.expect("a store")
}

async fn messages(store: &Store) -> Vec<MessageWithParts> {
    store.messages(&SessionId::known("ses_1"), None).await.expect("readable").expect("the session")
}

fn assistant(message: &MessageWithParts) -> &AssistantMessage {
    let Message::Assistant(message) = &message.info else { panic!("an answer, not {message:?}") };
    message
}

fn state(part: &Part) -> Value {
    let Part::Tool(tool) = part else { panic!("a tool call, not {part:?}") };
    json!(tool.state)
}

#[tokio::test]
async fn what_a_killed_server_left_is_marked_as_aborted() {
    let home = tempfile::tempdir().expect("a temporary directory");
    let path = home.path().join("opencode-rs.db");
    let started = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock").as_millis() as f64;
    Victim::start(&path).kill();

    let store = open(&path).await;
    let messages = messages(&store).await;
    assert_eq!(messages.len(), 3, "every acknowledged message is there");

    let done = assistant(&messages[1]);
    assert_eq!((done.error.clone(), done.time.completed.map(f64::from)), (None, Some(3.0)));
    assert_eq!(state(&messages[1].parts[0])["status"], "completed");

    let cut = assistant(&messages[2]);
    let error = json!(cut.error);
    assert_eq!(error["name"], "MessageAbortedError");
    assert!(error["data"]["message"].as_str().is_some_and(|message| !message.is_empty()), "{error}");
    assert!(cut.time.completed.is_some_and(|at| f64::from(at) >= started), "{:?}", cut.time);

    let parts = &messages[2].parts;
    assert_eq!(parts[0], text("ses_1", "msg_3", "prt_2", ""), "texts stay as they were stored");
    let running = state(&parts[1]);
    assert_eq!(
        (
            &running["status"],
            &running["error"],
            &running["input"],
            &running["metadata"],
            &running["time"]["start"]
        ),
        (
            &json!("error"),
            &json!("Tool execution aborted"),
            &json!({"command": "sleep 9"}),
            &json!({"output": "so far"}),
            &json!(4)
        )
    );
    let Part::Tool(pending) = &parts[2] else { panic!("a tool call") };
    let ToolState::Error(pending) = &pending.state else { panic!("an error, not {:?}", pending.state) };
    assert_eq!(pending.time.start, pending.time.end);

    // The next prompt works.
    let next = Change::Message(user("ses_1", "msg_4", 5));
    store.commit(&DIRECTORY.into(), vec![next]).await.expect("a commit");
}

#[tokio::test]
async fn a_second_server_leaves_the_turns_of_the_first_alone() {
    let home = tempfile::tempdir().expect("a temporary directory");
    let path = home.path().join("opencode-rs.db");
    let first = Victim::start(&path);

    let second = open(&path).await;
    let at_work = messages(&second).await;
    assert_eq!(
        (assistant(&at_work[2]).time.completed, state(&at_work[2].parts[1])["status"].clone()),
        (None, json!("running"))
    );
    second.close().await;

    first.kill();
    let third = open(&path).await;
    assert!(assistant(&messages(&third).await[2]).time.completed.is_some());
}
