//! What the generated traits stand on: bodies, answers, errors in the contract's shape, and their way out of a handler.
//!
//! Start from [`Answer`] for a handler, from [`ApiError`] for an error.

mod answer;
mod body;
mod capture;
mod error;
mod failure;
mod letter;

pub use answer::{Answer, Json, answer};
pub use body::JsonBody;
pub use capture::{capture, leave};
pub use error::{ApiError, IntoApiError};
pub use failure::{Declared, Failure, Undeclared, not_built, socket_not_built};

/// One operation of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperationInfo {
    /// Operation id, for example `session.prompt`.
    pub id: &'static str,
    /// Module of its trait, for example `session_id`.
    pub module: &'static str,
    /// HTTP method in capitals.
    pub method: &'static str,
    /// Path with variables in braces.
    pub path: &'static str,
    /// This server implements it; otherwise it answers 501.
    pub built: bool,
    /// It upgrades to a WebSocket.
    pub websocket: bool,
}
