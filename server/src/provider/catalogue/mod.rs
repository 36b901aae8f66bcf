//! Which providers and models there are, which of them can be used, and what they are called when nobody says.
//! Made once per instance from configuration, environment, entered keys and tables; it does not change after.
//! `described` reads descriptions, `model` makes the contract's `Model` of one, `wire` makes it askable, `choose`
//! picks defaults, `listing` answers `provider.list`. Start from [`Catalogue`].

mod build;
mod choose;
mod described;
mod keys;
mod listing;
mod model;
mod resolved;
mod variants;
mod wire;

use std::fmt;
use std::path::PathBuf;

use indexmap::IndexMap;
use opencode_types::{Auth, Config, ConfigProvidersResponse, Provider, ProviderListResponse};

pub use resolved::ResolvedModel;

use super::scripted::Scripted;
use super::transport::Transport;
use crate::paths::Environment;

/// What a catalogue is made from.
#[derive(Clone, Copy)]
pub struct CatalogueSources<'a> {
    /// Merged, as `config.get` answers it.
    pub config: &'a Config,
    /// Keys, `OPENCODE_MODELS_PATH`, and the state directory with the models used last.
    pub environment: &'a Environment,
    /// The entries of `auth.json`.
    pub auth: &'a IndexMap<String, Auth>,
    /// The scripted model, if the server was started with it.
    pub scripted: Option<&'a Scripted>,
    pub transport: &'a Transport,
}

/// The providers and models of one instance.
pub struct Catalogue {
    /// Every provider that configuration does not exclude, the usable ones first.
    entries: IndexMap<String, Entry>,
    /// From configuration and from the state directory, in this order.
    wanted: Vec<ModelRef>,
    small: Option<ModelRef>,
    problems: Vec<String>,
}

/// A provider and how to reach it.
struct Entry {
    provider: Provider,
    usable: bool,
    npm: Option<String>,
    api: Option<String>,
    access: wire::Access,
}

/// The name of a model: `provider/model`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ModelRef {
    pub provider: String,
    pub model: String,
}

/// The default model of each provider, by provider.
pub type DefaultModels = IndexMap<String, String>;

#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    #[error("cannot use the models of {} (OPENCODE_MODELS_PATH): {reason}", path.display())]
    ModelsFile { path: PathBuf, reason: String },
    #[error("cannot use the section `provider` of the configuration: {reason}")]
    Config { reason: String },
}

/// No such model, or it cannot be used. In the contract's words a `ProviderModelNotFoundError`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Model not found: {model}.")]
pub struct ModelNotFound {
    pub model: ModelRef,
    /// Similar names: of models if the provider is usable, else of providers.
    pub suggestions: Vec<String>,
}

/// Nothing is configured that could answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no providers found")]
pub struct NoProviders;

impl Catalogue {
    /// Reads the tables and decides. Blocks on the files of `OPENCODE_MODELS_PATH` and of the state directory, so
    /// call it on a blocking thread.
    ///
    /// # Errors
    /// [`CatalogueError`] for a file named by the user that cannot be read. Single models that are described in a
    /// way unknown to us are left out, see [`Catalogue::problems`].
    pub fn build(sources: &CatalogueSources<'_>) -> Result<Self, CatalogueError> {
        build::build(sources)
    }

    /// The usable providers, the preferred first: the scripted one, then those of the configuration in its order,
    /// then those with a key alone.
    pub fn providers(&self) -> impl Iterator<Item = &Provider> {
        self.entries.values().filter(|entry| entry.usable).map(|entry| &entry.provider)
    }

    /// The default model of each usable provider.
    pub fn default_models(&self) -> DefaultModels {
        defaults(self.providers())
    }

    /// What `provider.list` answers.
    ///
    /// # Errors
    /// A model that does not fit the answer, which no description can lead to.
    pub fn listing(&self) -> Result<ProviderListResponse, serde_json::Error> {
        listing::listing(self)
    }

    /// What `config.providers` answers.
    pub fn config_providers(&self) -> ConfigProvidersResponse {
        ConfigProvidersResponse {
            providers: self.providers().cloned().collect(),
            default: self.default_models(),
        }
    }

    /// A model by name.
    ///
    /// # Errors
    /// [`ModelNotFound`].
    pub fn model(&self, name: &ModelRef) -> Result<ResolvedModel, ModelNotFound> {
        let entry = self.entries.get(&name.provider).filter(|entry| entry.usable);
        let model =
            entry.and_then(|entry| entry.provider.models.get(&name.model).map(|model| (entry, model)));
        match model {
            Some((entry, model)) => {
                let language = entry.access.language_model(model);
                Ok(ResolvedModel::new(model.clone().into(), language))
            }
            None => {
                let suggestions = match entry {
                    Some(entry) => {
                        choose::similar(&name.model, entry.provider.models.keys().map(String::as_str))
                    }
                    None => {
                        choose::similar(&name.provider, self.providers().map(|provider| provider.id.as_str()))
                    }
                };
                Err(ModelNotFound { model: name.clone(), suggestions })
            }
        }
    }

    /// The model of a prompt that names none: the configured one (whether it exists or not: the user should hear
    /// of a wrong name), else the one used last, else the default of the first usable provider.
    ///
    /// # Errors
    /// [`NoProviders`] if there is none of these.
    pub fn default_model(&self) -> Result<ModelRef, NoProviders> {
        if let Some(wanted) = self.wanted.first() {
            return Ok(wanted.clone());
        }
        let mut defaults = self.default_models().into_iter();
        defaults.next().map(|(provider, model)| ModelRef { provider, model }).ok_or(NoProviders)
    }

    /// The model for titles and other small work of a provider: `small_model` of the configuration, else a model of
    /// the provider that is known to be small. `None`: the model of the prompt must do.
    pub fn small_model(&self, provider: &str) -> Option<ResolvedModel> {
        if let Some(configured) = &self.small {
            return self.model(configured).ok();
        }
        let models = &self.entries.get(provider)?.provider.models;
        let model = choose::small(models.keys().map(String::as_str))?;
        self.model(&ModelRef { provider: provider.to_owned(), model: model.to_owned() }).ok()
    }

    /// Descriptions that were left out and why, for the log.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    /// Every provider with its package and base URL.
    fn all(&self) -> impl Iterator<Item = (&Provider, Option<&str>, Option<&str>)> {
        self.entries.values().map(|entry| (&entry.provider, entry.npm.as_deref(), entry.api.as_deref()))
    }

    fn default_models_of_all(&self) -> DefaultModels {
        defaults(self.entries.values().map(|entry| &entry.provider))
    }
}

fn defaults<'a>(providers: impl Iterator<Item = &'a Provider>) -> DefaultModels {
    let default = |provider: &Provider| {
        let model = choose::default(provider.models.keys().map(String::as_str))?;
        Some((provider.id.clone(), model.to_owned()))
    };
    providers.filter_map(default).collect()
}

impl ModelRef {
    /// Reads `provider/model`; the model's part may hold further slashes.
    pub fn parse(name: &str) -> Option<Self> {
        let (provider, model) = choose::parse(name)?;
        Some(Self { provider: provider.to_owned(), model: model.to_owned() })
    }
}

impl fmt::Display for ModelRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.provider, self.model)
    }
}
