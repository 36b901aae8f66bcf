//! A model of the catalogue, ready to be asked, with what a turn needs to know about it. Start from
//! [`ResolvedModel`].

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use opencode_types::Model;
use serde_json::{Map, Value};

use crate::config::merge::merge;
use crate::provider::{
    ChatMessage, Content, FileContent, LanguageModel, ModelError, ModelRequest, ModelStream, ToolResult,
};

/// No answer may be longer, in tokens, whatever the model could write.
const MOST_OUTPUT: u64 = 32_000;

/// A model and the way to ask it. Cheap to clone.
#[derive(Clone)]
pub struct ResolvedModel {
    /// As `config.providers` shows it.
    pub info: Arc<Model>,
    language: Arc<dyn LanguageModel>,
}

impl ResolvedModel {
    pub fn new(info: Arc<Model>, language: Arc<dyn LanguageModel>) -> Self {
        Self { info, language }
    }

    /// What to put into [`ModelRequest::max_output_tokens`].
    pub fn max_output_tokens(&self) -> u64 {
        match self.info.limit.output.0 {
            limit if limit >= 1.0 => (limit as u64).min(MOST_OUTPUT),
            _ => MOST_OUTPUT,
        }
    }

    /// The model's options, with the agent's and then those of a variant laid over them. An unknown variant
    /// changes nothing, as in OpenCode: a message keeps its variant when the user changes to another model.
    pub fn options(&self, agent: &Map<String, Value>, variant: Option<&str>) -> Map<String, Value> {
        let variants = self.info.variants.as_ref();
        let variant = variant.and_then(|name| variants?.get(name)).cloned();
        let mut options = Value::Object(self.info.options.clone());
        merge(&mut options, agent.clone().into());
        merge(&mut options, variant.unwrap_or_default().into());
        match options {
            Value::Object(options) => options,
            _ => unreachable!("objects merge to an object"),
        }
    }

    fn reads(&self, file: &FileContent) -> bool {
        let input = &self.info.capabilities.input;
        match file.mime.split_once('/').unwrap_or((&file.mime, "")) {
            ("image", _) => input.image,
            ("audio", _) => input.audio,
            ("video", _) => input.video,
            ("application", "pdf") => input.pdf,
            _ => true,
        }
    }

    /// The request without files that the model would refuse; a sentence stands in for each.
    fn readable<'a>(&self, request: &'a ModelRequest) -> Cow<'a, ModelRequest> {
        let files = |content: &'a Content| match content {
            Content::File(file) => std::slice::from_ref(file),
            Content::ToolResult(result) => &result.files[..],
            _ => &[],
        };
        let mut contents = request.messages.iter().flat_map(|message| &message.content);
        if contents.all(|content| files(content).iter().all(|file| self.reads(file))) {
            return Cow::Borrowed(request);
        }
        let message = |message: &ChatMessage| ChatMessage {
            role: message.role,
            content: message.content.iter().map(|content| self.readable_content(content)).collect(),
        };
        Cow::Owned(ModelRequest {
            messages: request.messages.iter().map(message).collect(),
            ..request.clone()
        })
    }

    fn readable_content(&self, content: &Content) -> Content {
        match content {
            Content::File(file) if !self.reads(file) => Content::Text(unreadable(file)),
            Content::ToolResult(result) => {
                let (files, left_out): (Vec<_>, Vec<_>) =
                    result.files.iter().cloned().partition(|file| self.reads(file));
                let output = std::iter::once(result.output.clone()).chain(left_out.iter().map(unreadable));
                let output = output.collect::<Vec<_>>().join("\n");
                Content::ToolResult(ToolResult { output, files, ..result.clone() })
            }
            content => content.clone(),
        }
    }
}

fn unreadable(file: &FileContent) -> String {
    let name = file.filename.as_deref().unwrap_or("A file");
    format!("[{name} is left out: this model cannot read {}. Say so to the user.]", file.mime)
}

#[async_trait]
impl LanguageModel for ResolvedModel {
    async fn stream(&self, request: &ModelRequest) -> Result<ModelStream, ModelError> {
        self.language.stream(&self.readable(request)).await
    }
}

impl fmt::Debug for ResolvedModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResolvedModel({}/{})", self.info.provider_id, self.info.id)
    }
}

#[cfg(test)]
#[path = "resolved_tests.rs"]
mod tests;
