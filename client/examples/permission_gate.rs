//! Lets a model use tools by a rule instead of by a person: what may be read is read, a few commands may run, everything
//! else is refused with a reason, so that the model can look for another way.
//!
//! ```sh
//! cargo run --example permission_gate -- http://127.0.0.1:4096 "Which files have changed since the last commit?"
//! ```
//!
//! The server has to ask for a permission for the rule to see it: `{"permission": {"bash": "ask", "edit": "ask"}}`.

use futures::StreamExt as _;
use opencode_client::conversation::{PermissionReply, Step};
use opencode_client::types::PermissionRequest;
use opencode_client::{Client, Error};

/// Commands that change nothing.
const HARMLESS: &[&str] = &["ls", "cat", "git status", "git diff", "git log"];

/// The rule. A command line of several commands has a pattern for each, and all of them have to be allowed.
fn judge(request: &PermissionRequest) -> PermissionReply {
    let is_harmless = |command: &String| {
        // A redirection writes, whatever the command does.
        !command.contains(['>', '<', '`', '$', '&', ';', '|'])
            && HARMLESS.iter().any(|harmless| {
                command.strip_prefix(harmless).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            })
    };
    match request.permission.as_str() {
        "read" | "glob" | "grep" => PermissionReply::Once,
        "bash" if !request.patterns.is_empty() && request.patterns.iter().all(is_harmless) => {
            PermissionReply::Once
        }
        other => PermissionReply::RejectBecause(format!(
            "`{other}` is not allowed here; look, but change nothing."
        )),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(prompt)) = (arguments.next(), arguments.next()) else {
        return Err("usage: permission_gate URL PROMPT".into());
    };
    let client = Client::builder(url).credentials_from_environment().build()?;
    gate(&client, &prompt).await?;
    Ok(())
}

async fn gate(client: &Client, prompt: &str) -> Result<(), Error> {
    let conversation = client.start_conversation().await?.on_permission(|request| async move {
        let reply = judge(&request);
        println!("{} {:?}: {reply:?}", request.permission, request.patterns);
        reply
    });
    let mut steps = conversation.ask(prompt);
    while let Some(step) = steps.next().await {
        match step? {
            Step::Text { delta, .. } => print!("{delta}"),
            Step::Finished(answer) => println!("\n{} tokens", answer.info.tokens.output),
            _ => {}
        }
    }
    Ok(())
}
