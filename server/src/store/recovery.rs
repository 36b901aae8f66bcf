//! What a process that was killed has left unfinished, brought to an end.
//!
//! Only for a process that knows itself alone (see `presence`). Answers without an end become aborted ones, as of the
//! last sign of life in the database; tool calls that waited or ran become failed ones. Nothing is published: no reader
//! can be there yet.

use opencode_types::{
    AssistantMessageError, Message, MessageAbortedError, MessageAbortedErrorData, Part, ToolState,
    ToolStateError, ToolStateErrorTime,
};
use serde::de::DeserializeOwned;
use slog::{Logger, warn};
use sqlx::{Connection, SqliteConnection};

use super::json::decode;
use super::{StoreError, message, part};

/// Told to the reader of an answer that was cut off.
const CUT_OFF: &str = "The server stopped before this answer was complete";
/// The error of a tool call that was cut off, by an abort or by the end of the process.
const TOOL_ABORTED: &str = "Tool execution aborted";

/// What was found and ended.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Recovered {
    pub messages: usize,
    pub parts: usize,
}

pub(super) async fn recover(
    connection: &mut SqliteConnection,
    log: &Logger,
) -> Result<Recovered, StoreError> {
    const DOING: &str = "end what was left unfinished";
    let mut transaction =
        connection.begin_with("BEGIN IMMEDIATE").await.map_err(StoreError::database(DOING))?;
    let messages: Vec<(String, String, i64)> = sqlx::query_as(
        "SELECT m.id, m.data, max(m.time_updated, coalesce((SELECT max(p.time_updated) FROM part p
         WHERE p.message_id = m.id), 0)) FROM message m WHERE m.unfinished = 1",
    )
    .fetch_all(&mut *transaction)
    .await
    .map_err(StoreError::database(DOING))?;
    let parts: Vec<(String, String, i64)> =
        sqlx::query_as("SELECT id, data, time_updated FROM part WHERE unfinished = 1")
            .fetch_all(&mut *transaction)
            .await
            .map_err(StoreError::database(DOING))?;

    let mut recovered = Recovered::default();
    for (id, data, seen) in &messages {
        if let Some(message) = readable("message", id, data, log) {
            message::put(&mut transaction, &ended_message(message, *seen)).await?;
            recovered.messages += 1;
        }
    }
    for (id, data, seen) in &parts {
        if let Some(part) = readable("part", id, data, log) {
            part::put(&mut transaction, &ended_part(part, *seen)).await?;
            recovered.parts += 1;
        }
    }
    transaction.commit().await.map_err(StoreError::database(DOING))?;
    Ok(recovered)
}

/// A row that can't be decoded must not keep the server from starting.
fn readable<T: DeserializeOwned>(table: &'static str, id: &str, data: &str, log: &Logger) -> Option<T> {
    let object = decode(table, id, data);
    object.map_err(|problem| warn!(log, "left a row unfinished"; "error" => #problem)).ok()
}

/// The message as aborted at `seen`; an error it already has is the better reason.
fn ended_message(message: Message, seen: i64) -> Message {
    let Message::Assistant(mut message) = message else { return message };
    message.time.completed.get_or_insert(seen.into());
    message.error.get_or_insert_with(cut_off);
    Message::Assistant(message)
}

fn cut_off() -> AssistantMessageError {
    let data = MessageAbortedErrorData { message: CUT_OFF.to_owned() };
    MessageAbortedError { data, name: Default::default() }.into()
}

/// The tool call as failed at `seen`.
fn ended_part(part: Part, seen: i64) -> Part {
    let Part::Tool(mut tool) = part else { return part };
    let (input, metadata, start) = match tool.state {
        ToolState::Pending(pending) => (pending.input, None, seen.into()),
        ToolState::Running(running) => (running.input, running.metadata, running.time.start),
        ended => {
            tool.state = ended;
            return Part::Tool(tool);
        }
    };
    tool.state = ToolState::Error(ToolStateError {
        error: TOOL_ABORTED.to_owned(),
        input,
        metadata,
        status: Default::default(),
        time: ToolStateErrorTime { start, end: seen.into() },
    });
    Part::Tool(tool)
}
