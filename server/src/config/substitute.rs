//! `{env:NAME}` and `{file:path}` in the text of a configuration file, replaced before it is parsed.
//!
//! The replacement knows just enough JSONC to tell strings and comments from the rest: inside a string the value is
//! escaped, so a quote or a backslash in a key cannot break the file; comments stay as they are. [`Substituted`]
//! remembers what moved, so that an error in the result points at the place in the user's file.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

use super::read;
use crate::paths::Environment;

/// A text after substitution, and the way back to the text before it.
#[derive(Debug)]
pub(super) struct Substituted {
    pub text: String,
    /// One entry per replacement, in order.
    moves: Vec<Move>,
}

/// `text[result_start..result_end]` stands where the original had a placeholder from `original_start` to `original_end`.
/// All in bytes.
#[derive(Debug)]
struct Move {
    result_start: usize,
    result_end: usize,
    original_start: usize,
    original_end: usize,
}

/// A `{file:…}` that could not be read.
#[derive(Debug)]
pub(super) struct BadReference {
    /// Byte offset of its brace in the original text.
    pub offset: usize,
    pub message: String,
}

impl Substituted {
    /// The offset in the original text of `offset` in the result. Whatever lies inside a replacement comes from the
    /// placeholder's beginning.
    pub fn original_offset(&self, offset: usize) -> usize {
        let before = self.moves.partition_point(|replaced| replaced.result_start <= offset);
        match before.checked_sub(1).map(|last| &self.moves[last]) {
            None => offset,
            Some(replaced) if offset < replaced.result_end => replaced.original_start,
            Some(replaced) => replaced.original_end + (offset - replaced.result_end),
        }
    }
}

/// Replaces every placeholder of `text`. Relative files lie in `folder`; `~/` is the home directory. An unset variable
/// is the empty text.
///
/// # Errors
/// [`BadReference`] for the first file that is missing, not a text, or too large.
pub(super) fn substitute(
    text: &str,
    folder: &Path,
    environment: &Environment,
) -> Result<Substituted, BadReference> {
    let mut result = Substituted { text: String::with_capacity(text.len()), moves: Vec::new() };
    let (mut copied, mut at) = (0, 0);
    let mut place = Place::Outside;
    while at < text.len() {
        let Some(placeholder) = place.placeholder(text, at) else {
            at += place.step(&text.as_bytes()[at..]);
            continue;
        };
        let value =
            placeholder.value(folder, environment).map_err(|message| BadReference { offset: at, message })?;
        result.text.push_str(&text[copied..at]);
        let result_start = result.text.len();
        match place {
            Place::String => result.text.push_str(&escape(&value)),
            _ => result.text.push_str(&value),
        }
        copied = at + placeholder.length;
        result.moves.push(Move {
            result_start,
            result_end: result.text.len(),
            original_start: at,
            original_end: copied,
        });
        at = copied;
    }
    result.text.push_str(&text[copied..]);
    Ok(result)
}

/// What kind of text a byte stands in.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Outside,
    String,
    LineComment,
    BlockComment,
}

impl Place {
    /// The placeholder that begins at byte `at`, unless this is a comment.
    fn placeholder(self, text: &str, at: usize) -> Option<Placeholder<'_>> {
        let live = matches!(self, Self::Outside | Self::String) && text.as_bytes()[at] == b'{';
        if live { Placeholder::at(&text[at..]) } else { None }
    }

    /// Passes the next token of `rest` (never empty), and says how many bytes it has: more than one only if all of them
    /// are ASCII, and then none of them is a brace.
    fn step(&mut self, rest: &[u8]) -> usize {
        match (*self, rest) {
            (Self::Outside, [b'"', ..]) => *self = Self::String,
            (Self::Outside, [b'/', b'/', ..]) => *self = Self::LineComment,
            (Self::Outside, [b'/', b'*', ..]) => {
                *self = Self::BlockComment;
                return 2;
            }
            (Self::String, [b'\\', b'"' | b'\\', ..]) => return 2,
            // An unterminated string ends with its line, so that the rest of the file is still read rightly.
            (Self::String, [b'"' | b'\n', ..]) => *self = Self::Outside,
            (Self::LineComment, [b'\n', ..]) => *self = Self::Outside,
            (Self::BlockComment, [b'*', b'/', ..]) => {
                *self = Self::Outside;
                return 2;
            }
            _ => {}
        }
        1
    }
}

/// `{env:NAME}` or `{file:path}` at the start of a text.
struct Placeholder<'a> {
    kind: Kind,
    name: &'a str,
    /// Bytes, with both braces.
    length: usize,
}

enum Kind {
    Variable,
    File,
}

impl<'a> Placeholder<'a> {
    fn at(rest: &'a str) -> Option<Self> {
        let (kind, inner) = if let Some(inner) = rest.strip_prefix("{env:") {
            (Kind::Variable, inner)
        } else {
            (Kind::File, rest.strip_prefix("{file:")?)
        };
        let (name, _) = inner.split_once('}')?;
        if name.is_empty() || name.contains('\n') {
            return None;
        }
        Some(Self { kind, name, length: rest.len() - inner.len() + name.len() + 1 })
    }

    fn value<'e>(&self, folder: &Path, environment: &'e Environment) -> Result<Cow<'e, str>, String> {
        match self.kind {
            Kind::Variable => Ok(Cow::Borrowed(environment.var(self.name).unwrap_or_default())),
            Kind::File => {
                let path = normal(&folder.join(environment.expand_home(self.name.trim())));
                let why = match read::text(&path) {
                    Ok(Some(content)) => return Ok(Cow::Owned(content.trim().to_owned())),
                    Ok(None) => "does not exist".to_owned(),
                    Err(error) => format!("cannot be read: {error}"),
                };
                Err(format!("bad file reference: \"{{file:{}}}\" {} {why}", self.name, path.display()))
            }
        }
    }
}

/// The value as it must stand inside a JSON string.
fn escape(value: &str) -> String {
    let quoted = serde_json::Value::from(value).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

/// Without `.` and `..`: `{file:../key}` names the sibling of the folder also if the folder is a symbolic link, and
/// messages show the plain path.
fn normal(path: &Path) -> PathBuf {
    let mut result = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                result.pop();
            }
            other => result.push(other),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment() -> Environment {
        let vars = [("KEY", "a\"b\\c"), ("PORT", "99"), ("LONG", "0123456789")];
        let vars = vars.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        Environment::new("/nowhere/home", "/nowhere", vars)
    }

    fn text(given: &str) -> String {
        substitute(given, Path::new("/nowhere"), &environment()).unwrap().text
    }

    #[test]
    fn variables() {
        for (given, expected) in [
            (r#"{"a": "{env:PORT}"}"#, r#"{"a": "99"}"#),
            (r#"{"a": {env:PORT}}"#, r#"{"a": 99}"#),
            (r#"{"a": "x{env:NONE}y"}"#, r#"{"a": "xy"}"#),
            // In a string the value is data, never syntax.
            (r#"{"a": "{env:KEY}"}"#, r#"{"a": "a\"b\\c"}"#),
            // After an escaped quote we are still in the string, after an escaped backslash we are not.
            (r#"{"a": "\"{env:KEY}"}"#, r#"{"a": "\"a\"b\\c"}"#),
            (r#"{"a": "\\", "b": {env:PORT}}"#, r#"{"a": "\\", "b": 99}"#),
            ("// {env:PORT}\n{env:PORT}", "// {env:PORT}\n99"),
            ("/* {env:PORT} */ {env:PORT}", "/* {env:PORT} */ 99"),
            (r#"{"url": "http://{env:PORT}"}"#, r#"{"url": "http://99"}"#),
            ("{env:}", "{env:}"),
            ("{env:A", "{env:A"),
            (r#"{"é": "ü\é{env:PORT}ß"}"#, r#"{"é": "ü\é99ß"}"#),
        ] {
            assert_eq!(text(given), expected, "{given}");
        }
    }

    #[test]
    fn files_are_trimmed_escaped_and_relative_to_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("inner")).unwrap();
        std::fs::write(folder.path().join("key.txt"), "  line \"1\"\nline 2\n\n").unwrap();
        let environment = Environment::new(folder.path(), "/", []);
        for reference in ["{file:key.txt}", "{file:./key.txt}", "{file:inner/../key.txt}", "{file:~/key.txt}"]
        {
            let given = format!(r#"{{"prompt": "{reference}"}}"#);
            let substituted = substitute(&given, folder.path(), &environment).unwrap();
            assert_eq!(substituted.text, r#"{"prompt": "line \"1\"\nline 2"}"#, "{reference}");
        }
    }

    #[test]
    fn a_missing_file_is_named_with_its_place() {
        let given = r#"{"a": 1, "b": "{file:./nope.txt}"}"#;
        let error = substitute(given, Path::new("/nowhere/at"), &environment()).unwrap_err();
        assert_eq!(
            error.message,
            r#"bad file reference: "{file:./nope.txt}" /nowhere/at/nope.txt does not exist"#
        );
        assert_eq!(&given[error.offset..error.offset + 6], "{file:");
    }

    #[test]
    fn offsets_lead_back() {
        let given = "{env:LONG} b {env:NONE} c";
        let substituted = substitute(given, Path::new("/"), &environment()).unwrap();
        assert_eq!(substituted.text, "0123456789 b  c");
        let original = |needle: char| given.rfind(needle).unwrap();
        let result = |needle: char| substituted.text.find(needle).unwrap();
        assert_eq!(substituted.original_offset(0), 0);
        assert_eq!(substituted.original_offset(5), 0, "inside a replacement: its placeholder");
        assert_eq!(substituted.original_offset(result('b')), original('b'));
        assert_eq!(substituted.original_offset(result('c')), original('c'));
        assert_eq!(substituted.original_offset(substituted.text.len()), given.len());
    }
}
