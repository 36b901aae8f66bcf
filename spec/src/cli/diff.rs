//! `contract diff`.

use clap::Args;

use super::Failure;

#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The contract before
    old: String,
    /// The contract after
    new: String,
}

impl Diff {
    pub(super) fn run(&self, _text: &mut String) -> Result<(), Failure> {
        Err(Failure::Findings("not built".to_owned()))
    }
}
