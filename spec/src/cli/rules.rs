//! `contract rules`.

use clap::Args;

use super::Failure;
use super::color::Color;
use crate::diff::RULES;
use crate::present::{RulesFormat, rules};

#[derive(Debug, Args)]
pub(super) struct Rules {
    #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
    format: RulesFormat,
    /// Colours of the format `text`
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
}

impl Rules {
    pub(super) fn run(&self, text: &mut String) -> Result<(), Failure> {
        text.push_str(&rules(RULES, self.format, self.color.is_wanted(false)));
        Ok(())
    }
}
