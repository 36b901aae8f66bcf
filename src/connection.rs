//! The flags that say which server a command talks to, and the client that they give. Start from [`Connection`].

use std::path::Path;

use clap::Args;
use opencode_client::{Client, ClientBuilder};

/// Which server, and as whom.
#[derive(Args, Clone, Debug)]
pub struct Connection {
    /// Where the server listens
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "OPENCODE_SERVER_URL",
        default_value = "http://127.0.0.1:4096",
        help_heading = "Connection"
    )]
    pub url: String,
    /// Directory that the call is about, on the server [default: the server's own]
    #[arg(long, global = true, value_name = "PATH", help_heading = "Connection")]
    pub directory: Option<String>,
    /// User name
    #[arg(
        long,
        global = true,
        value_name = "NAME",
        env = "OPENCODE_SERVER_USERNAME",
        default_value = "opencode",
        help_heading = "Connection"
    )]
    pub username: String,
    /// Password; better given as the variable, since others can read arguments
    #[arg(
        long,
        global = true,
        value_name = "PASSWORD",
        env = "OPENCODE_SERVER_PASSWORD",
        hide_env_values = true,
        help_heading = "Connection"
    )]
    pub password: Option<String>,
}

impl Connection {
    /// A client of the server and its directory.
    pub fn client(&self) -> anyhow::Result<Client> {
        let mut builder = self.builder();
        if let Some(directory) = self.directory() {
            builder = builder.directory(directory);
        }
        Ok(builder.build()?)
    }

    /// A client of the server alone.
    pub fn builder(&self) -> ClientBuilder {
        let builder = Client::builder(&self.url);
        match self.password.as_deref().filter(|password| !password.is_empty()) {
            Some(password) => builder.basic_auth(&self.username, password),
            None => builder,
        }
    }

    /// The directory, as the server needs it. Servers keep a relative one as it is, so that it would mean nothing: what is
    /// relative here means the caller's own file system.
    pub fn directory(&self) -> Option<String> {
        let directory = self.directory.as_deref()?;
        let absolute = std::path::absolute(Path::new(directory)).ok();
        Some(
            absolute
                .and_then(|path| path.into_os_string().into_string().ok())
                .unwrap_or_else(|| directory.to_owned()),
        )
    }
}
