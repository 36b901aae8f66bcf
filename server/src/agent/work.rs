//! What the runs of one instance work with: its store, bus, models, agents and rules. Nothing here decides anything.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use opencode_types::Event;
use slog::Logger;

use super::tools::Toolbox;
use super::wire::Place;
use crate::agents::Agents;
use crate::events::{Bus, Scope};
use crate::ids::{MessageId, PartId, SessionId};
use crate::provider::ModelError;
use crate::provider::catalogue::Catalogue;
use crate::store::{Change, Store, StoreError};

/// Everything a run reads or writes.
pub struct Work {
    /// The instance's directory as clients spell it; its events carry it.
    pub directory: Arc<str>,
    /// The same as an absolute path.
    pub root: PathBuf,
    /// The git top level, `/` outside git.
    pub worktree: String,
    pub is_git: bool,
    pub home: PathBuf,
    /// The directory of the global configuration.
    pub config_directory: PathBuf,
    /// `instructions` of the configuration.
    pub instructions: Vec<String>,
    pub agents: Arc<Agents>,
    pub catalogue: Arc<Catalogue>,
    pub tools: Arc<dyn Toolbox>,
    /// How long to wait before a failed call is made again; [`crate::provider::retry::delay`] everywhere but in tests.
    pub retry: fn(&ModelError, u32, SystemTime) -> Option<Duration>,
    pub store: Store,
    pub bus: Bus,
    pub log: Logger,
}

impl Work {
    /// Hands an event that is no change of the store to the readers of this directory.
    pub fn publish(&self, event: &Event) {
        self.bus.publish(Scope::Directory(self.directory.clone()), event);
    }

    /// Writes `changes` in one transaction; their events are out when this returns.
    pub async fn commit(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        self.store.commit(&self.directory, changes).await
    }

    pub fn part_removed(&self, place: &Place, part: &str) -> Change {
        Change::PartRemoved {
            session: SessionId::known(&place.session),
            message: MessageId::known(&place.message),
            part: PartId::known(part),
        }
    }
}
