//! Asking for an event stream: [`Subscribe`].

use std::future::IntoFuture;
use std::marker::PhantomData;
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use opencode_types::{Event, GlobalEvent};

use super::EventError;
use super::filter::Filter;
use super::reconnect::Reconnect;
use super::stream::{Events, OnStream};
use crate::Client;
use crate::connect::NO_LIMIT;

/// Two heartbeats and a half: both servers send one each 30 seconds.
const SILENCE: Duration = Duration::from_secs(75);
/// The largest events are those of a message part with the whole output of a tool, and of diffs.
const EVENT_LIMIT: usize = 64 << 20;

/// What a stream keeps to.
#[derive(Clone, Debug)]
pub(super) struct Options {
    pub(super) filter: Filter,
    pub(super) reconnect: Reconnect,
    pub(super) from_the_first: bool,
    pub(super) silence: Duration,
    pub(super) event_limit: usize,
    pub(super) after: Option<String>,
}

/// A subscription that is not yet made; awaiting it connects, see [`Client::events`].
///
/// ```no_run
/// # async fn example(client: opencode_client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use std::time::Duration;
/// use opencode_client::events::Reconnect;
///
/// let events = client
///     .events()
///     .session("ses_0123456789abABCDEFGHIJKLMN")
///     .reconnect(Reconnect::forever())
///     .silence(Duration::from_secs(40))
///     .await?;
/// # drop(events);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is sent until this is awaited"]
pub struct Subscribe<E> {
    client: Client,
    options: Options,
    decodes: PhantomData<fn() -> E>,
}

impl<E> Subscribe<E> {
    fn new(client: &Client) -> Self {
        let options = Options {
            filter: Filter::default(),
            reconnect: Reconnect::default(),
            from_the_first: false,
            silence: SILENCE,
            event_limit: EVENT_LIMIT,
            after: None,
        };
        Self { client: client.clone(), options, decodes: PhantomData }
    }

    /// Only what concerns this session, and `server.connected`, `server.instance.disposed` and `global.disposed`.
    /// Several calls let several sessions through. What is left out is not decoded.
    pub fn session(mut self, id: impl Into<String>) -> Self {
        self.options.filter.add(id.into(), false);
        self
    }

    /// As [`session`](Self::session), and the sessions that are made below it while the stream stands: those of
    /// subagents, whose requests for permission a run waits for.
    pub fn session_tree(mut self, id: impl Into<String>) -> Self {
        self.options.filter.add(id.into(), true);
        self
    }

    /// Also what any session of the directory waits for: permissions and questions.
    pub(crate) fn requests(mut self) -> Self {
        self.options.filter.add_requests();
        self
    }

    /// How a lost connection is made again.
    pub fn reconnect(mut self, policy: Reconnect) -> Self {
        self.options.reconnect = policy;
        self
    }

    /// Reconnects from the first connection on: one that fails is tried again, as one that is lost. Without it, it is an
    /// error at once.
    pub fn from_the_first(mut self) -> Self {
        self.options.from_the_first = true;
        self
    }

    /// How long a connection may give no byte until it is taken for lost, and how long a server may take to answer;
    /// 75 seconds if not set. Servers send a heartbeat each 30 seconds.
    pub fn silence(mut self, limit: Duration) -> Self {
        self.options.silence = limit.min(NO_LIMIT);
        self
    }

    /// Bytes that one event may have; 64 MiB if not set. A larger one is told as
    /// [`Item::Undecodable`](super::Item::Undecodable).
    pub fn event_limit(mut self, bytes: usize) -> Self {
        self.options.event_limit = bytes;
        self
    }

    /// Goes on after the event of this id, as an earlier stream gave it by [`Events::last_event_id`]. If the server
    /// cannot repeat all that came after it, the stream begins with an [`Item::Gap`](super::Item::Gap).
    pub fn after(mut self, event_id: impl Into<String>) -> Self {
        self.options.after = Some(event_id.into());
        self
    }
}

impl Client {
    /// Events of the client's directory (operation `event.subscribe`), as a stream of [`Item`](super::Item)s.
    ///
    /// Awaiting it connects and waits for the server's greeting, so that no event is missed from then on without an
    /// [`Item::Gap`](super::Item::Gap) to tell it. The stream reconnects; the first connection is not tried again
    /// unless asked for ([`Subscribe::from_the_first`]). It does not end with the directory's instance
    /// (`server.instance.disposed`), but connects to the next one.
    ///
    /// # Errors
    /// [`EventError`]: the server cannot be reached or refuses.
    pub fn events(&self) -> Subscribe<Event> {
        Subscribe::new(self)
    }

    /// Events of every directory, each with the directory it belongs to (operation `global.event`); otherwise as
    /// [`events`](Self::events).
    ///
    /// # Errors
    /// [`EventError`]: the server cannot be reached or refuses.
    pub fn global_events(&self) -> Subscribe<GlobalEvent> {
        Subscribe::new(self)
    }
}

impl<E: OnStream> IntoFuture for Subscribe<E> {
    type Output = Result<Events<E>, EventError>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Events::new(self.client, self.options).connected().boxed()
    }
}
