//! A chat in the terminal: a line is a question, and the answer is printed while it is written.
//!
//! `cargo run --example chat -- http://127.0.0.1:4096 /home/me/project`
//!
//! Permissions and questions are asked for on the terminal too. Ctrl-D ends it.

use std::io::Write as _;

use futures::StreamExt as _;
use opencode_client::Client;
use opencode_client::conversation::{Conversation, PermissionReply, QuestionReply, Step};
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines, Stdin};

type Input = Lines<BufReader<Stdin>>;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(directory)) = (arguments.next(), arguments.next()) else {
        return Err("usage: chat URL DIRECTORY".into());
    };
    let client = Client::builder(url).credentials_from_environment().directory(directory).build()?;
    let conversation = client.start_conversation().await?;
    let mut input = BufReader::new(tokio::io::stdin()).lines();
    while let Some(question) = line(&mut input, "> ").await? {
        if !question.trim().is_empty() {
            // A failed run is said and does not end the chat.
            if let Err(error) = answer(&conversation, question, &mut input).await {
                eprintln!("{error}");
            }
        }
    }
    Ok(())
}

async fn answer(
    conversation: &Conversation,
    question: String,
    input: &mut Input,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut steps = conversation.ask(question);
    while let Some(step) = steps.next().await {
        match step? {
            Step::Text { delta, .. } => {
                print!("{delta}");
                std::io::stdout().flush()?;
            }
            Step::Tool(part) => eprintln!("[{}]", part.tool),
            Step::Permission(request) => {
                let asked = format!("{} {:?}: allow? [y/N] ", request.permission, request.patterns);
                let reply = match line(input, &asked).await?.as_deref() {
                    Some("y") => PermissionReply::Once,
                    _ => PermissionReply::Reject,
                };
                conversation.reply_permission(&request, reply).await?;
            }
            Step::Question(request) => {
                let mut answers = Vec::new();
                for question in &request.questions {
                    let labels: Vec<&str> =
                        question.options.iter().map(|option| option.label.as_str()).collect();
                    let asked = format!("{} {labels:?} ", question.question);
                    answers.push(vec![line(input, &asked).await?.unwrap_or_default()]);
                }
                conversation.reply_question(&request, QuestionReply::Answer(answers)).await?;
            }
            Step::Retry { message, .. } => eprintln!("[trying again: {message}]"),
            Step::Finished(answer) => {
                println!();
                if let Some(error) = answer.error() {
                    eprintln!("{error}");
                }
            }
            _ => {}
        }
    }
    Ok(())
}

async fn line(input: &mut Input, prompt: &str) -> std::io::Result<Option<String>> {
    eprint!("{prompt}");
    input.next_line().await
}
