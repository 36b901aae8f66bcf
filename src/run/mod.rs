//! `opencode-rs run PROMPT`: one prompt from a shell, with a server of its own or one that runs already.
//!
//! The answer goes to standard output and nothing else does, so that it can be piped; what happens meanwhile, and what is
//! asked, goes to standard error. Start from [`Arguments`]; `target.rs` finds server and session, `show.rs` prints,
//! `replies.rs` asks the person at the terminal.

mod replies;
mod show;
mod target;

use std::io::{IsTerminal as _, Read as _};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use futures::StreamExt as _;
use opencode_client::conversation::{
    Ask, Conversation, ConversationError, PermissionReply, QuestionReply, Step,
};
use opencode_client::events::EventError;
use opencode_client::{Client, Error};

use crate::output::{Broken, tell};
use crate::signals::Signals;
use replies::Terminal;
use show::Show;
use target::Target;

/// Ask the model one thing and print its answer
///
/// Exits with 0 if it was answered, with 1 if the run failed or something was refused, with 2 if there was no run or its
/// server was lost, with 130 after Ctrl-C.
#[derive(Args, Debug)]
pub struct Arguments {
    /// What to ask; `-`, or nothing with something else than a terminal as standard input, reads it from there
    prompt: Vec<String>,
    #[command(flatten)]
    target: target::Choice,
    /// Go on in this session
    #[arg(long, short, value_name = "ID", conflicts_with = "continue_")]
    session: Option<String>,
    /// Go on in the session of the directory that was used last
    #[arg(long = "continue", short = 'c', id = "continue_")]
    continue_: bool,
    /// Model that answers [default: the server's]
    #[arg(long, short, value_name = "PROVIDER/MODEL", value_parser = model)]
    model: Option<(String, String)>,
    /// Agent that answers [default: the server's]
    #[arg(long, value_name = "NAME")]
    agent: Option<String>,
    /// What standard output gets: the answer as it comes, or everything that happens, one JSON object per line
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// How a run came to its end.
enum End {
    Answered,
    /// It failed, or something that it needed was refused.
    Failed(String),
    Interrupted,
    /// The answer cannot be written to standard output.
    Unwritten(Broken),
}

/// Runs the prompt.
///
/// # Errors
/// Only if the runtime does not start; everything else is printed and is in the exit status.
pub fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Runtime::new().context("cannot start the runtime")?;
    let end = runtime.block_on(perform(arguments));
    // A question at the terminal may be waiting in a thread that nothing can wake.
    runtime.shutdown_background();
    Ok(match end {
        Ok(End::Answered) => ExitCode::SUCCESS,
        Ok(End::Failed(message)) => {
            tell(format_args!("Error: {message}"));
            ExitCode::FAILURE
        }
        Ok(End::Unwritten(Broken::Unread)) => ExitCode::FAILURE,
        Ok(End::Unwritten(failed)) => {
            tell(format_args!("Error: {failed}"));
            ExitCode::FAILURE
        }
        // As a shell tells the end by this signal.
        Ok(End::Interrupted) => ExitCode::from(130),
        Err(problem) => {
            tell(format_args!("Error: {problem:#}"));
            ExitCode::from(2)
        }
    })
}

async fn perform(arguments: Arguments) -> anyhow::Result<End> {
    // Until all of it is there, the signals have the effect that they have on any program.
    let prompt = prompt(&arguments.prompt)?;
    let mut signals = Signals::listen()?;
    let mut target = tokio::select! {
        target = Target::find(&arguments.target) => target?,
        () = signals.next() => return Ok(End::Interrupted),
    };
    let client = target.client().clone();
    let end = tokio::select! {
        end = converse(&arguments, &client, prompt, &mut signals) => end,
        problem = target.ended() => Err(problem),
    };
    // Before anything is said about it, so that nothing of ours is left when the shell is told.
    target.leave().await;
    end.or_else(|problem| match problem.downcast_ref() {
        Some(Error::Status(_) | Error::Events(EventError::Refused { .. })) => {
            Ok(End::Failed(format!("{problem:#}")))
        }
        _ => Err(problem),
    })
}

async fn converse(
    arguments: &Arguments,
    client: &Client,
    prompt: String,
    signals: &mut Signals,
) -> anyhow::Result<End> {
    let session = tokio::select! {
        session = target::session(client, arguments.session.as_deref(), arguments.continue_) => session?,
        () = signals.next() => return Ok(End::Interrupted),
    };
    let conversation = client.conversation(session);
    let mut ask = conversation.ask(prompt);
    if let Some((provider, model)) = &arguments.model {
        ask = ask.model(provider, model);
    }
    if let Some(agent) = &arguments.agent {
        ask = ask.agent(agent);
    }
    let mut show = Show::new(arguments.format == Format::Json, conversation.session_id());
    let outcome = tokio::select! {
        outcome = follow(&conversation, ask, &mut show) => outcome,
        () = signals.next() => {
            show.end();
            tell("Aborting; once more does not wait for it.");
            return Ok(abort(&conversation, signals, End::Interrupted).await);
        }
    };
    show.end();
    match outcome {
        Ok(end @ End::Unwritten(_)) => Ok(abort(&conversation, signals, end).await),
        Ok(end) => Ok(end),
        Err(Error::Conversation(ConversationError::Failed { error, .. })) => {
            let reason =
                error.map_or_else(|| "the server does not say why".to_owned(), |error| error.to_string());
            Ok(End::Failed(format!("the run failed: {reason}")))
        }
        Err(error) => Err(error.into()),
    }
}

/// Shows each step, and has each request replied to.
async fn follow(conversation: &Conversation, mut ask: Ask, show: &mut Show) -> Result<End, Error> {
    let terminal = Terminal::of_this_process();
    let mut refused = None;
    while let Some(step) = ask.next().await {
        let step = step?;
        if let Err(broken) = show.step(&step) {
            return Ok(End::Unwritten(broken));
        }
        match step {
            Step::Permission(request) => {
                let what = replies::title(&request);
                let reply = match &terminal {
                    Some(terminal) => show.paused(terminal.permission(&request)).await,
                    None => {
                        show.note(&format!("Refused, since there is no terminal to ask at: {what}"));
                        refused = Some(what);
                        PermissionReply::Reject
                    }
                };
                conversation.reply_permission(&request, reply).await?;
            }
            Step::Question(request) => {
                let reply = match &terminal {
                    Some(terminal) => show.paused(terminal.question(&request)).await,
                    None => {
                        let what = request.questions.first().map(|question| question.question.clone());
                        let what = what.unwrap_or_default();
                        show.note(&format!("Not answered, since there is no terminal to ask at: {what}"));
                        refused = Some(what);
                        QuestionReply::Reject
                    }
                };
                conversation.reply_question(&request, reply).await?;
            }
            Step::Finished(answer) => {
                return Ok(match (answer.error(), refused) {
                    (Some(error), _) => End::Failed(format!("the run failed: {error}")),
                    (None, Some(what)) => End::Failed(format!("refused: {what}")),
                    (None, None) => End::Answered,
                });
            }
            _ => {}
        }
    }
    Ok(End::Failed("the run ended without an answer".to_owned()))
}

async fn abort(conversation: &Conversation, signals: &mut Signals, end: End) -> End {
    tokio::select! {
        outcome = conversation.abort() => {
            if let Err(error) = outcome {
                tell(format_args!("The run may go on: {:#}", anyhow::Error::from(error)));
            }
        }
        () = signals.next() => {}
    }
    end
}

/// What was asked: the arguments, or standard input.
fn prompt(arguments: &[String]) -> anyhow::Result<String> {
    let text = match arguments {
        [only] if only == "-" => read()?,
        [] if std::io::stdin().is_terminal() => {
            anyhow::bail!("what is to be asked? `opencode-rs run --help` tells")
        }
        [] => read()?,
        words => words.join(" "),
    };
    anyhow::ensure!(!text.trim().is_empty(), "the prompt is empty");
    Ok(text)
}

fn read() -> anyhow::Result<String> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).context("the prompt cannot be read")?;
    Ok(text)
}

fn model(text: &str) -> Result<(String, String), String> {
    // Ids of models may have slashes, those of providers have none.
    match text.split_once('/') {
        Some((provider, model)) if !provider.is_empty() && !model.is_empty() => {
            Ok((provider.to_owned(), model.to_owned()))
        }
        _ => Err("a model is PROVIDER/MODEL, such as `anthropic/claude-sonnet-4-5`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_a_provider_and_a_name() {
        let pair = |provider: &str, model: &str| Ok((provider.to_owned(), model.to_owned()));
        assert_eq!(model("a/b"), pair("a", "b"));
        assert_eq!(model("router/maker/name"), pair("router", "maker/name"));
        for none in ["", "a", "/b", "a/"] {
            assert!(model(none).is_err(), "{none}");
        }
    }

    #[test]
    fn words_are_one_prompt() {
        let words = ["what", "is", "this?"].map(str::to_owned);
        assert_eq!(prompt(&words).expect("a prompt"), "what is this?");
        assert!(prompt(&[" ".to_owned()]).is_err());
    }
}
