//! A question that can be asked: [`Ask`].

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::stream::{BoxStream, Stream, StreamExt as _};
use opencode_types::{SessionPromptBody, SessionPromptBodyModel, SessionPromptBodyPartsItem, TextPartInput};
use tokio::time::Instant;

use super::run::Run;
use super::{Answer, Conversation, ConversationError, Step};
use crate::Error;
use crate::connect::NO_LIMIT;

/// A prompt, as a stream of its [`Step`]s, see [`Conversation::ask`].
///
/// Nothing is sent until the stream is polled for the first time. Its last item is [`Step::Finished`], or an error.
/// Requests for permissions and questions go to the callbacks of the [`Conversation`], and are steps as well; without
/// a callback the caller replies, or the run waits.
///
/// If the session is busy, the prompt is queued by the server and the steps of the run before are seen, too.
///
/// # Cancellation
/// Dropping the stream leaves the run alone, unless [`abort_on_drop`](Self::abort_on_drop) was asked for. A prompt
/// whose stream is dropped before it was sent is not sent.
///
/// # Errors
/// [`Error::Conversation`] where the run failed without a message; a refusal of the prompt; [`Error::Events`] where
/// there is no event stream, and at once where the server cannot be reached at first: then nothing was asked; the error
/// of the prompt's connection where that broke and the server has no trace of it; [`Error::Timeout`] where the session
/// rests without an answer for as long as [`ClientBuilder::time_limit`](crate::ClientBuilder::time_limit) gives any other
/// request, and the prompt's connection says nothing. A run may last for any time.
#[must_use = "nothing is asked until the stream is polled or finished"]
pub struct Ask {
    conversation: Conversation,
    body: SessionPromptBody,
    limit: Option<Duration>,
    abort_on_drop: bool,
    steps: Option<BoxStream<'static, Result<Step, Error>>>,
}

impl Ask {
    pub(super) fn new(conversation: Conversation, text: String) -> Self {
        let part = TextPartInput {
            id: None,
            ignored: None,
            metadata: None,
            synthetic: None,
            text,
            time: None,
            type_: Default::default(),
        };
        let body = SessionPromptBody {
            agent: None,
            format: None,
            message_id: None,
            model: None,
            no_reply: None,
            parts: vec![SessionPromptBodyPartsItem::Text(part)],
            system: None,
            tools: None,
            variant: None,
        };
        Self { conversation, body, limit: None, abort_on_drop: false, steps: None }
    }

    /// The agent that answers; the server's default if not set.
    pub fn agent(mut self, name: impl Into<String>) -> Self {
        self.body.agent = Some(name.into());
        self
    }

    /// The model that answers; that of the agent or of the message before if not set.
    pub fn model(mut self, provider_id: impl Into<String>, model_id: impl Into<String>) -> Self {
        self.body.model =
            Some(SessionPromptBodyModel { provider_id: provider_id.into(), model_id: model_id.into() });
        self
    }

    /// Anything else of the prompt: more parts such as files, a system prompt, an output format. The first part is the
    /// text. `no_reply` has no effect, since there would be no answer.
    ///
    /// ```no_run
    /// # async fn example(conversation: opencode_client::conversation::Conversation) -> Result<(), opencode_client::Error> {
    /// let short = conversation.ask("What is this?").with(|body| body.system = Some("Answer in one word.".to_owned()));
    /// println!("{}", short.finish().await?.text());
    /// # Ok(())
    /// # }
    /// ```
    pub fn with(mut self, change: impl FnOnce(&mut SessionPromptBody)) -> Self {
        change(&mut self.body);
        self
    }

    /// How long it may take, from the first poll to the last step; without limit if not set. The run goes on after it,
    /// unless [`abort_on_drop`](Self::abort_on_drop) was asked for.
    pub fn limit(mut self, limit: Duration) -> Self {
        self.limit = Some(limit.min(NO_LIMIT));
        self
    }

    /// Aborts the run if the stream is dropped before its end, or ends with an error. The abort is sent by a task of its
    /// own on the runtime that polled the stream; if that ends first, nothing is sent.
    pub fn abort_on_drop(mut self) -> Self {
        self.abort_on_drop = true;
        self
    }

    /// Waits for the answer. Requests for permissions and questions that have no callback are rejected: nobody else
    /// would reply.
    ///
    /// # Errors
    /// As the stream, and [`ConversationError::Failed`] where the answer has an error.
    ///
    /// # Cancellation
    /// As dropping the stream.
    pub async fn finish(mut self) -> Result<Answer, Error> {
        if self.steps.is_none() {
            let callbacks = std::mem::take(&mut self.conversation.callbacks);
            self.conversation.callbacks = callbacks.or_reject();
        }
        while let Some(step) = self.next().await {
            if let Step::Finished(answer) = step? {
                return match answer.error() {
                    None => Ok(*answer),
                    Some(error) => {
                        let error = Some(Box::new(error));
                        Err(ConversationError::Failed { error, answer: Some(answer) }.into())
                    }
                };
            }
        }
        // The stream ends with one of the two.
        Err(ConversationError::Failed { error: None, answer: None }.into())
    }

    fn begin(&mut self) -> BoxStream<'static, Result<Step, Error>> {
        let mut body = self.body.clone();
        body.no_reply = None;
        let run = Run::new(self.conversation.clone(), body, self.abort_on_drop);
        let limit = self.limit.map(|limit| (Instant::now() + limit, limit));
        let steps = futures_util::stream::unfold(Some(run), move |run| async move {
            let mut run = run?;
            let step = match limit {
                None => run.next().await,
                Some((until, after)) => tokio::time::timeout_at(until, run.next())
                    .await
                    .unwrap_or(Err(Error::Timeout { what: "end of the run", after })),
            };
            // After the last step and after an error the run is dropped, and with it what it holds.
            let goes_on = matches!(&step, Ok(step) if !matches!(step, Step::Finished(_)));
            Some((step, goes_on.then_some(run)))
        });
        steps.boxed()
    }
}

impl Stream for Ask {
    type Item = Result<Step, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let ask = self.get_mut();
        if ask.steps.is_none() {
            ask.steps = Some(ask.begin());
        }
        match &mut ask.steps {
            Some(steps) => steps.poll_next_unpin(context),
            None => Poll::Ready(None),
        }
    }
}
