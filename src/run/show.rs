//! What is seen of a run: the answer on standard output, tools and notes on standard error. Start from [`Show`].

use std::collections::HashMap;
use std::io::IsTerminal as _;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use opencode_client::conversation::Step;
use opencode_client::types::{ToolPart, ToolState};
use serde_json::{Value, json};

use crate::output::{self, Broken, tell};

/// Prints the steps of one run.
pub struct Show {
    json: bool,
    /// Turns on a line of its own while something happens that is not text. It would wipe out an open line of text, so
    /// there is either the one or the other; there is none where standard error is no terminal.
    spinner: Option<ProgressBar>,
    /// The part that was printed last, and whether its last line is open.
    part: Option<String>,
    open_line: bool,
    /// Running tools by their call, with what they do.
    running: HashMap<String, String>,
}

impl Show {
    pub fn new(json: bool, session: &str) -> Show {
        let mut show = Show { json, spinner: None, part: None, open_line: false, running: HashMap::new() };
        show.spin("thinking");
        if json {
            // If nobody reads, the next line finds that out.
            let _ = show.line(&json!({ "type": "session", "sessionID": session }));
        }
        show
    }

    /// Prints what there is to print of a step.
    pub fn step(&mut self, step: &Step) -> Result<(), Broken> {
        if self.json {
            return match as_json(step) {
                Some(value) => self.line(&value),
                None => Ok(()),
            };
        }
        match step {
            Step::Text { part_id, delta } => return self.text(part_id, delta),
            Step::Reasoning { .. } if !self.open_line => self.spin("thinking"),
            Step::Tool(part) => self.tool(part),
            Step::Retry { attempt, message, .. } => {
                self.note(&format!("Attempt {attempt} failed: {message}"))
            }
            _ => {}
        }
        Ok(())
    }

    /// A line on standard error that is no part of the answer.
    pub fn note(&mut self, text: &str) {
        let text = one_line(text);
        self.above(|| tell(text));
    }

    /// Leaves the terminal to `work`.
    pub async fn paused<T>(&mut self, work: impl Future<Output = T>) -> T {
        self.end();
        let outcome = work.await;
        self.spin("thinking");
        outcome
    }

    /// Nothing more comes.
    pub fn end(&mut self) {
        self.close_line();
        self.stand_still();
    }

    fn spin(&mut self, message: &str) {
        if self.json || !std::io::stderr().is_terminal() {
            return;
        }
        self.close_line();
        let spinner = self.spinner.get_or_insert_with(|| {
            let spinner = ProgressBar::new_spinner();
            if let Ok(style) = ProgressStyle::with_template("{spinner:.cyan} {wide_msg:.dim}") {
                spinner.set_style(style);
            }
            spinner.enable_steady_tick(Duration::from_millis(100));
            spinner
        });
        spinner.set_message(message.to_owned());
    }

    fn stand_still(&mut self) {
        if let Some(spinner) = self.spinner.take() {
            spinner.finish_and_clear();
        }
    }

    fn text(&mut self, part: &str, delta: &str) -> Result<(), Broken> {
        let another = self.part.as_deref().is_some_and(|last| last != part);
        let before = match (another, self.open_line) {
            // Texts of one answer stand apart as paragraphs do.
            (true, true) => "\n\n",
            (true, false) => "\n",
            _ => "",
        };
        self.part = Some(part.to_owned());
        if !delta.is_empty() {
            self.open_line = !delta.ends_with('\n');
        }
        self.stand_still();
        output::write(format!("{before}{delta}").as_bytes())
    }

    fn tool(&mut self, part: &ToolPart) {
        let (state, title) = match &part.state {
            ToolState::Running(state) => (None, state.title.clone().unwrap_or_else(|| input(&state.input))),
            ToolState::Completed(state) => (Some("done"), state.title.clone()),
            ToolState::Error(state) => (Some("failed"), state.error.clone()),
            _ => return,
        };
        let told = one_line(&format!("{}: {title}", part.tool));
        match state {
            None => {
                self.running.insert(part.call_id.clone(), told);
            }
            Some(state) => {
                self.running.remove(&part.call_id);
                self.above(|| tell(format_args!("[{state}] {told}")));
            }
        }
        let message = self.running.values().next().cloned().unwrap_or_else(|| "thinking".to_owned());
        self.spin(&message);
    }

    fn line(&mut self, value: &Value) -> Result<(), Broken> {
        output::write(format!("{value}\n").as_bytes())
    }

    /// Prints on standard error where the answer is not in the way.
    fn above(&mut self, print: impl FnOnce()) {
        self.close_line();
        match &self.spinner {
            Some(spinner) => spinner.suspend(print),
            None => print(),
        }
    }

    /// Ends the answer's last line. The next text begins a new one in any case: it is another part.
    fn close_line(&mut self) {
        if std::mem::take(&mut self.open_line) {
            // If nobody reads, the next text finds that out.
            let _ = output::write(b"\n");
        }
    }
}

impl Drop for Show {
    fn drop(&mut self) {
        self.end();
    }
}

/// A step as a line of JSON. The parts of it are those of the contract.
fn as_json(step: &Step) -> Option<Value> {
    Some(match step {
        Step::Text { part_id, delta } => json!({ "type": "text", "partID": part_id, "delta": delta }),
        Step::Reasoning { part_id, delta } => {
            json!({ "type": "reasoning", "partID": part_id, "delta": delta })
        }
        Step::Rewritten { part_id, text } => json!({ "type": "rewritten", "partID": part_id, "text": text }),
        Step::Tool(part) => json!({ "type": "tool", "part": part }),
        Step::Permission(request) => json!({ "type": "permission", "request": request }),
        Step::Question(request) => json!({ "type": "question", "request": request }),
        Step::Retry { attempt, message, next } => {
            json!({ "type": "retry", "attempt": attempt, "message": message, "next": next })
        }
        Step::Error(error) => json!({ "type": "error", "error": error.json }),
        Step::Finished(answer) => json!({ "type": "finished", "info": answer.info, "parts": answer.parts }),
        _ => return None,
    })
}

/// What a tool was given, for as long as it has no title.
fn input(input: &serde_json::Map<String, Value>) -> String {
    let text = ["description", "command", "filePath", "pattern", "url"]
        .into_iter()
        .find_map(|name| input.get(name)?.as_str());
    text.map_or_else(|| Value::Object(input.clone()).to_string(), str::to_owned)
}

/// The first line, without control characters: it comes from a model.
pub fn one_line(text: &str) -> String {
    const SHOWN: usize = 200;
    let line = text.lines().next().unwrap_or_default();
    line.chars().filter(|character| !character.is_control()).take(SHOWN).collect()
}
