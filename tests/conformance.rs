//! `opencode-rs conformance` as people run it, on our own server: what it says, writes and exits with, and that nothing
//! of a built operation goes unexercised without a reason.

use std::path::Path;
use std::process::{Command, Output};

use opencode_conformance::peers::{Home, Program, Server};
use serde_json::{Value, json};

const PROGRAM: &str = env!("CARGO_BIN_EXE_opencode-rs");
const OPERATIONS: &str = include_str!("../server/api/operations.txt");
const UNCOVERED: &str = include_str!("../conformance/uncovered.toml");

fn conformance(arguments: &[&str], folder: &Path) -> Output {
    run(Command::new(PROGRAM).arg("conformance"), arguments, folder)
}

fn run(command: &mut Command, arguments: &[&str], folder: &Path) -> Output {
    command.args(arguments).current_dir(folder).env_remove("OPENCODE_SERVER_PASSWORD");
    command.output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn server(home: &Home) -> Server {
    Server::start(&Program::Ours(PROGRAM.into()), home, &["--scripted-model"]).expect("our server starts")
}

fn done() -> Vec<&'static str> {
    let lines = OPERATIONS.lines().filter_map(|line| line.strip_prefix("done"));
    lines.filter_map(|line| line.split_whitespace().nth(1)).collect()
}

#[test]
fn our_server_keeps_the_contract_and_all_of_it_is_exercised_or_has_a_reason() {
    let home = Home::new().expect("a temporary folder");
    let server = server(&home);
    let files = ["--report", "report.json", "--report", "report.xml", "--report", "report.html"];
    let output = conformance(&[&[server.url(), "--mode", "full"], &files[..]].concat(), home.path());
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{said}\n{}", text(&output.stderr));
    assert!(said.contains("passes: ") && !said.contains("warning"), "{said}");
    for (file, words) in [("report.xml", "<testsuites"), ("report.html", "<!DOCTYPE html>")] {
        let written = std::fs::read_to_string(home.path().join(file)).expect(file);
        assert!(written.contains(words), "{file}");
    }

    let report = std::fs::read(home.path().join("report.json")).expect("a report");
    let report: Value = serde_json::from_slice(&report).expect("JSON");
    let unseen = report["coverage"]["statuses"]["unseen"].as_array().expect("a list");
    let done = done();
    let name = |each: &Value| format!("{} {}", each["operation"], each["what"]).replace('"', "");
    let of_done = unseen.iter().filter(|each| done.contains(&each["operation"].as_str().unwrap_or_default()));
    let (mut named, mut silent) = (Vec::new(), Vec::new());
    for each in of_done {
        if each["reason"] == "no call led to it" { &mut silent } else { &mut named }.push(name(each));
    }
    assert!(
        silent.is_empty(),
        "statuses that no call leads to, and uncovered.toml does not explain: {silent:?}"
    );

    let operations = report["operations"].as_array().expect("a list");
    for id in &done {
        let told = operations.iter().find(|operation| operation["id"] == *id);
        let told = told.unwrap_or_else(|| panic!("{id} is not in the report"));
        let keeps = matches!(told["verdict"].as_str(), Some("conforms" | "known"));
        assert!(keeps, "{id} is built: {} {}", told["verdict"], told["reason"]);
    }

    // The list may only shrink.
    let listed: toml::Table = toml::from_str(UNCOVERED).expect("TOML");
    let listed = listed.get("uncovered").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    for entry in &listed {
        let (operation, what) = (entry["operation"].as_str().expect("a text"), entry["what"].as_str());
        let what = what.expect("a text");
        if done.contains(&operation) && what.parse::<u16>().is_ok() {
            let name = format!("{operation} {what}");
            assert!(named.contains(&name), "{name} is exercised: take it out of uncovered.toml");
        }
    }
}

#[test]
fn a_failure_is_repeated_alone_and_forgiven_by_a_baseline_that_gives_a_reason() {
    let home = Home::new().expect("a temporary folder");
    let server = server(&home);
    // A contract that this server cannot keep: the version is a number there.
    let contract = include_str!("../spec/opencode-api.json");
    let mut contract: Value = serde_json::from_str(contract).expect("JSON");
    let version =
        "/paths/~1global~1health/get/responses/200/content/application~1json/schema/properties/version";
    *contract.pointer_mut(version).expect("the contract has it") = serde_json::json!({ "type": "number" });
    std::fs::write(home.path().join("contract.json"), contract.to_string()).expect("a file");

    let health = |more: &[&str]| {
        let arguments = [server.url(), "--contract", "contract.json", "--mode", "read-only"];
        conformance(&[&arguments[..], more].concat(), home.path())
    };
    let only = ["--include", "global.health", "--include", "path"];
    let written = ["--report", "first.json", "--write-baseline", "known.toml"];
    let first = health(&[&only[..], &written[..]].concat());
    let said = text(&first.stdout);
    assert_eq!(first.status.code(), Some(1), "{said}\n{}", text(&first.stderr));
    for words in ["FAILS  global.health", "at /version", "#/paths/~1global~1health", "curl -X GET"] {
        assert!(said.contains(words), "{words:?} is not in\n{said}");
    }

    let again = health(&["--replay", "first.json", "--format", "json"]);
    let repeated: Value = serde_json::from_slice(&again.stdout).expect("JSON");
    let operations = repeated["operations"].as_array().expect("a list");
    assert_eq!((again.status.code(), operations.len()), (Some(1), 1), "{repeated:#}");
    let exchanges = operations[0]["exchanges"].as_array().expect("a list");
    assert!(!exchanges.is_empty() && exchanges.iter().all(|exchange| exchange["verdict"] == "fails"));

    let unexplained = health(&[&only[..], &["--baseline", "known.toml"]].concat());
    assert_eq!(unexplained.status.code(), Some(2));
    assert!(text(&unexplained.stderr).contains("has no reason"), "{}", text(&unexplained.stderr));
    let known = std::fs::read_to_string(home.path().join("known.toml")).expect("a baseline");
    let known = known.replace("reason = \"\"", "reason = \"The contract was changed on purpose.\"");
    std::fs::write(home.path().join("known.toml"), known).expect("a file");
    let forgiven = health(&[&only[..], &["--baseline", "known.toml"]].concat());
    assert_eq!(forgiven.status.code(), Some(0), "{}", text(&forgiven.stdout));
    let stale =
        [server.url(), "--mode", "read-only", "--include", "global.health", "--baseline", "known.toml"];
    let stale = conformance(&stale, home.path());
    assert_eq!(stale.status.code(), Some(1), "{}", text(&stale.stdout));
    assert!(text(&stale.stdout).contains("stale"), "{}", text(&stale.stdout));
}

/// What clients once said to the real server, as a browser would have saved it.
fn recording() -> Value {
    let exchanges = include_str!("../spec/types/tests/data/opencode-1.2.6.jsonl");
    let entries = exchanges.lines().map(|line| {
        let exchange: Value = serde_json::from_str(line).expect("JSON");
        let said = &exchange["request"];
        let mut url = reqwest::Url::parse("http://recorded.example/").expect("a URL");
        url.set_path(said["path"].as_str().expect("a path"));
        for (name, value) in said["query"].as_object().into_iter().flatten() {
            url.query_pairs_mut().append_pair(name, &value.as_str().map_or(value.to_string(), str::to_owned));
        }
        let mut request = json!({ "method": said["method"], "url": url.as_str(), "headers": [] });
        let raw = said.get("body_raw").and_then(Value::as_str).map(str::to_owned);
        if let Some(body) = raw.or_else(|| said.get("body").map(Value::to_string)) {
            request["postData"] = json!({ "mimeType": "application/json", "text": body });
        }
        json!({ "request": request, "response": { "status": exchange["response"]["status"] } })
    });
    json!({ "log": { "version": "1.2", "entries": entries.collect::<Vec<_>>() } })
}

#[test]
fn requests_that_were_recorded_are_played_and_our_server_takes_them() {
    let home = Home::new().expect("a temporary folder");
    let server = server(&home);
    std::fs::write(home.path().join("session.har"), recording().to_string()).expect("a file");
    let arguments =
        ["--requests", "session.har", "--kind", "valid", "--cases", "20", "--report", "report.json"];
    let output = conformance(&[&[server.url()], &arguments[..]].concat(), home.path());
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{said}\n{}", text(&output.stderr));
    assert!(said.contains("recorded requests  660 in the files"), "{said}");

    let report = std::fs::read(home.path().join("report.json")).expect("a report");
    let report: Value = serde_json::from_slice(&report).expect("JSON");
    let operations = report["operations"].as_array().expect("a list");
    let recorded = operations.iter().filter(|operation| {
        let exchanges = operation["exchanges"].as_array().expect("a list");
        exchanges.iter().any(|exchange| {
            exchange["case"].as_str().is_some_and(|case| case.starts_with("recorded session.har "))
        })
    });
    let recorded: Vec<_> = recorded.map(|operation| operation["id"].as_str().unwrap_or_default()).collect();
    for id in ["session.list", "session.prompt", "session.update", "session.create", "app.log", "config.get"]
    {
        assert!(recorded.contains(&id), "{id} has no recorded request: {recorded:?}\n{said}");
    }
    let (requests, left_out) = (&report["requests"], &report["requests"]["left_out"]);
    let left_out = left_out.as_array().expect("a list").iter();
    let left_out: u64 = left_out.map(|left_out| left_out["count"].as_u64().unwrap_or_default()).sum();
    let sent = requests["sent"].as_u64().unwrap_or_default();
    assert!(sent > 60 && sent + left_out == 660, "{requests:#}");
}

#[test]
fn beside_another_server_differences_are_failures() {
    let homes = [(); 3].map(|()| Home::new().expect("a temporary folder"));
    // The configuration of the third says something of its own.
    homes[2].configure(&json!({ "username": "somebody" })).expect("a file");
    let servers = homes.each_ref().map(server);
    let beside = |other: &str, more: &[&str]| {
        let arguments = [servers[0].url(), "--against", other, "--mode", "read-only", "--kind", "valid"];
        conformance(&[&arguments[..], more].concat(), homes[0].path())
    };
    let only = ["--include", "path", "--include", "config.get"];

    let alike = beside(servers[1].url(), &only);
    let (said, told) = (text(&alike.stdout), text(&alike.stderr));
    assert_eq!(alike.status.code(), Some(0), "{said}\n{told}");
    for stage in [
        "the other server, generated input: 2 operations",
        "\ngenerated input: 2 operations",
        "\nside by side: 2 operations",
    ] {
        assert!(told.contains(stage), "{stage:?} is not in\n{told}");
    }

    let differing = beside(servers[2].url(), &[&only[..], &["--report", "differs.json"]].concat());
    let said = text(&differing.stdout);
    assert_eq!(differing.status.code(), Some(1), "{said}");
    for words in
        ["FAILS  config.get", "differs at /username  side by side", "\"somebody\" there", "curl -X GET"]
    {
        assert!(said.contains(words), "{words:?} is not in\n{said}");
    }
    assert!(!said.contains("FAILS  path.get"), "{said}");

    let again = beside(servers[2].url(), &["--replay", "differs.json"]);
    assert_eq!(again.status.code(), Some(1), "{}", text(&again.stdout));
    assert!(text(&again.stdout).contains("differs at /username"), "{}", text(&again.stdout));
    let alone = conformance(&[servers[0].url(), "--replay", "differs.json"], homes[0].path());
    assert_eq!(alone.status.code(), Some(2));
    assert!(text(&alone.stderr).contains("--against"), "{}", text(&alone.stderr));
    let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its address");
    let nobody = beside(&format!("http://{port}"), &only);
    assert_eq!(nobody.status.code(), Some(2));
    assert!(
        text(&nobody.stderr).contains(&format!("no server answers at http://{port}")),
        "{}",
        text(&nobody.stderr)
    );
}

#[test]
fn what_cannot_be_made_exits_with_2_and_says_why() {
    let home = Home::new().expect("a temporary folder");
    let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its address");
    let nobody = format!("http://{port}");
    std::fs::write(home.path().join("empty.json"), "{}").expect("a file");
    for (arguments, words) in [
        (vec![nobody.as_str()], "no server answers"),
        (vec![&nobody, "--baseline", "missing.toml"], "missing.toml"),
        (vec![&nobody, "--replay", "empty.json"], "no report of a replay"),
        (vec![&nobody, "--requests", "empty.json"], "HAR 1.2 is wanted"),
        (vec![&nobody, "--requests", "missing.har"], "missing.har"),
        (vec![&nobody, "--report", "report.docx"], ".html"),
        (vec![&nobody, "--include", "no.such.operation"], "no operation"),
        (vec![&nobody, "--rate", "0"], "above zero"),
        // Before the replay, which takes minutes.
        (vec![&nobody, "--report", "missing/report.json"], "cannot write missing/report.json"),
        (vec![&nobody, "--write-baseline", "missing/known.toml"], "cannot write missing/known.toml"),
    ] {
        let output = conformance(&arguments, home.path());
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn whoever_interrupts_it_finds_no_temporary_project_left() {
    use std::time::{Duration, Instant};

    let home = Home::new().expect("a temporary folder");
    let server = server(&home);
    let temporary = home.path().join("interrupted");
    std::fs::create_dir(&temporary).expect("a folder");
    let left = || {
        let entries = std::fs::read_dir(&temporary).expect("a folder").filter_map(Result::ok);
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.filter(|name| name.starts_with("opencode-conformance-")).count()
    };
    let within_a_minute = |reached: &mut dyn FnMut() -> bool| {
        let began = Instant::now();
        while !reached() {
            assert!(began.elapsed() < Duration::from_secs(60), "not within a minute");
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    for signal in ["-INT", "-TERM"] {
        let mut command = Command::new(PROGRAM);
        command.args(["conformance", server.url()]).env("TMPDIR", &temporary);
        command.env_remove("OPENCODE_SERVER_PASSWORD").stdout(std::process::Stdio::null());
        let mut replay = command.spawn().expect("the program runs");
        within_a_minute(&mut || left() == 1);
        let sent = Command::new("kill").args([signal, &replay.id().to_string()]).status();
        assert!(sent.expect("kill runs").success());
        let mut ended = None;
        within_a_minute(&mut || {
            ended = replay.try_wait().expect("it is ours");
            ended.is_some()
        });
        assert_eq!(ended.and_then(|status| status.code()), Some(130), "{signal}");
        assert_eq!(left(), 0, "{signal}");
    }
}

#[test]
fn the_program_of_its_own_is_the_same_command() {
    let home = Home::new().expect("a temporary folder");
    let server = server(&home);
    let arguments = [server.url(), "--mode", "read-only", "--include", "global.health", "--kind", "valid"];
    let alone = |arguments: &[&str]| {
        run(&mut Command::new(env!("CARGO_BIN_EXE_opencode-conformance")), arguments, home.path())
    };
    let (ours, same) = (alone(&arguments), conformance(&arguments, home.path()));
    assert_eq!(ours.status.code(), Some(0), "{}", text(&ours.stderr));
    // All but the time that it took, which stands in the first line.
    let said = |output: &Output| text(&output.stdout).lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(said(&ours), said(&same));
    assert!(said(&ours).iter().any(|line| line.contains("passes: ")), "{:?}", said(&ours));
    assert_eq!(alone(&["http://127.0.0.1:1/"]).status.code(), Some(2), "what cannot be reached");
}
