//! What is asked of a server in which state: the stories of `cases/`, and the operations to report on.
//!
//! A story is a list of steps that share variables: one step creates a session, the next uses its id. Its form is that
//! of [`Story`] and [`Step`] in TOML. To cover another operation, add a step to the story whose state it needs.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::Value;

use crate::RunError;
use crate::client::Call;
use crate::contract::{Contract, Operation, module, parameter_of};
use crate::recorded::Recorded;
use crate::variables::{Missing, Variables};

/// The stories, in the order in which they are played: what disposes of the project comes last.
const STORIES: [(&str, &str); 17] = [
    ("files", include_str!("../cases/files.toml")),
    ("finding", include_str!("../cases/finding.toml")),
    ("outside git", include_str!("../cases/outside_git.toml")),
    ("session", include_str!("../cases/session.toml")),
    ("listing", include_str!("../cases/listing.toml")),
    ("run", include_str!("../cases/run.toml")),
    ("permission", include_str!("../cases/permission.toml")),
    ("abort", include_str!("../cases/abort.toml")),
    ("stall", include_str!("../cases/stall.toml")),
    ("question", include_str!("../cases/question.toml")),
    ("pty", include_str!("../cases/pty.toml")),
    ("provider", include_str!("../cases/provider.toml")),
    ("mcp", include_str!("../cases/mcp.toml")),
    ("worktree", include_str!("../cases/worktree.toml")),
    ("tui", include_str!("../cases/tui.toml")),
    ("project", include_str!("../cases/project.toml")),
    ("dispose", include_str!("../cases/dispose.toml")),
];

/// Everything that will be asked, but for the event streams, which are open all the while.
#[derive(Debug)]
pub struct Plan {
    pub stories: Vec<Story>,
    /// The operations to report on.
    pub reported: BTreeSet<String>,
    pub(crate) recorded: Recorded,
}

/// Steps that share variables.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    #[serde(skip)]
    pub name: String,
    /// The story makes sense in a git project only.
    #[serde(default)]
    pub git: bool,
    /// The calls do not decide how far its runs come, nor in which order they tell it: beside another server its events
    /// are not compared, its answers only by their types.
    #[serde(default)]
    pub by_chance: bool,
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

/// One call. `{name}` in any text stands for a variable; a text that is nothing else takes the variable's value as it
/// is. Path parameters that the step does not give take the variable of the same name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its place in the story as written, from 1: steps that are left out do not change it.
    #[serde(skip)]
    pub number: usize,
    /// The operation's id.
    pub call: String,
    #[serde(default)]
    pub path: IndexMap<String, String>,
    #[serde(default)]
    pub query: IndexMap<String, Value>,
    pub body: Option<Value>,
    /// Which documented statuses are right. Default: the successful ones.
    #[serde(default)]
    pub accept: Accept,
    /// Variables to take from the answer, by JSON pointer.
    #[serde(default)]
    pub capture: IndexMap<String, String>,
    /// Values the answer must hold, by JSON pointer, in which names are filled in, too, because the call asked for them.
    #[serde(default)]
    pub expect: IndexMap<String, Value>,
    /// Repeats the call until the answer says so, for a few seconds at most; the last answer is judged.
    pub until: Option<Until>,
    /// Concerns the whole server, not only the replay's project.
    #[serde(default)]
    pub shared: bool,
    /// A websocket: an accepted upgrade is the right answer.
    #[serde(default)]
    pub upgrade: bool,
    /// May wait for something that need not happen; no answer is then no fault.
    #[serde(default)]
    pub long_poll: bool,
}

/// Which statuses are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Accept {
    #[default]
    Success,
    /// Any documented one: the call is valid, but its success is not in the replay's hands.
    Documented,
}

/// What a repeated call waits for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Until {
    /// Something stands at this JSON pointer.
    Present(String),
    /// Nothing does.
    Absent(String),
    /// The call is accepted: until then the state that it needs may be in the making.
    Accepted,
}

impl Until {
    /// With its names replaced by what they stand for.
    pub(crate) fn filled(&self, variables: &Variables) -> Result<Until, Missing> {
        Ok(match self {
            Until::Present(pointer) => Until::Present(variables.text(pointer)?),
            Until::Absent(pointer) => Until::Absent(variables.text(pointer)?),
            Until::Accepted => Until::Accepted,
        })
    }
}

impl Plan {
    /// Plans for the operations of `contract` that `only` names, all of them when it names none, without those that
    /// `exclude` names.
    ///
    /// # Errors
    /// A name fits no operation.
    pub fn make(contract: &Contract, only: &[String], exclude: &[String]) -> Result<Plan, RunError> {
        let mut reported: BTreeSet<String> = match only {
            [] => contract.operations.keys().cloned().collect(),
            _ => named(contract, only)?,
        };
        for id in named(contract, exclude)? {
            reported.remove(&id);
        }
        let mut stories = stories();
        for story in &mut stories {
            story.shorten(contract, &reported);
        }
        stories.retain(|story| !story.steps.is_empty());
        Ok(Plan { stories, reported, recorded: Recorded::default() })
    }
}

/// The operations that these names fit: ids, modules, or beginnings of ids that end in `*`.
fn named(contract: &Contract, names: &[String]) -> Result<BTreeSet<String>, RunError> {
    let mut found = BTreeSet::new();
    for name in names {
        let fits = |id: &&String| match name.strip_suffix('*') {
            Some(beginning) => id.starts_with(beginning),
            None => *id == name || module(id) == name,
        };
        let mut fitting = contract.operations.keys().filter(fits).peekable();
        if fitting.peek().is_none() {
            return Err(RunError::UnknownOperation { name: name.clone() });
        }
        found.extend(fitting.cloned());
    }
    Ok(found)
}

impl Story {
    /// Of which story its events and answers are told; of none where they come by chance.
    pub(crate) fn told_as(&self) -> &str {
        if self.by_chance { "" } else { &self.name }
    }

    /// Drops the steps after the last one that is reported on, and those whose operation this contract lacks.
    fn shorten(&mut self, contract: &Contract, reported: &BTreeSet<String>) {
        let last = self.steps.iter().rposition(|step| reported.contains(&step.call));
        self.steps.truncate(last.map_or(0, |last| last + 1));
        self.steps.retain(|step| contract.operations.contains_key(&step.call));
    }
}

fn stories() -> Vec<Story> {
    let stories = STORIES.iter().map(|(name, text)| {
        let mut story: Story =
            toml::from_str(text).unwrap_or_else(|error| panic!("cases/{name}.toml: {error}"));
        for (at, step) in story.steps.iter_mut().enumerate() {
            step.number = at + 1;
        }
        Story { name: (*name).to_owned(), ..story }
    });
    stories.collect()
}

impl Step {
    /// The call of this step, all variables filled in; `directory` is the project's.
    pub(crate) fn filled(
        &self,
        operation: &Operation,
        variables: &Variables,
        directory: &str,
    ) -> Result<Call, Missing> {
        let mut segments = Vec::new();
        for segment in operation.segments() {
            let given = parameter_of(segment).and_then(|name| self.path.get(name));
            let template = given.map_or(segment, String::as_str);
            segments.push(variables.text(template)?);
        }
        let mut query = Vec::new();
        if operation.takes_directory() && !self.query.contains_key("directory") {
            query.push(("directory".to_owned(), directory.to_owned()));
        }
        for (name, value) in &self.query {
            let value = variables.fill(value)?;
            query.push((name.clone(), value.as_str().map_or_else(|| value.to_string(), str::to_owned)));
        }
        let body = self.body.as_ref().map(|body| variables.fill(body)).transpose()?;
        Ok(Call { method: operation.method.clone(), segments, query, body })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calls(only: &[&str]) -> Vec<String> {
        let only: Vec<_> = only.iter().map(|&name| name.to_owned()).collect();
        let plan = Plan::make(&crate::embedded_contract(), &only, &[]).expect("known operations");
        plan.stories.into_iter().flat_map(|story| story.steps).map(|step| step.call).collect()
    }

    #[test]
    fn stories_call_only_operations_of_the_contract() {
        let contract = crate::embedded_contract();
        for step in stories().iter().flat_map(|story| &story.steps) {
            let operation = contract.operations.get(&step.call);
            let operation = operation.unwrap_or_else(|| panic!("{} is no operation", step.call));
            for name in step.path.keys().chain(step.query.keys()) {
                let known = operation.parameters.iter().any(|parameter| parameter.name == *name);
                assert!(known, "{}: no parameter {name}", step.call);
            }
        }
    }

    #[test]
    fn what_comes_by_chance_is_of_no_story() {
        let stories = stories();
        let told_as = |name: &str| {
            let story = stories.iter().find(|story| story.name == name);
            story.unwrap_or_else(|| panic!("{name} is no story")).told_as()
        };
        assert_eq!([told_as("abort"), told_as("stall"), told_as("run")], ["", "", "run"]);
    }

    #[test]
    fn only_keeps_what_the_named_operation_rests_on() {
        assert_eq!(calls(&["formatter.status"]), [] as [&str; 0]);
        assert_eq!(calls(&["pty.create"]), ["pty.create"]);
        assert_eq!(calls(&["vcs"]), calls(&["vcs.*"]), "a module is named like the beginning of its ids");
        let get = calls(&["pty.get"]);
        assert_eq!(
            (get.first().map(String::as_str), get.last().map(String::as_str)),
            (Some("pty.create"), Some("pty.get"))
        );
        assert_eq!(calls(&["tui.openT*"]).last().map(String::as_str), Some("tui.openThemes"));
        let unknown = Plan::make(&crate::embedded_contract(), &["nope.*".to_owned()], &[]);
        assert!(matches!(unknown, Err(RunError::UnknownOperation { .. })));
    }

    #[test]
    fn what_is_excluded_is_not_reported_on() {
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        let plan =
            Plan::make(&crate::embedded_contract(), &names(&["tui.*", "path.get"]), &names(&["tui.*"]));
        assert_eq!(plan.expect("a plan").reported, BTreeSet::from(["path.get".to_owned()]));
    }
}
