//! Terminals by their WebSocket. What breaks on the way is in `tests/pty`.

use futures::StreamExt as _;
use opencode_client::Client;
use opencode_client::pty::{Output, PtyError, Terminal};
use opencode_client::types::PtyCreateBody;

use super::Subject;

/// A terminal that runs `script`.
async fn terminal(client: &Client, script: &str) -> String {
    let body = PtyCreateBody {
        command: Some("/bin/sh".to_owned()),
        args: Some(vec!["-c".to_owned(), script.to_owned()]),
        ..PtyCreateBody::default()
    };
    client.pty().create().body(body).send().await.expect("a terminal").into_inner().id
}

/// Reads until `text` was said; all that was said.
async fn until(terminal: &mut Terminal, text: &str) -> String {
    let mut said = String::new();
    while !said.contains(text) {
        match terminal.next().await {
            Some(Ok(Output::Text(more))) => said += &more,
            other => panic!("{other:?} instead of {text:?}, after {said:?}"),
        }
    }
    said
}

pub async fn talk_and_tell_their_exit_code(Subject { client, project, .. }: Subject) {
    let id = terminal(&client, "stty -echo; echo ready; read x; echo \"got $x\"; pwd; exit 7").await;
    assert!(client.pty().list().send().await.expect("terminals").iter().any(|pty| pty.id == id));
    let mut terminal = client.terminal(&id).connect().await.expect("a terminal");
    until(&mut terminal, "ready\r\n").await;
    terminal.send("größe 🦀\n").await.expect("typed");
    let said = until(&mut terminal, "got größe 🦀\r\n").await;
    let folder = project.file_name().expect("a name").to_string_lossy().into_owned();
    if !said.contains(&folder) {
        until(&mut terminal, &folder).await;
    }
    loop {
        match terminal.next().await {
            Some(Ok(Output::Text(_))) => {}
            Some(Ok(Output::Exited { code })) => break assert_eq!(code, Some(7)),
            other => panic!("{other:?} instead of the end"),
        }
    }
    assert!(terminal.next().await.is_none());
    assert!(matches!(client.terminal(&id).connect().await, Err(PtyError::NotFound { .. })));
}

pub async fn are_replayed_from_any_count(Subject { client, .. }: Subject) {
    let id = terminal(&client, "echo 🦀 one; read x").await;
    let mut first = client.terminal(&id).connect().await.expect("a terminal");
    assert_eq!(until(&mut first, "one\r\n").await, "🦀 one\r\n");
    assert_eq!(first.cursor(), 8, "in UTF-16 code units");
    let mut second = client.terminal(&id).from_cursor(3).connect().await.expect("a terminal");
    assert_eq!(until(&mut second, "one\r\n").await, "one\r\n");
    let third = client.terminal(&id).from_now().connect().await.expect("a terminal");
    assert_eq!(third.cursor(), 8);
    client.pty().remove(&id).send().await.expect("it is removed");
}

pub async fn have_a_size(Subject { client, .. }: Subject) {
    let id = terminal(&client, "stty -echo; echo ready; read x; stty size").await;
    let mut terminal = client.terminal(&id).connect().await.expect("a terminal");
    until(&mut terminal, "ready\r\n").await;
    terminal.resize(31, 97).await.expect("another size");
    terminal.send("\n").await.expect("typed");
    until(&mut terminal, "31 97\r\n").await;
}
