//! Calls that are no operation: paths and methods that the contract does not have.
//!
//! A server that answers them with success, or dies of them, misleads whoever mistypes. Refusals are to have the form
//! of the contract's errors, since clients read any error as one.

use std::collections::BTreeSet;

use crate::contract::Operation;
use crate::judge::Rule;
use crate::report::{SERVER, Verdict};

use super::room::{Room, fails, misshapen};
use super::wire::{Reply, Request};

const METHODS: [&str; 5] = ["PUT", "PATCH", "DELETE", "POST", "GET"];

/// A mistyped path must not look like an answer.
pub(super) async fn unknown(room: &Room<'_, '_>) {
    for path in ["/conformance-no-such-path", "/session/conformance/no/such/path", "/pathology"] {
        let request = Request::new("GET", path);
        room.check(SERVER, &format!("unknown path: {path}"), request, |reply| {
            let wrong = match reply.status {
                404 => misshapen(reply)
                    .map(|problem| format!("the 404 has none of the contract's forms: {problem}")),
                status => Some(format!("a path that does not exist is answered {status} instead of 404")),
            };
            wrong.map_or(Verdict::Conforms, |message| fails(Rule::Path, message))
        })
        .await;
    }
}

/// What no client sends, attackers do: it may neither crash anything nor lead out of the server's own paths.
pub(super) async fn malformed(room: &Room<'_, '_>) {
    if !room.wire.is_raw() {
        let reason = "over TLS, and through a proxy, requests cannot be written byte for byte".to_owned();
        return room.note(SERVER, "malformed request", Verdict::NotExercised { reason });
    }
    let long = format!("/{}", "x".repeat(64 * 1024));
    let targets = [
        ("not UTF-8", "/session/%ff"),
        ("broken escape", "/session/%zz"),
        ("zero byte", "/session/ses_%00"),
        ("dot segments", "/session/../../../../../../../../etc/passwd"),
        ("escaped dot segments", "/session/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd"),
        ("64 KiB long", &long),
    ];
    for (case, target) in targets {
        let request = Request::new("GET", target);
        room.check(SERVER, &format!("malformed request: {case}"), request, client_error).await;
    }
    let flood =
        (0..100).fold(room.health(), |request, at| request.with(&format!("X-{at}"), &"x".repeat(1024)));
    room.check(SERVER, "malformed request: 100 KiB of headers", flood, |reply| match reply.status {
        200..500 => Verdict::Conforms,
        status => fails(Rule::ServerError, format!("the answer is {status}")),
    })
    .await;
}

/// A method that HTTP does not define, or that a path does not have, is the client's mistake, not the server's.
pub(super) async fn undefined_method(room: &Room<'_, '_>) {
    let request = Request { open_ended: true, ..Request::new("CONFORM", "/session") };
    room.check(SERVER, "undefined method", request, |reply| match reply.status {
        400..=499 | 501 => Verdict::Conforms,
        status => {
            fails(Rule::Method, format!("an undefined method is answered {status} instead of 405 or 501"))
        }
    })
    .await;
    let request = Request { open_ended: true, ..Request::new("PUT", "/path") };
    room.check(SERVER, "method: PUT /path", request, refused).await;
}

/// A method that a path does not have must not do what another one does, nor pass for a fault of the server.
pub(super) async fn wrong_method(room: &Room<'_, '_>, operation: &Operation) {
    // Once for each path.
    let first = room.operations().find(|other| other.path == operation.path);
    if first.is_none_or(|first| first.id != operation.id) {
        return;
    }
    let request = room.request(operation);
    let operations = room.trial.contract.operations.values();
    let had: BTreeSet<_> = operations
        .filter(|other| covers(&other.path, &operation.path))
        .map(|other| other.method.as_str())
        .collect();
    let Some(method) = METHODS.into_iter().find(|method| !had.contains(method)) else { return };
    let request = Request { method: method.to_owned(), open_ended: true, ..request };
    room.check(&operation.id, &format!("method: {method}"), request, |reply| {
        // As if the path did not exist: the server's own manner, which is judged once.
        let stray = room.stray == Some(reply.status) && (reply.status >= 300 || reply.json().is_none());
        if stray { Verdict::Conforms } else { refused(reply) }
    })
    .await;
}

fn refused(reply: &Reply) -> Verdict {
    let wrong = match reply.status {
        405 if reply.header("allow").is_none() => {
            Some("the 405 has no `Allow`, which HTTP demands".to_owned())
        }
        404 | 405 => {
            misshapen(reply).map(|problem| format!("the refusal has none of the contract's forms: {problem}"))
        }
        status => {
            Some(format!("the contract has no such method here; it is answered {status} instead of 405"))
        }
    };
    wrong.map_or(Verdict::Conforms, |message| fails(Rule::Method, message))
}

fn client_error(reply: &Reply) -> Verdict {
    if reply.body.windows(7).any(|window| window == b"root:x:") {
        return fails(Rule::Path, "the answer holds /etc/passwd of the server");
    }
    match reply.status {
        400..500 => Verdict::Conforms,
        status => fails(Rule::Path, format!("this is answered {status} instead of 400 or 404")),
    }
}

/// Whether a template could stand for the same path as another one.
fn covers(template: &str, path: &str) -> bool {
    let (mut ours, mut theirs) = (template.split('/'), path.split('/'));
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b || a.starts_with('{') || b.starts_with('{') => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_covers_any_literal() {
        assert!(covers("/session/{sessionID}", "/session/status"));
        assert!(covers("/session/status", "/session/{sessionID}"));
        assert!(!covers("/session/{sessionID}", "/session/{sessionID}/share"));
        assert!(!covers("/session", "/project"));
    }
}
