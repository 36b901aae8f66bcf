//! `session.list`, `session.create`, `session.status`.

use dropshot::{Query, RequestContext};
use opencode_api::parameters::{InstanceQuery, SessionListQuery};
use opencode_api::session::SessionApi;
use opencode_api::support::{Answer, Json, JsonBody, Undeclared, answer};
use opencode_api::types::{BadRequest, Map, Session, SessionCreateBody, SessionStatus};

use super::Operations;
use super::request::instance_of;
use crate::app::App;
use crate::instances::Instance;
use crate::sessions::{self, Listing, NewSession, Place};

impl SessionApi for Operations {
    type Context = App;

    async fn session_list(
        context: RequestContext<App>,
        query: Query<SessionListQuery>,
    ) -> Answer<Vec<Session>, Undeclared> {
        let instance = instance_of(&context).await?;
        let listing = listing(query.into_inner(), &instance);
        let sessions = sessions::list_json(&context.context().store, &instance.project.id, listing);
        Json::text(sessions.await?).ok()
    }

    async fn session_create(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
        body: JsonBody<SessionCreateBody>,
    ) -> Answer<Session, BadRequest> {
        let new = NewSession::try_from(body.into_inner())?;
        let instance = instance_of(&context).await?;
        let place = Place { directory: &instance.directory, project: &instance.project.id };
        answer(sessions::create(&context.context().store, place, new).await?)
    }

    async fn session_status(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
    ) -> Answer<Map<SessionStatus>, BadRequest> {
        answer(instance_of(&context).await?.runs.statuses())
    }
}

/// A directory in the query filters, one in the header does not. Its spelling is the instance's, which is decoded.
fn listing(query: SessionListQuery, instance: &Instance) -> Listing {
    let named = query.directory.is_some_and(|directory| !directory.is_empty());
    Listing {
        directory: named.then(|| instance.directory.to_string()),
        roots: query.roots,
        start: query.start.map(f64::from),
        search: query.search,
        limit: query.limit.map(f64::from),
    }
}
