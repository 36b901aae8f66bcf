//! The tables and how they get there: numbered scripts in `schema/`, run once each.
//!
//! Not sqlx's migrator: it takes no lock on SQLite, so two processes starting together would both migrate. Here the
//! whole step from one schema to the next is one immediate transaction, the number it leads to stands in SQLite's own
//! header (`user_version`), and a start with nothing to do costs a few pragmas.

use std::path::Path;

use sqlx::{Connection, SqliteConnection};

use super::StoreError;

/// Marks a database as ours in its header (`application_id`): "ocrs".
const APPLICATION: i64 = 0x6f63_7273;

/// Script `n` leads from schema `n` to schema `n + 1`. Only ever append.
const SCRIPTS: [&str; 1] = [include_str!("schema/1_sessions.sql")];

/// The schema this release writes.
const KNOWN: i64 = SCRIPTS.len() as i64;

/// Brings the tables up to date.
///
/// # Errors
/// [`StoreError::Newer`] and [`StoreError::Foreign`] if the database isn't ours to touch; it is left as it was.
pub(super) async fn migrate(connection: &mut SqliteConnection, path: &Path) -> Result<(), StoreError> {
    let failed = |error| StoreError::of_file(path, error);
    let schema = found(connection, path).await?;
    // Stays with the file. Nobody else has it open when it is new (see `presence`), so no lock is in the way.
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut *connection).await.map_err(failed)?;
    if schema == KNOWN {
        return Ok(());
    }
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
    // Another process may have done it while this one waited.
    let from = found(&mut transaction, path).await?;
    for script in SCRIPTS.iter().skip(usize::try_from(from).unwrap_or(0)) {
        sqlx::raw_sql(*script).execute(&mut *transaction).await.map_err(failed)?;
    }
    let header = format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {KNOWN}");
    sqlx::raw_sql(sqlx::AssertSqlSafe(header)).execute(&mut *transaction).await.map_err(failed)?;
    transaction.commit().await.map_err(failed)
}

/// The schema that is there; 0 for an empty database.
async fn found(connection: &mut SqliteConnection, path: &Path) -> Result<i64, StoreError> {
    let (application, version, tables): (i64, i64, i64) = sqlx::query_as(
        "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
         FROM pragma_application_id, pragma_user_version",
    )
    .fetch_one(connection)
    .await
    .map_err(|error| StoreError::of_file(path, error))?;
    match application {
        APPLICATION if version > KNOWN => {
            Err(StoreError::Newer { path: path.to_owned(), found: version, known: KNOWN })
        }
        APPLICATION => Ok(version),
        0 if version == 0 && tables == 0 => Ok(0),
        _ => Err(StoreError::Foreign { path: path.to_owned() }),
    }
}
