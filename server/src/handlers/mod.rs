//! The operations: one file per module of the contract, named after its trait. A handler decodes, makes one call into the
//! domain, and encodes; what several of them share belongs to the gateway or to the domain.

mod doc;

use dropshot::{ApiDescription, ApiDescriptionRegisterError};

use crate::app::App;

/// Every module this server mounts.
///
/// # Errors
/// What dropshot finds wrong with a description: a mistake of this program.
pub(crate) fn modules() -> Result<Vec<ApiDescription<App>>, ApiDescriptionRegisterError> {
    Ok(vec![doc::module()?])
}
