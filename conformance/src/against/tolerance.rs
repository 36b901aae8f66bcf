//! What may differ between two servers that both keep the contract, each with its reason. To tolerate more, add an entry
//! to [`TOLERATED`]: what nobody can act upon is no finding, what a client would notice is one.

use super::shape::{Aspect, Difference};

/// A difference that is expected.
pub(super) struct Tolerance {
    /// The operation's id; `*` at its end stands for anything.
    pub operation: &'static str,
    pub aspect: Aspect,
    /// JSON pointer; a segment `*` stands for any one, `**` at the end for anything below, at the beginning for anything
    /// above.
    pub pointer: &'static str,
    pub reason: &'static str,
}

const fn entry(
    operation: &'static str,
    aspect: Aspect,
    pointer: &'static str,
    reason: &'static str,
) -> Tolerance {
    Tolerance { operation, aspect, pointer, reason }
}

pub(super) const TOLERATED: &[Tolerance] = &[
    entry("*", Aspect::Value, "**/version", "servers have versions"),
    entry("*", Aspect::Value, "**/slug", "a name of two words is drawn by lot"),
    entry("*", Aspect::Value, "**/pid", "processes have numbers"),
    entry("*", Aspect::Value, "**/port", "ports are given by the system"),
    entry("*", Aspect::Value, "**/date", "what a model's answer says of the time"),
    entry("*", Aspect::ContentType, "", "of an empty answer the content type says nothing"),
    entry("*", Aspect::Value, "**/message", "the wording of a message is the server's own"),
    entry("config.providers", Aspect::Shape, "/default/**", "each server has providers of its own"),
    entry("config.providers", Aspect::Shape, "/providers/*/models/**", "each server has models of its own"),
    entry("config.providers", Aspect::Value, "/**", "each server has providers of its own"),
    entry("provider.list", Aspect::Shape, "/default/**", "each server has providers of its own"),
    entry("provider.list", Aspect::Shape, "/all/*/**", "each server has providers and models of its own"),
    entry("provider.list", Aspect::Value, "/**", "each server has providers of its own"),
    entry(
        "session.messages",
        Aspect::Value,
        "/*/info/error/name",
        "an abort may come before the message it ends",
    ),
    entry("session.status", Aspect::Shape, "/*", "a run may be over when it is looked at"),
    entry("app.agents", Aspect::Value, "/*/description", "agents are described in each server's own words"),
    entry("app.agents", Aspect::Value, "/*/prompt", "agents are told what to do in each server's own words"),
    entry(
        "app.agents",
        Aspect::Value,
        "/*/permission/*/pattern",
        "where a server keeps its data is its own affair",
    ),
    entry(
        "project.list",
        Aspect::Shape,
        "/*/**",
        "projects of others are in the list, each with what it was given",
    ),
    entry(
        "project.list",
        Aspect::Value,
        "/*/**",
        "projects of others are in the list, each with what it was given",
    ),
    entry("pty.create", Aspect::Value, "/title", "a title that was not given ends with a part of the id"),
    entry("worktree.create", Aspect::Value, "/name", "a name that was not given is drawn by lot"),
    entry("worktree.create", Aspect::Value, "/branch", "a name that was not given is drawn by lot"),
    entry("tool.ids", Aspect::Value, "/*", "each server has tools of its own"),
    entry(
        "tool.list",
        Aspect::Value,
        "/**",
        "each server has tools of its own, and describes them in its own words",
    ),
];

/// Why this difference is expected, if it is.
pub(super) fn tolerated(operation: &str, difference: &Difference, empty: bool) -> Option<&'static str> {
    let entry = TOLERATED.iter().find(|entry| {
        entry.aspect == difference.aspect
            && fits(entry.operation, operation)
            && below(entry.pointer, &difference.pointer)
            && (entry.aspect != Aspect::ContentType || empty)
    });
    entry.map(|entry| entry.reason)
}

fn fits(pattern: &str, operation: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => operation.starts_with(beginning),
        None => pattern == operation,
    }
}

fn below(pattern: &str, pointer: &str) -> bool {
    if let Some(end) = pattern.strip_prefix("**") {
        return pointer.ends_with(end);
    }
    let (pattern, open) = pattern.strip_suffix("/**").map_or((pattern, false), |pattern| (pattern, true));
    let (wanted, found): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), pointer.split('/').collect());
    let long_enough = found.len() == wanted.len() || (open && found.len() > wanted.len());
    long_enough && wanted.iter().zip(&found).all(|(wanted, found)| *wanted == "*" || wanted == found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_stand_for_what_they_say() {
        assert!(below("/a/*/c", "/a/b/c") && !below("/a/*/c", "/a/b/d") && !below("/a/*", "/a"));
        assert!(below("/a/**", "/a/b/c") && below("/a/**", "/a/b") && !below("/a/**", "/b"));
        assert!(below("**/version", "/info/version") && !below("**/version", "/versions"));
        assert!(fits("provider.*", "provider.list") && fits("*", "x") && !fits("pty.get", "pty.list"));
    }

    #[test]
    fn every_entry_has_a_reason() {
        assert!(TOLERATED.iter().all(|entry| !entry.reason.is_empty()));
    }
}
