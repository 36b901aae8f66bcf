//! Where and as whom a model is asked: [`Endpoint`], which the catalogue makes from configuration and keys, and
//! which the wire formats only read.

use std::time::Duration;

use reqwest::Url;
use reqwest::header::HeaderMap;
use serde_json::Value;

use super::transport::Call;

/// Everything about a model call that is the same for each call.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// The operation itself, for example `https://api.anthropic.com/v1/messages`.
    pub url: Url,
    /// Credentials and what configuration adds, all marked sensitive.
    pub headers: HeaderMap,
    /// The model's name on the wire (`api.id`).
    pub model: String,
    /// How long the provider may send nothing; `None`: for ever.
    pub silence: Option<Duration>,
}

impl Endpoint {
    pub(super) fn call(&self, body: Value) -> Call {
        Call { url: self.url.clone(), headers: self.headers.clone(), body, silence: self.silence }
    }
}
