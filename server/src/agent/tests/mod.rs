//! Runs against the scripted model, over its socket, with a real store and bus.

mod abort;
mod bench;
mod failures;
mod order;
mod queue;
mod requests;
mod tools;
