//! Servers as child processes: how they are found, what is said when they fail, and that nothing of them is left.
//!
//! Most of them are small scripts, so that each behaviour can be had at will; `real.rs` starts the real server. How
//! `opencode-rs` does as a child is tested where that program is built. Start from [`world::Script`].

// What is left of a process group is read from /proc.
#![cfg(target_os = "linux")]

mod end;
mod orphans;
mod real;
mod start;
mod world;
