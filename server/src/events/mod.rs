//! Events: numbering them, keeping the newest, and handing them to every reader of `/event` and `/global/event`.
//!
//! There is one log for the whole server, bounded in bytes, and a reader is only a position in it. So a slow reader
//! costs nobody anything: no queue grows for it, no publisher waits for it. A reader that is passed by the log's oldest
//! entry is closed; it reconnects with `Last-Event-ID`, or reads the state again.
//!
//! What does not live here: which event belongs to which change (`store`), and the HTTP headers of the two operations
//! (`handlers`). Start from [`Bus`].

mod bus;
mod frame;
mod log;
mod subscription;
#[cfg(test)]
mod tests;

pub use bus::{Bus, Limits, Scope};
pub use subscription::Subscription;
