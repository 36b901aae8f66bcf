//! The store and the sessions on a real SQLite file: what is committed is there, is told in order, and outlives the
//! process, however that ends.

mod commit;
mod open;
mod reads;
mod recovery;
mod sessions;
mod support;
