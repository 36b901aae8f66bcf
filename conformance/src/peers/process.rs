//! One server as a child process: started, found, ended. Killed with its children when dropped.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::Home;

/// Whose server it is.
#[derive(Clone, Debug)]
pub enum Program {
    /// A built `opencode-rs`.
    Ours(PathBuf),
    /// The `opencode` program of npm.
    Real(PathBuf),
}

/// A server that printed its address.
pub struct Server {
    child: Child,
    url: String,
    output: Output,
}

/// A server that ended, or stayed silent, before it printed its address.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("{program} cannot be started")]
    Spawn { program: String, source: std::io::Error },
    #[error("{program} ended with {status} before it listened; it said:\n{said}")]
    Ended { program: String, status: ExitStatus, said: String },
    #[error("{program} did not say within {} s where it listens; it said:\n{said}", limit.as_secs())]
    Silent { program: String, limit: Duration, said: String },
}

/// The line that clients of OpenCode wait for.
const LISTENING: &str = "opencode server listening on ";
/// The real server migrates its database on its first start, which takes seconds on a busy machine.
const START_LIMIT: Duration = Duration::from_secs(60);

impl Program {
    /// `serve` in `home`, not yet started. Port 0: 4096, or a free one where that is taken.
    #[must_use]
    pub fn serve(&self, home: &Home, port: u16, arguments: &[&str]) -> Command {
        let mut command = self.command(home);
        command.arg("serve").args(["--port", &port.to_string()]).args(arguments);
        command
    }

    /// The program in `home`, without arguments.
    #[must_use]
    pub fn command(&self, home: &Home) -> Command {
        let path = match self {
            Program::Ours(path) | Program::Real(path) => path,
        };
        let mut command = Command::new(path);
        command.env_clear().envs(home.environment()).current_dir(home.project());
        if let Program::Real(_) = self {
            // The peer stays on loopback.
            for part in ["AUTOUPDATE", "MODELS_FETCH", "DEFAULT_PLUGINS", "LSP_DOWNLOAD"] {
                command.env(format!("OPENCODE_DISABLE_{part}"), "1");
            }
        }
        command
    }

    /// How tables and messages name it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Program::Ours(_) => "opencode-rs",
            Program::Real(_) => "opencode 1.2.6",
        }
    }
}

impl Server {
    /// Starts `program serve` in `home` and waits for the line that tells its address.
    ///
    /// # Errors
    /// See [`StartError`].
    pub fn start(program: &Program, home: &Home, arguments: &[&str]) -> Result<Server, StartError> {
        Server::spawn(program.name(), program.serve(home, 0, arguments))
    }

    /// Starts a prepared command and waits for the line that tells its address. `name` is for messages.
    ///
    /// # Errors
    /// See [`StartError`].
    pub fn spawn(name: &str, mut command: Command) -> Result<Server, StartError> {
        let program = name.to_owned();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
        let mut child = match command.spawn() {
            Ok(child) => child,
            Err(source) => return Err(StartError::Spawn { program, source }),
        };
        let (found, address) = mpsc::sync_channel(1);
        let output = Output::default();
        let readers = [output.keep(child.stdout.take(), Some(found)), output.keep(child.stderr.take(), None)];
        let started = Instant::now();
        loop {
            if let Ok(url) = address.recv_timeout(Duration::from_millis(20)) {
                return Ok(Server { child, url, output });
            }
            if let Ok(Some(status)) = child.try_wait() {
                // All that it said is worth more than the first half: both pipes are read to their ends.
                readers.into_iter().flatten().for_each(|reader| drop(reader.join()));
                return Err(StartError::Ended { program, status, said: output.said() });
            }
            if started.elapsed() > START_LIMIT {
                signal(&mut child, "KILL");
                let _ = child.wait();
                return Err(StartError::Silent { program, limit: START_LIMIT, said: output.said() });
            }
        }
    }

    /// `http://127.0.0.1:4096`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it wrote to standard output and standard error until now.
    #[must_use]
    pub fn said(&self) -> String {
        self.output.said()
    }

    /// `kill -9`: no chance to tidy up. Returns when the process is gone.
    pub fn kill(&mut self) {
        // A process that was waited for has given its id back: nothing may be sent to it.
        if let Ok(None) = self.child.try_wait() {
            signal(&mut self.child, "KILL");
            let _ = self.child.wait();
        }
    }

    /// Sends `signal` (`TERM`, `INT`) and waits for the end. `None`: still running after `limit`.
    pub fn end(&mut self, name: &str, limit: Duration) -> Option<ExitStatus> {
        signal(&mut self.child, name);
        let started = Instant::now();
        while started.elapsed() < limit {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Some(status);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        None
    }

    /// Resident memory in bytes as the kernel counts it; `field` is a line of `/proc/<id>/smaps_rollup`:
    /// `Rss`, or `Pss` (shared pages divided among their users). `None` where the kernel does not tell.
    #[must_use]
    pub fn memory(&self, field: &str) -> Option<u64> {
        let table = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", self.id())).ok()?;
        let line = table.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'))?;
        let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some(kibibytes * 1024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Signals the whole process group of a child that was not waited for yet.
/// The shell does it, since the standard library knows no signal but the one of `Child::kill`.
fn signal(child: &mut Child, name: &str) {
    let group = format!("kill -s {name} -- -{}", child.id());
    let sent = Command::new("sh").args(["-c", &group]).stderr(Stdio::null()).status();
    if name == "KILL" && !sent.is_ok_and(|status| status.success()) {
        // Without a shell the child alone is killed, or the wait for its end would be without end.
        let _ = child.kill();
    }
}

/// The last of what a child said.
#[derive(Clone, Default)]
struct Output(Arc<Mutex<String>>);

impl Output {
    /// Enough for any message worth reading; a debug log beyond it is cut at its beginning.
    const LIMIT: usize = 4 << 20;

    fn said(&self) -> String {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads a pipe to its end in a thread of its own, so that the child never blocks on a full one.
    fn keep(
        &self,
        pipe: Option<impl Read + Send + 'static>,
        found: Option<mpsc::SyncSender<String>>,
    ) -> Option<JoinHandle<()>> {
        let (kept, pipe) = (self.clone(), pipe?);
        Some(std::thread::spawn(move || {
            for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                if let (Some(found), Some(url)) = (&found, line.strip_prefix(LISTENING)) {
                    let _ = found.try_send(url.trim().to_owned());
                }
                let mut text = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
                if text.len() > Output::LIMIT {
                    let middle = text.ceil_char_boundary(Output::LIMIT / 2);
                    text.drain(..middle);
                }
                text.push_str(&line);
                text.push('\n');
            }
        }))
    }
}
