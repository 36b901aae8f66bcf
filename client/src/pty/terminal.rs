//! The two ends that a caller holds: output as a stream, input. The connection lives in a task of its own (`run.rs`), so
//! that input goes out and pings are answered while nobody reads. Start from [`Terminal`].

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_util::Stream;
use opencode_types::{Pty, PtyUpdateBody, PtyUpdateBodySize};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;

use super::connect::Connect;
use super::exit::ExitWatch;
use super::run::{Item, Run, Typed};
use super::socket::{Failure, Socket};
use super::{Output, PtyError};
use crate::{Client, Error};

/// Pieces of output that wait for their reader. When they are this many, nothing more is read from the connection, and
/// the server keeps the rest in its own bounds.
const OUTPUT_QUEUE: usize = 64;

/// Pieces of input that wait for a connection. When they are this many, [`Input::send`] waits.
const INPUT_QUEUE: usize = 16;

/// A connection to a terminal: a stream of [`Output`], which ends after [`Output::Exited`] or an error.
///
/// Dropping it closes the connection and leaves the terminal as it is.
pub struct Terminal {
    client: Client,
    id: String,
    cursor: u64,
    output: mpsc::Receiver<Item>,
    input: Input,
    _connection: JoinSet<()>,
}

/// The input of a terminal. Cheap to clone, so that one task can type while another reads.
#[derive(Clone, Debug)]
pub struct Input(mpsc::Sender<Typed>);

impl Terminal {
    pub(super) async fn connect(options: Connect) -> Result<Terminal, PtyError> {
        let Connect { client, id, begin, .. } = options.clone();
        let attaching = async {
            let exit = match options.exit_code {
                true => Some(ExitWatch::start(&client, &id).await),
                false => None,
            };
            Socket::attach(&client, &id, begin).await.map(|attached| (exit, attached))
        };
        let (exit, attached) = match tokio::time::timeout(options.attach_limit, attaching).await {
            Ok(Ok(found)) => found,
            Ok(Err(Failure::Gone)) => return Err(PtyError::NotFound { id }),
            Ok(Err(Failure::Final(error) | Failure::Passing(error))) => return Err(error),
            Err(_) => return Err(PtyError::Broken("no cursor came in time".into())),
        };
        let (sender, output) = mpsc::channel(OUTPUT_QUEUE);
        let (typing, typed) = mpsc::channel(INPUT_QUEUE);
        let mut connection = JoinSet::new();
        let cursor = begin.unwrap_or(attached.end);
        connection.spawn(Run::new(options, exit, typed, sender).run(attached));
        Ok(Terminal { client, id, cursor, output, input: Input(typing), _connection: connection })
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How much the terminal had said with the last item that was read here, in UTF-16 code units. A later connection
    /// begins there by [`Connect::from_cursor`].
    #[must_use]
    pub fn cursor(&self) -> u64 {
        self.cursor
    }

    /// Its input, for another task.
    #[must_use]
    pub fn input(&self) -> Input {
        self.input.clone()
    }

    /// As [`Input::send`].
    ///
    /// # Errors
    /// As there.
    pub async fn send(&self, text: impl Into<String>) -> Result<(), PtyError> {
        self.input.send(text).await
    }

    /// Gives the terminal another size, in characters (operation `pty.update`). It may be called before the first
    /// output is read: the program is told by a signal.
    ///
    /// # Errors
    /// As every operation; the real server answers with an empty body where there is no such terminal.
    pub async fn resize(&self, rows: u16, columns: u16) -> Result<Pty, Error> {
        let size = PtyUpdateBodySize { rows: i64::from(rows).into(), cols: i64::from(columns).into() };
        let body = PtyUpdateBody { size: Some(size), title: None };
        Ok(self.client.pty().update(&self.id).body(body).send().await?.into_inner())
    }
}

impl Stream for Terminal {
    type Item = Result<Output, PtyError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = ready!(self.output.poll_recv(context));
        Poll::Ready(item.map(|Item { output, cursor }| {
            self.cursor = cursor;
            output
        }))
    }
}

impl Input {
    /// Types this text, control characters included (`"\u{3}"` interrupts), and returns when it is on its way. While
    /// the connection is being made again, it waits.
    ///
    /// # Errors
    /// [`PtyError::Closed`] after the end; [`PtyError::InputUncertain`] if the connection broke at this moment.
    ///
    /// # Cancellation
    /// The text may still be sent.
    pub async fn send(&self, text: impl Into<String>) -> Result<(), PtyError> {
        let (done, outcome) = oneshot::channel();
        self.0.send(Typed { text: text.into(), done }).await.map_err(|_| PtyError::Closed)?;
        outcome.await.unwrap_or(Err(PtyError::Closed))
    }
}

impl std::fmt::Debug for Terminal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Terminal")
            .field("id", &self.id)
            .field("cursor", &self.cursor)
            .finish_non_exhaustive()
    }
}
