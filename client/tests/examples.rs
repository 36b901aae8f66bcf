//! The examples do what they say: each is run as a program, against a server whose model follows a script.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use opencode_client::Client;
use opencode_conformance::peers;
use opencode_scripted_model::{Options, ScriptedServer, config_for};
use opencode_server::paths::Environment;
use opencode_server::{Config, Credentials, Port};

/// Longest wait for anything.
const LIMIT: Duration = Duration::from_secs(60);

/// The program of an example. Cargo builds it with the tests, but not for a test that is run alone.
fn example(name: &str) -> PathBuf {
    let here = std::env::current_exe().expect("a test program");
    let folder = here.ancestors().nth(2).expect("target/<profile>/deps");
    let program = folder.join("examples").join(name);
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(format!("{name}.rs"));
    let age = |path: &Path| std::fs::metadata(path).and_then(|data| data.modified()).ok();
    if age(&program) < age(&source) {
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--package", env!("CARGO_PKG_NAME"), "--example", name]);
        build.arg("--target-dir").arg(folder.parent().expect("a target folder"));
        assert!(build.status().expect("cargo").success(), "{name} does not build");
    }
    program
}

/// A server of this project in this process, with a model and a project.
async fn ours() -> (opencode_server::Server, ScriptedServer, tempfile::TempDir) {
    guarded(None).await
}

/// The same, with a password.
async fn guarded(
    credentials: Option<Credentials>,
) -> (opencode_server::Server, ScriptedServer, tempfile::TempDir) {
    let model = ScriptedServer::start(Options::default()).await.expect("a scripted model");
    let home = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(home.path().join("opencode.json"), config_for(&model.url()).to_string())
        .expect("a configuration");
    let environment = Environment::new(home.path(), home.path().to_owned(), BTreeMap::new());
    let config = Config {
        port: Port::Any,
        credentials,
        ..Config::new(environment, slog::Logger::root(slog::Discard, slog::o!()))
    };
    (opencode_server::start(config).await.expect("a server"), model, home)
}

/// Ends a program with its test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts an example; gives what it prints line by line.
fn start(name: &str, arguments: &[&str]) -> (Running, mpsc::Receiver<String>) {
    started(name, arguments, [])
}

/// The same, with these variables.
fn started<const N: usize>(
    name: &str,
    arguments: &[&str],
    variables: [(&str, &str); N],
) -> (Running, mpsc::Receiver<String>) {
    let mut command = Command::new(example(name));
    command.args(arguments).env_remove("OPENCODE_SERVER_PASSWORD").envs(variables);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    let output = BufReader::new(child.stdout.take().expect("a pipe"));
    let (sender, lines) = mpsc::sync_channel(1_000);
    std::thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    (Running(child), lines)
}

fn wait_for(lines: &mpsc::Receiver<String>, wanted: &str) {
    let mut seen = Vec::new();
    while !seen.last().is_some_and(|line: &String| line.contains(wanted)) {
        match lines.recv_timeout(LIMIT) {
            Ok(line) => seen.push(line),
            Err(_) => panic!("no {wanted:?} in {seen:#?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn chat_answers_each_line() {
    let (server, _model, home) = ours().await;
    let (mut chat, lines) = start("chat", &[server.url(), &home.path().to_string_lossy()]);
    let mut input = chat.0.stdin.take().expect("a pipe");
    tokio::task::block_in_place(|| {
        for word in ["one", "two"] {
            writeln!(input, "[say the answer is {word}]").expect("it reads");
            wait_for(&lines, &format!("the answer is {word}"));
        }
        drop(input);
        assert!(chat.0.wait().expect("an end").success());
    });
    server.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn credentials_are_those_of_the_environment() {
    for user in ["opencode", "me"] {
        let (server, _model, _home) = guarded(Some(Credentials::new(user, "geheim"))).await;
        let password = ("OPENCODE_SERVER_PASSWORD", "geheim");
        let named = ("OPENCODE_SERVER_USERNAME", if user == "me" { "me" } else { "" });
        let (_monitor, lines) = started("monitor", &[server.url()], [password, named]);
        tokio::task::block_in_place(|| wait_for(&lines, "server.connected"));
        server.shutdown().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn monitor_tells_what_happens() {
    let (server, _model, home) = ours().await;
    let (_monitor, lines) = start("monitor", &[server.url()]);
    tokio::task::block_in_place(|| wait_for(&lines, "server.connected"));
    let client = Client::builder(server.url()).directory(home.path()).build().expect("a client");
    let conversation = client.start_conversation().await.expect("a session");
    conversation.ask("[say hello]").finish().await.expect("an answer");
    tokio::task::block_in_place(|| {
        wait_for(&lines, "session.created");
        wait_for(&lines, &format!("{} is busy", conversation.session_id()));
        wait_for(&lines, "message.part.delta");
        wait_for(&lines, &format!("{} is idle", conversation.session_id()));
    });
    server.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn session_diff_names_the_changed_files() {
    // Tools and snapshots are the real server's.
    let packages = match tokio::task::block_in_place(peers::Packages::install) {
        Ok(packages) => packages,
        Err(missing) => return peers::say_aloud("session_diff_names_the_changed_files", &missing),
    };
    let model = ScriptedServer::start(Options::default()).await.expect("a scripted model");
    let home = peers::Home::new().expect("a temporary folder");
    home.configure(&config_for(&model.url())).expect("a configuration");
    tokio::task::block_in_place(|| {
        std::fs::write(home.project().join("README"), "read me\n").expect("a file");
        for arguments in [
            &["init", "--quiet"][..],
            &["add", "."],
            &["-c", "user.name=t", "-c", "user.email=t@localhost", "commit", "--quiet", "-m", "first"],
        ] {
            let mut git = Command::new("git");
            git.args(arguments).current_dir(home.project()).env("HOME", home.user());
            assert!(git.status().expect("git").success());
        }
        let program = peers::Program::Real(packages.opencode());
        let server = peers::Server::start(&program, &home, &[]).expect("the real server");
        // A new file would do as well, but not one that is written in the moment in which the server looks.
        let edit = r#"[tool:read {"filePath":"README"}]
            [tool:edit {"filePath":"README","oldString":"read me","newString":"read me\nwith care"}] [say edited]"#;
        let (_diff, lines) = start("session_diff", &[server.url(), &home.project().to_string_lossy(), edit]);
        wait_for(&lines, "edited");
        wait_for(&lines, "README +1 -0");
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn permission_gate_lets_look_and_does_not_let_change() {
    // Tools and permissions are the real server's.
    let packages = match tokio::task::block_in_place(peers::Packages::install) {
        Ok(packages) => packages,
        Err(missing) => {
            return peers::say_aloud("permission_gate_lets_look_and_does_not_let_change", &missing);
        }
    };
    let model = ScriptedServer::start(Options::default()).await.expect("a scripted model");
    let home = peers::Home::new().expect("a temporary folder");
    let mut config = config_for(&model.url());
    config["permission"] = serde_json::json!({ "bash": "ask", "edit": "ask" });
    home.configure(&config).expect("a configuration");
    tokio::task::block_in_place(|| {
        let program = peers::Program::Real(packages.opencode());
        let server = peers::Server::start(&program, &home, &[]).expect("the real server");
        let bash = |command: &str| format!(r#"[tool:bash {{"command":"{command}","description":"x"}}]"#);
        let prompt = format!("{} {} {} [say that is all]", bash("ls"), bash("touch made"), bash("ls > made"));
        let (mut gate, lines) = start("permission_gate", &[server.url(), &prompt]);
        wait_for(&lines, r#"bash ["ls"]: Once"#);
        wait_for(&lines, r#"bash ["touch made"]: RejectBecause"#);
        wait_for(&lines, "RejectBecause");
        wait_for(&lines, "that is all");
        assert!(gate.0.wait().expect("an end").success());
        assert!(!home.project().join("made").exists());
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn batch_answers_for_every_directory() {
    let (server, _model, home) = ours().await;
    let config = std::fs::read(home.path().join("opencode.json")).expect("the configuration");
    let folders = ["one", "two", "three"].map(|name| home.path().join(name).to_string_lossy().into_owned());
    for folder in &folders {
        std::fs::create_dir(folder).expect("a folder");
        std::fs::write(Path::new(folder).join("opencode.json"), &config).expect("a configuration");
    }
    let (_batch, lines) =
        start("batch", &[server.url(), "[say seen]", &folders[0], &folders[1], &folders[2]]);
    tokio::task::block_in_place(|| {
        // They come in any order.
        let mut missing: Vec<String> = folders.iter().map(|folder| format!("{folder}: seen")).collect();
        while !missing.is_empty() {
            let line = lines.recv_timeout(LIMIT).expect("an answer for every directory");
            missing.retain(|wanted| *wanted != line);
        }
    });
    server.shutdown().await;
}
