//! `contract rules`.

use clap::Args;

use super::Failure;

#[derive(Debug, Args)]
pub(super) struct Rules {
}

impl Rules {
    pub(super) fn run(&self, _text: &mut String) -> Result<(), Failure> {
        Err(Failure::Findings("not built".to_owned()))
    }
}
