//! A language model that follows a script instead of thinking.
//!
//! The text of the last user message says what the model answers: bracketed *directives* such as `[say hello]`,
//! `[long 2000]` or `[tool:read notes.md]` (the whole list is at [`directive::Word`]). Nothing is random, so the same
//! request always gets the same answer, and nothing leaves the machine.
//!
//! Two doors:
//! - [`Script`] and [`Plan`] are pure: text in, answer out. Start here to play a script without HTTP.
//! - [`ScriptedServer`] speaks OpenAI chat completions and Anthropic messages on a loopback port, and remembers what
//!   it was asked; [`config_for`] writes the provider block that points a server at it.
//!
//! What is not here: judging of answers, and any knowledge of sessions. A model sees one request at a time.

pub mod directive;
mod invent;
pub mod plan;
pub mod script;

mod anthropic;
mod config;
mod http;
mod openai;
mod server;
mod stream;
mod watch;

pub use config::config_for;
pub use plan::{Failure, Plan, ToolCall, Usage};
pub use script::{Kind, SUMMARY, Script, TITLE};
pub use server::{Options, ScriptedServer};
pub use watch::{Received, State, WaitError};
