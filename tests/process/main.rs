//! The program as a real process: started, asked over a socket, killed, started again; and the real peers against it.
//!
//! One test program, so that it is linked once. What needs no process of its own is tested in `server/tests`.
//! Each test has its own home and its own scripted model, so all may run at the same time.

mod call;
mod child;
mod contract_record;
mod crash;
mod javascript;
mod readers;
mod readme;
mod run;
mod run_asks;
mod silence;
mod stop;
mod terminal;
mod world;
