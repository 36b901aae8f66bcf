//! Everything that happens on a server, one line each, for as long as it takes: restarts of the server included.
//!
//! `cargo run --example monitor -- http://127.0.0.1:4096`

use futures::StreamExt as _;
use opencode_client::Client;
use opencode_client::events::{Item, Reconnect};
use opencode_client::types::Event;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).ok_or("usage: monitor URL")?;
    let client = Client::builder(url).credentials_from_environment().build()?;
    let mut events = client.global_events().reconnect(Reconnect::forever()).await?;
    while let Some(item) = events.next().await {
        match item? {
            Item::Event(event) => {
                let directory = event.directory.as_deref().unwrap_or("-");
                match event.payload {
                    Event::ServerHeartbeat(_) => {}
                    Event::SessionStatus(event) => {
                        println!(
                            "{directory} {} is {}",
                            event.properties.session_id,
                            kind(&event.properties.status)
                        );
                    }
                    Event::SessionError(event) => println!("{directory} error: {:?}", event.properties.error),
                    other => println!("{directory} {}", kind(&other)),
                }
            }
            Item::Gap { since } => println!("- events since {:?} may be missing", since.event_id),
            Item::Undecodable(wrong) => println!("- {wrong}"),
            _ => {}
        }
    }
    Ok(())
}

/// The `type` of an event or a status, also of one that this contract does not know.
fn kind(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json["type"].as_str().unwrap_or("?").to_owned()
}
