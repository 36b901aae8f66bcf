//! `contract upgrade`.

use clap::Args;

use super::Failure;
use crate::workspace::Workspace;

#[derive(Debug, Args)]
pub(super) struct Upgrade {
    /// The new contract
    #[arg(value_name = "URL|FILE")]
    from: String,
}

impl Upgrade {
    pub(super) fn run(
        &self,
        _workspace: &Workspace,
        _text: &mut String,
        _errors: &mut dyn std::io::Write,
    ) -> Result<(), Failure> {
        Err(Failure::Findings("not built".to_owned()))
    }
}
