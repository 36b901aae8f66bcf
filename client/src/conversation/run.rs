//! One prompt from sending to answer: [`Run`].
//!
//! The prompt's own response (`session.prompt`) says when the run is over and how, on both servers: also where the
//! original one answers nothing. Events say what happens meanwhile, and carry what waits for a reply. Either may be
//! lost, and then the state is asked for: the prompt is found again by the id that its first part was given. (Ids of
//! messages must ascend by the server's clock, and a client has no business there.)

use std::hash::{BuildHasher as _, RandomState};
use std::time::{Duration, SystemTime};

use futures_util::future::BoxFuture;
use futures_util::stream::{FuturesUnordered, StreamExt as _};
use futures_util::{FutureExt as _, TryFutureExt as _};
use opencode_types::{
    Message, Part, SessionMessagesResponseItem, SessionPromptBody, SessionPromptBodyPartsItem,
    SessionPromptResponse, SessionStatus,
};
use tokio::runtime::Handle;
use tokio::time::Instant;

use super::idle::{self, RECHECK, SETTLE_PAUSE, may_pass};
use super::transcript::Transcript;
use super::{Answer, Conversation, ConversationError, Step, replies};
use crate::events::{EventError, EventStream, Item, MESSAGES, Pending};
use crate::{Error, ResponseValue};

/// The last events may come after the answer, and the answer after the last event; they are waited for no longer than
/// this.
const LAST_EVENTS: Duration = Duration::from_secs(1);
/// After this long at rest, what is not there will not come.
const SETTLE_LIMIT: Duration = Duration::from_secs(3);
/// Between two looks, or two replies, where something is wrong.
const TROUBLE_PAUSE: Duration = Duration::from_secs(1);

pub(super) struct Run {
    conversation: Conversation,
    /// Of our prompt; it may be found by it.
    part_id: String,
    body: Option<SessionPromptBody>,
    events: Option<EventStream>,
    /// Why there are no more events.
    deaf: Option<EventError>,
    prompt: Option<BoxFuture<'static, Result<SessionPromptResponse, Error>>>,
    /// Ids of requests, and what became of the replies to them.
    replies: FuturesUnordered<BoxFuture<'static, (String, Result<(), Error>)>>,
    transcript: Transcript,
    outcome: Option<Outcome>,
    /// When to ask for the state, and when it was asked for last.
    look: Instant,
    looked: Instant,
    /// Since when nothing runs, as far as is known.
    at_rest: Option<Instant>,
    /// The last look found a complete message of our run.
    found: bool,
    abort: AbortOnDrop,
}

/// What became of the prompt's response.
enum Outcome {
    Answer(Box<Answer>, Instant),
    /// The run failed, or the connection did: the state will tell. The error is for the case that it does not.
    Unknown(Error),
}

impl Run {
    pub(super) fn new(conversation: Conversation, mut body: SessionPromptBody, abort_on_drop: bool) -> Self {
        let part_id = mark(&mut body);
        Self {
            part_id,
            body: Some(body),
            events: None,
            deaf: None,
            prompt: None,
            replies: FuturesUnordered::new(),
            transcript: Transcript::new(&conversation.session_id),
            outcome: None,
            look: Instant::now() + RECHECK,
            looked: Instant::now(),
            at_rest: None,
            found: false,
            abort: AbortOnDrop { wanted: abort_on_drop.then(|| conversation.clone()), armed: None },
            conversation,
        }
    }

    /// The next step; after an error or [`Step::Finished`] there is none.
    pub(super) async fn next(&mut self) -> Result<Step, Error> {
        if let Some(body) = self.body.take() {
            self.begin(body).await?;
        }
        loop {
            if let Some(step) = self.transcript.next_step() {
                self.call_back(&step);
                if let Step::Finished(_) = step {
                    self.abort.armed = None;
                }
                return Ok(step);
            }
            self.wait().await?;
            if self.transcript.just_came_to_rest() {
                // The prompt's own answer comes at the same time, unless it stalls.
                self.look_within(if self.prompt.is_some() { LAST_EVENTS } else { Duration::ZERO });
            }
            if Instant::now() >= self.look {
                self.look().await?;
            }
        }
    }

    /// Subscribes, and only then sends the prompt.
    async fn begin(&mut self, body: SessionPromptBody) -> Result<(), Error> {
        let Conversation { client, session_id, .. } = &self.conversation;
        let subscribing = client.events().session_tree(session_id).into_future().map_err(Error::from);
        let (mut events, subagents) = tokio::try_join!(subscribing, idle::subagents(client, session_id))?;
        subagents.into_iter().for_each(|id| events.follow(id));
        self.events = Some(events);
        let (client, session_id) = (client.clone(), session_id.clone());
        self.prompt = Some(
            async move {
                let answer = client.session().prompt(session_id).body(body).send().await;
                answer.map(ResponseValue::into_inner)
            }
            .boxed(),
        );
        self.abort.armed = Some(Handle::current());
        self.look = Instant::now() + RECHECK;
        Ok(())
    }

    /// Waits for one thing to happen.
    async fn wait(&mut self) -> Result<(), Error> {
        tokio::select! {
            // Events first: they tell of what was before the answer.
            biased;
            Some(item) = next_of(&mut self.events) => self.hear(item),
            Some((request_id, replied)) = self.replies.next(), if !self.replies.is_empty() => {
                match replied {
                    Ok(()) => {}
                    // Whether it arrived is not known; a look tells, and has it given again if it did not.
                    Err(error) if may_pass(&error) => {
                        self.transcript.unanswered(&request_id);
                        self.look_within(TROUBLE_PAUSE);
                    }
                    Err(error) => return Err(error),
                }
            }
            answer = answer_of(&mut self.prompt) => {
                self.prompt = None;
                self.outcome = Some(self.outcome_of(answer)?);
                self.look_within(Duration::ZERO);
            }
            () = tokio::time::sleep_until(self.look) => {}
        }
        Ok(())
    }

    fn hear(&mut self, item: Result<Item, EventError>) {
        match item {
            Ok(Item::Event(event)) => self.transcript.event(event),
            Ok(Item::Gap { .. } | Item::Undecodable(_)) => {
                self.transcript.gap();
                self.look_within(Duration::ZERO);
            }
            Err(error) => {
                self.transcript.gap();
                self.events = None;
                self.deaf = Some(error);
                self.look_within(Duration::ZERO);
            }
        }
    }

    /// Has the state asked for so soon, but not right after it was: events of which none can be decoded come by the dozen.
    fn look_within(&mut self, pause: Duration) {
        self.look = self.look.min((Instant::now() + pause).max(self.looked + SETTLE_PAUSE));
    }

    fn outcome_of(&self, answer: Result<SessionPromptResponse, Error>) -> Result<Outcome, Error> {
        let error = match answer {
            Ok(SessionPromptResponse { info: Message::Assistant(info), parts }) => {
                return Ok(Outcome::Answer(Box::new(Answer { info, parts }), Instant::now()));
            }
            Ok(_) => ConversationError::Failed { error: None, answer: None }.into(),
            Err(error) => error,
        };
        let failed = matches!(&error, Error::Undecodable { body, .. } if body.is_empty());
        let unheard = may_pass(&error) && !error.is_connect();
        match failed || unheard || matches!(error, Error::Conversation(_)) {
            true => Ok(Outcome::Unknown(error)),
            false => Err(error),
        }
    }

    /// Asks for the state, where an answer or an event may be missing.
    async fn look(&mut self) -> Result<(), Error> {
        let now = Instant::now();
        match self.outcome.take() {
            Some(Outcome::Answer(answer, since)) => {
                let complete = self.events.is_none() || self.transcript.is_at_rest();
                if complete || since.elapsed() >= LAST_EVENTS {
                    self.transcript.finish(*answer);
                } else {
                    self.look = since + LAST_EVENTS;
                    self.outcome = Some(Outcome::Answer(answer, since));
                }
                return Ok(());
            }
            outcome => self.outcome = outcome,
        }
        self.looked = now;
        let (idle, messages, pending) = match state(&self.conversation, &self.part_id).await {
            Ok(found) => found,
            // How long this may last is the event stream's to say, or the prompt's.
            Err(error) if may_pass(&error) && (self.events.is_some() || self.prompt.is_some()) => {
                self.look = now + TROUBLE_PAUSE;
                return Ok(());
            }
            Err(error) => return Err(self.deaf.take().map_or(error, Error::from)),
        };
        pending.permissions.into_iter().for_each(|request| self.transcript.permission(request));
        pending.questions.into_iter().for_each(|request| self.transcript.question(request));
        self.look = now + if self.deaf.is_some() && self.prompt.is_none() { TROUBLE_PAUSE } else { RECHECK };
        let answer = self.take_messages(messages);
        // A message is the last one if the session rests after it was complete: the next step of a run may begin between
        // two requests of one look.
        let known = std::mem::replace(&mut self.found, answer.is_some());
        if !idle {
            self.at_rest = None;
            return Ok(());
        }
        if let Some(answer) = answer {
            if known {
                (self.outcome, self.prompt) = (None, None);
                self.transcript.finish(answer);
            } else {
                self.look = now + SETTLE_PAUSE;
            }
            return Ok(());
        }
        if self.prompt.is_some() {
            return Ok(());
        }
        let since = *self.at_rest.get_or_insert(now);
        if since.elapsed() < SETTLE_LIMIT {
            self.look = now + SETTLE_PAUSE;
            return Ok(());
        }
        Err(match self.outcome.take() {
            Some(Outcome::Unknown(Error::Undecodable { .. } | Error::Conversation(_))) | None => {
                ConversationError::Failed { error: self.transcript.last_error().map(Box::new), answer: None }
                    .into()
            }
            Some(Outcome::Unknown(error)) => error,
            Some(Outcome::Answer(..)) => return Ok(()),
        })
    }

    /// Tells what messages have that no event told, and gives the one that our prompt ended in, if it did.
    fn take_messages(&mut self, messages: Vec<SessionMessagesResponseItem>) -> Option<Answer> {
        let asked = messages.iter().position(|message| is_ours(message, &self.part_id))?;
        let prompt = messages[asked].info.clone();
        let since = messages.into_iter().skip(asked + 1).collect::<Vec<_>>();
        let last = since.iter().rev().find(|message| {
            matches!((&message.info, &prompt), (Message::Assistant(info), Message::User(prompt)) if info.parent_id == prompt.id)
        });
        let answer = last.and_then(|message| match &message.info {
            Message::Assistant(info) if info.time.completed.is_some() => {
                Some(Answer { info: info.clone(), parts: message.parts.clone() })
            }
            _ => None,
        });
        self.transcript.messages(since);
        answer
    }

    /// Has a request replied to by whoever is there for it.
    fn call_back(&mut self, step: &Step) {
        let client = self.conversation.client.clone();
        match (step, &self.conversation.callbacks) {
            (Step::Permission(request), replies::Callbacks { permission: Some(callback), .. }) => {
                let (id, reply) = (request.id.clone(), callback(request.clone()));
                let replying = async move {
                    let replied = replies::permission(&client, &id, reply.await).await;
                    (id, replied)
                };
                self.replies.push(replying.boxed());
            }
            (Step::Question(request), replies::Callbacks { question: Some(callback), .. }) => {
                let (id, reply) = (request.id.clone(), callback(request.clone()));
                let replying = async move {
                    let replied = replies::question(&client, &id, reply.await).await;
                    (id, replied)
                };
                self.replies.push(replying.boxed());
            }
            _ => {}
        }
    }
}

/// Whether nothing runs, the session's messages, and what it and its subagents wait for.
async fn state(
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
fn is_ours(message: &SessionMessagesResponseItem, part_id: &str) -> bool {
    message.parts.iter().any(|part| matches!(part, Part::Text(part) if part.id == part_id))
}

/// Gives the first text an id of our own, so that the prompt can be found among the session's messages.
fn mark(body: &mut SessionPromptBody) -> String {
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

async fn next_of(events: &mut Option<EventStream>) -> Option<Result<Item, EventError>> {
    match events {
        Some(events) => events.next().await,
        None => std::future::pending().await,
    }
}

async fn answer_of(
    prompt: &mut Option<BoxFuture<'static, Result<SessionPromptResponse, Error>>>,
) -> Result<SessionPromptResponse, Error> {
    match prompt {
        Some(prompt) => prompt.await,
        None => std::future::pending().await,
    }
}

/// Aborts the run when it is dropped, if that was asked for and the run may still go on.
struct AbortOnDrop {
    wanted: Option<Conversation>,
    /// Where to send it from; set while there is something to abort.
    armed: Option<Handle>,
}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        if let (Some(conversation), Some(runtime)) = (self.wanted.take(), self.armed.take()) {
            // Its own limit ends this task.
            runtime.spawn(async move { conversation.abort().await });
        }
    }
}
