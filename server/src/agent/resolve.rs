//! Which agent and which model answer a prompt.
//!
//! What agents and models there are is decided by the configuration (`agents`, `provider`). Start from [`agent`] and
//! [`model`].

use opencode_types::{Agent, UserMessage};

use super::failure::Error;
use crate::agents::Agents;
use crate::provider::catalogue::{Catalogue, ModelRef, ResolvedModel};

/// The agent a prompt names, else the default one.
///
/// # Errors
/// [`Error::UnknownAgent`], with the names there are.
pub fn agent<'a>(agents: &'a Agents, named: Option<&str>) -> Result<&'a Agent, Error> {
    let found = named.map_or_else(|| agents.default_agent(), |name| agents.get(name));
    found.ok_or_else(|| Error::UnknownAgent {
        name: named.unwrap_or("(default)").to_owned(),
        known: agents
            .list()
            .iter()
            .filter(|agent| agent.hidden != Some(true))
            .map(|agent| agent.name.clone())
            .collect(),
    })
}

/// The model of a prompt: the one it names, else its agent's, else that of the session's last prompt, else the
/// default of the configuration and the providers.
///
/// # Errors
/// [`Error::NoProvider`] if there is none at all.
pub fn model(
    named: Option<ModelRef>,
    agent: &Agent,
    last: Option<ModelRef>,
    catalogue: &Catalogue,
) -> Result<ModelRef, Error> {
    let chosen = named.or_else(|| own(agent)).or(last);
    Ok(chosen.map_or_else(|| catalogue.default_model(), Ok)?)
}

/// The model an agent asks for.
pub fn own(agent: &Agent) -> Option<ModelRef> {
    let model = agent.model.as_ref()?;
    Some(ModelRef { provider: model.provider_id.clone(), model: model.model_id.clone() })
}

/// The model a message was written for.
pub fn of_message(user: &UserMessage) -> ModelRef {
    ModelRef { provider: user.model.provider_id.clone(), model: user.model.model_id.clone() }
}

/// The model behind a name.
///
/// # Errors
/// [`Error::UnknownModel`], with names that are close to it.
pub fn find(catalogue: &Catalogue, model: &ModelRef) -> Result<ResolvedModel, Error> {
    Ok(catalogue.model(model)?)
}
