//! `contract docs`.

use clap::Args;

use super::Failure;
use crate::workspace::Workspace;

#[derive(Debug, Args)]
pub(super) struct Docs {
}

impl Docs {
    pub(super) fn run(&self, _workspace: impl FnOnce() -> Result<Workspace, Failure>, _text: &mut String) -> Result<(), Failure> {
        Err(Failure::Findings("not built".to_owned()))
    }
}
