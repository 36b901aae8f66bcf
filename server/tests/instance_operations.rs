//! The operations that tell what an instance found: its paths, its project, its configuration, its agents.

mod fixture;

use std::path::Path;

use fixture::Fixture;
use serde_json::{Value, json};

async fn get(fixture: &Fixture, path: &str) -> (u16, Value) {
    let answer = fixture.get(path).await;
    (answer.status().as_u16(), answer.json().await.expect("JSON"))
}

fn write(path: impl AsRef<Path>, text: &str) {
    let path = path.as_ref();
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// Makes a repository with one commit and answers its hash; `None`, said aloud, without the program `git`.
fn repository(folder: &Path) -> Option<String> {
    let git = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        command.current_dir(folder).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        command.args(["-c", "user.name=Test", "-c", "user.email=test@localhost"]).args(arguments);
        let output = command.output().ok()?;
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        Some(String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned())
    };
    std::fs::create_dir_all(folder).expect("a folder");
    let hash = git(&["init", "--quiet"])
        .and_then(|_| git(&["commit", "--quiet", "--allow-empty", "--message", "x"]))
        .and_then(|_| git(&["rev-parse", "HEAD"]));
    if hash.is_none() {
        eprintln!("SKIPPED: no program `git`, so no repository to look at");
    }
    hash
}

#[tokio::test]
async fn a_directory_that_no_file_system_can_have_is_as_good_as_a_missing_one() {
    let fixture = Fixture::start().await;
    let long = "x".repeat(6000);
    for directory in ["a%00b", &long] {
        for path in ["/agent", "/config", "/provider", "/session", "/session/status", "/project/current"] {
            let (status, body) = get(&fixture, &format!("{path}?directory={directory}")).await;
            assert_eq!(status, 200, "{path}: {body}");
        }
    }
}

#[tokio::test]
async fn paths_keep_the_spelling_of_the_request() {
    let fixture = Fixture::start().await;
    let home = fixture.home.environment().home.canonicalize().expect("a home");
    let own = fixture.home.project().display().to_string();
    if repository(&fixture.home.project()).is_none() {
        return;
    }
    let project = home.join("project").display().to_string();
    std::fs::create_dir_all(fixture.home.project().join("src")).expect("a folder");
    for (request, worktree, directory) in [
        ("/path", project.as_str(), own.as_str()),
        ("/path?directory=", &project, &own),
        ("/path?directory=%2Fplain-x", "/", "/plain-x"),
        ("/path?directory=%252Fplain-x", "/", "/plain-x"),
        ("/path?directory=src", &project, "src"),
        ("/path?directory=src%2F", &project, "src/"),
        ("/path?directory=~", &project, "~"),
        ("/path?directory=%ZZ", &project, "%ZZ"),
    ] {
        let (status, body) = get(&fixture, request).await;
        assert_eq!(
            (status, &body["worktree"], &body["directory"]),
            (200, &json!(worktree), &json!(directory)),
            "{request}"
        );
    }
    let (_, body) = get(&fixture, "/path").await;
    let environment = fixture.home.environment();
    for (name, path) in
        [("home", environment.home), ("state", environment.state), ("config", environment.config)]
    {
        assert_eq!(body[name], path.display().to_string(), "{name}");
    }
    let header = fixture.http.get(fixture.url("/path")).header("x-opencode-directory", "%2Fplain-x");
    let body: Value = header.send().await.expect("an answer").json().await.expect("JSON");
    assert_eq!(body["directory"], "/plain-x");
}

#[tokio::test]
async fn a_request_about_two_directories_is_refused() {
    let fixture = Fixture::start().await;
    for path in ["/path", "/config", "/agent", "/project", "/project/current"] {
        let (status, body) = get(&fixture, &format!("{path}?directory=/a&directory=/b")).await;
        assert_eq!((status, &body["success"]), (400, &json!(false)), "{path} {body}");
    }
}

#[tokio::test]
async fn projects_are_known_by_their_first_commit() {
    let fixture = Fixture::start().await;
    let Some(hash) = repository(&fixture.home.project()) else { return };
    let worktree = fixture.home.project().canonicalize().expect("a folder").display().to_string();
    let (status, current) = get(&fixture, "/project/current").await;
    assert_eq!(status, 200);
    let time = &current["time"];
    assert!(time["created"].is_i64() && time["updated"].is_i64(), "{current}");
    assert_eq!(
        current,
        json!({"id": hash, "worktree": worktree, "vcs": "git", "sandboxes": [], "time": time})
    );
    let (_, outside) = get(&fixture, "/project/current?directory=/nowhere").await;
    assert_eq!(
        (&outside["id"], &outside["worktree"], outside.get("vcs")),
        (&json!("global"), &json!("/"), None)
    );
    let (status, list) = get(&fixture, "/project").await;
    assert_eq!((status, list), (200, json!([current, outside])));
}

#[tokio::test]
async fn the_configuration_of_a_directory() {
    let fixture = Fixture::start().await;
    write(fixture.home.environment().config.join("opencode.jsonc"), "{\"theme\": \"global\", // why not\n}");
    write(
        fixture.home.project().join("opencode.json"),
        r#"{"model": "a/b", "permission": {"edit": "ask", "bash": {"*": "ask", "git *": "allow"}}, "username": "ada"}"#,
    );
    let (status, config) = get(&fixture, "/config").await;
    assert_eq!(status, 200);
    for (name, value) in [
        ("theme", json!("global")),
        ("model", json!("a/b")),
        ("username", json!("ada")),
        ("agent", json!({})),
        ("plugin", json!([])),
    ] {
        assert_eq!(config[name], value, "{name}");
    }
    let rules: Vec<&String> = config["permission"].as_object().expect("an object").keys().collect();
    assert_eq!(rules, ["edit", "bash"], "in the order of the file");
    assert_eq!(
        get(&fixture, "/global/config").await,
        (200, json!({"$schema": "https://opencode.ai/config.json", "theme": "global"}))
    );
}

#[tokio::test]
async fn a_wrong_configuration_is_told_until_it_is_repaired() {
    let fixture = Fixture::start().await;
    let file = fixture.home.project().join("opencode.json");
    let shown = file.display().to_string();
    write(&file, "{\n  \"zzz\": 1\n}");
    for path in ["/config", "/agent", "/path", "/project/current"] {
        let (status, body) = get(&fixture, path).await;
        assert_eq!((status, &body["name"]), (500, &json!("ConfigInvalidError")), "{path}");
        assert_eq!(body["data"]["path"], shown);
        assert_eq!(
            body["data"]["issues"],
            json!([{"code": "unrecognized_keys", "keys": ["zzz"], "path": [], "message": "Unrecognized key: \"zzz\""}])
        );
    }
    write(&file, "{\n  \"theme\" \"x\"\n}");
    let (status, body) = get(&fixture, "/config").await;
    assert_eq!(
        (status, &body["name"], &body["data"]["path"]),
        (500, &json!("ConfigJsonError"), &json!(shown))
    );
    let message = body["data"]["message"].as_str().expect("a message");
    assert!(message.starts_with("line 2, column 11: "), "{message}");
    write(&file, "{\"theme\": \"x\"}");
    assert_eq!(get(&fixture, "/config").await.1["theme"], "x");
    write(fixture.home.environment().config.join("opencode.json"), "[");
    let (status, body) = get(&fixture, "/global/config").await;
    assert_eq!((status, &body["name"]), (500, &json!("ConfigJsonError")));
}

#[tokio::test]
async fn agents_in_order() {
    let fixture = Fixture::start().await;
    write(
        fixture.home.project().join(".opencode/agent/team/reviewer.md"),
        "---\ndescription: Reads changes\nmode: subagent\npermission:\n  edit: deny\n---\nYou review.",
    );
    write(fixture.home.project().join("opencode.json"), r#"{"default_agent": "plan"}"#);
    let (status, agents) = get(&fixture, "/agent").await;
    assert_eq!(status, 200);
    let list = agents.as_array().expect("a list");
    let names: Vec<&str> = list.iter().filter_map(|agent| agent["name"].as_str()).collect();
    assert_eq!(
        names,
        ["plan", "build", "general", "explore", "compaction", "title", "summary", "team/reviewer"]
    );
    let reviewer = &list[7];
    assert_eq!((&reviewer["prompt"], &reviewer["native"]), (&json!("You review."), &json!(false)));
    let rules = reviewer["permission"].as_array().expect("rules");
    assert_eq!(rules[rules.len() - 2], json!({"permission": "edit", "pattern": "*", "action": "deny"}));
}

#[tokio::test]
async fn a_disposed_instance_reads_its_files_anew() {
    let fixture = Fixture::start().await;
    let file = fixture.home.project().join("opencode.json");
    write(&file, r#"{"theme": "old"}"#);
    assert_eq!(get(&fixture, "/config").await.1["theme"], "old");
    write(&file, r#"{"theme": "new"}"#);
    assert_eq!(get(&fixture, "/config").await.1["theme"], "old");
    let disposed = fixture.http.post(fixture.url("/instance/dispose")).send().await.expect("an answer");
    assert_eq!(disposed.json::<Value>().await.expect("JSON"), json!(true));
    assert_eq!(get(&fixture, "/config").await.1["theme"], "new");
}

#[tokio::test]
async fn configured_mcp_servers_are_listed() {
    let fixture = Fixture::start().await;
    assert_eq!(get(&fixture, "/mcp").await, (200, json!({})));
    write(fixture.home.project().join("sub/opencode.json"), r#"{"mcp": {"off": {"enabled": false}}}"#);
    assert_eq!(get(&fixture, "/mcp?directory=sub").await, (200, json!({"off": {"status": "disabled"}})));
}

#[tokio::test]
async fn configured_providers_are_usable() {
    let fixture = Fixture::start().await;
    write(
        fixture.home.project().join("opencode.json"),
        r#"{"provider": {"fake": {"npm": "@ai-sdk/openai-compatible", "options": {"baseURL": "http://127.0.0.1:1/v1"},
                                  "models": {"fake-1": {}, "fake-think": {}}}},
            "enabled_providers": ["fake"]}"#,
    );
    let (status, usable) = get(&fixture, "/config/providers").await;
    assert_eq!((status, &usable["default"]), (200, &json!({"fake": "fake-think"})));
    assert_eq!(usable["providers"][0]["id"], "fake");
    let (status, all) = get(&fixture, "/provider").await;
    assert_eq!((status, &all["connected"]), (200, &json!(["fake"])));
}
