//! What came of the replay, for people and for programs.
//!
//! [`model`] is what there is to tell: start at [`Report`]. [`baseline`] holds it against a file of findings that are
//! known, [`golden`] writes such a file as a page. Nothing here asks the server anything.

pub mod baseline;
pub mod golden;
mod model;

pub use baseline::{Baseline, BaselineError, Entry};
pub use model::{Counts, Exchange, Kind, OperationReport, Report, SERVER, Verdict};
