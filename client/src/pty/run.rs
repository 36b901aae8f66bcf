//! The task behind a terminal: one connection after the other, until the program ends or the bounds are reached. Start
//! from [`Run::run`].

use std::collections::VecDeque;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, MissedTickBehavior, sleep, timeout};

use super::connect::Connect;
use super::cursor::{join, units};
use super::exit::ExitWatch;
use super::socket::{Attached, Failure, Received, Socket};
use super::{Output, PtyError};
use crate::events::Attempts;

/// A server that takes no input for this long is no server any more.
const SEND_LIMIT: Duration = Duration::from_secs(10);

/// A connection that lasted this long was a good one: failures after it are counted anew.
const LASTING: Duration = Duration::from_secs(10);

/// One item for the reader, and the count after it.
pub(super) struct Item {
    pub output: Result<Output, PtyError>,
    pub cursor: u64,
}

/// Input, and who wants to know what became of it.
pub(super) struct Typed {
    pub text: String,
    pub done: oneshot::Sender<Result<(), PtyError>>,
}

pub(super) struct Run {
    options: Connect,
    exit: Option<ExitWatch>,
    typed: mpsc::Receiver<Typed>,
    reader: mpsc::Sender<Item>,
    /// What was handed out, in UTF-16 code units; nothing until the first connection has told.
    cursor: Option<u64>,
}

/// Why a connection is over.
enum Over {
    /// Nobody reads any more.
    Unread,
    /// The server closed it on purpose.
    Closed,
    Broken(PtyError),
}

impl Run {
    pub(super) fn new(
        options: Connect,
        exit: Option<ExitWatch>,
        typed: mpsc::Receiver<Typed>,
        reader: mpsc::Sender<Item>,
    ) -> Run {
        let cursor = options.begin;
        Run { options, exit, typed, reader, cursor }
    }

    pub(super) async fn run(mut self, first: Attached) {
        let mut attempts = Attempts::new(self.options.reconnect.clone());
        let (mut attached, mut is_first) = (first, true);
        loop {
            let (began, before) = (Instant::now(), self.cursor);
            let over = self.serve(attached).await;
            let proven = began.elapsed() >= LASTING || self.cursor != before;
            if proven {
                attempts.connected();
                attempts.proven();
            }
            let (closed, mut last) = match over {
                Over::Unread => return,
                Over::Closed => (true, PtyError::Broken("it was closed again and again".into())),
                Over::Broken(error) => (false, error),
            };
            // A connection that was closed in order is most likely the end. That is found out at once, but only once.
            let mut is_question = closed && (proven || is_first);
            is_first = false;
            attached = loop {
                if !std::mem::take(&mut is_question) {
                    let Some(pause) = attempts.pause(None, None) else {
                        // The one that is not made was counted, too.
                        let attempts = attempts.failed().saturating_sub(1);
                        return self.hand_out(Err(PtyError::Lost { attempts, source: Box::new(last) })).await;
                    };
                    sleep(pause).await;
                }
                let attaching = Socket::attach(&self.options.client, &self.options.id, self.cursor);
                match timeout(self.options.attach_limit, attaching).await {
                    Ok(Ok(attached)) => break attached,
                    Ok(Err(Failure::Gone)) => return self.end(closed).await,
                    Ok(Err(Failure::Final(error))) => return self.hand_out(Err(error)).await,
                    Ok(Err(Failure::Passing(error))) => last = error,
                    Err(_) => last = PtyError::Broken("no cursor came in time".into()),
                }
            };
        }
    }

    /// The terminal is no more. What it said last was read if the server closed the connection in order.
    async fn end(mut self, closed: bool) {
        if !closed {
            self.hand_out(Ok(Output::Gap { missed: None })).await;
        }
        let code = match &mut self.exit {
            Some(exit) => exit.code().await,
            None => None,
        };
        self.hand_out(Ok(Output::Exited { code })).await;
    }

    async fn hand_out(&self, output: Result<Output, PtyError>) {
        // If nobody reads, nobody misses it.
        let _ = self.reader.send(Item { output, cursor: self.cursor.unwrap_or_default() }).await;
    }

    /// Serves one connection until it is over.
    async fn serve(&mut self, attached: Attached) -> Over {
        let Attached { mut socket, replay, end } = attached;
        // Two items at most: no message is read before they are handed out.
        let mut waiting = VecDeque::new();
        let joined = join(self.cursor, &replay, end);
        if let Some(missed) = joined.gap {
            let cursor = end - units(joined.text).min(end);
            waiting.push_back(Item { output: Ok(Output::Gap { missed }), cursor });
        }
        if !joined.text.is_empty() {
            waiting.push_back(Item { output: Ok(Output::Text(joined.text.to_owned())), cursor: end });
        }
        let mut count = end;
        self.cursor = Some(end);
        // Ticks since something was heard, rather than time: that also passes while this process stands still.
        let mut silent = 0;
        let keepalive = self.options.keepalive;
        let mut ticks = tokio::time::interval_at(Instant::now() + keepalive, keepalive);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                // What has come counts before the time does.
                biased;
                permit = self.reader.reserve(), if !waiting.is_empty() => {
                    let Ok(permit) = permit else { return Over::Unread };
                    if let Some(item) = waiting.pop_front() {
                        permit.send(item);
                    }
                }
                Some(Typed { text, done }) = self.typed.recv() => {
                    let sent = timeout(SEND_LIMIT, socket.send(text)).await;
                    let outcome = match sent {
                        Ok(outcome) => outcome,
                        Err(_) => Err(PtyError::Broken("it takes no input".into())),
                    };
                    // Whoever does not wait for the outcome does not want to know it.
                    if let Err(error) = outcome {
                        let _ = done.send(Err(PtyError::InputUncertain));
                        return self.leave(waiting, Over::Broken(error)).await;
                    }
                    let _ = done.send(Ok(()));
                }
                received = socket.receive(), if waiting.is_empty() => {
                    silent = 0;
                    match received {
                        Ok(Received::Text(text)) => {
                            count += units(&text);
                            self.cursor = Some(count);
                            waiting.push_back(Item { output: Ok(Output::Text(text)), cursor: count });
                        }
                        // Only the first one of a connection says something new.
                        Ok(Received::Cursor(_) | Received::Nothing) => {}
                        Ok(Received::Closed) => return Over::Closed,
                        Err(error) => return Over::Broken(error),
                    }
                }
                _ = ticks.tick() => {
                    // While nothing is read, nothing is heard.
                    silent = if waiting.is_empty() { silent + 1 } else { 0 };
                    if silent == 2 {
                        return Over::Broken(PtyError::Broken("it is silent".into()));
                    }
                    if let Ok(Err(error)) = timeout(SEND_LIMIT, socket.ping()).await {
                        return self.leave(waiting, Over::Broken(error)).await;
                    }
                }
            }
        }
    }

    /// What was read is handed out also when the connection is over.
    async fn leave(&self, waiting: VecDeque<Item>, over: Over) -> Over {
        for item in waiting {
            if self.reader.send(item).await.is_err() {
                return Over::Unread;
            }
        }
        over
    }
}
