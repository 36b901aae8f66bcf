//! How the rooms are put together, in which order they open, and in which they close.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use dropshot::HttpServer;
use slog::{info, o, warn};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app::{App, Rooms};
use crate::events::Bus;
use crate::gateway::{Gateway, Guard, Hosts, Modules, Origins};
use crate::instances::{Instances, Surroundings};
use crate::listen::{self, ListenError};
use crate::options::{Config, Limits};
use crate::provider::auth::AuthFile;
use crate::provider::scripted::Scripted;
use crate::provider::transport::Transport;
use crate::store::{Store, StoreError};
use crate::{handlers, mdns};

/// How long connections may take to end once there is nothing more to say.
const FAREWELL: Duration = Duration::from_millis(300);

/// Why a server did not start. Each is one clear line for the user, its cause in `source`.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Listen(#[from] ListenError),
    #[error("cannot make the data directory {}", path.display())]
    DataDirectory {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("cannot announce the server as {domain}")]
    Announce {
        domain: String,
        #[source]
        source: mdns_sd::Error,
    },
    /// A mistake of this program.
    #[error("the operations do not fit together")]
    Operations(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// A running server. Dropping it stops it without waiting for anything; [`Server::shutdown`] is the kind way.
pub struct Server {
    http: HttpServer<App>,
    app: App,
    url: String,
    announcement: Option<mdns::Announcement>,
    limits: Limits,
}

/// Starts a server and returns when it accepts connections.
///
/// # Errors
/// [`StartError`]; nothing is left running then.
pub async fn start(config: Config) -> Result<Server, StartError> {
    let hostname = config.hostname().to_owned();
    let address = listen::resolve(&hostname).await?;
    let app = open(&config, address.is_loopback()).await?;
    let listening = listen::serve(&app, address, config.port).map_err(StartError::Listen).and_then(|http| {
        let port = http.local_addr().port();
        let announce = |domain| {
            mdns::announce(domain, port)
                .map_err(|source| StartError::Announce { domain: domain.to_owned(), source })
        };
        let announcement = config.mdns.as_deref().map(announce).transpose()?;
        Ok((http, announcement))
    });
    let (http, announcement) = match listening {
        Ok(listening) => listening,
        Err(problem) => {
            app.store.close().await;
            return Err(problem);
        }
    };
    let url = listen::url(&hostname, http.local_addr().port());
    info!(app.logger, "server listening"; "url" => &url);
    Ok(Server { http, app, url, announcement, limits: config.limits })
}

/// Opens every room.
async fn open(config: &Config, loopback: bool) -> Result<App, StartError> {
    let logger = &config.logger;
    let modules = handlers::modules().map_err(|problem| StartError::Operations(problem.into()))?;
    let tasks = TaskTracker::new();
    let gateway = Gateway {
        guard: guard(config, loopback),
        modules: Modules::new(modules).map_err(|problem| StartError::Operations(problem.into()))?,
        body_limit: config.limits.body_bytes,
        tasks: tasks.clone(),
        logger: logger.new(o!("component" => "gateway")),
    };
    let data = &config.environment.data;
    tokio::fs::create_dir_all(data)
        .await
        .map_err(|source| StartError::DataDirectory { path: data.clone(), source })?;
    let bus = Bus::with_limits(logger, config.limits.events.clone());
    let store = Store::open(&data.join("opencode-rs.db"), bus.clone(), logger.clone()).await?;
    let stopping = CancellationToken::new();
    let environment = config.environment.clone();
    let auth = AuthFile::new(data.join("auth.json"));
    let instances = Instances::new(Surroundings {
        environment: environment.clone(),
        store: store.clone(),
        bus: bus.clone(),
        auth: auth.clone(),
        transport: Transport::default(),
        scripted: config.scripted_model.then(Scripted::default),
        tasks: tasks.clone(),
        stopping: stopping.clone(),
        log: logger.clone(),
    });
    Ok(App::new(Rooms {
        gateway,
        bus,
        store,
        instances,
        auth,
        environment,
        tasks,
        stopping,
        logger: logger.clone(),
    }))
}

fn guard(config: &Config, loopback: bool) -> Guard {
    let host = |origin: &String| Some(url::Url::parse(origin).ok()?.host_str()?.to_owned());
    let mut names: Vec<_> = config.cors.iter().filter_map(host).collect();
    names.extend(config.hostname.iter().chain(&config.mdns).map(|name| name.to_lowercase()));
    Guard {
        origins: Origins { extra: config.cors.clone() },
        hosts: Hosts { enforced: loopback, names },
        credentials: config.credentials.clone(),
    }
}

impl Server {
    pub fn address(&self) -> SocketAddr {
        self.http.local_addr()
    }

    /// `http://<host>:<port>`, the host as it was asked for.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What the operations see; for tests that look inside.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Stops accepting, ends the streams, lets what is running finish or mark itself as cut off, closes the store.
    /// Returns within [`Limits::shutdown`] in any case.
    pub async fn shutdown(self) {
        let Server { http, app, announcement, limits, .. } = self;
        drop(announcement);
        let logger = app.logger.clone();
        let tasks = app.tasks.clone();
        let closing = http.close();
        let rooms = async {
            app.stopping.cancel();
            app.tasks.close();
            app.tasks.wait().await;
            app.store.close().await;
            // Last, so that the streams still carry how each turn ended.
            app.bus.close();
        };
        // Both at once: a connection ends with its answer, and the answers come from the rooms. A peer that neither reads
        // nor goes may keep its connection until the process is gone.
        let all = async {
            tokio::pin!(closing, rooms);
            tokio::select! {
                closed = &mut closing => {
                    rooms.await;
                    closed
                }
                () = &mut rooms => tokio::time::timeout(FAREWELL, closing).await.unwrap_or(Ok(())),
            }
        };
        match tokio::time::timeout(limits.shutdown, all).await {
            Ok(Ok(())) => info!(logger, "server stopped"),
            Ok(Err(problem)) => warn!(logger, "server stopped, but not cleanly"; "error" => problem),
            Err(_) => warn!(logger, "server stopped without waiting any longer"; "tasks" => tasks.len()),
        }
    }
}
