//! Permission rules: the built-in ones, and those a configuration spells out.

use std::path::{Component, Path, PathBuf};

use opencode_types::{PermissionAction, PermissionRule};
use serde_json::Value;

use crate::config::Skill;
use crate::paths::Environment;

pub(super) use PermissionAction::{Allow, Ask, Deny};

pub(super) const EXTERNAL: &str = "external_directory";

pub(super) fn rule(permission: &str, pattern: impl Into<String>, action: PermissionAction) -> PermissionRule {
    PermissionRule { permission: permission.to_owned(), pattern: pattern.into(), action }
}

/// What every agent starts from: everything is allowed inside the project, little outside of it.
pub(super) fn base(environment: &Environment, skills: &[Skill]) -> Vec<PermissionRule> {
    let mut rules = vec![
        rule("*", "*", Allow),
        rule("doom_loop", "*", Ask),
        rule(EXTERNAL, "*", Ask),
        rule(EXTERNAL, tool_output(environment), Allow),
    ];
    rules.extend(skills.iter().map(|skill| rule(EXTERNAL, format!("{}/*", skill.folder().display()), Allow)));
    rules.extend([
        rule("question", "*", Deny),
        rule("plan_enter", "*", Deny),
        rule("plan_exit", "*", Deny),
        rule("read", "*", Allow),
        rule("read", "*.env", Ask),
        rule("read", "*.env.*", Ask),
        rule("read", "*.env.example", Allow),
    ]);
    rules
}

/// The pattern of the folder where cut tool outputs are kept, which a model is told to look into.
pub(super) fn tool_output(environment: &Environment) -> String {
    format!("{}/*", environment.data.join("tool-output").display())
}

/// The pattern of the plans kept outside of the project, as the tools that edit see it: relative to the worktree.
pub(super) fn plans_from(worktree: &Path, environment: &Environment) -> String {
    relative(&environment.data.join("plans/*.md"), worktree).display().to_string()
}

/// The rules of a section `permission`, in its order: `{"bash": "ask", "edit": {"src/*": "allow"}}`.
pub(super) fn configured<'a>(
    section: Option<&'a Value>,
    environment: &'a Environment,
) -> impl Iterator<Item = PermissionRule> + 'a {
    let named = section.and_then(Value::as_object).into_iter().flatten();
    named.flat_map(move |(permission, value)| -> Vec<PermissionRule> {
        match value {
            Value::String(text) => {
                action(text).map(|action| rule(permission, "*", action)).into_iter().collect()
            }
            Value::Object(patterns) => {
                let patterns = patterns.iter().filter_map(|(pattern, text)| {
                    Some(rule(permission, environment.expand_home(pattern), action(text.as_str()?)?))
                });
                patterns.collect()
            }
            // `__originalKeys` of the contract: a list that carries no rule.
            _ => Vec::new(),
        }
    })
}

fn action(text: &str) -> Option<PermissionAction> {
    text.parse().ok()
}

/// `path` as seen from `base`; both absolute.
fn relative(path: &Path, base: &Path) -> PathBuf {
    let shared = path.components().zip(base.components()).take_while(|(left, right)| left == right).count();
    let up = base.components().skip(shared).map(|_| Component::ParentDir);
    up.chain(path.components().skip(shared)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_paths() {
        for (path, base, expected) in [
            ("/h/data/plans/*.md", "/", "h/data/plans/*.md"),
            ("/h/data/plans/*.md", "/h/work/p", "../../data/plans/*.md"),
            ("/h/data/plans/*.md", "/h", "data/plans/*.md"),
            ("/a", "/a", ""),
        ] {
            assert_eq!(relative(Path::new(path), Path::new(base)), Path::new(expected), "{path} from {base}");
        }
    }
}
