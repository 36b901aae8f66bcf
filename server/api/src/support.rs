//! What the generated traits stand on: errors in the contract's shape, and the way they leave a handler.
//!
//! Start from [`ApiError`]. Which errors an operation declares, and how a body is decoded, is not decided here.

mod capture;
mod error;

pub use capture::{capture, leave};
pub use error::{ApiError, IntoApiError};
