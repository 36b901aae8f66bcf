//! Providers as people describe them: the form of models.dev, which our own table, the file named by
//! `OPENCODE_MODELS_PATH` and the section `provider` of the configuration share (the latter adds `options`,
//! `whitelist` and `blacklist`). A description states what it knows; [`super::model`] fills the rest.
//! Start from [`DescribedProvider`].

use std::path::Path;

use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::CatalogueError;

/// Providers by id.
pub(super) type Described = IndexMap<String, DescribedProvider>;

#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct DescribedProvider {
    pub name: Option<String>,
    /// Variables that may hold the key.
    pub env: Option<Vec<String>>,
    /// The package with which OpenCode speaks to it; here it names the wire format.
    pub npm: Option<String>,
    /// Base URL; `${NAME}` in it stands for a variable.
    pub api: Option<String>,
    /// Kept as JSON, so that one model that is described in a way unknown to us does not spoil the others.
    #[serde(default)]
    pub models: IndexMap<String, Value>,
    #[serde(default)]
    pub options: Map<String, Value>,
    pub whitelist: Option<Vec<String>>,
    #[serde(default)]
    pub blacklist: Vec<String>,
}

/// Anthropic's and OpenAI's models that can be asked through the wire formats we speak.
///
/// Written by hand from what both vendors published; the prices are US dollars per million tokens. It knows
/// models released up to February 2026, and nothing checks it against the vendors since: ids, limits and prices
/// may have moved, and newer models are missing. A models.dev file or the configuration overrides any of it.
/// Models that only OpenAI's Responses API offers (`*-codex`, `*-pro`) are left out on purpose.
const TABLE: &str = include_str!("table.json");

/// Our own table.
pub(super) fn built_in() -> Described {
    serde_json::from_str(TABLE).expect("the table is part of the program and read by a test")
}

/// Reads a file of models.dev's form.
///
/// # Errors
/// [`CatalogueError`] if it cannot be read or is not of that form.
pub(super) fn from_file(path: &Path) -> Result<Described, CatalogueError> {
    let failed = |reason: String| CatalogueError::ModelsFile { path: path.to_owned(), reason };
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| failed(error.to_string()))
}

/// The section `provider` of a configuration.
///
/// # Errors
/// [`CatalogueError::Config`]; not for a configuration that was checked against the contract.
pub(super) fn from_config(config: &opencode_types::Config) -> Result<Described, CatalogueError> {
    let Some(section) = &config.provider else { return Ok(Described::new()) };
    serde_json::to_value(section)
        .and_then(serde_json::from_value)
        .map_err(|error| CatalogueError::Config { reason: error.to_string() })
}
