//! The contract as Markdown pages.
