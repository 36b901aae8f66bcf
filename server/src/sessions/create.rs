//! Making sessions.

use opencode_types::{PermissionRuleset, Session, SessionCreateBody, SessionTime};

use super::{Place, SessionError};
use crate::ids::{InvalidId, SessionId, slug};
use crate::store::{Change, Store};
use crate::{VERSION, clock};

/// What the maker of a session may decide.
#[derive(Debug, Clone, Default)]
pub struct NewSession {
    /// Need not exist.
    pub parent: Option<SessionId>,
    /// Without one, the title tells the time, until a model finds a better one.
    pub title: Option<String>,
    pub permission: Option<PermissionRuleset>,
}

impl TryFrom<SessionCreateBody> for NewSession {
    type Error = InvalidId;

    fn try_from(body: SessionCreateBody) -> Result<NewSession, InvalidId> {
        let parent = body.parent_id.map(|id| SessionId::parse("parentID", id)).transpose()?;
        Ok(NewSession { parent, title: body.title, permission: body.permission })
    }
}

/// Makes a session. Events: `session.created`, `session.updated`.
///
/// # Errors
/// [`SessionError::Store`].
pub async fn create(store: &Store, place: Place<'_>, new: NewSession) -> Result<Session, SessionError> {
    let now = clock::now_ms();
    let title = new.title.unwrap_or_else(|| default_title(new.parent.is_some(), now));
    let session = Session {
        id: SessionId::generate().into(),
        slug: slug::slug(),
        version: VERSION.to_owned(),
        project_id: place.project.to_owned(),
        directory: place.directory.to_string(),
        parent_id: new.parent.map(String::from),
        title,
        permission: new.permission,
        time: SessionTime { created: now.into(), updated: now.into(), archived: None, compacting: None },
        summary: None,
        share: None,
        revert: None,
    };
    store.commit(place.directory, vec![Change::SessionCreated(session.clone())]).await?;
    Ok(session)
}

const DEFAULT_TITLES: [&str; 2] = ["New session - ", "Child session - "];

fn default_title(child: bool, now_ms: i64) -> String {
    format!("{}{}", DEFAULT_TITLES[usize::from(child)], clock::iso(now_ms))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn default_titles_tell_the_time() {
        assert_eq!(default_title(false, 1_795_212_527_893), "New session - 2026-11-20T22:08:47.893Z");
        assert_eq!(default_title(true, 1_795_212_528_204), "Child session - 2026-11-20T22:08:48.204Z");
    }

    #[test]
    fn a_parent_must_be_a_session() {
        let body = |parent: &str| SessionCreateBody {
            parent_id: Some(parent.to_owned()),
            title: None,
            permission: None,
        };
        assert!(NewSession::try_from(body("ses_unknown")).is_ok());
        let wrong = NewSession::try_from(body("msg_1")).expect_err("a message's id");
        assert_eq!((wrong.field, wrong.prefix), ("parentID", "ses"));
    }
}
