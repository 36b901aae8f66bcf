//! The list against that of OpenCode 1.2.6 (`recorded.json`: its answers to `GET /agent` in a repository, and in a plain
//! directory with the configuration given there; without its texts, rules shortened to `[permission, pattern, action]`).

use serde_json::json;

use super::*;
use crate::config::{self, Sources};

fn environment(vars: &[(&str, &str)]) -> Environment {
    let vars = [("XDG_DATA_HOME", "/t/home3/data")].iter().chain(vars);
    let vars = vars.map(|(name, value)| (name.to_string(), value.to_string()));
    let mut environment = Environment::new("/t/home3", "/t", vars);
    environment.managed = "/t/managed".into();
    environment
}

fn agents(worktree: &str, config: &Value, skills: &[Skill]) -> Agents {
    let environment = environment(&[("OPENCODE_CONFIG_CONTENT", &config.to_string())]);
    let directory = Path::new("/t/w3/proj");
    let loaded =
        config::load(&Sources { environment: &environment, directory, top: Some(directory) }).unwrap();
    Agents::new(&Origin {
        environment: &environment,
        worktree: Path::new(worktree),
        config: &loaded.raw,
        skills,
    })
}

fn recorded(part: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("recorded.json")).unwrap();
    all[part].clone()
}

/// In the form of the recording.
fn shown(agents: &Agents) -> Vec<Value> {
    let show = |agent: &Agent| {
        let mut value = serde_json::to_value(agent).unwrap();
        let members = value.as_object_mut().unwrap();
        members.remove("prompt");
        members.remove("description");
        let rules = agent.permission.iter().map(|rule| json!([rule.permission, rule.pattern, rule.action]));
        members.insert("permission".to_owned(), rules.collect());
        value
    };
    agents.list().iter().map(show).collect()
}

#[track_caller]
fn assert_same(agents: &Agents, recorded: Value) {
    let shown = shown(agents);
    let names = |list: &[Value]| list.iter().map(|agent| agent["name"].to_string()).collect::<Vec<_>>();
    let recorded = recorded.as_array().unwrap();
    assert_eq!(names(&shown), names(recorded));
    for (ours, theirs) in shown.iter().zip(recorded) {
        assert_eq!(ours, theirs, "{}", theirs["name"]);
    }
}

#[test]
fn the_built_in_ones_are_as_recorded() {
    let location = "/t/w3/proj/.opencode/skills/foo/SKILL.md".into();
    let skill = Skill { name: "foo".to_owned(), description: "d".to_owned(), location };
    assert_same(&agents("/t/w3/proj", &json!({}), &[skill]), recorded("default"));
}

#[test]
fn configured_ones_are_as_recorded() {
    assert_same(&agents("/", &recorded("config"), &[]), recorded("configured"));
}

#[test]
fn texts() {
    let agents = agents("/", &json!({}), &[]);
    let has = |name: &str| {
        let agent = agents.get(name).unwrap();
        (agent.description.is_some(), agent.prompt.is_some())
    };
    for (name, expected) in [
        ("build", (true, false)),
        ("plan", (true, false)),
        ("general", (true, false)),
        ("explore", (true, true)),
        ("compaction", (false, true)),
        ("title", (false, true)),
        ("summary", (false, true)),
    ] {
        assert_eq!(has(name), expected, "{name}");
    }
}

#[test]
fn the_default_agent_is_one_that_a_person_could_choose() {
    for (config, first, default) in [
        (json!({}), "build", Some("build")),
        (json!({"default_agent": "plan"}), "plan", Some("plan")),
        (json!({"default_agent": "nope"}), "build", Some("build")),
        (json!({"default_agent": "general"}), "general", Some("build")),
        (json!({"default_agent": "title"}), "title", Some("build")),
        (json!({"agent": {"build": {"disable": true}}}), "plan", Some("plan")),
        (json!({"agent": {"build": {"disable": true}, "plan": {"disable": true}}}), "general", None),
        (
            json!({"agent": {"build": {"disable": true}, "plan": {"disable": true}, "own": {}}}),
            "general",
            Some("own"),
        ),
    ] {
        let agents = agents("/", &config, &[]);
        assert_eq!(agents.default_agent().map(|agent| agent.name.as_str()), default, "{config}");
        assert_eq!(agents.list()[0].name, first, "{config}");
    }
}

#[test]
fn a_name_in_the_configuration_renames() {
    let agents = agents("/", &json!({"agent": {"general": {"name": "worker"}}}), &[]);
    assert!(agents.get("general").is_none());
    assert_eq!(agents.get("worker").unwrap().mode, Mode::Subagent);
}
