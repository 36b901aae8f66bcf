//! The members of an object up to its tag, kept so that the type that the tag chooses reads them again.
//!
//! Texts are borrowed from the input where it allows that: in the usual case, a tag that stands first, nothing is
//! allocated. What is chosen by the tag is `unions`' business. Start at [`find_tag`].

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{
    BorrowedStrDeserializer, CowStrDeserializer, MapAccessDeserializer, SeqAccessDeserializer,
};
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::{Number, Value};

/// Reads members up to and including the tag. Without a tag, or if it is no text, there is none in the answer.
///
/// # Errors
/// Those of the input.
pub fn find_tag<'de, A: MapAccess<'de>>(mut map: A, tag: &'static str) -> Result<Replay<'de, A>, A::Error> {
    let mut read = Vec::new();
    let mut found = None;
    while let Some(Text(key)) = map.next_key()? {
        let value: Kept<'de> = map.next_value()?;
        match value {
            Kept::Text(text) if key == tag => {
                found = Some(text);
                break;
            }
            value => {
                if read.is_empty() {
                    // Parts begin with three ids.
                    read.reserve(4);
                }
                let is_tag = key == tag;
                read.push((key, value));
                if is_tag {
                    break;
                }
            }
        }
    }
    Ok(Replay { tag, found, read: read.into_iter(), value: None, live: map })
}

/// Replays the members that were read while the tag was looked for, then the tag, then goes on with the live map.
pub struct Replay<'de, A> {
    tag: &'static str,
    found: Option<Cow<'de, str>>,
    read: std::vec::IntoIter<(Cow<'de, str>, Kept<'de>)>,
    value: Option<Kept<'de>>,
    live: A,
}

impl<A> Replay<'_, A> {
    /// The tag's text.
    pub fn found(&self) -> Option<&str> {
        self.found.as_deref()
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
            self.value = Some(Kept::Text(tag));
            return seed.deserialize(BorrowedStrDeserializer::new(self.tag)).map(Some);
        }
        self.live.next_key_seed(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(Kept::Text(text)) => seed.deserialize(KeptText(text)).map_err(A::Error::custom),
            Some(Kept::Other(value)) => seed.deserialize(value).map_err(A::Error::custom),
            None => self.live.next_value_seed(seed),
        }
    }
}

/// A member's value.
enum Kept<'de> {
    Text(Cow<'de, str>),
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

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads an object through `find_tag` as `T`.
    fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<(Option<String>, T), String> {
        struct Through<T>(std::marker::PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Through<T> {
            type Value = (Option<String>, T);

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let replay = find_tag(map, "type")?;
                let found = replay.found().map(str::to_owned);
                Ok((found, T::deserialize(MapAccessDeserializer::new(replay))?))
            }
        }

        let mut deserializer = serde_json::Deserializer::from_str(text);
        let through = deserializer.deserialize_map(Through(std::marker::PhantomData));
        through.map_err(|error| error.to_string())
    }

    #[test]
    fn every_member_comes_again_in_its_order() {
        let text = r#"{"n":1,"b":true,"z":null,"f":1.5,"i":-2,"l":[1,"x"],"o":{"k":"v"},"e":"a\nb","type":"T","after":2}"#;
        let (found, value) = read::<Value>(text).expect("an object");
        assert_eq!((found.as_deref(), value.to_string().as_str()), (Some("T"), text));
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
        struct All<'a> {
            option: Option<String>,
            name: Name,
            side: Side,
            borrowed: &'a str,
        }
        let text = r#"{"option":"o","name":"n","side":"left","borrowed":"b","type":"T"}"#;
        let (_, all) = read::<All>(text).expect("an object");
        let expected =
            All { option: Some("o".to_owned()), name: Name("n".to_owned()), side: Side::Left, borrowed: "b" };
        assert_eq!(all, expected);
        let error = read::<All>(r#"{"side":"right","type":"T"}"#).expect_err("no such side");
        assert!(error.contains("unknown variant `right`"), "{error}");
    }
}
