//! What is decided about a call before an operation sees it: who asks, from which page, by which name, how, and with what.
//!
//! Schemas are of no concern here: whether values fit is checked by generated cases. Checks of one operation send ids that
//! nobody has and bodies that nobody can read, so that a server which lets them in does nothing either. All of it
//! concerns a directory of its own, whose instance is disposed of at the end.
//!
//! [`CHECKS`] is the whole list. A check is a function that asks [`Room::check`] to send something and says of the answer
//! what is wrong with it; its own comment says why it is made.

mod auth;
mod body;
mod deleted;
mod head;
mod load;
mod origin;
mod path;
mod reading;
mod room;
mod wire;

use futures::StreamExt;
use futures::future::BoxFuture;

use crate::contract::Operation;
use crate::report::{SERVER, Verdict};
use crate::trial::Trial;
use crate::{Mode, RunError};

use room::Room;

type OfServer = for<'c, 'r, 't> fn(&'c Room<'r, 't>) -> BoxFuture<'c, ()>;
type OfEach = for<'c, 'r, 't> fn(&'c Room<'r, 't>, &'c Operation) -> BoxFuture<'c, ()>;

/// One kind of check.
struct Check {
    name: &'static str,
    sends: Sends,
    play: Play,
}

/// What a replay that only reads may send is GET.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sends {
    /// GET alone, at least where the replay only reads.
    Get,
    Anything,
}

enum Play {
    /// Once.
    Server(OfServer),
    /// For each operation that is reported on.
    Each(OfEach),
}

/// In the order in which they are made: what might leave a server in disorder comes last.
const CHECKS: [Check; 21] = [
    each("auth", Sends::Get, |room, operation| Box::pin(auth::strangers(room, operation))),
    once("auth of other paths", Sends::Get, |room| Box::pin(auth::other_paths(room))),
    once("cors", Sends::Get, |room| Box::pin(origin::pages(room))),
    once("cors of refusals", Sends::Get, |room| Box::pin(origin::refusal(room))),
    each("cors of answers", Sends::Get, |room, operation| Box::pin(origin::answers(room, operation))),
    each("preflight", Sends::Anything, |room, operation| Box::pin(origin::preflight(room, operation))),
    once("preflight of foreign pages", Sends::Anything, |room| Box::pin(origin::foreign_preflight(room))),
    once("host", Sends::Get, |room| Box::pin(origin::foreign_hosts(room))),
    once("changes from pages", Sends::Anything, |room| Box::pin(origin::changes(room))),
    once("terminals from pages", Sends::Anything, |room| Box::pin(origin::foreign_terminal(room))),
    once("unknown path", Sends::Get, |room| Box::pin(path::unknown(room))),
    once("malformed request", Sends::Get, |room| Box::pin(path::malformed(room))),
    once("undefined method", Sends::Anything, |room| Box::pin(path::undefined_method(room))),
    each("method", Sends::Anything, |room, operation| Box::pin(path::wrong_method(room, operation))),
    each("head", Sends::Anything, |room, operation| Box::pin(head::like_get(room, operation))),
    each("body", Sends::Anything, |room, operation| Box::pin(body::unreadable(room, operation))),
    each("content type", Sends::Anything, |room, operation| Box::pin(body::other_type(room, operation))),
    once("after delete", Sends::Anything, |room| Box::pin(deleted::check(room))),
    once("slow", Sends::Anything, |room| Box::pin(load::slow(room))),
    once("too large", Sends::Anything, |room| Box::pin(load::too_large(room))),
    once("head of a stream", Sends::Anything, |room| Box::pin(head::of_stream(room))),
];

const fn once(name: &'static str, sends: Sends, play: OfServer) -> Check {
    Check { name, sends, play: Play::Server(play) }
}

const fn each(name: &'static str, sends: Sends, play: OfEach) -> Check {
    Check { name, sends, play: Play::Each(play) }
}

/// Makes every check that the mode allows.
///
/// # Errors
/// The directory of the checks cannot be made.
pub(crate) async fn play(trial: &Trial<'_>) -> Result<(), RunError> {
    let room = Room::open(trial).await.map_err(RunError::Project)?;
    for check in &CHECKS {
        if trial.options.mode == Mode::ReadOnly && check.sends == Sends::Anything {
            let reason = "it sends more than GET, and the replay is to read only".to_owned();
            room.note(SERVER, check.name, Verdict::NotExercised { reason });
            continue;
        }
        match check.play {
            Play::Server(play) => play(&room).await,
            Play::Each(play) => {
                let operations = futures::stream::iter(room.operations());
                let at_once = trial.options.jobs.max(1);
                operations.for_each_concurrent(at_once, |operation| play(&room, operation)).await;
            }
        }
    }
    room.close().await;
    Ok(())
}
