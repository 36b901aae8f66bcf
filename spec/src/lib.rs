//! OpenCode's OpenAPI contract: read, check, compare, and turn into code.
//!
//! In reading order: [`document`] loads the contract and knows where everything stands in it, [`lint`] says what is
//! wrong in it, [`compare`] holds it against what the server's signatures say, [`report`] puts that into words. The
//! feature `generate` adds the generator and the `contract` program ([`errata`] repair the contract for the types,
//! [`normalise`] brings it to 3.0, [`names`] names every type, [`generate`] writes the code); the check in the
//! workspace's build script does without it.

pub mod allowances;
pub mod compare;
pub mod diagnostic;
pub mod document;
#[cfg(feature = "generate")]
pub mod errata;
pub mod gate;
#[cfg(feature = "generate")]
pub mod generate;
pub mod lint;
#[cfg(feature = "generate")]
pub mod names;
#[cfg(feature = "generate")]
pub mod normalise;
pub mod report;
