//! The built-in provider `scripted`: a model that follows directives in the prompt (`[say hello]`, `[long 2000]`,
//! `[slow]`, `[error 429 once]`, …), for trying the server without a key. It exists only when the server was
//! started with it, and plays in process: nothing is sent anywhere. The script itself is read by
//! `opencode-scripted-model`; here it becomes an answer. Start from [`Scripted`].

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use indexmap::IndexMap;
use opencode_scripted_model::{Failure, Plan, Script};
use serde_json::json;

use super::openai::{self, Dialect};
use super::{FinishReason, LanguageModel, ModelError, ModelRequest, ModelStream, StreamEvent, Usage};

/// The provider's id.
pub const PROVIDER: &str = "scripted";
/// Its models, the default one first.
pub const MODELS: [&str; 1] = ["scripted-1"];

/// Breaks after this many pieces, if the script breaks the answer.
const PIECES_BEFORE_BREAK: usize = 2;
/// Pieces after which other tasks get their turn: a script without pauses is never waiting for anything.
const PIECES_PER_TURN: usize = 32;
/// Texts remembered for `once`; then the memory starts over.
const REMEMBERED: usize = 1000;

/// A scripted model. Clones share the memory of what has failed once.
#[derive(Clone, Default)]
pub struct Scripted {
    /// How long `[hang]` lasts; `None`: for ever.
    silence: Option<Duration>,
    failed_once: Arc<Mutex<HashSet<String>>>,
}

impl Scripted {
    pub fn new(silence: Option<Duration>) -> Self {
        Self { silence, ..Self::default() }
    }

    /// The same model, whose memory it shares, with another patience.
    pub(super) fn with_silence(&self, silence: Option<Duration>) -> Self {
        Self { silence, ..self.clone() }
    }

    /// The failure that comes instead of an answer.
    fn refusal(&self, script: &Script, plan: &Plan) -> Option<ModelError> {
        match plan.failure? {
            Failure::Status { once: true, .. } if !self.first_time(&script.text) => None,
            Failure::Status { code, .. } => Some(status(code, &format!("Scripted error {code}"))),
            Failure::Overflow => Some(status(400, "prompt is too long: 2000 tokens > 1000 maximum")),
            Failure::ErrorEvent | Failure::HangUp | Failure::Hang => None,
        }
    }

    fn first_time(&self, text: &str) -> bool {
        let mut seen = self.failed_once.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= REMEMBERED {
            seen.clear();
        }
        seen.insert(text.to_owned())
    }
}

#[async_trait]
impl LanguageModel for Scripted {
    async fn stream(&self, request: &ModelRequest) -> Result<ModelStream, ModelError> {
        // The script library reads requests as the wire has them.
        let script = Script::from_request(&openai::body(request, MODELS[0], &Dialect::default()));
        let plan = script.plan();
        match self.refusal(&script, &plan) {
            Some(error) => Err(error),
            None => Ok(play(plan, self.silence)),
        }
    }
}

fn play(plan: Plan, silence: Option<Duration>) -> ModelStream {
    Box::pin(async_stream::stream! {
        if plan.failure == Some(Failure::Hang) {
            yield Err(hang(silence).await);
            return;
        }
        for (number, event) in events(&plan).into_iter().enumerate() {
            let is_piece = matches!(event, StreamEvent::TextDelta(_) | StreamEvent::ReasoningDelta(_));
            if is_piece && !plan.delay.is_zero() {
                tokio::time::sleep(plan.delay).await;
            } else if number % PIECES_PER_TURN == 0 {
                tokio::task::yield_now().await;
            }
            // The first event opens a block, so this lets that many pieces through.
            match plan.failure {
                Some(Failure::ErrorEvent) if number > PIECES_BEFORE_BREAK => {
                    yield Err(ModelError::Stream { message: "Scripted stream error".to_owned() });
                    return;
                }
                Some(Failure::HangUp) if number > PIECES_BEFORE_BREAK => {
                    yield Err(ModelError::Closed);
                    return;
                }
                _ => yield Ok(event),
            }
        }
    })
}

async fn hang(silence: Option<Duration>) -> ModelError {
    match silence {
        Some(limit) => {
            tokio::time::sleep(limit).await;
            ModelError::Silent { limit }
        }
        None => std::future::pending().await,
    }
}

fn events(plan: &Plan) -> Vec<StreamEvent> {
    let mut events = Vec::new();
    if !plan.reasoning.is_empty() {
        events.push(StreamEvent::ReasoningStart);
        events.extend(plan.reasoning.iter().cloned().map(StreamEvent::ReasoningDelta));
    }
    if !plan.text.is_empty() {
        events.push(StreamEvent::TextStart);
        events.extend(plan.text.iter().cloned().map(StreamEvent::TextDelta));
    }
    // In the order of the format that most servers speak, which does not say where either ends.
    if !plan.reasoning.is_empty() {
        events.push(StreamEvent::ReasoningEnd { metadata: None });
    }
    if !plan.text.is_empty() {
        events.push(StreamEvent::TextEnd);
    }
    for call in &plan.calls {
        let id = format!("call_{:032x}", rand::random::<u128>());
        events.push(StreamEvent::ToolCallStart { id: id.clone(), name: call.name.clone() });
        for half in call.halves() {
            events.push(StreamEvent::ToolCallDelta { id: id.clone(), arguments: half.to_owned() });
        }
        events.push(StreamEvent::ToolCallEnd { id });
    }
    let reason = match plan.finish_reason() {
        "stop" => FinishReason::Stop,
        "length" => FinishReason::Length,
        "tool_calls" => FinishReason::ToolCalls,
        "content_filter" => FinishReason::ContentFilter,
        other => FinishReason::Other(other.to_owned()),
    };
    let (input, output) = (plan.usage.input, plan.usage.output);
    let usage = Usage { input, output, total: input.saturating_add(output), ..Usage::default() };
    events.push(StreamEvent::Finish { reason, usage });
    events
}

fn status(code: u16, message: &str) -> ModelError {
    let mut headers = IndexMap::new();
    if code == 429 {
        headers.insert("retry-after".to_owned(), "1".to_owned());
    }
    let body = json!({"error": {"message": message}}).to_string();
    ModelError::from_response(code, None, headers, body, format!("{PROVIDER}:{}", MODELS[0]))
}

#[cfg(test)]
mod tests {
    use futures::StreamExt;

    use super::*;
    use crate::provider::ChatMessage;

    async fn answer(
        model: &Scripted,
        prompt: &str,
    ) -> Result<Vec<Result<StreamEvent, ModelError>>, ModelError> {
        let request = ModelRequest { messages: vec![ChatMessage::user(prompt)], ..ModelRequest::default() };
        Ok(model.stream(&request).await?.collect().await)
    }

    fn text(items: &[Result<StreamEvent, ModelError>]) -> String {
        let pieces = items.iter().filter_map(|item| match item {
            Ok(StreamEvent::TextDelta(piece)) => Some(piece.as_str()),
            _ => None,
        });
        pieces.collect()
    }

    #[tokio::test]
    async fn says_what_it_is_told() {
        let model = Scripted::default();
        let items = answer(&model, "[reasoning] [say hello] [usage 7 3] [finish length]").await.unwrap();
        assert_eq!(text(&items), "hello");
        assert_eq!(items[0], Ok(StreamEvent::ReasoningStart));
        let usage = Usage { input: 7, output: 3, total: 10, ..Usage::default() };
        assert_eq!(items.last(), Some(&Ok(StreamEvent::Finish { reason: FinishReason::Length, usage })));
        let long = answer(&model, "[long 100]").await.unwrap();
        assert!(text(&long).ends_with("chunk 100 "));
    }

    #[tokio::test]
    async fn fails_as_it_is_told() {
        let model = Scripted::new(Some(Duration::from_millis(5)));
        let error = answer(&model, "[error 429 once]").await.unwrap_err();
        assert!(matches!(&error, ModelError::Api { status: 429, retryable: true, .. }), "{error:?}");
        assert_eq!(error.retry_after(std::time::UNIX_EPOCH), Some(Duration::from_secs(1)));
        assert!(answer(&model, "[error 429 once]").await.is_ok(), "once is once, for clones too");
        let overflow = answer(&model, "[overflow]").await.unwrap_err();
        assert!(matches!(overflow, ModelError::ContextOverflow { .. }));

        let broken = answer(&model, "[errstream]").await.unwrap();
        assert_eq!(broken.last(), Some(&Err(ModelError::Stream { message: "Scripted stream error".into() })));
        assert_eq!(text(&broken), "This is ");
        let cut = answer(&model, "[hangup]").await.unwrap();
        assert_eq!(cut.last(), Some(&Err(ModelError::Closed)));
        let hung = answer(&model, "[hang]").await.unwrap();
        assert_eq!(hung, [Err(ModelError::Silent { limit: Duration::from_millis(5) })]);
    }

    #[tokio::test]
    async fn calls_tools_step_by_step() {
        let items = answer(&Scripted::default(), "[tool:read notes.md]").await.unwrap();
        let Ok(StreamEvent::ToolCallStart { name, .. }) = &items[0] else { panic!("{items:?}") };
        assert_eq!(name, "read");
        assert!(matches!(
            items.last(),
            Some(Ok(StreamEvent::Finish { reason: FinishReason::ToolCalls, .. }))
        ));
    }
}
