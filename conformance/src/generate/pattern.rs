//! Texts that a `pattern` allows, short ones and random ones.
//!
//! A pattern is JavaScript's; what only JavaScript understands gives no text. Whether a text really matches is for the
//! validator to say.

use regex_syntax::hir::{Class, Hir, HirKind};

use super::dice::Dice;

/// The longest text that is made.
const LONGEST: usize = 256;
/// How often something is repeated beyond what it must be.
const MORE: usize = 4;

/// A text that matches, the shortest one that is easily found without `dice`.
pub(super) fn matching(pattern: &str, mut dice: Option<&mut Dice>) -> Option<String> {
    let parsed = regex_syntax::Parser::new().parse(pattern).ok()?;
    let mut text = String::new();
    write(&parsed, &mut text, &mut dice).then_some(text)
}

/// `false` when there is no text, or none of bearable length.
fn write(pattern: &Hir, text: &mut String, dice: &mut Option<&mut Dice>) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0).is_ok_and(|literal| {
            text.push_str(literal);
            true
        }),
        HirKind::Class(class) => {
            let letter = letter(class, dice);
            text.extend(letter);
            letter.is_some()
        }
        HirKind::Repetition(repetition) => {
            let room = repetition.max.map_or(MORE, |max| (max - repetition.min) as usize).min(MORE);
            let more = dice.as_mut().map_or(0, |dice| dice.below(room + 1));
            (0..repetition.min as usize + more).all(|_| write(&repetition.sub, text, dice))
        }
        HirKind::Capture(capture) => write(&capture.sub, text, dice),
        HirKind::Concat(parts) => parts.iter().all(|part| write(part, text, dice)),
        HirKind::Alternation(branches) => {
            let start = text.len();
            let first = dice.as_mut().map_or(0, |dice| dice.below(branches.len()));
            branches.iter().cycle().skip(first).take(branches.len()).any(|branch| {
                text.truncate(start);
                write(branch, text, dice)
            })
        }
    }
}

/// A letter of the class, one that people can read if it has any.
fn letter(class: &Class, dice: &mut Option<&mut Dice>) -> Option<char> {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.iter().map(|range| (range.start(), range.end())).collect(),
        Class::Bytes(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
    };
    let has = |letter: &char| ranges.iter().any(|(first, last)| (*first..=*last).contains(letter));
    let readable: Vec<char> = ('a'..='z').chain('0'..='9').chain('A'..='Z').filter(has).collect();
    let at = dice.as_mut().map_or(0, |dice| dice.below(readable.len()));
    readable.get(at).copied().or_else(|| ranges.first().map(|(first, _)| *first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_match_their_pattern() {
        let mut dice = Dice::new(1, "patterns");
        for pattern in ["^ses.*", "^#[0-9a-fA-F]{6}$", "^(a|bc)+_x?$", r"^\d{3}-[^a-z]$", ""] {
            let schema = serde_json::json!({ "pattern": pattern });
            let short = matching(pattern, None).expect("a text");
            assert!(jsonschema::is_valid(&schema, &short.as_str().into()), "{pattern}: {short}");
            for _ in 0..20 {
                let text = matching(pattern, Some(&mut dice)).expect("a text");
                assert!(jsonschema::is_valid(&schema, &text.as_str().into()), "{pattern}: {text}");
            }
        }
    }

    #[test]
    fn what_only_javascript_understands_gives_none() {
        for beyond in ["^(?=a)b", r"^(a)\1$", "a{100000}", "("] {
            assert_eq!(matching(beyond, None), None, "{beyond}");
        }
    }
}
