//! Ids that somebody had: 404 where the contract says so. Ids that nobody ever had are the generated cases' affair.

use serde_json::{Value, json};

use crate::client::Call;
use crate::contract::{Operation, parameter_of};
use crate::judge::{Finding, Rule};
use crate::report::Verdict;

use super::room::Room;
use super::wire::{Reply, Request};

/// The case of all of them.
const CASE: &str = "after delete";
/// That of a message whose part is deleted before it.
const CASE_OF_PART: &str = "after a part is deleted";
/// What a part is written with anew; all ids in it are of the path.
const TEXT: &str = "conformance";

/// What is deleted is gone: for whoever asks for it, or changes it, in lists, and for a second deletion.
///
/// Worktrees are deleted in a story, since they need a repository. Of credentials and MCP servers nothing that is deleted
/// can be asked for.
pub(super) async fn check(room: &Room<'_, '_>) {
    let sessions = [
        ("session.get", None),
        ("session.update", Some(json!({}))),
        ("session.children", None),
        ("session.todo", None),
        ("session.messages", None),
        ("session.message", None),
        ("part.update", None),
        ("part.delete", None),
        ("session.prompt", Some(prompt())),
        ("session.prompt_async", Some(prompt())),
        ("session.delete", None),
    ];
    let terminals = [("pty.get", None), ("pty.update", Some(json!({}))), ("pty.remove", None)];
    let of_message = ["session.message", "part.delete", "part.update"];
    let wanted = |id: &str| room.operation(id).is_some() && room.wants(id, CASE);
    let of_part = room.operation("session.message").is_some() && room.wants("session.message", CASE_OF_PART);
    if (sessions.iter().any(|(id, _)| wanted(id)) || wanted("session.list") || of_part)
        && let Some(mut owner) = Owner::create(room, "session").await
    {
        let speaks = of_part || of_message.into_iter().any(wanted);
        if speaks && owner.speak().await.is_some() && of_part {
            owner.without_part().await;
        }
        owner.without(&sessions).await;
    }
    if (terminals.iter().any(|(id, _)| wanted(id)) || wanted("pty.list"))
        && let Some(owner) = Owner::create(room, "pty").await
    {
        owner.without(&terminals).await;
    }
}

fn prompt() -> Value {
    json!({ "noReply": true, "parts": [{ "type": "text", "text": TEXT }] })
}

/// Something that was created, and is deleted.
struct Owner<'c, 'r, 't> {
    room: &'c Room<'r, 't>,
    kind: &'static str,
    /// Its id, then those of a message and of its part, as paths have them.
    ids: Vec<String>,
}

impl<'c, 'r, 't> Owner<'c, 'r, 't> {
    /// `None`: the stories tell why nothing was created.
    async fn create(room: &'c Room<'r, 't>, kind: &'static str) -> Option<Owner<'c, 'r, 't>> {
        let owner = Owner { room, kind, ids: Vec::new() };
        let created = owner.sent(&format!("{kind}.create"), Some(json!({}))).await?;
        let ids = vec![created.json()?["id"].as_str()?.to_owned()];
        Some(Owner { ids, ..owner })
    }

    /// Gives a session a message with one part.
    async fn speak(&mut self) -> Option<()> {
        let message = self.sent("session.prompt", Some(prompt())).await?.json()?;
        for place in ["/info/id", "/parts/0/id"] {
            self.ids.push(message.pointer(place)?.as_str()?.to_owned());
        }
        Some(())
    }

    /// A part that is deleted before its message.
    async fn without_part(&self) {
        let deleted = self.sent("part.delete", None).await;
        if deleted.is_none_or(|reply| reply.status != 200) {
            return;
        }
        if let Some(message) = self.room.operation("session.message") {
            let request = self.request(message, None);
            let part = &self.ids[2];
            self.room
                .check(&message.id, CASE_OF_PART, request, |reply| still_there(reply, "/parts", part, "part"))
                .await;
        }
    }

    /// Deletes it and asks for it in these ways, the last of which deletes.
    async fn without(&self, users: &[(&str, Option<Value>)]) {
        let Some((deletes, _)) = users.last() else { return };
        if self.sent(deletes, None).await.is_none_or(|reply| reply.status != 200) {
            return;
        }
        for (id, body) in users {
            let Some(operation) = self.room.operation(id) else { continue };
            let ids = operation.segments().filter(|segment| parameter_of(segment).is_some()).count();
            if !operation.answers.contains_key("404") || ids > self.ids.len() {
                continue;
            }
            let judge = |reply: &Reply| missing(self.room, operation, self.kind, reply);
            self.room.check(id, CASE, self.request(operation, body.clone()), judge).await;
        }
        if let Some(list) = self.room.operation(&format!("{}.list", self.kind)) {
            let judge = |reply: &Reply| still_there(reply, "", &self.ids[0], self.kind);
            self.room.check(&list.id, CASE, self.room.request(list), judge).await;
        }
    }

    async fn sent(&self, operation: &str, body: Option<Value>) -> Option<Reply> {
        let operation = self.room.trial.contract.operations.get(operation)?;
        self.room.wire.send(&self.request(operation, body)).await.ok()
    }

    /// A valid call with the ids of this one.
    fn request(&self, operation: &Operation, body: Option<Value>) -> Request {
        let mut call = self.room.call(operation);
        let places = operation.segments().zip(&mut call.segments);
        let places = places.filter(|(segment, _)| parameter_of(segment).is_some());
        for ((_, segment), id) in places.zip(&self.ids) {
            segment.clone_from(id);
        }
        let request = Request::new(&operation.method, call.target());
        let part = || match self.ids.as_slice() {
            [session, message, part] if operation.id == "part.update" => Some(json!({
                "id": part, "sessionID": session, "messageID": message, "type": "text", "text": TEXT,
            })),
            _ => None,
        };
        match body.or_else(part) {
            Some(body) => request.json(body.to_string()),
            None => request,
        }
    }
}

/// Whether what was deleted is still in a list of the answer.
fn still_there(reply: &Reply, list: &str, id: &str, kind: &str) -> Verdict {
    let answer = reply.json();
    let items = answer.as_ref().and_then(|answer| answer.pointer(list)).and_then(Value::as_array);
    match items.into_iter().flatten().position(|item| item["id"] == id) {
        Some(at) => {
            let message = format!("the deleted {kind} is still in the list");
            Verdict::of(vec![Finding::new(Rule::AfterDelete, format!("{list}/{at}"), message)])
        }
        None => Verdict::Conforms,
    }
}

fn missing(room: &Room<'_, '_>, operation: &Operation, kind: &str, reply: &Reply) -> Verdict {
    match reply.status {
        501 => Verdict::NotBuilt,
        404 => Verdict::of(room.trial.judge.answer(operation, &[404], &reply.received()).0),
        status => {
            let empty = if reply.body.is_empty() && status != 204 { ", with an empty body," } else { "" };
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
