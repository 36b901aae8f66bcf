//! The agent: a prompt comes in, a model is asked, its answer is written down as it streams.
//!
//! ```text
//! prompt ── input, resolve ──► stored user message
//!   │
//! runs ──► drive ──► turn ──► stream ──► parts in the store, deltas on the bus
//!   │        │         └─ system, instructions, model_messages: what the model is told
//!   │        └─ title: beside the first turn
//!   └─ queue, status, abort, shutdown
//! ```
//!
//! Which agents and models there are is not decided here, nor how a provider is spoken to. Tools come in through one
//! seam, `tools::Toolbox`. Start from [`Runs`].

mod calls;
mod cost;
mod drive;
mod failure;
mod input;
mod instructions;
mod model_messages;
mod prompt;
mod reminders;
mod resolve;
mod run;
mod runs;
mod stream;
mod structured;
mod system;
mod title;
pub mod tools;
mod turn;
mod wire;
mod work;

#[cfg(test)]
mod tests;

pub use failure::Error;
pub use run::{AtWork, Outcome, Waiting};
pub use runs::{Prompted, Runs};
pub use work::Work;
