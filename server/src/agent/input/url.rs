//! The URLs a file part may carry: `file:`, `data:`, and others that are passed on as they are.
//!
//! Reading what a URL names is done elsewhere. Start from [`FileUrl`].

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

use super::read::Range;

/// Where the content of a file part is.
#[derive(Debug, PartialEq)]
pub enum FileUrl {
    /// A path of this machine, with the lines asked for (`?start=2&end=3`).
    File { path: PathBuf, range: Range },
    /// The content itself.
    Data { bytes: Vec<u8> },
    /// Fetched by the model's provider, if at all.
    Other,
}

/// Why a URL can't be used; the text goes to the model and the person.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum UrlError {
    #[error("Not a usable file URL: {0}")]
    File(String),
    #[error("The data URL can't be decoded")]
    Data,
}

impl FileUrl {
    /// Reads `url`.
    ///
    /// # Errors
    /// A `file:` URL without an absolute path, a `data:` URL whose payload is not what it says.
    pub fn parse(url: &str) -> Result<FileUrl, UrlError> {
        if let Some(data) = url.strip_prefix("data:") {
            return payload(data).map(|bytes| FileUrl::Data { bytes });
        }
        if !url.starts_with("file:") {
            return Ok(FileUrl::Other);
        }
        let refused = || UrlError::File(url.to_owned());
        let parsed = url::Url::parse(url).map_err(|_| refused())?;
        let number = |name: &str| {
            let found = parsed.query_pairs().find(|(key, _)| key == name)?;
            found.1.parse::<usize>().ok().filter(|line| *line > 0)
        };
        let start = number("start");
        // Without a start there is no range: an `end` alone says nothing about the first line.
        let limit = start.zip(number("end")).map(|(start, end)| end.saturating_sub(start) + 1);
        let path = parsed.to_file_path().map_err(|()| refused())?;
        Ok(FileUrl::File { path, range: Range { offset: start, limit } })
    }
}

/// Decodes `[<mime>][;base64],<payload>` (RFC 2397).
fn payload(data: &str) -> Result<Vec<u8>, UrlError> {
    let (head, body) = data.split_once(',').ok_or(UrlError::Data)?;
    let bytes = unescape(body);
    if !head.to_ascii_lowercase().ends_with(";base64") {
        return Ok(bytes);
    }
    let compact: Vec<u8> = bytes.into_iter().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let trimmed = compact.strip_suffix(b"==").or_else(|| compact.strip_suffix(b"=")).unwrap_or(&compact);
    STANDARD_NO_PAD.decode(trimmed).map_err(|_| UrlError::Data)
}

/// A `data:` URL of `bytes`.
pub fn data_url(mime: &str, bytes: &[u8]) -> String {
    format!("data:{mime};base64,{}", STANDARD.encode(bytes))
}

/// Percent-decoding; a malformed escape stays as it is.
fn unescape(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let escaped = bytes.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let code = escaped
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(code.unwrap_or(*byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, offset: Option<usize>, limit: Option<usize>) -> Result<FileUrl, UrlError> {
        Ok(FileUrl::File { path: PathBuf::from(path), range: Range { offset, limit } })
    }

    #[test]
    fn file_urls_name_a_path_and_lines() {
        assert_eq!(FileUrl::parse("file:///a/b%20c.ts"), file("/a/b c.ts", None, None));
        assert_eq!(FileUrl::parse("file:///a/m.ts?start=2&end=3"), file("/a/m.ts", Some(2), Some(2)));
        assert_eq!(FileUrl::parse("file:///a/m.ts?start=5"), file("/a/m.ts", Some(5), None));
        assert_eq!(FileUrl::parse("file:///a/m.ts?end=5"), file("/a/m.ts", None, None));
        assert_eq!(FileUrl::parse("file:///a/m.ts?start=9&end=3"), file("/a/m.ts", Some(9), Some(1)));
        assert!(FileUrl::parse("file://host.example/a").is_err());
    }

    #[test]
    fn data_urls_are_decoded_and_only_their_payload() {
        let text = |text: &str| Ok(FileUrl::Data { bytes: text.as_bytes().to_vec() });
        assert_eq!(FileUrl::parse("data:text/plain;base64,aGVsbG8="), text("hello"));
        assert_eq!(FileUrl::parse("data:text/plain;base64,aGVsbG8"), text("hello"));
        assert_eq!(FileUrl::parse("data:text/plain;charset=utf-8,a%20b%2"), text("a b%2"));
        assert_eq!(FileUrl::parse("data:,"), text(""));
        assert_eq!(FileUrl::parse("data:text/plain"), Err(UrlError::Data));
        assert_eq!(FileUrl::parse("data:;base64,***"), Err(UrlError::Data));
    }

    #[test]
    fn other_urls_are_passed_on() {
        assert_eq!(FileUrl::parse("http://127.0.0.1/x.png"), Ok(FileUrl::Other));
        assert_eq!(FileUrl::parse("memo://one"), Ok(FileUrl::Other));
    }

    #[test]
    fn bytes_become_a_data_url() {
        assert_eq!(data_url("image/png", b"\x89P"), "data:image/png;base64,iVA=");
    }
}
