//! Wire types of OpenCode's HTTP contract, for server and client alike.
//!
//! Everything in `generated` follows from `spec/opencode-api.json` by `cargo contract regenerate`: structs,
//! enums, unions. By hand are only the building blocks that the contract's JSON needs and Rust lacks:
//! [`Number`] (written as JavaScript writes it), literals ([`literal`]), the decoding of structs ([`record!`]), unions that are decoded by their tag
//! ([`open_union`], [`closed_union`]) and errors that are told apart by shape ([`error_union`]).
//!
//! The names are the contract's in Pascal case (`Event.session.created` → [`EventSessionCreated`]); an inline schema is
//! named after its place (`Session.time` → [`SessionTime`]). Some names (`Path`, `File`, `Event`) are common ones:
//! import this crate as a module rather than by `*`.

// The generator decides how generated code looks; formatting it again would hide a stale file.
#[rustfmt::skip]
#[allow(clippy::all, rustdoc::all)]
mod generated;
mod literals;
mod number;
mod record;
mod replay;
mod strict;
mod unions;

pub use generated::*;
pub use literals::{False, True};
pub use number::{AnyNumber, Number};
pub use strict::strict;
pub use unions::Unknown;

/// A JSON object as a map that keeps its order.
pub type Map<T> = indexmap::IndexMap<String, T>;

/// For the macros of this crate.
#[doc(hidden)]
pub mod private {
    pub use crate::literals::decode;
    #[cfg(feature = "schema")]
    pub use crate::literals::schema;
    pub use crate::record::{Member, PassedOver, Rest, fill};
    pub use crate::replay::find_tag;
    pub use crate::strict::is_strict;
    #[cfg(feature = "schema")]
    pub use crate::unions::any_of;
    pub use crate::unions::variant;
}
