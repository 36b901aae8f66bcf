//! The checks of one terminal, in the order in which they are made: each rests on the state that the one before it left.

use std::time::Duration;

use serde_json::json;

use super::socket::{Control, Ended, Refused, Socket, behind, units};
use super::{CONNECT, EXIT_CODE, Outcome, REMOVE, Room, UPDATE, finding, shown};
use crate::judge::Finding;
use crate::streams::{Hindrance, Reader};

/// What the script says first.
const READY: &str = "ready\r\n";
/// A size that no terminal has by itself.
const SIZE: (u32, u32) = (31, 97);

impl Room<'_, '_> {
    fn soon(&self) -> Duration {
        self.actor.soon()
    }

    /// Connects and reads up to the control message. `Err` is a finding.
    async fn attach(&self, terminal: &str, cursor: Option<&str>) -> Result<(Socket, Control), Finding> {
        let Some(call) = self.connect(terminal, cursor) else {
            return Err(finding(format!("the contract has no {CONNECT}")));
        };
        let opened = Socket::open(&self.actor.trial.client, &call).await;
        let mut socket = opened.map_err(|refused| finding(format!("no connection: {refused}")))?;
        socket.until(self.soon(), |socket| socket.control.is_some()).await;
        match socket.control.clone() {
            Some(control) => Ok((socket, control)),
            None => {
                let said = shown(&socket.text);
                Err(finding(format!(
                    "the binary message 0x00 {{\"cursor\":N}} did not come; the text was {said}"
                )))
            }
        }
    }

    /// A terminal that is not there cannot be connected to.
    pub(super) async fn unknown(&self) -> Outcome {
        let Some(call) = self.connect("pty_conformanceunknown", None) else {
            return Outcome::Hindered(format!("the contract has no {CONNECT}"));
        };
        match Socket::open(&self.actor.trial.client, &call).await {
            Err(Refused::Status(501)) => Outcome::NotBuilt,
            Err(Refused::Status(404)) => Outcome::Refused(404, Vec::new()),
            Err(Refused::Status(status)) => {
                let message =
                    format!("the upgrade for an unknown terminal is answered {status} instead of 404");
                Outcome::Refused(status, vec![finding(message)])
            }
            Err(Refused::Failed(problem)) => Outcome::Hindered(problem),
            Ok(_) => {
                Outcome::Judged(vec![finding("a WebSocket is opened for an unknown terminal".to_owned())])
            }
        }
    }

    /// What the program says arrives, and what is typed is echoed and reaches the program.
    pub(super) async fn echo(&self, terminal: &str) -> Outcome {
        let (mut socket, control) = match self.attach(terminal, None).await {
            Ok(attached) => attached,
            Err(found) => return Outcome::Judged(vec![found]),
        };
        let mut found = Vec::new();
        if control.cursor != Some(units(&control.replay)) {
            found.push(miscounted(&control, units(&control.replay)));
        }
        let before = socket.text.len();
        socket.types("hello\n").await;
        if !socket.says(before, "heard hello\r\n", self.soon()).await {
            let said = shown(&socket.text[before..]);
            found.push(finding(format!(
                "\"hello\" was typed, and the program does not answer; there is {said}"
            )));
        } else if !socket.text.replace("heard hello\r\n", "").contains("hello\r\n") {
            let said = shown(&socket.text[before..]);
            found.push(finding(format!("what is typed is not echoed; there is {said}")));
        }
        Outcome::Judged(found)
    }

    /// What the program says before anybody connects is not lost. By now it has read a line, so it has said it.
    pub(super) async fn first_words(&self, terminal: &str) -> Outcome {
        match self.attach(terminal, None).await {
            Ok((_, control)) if control.replay.contains(READY) => Outcome::Judged(Vec::new()),
            Ok((_, control)) => {
                let message = format!(
                    "the program said \"ready\" at its start; the replay is {}",
                    shown(&control.replay)
                );
                Outcome::Judged(vec![finding(message)])
            }
            Err(found) => Outcome::Judged(vec![found]),
        }
    }

    /// Whoever connects later gets what was said before.
    pub(super) async fn replay(&self, terminal: &str) -> Outcome {
        let (mut first, _) = match self.attach(terminal, None).await {
            Ok(attached) => attached,
            Err(found) => return Outcome::Judged(vec![found]),
        };
        first.types("again\n").await;
        if !first.says(0, "heard again\r\n", self.soon()).await {
            return Outcome::Hindered("the program does not answer".to_owned());
        }
        let said = first.text.clone();
        drop(first);
        let (_, control) = match self.attach(terminal, None).await {
            Ok(attached) => attached,
            Err(found) => return Outcome::Judged(vec![found]),
        };
        let mut found = Vec::new();
        if control.replay != said {
            let replay = shown(&control.replay);
            found.push(finding(format!(
                "a later connection gets {replay} instead of what was said, {}",
                shown(&said)
            )));
        }
        if control.cursor != Some(units(&control.replay)) {
            found.push(miscounted(&control, units(&control.replay)));
        }
        Outcome::Judged(found)
    }

    /// `cursor` says from where on the output is repeated; -1 means not at all.
    pub(super) async fn cursor(&self, terminal: &str) -> Outcome {
        let whole = match self.attach(terminal, None).await {
            Ok((_, control)) => control.replay,
            Err(found) => return Outcome::Judged(vec![found]),
        };
        let total = units(&whole);
        let mut found = Vec::new();
        for (cursor, wanted) in [
            ("0".to_owned(), whole.as_str()),
            ("3".to_owned(), behind(&whole, 3)),
            (total.to_string(), ""),
            ("-1".to_owned(), ""),
        ] {
            match self.attach(terminal, Some(&cursor)).await {
                Ok((_, control)) if control.replay != wanted => {
                    let (replay, wanted) = (shown(&control.replay), shown(wanted));
                    found.push(finding(format!("cursor={cursor} gets {replay} instead of {wanted}")));
                }
                Ok((_, control)) if control.cursor != Some(total) => found.push(miscounted(&control, total)),
                Ok(_) => {}
                Err(problem) => found.push(problem),
            }
        }
        Outcome::Judged(found)
    }

    /// Two connections of one terminal see the same; one that leaves does not take the other with it.
    pub(super) async fn both(&self, terminal: &str) -> Outcome {
        let attached = (self.attach(terminal, Some("-1")).await, self.attach(terminal, Some("-1")).await);
        let ((mut one, _), (mut other, _)) = match attached {
            (Ok(one), Ok(other)) => (one, other),
            (Err(found), _) | (_, Err(found)) => return Outcome::Judged(vec![found]),
        };
        let mut found = Vec::new();
        one.types("both\n").await;
        for (which, socket) in [("that typed", &mut one), ("that did not type", &mut other)] {
            if !socket.says(0, "heard both\r\n", self.soon()).await {
                found.push(finding(format!("of two connections, the one {which} does not see the answer")));
            }
        }
        one.leave(self.soon()).await;
        other.types("alone\n").await;
        if found.is_empty() && !other.says(0, "heard alone\r\n", self.soon()).await {
            found.push(finding("after one of two connections left, the other sees nothing more".to_owned()));
        }
        Outcome::Judged(found)
    }

    /// The size given by `pty.update` is what programs in the terminal see.
    pub(super) async fn resize(&self, terminal: &str) -> Outcome {
        let (rows, cols) = SIZE;
        let body = json!({ "size": { "rows": rows, "cols": cols } });
        match self.actor.ask(UPDATE, &[terminal], Some(body)).await {
            Ok((200..=299, _)) => {}
            Ok((501, _)) => return Outcome::NotBuilt,
            Ok((status, _)) => return Outcome::Hindered(format!("{UPDATE} answered {status}")),
            Err(hindrance) => return Outcome::Hindered(hindrance),
        }
        let mut socket = match self.attach(terminal, Some("-1")).await {
            Ok((socket, _)) => socket,
            Err(_) => return Outcome::Hindered("there is no connection to ask through".to_owned()),
        };
        socket.types("size\n").await;
        let wanted = format!("{rows} {cols}\r\n");
        if socket.says(0, &wanted, self.soon()).await {
            return Outcome::Judged(Vec::new());
        }
        let said = shown(&socket.text);
        let message =
            format!("after the size was set to {rows} rows and {cols} columns, `stty size` says {said}");
        Outcome::Judged(vec![finding(message)])
    }

    /// When the program ends, its status is told, and the connection is closed.
    pub(super) async fn exit(&self, terminal: &str) -> Outcome {
        let (mut events, mut socket) = match self.listening(terminal).await {
            Ok(listening) => listening,
            Err(hindrance) => return Outcome::Hindered(hindrance),
        };
        socket.types("quit\n").await;
        let mut found = self.closed(&mut socket, "the program ended").await;
        let exited = events.until(self.soon(), |kept| {
            kept.kind() == "pty.exited" && kept.event["properties"]["id"] == terminal
        });
        match exited.await.and_then(|count| events.kept().get(count - 1).cloned()) {
            None => {
                found.push(finding("the program ended, but pty.exited did not come on /event".to_owned()))
            }
            Some(kept) => {
                let code = &kept.event["properties"]["exitCode"];
                if *code != EXIT_CODE {
                    let message = format!("the program ended with {EXIT_CODE}, pty.exited says {code}");
                    found.push(finding(message));
                }
            }
        }
        Outcome::Judged(found)
    }

    /// A terminal that is removed closes its connections and is gone.
    pub(super) async fn removal(&self, terminal: &str) -> Outcome {
        let (mut events, mut socket) = match self.listening(terminal).await {
            Ok(listening) => listening,
            Err(hindrance) => return Outcome::Hindered(hindrance),
        };
        match self.actor.ask(REMOVE, &[terminal], None).await {
            Ok((200..=299, _)) => {}
            Ok((501, _)) => return Outcome::NotBuilt,
            Ok((status, _)) => return Outcome::Hindered(format!("{REMOVE} answered {status}")),
            Err(hindrance) => return Outcome::Hindered(hindrance),
        }
        let mut found = self.closed(&mut socket, "the terminal was removed").await;
        let deleted = events.until(self.soon(), |kept| {
            kept.kind() == "pty.deleted" && kept.event["properties"]["id"] == terminal
        });
        if deleted.await.is_none() {
            found
                .push(finding("the terminal was removed, but pty.deleted did not come on /event".to_owned()));
        }
        if let Some(call) = self.connect(terminal, None)
            && let Ok(_) = Socket::open(&self.actor.trial.client, &call).await
        {
            found.push(finding("a terminal that was removed can still be connected to".to_owned()));
        }
        Outcome::Judged(found)
    }

    /// A reader of the events and a connection, both from now on.
    async fn listening(&self, terminal: &str) -> Result<(Reader, Socket), Hindrance> {
        let call = self.actor.call("event.subscribe", &[], None);
        let call = call.ok_or("the contract has no event.subscribe")?;
        let events = Reader::open(&self.actor.trial.client, &call, None).await;
        let events = events.map_err(|problem| format!("/event cannot be read: {problem}"))?;
        let attached = self.attach(terminal, Some("-1")).await;
        let (socket, _) = attached.map_err(|found| found.message)?;
        Ok((events, socket))
    }

    /// The connection is closed with 1000, the code of an orderly end.
    async fn closed(&self, socket: &mut Socket, why: &str) -> Vec<Finding> {
        socket.until(self.soon(), |socket| socket.ended.is_some()).await;
        let message = match socket.ended {
            Some(Ended::Closed(Some(1000))) => return Vec::new(),
            Some(Ended::Closed(code)) => {
                let code = code.map_or("without a code".to_owned(), |code| format!("with {code}"));
                format!("{why}, and the connection was closed {code} instead of 1000")
            }
            Some(Ended::Broken) => {
                format!("{why}, and the connection broke instead of being closed with 1000")
            }
            None => format!("{why}, but the connection stays open"),
        };
        vec![finding(message)]
    }
}

/// The control message does not count what there is.
fn miscounted(control: &Control, wanted: u64) -> Finding {
    finding(match control.cursor {
        None => "the binary message is not a zero byte and {\"cursor\":N}".to_owned(),
        Some(cursor) => format!("the cursor is {cursor} after {wanted} code units of output"),
    })
}
