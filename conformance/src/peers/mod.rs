//! Servers as processes on loopback: ours and the real OpenCode from npm, each in a fresh home, and a way to call them.
//!
//! Whole-process tests and the bench start both in the same way, so that what they say about one holds for the
//! other. Nothing here judges an answer. Start from [`Server`].

mod caller;
mod events;
mod home;
mod packages;
mod process;

pub use caller::{CallError, Caller};
pub use events::{Arrived, Events};
pub use home::Home;
pub use packages::{MissingPeers, Packages, build_folder, say_aloud};
pub use process::{Program, Server, StartError};
