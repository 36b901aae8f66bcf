//! The agents that need no configuration: their texts, and the rules beyond those of every agent.

use std::path::Path;

use opencode_types::{Agent, AgentMode as Mode, Number, PermissionRule};
use serde_json::Map;

use super::rules::{self, Allow, Deny, EXTERNAL, rule};
use crate::paths::Environment;

/// Told to the model along with the user's text while it plans.
pub const PLAN_REMINDER: &str = include_str!("prompts/plan.txt");

/// Told to the model along with the user's text when it may edit after having planned.
pub const BUILD_AFTER_PLAN_REMINDER: &str = include_str!("prompts/build_after_plan.txt");

/// In the order of the list that clients show. `base` are the rules of every agent.
pub(super) fn agents(base: &[PermissionRule], worktree: &Path, environment: &Environment) -> Vec<Agent> {
    let with = |own: Vec<PermissionRule>| base.iter().cloned().chain(own).collect::<Vec<_>>();
    let silent = || with(vec![rule("*", "*", Deny)]);
    vec![
        Agent {
            description: Some("Works on the task with every tool its permissions allow. The default.".to_owned()),
            ..bare("build", Mode::Primary, with(vec![rule("question", "*", Allow), rule("plan_enter", "*", Allow)]))
        },
        Agent {
            description: Some("Looks and thinks, and writes a plan instead of changing files.".to_owned()),
            ..bare(
                "plan",
                Mode::Primary,
                with(vec![
                    rule("question", "*", Allow),
                    rule("plan_exit", "*", Allow),
                    rule(EXTERNAL, format!("{}/*", environment.data.join("plans").display()), Allow),
                    rule("edit", "*", Deny),
                    rule("edit", ".opencode/plans/*.md", Allow),
                    rule("edit", rules::plans_from(worktree, environment), Allow),
                ]),
            )
        },
        Agent {
            description: Some(
                "Carries out a self-contained task of several steps, such as research across many files. Several can \
                 work side by side on parts that do not depend on each other."
                    .to_owned(),
            ),
            ..bare("general", Mode::Subagent, with(vec![rule("todoread", "*", Deny), rule("todowrite", "*", Deny)]))
        },
        Agent {
            description: Some(
                "Finds its way around a code base without changing it: files by name (\"src/**/*.rs\"), places by \
                 content (\"retry\"), answers to questions (\"where are requests signed?\"). Say how thorough to be: \
                 quick for one look, medium for the usual, thorough for several places and spellings."
                    .to_owned(),
            ),
            prompt: Some(include_str!("prompts/explore.txt").to_owned()),
            ..bare("explore", Mode::Subagent, with(exploring(environment)))
        },
        hidden("compaction", include_str!("prompts/compaction.txt"), silent()),
        Agent {
            temperature: Some(Number(0.5)),
            ..hidden("title", include_str!("prompts/title.txt"), silent())
        },
        hidden("summary", include_str!("prompts/summary.txt"), silent()),
    ]
}

fn exploring(environment: &Environment) -> Vec<PermissionRule> {
    let tools = ["grep", "glob", "list", "bash", "webfetch", "websearch", "codesearch", "read"];
    let mut rules = vec![rule("*", "*", Deny)];
    rules.extend(tools.map(|tool| rule(tool, "*", Allow)));
    rules.push(rule(EXTERNAL, rules::tool_output(environment), Allow));
    rules
}

/// An agent of the server itself, never offered to people.
fn hidden(name: &str, prompt: &str, permission: Vec<PermissionRule>) -> Agent {
    Agent { hidden: Some(true), prompt: Some(prompt.to_owned()), ..bare(name, Mode::Primary, permission) }
}

fn bare(name: &str, mode: Mode, permission: Vec<PermissionRule>) -> Agent {
    Agent { native: Some(true), ..empty(name, mode, permission) }
}

pub(super) fn empty(name: &str, mode: Mode, permission: Vec<PermissionRule>) -> Agent {
    Agent {
        name: name.to_owned(),
        description: None,
        mode,
        native: None,
        hidden: None,
        top_p: None,
        temperature: None,
        color: None,
        permission: permission.into(),
        model: None,
        variant: None,
        prompt: None,
        options: Map::new(),
        steps: None,
    }
}
