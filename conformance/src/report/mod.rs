//! What came of the replay, for people and for programs.
//!
//! [`Report`] is what there is to tell; [`present`] tells it in a format. [`baseline`] holds it against a file of
//! findings that are known, [`golden`] writes such a file as a page, and `again` reads from an earlier report what is to
//! be repeated. Nothing here asks the server anything, but `coverage` counts what others ask.

mod again;
pub mod baseline;
mod conclude;
mod coverage;
pub mod golden;
mod html;
mod json;
mod junit;
mod model;
mod pen;
mod requests;
mod text;
mod uncovered;
mod warnings;
mod words;

use std::io::{self, Write};
use std::time::Duration;

pub use again::{Again, AgainError};
pub use baseline::{Baseline, BaselineError, Entry};
pub(crate) use conclude::Played;
pub(crate) use coverage::Recorder;
pub use coverage::{Coverage, Share, Unseen};
pub use json::{SCHEMA, schema};

pub use model::{Counts, Exchange, Kind, OperationReport, Report, SERVER, Setup, Verdict};
pub use requests::{LeftOut, Requests};
pub use text::Look;

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    /// `docs/conformance-report.schema.json` describes it.
    Json,
    Junit,
    /// One page that needs nothing else.
    Html,
}

impl Format {
    /// The format that a file of this name is to have; `None` for an ending that says nothing.
    pub fn of_file(name: &std::path::Path) -> Option<Format> {
        match name.extension()?.to_str()? {
            "txt" | "log" => Some(Format::Text),
            "json" => Some(Format::Json),
            "xml" => Some(Format::Junit),
            "html" | "htm" => Some(Format::Html),
            _ => None,
        }
    }
}

/// A time as reports have it.
pub(crate) fn millis(elapsed: Duration) -> u64 {
    u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX)
}

/// Writes the report in a format, ending with a line break. `look` is for text alone.
///
/// # Errors
/// Those of `out`.
pub fn present(report: &Report, format: Format, look: Look, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => out.write_all(text::text(report, look).as_bytes()),
        // Of thousands of exchanges it is large, so that it is never whole in memory.
        Format::Json => json::json(report, out),
        Format::Junit => out.write_all(junit::junit(report).as_bytes()),
        Format::Html => out.write_all(html::html(report).as_bytes()),
    }
}
