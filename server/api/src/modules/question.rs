// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! Operations of the module `question`, from `/question`.

use dropshot::*;

use super::parameters::*;
use crate::support::*;
use crate::types;

/// Operations of the module `question`: `question.list`, `question.reply`, `question.reject`.
#[dropshot::api_description { module = "endpoints" }]
pub trait QuestionApi {
    /// What the server shares between requests.
    type Context;

    /// List pending questions
    ///
    /// Get all pending question requests across all sessions.
    #[endpoint { method = GET, path = "/question", operation_id = "question.list" }]
    async fn question_list(
        context: RequestContext<Self::Context>,
        query: Query<InstanceQuery>,
    ) -> Answer<Vec<types::QuestionRequest>, Undeclared> {
        let _ = (context, query);
        not_built("question.list")
    }

    /// Reply to question request
    ///
    /// Provide answers to a question request from the AI assistant.
    #[endpoint { method = POST, path = "/question/{requestID}/reply", operation_id = "question.reply" }]
    async fn question_reply(
        context: RequestContext<Self::Context>,
        path: Path<RequestPath>,
        query: Query<InstanceQuery>,
        body: JsonBody<types::QuestionReplyBody>,
    ) -> Answer<bool, types::BadRequestOrNotFound> {
        let _ = (context, path, query, body);
        not_built("question.reply")
    }

    /// Reject question request
    ///
    /// Reject a question request from the AI assistant.
    #[endpoint { method = POST, path = "/question/{requestID}/reject", operation_id = "question.reject" }]
    async fn question_reject(
        context: RequestContext<Self::Context>,
        path: Path<RequestPath>,
        query: Query<InstanceQuery>,
    ) -> Answer<bool, types::BadRequestOrNotFound> {
        let _ = (context, path, query);
        not_built("question.reject")
    }
}
