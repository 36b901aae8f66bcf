//! `HEAD`: what `GET` would answer, without a body, and without anything left behind.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::Call;
use crate::contract::Operation;
use crate::judge::{Finding, Rule};
use crate::report::Verdict;

use super::room::{Room, fails, unanswered};
use super::wire::{Reply, Request, WireError};

/// The longest that a prompt with one written file may take.
const PROMPT: Duration = Duration::from_secs(10);

/// Proxies and link checkers ask with HEAD, and take the answer for that of GET.
pub(super) async fn like_get(room: &Room<'_, '_>, operation: &Operation) {
    let skipped = !room.wants(&operation.id, "head")
        || operation.method != "GET"
        || operation.event_schema().is_some()
        || room.waits(operation)
        || room.is_socket(operation);
    if skipped {
        return;
    }
    let Ok(get) = room.wire.send(&room.request(operation)).await else {
        // Told where GET is what is checked.
        return;
    };
    let request = Request { method: "HEAD".to_owned(), ..room.request(operation) };
    room.check(&operation.id, "head", request, |reply| Verdict::of(like(&get, reply))).await;
}

fn like(get: &Reply, head: &Reply) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut wrong = |message: String| findings.push(Finding::new(Rule::Head, "", message));
    if head.status != get.status {
        wrong(format!("HEAD is answered {}, and GET {}", head.status, get.status));
    } else if head.header("content-type") != get.header("content-type") {
        let shown = |reply: &Reply| reply.header("content-type").unwrap_or_else(|| "none".to_owned());
        wrong(format!("the content type for HEAD is {}, for GET {}", shown(head), shown(get)));
    }
    if !head.body.is_empty() {
        let length = head.body.len();
        wrong(format!(
            "{length} bytes of body came after HEAD; the next answer on this connection begins with them"
        ));
    }
    findings
}

/// A stream that is asked for its head has a reader that never reads: a server that waits for it hangs from then on.
/// Only a prompt whose tool writes a file shows that, so one is made before, and one after.
pub(super) async fn of_stream(room: &Room<'_, '_>) {
    let Some(stream) = room.operation("event.subscribe").filter(|stream| room.wants(&stream.id, "head"))
    else {
        return;
    };
    let request = Request { method: "HEAD".to_owned(), ..room.request(stream) };
    let told = |reason: &str| {
        room.note(&stream.id, "head", Verdict::NotExercised { reason: reason.to_owned() });
    };
    let Some(session) = created(room).await else { return told("no session could be created") };
    if prompt(room, &session, "before").await != Some(true) {
        remove(room, &session).await;
        return told("a prompt with a tool does not end here, whether before a HEAD or after it");
    }
    let began = Instant::now();
    let answered = room.wire.send(&request).await;
    let (status, verdict) = match &answered {
        Err(error) => (None, unanswered(error)),
        Ok(reply) if reply.status != 200 => {
            let message = format!("HEAD is answered {}, and GET 200", reply.status);
            (Some(reply.status), fails(Rule::Head, message))
        }
        Ok(reply) if !reply.body.is_empty() => (Some(200), fails(Rule::Head, "a body came after HEAD")),
        Ok(_) => match prompt(room, &session, "after").await {
            Some(true) => (Some(200), Verdict::Conforms),
            _ => {
                let message = "after it, a prompt whose tool writes a file does not end: HEAD has left a reader that \
                               never reads, and the server waits for it";
                (Some(200), fails(Rule::Head, message))
            }
        },
    };
    room.tell(&stream.id, "head", &request, began, status, verdict);
    remove(room, &session).await;
}

async fn created(room: &Room<'_, '_>) -> Option<String> {
    let create = room.trial.contract.operations.get("session.create")?;
    let reply = room.wire.send(&room.request(create).json("{}")).await.ok()?;
    reply.json()?["id"].as_str().map(str::to_owned)
}

/// Whether a prompt that writes a file was answered; `None` where it could not be sent.
async fn prompt(room: &Room<'_, '_>, session: &str, file: &str) -> Option<bool> {
    let operation = room.trial.contract.operations.get("session.prompt")?;
    let text = format!("[tool:write {{\"filePath\": \"{file}.txt\", \"content\": \"x\"}}] [say done]");
    let body = json!({"parts": [{"type": "text", "text": text}]}).to_string();
    let request = Request::new("POST", of_session(room, operation, session).target()).json(body);
    match tokio::time::timeout(PROMPT, room.wire.send(&request)).await {
        Err(_) | Ok(Err(WireError::Late(_))) => Some(false),
        Ok(Ok(reply)) => Some(reply.status == 200 && !reply.body.is_empty()),
        Ok(Err(_)) => None,
    }
}

/// Ends what may still run.
async fn remove(room: &Room<'_, '_>, session: &str) {
    for id in ["session.abort", "session.delete"] {
        if let Some(operation) = room.trial.contract.operations.get(id) {
            let call = of_session(room, operation, session);
            let _ = room.wire.send(&Request::new(&operation.method, call.target())).await;
        }
    }
}

fn of_session(room: &Room<'_, '_>, operation: &Operation, session: &str) -> Call {
    let mut call = room.call(operation);
    if let Some(segment) = call.segments.get_mut(1) {
        session.clone_into(segment);
    }
    call
}
