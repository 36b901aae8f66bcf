//! The wire format of Anthropic's Messages API. `request` writes it and `decoder` reads it; both are pure. Start
//! from [`Anthropic`].

mod decoder;
mod request;

use async_trait::async_trait;

use super::decode::decode;
use super::endpoint::Endpoint;
use super::transport::Transport;
use super::{LanguageModel, ModelError, ModelRequest, ModelStream};

/// The header `anthropic-version` that goes with this format.
pub const VERSION: &str = "2023-06-01";

/// A model behind `POST …/messages`.
pub struct Anthropic {
    pub transport: Transport,
    pub endpoint: Endpoint,
    /// The most the model can write, in tokens; room for thinking is added to an answer's limit up to this.
    pub output_limit: Option<u64>,
}

#[async_trait]
impl LanguageModel for Anthropic {
    async fn stream(&self, request: &ModelRequest) -> Result<ModelStream, ModelError> {
        let body = request::body(request, &self.endpoint.model, self.output_limit);
        let events = self.transport.events(self.endpoint.call(body)).await?;
        Ok(decode(events, decoder::MessageDecoder::default()))
    }
}
