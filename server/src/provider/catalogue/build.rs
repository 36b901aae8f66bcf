//! Puts a catalogue together. The tables say what there is; configuration adds to them and excludes; a provider
//! is usable if configuration names it or a key is at hand. Start from [`build`].

use indexmap::{IndexMap, IndexSet};
use opencode_types::{Model, ModelStatus, Provider, ProviderSource};
use serde_json::{Map, Value, json};

use super::described::{self, Described, DescribedProvider};
use super::keys::Keys;
use super::model::{self, Home};
use super::wire::{self, Wire};
use super::{Catalogue, CatalogueError, CatalogueSources, Entry, ModelRef};
use crate::config::merge::merge;
use crate::provider::scripted;

pub(super) fn build(sources: &CatalogueSources<'_>) -> Result<Catalogue, CatalogueError> {
    let configured = described::from_config(sources.config)?;
    let mut known = Described::new();
    if sources.scripted.is_some() {
        known.insert(scripted::PROVIDER.to_owned(), scripted_provider());
    }
    known.extend(described::built_in());
    if let Some(path) = sources.environment.var("OPENCODE_MODELS_PATH") {
        known.extend(described::from_file(&sources.environment.absolute(path))?);
    }
    let mut builder =
        Builder { sources, keys: Keys::new(sources.environment, sources.auth), problems: Vec::new() };
    builder
        .problems
        .extend(builder.keys.unused().map(|id| format!("{id}: this kind of login is not used yet")));

    let scripted = known.keys().filter(|id| builder.is_scripted(id));
    // The first place of an id counts.
    let order: IndexSet<&String> = scripted.chain(configured.keys()).chain(known.keys()).collect();
    let allowed: Vec<_> = order.into_iter().filter(|id| builder.is_allowed(id)).collect();
    let mut entries = IndexMap::new();
    for id in allowed {
        if let Some(entry) = builder.entry(id, known.get(id), configured.get(id)) {
            entries.insert(id.clone(), entry);
        }
    }
    entries.sort_by(|_, one, _, other| other.usable.cmp(&one.usable));
    Ok(Catalogue {
        wanted: wanted(sources, &entries),
        small: sources.config.small_model.as_deref().and_then(ModelRef::parse),
        entries,
        problems: builder.problems,
    })
}

struct Builder<'a> {
    sources: &'a CatalogueSources<'a>,
    keys: Keys<'a>,
    problems: Vec<String>,
}

impl Builder<'_> {
    fn is_allowed(&self, id: &str) -> bool {
        let lists =
            |list: &Option<Vec<String>>| list.as_ref().map(|list| list.iter().any(|listed| listed == id));
        let config = self.sources.config;
        // Whoever starts the server with the scripted model wants it, whatever else is enabled.
        let enabled = lists(&config.enabled_providers).unwrap_or(true) || self.is_scripted(id);
        enabled && !lists(&config.disabled_providers).unwrap_or(false)
    }

    fn is_scripted(&self, id: &str) -> bool {
        self.sources.scripted.is_some() && id == scripted::PROVIDER
    }

    /// `None` for a provider of which no model is left.
    fn entry(
        &mut self,
        id: &str,
        known: Option<&DescribedProvider>,
        configured: Option<&DescribedProvider>,
    ) -> Option<Entry> {
        let nothing = DescribedProvider::default();
        let (base, over) = (known.unwrap_or(&nothing), configured.unwrap_or(&nothing));
        let options = laid_over(&base.options, &over.options);
        let mut models = self.models(id, base, over, &options);
        models.retain(|id, model| self.is_offered(id, model, over));

        let env = over.env.as_ref().or(base.env.as_ref()).cloned().unwrap_or_default();
        let found = self.keys.find(id, &env);
        let source = if self.is_scripted(id) {
            Some(ProviderSource::Custom)
        } else if configured.is_some() {
            Some(ProviderSource::Config)
        } else {
            found.source
        };
        let is_askable = |model: &Model| Wire::of(&model.api.npm).is_some();
        // Models that nobody named and that we cannot ask are no offer, even with a key for them.
        let usable = source.is_some() && (configured.is_some() || models.values().any(is_askable));
        if usable && configured.is_none() {
            models.retain(|_, model| is_askable(model));
        }
        if models.is_empty() {
            return None;
        }
        let stated_key = options.get("apiKey").and_then(Value::as_str).filter(|key| !key.is_empty());
        let access = wire::Access {
            transport: self.sources.transport.clone(),
            scripted: self.sources.scripted.cloned(),
            key: stated_key.map(str::to_owned).or(found.key),
            options: options.clone(),
        };
        let provider = Provider {
            id: id.to_owned(),
            name: over.name.as_ref().or(base.name.as_ref()).map_or(id, String::as_str).to_owned(),
            env,
            // The real server shows keys here. No client needs them, so they stay inside.
            key: None,
            options,
            models,
            source: source.unwrap_or(ProviderSource::Custom),
        };
        let npm = over.npm.clone().or_else(|| base.npm.clone());
        let api = over.api.clone().or_else(|| base.api.clone());
        Some(Entry { provider, usable, npm, api, access })
    }

    fn models(
        &mut self,
        id: &str,
        base: &DescribedProvider,
        over: &DescribedProvider,
        options: &Map<String, Value>,
    ) -> IndexMap<String, Model> {
        let url =
            |described: &DescribedProvider| described.api.as_deref().map(|url| self.keys.substituted(url));
        let (base_url, over_url) = (url(base), url(over));
        let mut models = IndexMap::new();
        let home = Home { provider: id, npm: base.npm.as_deref(), url: base_url.as_deref() };
        for (model, description) in &base.models {
            self.add(&mut models, model, home, None, description);
        }
        let stated = Home { provider: id, npm: over.npm.as_deref(), url: over_url.as_deref() };
        let configured_url = options.get("baseURL").and_then(Value::as_str);
        let whole =
            Home { npm: stated.npm.or(home.npm), url: stated.url.or(configured_url).or(home.url), ..stated };
        for (model, description) in &over.models {
            let known = models.get(description["id"].as_str().unwrap_or(model)).cloned();
            // A known model keeps its own place where configuration states none.
            let home = if known.is_some() { stated } else { whole };
            self.add(&mut models, model, home, known.as_ref(), description);
        }
        models
    }

    fn add(
        &mut self,
        models: &mut IndexMap<String, Model>,
        id: &str,
        home: Home<'_>,
        known: Option<&Model>,
        description: &Value,
    ) {
        match model::describe(id, home, known, description) {
            Ok(model) => {
                models.insert(id.to_owned(), model);
            }
            Err(error) => self.problems.push(format!("{}/{id}: {error}", home.provider)),
        }
    }

    fn is_offered(&self, id: &str, model: &Model, configured: &DescribedProvider) -> bool {
        let listed = |list: &[String]| list.iter().any(|listed| listed == id);
        let experimental = self.sources.environment.switch("OPENCODE_ENABLE_EXPERIMENTAL_MODELS");
        let is_stable = match model.status {
            ModelStatus::Alpha => experimental,
            ModelStatus::Deprecated => false,
            _ => true,
        };
        is_stable && configured.whitelist.as_deref().is_none_or(listed) && !listed(&configured.blacklist)
    }
}

fn laid_over(base: &Map<String, Value>, over: &Map<String, Value>) -> Map<String, Value> {
    let mut merged = Value::Object(base.clone());
    merge(&mut merged, over.clone().into());
    match merged {
        Value::Object(merged) => merged,
        _ => unreachable!("objects merge to an object"),
    }
}

/// The models that a prompt without a model means, best first: the configured one, then the one used last.
fn wanted(sources: &CatalogueSources<'_>, entries: &IndexMap<String, Entry>) -> Vec<ModelRef> {
    // A name that is none is kept too: it will not be found, and the user reads so.
    let named = |name: &String| {
        let odd = || ModelRef { provider: name.clone(), model: String::new() };
        ModelRef::parse(name).unwrap_or_else(odd)
    };
    let exists = |name: &ModelRef| {
        let entry = entries.get(&name.provider).filter(|entry| entry.usable);
        entry.is_some_and(|entry| entry.provider.models.contains_key(&name.model))
    };
    // The terminal client keeps this file; without it, or with a broken one, nothing was used yet.
    let state = std::fs::read(sources.environment.state.join("model.json")).unwrap_or_default();
    let state: Value = serde_json::from_slice(&state).unwrap_or_default();
    let recent = state["recent"].as_array().into_iter().flatten().filter_map(|used| {
        let member = |name: &str| Some(used[name].as_str()?.to_owned());
        Some(ModelRef { provider: member("providerID")?, model: member("modelID")? })
    });
    sources.config.model.iter().map(named).chain(recent.filter(exists)).collect()
}

fn scripted_provider() -> DescribedProvider {
    let description = json!({
        "name": "Scripted 1",
        "attachment": true, "reasoning": true, "temperature": true, "tool_call": true,
        "modalities": {"input": ["text", "image", "pdf"], "output": ["text"]},
        "limit": {"context": 200_000, "output": 32_000},
    });
    DescribedProvider {
        name: Some("Scripted model".to_owned()),
        npm: Some(wire::SCRIPTED.to_owned()),
        models: scripted::MODELS.map(|model| (model.to_owned(), description.clone())).into(),
        ..DescribedProvider::default()
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
