//! One prompt from sending to answer: [`Run`].
//!
//! The prompt's own response (`session.prompt`) says when the run is over and how, on both servers: also where the
//! original one answers nothing. Events say what happens meanwhile, and carry what waits for a reply. Either may be
//! lost, and then the state is asked for: the prompt is found again by its mark.

use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use futures_util::stream::{FuturesUnordered, StreamExt as _};
use opencode_types::{
    Event, Message, PermissionRequest, QuestionRequest, SessionMessagesResponseItem, SessionPromptBody,
    SessionPromptResponse,
};
use tokio::runtime::Handle;
use tokio::time::Instant;

use super::idle::{self, RECHECK, SETTLE_PAUSE, may_pass};
use super::marked::{is_ours, mark, state};
use super::transcript::Transcript;
use super::{Answer, Conversation, ConversationError, Step, replies};
use crate::events::{EventError, EventStream, Item};
use crate::{Error, ResponseValue};

/// The last events may come after the answer, and the answer after the last event; they are waited for no longer than
/// this.
const LAST_EVENTS: Duration = Duration::from_secs(1);
/// After this long at rest, what is not there will not come.
const SETTLE_LIMIT: Duration = Duration::from_secs(3);
/// After this long at rest, the response to a prompt of whose failure events told will not come.
const FAILED_LIMIT: Duration = Duration::from_secs(10);
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
    /// Requests of other sessions, and whether these are subagents of ours.
    asking: FuturesUnordered<BoxFuture<'static, (Request, Result<bool, Error>)>>,
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

/// What a session waits for.
enum Request {
    Permission(PermissionRequest),
    Question(QuestionRequest),
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
            asking: FuturesUnordered::new(),
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
        // Which sessions are subagents is found out when one asks: there may be many, and most runs have none.
        self.events = Some(client.events().session(session_id).requests().await?);
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
            Some((request, is_ours)) = self.asking.next(), if !self.asking.is_empty() => match is_ours {
                Ok(true) => self.ask_for(request),
                Ok(false) => {}
                // A look finds the request, or the error.
                Err(_) => self.look_within(TROUBLE_PAUSE),
            },
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
            Ok(Item::Event(Event::PermissionAsked(event)))
                if event.properties.session_id != self.conversation.session_id =>
            {
                self.asked_elsewhere(
                    event.properties.session_id.clone(),
                    Request::Permission(event.properties),
                );
            }
            Ok(Item::Event(Event::QuestionAsked(event)))
                if event.properties.session_id != self.conversation.session_id =>
            {
                self.asked_elsewhere(
                    event.properties.session_id.clone(),
                    Request::Question(event.properties),
                );
            }
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

    /// A request of another session: of a subagent, or of one that has nothing to do with ours.
    fn asked_elsewhere(&mut self, session: String, request: Request) {
        let Conversation { client, session_id, .. } = self.conversation.clone();
        let asking = async move { (request, idle::is_below(&client, &session_id, &session).await) };
        self.asking.push(asking.boxed());
    }

    fn ask_for(&mut self, request: Request) {
        match request {
            Request::Permission(request) => self.transcript.permission(request),
            Request::Question(request) => self.transcript.question(request),
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
        let since = *self.at_rest.get_or_insert(now);
        let failure = self.transcript.last_error();
        // A response that does not come stalls: at rest it is waited for as long as any other answer.
        let longest = match (&self.prompt, &failure) {
            (None, _) => Some(SETTLE_LIMIT),
            (Some(_), Some(_)) => Some(FAILED_LIMIT),
            (Some(_), None) => self.conversation.client.time_limit(),
        };
        let Some(longest) = longest else { return Ok(()) };
        if since.elapsed() < longest {
            let next = if self.prompt.is_none() { now + SETTLE_PAUSE } else { since + longest };
            self.look = self.look.min(next);
            return Ok(());
        }
        if self.prompt.is_some() && failure.is_none() {
            return Err(Error::Timeout { what: "answer", after: longest });
        }
        Err(match self.outcome.take() {
            Some(Outcome::Unknown(Error::Undecodable { .. } | Error::Conversation(_))) | None => {
                ConversationError::Failed { error: failure.map(Box::new), answer: None }.into()
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
