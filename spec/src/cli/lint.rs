//! `contract lint`.

use clap::Args;

use super::Failure;

#[derive(Debug, Args)]
pub(super) struct Lint {
    /// The contract
    file: String,
}

impl Lint {
    pub(super) fn run(&self, _text: &mut String) -> Result<(), Failure> {
        Err(Failure::Findings("not built".to_owned()))
    }
}
