//! A JSON reader that remembers where everything stood.
//!
//! It accepts exactly what `serde_json` accepts (scalars are handed to it), and adds what a report to a person
//! needs: where every value begins, members that occur twice, and, when the text is not JSON, the place in the
//! document at which it stopped being so.

use std::collections::{HashMap, HashSet};

use serde_json::map::Entry;
use serde_json::{Map, Value};

use super::Pointer;

/// Nesting beyond this is refused, as in `serde_json`: it would exhaust the stack of every later walk.
const MAX_DEPTH: usize = 127;

/// How many values a text may have: beyond that, 64 megabytes of zeros would ask for gigabytes. The largest contracts
/// known have a hundredth of it.
const MAX_VALUES: usize = 4_000_000;

/// A JSON text that has been read.
#[derive(Debug)]
pub(super) struct Parsed {
    pub value: Value,
    pub places: Places,
    /// Members whose object already had one of that name, with the byte offset of the later one.
    pub duplicates: Vec<(Pointer, usize)>,
}

/// Where every value begins: a value before its members or elements, these in their order.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(Vec<Place>);

#[derive(Clone, Copy, Debug)]
struct Place {
    /// Byte offset.
    start: u32,
    /// How many places this one and those in it are: so many on is its next sibling.
    count: u32,
}

impl Places {
    /// The byte at which the value at `pointer`, or the closest one around it that exists, begins.
    pub(super) fn offset(&self, value: &Value, pointer: &Pointer) -> usize {
        let (mut place, mut value) = (0, value);
        for step in pointer.steps() {
            let part = match value {
                Value::Object(members) => {
                    let mut all = members.iter().enumerate();
                    all.find(|(_, (name, _))| **name == step).map(|(index, (_, member))| (index, member))
                }
                Value::Array(elements) => {
                    step.parse().ok().and_then(|index: usize| Some((index, elements.get(index)?)))
                }
                _ => None,
            };
            let Some((index, part)) = part else { break };
            place = (0..index).fold(place + 1, |place, _| place + self.0[place].count as usize);
            value = part;
        }
        self.0[place].start as usize
    }
}

/// Why a text is not JSON.
#[derive(Debug, PartialEq)]
pub(super) struct SyntaxError {
    /// Byte offset.
    pub offset: usize,
    /// The innermost value that was being read.
    pub pointer: Pointer,
    pub message: String,
}

pub(super) fn parse(text: &str) -> Result<Parsed, SyntaxError> {
    parse_within(text, MAX_VALUES)
}

fn parse_within(text: &str, values: usize) -> Result<Parsed, SyntaxError> {
    let mut reader = Reader {
        text,
        offset: 0,
        way: Vec::new(),
        places: Vec::new(),
        members: Vec::new(),
        elements: Vec::new(),
        duplicates: Vec::new(),
        values,
    };
    let value = reader.value(0)?;
    reader.skip_whitespace();
    if reader.offset < text.len() {
        return Err(reader.unexpected("the end of the document"));
    }
    // They were found at the ends of their objects.
    reader.duplicates.sort_by_key(|(_, offset)| *offset);
    Ok(Parsed { value, places: Places(reader.places), duplicates: reader.duplicates })
}

struct Reader<'a> {
    text: &'a str,
    offset: usize,
    /// From the root to the value that is being read.
    way: Vec<Step>,
    places: Vec<Place>,
    /// Members and elements of what is not read to its end, so that each object and array is made in one piece.
    members: Vec<Member>,
    elements: Vec<Value>,
    duplicates: Vec<(Pointer, usize)>,
    /// How many further values there may be.
    values: usize,
}

struct Member {
    /// The byte at which its name stands.
    start: usize,
    name: String,
    value: Value,
}

/// One step of the way. Only a mistake asks for it as a pointer.
enum Step {
    /// The member whose name stands at this byte.
    Member(usize),
    Element(usize),
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        self.skip_whitespace();
        let start = self.offset;
        if depth > MAX_DEPTH {
            return Err(self.error(start, format!("more than {MAX_DEPTH} values are nested here")));
        }
        let (Some(values), Ok(place_start)) = (self.values.checked_sub(1), u32::try_from(start)) else {
            return Err(self.error(start, "the values before this one are more than can be held".to_owned()));
        };
        self.values = values;
        let place = self.places.len();
        self.places.push(Place { start: place_start, count: 1 });
        let value = match self.peek() {
            Some(b'{') => self.object(depth, place)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => Value::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => {
                let length =
                    self.length_while(|byte| matches!(byte, b'-' | b'+' | b'.' | b'0'..=b'9' | b'e' | b'E'));
                self.scalar(length)?
            }
            Some(byte) if byte.is_ascii_alphabetic() => {
                let length = self.length_while(|byte| byte.is_ascii_alphanumeric());
                self.scalar(length)?
            }
            _ => return Err(self.unexpected("a value")),
        };
        // There are no more of them than bytes before here.
        self.places[place].count = (self.places.len() - place) as u32;
        Ok(value)
    }

    fn object(&mut self, depth: usize, place: usize) -> Result<Value, SyntaxError> {
        let first = self.members.len();
        self.offset += 1;
        loop {
            self.skip_whitespace();
            match self.peek() {
                Some(b'}') if self.members.len() == first => break,
                Some(b'"') => {}
                Some(b'}') => return Err(self.unexpected("a member after the comma")),
                _ => return Err(self.unexpected("a member name in double quotes")),
            }
            let start = self.offset;
            let name = self.string()?;
            self.way.push(Step::Member(start));
            self.skip_whitespace();
            self.expect(b':', "`:` after the member name")?;
            let value = self.value(depth + 1)?;
            self.members.push(Member { start, name, value });
            self.way.pop();
            self.skip_whitespace();
            match self.peek() {
                Some(b',') => self.offset += 1,
                Some(b'}') => break,
                _ => return Err(self.unexpected("`,` or `}` after the member")),
            }
        }
        self.offset += 1;
        let mut object = Map::with_capacity(self.members.len() - first);
        let mut twice = Vec::new();
        for (number, Member { start, name, value }) in self.members.drain(first..).enumerate() {
            match object.entry(name) {
                Entry::Vacant(entry) => {
                    entry.insert(value);
                }
                // The later one counts, in the order of the first.
                Entry::Occupied(mut entry) => {
                    let value = entry.insert(value);
                    twice.push((number, Member { start, name: entry.key().clone(), value }));
                }
            }
        }
        if !twice.is_empty() {
            self.remember_twice(&object, twice, place);
        }
        Ok(Value::Object(object))
    }

    /// Notes which members of the object at `place` stand twice, and keeps the places of those that count.
    fn remember_twice(&mut self, object: &Map<String, Value>, twice: Vec<(usize, Member)>, place: usize) {
        let read = self.places.split_off(place + 1);
        let mut rest = read.as_slice();
        let mut members = Vec::new();
        while let Some(next) = rest.first() {
            let (member, others) = rest.split_at(next.count as usize);
            members.push(member);
            rest = others;
        }
        let later: HashSet<usize> = twice.iter().map(|(number, _)| *number).collect();
        let mut kept: Vec<usize> = (0..members.len()).filter(|number| !later.contains(number)).collect();
        let indices: HashMap<&str, usize> =
            object.keys().enumerate().map(|(index, name)| (name.as_str(), index)).collect();
        for (number, Member { start, name, .. }) in twice {
            kept[indices[name.as_str()]] = number;
            self.duplicates.push((self.pointer().child(&name), start));
        }
        self.places.extend(kept.into_iter().flat_map(|number| members[number]));
    }

    fn array(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        let first = self.elements.len();
        self.offset += 1;
        loop {
            self.skip_whitespace();
            match self.peek() {
                Some(b']') if self.elements.len() == first => break,
                Some(b']') => return Err(self.unexpected("an element after the comma")),
                _ => {}
            }
            self.way.push(Step::Element(self.elements.len() - first));
            let value = self.value(depth + 1)?;
            self.elements.push(value);
            self.way.pop();
            self.skip_whitespace();
            match self.peek() {
                Some(b',') => self.offset += 1,
                Some(b']') => break,
                _ => return Err(self.unexpected("`,` or `]` after the element")),
            }
        }
        self.offset += 1;
        Ok(Value::Array(self.elements.drain(first..).collect()))
    }

    fn string(&mut self) -> Result<String, SyntaxError> {
        let start = self.offset;
        let bytes = self.text.as_bytes();
        let mut end = start + 1;
        let mut is_plain = true;
        loop {
            match bytes.get(end) {
                None => return Err(self.error(start, "this string is never closed".to_owned())),
                Some(b'"') => break,
                Some(b'\\') => {
                    is_plain = false;
                    end += 2;
                }
                Some(byte) => {
                    is_plain &= *byte >= b' ';
                    end += 1;
                }
            }
        }
        if is_plain {
            self.offset = end + 1;
            return Ok(self.text[start + 1..end].to_owned());
        }
        let literal = &self.text[start..=end];
        let string = serde_json::from_str(literal).map_err(|error| {
            // `serde_json` counts lines too, but a raw line break is itself the error, so this is where it stands.
            self.error(start + error.column().saturating_sub(1).min(literal.len() - 1), plain(&error))
        })?;
        self.offset = end + 1;
        Ok(string)
    }

    /// A number or a word: `serde_json` decides whether it is one.
    fn scalar(&mut self, length: usize) -> Result<Value, SyntaxError> {
        let literal = &self.text[self.offset..self.offset + length];
        let value = serde_json::from_str(literal)
            .map_err(|_| self.error(self.offset, format!("`{literal}` is not a JSON value")))?;
        self.offset += length;
        Ok(value)
    }

    fn expect(&mut self, byte: u8, wanted: &str) -> Result<(), SyntaxError> {
        if self.peek() != Some(byte) {
            return Err(self.unexpected(wanted));
        }
        self.offset += 1;
        Ok(())
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.offset).copied()
    }

    fn skip_whitespace(&mut self) {
        self.offset += self.length_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    fn length_while(&self, belongs: impl Fn(u8) -> bool) -> usize {
        self.text.as_bytes()[self.offset..].iter().take_while(|byte| belongs(**byte)).count()
    }

    fn unexpected(&self, wanted: &str) -> SyntaxError {
        let rest = &self.text[self.offset..];
        let found = match rest.chars().next() {
            None => "the document ends".to_owned(),
            Some('/') if rest.starts_with("//") || rest.starts_with("/*") => {
                "found a comment, which JSON does not have".to_owned()
            }
            Some(character) if character.is_control() || character == '\u{feff}' => {
                format!("found the character U+{:04X}", u32::from(character))
            }
            Some(character) => format!("found `{character}`"),
        };
        self.error(self.offset, format!("expected {wanted}, {found}"))
    }

    fn error(&self, offset: usize, message: String) -> SyntaxError {
        SyntaxError { offset, pointer: self.pointer(), message }
    }

    /// Where the value stands that is being read.
    fn pointer(&self) -> Pointer {
        self.way.iter().fold(Pointer::root(), |place, step| match step {
            Step::Member(at) => {
                let name = serde_json::Deserializer::from_str(&self.text[*at..]).into_iter::<String>().next();
                // It has been read before.
                place.child(&name.and_then(Result::ok).unwrap_or_default())
            }
            Step::Element(index) => place.index(*index),
        })
    }
}

/// The message without the position `serde_json` appends: ours is the position in the whole document.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split_once(" at line ").map_or(text.as_str(), |(message, _)| message).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn error(text: &str) -> (usize, String, String) {
        let error = parse(text).expect_err(text);
        (error.offset, error.pointer.to_string(), error.message)
    }

    #[test]
    fn errors_name_the_place() {
        let at = |offset, pointer: &str, message: &str| (offset, pointer.to_owned(), message.to_owned());
        assert_eq!(error(""), at(0, "#", "expected a value, the document ends"));
        assert_eq!(
            error(r#"{"a": [1, 2,]}"#),
            at(12, "#/a", "expected an element after the comma, found `]`")
        );
        assert_eq!(error(r#"{"a": 1,}"#), at(8, "#", "expected a member after the comma, found `}`"));
        assert_eq!(error(r#"{"a": tru}"#), at(6, "#/a", "`tru` is not a JSON value"));
        assert_eq!(error(r#"{"a": 01}"#), at(6, "#/a", "`01` is not a JSON value"));
        assert_eq!(
            error("{\"a\": 1 // one\n}"),
            at(8, "#", "expected `,` or `}` after the member, found a comment, which JSON does not have")
        );
        assert_eq!(error(r#"{a: 1}"#), at(1, "#", "expected a member name in double quotes, found `a`"));
        assert_eq!(error(r#"["\x"]"#), at(3, "#/0", "invalid escape"));
        assert_eq!(error(r#"["abc"#), at(1, "#/0", "this string is never closed"));
        assert_eq!(error("{} {}"), at(3, "#", "expected the end of the document, found `{`"));
        assert_eq!(error("<html>"), at(0, "#", "expected a value, found `<`"));
        let deep = "[".repeat(400);
        assert!(error(&deep).2.contains("nested"));
    }

    #[test]
    fn values_that_would_fill_the_memory_are_refused() {
        let text = format!("{{\"n\": [{}0]}}", "0,".repeat(997));
        parse_within(&text, 1000).expect("it fits");
        let error = parse_within(&text, 999).expect_err("one too many");
        assert_eq!(error.message, "the values before this one are more than can be held");
        assert_eq!(error.offset, text.len() - 3);
    }

    #[test]
    fn a_member_given_twice_is_noticed() {
        let parsed = parse(r#"{"a": 1, "b": {"c": 1, "c": 2}}"#).expect("valid JSON");
        assert_eq!(parsed.duplicates, [(Pointer::root().below(&["b", "c"]), 23)]);
        assert_eq!(parsed.value["b"]["c"], 2);
    }

    #[test]
    fn of_members_given_twice_the_last_one_has_the_place() {
        let text = r#"{"a": [1], "b": 2, "a": {"c": 3}, "d": [4, 5], "b": [{"e": 6}, 7], "a": [8, [9]]}"#;
        let parsed = parse(text).expect("valid JSON");
        let root = Pointer::root();
        let names: Vec<String> =
            parsed.duplicates.iter().map(|(pointer, _)| pointer.last().into_owned()).collect();
        assert_eq!(names, ["a", "b", "a"]);
        for (pointer, rest) in [
            (root.below(&["a", "1", "0"]), "9]]}"),
            (root.below(&["b", "0", "e"]), "6}, 7]"),
            (root.below(&["b", "1"]), "7]"),
            (root.below(&["d", "1"]), "5]"),
            (root.below(&["d", "2"]), "[4, 5]"),
        ] {
            let found = &text[parsed.places.offset(&parsed.value, &pointer)..];
            assert!(found.starts_with(rest), "{pointer}: {found}");
        }
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            (-1e300..1e300).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(5, 64, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::vec((any::<String>(), inner), 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn reads_what_serde_json_writes(value in any_json(), pretty: bool) {
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            let text = text.expect("a value is serialisable");
            let parsed = parse(&text).expect("serde_json wrote it");
            // Not `value`: `serde_json` reads some floating point numbers with the last bit off.
            let value: Value = serde_json::from_str(&text).expect("serde_json wrote it");
            prop_assert_eq!(&parsed.value, &value);
            let mut waiting = vec![(Pointer::root(), &value)];
            while let Some((pointer, expected)) = waiting.pop() {
                let rest = &text[parsed.places.offset(&value, &pointer)..];
                let found = serde_json::Deserializer::from_str(rest).into_iter::<Value>().next();
                prop_assert_eq!(found.and_then(Result::ok), Some(expected.clone()));
                match expected {
                    Value::Object(members) => {
                        waiting.extend(members.iter().map(|(name, member)| (pointer.child(name), member)));
                    }
                    Value::Array(elements) => {
                        let all = elements.iter().enumerate();
                        waiting.extend(all.map(|(index, element)| (pointer.index(index), element)));
                    }
                    _ => {}
                }
            }
        }

        #[test]
        fn accepts_exactly_what_serde_json_accepts(text in r#"[\[\]{}:, "a0.e\-+1\\untrfalse\n]{0,24}"#) {
            let theirs = serde_json::from_str::<Value>(&text).ok();
            prop_assert_eq!(parse(&text).ok().map(|parsed| parsed.value), theirs);
        }
    }
}
