//! The wire format of OpenAI's chat completions, as OpenAI and everyone who is compatible with it speaks it.
//! `request` writes it and `decoder` reads it; both are pure. Start from [`OpenAi`].

mod decoder;
mod request;

use async_trait::async_trait;

use super::decode::decode;
use super::endpoint::Endpoint;
use super::transport::Transport;
use super::{LanguageModel, ModelError, ModelRequest, ModelStream};

pub(super) use request::body;

/// A model behind `POST …/chat/completions`.
pub struct OpenAi {
    pub transport: Transport,
    pub endpoint: Endpoint,
    pub dialect: Dialect,
}

/// Where endpoints of this format differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dialect {
    /// The endpoint is OpenAI's own or behaves like it (`@ai-sdk/openai`): it refuses members it does not know,
    /// so only options with a known meaning are sent.
    pub strict: bool,
    /// OpenAI's reasoning models take `max_completion_tokens` where all others take `max_tokens`.
    pub completion_tokens: bool,
    /// The member in which earlier reasoning is handed back (`capabilities.interleaved.field`); `None`: it isn't.
    pub reasoning: Option<ReasoningMember>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasoningMember {
    /// `reasoning_content`: the text.
    Content,
    /// `reasoning_details`: the list that the provider sent, unchanged.
    Details,
}

#[async_trait]
impl LanguageModel for OpenAi {
    async fn stream(&self, request: &ModelRequest) -> Result<ModelStream, ModelError> {
        let body = body(request, &self.endpoint.model, &self.dialect);
        let events = self.transport.events(self.endpoint.call(body)).await?;
        Ok(decode(events, decoder::ChunkDecoder::default()))
    }
}
