//! Agents and commands written as markdown files below a configuration directory.
//!
//! `agent/` and `agents/` (any depth), `mode/` and `modes/` (one level), `command/` and `commands/` (any depth); the name
//! is the path without its ending. Each directory yields one more source, shaped like a configuration file.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::error::ConfigError;
use super::front_matter::{self, Document};
use super::issue::Issue;
use super::schema::SCHEMAS;
use super::{migrate, read};

/// Deeper folders are not read: enough for any tree made by hand, and an end for links that lead in circles.
const DEEPEST: usize = 16;

/// `{"agent": {…}, "command": {…}}` of the markdown files below `directory`, checked and migrated; files read are added to
/// `files`.
///
/// # Errors
/// [`ConfigError`] for the first file that cannot be read, or whose front matter is wrong.
pub(super) fn markdown(
    directory: &Path,
    files: &mut Vec<PathBuf>,
) -> Result<Map<String, Value>, ConfigError> {
    let (mut agents, mut commands) = (Map::new(), Map::new());
    for folder in ["command", "commands"] {
        for (name, path) in below(&directory.join(folder), DEEPEST) {
            commands.insert(name, command(&path)?);
            files.push(path);
        }
    }
    for (folder, depth, mode) in [
        ("agent", DEEPEST, None),
        ("agents", DEEPEST, None),
        ("mode", 0, Some("primary")),
        ("modes", 0, Some("primary")),
    ] {
        for (name, path) in below(&directory.join(folder), depth) {
            let agent = agent(&name, &path, mode)?;
            agents.insert(name, agent);
            files.push(path);
        }
    }
    let sections =
        [("agent", agents), ("command", commands)].into_iter().filter(|(_, found)| !found.is_empty());
    Ok(sections.map(|(section, found)| (section.to_owned(), Value::Object(found))).collect())
}

fn agent(name: &str, path: &Path, mode: Option<&str>) -> Result<Value, ConfigError> {
    let Document { mut members, body } = document(path)?;
    members.insert("name".to_owned(), Value::from(name));
    members.insert("prompt".to_owned(), Value::from(body));
    members.extend(mode.map(|mode| ("mode".to_owned(), Value::from(mode))));
    let mut agent = Value::Object(members);
    refuse(path, SCHEMAS.check_agent(&agent))?;
    if let Value::Object(members) = &mut agent {
        migrate::agent(members);
    }
    Ok(agent)
}

/// Only the members of a command are kept: its other front matter is for people.
fn command(path: &Path) -> Result<Value, ConfigError> {
    let Document { members, body } = document(path)?;
    let mut command = json!({"template": body});
    for key in ["description", "agent", "model", "subtask"] {
        if let Some(value) = members.get(key) {
            command[key] = value.clone();
        }
    }
    refuse(path, SCHEMAS.check_command(&command))?;
    Ok(command)
}

fn document(path: &Path) -> Result<Document, ConfigError> {
    let shown = path.display().to_string();
    let text = read::text(path)
        .map_err(|error| ConfigError::Json { path: shown.clone(), message: error.to_string() })?;
    front_matter::parse(text.as_deref().unwrap_or_default()).map_err(|bad| {
        let place = bad.position.map(|position| format!("{position}: ")).unwrap_or_default();
        let message = format!("{place}the front matter is not a YAML mapping: {}", bad.message);
        ConfigError::Invalid { path: shown, message, issues: Vec::new() }
    })
}

fn refuse(path: &Path, issues: Vec<Issue>) -> Result<(), ConfigError> {
    if issues.is_empty() {
        Ok(())
    } else {
        Err(ConfigError::issues(path.display().to_string(), issues, |_| None))
    }
}

/// Every file of this name below `folder`, sorted.
pub(super) fn files(folder: &Path, name: &str) -> Vec<PathBuf> {
    let paths = below(folder, DEEPEST).into_iter().map(|(_, path)| path);
    paths.filter(|path| path.file_name().is_some_and(|found| found == name)).collect()
}

/// Every `.md` file below `folder`, sorted, with its name; links are followed.
fn below(folder: &Path, depth: usize) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    collect(folder, "", depth, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, prefix: &str, depth: usize, found: &mut Vec<(String, PathBuf)>) {
    // Most projects have none of these folders, so a missing one is the ordinary case.
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let Ok(name) = entry.file_name().into_string() else { continue };
        if path.is_dir() {
            if depth > 0 {
                collect(&path, &format!("{prefix}{name}/"), depth - 1, found);
            }
        } else if let Some(stem) = name.strip_suffix(".md") {
            found.push((format!("{prefix}{stem}"), path));
        }
    }
}
