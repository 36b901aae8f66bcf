//! `opencode-rs serve` as a process: what it prints, how it ends, and what it says when it cannot start.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use opencode_conformance::peers::{Home, Program, Server};

fn ours() -> Program {
    Program::Ours(PathBuf::from(env!("CARGO_BIN_EXE_opencode-rs")))
}

fn home() -> Home {
    Home::new().expect("a home")
}

/// Runs a command that ends by itself.
fn output(mut command: Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("a program that runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

/// Asserts that the command fails with one line on standard error that names `what`.
fn fails(command: Command, what: &[&str]) {
    let (code, stdout, stderr) = output(command);
    assert_eq!((code, stdout.as_str()), (Some(1), ""), "{stderr}");
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    for part in what {
        assert!(stderr.contains(part), "{part} is not in: {stderr}");
    }
}

#[test]
fn a_started_server_prints_the_line_clients_wait_for() {
    let home = home();
    let mut command = ours().serve(&home, 0, &["--scripted-model"]);
    command.env("OPENCODE_SERVER_PASSWORD", "");
    let server = Server::spawn("ours", command).expect("a server");
    let expected = format!("opencode server listening on {}\n", server.url());
    let waited = Instant::now();
    // The address may be known a moment before its line is kept.
    while !server.said().ends_with(&expected) && waited.elapsed() < Duration::from_secs(5) {
        std::thread::yield_now();
    }
    let said = server.said();
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    assert_eq!(lines[0], "Warning: OPENCODE_SERVER_PASSWORD is not set; server is unsecured.");
    assert!(lines[1].contains("scripted"), "{said}");
    assert_eq!(lines[2], expected.trim_end());
}

#[test]
fn a_password_is_taken_from_the_environment() {
    let home = home();
    let mut command = ours().serve(&home, 0, &[]);
    command.env("OPENCODE_SERVER_PASSWORD", "secret").env("OPENCODE_SERVER_USERNAME", "me");
    let server = Server::spawn("ours", command).expect("a server");
    assert!(!server.said().contains("Warning"), "{}", server.said());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let url = format!("{}/global/health", server.url());
        let client = reqwest::Client::new();
        let status =
            async |request: reqwest::RequestBuilder| request.send().await.expect("an answer").status();
        assert_eq!(status(client.get(&url)).await, 401);
        assert_eq!(status(client.get(&url).basic_auth("opencode", Some("secret"))).await, 401);
        assert_eq!(status(client.get(&url).basic_auth("me", Some("secret"))).await, 200);
    });
}

#[test]
fn signals_end_it_cleanly_and_soon() {
    for signal in ["TERM", "INT", "HUP"] {
        let home = home();
        let mut server = Server::start(&ours(), &home, &[]).expect("a server");
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let mut stream = runtime.block_on(async {
            let mut stream = reqwest::get(format!("{}/global/event", server.url())).await.expect("an answer");
            stream.chunk().await.expect("a stream").expect("its first event");
            stream
        });
        let asked = Instant::now();
        let status = server.end(signal, Duration::from_secs(2)).expect("an end within two seconds");
        assert!(status.success(), "{signal}: {status}");
        assert!(asked.elapsed() < Duration::from_secs(2), "{:?}", asked.elapsed());
        // The stream was ended, not cut.
        runtime.block_on(async {
            while stream.chunk().await.unwrap_or_else(|problem| panic!("{signal}: {problem}")).is_some() {}
        });
    }
}

#[test]
fn a_taken_port_is_one_clear_line() {
    let holder = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = holder.local_addr().expect("an address").port();
    fails(ours().serve(&home(), port, &[]), &["Failed to start server on port", &port.to_string(), "in use"]);
}

#[test]
fn a_broken_configuration_is_one_clear_line() {
    for broken in
        ["{\n  \"model\": ,\n}", "{\"modell\": \"x\", \"porrt\": 1}", "{\"server\": {\"port\": 70000}}"]
    {
        let home = home();
        let file = home.project().join("opencode.json");
        std::fs::write(&file, broken).expect("a file");
        let port = broken.contains("70000");
        let place = if port { "70000" } else { "opencode.json" };
        let mut command = ours().command(&home);
        command.arg("serve");
        fails(command, &[place]);
    }
}

#[test]
fn a_database_that_is_none_is_one_clear_line() {
    let home = home();
    let data = home.data().join("opencode");
    std::fs::create_dir_all(&data).expect("a directory");
    std::fs::write(
        data.join("opencode-rs.db"),
        "this is no database, though it is long enough to be one".repeat(99),
    )
    .expect("a file");
    fails(ours().serve(&home, 0, &[]), &["opencode-rs.db"]);
}

#[test]
fn a_data_directory_that_cannot_be_used_is_one_clear_line() {
    let home = home();
    let file = home.project().join("file");
    std::fs::write(&file, "").expect("a file");
    let mut command = ours().serve(&home, 0, &[]);
    command.env("XDG_DATA_HOME", &file);
    fails(command, &[&file.display().to_string()]);
}

#[test]
fn settings_of_the_configuration_hold_unless_a_flag_says_otherwise() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = free.local_addr().expect("an address").port();
    drop(free);
    let home = home();
    let config = format!("{{\"server\": {{\"port\": {port}, \"hostname\": \"localhost\"}}}}");
    std::fs::write(home.project().join("opencode.json"), config).expect("a file");
    let mut command = ours().command(&home);
    command.arg("serve");
    let server = Server::spawn("ours", command).expect("a server");
    assert_eq!(server.url(), format!("http://localhost:{port}"));
    let mut command = ours().command(&home);
    command.args(["serve", "--hostname", "127.0.0.1", "--port", "0"]);
    let other = Server::spawn("ours", command).expect("a server");
    assert!(other.url().starts_with("http://127.0.0.1:"), "{}", other.url());
    assert_ne!(other.url(), server.url());
}

#[test]
fn completions_are_written_for_each_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let home = home();
        let mut command = ours().command(&home);
        command.args(["completions", shell]);
        let (code, stdout, stderr) = output(command);
        assert_eq!(code, Some(0), "{stderr}");
        assert!(stdout.contains("scripted-model"), "{shell}");
    }
}
