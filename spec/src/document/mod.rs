//! The contract as a document: every keyword kept, every value with its place in the file.
//!
//! Start from [`Document`]. Reading one already refuses what nothing else here could work with: text that is not
//! JSON, another kind of document, a `$ref` that leads nowhere or in a circle, a part of another JSON type than
//! OpenAPI gives it. What is wrong in a readable document is told by [`lint`](crate::lint).

mod find;
mod json;
mod layout;
mod operations;
mod pointer;
mod references;
mod shape;
mod walk;

use std::fmt;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use self::json::Places;

#[cfg(feature = "generate")]
pub(crate) use find::{entry, get, meant, member_mut};
pub use find::{follow, reference};
pub(crate) use find::{member, resolve};
pub use layout::lay_out;
pub(crate) use operations::members;
pub use operations::{METHODS, Operation, Parameter, operations};
pub use pointer::Pointer;
pub use walk::walk;

use crate::diagnostic::{Diagnostic, Position};

/// A document larger than this, in bytes, is refused unread: no contract is, and what is may well be endless.
pub const MAX_BYTES: usize = 64 << 20;

/// An OpenAPI 3.1 document without a broken reference and a part of the wrong type.
#[derive(Clone, Debug)]
pub struct Document {
    source: String,
    text: String,
    value: Value,
    places: Places,
    duplicates: Vec<(Pointer, usize)>,
}

/// Why a source is no contract we can read: at least one finding.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub struct Unreadable(pub Vec<Diagnostic>);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, finding) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n\n")?;
            }
            finding.fmt(f)?;
        }
        Ok(())
    }
}

impl From<Diagnostic> for Unreadable {
    fn from(finding: Diagnostic) -> Self {
        Self(vec![finding])
    }
}

impl Document {
    /// Reads a file. Findings name it as `source`, which usually is the path as the user wrote it.
    ///
    /// # Errors
    /// The file cannot be read, or [`Document::from_bytes`] refuses what is in it.
    pub fn read(path: &Path, source: impl Into<String>) -> Result<Self, Unreadable> {
        let source = source.into();
        match read_file(path) {
            Ok(bytes) => Self::from_bytes(source, bytes),
            Err(error) => Err(Diagnostic::about(source, format!("cannot be read: {error}")).into()),
        }
    }

    /// # Errors
    /// The bytes are not UTF-8, or [`Document::parse`] refuses the text.
    pub fn from_bytes(source: impl Into<String>, bytes: Vec<u8>) -> Result<Self, Unreadable> {
        let source = source.into();
        match String::from_utf8(bytes) {
            Ok(text) => Self::parse(source, text),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(&error.as_bytes()[..valid]);
                let message = "not JSON: this is not UTF-8 text".to_owned();
                Err(Diagnostic::at(&source, &text, valid, Pointer::root(), message).into())
            }
        }
    }

    /// # Errors
    /// The text is not JSON, not an OpenAPI 3.1 document, has a `$ref` that leads nowhere or in a circle, or a part of
    /// the wrong type.
    pub fn parse(source: impl Into<String>, text: impl Into<String>) -> Result<Self, Unreadable> {
        let (source, text) = (source.into(), text.into());
        let parsed = match json::parse(&text) {
            Ok(parsed) => parsed,
            Err(error) => {
                let message = format!("not JSON: {}", error.message);
                return Err(Diagnostic::at(&source, &text, error.offset, error.pointer, message).into());
            }
        };
        let document =
            Self { source, text, value: parsed.value, places: parsed.places, duplicates: parsed.duplicates };
        document.require_openapi_3_1()?;
        let mut findings = references::broken(&document);
        if findings.is_empty() {
            findings = references::circular(&document);
        }
        if findings.is_empty() {
            findings = shape::wrong(&document);
        }
        if findings.is_empty() { Ok(document) } else { Err(Unreadable(findings)) }
    }

    /// The same document in the form in which contracts are kept, see [`lay_out`]: with a line for every position.
    #[must_use]
    pub fn laid_out(self) -> Self {
        let text = lay_out(&self.text);
        if text == self.text {
            return self;
        }
        match Self::parse(self.source.clone(), text) {
            Ok(laid) => laid,
            // Only white space has changed, so this is not reached; the document as it came is right in any case.
            Err(_) => self,
        }
    }

    fn require_openapi_3_1(&self) -> Result<(), Unreadable> {
        let (place, found) = match (&self.value, self.value.get("openapi"), self.value.get("swagger")) {
            (_, Some(Value::String(version)), _) if version == "3.1" || version.starts_with("3.1.") => {
                return Ok(());
            }
            (_, Some(version), _) => ("openapi", format!("its `openapi` is {version}")),
            (_, None, Some(version)) => ("swagger", format!("it is Swagger {version}")),
            (Value::Object(members), None, None) if members.is_empty() => {
                ("", "it is an empty object".to_owned())
            }
            (Value::Object(members), None, None) => {
                let names: Vec<&str> = members.keys().take(5).map(String::as_str).collect();
                ("", format!("it has no `openapi`, only `{}`", names.join("`, `")))
            }
            (Value::Array(_), ..) => ("", "it is an array".to_owned()),
            (Value::String(_), ..) => ("", "it is a string".to_owned()),
            (scalar, ..) => ("", format!("it is {scalar}")),
        };
        let pointer = if place.is_empty() { Pointer::root() } else { Pointer::root().child(place) };
        Err(self.diagnostic(&pointer, format!("not an OpenAPI 3.1 document: {found}")).into())
    }

    /// The file or URL, as the user named it.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The document byte for byte.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The document as JSON, members in the order of the file.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The contract's `info.version`. OpenCode writes `0.0.3` in every release, so only [`Document::digest`] tells
    /// releases apart.
    pub fn version(&self) -> Option<&str> {
        self.value.pointer("/info/version")?.as_str()
    }

    /// SHA-256 of the bytes in hexadecimal, what `sha256sum` prints.
    pub fn digest(&self) -> String {
        Sha256::digest(self.text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    pub fn operations(&self) -> Vec<Operation<'_>> {
        operations(&self.value)
    }

    /// How many schemas have a name.
    pub fn schemas(&self) -> usize {
        self.value.get("components").map_or(0, |components| members(components, "schemas").count())
    }

    /// Where the value at `pointer` begins; for a place that does not exist, where the closest one around it does.
    pub fn position(&self, pointer: &Pointer) -> Position {
        self.diagnostic(pointer, "").position.unwrap_or(Position { line: 1, column: 1 })
    }

    /// The byte at which the value at `pointer`, or the closest one around it that exists, begins.
    pub(crate) fn offset(&self, pointer: &Pointer) -> usize {
        self.places.offset(&self.value, pointer)
    }

    /// A finding about the value at `pointer`, or the closest one around it that exists.
    pub fn diagnostic(&self, pointer: &Pointer, message: impl Into<String>) -> Diagnostic {
        let offset = self.offset(pointer);
        Diagnostic::at(&self.source, &self.text, offset, pointer.clone(), message.into())
    }

    /// Members that stand twice in their object; JSON readers keep the last one and forget the other.
    pub(crate) fn duplicate_members(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        self.duplicates.iter().map(|(pointer, offset)| {
            let message = format!("the member `{}` stands twice in this object", pointer.last());
            Diagnostic::at(&self.source, &self.text, *offset, pointer.clone(), message)
        })
    }
}

/// A whole file, unless it is too large.
///
/// # Errors
/// It is, or it cannot be read.
pub(crate) fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_file() && metadata.len() > MAX_BYTES as u64 {
        return Err(too_large());
    }
    read_limited(file)
}

/// Everything that `reader` gives, unless that is more than [`MAX_BYTES`]: then it is read no further.
///
/// # Errors
/// It is too large, or cannot be read.
pub(crate) fn read_limited(reader: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES { Err(too_large()) } else { Ok(bytes) }
}

/// What is told of a source beyond [`MAX_BYTES`], wherever it comes from.
pub(crate) fn too_large() -> io::Error {
    let message = format!("it is larger than {} MiB, the most that is read", MAX_BYTES >> 20);
    io::Error::new(io::ErrorKind::FileTooLarge, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        Document::parse("a.json", text).expect_err(text).to_string()
    }

    #[test]
    fn another_kind_of_document_is_named() {
        let first = |text: &str| refusal(text).lines().next().unwrap_or_default().to_owned();
        let start = "not an OpenAPI 3.1 document:";
        assert_eq!(
            first(r#"{"openapi": "3.0.3"}"#),
            format!(r#"a.json:1:13: {start} its `openapi` is "3.0.3""#)
        );
        assert_eq!(first(r#"{"openapi": 3.1}"#), format!("a.json:1:13: {start} its `openapi` is 3.1"));
        assert_eq!(first(r#"{"swagger": "2.0"}"#), format!(r#"a.json:1:13: {start} it is Swagger "2.0""#));
        assert_eq!(
            first(r#"{"name": 1, "version": 2}"#),
            format!("a.json:1:1: {start} it has no `openapi`, only `name`, `version`")
        );
        assert_eq!(first("[]"), format!("a.json:1:1: {start} it is an array"));
        assert_eq!(first("null"), format!("a.json:1:1: {start} it is null"));
        assert_eq!(first("{}"), format!("a.json:1:1: {start} it is an empty object"));
    }

    #[test]
    fn text_that_is_not_json_is_placed() {
        assert_eq!(
            refusal("{\n  \"openapi\": \"3.1.1\",\n  \"paths\": {,}\n}"),
            "a.json:3:13: not JSON: expected a member name in double quotes, found `,`\n  at #/paths\n  \
             | \"paths\": {,}\n  |           ^"
        );
        let bytes =
            Document::from_bytes("a.json", b"{\"a\xff\": 1}".to_vec()).expect_err("not UTF-8").to_string();
        assert!(bytes.starts_with("a.json:1:4: not JSON: this is not UTF-8 text"), "{bytes}");
    }

    #[test]
    fn a_missing_file_is_named() {
        let error =
            Document::read(Path::new("/nowhere/at.json"), "at.json").expect_err("no such file").to_string();
        assert!(error.starts_with("at.json: cannot be read: "), "{error}");
    }

    #[test]
    fn a_place_that_is_missing_is_shown_where_it_should_be() {
        let document = Document::parse("a.json", "{\"openapi\": \"3.1.0\",\n \"info\": {}}").expect("valid");
        let place = Pointer::root().below(&["info", "version"]);
        assert_eq!(document.position(&place), Position { line: 2, column: 10 });
        assert_eq!(document.version(), None);
    }

    #[test]
    fn the_digest_is_that_of_the_file() {
        let document = Document::parse("a.json", r#"{"openapi":"3.1.0"}"#).expect("valid");
        assert_eq!(document.digest(), "1f7b61c52c664d551376cf25d7c387f8c0832ba9fe00995f7d12dd1909ea0de5");
    }
}
