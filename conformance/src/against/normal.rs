//! What differs between any two servers although nothing differs: ids, times, paths, ports. Start from [`Normal::text`].

use std::path::Path;

use serde_json::Value;

/// The beginnings of ids, as in `ses_e04ff43baffeQ6d5TRDzKr7wrQ`.
const PREFIXES: [&str; 9] = ["ses", "msg", "prt", "per", "que", "pty", "tool", "call", "chatcmpl"];
/// Shorter ones are words, but for numbers.
const LEAST_ID: usize = 6;
/// Milliseconds since 1970, of the years 2001 to 2096.
const TIMES: std::ops::Range<f64> = 1.0e12..4.0e12;

/// The replay's own places on one server.
#[derive(Clone, Debug)]
pub(crate) struct Normal {
    places: Vec<(String, &'static str)>,
}

impl Normal {
    /// `base` is the server's URL.
    pub fn new(project: &Path, outside: &Path, base: &str) -> Normal {
        let place = |path: &Path| path.to_string_lossy().into_owned();
        let mut places = vec![(place(project), "{project}"), (place(outside), "{outside}")];
        places.extend(project.parent().map(|root| (place(root), "{root}")));
        places.push((base.to_owned(), "{server}"));
        Normal { places }
    }

    /// A text without what is told by chance.
    pub fn text(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (place, name) in &self.places {
            text = text.replace(place.as_str(), name);
        }
        let elsewhere = text.starts_with("../") || (text.starts_with('/') && text.len() > 1);
        if elsewhere && !text.contains(char::is_whitespace) {
            return "{path}".to_owned();
        }
        let mut normal = String::new();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let end = rest.find(|character: char| !is_word(character)).unwrap_or(rest.len());
            if end == 0 {
                let next = rest.chars().next().map_or(1, char::len_utf8);
                normal.push_str(&rest[..next]);
                rest = &rest[next..];
            } else if let Some((name, length)) =
                time(rest).or_else(|| chance(&rest[..end]).map(|name| (name, end)))
            {
                normal.push_str(&name);
                rest = &rest[length..];
            } else {
                normal.push_str(&rest[..end]);
                rest = &rest[end..];
            }
        }
        normal
    }

    /// A value that is no list and no object, as text that can be compared.
    pub fn scalar(&self, value: &Value) -> String {
        match value {
            Value::String(text) => Value::from(self.text(text)).to_string(),
            Value::Number(number) if number.as_f64().is_some_and(|number| TIMES.contains(&number)) => {
                "{time}".to_owned()
            }
            other => other.to_string(),
        }
    }
}

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

/// What a word is that was made by chance: an id, a hash.
fn chance(word: &str) -> Option<String> {
    if let Some((prefix, rest)) = word.split_once('_')
        && PREFIXES.contains(&prefix)
        && (rest.len() >= LEAST_ID || rest.starts_with(|first: char| first.is_ascii_digit()))
    {
        return Some(format!("{{{prefix}}}"));
    }
    let hash = word.len() >= 32 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let ulid =
        word.len() == 26 && word.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    (hash || ulid).then(|| "{hash}".to_owned())
}

/// A time such as `2026-11-20T22:07:56.029Z` at the beginning, and its length. The port of a loopback URL, too.
fn time(text: &str) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let date = bytes.len() >= 16
        && bytes[..16].iter().zip(b"dddd-dd-ddTdd:dd").all(|(byte, wanted)| match wanted {
            b'd' => byte.is_ascii_digit(),
            _ => byte == wanted,
        });
    if date {
        let end = text.find(|character: char| !(character.is_ascii_digit() || "-T:.Z+".contains(character)));
        return Some(("{time}".to_owned(), end.unwrap_or(text.len())));
    }
    let port = text.strip_prefix("127.0.0.1:")?;
    let digits = port.find(|character: char| !character.is_ascii_digit()).unwrap_or(port.len());
    (digits > 0).then(|| ("127.0.0.1:{port}".to_owned(), "127.0.0.1:".len() + digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_by_chance_has_a_name() {
        let normal =
            Normal::new(Path::new("/tmp/x/project"), Path::new("/tmp/x/outside"), "http://127.0.0.1:4096");
        for (text, wanted) in [
            ("ses_e04ff43baffeQ6d5TRDzKr7wrQ", "{ses}"),
            ("Session not found: ses_e04ff43baffeQ6d5TRDzKr7wrQ.", "Session not found: {ses}."),
            ("New session - 2026-11-20T22:07:56.029Z", "New session - {time}"),
            ("/tmp/x/project/src/a.txt", "{project}/src/a.txt"),
            ("../../home-1/project/a.txt", "{path}"),
            ("in /tmp/x/project/src", "in {project}/src"),
            ("/tmp/x/project", "{project}"),
            ("/home/someone/.config", "{path}"),
            ("http://127.0.0.1:39871/v1", "http://127.0.0.1:{port}/v1"),
            ("0ec7ede50a8517c75cc654187f34faa6e3f35d43", "{hash}"),
            ("tool_call", "tool_call"),
            ("call_6_0", "{call}"),
            ("ünd so weiter", "ünd so weiter"),
            ("/", "/"),
            ("", ""),
        ] {
            assert_eq!(normal.text(text), wanted);
        }
        assert_eq!(normal.scalar(&1795212476029_u64.into()), "{time}");
        assert_eq!(normal.scalar(&5.into()), "5");
    }
}
