//! The comparison of two contracts: every rule by a small pair of documents, every way to say the same, every kind of
//! mutation of the real contract, real releases, and a second opinion.

mod drift;
mod equal;
mod mutations;
mod operations;
mod real;
mod schemas;
mod structure;
mod support;
