//! Which web pages may read answers, which may change something, and by which names the server may be called.
//!
//! A browser sends a page's requests to any address, loopback included. What keeps the page from reading the answer is
//! CORS; what keeps it from changing something is the server alone, which is told the page's `Origin`. A page may also
//! point its own name to loopback, and is then of the same origin: the `Host` gives it away.

use std::time::Instant;

use serde_json::json;

use crate::client::Call;
use crate::contract::Operation;
use crate::judge::{Finding, Rule};
use crate::report::{SERVER, Verdict};

use super::deleted::forget_session;
use super::room::{Room, fails, unanswered};
use super::wire::{Login, Reply, Request};

/// Pages that belong to OpenCode, and those of this machine.
const OWN: [&str; 7] = [
    "http://localhost:3000",
    "http://127.0.0.1:65535",
    "tauri://localhost",
    "http://tauri.localhost",
    "https://tauri.localhost",
    "https://opencode.ai",
    "https://app.opencode.ai",
];
/// Pages of anybody, some of which look like those above.
const FOREIGN: [&str; 6] = [
    "https://evil.example",
    "null",
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example:3000",
    "https://opencode.ai.evil.example",
    "https://evilopencode.ai",
];
const ALLOWED: &str = "access-control-allow-origin";

/// The web and desktop applications must be able to read answers, and no other page may.
pub(super) async fn pages(room: &Room<'_, '_>) {
    for origin in OWN {
        let request = room.health().with("Origin", origin);
        room.check(SERVER, &format!("cors: {origin}"), request, |reply| readable(reply, origin)).await;
    }
    for origin in FOREIGN {
        let request = room.health().with("Origin", origin);
        room.check(SERVER, &format!("cors: {origin}"), request, |reply| unreadable(reply, origin)).await;
    }
    let request = room.health().with("Origin", OWN[0]);
    room.check(SERVER, "cors: caches", request, varies).await;
}

/// A page that is allowed, but not logged in, has to learn that: without the header it sees a broken connection.
pub(super) async fn refusal(room: &Room<'_, '_>) {
    if room.trial.client.credentials().is_some() {
        let request = Request { login: Login::None, ..room.health().with("Origin", OWN[0]) };
        room.check(SERVER, "cors: refusal", request, |reply| readable(reply, OWN[0])).await;
    }
}

/// One operation that forgets the header is missing from the web application, one that is too generous tells all pages.
pub(super) async fn answers(room: &Room<'_, '_>, operation: &Operation) {
    if operation.method != "GET" || room.waits(operation) || room.is_socket(operation) {
        return;
    }
    let request = |origin| Request { open_ended: true, ..room.request(operation).with("Origin", origin) };
    let (own, foreign) = (OWN[0], FOREIGN[0]);
    room.check(&operation.id, "cors: own page", request(own), |reply| readable(reply, own)).await;
    room.check(&operation.id, "cors: foreign page", request(foreign), |reply| unreadable(reply, foreign))
        .await;
}

/// Before it calls with JSON or a password, a browser asks whether it may, without any credentials.
pub(super) async fn preflight(room: &Room<'_, '_>, operation: &Operation) {
    let request = asking(room, operation, OWN[0]);
    room.check(&operation.id, "preflight", request, |reply| {
        let mut findings = Vec::new();
        let mut wrong = |message: String| findings.push(Finding::new(Rule::Cors, "", message));
        if !(200..300).contains(&reply.status) {
            let status = reply.status;
            wrong(format!("the preflight is answered {status} instead of 204: no page can call this"));
        } else {
            let lists = |name: &str, wanted: &str| {
                let listed = reply.header(name).unwrap_or_default();
                // Browsers do not take the star for `Authorization`.
                let any = |item: &str| item == "*" && wanted != "authorization";
                listed.split(',').map(str::trim).any(|item| any(item) || item.eq_ignore_ascii_case(wanted))
            };
            if readable(reply, OWN[0]) != Verdict::Conforms {
                wrong(format!("the preflight allows nothing to {}", OWN[0]));
            }
            if !lists("access-control-allow-methods", &operation.method) {
                wrong(format!("the preflight does not allow {}", operation.method));
            }
            for header in ["authorization", "content-type"] {
                if !lists("access-control-allow-headers", header) {
                    wrong(format!("the preflight does not allow the header {header}"));
                }
            }
        }
        Verdict::of(findings)
    })
    .await;
}

/// A preflight that allows every page undoes what the answers withhold.
pub(super) async fn foreign_preflight(room: &Room<'_, '_>) {
    let Some(operation) = room.trial.contract.operations.get("session.create") else { return };
    for origin in FOREIGN {
        let request = asking(room, operation, origin);
        room.check(SERVER, &format!("preflight: {origin}"), request, |reply| unreadable(reply, origin)).await;
    }
}

fn asking(room: &Room<'_, '_>, operation: &Operation, origin: &str) -> Request {
    let request = Request { method: "OPTIONS".to_owned(), login: Login::None, ..room.request(operation) };
    request
        .with("Origin", origin)
        .with("Access-Control-Request-Method", &operation.method)
        .with("Access-Control-Request-Headers", "authorization,content-type")
}

/// A page that points its own name to loopback is stopped by nothing else, where there is no password.
pub(super) async fn foreign_hosts(room: &Room<'_, '_>) {
    if !room.trial.client.is_loopback() || room.trial.client.credentials().is_some() {
        let reason = "only a server on loopback without a password can be reached under a page's own name";
        room.note(SERVER, "host", Verdict::NotExercised { reason: reason.to_owned() });
    } else {
        for host in ["evil.example", "evil.example:4096", "localhost.evil.example", "127.0.0.1.evil.example"]
        {
            let request = Request { host: Some(host.to_owned()), ..room.health() };
            room.check(SERVER, &format!("host: {host}"), request, |reply| refused(reply, || {
                format!("it answers to the name {host}: a web page can point a name of its own here and read all")
            }))
            .await;
        }
    }
    if room.wire.is_raw() {
        // RFC 9112, section 3.2, has 400 for both: what two readers take for different hosts, one can be tricked with.
        let none = Request { host: None, ..room.health() };
        let two = room.health().with("Host", "evil.example");
        for (case, request) in [("host: none", none), ("host: two", two)] {
            room.check(SERVER, case, request, |reply| match reply.status {
                400..500 => Verdict::Conforms,
                status => fails(Rule::Http, format!("the answer is {status}; HTTP/1.1 has 400 for this")),
            })
            .await;
        }
    }
}

/// Browsers let any page post a form or plain text, and send the password along that they remember.
pub(super) async fn changes(room: &Room<'_, '_>) {
    let operations = &room.trial.contract.operations;
    if let Some(create) = operations.get("session.create") {
        let posting = |origin, kind| {
            Request { body: b"{}".to_vec(), ..room.request(create).with("Origin", origin) }
                .with("Content-Type", kind)
        };
        for origin in ["https://evil.example", "null"] {
            let request = posting(origin, "text/plain");
            let judge =
                |reply: &Reply| refused(reply, || format!("a page of {origin} has created a session"));
            let reply = room.check(SERVER, &format!("origin: {origin}"), request, judge).await;
            forget_session(room, create, reply).await;
        }
        let reply = room
            .check(SERVER, "origin: own page", posting(OWN[0], "application/json"), |reply| {
                match reply.status {
                    401 | 403 => {
                        let status = reply.status;
                        fails(Rule::Cors, format!("the answer to a change from {} is {status}", OWN[0]))
                    }
                    _ => Verdict::Conforms,
                }
            })
            .await;
        forget_session(room, create, reply).await;
    }
    if let Some(dispose) = operations.get("instance.dispose") {
        let request = room.request(dispose).with("Origin", FOREIGN[0]);
        let what = || format!("a page of {} has stopped what runs in a directory", FOREIGN[0]);
        room.check(SERVER, "origin: without a body", request, |reply| refused(reply, what)).await;
    }
}

/// No rule of browsers keeps a page from opening a WebSocket: with a terminal behind it, it may run anything.
pub(super) async fn foreign_terminal(room: &Room<'_, '_>) {
    let operations = &room.trial.contract.operations;
    let (Some(create), Some(connect)) = (operations.get("pty.create"), operations.get("pty.connect")) else {
        return;
    };
    if !room.trial.reported(&connect.id) {
        return;
    }
    let body = json!({"command": "/bin/sh", "args": ["-c", "read line"], "title": "Conformance"});
    let created = room.wire.send(&room.request(create).json(body.to_string())).await;
    let id = match &created {
        Ok(reply) => reply.json().and_then(|body| body["id"].as_str().map(str::to_owned)),
        Err(error) => return room.note(&connect.id, "origin", unanswered(error)),
    };
    let Some(id) = id else {
        let verdict = match created.is_ok_and(|reply| reply.status == 501) {
            true => Verdict::NotBuilt,
            false => Verdict::NotExercised { reason: "no terminal could be made".to_owned() },
        };
        return room.note(&connect.id, "origin", verdict);
    };
    let mut call = room.call(connect);
    if let Some(segment) = call.segments.get_mut(1) {
        segment.clone_from(&id);
    }
    let request = Request { open_ended: true, ..Request::new("GET", call.target()) };
    let request = request
        .with("Connection", "Upgrade")
        .with("Upgrade", "websocket")
        .with("Sec-WebSocket-Version", "13")
        // Any sixteen bytes will do; these are what the standard's own example sends.
        .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .with("Origin", FOREIGN[0]);
    let began = Instant::now();
    let (status, verdict) = match room.wire.send(&request).await {
        Ok(reply) if reply.status == 101 => {
            let message = format!("a page of {} may type into a terminal", FOREIGN[0]);
            (Some(101), fails(Rule::Origin, message))
        }
        Ok(reply) => (Some(reply.status), Verdict::Conforms),
        Err(error) => (None, unanswered(&error)),
    };
    room.tell(&connect.id, "origin: foreign page", &request, began, status, verdict);
    let remove =
        Call { method: "DELETE".to_owned(), segments: vec!["pty".to_owned(), id], ..room.call(connect) };
    let _ = room.wire.send(&Request::new("DELETE", remove.target())).await;
}

fn refused(reply: &Reply, otherwise: impl FnOnce() -> String) -> Verdict {
    match reply.status {
        400..500 => Verdict::Conforms,
        501 => Verdict::NotBuilt,
        // It neither did what was asked nor refused it.
        status @ 500.. => fails(Rule::ServerError, format!("the answer is {status} instead of 403")),
        status => fails(Rule::Origin, format!("{} (status {status} instead of 403)", otherwise())),
    }
}

fn readable(reply: &Reply, origin: &str) -> Verdict {
    match reply.header(ALLOWED).as_deref() {
        Some(allowed) if allowed == origin || allowed == "*" => Verdict::Conforms,
        Some(allowed) => fails(Rule::Cors, format!("it allows {allowed} instead of {origin}")),
        None => fails(Rule::Cors, format!("a page of {origin} cannot read this (status {})", reply.status)),
    }
}

fn unreadable(reply: &Reply, origin: &str) -> Verdict {
    match reply.header(ALLOWED).as_deref() {
        Some(allowed) if allowed == origin || allowed == "*" => {
            fails(Rule::Cors, format!("a page of {origin} can read this: the answer allows {allowed}"))
        }
        _ => Verdict::Conforms,
    }
}

/// What one page may read must not come to another one out of a cache.
fn varies(reply: &Reply) -> Verdict {
    let vary = reply.header("vary").unwrap_or_default().to_ascii_lowercase();
    let per_origin = reply.header(ALLOWED).is_some_and(|allowed| allowed != "*");
    match !per_origin || vary.split(',').any(|name| matches!(name.trim(), "origin" | "*")) {
        true => Verdict::Conforms,
        false => fails(Rule::Cors, "the answer depends on the Origin, and has no `Vary: Origin`"),
    }
}
