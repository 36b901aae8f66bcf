//! The service behind OpenCode's HTTP API: sessions, prompts, events, kept in one SQLite file.
//!
//! There is one door, [`start`], for the program and for every test. Inside, the rooms in the order a request passes
//! them: `gateway` (who may ask, which operation), `handlers` (decode, one call, encode), then the domain, then `store`,
//! and back to the readers through `events`.

pub mod agent;
pub mod agents;
mod app;
pub mod clock;
pub mod config;
pub mod events;
pub mod gateway;
mod handlers;
pub mod ids;
pub mod instances;
mod listen;
pub mod log;
mod mdns;
pub mod options;
pub mod paths;
pub mod project;
pub mod provider;
pub mod sessions;
pub mod store;

use std::net::SocketAddr;

use dropshot::HttpServer;
use slog::{info, o, warn};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub use app::{App, Rooms};
pub use gateway::Credentials;
pub use listen::ListenError;
pub use options::{Config, Limits, Port};

use events::Bus;
use gateway::{Gateway, Guard, Hosts, Modules, Origins};

/// The release of OpenCode whose contract this server speaks. Clients read it in `global.health`
/// and in each session; it is not the version of this crate.
pub const VERSION: &str = "1.2.6";

/// Why a server did not start. Each is one clear line for the user, its cause in `source`.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Listen(#[from] ListenError),
    #[error("cannot make the data directory {}", path.display())]
    DataDirectory {
        path: std::path::PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("cannot announce the server as {domain}")]
    Announce {
        domain: String,
        #[source]
        source: mdns_sd::Error,
    },
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
    let data = &config.environment.data;
    tokio::fs::create_dir_all(data)
        .await
        .map_err(|source| StartError::DataDirectory { path: data.clone(), source })?;
    let hostname = config.hostname().to_owned();
    let address = listen::resolve(&hostname).await?;
    let tasks = TaskTracker::new();
    let gateway = Gateway {
        guard: guard(&config, address.is_loopback()),
        modules: Modules::new(handlers::modules().map_err(|problem| StartError::Operations(problem.into()))?)
            .map_err(|problem| StartError::Operations(problem.into()))?,
        body_limit: config.limits.body_bytes,
        tasks: tasks.clone(),
        logger: config.logger.new(o!("component" => "gateway")),
    };
    let app = App::new(Rooms {
        gateway,
        bus: Bus::with_limits(&config.logger, config.limits.events.clone()),
        environment: config.environment,
        tasks,
        stopping: CancellationToken::new(),
        logger: config.logger,
    });
    let http = listen::serve(&app, address, config.port)?;
    let port = http.local_addr().port();
    let announcement = match config.mdns {
        Some(domain) => {
            Some(mdns::announce(&domain, port).map_err(|source| StartError::Announce { domain, source })?)
        }
        None => None,
    };
    let url = listen::url(&hostname, port);
    info!(app.logger, "server listening"; "url" => &url);
    Ok(Server { http, app, url, announcement, limits: config.limits })
}

fn guard(config: &Config, loopback: bool) -> Guard {
    let origin_host = |origin: &String| Some(url::Url::parse(origin).ok()?.host_str()?.to_owned());
    let mut names: Vec<_> = config.cors.iter().filter_map(origin_host).collect();
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

    /// Stops accepting, ends the streams, lets what is running finish or mark itself as cut off. Returns within
    /// [`Limits::shutdown`] in any case.
    pub async fn shutdown(self) {
        let Server { http, app, announcement, limits, .. } = self;
        drop(announcement);
        let work = async {
            let closing = http.close();
            app.stopping.cancel();
            app.bus.close();
            app.tasks.close();
            let (closed, ()) = tokio::join!(closing, app.tasks.wait());
            if let Err(problem) = closed {
                warn!(app.logger, "the HTTP server did not stop cleanly"; "error" => problem);
            }
        };
        if tokio::time::timeout(limits.shutdown, work).await.is_err() {
            warn!(app.logger, "stopped without waiting any longer"; "tasks" => app.tasks.len());
        }
        info!(app.logger, "server stopped");
    }
}
