//! `opencode-rs run`: one prompt from a shell, with a server of its own, and on a running one. What asks is in `run_asks`.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use opencode_client::Client;
use opencode_conformance::peers::{Home, Server};
use serde_json::{Value, json};

use crate::world::{World, ours, until};

/// Generous: a server is started for each.
pub const LIMIT: Duration = Duration::from_secs(60);

/// `opencode-rs run` in a home.
pub fn run(home: &Home, arguments: &[&str]) -> Command {
    let mut command = ours().command(home);
    command.arg("run").args(arguments).stdin(Stdio::null());
    command
}

pub fn told(mut command: Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("a program that runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("sh").args(["-c", &format!("kill -s {name} {}", child.id())]).status();
    assert!(sent.expect("a shell").success());
}

/// Living processes that work in the home's project, by id, with their arguments.
fn working(home: &Home) -> Vec<(String, String)> {
    let project = home.project().canonicalize().expect("a folder");
    let table = std::fs::read_dir("/proc").expect("a process table");
    let processes = table.filter_map(Result::ok).map(|entry| entry.path());
    let inside =
        processes.filter(|process| std::fs::read_link(process.join("cwd")).is_ok_and(|cwd| cwd == project));
    let known = |process: std::path::PathBuf| {
        let id = process.file_name()?.to_str()?.to_owned();
        Some((id, std::fs::read_to_string(process.join("cmdline")).ok()?))
    };
    inside.filter_map(known).collect()
}

/// Servers that were left.
fn left(home: &Home) -> Vec<String> {
    working(home).into_iter().map(|(_, arguments)| arguments).collect()
}

async fn nothing_is_left(home: &Home) {
    until("the end of every process", LIMIT, async || match left(home) {
        none if none.is_empty() => Ok(()),
        some => Err(some.join("\n")),
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_from_a_server_of_its_own() {
    let home = Home::new().expect("a home");
    let (code, out, err) = told(run(&home, &["--scripted-model", "[say All is well.]", "[reasoning]"]));
    assert_eq!((code, out.as_str(), err.as_str()), (Some(0), "All is well.\n", ""));
    assert_eq!(left(&home), [] as [&str; 0], "its server ended before it did");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_from_the_configured_model() {
    let world = World::new().await;
    let mut command = run(&world.home, &["-"]);
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.expect("a program that runs");
    child.stdin.take().expect("a pipe").write_all("[say Größe 🦀]\n".as_bytes()).expect("it is read");
    let output = child.wait_with_output().expect("an end");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "Größe 🦀\n",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_go_on_on_a_running_server() {
    let world = World::new().await;
    let mut command = ours().serve(&world.home, 0, &[]);
    command.env("OPENCODE_SERVER_PASSWORD", "geheim");
    let server = Server::spawn("ours", command).expect("a server");
    let attached = |arguments: &[&str]| {
        let mut command = run(&world.home, &["--attach", server.url()]);
        command.args(arguments).env("OPENCODE_SERVER_PASSWORD", "geheim");
        command
    };
    for session in [&[] as &[_], &["--session", "ses_1"]] {
        let mut refused = attached(&[session, &["x"]].concat());
        refused.env("OPENCODE_SERVER_PASSWORD", "falsch");
        let (code, _, err) = told(refused);
        assert!(code == Some(1) && err.contains("401"), "{session:?}: {err}");
    }
    let (code, out, err) = told(attached(&["--format", "json", "[say one]"]));
    assert_eq!(code, Some(0), "{err}");
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let kinds: Vec<_> = lines.iter().map(|line| line["type"].as_str().expect("a type")).collect();
    assert_eq!((kinds.first(), kinds.last()), (Some(&"session"), Some(&"finished")), "{out}");
    let streamed: String = lines.iter().filter_map(|line| line["delta"].as_str()).collect();
    assert_eq!(streamed, "one");
    assert_eq!(lines.last().expect("a line")["info"]["role"], "assistant");
    let session = lines[0]["sessionID"].as_str().expect("an id").to_owned();

    assert_eq!(told(attached(&["--session", &session, "[say two]"])).1, "two\n");
    let model = ["--continue", "--model", "fake/fake-small", "--agent", "plan", "[say three]"];
    let (code, out, err) = told(attached(&model));
    assert_eq!((code, out.as_str()), (Some(0), "three\n"), "{err}");
    let client = Client::builder(server.url()).basic_auth("opencode", "geheim").build().expect("a client");
    let messages = client.session().messages(&session).send().await.expect("messages");
    assert_eq!(messages.len(), 6, "all in one session");
    let last = serde_json::to_value(&messages[5].info).expect("JSON");
    assert_eq!((&last["modelID"], &last["mode"]), (&json!("fake-small"), &json!("plan")));
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_are_told_by_status_and_in_words() {
    let world = World::new().await;
    let (server, _) = world.start(&[]);
    let attached =
        |arguments: &[&str]| told(run(&world.home, &[&["--attach", server.url()], arguments].concat()));
    let (code, out, err) = attached(&["[error 400]"]);
    assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
    assert!(err.starts_with("Error: the run failed: ") && err.lines().count() == 1, "{err}");
    let (code, _, err) = attached(&["--session", "ses_nothere", "x"]);
    assert_eq!(code, Some(1), "{err}");
    assert!(err.starts_with("Error: "), "{err}");
    let (code, _, err) = attached(&["--model", "nonsense", "x"]);
    assert!(code == Some(2) && err.contains("PROVIDER/MODEL"), "{err}");
    let (code, _, err) = attached(&[" "]);
    assert!(code == Some(2) && err.contains("empty"), "{err}");
    let (code, _, err) = told(run(&world.home, &["--directory", "/nowhere", "x"]));
    assert!(code == Some(2) && err.contains("cannot be started in /nowhere"), "{err}");
    let (code, _, err) = told(run(&world.home, &["--attach", "http://127.0.0.1:9", "x"]));
    assert!(code == Some(2) && err.starts_with("Error: ") && err.lines().count() == 1, "{err}");
    let elsewhere = Home::new().expect("a home");
    std::fs::write(elsewhere.project().join("opencode.json"), "{").expect("a file");
    let (code, _, err) = told(run(&elsewhere, &["x"]));
    assert!(code == Some(2) && err.contains("opencode.json"), "{err}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interrupt_aborts_the_run() {
    let world = World::new().await;
    let (server, caller) = world.start(&[]);
    for name in ["INT", "TERM"] {
        let mut command = run(&world.home, &["--attach", server.url(), "--format", "json", "[slow 400]"]);
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a program that runs");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let mut next =
            || serde_json::from_str::<Value>(&lines.next().expect("a line").expect("text")).expect("JSON");
        let session = next()["sessionID"].as_str().expect("an id").to_owned();
        while next()["type"] != "text" {}
        signal(&child, name);
        assert_eq!(child.wait().expect("an end").code(), Some(130));
        let messages = caller.get(&format!("/session/{session}/message")).await.expect("messages");
        assert_eq!(messages[1]["info"]["error"]["name"], "MessageAbortedError", "{messages:#}");
    }
}

/// A run with a server of its own that has begun to answer, and goes on for long.
fn answering(home: &Home) -> Child {
    let mut command = run(home, &["--scripted-model", "[slow 400]"]);
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a program that runs");
    let mut first = [0];
    child.stdout.as_mut().expect("a pipe").read_exact(&mut first).expect("the beginning of an answer");
    child
}

#[tokio::test(flavor = "multi_thread")]
async fn no_server_is_left_behind() {
    for name in ["INT", "KILL"] {
        let home = Home::new().expect("a home");
        let mut child = answering(&home);
        assert!(left(&home).len() > 1, "itself and its server");
        signal(&child, name);
        let status = child.wait().expect("an end");
        assert_eq!(status.code(), (name == "INT").then_some(130));
        nothing_is_left(&home).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_ends_ends_the_run() {
    let home = Home::new().expect("a home");
    let child = answering(&home);
    let server =
        working(&home).into_iter().find(|(_, arguments)| arguments.split('\0').nth(1) == Some("serve"));
    let killed =
        Command::new("sh").args(["-c", &format!("kill -s KILL {}", server.expect("a server").0)]).status();
    assert!(killed.expect("a shell").success());
    let began = Instant::now();
    let Output { status, stderr, .. } = child.wait_with_output().expect("an end");
    assert!(began.elapsed() < LIMIT, "{:?}", began.elapsed());
    let told = String::from_utf8_lossy(&stderr);
    assert!(status.code() == Some(2) && told.contains("the server ended with signal: 9"), "{told}");
    nothing_is_left(&home).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_prompt_that_is_still_read_can_be_interrupted() {
    let home = Home::new().expect("a home");
    let mut command = run(&home, &["-"]);
    let mut child = command.stdin(Stdio::piped()).spawn().expect("a program that runs");
    let mut typing = child.stdin.take().expect("a pipe");
    // More than a pipe holds: when all of it is written, some of it was read.
    typing.write_all(&[b'x'; 1 << 20]).expect("it is read");
    // Not SIGINT: it is ignored from the start by whatever a script began in the background, tests among it.
    signal(&child, "TERM");
    assert_eq!(child.wait().expect("an end").code(), None, "the signal ended it");
    drop(typing);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_cannot_be_written_is_told() {
    let home = Home::new().expect("a home");
    let mut command = run(&home, &["--scripted-model", "[say x]"]);
    command.stdout(std::fs::File::options().write(true).open("/dev/full").expect("a full device"));
    let (code, _, err) = told(command);
    assert!(code == Some(1) && err.contains("standard output"), "{err}");
    // And who has closed standard error is not told, but gets the status.
    let mut command = run(&home, &["--attach", "http://127.0.0.1:9", "x"]);
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    command.stderr(writer);
    assert_eq!(command.status().expect("a program that runs").code(), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_is_gone_ends_the_run() {
    let world = World::new().await;
    let (server, caller) = world.start(&[]);
    let mut command = run(&world.home, &["--attach", server.url(), "[slow 400]"]);
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a program that runs");
    let mut out = child.stdout.take().expect("a pipe");
    out.read_exact(&mut [0]).expect("the beginning of an answer");
    drop(out);
    assert_eq!(child.wait().expect("an end").code(), Some(1));
    let sessions = caller.get("/session").await.expect("sessions");
    let id = sessions[0]["id"].as_str().expect("an id");
    let messages = caller.get(&format!("/session/{id}/message")).await.expect("messages");
    assert_eq!(messages[1]["info"]["error"]["name"], "MessageAbortedError", "{messages:#}");
}
