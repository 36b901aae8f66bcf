//! Whoever lacks the password gets nothing. Without a password there is nothing to check.

use crate::contract::Operation;
use crate::judge::{Finding, Rule};
use crate::report::{SERVER, Verdict};

use super::room::Room;
use super::wire::{Login, Reply, Request, basic};

/// One operation that forgets to ask for the password gives the machine away, so each is asked by everybody who has none.
pub(super) async fn strangers(room: &Room<'_, '_>, operation: &Operation) {
    if room.is_off_limits(operation) {
        return;
    }
    for (who, login) in everybody_else(room) {
        let request = Request { login, open_ended: true, ..room.harmless(operation) };
        room.check(&operation.id, &format!("auth: {who}"), request, |reply| kept_out(who, reply)).await;
    }
}

/// Paths outside of the contract tell what runs here, and are often served by something that asks nobody.
pub(super) async fn other_paths(room: &Room<'_, '_>) {
    let everybody = everybody_else(room);
    if everybody.is_empty() {
        let reason = "no password was given, so nobody is to be kept out".to_owned();
        room.note(SERVER, "auth", Verdict::NotExercised { reason });
    }
    for path in ["/doc", "/", "/conformance-no-such-path"] {
        for (who, login) in everybody.clone() {
            let request = Request { login, open_ended: true, ..Request::new("GET", path) };
            room.check(SERVER, &format!("auth: {path}: {who}"), request, |reply| kept_out(who, reply)).await;
        }
    }
}

/// Those who do not have the password; nobody where there is none.
fn everybody_else(room: &Room<'_, '_>) -> Vec<(&'static str, Login)> {
    let Some((user, password)) = room.trial.client.credentials() else { return Vec::new() };
    let other = |user: &str, password: &str| Login::Other(basic(user, password));
    vec![
        ("no credentials", Login::None),
        ("wrong password", other(user, &format!("{password}-not"))),
        ("no password", other(user, "")),
        ("wrong user", other(&format!("{user}-not"), password)),
        ("bearer", Login::Other(format!("Bearer {password}"))),
    ]
}

fn kept_out(who: &str, reply: &Reply) -> Verdict {
    let status = reply.status;
    if !matches!(status, 401 | 403) {
        let message = format!("with {who}, the answer is {status} instead of 401: this is open to everybody");
        return Verdict::of(vec![Finding::new(Rule::Auth, "", message)]);
    }
    // There may be several, in one header or in more.
    let asks = reply.header("www-authenticate").unwrap_or_default().to_lowercase();
    let asks = asks.split(',').any(|challenge| challenge.trim_start().starts_with("basic"));
    if status == 401 && !asks {
        let message =
            "the 401 has no WWW-Authenticate that asks for Basic: browsers do not ask for the password";
        return Verdict::of(vec![Finding::new(Rule::Auth, "", message)]);
    }
    Verdict::Conforms
}
