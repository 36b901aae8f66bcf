//! What each test starts from: a home, a scripted model, our program running between them.

use std::time::{Duration, Instant};

use opencode_conformance::peers::{Caller, Home, Program, Server};
use opencode_scripted_model::{Options, ScriptedServer, config_for};
use serde_json::Value;

/// A home, and a model that the server in it uses. The server itself comes and goes.
pub struct World {
    pub home: Home,
    pub model: ScriptedServer,
}

impl World {
    pub async fn new() -> World {
        World::configured(|_| {}).await
    }

    /// `change` sees the configuration that points at the scripted model.
    pub async fn configured(change: impl FnOnce(&mut Value)) -> World {
        let home = Home::new().expect("temporary folders");
        let model = ScriptedServer::start(Options::default()).await.expect("a free port for the model");
        let mut config = config_for(&model.url());
        change(&mut config);
        home.configure(&config).expect("a configuration file");
        World { home, model }
    }

    /// Starts our server in this home, once more after it was killed if need be.
    pub fn start(&self, arguments: &[&str]) -> (Server, Caller) {
        self.start_program(&ours(), arguments)
    }

    pub fn start_program(&self, program: &Program, arguments: &[&str]) -> (Server, Caller) {
        let server = Server::start(program, &self.home, arguments).unwrap_or_else(|error| panic!("{error}"));
        let caller = Caller::new(server.url());
        (server, caller)
    }
}

/// The program that cargo has built for these tests.
pub fn ours() -> Program {
    Program::Ours(env!("CARGO_BIN_EXE_opencode-rs").into())
}

/// Looks every 20 ms until `look` finds something; panics with `last` after `limit`.
pub async fn until<T>(what: &str, limit: Duration, mut look: impl AsyncFnMut() -> Result<T, String>) -> T {
    let started = Instant::now();
    loop {
        match look().await {
            Ok(found) => return found,
            Err(last) => assert!(started.elapsed() < limit, "waited {limit:?} for {what}; last seen: {last}"),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// All text of a message's parts but the synthetic ones.
pub fn text_of(message: &Value) -> String {
    let parts = message["parts"].as_array().cloned().unwrap_or_default();
    let texts = parts.iter().filter(|part| part["type"] == "text" && part["synthetic"] != true);
    texts.filter_map(|part| part["text"].as_str()).collect()
}
