//! How an error response gets out of a dropshot handler that is called by hand.
//!
//! The gateway looks a handler up in a module's router and calls it itself. Such a call fails with a type that dropshot
//! does not export, so the response inside it cannot be reached. But dropshot makes that response of our own error, in
//! the same task, and begins by asking it for its status ([`dropshot::HttpResponseError::status_code`]): there our
//! error leaves a second copy ([`leave`]), and whoever made the call picks it up ([`capture`]).

use std::cell::RefCell;
use std::future::Future;

use dropshot::Body;
use http::Response;

tokio::task_local! {
    static LEFT: RefCell<Option<Response<Body>>>;
}

/// Runs `handling`, and returns beside its outcome the last response that was [left](leave) in the course of it.
///
/// The handling must not move to another task, which would not see this place.
pub async fn capture<F: Future>(handling: F) -> (F::Output, Option<Response<Body>>) {
    LEFT.scope(RefCell::new(None), async {
        let outcome = handling.await;
        (outcome, LEFT.with(RefCell::take))
    })
    .await
}

/// Leaves a finished error response for the [`capture`] around this task. Outside of one it is dropped: then a dropshot
/// server of its own answers, with the copy it got.
pub fn leave(response: Response<Body>) {
    // Outside of a scope there is nobody to leave it for.
    let _ = LEFT.try_with(|place| place.replace(Some(response)));
}
