//! How an instance is made: find its project, load its configuration, list its agents and models.

use std::path::PathBuf;
use std::sync::Arc;

use indexmap::IndexMap;
use opencode_types::{Auth, Project};
use slog::{debug, info, o, warn};
use tokio_util::sync::CancellationToken;

use super::{Inner, Instance, InstanceError};
use crate::agent::tools::NoTools;
use crate::agent::{Runs, Work};
use crate::agents::{Agents, Origin};
use crate::clock;
use crate::config::{self, Loaded, Sources};
use crate::project::Found;
use crate::provider::catalogue::{Catalogue, CatalogueSources};
use crate::provider::retry;
use crate::store::Change;

/// What the files say about an instance.
struct Settings {
    config: Loaded,
    agents: Agents,
    catalogue: Catalogue,
}

impl Inner {
    /// Makes the instance of a directory, and files its project as seen now.
    pub(super) async fn start(
        self: &Arc<Self>,
        directory: Arc<str>,
        cancel: CancellationToken,
    ) -> Result<Arc<Instance>, InstanceError> {
        let root = self.server.environment.absolute(&directory);
        let auth = self.server.auth.entries().await?;
        let found = Arc::new(Found::of(root.clone()).await);
        let (project, settings) = tokio::try_join!(
            self.register(&directory, found.clone()),
            self.settings(root.clone(), found.clone(), auth),
        )?;
        self.tell(&directory, &found, &settings);
        let Settings { config, agents, catalogue } = settings;
        let (agents, catalogue) = (Arc::new(agents), Arc::new(catalogue));
        let server = &self.server;
        let worktree = found.worktree().to_owned();
        let work = Work {
            directory: directory.clone(),
            root: root.clone(),
            worktree: worktree.display().to_string(),
            is_git: found.repository.is_some(),
            home: server.environment.home.clone(),
            config_directory: server.environment.config.clone(),
            instructions: config.config.instructions.clone().unwrap_or_default(),
            agents: agents.clone(),
            catalogue: catalogue.clone(),
            tools: Arc::new(NoTools),
            retry: retry::delay,
            store: server.store.clone(),
            bus: server.bus.clone(),
            log: server.log.new(o!("component" => "agent", "directory" => directory.to_string())),
        };
        let runs = Runs::new(work, self.at_work.clone(), server.tasks.clone(), cancel.clone());
        let repository = found.repository.clone();
        Ok(Arc::new(Instance {
            directory,
            root,
            worktree,
            repository,
            project,
            config,
            agents,
            catalogue,
            runs,
            cancel,
        }))
    }

    /// Writes the row of the project. One at a time, since each start builds on the row before it.
    async fn register(&self, directory: &Arc<str>, found: Arc<Found>) -> Result<Project, InstanceError> {
        let _turn = self.registering.lock().await;
        let known = self.server.store.project(&found.id).await?;
        let make = move || found.project(known, clock::now_ms());
        let project = tokio::task::spawn_blocking(make).await.map_err(|_| InstanceError::Lost)?;
        self.server.store.commit(directory, vec![Change::Project(project.clone())]).await?;
        Ok(project)
    }

    /// Reads the files, on a thread where that may block.
    async fn settings(
        self: &Arc<Self>,
        root: PathBuf,
        found: Arc<Found>,
        auth: IndexMap<String, Auth>,
    ) -> Result<Settings, InstanceError> {
        let this = self.clone();
        let read = move || {
            let server = &this.server;
            let environment = &server.environment;
            let top = found.repository.as_ref().map(|repository| repository.top.as_path());
            let config = config::load(&Sources { environment, directory: &root, top })?;
            let agents = Agents::new(&Origin {
                environment,
                worktree: found.worktree(),
                config: &config.raw,
                skills: &config.skills,
            });
            let catalogue = Catalogue::build(&CatalogueSources {
                config: &config.config,
                environment,
                auth: &auth,
                scripted: server.scripted.as_ref(),
                transport: &server.transport,
            })?;
            Ok(Settings { config, agents, catalogue })
        };
        tokio::task::spawn_blocking(read).await.map_err(|_| InstanceError::Lost)?
    }

    fn tell(&self, directory: &str, found: &Found, settings: &Settings) {
        if let Some(diagnosis) = &found.diagnosis {
            warn!(self.log, "the project could not be told"; "directory" => directory, "error" => %diagnosis);
        }
        for problem in settings.catalogue.problems() {
            warn!(self.log, "a model cannot be used"; "directory" => directory, "error" => problem);
        }
        let environment = &self.server.environment;
        if let Some(path) = environment.var("OPENCODE_CONFIG")
            && !environment.absolute(&environment.expand_home(path)).exists()
        {
            warn!(self.log, "the file that OPENCODE_CONFIG names does not exist"; "file" => path);
        }
        for file in &settings.config.files {
            debug!(self.log, "configuration read"; "directory" => directory, "file" => %file.display());
        }
        info!(self.log, "instance started"; "directory" => directory, "project" => &found.id);
    }
}
