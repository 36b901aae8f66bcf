//! One server under measurement: started with the scripted model, filled with sessions and messages over HTTP.

use std::net::SocketAddr;

use anyhow::{Context, ensure};
use opencode_conformance::peers::{Caller, Home, Program, Server};
use opencode_scripted_model::{ScriptedServer, config_for};

use crate::load::Endpoint;

const SESSIONS: usize = 100;
/// Each prompt stores two messages: the user's and the model's.
const PROMPTS: usize = 100;

/// A running server and a client for everything that is not load.
pub struct Subject {
    pub server: Server,
    pub caller: Caller,
    /// Kept, since dropping it removes the folders under the running server.
    _home: Home,
}

impl Subject {
    pub fn start(program: &Program, model: &ScriptedServer) -> anyhow::Result<Subject> {
        let home = Home::new()?;
        home.configure(&config_for(&model.url()))?;
        let server = Server::start(program, &home, &[])?;
        let caller = Caller::new(server.url());
        Ok(Subject { server, caller, _home: home })
    }

    pub fn address(&self) -> anyhow::Result<SocketAddr> {
        let url = self.server.url();
        url.trim_start_matches("http://")
            .parse()
            .with_context(|| format!("{url} is no IPv4 address and port"))
    }

    /// Makes 100 sessions, 200 messages in the first of them, and says what to ask.
    pub async fn seed(&self) -> anyhow::Result<[Endpoint; 6]> {
        let session = self.caller.create_session().await?;
        for number in 1..=PROMPTS {
            let text = format!(
                "[say Answer {number}: a sentence as long as people get them from a model in a chat.]"
            );
            self.caller.prompt(&session, &text).await?;
        }
        for _ in 1..SESSIONS {
            self.caller.create_session().await?;
        }
        let messages = format!("/session/{session}/message");
        // Both servers answer about the same things, or the comparison says nothing.
        for (path, expected) in [("/session", SESSIONS), (messages.as_str(), 2 * PROMPTS)] {
            let found = self.caller.get(path).await?.as_array().map_or(0, Vec::len);
            ensure!(found == expected, "{path} lists {found} instead of {expected}");
        }
        let endpoint = |label: &'static str, path: String| Endpoint { label, path };
        Ok([
            endpoint("/global/health", "/global/health".to_owned()),
            endpoint("/session (100 sessions)", "/session".to_owned()),
            endpoint("/session/{id}", format!("/session/{session}")),
            endpoint("/session/{id}/message (200 messages)", messages),
            endpoint("/config", "/config".to_owned()),
            endpoint("/agent", "/agent".to_owned()),
        ])
    }
}
