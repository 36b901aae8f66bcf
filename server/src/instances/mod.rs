//! Directories and their instances: one directory, one [`Instance`], made on first use and shared until it is disposed.
//!
//! [`directory`] says which directory a request is about, [`start`] how an instance is made; [`Instances`] keeps them.
//! Sessions and messages are in the store, not here: an instance can be thrown away at any time, and the next request
//! makes a new one from files that may have changed.

pub mod directory;
mod start;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use opencode_types::{
    EventGlobalDisposed, EventServerInstanceDisposed, EventServerInstanceDisposedProperties, Project,
};
use slog::{Logger, info, o, warn};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::agent::{AtWork, Runs};
use crate::agents::Agents;
use crate::config::{ConfigError, Loaded};
use crate::events::{Bus, Scope};
use crate::paths::Environment;
use crate::project::Repository;
use crate::provider::auth::{AuthError, AuthFile};
use crate::provider::catalogue::{Catalogue, CatalogueError};
use crate::provider::scripted::Scripted;
use crate::provider::transport::Transport;
use crate::store::{Store, StoreError};

/// What all requests about one directory share. It does not change; whoever holds one sees the files as they were at its
/// start.
pub struct Instance {
    /// As the client spelled it; the key of the instance, and the scope of its events.
    pub directory: Arc<str>,
    /// The same as an absolute path.
    pub root: PathBuf,
    /// The top level of the repository, without links; `/` outside of one.
    pub worktree: PathBuf,
    pub repository: Option<Repository>,
    /// As it was when the instance started.
    pub project: Project,
    pub config: Loaded,
    pub agents: Arc<Agents>,
    pub catalogue: Arc<Catalogue>,
    /// The sessions of this directory that are being answered.
    pub runs: Runs,
    /// Cancelled when the instance is disposed, or the server stops. Everything that runs for the instance ends with it.
    pub cancel: CancellationToken,
}

/// Why there is no instance. Not kept: the next request tries again.
#[derive(Clone, Debug, thiserror::Error)]
pub enum InstanceError {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Models(Arc<CatalogueError>),
    #[error(transparent)]
    Auth(Arc<AuthError>),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the start of the instance was cut off")]
    Lost,
}

/// The rooms of the server that instances are made of.
pub struct Surroundings {
    pub environment: Environment,
    pub store: Store,
    pub bus: Bus,
    pub auth: AuthFile,
    pub transport: Transport,
    /// The scripted model, if the server offers it.
    pub scripted: Option<Scripted>,
    /// Owns the starts.
    pub tasks: TaskTracker,
    /// Ends all instances.
    pub stopping: CancellationToken,
    pub log: Logger,
}

/// The instances of a server. Cheap to clone.
#[derive(Clone)]
pub struct Instances(Arc<Inner>);

struct Inner {
    server: Surroundings,
    own: Arc<str>,
    log: Logger,
    slots: Mutex<Slots>,
    /// The sessions at work, of all instances.
    at_work: AtWork,
    /// Held while the row of a project is read, changed and written.
    registering: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Slots {
    by_directory: HashMap<Arc<str>, Slot>,
    /// The number of the next slot: a failed start may only clear away itself.
    next: u64,
}

/// An instance, or its start under way.
struct Slot {
    number: u64,
    cancel: CancellationToken,
    start: Start,
}

type Outcome = Result<Arc<Instance>, InstanceError>;
type Start = Shared<BoxFuture<'static, Outcome>>;

impl Instances {
    pub fn new(server: Surroundings) -> Self {
        Self(Arc::new(Inner {
            own: server.environment.working_directory.to_string_lossy().into(),
            log: server.log.new(o!("component" => "instances")),
            server,
            at_work: AtWork::default(),
            slots: Mutex::default(),
            registering: tokio::sync::Mutex::default(),
        }))
    }

    /// The server's own directory: that of requests which name none.
    pub fn own_directory(&self) -> &Arc<str> {
        &self.0.own
    }

    /// The instance of a directory. Requests that come while it starts wait for the same start and share its failure;
    /// requests after a failure try anew.
    ///
    /// # Errors
    /// [`InstanceError`]: its configuration is wrong, or the store failed.
    ///
    /// # Cancellation
    /// The start goes on for whoever asks next.
    pub async fn get(&self, directory: &Arc<str>) -> Outcome {
        let outcome = self.started(directory).await;
        match &outcome {
            // Disposed while it started: the request came after, or at least not clearly before.
            Ok(instance) if instance.cancel.is_cancelled() => self.started(directory).await,
            _ => outcome,
        }
    }

    fn started(&self, directory: &Arc<str>) -> Start {
        let mut slots = self.0.slots();
        if let Some(slot) = slots.by_directory.get(directory) {
            return slot.start.clone();
        }
        let number = slots.next;
        slots.next += 1;
        let cancel = self.0.server.stopping.child_token();
        let start = self.0.clone().run(number, directory.clone(), cancel.clone()).boxed().shared();
        slots.by_directory.insert(directory.clone(), Slot { number, cancel, start: start.clone() });
        start
    }

    /// Ends the instance of a directory and tells its readers; without one, only tells them. The next request makes a
    /// new one.
    pub fn dispose(&self, directory: &Arc<str>) {
        let slot = self.0.slots().by_directory.remove(directory);
        if let Some(slot) = slot {
            slot.cancel.cancel();
            info!(self.0.log, "instance disposed"; "directory" => %directory);
        }
        self.0.tell_disposed(directory);
    }

    /// Ends every instance, tells the readers of each, and then those of all.
    pub fn dispose_all(&self) {
        let slots = std::mem::take(&mut self.0.slots().by_directory);
        for (directory, slot) in slots {
            slot.cancel.cancel();
            info!(self.0.log, "instance disposed"; "directory" => %directory);
            self.0.tell_disposed(&directory);
        }
        let event = EventGlobalDisposed { properties: Default::default(), type_: Default::default() };
        self.0.server.bus.publish(Scope::Global, &event.into());
    }

    /// How many directories have an instance or are about to.
    pub fn count(&self) -> usize {
        self.0.slots().by_directory.len()
    }
}

impl From<CatalogueError> for InstanceError {
    fn from(error: CatalogueError) -> Self {
        Self::Models(Arc::new(error))
    }
}

impl From<AuthError> for InstanceError {
    fn from(error: AuthError) -> Self {
        Self::Auth(Arc::new(error))
    }
}

impl Inner {
    /// Runs a start on a task of its own, so that it does not hang in the air when the request that began it is dropped.
    async fn run(self: Arc<Self>, number: u64, directory: Arc<str>, cancel: CancellationToken) -> Outcome {
        let (this, key) = (self.clone(), directory.clone());
        let started = self.server.tasks.spawn(async move {
            let outcome = this.start(key.clone(), cancel).await;
            if let Err(error) = &outcome {
                warn!(this.log, "the instance did not start"; "directory" => %key, "error" => %error);
                this.forget(&key, number);
            }
            outcome
        });
        started.await.unwrap_or_else(|_| {
            self.forget(&directory, number);
            Err(InstanceError::Lost)
        })
    }

    fn forget(&self, directory: &Arc<str>, number: u64) {
        let mut slots = self.slots();
        if slots.by_directory.get(directory).is_some_and(|slot| slot.number == number) {
            slots.by_directory.remove(directory);
        }
    }

    fn tell_disposed(&self, directory: &Arc<str>) {
        let properties = EventServerInstanceDisposedProperties { directory: directory.to_string() };
        let event = EventServerInstanceDisposed { properties, type_: Default::default() };
        self.server.bus.publish(Scope::Directory(directory.clone()), &event.into());
    }

    /// A map and a counter are sound even if a holder of the lock panicked.
    fn slots(&self) -> MutexGuard<'_, Slots> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
