//! Markdown files with YAML front matter: agents and commands (and, later, skills).
//!
//! A file may have no front matter at all. Authors of such files often leave a colon unquoted (`description: fix: a bug`),
//! which YAML refuses; such a line is read as the plain text it was meant to be. Start from [`parse`].

use serde_json::{Map, Value};

use super::jsonc::Position;

/// A markdown file taken apart.
#[derive(Debug, PartialEq)]
pub struct Document {
    /// Members of the front matter; empty without one.
    pub members: Map<String, Value>,
    /// What follows, without white space at either end.
    pub body: String,
}

/// Why the front matter is not a YAML mapping.
#[derive(Debug, PartialEq)]
pub struct BadFrontMatter {
    /// In the file.
    pub position: Option<Position>,
    pub message: String,
}

/// Takes a file apart: front matter stands between two lines `---`, the first of which is the first of the file.
///
/// # Errors
/// [`BadFrontMatter`] if what stands there is not a mapping.
pub fn parse(text: &str) -> Result<Document, BadFrontMatter> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some((header, body)) = split(text) else {
        return Ok(Document { members: Map::new(), body: text.trim().to_owned() });
    };
    Ok(Document { members: mapping(header)?, body: body.trim().to_owned() })
}

fn split(text: &str) -> Option<(&str, &str)> {
    let start = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"))?;
    let mut offset = 0;
    for line in start.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&start[..offset], &start[offset + line.len()..]));
        }
        offset += line.len();
    }
    None
}

fn mapping(header: &str) -> Result<Map<String, Value>, BadFrontMatter> {
    // As in YAML 1.2, which these files are written for: `no` is a word.
    let options = serde_saphyr::options! { strict_booleans: true };
    let read =
        |yaml: &str| serde_saphyr::from_str_with_options::<Option<Map<String, Value>>>(yaml, options.clone());
    read(header)
        .or_else(|error| read(&quote_plain_lines(header)).map_err(|_| error))
        .map(Option::unwrap_or_default)
        .map_err(|error| BadFrontMatter {
            // The opening line of the front matter is line 1 of the file.
            position: error.location().map(|location| Position {
                line: location.line() as usize + 1,
                column: location.column() as usize,
            }),
            message: error.without_snippet().to_string(),
        })
}

/// The same header with every top-level `key: value` in quotes whose value holds another colon or a comment sign and is
/// plain text: not quoted, not a list, mapping, block or anchor.
fn quote_plain_lines(header: &str) -> String {
    let quoted = header.lines().map(|line| match line.split_once(": ") {
        Some((key, value)) if is_plain_key(key) && is_ambiguous(value.trim()) => {
            format!("{key}: {}\n", Value::from(value.trim()))
        }
        _ => format!("{line}\n"),
    });
    quoted.collect()
}

fn is_plain_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || letter == '_' || letter == '-')
}

fn is_ambiguous(value: &str) -> bool {
    let structured = value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '!']);
    !structured
        && (value.contains(": ") || value.ends_with(':') || value.starts_with(['*', '@', '`', '%', '#']))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn members(header: &str) -> Value {
        Value::Object(parse(&format!("---\n{header}\n---\nBody\n")).unwrap().members)
    }

    #[test]
    fn taken_apart() {
        for (text, expected, body) in [
            ("---\nmode: subagent\n---\n\nHello\n\n", json!({"mode": "subagent"}), "Hello"),
            ("---\r\nmode: all\r\n---\r\nHello\r\n", json!({"mode": "all"}), "Hello"),
            ("No front matter\n---\n", json!({}), "No front matter\n---"),
            ("---\n---\n", json!({}), ""),
            ("---\n# only a comment\n---\nx", json!({}), "x"),
            ("---\nnever: closed\n", json!({}), "---\nnever: closed"),
            ("\u{feff}---\na: 1\n---", json!({"a": 1}), ""),
        ] {
            let document = parse(text).unwrap();
            assert_eq!(
                (Value::Object(document.members), document.body.as_str()),
                (expected, body),
                "{text:?}"
            );
        }
    }

    #[test]
    fn values_have_their_kind() {
        assert_eq!(
            members(
                "a: 1\nb: 0.5\nc: true\nd: null\ne: [1, x]\nf:\n  g: y\nh: \"1\"\ni: |\n  two\n  lines\nj: no"
            ),
            json!({"a": 1, "b": 0.5, "c": true, "d": null, "e": [1, "x"], "f": {"g": "y"}, "h": "1",
                   "i": "two\nlines\n", "j": "no"})
        );
    }

    #[test]
    fn an_unquoted_colon_is_text() {
        assert_eq!(
            members("description: fix: a \"bug\" or two\ntools:\n  write: false"),
            json!({"description": "fix: a \"bug\" or two", "tools": {"write": false}})
        );
    }

    #[test]
    fn what_is_no_mapping_is_refused_with_its_place() {
        let error = parse("---\nmode: all\ntools: [1\n---\nBody").unwrap_err();
        let line = error.position.expect("a position").line;
        assert!((3..=4).contains(&line), "{error:?}");
        assert!(parse("---\n- a\n- b\n---\n").is_err());
    }
}
