//! Terminals as they are seen through their WebSocket: output, echo, replay, cursor, size, exit, removal.
//!
//! Start from [`play`]. The contract shows `pty.connect` as a GET that answers a boolean and says nothing of messages; what
//! is asked here is what clients of OpenCode rest on. `socket` reads the messages, `checks` holds them to it.

mod checks;
mod socket;

use std::time::Instant;

use serde_json::{Value, json};

use crate::Mode;
use crate::client::Call;
use crate::judge::{Finding, Rule};
use crate::report::{Exchange, Kind, Verdict};
use crate::streams::{Actor, Hindrance};
use crate::trial::Trial;

const CREATE: &str = "pty.create";
const CONNECT: &str = "pty.connect";
const UPDATE: &str = "pty.update";
const REMOVE: &str = "pty.remove";

/// Says `ready`, answers each line, tells its size when asked for it, and ends with 7 when told to.
const SCRIPT: &str = r#"echo ready
while read -r line; do
    case $line in
        size) stty size ;;
        quit) exit 7 ;;
        *) echo "heard $line" ;;
    esac
done"#;
/// The status with which it ends.
const EXIT_CODE: u64 = 7;

/// What came of one check.
enum Outcome {
    /// Through a connection that was made.
    Judged(Vec<Finding>),
    /// No connection was made; the status that came instead.
    Refused(u16, Vec<Finding>),
    /// The server answers 501.
    NotBuilt,
    Hindered(Hindrance),
}

/// Tries a terminal out.
pub(crate) async fn play(trial: &Trial<'_>) {
    let operations = [CONNECT, UPDATE, REMOVE];
    if trial.options.mode == Mode::ReadOnly || !operations.iter().any(|operation| trial.reported(operation)) {
        return;
    }
    let room = Room { actor: Actor::of(trial), began: Instant::now() };
    room.tell(CONNECT, "an unknown terminal", room.unknown().await);
    let terminal = match room.create().await {
        Ok(terminal) => terminal,
        Err(outcome) => {
            room.tell(CONNECT, "output and echo", outcome);
            return;
        }
    };
    room.tell(CONNECT, "output and echo", room.echo(&terminal).await);
    room.tell(CONNECT, "first words", room.first_words(&terminal).await);
    room.tell(CONNECT, "replay", room.replay(&terminal).await);
    room.tell(CONNECT, "cursor", room.cursor(&terminal).await);
    room.tell(CONNECT, "two connections", room.both(&terminal).await);
    room.tell(UPDATE, "the size is that of the terminal", room.resize(&terminal).await);
    room.tell(CONNECT, "exit", room.exit(&terminal).await);
    match room.create().await {
        Ok(terminal) => room.tell(REMOVE, "removal closes the connection", room.removal(&terminal).await),
        Err(outcome) => room.tell(REMOVE, "removal closes the connection", outcome),
    }
}

/// Where the checks work.
struct Room<'a, 't> {
    actor: Actor<'a, 't>,
    began: Instant,
}

impl Room<'_, '_> {
    /// A terminal that runs the script, and its id.
    async fn create(&self) -> Result<String, Outcome> {
        let body = json!({ "command": "/bin/sh", "args": ["-c", SCRIPT], "title": "Conformance" });
        match self.actor.ask(CREATE, &[], Some(body)).await {
            Ok((501, _)) => Err(Outcome::NotBuilt),
            Ok((200..=299, terminal)) => match terminal["id"].as_str() {
                Some(id) => Ok(id.to_owned()),
                None => Err(Outcome::Hindered(format!("{CREATE} answered no id"))),
            },
            Ok((status, _)) => Err(Outcome::Hindered(format!("{CREATE} answered {status}"))),
            Err(hindrance) => Err(Outcome::Hindered(hindrance)),
        }
    }

    /// The call that connects; `cursor` says from where the output is to be repeated.
    fn connect(&self, terminal: &str, cursor: Option<&str>) -> Option<Call> {
        let mut call = self.actor.call(CONNECT, &[terminal], None)?;
        call.query.extend(cursor.map(|cursor| ("cursor".to_owned(), cursor.to_owned())));
        Some(call)
    }

    fn tell(&self, operation: &str, case: &str, outcome: Outcome) {
        let call = self.actor.call(operation, &["{ptyID}"], None);
        let (status, verdict) = match outcome {
            Outcome::Judged(findings) => (Some(101), Verdict::of(findings)),
            Outcome::Refused(status, findings) => (Some(status), Verdict::of(findings)),
            Outcome::NotBuilt => (Some(501), Verdict::NotBuilt),
            Outcome::Hindered(reason) => (None, Verdict::NotExercised { reason }),
        };
        self.actor.trial.tell(Exchange {
            operation: operation.to_owned(),
            kind: Kind::Terminal,
            case: case.to_owned(),
            request: call.as_ref().map(Call::line).unwrap_or_default(),
            // A shell line cannot talk to a terminal.
            curl: None,
            status: status.filter(|status| *status != 101 || operation == CONNECT),
            elapsed_ms: u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX),
            verdict,
        });
    }
}

fn finding(message: String) -> Finding {
    Finding::new(Rule::Terminal, "", message)
}

/// A text as it is shown in a finding: control characters visible.
fn shown(text: &str) -> String {
    crate::explain::shortened(&Value::from(text).to_string(), 100)
}
