//! Replies to what a run asks for: permissions and questions.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use opencode_types::{
    PermissionReplyBody, PermissionReplyBodyReply, PermissionRequest, QuestionAnswer, QuestionReplyBody,
    QuestionRequest,
};
use reqwest::StatusCode;

use crate::{Client, Error, ResponseValue};

/// A reply to a request for a permission.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PermissionReply {
    /// This once.
    Once,
    /// Now and for what is like it (the request's `always`), until the server's instance ends.
    Always,
    /// No. The run stops, and so does every other request of the session.
    Reject,
    /// No, and the model is told why: the run goes on.
    RejectBecause(String),
}

/// A reply to questions.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum QuestionReply {
    /// For each question, in order, the labels of the chosen options or texts of one's own.
    Answer(Vec<Vec<String>>),
    /// No answer; the run stops.
    Reject,
}

type Callback<Request, Reply> = Arc<dyn Fn(Request) -> BoxFuture<'static, Reply> + Send + Sync>;

/// Who replies.
#[derive(Clone, Default)]
pub(super) struct Callbacks {
    pub(super) permission: Option<Callback<PermissionRequest, PermissionReply>>,
    pub(super) question: Option<Callback<QuestionRequest, QuestionReply>>,
}

impl Callbacks {
    /// Whoever gives no callback and does not look at the steps has nobody to reply: the run would wait for ever.
    pub(super) fn or_reject(mut self) -> Self {
        self.permission.get_or_insert_with(|| Arc::new(|_| Box::pin(async { PermissionReply::Reject })));
        self.question.get_or_insert_with(|| Arc::new(|_| Box::pin(async { QuestionReply::Reject })));
        self
    }
}

/// A request that nobody waits for any more (404) was answered by somebody else, or went with its run.
fn given<T>(answer: Result<ResponseValue<T>, Error>) -> Result<(), Error> {
    match answer {
        Err(error) if error.status() == Some(StatusCode::NOT_FOUND) => Ok(()),
        answer => answer.map(drop),
    }
}

pub(super) async fn permission(client: &Client, id: &str, reply: PermissionReply) -> Result<(), Error> {
    let (reply, message) = match reply {
        PermissionReply::Once => (PermissionReplyBodyReply::Once, None),
        PermissionReply::Always => (PermissionReplyBodyReply::Always, None),
        PermissionReply::Reject => (PermissionReplyBodyReply::Reject, None),
        PermissionReply::RejectBecause(reason) => (PermissionReplyBodyReply::Reject, Some(reason)),
    };
    given(client.permission().reply(id).body(PermissionReplyBody { message, reply }).send().await)
}

pub(super) async fn question(client: &Client, id: &str, reply: QuestionReply) -> Result<(), Error> {
    match reply {
        QuestionReply::Answer(answers) => {
            let answers = answers.into_iter().map(QuestionAnswer).collect();
            given(client.question().reply(id).body(QuestionReplyBody { answers }).send().await)
        }
        QuestionReply::Reject => given(client.question().reject(id).send().await),
    }
}
