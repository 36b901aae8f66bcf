//! What changed between two contracts, and whom it breaks.
//!
//! [`diff`] compares two documents and answers a [`Diff`]: a list of [`Change`]s, each with its [`Level`], the
//! operations that it reaches, its places in both documents and, for what breaks, a [`Witness`] and the [`Effect`]s
//! on Rust callers. How a change is judged is told by its [`Rule`]; how a list is shown is not here but in
//! [`present`](crate::present), and which changes a project accepts is in [`policy`](crate::policy).

mod change;
mod effects;
mod rules;
mod witness;

pub use change::{
    Change, Contract, Diff, Direction, Effect, EffectKind, Level, Place, Subject, Valid, Witness,
};
pub use rules::{RULES, Rule, rule};

use crate::document::Document;

/// Compares two contracts; the changes come in the order of the new document, what is gone at the place it had.
pub fn diff(old: &Document, new: &Document) -> Diff {
    let mut changes = Vec::new();
    witness::attach(old, new, &mut changes);
    effects::attach(old, new, &mut changes);
    Diff { old: Contract::of(old), new: Contract::of(new), changes }
}
