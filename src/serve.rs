//! `opencode-rs serve`: flags, variables and configuration become one [`Config`]; then the server runs until a signal.
//!
//! Flags win over the `server` section of the configuration. Passwords come from the environment only, since other users
//! of a machine can read the arguments of a process.

use std::io::Write;
use std::time::Duration;

use anyhow::Context;
use clap::{Args, ValueEnum};
use opencode_server::config::{self, Sources};
use opencode_server::log::{self, Level};
use opencode_server::paths::Environment;
use opencode_server::project::Repository;
use opencode_server::{Config, Credentials, Port, Server};

/// Serve OpenCode's HTTP API
#[derive(Args, Debug)]
pub struct Arguments {
    /// Port to listen on [default: 4096, or any free one if that is taken]
    #[arg(long)]
    port: Option<u16>,
    /// Name or address to listen on [default: 127.0.0.1, with --mdns 0.0.0.0]
    #[arg(long)]
    hostname: Option<String>,
    /// Web page origin allowed to use the server, such as `https://example.org`; may be repeated
    #[arg(long, value_name = "ORIGIN")]
    cors: Vec<String>,
    /// Announce the server on the local network
    #[arg(long)]
    mdns: bool,
    /// Name to announce [default: opencode.local]
    #[arg(long, value_name = "DOMAIN")]
    mdns_domain: Option<String>,
    /// Write the log to standard error instead of a file in the data directory
    #[arg(long)]
    print_logs: bool,
    /// Least important records to log
    #[arg(long, value_enum, ignore_case = true, default_value = "INFO")]
    log_level: LogLevel,
    /// Offer a scripted model, provider `scripted`, for trying things without a key
    #[arg(long)]
    scripted_model: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "UPPER")]
enum LogLevel {
    Debug,
    Info,
    Warn,
    Error,
}

impl From<LogLevel> for Level {
    fn from(level: LogLevel) -> Level {
        match level {
            LogLevel::Debug => Level::Debug,
            LogLevel::Info => Level::Info,
            LogLevel::Warn => Level::Warning,
            LogLevel::Error => Level::Error,
        }
    }
}

/// Runs the server until SIGINT, SIGTERM or SIGHUP.
///
/// # Errors
/// Whatever keeps it from starting; the message is for the user.
pub fn run(arguments: Arguments) -> anyhow::Result<()> {
    let environment = Environment::from_process()?;
    let level = arguments.log_level.into();
    let log = log::open(arguments.print_logs, level, &environment.data)?;
    let config = configure(arguments, environment, log.logger.clone())?;
    let runtime = tokio::runtime::Runtime::new().context("cannot start the runtime")?;
    let outcome = runtime.block_on(serve(config));
    // What still runs now was given its time by the server.
    runtime.shutdown_timeout(Duration::from_millis(100));
    outcome
}

fn configure(
    arguments: Arguments,
    environment: Environment,
    logger: opencode_server::log::Logger,
) -> anyhow::Result<Config> {
    let directory = environment.working_directory.clone();
    let repository = Repository::find(&directory);
    let top = repository.as_ref().map(|repository| repository.top.as_path());
    let sources = Sources { environment: &environment, directory: &directory, top };
    let loaded =
        config::load(&sources).map_err(|problem| anyhow::anyhow!(first_line(&problem.to_string())))?;
    let section = loaded.config.server;
    let section = section.as_ref();

    let port = match arguments.port {
        Some(port) => i64::from(port),
        None => section.and_then(|section| section.port).unwrap_or(0),
    };
    let port = match u16::try_from(port)
        .with_context(|| format!("{port} is no port; see server.port in the configuration"))?
    {
        0 => Port::Preferred,
        port => Port::Exactly(port),
    };
    let domain = arguments.mdns_domain.or_else(|| section?.mdns_domain.clone());
    let announced = arguments.mdns || section.and_then(|section| section.mdns) == Some(true);
    let mut cors = arguments.cors;
    cors.extend(section.and_then(|section| section.cors.clone()).unwrap_or_default());
    let credentials = environment.var("OPENCODE_SERVER_PASSWORD").map(|password| {
        let username = environment.var("OPENCODE_SERVER_USERNAME").unwrap_or("opencode");
        Credentials::new(username, password)
    });
    Ok(Config {
        hostname: arguments.hostname.or_else(|| section?.hostname.clone()),
        port,
        cors,
        credentials,
        mdns: announced.then(|| domain.unwrap_or_else(|| "opencode.local".to_owned())),
        scripted_model: arguments.scripted_model,
        ..Config::new(environment, logger)
    })
}

/// The first line says what and where; the rest shows the place.
fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

async fn serve(config: Config) -> anyhow::Result<()> {
    // Listening for signals comes first, so that none can end the process uncleanly once it is announced.
    let mut ended = Signals::listen()?;
    let unsecured = config.credentials.is_none();
    let scripted = config.scripted_model;
    let server = opencode_server::start(config).await?;
    announce(&server, unsecured, scripted);
    ended.next().await;
    tokio::select! {
        () = server.shutdown() => {}
        // Asked a second time: now.
        () = ended.next() => {}
    }
    Ok(())
}

/// Clients wait for the last line and read the URL out of it.
fn announce(server: &Server, unsecured: bool, scripted: bool) {
    let mut out = std::io::stdout().lock();
    let mut line = |text: &str| {
        // Nobody reads along: no reason to stop serving.
        let _ = writeln!(out, "{text}").and_then(|()| out.flush());
    };
    if unsecured {
        line("Warning: OPENCODE_SERVER_PASSWORD is not set; server is unsecured.");
    }
    if scripted {
        line("The scripted model is on: provider `scripted` answers by rule, not by thought.");
    }
    line(&format!("opencode server listening on {}", server.url()));
}

#[cfg(unix)]
struct Signals([tokio::signal::unix::Signal; 3]);

#[cfg(unix)]
impl Signals {
    fn listen() -> anyhow::Result<Signals> {
        use tokio::signal::unix::{SignalKind, signal};
        let [interrupt, terminate, hangup] =
            [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()].map(signal);
        Ok(Signals([interrupt?, terminate?, hangup?]))
    }

    async fn next(&mut self) {
        let [interrupt, terminate, hangup] = &mut self.0;
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hangup.recv() => {}
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn listen() -> anyhow::Result<Signals> {
        Ok(Signals)
    }

    async fn next(&mut self) {
        // Without a console there is no such signal; then the process is ended from outside.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
