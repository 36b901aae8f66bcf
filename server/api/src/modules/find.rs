// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `find`, from `/find`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `find`: `find.text`, `find.files`, `find.symbols`.
#[dropshot::api_description { module = "endpoints" }]
pub trait FindApi {
    /// What the server shares between requests.
    type Context;

    /// Find text
    ///
    /// Search for text patterns across files in the project using ripgrep.
    #[endpoint { method = GET, path = "/find", operation_id = "find.text" }]
    async fn find_text(
        context: RequestContext<Self::Context>,
        query: Query<FindTextQuery>,
    ) -> Answer<Vec<types::FindTextResponseItem>, Undeclared> {
        let _ = (context, query);
        not_built("find.text")
    }

    /// Find files
    ///
    /// Search for files or directories by name or pattern in the project directory.
    #[endpoint { method = GET, path = "/find/file", operation_id = "find.files" }]
    async fn find_files(
        context: RequestContext<Self::Context>,
        query: Query<FindFilesQuery>,
    ) -> Answer<Vec<String>, Undeclared> {
        let _ = (context, query);
        not_built("find.files")
    }

    /// Find symbols
    ///
    /// Search for workspace symbols like functions, classes, and variables using LSP.
    #[endpoint { method = GET, path = "/find/symbol", operation_id = "find.symbols" }]
    async fn find_symbols(
        context: RequestContext<Self::Context>,
        query: Query<FindSymbolsQuery>,
    ) -> Answer<Vec<types::Symbol>, Undeclared> {
        let _ = (context, query);
        not_built("find.symbols")
    }
}
