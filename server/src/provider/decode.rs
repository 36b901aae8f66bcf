//! From server-sent events to [`StreamEvent`]s: what both wire formats share. A format brings a [`Decoder`],
//! which sees one event at a time and knows no stream; [`decode`] runs it, and decides what an answer that
//! breaks off is worth.

use futures::StreamExt;

use super::transport::Events;
use super::{FinishReason, ModelError, ModelStream, StreamEvent, Usage};

/// The reading half of a wire format.
pub(super) trait Decoder: Send + 'static {
    /// Takes the data of one event and tells `answer` what it says.
    ///
    /// # Errors
    /// The error object that the event is, or [`ModelError::Protocol`] for an event that makes no sense.
    fn event(&mut self, data: &str, answer: &mut Answer) -> Result<(), ModelError>;
}

/// Collects what a decoder finds: at most one text and one reasoning are open, and whatever the decoder does not end is
/// ended with the answer.
#[derive(Default)]
pub(super) struct Answer {
    ready: Vec<StreamEvent>,
    text: bool,
    reasoning: bool,
    calls: Vec<OpenCall>,
    reason: Option<FinishReason>,
    pub usage: Usage,
    /// The provider said that nothing more will come.
    pub complete: bool,
}

struct OpenCall {
    id: String,
    has_arguments: bool,
}

/// Turns events into an answer. The connection is closed before the last item is handed out.
pub(super) fn decode(mut events: Events, mut decoder: impl Decoder) -> ModelStream {
    Box::pin(async_stream::stream! {
        let mut answer = Answer::default();
        let mut trouble = None;
        while !answer.complete && trouble.is_none() {
            match events.next().await {
                Some(Ok(event)) => trouble = decoder.event(&event.data, &mut answer).err(),
                // What breaks after the reason to stop has been given harms nothing: the answer is whole.
                Some(Err(_)) if answer.reason.is_some() => break,
                Some(Err(error)) => trouble = Some(error),
                None => break,
            }
            for event in answer.ready.drain(..) {
                yield Ok(event);
            }
        }
        drop(events);
        match trouble {
            Some(error) => yield Err(error),
            None => {
                for item in answer.closed() {
                    yield item;
                }
            }
        }
    })
}

impl Answer {
    /// An empty piece is no piece: some providers open every answer with one.
    pub fn text(&mut self, piece: &str) {
        if piece.is_empty() {
            return;
        }
        if !std::mem::replace(&mut self.text, true) {
            self.ready.push(StreamEvent::TextStart);
        }
        self.ready.push(StreamEvent::TextDelta(piece.to_owned()));
    }

    pub fn reasoning(&mut self, piece: &str) {
        if piece.is_empty() {
            return;
        }
        self.reasoning_start();
        self.ready.push(StreamEvent::ReasoningDelta(piece.to_owned()));
    }

    /// Begins a reasoning block that may stay without text.
    pub fn reasoning_start(&mut self) {
        if !std::mem::replace(&mut self.reasoning, true) {
            self.ready.push(StreamEvent::ReasoningStart);
        }
    }

    /// Ends the reasoning block, if one is open, with what must be handed back with it.
    pub fn reasoning_end(&mut self, metadata: Option<serde_json::Value>) {
        if std::mem::take(&mut self.reasoning) {
            self.ready.push(StreamEvent::ReasoningEnd { metadata });
        }
    }

    /// Ends the text block, if one is open.
    pub fn text_end(&mut self) {
        if std::mem::take(&mut self.text) {
            self.ready.push(StreamEvent::TextEnd);
        }
    }

    pub fn call_start(&mut self, id: &str, name: &str) {
        self.calls.push(OpenCall { id: id.to_owned(), has_arguments: false });
        self.ready.push(StreamEvent::ToolCallStart { id: id.to_owned(), name: name.to_owned() });
    }

    pub fn call_arguments(&mut self, id: &str, piece: &str) {
        if piece.is_empty() {
            return;
        }
        if let Some(call) = self.calls.iter_mut().find(|call| call.id == id) {
            call.has_arguments = true;
        }
        self.ready.push(StreamEvent::ToolCallDelta { id: id.to_owned(), arguments: piece.to_owned() });
    }

    /// A call without arguments gets the empty object, which is what its tool will be given.
    pub fn call_end(&mut self, id: &str) {
        let Some(at) = self.calls.iter().position(|call| call.id == id) else { return };
        let call = self.calls.remove(at);
        if !call.has_arguments {
            self.ready.push(StreamEvent::ToolCallDelta { id: call.id.clone(), arguments: "{}".to_owned() });
        }
        self.ready.push(StreamEvent::ToolCallEnd { id: call.id });
    }

    /// Why the model stopped; the last word counts.
    pub fn stopped(&mut self, reason: FinishReason) {
        self.reason = Some(reason);
    }

    /// The end of the answer, or the error that it never came.
    fn closed(mut self) -> Vec<Result<StreamEvent, ModelError>> {
        let Some(reason) = self.reason.take() else { return vec![Err(ModelError::Closed)] };
        self.reasoning_end(None);
        self.text_end();
        while let Some(call) = self.calls.first() {
            let id = call.id.clone();
            self.call_end(&id);
        }
        self.ready.push(StreamEvent::Finish { reason, usage: self.usage });
        self.ready.into_iter().map(Ok).collect()
    }
}

#[cfg(test)]
pub(super) mod testing {
    //! Runs a decoder on canned bytes.

    use eventsource_stream::Eventsource;

    use super::*;

    /// The answer in `body`, which must be the same however the bytes are cut.
    pub async fn answer<D: Decoder + Default>(body: &str) -> Vec<Result<StreamEvent, ModelError>> {
        let whole = cut::<D>(body, body.len().max(1)).await;
        for size in [1, 2, 3, 7, 64] {
            assert_eq!(cut::<D>(body, size).await, whole, "cut into pieces of {size} bytes");
        }
        whole
    }

    /// Like [`answer`], for one that succeeds.
    pub async fn events<D: Decoder + Default>(body: &str) -> Vec<StreamEvent> {
        answer::<D>(body).await.into_iter().collect::<Result<_, _>>().expect("an answer without error")
    }

    async fn cut<D: Decoder + Default>(body: &str, size: usize) -> Vec<Result<StreamEvent, ModelError>> {
        let pieces: Vec<_> = body.as_bytes().chunks(size).map(|piece| Ok::<_, ()>(piece.to_vec())).collect();
        let events =
            futures::stream::iter(pieces).eventsource().map(|event| Ok(event.expect("framed events")));
        decode(Box::pin(events), D::default()).collect().await
    }
}
