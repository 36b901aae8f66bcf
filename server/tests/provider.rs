//! The provider room against the scripted model over HTTP: configuration in, answers out, in both wire formats.
//! What each event means is tested beside the decoders; here it is the road that counts.

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use indexmap::IndexMap;
use opencode_scripted_model::{Options, ScriptedServer, config_for};
use opencode_server::paths::Environment;
use opencode_server::provider::catalogue::{Catalogue, CatalogueSources, ModelRef, ResolvedModel};
use opencode_server::provider::transport::Transport;
use opencode_server::provider::{
    ChatMessage, Content, FinishReason, LanguageModel, ModelError, ModelRequest, Role, StreamEvent,
    ToolDefinition, ToolResult, Usage,
};
use serde_json::{Value, json};

/// One model of each wire format.
const MODELS: [&str; 2] = ["fake/fake-1", "fakeanth/claude-fake"];
/// How long anything may take that should happen at once.
const SOON: Duration = Duration::from_secs(10);

async fn scripted_server() -> ScriptedServer {
    ScriptedServer::start(Options::default()).await.expect("a free port")
}

/// The models that `opencode_scripted_model` configures, with `options` for their providers on top.
fn model(server: &ScriptedServer, name: &str, options: Value) -> ResolvedModel {
    let mut config = config_for(&server.url());
    for provider in ["fake", "fakeanth"] {
        for (option, value) in options.as_object().expect("options") {
            config["provider"][provider]["options"][option] = value.clone();
        }
    }
    let catalogue = Catalogue::build(&CatalogueSources {
        config: &serde_json::from_value(config).expect("a configuration"),
        environment: &Environment::new("/nonexistent", "/", []),
        auth: &IndexMap::new(),
        scripted: None,
        transport: &Transport::default(),
    });
    catalogue.expect("a catalogue").model(&ModelRef::parse(name).expect("a name")).expect("a model")
}

fn prompt(text: &str) -> ModelRequest {
    ModelRequest {
        system: vec!["You are a test.".into()],
        messages: vec![ChatMessage::user(text)],
        max_output_tokens: Some(8000),
        ..ModelRequest::default()
    }
}

type Items = Vec<Result<StreamEvent, ModelError>>;

async fn ask(model: &ResolvedModel, request: &ModelRequest) -> Result<Items, ModelError> {
    Ok(model.stream(request).await?.collect().await)
}

async fn answer(model: &ResolvedModel, request: &ModelRequest) -> Vec<StreamEvent> {
    let items = ask(model, request).await.expect("an answer");
    items.into_iter().collect::<Result<_, _>>().expect("a whole answer")
}

fn text(events: &[StreamEvent]) -> String {
    let pieces = events.iter().filter_map(|event| match event {
        StreamEvent::TextDelta(piece) => Some(piece.as_str()),
        _ => None,
    });
    pieces.collect()
}

#[tokio::test]
async fn an_answer_in_either_format_is_the_same() {
    let server = scripted_server().await;
    for name in MODELS {
        let events =
            answer(&model(&server, name, json!({})), &prompt("[reasoning] [say hello] [usage 7 3]")).await;
        let shape: Vec<_> = events.iter().map(|event| format!("{event:?}")).collect();
        let kinds: Vec<_> =
            shape.iter().map(|event| event.split(['(', ' ']).next().unwrap_or_default()).collect();
        let begun = ["ReasoningStart", "ReasoningDelta", "ReasoningDelta"];
        // Only one of the two formats says where reasoning ends; in the other it ends with the answer.
        let rest = if name == MODELS[0] {
            ["TextStart", "TextDelta", "ReasoningEnd", "TextEnd", "Finish"]
        } else {
            ["ReasoningEnd", "TextStart", "TextDelta", "TextEnd", "Finish"]
        };
        assert_eq!(kinds, [&begun[..], &rest].concat(), "{name}");
        assert_eq!(text(&events), "hello");
        let usage = Usage { input: 7, output: 3, total: 10, ..Usage::default() };
        assert_eq!(events.last(), Some(&StreamEvent::Finish { reason: FinishReason::Stop, usage }), "{name}");
    }
    let [openai, anthropic] = &server.requests()[..] else { panic!("two requests") };
    assert_eq!((openai.path.as_str(), anthropic.path.as_str()), ("/v1/chat/completions", "/v1/messages"));
    assert_eq!(openai.headers["authorization"], "Bearer test-key");
    assert_eq!(
        (&anthropic.headers["x-api-key"], &anthropic.headers["anthropic-version"]),
        (&"test-key".parse().unwrap(), &"2023-06-01".parse().unwrap())
    );
    assert!(!anthropic.headers.contains_key("authorization"));
    for request in [openai, anthropic] {
        assert!(request.headers["user-agent"].to_str().unwrap().starts_with("opencode-rs/"));
        assert_eq!((&request.body["max_tokens"], &request.body["stream"]), (&json!(8000), &json!(true)));
    }
}

#[tokio::test]
async fn a_long_answer_arrives_whole() {
    let server = scripted_server().await;
    for name in MODELS {
        let events = answer(&model(&server, name, json!({})), &prompt("[long 2000]")).await;
        assert_eq!(events.len(), 2003, "{name}");
        assert!(text(&events).ends_with("chunk 2000 "), "{name}");
    }
}

#[tokio::test]
async fn a_tool_round_in_either_format() {
    let server = scripted_server().await;
    for name in MODELS {
        let model = model(&server, name, json!({}));
        let mut request = prompt("[tool:read notes.md]");
        request.tools = vec![ToolDefinition {
            name: "read".into(),
            description: "Reads a file.".into(),
            parameters: json!({"type": "object", "properties": {"filePath": {"type": "string"}}}),
        }];
        let events = answer(&model, &request).await;
        let StreamEvent::ToolCallStart { id, name: tool } = &events[0] else { panic!("{name}: {events:?}") };
        let arguments: String = events
            .iter()
            .filter_map(|event| match event {
                StreamEvent::ToolCallDelta { arguments, .. } => Some(arguments.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!((tool.as_str(), arguments.as_str()), ("read", r#"{"filePath":"notes.md"}"#), "{name}");
        assert!(matches!(events.last(), Some(StreamEvent::Finish { reason: FinishReason::ToolCalls, .. })));

        let input = serde_json::from_str(&arguments).expect("JSON");
        let call = Content::ToolCall { id: id.clone(), name: tool.clone(), input };
        let result = ToolResult {
            id: id.clone(),
            name: tool.clone(),
            output: "some notes".into(),
            is_error: false,
            files: vec![],
        };
        request.messages.push(ChatMessage { role: Role::Assistant, content: vec![call] });
        request.messages.push(ChatMessage { role: Role::Tool, content: vec![Content::ToolResult(result)] });
        assert_eq!(text(&answer(&model, &request).await), "The tool run is finished.", "{name}");
        let sent = server.requests().last().expect("a request").body.to_string();
        assert!(sent.contains("some notes") && sent.contains(id.as_str()), "{name}: {sent}");
    }
}

#[tokio::test]
async fn refusals_say_what_is_wrong() {
    let server = scripted_server().await;
    for name in MODELS {
        let model = model(&server, name, json!({}));
        let busy = ask(&model, &prompt("[error 429]")).await.expect_err("a refusal");
        assert!(
            matches!(&busy, ModelError::Api { status: 429, message, retryable: true, .. } if message == "Scripted error 429"),
            "{name}: {busy:?}"
        );
        assert_eq!(busy.retry_after(std::time::SystemTime::now()), Some(Duration::from_secs(1)), "{name}");
        let wrong = ask(&model, &prompt("[error 400]")).await.expect_err("a refusal");
        assert!(matches!(&wrong, ModelError::Api { status: 400, retryable: false, .. }), "{name}: {wrong:?}");
        let long = ask(&model, &prompt("[overflow]")).await.expect_err("a refusal");
        assert!(matches!(&long, ModelError::ContextOverflow { body: Some(_), .. }), "{name}: {long:?}");
    }
}

#[tokio::test]
async fn answers_that_break_say_how() {
    let server = scripted_server().await;
    for name in MODELS {
        let model = model(&server, name, json!({}));
        let failed = ask(&model, &prompt("[errstream]")).await.expect("a begun answer");
        let expected = ModelError::Stream { message: "Scripted stream error".into() };
        assert_eq!(failed.last(), Some(&Err(expected)), "{name}");
        let cut = ask(&model, &prompt("[hangup]")).await.expect("a begun answer");
        assert_eq!(cut.last(), Some(&Err(ModelError::Closed)), "{name}");
    }
}

#[tokio::test]
async fn silence_ends_the_answer_and_frees_the_provider() {
    let server = scripted_server().await;
    let limit = Duration::from_millis(100);
    for (number, name) in MODELS.into_iter().enumerate() {
        let model = model(&server, name, json!({"timeout": 100}));
        let items = ask(&model, &prompt("[hang]")).await.expect("headers");
        assert_eq!(items, [Err(ModelError::Silent { limit })], "{name}");
        let freed =
            server.wait_for(SOON, |state| state.open_streams == 0 && state.abandoned_streams > number as u64);
        freed.await.expect("the connection is closed");
    }
}

#[tokio::test]
async fn whoever_stops_listening_frees_the_provider() {
    let server = Arc::new(scripted_server().await);
    for (number, name) in MODELS.into_iter().enumerate() {
        let model = model(&server, name, json!({"timeout": false}));
        let mut events = model.stream(&prompt("[slow]")).await.expect("headers");
        assert_eq!(events.next().await, Some(Ok(StreamEvent::TextStart)), "{name}");
        assert_eq!(server.open_streams(), 1);
        drop(events);
        let freed =
            server.wait_for(SOON, |state| state.open_streams == 0 && state.abandoned_streams > number as u64);
        freed.await.expect("the connection is closed");
    }
}
