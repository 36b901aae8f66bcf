//! `contract record`.

use clap::Args;

use super::Failure;

#[derive(Debug, Args)]
pub(super) struct Record {
    /// Where the contract is
    #[arg(value_name = "URL|FILE")]
    from: String,
}

impl Record {
    pub(super) fn run(&self, _text: &mut String, _errors: &mut dyn std::io::Write) -> Result<(), Failure> {
        Err(Failure::Findings("not built".to_owned()))
    }
}
