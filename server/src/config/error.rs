//! Why a configuration could not be loaded, told so that its author finds the place.

use serde_json::{Value, json};

use super::issue::Issue;
use super::jsonc::Position;

/// A configuration source that cannot be used. Nothing is half-applied: the instance does not start until it is repaired.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ConfigError {
    /// Not JSON, or not readable at all. `path` is a file or the name of a variable.
    #[error("{path}: {message}")]
    Json { path: String, message: String },
    /// JSON with wrong or unknown members, front matter with such, or a reference to a file that cannot be read.
    #[error("{path}: {message}")]
    Invalid { path: String, message: String, issues: Vec<Issue> },
}

impl ConfigError {
    /// Not JSON: the message shows the line of the user's text with a mark below the place.
    pub(super) fn syntax(path: String, text: &str, offset: usize, what: &str) -> Self {
        let position = Position::of(text, offset);
        let message = format!("{position}: {what}{}", excerpt(text, position));
        Self::Json { path, message }
    }

    /// Wrong members; `place` tells where in the user's text each issue is.
    pub(super) fn issues(
        path: String,
        issues: Vec<Issue>,
        place: impl Fn(&Issue) -> Option<Position>,
    ) -> Self {
        let lines = issues.iter().map(|issue| match place(issue) {
            Some(position) => format!("{position}: {}", issue.sentence()),
            None => issue.sentence(),
        });
        let message = lines.collect::<Vec<_>>().join("\n");
        Self::Invalid { path, message, issues }
    }

    /// The name clients know the error by. OpenCode's contract leaves configuration errors open.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Json { .. } => "ConfigJsonError",
            Self::Invalid { .. } => "ConfigInvalidError",
        }
    }

    /// The error's `data`: `{path, message, issues?}`.
    pub fn data(&self) -> Value {
        match self {
            Self::Json { path, message } => json!({"path": path, "message": message}),
            Self::Invalid { path, message, issues } if issues.is_empty() => {
                json!({"path": path, "message": message})
            }
            Self::Invalid { path, message, issues } => {
                let issues: Vec<Value> = issues.iter().map(Issue::to_json).collect();
                json!({"path": path, "issues": issues, "message": message})
            }
        }
    }
}

/// The line at `position` with a mark below its column; nothing for lines too long to read.
fn excerpt(text: &str, position: Position) -> String {
    const LONGEST: usize = 160;
    match text.lines().nth(position.line - 1) {
        Some(line) if !line.trim().is_empty() && line.chars().count() <= LONGEST => {
            // Tabs are kept, so that the mark stands below its character however wide they are shown.
            let before = line.chars().take(position.column - 1);
            let indent: String = before.map(|character| if character == '\t' { '\t' } else { ' ' }).collect();
            format!("\n  {line}\n  {indent}^")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syntax_error_shows_its_line() {
        let text = "{\n\t\"a\" 1\n}";
        let error = ConfigError::syntax("/p/opencode.json".to_owned(), text, 7, "expected colon");
        assert_eq!(
            error.to_string(),
            "/p/opencode.json: line 2, column 6: expected colon\n  \t\"a\" 1\n  \t    ^"
        );
        assert_eq!(error.name(), "ConfigJsonError");
        let long = "x".repeat(500);
        let error = ConfigError::syntax("p".to_owned(), &long, 400, "no");
        assert_eq!(error.to_string(), "p: line 1, column 401: no");
    }
}
