//! Which member of a JSON text an error of serde_json is about: [`path`].
//!
//! serde_json says line and column. A decoder that keeps account of the path would be compiled for every type a second
//! time, which took longer than all the rest of this crate; a walk over the text up to that place finds the same.

/// The path of the value that ends, goes on or is about to begin where `error` was found in `text`: for example
/// `[3].parts[0].state`, and `.` for the whole.
pub(crate) fn path(text: &str, error: &serde_json::Error) -> String {
    let mut walk = Walk::default();
    walk.over(&text.as_bytes()[..offset(text, error)]);
    walk.path()
}

/// Bytes of the text that were read when the error was found.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let before = error.line().saturating_sub(1);
    let lines: usize = text.split_inclusive('\n').take(before).map(str::len).sum();
    (lines + error.column()).min(text.len())
}

/// The objects and arrays that are open, from the outside in, each with where in it the walk is. One that was just closed
/// is the member or element under way of the one around it: an error at its end is about it.
#[derive(Default)]
struct Walk {
    open: Vec<Step>,
}

enum Step {
    /// In an object: its member under way, if a colon has said that one is.
    Member { name: String, named: bool },
    /// In an array: the index of its element under way.
    Element(usize),
}

impl Walk {
    fn over(&mut self, read: &[u8]) {
        let mut position = 0;
        while let Some(byte) = read.get(position) {
            position += 1;
            match byte {
                b'{' => self.open.push(Step::Member { name: String::new(), named: false }),
                b'[' => self.open.push(Step::Element(0)),
                b'}' | b']' => {
                    self.open.pop();
                }
                b':' => {
                    if let Some(Step::Member { named, .. }) = self.open.last_mut() {
                        *named = true;
                    }
                }
                b',' => match self.open.last_mut() {
                    Some(Step::Member { named, .. }) => *named = false,
                    Some(Step::Element(index)) => *index += 1,
                    None => {}
                },
                b'"' => {
                    let end = position + text_length(&read[position..]);
                    if let Some(Step::Member { name, named: false }) = self.open.last_mut() {
                        let quoted = read.get(position - 1..=end).unwrap_or_default();
                        *name = serde_json::from_slice(quoted).unwrap_or_default();
                    }
                    position = end + 1;
                }
                _ => {}
            }
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.open {
            match step {
                Step::Member { name, named: true } if path.is_empty() => path.push_str(name),
                Step::Member { name, named: true } => path.extend([".", name]),
                // Between two members, which only the innermost can be: it is about the object.
                Step::Member { .. } => {}
                Step::Element(index) => path.push_str(&format!("[{index}]")),
            }
        }
        if path.is_empty() { ".".to_owned() } else { path }
    }
}

/// Bytes up to the quotation mark that ends a text.
fn text_length(text: &[u8]) -> usize {
    let mut escaped = false;
    let ends = |byte: &u8| {
        let is_end = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        is_end
    };
    text.iter().position(ends).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoding is looked at")]
    struct Node {
        name: String,
        #[serde(default)]
        below: Vec<Node>,
    }

    #[track_caller]
    fn at(text: &str) -> String {
        path(text, &serde_json::from_str::<Node>(text).expect_err("it does not fit"))
    }

    #[test]
    fn the_value_that_does_not_fit_is_named() {
        for (text, place) in [
            (r#"{"name":7}"#, "name"),
            (r#"{"name": [1, {"a": 2}]}"#, "name"),
            (r#"{"below":[],"name":{"a":1}}"#, "name"),
            ("{\n  \"name\": \"größe \\\" }\",\n  \"below\": true\n}", "below"),
            (r#"{"name":"a","below":[{"name":"b"},{"name":null}]}"#, "below[1].name"),
            (r#"{"name":"a","below":[{"name":"b"}, true]}"#, "below[1]"),
            (r#"{"name":"a","below":[{"name":"b","below":[ 7 ]}]}"#, "below[0].below[0]"),
            ("7", "."),
        ] {
            assert_eq!(at(text), place, "{text}");
        }
    }

    #[test]
    fn what_lacks_a_member_is_named() {
        for (text, place) in [
            ("{}", "."),
            (r#"{"below":[]}"#, "."),
            (r#"{"name":"a","below":[{"name":"b"},{"below":[]}]}"#, "below[1]"),
            (r#"{"name":"a","below":[{"name":"b","below":[{}]} ]}"#, "below[0].below[0]"),
        ] {
            assert_eq!(at(text), place, "{text}");
        }
    }

    #[test]
    fn what_is_cut_or_no_json_is_named_by_its_place() {
        for (text, place) in [
            ("", "."),
            ("{", "."),
            (r#"{"name"#, "."),
            (r#"{"name":"#, "name"),
            (r#"{"name":"a\"#, "name"),
            (r#"{"name":"a"}}"#, "."),
            (r#"{"name":"a","below":[{"name":"b"}, nonsense]}"#, "below[1]"),
        ] {
            assert_eq!(at(text), place, "{text}");
        }
    }
}
