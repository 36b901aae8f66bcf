//! A server to talk to: this project's in this process, or the real one from npm as a child.

use std::collections::BTreeMap;
use std::time::Duration;

use opencode_client::Client;
use opencode_conformance::peers;
use opencode_scripted_model::{Options, ScriptedServer, config_for};
use opencode_server::paths::Environment;
use opencode_server::{Config, Port};
use tempfile::TempDir;

/// This project's server with a model, a home and a project.
pub struct Ours {
    server: Option<opencode_server::Server>,
    pub model: ScriptedServer,
    home: TempDir,
}

impl Ours {
    pub async fn start() -> Ours {
        let model = ScriptedServer::start(Options::default()).await.expect("a scripted model");
        let home = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(home.path().join("project")).expect("a project");
        let config = config_for(&model.url()).to_string();
        std::fs::write(home.path().join("project/opencode.json"), config).expect("a configuration");
        let mut ours = Ours { server: None, model, home };
        ours.restart().await;
        ours
    }

    /// Ends the server, if it runs, and starts another on the same data.
    pub async fn restart(&mut self) {
        self.stop().await;
        let environment = Environment::new(self.home.path(), self.home.path().to_owned(), BTreeMap::new());
        let config = Config {
            port: Port::Any,
            ..Config::new(environment, slog::Logger::root(slog::Discard, slog::o!()))
        };
        self.server = Some(opencode_server::start(config).await.expect("a server"));
    }

    pub async fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            server.shutdown().await;
        }
    }

    pub fn url(&self) -> String {
        self.server.as_ref().expect("it runs").url().to_owned()
    }

    pub fn directory(&self) -> String {
        self.home.path().join("project").to_string_lossy().into_owned()
    }
}

/// The real server, with a model.
pub struct Real {
    server: peers::Server,
    _home: peers::Home,
    pub model: ScriptedServer,
    directory: String,
}

impl Real {
    /// Nothing, said aloud, where npm has no real server for this machine. For tests on several threads.
    pub async fn start(test: &str, change: impl FnOnce(&mut serde_json::Value)) -> Option<Real> {
        let packages = match tokio::task::block_in_place(peers::Packages::install) {
            Ok(packages) => packages,
            Err(missing) => {
                peers::say_aloud(test, &missing);
                return None;
            }
        };
        let model = ScriptedServer::start(Options::default()).await.expect("a scripted model");
        let home = peers::Home::new().expect("a temporary folder");
        let mut config = config_for(&model.url());
        change(&mut config);
        home.configure(&config).expect("a configuration");
        let program = peers::Program::Real(packages.opencode());
        let server =
            tokio::task::block_in_place(|| peers::Server::start(&program, &home, &[])).expect("a server");
        let directory = home.project().to_string_lossy().into_owned();
        Some(Real { server, _home: home, model, directory })
    }

    pub fn url(&self) -> String {
        self.server.url().to_owned()
    }

    pub fn directory(&self) -> String {
        self.directory.clone()
    }
}

/// A client that opens a connection for each request, so that a proxy can tell them apart.
pub fn client(url: &str, directory: &str) -> Client {
    let transport = reqwest::Client::builder()
        .pool_max_idle_per_host(0)
        .connect_timeout(Duration::from_secs(5))
        .build()
        .expect("a transport");
    Client::builder(url).directory(directory).transport(transport).build().expect("a client")
}
