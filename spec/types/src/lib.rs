//! Wire types of the contract (provisional generation).
#[macro_use]
mod support;
mod generated;
pub use generated::*;
pub use support::{False, Number, True, Unknown};
