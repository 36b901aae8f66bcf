//! What a turn asks a model about itself.

use std::sync::Mutex;

use serde_json::json;

use super::*;
use crate::provider::Role;
use crate::provider::catalogue::model::{Home, describe};

/// Keeps what it was asked and answers nothing.
#[derive(Default)]
struct Listener(Mutex<Option<ModelRequest>>);

#[async_trait]
impl LanguageModel for Listener {
    async fn stream(&self, request: &ModelRequest) -> Result<ModelStream, ModelError> {
        *self.0.lock().unwrap() = Some(request.clone());
        Ok(Box::pin(futures::stream::empty()))
    }
}

fn info(description: Value) -> Arc<Model> {
    Arc::new(describe("m", Home { provider: "p", npm: None, url: None }, None, &description).unwrap())
}

fn resolved(description: Value) -> ResolvedModel {
    ResolvedModel::new(info(description), Arc::new(Listener::default()))
}

fn map(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

#[test]
fn output_is_bounded_by_the_model_and_by_reason() {
    for (limit, expected) in
        [(json!({}), 32_000), (json!({"output": 8000}), 8000), (json!({"output": 128_000}), 32_000)]
    {
        assert_eq!(resolved(json!({"limit": limit})).max_output_tokens(), expected);
    }
}

#[test]
fn options_of_model_agent_and_variant() {
    let model = resolved(json!({
        "reasoning": true,
        "options": {"a": 1, "deep": {"x": 1, "y": 1}},
        "variants": {"high": {"a": 3}},
    }));
    let agent = map(json!({"a": 2, "deep": {"y": 2}}));
    assert_eq!(model.options(&agent, None), map(json!({"a": 2, "deep": {"x": 1, "y": 2}})));
    let high = model.options(&agent, Some("high"));
    assert_eq!((&high["a"], &high["reasoningEffort"]), (&json!(3), &json!("high")));
    assert_eq!(model.options(&agent, Some("unknown")), model.options(&agent, None));
}

#[tokio::test]
async fn files_that_the_model_cannot_read_become_a_sentence() {
    let file =
        |mime: &str| FileContent { mime: mime.into(), url: "data:,x".into(), filename: Some("a.x".into()) };
    let result = ToolResult {
        id: "c".into(),
        name: "read".into(),
        output: "read".into(),
        is_error: false,
        files: vec![file("image/png"), file("application/pdf")],
    };
    let request = ModelRequest {
        messages: vec![
            ChatMessage {
                role: Role::User,
                content: vec![
                    Content::File(file("image/png")),
                    Content::File(file("application/pdf")),
                    Content::File(file("text/plain")),
                ],
            },
            ChatMessage { role: Role::Tool, content: vec![Content::ToolResult(result.clone())] },
        ],
        ..ModelRequest::default()
    };
    let heard = |description: Value| {
        let request = &request;
        async move {
            let listener = Arc::new(Listener::default());
            let model = ResolvedModel::new(info(description), listener.clone());
            let _ = model.stream(request).await.unwrap();
            listener.0.lock().unwrap().take().unwrap()
        }
    };
    assert_eq!(heard(json!({"modalities": {"input": ["text", "image", "pdf"]}})).await, request);

    let heard = heard(json!({"modalities": {"input": ["text", "image"]}})).await;
    let note = "[a.x is left out: this model cannot read application/pdf. Say so to the user.]";
    let [Content::File(image), Content::Text(text), Content::File(_)] = &heard.messages[0].content[..] else {
        panic!("{heard:?}")
    };
    assert_eq!((image.mime.as_str(), text.as_str()), ("image/png", note));
    let expected = ToolResult { output: format!("read\n{note}"), files: vec![file("image/png")], ..result };
    assert_eq!(heard.messages[1].content, [Content::ToolResult(expected)]);
}
