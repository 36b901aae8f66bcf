//! OpenCode's HTTP contract as dropshot API traits: all signatures, no behaviour.
//!
//! `modules` is generated from the contract, one trait for each first path segment (`/session/status` beside
//! `/session/{sessionID}` makes two: dropshot's router refuses a literal beside a variable). A method that a server
//! does not override answers 501. [`support`] holds by hand what the signatures need: bodies that may be absent,
//! answers, failures in the contract's shape.
//!
//! The root build script compares what these signatures say ([`signatures`]) with `spec/opencode-api.json`.

// The generator decides how generated code looks; formatting it again would hide a stale file.
#[rustfmt::skip]
mod modules;
pub mod signatures;
pub mod support;

pub use opencode_types as types;

pub use modules::*;
