//! A stream that is listened to from the first call of the replay to the last: every event is held against the union and
//! against the rules of order as it comes. Start from [`Listener::open`].

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures::StreamExt;
use serde_json::Value;
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;

use super::heartbeat::Beats;
use super::order::{Order, Seen, Violation};
use super::reader::{self, Frame};
use crate::against::Tape;
use crate::client::{Call, Client};
use crate::contract::Operation;
use crate::judge::{Finding, Judge, Received, Rule, essence};
use crate::report::Verdict;
use crate::trial::Trial;

/// The first event of every stream.
const FIRST: &str = "server.connected";
/// The last event of the stream of one directory.
const LAST: &str = "server.instance.disposed";
/// After the last call: how long a stream must be silent to be done, and the longest wait for that.
const SILENCE: Duration = Duration::from_millis(300);
const LAST_WAIT: Duration = Duration::from_secs(3);
/// How long is listened before silence is noted. What the machine takes beyond it is not the stream's.
const LISTENING: Duration = Duration::from_millis(250);
/// Different findings that are kept of one stream.
const MOST_FINDINGS: usize = 40;

/// A stream being listened to.
#[derive(Debug)]
pub(super) struct Listener {
    pub operation: String,
    pub call: Call,
    pub opened: Instant,
    /// Closes with the stream.
    arrived: watch::Receiver<Arrived>,
    /// Whether what is sent just now was made up at random.
    lenient: Arc<AtomicBool>,
    task: JoinHandle<Heard>,
    stop: oneshot::Sender<()>,
}

/// What came until now.
#[derive(Clone, Copy, Debug, Default)]
struct Arrived {
    events: usize,
    /// There is enough for a verdict on the heartbeat.
    beats: bool,
}

/// What a stream has shown.
#[derive(Debug, Default)]
pub(super) struct Heard {
    pub status: Option<u16>,
    pub beats: Beats,
    /// Status, content type or transport: the stream as an answer.
    opening: Vec<Finding>,
    arrived: Arrived,
    /// What is known of the connection that is open.
    order: Order,
    last: Option<Frame>,
    /// Findings, by what tells one from another, and how often each was found.
    findings: Vec<(String, Finding, usize)>,
}

/// What the task that listens works with.
struct Ears {
    client: Client,
    judge: Arc<Judge>,
    operation: Operation,
    call: Call,
    lenient: Arc<AtomicBool>,
    tape: Option<Arc<Tape>>,
    /// How often a heartbeat is due.
    heartbeat: Duration,
}

impl Listener {
    /// Opens the stream and waits for its first event, within the client's limit.
    pub async fn open(trial: &Trial<'_>, operation: &Operation, call: Call) -> Listener {
        let (client, judge) = (&trial.client, &trial.judge);
        let (count, mut arrived) = watch::channel(Arrived::default());
        let (stop, stopped) = oneshot::channel();
        let lenient = Arc::new(AtomicBool::new(false));
        let ears = Ears {
            client: client.clone(),
            judge: Arc::clone(judge),
            operation: operation.clone(),
            call: call.clone(),
            lenient: Arc::clone(&lenient),
            // One recording of the same events is enough.
            tape: trial.tape.clone().filter(|_| operation.id == super::ONE),
            heartbeat: trial.options.heartbeat,
        };
        let listener = Listener {
            operation: operation.id.clone(),
            call,
            opened: Instant::now(),
            arrived: arrived.clone(),
            lenient,
            task: tokio::spawn(listen(ears, count, stopped)),
            stop,
        };
        // Either the first event, or the end of a stream that never had one: `finish` tells which.
        let _ = tokio::time::timeout(client.limit(), arrived.wait_for(|arrived| arrived.events > 0)).await;
        listener
    }

    /// Says whether calls made up at random follow: what they bring about is not judged by the course of a run.
    pub fn lenient(&self, lenient: bool) {
        self.lenient.store(lenient, Ordering::Relaxed);
    }

    /// Waits for the first heartbeat, or until it is missing.
    pub async fn heartbeat(&mut self) {
        // A stream that ended has none to wait for.
        let _ = self.arrived.wait_for(|arrived| arrived.beats).await;
    }

    /// Waits for the stream to fall silent, closes it and gives what it showed.
    pub async fn finish(self) -> Heard {
        let silent = async {
            let mut heard = self.arrived.borrow().events;
            let mut arrived = self.arrived.clone();
            while let Ok(Ok(now)) =
                tokio::time::timeout(SILENCE, arrived.wait_for(|now| now.events > heard)).await
            {
                heard = now.events;
            }
        };
        let _ = tokio::time::timeout(LAST_WAIT, silent).await;
        // The listener may have ended by itself with its stream.
        let _ = self.stop.send(());
        self.task.await.unwrap_or_else(|error| {
            let opening = vec![Finding::new(Rule::Transport, "", format!("listening failed: {error}"))];
            Heard { opening, ..Heard::default() }
        })
    }
}

async fn listen(ears: Ears, count: watch::Sender<Arrived>, stopped: oneshot::Receiver<()>) -> Heard {
    let mut heard = Heard::default();
    let hearing = async {
        // The stream of a directory ends with its instance; the next one begins anew.
        while heard.one_stream(&ears, &count).await {}
    };
    tokio::select! {
        () = hearing => {}
        _ = stopped => {}
    }
    for violation in heard.order.end() {
        heard.violation("", violation);
    }
    heard
}

impl Heard {
    /// Opens the stream and hears it to its end; whether it ended as it should, and may be opened again.
    async fn one_stream(&mut self, ears: &Ears, count: &watch::Sender<Arrived>) -> bool {
        let again = self.status.is_some();
        let opened = match reader::open(&ears.client, &ears.call, None).await {
            Ok(opened) => opened,
            Err(error) => {
                self.opening.push(error.into());
                return false;
            }
        };
        let status = opened.status;
        self.status = Some(status);
        if status != 200 {
            let received = Received { status, content_type: None, body: Vec::new() };
            let accepted = ears.operation.success_statuses();
            self.opening = ears.judge.answer(&ears.operation, &accepted, &received).0;
            return false;
        }
        if essence(&opened.content_type) != "text/event-stream" && !again {
            let message = format!("content type {:?} instead of text/event-stream", opened.content_type);
            self.opening.push(Finding::new(Rule::ContentType, "", message));
        }
        self.beats.open();
        let mut frames = opened.frames;
        (self.order, self.last) = (Order::default(), None);
        let mut disposed = false;
        loop {
            let began = tokio::time::Instant::now();
            // What is there already counts as in time, however late it is looked at.
            let frame = tokio::time::timeout(LISTENING, frames.next()).await;
            self.beats.listened(began.elapsed().min(LISTENING));
            match frame {
                Ok(Some(frame)) => disposed = self.hear(ears, &frame) == LAST,
                Ok(None) => break,
                Err(_) => {}
            }
            self.arrived.beats = self.beats.enough(ears.heartbeat);
            count.send_replace(self.arrived);
        }
        // A stream without any event is told of as such.
        if !disposed && self.last.is_some() {
            self.note("ended", Finding::new(Rule::Event, "", "the stream ended though nothing ended it"));
        }
        disposed
    }

    /// Judges one event and gives its type.
    fn hear(&mut self, ears: &Ears, frame: &Frame) -> String {
        self.arrived.events += 1;
        let last = self.last.replace(frame.clone());
        let first = last.is_none();
        let doubled =
            last.is_some_and(|last| !frame.id.is_empty() && last.id == frame.id && last.data == frame.data);
        let Ok(event) = serde_json::from_str::<Value>(&frame.data) else {
            let message = format!("an event is not JSON: {}", crate::explain::shortened(&frame.data, 80));
            self.note(&message, Finding::new(Rule::Event, "", message.clone()));
            return String::new();
        };
        let kind = Seen::read(&event).map_or("without type", |seen| seen.kind).to_owned();
        if first && kind != FIRST {
            let message = format!("the first event is {kind}, not {FIRST}");
            self.note(&message, Finding::new(Rule::Event, "", message.clone()));
        }
        if kind == "server.heartbeat" {
            self.beats.beat();
        } else if doubled {
            let message = format!("{kind} came twice with the id {}", frame.id);
            self.note("doubled", Finding::new(Rule::Order, "", message));
        }
        let schema = ears.operation.event_schema().unwrap_or_default();
        for finding in ears.judge.value(schema, &event, Rule::Event) {
            let message = format!("{kind}: {}", finding.message);
            self.note(&format!("{}{message}", finding.pointer), Finding { message, ..finding });
        }
        if let Some(tape) = &ears.tape {
            tape.hear(&event);
        }
        self.order.lenient(ears.lenient.load(Ordering::Relaxed));
        let wrapped = if event.get("payload").is_some() { "/payload" } else { "" };
        for violation in self.order.see(&event) {
            self.violation(wrapped, violation);
        }
        kind
    }

    fn violation(&mut self, wrapped: &str, violation: Violation) {
        let Violation { name, sentence, rule, pointer, message } = violation;
        let pointer = if pointer.is_empty() { String::new() } else { format!("{wrapped}{pointer}") };
        let finding = Finding::new(rule, pointer, format!("{name}: {message}. {sentence}"));
        self.note(name, finding);
    }

    /// Of findings that differ only in ids, the first is kept and counted.
    fn note(&mut self, key: &str, finding: Finding) {
        if let Some((_, _, times)) = self.findings.iter_mut().find(|(noted, ..)| noted == key) {
            *times += 1;
        } else if self.findings.len() < MOST_FINDINGS {
            self.findings.push((key.to_owned(), finding, 1));
        }
    }

    /// What is to be said of the stream as a whole; its heartbeat has a verdict of its own.
    pub fn verdict(&self) -> Verdict {
        if self.status == Some(501) {
            return Verdict::NotBuilt;
        }
        let mut findings = self.opening.clone();
        if findings.is_empty() && self.arrived.events == 0 {
            let message = format!("no event came; the first is to be {FIRST}, at once");
            findings.push(Finding::new(Rule::Event, "", message));
        }
        findings.extend(self.findings.iter().map(|(_, finding, times)| match times {
            1 => finding.clone(),
            _ => Finding { message: format!("{} ({times} times)", finding.message), ..finding.clone() },
        }));
        Verdict::of(findings)
    }
}
