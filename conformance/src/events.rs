//! The event streams: open from the first call to the last, every event judged as it arrives.

use std::sync::Arc;
use std::time::{Duration, Instant};

use eventsource_stream::Eventsource;
use futures::StreamExt;
use serde_json::Value;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::client::{Call, CallError, Client};
use crate::contract::Operation;
use crate::judge::{Finding, Judge, Received, Rule};
use crate::report::{Exchange, Kind, Verdict};

/// The first event of every stream.
const FIRST: &str = "server.connected";
/// After the last call: how long a stream must be silent to be done, and the longest wait for that.
const SILENCE: Duration = Duration::from_millis(300);
const LAST_WAIT: Duration = Duration::from_secs(3);
/// Different findings that are kept of one stream.
const MOST_FINDINGS: usize = 40;

/// A stream being listened to.
#[derive(Debug)]
pub(crate) struct Listener {
    operation: String,
    request: String,
    opened: Instant,
    /// Counts events; closes with the stream.
    arrived: watch::Receiver<usize>,
    task: JoinHandle<Heard>,
    stop: tokio::sync::oneshot::Sender<()>,
}

/// What a stream has shown.
#[derive(Debug, Default)]
struct Heard {
    status: Option<u16>,
    /// Status, content type or transport: the stream as an answer.
    opening: Vec<Finding>,
    events: usize,
    /// How often each was found.
    findings: Vec<(Finding, usize)>,
}

impl Listener {
    /// Opens the stream and waits for its first event, within the client's limit.
    pub async fn open(client: &Client, judge: &Arc<Judge>, operation: &Operation, call: Call) -> Listener {
        let (count, mut arrived) = watch::channel(0);
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let listener = Listener {
            operation: operation.id.clone(),
            request: call.line(),
            opened: Instant::now(),
            arrived: arrived.clone(),
            task: tokio::spawn(listen(
                client.clone(),
                Arc::clone(judge),
                operation.clone(),
                call,
                count,
                stopped,
            )),
            stop,
        };
        // Either the first event, or the end of a stream that never had one: `finish` tells which.
        let _ = tokio::time::timeout(client.limit(), arrived.wait_for(|count| *count > 0)).await;
        listener
    }

    /// Waits for the stream to fall silent, closes it and judges what it showed.
    pub async fn finish(mut self) -> Exchange {
        let silent =
            async { while let Ok(Ok(())) = tokio::time::timeout(SILENCE, self.arrived.changed()).await {} };
        let _ = tokio::time::timeout(LAST_WAIT, silent).await;
        // The listener may have ended by itself with its stream.
        let _ = self.stop.send(());
        let heard = self.task.await.unwrap_or_else(|error| {
            let opening = vec![Finding::new(Rule::Transport, "", format!("listening failed: {error}"))];
            Heard { opening, ..Heard::default() }
        });
        Exchange {
            operation: self.operation,
            kind: Kind::Stream,
            case: "open all the while".to_owned(),
            request: self.request,
            curl: None,
            status: heard.status,
            elapsed_ms: u64::try_from(self.opened.elapsed().as_millis()).unwrap_or(u64::MAX),
            verdict: heard.verdict(),
        }
    }
}

async fn listen(
    client: Client,
    judge: Arc<Judge>,
    operation: Operation,
    call: Call,
    count: watch::Sender<usize>,
    stopped: tokio::sync::oneshot::Receiver<()>,
) -> Heard {
    let mut heard = Heard::default();
    let response = match client.open(&call).await {
        Ok(response) => response,
        Err(error) => {
            heard.opening.push(Finding::new(Rule::Transport, "", error.to_string()));
            return heard;
        }
    };
    let status = response.status().as_u16();
    heard.status = Some(status);
    if status != 200 {
        let received =
            Received { status, content_type: None, body: response.bytes().await.unwrap_or_default().into() };
        heard.opening = judge.answer(&operation, &operation.success_statuses(), &received).0;
        return heard;
    }
    let content_type =
        response.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or("");
    if content_type.split(';').next().map(str::trim) != Some("text/event-stream") {
        let message = format!("content type {content_type:?} instead of text/event-stream");
        heard.opening.push(Finding::new(Rule::ContentType, "", message));
    }
    let schema = operation.event_schema().unwrap_or_default().to_owned();
    let hearing = async {
        let mut events = response.bytes_stream().eventsource();
        while let Some(Ok(event)) = events.next().await {
            heard.hear(&judge, &schema, &event.data);
            count.send_replace(heard.events);
        }
    };
    tokio::select! {
        () = hearing => {}
        _ = stopped => {}
    }
    heard
}

impl Heard {
    fn hear(&mut self, judge: &Judge, schema: &str, data: &str) {
        self.events += 1;
        let Ok(event) = serde_json::from_str::<Value>(data) else {
            let message = format!("an event is not JSON: {}", crate::explain::shortened(data, 80));
            self.note(Finding::new(Rule::Event, "", message));
            return;
        };
        // The global stream wraps each event in `payload` beside its directory.
        let inner = event.get("payload").unwrap_or(&event);
        let kind = inner["type"].as_str().unwrap_or("without type").to_owned();
        if self.events == 1 && kind != FIRST {
            self.note(Finding::new(Rule::Event, "", format!("the first event is {kind}, not {FIRST}")));
        }
        for finding in judge.value(schema, &event, Rule::Event) {
            self.note(Finding { message: format!("{kind}: {}", finding.message), ..finding });
        }
    }

    fn note(&mut self, finding: Finding) {
        if let Some((_, times)) = self.findings.iter_mut().find(|(noted, _)| *noted == finding) {
            *times += 1;
        } else if self.findings.len() < MOST_FINDINGS {
            self.findings.push((finding, 1));
        }
    }

    fn verdict(mut self) -> Verdict {
        if self.status == Some(501) {
            return Verdict::NotBuilt;
        }
        if self.opening.is_empty() && self.events == 0 {
            self.note(Finding::new(
                Rule::Event,
                "",
                format!("no event came; the first is to be {FIRST}, at once"),
            ));
        }
        let mut findings = self.opening;
        findings.extend(self.findings.into_iter().map(|(finding, times)| match times {
            1 => finding,
            _ => Finding { message: format!("{} ({times} times)", finding.message), ..finding },
        }));
        Verdict::of(findings)
    }
}

impl From<CallError> for Finding {
    fn from(error: CallError) -> Finding {
        Finding::new(Rule::Transport, "", error.to_string())
    }
}
