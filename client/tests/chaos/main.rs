//! What breaks between a client and its server, played by ourselves on loopback: no event is lost without being told, nothing
//! hangs, and nobody spins.
//!
//! `script` is a server that says exactly what a test lays before it; `proxy` stands in front of a real one and cuts,
//! stalls and repeats.

mod conversations;
mod events;
mod limits;
mod place;
mod proxy;
mod runs;
mod script;
mod streams;
mod subagents;
