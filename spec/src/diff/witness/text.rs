//! Texts that a `pattern` or a `format` allows.

use regex_syntax::hir::{Class, Hir, HirKind};

/// The longest text that is made.
const LONGEST: usize = 256;

/// A short text that matches `pattern`, or `None` for a pattern that only JavaScript understands (look-around,
/// back-references).
pub(super) fn matching(pattern: &str) -> Option<String> {
    let parsed = regex_syntax::Parser::new().parse(pattern).ok()?;
    let mut text = String::new();
    write(&parsed, &mut text).then_some(text)
}

/// Appends the shortest text that is easily found; `false` when there is none, or none of bearable length.
fn write(pattern: &Hir, text: &mut String) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
            Ok(literal) => {
                text.push_str(literal);
                true
            }
            Err(_) => false,
        },
        HirKind::Class(class) => {
            let letter = letter(class);
            text.extend(letter);
            letter.is_some()
        }
        HirKind::Repetition(repetition) => (0..repetition.min).all(|_| write(&repetition.sub, text)),
        HirKind::Capture(capture) => write(&capture.sub, text),
        HirKind::Concat(parts) => parts.iter().all(|part| write(part, text)),
        HirKind::Alternation(branches) => {
            let start = text.len();
            branches.iter().any(|branch| {
                text.truncate(start);
                write(branch, text)
            })
        }
    }
}

/// A letter of the class that people can read, if it has one.
fn letter(class: &Class) -> Option<char> {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.iter().map(|range| (range.start(), range.end())).collect(),
        Class::Bytes(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
    };
    let has = |letter: char| ranges.iter().any(|(first, last)| (*first..=*last).contains(&letter));
    ('a'..='z')
        .chain('0'..='9')
        .chain('A'..='Z')
        .find(|letter| has(*letter))
        .or_else(|| ranges.first().map(|(first, _)| *first))
}

/// A text of a format that the validator knows.
pub(super) fn of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "date-time" => "2026-01-01T00:00:00Z",
        "date" => "2026-01-01",
        "time" => "00:00:00Z",
        "duration" => "P1D",
        "email" | "idn-email" => "a@example.com",
        "hostname" | "idn-hostname" => "example.com",
        "ipv4" => "127.0.0.1",
        "ipv6" => "::1",
        "uri" | "iri" => "https://example.com",
        "uri-reference" | "iri-reference" => "/a",
        "uri-template" => "/{a}",
        "uuid" => "00000000-0000-4000-8000-000000000000",
        "json-pointer" => "/a",
        "relative-json-pointer" => "0",
        "regex" => "a",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_made_for_each_pattern() {
        for (pattern, text) in [
            ("^ses.*", "ses"),
            ("^#[0-9a-fA-F]{6}$", "#aaaaaa"),
            ("^(a|bc)+_x?$", "a_"),
            (r"^\d{3}-[^a-z]$", "000-0"),
            ("", ""),
        ] {
            assert_eq!(matching(pattern).as_deref(), Some(text), "{pattern}");
            let schema = serde_json::json!({"pattern": pattern});
            assert!(jsonschema::is_valid(&schema, &text.into()), "{pattern}");
        }
        for beyond in ["^(?=a)b", r"^(a)\1$", "a{100000}", "("] {
            assert_eq!(matching(beyond), None, "{beyond}");
        }
    }

    #[test]
    fn the_validator_agrees_with_each_format() {
        for format in [
            "date-time",
            "date",
            "time",
            "duration",
            "email",
            "idn-email",
            "hostname",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "uri",
            "iri",
            "uri-reference",
            "iri-reference",
            "uri-template",
            "uuid",
            "json-pointer",
            "relative-json-pointer",
            "regex",
        ] {
            let schema = serde_json::json!({"format": format});
            let validator = jsonschema::draft202012::options().should_validate_formats(true).build(&schema);
            let text = of_format(format).unwrap_or_default();
            assert!(validator.expect("a schema").is_valid(&text.into()), "{format}");
        }
    }
}
