//! Proof that the conformance check sees what it is for: a good server behind a proxy that spoils its answers, each time
//! in one way. Every way is found by the rule that is meant for it, and the unspoiled server has no finding.
//!
//! The tables are `answers`, `gateway`, `streams`; the proxy is `proxy`, over the wire format of `http`.

mod answers;
mod gateway;
mod http;
mod proxy;
mod streams;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use futures::StreamExt;
use opencode_conformance::{Kind, Options, Report, Rule, Verdict, run};
use opencode_server::gateway::Credentials;
use opencode_server::paths::Environment;
use opencode_server::{Config, Port, Server};
use opencode_spec::errata::Errata;

use proxy::Corruption;

const PASSWORD: &str = "a password";
/// How many spoiled servers are tried at once.
const AT_ONCE: usize = 6;

/// One way to be wrong, and the rule that is to find it.
pub struct Mutation {
    pub name: &'static str,
    /// Operations to try; what concerns the whole server is tried with any.
    pub only: &'static [&'static str],
    pub kinds: &'static [Kind],
    pub rule: Rule,
    /// Behind it stands a server with a password.
    pub locked: bool,
    /// Seconds that an answer may take.
    pub limit: u64,
    /// Seconds between heartbeats, where they are waited for.
    pub heartbeat: Option<u64>,
    pub corruption: Corruption,
}

impl Mutation {
    fn options(&self, url: String) -> Options {
        let mut options = options(url, self.locked);
        options.only = self.only.iter().map(|&id| id.to_owned()).collect();
        options.kinds = self.kinds.to_vec();
        options.limit = Duration::from_secs(self.limit);
        options.cases = 20;
        if let Some(heartbeat) = self.heartbeat {
            options.heartbeat = Duration::from_secs(heartbeat);
            options.await_heartbeat = true;
        }
        options
    }

    /// What was found, if it is not what should be.
    async fn try_on(self, server: &str) -> Option<String> {
        let began = Instant::now();
        let options = self.options(String::new());
        let url = proxy::start(server, self.corruption).await;
        let found = match run(Options { base_url: url, ..options }).await {
            Ok(report) => findings(&report),
            Err(error) => return Some(format!("{}: the replay could not be made: {error}", self.name)),
        };
        let took = began.elapsed();
        println!("{took:>8.2?}  {:?}: {}", self.rule, self.name);
        let is_found = found.iter().any(|(rule, _)| *rule == self.rule);
        (!is_found).then(|| format!("{}: {:?} does not find it, but {found:#?}", self.name, self.rule))
    }
}

fn options(url: String, locked: bool) -> Options {
    let password = locked.then(|| PASSWORD.to_owned());
    let corrections = corrections();
    Options { password, corrections, limit: Duration::from_secs(30), ..Options::new(url) }
}

/// The contract with its errata: it has no heartbeat without them.
fn corrections() -> Vec<(String, serde_json::Value)> {
    let contract = serde_json::from_str(include_str!("../../spec/opencode-api.json")).expect("JSON");
    let errata = Errata::parse(include_str!("../../spec/errata.toml")).expect("errata");
    errata.corrections(&contract).expect("errata that fit")
}

/// Rule, and where it was broken in which way.
fn findings(report: &Report) -> Vec<(Rule, String)> {
    let exchanges = report.operations.iter().flat_map(|operation| &operation.exchanges);
    let failing = exchanges.filter_map(|exchange| match &exchange.verdict {
        Verdict::Fails { findings } => Some((exchange, findings)),
        _ => None,
    });
    let told = failing.flat_map(|(exchange, findings)| {
        findings.iter().filter(|finding| !finding.known).map(move |finding| {
            let place = format!("{} {} {}", exchange.operation, exchange.case, exchange.request);
            (finding.rule, format!("{place} {}: {}", finding.pointer, finding.message))
        })
    });
    told.collect()
}

/// A server of ours in this process, with its home.
struct Good {
    server: Server,
    _home: tempfile::TempDir,
}

impl Good {
    async fn start(locked: bool) -> Good {
        let home = tempfile::tempdir().expect("a temporary folder");
        let project = home.path().join("project");
        std::fs::create_dir(&project).expect("a folder");
        let environment = Environment::new(home.path(), project, BTreeMap::new());
        let log = opencode_server::log::open(false, opencode_server::log::Level::Error, &environment.data);
        let mut config = Config::new(environment, log.expect("a log").logger);
        config.port = Port::Any;
        config.scripted_model = true;
        config.credentials = locked.then(|| Credentials::new("opencode", PASSWORD));
        config.limits.events.heartbeat = Duration::from_secs(1);
        // Enough for all that is sent here, and refused soon enough beyond it.
        config.limits.body_bytes = 4 << 20;
        Good { server: opencode_server::start(config).await.expect("it starts"), _home: home }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_good_server_has_no_finding() {
    let all = [Kind::Story, Kind::Gateway, Kind::Stream, Kind::Terminal];
    clean(false, &all).await;
    clean(true, &[Kind::Story, Kind::Gateway]).await;
    clean(false, &[Kind::Valid, Kind::Invalid]).await;
}

/// Tries a server of ours behind a proxy that changes nothing.
async fn clean(locked: bool, kinds: &[Kind]) {
    let good = Good::start(locked).await;
    let url = proxy::start(good.server.url(), Corruption::default()).await;
    let mut options = options(url, locked);
    options.kinds = kinds.to_vec();
    options.cases = 20;
    options.heartbeat = Duration::from_secs(1);
    let report = run(options).await.expect("the replay can be made");
    assert_eq!(findings(&report), [], "{report}");
    assert_eq!(report.exit_code(), 0, "{report}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_corruption_is_found() {
    let mutations: Vec<_> =
        answers::mutations().into_iter().chain(gateway::mutations()).chain(streams::mutations()).collect();
    let names: std::collections::BTreeSet<_> = mutations.iter().map(|mutation| mutation.name).collect();
    assert_eq!(names.len(), mutations.len(), "two have the same name");
    assert!(mutations.len() >= 40, "only {}", mutations.len());

    let (open, locked) = (Good::start(false).await, Good::start(true).await);
    let missed: Vec<_> = futures::stream::iter(mutations)
        .map(|mutation| {
            let server = if mutation.locked { &locked } else { &open };
            mutation.try_on(server.server.url())
        })
        .buffer_unordered(AT_ONCE)
        .filter_map(std::future::ready)
        .collect()
        .await;
    assert!(missed.is_empty(), "{} are missed:\n{}", missed.len(), missed.join("\n"));
}
