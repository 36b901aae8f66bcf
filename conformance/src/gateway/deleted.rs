//! Ids that somebody had: 404 where the contract says so. Ids that nobody ever had are the generated cases' affair.

use serde_json::Value;

use crate::client::Call;
use crate::contract::Operation;
use crate::judge::{Finding, Rule};
use crate::report::Verdict;

use super::room::Room;
use super::wire::{Reply, Request};

/// What is deleted is gone: for whoever asks for it, in lists, and for a second deletion.
pub(super) async fn check(room: &Room<'_, '_>) {
    let kinds = [
        ("session", &["session.get", "session.update", "session.messages", "session.children"][..]),
        ("pty", &["pty.get"][..]),
    ];
    for (kind, users) in kinds {
        let deletes = if kind == "pty" { "pty.remove" } else { "session.delete" };
        let list = format!("{kind}.list");
        let concerned = users.iter().chain([&deletes, &list.as_str()]).any(|id| room.operation(id).is_some());
        if concerned {
            one_kind(room, kind, deletes, &list, users).await;
        }
    }
}

async fn one_kind(room: &Room<'_, '_>, kind: &str, deletes: &str, list: &str, users: &[&str]) {
    let operations = &room.trial.contract.operations;
    let (Some(create), Some(delete)) = (operations.get(&format!("{kind}.create")), operations.get(deletes))
    else {
        return;
    };
    let created = room.wire.send(&valid(create, &room.call(create))).await.ok();
    let Some(id) = created.and_then(|reply| reply.json()?["id"].as_str().map(str::to_owned)) else {
        // The stories tell why nothing was created.
        return;
    };
    let with_id = |operation: &Operation| {
        let mut call = room.call(operation);
        if let Some(segment) = call.segments.get_mut(1) {
            segment.clone_from(&id);
        }
        valid(operation, &call)
    };
    if !room.wire.send(&with_id(delete)).await.is_ok_and(|reply| reply.status == 200) {
        return;
    }
    for operation in users.iter().chain([&deletes]).filter_map(|id| room.operation(id)) {
        if operation.answers.contains_key("404") {
            let judge = |reply: &Reply| missing(room, operation, kind, reply);
            room.check(&operation.id, "after delete", with_id(operation), judge).await;
        }
    }
    if let Some(operation) = room.operation(list) {
        room.check(&operation.id, "after delete", room.request(operation), |reply| {
            let items = reply.json();
            let items = items.as_ref().and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            match items.iter().position(|item| item["id"] == id.as_str()) {
                Some(at) => {
                    let message = format!("the deleted {kind} is still in the list");
                    Verdict::of(vec![Finding::new(Rule::AfterDelete, format!("/{at}"), message)])
                }
                None => Verdict::Conforms,
            }
        })
        .await;
    }
}

/// With an empty body, which all operations used here allow.
fn valid(operation: &Operation, call: &Call) -> Request {
    let request = Request::new(&operation.method, call.target());
    match operation.body {
        Some(_) => request.json("{}"),
        None => request,
    }
}

fn missing(room: &Room<'_, '_>, operation: &Operation, kind: &str, reply: &Reply) -> Verdict {
    match reply.status {
        501 => Verdict::NotBuilt,
        404 => Verdict::of(room.trial.judge.answer(operation, &[404], &reply.received()).0),
        status => {
            let empty = if reply.body.is_empty() { ", with an empty body," } else { "" };
            let message = format!("a deleted {kind} is answered {status}{empty} instead of 404");
            let place = format!("{}/404", operation.responses());
            Verdict::of(vec![Finding::new(Rule::AfterDelete, "", message).of_contract(place)])
        }
    }
}

/// Deletes a session that came of a check that should have been refused.
pub(super) async fn forget_session(room: &Room<'_, '_>, operation: &Operation, reply: Option<Reply>) {
    let created = reply.filter(|reply| operation.id == "session.create" && reply.status == 200);
    let id = created.and_then(|reply| reply.json()?["id"].as_str().map(str::to_owned));
    if let (Some(id), Some(delete)) = (id, room.trial.contract.operations.get("session.delete")) {
        let call = Call { segments: vec!["session".to_owned(), id], ..room.call(delete) };
        // What comes of it is told by the stories.
        let _ = room.wire.send(&Request::new("DELETE", call.target())).await;
    }
}
