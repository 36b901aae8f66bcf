//! Whoever lacks the password gets nothing. Without a password there is nothing to check.

use crate::client::quoted;
use crate::contract::Operation;
use crate::judge::{Finding, Rule};
use crate::report::{SERVER, Verdict};

use super::room::{PASSWORD, Room};
use super::wire::{Login, Reply, Request, basic};

/// One operation that forgets to ask for the password gives the machine away, so each is asked by everybody who has none.
pub(super) async fn strangers(room: &Room<'_, '_>, operation: &Operation) {
    let strangers = strangers_of(room);
    if room.is_off_limits(operation) {
        if !strangers.is_empty() {
            room.note_off_limits(operation, "auth");
        }
        return;
    }
    for stranger in strangers {
        let request = Request { login: stranger.login.clone(), open_ended: true, ..room.harmless(operation) };
        let case = format!("auth: {}", stranger.who);
        room.check(&operation.id, &case, request, |reply| kept_out(&stranger, reply)).await;
    }
}

/// Paths outside of the contract tell what runs here, and are often served by something that asks nobody.
pub(super) async fn other_paths(room: &Room<'_, '_>) {
    let strangers = strangers_of(room);
    if strangers.is_empty() {
        let reason = "no password was given, so nobody is to be kept out".to_owned();
        room.note(SERVER, "auth", Verdict::NotExercised { reason });
    }
    for path in ["/doc", "/", "/conformance-no-such-path"] {
        for stranger in &strangers {
            let request =
                Request { login: stranger.login.clone(), open_ended: true, ..Request::new("GET", path) };
            let case = format!("auth: {path}: {}", stranger.who);
            room.check(SERVER, &case, request, |reply| kept_out(stranger, reply)).await;
        }
    }
}

/// Somebody who is not to be let in.
struct Stranger {
    who: &'static str,
    login: Login,
    /// What it means that they are let in.
    means: &'static str,
}

/// Those who do not have the password; nobody where there is none.
fn strangers_of(room: &Room<'_, '_>) -> Vec<Stranger> {
    let Some((user, password)) = room.trial.client.credentials() else { return Vec::new() };
    // What is wrong with the password must not tell the right one.
    let other = |user: &str, password: &str, shown: String| Login::Other {
        header: basic(user, password),
        curl: format!("-u '{}':{shown}", quoted(user)),
    };
    let bearer = Login::Other {
        header: format!("Bearer {password}"),
        curl: format!("-H \"Authorization: Bearer ${PASSWORD}\""),
    };
    let wrong = other(user, &format!("{password}-not"), format!("\"${PASSWORD}-not\""));
    let wrong_user = other(&format!("{user}-not"), password, format!("\"${PASSWORD}\""));
    [
        ("no credentials", Login::None, "this is open to everybody"),
        ("wrong password", wrong, "any password will do, so this is open to everybody"),
        ("no password", other(user, "", "''".to_owned()), "the user name is enough"),
        ("wrong user", wrong_user, "any user name will do"),
        ("bearer", bearer, "the right password is also taken as a token"),
    ]
    .map(|(who, login, means)| Stranger { who, login, means })
    .into()
}

fn kept_out(stranger: &Stranger, reply: &Reply) -> Verdict {
    let status = reply.status;
    if !matches!(status, 401 | 403) {
        let Stranger { who, means, .. } = stranger;
        let message = format!("with {who}, the answer is {status} instead of 401: {means}");
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
