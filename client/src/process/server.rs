//! The child itself: how it is started, what holds it, how it ends. Start from [`serve`].

use std::ffi::OsStr;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::io::AsyncWriteExt as _;
use tokio::process::{Child, ChildStdin, Command};
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::options::{PASSWORD, USERNAME};
use super::output::{Tail, drain};
use super::{Options, ProcessError};
use crate::{Client, ClientBuilder};

/// Becomes the server, after leaving a watcher in the same process group.
///
/// Standard input is the lifeline. Each line in it is a signal for the group; its end, which comes also when the process
/// at the other end dies, is a KILL. The watcher is there before the server is, so there is no moment without it; being
/// a member, it keeps the group's id from being given to others for as long as it lives. It keeps standard output open,
/// too: the end of that pipe says that the group is gone.
const SCRIPT: &str = r#"
exec 3<&0 </dev/null
( trap '' HUP INT TERM; while read -r signal <&3; do kill -s "$signal" 0; done; kill -s KILL 0 ) 2>/dev/null &
exec "$@" 3<&-
"#;

/// What both servers say when their port is taken.
const PORT_TAKEN: &str = "Failed to start server on port";

/// Between choosing a free port and its use somebody else may take it. More often than this is no coincidence.
const PORTS_TRIED: usize = 4;

/// From the kill of a group until its pipes are closed. What does not end then has left the group.
const KILL_LIMIT: Duration = Duration::from_secs(2);

/// A server that runs as a child of this process, in a process group of its own.
///
/// Dropping it kills the whole group at once and does not wait; [`Server::shutdown`] asks first.
pub struct Server {
    url: String,
    options: Options,
    group: Group,
}

/// Starts a server and waits until it says where it listens.
///
/// # Errors
/// [`ProcessError`].
///
/// # Cancellation
/// A dropped future kills what it had started.
pub async fn serve(options: Options) -> Result<Server, ProcessError> {
    let mut tried = 1;
    loop {
        let port = match options.port {
            Some(port) => port,
            None => free_port().map_err(|source| spawn_error(&options, source))?,
        };
        match start(&options, port).await {
            Ok((url, group)) => return Ok(Server { url, options, group }),
            Err(ProcessError::Ended { stderr, .. })
                if options.port.is_none() && tried < PORTS_TRIED && stderr.contains(PORT_TAKEN) =>
            {
                tried += 1;
            }
            Err(problem) => return Err(problem),
        }
    }
}

impl Server {
    /// Where it listens: `http://127.0.0.1:4096`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A builder of clients of this server, with its credentials and its working directory.
    #[must_use]
    pub fn client(&self) -> ClientBuilder {
        let mut builder = Client::builder(&self.url);
        if let Some((username, password)) = self.options.expected_credentials() {
            builder = builder.basic_auth(username, password);
        }
        // A path that is no text cannot be sent; the server then takes its working directory, which is the same.
        match self
            .options
            .directory
            .as_deref()
            .filter(|path| path.is_absolute())
            .and_then(|path| path.to_str())
        {
            Some(directory) => builder.directory(directory),
            None => builder,
        }
    }

    /// Id of the process, and of its group. `None` once its end was waited for.
    #[must_use]
    pub fn id(&self) -> Option<u32> {
        self.group.leader.id()
    }

    /// The end of what it said on standard error until now, 64 KiB at most.
    #[must_use]
    pub fn stderr(&self) -> String {
        self.group.stderr.text()
    }

    /// Waits until the server ends by itself.
    ///
    /// # Errors
    /// The system does not tell.
    ///
    /// # Cancellation
    /// Nothing happens to the server.
    pub async fn wait(&mut self) -> io::Result<ExitStatus> {
        self.group.leader.wait().await
    }

    /// Asks the group to end (`TERM`), kills what is left after [`Options::grace`], and waits until it ends.
    ///
    /// # Errors
    /// The system does not tell how the server ended.
    ///
    /// # Cancellation
    /// A dropped future kills the group at once.
    pub async fn shutdown(self) -> io::Result<ExitStatus> {
        let Server { options, mut group, .. } = self;
        if group.ask("TERM").await {
            // Whether it heeds or not: the kill takes what is left of the group, and the status is asked for below.
            let _ = timeout(options.grace, group.leader.wait()).await;
        }
        group.kill().await;
        group.leader.wait().await
    }
}

impl std::fmt::Debug for Server {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Server")
            .field("url", &self.url)
            .field("id", &self.id())
            .finish_non_exhaustive()
    }
}

/// A server's process group. Dropping it closes the lifeline, and so kills the group.
struct Group {
    leader: Child,
    lifeline: Option<ChildStdin>,
    stderr: Tail,
    readers: JoinSet<()>,
}

impl Group {
    /// Sends a signal to everybody in the group; false if the watcher is gone, who would do it.
    async fn ask(&mut self, signal: &str) -> bool {
        let Some(lifeline) = &mut self.lifeline else { return false };
        lifeline.write_all(format!("{signal}\n").as_bytes()).await.is_ok()
    }

    /// Kills whatever is left, and waits until the last of the group has closed its pipes, which the kernel does just
    /// before the process is gone.
    async fn kill(&mut self) {
        self.lifeline = None;
        // In case somebody killed the watcher.
        let _ = self.leader.start_kill();
        // Bounded, since a process that left the group may keep the pipes open for as long as it likes.
        let all = async { while self.readers.join_next().await.is_some() {} };
        let _ = timeout(KILL_LIMIT, all).await;
    }
}

async fn start(options: &Options, port: u16) -> Result<(String, Group), ProcessError> {
    let mut leader = command(options, port).spawn().map_err(|source| spawn_error(options, source))?;
    let (found, address) = oneshot::channel();
    let (stderr, mut readers) = (Tail::default(), JoinSet::new());
    if let (Some(said), Some(complained)) = (leader.stdout.take(), leader.stderr.take()) {
        readers.spawn(drain(said, None, Some(found)));
        readers.spawn(drain(complained, Some(stderr.clone()), None));
    }
    let mut group = Group { lifeline: leader.stdin.take(), leader, stderr, readers };
    let listening = async {
        tokio::select! {
            Ok(url) = address => Ok(url),
            status = group.leader.wait() => Err(status),
        }
    };
    let ended = match timeout(options.start_limit, listening).await {
        Ok(Ok(url)) => return Ok((url, group)),
        Ok(Err(status)) => Some(status.map_err(|source| spawn_error(options, source))?),
        Err(_) => None,
    };
    group.kill().await;
    let (program, stderr) = (name(&options.program), group.stderr.text());
    Err(match ended {
        None => ProcessError::Silent { program, limit: options.start_limit, stderr },
        // What POSIX shells answer when there is nothing to execute.
        Some(status) if matches!(status.code(), Some(126 | 127)) => {
            ProcessError::NotFound { program, stderr }
        }
        Some(status) => ProcessError::Ended { program, status, stderr },
    })
}

fn command(options: &Options, port: u16) -> Command {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", SCRIPT, "sh"]).arg(located(&options.program));
    command.args(["serve", "--port", &port.to_string()]).args(&options.arguments);
    if !options.inherits {
        command.env_clear();
    }
    command.envs(options.environment.iter().map(|(name, value)| (name, value)));
    if let Some((username, password)) = &options.credentials {
        command.env(USERNAME, username).env(PASSWORD, password);
    }
    if let Some(directory) = &options.directory {
        command.current_dir(directory);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.process_group(0).kill_on_drop(true);
    command
}

/// A path stays what it is for this process, also where the server has another working directory. A name is searched.
fn located(program: &OsStr) -> PathBuf {
    let path = Path::new(program);
    match path.components().count() {
        0 | 1 => path.to_owned(),
        _ => std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
    }
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn spawn_error(options: &Options, source: io::Error) -> ProcessError {
    ProcessError::Spawn { program: name(&options.program), directory: options.directory.clone(), source }
}

fn name(program: &OsStr) -> String {
    program.to_string_lossy().into_owned()
}
