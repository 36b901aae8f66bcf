//! The table `message`, and the reading of messages together with their parts.

use std::num::NonZeroU32;

use opencode_types::{AssistantMessage, Message, SessionMessagesResponseItem, UserMessage};
use sqlx::{FromRow, SqliteConnection};

use super::json::{self, decode, encode};
use super::{Store, StoreError};
use crate::clock;
use crate::ids::{MessageId, SessionId};

/// A message with its parts, as the contract answers them.
pub type MessageWithParts = SessionMessagesResponseItem;

/// What the table needs to know of a message.
struct Filed<'a> {
    id: &'a str,
    session: &'a str,
    created: i64,
    unfinished: bool,
}

fn filed(message: &Message) -> Result<Filed<'_>, StoreError> {
    match message {
        Message::User(UserMessage { id, session_id, time, .. }) => {
            Ok(Filed { id, session: session_id, created: time.created.0 as i64, unfinished: false })
        }
        Message::Assistant(AssistantMessage { id, session_id, time, .. }) => Ok(Filed {
            id,
            session: session_id,
            created: time.created.0 as i64,
            unfinished: time.completed.is_none(),
        }),
        Message::Unknown(unknown) => {
            Err(StoreError::UnknownVariant { kind: "message", tag: unknown.tag.clone() })
        }
    }
}

pub(super) async fn put(connection: &mut SqliteConnection, message: &Message) -> Result<(), StoreError> {
    let filed = filed(message)?;
    // The last condition keeps an id that a client sent from taking over another session's message.
    let result = sqlx::query(
        "INSERT INTO message (id, session_id, time_created, time_updated, unfinished, data)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET
           time_created = excluded.time_created, time_updated = excluded.time_updated,
           unfinished = excluded.unfinished, data = excluded.data
         WHERE session_id = excluded.session_id",
    )
    .bind(filed.id)
    .bind(filed.session)
    .bind(filed.created)
    .bind(clock::now_ms())
    .bind(filed.unfinished)
    .bind(encode("message", filed.id, message)?)
    .execute(connection)
    .await;
    match result {
        Ok(done) if done.rows_affected() == 0 => Err(StoreError::Taken(filed.id.to_owned())),
        Ok(_) => Ok(()),
        Err(error) if error.as_database_error().is_some_and(|error| error.is_foreign_key_violation()) => {
            Err(StoreError::NoSession(SessionId::known(filed.session)))
        }
        Err(error) => Err(StoreError::database("write a message")(error)),
    }
}

pub(super) async fn remove(
    connection: &mut SqliteConnection,
    session: &SessionId,
    message: &MessageId,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM message WHERE id = ?1 AND session_id = ?2")
        .bind(&**message)
        .bind(&**session)
        .execute(connection)
        .await
        .map(drop)
        .map_err(StoreError::database("delete a message"))
}

/// One `MessageWithParts` as JSON text, put together by SQLite: one row per message however many parts it has. The
/// inner query runs for the rows that are answered only.
macro_rules! with_parts {
    ($from:literal) => {
        concat!(
            "SELECT m.id, '{\"info\":' || m.data || ',\"parts\":[' || coalesce((
                SELECT group_concat(p.data, ',' ORDER BY p.id) FROM part p WHERE p.message_id = m.id
             ), '') || ']}' AS json ",
            $from
        )
    };
}

/// `id` and `json` are null in the one row of a session without messages.
#[derive(FromRow)]
struct Row {
    id: Option<String>,
    json: Option<String>,
}

impl Store {
    /// The newest `limit` messages of a session with their parts, the oldest of them first; `None` for all.
    /// `Ok(None)` if there is no such session.
    pub async fn messages(
        &self,
        session: &SessionId,
        limit: Option<NonZeroU32>,
    ) -> Result<Option<Vec<MessageWithParts>>, StoreError> {
        let Some(rows) = self.message_rows(session, limit).await? else { return Ok(None) };
        rows.iter().map(|(id, json)| decode("message", id, json)).collect::<Result<_, _>>().map(Some)
    }

    /// The same as a JSON array, without parsing what is stored.
    pub async fn messages_json(
        &self,
        session: &SessionId,
        limit: Option<NonZeroU32>,
    ) -> Result<Option<String>, StoreError> {
        let rows = self.message_rows(session, limit).await?;
        Ok(rows.map(|rows| json::array(rows.iter().map(|(_, json)| json.as_str()))))
    }

    async fn message_rows(
        &self,
        session: &SessionId,
        limit: Option<NonZeroU32>,
    ) -> Result<Option<Vec<(String, String)>>, StoreError> {
        // Newest first lets the index stop at the limit; turning the answer round here spares SQLite a sort of whole
        // messages.
        let mut rows: Vec<Row> = sqlx::query_as(with_parts!(
            "FROM session s LEFT JOIN message m ON m.session_id = s.id WHERE s.id = ?1
             ORDER BY m.time_created DESC, m.id DESC LIMIT ?2"
        ))
        .bind(&**session)
        .bind(limit.map_or(-1, |limit| i64::from(limit.get())))
        .fetch_all(self.readers())
        .await
        .map_err(StoreError::database("read the messages of a session"))?;
        if rows.is_empty() {
            return Ok(None);
        }
        rows.reverse();
        Ok(Some(rows.into_iter().filter_map(|row| Some((row.id?, row.json?))).collect()))
    }

    /// One message of a session with its parts.
    pub async fn message(
        &self,
        session: &SessionId,
        message: &MessageId,
    ) -> Result<Option<MessageWithParts>, StoreError> {
        let json = self.message_json(session, message).await?;
        json.map(|json| decode("message", message, &json)).transpose()
    }

    /// The same as JSON text.
    pub async fn message_json(
        &self,
        session: &SessionId,
        message: &MessageId,
    ) -> Result<Option<String>, StoreError> {
        let row: Option<Row> = sqlx::query_as(with_parts!(
            "FROM session s JOIN message m ON m.session_id = s.id WHERE s.id = ?1 AND m.id = ?2"
        ))
        .bind(&**session)
        .bind(&**message)
        .fetch_optional(self.readers())
        .await
        .map_err(StoreError::database("read a message"))?;
        Ok(row.and_then(|row| row.json))
    }

    /// The newest message of a session by its user, without parts.
    pub async fn last_user_message(&self, session: &SessionId) -> Result<Option<UserMessage>, StoreError> {
        self.last_of_role(session, "user").await
    }

    /// The newest message of a session by a model, without parts.
    pub async fn last_assistant_message(
        &self,
        session: &SessionId,
    ) -> Result<Option<AssistantMessage>, StoreError> {
        self.last_of_role(session, "assistant").await
    }

    async fn last_of_role<T: serde::de::DeserializeOwned>(
        &self,
        session: &SessionId,
        role: &'static str,
    ) -> Result<Option<T>, StoreError> {
        let row: Option<(String, String)> = sqlx::query_as(
            "SELECT id, data FROM message WHERE session_id = ?1 AND data ->> '$.role' = ?2
             ORDER BY time_created DESC, id DESC LIMIT 1",
        )
        .bind(&**session)
        .bind(role)
        .fetch_optional(self.readers())
        .await
        .map_err(StoreError::database("read the last message of a session"))?;
        row.map(|(id, data)| decode("message", &id, &data)).transpose()
    }
}
