//! What a commit consists of: [`Change`], and which events each one becomes.
//!
//! The events are those of OpenCode 1.2.6. They carry the whole object as it is after the change. How a change becomes rows is
//! in `session`, `message`, `part` and `project`.

use opencode_types::{
    Event, EventMessagePartRemoved, EventMessagePartRemovedProperties, EventMessagePartUpdated,
    EventMessagePartUpdatedProperties, EventMessageRemoved, EventMessageRemovedProperties,
    EventMessageUpdated, EventMessageUpdatedProperties, EventProjectUpdated, EventSessionCreated,
    EventSessionCreatedProperties, EventSessionDeleted, EventSessionDeletedProperties, EventSessionUpdated,
    EventSessionUpdatedProperties, Message, Part, Project, Session,
};
use sqlx::SqliteConnection;

use super::{StoreError, message, part, project, session};
use crate::ids::{MessageId, PartId, SessionId};

/// One step of a commit.
#[expect(
    clippy::large_enum_variant,
    reason = "most changes are messages or parts, so a box would cost each of them an allocation and save nothing"
)]
pub enum Change {
    /// A new session; its id must be new. Events: `session.created`, then `session.updated`.
    SessionCreated(Session),
    /// The session is now exactly this. Prefer [`Change::edit_session`], which can't undo what another writer did
    /// between the read and the commit. Event: `session.updated`.
    SessionUpdated(Session),
    /// Reads, edits and writes the session within the transaction. Event: `session.updated`, unless nothing changed.
    SessionEdited(SessionId, SessionEdit),
    /// Gone, with its messages and parts; its children stay. Event: `session.deleted`, with this object.
    SessionDeleted(Session),
    /// A message, new or again. Its session must exist. Event: `message.updated`.
    Message(Message),
    /// A part, new or again. Its message must exist. Event: `message.part.updated`.
    Part(Part),
    /// Gone, if it was there. Event, in any case: `message.part.removed`.
    PartRemoved { session: SessionId, message: MessageId, part: PartId },
    /// Gone with its parts, if it was there. Event, in any case: `message.removed`.
    MessageRemoved { session: SessionId, message: MessageId },
    /// A project, new or again. Event, to no instance: `project.updated`.
    Project(Project),
}

/// Changes a session in place. Runs inside the one write transaction: it must neither block nor panic.
pub type SessionEdit = Box<dyn FnOnce(&mut Session) + Send>;

impl Change {
    /// Edits the session as it is at the time of the commit.
    pub fn edit_session(id: SessionId, edit: impl FnOnce(&mut Session) + Send + 'static) -> Change {
        Change::SessionEdited(id, Box::new(edit))
    }

    /// Writes the rows and adds the events that tell of it, to be published once the commit is durable.
    pub(super) async fn apply(
        self,
        connection: &mut SqliteConnection,
        events: &mut Vec<Event>,
    ) -> Result<(), StoreError> {
        match self {
            Change::SessionCreated(info) => {
                session::insert(connection, &info).await?;
                events.push(session_created(info.clone()));
                events.push(session_updated(info));
            }
            Change::SessionUpdated(info) => {
                session::update(connection, &info).await?;
                events.push(session_updated(info));
            }
            Change::SessionEdited(id, edit) => {
                events.extend(session::edit(connection, &id, edit).await?.map(session_updated));
            }
            Change::SessionDeleted(info) => {
                session::delete(connection, &SessionId::known(&info.id)).await?;
                events.push(session_deleted(info));
            }
            Change::Message(info) => {
                message::put(connection, &info).await?;
                events.push(message_updated(info));
            }
            Change::Part(part) => {
                part::put(connection, &part).await?;
                events.push(part_updated(part));
            }
            Change::PartRemoved { session, message, part } => {
                part::remove(connection, &session, &message, &part).await?;
                events.push(part_removed(session, message, part));
            }
            Change::MessageRemoved { session, message } => {
                message::remove(connection, &session, &message).await?;
                events.push(message_removed(session, message));
            }
            Change::Project(project) => {
                project::put(connection, &project).await?;
                events.push(Event::from(EventProjectUpdated {
                    properties: project,
                    type_: Default::default(),
                }));
            }
        }
        Ok(())
    }
}

fn session_created(info: Session) -> Event {
    let properties = EventSessionCreatedProperties { info };
    EventSessionCreated { properties, type_: Default::default() }.into()
}

fn session_updated(info: Session) -> Event {
    let properties = EventSessionUpdatedProperties { info };
    EventSessionUpdated { properties, type_: Default::default() }.into()
}

fn session_deleted(info: Session) -> Event {
    let properties = EventSessionDeletedProperties { info };
    EventSessionDeleted { properties, type_: Default::default() }.into()
}

fn message_updated(info: Message) -> Event {
    let properties = EventMessageUpdatedProperties { info };
    EventMessageUpdated { properties, type_: Default::default() }.into()
}

fn message_removed(session: SessionId, message: MessageId) -> Event {
    let properties = EventMessageRemovedProperties { session_id: session.into(), message_id: message.into() };
    EventMessageRemoved { properties, type_: Default::default() }.into()
}

fn part_updated(part: Part) -> Event {
    let properties = EventMessagePartUpdatedProperties { part };
    EventMessagePartUpdated { properties, type_: Default::default() }.into()
}

fn part_removed(session: SessionId, message: MessageId, part: PartId) -> Event {
    let properties = EventMessagePartRemovedProperties {
        session_id: session.into(),
        message_id: message.into(),
        part_id: part.into(),
    };
    EventMessagePartRemoved { properties, type_: Default::default() }.into()
}
