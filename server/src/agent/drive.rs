//! One run from its first prompt to its last answer: turn after turn, until nothing is owed.
//!
//! Whether a run goes on is decided by what it owes and by what the last turn did, never by comparing ids, which clients
//! may make up. Start from `drive`.

use std::sync::Arc;

use opencode_types::{Message, SessionMessagesResponseItem, UserMessage};
use slog::{Logger, debug};

use super::calls::Called;
use super::failure::Error;
use super::instructions::{self, Places};
use super::run::{Outcome, Run};
use super::runs::Inner;
use super::turn::{Ended, Turn};
use super::{resolve, title, wire};
use crate::ids::{MessageId, SessionId};
use crate::provider::catalogue::ResolvedModel;

/// Answers in a row with nothing but calls of tools that don't exist, after which the model is not asked again.
const INVALID: usize = 3;

/// How far a run has come.
#[derive(Default)]
struct Progress {
    /// The message that is being answered.
    asked: Option<String>,
    /// Answers given to it so far.
    step: usize,
    /// How many of them, the last ones, called nothing but tools that don't exist.
    invalid: usize,
    last: Option<Ended>,
    /// The last answer's id.
    answer: Option<String>,
}

impl Progress {
    /// Whether the last answer waits for another model call.
    fn goes_on(&self) -> bool {
        matches!(self.last, None | Some(Ended::Called(_))) && !self.is_stuck()
    }

    fn is_stuck(&self) -> bool {
        self.invalid >= INVALID
    }

    fn prompted(&mut self, message: String) {
        (self.asked, self.step, self.invalid) = (Some(message), 0, 0);
    }

    fn answered(&mut self, answer: String, ended: Ended) {
        self.invalid = if ended == Ended::Called(Called::OnlyInvalid) { self.invalid + 1 } else { 0 };
        (self.answer, self.last) = (Some(answer), Some(ended));
    }
}

impl Inner {
    pub(super) async fn drive(self: &Arc<Self>, run: &Run, log: &Logger) -> Outcome {
        let work = &self.work;
        let session_id = SessionId::known(&run.session);
        let mut progress = Progress::default();
        let mut instructions = None;
        while self.is_to_go_on(run, &progress) {
            let waiting = run.waiting();
            let Some(session) = work.store.session(&session_id).await? else {
                return Err(Error::UnknownSession(run.session.clone()));
            };
            let history = work.store.messages(&session_id, None).await?.unwrap_or_default();
            match run.cover(waiting, &history) {
                Some(newest) => progress.prompted(newest),
                // What was owed has been removed meanwhile.
                None if !progress.goes_on() => continue,
                None => {}
            }
            let Some(user) = progress.asked.as_deref().and_then(|id| user(&history, id)) else {
                return Err(Error::Lost);
            };
            progress.step += 1;
            let agent = resolve::agent(&work.agents, Some(&user.agent))?;
            let model = resolve::find(&work.catalogue, &resolve::of_message(user))?;
            if progress.step == 1 && title::wanted(&session, &history) {
                self.spawn_title(&session_id, user, &history, &model, log);
            }
            if instructions.is_none() {
                instructions = Some(self.instructions(run, log).await);
            }
            let turn = Turn {
                work,
                run,
                session: &session,
                user,
                agent,
                model: &model,
                history: &history,
                instructions: instructions.as_deref().unwrap_or_default(),
                step: progress.step,
            };
            let (answer, ended) = turn.take().await?;
            progress.answered(answer, ended);
            if progress.is_stuck() {
                let problem = "The model was stopped: it called only tools that don't exist";
                work.publish(&wire::error_event(&run.session, wire::unknown_error(problem)));
            }
        }
        let id = MessageId::known(progress.answer.ok_or(Error::Lost)?);
        work.store.message(&session_id, &id).await?.map(Arc::new).ok_or(Error::Lost)
    }

    /// Whether there is another turn to take. If not, the run is over, and nothing can join it any more.
    fn is_to_go_on(&self, run: &Run, progress: &Progress) -> bool {
        if progress.last == Some(Ended::Aborted) {
            return false;
        }
        // Clients expect to be told once more before a good end, and not before a bad one.
        let failed = progress.last == Some(Ended::Failed);
        if !failed {
            run.set_status(&self.work, wire::busy());
        }
        if !progress.goes_on() && self.settle(run) {
            return false;
        }
        if failed {
            run.set_status(&self.work, wire::busy());
        }
        true
    }

    /// The standing instructions; none if the run is aborted while they are fetched.
    async fn instructions(&self, run: &Run, log: &Logger) -> Vec<String> {
        let places = Places {
            directory: self.work.root.clone(),
            worktree: self.work.worktree.as_str().into(),
            home: self.work.home.clone(),
            config: self.work.config_directory.clone(),
            named: self.work.instructions.clone(),
        };
        tokio::select! {
            biased;
            () = run.cancel.cancelled() => Vec::new(),
            loaded = instructions::load(&places, log) => loaded,
        }
    }

    /// Makes a title beside the first turn. It may outlast the run, but not the instance.
    fn spawn_title(
        self: &Arc<Self>,
        session: &SessionId,
        user: &UserMessage,
        history: &[SessionMessagesResponseItem],
        model: &ResolvedModel,
        log: &Logger,
    ) {
        let Ok(agent) = resolve::agent(&self.work.agents, Some("title")) else { return };
        let written = |message: &&SessionMessagesResponseItem| matches!(&message.info, Message::User(_));
        let texts = history.iter().filter(written).map(|message| title::written(&message.parts));
        let named = resolve::own(agent).and_then(|named| resolve::find(&self.work.catalogue, &named).ok());
        let small = || self.work.catalogue.small_model(&user.model.provider_id);
        let task = title::Task {
            session: session.clone(),
            agent: agent.clone(),
            model: named.or_else(small).unwrap_or_else(|| model.clone()),
            text: texts.collect::<Vec<String>>().join("\n"),
        };
        let (inner, log) = (self.clone(), log.clone());
        self.tasks.spawn(async move {
            tokio::select! {
                biased;
                () = inner.stop.cancelled() => {}
                made = title::make(&inner.work, task) => {
                    if let Err(problem) = made {
                        debug!(log, "no title was made"; "reason" => ?problem);
                    }
                }
            }
        });
    }
}

fn user<'a>(history: &'a [SessionMessagesResponseItem], id: &str) -> Option<&'a UserMessage> {
    history.iter().find_map(|message| match &message.info {
        Message::User(user) if user.id == id => Some(user),
        _ => None,
    })
}
