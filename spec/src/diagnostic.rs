//! One finding about a document, and how a person reads it.
//!
//! [`Diagnostic`] is filled by [`Document::diagnostic`](crate::document::Document::diagnostic), which knows the
//! positions; nothing in here decides what is wrong.

use std::fmt;

use crate::document::Pointer;

/// A place in a text, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// Something is wrong with a document, and where.
///
/// `Display` gives the whole finding: `file:line:column: message`, the JSON pointer, the line itself with a mark
/// below the column, and what to do about it when there is something to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The file or URL, as the user named it.
    pub source: String,
    /// Absent when the source could not be read at all.
    pub position: Option<Position>,
    /// Absent when the source could not be read at all.
    pub pointer: Option<Pointer>,
    /// A whole sentence without a full stop, in the words of the contract.
    pub message: String,
    /// What the user can do, if it is not obvious.
    pub help: Option<String>,
    excerpt: Option<Excerpt>,
}

/// The line a finding points at, cut to what fits on a screen.
#[derive(Clone, Debug, PartialEq)]
struct Excerpt {
    text: String,
    /// Characters before the mark.
    indent: usize,
}

/// How much of a line is shown before and after the column: contracts may come as one line of 300 kB.
const CONTEXT: usize = 60;

impl Diagnostic {
    /// A finding about a source as a whole: it is missing, unreachable, not text.
    pub fn about(source: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            position: None,
            pointer: None,
            message: message.into(),
            help: None,
            excerpt: None,
        }
    }

    /// A finding at byte `offset` of `text`.
    pub(crate) fn at(source: &str, text: &str, offset: usize, pointer: Pointer, message: String) -> Self {
        let (position, line) = locate(text, offset);
        Self {
            source: source.to_owned(),
            position: Some(position),
            pointer: Some(pointer),
            message,
            help: None,
            excerpt: Excerpt::of(line, position.column - 1),
        }
    }

    /// Adds the place, for a file whose lines nobody here keeps.
    #[must_use]
    pub fn with_position(mut self, position: Position) -> Self {
        self.position = Some(position);
        self
    }

    /// Adds what the user can do about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The position of byte `offset`, and the line it lies on.
fn locate(text: &str, offset: usize) -> (Position, &str) {
    let offset = offset.min(text.len());
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
    let line = text[..start].matches('\n').count() + 1;
    let column = text[start..offset].chars().count() + 1;
    (Position { line, column }, text[start..end].trim_end_matches('\r'))
}

impl Excerpt {
    fn of(line: &str, column: usize) -> Option<Self> {
        if line.trim().is_empty() {
            return None;
        }
        let printable = |character: char| if character.is_control() { ' ' } else { character };
        let first = column.saturating_sub(CONTEXT);
        let mut text: String = line.chars().skip(first).take(2 * CONTEXT).map(printable).collect();
        let mut indent = column - first;
        if first == 0 {
            // Deep JSON is mostly indentation.
            let blank = text.chars().take_while(|character| *character == ' ').count().min(indent);
            text.drain(..blank);
            indent -= blank;
        }
        Some(Self { text: text.trim_end().to_owned(), indent })
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some(position) => write!(f, "{}:{position}: {}", self.source, self.message)?,
            None => write!(f, "{}: {}", self.source, self.message)?,
        }
        if let Some(pointer) = &self.pointer {
            write!(f, "\n  at {pointer}")?;
        }
        if let Some(Excerpt { text, indent }) = &self.excerpt {
            write!(f, "\n  | {text}\n  | {:indent$}^", "")?;
        }
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(text: &str, needle: &str) -> String {
        let offset = text.find(needle).expect("the needle is in the text");
        Diagnostic::at("a.json", text, offset, Pointer::root().child("a"), "this is wrong".to_owned())
            .to_string()
    }

    #[test]
    fn a_finding_shows_its_line() {
        assert_eq!(
            rendered("{\n    \"é\": \"here\"\n}\n", "\"here"),
            "a.json:2:10: this is wrong\n  at #/a\n  | \"é\": \"here\"\n  |      ^"
        );
    }

    #[test]
    fn a_very_long_line_is_cut() {
        let text = format!("[{}\"here\"{}]", "0,".repeat(5000), ",1".repeat(5000));
        let shown = rendered(&text, "\"here");
        assert!(shown.starts_with("a.json:1:10002: "), "{shown}");
        let lines: Vec<&str> = shown.lines().collect();
        assert!(lines[2].len() < 150, "{shown}");
        assert_eq!(lines[2].find("\"here"), lines[3].find('^'));
    }
}
