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
use crate::report::{Exchange, Kind, Verdict, millis};
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
    // In a replay of failures, only what failed, and the echo, which the others rest on.
    let wanted = |operation: &str, case: &str| trial.wanted(operation, Kind::Terminal, case);
    if wanted(CONNECT, "an unknown terminal") {
        room.tell(CONNECT, "an unknown terminal", room.unknown().await);
    }
    let removal = "removal closes the connection";
    if ON_ONE.iter().any(|(operation, case)| wanted(operation, case)) {
        room.on_one_terminal().await;
    }
    if wanted(REMOVE, removal) {
        match room.create().await {
            Ok(terminal) => room.tell(REMOVE, removal, room.removal(&terminal).await),
            Err(outcome) => room.tell(REMOVE, removal, outcome),
        }
    }
}

/// The checks of one terminal, in their order: each finds it as those before it left it.
const ON_ONE: [(&str, &str); 7] = [
    (CONNECT, "output and echo"),
    (CONNECT, "first words"),
    (CONNECT, "replay"),
    (CONNECT, "cursor"),
    (CONNECT, "two connections"),
    (UPDATE, "the size is that of the terminal"),
    (CONNECT, "exit"),
];

/// Where the checks work.
struct Room<'a, 't> {
    actor: Actor<'a, 't>,
    began: Instant,
}

impl Room<'_, '_> {
    async fn on_one_terminal(&self) {
        let terminal = match self.create().await {
            Ok(terminal) => terminal,
            Err(outcome) => return self.tell(CONNECT, ON_ONE[0].1, outcome),
        };
        for (number, (operation, case)) in ON_ONE.into_iter().enumerate() {
            if number > 0 && !self.actor.trial.wanted(operation, Kind::Terminal, case) {
                continue;
            }
            let outcome = match number {
                0 => self.echo(&terminal).await,
                1 => self.first_words(&terminal).await,
                2 => self.replay(&terminal).await,
                3 => self.cursor(&terminal).await,
                4 => self.both(&terminal).await,
                5 => self.resize(&terminal).await,
                _ => self.exit(&terminal).await,
            };
            self.tell(operation, case, outcome);
        }
    }

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
            elapsed_ms: millis(self.began.elapsed()),
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
