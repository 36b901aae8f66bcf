//! The bound on request bodies.
//!
//! Dropshot has one too, but answers 400 and reads all the rest first. Here the surplus is noticed as it arrives.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use bytes::{Buf, Bytes};
use dropshot::Body;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use opencode_api::support::ApiError;

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Told by the body when it was longer than allowed.
#[derive(Clone, Default)]
pub(super) struct Overflow(Arc<AtomicBool>);

impl Overflow {
    pub(super) fn happened(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

pub(super) fn too_large(limit: usize) -> ApiError {
    let message = format!("The request body is larger than {limit} bytes");
    ApiError::unknown(StatusCode::PAYLOAD_TOO_LARGE, message)
}

/// Puts the bound on a request. A body that announces its excess is not read at all, or only as far as it takes for
/// the client to see the answer.
///
/// # Errors
/// 413 when the announced length is above `limit`.
pub(super) async fn bounded(
    request: Request<Body>,
    limit: usize,
) -> Result<(Request<Body>, Overflow), ApiError> {
    let overflow = Overflow::default();
    let announced = request.body().size_hint().exact();
    if announced.is_some_and(|length| length > limit as u64) {
        // A client that waits for `100 Continue` has sent nothing yet.
        if !request.headers().contains_key(header::EXPECT) {
            discard(request.into_body(), limit).await;
        }
        return Err(too_large(limit));
    }
    let told = overflow.clone();
    Ok((request.map(|inner| Body::wrap(Bounded { inner, left: limit, overflow: told })), overflow))
}

/// Reads and forgets up to `limit` bytes: closing a socket with unread input would reset it, and the client might lose
/// the answer. A client that sends still more has to live with that.
async fn discard(mut body: Body, limit: usize) {
    let mut left = limit;
    while let Some(Ok(frame)) = body.frame().await {
        let length = frame.data_ref().map_or(0, Buf::remaining);
        match left.checked_sub(length) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

struct Bounded {
    inner: Body,
    left: usize,
    overflow: Overflow,
}

impl HttpBody for Bounded {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let polled = Pin::new(&mut self.inner).poll_frame(context);
        if let Poll::Ready(Some(Ok(frame))) = &polled {
            match self.left.checked_sub(frame.data_ref().map_or(0, Buf::remaining)) {
                Some(rest) => self.left = rest,
                None => {
                    self.overflow.0.store(true, Ordering::Relaxed);
                    return Poll::Ready(Some(Err("the body is too large".into())));
                }
            }
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
