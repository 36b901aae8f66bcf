// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `lsp`, from `/lsp`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `lsp`: `lsp.status`.
#[dropshot::api_description { module = "endpoints" }]
pub trait LspApi {
    /// What the server shares between requests.
    type Context;

    /// Get LSP status
    ///
    /// Get LSP server status
    #[endpoint { method = GET, path = "/lsp", operation_id = "lsp.status" }]
    async fn lsp_status(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::LspStatus>, Undeclared> {
        let _ = (context, query);
        not_built("lsp.status")
    }
}
