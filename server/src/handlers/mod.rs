//! The operations: one file per module of the contract, named after its trait. A handler decodes, makes one call into the
//! domain, and encodes; what several of them share belongs to the gateway or to the domain.
//!
//! To build an operation, override the trait's method in the file of its module, and set it to `done` in
//! `server/api/operations.txt`. A module without any operation stands in [`unbuilt`].

mod agent;
mod auth;
mod config;
mod doc;
mod event;
mod global;
mod instance;
mod log;
mod mcp;
mod path;
mod project;
mod prompt;
mod provider;
mod request;
mod session;
mod session_id;
mod unbuilt;

use dropshot::{ApiDescription, ApiDescriptionBuildErrors};

use crate::app::App;

/// Implements every trait of the contract; its methods are the handlers.
pub(crate) enum Operations {}

/// Every module this server mounts.
///
/// # Errors
/// What dropshot finds wrong with a description: a mistake of this program.
pub(crate) fn modules() -> Result<Vec<ApiDescription<App>>, ApiDescriptionBuildErrors> {
    let modules = opencode_api::descriptions::<Operations, App>()?.into_iter().map(|(_, module)| module);
    Ok(modules.chain([doc::module()]).collect())
}
