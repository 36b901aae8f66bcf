//! What a model may call, as a turn sees it: definitions to offer, and one function that runs a call.
//!
//! No tool lives here. Which tools a session has, and whether a call is allowed, is decided behind [`Toolbox`];
//! how a call becomes a part is in `calls`. Start from [`Toolbox`].

use async_trait::async_trait;
use opencode_types::FilePart;
use serde_json::{Map, Value};
use tokio_util::sync::CancellationToken;

use super::wire::Place;
use crate::provider::ToolDefinition;

/// The tools of an instance.
#[async_trait]
pub trait Toolbox: Send + Sync {
    /// What is offered to the model of a turn led by `agent`.
    fn definitions(&self, agent: &opencode_types::Agent) -> Vec<ToolDefinition>;

    /// Runs one call of an offered tool. Calls of one answer run at the same time.
    ///
    /// # Errors
    /// A text for the model; the turn goes on.
    ///
    /// # Cancellation
    /// Dropping the future ends the call; `call.cancel` tells processes and tasks of its own to end.
    async fn run(&self, call: Call) -> Result<Output, String>;
}

/// One call, with arguments that parsed as a JSON object. Whether they fit the tool is the tool's to say.
#[derive(Clone, Debug)]
pub struct Call {
    /// The assistant message that made the call.
    pub place: Place,
    pub call_id: String,
    pub tool: String,
    pub input: Map<String, Value>,
    pub cancel: CancellationToken,
}

/// What a tool returned.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// One line for the person.
    pub title: String,
    /// The text the model reads.
    pub output: String,
    pub metadata: Map<String, Value>,
    pub attachments: Vec<FilePart>,
}

/// No tools at all.
#[derive(Clone, Copy, Debug)]
pub struct NoTools;

#[async_trait]
impl Toolbox for NoTools {
    fn definitions(&self, _: &opencode_types::Agent) -> Vec<ToolDefinition> {
        Vec::new()
    }

    async fn run(&self, call: Call) -> Result<Output, String> {
        Err(format!("There is no tool called {}", call.tool))
    }
}
