//! One story through the typed client, against our server and against the real one from npm.

use std::collections::BTreeMap;
use std::time::Duration;

use futures::StreamExt as _;
use opencode_client::events::EventStream;
use opencode_client::types::{
    Event, Message, Part, SessionCreateBody, SessionPromptBody, SessionPromptBodyPartsItem,
    SessionUpdateBody, TextPartInput,
};
use opencode_client::{ApiError, Client};
use opencode_conformance::peers;
use opencode_scripted_model::{Options, ScriptedServer, config_for};
use opencode_server::paths::Environment;
use opencode_server::{Config, Credentials, Port};

/// Longest wait for anything.
const LIMIT: Duration = Duration::from_secs(30);

fn text(text: &str) -> SessionPromptBody {
    let part = TextPartInput {
        id: None,
        ignored: None,
        metadata: None,
        synthetic: None,
        text: text.to_owned(),
        time: None,
        type_: Default::default(),
    };
    SessionPromptBody {
        agent: None,
        format: None,
        message_id: None,
        model: None,
        no_reply: None,
        parts: vec![SessionPromptBodyPartsItem::Text(part)],
        system: None,
        tools: None,
        variant: None,
    }
}

/// Reads until `found` answers something.
async fn wait_for<T>(events: &mut EventStream, mut found: impl FnMut(Event) -> Option<T>) -> T {
    let reading = async {
        while let Some(item) = events.next().await {
            let event = item.expect("no end").event().expect("an event of the contract");
            if let Some(value) = found(event) {
                return value;
            }
        }
        panic!("the stream ended");
    };
    tokio::time::timeout(LIMIT, reading).await.expect("the event arrives in time")
}

/// What a caller does in a day: create, prompt, watch, read back, rename, list, delete.
async fn story(client: &Client) {
    let health = client.global().health().send().await.expect("a healthy server");
    assert_eq!(health.version, "1.2.6");
    let mut events = client.events().await.expect("an event stream");
    wait_for(&mut events, |event| matches!(event, Event::ServerConnected(_)).then_some(())).await;

    let session =
        client.session().create().body(SessionCreateBody::default()).send().await.expect("a session");
    let answer = client
        .session()
        .prompt(&session.id)
        .body(text("Hello [reasoning] [say All is well.]"))
        .send()
        .await
        .expect("an answer");
    assert!(
        matches!(&answer.info, Message::Assistant(info) if info.error.is_none() && info.time.completed.is_some())
    );
    let said = answer.parts.iter().find_map(|part| match part {
        Part::Text(part) => Some(part.text.as_str()),
        _ => None,
    });
    assert_eq!(said, Some("All is well."));
    assert!(answer.parts.iter().any(|part| matches!(part, Part::Reasoning(_))));

    let mut streamed = BTreeMap::<String, String>::new();
    wait_for(&mut events, |event| match event {
        Event::MessagePartDelta(event) => {
            streamed.entry(event.properties.part_id).or_default().push_str(&event.properties.delta);
            None
        }
        Event::SessionIdle(event) => (event.properties.session_id == session.id).then_some(()),
        _ => None,
    })
    .await;
    assert!(streamed.values().any(|text| text == "All is well."), "{streamed:?}");

    let messages = client.session().messages(&session.id).send().await.expect("messages");
    assert!(
        matches!(messages[0].info, Message::User(_)) && matches!(messages[1].info, Message::Assistant(_))
    );
    let rename = SessionUpdateBody { title: Some("Größe".to_owned()), ..SessionUpdateBody::default() };
    client.session().update(&session.id).body(rename).send().await.expect("a new title");
    let listed = client.session().list().send().await.expect("sessions");
    assert!(listed.iter().any(|other| other.id == session.id && other.title == "Größe"));
    assert!(client.provider().list().send().await.expect("providers").connected.contains(&"fake".to_owned()));
    assert!(client.app().agents().send().await.expect("agents").iter().any(|agent| agent.name == "build"));
    assert!(*client.session().delete(&session.id).send().await.expect("it is deleted"));
    let error = client.session().get(&session.id).send().await.expect_err("it is gone");
    assert!(
        matches!(error.api_error(), Some(ApiError::NotFound(_)))
            && error.status().is_some_and(|status| status == 404),
        "{error:?}"
    );
}

#[tokio::test]
async fn the_story_on_our_server() {
    let model = ScriptedServer::start(Options::default()).await.expect("a scripted model");
    let home = tempfile::tempdir().expect("a temporary folder");
    let project = home.path().join("project größe");
    std::fs::create_dir(&project).expect("a project");
    std::fs::write(project.join("opencode.json"), config_for(&model.url()).to_string())
        .expect("a configuration");
    let environment = Environment::new(home.path(), home.path().to_owned(), BTreeMap::new());
    let config = Config {
        port: Port::Any,
        credentials: Some(Credentials::new("opencode", "geheim")),
        ..Config::new(environment, slog::Logger::root(slog::Discard, slog::o!()))
    };
    let server = opencode_server::start(config).await.expect("a server");
    let client = Client::builder(server.url())
        .basic_auth("opencode", "geheim")
        .directory(&project)
        .build()
        .expect("a client");
    story(&client).await;

    let stranger = Client::builder(server.url()).build().expect("a client");
    let refused = stranger.global().health().send().await.expect_err("no password");
    assert_eq!(refused.status().map(|status| status.as_u16()), Some(401));
    server.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_story_on_the_real_server() {
    let packages = match tokio::task::block_in_place(peers::Packages::install) {
        Ok(packages) => packages,
        Err(missing) => return peers::say_aloud("the_story_on_the_real_server", &missing),
    };
    let model = ScriptedServer::start(Options::default()).await.expect("a scripted model");
    let home = peers::Home::new().expect("a temporary folder");
    home.configure(&config_for(&model.url())).expect("a configuration");
    let program = peers::Program::Real(packages.opencode());
    let server =
        tokio::task::block_in_place(|| peers::Server::start(&program, &home, &[])).expect("the real server");
    let client = Client::builder(server.url()).directory(home.project()).build().expect("a client");
    story(&client).await;
}
