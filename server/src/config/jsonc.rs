//! JSON with comments and trailing commas: text → value, and the place of a value in its text.
//!
//! Other liberties (single quotes, bare keys, hexadecimal) are refused: the file must mean the same to every other
//! reader of it. Start from [`parse`].

use std::fmt;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::{Map, Value};

/// One step of the way from the root of a document to a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    Key(String),
    Index(usize),
}

/// A place in a file, as editors count it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// Where and why a text is not JSON.
#[derive(Debug)]
pub(super) struct SyntaxError {
    /// In bytes.
    pub offset: usize,
    pub message: String,
}

/// Parses `text`; `None` if it holds nothing but white space and comments. Of a key that is written twice, the last one
/// counts.
pub(super) fn parse(text: &str) -> Result<Option<Value>, SyntaxError> {
    Ok(tree(text)?.map(value))
}

/// The offset of the member at `path` (its key, if it has one), or of the deepest ancestor that exists.
pub(super) fn locate(text: &str, path: &[Step]) -> usize {
    let Ok(Some(root)) = tree(text) else { return 0 };
    let mut offset = root.range().start;
    let mut at = &root;
    for step in path {
        let next = match (step, at) {
            (Step::Key(key), ast::Value::Object(object)) => {
                object.properties.iter().rfind(|property| property.name.as_str() == key).map(|property| {
                    offset = property.range.start;
                    &property.value
                })
            }
            (Step::Index(index), ast::Value::Array(array)) => {
                array.elements.get(*index).inspect(|element| offset = element.range().start)
            }
            _ => None,
        };
        match next {
            Some(value) => at = value,
            None => break,
        }
    }
    offset
}

impl Position {
    /// The position of a byte offset; one behind the end is the end.
    pub(super) fn of(text: &str, offset: usize) -> Self {
        let before = &text[..text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}, column {}", self.line, self.column)
    }
}

fn tree(text: &str) -> Result<Option<ast::Value<'_>>, SyntaxError> {
    let options = ParseOptions {
        allow_comments: true,
        allow_trailing_commas: true,
        allow_loose_object_property_names: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    match parse_to_ast(text, &CollectOptions::default(), &options) {
        Ok(parsed) => Ok(parsed.value),
        Err(error) => Err(SyntaxError {
            offset: error.range().start,
            // As part of a sentence.
            message: {
                let message = error.kind().to_string();
                let mut letters = message.chars();
                letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
            },
        }),
    }
}

fn value(tree: ast::Value<'_>) -> Value {
    match tree {
        ast::Value::StringLit(text) => Value::String(text.value.into_owned()),
        // The parser lets only JSON's own numbers pass; one beyond 64 bits of a float has no better value than null.
        ast::Value::NumberLit(number) => serde_json::from_str(number.value).unwrap_or(Value::Null),
        ast::Value::BooleanLit(boolean) => Value::Bool(boolean.value),
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::Array(array) => Value::Array(array.elements.into_iter().map(value).collect()),
        ast::Value::Object(object) => {
            let members = object.properties.into_iter();
            Value::Object(
                members.map(|member| (member.name.into_string(), value(member.value))).collect::<Map<_, _>>(),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn comments_and_trailing_commas_and_nothing_else() {
        let text =
            "// head\n{ \"a\": [1, 2.5e1, -0,], /* in */ \"b\": {\"c\": null,}, \"a2\": \"\\u00e9\", }\n";
        let parsed = parse(text).unwrap().unwrap();
        assert_eq!(parsed, json!({"a": [1, 25.0, -0.0], "b": {"c": null}, "a2": "é"}));
        assert_eq!(parse(" // nothing\n").unwrap(), None);
        assert_eq!(parse(r#"{"a": 1, "a": 2}"#).unwrap().unwrap(), json!({"a": 2}));
        for refused in
            ["{a: 1}", "{'a': 1}", "{\"a\": 0x1}", "{\"a\": +1}", "[1 2]", "{\"a\": .5}", "[NaN]", "{} {}"]
        {
            assert!(parse(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn errors_have_a_place() {
        let text = "{\n  \"a\": 1,\n  \"ü\" 2\n}";
        let error = parse(text).unwrap_err();
        assert_eq!(error.message, "expected colon after the string or word in object property");
        assert_eq!(Position::of(text, error.offset), Position { line: 3, column: 7 });
    }

    #[test]
    fn members_have_a_place() {
        let text = "{\n  \"a\": {\"b\": [1,\n    2]}\n}";
        let place = |path: &[Step]| {
            let position = Position::of(text, locate(text, path));
            (position.line, position.column)
        };
        let key = |name: &str| Step::Key(name.to_owned());
        assert_eq!(place(&[]), (1, 1));
        assert_eq!(place(&[key("a"), key("b")]), (2, 9));
        assert_eq!(place(&[key("a"), key("b"), Step::Index(1)]), (3, 5));
        assert_eq!(place(&[key("a"), key("missing"), key("x")]), (2, 3));
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_overflow() {
        let text = "[".repeat(200_000);
        assert!(parse(&text).is_err());
    }
}
