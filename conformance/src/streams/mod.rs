//! The event streams: listened to from the first call to the last, and checks of their own with several readers.
//!
//! Start from [`Streams`]. `listener` hears a whole stream, `order` holds the rules of order, `heartbeat` times its signs
//! of life; `readers`, `release` and `resume` make things happen and look at them with readers of their own. The contract
//! says what an event may look like; what is asked beyond it is what clients rest on.

mod actor;
mod heartbeat;
mod listener;
mod order;
mod reader;
mod readers;
mod release;
mod resume;

use std::time::Instant;

use crate::Mode;
use crate::client::Call;
use crate::judge::Finding;
use crate::report::{Exchange, Kind, Verdict, millis};
use crate::trial::Trial;
pub(crate) use actor::{Actor, Hindrance};
use listener::Listener;
pub(crate) use order::Seen;
pub(crate) use reader::Reader;

/// The stream of one directory, and that of all of them.
const ONE: &str = "event.subscribe";
const ALL: &str = "global.event";

/// The streams that are listened to all the while.
#[derive(Debug)]
pub(crate) struct Streams {
    listeners: Vec<Listener>,
}

impl Streams {
    /// Opens the event streams that are reported on.
    pub async fn open(trial: &Trial<'_>) -> Streams {
        let mut listeners = Vec::new();
        for operation in trial.contract.operations.values() {
            if operation.event_schema().is_some()
                && trial.reported(&operation.id)
                && let Some(call) = Actor::of(trial).call(&operation.id, &[], None)
            {
                listeners.push(Listener::open(trial, operation, call).await);
            }
        }
        Streams { listeners }
    }

    /// Says whether calls made up at random follow: what they bring about need not look like the course of a run.
    pub fn lenient(&self, lenient: bool) {
        self.listeners.iter().for_each(|listener| listener.lenient(lenient));
    }

    /// The checks that make things happen themselves.
    pub async fn play(&self, trial: &Trial<'_>) {
        if trial.options.mode == Mode::ReadOnly || !(trial.reported(ONE) || trial.reported(ALL)) {
            return;
        }
        let actor = Actor::of(trial);
        let (Some(one), all) = (actor.call(ONE, &[], None), actor.call(ALL, &[], None)) else { return };
        let check = |operation, case, call| Check { trial, operation, case, call, began: Instant::now() };

        let checks = (check(ONE, "two readers", &one), check(ONE, "another directory", &one));
        let beside = all.as_ref().map(|all| check(ALL, "beside the stream of one directory", all));
        let wanted =
            checks.0.is_wanted() || checks.1.is_wanted() || beside.as_ref().is_some_and(Check::is_wanted);
        match if wanted { readers::observe(trial).await } else { Err(String::new()) } {
            // In a replay of failures, nothing of it is to be repeated.
            Err(_) if !wanted => {}
            Ok(observed) => {
                checks.0.tell(observed.two_readers());
                checks.1.tell(observed.other_directory());
                beside.into_iter().for_each(|check| check.tell(observed.global_stream()));
            }
            Err(hindrance) => {
                checks.0.tell(Err(hindrance.clone()));
                checks.1.tell(Err(hindrance.clone()));
                beside.into_iter().for_each(|check| check.tell(Err(hindrance.clone())));
            }
        }
        for (operation, call) in [(ONE, Some(&one)), (ALL, all.as_ref())] {
            if let Some(call) = call.filter(|_| trial.reported(operation)) {
                let resumed = check(operation, "a reader that comes back", call);
                if resumed.is_wanted() {
                    resumed.tell(resume::play(actor, call).await);
                }
                let released = check(operation, "readers that leave or stall", call);
                if released.is_wanted() {
                    released.tell(release::play(actor, call).await);
                }
            }
        }
    }

    /// Waits for what is still to come, closes the streams and tells what they showed.
    pub async fn finish(self, trial: &Trial<'_>) {
        let interval = trial.options.heartbeat;
        for mut listener in self.listeners {
            if trial.options.await_heartbeat {
                listener.heartbeat().await;
            }
            let (operation, call, began) =
                (listener.operation.clone(), listener.call.clone(), listener.opened);
            let check = |case| Check { trial, operation: &operation, case, call: &call, began };
            let heard = listener.finish().await;
            check("open all the while").tell_as(heard.status, heard.verdict());
            // Of a stream that is none, there is nothing more to say.
            if heard.status == Some(200) {
                check("heartbeat").tell_as(heard.status, heard.beats.verdict(interval));
            }
        }
    }
}

/// One check of a stream, begun.
struct Check<'a, 't> {
    trial: &'a Trial<'t>,
    operation: &'a str,
    case: &'static str,
    call: &'a Call,
    began: Instant,
}

impl Check<'_, '_> {
    fn is_wanted(&self) -> bool {
        self.trial.wanted(self.operation, Kind::Stream, self.case)
    }

    fn tell(self, found: Result<Vec<Finding>, Hindrance>) {
        match found {
            Ok(findings) => self.tell_as(Some(200), Verdict::of(findings)),
            Err(reason) => self.tell_as(None, Verdict::NotExercised { reason }),
        }
    }

    fn tell_as(self, status: Option<u16>, verdict: Verdict) {
        self.trial.tell(Exchange {
            operation: self.operation.to_owned(),
            kind: Kind::Stream,
            case: self.case.to_owned(),
            request: self.call.line(),
            curl: Some(self.trial.client.curl(self.call)),
            status,
            elapsed_ms: millis(self.began.elapsed()),
            verdict,
        });
    }
}
