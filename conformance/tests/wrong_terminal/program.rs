//! What runs in the terminals of the scripted server: it does what the checks' shell script does, and a terminal does.
//! Start at [`Terminals`].

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use tokio::sync::{broadcast, mpsc};

use super::Fault;

/// The status with which the program ends when it is told to.
const EXIT_CODE: u64 = 7;
/// Of what is told to readers of events; more than all terminals of a replay have to tell.
const MOST_EVENTS: usize = 64;
/// What may wait for one connection; more than a whole replay says.
const MOST_WAITING: usize = 64;

/// All terminals, and who listens to them.
pub struct Terminals {
    pub fault: Fault,
    pub events: broadcast::Sender<Value>,
    open: Mutex<HashMap<String, Terminal>>,
    created: Mutex<usize>,
}

struct Terminal {
    said: String,
    size: (u64, u64),
    readers: Vec<mpsc::Sender<Said>>,
}

/// What a connection is told.
#[derive(Clone)]
pub enum Said {
    Text(String),
    /// The end: closed with this code, or without a word.
    Closed(Option<u16>),
}

/// A connection that has just been made.
pub struct Attached {
    pub replay: String,
    pub control: Value,
    pub says: mpsc::Receiver<Said>,
}

impl Terminals {
    pub fn new(fault: Fault) -> Terminals {
        let (events, _) = broadcast::channel(MOST_EVENTS);
        Terminals { fault, events, open: Mutex::default(), created: Mutex::default() }
    }

    fn open(&self) -> MutexGuard<'_, HashMap<String, Terminal>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new terminal, as the API shows it.
    pub fn create(&self) -> Value {
        let id = {
            let mut created = self.created.lock().unwrap_or_else(PoisonError::into_inner);
            *created += 1;
            format!("pty_{created}")
        };
        let said = if self.fault == Fault::FirstWordsLost { "" } else { "ready\r\n" };
        let terminal = Terminal { said: said.to_owned(), size: (24, 80), readers: Vec::new() };
        self.open().insert(id.clone(), terminal);
        shown(&id)
    }

    pub fn resize(&self, id: &str, body: &Value) -> Option<Value> {
        let mut open = self.open();
        let terminal = open.get_mut(id)?;
        let (rows, cols) = (body["size"]["rows"].as_u64()?, body["size"]["cols"].as_u64()?);
        match self.fault {
            Fault::ResizeIgnored => {}
            Fault::ResizeTurned => terminal.size = (cols, rows),
            _ => terminal.size = (rows, cols),
        }
        Some(shown(id))
    }

    pub fn remove(&self, id: &str) -> bool {
        let mut open = self.open();
        let Some(terminal) = open.get_mut(id) else { return false };
        if self.fault != Fault::RemovalKeepsOpen {
            terminal.tell(&Said::Closed(Some(1000)));
        }
        if self.fault != Fault::RemovalUntold {
            self.publish("pty.deleted", json!({ "id": id }));
        }
        if !matches!(self.fault, Fault::RemovedStays | Fault::RemovalKeepsOpen) {
            open.remove(id);
        }
        true
    }

    /// `None`: there is no such terminal.
    pub fn attach(&self, id: &str, cursor: Option<i64>) -> Option<Attached> {
        let mut open = self.open();
        if self.fault == Fault::UnknownAccepted && !open.contains_key(id) {
            let nothing = Terminal { said: String::new(), size: (24, 80), readers: Vec::new() };
            open.insert(id.to_owned(), nothing);
        }
        let terminal = open.get_mut(id)?;
        let cursor = if self.fault == Fault::CursorIgnored { None } else { cursor };
        let from = match cursor {
            Some(-1) if self.fault != Fault::NothingIsEverything => terminal.said.len(),
            Some(from) => usize::try_from(from).unwrap_or(0).min(terminal.said.len()),
            None => 0,
        };
        let mut replay = terminal.said[from..].to_owned();
        match self.fault {
            Fault::NoReplay => replay.clear(),
            Fault::ReplayTwice => replay = replay.repeat(2),
            _ => {}
        }
        let count = match self.fault {
            Fault::ControlMiscounts => terminal.said.len() + 1,
            Fault::ControlCountsReplay => replay.len(),
            _ => terminal.said.len(),
        };
        let control =
            if self.fault == Fault::ControlWithoutCursor { json!({}) } else { json!({ "cursor": count }) };
        if self.fault == Fault::OneReader {
            terminal.readers.clear();
        }
        let (tell, says) = mpsc::channel(MOST_WAITING);
        terminal.readers.push(tell);
        Some(Attached { replay, control, says })
    }

    /// Whoever was attached is gone.
    pub fn leave(&self, id: &str) {
        if let Some(terminal) = self.open().get_mut(id) {
            if self.fault == Fault::LeavingEndsOthers {
                terminal.readers.clear();
            }
            terminal.readers.retain(|reader| !reader.is_closed());
        }
    }

    /// A line is typed: the terminal echoes it, and the program answers.
    pub fn typed(&self, id: &str, line: &str) {
        let mut open = self.open();
        let Some(terminal) = open.get_mut(id) else { return };
        if self.fault != Fault::NoEcho {
            terminal.say(&format!("{line}\r\n"));
        }
        match line {
            _ if self.fault == Fault::Deaf => {}
            "size" => {
                let (rows, cols) = terminal.size;
                terminal.say(&format!("{rows} {cols}\r\n"));
            }
            "quit" => {
                match self.fault {
                    Fault::ExitKeepsOpen => {}
                    Fault::ExitBreaks => terminal.tell(&Said::Closed(None)),
                    Fault::ExitClosesOddly => terminal.tell(&Said::Closed(Some(1011))),
                    _ => terminal.tell(&Said::Closed(Some(1000))),
                }
                let code = if self.fault == Fault::ExitCodeZero { 0 } else { EXIT_CODE };
                if self.fault != Fault::ExitUntold {
                    self.publish("pty.exited", json!({ "id": id, "exitCode": code }));
                }
                if self.fault != Fault::ExitKeepsOpen {
                    open.remove(id);
                }
            }
            line => terminal.say(&format!("heard {line}\r\n")),
        }
    }

    fn publish(&self, kind: &str, properties: Value) {
        // Nobody may be listening.
        let _ = self.events.send(json!({ "type": kind, "properties": properties }));
    }
}

impl Terminal {
    fn say(&mut self, text: &str) {
        self.said.push_str(text);
        self.tell(&Said::Text(text.to_owned()));
    }

    fn tell(&self, said: &Said) {
        for reader in &self.readers {
            // A reader that is gone, or does not read, hears nothing.
            let _ = reader.try_send(said.clone());
        }
    }
}

fn shown(id: &str) -> Value {
    json!({
        "id": id, "title": "Conformance", "command": "/bin/sh", "args": [], "cwd": "/", "status": "running", "pid": 1,
    })
}
