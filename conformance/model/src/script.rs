//! Reading a model request as a script, and deciding the answer. Pure: no clock, no socket, no memory.
//!
//! Start at [`Script::from_request`] with a request body of either dialect, or at [`Script::for_text`] with a text.

use std::time::Duration;

use serde_json::Value;

use crate::directive::{self, Directive, Word};
use crate::invent;
use crate::plan::{Failure, Plan, ToolCall, Usage};

/// What a title request is answered with, unless the text says `[title …]`.
pub const TITLE: &str = "Trying things out";
/// What a request for a summary of the conversation is answered with.
pub const SUMMARY: &str = "## Goal\nTry things out.\n\n## Done\nThe conversation up to here was summed up.";
const ANSWER: &str = "This is a canned answer.";
const AFTER_TOOLS: &str = "The tool run is finished.";

/// A request without tools that contains one of these, in any case, anywhere, wants a title.
const TITLE_CUES: [&str; 3] = ["generate a title", "title generator", "session title"];
/// A request without tools and without directives whose last user text contains one of these wants a summary.
const SUMMARY_CUES: [&str; 2] = ["summar", "continu"];
/// The tool through which clients ask for JSON of a given schema.
const STRUCTURED_OUTPUT: &str = "StructuredOutput";
/// Upper bound of `[long N]`: a slip of the finger must not eat the machine.
const MOST_PIECES: usize = 1_000_000;

/// What the request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Answer,
    Title,
    Summary,
}

/// The part of a request that decides the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    pub kind: Kind,
    /// The last user message that has text.
    pub text: String,
    pub directives: Vec<Directive>,
    /// Assistant messages since that text: how many tool rounds have been played.
    pub step: usize,
    /// Schema of the structured-output tool, when it is offered.
    pub structured: Option<Value>,
}

impl Script {
    /// The first step of an ordinary answer to `text`.
    pub fn for_text(text: &str) -> Script {
        let directives = directive::find(text);
        Script { kind: Kind::Answer, text: text.to_owned(), directives, step: 0, structured: None }
    }

    /// Reads a request body, OpenAI's or Anthropic's. Missing or odd members count as absent.
    pub fn from_request(body: &Value) -> Script {
        let messages = body.get("messages").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let last = messages.iter().rposition(|message| {
            message["role"] == "user" && !text_of(&message["content"]).trim().is_empty()
        });
        let text = last.map(|at| text_of(&messages[at]["content"])).unwrap_or_default();
        let after = last.map_or(&[][..], |at| &messages[at + 1..]);

        let tools = body.get("tools").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let mut script = Script::for_text(&text);
        script.step = after.iter().filter(|message| message["role"] == "assistant").count();
        script.structured = tools.iter().find_map(structured_schema);
        if tools.is_empty() {
            script.kind = script.kind_without_tools(&body["system"], messages);
        }
        script
    }

    fn kind_without_tools(&self, system: &Value, messages: &[Value]) -> Kind {
        let contents = messages.iter().map(|message| &message["content"]);
        let everything =
            std::iter::once(system).chain(contents).map(|content| text_of(content).to_lowercase());
        if everything.into_iter().any(|text| TITLE_CUES.iter().any(|cue| text.contains(cue))) {
            return Kind::Title;
        }
        let text = self.text.to_lowercase();
        if self.directives.is_empty() && SUMMARY_CUES.iter().any(|cue| text.contains(cue)) {
            return Kind::Summary;
        }
        Kind::Answer
    }

    /// The answer at this step.
    pub fn plan(&self) -> Plan {
        match self.kind {
            Kind::Title => {
                Plan::saying(vec![self.argument(&Word::Title).map_or(TITLE.to_owned(), invent::lines)])
            }
            Kind::Summary => Plan::saying(vec![SUMMARY.to_owned()]),
            Kind::Answer => self.answer(),
        }
    }

    fn answer(&self) -> Plan {
        let mut plan = Plan::saying(Vec::new());
        plan.failure = self.failure();
        plan.finish = self.argument(&Word::Finish).map(str::to_owned);
        if let Some(counts) = self.argument(&Word::Usage) {
            let mut counts = counts.split_whitespace().map(|count| count.parse().unwrap_or(0));
            plan.usage = Usage { input: counts.next().unwrap_or(0), output: counts.next().unwrap_or(0) };
        }
        if self.has(&Word::Reasoning) {
            plan.reasoning = vec!["Let me think ".to_owned(), "about this.".to_owned()];
        }
        plan.calls = self.calls();
        if !plan.calls.is_empty() {
            return plan;
        }
        if let Some(count) = self.argument(&Word::Slow) {
            let count = count.trim().parse().unwrap_or(20).min(MOST_PIECES);
            plan.delay = Duration::from_millis(250);
            plan.text = (1..=count).map(|piece| format!("slow {piece} ")).collect();
        } else if let Some(count) = self.argument(&Word::Long) {
            let count = count.trim().parse().unwrap_or(10).min(MOST_PIECES);
            plan.text = (1..=count).map(|piece| format!("chunk {piece} ")).collect();
        } else if let Some(text) = self.argument(&Word::Say) {
            plan.text = vec![text.to_owned()];
        } else {
            let text = if self.step == 0 { ANSWER } else { AFTER_TOOLS };
            plan.text = text.split_inclusive(' ').map(str::to_owned).collect();
        }
        plan
    }

    fn calls(&self) -> Vec<ToolCall> {
        let scripted = self.directives.iter().filter_map(|directive| match &directive.word {
            Word::Tool(name) => Some(invent::call(name, &directive.argument)),
            Word::ToolRaw(name) => {
                Some(ToolCall { name: name.clone(), arguments: directive.argument.clone() })
            }
            _ => None,
        });
        let calls: Vec<_> = match (self.has(&Word::Parallel), self.step) {
            (true, 0) => scripted.collect(),
            (true, _) => Vec::new(),
            (false, step) => scripted.skip(step).take(1).collect(),
        };
        match &self.structured {
            Some(schema) if calls.is_empty() && !self.has(&Word::Say) => {
                let given = self.argument(&Word::Structured).map(str::to_owned);
                let arguments = given.unwrap_or_else(|| invent::sample(schema).to_string());
                vec![ToolCall { name: STRUCTURED_OUTPUT.to_owned(), arguments }]
            }
            _ => calls,
        }
    }

    fn failure(&self) -> Option<Failure> {
        if let Some(argument) = self.argument(&Word::Error) {
            let mut words = argument.split_whitespace();
            let code =
                words.next().and_then(|code| code.parse().ok()).filter(|code| (400..600).contains(code));
            return Some(Failure::Status {
                code: code.unwrap_or(500),
                once: words.any(|word| word == "once"),
            });
        }
        let failures = [
            (Word::Overflow, Failure::Overflow),
            (Word::Hang, Failure::Hang),
            (Word::HangUp, Failure::HangUp),
            (Word::ErrStream, Failure::ErrorEvent),
        ];
        failures.into_iter().find(|(word, _)| self.has(word)).map(|(_, failure)| failure)
    }

    fn has(&self, word: &Word) -> bool {
        self.argument(word).is_some()
    }

    fn argument(&self, word: &Word) -> Option<&str> {
        self.directives
            .iter()
            .find(|directive| directive.word == *word)
            .map(|directive| directive.argument.as_str())
    }
}

/// The text of a message's content: a string, or the text parts of a list.
fn text_of(content: &Value) -> String {
    match content {
        Value::String(text) => text.clone(),
        Value::Array(parts) => {
            let texts =
                parts.iter().filter(|part| part["type"] == "text").filter_map(|part| part["text"].as_str());
            texts.collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    }
}

/// OpenAI wraps a tool in `function` and calls its schema `parameters`; Anthropic says `input_schema`.
fn structured_schema(tool: &Value) -> Option<Value> {
    let tool = tool.get("function").unwrap_or(tool);
    if tool["name"] != STRUCTURED_OUTPUT {
        return None;
    }
    Some(tool.get("parameters").or_else(|| tool.get("input_schema")).cloned().unwrap_or_default())
}

#[cfg(test)]
mod tests;
