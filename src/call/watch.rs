//! Operations whose answer does not end by itself: event streams, and the output of a terminal. Start from [`events`].

use std::fmt::Debug;

use clap::ArgMatches;
use futures::{Stream, StreamExt as _};
use opencode_client::chain;
use opencode_client::events::{EventError, Item, Reconnect};
use opencode_client::pty::{Output, PtyError};
use opencode_spec::document::Operation;
use serde::Serialize;

use super::Failure;
use crate::connection::Connection;
use crate::output::{self, tell};

/// Prints one event per line, as JSON. Without `reconnects` it ends with the connection.
///
/// # Errors
/// [`Failure`].
pub async fn events(
    connection: &Connection,
    operation: &Operation<'_>,
    reconnects: bool,
) -> Result<(), Failure> {
    let client = connection.client().map_err(|problem| Failure::NotMade(format!("{problem:#}")))?;
    let policy = if reconnects { Reconnect::forever() } else { Reconnect::attempts(0) };
    match operation.id() {
        Some("global.event") => lines(client.global_events().reconnect(policy).await, reconnects).await,
        _ => lines(client.events().reconnect(policy).await, reconnects).await,
    }
}

async fn lines<E: Serialize + Debug>(
    stream: Result<impl Stream<Item = Result<Item<E>, EventError>> + Unpin, EventError>,
    reconnects: bool,
) -> Result<(), Failure> {
    let mut stream = stream.map_err(failure)?;
    while let Some(item) = stream.next().await {
        match item {
            Ok(Item::Event(event)) => {
                let line =
                    serde_json::to_string(&event).map_err(|problem| Failure::Refused(problem.to_string()))?;
                output::write(format!("{line}\n").as_bytes())?;
            }
            Ok(Item::Gap { .. }) => tell("The connection broke; events may be missing here."),
            Ok(Item::Undecodable(other)) => tell(other),
            Ok(_) => {}
            // The end of the one connection that was asked for.
            Err(EventError::Lost { .. }) if !reconnects => return Ok(()),
            Err(problem) => return Err(failure(problem)),
        }
    }
    Ok(())
}

fn failure(problem: EventError) -> Failure {
    match problem {
        EventError::Lost { .. } => Failure::NotMade(chain(&problem)),
        _ => Failure::Refused(chain(&problem)),
    }
}

/// Prints what a terminal says until its program ends. Nothing is typed into it.
///
/// # Errors
/// [`Failure`].
pub async fn terminal(connection: &Connection, matches: &ArgMatches) -> Result<(), Failure> {
    let client = connection.client().map_err(|problem| Failure::NotMade(format!("{problem:#}")))?;
    let id = matches.get_one::<String>("ptyID").map(String::as_str).unwrap_or_default();
    let failure = |problem: PtyError| match problem {
        PtyError::Transport(_) | PtyError::Lost { .. } => Failure::NotMade(chain(&problem)),
        _ => Failure::Refused(chain(&problem)),
    };
    let mut terminal = client.terminal(id).connect().await.map_err(failure)?;
    while let Some(output) = terminal.next().await {
        match output.map_err(failure)? {
            Output::Text(text) => output::write(text.as_bytes())?,
            Output::Gap { .. } => tell("Some of the output is not kept any more."),
            Output::Exited { code: None | Some(0) } => return Ok(()),
            Output::Exited { code: Some(code) } => {
                return Err(Failure::Refused(format!("the terminal's program ended with {code}")));
            }
            _ => {}
        }
    }
    Ok(())
}
