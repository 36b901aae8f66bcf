//! Conversations across a proxy that breaks things: the answer is whole, and every wait ends.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use futures::StreamExt as _;
use opencode_client::conversation::{Answer, Ask, ConversationError, Step};
use opencode_client::types::{Part, SessionPromptBody};
use opencode_client::{Client, Error};

use crate::place::{Ours, Real, client};
use crate::proxy::{Fault, Proxy};
use crate::script::LIMIT;

const EVENTS: &str = "GET /event";
const PROMPT: &str = "POST /session/";
/// Asked for when the events are there already.
const STATUS: &str = "GET /session/status";

/// What is in store for each kind of request.
type Plan = Vec<(&'static str, Vec<Fault>)>;

/// Every way to lose events and answers. What is not named passes.
fn faults() -> Vec<(&'static str, Plan)> {
    use Fault::*;
    vec![
        ("nothing breaks", vec![]),
        ("cut again and again", vec![(EVENTS, vec![Cut(900), Cut(1_500), Cut(420), Cut(2_000), Cut(333)])]),
        ("a stall", vec![(EVENTS, vec![Stall(1_200)])]),
        ("slow bytes", vec![(EVENTS, vec![Slow; 9])]),
        ("every event twice", vec![(EVENTS, vec![Twice; 9])]),
        ("nothing can be read", vec![(EVENTS, vec![Garble; 9])]),
        ("bytes twice", vec![(EVENTS, vec![Stutter(40), Stutter(7)])]),
        (
            "502 between",
            vec![(EVENTS, vec![Cut(1_000), Status("502 Bad Gateway"), Status("502 Bad Gateway")])],
        ),
        ("refused between", vec![(EVENTS, vec![Cut(1_000), Refuse, Refuse, Cut(800)])]),
        ("the answer is cut", vec![(PROMPT, vec![Cut(100)])]),
        ("the answer is swallowed", vec![(PROMPT, vec![Swallow])]),
        ("the answer stalls", vec![(PROMPT, vec![Stall(0)])]),
        ("both stall", vec![(EVENTS, vec![Stall(1_200)]), (PROMPT, vec![Stall(60)])]),
        ("both are cut", vec![(EVENTS, vec![Cut(1_300), Cut(700)]), (PROMPT, vec![Cut(60)])]),
    ]
}

/// The steps of `ask` to their end: what a reader of them has of each part, and the answer.
async fn through(ask: Ask) -> (BTreeMap<String, String>, Answer) {
    let mut ask = ask.limit(LIMIT);
    let mut texts = BTreeMap::<String, String>::new();
    while let Some(step) = ask.next().await {
        match step.expect("no error") {
            Step::Text { part_id, delta } | Step::Reasoning { part_id, delta } => {
                texts.entry(part_id).or_default().push_str(&delta);
            }
            Step::Rewritten { part_id, text } => drop(texts.insert(part_id, text)),
            Step::Finished(answer) => {
                assert!(ask.next().await.is_none(), "the last step");
                return (texts, *answer);
            }
            _ => {}
        }
    }
    panic!("the steps ended without an answer");
}

async fn everything_ends(direct: &Client, proxied: impl Fn(&str) -> Client, target: &str) {
    let expected = {
        let conversation = direct.start_conversation().await.expect("a session");
        conversation.ask("[long 30]").finish().await.expect("an answer").text()
    };
    assert!(expected.len() > 100);
    let proxied = &proxied;
    let expected = &expected;
    let runs = faults().into_iter().map(|(name, faults)| async move {
        let proxy = Proxy::start(target, faults).await;
        let client = proxied(proxy.url());
        let conversation = client.conversation(new_session(direct).await);
        let started = Instant::now();
        let (texts, answer) = through(conversation.ask("[reasoning] [long 30]")).await;
        let mut kinds = 0;
        for part in &answer.parts {
            let (id, text) = match part {
                Part::Text(part) => (&part.id, &part.text),
                Part::Reasoning(part) => (&part.id, &part.text),
                _ => continue,
            };
            kinds += 1;
            assert_eq!(texts.get(id).map(|text| text.trim_end()), Some(text.trim_end()), "{name}");
        }
        assert_eq!(kinds, 2, "{name}: what it thought, and what it said");
        assert_eq!(answer.text().trim_end(), expected.trim_end(), "{name}");
        conversation.wait_until_idle(LIMIT).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        let looks = started.elapsed().as_millis() / 200 + 3;
        assert!((proxy.count(STATUS) as u128) <= looks, "{name}: {} of {looks} looks", proxy.count(STATUS));
        assert!(proxy.count(EVENTS) <= 12, "{name}: {} connections", proxy.count(EVENTS));
        assert_eq!(proxy.count("POST"), 1, "{name}: a prompt is sent once");
    });
    futures::future::join_all(runs).await;
}

async fn new_session(client: &Client) -> String {
    client.start_conversation().await.expect("a session").session_id().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn on_our_server_every_answer_is_whole() {
    let ours = Ours::start().await;
    let directory = ours.directory();
    everything_ends(&client(&ours.url(), &directory), |url| client(url, &directory), &ours.url()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_the_real_server_every_answer_is_whole() {
    let Some(real) = Real::start("on_the_real_server_every_answer_is_whole", |_| {}).await else { return };
    let directory = real.directory();
    everything_ends(&client(&real.url(), &directory), |url| client(url, &directory), &real.url()).await;
}

/// Waits while `text` is being answered, through each kind of fault, and checks that the wait ended when the run did.
async fn every_wait_ends(direct: &Client, proxied: impl Fn(&str) -> Client, target: &str) {
    let proxied = &proxied;
    let runs = faults().into_iter().map(|(name, faults)| async move {
        let proxy = Proxy::start(target, faults).await;
        let client = proxied(proxy.url());
        let session = new_session(direct).await;
        let asking = direct.conversation(session.clone());
        let mut asking = asking.ask("[slow]");
        // It runs from the first step on, and goes on without anybody who looks.
        let first = asking.next().await.expect("a step");
        assert!(!matches!(first.expect("no error"), Step::Finished(_)));
        drop(asking);
        let started = Instant::now();
        client
            .conversation(&session)
            .wait_until_idle(LIMIT)
            .await
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let messages = direct.session().messages(&session).send().await.expect("messages");
        let last = messages.last().expect("a message");
        let text: String = last
            .parts
            .iter()
            .filter_map(|part| match part {
                Part::Text(part) => Some(part.text.as_str()),
                _ => None,
            })
            .collect();
        assert!(text.contains("20"), "{name}: it waited for the end: {text}");
        assert!(proxy.count(EVENTS) <= 12, "{name}: {} connections", proxy.count(EVENTS));
        let looks = started.elapsed().as_millis() / 200 + 3;
        assert!((proxy.count(STATUS) as u128) <= looks, "{name}: {} of {looks} looks", proxy.count(STATUS));
    });
    futures::future::join_all(runs).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_our_server_every_wait_ends() {
    let ours = Ours::start().await;
    let directory = ours.directory();
    every_wait_ends(&client(&ours.url(), &directory), |url| client(url, &directory), &ours.url()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_outlives_a_restart_of_the_server_and_ends() {
    let mut ours = Ours::start().await;
    let directory = ours.directory();
    // One for each, so that what each of them asks for can be told apart.
    let asker = Proxy::start(&ours.url(), Vec::new()).await;
    let waiter = Proxy::start(&ours.url(), Vec::new()).await;
    let conversation = client(asker.url(), &directory).start_conversation().await.expect("a session");
    let waiting = client(waiter.url(), &directory).conversation(conversation.session_id());
    let mut steps = conversation.ask("[hang]").limit(LIMIT);
    let run = tokio::spawn(async move {
        while let Some(step) = steps.next().await {
            match step {
                Ok(Step::Finished(answer)) => return Ok(answer),
                Ok(_) => {}
                Err(error) => return Err(error),
            }
        }
        panic!("no end");
    });
    ours.model.wait_for(LIMIT, |state| state.open_streams > 0).await.expect("it runs");
    let wait = tokio::spawn(async move { waiting.wait_until_idle(LIMIT).await });
    until(|| waiter.count(STATUS) >= 1).await;
    // First, so that both lose sight of the run: a server that stops in order may still tell how it ended.
    asker.unplug();
    waiter.unplug();
    ours.stop().await;
    until(|| asker.count(EVENTS) >= 2 && waiter.count(EVENTS) >= 2).await;
    ours.restart().await;
    asker.retarget(&ours.url());
    waiter.retarget(&ours.url());
    wait.await.expect("no panic").expect("nothing runs any more");
    // The server that came back marked the run as aborted; or there was nothing to find.
    match run.await.expect("no panic") {
        Ok(answer) => assert!(answer.error().is_some_and(|error| error.is_abort()), "{answer:?}"),
        Err(error) => assert!(matches!(error, Error::Conversation(_) | Error::Transport(_)), "{error:?}"),
    }
    for proxy in [asker, waiter] {
        assert!(proxy.count(EVENTS) < 20, "{}", proxy.count(EVENTS));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_for_a_server_that_stays_away_ends_at_its_limit() {
    let ours = Ours::start().await;
    let directory = ours.directory();
    let proxy = Proxy::start(&ours.url(), Vec::new()).await;
    let asking = client(&ours.url(), &directory).start_conversation().await.expect("a session");
    let waiting = client(proxy.url(), &directory).conversation(asking.session_id());
    let asking = tokio::spawn(asking.ask("[hang]").finish());
    ours.model.wait_for(LIMIT, |state| state.open_streams > 0).await.expect("it runs");
    let wait = waiting.wait_until_idle(Duration::from_secs(4));
    let away = async {
        until(|| proxy.count(STATUS) >= 1).await;
        proxy.unplug();
    };
    let (waited, ()) = tokio::join!(wait, away);
    assert!(matches!(waited, Err(Error::Timeout { .. })), "{waited:?}");
    assert!(proxy.count("") < 40, "{} connections", proxy.count(""));
    asking.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_that_begins_while_the_server_is_away_lasts_until_it_is_back() {
    let ours = Ours::start().await;
    let directory = ours.directory();
    let proxy = Proxy::start(&ours.url(), Vec::new()).await;
    let session = new_session(&client(&ours.url(), &directory)).await;
    let waiting = client(proxy.url(), &directory).conversation(session);
    proxy.unplug();
    let wait = tokio::spawn(async move { waiting.wait_until_idle(LIMIT).await });
    until(|| proxy.count(EVENTS) >= 2).await;
    proxy.retarget(&ours.url());
    wait.await.expect("no panic").expect("nothing runs");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_found_behind_any_number_of_messages() {
    let ours = Ours::start().await;
    let directory = ours.directory();
    let proxy = Proxy::start(&ours.url(), Vec::new()).await;
    let direct = client(&ours.url(), &directory);
    let conversation = direct.start_conversation().await.expect("a session");
    let asking = client(proxy.url(), &directory).conversation(conversation.session_id());
    let asking = tokio::spawn(through(asking.ask("[slow]")));
    ours.model.wait_for(LIMIT, |state| state.open_streams > 0).await.expect("it runs");
    proxy.unplug();
    conversation.wait_until_idle(LIMIT).await.expect("it ends");
    let body: SessionPromptBody =
        serde_json::from_str(r#"{"noReply":true,"parts":[{"type":"text","text":"more"}]}"#)
            .expect("a prompt");
    for _ in 0..101 {
        let noted = direct.session().prompt(conversation.session_id()).body(body.clone()).send().await;
        noted.expect("a message");
    }
    proxy.retarget(&ours.url());
    let (_, answer) = asking.await.expect("no panic");
    assert!(answer.text().contains("20"), "{}", answer.text());
}

/// The prompt's answer stalls, and there is nothing of it in the session's messages either.
async fn stalled_failures_end(server: &str, direct: &Client, directory: &str) {
    let ask = async |limit: Duration| {
        let proxy = Proxy::start(server, vec![(PROMPT, vec![Fault::Stall(0)])]).await;
        let session = new_session(direct).await;
        let client = Client::builder(proxy.url()).directory(directory).time_limit(limit).build();
        (client.expect("a client").conversation(session), proxy)
    };
    // An event tells of the failure, and the time limit of answers need not pass.
    let (conversation, _proxy) = ask(LIMIT * 10).await;
    let error = conversation.ask("hello").model("fake", "nobody").limit(LIMIT).finish().await;
    let Err(Error::Conversation(ConversationError::Failed { error: Some(error), answer: None })) = error
    else {
        panic!("{error:?}")
    };
    assert!(error.message.contains("Model not found"), "{error:?}");
    // Nothing tells.
    let limit = Duration::from_secs(5);
    let (conversation, _proxy) = ask(limit).await;
    let error = conversation.ask("hello").agent("nobody").limit(LIMIT).finish().await;
    assert!(matches!(error, Err(Error::Timeout { what: "answer", after }) if after == limit), "{error:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn on_our_server_a_failure_ends_whose_answer_stalls() {
    let ours = Ours::start().await;
    let direct = client(&ours.url(), &ours.directory());
    stalled_failures_end(&ours.url(), &direct, &ours.directory()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_the_real_server_a_failure_ends_whose_answer_stalls() {
    let real = Real::start("on_the_real_server_a_failure_ends_whose_answer_stalls", |_| {}).await;
    let Some(real) = real else { return };
    let direct = client(&real.url(), &real.directory());
    stalled_failures_end(&real.url(), &direct, &real.directory()).await;
}

async fn until(mut reached: impl FnMut() -> bool) {
    let reaching = async {
        while !reached() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(LIMIT, reaching).await.expect("it happens in time");
}
