//! The service behind OpenCode's HTTP API.
//!
//! Under construction: the rooms land one by one, `start` comes with the gateway.

pub mod agents;
pub mod clock;
pub mod config;
pub mod events;
pub mod gateway;
pub mod ids;
pub mod log;
pub mod paths;
pub mod project;
pub mod provider;
pub mod sessions;
pub mod store;

/// The release of OpenCode whose contract this server speaks. Clients read it in `global.health`
/// and in each session; it is not the version of this crate.
pub const VERSION: &str = "1.2.6";
