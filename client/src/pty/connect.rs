//! What a connection to a terminal is made with: where to begin, what to do when it breaks. Start from
//! [`Client::terminal`].

use std::time::Duration;

use super::{PtyError, Terminal};
use crate::Client;
use crate::connect::NO_LIMIT;
use crate::events::Reconnect;

/// Collects what a connection to a terminal needs, see [`Client::terminal`].
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until `connect`"]
pub struct Connect {
    pub(super) client: Client,
    pub(super) id: String,
    pub(super) begin: Option<u64>,
    pub(super) reconnect: Reconnect,
    pub(super) exit_code: bool,
    pub(super) attach_limit: Duration,
    pub(super) keepalive: Duration,
}

impl Client {
    /// The terminal with this id, one of the client's directory (operation `pty.connect`). The connection is made by
    /// the client's transport with its credentials. It speaks HTTP/1.1, which a transport of the caller's own must
    /// allow.
    pub fn terminal(&self, id: impl Into<String>) -> Connect {
        Connect {
            client: self.clone(),
            id: id.into(),
            begin: Some(0),
            reconnect: Reconnect::default(),
            exit_code: true,
            attach_limit: Duration::from_secs(10),
            keepalive: Duration::from_secs(20),
        }
    }
}

impl Connect {
    /// Begins behind this many UTF-16 code units, as [`Terminal::cursor`] counts them. Without it, the output begins
    /// with the first that the server still has.
    pub fn from_cursor(mut self, cursor: u64) -> Connect {
        self.begin = Some(cursor);
        self
    }

    /// Leaves out what was said until now.
    pub fn from_now(mut self) -> Connect {
        self.begin = None;
        self
    }

    /// How often, how fast and how long a broken connection is made again; for two minutes if not set. The attempts begin
    /// anew once a connection has brought output, or has stood for ten seconds.
    pub fn reconnect(mut self, reconnect: Reconnect) -> Connect {
        self.reconnect = reconnect;
        self
    }

    /// Whether to watch the directory's events for the program's exit code; so it is if not set. It costs a second
    /// connection.
    pub fn exit_code(mut self, watched: bool) -> Connect {
        self.exit_code = watched;
        self
    }

    /// How long a connection may take until all that is to be replayed is there, and at first also the event stream of
    /// [`exit_code`](Self::exit_code); 10 seconds if not set.
    pub fn attach_limit(mut self, limit: Duration) -> Connect {
        self.attach_limit = limit;
        self
    }

    /// How often a silent connection is tried by a ping; 20 seconds if not set. One that has been silent for twice as
    /// long counts as broken.
    pub fn keepalive(mut self, interval: Duration) -> Connect {
        self.keepalive = interval.clamp(Duration::from_millis(1), NO_LIMIT);
        self
    }

    /// Connects once. What breaks later is reconnected.
    ///
    /// # Errors
    /// [`PtyError::NotFound`], [`PtyError::Refused`], [`PtyError::Transport`] or [`PtyError::Broken`].
    ///
    /// # Panics
    /// Outside of a tokio runtime.
    pub async fn connect(self) -> Result<Terminal, PtyError> {
        Terminal::connect(self).await
    }
}
