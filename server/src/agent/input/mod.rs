//! A prompt's body becomes what is stored: one user message and its parts.
//!
//! File parts are read here, once, so that the conversation keeps what the model was shown. Which agent and model
//! answer is settled before (`resolve`); storing and running come after (`runs`). Start from [`parts`].

mod files;
mod read;
mod url;

use opencode_types::{
    AgentPart, AgentPartInput, AssistantMessageError, Part, SessionPromptBodyPartsItem, SubtaskPart,
    SubtaskPartInput, SubtaskPartModel, TextPart, TextPartInput, TextPartTime,
};

use super::wire::Place;
use crate::ids::PartId;

/// The parts of a user message, and what went wrong while they were made.
#[derive(Debug, Default)]
pub struct Parts {
    pub parts: Vec<Part>,
    /// For `session.error`: the model is told of the same failures in the parts.
    pub problems: Vec<AssistantMessageError>,
}

/// Makes the parts to be stored of those in a prompt's body, in their order. Ids are generated where none are given.
///
/// A file that can't be read doesn't refuse the prompt: a text says so in its place, and [`Parts::problems`] too.
pub async fn parts(inputs: Vec<SessionPromptBodyPartsItem>, place: &Place) -> Parts {
    let mut made = Parts::default();
    for input in inputs {
        match input {
            SessionPromptBodyPartsItem::Text(input) => made.parts.push(text(input, place)),
            SessionPromptBodyPartsItem::File(input) => files::add(&mut made, input, place).await,
            SessionPromptBodyPartsItem::Agent(input) => made.parts.extend(agent(input, place)),
            SessionPromptBodyPartsItem::Subtask(input) => made.parts.push(subtask(input, place)),
        }
    }
    made
}

fn given_or_new(id: Option<String>) -> String {
    id.unwrap_or_else(|| PartId::generate().into())
}

fn text(input: TextPartInput, place: &Place) -> Part {
    TextPart {
        id: given_or_new(input.id),
        session_id: place.session.clone(),
        message_id: place.message.clone(),
        type_: Default::default(),
        text: input.text,
        synthetic: input.synthetic,
        ignored: input.ignored,
        time: input.time.map(|time| TextPartTime { start: time.start, end: time.end }),
        metadata: input.metadata,
    }
    .into()
}

/// The part itself, for clients, and what it asks for in words, for the model.
fn agent(input: AgentPartInput, place: &Place) -> [Part; 2] {
    let request = format!(
        "Write a prompt from the message and what was said before it, and call the task tool with the subagent: {}",
        input.name
    );
    let part = AgentPart {
        id: given_or_new(input.id),
        session_id: place.session.clone(),
        message_id: place.message.clone(),
        type_: Default::default(),
        name: input.name,
        source: input.source,
    };
    [part.into(), place.synthetic(request)]
}

fn subtask(input: SubtaskPartInput, place: &Place) -> Part {
    SubtaskPart {
        id: given_or_new(input.id),
        session_id: place.session.clone(),
        message_id: place.message.clone(),
        type_: Default::default(),
        agent: input.agent,
        command: input.command,
        description: input.description,
        model: input
            .model
            .map(|model| SubtaskPartModel { provider_id: model.provider_id, model_id: model.model_id }),
        prompt: input.prompt,
    }
    .into()
}

#[cfg(test)]
mod tests;
