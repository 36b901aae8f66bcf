//! What the model is sent, and what is made of what it reports.

use serde_json::{Value, json};

use super::bench::{Bench, Setup, answer, running, texts};
use opencode_scripted_model::TITLE;

fn anthropic(text: &str) -> Value {
    json!({"parts": [{"type": "text", "text": text}], "model": {"providerID": "fakeanth", "modelID": "claude-fake"}})
}

#[tokio::test]
async fn the_system_prompt_has_its_sections() {
    let bench = Bench::new().await;
    let project = bench.home.path().join("project");
    std::fs::write(project.join("AGENTS.md"), "Speak softly.").expect("instructions");
    let session = bench.session().await;
    let body = json!({"system": "Answer in rhyme.", "parts": [{"type": "text", "text": "hello"}]});
    answer(running(bench.send(&session, body).await)).await;
    let request = bench.asked().pop().expect("a request");
    let system = request["messages"][0]["content"].as_str().expect("one system message");
    let order =
        ["You are opencode", &format!("Working directory: {}", project.display()), "Speak softly.", "rhyme"];
    let places: Vec<usize> = order.iter().map(|text| system.find(text).expect(text)).collect();
    assert!(places.is_sorted(), "{system}");
    assert_eq!(request["max_tokens"], 8_000);
    assert_eq!(request["messages"][1], json!({"role": "user", "content": "hello"}));
    assert!(request.get("tools").is_none());
}

#[tokio::test]
async fn the_conversation_is_sent_with_the_reasoning_and_its_signature() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let first = answer(running(bench.send(&session, anthropic("[reasoning] [say A]")).await)).await;
    assert_eq!(texts(&first, "reasoning"), ["Let me think about this."]);
    answer(running(bench.send(&session, anthropic("[say B]")).await)).await;
    let request = bench.asked().pop().expect("a request");
    let spoken: Vec<&Value> = request["messages"].as_array().expect("messages").iter().collect();
    assert_eq!(spoken.len(), 3);
    let thinking = &spoken[1]["content"][0];
    assert_eq!(
        (&thinking["type"], &thinking["thinking"]),
        (&json!("thinking"), &json!("Let me think about this."))
    );
    assert_eq!(thinking["signature"], "c2ln");
    assert_eq!(spoken[1]["content"][1]["text"], "A");
}

#[tokio::test]
async fn tokens_and_cost_are_those_of_the_model() {
    let prices = json!({"input": 1, "output": 2});
    let models = json!({"priced": {"cost": prices}});
    let config = json!({"provider": {"fake": {"models": models}, "fakeanth": {"models": models}}});
    for provider in ["fake", "fakeanth"] {
        let bench = Bench::with(Setup { config: config.clone(), ..Setup::default() }).await;
        let session = bench.session().await;
        let body = json!({"parts": [{"type": "text", "text": "hello"}],
                          "model": {"providerID": provider, "modelID": "priced"}});
        let answer = answer(running(bench.send(&session, body).await)).await;
        let tokens = json!({"total": 150, "input": 120, "output": 30, "reasoning": 0, "cache": {"read": 0, "write": 0}});
        let step = answer["parts"].as_array().and_then(|parts| parts.last()).expect("a last part");
        for counted in [&answer["info"], step] {
            assert_eq!(counted["tokens"], tokens);
            assert_eq!(counted["cost"], 0.00018);
        }
    }
}

#[tokio::test]
async fn reasons_to_stop_have_the_contracts_words() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    for (text, finish) in [("[finish length]", "length"), ("[finish content_filter]", "content-filter")] {
        let answer = bench.ask(&session, text).await;
        assert_eq!(answer["info"]["finish"], finish);
        assert!(answer["info"]["error"].is_null());
    }
}

#[tokio::test]
async fn the_model_of_the_last_prompt_stays_and_the_variant_is_kept() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let body = json!({"parts": [{"type": "text", "text": "hello"}], "variant": "high",
                      "model": {"providerID": "fake", "modelID": "fake-think"}});
    let first = answer(running(bench.send(&session, body).await)).await;
    assert_eq!(first["info"]["variant"], "high");
    assert_eq!(bench.asked()[0]["reasoning_effort"], "high");
    let second = bench.ask(&session, "again").await;
    assert_eq!(second["info"]["modelID"], "fake-think");
    assert!(second["info"]["variant"].is_null());
    let other = bench.session().await;
    assert_eq!(bench.ask(&other, "hello").await["info"]["modelID"], "fake-1", "the configured default");
}

#[tokio::test]
async fn the_title_is_made_by_the_small_model_and_once() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    bench.ask(&session, "hello").await;
    watch.until_titled().await;
    assert_eq!(bench.title(&session).await, TITLE);
    bench.ask(&session, "more").await;
    let titles: Vec<Value> = bench.model.requests().into_iter().map(|request| request.body).collect();
    let titles: Vec<&Value> = titles.iter().filter(|body| body["model"] == "fake-small").collect();
    assert_eq!(titles.len(), 1);
    let messages = titles[0]["messages"].as_array().expect("messages");
    assert_eq!(messages.last(), Some(&json!({"role": "user", "content": "hello"})));
}

#[tokio::test]
async fn a_failing_answer_gets_a_title_all_the_same() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    bench.start(&session, "[error 400] [title Broken\nlines]").await;
    watch.until_titled().await;
    assert_eq!(bench.title(&session).await, "Broken");
}

#[tokio::test]
async fn a_long_answer_is_written_twice_and_streamed_whole() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let mut watch = bench.watch();
    let answer = bench.ask(&session, "[long 2000]").await;
    watch.until_idle().await;
    let of_type =
        |kind: &str| watch.seen.iter().filter(|event| event["type"] == kind).collect::<Vec<&Value>>();
    let deltas = of_type("message.part.delta");
    assert_eq!(deltas.len(), 2_000);
    let streamed: String = deltas.iter().filter_map(|event| event["properties"]["delta"].as_str()).collect();
    assert_eq!(texts(&answer, "text"), [streamed.trim_end()]);
    let updates = of_type("message.part.updated");
    let updates =
        updates.iter().filter(|event| event["properties"]["part"]["id"] == deltas[0]["properties"]["partID"]);
    assert_eq!(updates.count(), 2, "once empty, once whole");
}

#[tokio::test]
async fn tools_that_a_prompt_switches_off_stay_off_for_the_session() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    let body = json!({"noReply": true, "parts": [], "tools": {"write": false, "read": true}});
    bench.send(&session, body).await.ok();
    let stored = bench.store.session(&session).await.expect("a read").expect("the session is stored");
    let rule =
        |permission: &str, action: &str| json!({"permission": permission, "pattern": "*", "action": action});
    let expected = json!([rule("write", "deny"), rule("read", "allow")]);
    assert_eq!(serde_json::to_value(stored.permission).expect("JSON"), expected);
}

#[tokio::test]
async fn planning_and_building_after_a_plan_are_reminded_of() {
    let bench = Bench::new().await;
    let session = bench.session().await;
    for agent in ["plan", "build", "build"] {
        let body = json!({"agent": agent, "parts": [{"type": "text", "text": "hello"}]});
        answer(running(bench.send(&session, body).await)).await;
    }
    let reminded: Vec<String> = bench
        .asked()
        .iter()
        .map(|body| body["messages"].as_array().and_then(|all| all.last()).expect("a message").to_string())
        .collect();
    assert!(reminded[0].contains("You are planning"), "{}", reminded[0]);
    assert!(reminded[1].contains("Planning is over"), "{}", reminded[1]);
    assert!(!reminded[2].contains("system-reminder"), "{}", reminded[2]);
    let stored = bench.store.messages(&session, None).await.expect("a read").expect("a session");
    assert!(!serde_json::to_string(&stored).expect("JSON").contains("system-reminder"));
}

#[tokio::test]
async fn an_agents_variant_holds_where_the_model_has_it() {
    let agents = json!({"build": {"variant": "high", "model": "fake/fake-think"},
                        "plan": {"variant": "high", "model": "fake/fake-small"}});
    let bench = Bench::with(Setup { config: json!({"agent": agents}), ..Setup::default() }).await;
    let session = bench.session().await;
    for (agent, variant) in [("build", json!("high")), ("plan", Value::Null)] {
        let body = json!({"agent": agent, "parts": [{"type": "text", "text": "hello"}]});
        let answer = answer(running(bench.send(&session, body).await)).await;
        assert_eq!(answer["info"]["variant"], variant, "{agent}");
    }
}
