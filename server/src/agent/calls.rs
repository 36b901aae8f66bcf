//! The calls of one answer: collected while it streams, run together when it is whole.
//!
//! What a tool does is behind `tools::Toolbox`. Start from [`Calls`].

use futures::StreamExt as _;
use futures::stream::FuturesUnordered;
use indexmap::IndexMap;
use opencode_types::{
    Part, ToolPart, ToolState, ToolStateCompleted, ToolStateCompletedTime, ToolStateError,
    ToolStateErrorTime, ToolStatePending, ToolStateRunning, ToolStateRunningTime,
};
use serde_json::{Map, Value, json};
use tokio_util::sync::CancellationToken;

use super::failure::Failure;
use super::tools::{Call, Output, Toolbox};
use super::wire::{Place, now};
use super::work::Work;
use crate::ids::PartId;
use crate::provider::ToolDefinition;
use crate::store::Change;

/// Shown where a call was ended with its run.
const ABORTED: &str = "Tool execution aborted";

/// Calls in the order in which the model made them, by their id.
#[derive(Default)]
pub struct Calls {
    pending: IndexMap<String, Pending>,
}

struct Pending {
    part: ToolPart,
    /// The JSON text of the arguments, as far as it has come.
    arguments: String,
}

/// What the calls of an answer mean for the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    Nothing,
    /// Something, but no tool that exists, with arguments that can be read.
    OnlyInvalid,
    Tools,
}

impl Calls {
    /// A call begins; its part is to be written.
    pub fn begin(&mut self, place: &Place, id: String, name: String) -> ToolPart {
        let part = ToolPart {
            id: PartId::generate().into(),
            session_id: place.session.clone(),
            message_id: place.message.clone(),
            type_: Default::default(),
            call_id: id.clone(),
            tool: name,
            state: ToolState::Pending(ToolStatePending {
                status: Default::default(),
                input: Map::new(),
                raw: String::new(),
            }),
            metadata: None,
        };
        self.pending.insert(id, Pending { part: part.clone(), arguments: String::new() });
        part
    }

    pub fn extend(&mut self, id: &str, arguments: &str) {
        if let Some(call) = self.pending.get_mut(id) {
            call.arguments.push_str(arguments);
        }
    }

    /// The parts of calls that will never run.
    pub fn abandoned(&mut self) -> Vec<ToolPart> {
        let pending = std::mem::take(&mut self.pending);
        pending.into_values().map(|call| failed(call.part, Map::new(), now(), ABORTED.to_owned())).collect()
    }

    /// Runs every call at the same time, and writes how each went. Calls of tools that weren't `offered`, or with
    /// arguments that are no JSON object, are answered at once with an explanation for the model.
    ///
    /// # Errors
    /// [`Failure::Aborted`] after the calls still running were ended and marked, and failures of the store.
    pub async fn run(
        &mut self,
        work: &Work,
        tools: &dyn Toolbox,
        offered: &[ToolDefinition],
        cancel: &CancellationToken,
    ) -> Result<Called, Failure> {
        let mut called = if self.pending.is_empty() { Called::Nothing } else { Called::OnlyInvalid };
        let mut running: IndexMap<String, (ToolPart, Map<String, Value>)> = IndexMap::new();
        let futures = FuturesUnordered::new();
        for (id, Pending { part, arguments }) in std::mem::take(&mut self.pending) {
            let input = match readable(&part.tool, &arguments, offered) {
                Ok(input) => input,
                Err(problem) => {
                    work.commit(vec![written(invalid(part, problem))]).await?;
                    continue;
                }
            };
            called = Called::Tools;
            let part = started(part, input.clone());
            work.commit(vec![written(part.clone())]).await?;
            let call = Call {
                place: Place { session: part.session_id.clone(), message: part.message_id.clone() },
                call_id: id.clone(),
                tool: part.tool.clone(),
                input: input.clone(),
                cancel: cancel.child_token(),
            };
            running.insert(id.clone(), (part, input));
            futures.push(async move { (id, tools.run(call).await) });
        }
        let mut futures = futures;
        while !running.is_empty() {
            let ended = tokio::select! {
                biased;
                () = cancel.cancelled() => None,
                ended = futures.next() => ended,
            };
            let Some((id, outcome)) = ended else {
                drop(futures);
                let ended = running.into_values();
                let parts = ended.map(|(part, input)| written(stopped(part, input, Err(ABORTED.to_owned()))));
                work.commit(parts.collect()).await?;
                return Err(Failure::Aborted);
            };
            if let Some((part, input)) = running.shift_remove(&id) {
                work.commit(vec![written(stopped(part, input, outcome))]).await?;
            }
        }
        Ok(called)
    }
}

fn written(part: ToolPart) -> Change {
    Change::Part(Part::Tool(part))
}

fn readable(tool: &str, arguments: &str, offered: &[ToolDefinition]) -> Result<Map<String, Value>, String> {
    if !offered.iter().any(|definition| definition.name == tool) {
        let names: Vec<&str> = offered.iter().map(|definition| definition.name.as_str()).collect();
        let known = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        return Err(format!("There is no tool called {tool}. Available tools: {known}."));
    }
    match serde_json::from_str(arguments) {
        Ok(Value::Object(input)) => Ok(input),
        Ok(_) => Err(format!("The arguments of {tool} must be a JSON object.")),
        Err(error) => Err(format!("The arguments of {tool} are no JSON: {error}.")),
    }
}

fn started(mut part: ToolPart, input: Map<String, Value>) -> ToolPart {
    part.state = ToolState::Running(ToolStateRunning {
        status: Default::default(),
        input,
        metadata: None,
        title: None,
        time: ToolStateRunningTime { start: now() },
    });
    part
}

/// The call as one of the tool `invalid`, which only explains what was wrong with it.
fn invalid(mut part: ToolPart, problem: String) -> ToolPart {
    let input = json!({"tool": part.tool, "error": problem});
    part.tool = "invalid".to_owned();
    let output = Output {
        title: "Invalid Tool".to_owned(),
        output: format!("The call could not be made: {problem}"),
        ..Output::default()
    };
    let input = input.as_object().cloned().unwrap_or_default();
    stopped(part, input, Ok(output))
}

fn stopped(mut part: ToolPart, input: Map<String, Value>, outcome: Result<Output, String>) -> ToolPart {
    let start = match &part.state {
        ToolState::Running(state) => state.time.start,
        _ => now(),
    };
    match outcome {
        Ok(output) => {
            part.state = ToolState::Completed(ToolStateCompleted {
                status: Default::default(),
                input,
                output: output.output,
                title: output.title,
                metadata: output.metadata,
                time: ToolStateCompletedTime { start, end: now(), compacted: None },
                attachments: Some(output.attachments).filter(|files| !files.is_empty()),
            });
            part
        }
        Err(error) => failed(part, input, start, error),
    }
}

fn failed(
    mut part: ToolPart,
    input: Map<String, Value>,
    start: opencode_types::Number,
    error: String,
) -> ToolPart {
    part.state = ToolState::Error(ToolStateError {
        status: Default::default(),
        input,
        error,
        metadata: None,
        time: ToolStateErrorTime { start, end: now() },
    });
    part
}
