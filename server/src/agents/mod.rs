//! The agents of an instance: the built-in ones, changed and joined by those of the configuration.
//!
//! [`Agents`] is made once at the start of an instance and never changes. What an agent *does* is the business of the run
//! that uses it; whether it may is decided in [`matcher`].

pub mod matcher;
mod native;
mod rules;

use std::path::Path;

use opencode_types::{Agent, AgentMode as Mode, AgentModel, Number, PermissionRule};
use serde_json::{Map, Value};

pub use native::{BUILD_AFTER_PLAN_REMINDER, PLAN_REMINDER};

use crate::config::Skill;
use crate::paths::Environment;
use rules::{Allow, Deny, EXTERNAL};

/// What the list is made from.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    pub environment: &'a Environment,
    /// Absolute; `/` outside of a repository.
    pub worktree: &'a Path,
    /// The merged configuration as JSON: the order of its permissions counts.
    pub config: &'a Value,
    /// The skills found: every agent may read their folders.
    pub skills: &'a [Skill],
}

/// The agents in the order that clients show them: the default one, the built-in ones, then those of the configuration.
#[derive(Clone, Debug)]
pub struct Agents {
    list: Vec<Agent>,
    default: Option<usize>,
}

impl Agents {
    pub fn new(origin: &Origin<'_>) -> Self {
        let environment = origin.environment;
        let base = rules::base(environment, origin.skills);
        let of_all: Vec<PermissionRule> =
            rules::configured(origin.config.get("permission"), environment).collect();
        let mut entries: Vec<(String, Agent)> = Vec::new();
        for mut agent in native::agents(&base, origin.worktree, environment) {
            agent.permission.0.extend(of_all.iter().cloned());
            entries.push((agent.name.clone(), agent));
        }
        for (key, config) in section(origin.config, "agent") {
            let present = entries.iter().position(|(name, _)| name == key);
            if config.get("disable") == Some(&Value::Bool(true)) {
                present.map(|index| entries.remove(index));
                continue;
            }
            let index = present.unwrap_or_else(|| {
                let permission = base.iter().chain(&of_all).cloned().collect();
                let agent = Agent { native: Some(false), ..native::empty(key, Mode::All, permission) };
                entries.push((key.clone(), agent));
                entries.len() - 1
            });
            configure(&mut entries[index].1, config, environment);
        }
        let mut list: Vec<Agent> = entries.into_iter().map(|(_, agent)| agent).collect();
        let tool_output = rules::tool_output(environment);
        list.iter_mut().for_each(|agent| keep_tool_output(&mut agent.permission.0, &tool_output));
        let wanted = origin.config.get("default_agent").and_then(Value::as_str);
        list.sort_by_key(|agent| agent.name != wanted.unwrap_or("build"));
        let default = default(&list, wanted);
        Self { list, default }
    }

    /// All of them, also the hidden ones.
    pub fn list(&self) -> &[Agent] {
        &self.list
    }

    pub fn get(&self, name: &str) -> Option<&Agent> {
        self.list.iter().find(|agent| agent.name == name)
    }

    /// The agent of a prompt that names none: the configured `default_agent` if a person could choose it, else `build`,
    /// else the first that a person could choose. `None` if the configuration disables them all.
    pub fn default_agent(&self) -> Option<&Agent> {
        self.default.map(|index| &self.list[index])
    }
}

fn default(list: &[Agent], wanted: Option<&str>) -> Option<usize> {
    let choosable = |agent: &Agent| agent.mode != Mode::Subagent && agent.hidden != Some(true);
    let named = |name: &str| list.iter().position(|agent| agent.name == name && choosable(agent));
    wanted.and_then(named).or_else(|| named("build")).or_else(|| list.iter().position(choosable))
}

/// Lays the configuration of one agent over it. Every member has the kind the contract gives it: the configuration is
/// checked when it is loaded.
fn configure(agent: &mut Agent, config: &Map<String, Value>, environment: &Environment) {
    let text = |key: &str| config.get(key).and_then(Value::as_str).map(str::to_owned);
    let number = |key: &str| config.get(key).and_then(Value::as_f64).map(Number);
    if let Some(model) = text("model") {
        let (provider, model) = model.split_once('/').unwrap_or((&model, ""));
        agent.model = Some(AgentModel { provider_id: provider.to_owned(), model_id: model.to_owned() });
    }
    if let Some(name) = text("name") {
        agent.name = name;
    }
    if let Some(mode) = text("mode").and_then(|mode| mode.parse().ok()) {
        agent.mode = mode;
    }
    let given = |new: Option<String>, old: &mut Option<String>| *old = new.or(old.take());
    given(text("variant"), &mut agent.variant);
    given(text("prompt"), &mut agent.prompt);
    given(text("description"), &mut agent.description);
    given(text("color"), &mut agent.color);
    agent.temperature = number("temperature").or(agent.temperature);
    agent.top_p = number("top_p").or(agent.top_p);
    agent.hidden = config.get("hidden").and_then(Value::as_bool).or(agent.hidden);
    agent.steps = config.get("steps").and_then(Value::as_i64).or(agent.steps);
    if let Some(Value::Object(options)) = config.get("options") {
        agent.options.extend(options.clone());
    }
    agent.permission.0.extend(rules::configured(config.get("permission"), environment));
}

/// A general rule about other directories must not hide the outputs that the server itself refers to; only one about that
/// very folder does.
fn keep_tool_output(rules: &mut Vec<PermissionRule>, pattern: &str) {
    let denied = rules
        .iter()
        .any(|rule| rule.permission == EXTERNAL && rule.pattern == pattern && rule.action == Deny);
    if !denied {
        rules.push(rules::rule(EXTERNAL, pattern, Allow));
    }
}

fn section<'a>(config: &'a Value, name: &str) -> impl Iterator<Item = (&'a String, &'a Map<String, Value>)> {
    let members = config.get(name).and_then(Value::as_object).into_iter().flatten();
    members.filter_map(|(key, value)| Some((key, value.as_object()?)))
}

#[cfg(test)]
mod tests;
