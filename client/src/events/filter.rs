//! Which events a stream is about, found without decoding them: [`Filter`].
//!
//! Only the type, the names of sessions and what lies around them is read; everything else is passed over unread, and
//! nothing is allocated. Decoding is for those events that pass.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Deserialize;

/// Lets through what concerns some sessions, and the beginning and end of the stream's instance.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    /// Each with whether sessions that are made below it are followed, too.
    sessions: HashMap<String, bool>,
    /// Whether requests for permissions and questions pass of every session.
    requests: bool,
}

impl Filter {
    pub(super) fn add(&mut self, session: String, descendants: bool) {
        *self.sessions.entry(session).or_default() |= descendants;
    }

    pub(super) fn add_requests(&mut self) {
        self.requests = true;
    }

    /// Whether to decode this event.
    pub(super) fn passes(&mut self, data: &[u8]) -> bool {
        if self.sessions.is_empty() {
            return true;
        }
        // What cannot even be looked at is told as undecodable rather than kept back.
        let Ok(peeked) = serde_json::from_slice::<Peek<'_>>(data) else { return true };
        let (kind, properties) = match peeked.payload {
            Some(payload) => (payload.kind, payload.properties),
            None => (peeked.kind, peeked.properties),
        };
        let kind = kind.as_ref().map_or("", Text::as_str);
        if matches!(kind, "server.connected" | "server.instance.disposed" | "global.disposed") {
            return true;
        }
        if self.requests && matches!(kind, "permission.asked" | "question.asked") {
            return true;
        }
        let properties = properties.unwrap_or_default();
        let about_session = matches!(kind, "session.created" | "session.updated" | "session.deleted");
        let info = properties.info.unwrap_or_default();
        let of_info = if about_session { info.id } else { info.session_id };
        let session = properties.session_id.or(of_info).or(properties.part.unwrap_or_default().session_id);
        let Some(session) = session else { return false };
        if self.sessions.contains_key(session.as_str()) {
            return true;
        }
        let followed = |parent: Text<'_>| self.sessions.get(parent.as_str()) == Some(&true);
        let below = about_session && info.parent_id.is_some_and(followed);
        if below {
            self.add(session.0.into_owned(), true);
        }
        below
    }
}

/// Borrowed unless it has escapes; serde borrows a `Cow` only where it stands alone.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl Text<'_> {
    fn as_str(&self) -> &str {
        &self.0
    }
}

/// An event of `/event`, or one of `/global/event` around it.
#[derive(Deserialize)]
struct Peek<'a> {
    #[serde(borrow, rename = "type")]
    kind: Option<Text<'a>>,
    #[serde(borrow)]
    properties: Option<Properties<'a>>,
    #[serde(borrow)]
    payload: Option<Payload<'a>>,
}

#[derive(Deserialize)]
struct Payload<'a> {
    #[serde(borrow, rename = "type")]
    kind: Option<Text<'a>>,
    #[serde(borrow)]
    properties: Option<Properties<'a>>,
}

#[derive(Default, Deserialize)]
struct Properties<'a> {
    #[serde(borrow, rename = "sessionID")]
    session_id: Option<Text<'a>>,
    #[serde(borrow)]
    info: Option<Info<'a>>,
    #[serde(borrow)]
    part: Option<Part<'a>>,
}

#[derive(Default, Deserialize)]
struct Info<'a> {
    #[serde(borrow)]
    id: Option<Text<'a>>,
    #[serde(borrow, rename = "sessionID")]
    session_id: Option<Text<'a>>,
    #[serde(borrow, rename = "parentID")]
    parent_id: Option<Text<'a>>,
}

#[derive(Default, Deserialize)]
struct Part<'a> {
    #[serde(borrow, rename = "sessionID")]
    session_id: Option<Text<'a>>,
}

/// The `type` of an event, if it has one that can be read.
pub(super) fn kind(data: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Kind<'a> {
        #[serde(borrow, rename = "type")]
        kind: Option<Text<'a>>,
        #[serde(borrow)]
        payload: Option<Inner<'a>>,
    }
    #[derive(Deserialize)]
    struct Inner<'a> {
        #[serde(borrow, rename = "type")]
        kind: Text<'a>,
    }
    let found: Kind<'_> = serde_json::from_slice(data).ok()?;
    Some(found.payload.map(|inner| inner.kind).or(found.kind)?.0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(descendants: bool) -> Filter {
        let mut filter = Filter::default();
        filter.add("ses_1".to_owned(), descendants);
        filter
    }

    #[test]
    fn a_session_is_found_wherever_the_contract_names_it() {
        let about = |id: &str| {
            [
                format!(r#"{{"type":"session.idle","properties":{{"sessionID":"{id}"}}}}"#),
                format!(
                    r#"{{"type":"message.updated","properties":{{"info":{{"id":"msg_1","sessionID":"{id}"}}}}}}"#
                ),
                format!(
                    r#"{{"type":"message.part.updated","properties":{{"part":{{"text":"a","sessionID":"{id}"}}}}}}"#
                ),
                format!(
                    r#"{{"type":"session.updated","properties":{{"info":{{"id":"{id}","title":"ses_1"}}}}}}"#
                ),
                format!(r#"{{"properties":{{"sessionID":"{id}"}},"type":"of.a.newer.server"}}"#),
                format!(
                    r#"{{"directory":"/x","payload":{{"type":"session.idle","properties":{{"sessionID":"{id}"}}}}}}"#
                ),
                format!(
                    r#"{{"type":"session.idle","properties":{{"sessionID":"\u{}{}"}}}}"#,
                    "0073",
                    &id[1..]
                ),
            ]
        };
        for event in about("ses_1") {
            assert!(filter(false).passes(event.as_bytes()), "{event}");
        }
        for event in about("ses_2") {
            assert!(!filter(false).passes(event.as_bytes()), "{event}");
            assert!(Filter::default().passes(event.as_bytes()), "without a session everything passes");
        }
    }

    #[test]
    fn events_of_no_session_are_left_out_but_those_of_the_stream() {
        let passes = |event: &str| filter(false).passes(event.as_bytes());
        assert!(!passes(r#"{"type":"file.edited","properties":{"file":"ses_1"}}"#));
        assert!(!passes(r#"{"type":"pty.created","properties":{"info":{"id":"ses_1"}}}"#));
        assert!(!passes(r#"{"type":"server.heartbeat","properties":{}}"#));
        assert!(passes("7"), "no event at all");
        assert!(passes(r#"{"type":"server.connected","properties":{}}"#));
        assert!(passes(r#"{"type":"server.instance.disposed","properties":{"directory":"/x"}}"#));
        assert!(passes(r#"{"type":"session.idle","properties":{"sessionID":7}}"#), "told as undecodable");
    }

    #[test]
    fn sessions_below_are_followed_if_wished() {
        let made = br#"{"type":"session.created","properties":{"info":{"id":"ses_2","parentID":"ses_1"}}}"#;
        let asked = br#"{"type":"permission.asked","properties":{"id":"per_1","sessionID":"ses_2"}}"#;
        let (mut alone, mut with) = (filter(false), filter(true));
        assert!(!alone.passes(made) && !alone.passes(asked));
        assert!(!with.passes(asked), "not yet known");
        assert!(with.passes(made) && with.passes(asked));
        with.add("ses_3".to_owned(), false);
        let other = br#"{"type":"session.created","properties":{"info":{"id":"ses_4","parentID":"ses_3"}}}"#;
        assert!(!with.passes(other), "only what is below the one that was asked for with its tree");
    }

    #[test]
    fn requests_of_all_sessions_pass_if_wished() {
        let mut filter = filter(false);
        let event = |kind| format!(r#"{{"type":"{kind}","properties":{{"id":"a","sessionID":"ses_2"}}}}"#);
        for (wished, passes) in [(false, [false; 3]), (true, [true, true, false])] {
            if wished {
                filter.add_requests();
            }
            let found = ["permission.asked", "question.asked", "permission.replied"]
                .map(|kind| filter.passes(event(kind).as_bytes()));
            assert_eq!(found, passes);
        }
    }
}
