//! Where a prompt goes: a server of our own or one that runs already, and which session there. Start from [`Target`].

use anyhow::Context as _;
use clap::Args;
use opencode_client::Client;
use opencode_client::types::SessionCreateBody;

/// Which server, and which directory.
#[derive(Args, Clone, Debug)]
pub struct Choice {
    /// Use the server that listens there [default: one of its own, for this prompt alone]
    #[arg(long, value_name = "URL")]
    attach: Option<String>,
    /// Directory that the prompt is about [default: the working directory; with --attach, the server's]
    #[arg(long, value_name = "PATH")]
    directory: Option<String>,
    /// User name of the server
    #[arg(long, value_name = "NAME", env = "OPENCODE_SERVER_USERNAME", default_value = "opencode")]
    username: String,
    /// Password of the server; better given as the variable, since others can read arguments
    #[arg(long, value_name = "PASSWORD", env = "OPENCODE_SERVER_PASSWORD", hide_env_values = true)]
    password: Option<String>,
    /// Answer by the scripted model, which needs no key
    #[arg(long, conflicts_with = "attach")]
    scripted_model: bool,
}

/// A server to ask.
pub struct Target {
    client: Client,
    #[cfg(unix)]
    own: Option<opencode_client::process::Server>,
}

impl Target {
    /// Attaches to a server, or starts one and waits for it.
    pub async fn find(arguments: &Choice) -> anyhow::Result<Target> {
        let directory = arguments.directory.as_deref().map(std::path::absolute).transpose();
        let directory = directory.context("the directory is none")?;
        let Some(url) = &arguments.attach else { return Target::start(arguments, directory).await };
        let mut builder = Client::builder(url);
        if let Some(password) = arguments.password.as_deref().filter(|password| !password.is_empty()) {
            builder = builder.basic_auth(&arguments.username, password);
        }
        if let Some(directory) = directory {
            builder = builder.directory(directory);
        }
        Ok(Target {
            client: builder.build()?,
            #[cfg(unix)]
            own: None,
        })
    }

    #[cfg(unix)]
    async fn start(arguments: &Choice, directory: Option<std::path::PathBuf>) -> anyhow::Result<Target> {
        use opencode_client::process::{Options, serve};
        let program = std::env::current_exe().context("this program cannot be found")?;
        let directory = match directory {
            Some(directory) => directory,
            None => std::env::current_dir().context("there is no working directory")?,
        };
        // Others on this machine can reach the port as well.
        let password = format!("{:032x}", rand::random::<u128>());
        let mut options = Options::new(program).directory(directory).credentials("opencode", password);
        if arguments.scripted_model {
            options = options.argument("--scripted-model");
        }
        let server = serve(options).await?;
        Ok(Target { client: server.client().build()?, own: Some(server) })
    }

    #[cfg(not(unix))]
    async fn start(_: &Choice, _: Option<std::path::PathBuf>) -> anyhow::Result<Target> {
        anyhow::bail!("start a server with `opencode-rs serve`, and name it by --attach")
    }

    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Waits for the end of a server of our own, which should not come before that of the run. Nothing is known of others.
    pub async fn ended(&mut self) -> anyhow::Error {
        #[cfg(unix)]
        if let Some(server) = &mut self.own {
            let ended = match server.wait().await {
                Ok(status) => format!("the server ended with {status}"),
                Err(problem) => format!("the server ended: {problem}"),
            };
            return match server.stderr().trim_end() {
                "" => anyhow::anyhow!("{ended}"),
                said => anyhow::anyhow!("{ended}; it said:\n{said}"),
            };
        }
        std::future::pending().await
    }

    /// Ends the server if it is our own.
    pub async fn leave(self) {
        #[cfg(unix)]
        if let Some(server) = self.own {
            // Its status says nothing about the run.
            let _ = server.shutdown().await;
        }
    }
}

/// The session to ask in: this one, the one that was used last, or a new one.
pub async fn session(client: &Client, id: Option<&str>, last: bool) -> anyhow::Result<String> {
    if let Some(id) = id {
        return Ok(id.to_owned());
    }
    if last {
        let mut request = client.session().list().roots(true).limit(1.0);
        // The client's directory selects; as a parameter it also leaves out other directories of the project.
        let path = client.path().get().send().await?;
        request = request.directory(&path.directory);
        let sessions = request.send().await?;
        let session = sessions.first().context("there is no session to go on in")?;
        return Ok(session.id.clone());
    }
    Ok(client.session().create().body(SessionCreateBody::default()).send().await?.id.clone())
}
