//! Instances over a real store and real files. Whether a start happened is told by its `project.updated`.

use std::time::Duration;

use futures::StreamExt;
use futures::future::join_all;
use serde_json::{Value, json};
use slog::Discard;

use super::*;
use crate::events::Subscription;

struct Place {
    root: tempfile::TempDir,
    store: Store,
    bus: Bus,
    stopping: CancellationToken,
    instances: Instances,
}

impl Place {
    async fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("own")).unwrap();
        let mut environment = Environment::new(root.path().join("home"), root.path().join("own"), []);
        environment.managed = root.path().join("managed");
        let log = Logger::root(Discard, o!());
        let bus = Bus::new(&log);
        let store = Store::open(&root.path().join("store.db"), bus.clone(), log.clone()).await.unwrap();
        let stopping = CancellationToken::new();
        let instances = Instances::new(Surroundings {
            environment,
            store: store.clone(),
            bus: bus.clone(),
            auth: AuthFile::new(root.path().join("auth.json")),
            transport: Transport::default(),
            scripted: None,
            tasks: TaskTracker::new(),
            stopping: stopping.clone(),
            log,
        });
        Self { root, store, bus, stopping, instances }
    }

    fn directory(&self, name: &str) -> Arc<str> {
        let path = self.root.path().join(name);
        std::fs::create_dir_all(&path).unwrap();
        path.display().to_string().into()
    }

    fn events(&self) -> Events {
        Events(self.bus.subscribe_global(None))
    }
}

struct Events(Subscription);

impl Events {
    /// What has been published so far, as `directory type`.
    fn so_far(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.0.next().now_or_never().flatten())
            .map(|frame| {
                let text = String::from_utf8(frame.to_vec()).unwrap();
                let data = text.lines().find_map(|line| line.strip_prefix("data: ")).unwrap();
                serde_json::from_str::<Value>(data).unwrap()
            })
            .filter(|event| event["payload"]["type"] != "server.connected")
            .map(|event| {
                let directory = event["directory"].as_str().unwrap();
                let name = directory.rsplit('/').next().unwrap();
                format!("{name} {}", event["payload"]["type"].as_str().unwrap())
            })
            .collect()
    }
}

const STARTED: &str = "global project.updated";

#[tokio::test]
async fn many_first_requests_share_one_start() {
    let place = Place::new().await;
    let mut events = place.events();
    let directory = place.directory("p");
    let all = join_all((0..20).map(|_| place.instances.get(&directory))).await;
    let first = all[0].as_ref().unwrap();
    assert!(all.iter().all(|instance| Arc::ptr_eq(instance.as_ref().unwrap(), first)));
    let again = place.instances.get(&directory).await.unwrap();
    assert!(Arc::ptr_eq(&again, first));
    assert_eq!(events.so_far(), [STARTED]);
    assert_eq!(place.instances.count(), 1);
}

#[tokio::test]
async fn what_an_instance_knows() {
    let place = Place::new().await;
    let directory = place.directory("own/p");
    std::fs::write(
        place.root.path().join("own/p/opencode.json"),
        r#"{"agent": {"mine": {"mode": "primary"}},
            "provider": {"p": {"npm": "@ai-sdk/openai-compatible", "options": {"baseURL": "http://127.0.0.1:1"},
                               "models": {"m": {}}}}}"#,
    )
    .unwrap();
    let relative: Arc<str> = "p".into();
    let instance = place.instances.get(&relative).await.unwrap();
    assert_eq!((&*instance.directory, instance.root.to_str().unwrap()), ("p", &*directory));
    assert_eq!(instance.agents.get("mine").unwrap().native, Some(false));
    assert_eq!(instance.config.raw["agent"]["mine"]["mode"], json!("primary"));
    assert_eq!(instance.project.id, "global");
    assert!(instance.catalogue.providers().any(|provider| provider.id == "p"));
    let literal = place.instances.get(&directory).await.unwrap();
    assert!(!Arc::ptr_eq(&instance, &literal), "each spelling is an instance of its own");
}

#[tokio::test]
async fn a_failure_is_shared_but_not_kept() {
    let place = Place::new().await;
    let directory = place.directory("p");
    let file = place.root.path().join("p/opencode.json");
    std::fs::write(&file, "{").unwrap();
    let all = join_all((0..5).map(|_| place.instances.get(&directory))).await;
    for outcome in all {
        let error = outcome.err().expect("a failure");
        assert!(matches!(error, InstanceError::Config(ConfigError::Json { .. })), "{error:?}");
    }
    assert_eq!(place.instances.count(), 0);
    std::fs::write(&file, "{}").unwrap();
    place.instances.get(&directory).await.unwrap();
}

#[tokio::test]
async fn a_start_survives_the_request_that_began_it() {
    let place = Place::new().await;
    let mut events = place.events();
    let directory = place.directory("p");
    assert!(place.instances.get(&directory).now_or_never().is_none(), "a start needs more than one step");
    // The request is gone. Nobody waits, and still the start ends.
    let ended = async {
        let mut seen = Vec::new();
        while seen.is_empty() {
            tokio::task::yield_now().await;
            seen = events.so_far();
        }
        seen
    };
    let seen = tokio::time::timeout(Duration::from_secs(10), ended).await.expect("the start ends by itself");
    assert_eq!(seen, [STARTED]);
    place.instances.get(&directory).await.unwrap();
    assert_eq!(events.so_far(), Vec::<String>::new(), "no second start");
}

#[tokio::test]
async fn disposed_ones_end_and_are_made_anew() {
    let place = Place::new().await;
    let directory = place.directory("p");
    let mut events = place.events();
    let first = place.instances.get(&directory).await.unwrap();
    std::fs::write(place.root.path().join("p/opencode.json"), r#"{"theme": "new"}"#).unwrap();
    place.instances.dispose(&directory);
    assert!(first.cancel.is_cancelled());
    let second = place.instances.get(&directory).await.unwrap();
    assert!(!Arc::ptr_eq(&first, &second) && !second.cancel.is_cancelled());
    assert_eq!(second.config.config.theme.as_deref(), Some("new"));
    assert_eq!(events.so_far(), [STARTED, "p server.instance.disposed", STARTED]);
}

#[tokio::test]
async fn one_disposed_while_it_starts_is_made_anew_for_those_who_wait() {
    let place = Place::new().await;
    let directory = place.directory("p");
    let mut waiting = Box::pin(place.instances.get(&directory));
    assert!((&mut waiting).now_or_never().is_none());
    place.instances.dispose(&directory);
    let instance = waiting.await.unwrap();
    assert!(!instance.cancel.is_cancelled());
    assert!(Arc::ptr_eq(&instance, &place.instances.get(&directory).await.unwrap()));
}

#[tokio::test]
async fn all_disposed_are_told_one_by_one_and_then_together() {
    let place = Place::new().await;
    let directories = [place.directory("a"), place.directory("b")];
    let instances: Vec<_> =
        join_all(directories.iter().map(|directory| place.instances.get(directory))).await;
    let mut events = place.events();
    place.instances.dispose_all();
    assert!(instances.iter().all(|instance| instance.as_ref().unwrap().cancel.is_cancelled()));
    assert_eq!(place.instances.count(), 0);
    let mut seen = events.so_far();
    assert_eq!(seen.pop().as_deref(), Some("global global.disposed"));
    seen.sort();
    assert_eq!(seen, ["a server.instance.disposed", "b server.instance.disposed"]);
}

#[tokio::test]
async fn a_stopping_server_ends_them() {
    let place = Place::new().await;
    let instance = place.instances.get(&place.directory("p")).await.unwrap();
    place.stopping.cancel();
    assert!(instance.cancel.is_cancelled());
}

#[tokio::test]
async fn each_start_touches_the_row_of_its_project() {
    let place = Place::new().await;
    let first = place.instances.get(&place.directory("a")).await.unwrap();
    let mut named = place.store.project("global").await.unwrap().unwrap();
    assert_eq!(named, first.project);
    // What others wrote into the row stays.
    named.name = Some("Everything".to_owned());
    named.time.updated = opencode_types::Number(1.0);
    place.store.commit(&first.directory, vec![crate::store::Change::Project(named)]).await.unwrap();
    let second = place.instances.get(&place.directory("b")).await.unwrap();
    let rows = place.store.projects().await.unwrap();
    assert_eq!(rows, std::slice::from_ref(&second.project));
    assert_eq!(second.project.name.as_deref(), Some("Everything"));
    assert_eq!(second.project.time.created, first.project.time.created);
    assert!(second.project.time.updated.0 >= first.project.time.updated.0);
    assert_eq!(first.project.name, None, "an instance keeps the project as it was at its start");
}

#[tokio::test]
async fn broken_keys_are_told() {
    let place = Place::new().await;
    std::fs::write(place.root.path().join("auth.json"), "[").unwrap();
    let error = place.instances.get(&place.directory("p")).await.err().expect("a failure");
    assert!(matches!(error, InstanceError::Auth(_)), "{error:?}");
}
