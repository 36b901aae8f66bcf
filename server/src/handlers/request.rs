//! What a request says beside its operation: which instance it is about, and where an event stream goes on.

use std::sync::Arc;

use dropshot::{RequestContext, RequestInfo};
use opencode_api::support::{ApiError, IntoApiError};

use crate::app::App;
use crate::instances::Instance;
use crate::instances::directory::{self, SeveralDirectories};

/// The directory of the request; nobody looks whether it is there.
///
/// # Errors
/// 400 for a request with several.
pub(super) fn directory_of(context: &RequestContext<App>) -> Result<Arc<str>, SeveralDirectories> {
    let request = &context.request;
    let own = context.context().instances.own_directory();
    directory::select(request.uri().query(), request.headers().get(directory::HEADER), own)
}

/// The instance of the request, started if need be.
///
/// # Errors
/// As [`directory_of`], and what keeps the instance from starting.
pub(super) async fn instance_of(context: &RequestContext<App>) -> Result<Arc<Instance>, ApiError> {
    let directory = directory_of(context).map_err(IntoApiError::into_api_error)?;
    context.context().instances.get(&directory).await.map_err(IntoApiError::into_api_error)
}

/// The last event a returning reader has seen.
pub(super) fn last_event_id(request: &RequestInfo) -> Option<&str> {
    request.headers().get("last-event-id")?.to_str().ok()
}
