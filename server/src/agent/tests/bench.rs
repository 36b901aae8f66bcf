//! One instance for a test: scripted model, store in a temporary directory, bus, runs. And a reader of its events.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use futures::StreamExt as _;
use indexmap::IndexMap;
use opencode_scripted_model::{Options, ScriptedServer, config_for};
use opencode_types::{Config, Session, SessionMessagesResponseItem};
use serde_json::{Value, json};
use slog::{Discard, Logger, o};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::agent::tools::{NoTools, Toolbox};
use crate::agent::{AtWork, Error, Prompted, Runs, Waiting, Work};
use crate::agents::{Agents, Origin};
use crate::events::{Bus, Subscription};
use crate::ids::{MessageId, SessionId};
use crate::paths::Environment;
use crate::provider::catalogue::{Catalogue, CatalogueSources};
use crate::provider::transport::Transport;
use crate::provider::{ModelError, retry};
use crate::store::{Change, Store};

/// Within this everything a test waits for must have happened.
pub const LIMIT: Duration = Duration::from_secs(20);

pub struct Bench {
    pub model: ScriptedServer,
    pub runs: Runs,
    pub store: Store,
    pub bus: Bus,
    pub directory: Arc<str>,
    pub home: tempfile::TempDir,
    pub tasks: TaskTracker,
    pub stop: CancellationToken,
}

/// What a bench is made of, where the default isn't right.
pub struct Setup {
    pub options: Options,
    pub retry: fn(&ModelError, u32, SystemTime) -> Option<Duration>,
    pub tools: Arc<dyn Toolbox>,
    /// Merged into the configuration.
    pub config: Value,
}

impl Default for Setup {
    fn default() -> Setup {
        Setup { options: Options::default(), retry: at_once, tools: Arc::new(NoTools), config: json!({}) }
    }
}

/// The real rule of what is tried again, without its waits.
pub fn at_once(error: &ModelError, attempt: u32, now: SystemTime) -> Option<Duration> {
    retry::delay(error, attempt, now).map(|_| Duration::from_millis(1))
}

impl Bench {
    pub async fn new() -> Bench {
        Bench::with(Setup::default()).await
    }

    pub async fn with(setup: Setup) -> Bench {
        let home = tempfile::tempdir().expect("a temporary directory");
        let project = home.path().join("project");
        std::fs::create_dir(&project).expect("the project");
        let directory: Arc<str> = project.display().to_string().into();
        let model = ScriptedServer::start(setup.options).await.expect("loopback is there");
        let mut config = config_for(&model.url());
        merge(&mut config, setup.config);
        let environment = Environment::new(home.path(), &project, []);
        let agents = Agents::new(&Origin {
            environment: &environment,
            worktree: &project,
            config: &config,
            skills: &[],
        });
        let config: Config = serde_json::from_value(config).expect("a configuration of the contract's form");
        let log = Logger::root(Discard, o!());
        let bus = Bus::new(&log);
        let store = Store::open(&home.path().join("test.db"), bus.clone(), log.clone())
            .await
            .expect("a new database");
        let catalogue = Catalogue::build(&CatalogueSources {
            config: &config,
            environment: &environment,
            auth: &IndexMap::new(),
            scripted: None,
            transport: &Transport::default(),
        })
        .expect("a catalogue");
        let work = Work {
            directory: directory.clone(),
            root: project,
            worktree: directory.to_string(),
            is_git: true,
            home: home.path().to_owned(),
            config_directory: home.path().join("config"),
            instructions: Vec::new(),
            agents: Arc::new(agents),
            catalogue: Arc::new(catalogue),
            tools: setup.tools,
            retry: setup.retry,
            store: store.clone(),
            bus: bus.clone(),
            log,
        };
        let (tasks, stop) = (TaskTracker::new(), CancellationToken::new());
        let runs = Runs::new(work, AtWork::default(), tasks.clone(), stop.clone());
        Bench { tasks, stop, model, runs, store, bus, directory, home }
    }

    /// A new session with the title it gets at its creation.
    pub async fn session(&self) -> SessionId {
        let id = SessionId::generate();
        let session: Session = serde_json::from_value(json!({
            "id": &*id, "slug": "quiet-test", "projectID": "global", "directory": &*self.directory,
            "title": format!("New session - {}", crate::clock::iso(crate::clock::now_ms())), "version": "1.2.6",
            "time": {"created": 1, "updated": 1},
        }))
        .expect("a session of the contract's form");
        self.store.commit(&self.directory, vec![Change::SessionCreated(session)]).await.expect("a commit");
        id
    }

    /// Sends a body as a client would.
    pub async fn send(&self, session: &SessionId, body: Value) -> Result<Prompted, Error> {
        let body = serde_json::from_value(body).expect("a body of the contract's form");
        self.runs.prompt(session, body).await
    }

    /// Starts an answer to one text.
    pub async fn start(&self, session: &SessionId, text: &str) -> Waiting {
        running(self.send(session, json!({"parts": [{"type": "text", "text": text}]})).await)
    }

    /// Ends everything, as disposing of the instance and stopping the server do.
    pub async fn shut_down(&self) {
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }

    /// The answer to one text.
    pub async fn ask(&self, session: &SessionId, text: &str) -> Value {
        let waiting = self.start(session, text).await;
        answer(waiting).await
    }

    pub async fn stored(&self, session: &SessionId, message: &str) -> SessionMessagesResponseItem {
        let found = self.store.message(session, &MessageId::known(message)).await.expect("a read");
        found.expect("the message is stored")
    }

    pub async fn title(&self, session: &SessionId) -> String {
        self.store.session(session).await.expect("a read").expect("the session is stored").title
    }

    pub fn watch(&self) -> Watch {
        Watch { stream: self.bus.subscribe_directory(self.directory.clone(), None), seen: Vec::new() }
    }

    /// The bodies of the requests that asked for an answer, not for a title.
    pub fn asked(&self) -> Vec<Value> {
        let requests = self.model.requests().into_iter().map(|request| request.body);
        requests.filter(|body| !body.to_string().contains("Generate a title")).collect()
    }
}

fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (key, value) in from {
                merge(into.entry(key).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from,
    }
}

pub fn running(prompted: Result<Prompted, Error>) -> Waiting {
    match prompted {
        Ok(Prompted::Running(waiting)) => waiting,
        Ok(Prompted::Stored(stored)) => panic!("only stored: {stored:?}"),
        Err(error) => panic!("refused: {error}"),
    }
}

/// The answer as JSON.
pub async fn answer(waiting: Waiting) -> Value {
    let outcome = tokio::time::timeout(LIMIT, waiting.answer()).await.expect("an answer in time");
    serde_json::to_value(&*outcome.expect("an answer")).expect("JSON")
}

/// Texts of the parts of one type.
pub fn texts(answer: &Value, kind: &str) -> Vec<String> {
    let parts = answer["parts"].as_array().expect("parts").iter();
    let texts = parts.filter(|part| part["type"] == kind).filter_map(|part| part["text"].as_str());
    texts.map(str::to_owned).collect()
}

/// The events of the bench's directory, as a reader of `/event` sees them.
pub struct Watch {
    stream: Subscription,
    pub seen: Vec<Value>,
}

impl Watch {
    /// Reads until an event fits, and returns it. Fails with all that was seen.
    pub async fn until(&mut self, what: &str, fits: impl Fn(&Value) -> bool) -> Value {
        let reading = async {
            loop {
                let frame = self.stream.next().await.expect("the stream stays open");
                let text = std::str::from_utf8(&frame).expect("UTF-8");
                let data = text.lines().find_map(|line| line.strip_prefix("data: ")).expect("a data line");
                let event: Value = serde_json::from_str(data).expect("JSON");
                self.seen.push(event.clone());
                if fits(&event) {
                    return event;
                }
            }
        };
        match tokio::time::timeout(LIMIT, reading).await {
            Ok(event) => event,
            Err(_) => panic!("no {what} within {LIMIT:?}; seen: {:#?}", self.seen),
        }
    }

    pub async fn until_idle(&mut self) {
        self.until("session.idle", |event| event["type"] == "session.idle").await;
    }

    pub async fn until_delta(&mut self) {
        self.until("delta", |event| event["type"] == "message.part.delta").await;
    }

    pub async fn until_status(&mut self, status: &str) -> Value {
        let fits = |event: &Value| event["properties"]["status"]["type"] == status;
        self.until(status, fits).await["properties"]["status"].clone()
    }

    pub async fn until_titled(&mut self) {
        let fits = |event: &Value| {
            event["properties"]["info"]["title"]
                .as_str()
                .is_some_and(|title| !title.starts_with("New session"))
        };
        self.until("title", fits).await;
    }
}
