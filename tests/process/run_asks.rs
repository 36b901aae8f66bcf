//! `opencode-rs run` on the real server, whose tools run and ask: without a terminal, and in one of that server's own.

use std::collections::BTreeSet;

use futures::StreamExt as _;
use opencode_client::Client;
use opencode_client::pty::{Output as Said, Terminal};
use opencode_client::types::PtyCreateBody;
use opencode_conformance::peers::{Packages, Program, Server, say_aloud};
use serde_json::json;

use crate::run::{LIMIT, run, told};
use crate::world::{World, ours};

/// A real server, and what it does (`ask`, `allow`) when the model uses the shell.
async fn real(action: &str) -> Option<(World, Server)> {
    let packages = match Packages::install() {
        Ok(packages) => packages,
        Err(missing) => {
            say_aloud("permissions of the real server", &missing);
            return None;
        }
    };
    let world = World::configured(|config| config["permission"] = json!({ "bash": action })).await;
    let (server, _) = world.start_program(&Program::Real(packages.opencode()), &[]);
    Some((world, server))
}

const ASKING: &str = r#"[tool:bash {"command":"touch made","description":"Makes a file"}]"#;
const CHOICE: &str = r#"[tool:question {"questions":[{"question":"Which colour?","header":"Colour","options":[{"label":"red","description":"warm"},{"label":"blue","description":"cold"}]}]}] [say Chosen.]"#;

#[tokio::test(flavor = "multi_thread")]
async fn without_a_terminal_a_permission_is_refused() {
    let Some((world, server)) = real("ask").await else { return };
    let (code, out, err) = told(run(&world.home, &["--attach", server.url(), ASKING]));
    assert_eq!(code, Some(1), "{out}{err}");
    assert!(err.contains("Refused, since there is no terminal to ask at: bash touch made"), "{err}");
    assert!(!world.home.project().join("made").exists());
}

/// Reads until `text` was said.
async fn shows(terminal: &mut Terminal, text: &str) -> String {
    let mut said = String::new();
    let reading = async {
        while !said.contains(text) {
            match terminal.next().await {
                Some(Ok(Said::Text(more))) => said += &more,
                other => panic!("{other:?} instead of {text:?}, after {said:?}"),
            }
        }
    };
    if tokio::time::timeout(LIMIT, reading).await.is_err() {
        panic!("{text:?} was not shown; only: {said:?}");
    }
    said
}

/// `opencode-rs run` attached to a real server, in a terminal of that server.
async fn at_terminal(world: &World, server: &Server, prompt: &str) -> (Client, Terminal) {
    let directory = world.home.project().to_string_lossy().into_owned();
    let client = Client::builder(server.url()).directory(&directory).build().expect("a client");
    let Program::Ours(program) = ours() else { unreachable!("it is ours") };
    let body = PtyCreateBody {
        command: Some(program.to_string_lossy().into_owned()),
        args: Some(["run", "--attach", server.url(), prompt].map(str::to_owned).to_vec()),
        ..PtyCreateBody::default()
    };
    let pty = client.pty().create().body(body).send().await.expect("a terminal");
    let terminal = client.terminal(&pty.id).connect().await.expect("a terminal");
    (client, terminal)
}

/// What was said until the program's end, and its status.
async fn end(mut terminal: Terminal) -> (String, Option<i64>) {
    let mut said = String::new();
    loop {
        match tokio::time::timeout(LIMIT, terminal.next()).await.expect("in time") {
            Some(Ok(Said::Exited { code })) => return (said, code),
            Some(Ok(Said::Text(more))) => said += &more,
            Some(Ok(_)) => {}
            other => panic!("{other:?}, after {said:?}"),
        }
    }
}

/// The state of the only tool that the last session called: its status, and what it gave or why it failed.
async fn tool(client: &Client) -> (String, String) {
    let sessions = client.session().list().send().await.expect("sessions");
    let newest = sessions.iter().max_by_key(|session| session.time.created.as_i64()).expect("a session");
    let messages = client.session().messages(&newest.id).send().await.expect("messages");
    let json = serde_json::to_value(messages.into_inner()).expect("JSON");
    let parts = json.as_array().expect("messages").iter().flat_map(|message| message["parts"].as_array());
    let tools: Vec<_> = parts.flatten().filter(|part| part["type"] == "tool").collect();
    let [tool] = tools.as_slice() else { panic!("one tool: {tools:#?}") };
    let state = &tool["state"];
    let given = state["output"].as_str().or(state["error"].as_str()).unwrap_or_default();
    (state["status"].as_str().expect("a status").to_owned(), given.to_owned())
}

const ALLOW: &str = "say what it should do instead: ";

#[tokio::test(flavor = "multi_thread")]
async fn at_a_terminal_a_permission_is_asked_for() {
    let Some((world, server)) = real("ask").await else { return };
    let made = world.home.project().join("made");

    let (client, mut terminal) = at_terminal(&world, &server, ASKING).await;
    let asked = shows(&mut terminal, ALLOW).await;
    assert!(asked.contains("asks for a permission: bash touch made"), "{asked:?}");
    terminal.send("\r").await.expect("typed");
    shows(&mut terminal, ALLOW).await;
    assert!(!made.exists(), "no answer allows nothing");
    terminal.send("yes\r").await.expect("typed");
    shows(&mut terminal, "[done] bash: Makes a file").await;
    assert_eq!(end(terminal).await.1, Some(0));
    assert!(made.exists());

    // What it should do instead is told to the model, which goes on.
    std::fs::remove_file(&made).expect("it was made");
    let (_, mut terminal) = at_terminal(&world, &server, ASKING).await;
    shows(&mut terminal, ALLOW).await;
    terminal.send("use Git\r").await.expect("typed");
    let (said, code) = end(terminal).await;
    assert_eq!(code, Some(0), "{said}");
    let (status, told) = tool(&client).await;
    assert!(status == "error" && told.contains("use Git"), "{status}: {told}");
    assert!(!made.exists());

    // Ctrl-C while it asks: the run ends, though it waits for a reply.
    let (_, mut terminal) = at_terminal(&world, &server, ASKING).await;
    shows(&mut terminal, ALLOW).await;
    terminal.send("\u{3}").await.expect("typed");
    assert_eq!(end(terminal).await.1, Some(130));
    let status = client.session().status().send().await.expect("a status");
    assert!(status.is_empty(), "nothing runs any more: {status:?}");

    // Allowed always, it is not asked for again on this server.
    let (_, mut terminal) = at_terminal(&world, &server, ASKING).await;
    shows(&mut terminal, ALLOW).await;
    terminal.send("a\r").await.expect("typed");
    assert_eq!(end(terminal).await.1, Some(0));
    std::fs::remove_file(&made).expect("it was made");
    let (_, terminal) = at_terminal(&world, &server, ASKING).await;
    let (said, code) = end(terminal).await;
    assert!(code == Some(0) && !said.contains("permission"), "{said}");
    assert!(made.exists());
}

/// Until the tool may end, and without a trace on the screen afterwards.
#[tokio::test(flavor = "multi_thread")]
async fn at_a_terminal_a_spinner_turns_while_a_tool_runs() {
    let Some((world, server)) = real("allow").await else { return };
    let (go, wait) = (world.home.project().join("go"), "until [ -e go ]; do sleep 0.05; done");
    let prompt = format!(r#"[tool:bash {{"command":"{wait}","description":"Waits"}}] [say At last.]"#);
    let (_, mut terminal) = at_terminal(&world, &server, &prompt).await;
    let turning = |said: &str| said.chars().filter(|one| ('⠀'..='⣿').contains(one)).collect::<BTreeSet<_>>();
    let mut said = shows(&mut terminal, "bash: ").await;
    assert!(said.contains("thinking"), "{said:?}");
    while turning(&said).len() < 3 {
        said += &shows(&mut terminal, "bash: ").await;
    }
    std::fs::write(&go, "").expect("a file");
    let (said, code) = end(terminal).await;
    let (before, after) = said.split_once("[done] bash: ").expect("the end of the tool");
    assert!(before.contains("\u{1b}[2K"), "{before:?}");
    let (wiped, answer) = after.rsplit_once("\u{1b}[2K").expect("a line that is wiped out");
    assert!(
        code == Some(0) && answer.contains("At last.") && turning(answer).is_empty(),
        "{wiped:?} {answer:?}"
    );
    // For whoever reads a file, nothing turns.
    let (code, _, err) = told(run(&world.home, &["--attach", server.url(), &prompt]));
    assert!(code == Some(0) && err.contains("[done] bash: ") && turning(&err).is_empty(), "{err:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn at_a_terminal_a_question_is_answered() {
    let Some((world, server)) = real("ask").await else { return };
    for (typed, status, told) in
        [("2\r", "completed", "blue"), ("green, or so\r", "completed", "green, or so"), ("\r", "error", "")]
    {
        let (client, mut terminal) = at_terminal(&world, &server, CHOICE).await;
        let asked = shows(&mut terminal, "nothing refuses: ").await;
        for line in ["Which colour?", "1. red  warm", "2. blue  cold"] {
            assert!(asked.contains(line), "{line} in {asked:?}");
        }
        terminal.send(typed).await.expect("typed");
        let (said, _) = end(terminal).await;
        let found = tool(&client).await;
        assert!(found.0 == status && found.1.contains(told), "{typed:?}: {found:?}, {said}");
        assert_eq!(said.contains("Chosen."), status == "completed", "{said}");
    }
}
