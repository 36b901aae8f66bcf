//! How an instance is made: find its project, load its configuration, list its agents.

use std::path::PathBuf;
use std::sync::Arc;

use opencode_types::Project;
use slog::{debug, info, warn};
use tokio_util::sync::CancellationToken;

use super::{Inner, Instance, InstanceError};
use crate::agents::{Agents, Origin};
use crate::clock;
use crate::config::{self, Sources};
use crate::project::Found;
use crate::store::Change;

impl Inner {
    /// Makes the instance of a directory, and files its project as seen now.
    pub(super) async fn start(
        self: &Arc<Self>,
        directory: Arc<str>,
        cancel: CancellationToken,
    ) -> Result<Arc<Instance>, InstanceError> {
        let root = self.environment.absolute(&directory);
        let found = Found::of(root.clone()).await;
        if let Some(diagnosis) = &found.diagnosis {
            warn!(self.log, "the project could not be told"; "directory" => %directory, "error" => %diagnosis);
        }
        let found = Arc::new(found);
        let (project, (config, agents)) = tokio::try_join!(
            self.register(&directory, found.clone()),
            self.configure(root.clone(), found.clone())
        )?;
        for file in &config.files {
            debug!(self.log, "configuration read"; "directory" => %directory, "file" => %file.display());
        }
        info!(self.log, "instance started"; "directory" => %directory, "project" => &project.id);
        let worktree = found.worktree().to_owned();
        let repository = found.repository.clone();
        Ok(Arc::new(Instance { directory, root, worktree, repository, project, config, agents, cancel }))
    }

    /// Writes the row of the project. One at a time, since each start builds on the row before it.
    async fn register(&self, directory: &Arc<str>, found: Arc<Found>) -> Result<Project, InstanceError> {
        let _turn = self.registering.lock().await;
        let known = self.store.project(&found.id).await?;
        let make = move || found.project(known, clock::now_ms());
        let project = tokio::task::spawn_blocking(make).await.map_err(|_| InstanceError::Lost)?;
        self.store.commit(directory, vec![Change::Project(project.clone())]).await?;
        Ok(project)
    }

    async fn configure(
        self: &Arc<Self>,
        root: PathBuf,
        found: Arc<Found>,
    ) -> Result<(config::Loaded, Agents), InstanceError> {
        let this = self.clone();
        let load = move || {
            let environment = &this.environment;
            let top = found.repository.as_ref().map(|repository| repository.top.as_path());
            let loaded = config::load(&Sources { environment, directory: &root, top })?;
            let agents = Agents::new(&Origin {
                environment,
                worktree: found.worktree(),
                config: &loaded.raw,
                skills: &loaded.skills,
            });
            Ok((loaded, agents))
        };
        tokio::task::spawn_blocking(load).await.map_err(|_| InstanceError::Lost)?
    }
}
