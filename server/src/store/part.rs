//! The table `part`. Parts are read together with their message, in `message`.

use opencode_types::{Part, ToolState};
use sqlx::SqliteConnection;

use super::StoreError;
use super::json::encode;
use crate::clock;
use crate::ids::{MessageId, PartId, SessionId};

/// The ids every part carries.
struct Filed<'a> {
    id: &'a str,
    message: &'a str,
    session: &'a str,
}

fn filed(part: &Part) -> Result<Filed<'_>, StoreError> {
    macro_rules! of_any {
        ($($variant:ident)*) => {
            match part {
                $(Part::$variant(part) => {
                    Ok(Filed { id: &part.id, message: &part.message_id, session: &part.session_id })
                })*
                Part::Unknown(unknown) => {
                    Err(StoreError::UnknownVariant { kind: "part", tag: unknown.tag.clone() })
                }
            }
        };
    }
    of_any!(Text Subtask Reasoning File Tool StepStart StepFinish Snapshot Patch Agent Retry Compaction)
}

/// A tool call that waits or runs. Texts have no such state: one that was cut off stays as it was stored.
fn unfinished(part: &Part) -> bool {
    matches!(part, Part::Tool(tool) if matches!(tool.state, ToolState::Pending(_) | ToolState::Running(_)))
}

pub(super) async fn put(connection: &mut SqliteConnection, part: &Part) -> Result<(), StoreError> {
    let filed = filed(part)?;
    // The row is made only below a message of the same session, so a part can't claim another session's message.
    let result = sqlx::query(
        "INSERT INTO part (id, message_id, session_id, time_created, time_updated, unfinished, data)
         SELECT ?1, id, session_id, ?4, ?4, ?5, ?6 FROM message WHERE id = ?2 AND session_id = ?3
         ON CONFLICT (message_id, id) DO UPDATE SET
           time_updated = excluded.time_updated, unfinished = excluded.unfinished, data = excluded.data",
    )
    .bind(filed.id)
    .bind(filed.message)
    .bind(filed.session)
    .bind(clock::now_ms())
    .bind(unfinished(part))
    .bind(encode("part", filed.id, part)?)
    .execute(connection)
    .await
    .map_err(StoreError::database("write a part"))?;
    if result.rows_affected() == 0 {
        Err(StoreError::NoMessage(MessageId::known(filed.message)))
    } else {
        Ok(())
    }
}

pub(super) async fn remove(
    connection: &mut SqliteConnection,
    session: &SessionId,
    message: &MessageId,
    part: &PartId,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM part WHERE message_id = ?1 AND id = ?2 AND session_id = ?3")
        .bind(&**message)
        .bind(&**part)
        .bind(&**session)
        .execute(connection)
        .await
        .map(drop)
        .map_err(StoreError::database("delete a part"))
}
