//! A server as a child process: started, found, and ended with everything that it started. Start from [`serve`].
//!
//! What is sent to the server once it runs does not live here: [`Server::client`] gives the builder of a client.
//!
//! The server runs in a process group of its own, beside a small POSIX shell that holds the other end of a pipe to this
//! process. The pipe closes when the [`Server`] is dropped and also when this process ends in any way, by a panic, by
//! `abort` or by `SIGKILL`; then the shell kills the group. So no orphan stays. What the server moves to a group or
//! session of its own (the terminals of its PTY operations) gets what the server's end brings it: a hang-up.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use opencode_client::process::{self, Options};
//!
//! let server = process::serve(Options::new("opencode").directory("/home/me/project")).await?;
//! let client = server.client().build()?;
//! println!("{} is version {}", server.url(), client.global().health().send().await?.version);
//! server.shutdown().await?;
//! # Ok(())
//! # }
//! ```

mod options;
mod output;
mod server;

pub use options::Options;
pub use server::{Server, serve};

use std::path::PathBuf;
use std::process::ExitStatus;
use std::time::Duration;

/// Why there is no server.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProcessError {
    /// The shell beside the program could not be started, or no port is free. Most likely the working directory is not
    /// there.
    #[error("{program} cannot be started{}", .directory.as_ref().map(|path| format!(" in {}", path.display())).unwrap_or_default())]
    Spawn {
        /// The program of [`Options::new`].
        program: String,
        /// The working directory of [`Options::directory`], if one was set.
        directory: Option<PathBuf>,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is no such program, or it may not be executed.
    #[error("there is no program {program} that can be executed{}", output::quoted(.stderr))]
    NotFound {
        /// The program of [`Options::new`].
        program: String,
        /// What was said on standard error.
        stderr: String,
    },
    /// It ended before it listened.
    #[error("{program} ended with {status} before it listened{}", output::quoted(.stderr))]
    Ended {
        /// The program of [`Options::new`].
        program: String,
        /// How it ended.
        status: ExitStatus,
        /// The end of what it said on standard error, 64 KiB at most.
        stderr: String,
    },
    /// It ran, but did not say where it listens within the limit of [`Options::start_limit`]; it was killed.
    #[error("{program} did not say within {} s where it listens{}", .limit.as_secs_f32(), output::quoted(.stderr))]
    Silent {
        /// The program of [`Options::new`].
        program: String,
        /// The limit.
        limit: Duration,
        /// The end of what it said on standard error, 64 KiB at most.
        stderr: String,
    },
}
