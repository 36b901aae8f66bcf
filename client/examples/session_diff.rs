//! Has something done, and says which files that changed.
//!
//! `cargo run --example session_diff -- http://127.0.0.1:4096 /home/me/project "Rename the parser to reader"`
//!
//! The directory must be in a git repository: the server compares snapshots of it.

use std::time::Duration;

use futures::StreamExt as _;
use opencode_client::Client;
use opencode_client::events::Item;
use opencode_client::types::Event;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [url, directory, prompt] = &arguments[..] else {
        return Err("usage: session_diff URL DIRECTORY PROMPT".into());
    };
    let client = Client::builder(url).credentials_from_environment().directory(directory).build()?;
    let conversation = client.start_conversation().await?;
    let session = conversation.session_id();
    // The server sums up what changed beside the run, and perhaps after it.
    let mut events = client.events().session(session).await?;
    let answer = conversation.ask(prompt).finish().await?;
    println!("{}", answer.text());
    let summed_up = async {
        while let Some(item) = events.next().await {
            match item? {
                Item::Event(Event::SessionDiff(event)) if !event.properties.diff.is_empty() => break,
                Item::Gap { .. } => break,
                _ => {}
            }
        }
        Ok::<_, opencode_client::Error>(())
    };
    // A run that changed nothing has no sum.
    if let Ok(heard) = tokio::time::timeout(Duration::from_secs(5), summed_up).await {
        heard?;
    }
    for change in client.session().diff(session).send().await?.into_inner() {
        println!("{} +{} -{}", change.file, change.additions.0, change.deletions.0);
    }
    Ok(())
}
