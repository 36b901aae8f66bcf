//! The members of an object up to its tag, kept so that the type that the tag chooses reads them again.
//!
//! In the usual case texts stand before the tag, if anything. They are borrowed from the input where it allows that, and
//! the rest is read from the live input. With anything else before the tag, the whole object is read and written again
//! with the tag in front: slower, but no type is compiled for one more kind of input. What is chosen by the tag is
//! `unions`' business. Start at [`find_tag`].

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{
    BorrowedStrDeserializer, CowStrDeserializer, MapAccessDeserializer, SeqAccessDeserializer,
};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::{Map, Number, Value};

/// What an object's tag leads to.
pub enum Tagged<'de, A> {
    /// Nothing but texts stands before the tag. Without a tag, all of them are texts.
    Live(Replay<'de, A>),
    /// The whole object as JSON, with the tag in front.
    Again(String),
    /// An object without a tag that is a text.
    Without(Value),
}

/// Reads members up to and including the tag.
///
/// # Errors
/// Those of the input.
pub fn find_tag<'de, A: MapAccess<'de>>(mut map: A, tag: &'static str) -> Result<Tagged<'de, A>, A::Error> {
    let mut read = Vec::new();
    let mut found = None;
    while let Some(Text(key)) = map.next_key()? {
        match map.next_value()? {
            Kept::Text(text) if key == tag => {
                found = Some(text);
                break;
            }
            Kept::Text(text) => {
                if read.is_empty() {
                    // Parts begin with three ids.
                    read.reserve(3);
                }
                read.push((key, text));
            }
            Kept::Other(value) => return whole(read, key, value, map, tag),
        }
    }
    Ok(Tagged::Live(Replay { tag, found, read: read.into_iter(), value: None, live: map }))
}

/// Reads what is left of an object that has something else than texts before its tag, if it has one.
fn whole<'de, A: MapAccess<'de>>(
    read: Vec<(Cow<'de, str>, Cow<'de, str>)>,
    key: Cow<'de, str>,
    value: Value,
    mut map: A,
    tag: &str,
) -> Result<Tagged<'de, A>, A::Error> {
    let texts = read.into_iter().map(|(key, text)| (key.into_owned(), Value::String(text.into_owned())));
    let mut members: Map<String, Value> = texts.collect();
    let mut next = Some((key.into_owned(), value));
    while let Some((key, value)) = next {
        if members.contains_key(&key) {
            return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
        }
        members.insert(key, value);
        next = map.next_entry()?;
    }
    if !members.get(tag).is_some_and(Value::is_string) {
        return Ok(Tagged::Without(Value::Object(members)));
    }
    let first = members.shift_remove_entry(tag);
    let in_front: Map<String, Value> = first.into_iter().chain(members).collect();
    Ok(Tagged::Again(Value::Object(in_front).to_string()))
}

/// What was written again, as `T`. An error has no place: it would be one of a text that nobody has seen.
///
/// # Errors
/// What of it is not of `T`'s form.
pub fn read_again<T: DeserializeOwned, E: Error>(json: &str) -> Result<T, E> {
    serde_json::from_str(json).map_err(|error| {
        let message = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        E::custom(message.strip_suffix(&place).unwrap_or(&message))
    })
}

/// Replays the texts that were read while the tag was looked for, then the tag, then goes on with the live map.
pub struct Replay<'de, A> {
    tag: &'static str,
    found: Option<Cow<'de, str>>,
    read: std::vec::IntoIter<(Cow<'de, str>, Cow<'de, str>)>,
    value: Option<Cow<'de, str>>,
    live: A,
}

impl<'de, A: MapAccess<'de>> Replay<'de, A> {
    /// The tag's text.
    pub fn found(&self) -> Option<&str> {
        self.found.as_deref()
    }

    /// The object as it came.
    ///
    /// # Errors
    /// Those of the input.
    pub fn json(self) -> Result<Value, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(self))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if let Some((key, value)) = self.read.next() {
            self.value = Some(value);
            return seed.deserialize(CowStrDeserializer::new(key)).map(Some);
        }
        if let Some(tag) = self.found.take() {
            self.value = Some(tag);
            return seed.deserialize(BorrowedStrDeserializer::new(self.tag)).map(Some);
        }
        self.live.next_key_seed(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        let Some(text) = self.value.take() else { return self.live.next_value_seed(seed) };
        // A `map_err` would be compiled again for each type.
        match seed.deserialize(KeptText(text)) {
            Ok(value) => Ok(value),
            Err(error) => Err(A::Error::custom(error)),
        }
    }
}

/// A member's value.
enum Kept<'de> {
    Text(Cow<'de, str>),
    /// No text.
    Other(Value),
}

impl<'de> Deserialize<'de> for Kept<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeptVisitor;

        impl<'de> Visitor<'de> for KeptVisitor {
            type Value = Kept<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("any JSON value")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Kept<'de>, E> {
                Ok(Kept::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Kept<'de>, E> {
                self.visit_string(text.to_owned())
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Kept<'de>, E> {
                Ok(Kept::Text(Cow::Owned(text)))
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Kept<'de>, E> {
                Ok(Kept::Other(Value::Bool(value)))
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<Kept<'de>, E> {
                Ok(Kept::Other(value.into()))
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Kept<'de>, E> {
                Ok(Kept::Other(value.into()))
            }

            fn visit_f64<E: Error>(self, value: f64) -> Result<Kept<'de>, E> {
                Ok(Kept::Other(Number::from_f64(value).map_or(Value::Null, Value::Number)))
            }

            fn visit_unit<E: Error>(self) -> Result<Kept<'de>, E> {
                Ok(Kept::Other(Value::Null))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Kept<'de>, A::Error> {
                Value::deserialize(SeqAccessDeserializer::new(items)).map(Kept::Other)
            }

            fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Kept<'de>, A::Error> {
                Value::deserialize(MapAccessDeserializer::new(members)).map(Kept::Other)
            }
        }

        deserializer.deserialize_any(KeptVisitor)
    }
}

/// A member's name, borrowed where the input allows it: serde's own `Cow` always owns.
struct Text<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a member's name")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text)))
            }
        }

        deserializer.deserialize_str(TextVisitor)
    }
}

/// A kept text as the value of any member: also of optional ones, of newtypes and of enums, which serde's own
/// deserializers of texts do not give.
struct KeptText<'de>(Cow<'de, str>);

impl<'de> Deserializer<'de> for KeptText<'de> {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    // These are refused without asking what they make of a text: that would be compiled for each type.

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        Err(Self::Error::invalid_type(Unexpected::Str(&self.0), &visitor))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        Err(Self::Error::invalid_type(Unexpected::Str(&self.0), &visitor))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple
        tuple_struct struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads an object as `T` in the way of a union.
    struct Through<T> {
        tag: Option<String>,
        value: T,
    }

    impl<'de, T: DeserializeOwned> Deserialize<'de> for Through<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Reader<T>(std::marker::PhantomData<T>);

            impl<'de, T: DeserializeOwned> Visitor<'de> for Reader<T> {
                type Value = Through<T>;

                fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.write_str("an object")
                }

                fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Through<T>, A::Error> {
                    match find_tag(map, "type")? {
                        Tagged::Live(object) => {
                            let tag = object.found().map(str::to_owned);
                            Ok(Through { tag, value: T::deserialize(MapAccessDeserializer::new(object))? })
                        }
                        Tagged::Again(text) => read_again(&text),
                        Tagged::Without(json) => {
                            Ok(Through { tag: None, value: read_again(&json.to_string())? })
                        }
                    }
                }
            }

            deserializer.deserialize_map(Reader(std::marker::PhantomData))
        }
    }

    fn read<T: DeserializeOwned>(text: &str) -> Result<(Option<String>, T), String> {
        let through = serde_json::from_str::<Through<T>>(text).map_err(|error| error.to_string())?;
        Ok((through.tag, through.value))
    }

    #[test]
    fn every_member_comes_again_in_its_order() {
        let text = r#"{"e":"a\nb","b":"c","type":"T","n":1,"o":{"k":"v"}}"#;
        let (found, value) = read::<Value>(text).expect("an object");
        assert_eq!((found.as_deref(), value.to_string().as_str()), (Some("T"), text));
    }

    #[test]
    fn behind_other_values_than_texts_the_tag_is_found_too() {
        let text = r#"{"e":"x","n":1,"b":true,"z":null,"f":1.5,"i":-2,"l":[1,"x"],"o":{"k":"v"},"type":"T","after":2}"#;
        let in_front = r#"{"type":"T","e":"x","n":1,"b":true,"z":null,"f":1.5,"i":-2,"l":[1,"x"],"o":{"k":"v"},"after":2}"#;
        let (found, value) = read::<Value>(text).expect("an object");
        assert_eq!((found.as_deref(), value.to_string().as_str()), (Some("T"), in_front));
    }

    #[test]
    fn a_tag_that_is_no_text_or_not_there_is_none() {
        for text in [r#"{"type":5,"a":1}"#, r#"{"a":1}"#, "{}"] {
            let (found, value) = read::<Value>(text).expect("an object");
            assert_eq!((found, value.to_string().as_str()), (None, text));
        }
    }

    #[test]
    fn texts_before_the_tag_fit_options_newtypes_and_enums() {
        #[derive(Debug, PartialEq, Deserialize)]
        struct Name(String);
        #[derive(Debug, PartialEq, Deserialize)]
        #[serde(rename_all = "lowercase")]
        enum Side {
            Left,
        }
        #[derive(Debug, PartialEq, Deserialize)]
        struct All {
            option: Option<String>,
            name: Name,
            side: Side,
        }
        let text = r#"{"option":"o","name":"n","side":"left","type":"T"}"#;
        let (_, all) = read::<All>(text).expect("an object");
        let expected = All { option: Some("o".to_owned()), name: Name("n".to_owned()), side: Side::Left };
        assert_eq!(all, expected);
        let error = read::<All>(r#"{"side":"right","type":"T"}"#).expect_err("no such side");
        assert!(error.contains("unknown variant `right`"), "{error}");
    }

    #[test]
    fn what_is_wrong_beside_a_late_tag_is_told_without_a_place() {
        #[derive(Debug, Deserialize)]
        struct One {
            #[serde(rename = "type")]
            _tag: String,
            #[serde(rename = "n")]
            _number: u8,
        }
        let error = read::<One>(r#"{"n":"one","list":[],"type":"T"}"#).expect_err("a text");
        assert!(error.starts_with(r#"invalid type: string "one", expected u8"#), "{error}");
        assert_eq!(error.matches(" at line ").count(), 1, "the place of the object alone: {error}");
        let error = read::<One>(r#"{"n":1,"type":"T","n":2}"#).expect_err("twice");
        assert!(error.starts_with("duplicate field `n`"), "{error}");
    }
}
