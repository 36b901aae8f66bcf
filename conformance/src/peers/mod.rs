//! Servers as processes on loopback: ours and the real OpenCode from npm, each in a fresh home.
//!
//! Whole-process tests and the bench start both in the same way, so that what they say about one holds for the
//! other. Nothing here knows an operation of the contract. Start from [`Server`].

mod home;
mod packages;
mod process;

pub use home::Home;
pub use packages::{MissingPeers, Packages, say_aloud};
pub use process::{Program, Server, StartError};
