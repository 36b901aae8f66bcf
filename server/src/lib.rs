//! The service behind OpenCode's HTTP API: sessions, prompts, events, kept in one SQLite file.
//!
//! There is one door, [`start`], for the program and for every test. Inside, the rooms in the order a request passes
//! them: `gateway` (who may ask, which operation), `handlers` (decode, one call, encode), then the domain, then `store`,
//! and back to the readers through `events`.

mod start;

pub mod agent;
pub mod agents;
mod app;
pub mod clock;
pub mod config;
mod error;
pub mod events;
pub mod gateway;
mod handlers;
pub mod ids;
pub mod instances;
mod listen;
pub mod log;
pub mod mcp;
mod mdns;
pub mod options;
pub mod paths;
pub mod project;
pub mod provider;
pub mod sessions;
pub mod store;

pub use app::{App, Rooms};
pub use gateway::Credentials;
pub use listen::ListenError;
pub use options::{Config, Limits, Port};
pub use start::{Server, StartError, start};

/// The contract that this server keeps, as `GET /doc` answers it. A static, so that the program holds it once.
static CONTRACT: &str = include_str!("../../spec/opencode-api.json");

/// The release of OpenCode whose contract this server speaks. Clients read it in `global.health`
/// and in each session; it is not the version of this crate.
pub const VERSION: &str = "1.2.6";
