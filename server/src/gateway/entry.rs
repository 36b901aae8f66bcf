//! The public listener's own API: one endpoint per method, each taking every path and handing it to the gateway.

use std::sync::Arc;

use dropshot::{
    ApiDescription, ApiDescriptionRegisterError, ApiEndpoint, ApiEndpointVersions, Body, HttpError, Path,
    RawRequest, RequestContext,
};
use http::{Method, Response};
use schemars::JsonSchema;
use serde::Deserialize;

use super::Gatekept;

/// The methods of HTTP. `CONNECT` is missing, since its target is no path.
const METHODS: [Method; 8] = [
    Method::GET,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
    Method::HEAD,
    Method::OPTIONS,
    Method::TRACE,
];

/// Dropshot demands that a wildcard is taken by somebody. The gateway reads the path itself.
#[derive(Deserialize, JsonSchema)]
struct AnyPath {
    #[expect(dead_code, reason = "see above")]
    path: Vec<String>,
}

/// The description to start a dropshot server with.
///
/// # Errors
/// What dropshot finds wrong with the endpoints; it finds nothing.
pub fn api<C: Gatekept>() -> Result<ApiDescription<C>, ApiDescriptionRegisterError> {
    let mut api = ApiDescription::new();
    for method in METHODS {
        let name = format!("gateway.{method}");
        let every = ApiEndpointVersions::all();
        let endpoint = ApiEndpoint::new(name, enter::<C>, method, "application/json", "/{path:.*}", every);
        api.register(endpoint.visible(false))?;
    }
    Ok(api)
}

async fn enter<C: Gatekept>(
    context: RequestContext<C>,
    _path: Path<AnyPath>,
    request: RawRequest,
) -> Result<Response<Body>, HttpError> {
    let server = Arc::clone(&context.server);
    Ok(server.private.gateway().answer(context, request.into_inner()).await)
}
