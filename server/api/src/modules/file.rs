// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `file`, from `/file`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `file`: `file.list`, `file.read`, `file.status`.
#[dropshot::api_description { module = "endpoints" }]
pub trait FileApi {
    /// What the server shares between requests.
    type Context;

    /// List files
    ///
    /// List files and directories in a specified path.
    #[endpoint { method = GET, path = "/file", operation_id = "file.list" }]
    async fn file_list(
        context: RequestContext<Self::Context>,
        query: Query<FileListQuery>,
    ) -> Answer<Vec<types::FileNode>, Undeclared> {
        let _ = (context, query);
        not_built("file.list")
    }

    /// Read file
    ///
    /// Read the content of a specified file.
    #[endpoint { method = GET, path = "/file/content", operation_id = "file.read" }]
    async fn file_read(
        context: RequestContext<Self::Context>,
        query: Query<FileReadQuery>,
    ) -> Answer<types::FileContent, Undeclared> {
        let _ = (context, query);
        not_built("file.read")
    }

    /// Get file status
    ///
    /// Get the git status of all files in the project.
    #[endpoint { method = GET, path = "/file/status", operation_id = "file.status" }]
    async fn file_status(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::File>, Undeclared> {
        let _ = (context, query);
        not_built("file.status")
    }
}
