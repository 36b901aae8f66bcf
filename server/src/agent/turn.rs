//! One turn: an assistant message from its creation to its completion, over as many attempts as the model needs.
//!
//! What is streamed is written in `stream`; whether another turn follows is decided in `runs`. Start from [`Turn`].

use std::time::SystemTime;

use super::calls::Called;
use super::cost;
use super::failure::{Failure, told};
use super::model_messages::{self, Reader};
use super::reminders;
use super::run::Run;
use super::stream::Attempt;
use super::structured::{self, Sink};
use super::system::{self, Sources, Surroundings};
use super::tools::Toolbox;
use super::wire::{self, Place, now};
use super::work::Work;
use crate::ids::{MessageId, SessionId};
use crate::provider::catalogue::ResolvedModel;
use crate::provider::{FinishReason, ModelError, ModelRequest, ToolChoice, ToolDefinition, Usage};
use crate::store::{Change, StoreError};
use opencode_types::{
    Agent, AssistantMessage, AssistantMessageError, AssistantMessagePath, AssistantMessageTime, Message,
    Part, Session, SessionMessagesResponseItem, SessionStatus, SessionStatusRetry, SessionSummary,
    UserMessage, UserMessageSummary,
};

/// What one answer is made of.
pub struct Turn<'a> {
    pub work: &'a Work,
    pub run: &'a Run,
    pub session: &'a Session,
    /// The message that is answered: its agent, model, system text and variant hold.
    pub user: &'a UserMessage,
    pub agent: &'a Agent,
    pub model: &'a ResolvedModel,
    pub history: &'a [SessionMessagesResponseItem],
    pub instructions: &'a [String],
    /// Counts the answers to one prompt, from 1.
    pub step: usize,
}

/// How a turn ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The model has said what it had to say.
    Answered,
    /// It called tools and waits for their results.
    Called(Called),
    /// The message carries an error.
    Failed,
    Aborted,
}

impl Turn<'_> {
    /// Creates the assistant message, fills and completes it; returns its id and how it ended.
    ///
    /// # Errors
    /// Only failures of the store. All others are told in the message, and as `session.error`.
    pub async fn take(&self) -> Result<(String, Ended), StoreError> {
        let mut message = self.begin().await?;
        let place = Place { session: message.session_id.clone(), message: message.id.clone() };
        let ended = match self.answer(&mut message, &place).await {
            Ok(ended) => ended,
            Err(Failure::Store(error)) => return Err(error),
            Err(Failure::Aborted) => {
                self.fail(&mut message, wire::aborted_error()).await?;
                Ended::Aborted
            }
            Err(Failure::Model(error)) => {
                self.fail(&mut message, told(&error)).await?;
                Ended::Failed
            }
            Err(Failure::Refused(error)) => {
                self.fail(&mut message, error).await?;
                Ended::Failed
            }
        };
        Ok((message.id, ended))
    }

    async fn begin(&self) -> Result<AssistantMessage, StoreError> {
        let message = AssistantMessage {
            id: MessageId::generate().into(),
            session_id: self.session.id.clone(),
            role: Default::default(),
            time: AssistantMessageTime { created: now(), completed: None },
            parent_id: self.user.id.clone(),
            provider_id: self.user.model.provider_id.clone(),
            model_id: self.user.model.model_id.clone(),
            mode: self.agent.name.clone(),
            agent: self.agent.name.clone(),
            path: AssistantMessagePath {
                cwd: self.work.directory.to_string(),
                root: self.work.worktree.clone(),
            },
            cost: 0.0.into(),
            tokens: wire::no_tokens(),
            variant: self.user.variant.clone(),
            error: None,
            finish: None,
            structured: None,
            summary: None,
        };
        let mut changes = vec![Change::Message(Message::Assistant(message.clone()))];
        if self.step == 1 {
            changes.extend(self.summary());
        }
        self.work.commit(changes).await?;
        if self.step == 1 {
            self.work.publish(&wire::no_diff_event(&self.session.id));
        }
        Ok(message)
    }

    /// What the prompt changed in files: nothing yet, since steps take no snapshots. Clients wait for the members.
    fn summary(&self) -> [Change; 2] {
        let session = SessionId::known(&self.session.id);
        let summed = Change::edit_session(session, |session| {
            let zero = || 0.0.into();
            let nothing = SessionSummary { additions: zero(), deletions: zero(), files: zero(), diffs: None };
            session.summary.get_or_insert(nothing);
            session.time.updated = now();
        });
        let mut user = self.user.clone();
        user.summary.get_or_insert_with(|| UserMessageSummary { body: None, diffs: Vec::new(), title: None });
        [summed, Change::Message(Message::User(user))]
    }

    async fn answer(&self, message: &mut AssistantMessage, place: &Place) -> Result<Ended, Failure> {
        if let Some(task) = self.subtask() {
            let problem = format!("The task \"{task}\" can't be run: this server has no task tool");
            return Err(Failure::Refused(wire::unknown_error(problem)));
        }
        let sink = Sink::for_message(self.user, &*self.work.tools);
        let tools: &dyn Toolbox = match &sink {
            Some(sink) => sink,
            None => &*self.work.tools,
        };
        let mut request = self.request(self.offered(sink.as_ref()));
        if sink.is_some() {
            request.tool_choice = ToolChoice::Required;
        }
        let called = self.ask(message, place, tools, &request).await?;
        let structured = sink.as_ref().map(Sink::take);
        match (structured, called) {
            (Some(Some(value)), _) => {
                message.structured = Some(value);
                self.work.commit(vec![Change::Message(Message::Assistant(message.clone()))]).await?;
                Ok(Ended::Answered)
            }
            (Some(None), Called::Nothing) => Err(Failure::Refused(structured::missing())),
            (_, Called::Nothing) => Ok(Ended::Answered),
            (_, called) => Ok(Ended::Called(called)),
        }
    }

    /// What the message wants done by another agent.
    fn subtask(&self) -> Option<&str> {
        let message = self
            .history
            .iter()
            .find(|message| matches!(&message.info, Message::User(user) if user.id == self.user.id))?;
        message.parts.iter().find_map(|part| match part {
            Part::Subtask(task) => Some(task.description.as_str()),
            _ => None,
        })
    }

    /// Asks the model until it answers, and runs what it calls.
    async fn ask(
        &self,
        message: &mut AssistantMessage,
        place: &Place,
        tools: &dyn Toolbox,
        request: &ModelRequest,
    ) -> Result<Called, Failure> {
        let mut failed = 0;
        loop {
            self.run.set_status(self.work, wire::busy());
            let mut attempt = Attempt::new(self.work, place);
            let failure = match attempt.receive(self.model, request, &self.run.cancel).await {
                Ok((reason, usage)) => {
                    let called =
                        attempt.calls.run(self.work, tools, &request.tools, &self.run.cancel).await?;
                    self.finish(message, place, reason, usage).await?;
                    return Ok(called);
                }
                Err(failure) => failure,
            };
            failed += 1;
            let wait = match &failure {
                Failure::Model(error) => (self.work.retry)(error, failed, SystemTime::now()).zip(Some(error)),
                _ => None,
            };
            let Some((wait, error)) = wait else {
                attempt.keep().await?;
                return Err(failure);
            };
            attempt.discard().await?;
            self.run.set_status(self.work, retrying(error, failed, wait));
            tokio::select! {
                biased;
                () = self.run.cancel.cancelled() => return Err(Failure::Aborted),
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// What the model may call in this step. When the agent's number of steps is used up, it has to answer.
    fn offered(&self, sink: Option<&Sink<'_>>) -> Vec<ToolDefinition> {
        let steps = self.agent.steps.and_then(|steps| usize::try_from(steps).ok());
        let used_up = steps.is_some_and(|steps| self.step >= steps);
        let mut offered = if used_up { Vec::new() } else { self.work.tools.definitions(self.agent) };
        offered.extend(sink.map(Sink::definition));
        offered
    }

    fn request(&self, tools: Vec<ToolDefinition>) -> ModelRequest {
        let reader = Reader { provider: &self.user.model.provider_id, model: &self.user.model.model_id };
        let surroundings = Surroundings {
            directory: self.work.root.display().to_string(),
            is_git: self.work.is_git,
            platform: system::platform(),
            now_ms: crate::clock::now_ms(),
        };
        let sources = Sources {
            agent: self.agent.prompt.as_deref(),
            instructions: self.instructions,
            body: self.user.system.as_deref(),
        };
        let mut messages = model_messages::from_history(self.history, &reader);
        reminders::remind(&mut messages, self.agent, self.user, self.history);
        ModelRequest {
            system: system::prompt(&surroundings, &sources),
            messages,
            tools,
            tool_choice: ToolChoice::Auto,
            max_output_tokens: Some(self.model.max_output_tokens()),
            temperature: self
                .agent
                .temperature
                .map(f64::from)
                .filter(|_| self.model.info.capabilities.temperature),
            top_p: self.agent.top_p.map(f64::from),
            options: self.model.options(&self.agent.options, self.user.variant.as_deref()),
        }
    }

    async fn finish(
        &self,
        message: &mut AssistantMessage,
        place: &Place,
        reason: FinishReason,
        usage: Usage,
    ) -> Result<(), StoreError> {
        let reason = reason.to_string();
        let tokens = cost::tokens(&usage);
        let price = cost::dollars(&self.model.info.cost, &tokens);
        message.finish = Some(reason.clone());
        message.cost = price;
        message.tokens = tokens.clone();
        // Clients are told of the finish and of the completion apart, as they are used to.
        let finished = message.clone();
        message.time.completed = Some(now());
        let changes = vec![
            Change::Part(place.step_finish(reason, price, tokens)),
            Change::Message(Message::Assistant(finished)),
            Change::Message(Message::Assistant(message.clone())),
        ];
        self.work.commit(changes).await
    }

    async fn fail(
        &self,
        message: &mut AssistantMessage,
        error: AssistantMessageError,
    ) -> Result<(), StoreError> {
        self.work.publish(&wire::error_event(&self.session.id, error.clone()));
        message.error = Some(error);
        message.time.completed = Some(now());
        self.work.commit(vec![Change::Message(Message::Assistant(message.clone()))]).await
    }
}

fn retrying(error: &ModelError, attempt: u32, wait: std::time::Duration) -> SessionStatus {
    let wait = i64::try_from(wait.as_millis()).unwrap_or(i64::MAX);
    SessionStatus::Retry(SessionStatusRetry {
        type_: Default::default(),
        attempt: i64::from(attempt).into(),
        message: error.retry_message(),
        next: crate::clock::now_ms().saturating_add(wait).into(),
    })
}
