//! A small server whose faults lie in what it accepts: generated calls find each of them, make it small, and find
//! nothing on the same server without the fault.

mod generated {
    pub mod shop;
}

use std::path::PathBuf;
use std::time::{Duration, Instant};

use generated::shop::{Fault, Shop};
use opencode_conformance::report::{Format, Look, present};
use opencode_conformance::{Again, Exchange, Kind, Mode, Options, Report, Rule, Verdict, run};
use serde_json::{Value, json};
use tempfile::TempDir;

async fn replayed(shop: &Shop, change: impl FnOnce(&mut Options)) -> Report {
    let mut options = Options {
        contract: Some(Shop::contract().into()),
        seed: 11,
        cases: 100,
        ..Options::new(shop.url.clone())
    };
    change(&mut options);
    run(options).await.expect("the replay can be made")
}

fn generated(report: &Report) -> Vec<&Exchange> {
    let exchanges = report.operations.iter().flat_map(|operation| &operation.exchanges);
    exchanges.filter(|exchange| matches!(exchange.kind, Kind::Valid | Kind::Invalid)).collect()
}

/// Method and target of all that the shop was asked.
fn asked(shop: &Shop) -> Vec<String> {
    let asked = shop.asked.lock().expect("nobody panics with it");
    asked.iter().map(|(request, _)| request.clone()).collect()
}

/// Rule, case and curl line of each failure.
fn failures(report: &Report) -> Vec<(Rule, &str, &str)> {
    let failing = generated(report).into_iter().filter_map(|exchange| match &exchange.verdict {
        Verdict::Fails { findings } => {
            Some((findings[0].rule, exchange.case.as_str(), exchange.curl.as_deref().unwrap_or_default()))
        }
        _ => None,
    });
    failing.collect()
}

#[tokio::test]
async fn a_right_server_has_no_finding() {
    let report = replayed(&Shop::open(None).await, |_| {}).await;
    assert_eq!(failures(&report), []);
    let count = |kind| generated(&report).iter().filter(|exchange| exchange.kind == kind).count();
    assert!(count(Kind::Valid) > 60 && count(Kind::Invalid) > 30, "{report}");
}

#[tokio::test]
async fn an_invalid_call_that_is_accepted_is_found() {
    let report = replayed(&Shop::open(Some(Fault::AcceptsLargeSizes)).await, |_| {}).await;
    let [(rule, case, curl)] = failures(&report)[..] else { panic!("{:?}", failures(&report)) };
    assert_eq!((rule, case), (Rule::AcceptedInvalid, "body /size: maximum"));
    assert!(curl.ends_with(r#"--data-raw '{"name":"","size":11}'"#), "{curl}");
}

#[tokio::test]
async fn only_the_cases_that_failed_are_sent_again() {
    let shop = Shop::open(Some(Fault::AcceptsLargeSizes)).await;
    let first = replayed(&shop, |_| {}).await;
    let mut written = Vec::new();
    present(&first, Format::Json, Look::default(), &mut written).expect("memory takes it");
    let again = Again::read(&String::from_utf8(written).expect("a text")).expect("a report");
    shop.asked.lock().expect("a list").clear();
    // What else failed was no generated call.
    let kinds = vec![Kind::Valid, Kind::Invalid];
    let second = replayed(&shop, |options| (options.again, options.kinds) = (Some(again), kinds)).await;
    assert_eq!(failures(&second), failures(&first));
    let asked = shop.asked.lock().expect("a list");
    let things = asked.iter().filter(|(line, _)| !line.starts_with("GET /global/health"));
    let sizes = things.map(|(_, body)| {
        let body: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
        body["size"].as_u64().unwrap_or_default()
    });
    let sizes: Vec<_> = sizes.collect();
    assert!(!sizes.is_empty() && sizes.iter().all(|size| *size > 10), "{sizes:?}: {asked:?}");
}

/// A recording of these requests, all of them accepted, in a folder that goes with it.
fn recording(requests: &[(&str, &str, Value)]) -> (TempDir, PathBuf) {
    let entries = requests.iter().map(|(method, target, body)| {
        let mut request = json!({ "method": method, "url": format!("http://elsewhere{target}") });
        if !body.is_null() {
            request["postData"] = json!({ "mimeType": "application/json", "text": body.to_string() });
        }
        json!({ "request": request, "response": { "status": 200 } })
    });
    let entries: Vec<_> = entries.collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("shop.har");
    std::fs::write(&path, json!({ "log": { "entries": entries } }).to_string()).expect("a file");
    (folder, path)
}

#[tokio::test]
async fn recorded_requests_are_sent_if_they_fit_and_named_if_they_do_not() {
    let (_folder, path) = recording(&[
        ("POST", "/things", json!({ "name": "recorded", "labels": ["as it was"] })),
        ("POST", "/things", json!({ "name": "recorded", "size": 99 })),
        ("GET", "/things?limit=37", Value::Null),
        ("GET", "/shelves/sh77", Value::Null),
        ("GET", "/shelves/none", Value::Null),
        ("GET", "/logo.png", Value::Null),
    ]);
    for (mode, wanted) in [
        (Mode::Project, vec!["GET /things?limit=37", "POST /things recorded", "GET /shelves/sh77"]),
        (Mode::ReadOnly, vec!["GET /things?limit=37", "GET /shelves/sh77"]),
    ] {
        let shop = Shop::open(None).await;
        let report = replayed(&shop, |options| {
            (options.requests, options.mode) = (vec![path.clone()], mode);
        });
        let report = report.await;
        assert_eq!(failures(&report), []);
        let told = generated(&report).into_iter().filter(|exchange| exchange.case.starts_with("recorded "));
        let mut told: Vec<_> = told.map(|exchange| exchange.case.as_str()).collect();
        told.sort_unstable();
        let requests = report.requests.as_ref().expect("there was a file");
        assert_eq!((requests.read, requests.sent, told.len()), (6, wanted.len(), wanted.len()), "{told:?}");
        for wanted in wanted {
            let (line, name) =
                wanted.split_once(" recorded").map_or((wanted, ""), |(line, _)| (line, "as it was"));
            let asked = shop.asked.lock().expect("a list");
            let sent = |(request, body): &&(String, Vec<u8>)| {
                request.starts_with(&format!("{line} ")) && String::from_utf8_lossy(body).contains(name)
            };
            assert!(asked.iter().any(|asked| sent(&asked)), "{mode:?}: {wanted} was not sent");
        }
        let left_out =
            requests.left_out.iter().map(|left_out| format!("{} {:?}", left_out.reason, left_out.requests));
        let left_out: Vec<_> = left_out.collect();
        let all = left_out.join("\n");
        for words in [
            "no operation of the contract [\"shop.har 6: GET http://elsewhere/logo.png\"]",
            "path shelf of shelf.get",
        ] {
            assert!(all.contains(words), "{words:?} is not in\n{all}");
        }
        let second = match mode {
            Mode::ReadOnly => {
                "it may change something, and the replay is to read only [\"shop.har 1: POST /things\", \"shop.har 2"
            }
            _ => "it does not fit the contract: body of thing.make [\"shop.har 2: POST /things\"]",
        };
        assert!(all.contains(second), "{second:?} is not in\n{all}");
        let text = report.to_string();
        assert!(
            text.contains("recorded requests  6 in the files, ") && text.contains("not sent, "),
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_recorded_request_that_fails_is_made_small_and_repeated_from_its_file() {
    let shop = Shop::open(Some(Fault::RefusesOtherAlphabets)).await;
    let name = "a thing that is called grün";
    let (_folder, path) = recording(&[("POST", "/things", json!({ "name": name, "colour": "green" }))]);
    let first = replayed(&shop, |options| {
        (options.requests, options.kinds) = (vec![path], vec![Kind::Valid]);
        options.cases = 1;
    });
    let first = first.await;
    let [(rule, case, curl)] = failures(&first)[..] else { panic!("{:?}", failures(&first)) };
    assert_eq!((rule, case), (Rule::RefusedValid, "recorded shop.har 1"));
    assert!(curl.ends_with(r#"--data-raw '{"name":"ü"}'"#), "{curl}");

    let mut written = Vec::new();
    present(&first, Format::Json, Look::default(), &mut written).expect("memory takes it");
    let again = Again::read(&String::from_utf8(written).expect("a text")).expect("a report");
    let second = replayed(&shop, |options| options.again = Some(again)).await;
    assert_eq!(failures(&second), failures(&first));
    assert_eq!(second.requests, None, "nothing else was to be sent");
}

/// As a report that has these failures, checks of the transport, alone.
fn failed(report: &Report, cases: &[&str]) -> Again {
    let mut written = Vec::new();
    present(report, Format::Json, Look::default(), &mut written).expect("memory takes it");
    let mut written: Value = serde_json::from_slice(&written).expect("JSON");
    let exchange = |case: &&str| json!({ "kind": "gateway", "case": case, "verdict": "fails" });
    let exchanges: Vec<_> = cases.iter().map(exchange).collect();
    written["operations"] = json!([{ "id": "(server)", "exchanges": exchanges }]);
    Again::read(&written.to_string()).expect("a report")
}

#[tokio::test]
async fn only_the_checks_that_failed_are_made_again() {
    let shop = Shop::open(None).await;
    let first = replayed(&shop, |options| options.kinds = vec![Kind::Gateway]).await;
    let whole = asked(&shop).len();
    for (case, others) in [("slow: head", 0), ("unknown path", 2)] {
        shop.asked.lock().expect("a list").clear();
        let again = failed(&first, &[case]);
        let second = replayed(&shop, |options| options.again = Some(again)).await;
        let told: Vec<_> = second.exchanges().map(|exchange| exchange.case.as_str()).collect();
        assert!(told.iter().all(|told| *told == case), "{told:?}");
        let asked = asked(&shop);
        let other = asked.iter().filter(|request| !request.starts_with("GET /global/health")).count();
        assert!(other <= others + 1 && asked.len() < 8 && whole > 40, "{case}: {whole}, {asked:?}");
    }
}

#[tokio::test]
async fn a_valid_call_that_is_refused_is_found_and_made_small() {
    let report = replayed(&Shop::open(Some(Fault::RefusesOtherAlphabets)).await, |_| {}).await;
    let found = failures(&report);
    assert!(!found.is_empty());
    for (rule, case, curl) in found {
        assert_eq!(rule, Rule::RefusedValid, "{case}");
        let (_, body) = curl.split_once("--data-raw '").expect("a body");
        let body: serde_json::Value = serde_json::from_str(body.trim_end_matches('\'')).expect("JSON");
        assert_eq!(body["name"].as_str().map(|name| name.chars().count()), Some(1), "{case}: {body}");
        assert_eq!(body.as_object().map(serde_json::Map::len), Some(1), "{case}: {body}");
    }
}

#[tokio::test]
async fn a_failure_at_an_edge_is_found_and_made_small() {
    let report = replayed(&Shop::open(Some(Fault::FailsAtTheLimit)).await, |_| {}).await;
    let found = failures(&report);
    assert!(found.iter().any(|(_, case, _)| *case == "query limit: greatest"), "{found:?}");
    for (rule, case, curl) in found {
        assert_eq!(rule, Rule::ServerError, "{case}");
        assert!(curl.ends_with("/things?limit=50'"), "{case}: {curl}");
    }
}

#[tokio::test]
async fn results_do_not_depend_on_how_many_calls_are_under_way() {
    let shop = Shop::open(Some(Fault::AcceptsLargeSizes)).await;
    let told = async |jobs| {
        let report = replayed(&shop, |options| options.jobs = jobs).await;
        let told = generated(&report).into_iter();
        told.map(|exchange| (exchange.case.clone(), exchange.request.clone())).collect::<Vec<_>>()
    };
    assert_eq!(told(1).await, told(8).await);
}

#[tokio::test]
async fn another_seed_sends_other_calls_and_few_are_few() {
    let shop = Shop::open(None).await;
    let told = async |seed| {
        let report = replayed(&shop, |options| (options.seed, options.cases) = (seed, 5)).await;
        let told = generated(&report).into_iter();
        told.map(|exchange| format!("{} {}", exchange.case, exchange.request)).collect::<Vec<_>>()
    };
    let (first, second) = (told(1).await, told(2).await);
    assert_ne!(first, second);
    assert!(first.len() <= 3 * 2 * 5, "{}", first.len());
}

#[tokio::test]
async fn no_more_calls_per_second_than_asked_for() {
    for (kinds, rate) in [(vec![Kind::Valid, Kind::Invalid], 100), (vec![Kind::Gateway], 15)] {
        let shop = Shop::open(None).await;
        let began = Instant::now();
        replayed(&shop, |options| {
            *options = Options { rate: Some(f64::from(rate)), cases: 6, kinds, ..options.clone() };
        })
        .await;
        let calls = u32::try_from(asked(&shop).len()).expect("a few");
        assert!(calls > 20, "{calls} calls");
        let least = Duration::from_secs(1) * (calls - 1) / rate;
        assert!(began.elapsed() >= least, "{calls} calls in {:?}", began.elapsed());
    }
}

#[tokio::test]
async fn whoever_only_reads_sends_nothing_but_get() {
    let shop = Shop::open(None).await;
    let report = replayed(&shop, |options| options.mode = Mode::ReadOnly).await;
    assert!(generated(&report).iter().any(|exchange| exchange.status.is_some()), "{report}");
    let asked = asked(&shop);
    assert!(asked.iter().all(|request| request.starts_with("GET ")), "{asked:?}");
}
