//! `contract lint`.

use clap::Args;

use super::color::Color;
use super::{Failure, record};
use crate::lint::lint;
use crate::present::{FindingsFormat, findings};
use crate::source::Access;

#[derive(Debug, Args)]
pub(super) struct Lint {
    /// A file, the URL of a running server, or `git:REV:PATH`
    #[arg(value_name = "FILE|URL")]
    from: String,
    #[arg(long, value_enum, default_value_t = FindingsFormat::Text)]
    format: FindingsFormat,
    /// Colours of the format `text`
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
    #[command(flatten)]
    access: Access,
}

impl Lint {
    pub(super) fn run(&self, text: &mut String) -> Result<(), Failure> {
        let document = record::fetch(&self.from, &self.access)?;
        let found = lint(&document);
        text.push_str(&findings(document.source(), &found, self.format, self.color.is_wanted(false)));
        // Told already, in the format that was asked for.
        if found.is_empty() { Ok(()) } else { Err(Failure::Findings(String::new())) }
    }
}
