//! `opencode-rs call`: operations from a shell, on our server and on the real one.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Output, Stdio};

use opencode_conformance::peers::{Caller, Packages, Program, Server, say_aloud};
use serde_json::Value;

use crate::world::{World, ours};

/// `opencode-rs call` in a home, aimed at a server.
fn call(world: &World, url: &str, arguments: &[&str]) -> Command {
    let mut command = ours().command(&world.home);
    command.args(["call", "--url", url]).args(arguments).stdin(Stdio::null());
    command
}

/// Status, standard output and standard error of a call that ends.
fn told(mut command: Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("a program that runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

/// The answer of a call that succeeds: one line of JSON.
fn answer(command: Command) -> Value {
    let (code, out, err) = told(command);
    assert_eq!((code, err.as_str(), out.lines().count()), (Some(0), "", 1), "{out}{err}");
    serde_json::from_str(&out).expect("JSON")
}

/// Asserts a failure with this status, and one line on standard error that has all of these words.
fn fails(command: Command, status: i32, words: &[&str]) {
    let (code, out, err) = told(command);
    assert_eq!((code, out.as_str()), (Some(status), ""), "{err}");
    assert!(err.starts_with("Error: ") && err.lines().count() == 1, "{err}");
    for word in words {
        assert!(err.to_lowercase().contains(word), "{word} is not in: {err}");
    }
}

/// What works the same on both servers.
fn a_day(world: &World, server: &Server) {
    let url = server.url();
    let call = |arguments: &[&str]| call(world, url, arguments);
    assert_eq!(answer(call(&["global.health"]))["version"], "1.2.6");

    let session = answer(call(&["session.create", "--title", "Größe"]));
    let id = session["id"].as_str().expect("an id");
    assert_eq!(session["title"], "Größe");
    let body = r#"{"parts":[{"type":"text","text":"[say All is well.]"}]}"#;
    let message = answer(call(&["session.prompt", id, "--body", body]));
    assert_eq!(message["info"]["role"], "assistant", "{message:#}");
    let parts = message["parts"].as_array().expect("parts");
    assert!(parts.iter().any(|part| part["text"] == "All is well."), "{message:#}");

    // A body of a file, one of standard input, and flags over it.
    let file = world.home.project().join("body.json");
    std::fs::write(&file, r#"{"title":"of a file"}"#).expect("a file");
    let renamed = answer(call(&["session.update", id, "--body", &format!("@{}", file.display())]));
    assert_eq!(renamed["title"], "of a file");
    let mut typed = call(&["session.update", id, "--body", "-"]);
    let mut child = typed.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("a program that runs");
    child.stdin.take().expect("a pipe").write_all(br#"{"title":"typed"}"#).expect("it is read");
    let output = child.wait_with_output().expect("an end");
    assert_eq!(serde_json::from_slice::<Value>(&output.stdout).expect("JSON")["title"], "typed");
    let both = answer(call(&["session.update", id, "--body", r#"{"title":"below"}"#, "--title", "above"]));
    assert_eq!(both["title"], "above");

    let listed = answer(call(&["session.list", "--limit", "1", "--search", "above"]));
    assert_eq!(listed[0]["id"], id);
    assert_eq!(answer(call(&["session.messages", id])).as_array().map(Vec::len), Some(2));
    let elsewhere = world.home.path().to_string_lossy().into_owned();
    assert_eq!(answer(call(&["path.get", "--directory", &elsewhere]))["directory"], elsewhere.as_str());
    let (code, raw, _) = told(call(&["global.health", "--raw"]));
    assert_eq!((code, raw.trim_end()), (Some(0), r#"{"healthy":true,"version":"1.2.6"}"#));

    // No answer is promised: nothing is printed.
    let (code, out, err) = told(call(&["session.prompt_async", id, "--body", body]));
    assert_eq!((code, out.as_str(), err.as_str()), (Some(0), "", ""));

    fails(call(&["session.get", "ses_nothere"]), 1, &["session.get", "404", "not found", "ses_nothere"]);
    // What the contract forbids is told before it is sent, and sent if that is wished.
    let wrong = ["session.update", id, "--body", r#"{"title":5}"#, "--no-check"];
    fails(call(&wrong[..4]), 2, &["/title: 5 is not of type string", "--no-check"]);
    fails(call(&wrong), 1, &["400", "error: session.update", "title: ", "string"]);
    fails(call(&["session.create", "--body", "{\"title\":"]), 2, &["--body is not json"]);
    fails(call(&["session.create", "--body", "@/nowhere"]), 2, &["/nowhere"]);
    assert_eq!(answer(call(&["session.delete", id])), true);
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_on_our_server() {
    let world = World::new().await;
    let (server, _) = world.start(&[]);
    a_day(&world, &server);
    fails(call(&world, server.url(), &["vcs.get"]), 1, &["501", "vcs.get is not implemented yet"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_on_the_real_server() {
    let packages = match Packages::install() {
        Ok(packages) => packages,
        Err(missing) => return say_aloud("calls on the real server", &missing),
    };
    let world = World::new().await;
    let (server, _) = world.start_program(&Program::Real(packages.opencode()), &[]);
    a_day(&world, &server);
    let call = |arguments: &[&str]| call(&world, server.url(), arguments);
    // Its status comes before its work, so that a failure is an empty answer.
    let body = r#"{"parts":[{"type":"text","text":"x"}]}"#;
    fails(call(&["session.prompt", "ses_nothere", "--body", body]), 1, &["session.prompt", "nothing"]);
    // A reader that has seen enough of a terminal ends the call, though the terminal goes on.
    let endless = "while sleep 0.05; do echo x; done";
    let pty = answer(call(&["pty.create", "--command", "/bin/sh", "--args", "-c", "--args", endless]));
    let id = pty["id"].as_str().expect("an id");
    let mut child = call(&["pty.connect", id]).stdout(Stdio::piped()).spawn().expect("a program that runs");
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    out.read_line(&mut String::new()).expect("a line");
    drop(out);
    assert!(child.wait().expect("an end").success());
    assert_eq!(answer(call(&["pty.remove", id])), true);
    // A terminal says what it has to say, and its program's end is the call's.
    let pty = answer(call(&[
        "pty.create",
        "--command",
        "/bin/sh",
        "--args",
        "-c",
        "--args",
        "echo hello; until [ -e go ]; do sleep 0.1; done; exit 3",
    ]));
    let mut command = call(&["pty.connect", pty["id"].as_str().expect("an id")]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.expect("a program that runs");
    let mut said = String::new();
    BufReader::new(child.stdout.as_mut().expect("a pipe")).read_line(&mut said).expect("a line");
    assert_eq!(said, "hello\r\n");
    // The terminal lasts until it was seen, however slow the machine is.
    std::fs::write(world.home.project().join("go"), "").expect("a file");
    let Output { status, stderr, .. } = child.wait_with_output().expect("an end");
    assert_eq!(status.code(), Some(1));
    assert!(String::from_utf8_lossy(&stderr).contains("ended with 3"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_call_is_told_with_status_2() {
    let world = World::new().await;
    let nobody = "http://127.0.0.1:9";
    fails(call(&world, nobody, &["global.health"]), 2, &["no answer from http://127.0.0.1:9", "refused"]);
    fails(call(&world, nobody, &["event.subscribe"]), 2, &["refused"]);
    fails(call(&world, "nonsense", &["global.health"]), 2, &["nonsense"]);
    for arguments in [&["session.lst"] as &[_], &["session.get"], &["session.list", "--colour"], &[]] {
        let (code, _, err) = told(call(&world, nobody, arguments));
        assert_eq!(code, Some(2), "{err}");
    }
    let (_, _, err) = told(call(&world, nobody, &["session.lst"]));
    let tip = err.lines().find(|line| line.contains("similar")).unwrap_or_default();
    assert!(
        tip.contains("similar subcommands exist: 'session.list', "),
        "the most similar comes first: {err}"
    );
    assert_eq!(tip.matches("'").count(), 6, "and no others than two more: {err}");
    let (code, _, err) = told(call(&world, nobody, &["event.subscribe", "--raw"]));
    assert!(code == Some(2) && err.contains("--raw"), "events are not raw: {err}");
}

#[tokio::test(flavor = "multi_thread")]
async fn credentials_come_from_flags_and_from_the_environment() {
    let world = World::new().await;
    let mut command = ours().serve(&world.home, 0, &[]);
    command.env("OPENCODE_SERVER_PASSWORD", "geheim").env("OPENCODE_SERVER_USERNAME", "me");
    let server = Server::spawn("ours", command).expect("a server");
    fails(call(&world, server.url(), &["global.health"]), 1, &["401", "unauthorized"]);
    assert_eq!(
        answer(call(&world, server.url(), &["global.health", "--username=me", "--password=geheim"]))["healthy"],
        true
    );
    let mut command = ours().command(&world.home);
    command.args(["call", "global.health"]).env("OPENCODE_SERVER_URL", server.url());
    command.env("OPENCODE_SERVER_PASSWORD", "geheim").env("OPENCODE_SERVER_USERNAME", "me");
    assert_eq!(answer(command)["healthy"], true);
}

/// A port below those that the system gives to whoever asks for any, so that it stays free between two servers.
fn port_of_our_own() -> u16 {
    let first = 20_000 + (std::process::id() % 10_000) as u16;
    let is_free = |port: &u16| std::net::TcpListener::bind(("127.0.0.1", *port)).is_ok();
    (first..32_000).find(is_free).expect("a free port")
}

#[tokio::test(flavor = "multi_thread")]
async fn events_are_lines_and_watching_outlives_the_server() {
    let world = World::new().await;
    let port = port_of_our_own();
    let mut server = Server::spawn("ours", ours().serve(&world.home, port, &[])).expect("a server");
    let caller = Caller::new(server.url());
    // Without --watch it ends with the connection; with it, it goes on with the next server.
    let start = |arguments: &[&str]| {
        let mut command = call(&world, server.url(), arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a program that runs")
    };
    let (mut once, mut watching) = (start(&["event.subscribe"]), start(&["global.event", "--watch"]));
    let lines =
        |child: &mut std::process::Child| BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let (mut once_lines, mut lines) = (lines(&mut once), lines(&mut watching));
    let next = |lines: &mut dyn Iterator<Item = std::io::Result<String>>, kind: &str| {
        let events = lines.map(|line| serde_json::from_str::<Value>(&line.expect("a line")).expect("JSON"));
        let mut kinds = events.map(|event| event.pointer("/payload/type").unwrap_or(&event["type"]).clone());
        assert!(kinds.any(|other| other == kind), "the stream ended before {kind}");
    };
    next(&mut once_lines, "server.connected");
    next(&mut lines, "server.connected");
    caller.create_session().await.expect("a session");
    next(&mut once_lines, "session.created");
    next(&mut lines, "session.created");

    server.kill();
    assert!(once.wait().expect("an end").success());
    let server = Server::spawn("ours", ours().serve(&world.home, port, &[])).expect("a server");
    let caller = Caller::new(server.url());
    next(&mut lines, "server.connected");
    caller.create_session().await.expect("a session");
    next(&mut lines, "session.created");
    watching.kill().expect("it still runs");
    let said = watching.wait_with_output().expect("an end").stderr;
    assert!(String::from_utf8_lossy(&said).contains("may be missing"), "{}", String::from_utf8_lossy(&said));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_has_seen_enough_is_no_failure() {
    let world = World::new().await;
    let (server, caller) = world.start(&[]);
    let mut child = call(&world, server.url(), &["event.subscribe"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("a program that runs");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a line");
    assert!(first.contains("server.connected"), "{first}");
    // The pipe is closed now; the next event finds that out.
    caller.create_session().await.expect("a session");
    assert!(child.wait().expect("an end").success());
}

#[test]
fn operations_are_listed_explained_and_completed() {
    let home = opencode_conformance::peers::Home::new().expect("a home");
    let run = |arguments: &[&str]| {
        let mut command = ours().command(&home);
        command.args(arguments);
        told(command)
    };
    let (code, list, _) = run(&["call", "--help"]);
    assert_eq!(code, Some(0));
    assert!(list.starts_with("Call an operation of a running server"), "{list}");
    for operation in ["session.prompt_async", "tui.control.next", "global.health"] {
        assert!(
            list.lines().any(|line| line.trim_start().starts_with(operation)),
            "{operation} is not in\n{list}"
        );
    }
    let (_, help, _) = run(&["call", "session.prompt", "--help"]);
    for part in ["<sessionID>", "--no-reply", "--body", "it needs parts", "POST /session/{sessionID}/message"]
    {
        assert!(help.contains(part), "{part} is not in\n{help}");
    }
    for shell in ["bash", "zsh", "fish"] {
        let (code, script, _) = run(&["completions", shell]);
        assert!(
            code == Some(0) && script.contains("session.prompt_async") && script.contains("no-reply"),
            "{shell}"
        );
        // As `| head -1` does, but before anything is written.
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut command = ours().command(&home);
        let Output { status, stderr, .. } =
            command.args(["completions", shell]).stdout(writer).output().expect("a program that runs");
        assert!(status.success() && stderr.is_empty(), "{shell}: {}", String::from_utf8_lossy(&stderr));
    }
}
