//! The servers under test: [`Place`] is a running one, [`Subject`] what one case sees of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use opencode_client::Client;
use opencode_conformance::peers::{Home, Packages, Program, Server};
use opencode_scripted_model::{Options, ScriptedServer, config_for};
use opencode_server::paths::Environment;
use opencode_server::{Config, Credentials, Port};

use super::relay::{self, Relay};

/// Ours, and the real one.
pub const NAMES: [&str; 2] = ["opencode-rs", "opencode 1.2.6"];

const USER: &str = "opencode";
const PASSWORD: &str = "geheim";

/// A server with the scripted model behind it, and the folders that it works in. It wants a password.
pub struct Place {
    running: Running,
    relay: Relay,
    home: Home,
    // It ends when it is dropped.
    _model: ScriptedServer,
}

enum Running {
    Ours(Box<opencode_server::Server>),
    Real(Server),
}

/// What a case works with.
#[derive(Clone)]
pub struct Subject {
    /// In the directory `project`, with the password.
    pub client: Client,
    /// The address of the server.
    pub url: String,
    /// A folder of this case alone; its own name is not ASCII.
    pub project: PathBuf,
    /// It is the real server.
    pub is_real: bool,
}

impl Place {
    /// Our server, in this process.
    pub async fn ours() -> Place {
        let (home, model) = prepared().await;
        let folder = |path: PathBuf| path.to_string_lossy().into_owned();
        let variables = BTreeMap::from([
            ("XDG_CONFIG_HOME".to_owned(), folder(home.config())),
            ("XDG_DATA_HOME".to_owned(), folder(home.data())),
        ]);
        let environment = Environment::new(home.user(), home.project(), variables);
        let config = Config {
            port: Port::Any,
            credentials: Some(Credentials::new(USER, PASSWORD)),
            ..Config::new(environment, slog::Logger::root(slog::Discard, slog::o!()))
        };
        let server = opencode_server::start(config).await.expect("our server");
        let relay = Relay::start(server.url()).await;
        Place { running: Running::Ours(Box::new(server)), relay, home, _model: model }
    }

    /// The real server, as a process.
    pub async fn real(packages: &Packages) -> Place {
        let (home, model) = prepared().await;
        let program = Program::Real(packages.opencode());
        let mut command = program.serve(&home, 0, &["--hostname", "127.0.0.1"]);
        command.env("OPENCODE_SERVER_USERNAME", USER).env("OPENCODE_SERVER_PASSWORD", PASSWORD);
        let server = tokio::task::block_in_place(|| Server::spawn(program.name(), command));
        let server = server.expect("the real server");
        let relay = Relay::start(server.url()).await;
        Place { running: Running::Real(server), relay, home, _model: model }
    }

    /// As `differences.toml` has it.
    pub fn name(&self) -> &'static str {
        NAMES[usize::from(self.is_real())]
    }

    /// It is the real server.
    pub fn is_real(&self) -> bool {
        matches!(self.running, Running::Real(_))
    }

    /// The operations that no case has called so far, but for those that our server does not have.
    pub fn uncalled(&self) -> Vec<&'static str> {
        self.relay.uncalled(relay::operations().filter(|operation| operation.is_built || self.is_real()))
    }

    /// What the server said, for the message of a failure.
    pub fn said(&self) -> String {
        match &self.running {
            Running::Ours(_) => String::new(),
            Running::Real(server) => server.said(),
        }
    }

    /// A fresh project for a case.
    pub fn subject(&self, case: &str) -> Subject {
        let project = self.home.path().join(format!("größe {}", case.replace("::", " ")));
        std::fs::create_dir(&project).expect("a project");
        std::fs::write(project.join("read me.txt"), "one\ntwo needles\n").expect("a file");
        let url = self.relay.url();
        let client = Client::builder(url).basic_auth(USER, PASSWORD).directory(&project);
        let client = client.build().expect("a client");
        Subject { client, url: url.to_owned(), project, is_real: self.is_real() }
    }

    /// Ends the server, before its folders vanish.
    pub async fn end(self) {
        match self.running {
            Running::Ours(server) => server.shutdown().await,
            Running::Real(server) => tokio::task::block_in_place(|| drop(server)),
        }
    }
}

impl Subject {
    /// A file of the project.
    pub fn file(&self) -> &Path {
        Path::new("read me.txt")
    }

    /// Puts the project under git, with one commit: a project of its own, where all others are the same one.
    pub fn put_under_git(&self) {
        for arguments in [
            &["init", "--quiet"][..],
            &["add", "."],
            &[
                "-c",
                "user.name=suite",
                "-c",
                "user.email=suite@localhost",
                "commit",
                "--quiet",
                "--message",
                "all",
            ],
        ] {
            let mut git = Command::new("git");
            // No configuration of whoever runs the tests, such as hooks or signatures.
            git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
            let status = git.arg("-C").arg(&self.project).args(arguments).status();
            assert!(status.expect("git runs").success(), "git {arguments:?}");
        }
    }
}

/// Whether a program is there, for what a server leaves to it.
pub fn runs(program: &str) -> bool {
    let asked = Command::new(program).arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

async fn prepared() -> (Home, ScriptedServer) {
    let model = ScriptedServer::start(Options::default()).await.expect("a scripted model");
    let home = Home::new().expect("temporary folders");
    home.configure(&config_for(&model.url())).expect("a configuration");
    (home, model)
}
