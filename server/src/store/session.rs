//! The table `session`: writes for the writer, reads for everybody.

use opencode_types::Session;
use sqlx::SqliteConnection;

use super::change::SessionEdit;
use super::json::{self, decode, encode};
use super::{Store, StoreError};
use crate::ids::SessionId;

/// Which sessions of a project to list, newest update first.
#[derive(Debug, Clone, Default)]
pub struct SessionFilter {
    /// Sessions of this project, in all its directories.
    pub project: String,
    /// Only those of exactly this directory.
    pub directory: Option<String>,
    /// Only those without a parent.
    pub roots: bool,
    /// Only those updated at this time (ms) or later.
    pub start: Option<i64>,
    /// Only those with this text in the title, in whatever case.
    pub search: Option<String>,
    /// At most this many; `None` for all.
    pub limit: Option<u32>,
}

pub(super) async fn insert(connection: &mut SqliteConnection, session: &Session) -> Result<(), StoreError> {
    let result = write(
        connection,
        "INSERT INTO session (id, project_id, parent_id, directory, title_folded, time_created, time_updated, data)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        session,
    )
    .await;
    match result {
        Err(StoreError::Database { source, .. })
            if source.as_database_error().is_some_and(|error| error.is_unique_violation()) =>
        {
            Err(StoreError::Taken(session.id.clone()))
        }
        other => other.map(drop),
    }
}

pub(super) async fn update(connection: &mut SqliteConnection, session: &Session) -> Result<(), StoreError> {
    let rows = write(
        connection,
        "UPDATE session SET project_id = ?2, parent_id = ?3, directory = ?4, title_folded = ?5,
         time_created = ?6, time_updated = ?7, data = ?8 WHERE id = ?1",
        session,
    )
    .await?;
    if rows == 0 { Err(StoreError::NoSession(SessionId::known(&session.id))) } else { Ok(()) }
}

async fn write(
    connection: &mut SqliteConnection,
    sql: &'static str,
    session: &Session,
) -> Result<u64, StoreError> {
    sqlx::query(sql)
        .bind(&session.id)
        .bind(&session.project_id)
        .bind(&session.parent_id)
        .bind(&session.directory)
        .bind(session.title.to_lowercase())
        .bind(session.time.created.0 as i64)
        .bind(session.time.updated.0 as i64)
        .bind(encode("session", &session.id, session)?)
        .execute(connection)
        .await
        .map(|done| done.rows_affected())
        .map_err(StoreError::database("write a session"))
}

/// The session after the edit, or `None` if the edit changed nothing.
pub(super) async fn edit(
    connection: &mut SqliteConnection,
    id: &SessionId,
    edit: SessionEdit,
) -> Result<Option<Session>, StoreError> {
    let data: Option<String> = sqlx::query_scalar(SELECT_ONE)
        .bind(&**id)
        .fetch_optional(&mut *connection)
        .await
        .map_err(StoreError::database("read a session"))?;
    let before: Session = decode("session", id, &data.ok_or_else(|| StoreError::NoSession(id.clone()))?)?;
    let mut after = before.clone();
    edit(&mut after);
    if after == before {
        return Ok(None);
    }
    update(connection, &after).await?;
    Ok(Some(after))
}

pub(super) async fn delete(connection: &mut SqliteConnection, id: &SessionId) -> Result<(), StoreError> {
    let done = sqlx::query("DELETE FROM session WHERE id = ?1")
        .bind(&**id)
        .execute(connection)
        .await
        .map_err(StoreError::database("delete a session"))?;
    if done.rows_affected() == 0 { Err(StoreError::NoSession(id.clone())) } else { Ok(()) }
}

const SELECT_ONE: &str = "SELECT data FROM session WHERE id = ?1";

impl Store {
    /// The session of this id.
    pub async fn session(&self, id: &SessionId) -> Result<Option<Session>, StoreError> {
        let data = self.session_json(id).await?;
        data.map(|data| decode("session", id, &data)).transpose()
    }

    /// The session of this id, as the JSON text of the contract's `Session`.
    pub async fn session_json(&self, id: &SessionId) -> Result<Option<String>, StoreError> {
        sqlx::query_scalar(SELECT_ONE)
            .bind(&**id)
            .fetch_optional(self.readers())
            .await
            .map_err(StoreError::database("read a session"))
    }

    /// The sessions that the filter lets through, the last updated first.
    pub async fn sessions(&self, filter: &SessionFilter) -> Result<Vec<Session>, StoreError> {
        let rows = self.session_rows(filter).await?;
        rows.iter().map(|(id, data)| decode("session", id, data)).collect()
    }

    /// The same as a JSON array of the contract's `Session`.
    pub async fn sessions_json(&self, filter: &SessionFilter) -> Result<String, StoreError> {
        let rows = self.session_rows(filter).await?;
        Ok(json::array(rows.iter().map(|(_, data)| data.as_str())))
    }

    async fn session_rows(&self, filter: &SessionFilter) -> Result<Vec<(String, String)>, StoreError> {
        sqlx::query_as(
            "SELECT id, data FROM session
             WHERE project_id = ?1
               AND (?2 IS NULL OR directory = ?2)
               AND (NOT ?3 OR parent_id IS NULL)
               AND (?4 IS NULL OR time_updated >= ?4)
               AND (?5 IS NULL OR instr(title_folded, ?5) > 0)
             ORDER BY time_updated DESC, id
             LIMIT ?6",
        )
        .bind(&filter.project)
        .bind(&filter.directory)
        .bind(filter.roots)
        .bind(filter.start)
        .bind(filter.search.as_ref().map(|text| text.to_lowercase()))
        .bind(filter.limit.map_or(-1, i64::from))
        .fetch_all(self.readers())
        .await
        .map_err(StoreError::database("list the sessions"))
    }

    /// The direct children of a session in the order they were made; none if there is no such session.
    pub async fn children(&self, parent: &SessionId) -> Result<Vec<Session>, StoreError> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT id, data FROM session WHERE parent_id = ?1 ORDER BY time_created, id DESC",
        )
        .bind(&**parent)
        .fetch_all(self.readers())
        .await
        .map_err(StoreError::database("list the children of a session"))?;
        rows.iter().map(|(id, data)| decode("session", id, data)).collect()
    }
}
