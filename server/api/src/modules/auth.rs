// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `auth`, from `/auth/{providerID}`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `auth`: `auth.set`, `auth.remove`.
#[dropshot::api_description { module = "endpoints" }]
pub trait AuthApi {
    /// What the server shares between requests.
    type Context;

    /// Set auth credentials
    ///
    /// Set authentication credentials
    #[endpoint { method = PUT, path = "/auth/{providerID}", operation_id = "auth.set" }]
    async fn auth_set(
        context: RequestContext<Self::Context>,
        path: Path<ProviderPath>,
        body: JsonBody<types::Auth>,
    ) -> Answer<bool, types::BadRequest> {
        let _ = (context, path, body);
        not_built("auth.set")
    }

    /// Remove auth credentials
    ///
    /// Remove authentication credentials
    #[endpoint { method = DELETE, path = "/auth/{providerID}", operation_id = "auth.remove" }]
    async fn auth_remove(
        context: RequestContext<Self::Context>,
        path: Path<ProviderPath>,
    ) -> Answer<bool, types::BadRequest> {
        let _ = (context, path);
        not_built("auth.remove")
    }
}
