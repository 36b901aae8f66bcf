//! The table `project`: one row per repository the server has been started in, and `global`.

use opencode_types::Project;
use sqlx::SqliteConnection;

use super::json::{decode, encode};
use super::{Store, StoreError};

pub(super) async fn put(connection: &mut SqliteConnection, project: &Project) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO project (id, time_created, time_updated, data) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET time_updated = excluded.time_updated, data = excluded.data",
    )
    .bind(&project.id)
    .bind(project.time.created.0 as i64)
    .bind(project.time.updated.0 as i64)
    .bind(encode("project", &project.id, project)?)
    .execute(connection)
    .await
    .map_err(StoreError::database("write a project"))?;
    Ok(())
}

impl Store {
    /// The project of this id (the hash of a root commit, or `global`).
    pub async fn project(&self, id: &str) -> Result<Option<Project>, StoreError> {
        let row: Option<(String, String)> = sqlx::query_as("SELECT id, data FROM project WHERE id = ?1")
            .bind(id)
            .fetch_optional(self.readers())
            .await
            .map_err(StoreError::database("read a project"))?;
        row.map(|(id, data)| decode("project", &id, &data)).transpose()
    }

    /// All projects, in the order in which they were first seen.
    pub async fn projects(&self) -> Result<Vec<Project>, StoreError> {
        let rows: Vec<(String, String)> =
            sqlx::query_as("SELECT id, data FROM project ORDER BY time_created, id")
                .fetch_all(self.readers())
                .await
                .map_err(StoreError::database("list the projects"))?;
        rows.iter().map(|(id, data)| decode("project", id, data)).collect()
    }
}
