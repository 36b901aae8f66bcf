//! The form in which contracts are kept: one member or element per line, two spaces per level, a line break at the end.
//!
//! Servers send a contract as one line of a hundred kilobytes, in which no review and no `git diff` finds anything.
//! Only white space between tokens changes: the order of members, the spelling of numbers and the escapes in strings
//! stay, so that the same answer always gives the same file.

/// Lays out a JSON text. What is laid out already stays as it is, to the byte.
pub fn lay_out(json: &str) -> String {
    let mut laid = String::with_capacity(json.len() * 2);
    let mut depth = 0_usize;
    let mut rest = json.char_indices();
    while let Some((start, character)) = rest.next() {
        match character {
            '"' => {
                let mut end = start + 1;
                let mut escaped = false;
                for (at, character) in rest.by_ref() {
                    end = at + character.len_utf8();
                    match character {
                        _ if escaped => escaped = false,
                        '\\' => escaped = true,
                        '"' => break,
                        _ => {}
                    }
                }
                laid.push_str(&json[start..end]);
            }
            '{' | '[' => {
                depth += 1;
                laid.push(character);
                line_break(&mut laid, depth);
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                let inner = laid.trim_end_matches([' ', '\n']).len();
                let is_empty = laid[..inner].ends_with(['{', '[']);
                laid.truncate(inner);
                if !is_empty {
                    line_break(&mut laid, depth);
                }
                laid.push(character);
            }
            ',' => {
                laid.push(character);
                line_break(&mut laid, depth);
            }
            ':' => laid.push_str(": "),
            ' ' | '\t' | '\n' | '\r' => {}
            other => laid.push(other),
        }
    }
    laid.push('\n');
    laid
}

fn line_break(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    #[test]
    fn only_white_space_changes() {
        assert_eq!(
            lay_out("{\"a\":[1.0,2E5,\"{ \\\"\\u00e9:, é\\\\\"],\"b\": { },\r\n\"c\":[\t]}"),
            "{\n  \"a\": [\n    1.0,\n    2E5,\n    \"{ \\\"\\u00e9:, é\\\\\"\n  ],\n  \"b\": {},\n  \"c\": []\n}\n"
        );
        assert_eq!(lay_out(" 1 "), "1\n");
    }

    #[test]
    fn kept_contracts_are_laid_out() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        for file in ["tests/data/opencode-1.2.6.json", "tests/data/opencode-1.2.15.json"] {
            let text = fs::read_to_string(here.join(file)).expect("readable");
            assert!(lay_out(&text) == text, "{file}");
            let compact = serde_json::from_str::<Value>(&text).expect("JSON").to_string();
            assert!(lay_out(&compact) == text, "{file}, from one line");
        }
    }

    proptest! {
        #[test]
        fn it_says_what_serde_json_says_and_stays(
            text in r#"[a-z"\\ \n{}\[\]é]{0,9}"#,
            numbers in prop::collection::vec(any::<i32>(), 0..4),
        ) {
            let value = serde_json::json!({ text.as_str(): [numbers, text, {}], "b": { "c": text } });
            let pretty = format!("{value:#}\n");
            prop_assert_eq!(&lay_out(&value.to_string()), &pretty);
            prop_assert_eq!(&lay_out(&pretty), &pretty);
        }
    }
}
