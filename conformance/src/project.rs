//! The replay's own surroundings: a temporary project with a scripted model, gone when dropped.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use opencode_scripted_model::{Options, ScriptedServer, config_for};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A directory with a few files, and an empty one beside it. The former is under git where git is there, and
/// configured for a model of its own.
#[derive(Debug)]
pub(crate) struct Project {
    /// Absolute, symbolic links resolved.
    pub directory: PathBuf,
    /// An empty directory beside it.
    pub outside: PathBuf,
    pub under_git: bool,
    _folder: TempDir,
    _model: ScriptedServer,
}

impl Project {
    pub async fn make() -> std::io::Result<Project> {
        let model = ScriptedServer::start(Options::default()).await?;
        let url = model.url();
        // Not to be interrupted in the middle: git would go on writing into a folder that is being removed.
        let prepared = tokio::task::spawn_blocking(move || prepare(&url)).await?;
        let (folder, under_git) = prepared?;
        let root = folder.path().canonicalize()?;
        let (directory, outside) = (root.join("project"), root.join("outside"));
        Ok(Project { directory, outside, under_git, _folder: folder, _model: model })
    }
}

/// The folder with both directories in it, and whether the project is under git.
fn prepare(model: &str) -> std::io::Result<(TempDir, bool)> {
    let folder = tempfile::Builder::new().prefix("opencode-conformance-").tempdir()?;
    let directory = folder.path().join("project");
    std::fs::create_dir_all(directory.join("src"))?;
    std::fs::create_dir(folder.path().join("outside"))?;
    let config = serde_json::to_string_pretty(&configuration(model))?;
    let files = [
        ("opencode.json", config.as_str()),
        ("README.md", "# Sample\n\nA project for trying a server.\n"),
        ("src/greeting.txt", "hello there\nhello again\n"),
        (".gitignore", "ignored.txt\n"),
    ];
    for (name, content) in files {
        std::fs::write(directory.join(name), content)?;
    }
    let under_git = put_under_git(&directory);
    // After the commit: something for `file.status` to tell.
    std::fs::write(directory.join("src/greeting.txt"), "hello there\ngoodbye\n")?;
    Ok((folder, under_git))
}

/// The scripted model, and one of each thing that a story asks for.
fn configuration(model: &str) -> Value {
    let mut config = config_for(model);
    config["permission"] = json!({ "bash": "ask" });
    config["command"] = json!({
        "conformance": { "description": "Says what it is told", "template": "[say Well done.] $ARGUMENTS" },
    });
    config["mcp"] = json!({
        "conformance": { "type": "local", "command": ["opencode-conformance-no-such-program"], "enabled": false },
    });
    config
}

/// Makes a repository with one commit. Whether that worked: without git there is simply none.
fn put_under_git(directory: &Path) -> bool {
    let identity = ["-c", "user.name=Conformance", "-c", "user.email=conformance@localhost"];
    let steps: [&[&str]; 3] = [
        &["init", "--quiet", "-b", "main"],
        &["add", "--all"],
        &["commit", "--quiet", "-m", "A sample project"],
    ];
    for step in steps {
        let done = Command::new("git")
            .args(identity)
            .args(step)
            .current_dir(directory)
            // The user's own hooks, templates and signing have no say in a throw-away project.
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        if !done.is_ok_and(|status| status.success()) {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Judge, Rule};

    #[test]
    fn the_configuration_fits_the_contract() {
        let contract = crate::embedded_contract();
        let judge = Judge::new(&contract, Vec::new()).expect("the contract compiles");
        let config = configuration("http://127.0.0.1:1");
        assert_eq!(judge.value("/components/schemas/Config", &config, Rule::Body), []);
    }

    #[tokio::test]
    async fn the_project_is_gone_when_dropped() {
        let project = Project::make().await.expect("a project");
        let directory = project.directory.clone();
        assert!(directory.join("opencode.json").is_file());
        assert_eq!(project.under_git, directory.join(".git").is_dir());
        drop(project);
        assert!(!directory.exists());
    }
}
