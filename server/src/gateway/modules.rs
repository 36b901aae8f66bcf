//! The contract's modules behind the gateway: which router serves which path and method.
//!
//! Each module is a dropshot router of its own, so that a literal path and a variable one at the same place live in
//! different routers. The table over all of them tells literals from variables, and knows which methods a path has.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;

use dropshot::{ApiDescription, Body, RequestContext, ServerContext};
use futures::FutureExt;
use http::{HeaderValue, Method, Request, Response};
use opencode_api::support::{ApiError, capture};

type Answer = Result<Response<Body>, Unanswered>;
type Handling = Pin<Box<dyn Future<Output = Answer> + Send>>;
/// A module's router cannot be named outside of dropshot, so it is kept as what it does.
type Module<C> = Arc<dyn Fn(RequestContext<C>, Request<Body>) -> Handling + Send + Sync>;

/// Why a handler left us without any answer: always a defect of this server.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unanswered {
    #[error("panic: {0}")]
    Panic(String),
    #[error("its task was cancelled")]
    Cancelled,
    #[error("its error has no response")]
    NoResponse,
    #[error("its module does not know the path: {0}")]
    NoRoute(String),
}

/// Why the modules do not fit together. These are mistakes of this program, found at every start.
#[derive(Debug, thiserror::Error)]
pub enum MountError {
    #[error("two modules serve {method} {path}")]
    Twice { method: Method, path: String },
    #[error("path {path} does not fit among the others")]
    Path {
        path: String,
        #[source]
        reason: matchit::InsertError,
    },
}

/// All operations, by path and method.
pub struct Modules<C: ServerContext> {
    table: matchit::Router<Route<C>>,
}

/// What is mounted at one path.
pub(super) struct Route<C: ServerContext> {
    operations: Vec<(Method, Module<C>)>,
}

impl<C: ServerContext> Modules<C> {
    /// Builds the table over the paths of all modules.
    ///
    /// # Errors
    /// [`MountError`]
    pub fn new(modules: impl IntoIterator<Item = ApiDescription<C>>) -> Result<Modules<C>, MountError> {
        let mut routes = BTreeMap::<String, Route<C>>::new();
        for description in modules {
            for (path, method, module) in operations(description) {
                let route = routes.entry(path.clone()).or_insert_with(|| Route { operations: Vec::new() });
                if route.operation(&method).is_some() {
                    return Err(MountError::Twice { method, path });
                }
                route.operations.push((method, module));
            }
        }
        let mut table = matchit::Router::new();
        for (path, route) in routes {
            table.insert(&path, route).map_err(|reason| MountError::Path { path, reason })?;
        }
        Ok(Modules { table })
    }

    /// What is mounted at this path of a request. The path is taken as it came: a trailing slash makes another one.
    pub(super) fn find(&self, path: &str) -> Option<&Route<C>> {
        self.table.at(path).ok().map(|found| found.value)
    }
}

impl<C: ServerContext> Route<C> {
    pub(super) fn operation(&self, method: &Method) -> Option<&Module<C>> {
        self.operations.iter().find_map(|(known, module)| (known == method).then_some(module))
    }

    /// The value of an `Allow` header: what is mounted, and what the gateway answers by itself.
    pub(super) fn allow(&self) -> HeaderValue {
        let mut methods: Vec<_> = self.operations.iter().map(|(method, _)| method.as_str()).collect();
        if self.operation(&Method::GET).is_some() {
            methods.push("HEAD");
        }
        methods.push("OPTIONS");
        methods.sort_unstable();
        methods.dedup();
        HeaderValue::from_str(&methods.join(", ")).expect("methods are tokens, which a header may hold")
    }
}

/// Takes a description apart into path, method and the way to run it.
fn operations<C: ServerContext>(description: ApiDescription<C>) -> Vec<(String, Method, Module<C>)> {
    let router = Arc::new(description.into_router());
    let endpoints: Vec<_> =
        router.endpoints(None).map(|(path, _, endpoint)| (path, endpoint.method.clone())).collect();
    let module: Module<C> = Arc::new(move |mut context, request| {
        let router = Arc::clone(&router);
        Box::pin(async move {
            let found = router
                .lookup_route(request.method(), request.uri().path().into(), None)
                .map_err(|problem| Unanswered::NoRoute(problem.internal_message))?;
            // Dropshot agrees to an upgrade before it asks the operation.
            if let Some(id) = unbuilt_socket(&found.endpoint.operation_id) {
                return Ok(ApiError::not_implemented(id).into_response());
            }
            context.endpoint = found.endpoint;
            let handling = capture(found.handler.handle_request(context, request));
            match AssertUnwindSafe(handling).catch_unwind().await {
                Ok((_, Some(left))) => Ok(left),
                Ok((Ok(response), None)) => Ok(response),
                Ok((Err(_), None)) => Err(Unanswered::NoResponse),
                Err(panic) => Err(Unanswered::Panic(text_of(&*panic))),
            }
        })
    });
    endpoints.into_iter().map(|(path, method)| (path, method, Arc::clone(&module))).collect()
}

/// The id of a WebSocket operation that is not built yet, if this is one.
fn unbuilt_socket(id: &str) -> Option<&'static str> {
    let operation = opencode_api::OPERATIONS.iter().find(|operation| operation.id == id)?;
    (operation.websocket && !operation.built).then_some(operation.id)
}

fn text_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "without a message".to_owned())
}
