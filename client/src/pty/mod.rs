//! A terminal of the server over a WebSocket: its output as a stream, input, size and end. Start from
//! [`Client::terminal`](crate::Client::terminal).
//!
//! Terminals are created, listed and removed by the plain operations `pty.create`, `pty.list`, `pty.remove`; here is what
//! those can't give, the operation `pty.connect`.
//!
//! The server counts what a terminal has said in UTF-16 code units, as JavaScript does, and replays from any count. So a
//! broken connection is resumed where it broke: nothing comes twice, and what the server no longer has (it keeps about
//! 2 MB) is told as [`Output::Gap`].
//!
//! ```no_run
//! # async fn example(client: opencode_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use futures::StreamExt as _;
//! use opencode_client::{pty::Output, types::PtyCreateBody};
//!
//! let shell = client.pty().create().body(PtyCreateBody::default()).send().await?;
//! let mut terminal = client.terminal(&shell.id).connect().await?;
//! terminal.resize(40, 120).await?;
//! terminal.send("make\nexit\n").await?;
//! while let Some(output) = terminal.next().await {
//!     match output? {
//!         Output::Text(text) => print!("{text}"),
//!         Output::Exited { code } => println!("ended with {code:?}"),
//!         other => eprintln!("{other:?}"),
//!     }
//! }
//! # Ok(())
//! # }
//! ```

mod connect;
mod cursor;
mod exit;
mod run;
mod socket;
mod terminal;

pub use connect::Connect;
pub use terminal::{Input, Terminal};

/// One thing that a terminal has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Output {
    /// What the program wrote, with the terminal's control sequences, in pieces as they come.
    Text(String),
    /// Something was said between the item before and the one after that can't be had any more.
    Gap {
        /// How much, in UTF-16 code units; `None` if that can't be known.
        missed: Option<u64>,
    },
    /// The program ended or the terminal was removed; nothing comes after this.
    Exited {
        /// The program's exit code. It comes over the event stream only, as `pty.exited`, which is watched meanwhile;
        /// `None` if that stream broke, if the event did not come within five seconds or while it was connected again, or
        /// if it was not asked for ([`Connect::exit_code`]).
        code: Option<i64>,
    },
}

/// Why there is no terminal, or no more of it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PtyError {
    /// No terminal has this id: it never had, its program has ended, or the terminal was removed.
    #[error("there is no terminal {id}")]
    NotFound {
        /// The id that was asked for.
        id: String,
    },
    /// The server does not connect to this terminal, and would not if it were asked again.
    #[error("the server refused the terminal with {status}: {body}")]
    Refused {
        /// What it answered instead of 101.
        status: reqwest::StatusCode,
        /// What it said, as [`ApiError::message`](crate::ApiError::message) reads it.
        body: String,
    },
    /// The server was not reached.
    #[error("the server was not reached")]
    Transport(#[from] reqwest::Error),
    /// The connection was made and broke.
    #[error("the connection of the terminal broke: {0}")]
    Broken(String),
    /// The connection could not be made again within the bounds of [`Connect::reconnect`].
    #[error("the terminal was lost; {attempts} attempts to reconnect failed")]
    Lost {
        /// How often it was tried.
        attempts: u32,
        /// Why the last attempt failed.
        source: Box<PtyError>,
    },
    /// The connection broke while input was sent. Whether it arrived is not known, so it is not sent again.
    #[error("the connection broke while input was sent, which may or may not have arrived")]
    InputUncertain,
    /// The terminal has ended, or was dropped: there is nobody who could read the input.
    #[error("the terminal takes no more input")]
    Closed,
}
