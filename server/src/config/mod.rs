//! The configuration of a directory: which sources count, in which order, and what they say together.
//!
//! [`load`] reads every source of BEHAVIOUR's order, each through the same steps (substitute, parse, check against the
//! contract, migrate), lays them over each other and fills the defaults. [`load_global`] stops after the global files.
//! Both block on files: call them on a blocking thread. Nothing is written and nothing is kept: a repaired file is read
//! at the next start of its instance. What the sections *mean* is the business of the rooms they configure.

mod error;
mod folders;
pub mod front_matter;
mod issue;
mod jsonc;
pub(crate) mod merge;
mod migrate;
mod read;
mod schema;
mod skills;
mod sources;
mod substitute;

use std::path::PathBuf;

use opencode_types::Config;
use serde::Deserialize;
use serde_json::{Map, Value, json};

pub use error::ConfigError;
pub use issue::Issue;
pub use jsonc::{Position, Step};
pub use skills::Skill;
pub use sources::Sources;

use crate::paths::Environment;
use schema::SCHEMAS;
use sources::{Source, Text};

/// The merged configuration of a directory.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// As `GET /config` answers it.
    pub config: Config,
    /// The same as JSON, with its members in the order of the sources: the rules of permissions depend on it.
    pub raw: Value,
    /// Configuration directories that exist, in order: the global one, each `.opencode`, `OPENCODE_CONFIG_DIR`. Skills,
    /// tools and themes live there too.
    pub directories: Vec<PathBuf>,
    /// Every file that contributed, in order.
    pub files: Vec<PathBuf>,
    /// Not part of the answer, but found in the same places.
    pub skills: Vec<Skill>,
}

/// Loads the configuration of a directory.
///
/// # Errors
/// [`ConfigError`] for the first source that cannot be used.
pub fn load(sources: &Sources<'_>) -> Result<Loaded, ConfigError> {
    let environment = sources.environment;
    let mut merged = Merged::default();
    for source in sources.in_order() {
        merged.add(&source, environment)?;
    }
    let permission = environment.var("OPENCODE_PERMISSION").map(override_permission).transpose()?;
    migrate::whole(&mut merged.config, permission);
    fill_defaults(&mut merged.config, environment);
    let raw = Value::Object(merged.config);
    let skills = skills::find(sources, &merged.directories, &raw);
    Ok(Loaded { config: typed(&raw)?, raw, directories: merged.directories, files: merged.files, skills })
}

/// The merged global files.
#[derive(Clone, Debug)]
pub struct Global {
    /// As `GET /global/config` answers it.
    pub config: Config,
    /// The same as JSON, with its members in the order of the files.
    pub raw: Value,
}

/// Loads the global files only, without defaults.
///
/// # Errors
/// [`ConfigError`] for the first file that cannot be used.
pub fn load_global(environment: &Environment) -> Result<Global, ConfigError> {
    let mut merged = Merged::default();
    for source in sources::global(environment) {
        merged.add(&source, environment)?;
    }
    let raw = Value::Object(merged.config);
    Ok(Global { config: typed(&raw)?, raw })
}

/// What the sources so far say together.
#[derive(Default)]
struct Merged {
    config: Map<String, Value>,
    directories: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Merged {
    fn add(&mut self, source: &Source, environment: &Environment) -> Result<(), ConfigError> {
        match source {
            Source::Text(text) => {
                if let Some(config) = parse(text, environment)? {
                    merge::lay_over(&mut self.config, config);
                    self.files.extend(text.file());
                }
            }
            Source::Markdown(directory) => {
                if directory.is_dir() {
                    let config = folders::markdown(directory, &mut self.files)?;
                    merge::lay_over(&mut self.config, config);
                    self.directories.push(directory.clone());
                }
            }
        }
        Ok(())
    }
}

/// One source from its text to a checked and migrated object; `None` if it does not exist or is empty.
fn parse(source: &Text, environment: &Environment) -> Result<Option<Map<String, Value>>, ConfigError> {
    let name = source.name();
    let Some(text) = source.read().map_err(|error| unreadable(name.clone(), &error))? else {
        return Ok(None);
    };
    let substituted = substitute::substitute(&text, source.folder(), environment).map_err(|bad| {
        let position = Position::of(&text, bad.offset);
        ConfigError::Invalid {
            path: name.clone(),
            message: format!("{} ({position})", bad.message),
            issues: Vec::new(),
        }
    })?;
    let original = |offset| substituted.original_offset(offset);
    let parsed = jsonc::parse(&substituted.text)
        .map_err(|error| ConfigError::syntax(name.clone(), &text, original(error.offset), &error.message))?;
    let Some(value) = parsed else { return Ok(None) };
    let issues = SCHEMAS.check(&value);
    match value {
        Value::Object(mut config) if issues.is_empty() => {
            migrate::source(&mut config);
            Ok(Some(config))
        }
        _ => Err(ConfigError::issues(name, issues, |issue| {
            Some(Position::of(&text, original(jsonc::locate(&substituted.text, &issue.path))))
        })),
    }
}

fn unreadable(path: String, error: &std::io::Error) -> ConfigError {
    ConfigError::Json { path, message: format!("cannot be read: {error}") }
}

/// `OPENCODE_PERMISSION`: JSON of the section `permission`.
fn override_permission(text: &str) -> Result<Value, ConfigError> {
    let path = "OPENCODE_PERMISSION".to_owned();
    let permission = jsonc::parse(text)
        .map_err(|error| ConfigError::syntax(path.clone(), text, error.offset, &error.message))?
        .unwrap_or_else(|| json!({}));
    let issues = SCHEMAS.check(&json!({"permission": permission}));
    if issues.is_empty() { Ok(permission) } else { Err(ConfigError::issues(path, issues, |_| None)) }
}

/// What clients expect to find in every configuration.
fn fill_defaults(config: &mut Map<String, Value>, environment: &Environment) {
    for section in ["agent", "mode", "command"] {
        config.entry(section).or_insert_with(|| json!({}));
    }
    config.entry("plugin").or_insert_with(|| json!([]));
    config.entry("username").or_insert_with(|| Value::from(environment.username()));
    if let Value::Object(keybinds) = config.entry("keybinds").or_insert_with(|| json!({})) {
        for (name, default) in SCHEMAS.keybinds() {
            keybinds.entry(name).or_insert_with(|| default.clone());
        }
    }
}

/// Each source fits the contract, and the merge keeps apart what does not mix; should a newer contract bring another such
/// case, it is told.
fn typed(raw: &Value) -> Result<Config, ConfigError> {
    Config::deserialize(raw).map_err(|error| ConfigError::Invalid {
        path: "merged configuration".to_owned(),
        message: format!("the sources do not fit together: {error}"),
        issues: SCHEMAS.check(raw),
    })
}

#[cfg(test)]
mod tests;
