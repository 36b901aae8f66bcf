//! JSON pointers (RFC 6901): how every finding names its place in a document.
//!
//! [`Pointer`] is built downwards while walking and printed as a URI fragment (`#/paths/~1session/get`), the form
//! that `$ref` uses too.

use std::borrow::Cow;
use std::fmt;
use std::fmt::Write as _;

use serde_json::Value;

use super::find::descend;

/// A place inside a JSON document. The root is the empty pointer and prints as `#`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// Reads the target of a `$ref` inside its own document: `#` or `#/…`, percent-encoding included.
    /// `None` when it leads into another document or is not a pointer.
    pub fn from_reference(reference: &str) -> Option<Self> {
        let pointer = percent_decode(reference.strip_prefix('#')?)?;
        (pointer.is_empty() || pointer.starts_with('/')).then_some(Self(pointer))
    }

    /// The member `name` of this place.
    #[must_use]
    pub fn child(&self, name: &str) -> Self {
        let mut child = Self(String::with_capacity(self.0.len() + 1 + name.len()));
        child.0.push_str(&self.0);
        child.enter(name);
        child
    }

    /// The element `index` of this place.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// Goes to the member `name`. A walk keeps one pointer; what this gives leads [`Pointer::leave`] back.
    pub(super) fn enter(&mut self, name: &str) -> usize {
        let here = self.0.len();
        self.0.push('/');
        // Few names hold a letter that must be escaped; the others are taken in one piece.
        let mut rest = name;
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'~' | b'/')) {
            self.0.push_str(&rest[..at]);
            self.0.push_str(if rest.as_bytes()[at] == b'~' { "~0" } else { "~1" });
            rest = &rest[at + 1..];
        }
        self.0.push_str(rest);
        here
    }

    /// Goes to the element `index`, as [`Pointer::enter`] does to a member.
    pub(super) fn enter_index(&mut self, index: usize) -> usize {
        let here = self.0.len();
        // Writing to a text cannot fail.
        let _ = write!(self.0, "/{index}");
        here
    }

    /// Back to where [`Pointer::enter`] was called.
    pub(super) fn leave(&mut self, to: usize) {
        self.0.truncate(to);
    }

    /// Several members down in one step.
    #[must_use]
    pub fn below(&self, names: &[&str]) -> Self {
        names.iter().fold(self.clone(), |pointer, name| pointer.child(name))
    }

    /// The place that holds this one; the root holds itself.
    #[must_use]
    pub fn parent(&self) -> Self {
        Self(self.0.rfind('/').map_or_else(String::new, |cut| self.0[..cut].to_owned()))
    }

    /// The place so many steps down from the root on the way to this one.
    #[cfg(feature = "generate")]
    pub(crate) fn start(&self, steps: usize) -> Self {
        let end = self.0.match_indices('/').nth(steps).map_or(self.0.len(), |(end, _)| end);
        Self(self.0[..end].to_owned())
    }

    /// The unescaped last step; empty at the root.
    pub fn last(&self) -> Cow<'_, str> {
        self.0.rsplit_once('/').map_or(Cow::Borrowed(""), |(_, token)| unescape(token))
    }

    /// The unescaped steps from the root down to this place.
    pub fn steps(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(unescape)
    }

    /// Whether this place lies inside `other` or is it.
    pub fn is_within(&self, other: &Pointer) -> bool {
        self.0.strip_prefix(&other.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The value at this place of `document`.
    pub fn get<'a>(&self, document: &'a Value) -> Option<&'a Value> {
        descend(document, &self.0)
    }

    /// The name of the schema that stands here, if this is a place of a named one.
    #[cfg(feature = "generate")]
    pub(crate) fn schema_name(&self) -> Option<Cow<'_, str>> {
        let name = self.0.strip_prefix("/components/schemas/")?;
        (!name.contains('/')).then(|| unescape(name))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

pub(super) fn unescape(token: &str) -> Cow<'_, str> {
    if !token.as_bytes().contains(&b'~') {
        return Cow::Borrowed(token);
    }
    let mut plain = String::with_capacity(token.len());
    let mut letters = token.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_slash =
            letter == '~' && letters.next_if_eq(&'0').is_none() && letters.next_if_eq(&'1').is_some();
        plain.push(if is_slash { '/' } else { letter });
    }
    Cow::Owned(plain)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let code = digit(rest.next())? * 16 + digit(rest.next())?;
            bytes.push(u8::try_from(code).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_escaped_and_print_as_a_fragment() {
        let pointer = Pointer::root().below(&["paths", "/a~b/{id}", "get"]).index(0);
        assert_eq!(pointer.to_string(), "#/paths/~1a~0b~1{id}/get/0");
        assert_eq!(pointer.parent().parent().last(), "/a~b/{id}");
        assert_eq!(Pointer::root().to_string(), "#");
        assert_eq!(pointer.steps().collect::<Vec<_>>(), ["paths", "/a~b/{id}", "get", "0"]);
        assert_eq!(Pointer::root().steps().count(), 0);
    }

    #[test]
    fn a_reference_may_be_percent_encoded() {
        assert_eq!(
            Pointer::from_reference("#/paths/~1a%7Bid%7D"),
            Some(Pointer::root().below(&["paths", "/a{id}"]))
        );
        assert_eq!(Pointer::from_reference("#"), Some(Pointer::root()));
        for elsewhere in ["other.json#/a", "Session", "#name", "#/%zz", "#/%e"] {
            assert_eq!(Pointer::from_reference(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn a_place_is_found_as_the_standard_says() {
        let document = serde_json::json!({"a/b~c": [10, {"": 11}], "01": 12, "~1": 13, "~~/": 14, "~2~": 15});
        let at = |pointer: &str| Pointer(pointer.to_owned()).get(&document);
        for pointer in [
            "",
            "/a~1b~0c/0",
            "/a~1b~0c/1/",
            "/01",
            "/~01",
            "/~0~0~1",
            "/~~0~1",
            "/~2~",
            "/a~1b~0c/01",
            "/a~1b~0c/+1",
            "/a~1b~0c/2",
            "/x",
            "/01/0",
        ] {
            assert_eq!(at(pointer), document.pointer(pointer), "{pointer}");
        }
        assert_eq!(at("/a~1b~0c/1/"), Some(&11.into()));
    }

    #[test]
    fn within_means_whole_steps() {
        let a = Pointer::root().child("a");
        assert!(a.child("b").is_within(&a) && a.is_within(&a));
        assert!(!Pointer::root().child("ab").is_within(&a));
    }
}
