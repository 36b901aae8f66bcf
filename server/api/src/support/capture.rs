//! How a finished response gets out of a dropshot handler that is called by hand.
//!
//! The gateway looks a handler up in a module's router and calls it itself. Such a call fails with a type that dropshot
//! does not export, so the response inside it cannot be reached; and of a success dropshot always encodes the value
//! itself, even if its JSON is ready. But dropshot encodes errors and values of ours in the same task: there they leave
//! the response that is meant ([`leave`]), and whoever made the call picks it up ([`capture`]).

use std::cell::RefCell;
use std::future::Future;

use dropshot::Body;
use http::Response;

tokio::task_local! {
    static LEFT: RefCell<Option<Response<Body>>>;
}

/// Runs `handling`, and returns beside its outcome the last response that was [left](leave) in the course of it: that
/// one is meant, whatever the outcome holds.
///
/// The handling must not move to another task, which would not see this place.
pub async fn capture<F: Future>(handling: F) -> (F::Output, Option<Response<Body>>) {
    LEFT.scope(RefCell::new(None), async {
        let outcome = handling.await;
        (outcome, LEFT.with(RefCell::take))
    })
    .await
}

/// Leaves a finished response for the [`capture`] around this task.
///
/// # Errors
/// Gives the response back outside of one: then a dropshot server of its own answers.
pub fn leave(response: Response<Body>) -> Result<(), Box<Response<Body>>> {
    let mut response = Some(response);
    // Outside of a scope the closure does not run, and the response is still here.
    let _ = LEFT.try_with(|place| place.replace(response.take()));
    response.map_or(Ok(()), |response| Err(Box::new(response)))
}
