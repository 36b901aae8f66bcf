//! `event.subscribe`, and how a subscription becomes an HTTP answer.

use std::convert::Infallible;

use dropshot::{Body, Query, RequestContext};
use futures::StreamExt;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, Response};
use http_body_util::StreamBody;
use hyper::body::Frame;
use opencode_api::event::EventApi;
use opencode_api::parameters::InstanceQuery;
use opencode_api::support::{Failure, Undeclared};

use super::Operations;
use super::request::{directory_of, last_event_id};
use crate::app::App;
use crate::events::Subscription;

impl EventApi for Operations {
    type Context = App;

    async fn event_subscribe(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
    ) -> Result<Response<Body>, Failure<Undeclared>> {
        let directory = directory_of(&context)?;
        let app = context.context();
        let subscription = app.bus.subscribe_directory(directory.clone(), last_event_id(&context.request));
        // A reader is a use of its instance. One that cannot start is no reason to refuse the stream, which tells when
        // that has changed; the operations say what is wrong.
        let instances = app.instances.clone();
        app.tasks.spawn(async move { instances.get(&directory).await.map(drop) });
        Ok(stream(subscription))
    }
}

/// Frames as an endless body. It is dropped, and the reader freed, as soon as the client is gone.
pub(super) fn stream(subscription: Subscription) -> Response<Body> {
    let frames = subscription.map(|frame| Ok::<_, Infallible>(Frame::data(frame)));
    let mut response = Response::new(Body::wrap(StreamBody::new(frames)));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    // Proxies that gather answers before they pass them on know this one.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}
