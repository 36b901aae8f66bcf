//! The title of a session, made once by a small model from the first prompt.
//!
//! Whether a session needs one is decided in [`wanted`]; what the model answered becomes a title in [`from_answer`].
//! The call runs beside the first turn, in a task that `drive` starts. Start from [`make`].

use futures::StreamExt as _;
use opencode_types::{Agent, Message, Part, Session, SessionMessagesResponseItem};

use super::failure::Failure;
use super::wire::now;
use super::work::Work;
use crate::ids::SessionId;
use crate::provider::catalogue::ResolvedModel;
use crate::provider::{ChatMessage, LanguageModel as _, ModelRequest, StreamEvent};
use crate::store::Change;

/// Characters of a title at most.
const LENGTH: usize = 100;
/// Bytes of an answer that are looked at for a title.
const ANSWER: usize = 64 * 1024;

/// The request put before the person's text.
pub const REQUEST: &str = "Generate a title for the conversation that begins with the following message:";

/// Whether `session` still needs a title: it has the one it was created with, no parent, and exactly one message
/// that a person wrote.
pub fn wanted(session: &Session, history: &[SessionMessagesResponseItem]) -> bool {
    let written = history.iter().filter(|message| is_written(message)).count();
    session.parent_id.is_none() && is_default(&session.title) && written == 1
}

/// A user message with something in it that the server didn't add itself.
fn is_written(message: &SessionMessagesResponseItem) -> bool {
    let synthetic = |part: &Part| matches!(part, Part::Text(text) if text.synthetic == Some(true));
    matches!(message.info, Message::User(_)) && !message.parts.iter().all(synthetic)
}

/// `New session - ` or `Child session - ` and an ISO time, as sessions are titled at their creation.
fn is_default(title: &str) -> bool {
    let time = title.strip_prefix("New session - ").or_else(|| title.strip_prefix("Child session - "));
    let form = "0000-00-00T00:00:00.000Z";
    time.is_some_and(|time| {
        time.len() == form.len()
            && time.bytes().zip(form.bytes()).all(|(have, want)| match want {
                b'0' => have.is_ascii_digit(),
                _ => have == want,
            })
    })
}

/// The title in a model's answer: its first line with text in it, without what the model thought aloud, cut to 100
/// characters. `None` if nothing is left.
pub fn from_answer(answer: &str) -> Option<String> {
    let spoken = without_thoughts(answer);
    let line = spoken.lines().map(str::trim).find(|line| !line.is_empty())?;
    if line.chars().count() <= LENGTH {
        return Some(line.to_owned());
    }
    let cut: String = line.chars().take(LENGTH - 3).collect();
    Some(format!("{cut}..."))
}

/// Asks `model` for a title and gives it to the session, if that still has the one it was created with.
///
/// # Errors
/// Whatever the model or the store failed with; the session is unchanged then.
pub async fn make(work: &Work, task: Task) -> Result<(), Failure> {
    let request = ModelRequest {
        system: task.agent.prompt.clone().into_iter().collect(),
        messages: vec![ChatMessage::user(REQUEST), ChatMessage::user(task.text)],
        temperature: task
            .agent
            .temperature
            .map(f64::from)
            .filter(|_| task.model.info.capabilities.temperature),
        top_p: task.agent.top_p.map(f64::from),
        max_output_tokens: Some(task.model.max_output_tokens()),
        options: task.model.options(&task.agent.options, task.agent.variant.as_deref()),
        ..ModelRequest::default()
    };
    let mut stream = task.model.stream(&request).await.map_err(Failure::Model)?;
    let mut answer = String::new();
    while let Some(event) = stream.next().await {
        match event.map_err(Failure::Model)? {
            StreamEvent::TextDelta(piece) if answer.len() < ANSWER => answer.push_str(&piece),
            _ => {}
        }
    }
    let Some(title) = from_answer(&answer) else { return Ok(()) };
    let named = Change::edit_session(task.session, move |session: &mut Session| {
        if is_default(&session.title) {
            session.title = title;
            session.time.updated = now();
        }
    });
    work.commit(vec![named]).await.map_err(Failure::Store)
}

/// What a title is made of.
pub struct Task {
    pub session: SessionId,
    /// The agent `title`: its prompt and temperature hold.
    pub agent: Agent,
    pub model: ResolvedModel,
    /// What the person wrote.
    pub text: String,
}

/// What the person wrote in `parts`; the names of files stand for them where nothing else does.
pub fn written(parts: &[Part]) -> String {
    let texts = parts.iter().filter_map(|part| match part {
        Part::Text(part) if part.synthetic != Some(true) && part.ignored != Some(true) => {
            Some(part.text.as_str())
        }
        Part::Subtask(part) => Some(part.prompt.as_str()),
        _ => None,
    });
    let texts: Vec<&str> = texts.filter(|text| !text.trim().is_empty()).collect();
    if !texts.is_empty() {
        return texts.join("\n");
    }
    let names = parts.iter().filter_map(|part| match part {
        Part::File(part) => part.filename.as_deref(),
        _ => None,
    });
    names.collect::<Vec<&str>>().join("\n")
}

/// Removes `<think>…</think>` blocks; an unclosed one reaches to the end.
fn without_thoughts(answer: &str) -> String {
    let mut spoken = String::with_capacity(answer.len());
    let mut rest = answer;
    while let Some((before, after)) = rest.split_once("<think>") {
        spoken.push_str(before);
        rest = after.split_once("</think>").map_or("", |(_, after)| after);
    }
    spoken.push_str(rest);
    spoken
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_first_line_of_the_answer_is_the_title() {
        assert_eq!(from_answer("Fix the login\nbecause"), Some("Fix the login".to_owned()));
        assert_eq!(from_answer("\n  \n  Second  \nx"), Some("Second".to_owned()));
        assert_eq!(from_answer("<think>\nhm\n</think>\n\nTitle"), Some("Title".to_owned()));
        assert_eq!(from_answer("<think>never closed"), None);
        assert_eq!(from_answer("  \n"), None);
    }

    #[test]
    fn long_titles_are_cut_at_a_hundred_characters() {
        assert_eq!(from_answer(&"ä".repeat(100)), Some("ä".repeat(100)));
        assert_eq!(from_answer(&"ä".repeat(101)), Some(format!("{}...", "ä".repeat(97))));
    }

    fn session(title: &str, parent: Option<&str>) -> Session {
        let mut session = json!({
            "id": "ses_1", "slug": "a-b", "projectID": "global", "directory": "/p", "title": title,
            "version": "1.2.6", "time": {"created": 1, "updated": 1},
        });
        if let Some(parent) = parent {
            session["parentID"] = json!(parent);
        }
        serde_json::from_value(session).expect("a session of the contract's form")
    }

    fn user(synthetic: bool) -> SessionMessagesResponseItem {
        serde_json::from_value(json!({
            "info": {"id": "msg_1", "sessionID": "ses_1", "role": "user", "time": {"created": 1}, "agent": "build",
                     "model": {"providerID": "p", "modelID": "m"}},
            "parts": [{"id": "prt_1", "sessionID": "ses_1", "messageID": "msg_1", "type": "text", "text": "x",
                       "synthetic": synthetic}],
        }))
        .expect("a message of the contract's form")
    }

    #[test]
    fn only_an_untitled_session_with_one_written_message_wants_a_title() {
        let fresh = session("New session - 2026-11-20T22:08:48.955Z", None);
        assert!(wanted(&fresh, &[user(false)]));
        assert!(wanted(&fresh, &[user(false), user(true)]));
        assert!(!wanted(&fresh, &[user(true)]));
        assert!(!wanted(&fresh, &[user(false), user(false)]));
        assert!(!wanted(&session("New session - today", None), &[user(false)]));
        assert!(!wanted(&session("My work", None), &[user(false)]));
        assert!(!wanted(&session("Child session - 2026-11-20T22:08:48.955Z", Some("ses_0")), &[user(false)]));
    }
}
