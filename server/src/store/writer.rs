//! The one task that writes: it owns the only writing connection and empties the queue of commits.
//!
//! Commits that wait are written in one transaction, each below a savepoint of its own, so that one that fails leaves
//! the others alone. Only when the transaction is through are events published, in the order of the changes, and the
//! callers answered. The queue is bounded: at the bound, `commit` waits for a place.

use std::path::PathBuf;
use std::sync::Arc;

use opencode_types::Event;
use slog::{Logger, error, warn};
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

use super::error::{BUSY, result_code};
use super::presence::Presence;
use super::{Change, StoreError};
use crate::events::{Bus, Scope};

/// Commits that may wait before `commit` itself waits.
const QUEUE: usize = 256;
/// Commits written in one transaction, so that the first of them does not wait for long.
const GROUP: usize = 64;

/// One commit on its way.
struct Job {
    directory: Arc<str>,
    changes: Vec<Change>,
    reply: oneshot::Sender<Result<Vec<Event>, StoreError>>,
}

enum Order {
    Write(Job),
    /// Finish what is queued, close the connection, answer.
    Close(oneshot::Sender<()>),
}

/// The way to the writer. When the last handle is gone the task writes what is queued, and ends.
pub(super) struct Handle(mpsc::Sender<Order>);

impl Handle {
    /// Has the changes written, and returns what was published of them.
    ///
    /// # Cancellation
    /// The changes are written whether or not somebody still waits for the answer, once they are in the queue.
    pub(super) async fn write(
        &self,
        directory: &Arc<str>,
        changes: Vec<Change>,
    ) -> Result<Vec<Event>, StoreError> {
        let (reply, answer) = oneshot::channel();
        let job = Job { directory: directory.clone(), changes, reply };
        self.0.send(Order::Write(job)).await.map_err(|_| StoreError::Closed)?;
        answer.await.map_err(|_| StoreError::Closed)?
    }

    /// Ends the task after what is queued; commits after this one fail with [`StoreError::Closed`].
    pub(super) async fn close(&self) {
        let (reply, closed) = oneshot::channel();
        if self.0.send(Order::Close(reply)).await.is_ok() {
            // An error means that the task is gone, which is what was asked for.
            let _ = closed.await;
        }
    }
}

/// Starts the task. `path` is for error texts.
pub(super) fn start(
    connection: SqliteConnection,
    presence: Presence,
    path: PathBuf,
    bus: Bus,
    log: Logger,
) -> Handle {
    let (sender, receiver) = mpsc::channel(QUEUE);
    tokio::spawn(Writer { connection, presence, path, bus, log }.run(receiver));
    Handle(sender)
}

struct Writer {
    connection: SqliteConnection,
    /// Tells other processes that this one is here, until the last commit is written.
    presence: Presence,
    path: PathBuf,
    bus: Bus,
    log: Logger,
}

/// A job that is written, with what it amounts to once the transaction is through.
struct Written {
    directory: Arc<str>,
    outcome: Result<Vec<Event>, StoreError>,
    reply: oneshot::Sender<Result<Vec<Event>, StoreError>>,
}

impl Writer {
    async fn run(mut self, mut orders: mpsc::Receiver<Order>) {
        let mut closing = None;
        let mut waiting = Vec::with_capacity(GROUP);
        while closing.is_none() && orders.recv_many(&mut waiting, GROUP).await > 0 {
            let mut jobs = Vec::with_capacity(waiting.len());
            for order in waiting.drain(..) {
                match order {
                    Order::Write(job) if closing.is_none() => jobs.push(job),
                    // Dropping the reply tells the caller that the store is closed.
                    Order::Write(_) => {}
                    Order::Close(reply) => closing = Some(reply),
                }
            }
            if !jobs.is_empty() {
                self.group(jobs).await;
            }
        }
        orders.close();
        if let Err(problem) = self.connection.close().await {
            warn!(self.log, "the database did not close cleanly"; "error" => #problem);
        }
        drop(self.presence);
        if let Some(reply) = closing {
            let _ = reply.send(());
        }
    }

    /// Writes the jobs in one transaction, then publishes and answers.
    async fn group(&mut self, jobs: Vec<Job>) {
        let mut written = Vec::with_capacity(jobs.len());
        let result = self.transaction(jobs, &mut written).await;
        if let Err(problem) = &result {
            error!(self.log, "a transaction failed"; "commits" => written.len(), "error" => #problem);
            // The transaction may be gone already; an error here says so.
            let _ = sqlx::query("ROLLBACK").execute(&mut self.connection).await;
        }
        for Written { directory, outcome, reply } in written {
            let outcome = result.clone().and(outcome);
            if let Ok(events) = &outcome {
                for event in events {
                    self.bus.publish(scope_of(event, &directory), event);
                }
            }
            // Nobody waits for the answer of a commit whose caller was cancelled.
            let _ = reply.send(outcome);
        }
    }

    /// Moves every job to `written`, also when it fails.
    async fn transaction(&mut self, jobs: Vec<Job>, written: &mut Vec<Written>) -> Result<(), StoreError> {
        let mut result = self.execute("BEGIN IMMEDIATE").await;
        for Job { directory, changes, reply } in jobs {
            let mut outcome = Ok(Vec::new());
            if result.is_ok() {
                match self.savepoint(changes).await {
                    Ok(of_job) => outcome = of_job,
                    Err(problem) => result = Err(problem),
                }
            }
            written.push(Written { directory, outcome, reply });
        }
        result?;
        self.execute("COMMIT").await
    }

    /// The outer error is one of the whole transaction, the inner one of this job alone.
    async fn savepoint(
        &mut self,
        changes: Vec<Change>,
    ) -> Result<Result<Vec<Event>, StoreError>, StoreError> {
        self.execute("SAVEPOINT job").await?;
        let mut events = Vec::with_capacity(changes.len());
        let mut outcome = Ok(());
        for change in changes {
            outcome = change.apply(&mut self.connection, &mut events).await;
            if outcome.is_err() {
                // Fails if SQLite has given up the whole transaction, as it does on a full disk.
                self.execute("ROLLBACK TO job").await?;
                break;
            }
        }
        self.execute("RELEASE job").await?;
        Ok(outcome.map(|()| events))
    }

    async fn execute(&mut self, sql: &'static str) -> Result<(), StoreError> {
        sqlx::query(sql).execute(&mut self.connection).await.map(drop).map_err(|error| {
            match result_code(&error) {
                Some(BUSY) => StoreError::Locked { path: self.path.clone() },
                _ => StoreError::database("commit")(error),
            }
        })
    }
}

/// `project.updated` belongs to no instance; all other events of the store to that of the commit.
fn scope_of(event: &Event, directory: &Arc<str>) -> Scope {
    match event {
        Event::ProjectUpdated(_) => Scope::Global,
        _ => Scope::Directory(directory.clone()),
    }
}
