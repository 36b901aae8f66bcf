//! A prompt that can be found again, by an id that its first text was given: [`mark`] it, then ask for the [`state`].
//!
//! Ids of messages must ascend by the server's clock, and a client has no business there; those of parts must not.

use std::hash::{BuildHasher as _, RandomState};
use std::time::SystemTime;

use opencode_types::{
    Part, SessionMessagesResponseItem, SessionPromptBody, SessionPromptBodyPartsItem, SessionStatus,
};

use super::{Conversation, idle};
use crate::Error;
use crate::events::{MESSAGES, Pending};

/// Whether nothing runs, the session's messages, and what it and its subagents wait for.
pub(super) async fn state(
    conversation: &Conversation,
    part_id: &str,
) -> Result<(bool, Vec<SessionMessagesResponseItem>, Pending), Error> {
    let Conversation { client, session_id, .. } = conversation;
    // In this order: what a run leaves behind is there when its status is idle.
    let idle = matches!(client.status_of(session_id).await?, SessionStatus::Idle(_));
    let newest = client.session().messages(session_id).limit(MESSAGES as f64).send().await?.into_inner();
    let messages = match newest.len() < MESSAGES || newest.iter().any(|message| is_ours(message, part_id)) {
        true => newest,
        false => client.session().messages(session_id).send().await?.into_inner(),
    };
    Ok((idle, messages, idle::pending_below(client, session_id).await?))
}

/// Whether this is the prompt whose first text has this id.
pub(super) fn is_ours(message: &SessionMessagesResponseItem, part_id: &str) -> bool {
    message.parts.iter().any(|part| matches!(part, Part::Text(part) if part.id == part_id))
}

/// Gives the first text an id of our own, so that the prompt can be found among the session's messages.
pub(super) fn mark(body: &mut SessionPromptBody) -> String {
    let text = body.parts.iter_mut().find_map(|part| match part {
        SessionPromptBodyPartsItem::Text(part) => Some(part),
        _ => None,
    });
    match text {
        Some(part) => part.id.get_or_insert_with(new_part_id).clone(),
        // The caller took the text out; the answer can then not be found again, but for the prompt's own.
        None => String::new(),
    }
}

/// `prt_`, the time as servers write it, and chance. Parts of a message are in order of their ids.
fn new_part_id() -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_millis() as u64;
    let (first, second) = (RandomState::new().hash_one(now), RandomState::new().hash_one(now));
    let time = (now << 12) & 0xffff_ffff_ffff;
    format!("prt_{time:012x}{:07x}{:07x}", first & 0xfff_ffff, second & 0xfff_ffff)
}
