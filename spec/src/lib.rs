//! OpenCode's OpenAPI contract: read, check, compare, and turn into code.
//!
//! In reading order: [`document`] loads the contract and knows where everything stands in it, [`lint`] says what is
//! wrong in it, [`compare`] holds it against what the server's signatures say, [`report`] puts that into words. The
//! feature `generate` adds the generator and the `contract` program; the check in the workspace's build script does
//! without it.

pub mod allowances;
pub mod compare;
pub mod diagnostic;
pub mod document;
pub mod gate;
pub mod lint;
pub mod report;
