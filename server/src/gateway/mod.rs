//! The gateway: everything that is decided about a request before an operation sees it, and about its answer after.
//!
//! Dropshot refuses a literal path beside a variable one, has no middleware, and answers errors in its own shape. So the
//! public listener is a dropshot server with a single wildcard endpoint ([`entry`]), behind which stand the routers of the
//! contract's modules ([`modules`]). In between, in this order: preflight and origin headers ([`cors`]), the `Host` the
//! client believes to talk to, its credentials, and the page it comes from ([`guard`]); then path, method and body size.
//!
//! What does not live here: the operations (`handlers`), and what their errors mean (`error`).
//! Start from [`Gateway::answer`].
//!
//! Three malformed requests never get this far: a path with a dot segment, a path that is not UTF-8 once decoded, and a
//! method that HTTP does not define. They get the right status, 400 or 405, but dropshot's own body. Dropshot looks the
//! route up before it calls anything of ours, an error of that look-up becomes its own `HttpError` whose body cannot be
//! shaped, and the hook that runs before it (the version policy) can fail with nothing else. Nor can anything stand in
//! front: dropshot accepts the connections itself, and neither its hyper service nor the state that a request's context
//! needs can be made or named outside of it. Only a second listener with a hop between would do, which every request
//! would pay for; no client sends such requests.

mod body;
mod cors;
mod entry;
mod guard;
mod modules;
#[cfg(test)]
mod tests;

use dropshot::{Body, RequestContext, ServerContext};
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use hyper::body::Body as _;
use opencode_api::support::ApiError;
use slog::{Logger, error};
use tokio_util::task::TaskTracker;

pub use cors::Origins;
pub use entry::api;
pub use guard::{Credentials, Guard, Hosts};
use modules::Unanswered;
pub use modules::{Modules, MountError};

/// A dropshot context that holds a gateway to its own operations.
pub trait Gatekept: ServerContext + Sized {
    fn gateway(&self) -> &Gateway<Self>;
}

/// What stands between the socket and the operations.
pub struct Gateway<C: ServerContext> {
    pub guard: Guard,
    pub modules: Modules<C>,
    /// Bytes a request body may have; more is a 413.
    pub body_limit: usize,
    /// Owns the requests that are finished even if their client leaves.
    pub tasks: TaskTracker,
    pub logger: Logger,
}

impl<C: ServerContext> Gateway<C> {
    /// Answers one request. Never fails, never panics: whatever goes wrong is an answer too.
    pub async fn answer(&self, context: RequestContext<C>, request: Request<Body>) -> Response<Body> {
        let origin = request.headers().get(header::ORIGIN).cloned();
        let mut response = if request.method() == Method::OPTIONS {
            cors::preflight(&request)
        } else {
            match self.guard.admit(&request) {
                Ok(()) => self.route(context, request).await.unwrap_or_else(ApiError::into_response),
                Err(refusal) => refusal.into_response(),
            }
        };
        self.guard.origins.mark(origin.as_ref(), response.headers_mut());
        response
    }

    /// Finds the operation of path and method and runs it.
    async fn route(
        &self,
        context: RequestContext<C>,
        request: Request<Body>,
    ) -> Result<Response<Body>, ApiError> {
        let path = request.uri().path();
        let route =
            self.modules.find(path).ok_or_else(|| ApiError::not_found(format!("No such path: {path}")))?;
        let head = *request.method() == Method::HEAD;
        let method = if head { Method::GET } else { request.method().clone() };
        let operation =
            route.operation(&method).ok_or_else(|| wrong_method(request.method(), &route.allow()))?;
        let (request, overflow) = body::bounded(request, self.body_limit).await?;
        let (context, request) = if head { as_get(context, request) } else { (context, request) };

        let handling = operation(context, request);
        let handled = match method {
            // A reader that leaves needs no answer: its handler is dropped with the connection.
            Method::GET => handling.await,
            // A writer that leaves has still asked for the change: half of it would be worse than all of it.
            _ => self.tasks.spawn(handling).await.unwrap_or(Err(Unanswered::Cancelled)),
        };
        if overflow.happened() {
            return Err(body::too_large(self.body_limit));
        }
        let response = handled.unwrap_or_else(|cause| {
            error!(self.logger, "a handler gave no answer"; "method" => %method, "cause" => %cause);
            ApiError::unknown(StatusCode::INTERNAL_SERVER_ERROR, "Internal server error").into_response()
        });
        Ok(if head { without_body(response) } else { response })
    }
}

fn wrong_method(method: &Method, allow: &HeaderValue) -> ApiError {
    ApiError::unknown(StatusCode::METHOD_NOT_ALLOWED, format!("{method} is not allowed here"))
        .with_header(header::ALLOW, allow.clone())
}

/// Every GET operation answers HEAD as well: it is run as the GET it stands for.
fn as_get<C: ServerContext>(
    mut context: RequestContext<C>,
    mut request: Request<Body>,
) -> (RequestContext<C>, Request<Body>) {
    *request.method_mut() = Method::GET;
    context.request = dropshot::RequestInfo::new(&request, context.request.remote_addr());
    (context, request)
}

/// Headers of the answer without its body. Dropping the body of an event stream frees its reader before the first byte.
fn without_body(response: Response<Body>) -> Response<Body> {
    let (mut parts, body) = response.into_parts();
    if let Some(length) = body.size_hint().exact() {
        parts.headers.insert(header::CONTENT_LENGTH, length.into());
    }
    Response::from_parts(parts, Body::empty())
}
