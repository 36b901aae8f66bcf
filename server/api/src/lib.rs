//! Under construction.
pub mod support;
