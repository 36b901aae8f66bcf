//! One answer of a model, written down as it comes: parts into the store, text on its way to the readers.
//!
//! A part is committed when it begins (empty) and when it ends (whole); in between only deltas go out, so that a long
//! answer costs no write per piece. When to ask again and how a message ends is in `turn`. Start from
//! [`Attempt::receive`].

use futures::StreamExt as _;
use opencode_types::{Part, ReasoningPart, TextPart};
use serde_json::{Map, Value};
use tokio_util::sync::CancellationToken;

use super::calls::Calls;
use super::failure::Failure;
use super::wire::{Place, now};
use super::work::Work;
use crate::provider::{FinishReason, LanguageModel, ModelError, ModelRequest, StreamEvent, Usage};
use crate::store::{Change, StoreError};

/// One call of a model and what was written of its answer.
pub struct Attempt<'a> {
    work: &'a Work,
    place: &'a Place,
    /// The parts that are being streamed; their text grows here and not in the store.
    reasoning: Option<ReasoningPart>,
    text: Option<TextPart>,
    /// Ids of the parts written so far.
    written: Vec<String>,
    pub calls: Calls,
}

impl<'a> Attempt<'a> {
    pub fn new(work: &'a Work, place: &'a Place) -> Attempt<'a> {
        Attempt { work, place, reasoning: None, text: None, written: Vec::new(), calls: Calls::default() }
    }

    /// Asks the model and writes its answer until it is finished.
    ///
    /// # Errors
    /// Whatever ended the answer early. What was written until then is still open: [`Attempt::keep`] it or
    /// [`Attempt::discard`] it. The connection to the provider is closed when this returns.
    pub async fn receive(
        &mut self,
        model: &dyn LanguageModel,
        request: &ModelRequest,
        cancel: &CancellationToken,
    ) -> Result<(FinishReason, Usage), Failure> {
        let mut stream = tokio::select! {
            biased;
            () = cancel.cancelled() => return Err(Failure::Aborted),
            stream = model.stream(request) => stream.map_err(Failure::Model)?,
        };
        self.write(self.place.step_start()).await?;
        loop {
            let event = tokio::select! {
                biased;
                () = cancel.cancelled() => return Err(Failure::Aborted),
                event = stream.next() => event,
            };
            match event {
                Some(Ok(StreamEvent::Finish { reason, usage })) => return Ok((reason, usage)),
                Some(Ok(event)) => self.take(event).await?,
                Some(Err(error)) => return Err(Failure::Model(error)),
                None => return Err(Failure::Model(ModelError::Closed)),
            }
        }
    }

    async fn take(&mut self, event: StreamEvent) -> Result<(), StoreError> {
        match event {
            StreamEvent::TextStart => {
                let part = self.text.insert(self.place.open_text()).clone();
                self.write(Part::Text(part)).await
            }
            StreamEvent::ReasoningStart => {
                let part = self.reasoning.insert(self.place.open_reasoning()).clone();
                self.write(Part::Reasoning(part)).await
            }
            StreamEvent::TextDelta(piece) => {
                if let Some(part) = &mut self.text {
                    part.text.push_str(&piece);
                    self.work.publish(&self.place.delta(&part.id, piece));
                }
                Ok(())
            }
            StreamEvent::ReasoningDelta(piece) => {
                if let Some(part) = &mut self.reasoning {
                    part.text.push_str(&piece);
                    self.work.publish(&self.place.delta(&part.id, piece));
                }
                Ok(())
            }
            StreamEvent::TextEnd => {
                let part = self.finished_text();
                self.keep_all(part).await
            }
            StreamEvent::ReasoningEnd { metadata } => {
                if let Some(part) = &mut self.reasoning {
                    part.metadata = metadata.and_then(object);
                }
                let part = self.finished_reasoning();
                self.keep_all(part).await
            }
            StreamEvent::ToolCallStart { id, name } => {
                let part = self.calls.begin(self.place, id, name);
                self.write(Part::Tool(part)).await
            }
            StreamEvent::ToolCallDelta { id, arguments } => {
                self.calls.extend(&id, &arguments);
                Ok(())
            }
            // The arguments are read when the whole answer is there; `receive` takes the last event.
            StreamEvent::ToolCallEnd { .. } | StreamEvent::Finish { .. } => Ok(()),
        }
    }

    async fn write(&mut self, part: Part) -> Result<(), StoreError> {
        if let Some(id) = id_of(&part) {
            self.written.push(id.to_owned());
        }
        self.work.commit(vec![Change::Part(part)]).await
    }

    async fn keep_all(&self, parts: impl IntoIterator<Item = Part>) -> Result<(), StoreError> {
        let changes: Vec<Change> = parts.into_iter().map(Change::Part).collect();
        if changes.is_empty() { Ok(()) } else { self.work.commit(changes).await }
    }

    fn finished_text(&mut self) -> Option<Part> {
        let mut part = self.text.take()?;
        part.text.truncate(part.text.trim_end().len());
        if let Some(time) = &mut part.time {
            time.end = Some(now());
        }
        Some(Part::Text(part))
    }

    fn finished_reasoning(&mut self) -> Option<Part> {
        let mut part = self.reasoning.take()?;
        // A signature is for the very text the provider sent.
        if part.metadata.is_none() {
            part.text.truncate(part.text.trim_end().len());
        }
        part.time.end = Some(now());
        Some(Part::Reasoning(part))
    }

    /// Keeps what was written of an answer that ended early: the text so far, and calls marked as never run.
    pub async fn keep(mut self) -> Result<(), StoreError> {
        let written = self.finished_reasoning().into_iter().chain(self.finished_text());
        let written: Vec<Part> = written.chain(self.calls.abandoned().into_iter().map(Part::Tool)).collect();
        self.keep_all(written).await
    }

    /// Removes what was written, before the model is asked again. No call has run yet, so nothing is lost by it.
    pub async fn discard(self) -> Result<(), StoreError> {
        let removed = self.written.iter().map(|part| self.work.part_removed(self.place, part));
        let changes: Vec<Change> = removed.collect();
        if changes.is_empty() { Ok(()) } else { self.work.commit(changes).await }
    }
}

fn object(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

fn id_of(part: &Part) -> Option<&str> {
    Some(match part {
        Part::Text(part) => &part.id,
        Part::Reasoning(part) => &part.id,
        Part::Tool(part) => &part.id,
        Part::StepStart(part) => &part.id,
        _ => return None,
    })
}
