//! Files of recorded exchanges, as browsers and proxies write them: HAR 1.2.
//!
//! Such a file holds whole answers and may be larger than memory, so it is read entry by entry, and of each only what is
//! needed to ask again. Start at [`read`].

use std::io::BufRead;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// As much of an entry as is needed here. Programs differ in what they leave out, and what they write as null.
#[derive(Debug, Deserialize)]
pub(super) struct Entry {
    pub request: Request,
    response: Option<Response>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Request {
    pub method: String,
    /// Absolute.
    pub url: String,
    headers: Option<Vec<Header>>,
    pub post_data: Option<PostData>,
    body_size: Option<i64>,
}

#[derive(Debug, Deserialize)]
struct Header {
    name: String,
    value: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PostData {
    pub mime_type: Option<String>,
    pub text: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Response {
    status: Option<i64>,
}

impl Entry {
    /// What it was answered with, if it was.
    pub fn status(&self) -> Option<u16> {
        let status = u16::try_from(self.response.as_ref()?.status?).ok()?;
        (status > 0).then_some(status)
    }
}

impl Request {
    /// Whether there was a body that is not in the file.
    pub fn lost_its_body(&self) -> bool {
        let text = self.post_data.as_ref().and_then(|data| data.text.as_deref()).unwrap_or_default();
        text.is_empty() && self.body_size.is_some_and(|size| size > 0)
    }

    /// The value of a header, whose name is given in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().flatten().find(|header| header.name.eq_ignore_ascii_case(name))?;
        Some(&found.value)
    }
}

/// Gives every entry of a file, in its order.
///
/// # Errors
/// It cannot be read, or has another form; with line and column.
pub(super) fn read(mut file: impl BufRead, each: &mut dyn FnMut(Entry)) -> serde_json::Result<()> {
    // Some programs begin it with a mark of its encoding, as the format allows.
    let mark = [0xef, 0xbb, 0xbf];
    if file.fill_buf().map_err(serde_json::Error::io)?.starts_with(&mark) {
        file.consume(mark.len());
    }
    let mut reader = serde_json::Deserializer::from_reader(file);
    Member { path: &["log", "entries"], each }.deserialize(&mut reader)?;
    reader.end()
}

/// The list of entries at the end of a path of members; everything beside it is passed over.
struct Member<'a> {
    path: &'static [&'static str],
    each: &'a mut dyn FnMut(Entry),
}

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        if self.path.is_empty() { from.deserialize_seq(self) } else { from.deserialize_map(self) }
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.path.first() {
            Some(name) => write!(formatter, "an object with the member {name:?}"),
            None => formatter.write_str("a list of entries"),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let Some((wanted, path)) = self.path.split_first() else { return Err(A::Error::custom("no list")) };
        let mut found = false;
        while let Some(name) = members.next_key::<String>()? {
            if name == *wanted {
                members.next_value_seed(Member { path, each: self.each })?;
                found = true;
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        if found { Ok(()) } else { Err(A::Error::missing_field(wanted)) }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(entry) = entries.next_element()? {
            (self.each)(entry);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn requests(text: &str) -> Result<Vec<String>, String> {
        let mut found = Vec::new();
        let read = read(text.as_bytes(), &mut |entry| {
            let status = entry.status().map_or("no answer".to_owned(), |status| status.to_string());
            let body = entry.request.post_data.as_ref().and_then(|data| data.text.as_deref());
            let body = body.unwrap_or_default();
            let directory = entry.request.header("x-opencode-directory").unwrap_or_default();
            let Request { method, url, .. } = &entry.request;
            found.push(format!("{method} {url} {body}{directory} {status}"));
        });
        read.map(|()| found).map_err(|error| error.to_string())
    }

    #[test]
    fn entries_are_read_and_everything_else_is_passed_over() {
        let text = r#"{"log": {"version": "1.2", "pages": [{"id": "x"}], "entries": [
            {"startedDateTime": "x", "request": {"method": "GET", "url": "http://h/a", "headers": [
                {"name": "X-OpenCode-Directory", "value": "/p"}]}, "response": {"status": 200, "content": {"text": "…"}}},
            {"request": {"method": "POST", "url": "http://h/b", "postData": {"mimeType": "a/b", "text": "{}"}},
                "response": {"status": null}}
        ], "comment": ""}, "more": 1}"#;
        let found = vec!["GET http://h/a /p 200".to_owned(), "POST http://h/b {} no answer".to_owned()];
        assert_eq!(requests(text), Ok(found.clone()));
        assert_eq!(requests(&format!("\u{feff}{text}")), Ok(found));
    }

    #[test]
    fn other_files_are_refused_with_the_place() {
        for (text, words) in [
            ("", "EOF"),
            ("[]", "an object with the member \"log\""),
            ("{}", "missing field `log`"),
            ("{\"log\": {}}", "missing field `entries`"),
            ("{\"log\": {\"entries\": {}}}", "a list of entries"),
            ("{\"log\": {\"entries\": [{}]}}", "missing field `request` at line 1"),
            ("{\"log\": {\"entries\": []}} x", "trailing characters"),
        ] {
            let error = requests(text).expect_err(text);
            assert!(error.contains(words), "{text}: {error}");
        }
    }
}
