//! OpenCode's OpenAPI contract: read, check, compare, and turn into code.
//!
//! In reading order: [`document`] loads the contract and knows where everything stands in it, [`lint`] says what is
//! wrong in it, [`compare`] holds it against what the server's signatures say, [`report`] puts that into words, and
//! [`gate`] is the check of the workspace's build script, which does without the feature `generate`. That feature adds
//! the generator of `opencode-types`, `opencode-api` and `opencode-client` ([`errata`] repair the contract for the
//! types, [`normalise`] brings it to 3.0, [`names`] names every type, [`generate`] writes the code), and [`cli`], the
//! commands of the `contract` program.

pub mod allowances;
pub mod compare;
pub mod diagnostic;
pub mod document;
pub mod gate;
pub mod lint;
pub mod report;

#[cfg(feature = "generate")]
pub mod cli;
#[cfg(feature = "generate")]
pub mod diff;
#[cfg(feature = "generate")]
pub mod docs;
#[cfg(feature = "generate")]
pub mod errata;
#[cfg(feature = "generate")]
pub mod generate;
#[cfg(feature = "generate")]
mod markdown;
#[cfg(feature = "generate")]
pub mod names;
#[cfg(feature = "generate")]
pub mod normalise;
#[cfg(feature = "generate")]
pub mod policy;
#[cfg(feature = "generate")]
pub mod present;
#[cfg(feature = "generate")]
pub mod source;
#[cfg(feature = "generate")]
pub mod workspace;
