//! Events as typed streams over the client's own transport and credentials, which say when something may be missing.
//!
//! [`Client::events`](crate::Client::events) subscribes; the stream gives [`Item`]s and outlives its connections. A
//! conversation, or waiting for the end of a run, needs none of this: see [`conversation`](crate::conversation).
//!
//! ```no_run
//! # async fn example(client: opencode_client::Client) -> Result<(), opencode_client::Error> {
//! use futures::StreamExt as _;
//! use opencode_client::events::Item;
//! use opencode_client::types::Event;
//!
//! let mut events = client.events().await?;
//! while let Some(item) = events.next().await {
//!     match item? {
//!         Item::Event(Event::SessionIdle(idle)) => println!("{} is done", idle.properties.session_id),
//!         Item::Event(Event::Unknown(newer)) => println!("{:?} is of a newer server", newer.tag),
//!         Item::Event(_) => {}
//!         Item::Gap { since } => println!("ask for the state again: events since {:?} may be missing", since.at),
//!         other => eprintln!("{other:?}"),
//!     }
//! }
//! # Ok(())
//! # }
//! ```

mod connection;
mod error;
mod filter;
mod frames;
mod item;
mod position;
mod reconnect;
mod state;
mod stream;
mod subscribe;

pub use error::{EventError, Lost};
pub use frames::{Frame, Frames, TooLarge};
pub use item::{Item, Since, Undecodable};
#[cfg(feature = "pty")]
pub(crate) use reconnect::Attempts;
pub use reconnect::Reconnect;
pub use state::SessionState;
pub(crate) use state::{MESSAGES, Pending};
pub use stream::{EventStream, Events, GlobalEventStream};
pub use subscribe::Subscribe;
