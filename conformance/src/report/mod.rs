//! What came of the replay, for people and for programs.
//!
//! [`model`] is what there is to tell: start at [`Report`]. [`baseline`] holds it against a file of findings that are
//! known, [`golden`] writes such a file as a page. Nothing here asks the server anything.

pub mod baseline;
mod coverage;
pub mod golden;
mod model;
mod uncovered;
mod warnings;

pub use baseline::{Baseline, BaselineError, Entry};
pub(crate) use coverage::Recorder;
pub use coverage::{Coverage, Share, Unseen};
pub(crate) use model::Played;
pub use model::{Counts, Exchange, Kind, OperationReport, Report, SERVER, Setup, Verdict};
