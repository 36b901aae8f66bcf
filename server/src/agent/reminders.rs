//! What a model is reminded of beside the person's words, depending on the agent. It is told and never stored.
//!
//! The texts belong to the agents (`crate::agents`). Start from [`remind`].

use opencode_types::{Agent, Message, SessionMessagesResponseItem, UserMessage};

use crate::agents::{BUILD_AFTER_PLAN_REMINDER, PLAN_REMINDER};
use crate::provider::{ChatMessage, Content, Role};

/// Adds the reminder of `agent`, if it has one, to the last thing the person said.
pub fn remind(
    turns: &mut [ChatMessage],
    agent: &Agent,
    user: &UserMessage,
    history: &[SessionMessagesResponseItem],
) {
    let reminder = match agent.name.as_str() {
        "plan" => PLAN_REMINDER,
        "build" if answered_before(user, history) == Some("plan") => BUILD_AFTER_PLAN_REMINDER,
        _ => return,
    };
    if let Some(last) = turns.iter_mut().rev().find(|turn| turn.role == Role::User) {
        last.content.push(Content::Text(reminder.to_owned()));
    }
}

/// The agent that gave the last answer before this prompt.
fn answered_before<'a>(user: &UserMessage, history: &'a [SessionMessagesResponseItem]) -> Option<&'a str> {
    history.iter().rev().find_map(|message| match &message.info {
        Message::Assistant(answer) if answer.parent_id != user.id => Some(answer.agent.as_str()),
        _ => None,
    })
}
