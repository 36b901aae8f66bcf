//! One question about many directories, a few of them at a time.
//!
//! `cargo run --example batch -- http://127.0.0.1:4096 "What is this?" /srv/one /srv/two /srv/three`
//!
//! An answer is printed with the name of its directory. One that fails does not keep the others from theirs; then the
//! exit status is 1.

use std::process::ExitCode;

use futures::StreamExt as _;
use opencode_client::{Client, Error};

/// A server works for many directories, but models are slow and have limits.
const AT_ONCE: usize = 2;

#[tokio::main]
async fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(question)) = (arguments.next(), arguments.next()) else {
        return Err("usage: batch URL QUESTION DIRECTORY...".into());
    };
    let client = Client::builder(url).credentials_from_environment().build()?;
    let mut answers = futures::stream::iter(arguments)
        .map(|directory| {
            let (client, question) = (client.in_directory(&directory), question.clone());
            async move { (directory, answer(&client, question).await) }
        })
        .buffer_unordered(AT_ONCE);
    let mut status = ExitCode::SUCCESS;
    while let Some((directory, answer)) = answers.next().await {
        match answer {
            Ok(text) => println!("{directory}: {text}"),
            Err(error) => {
                eprintln!("{directory}: {error}");
                status = ExitCode::FAILURE;
            }
        }
    }
    Ok(status)
}

async fn answer(client: &Client, question: String) -> Result<String, Error> {
    let conversation = client.start_conversation().await?;
    Ok(conversation.ask(question).finish().await?.text())
}
