//! A file as it was in a revision: `git:REV:PATH`.
//!
//! git itself is asked, as a program, so that whatever it understands as a revision is understood here. It is asked
//! for the size first.

use std::io::{self, Write as _};
use std::process::{Command, Output, Stdio};

use crate::diagnostic::Diagnostic;
use crate::document::{MAX_BYTES, Unreadable, read_limited, too_large};

/// Reads `object`, which is `REV:PATH`; `from` is what the user wrote.
///
/// # Errors
/// One finding: git is missing, this is no repository, it has no such revision, or that has no such file.
pub(super) fn read(from: &str, object: &str) -> Result<Vec<u8>, Unreadable> {
    let finding = |message: String| Diagnostic::about(from, message);
    let failed = |error: io::Error| finding(format!("git cannot be run: {error}"));
    let Some((revision, path)) = split(object) else {
        let help = "write git:REV:PATH, for example git:main:spec/opencode-api.json";
        return Err(finding("this names no file of a revision".to_owned()).with_help(help).into());
    };
    // A line break would be a second question to git, and a dash an option.
    if revision.starts_with('-') || object.contains(['\n', '\0']) {
        return Err(finding("git has no such names".to_owned()).into());
    }
    let inside = match run(&["rev-parse", "--git-dir"], "") {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(finding("git is not installed, or not in PATH".to_owned()).into());
        }
        other => other.map_err(failed)?,
    };
    if !inside.status.success() {
        return Err(finding(complaint(&inside)).into());
    }
    let is_known = |revision: &str| {
        let found = run(&["rev-parse", "--verify", "--quiet", &format!("{revision}^{{tree}}")], "");
        found.map(|output| output.status.success())
    };
    // Without a revision, the path is one of the index.
    if !revision.is_empty() && !is_known(revision).map_err(failed)? {
        let unknown = finding(format!("unknown revision `{revision}`"));
        let shallow = run(&["rev-parse", "--is-shallow-repository"], "").map_err(failed)?;
        return Err(if shallow.stdout.starts_with(b"true") {
            let help = "this clone has only a part of the history: fetch the revision first";
            unknown.with_help(help).into()
        } else {
            unknown.into()
        });
    }
    let place = if revision.is_empty() { "the index".to_owned() } else { format!("revision `{revision}`") };
    let asked = run(&["cat-file", "--batch-check"], &format!("{revision}:{path}\n")).map_err(failed)?;
    let answer = String::from_utf8_lossy(&asked.stdout);
    // `<id> blob <size>`, or `<what was asked> missing`.
    let words: Vec<&str> = answer.split_whitespace().collect();
    match words.as_slice() {
        [_, "blob", size] if size.parse().is_ok_and(|size: u64| size > MAX_BYTES as u64) => {
            Err(finding(format!("cannot be read: {}", too_large())).into())
        }
        [id, "blob", _] => blob(id).map_err(|error| finding(format!("cannot be read: {error}")).into()),
        [_, kind @ ("tree" | "commit" | "tag"), _] => {
            Err(finding(format!("`{path}` is no file in {place}, but a {kind}")).into())
        }
        _ if !asked.status.success() => Err(finding(complaint(&asked)).into()),
        _ => {
            let missing = finding(format!("there is no `{path}` in {place}"));
            Err(missing.with_help("the path is that from the root of the repository").into())
        }
    }
}

/// At the first colon outside of braces: a revision may be `main@{10:30}`.
pub(super) fn split(object: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, character) in object.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => {
                let (revision, path) = (&object[..at], &object[at + 1..]);
                return (!path.is_empty()).then_some((revision, path));
            }
            _ => {}
        }
    }
    None
}

fn git(arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    // Its words are shown to people who read English everywhere else here.
    command.args(arguments).env("LC_ALL", "C").stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs git on a line of input.
fn run(arguments: &[&str], input: &str) -> io::Result<Output> {
    let mut child = git(arguments).stdin(Stdio::piped()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // A git that has no use for it may be gone already; its answer tells.
        let _ = stdin.write_all(input.as_bytes());
    }
    child.wait_with_output()
}

fn blob(id: &str) -> io::Result<Vec<u8>> {
    let mut child = git(&["cat-file", "blob", id]).stdin(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let bytes = child.stdout.take().map_or_else(|| Ok(Vec::new()), read_limited);
    let status = child.wait()?;
    let bytes = bytes?;
    if status.success() { Ok(bytes) } else { Err(io::Error::other(format!("git ended with {status}"))) }
}

/// What git said, in one line.
fn complaint(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("it does not say why");
    format!("git says: {}", first.trim_start_matches("fatal: "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_ends_at_a_colon_outside_of_braces() {
        assert_eq!(split("HEAD~2:a/b.json"), Some(("HEAD~2", "a/b.json")));
        assert_eq!(split("main@{10:30}:a:b"), Some(("main@{10:30}", "a:b")));
        assert_eq!(split(":a"), Some(("", "a")));
        assert_eq!(split("HEAD:"), None);
        assert_eq!(split("HEAD"), None);
    }
}
