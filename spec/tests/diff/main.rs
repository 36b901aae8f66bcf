//! The comparison of two contracts: every rule by a small pair of documents, every way to say the same, every kind of
//! mutation of the real contract, real releases, and a second opinion.

mod equal;
mod mutations;
mod operations;
mod schemas;
mod structure;
mod support;
