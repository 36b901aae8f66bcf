//! What a session lives in: projects, worktrees, MCP servers, terminals as they are listed, the log, all events.

use std::path::Path;
use std::time::Duration;

use futures::StreamExt as _;
use opencode_client::events::Item;
use opencode_client::types::{
    AppLogBody, Event, McpAddBody, McpAuthCallbackBody, McpStatus, ProjectUpdateBody, PtyCreateBody,
    PtyUpdateBody, WorktreeCreateInput, WorktreeRemoveInput, WorktreeResetInput,
};
use opencode_client::{ApiError, Error};
use serde_json::json;

use super::Subject;
use super::prompts::{body, session};

pub async fn projects_are_renamed(subject: Subject) {
    subject.put_under_git();
    let client = &subject.client;
    let project = client.project().current().send().await.expect("a project");
    let name: ProjectUpdateBody = body(json!({ "name": "Größe", "icon": { "color": "blue" } }));
    let renamed = client.project().update(&project.id).body(name).send().await.expect("a project");
    assert_eq!((&renamed.id, renamed.name.as_deref()), (&project.id, Some("Größe")));
    let projects = client.project().list().send().await.expect("projects");
    let listed = projects.iter().find(|one| one.id == project.id).expect("it is listed");
    assert_eq!(listed.name.as_deref(), Some("Größe"));
}

pub async fn worktrees_come_and_go(subject: Subject) {
    subject.put_under_git();
    let client = &subject.client;
    let named: WorktreeCreateInput = body(json!({ "name": "other" }));
    let made = client.worktree().create().body(named).send().await.expect("a worktree").into_inner();
    assert_eq!(Path::new(&made.directory).file_name().and_then(|name| name.to_str()), Some("other"));
    let listed = client.worktree().list().send().await.expect("worktrees");
    assert!(listed.contains(&made.directory), "{listed:?}");
    // The checkout goes on after the answer that made it; before it is done, it cannot be reset.
    let file = Path::new(&made.directory).join(subject.file());
    let there = json!({ "directory": made.directory });
    let reset: WorktreeResetInput = body(there.clone());
    loop {
        let reset = client.worktree().reset().body(reset.clone()).send().await;
        match reset {
            Ok(done) => break assert!(*done),
            Err(Error::Status(refusal)) => assert!(refusal.error.is_some(), "{refusal:?}"),
            Err(other) => panic!("{other:?}"),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(file.exists());
    let there: WorktreeRemoveInput = body(there);
    let removed = client.worktree().remove().body(there).send().await;
    assert!(*removed.expect("it is removed"));
    assert!(!file.exists());
}

pub async fn mcp_servers_are_added_and_turned_off(Subject { client, .. }: Subject) {
    // Its program is not there: nothing is started, and nothing reached.
    let local = json!({ "type": "local", "command": ["no-such-program-of-the-suite"] });
    let added: McpAddBody = body(json!({ "name": "suite", "config": local }));
    let all = client.mcp().add().body(added).send().await.expect("what became of all").into_inner();
    assert!(matches!(all.get("suite"), Some(McpStatus::Failed(_))), "{all:?}");
    assert!(*client.mcp().connect("suite").send().await.expect("it is tried"));
    assert!(*client.mcp().disconnect("suite").send().await.expect("it is turned off"));
}

/// Servers that are programs have no sign-in, and the contract has an error for that.
pub async fn mcp_servers_that_are_programs_need_no_sign_in(Subject { client, .. }: Subject) {
    let local = json!({ "type": "local", "command": ["no-such-program-of-the-suite"] });
    let added: McpAddBody = body(json!({ "name": "suite", "config": local }));
    client.mcp().add().body(added).send().await.expect("what became of all");
    let refused = |error: Error| {
        let message = error.api_error().map(ApiError::message);
        assert!(message.is_some_and(|message| !message.is_empty()), "{error:?}");
    };
    refused(client.mcp().auth_start("suite").send().await.expect_err("nothing to sign in to"));
    refused(client.mcp().auth_authenticate("suite").send().await.expect_err("nothing to sign in to"));
    let code: McpAuthCallbackBody = body(json!({ "code": "none" }));
    refused(client.mcp().auth_callback("suite").body(code).send().await.expect_err("nothing was begun"));
    client.mcp().auth_remove("suite").send().await.expect("nothing is kept");
}

pub async fn terminals_are_listed_and_named(Subject { client, project, .. }: Subject) {
    let waits = json!({ "command": "/bin/cat", "title": "one", "cwd": project });
    let made = client
        .pty()
        .create()
        .body(body::<PtyCreateBody>(waits))
        .send()
        .await
        .expect("a terminal")
        .into_inner();
    assert_eq!(client.pty().get(&made.id).send().await.expect("the terminal").title, "one");
    let change: PtyUpdateBody = body(json!({ "title": "Größe", "size": { "rows": 30, "cols": 100 } }));
    assert_eq!(client.pty().update(&made.id).body(change).send().await.expect("the terminal").title, "Größe");
    assert!(*client.pty().remove(&made.id).send().await.expect("it is removed"));
    let gone = client.pty().get(&made.id).send().await.expect_err("it is gone");
    assert!(matches!(gone.api_error(), Some(ApiError::NotFound(_))), "{gone:?}");
}

pub async fn the_log_is_written_to(Subject { client, .. }: Subject) {
    let line = json!({ "service": "suite", "level": "info", "message": "größe", "extra": { "number": 1 } });
    assert!(*client.app().log().body(body::<AppLogBody>(line)).send().await.expect("it is written"));
}

pub async fn all_events_are_told_with_their_directory(Subject { client, project, .. }: Subject) {
    let mut events = client.global_events().await.expect("an event stream");
    let session = session(&client).await;
    let directory = loop {
        match events.next().await.expect("a stream that lasts").expect("an item") {
            Item::Event(event) => match event.payload {
                Event::SessionCreated(created) if created.properties.info.id == session => {
                    break event.directory;
                }
                _ => {}
            },
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(directory.as_deref().map(Path::new), Some(&*project));
}
