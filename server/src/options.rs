//! What a server is started with. The program fills this from flags, variables and files; a test from nothing.

use std::time::Duration;

use slog::Logger;

use crate::events;
use crate::gateway::Credentials;
use crate::paths::Environment;

/// Everything [`start`](crate::start) needs to know.
#[derive(Clone, Debug)]
pub struct Config {
    /// Name or address to listen on. `None` is 127.0.0.1, or every interface when the server is announced by mDNS.
    pub hostname: Option<String>,
    pub port: Port,
    /// Origins of web pages allowed beyond the built-in ones, such as `https://example.org`.
    pub cors: Vec<String>,
    /// Without these everybody who reaches the socket is served.
    pub credentials: Option<Credentials>,
    /// Domain under which the server is announced on the local network, such as `opencode.local`.
    pub mdns: Option<String>,
    /// Offers the scripted model, which answers by rule instead of by thought. Never used unless asked for.
    pub scripted_model: bool,
    /// Home, data directory, working directory (that of requests which name none), variables.
    pub environment: Environment,
    pub logger: Logger,
    pub limits: Limits,
}

/// Which port to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// 4096, or any free one if that is taken.
    Preferred,
    /// This one or none.
    Exactly(u16),
    /// Any free one.
    Any,
}

/// The port tried first when none is asked for.
pub const PREFERRED_PORT: u16 = 4096;

/// Bounds on what one server holds and how long it waits.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of a request body. Prompts carry files, encoded in base64.
    pub body_bytes: usize,
    pub events: events::Limits,
    /// From the request to shut down until the server stops waiting for what is still running.
    pub shutdown: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            body_bytes: 64 << 20,
            events: events::Limits::default(),
            shutdown: Duration::from_millis(1_800),
        }
    }
}

impl Config {
    /// A server on 127.0.0.1 and the preferred port, without password.
    pub fn new(environment: Environment, logger: Logger) -> Config {
        Config {
            hostname: None,
            port: Port::Preferred,
            cors: Vec::new(),
            credentials: None,
            mdns: None,
            scripted_model: false,
            environment,
            logger,
            limits: Limits::default(),
        }
    }

    /// The name to listen on.
    pub fn hostname(&self) -> &str {
        match (&self.hostname, &self.mdns) {
            (Some(hostname), _) => hostname,
            (None, Some(_)) => "0.0.0.0",
            (None, None) => "127.0.0.1",
        }
    }
}
