//! What `contract diff` writes, in every format.
//!
//! `golden` holds each format of one comparison that has every rule; the other files look at what such a comparison
//! does not have: texts that try to leave their place, long reports, files that a project keeps.

mod commands;
mod golden;
mod hostile;
mod policy;
#[path = "../program/mod.rs"]
mod program;
mod samples;
mod schema;
mod terminal;
