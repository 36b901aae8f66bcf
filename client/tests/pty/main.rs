//! Terminals: a scripted server that breaks in every way, and the real one.
//!
//! `script.rs` is that server; `breaks.rs` and `answers.rs` are told by it; `real.rs` asks the real server, also through
//! a connection that is cut. Our server has no terminals yet.

mod answers;
mod breaks;
mod real;
mod script;
