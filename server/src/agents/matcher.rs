//! Permission patterns, and what a list of rules says about one request.
//!
//! The patterns are OpenCode's own, not those of `.gitignore`: `*` stands for any text, also `/`, also none; `?` for one
//! character; nothing else is special; the whole text must match. A pattern that ends in ` *` also matches without the
//! argument: `git *` covers `git`. Start from [`decide`].

use opencode_types::{PermissionAction, PermissionRule};

/// What the rules say about `permission` for `target` (a command, a path, a URL …): the last rule that matches both
/// decides, and no rule means to ask. Rules come in order of growing weight: agent, session, approved.
pub fn decide<'a>(
    permission: &str,
    target: &str,
    rules: impl IntoIterator<Item = &'a PermissionRule, IntoIter: DoubleEndedIterator>,
) -> PermissionAction {
    let mut rules = rules.into_iter().rev();
    let deciding = rules.find(|rule| matches(permission, &rule.permission) && matches(target, &rule.pattern));
    deciding.map_or(PermissionAction::Ask, |rule| rule.action)
}

/// Whether a tool that asks for `permission` is shown to the model at all: not if the last rule about it forbids every
/// target.
pub fn is_offered<'a>(
    permission: &str,
    rules: impl IntoIterator<Item = &'a PermissionRule, IntoIter: DoubleEndedIterator>,
) -> bool {
    let last = rules.into_iter().rev().find(|rule| matches(permission, &rule.permission));
    !last.is_some_and(|rule| rule.pattern == "*" && rule.action == PermissionAction::Deny)
}

/// Whether `text` fits `pattern`.
pub fn matches(text: &str, pattern: &str) -> bool {
    wildcard(text, pattern) || pattern.strip_suffix(" *").is_some_and(|command| wildcard(text, command))
}

/// Walks both texts at once. After a mismatch the last `*` takes one character more; earlier ones need no second try,
/// so the time is at most the product of the lengths, whatever a model writes.
fn wildcard(text: &str, pattern: &str) -> bool {
    let (mut text, mut pattern) = (text.chars(), pattern.chars());
    let mut retry: Option<(std::str::Chars<'_>, std::str::Chars<'_>)> = None;
    loop {
        let before = (text.clone(), pattern.clone());
        match (pattern.next(), text.next()) {
            (None, None) => return true,
            (Some('*'), _) => {
                text = before.0;
                retry = Some((text.clone(), pattern.clone()));
                continue;
            }
            (Some('?'), Some(_)) => continue,
            (Some(expected), Some(found)) if expected == found => continue,
            _ => {}
        }
        let Some((mut rest, after_star)) = retry.take() else { return false };
        if rest.next().is_none() {
            return false;
        }
        text = rest.clone();
        pattern = after_star.clone();
        retry = Some((rest, after_star));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, fitting, unfitting) in [
            ("*", vec!["", "a", "a/b c", "line\nline"], vec![]),
            (
                "git *",
                vec!["git", "git ", "git status", "git -C /x log"],
                vec!["gitk", "agit x", "GIT x", "git\tx"],
            ),
            ("git * main", vec!["git push main", "git  main"], vec!["git main", "git push main2"]),
            ("*.env", vec![".env", "/a/b/.env", "x.env"], vec![".env.local", "env"]),
            ("*.env.*", vec![".env.local", "a/.env.x"], vec![".env", ".envx"]),
            ("src/*", vec!["src/", "src/a", "src/a/b"], vec!["src", "lib/src/a"]),
            ("a?c", vec!["abc", "a/c", "aéc"], vec!["ac", "abbc"]),
            ("a.c", vec!["a.c"], vec!["abc"]),
            ("[a](b)+^$\\d|{x}", vec!["[a](b)+^$\\d|{x}"], vec!["a", "d"]),
            ("*a*b*", vec!["ab", "xaxbx", "aab"], vec!["ba", ""]),
            ("mcp_*", vec!["mcp_", "mcp_x"], vec!["mcp"]),
            ("", vec![""], vec!["a"]),
            (" *", vec!["", " ", " x"], vec!["x"]),
            ("?", vec!["a", "é", "\n"], vec!["", "ab"]),
            ("**", vec!["", "ab"], vec![]),
        ] {
            for text in fitting {
                assert!(matches(text, pattern), "{pattern:?} should fit {text:?}");
            }
            for text in unfitting {
                assert!(!matches(text, pattern), "{pattern:?} should not fit {text:?}");
            }
        }
    }

    #[test]
    fn a_hostile_pattern_ends() {
        let text = "a".repeat(3_000);
        assert!(!matches(&text, &format!("{}b", "*a".repeat(200))));
    }

    fn rules(given: &[(&str, &str, &str)]) -> Vec<PermissionRule> {
        let rule = |(permission, pattern, action): &(&str, &str, &str)| PermissionRule {
            permission: permission.to_string(),
            pattern: pattern.to_string(),
            action: action.parse().unwrap(),
        };
        given.iter().map(rule).collect()
    }

    #[test]
    fn the_last_match_decides() {
        let rules = rules(&[
            ("*", "*", "allow"),
            ("bash", "*", "ask"),
            ("bash", "git *", "allow"),
            ("bash", "git push *", "deny"),
            ("mcp_*", "*", "deny"),
        ]);
        for (permission, target, expected) in [
            ("read", "/x", PermissionAction::Allow),
            ("bash", "ls", PermissionAction::Ask),
            ("bash", "git", PermissionAction::Allow),
            ("bash", "git push", PermissionAction::Deny),
            ("mcp_tool", "*", PermissionAction::Deny),
        ] {
            assert_eq!(decide(permission, target, &rules), expected, "{permission} {target}");
        }
        assert_eq!(decide("bash", "ls", &[]), PermissionAction::Ask);
    }

    #[test]
    fn tools_forbidden_altogether_are_not_offered() {
        let rules = rules(&[
            ("*", "*", "deny"),
            ("read", "*", "allow"),
            ("edit", "*", "deny"),
            ("edit", "plans/*", "allow"),
            ("bash", "rm *", "deny"),
        ]);
        let offered = ["webfetch", "read", "edit", "bash"].map(|permission| is_offered(permission, &rules));
        assert_eq!(offered, [false, true, true, true]);
        assert!(is_offered("anything", &[]));
    }
}
