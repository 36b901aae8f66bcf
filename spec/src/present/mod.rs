//! A judged comparison in the formats that people and programs read.
//!
//! [`present`] is the door. Each format has its file; what they say alike is in `words`. All of them are functions of
//! [`Judged`] alone: the same comparison gives the same bytes on every machine and every day. The list of rules and
//! the findings of a single contract have the formats that make sense for them, in [`rules`] and [`findings`].

mod findings;
mod github;
mod html;
mod json;
mod junit;
mod markdown;
mod pen;
mod rules;
mod sarif;
mod text;
mod words;

pub use findings::{FindingsFormat, findings};
pub use json::{SCHEMA, schema};
pub use rules::{RulesFormat, rules};
pub use text::short;
pub use words::counts;

pub(crate) use pen::visible;
pub(crate) use words::cut_after;

use crate::policy::Judged;

/// The formats of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For a terminal
    Text,
    /// For programs; docs/contract-diff.schema.json describes it
    Json,
    /// For the text of a pull request
    Markdown,
    /// One page that needs nothing else
    Html,
    /// Test results, one case for each change
    Junit,
    /// Annotations of a GitHub workflow
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

/// What only people care about, who read `text`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub colour: bool,
    /// Show changes of texts one by one.
    pub verbose: bool,
}

/// The comparison as Markdown of at most `limit` characters, for a text that says something else as well.
pub fn markdown_within(judged: &Judged, limit: usize) -> String {
    markdown::within(judged, limit)
}

/// The comparison in a format, ending with a line break.
pub fn present(judged: &Judged, format: Format, look: Look) -> String {
    match format {
        Format::Text => text::text(judged, look),
        Format::Json => json::json(judged),
        Format::Markdown => markdown::markdown(judged),
        Format::Html => html::html(judged),
        Format::Junit => junit::junit(judged),
        Format::Github => github::github(judged),
        Format::Sarif => sarif::sarif(judged),
    }
}
