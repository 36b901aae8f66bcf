//! Every operation that only reads, and that needs nothing to be there: what comes decodes.

use std::time::Duration;

use opencode_client::types::SessionCreateBody;
use opencode_conformance::peers;

use super::subject::{self, Subject};

pub async fn of_the_server_and_its_projects(Subject { client, .. }: Subject) {
    assert_eq!(client.global().health().send().await.expect("health").version, "1.2.6");
    client.global().config_get().send().await.expect("the global configuration");
    let config = client.config().get().send().await.expect("the configuration");
    assert!(config.provider.is_some(), "{config:?}");
    client.config().providers().send().await.expect("the providers of the configuration");
    let current = client.project().current().send().await.expect("a project");
    let projects = client.project().list().send().await.expect("projects");
    assert!(projects.iter().any(|project| project.id == current.id), "{current:?}");
}

pub async fn of_agents_and_providers(Subject { client, .. }: Subject) {
    assert!(client.provider().list().send().await.expect("providers").connected.contains(&"fake".to_owned()));
    assert!(client.app().agents().send().await.expect("agents").iter().any(|agent| agent.name == "build"));
}

pub async fn of_sessions(Subject { client, .. }: Subject) {
    let session =
        client.session().create().body(SessionCreateBody::default()).send().await.expect("a session");
    client.session().status().send().await.expect("what runs");
    assert!(client.session().children(&session.id).send().await.expect("children").is_empty());
    assert!(client.session().messages(&session.id).send().await.expect("messages").is_empty());
}

pub async fn of_commands_and_skills(Subject { client, .. }: Subject) {
    assert!(
        client.command().list().send().await.expect("commands").iter().any(|command| command.name == "init")
    );
    client.app().skills().send().await.expect("skills");
}

pub async fn of_files(subject: Subject) {
    let client = &subject.client;
    let name = subject.file().to_string_lossy().into_owned();
    let listed = client.file().list().path("").send().await.expect("files");
    assert!(listed.iter().any(|file| file.name == name), "{listed:?}");
    let content = client.file().read().path(&name).send().await.expect("a file");
    assert!(content.content.contains("two needles"), "{content:?}");
    client.file().status().send().await.expect("changed files");
    client.find().symbols().query("main").send().await.expect("symbols");
    client.vcs().get().send().await.expect("the branch");
}

/// What the real server does with ripgrep. Where there is none it would fetch it from the network, and is not asked.
pub const SEARCHES: [&str; 2] = ["find.files", "find.text"];

pub fn can_search(is_real: bool) -> bool {
    !is_real || subject::runs("rg")
}

pub async fn of_searches(subject: Subject) {
    if !can_search(subject.is_real) {
        peers::say_aloud("reads::of_searches", &"no ripgrep (`rg`) for the real server");
        return;
    }
    let client = &subject.client;
    let name = subject.file().to_string_lossy();
    // The first question begins the list of files, and is answered before there is one. The case has a time limit.
    while !client.find().files().query("read").send().await.expect("files").contains(&name.to_string()) {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let found = client.find().text().pattern("n..dles").send().await.expect("matches");
    let found: Vec<_> = found.iter().map(|found| (&*found.path.text, &*found.lines.text)).collect();
    assert_eq!(found, [(&*name, "two needles\n")]);
}

pub async fn of_tools(Subject { client, .. }: Subject) {
    assert!(client.tool().ids().send().await.expect("tools").contains(&"bash".to_owned()));
    client.tool().list().provider("fake").model("fake-model").send().await.expect("tools with their schemas");
    client.experimental().resource_list().send().await.expect("resources");
    client.worktree().list().send().await.expect("worktrees");
}

pub async fn of_permissions_and_questions(Subject { client, .. }: Subject) {
    assert!(client.permission().list().send().await.expect("permissions").is_empty());
    assert!(client.question().list().send().await.expect("questions").is_empty());
}

pub async fn of_mcp_servers(Subject { client, .. }: Subject) {
    assert!(client.mcp().status().send().await.expect("MCP servers").is_empty());
}

pub async fn of_terminals(Subject { client, .. }: Subject) {
    client.pty().list().send().await.expect("terminals");
}

pub async fn of_language_servers(Subject { client, .. }: Subject) {
    client.lsp().status().send().await.expect("language servers");
    client.formatter().status().send().await.expect("formatters");
}
