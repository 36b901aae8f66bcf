//! Variables of a story: what earlier answers gave, put into later calls.

use std::time::{SystemTime, UNIX_EPOCH};

use indexmap::IndexMap;
use serde_json::Value;

/// The name that stands for a brace, so that a text which has some is no placeholder.
const BRACE: &str = "literal:brace";

/// Names and values. `ascending:PREFIX` need not be set: it is a fresh id of that prefix each time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Variables(IndexMap<String, Value>);

/// A call needs a variable that no answer gave.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Missing(pub String);

impl Variables {
    pub fn set(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// `text` with every `{name}` replaced.
    pub fn text(&self, text: &str) -> Result<String, Missing> {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, name, after)) = placeholder(rest) {
            filled.push_str(before);
            match self.value(name)? {
                Value::String(value) => filled.push_str(&value),
                other => filled.push_str(&other.to_string()),
            }
            rest = after;
        }
        filled.push_str(rest);
        Ok(filled)
    }

    /// `value` with the placeholders of all its texts replaced; a text that is one placeholder becomes its value.
    pub fn fill(&self, value: &Value) -> Result<Value, Missing> {
        Ok(match value {
            Value::String(text) => match placeholder(text) {
                Some(("", name, "")) => self.value(name)?,
                _ => Value::String(self.text(text)?),
            },
            Value::Array(items) => items.iter().map(|item| self.fill(item)).collect::<Result<_, _>>()?,
            Value::Object(members) => {
                let filled = members.iter().map(|(name, member)| Ok((name.clone(), self.fill(member)?)));
                Value::Object(filled.collect::<Result<_, _>>()?)
            }
            other => other.clone(),
        })
    }

    fn value(&self, name: &str) -> Result<Value, Missing> {
        if let Some(prefix) = name.strip_prefix("ascending:") {
            return Ok(Value::String(ascending_id(prefix)));
        }
        if name == BRACE {
            return Ok(Value::String("{".to_owned()));
        }
        self.0.get(name).cloned().ok_or_else(|| Missing(name.to_owned()))
    }
}

/// A text that stands for itself, whatever braces are in it.
pub(crate) fn literal(text: &str) -> String {
    text.replace('{', &format!("{{{BRACE}}}"))
}

/// The first `{name}` of a text, and what stands before and after it.
fn placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = from + text[from..].find('{')?;
        let inside = &text[open + 1..];
        let end = inside.find(|character: char| !(character.is_ascii_alphanumeric() || character == ':'));
        match end {
            Some(end) if end > 0 && inside[end..].starts_with('}') => {
                return Some((&text[..open], &inside[..end], &inside[end + 1..]));
            }
            _ => from = open + 1,
        }
    }
}

/// An id as clients make them: the prefix, twelve hex digits that grow with time, fourteen characters.
///
/// The order matters: a server runs on until its newest assistant message sorts after the newest user message.
fn ascending_id(prefix: &str) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_millis());
    let ticks = (now * 4096 + 1) & 0xffff_ffff_ffff;
    format!("{prefix}_{ticks:012x}conformance000")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn variables() -> Variables {
        let mut variables = Variables::default();
        variables.set("sessionID", json!("ses_1"));
        variables.set("part", json!({"type": "text"}));
        variables
    }

    #[test]
    fn texts_are_filled_and_other_braces_stay() {
        let text = |text: &str| variables().text(text).expect("known");
        assert_eq!(text("/session/{sessionID}/{sessionID}"), "/session/ses_1/ses_1");
        assert_eq!(text("{} {\"a\": 1} {sessionID}"), "{} {\"a\": 1} ses_1");
        assert_eq!(variables().text("{nope}"), Err(Missing("nope".into())));
    }

    #[test]
    fn a_literal_text_is_no_placeholder() {
        for text in ["{sessionID}", "{", "a {b} {{c}}", "none"] {
            assert_eq!(variables().text(&literal(text)).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_whole_placeholder_keeps_its_type() {
        let filled =
            variables().fill(&json!({"part": "{part}", "list": ["x{sessionID}", 1]})).expect("known");
        assert_eq!(filled, json!({"part": {"type": "text"}, "list": ["xses_1", 1]}));
    }

    #[test]
    fn fresh_ids_have_the_form_of_ids() {
        let id = variables().text("{ascending:msg}").expect("always known");
        assert_eq!((id.len(), &id[..4]), (4 + 12 + 14, "msg_"));
        assert!(id[4..16].bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");
    }
}
