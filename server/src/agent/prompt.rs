//! A prompt comes in: who answers it is settled, its parts are made, and it is stored.
//!
//! Answering it is the business of `runs`. Start from [`accept`].

use opencode_types::{
    Agent, Message, OutputFormat, Part, PermissionAction, PermissionRule, PermissionRuleset, Session,
    SessionPromptBody, UserMessage, UserMessageModel, UserMessageTime,
};

use super::failure::Error;
use super::wire::{self, Place, now};
use super::work::Work;
use super::{input, resolve, structured};
use crate::ids::{MessageId, SessionId};
use crate::provider::catalogue::{ModelRef, ResolvedModel};
use crate::store::Change;

/// A stored prompt.
pub struct Accepted {
    pub message: UserMessage,
    /// All parts of the message, also those of an earlier prompt with the same id.
    pub parts: Vec<Part>,
    /// Why it can't be answered, although it is stored: its model is unknown.
    pub refused: Option<Error>,
}

/// Stores a prompt as a user message.
///
/// # Errors
/// An unknown session or agent, no provider at all, an id that is used elsewhere, a negative number of retries, and
/// failures of the store; nothing is stored then.
pub async fn accept(work: &Work, session: &SessionId, body: SessionPromptBody) -> Result<Accepted, Error> {
    if work.store.session(session).await?.is_none() {
        return Err(Error::UnknownSession(session.to_string()));
    }
    let agent = resolve::agent(&work.agents, body.agent.as_deref())?;
    let last = match (&body.model, &agent.model) {
        (None, None) => work.store.last_user_message(session).await?.map(|user| resolve::of_message(&user)),
        _ => None,
    };
    let named = body.model.map(|model| ModelRef { provider: model.provider_id, model: model.model_id });
    let model = resolve::model(named, agent, last, &work.catalogue)?;
    let found = resolve::find(&work.catalogue, &model);
    let variant = body.variant.or_else(|| own_variant(agent, found.as_ref().ok()?));
    let refused = found.err();

    let id = match &body.message_id {
        Some(given) => MessageId::parse("messageID", given)?,
        None => MessageId::generate(),
    };
    let earlier = match &body.message_id {
        Some(_) => work.store.message(session, &id).await?,
        None => None,
    };
    let place = Place { session: session.to_string(), message: id.to_string() };
    let made = input::parts(body.parts, &place).await;
    let created = earlier.as_ref().and_then(|earlier| match &earlier.info {
        Message::User(user) => Some(user.time.created),
        _ => None,
    });
    let message = UserMessage {
        id: id.into(),
        session_id: session.to_string(),
        role: Default::default(),
        time: UserMessageTime { created: created.unwrap_or_else(now) },
        agent: agent.name.clone(),
        model: UserMessageModel { provider_id: model.provider, model_id: model.model },
        format: body.format.map(with_retries).transpose()?,
        summary: None,
        system: body.system,
        tools: body.tools.clone(),
        variant,
    };
    let mut changes = vec![Change::Message(Message::User(message.clone()))];
    changes.extend(made.parts.iter().cloned().map(Change::Part));
    changes.push(touch(session, body.tools.into_iter().flatten().collect()));
    work.commit(changes).await?;
    for problem in made.problems {
        work.publish(&wire::error_event(session, problem));
    }
    let mut parts = earlier.map(|earlier| earlier.parts).unwrap_or_default();
    parts.extend(made.parts);
    Ok(Accepted { message, parts, refused })
}

/// The variant an agent asks for, if the model has it.
fn own_variant(agent: &Agent, model: &ResolvedModel) -> Option<String> {
    let variants = model.info.variants.as_ref()?;
    agent.variant.clone().filter(|name| variants.contains_key(name))
}

/// Clients expect the number of retries to be stored, also where it is the default one.
fn with_retries(mut format: OutputFormat) -> Result<OutputFormat, Error> {
    if let OutputFormat::JsonSchema(format) = &mut format {
        let retries = *format.retry_count.get_or_insert(structured::RETRIES);
        if retries < 0 {
            return Err(Error::Retries(retries));
        }
    }
    Ok(format)
}

/// The session was used just now. Tools that the prompt switches on or off stay so, as rules of the session.
fn touch(session: &SessionId, tools: Vec<(String, bool)>) -> Change {
    let time = now();
    Change::edit_session(session.clone(), move |session: &mut Session| {
        session.time.updated = time;
        if tools.is_empty() {
            return;
        }
        let rules = tools.into_iter().map(|(permission, allowed)| PermissionRule {
            permission,
            pattern: "*".to_owned(),
            action: if allowed { PermissionAction::Allow } else { PermissionAction::Deny },
        });
        let held = session.permission.get_or_insert_with(|| PermissionRuleset(Vec::new()));
        held.0.extend(rules);
    })
}
