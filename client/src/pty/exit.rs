//! The exit code of a terminal's program, which the WebSocket does not tell: it comes as the event `pty.exited`. Start
//! from [`ExitWatch`].

use std::time::Duration;

use futures_util::StreamExt as _;
use opencode_types::Event;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::Client;
use crate::events::Item;

/// The server closes the WebSocket first and publishes the event in the same moment.
const LIMIT: Duration = Duration::from_secs(5);

/// Waits for the end of one terminal's program. Dropping it ends the event stream.
pub(super) struct ExitWatch {
    code: watch::Receiver<Option<i64>>,
    _reader: JoinSet<()>,
}

impl ExitWatch {
    /// Opens the event stream; once this returns, no end goes by unseen. Where there are no events, no code is known.
    pub(super) async fn start(client: &Client, id: &str) -> ExitWatch {
        let (sender, code) = watch::channel(None);
        let mut reader = JoinSet::new();
        if let Ok(mut events) = client.events().await {
            let id = id.to_owned();
            reader.spawn(async move {
                while let Some(item) = events.next().await {
                    if let Ok(Item::Event(Event::PtyExited(event))) = item
                        && event.properties.id == id
                    {
                        // If nobody waits for it, nobody wants it.
                        let _ = sender.send(Some(event.properties.exit_code.as_i64()));
                        return;
                    }
                }
            });
        }
        ExitWatch { code, _reader: reader }
    }

    /// The code of a program that has ended, if it is told.
    pub(super) async fn code(&mut self) -> Option<i64> {
        let told = self.code.wait_for(Option::is_some);
        *tokio::time::timeout(LIMIT, told).await.ok()?.ok()?
    }
}
