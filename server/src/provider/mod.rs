//! Language models: which ones there are, and how to ask one.
//!
//! [`catalogue::Catalogue`] says which providers and models an instance may use; it hands out a
//! [`catalogue::ResolvedModel`], whose
//! [`LanguageModel`] speaks one wire format and yields [`StreamEvent`]s. Time limits live in `transport`, the
//! rules of waiting and trying again in [`retry`]; nobody else may invent one. What a turn does with the events
//! is not here but in `agent`. Start from [`LanguageModel`].

#![expect(
    clippy::result_large_err,
    reason = "the error ends a model call; beside one its size costs nothing"
)]

pub mod anthropic;
pub mod auth;
pub mod catalogue;
mod decode;
pub mod endpoint;
mod error;
pub mod openai;
mod request;
pub mod retry;
pub mod scripted;
mod stream;
pub mod transport;

pub use error::ModelError;
pub use request::{
    ChatMessage, Content, FileContent, ModelRequest, Role, ToolChoice, ToolDefinition, ToolResult,
};
pub use stream::{FinishReason, ModelStream, StreamEvent, Usage};

use async_trait::async_trait;

/// One model, ready to be asked: wire format, address, key and wire name are already inside.
#[async_trait]
pub trait LanguageModel: Send + Sync {
    /// Sends `request` and returns the answer as it arrives. The future resolves when the answer's headers are
    /// there, so errors that carry an HTTP status come from here and not from the stream.
    ///
    /// # Errors
    /// Any [`ModelError`]. A failed stream yields one error as its last item.
    ///
    /// # Cancellation
    /// Dropping the future or the stream closes the connection to the provider.
    async fn stream(&self, request: &ModelRequest) -> Result<ModelStream, ModelError>;
}
