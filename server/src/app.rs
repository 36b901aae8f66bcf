//! What every operation can reach: the context dropshot hands to handlers. It owns nothing that runs.

use std::ops::Deref;
use std::sync::Arc;

use slog::Logger;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::events::Bus;
use crate::gateway::{Gatekept, Gateway};
use crate::instances::Instances;
use crate::paths::Environment;
use crate::provider::auth::AuthFile;
use crate::store::Store;

/// The server's rooms under one roof. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Rooms>);

pub struct Rooms {
    pub gateway: Gateway<App>,
    pub bus: Bus,
    pub store: Store,
    pub instances: Instances,
    pub auth: AuthFile,
    pub environment: Environment,
    /// Every task the server starts belongs to this tracker, so that shutting down can wait for it.
    pub tasks: TaskTracker,
    /// Cancelled when the server shuts down.
    pub stopping: CancellationToken,
    pub logger: Logger,
}

impl App {
    pub fn new(rooms: Rooms) -> App {
        App(Arc::new(rooms))
    }
}

impl Deref for App {
    type Target = Rooms;

    fn deref(&self) -> &Rooms {
        &self.0
    }
}

impl Gatekept for App {
    fn gateway(&self) -> &Gateway<App> {
        &self.gateway
    }
}
