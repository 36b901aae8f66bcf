//! From a provider's package name to a wire format, and from a model of the catalogue to something that can be
//! asked. OpenCode loads the package; here the name only says which of our formats its endpoint speaks.
//! Start from [`Wire`].

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use opencode_types::Model;
use reqwest::Url;
use reqwest::header::{AUTHORIZATION, HeaderMap};
use serde_json::{Map, Value};

use crate::provider::anthropic::{self, Anthropic};
use crate::provider::endpoint::Endpoint;
use crate::provider::openai::{Dialect, OpenAi, ReasoningMember};
use crate::provider::scripted::Scripted;
use crate::provider::transport::{SILENCE, Transport, insert_header};
use crate::provider::{LanguageModel, ModelError, ModelRequest, ModelStream};

/// The package name of the built-in scripted provider; not a real package, so nobody can configure it.
pub(super) const SCRIPTED: &str = "(built in)";
/// What a configured provider speaks if it does not say.
pub(super) const DEFAULT_NPM: &str = "@ai-sdk/openai-compatible";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wire {
    Anthropic,
    /// Chat completions; `strict`: OpenAI's own endpoint, see [`Dialect::strict`].
    OpenAi {
        strict: bool,
    },
    Scripted,
}

impl Wire {
    /// `None`: a package whose endpoint speaks none of our formats.
    pub fn of(npm: &str) -> Option<Self> {
        match npm {
            SCRIPTED => Some(Self::Scripted),
            "@ai-sdk/anthropic" => Some(Self::Anthropic),
            "@ai-sdk/openai" => Some(Self::OpenAi { strict: true }),
            DEFAULT_NPM | "@openrouter/ai-sdk-provider" => Some(Self::OpenAi { strict: false }),
            _ => default_url(npm).map(|_| Self::OpenAi { strict: false }),
        }
    }
}

/// Where the endpoint of a package is if nothing else says it.
pub(super) fn default_url(npm: &str) -> Option<&'static str> {
    Some(match npm {
        "@ai-sdk/anthropic" => "https://api.anthropic.com/v1",
        "@ai-sdk/openai" => "https://api.openai.com/v1",
        "@ai-sdk/cerebras" => "https://api.cerebras.ai/v1",
        "@ai-sdk/deepinfra" => "https://api.deepinfra.com/v1/openai",
        "@ai-sdk/groq" => "https://api.groq.com/openai/v1",
        "@ai-sdk/mistral" => "https://api.mistral.ai/v1",
        "@ai-sdk/perplexity" => "https://api.perplexity.ai",
        "@ai-sdk/togetherai" => "https://api.together.xyz/v1",
        "@ai-sdk/xai" => "https://api.x.ai/v1",
        "@openrouter/ai-sdk-provider" => "https://openrouter.ai/api/v1",
        _ => return None,
    })
}

/// What a provider's models share when they are asked.
#[derive(Clone)]
pub(super) struct Access {
    pub transport: Transport,
    /// Only in a server that was started with it.
    pub scripted: Option<Scripted>,
    /// The provider's options, as configured.
    pub options: Map<String, Value>,
    pub key: Option<String>,
}

impl Access {
    /// Something that can be asked. What is missing (a key, an address, a format) is told when it is asked: the
    /// model is known all the same, and the user reads the error where the answer would be.
    pub fn language_model(&self, model: &Model) -> Arc<dyn LanguageModel> {
        let wire = Wire::of(&model.api.npm);
        match (wire, &self.scripted) {
            (Some(Wire::Scripted), Some(scripted)) => Arc::new(scripted.with_silence(self.silence())),
            (Some(Wire::Anthropic), _) => match self.endpoint(model, "messages", anthropic_headers) {
                Ok(endpoint) => {
                    let limit = model.limit.output.0;
                    let output_limit = (limit >= 1.0).then_some(limit as u64);
                    Arc::new(Anthropic { transport: self.transport.clone(), endpoint, output_limit })
                }
                Err(error) => Arc::new(Unusable(error)),
            },
            (Some(Wire::OpenAi { strict }), _) => {
                match self.endpoint(model, "chat/completions", openai_headers) {
                    Ok(endpoint) => {
                        let dialect = dialect(model, strict);
                        Arc::new(OpenAi { transport: self.transport.clone(), endpoint, dialect })
                    }
                    Err(error) => Arc::new(Unusable(error)),
                }
            }
            (Some(Wire::Scripted) | None, _) => Arc::new(Unusable(ModelError::Protocol {
                message: format!(
                    "The provider {} is spoken to through {}, which this server cannot; for an endpoint that is \
                     compatible with OpenAI set `npm` to {DEFAULT_NPM}",
                    model.provider_id, model.api.npm
                ),
            })),
        }
    }

    fn endpoint(
        &self,
        model: &Model,
        operation: &str,
        authenticate: fn(&mut HeaderMap, &str) -> Result<(), ModelError>,
    ) -> Result<Endpoint, ModelError> {
        let provider = &model.provider_id;
        let base = base_url(model, &self.options).ok_or_else(|| ModelError::Protocol {
            message: format!("The provider {provider} has no address: set `options.baseURL`"),
        })?;
        let url = format!("{}/{operation}", base.trim_end_matches('/'));
        let url = Url::parse(&url).ok().filter(|url| matches!(url.scheme(), "http" | "https")).ok_or_else(
            || ModelError::Protocol {
                message: format!("The address of the provider {provider} is no URL: {base}"),
            },
        )?;
        let mut headers = HeaderMap::new();
        if let Some(key) = &self.key {
            authenticate(&mut headers, key)?;
        }
        if Wire::of(&model.api.npm) == Some(Wire::Anthropic) {
            insert_header(&mut headers, "anthropic-version", anthropic::VERSION)?;
        }
        for (name, value) in configured_headers(&self.options).chain(model_headers(model)) {
            insert_header(&mut headers, name, value)?;
        }
        let has_credentials = headers.contains_key(AUTHORIZATION) || headers.contains_key("x-api-key");
        if !has_credentials && needs_key(&url) {
            return Err(ModelError::Auth {
                provider: provider.clone(),
                message: format!("There is no API key for the provider {provider}"),
            });
        }
        Ok(Endpoint { url, headers, model: model.api.id.clone(), silence: self.silence() })
    }

    /// `options.timeout`: milliseconds, or `false` for no limit.
    fn silence(&self) -> Option<Duration> {
        match self.options.get("timeout") {
            Some(Value::Bool(false)) => None,
            Some(limit) => Some(limit.as_u64().map_or(SILENCE, Duration::from_millis)),
            None => Some(SILENCE),
        }
    }
}

fn base_url<'a>(model: &'a Model, options: &'a Map<String, Value>) -> Option<&'a str> {
    let configured = options.get("baseURL").and_then(Value::as_str).filter(|url| !url.is_empty());
    configured.or_else(|| model_url(model)).or_else(|| default_url(&model.api.npm))
}

fn model_url(model: &Model) -> Option<&str> {
    model.api.url.as_deref().filter(|url| !url.is_empty())
}

/// Both vendors refuse to talk without one; anybody else may run an open endpoint.
fn needs_key(url: &Url) -> bool {
    matches!(url.host_str(), Some("api.anthropic.com" | "api.openai.com"))
}

fn anthropic_headers(headers: &mut HeaderMap, key: &str) -> Result<(), ModelError> {
    insert_header(headers, "x-api-key", key)
}

fn openai_headers(headers: &mut HeaderMap, key: &str) -> Result<(), ModelError> {
    insert_header(headers, AUTHORIZATION.as_str(), &format!("Bearer {key}"))
}

fn configured_headers(options: &Map<String, Value>) -> impl Iterator<Item = (&str, &str)> {
    let headers = options.get("headers").and_then(Value::as_object).into_iter().flatten();
    headers.filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
}

fn model_headers(model: &Model) -> impl Iterator<Item = (&str, &str)> {
    model.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}

fn dialect(model: &Model, strict: bool) -> Dialect {
    // `true`, or `{"field": …}`.
    let interleaved = serde_json::to_value(&model.capabilities.interleaved).unwrap_or_default();
    let reasoning = match interleaved.get("field").and_then(Value::as_str) {
        Some("reasoning_details") => Some(ReasoningMember::Details),
        Some(_) => Some(ReasoningMember::Content),
        None => (interleaved == Value::Bool(true)).then_some(ReasoningMember::Content),
    };
    Dialect { strict, completion_tokens: strict && model.capabilities.reasoning, reasoning }
}

/// A model that cannot be asked, and why.
struct Unusable(ModelError);

#[async_trait]
impl LanguageModel for Unusable {
    async fn stream(&self, _request: &ModelRequest) -> Result<ModelStream, ModelError> {
        Err(self.0.clone())
    }
}
